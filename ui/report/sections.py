"""The sections of a report. A further one is a function more in ``SECTIONS``."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.answers import Edge
from graph.cascade.delay_values import Delay, DelayGrouping, Delays, Spread
from graph.cascade.delays import DelayQuestion
from graph.coverage.answer import CoverageQuestion
from graph.coverage.values import CellState, Coverage
from graph.findings import Finding, FindingPlace
from ui.gap_rendering import errors_list, missing_list, open_list
from ui.report.content import (
    Block,
    Heading,
    Item,
    ItemList,
    Quote,
    Report,
    ReportScope,
    Section,
    SectionMaker,
    TableBlock,
    quote_of,
)
from ui.survey_objects import coverage_object, delays_object
from ui.survey_wording import (
    GROUP_HEADINGS,
    QUARTILES_EXPLAINED,
    STATE_MEANINGS,
    STATE_NAMES,
    UNCOUNTED_WORDS,
    group_name,
    number_words,
)
from ui.survey_wording import days as in_days
from ui.wording import KIND_NAMES, RELATION_VERBS, dated, day_words, where_words

if TYPE_CHECKING:
    from graph.query import Graph

_MOST_SLOW = 10
_MOST_LISTED = 20
_QUOTES = 3
"""More sentences than this make one line of a list hard to read; JSON has them all."""


def make_report(graph: "Graph", scope: ReportScope) -> Report:
    """Ask a graph for everything that a report holds.

    Args:
        graph: The graph.
        scope: What the report is about.

    Raises:
        UnknownEntityError: If the unit around is not known.
        AmbiguousEntityError: If it may be several.
    """
    counts = graph.counts()
    kinds = [f"{KIND_NAMES[kind].lower()} {number}" for kind, number in counts.entities.items()]
    facts = [
        ("Tệp nguồn", str(counts.sources)),
        ("Trong đồ thị", ", ".join(kinds)),
        ("Câu văn làm chứng cứ", str(counts.evidences)),
        ("Viện dẫn còn để ngỏ", str(counts.open_citations)),
        ("Đơn vị", f"{scope.units.vietnamese}{f', trong {scope.within}' if scope.within else ''}"),
    ]
    if scope.as_of is not None:
        facts.append(("Như người đọc có thể biết vào ngày", day_words(scope.as_of)))
    return Report("Báo cáo về đồ thị văn bản", tuple(facts), tuple(make(graph, scope) for make in SECTIONS))


def coverage_section(graph: "Graph", scope: ReportScope) -> Section:
    """Which units carry out which central documents."""
    found = graph.coverage(
        CoverageQuestion(units=scope.units, within=scope.within, as_of=scope.as_of), min_confidence=scope.min_confidence
    )
    return Section(
        "coverage", "Đơn vị nào thực hiện văn bản Trung ương nào", tuple(_coverage(found)), coverage_object(found)
    )


def _coverage(found: Coverage) -> Iterator[Block]:
    if not found.documents or not found.units:
        yield "Đồ thị chưa có văn bản Trung ương hoặc chưa có văn bản của đơn vị nào ở cấp này."
        return
    states = [state for state in CellState if any(cell.state is state for row in found.cells for cell in row)]
    counted = {document.iri: found.count(document.iri) for document in found.documents}
    yield TableBlock(
        ("Văn bản", *(STATE_NAMES[state] for state in states)),
        tuple(
            (dated(document), *(str(counted[document.iri].get(state, 0) or "") for state in states))
            for document in found.documents
        ),
    )
    yield ItemList(tuple(Item(f"{STATE_NAMES[state]}: {STATE_MEANINGS[state]}.") for state in states))
    for column, document in enumerate(found.documents):
        lines = [
            Item(
                f"{unit.name}: {STATE_NAMES[row[column].state]}"
                + "".join(f"; {dated(plan.document)}" for plan in row[column].plans),
                tuple(quote for plan in row[column].plans for quote in _best(plan.chain))[:_QUOTES],
            )
            for unit, row in zip(found.units, found.cells, strict=True)
            if row[column].plans and row[column].state is not CellState.ABOVE
        ]
        if lines:
            yield Heading(dated(document))
            yield ItemList(tuple(lines))
    unplaced = [
        Item(f"{dated(plan.document)}: không rõ là văn bản của đơn vị nào", _best(plan.chain))
        for plans in found.unplaced.values()
        for plan in plans
    ]
    if unplaced:
        yield Heading("Có thực hiện, nhưng không rõ của đơn vị nào")
        yield ItemList(tuple(unplaced))


def delays_section(graph: "Graph", scope: ReportScope) -> Section:
    """How many days pass from one document to the next."""
    question = DelayQuestion(by=DelayGrouping.LEVEL, as_of=scope.as_of, slowest=_MOST_SLOW)
    found = graph.delays(question, min_confidence=scope.min_confidence)
    return Section("delays", "Sau bao nhiêu ngày thì có văn bản thực hiện", tuple(_delays(found)), delays_object(found))


def _delays(found: Delays) -> Iterator[Block]:
    yield _spread("Từ văn bản đến văn bản trực tiếp thực hiện nó", found.steps)
    yield _spread("Từ văn bản trên cùng đến mọi văn bản thực hiện nó", found.from_top)
    if found.steps is not None:
        yield QUARTILES_EXPLAINED
    if found.uncounted:
        missing = "; ".join(f"{UNCOUNTED_WORDS[why]}: {number}" for why, number in found.uncounted.items())
        yield f"Cặp không tính được: {missing}."
    if found.groups:
        by = DelayGrouping.LEVEL
        yield TableBlock(
            (GROUP_HEADINGS[by], "Số cặp", "Trung vị (ngày)", "Chậm nhất (ngày)"),
            tuple(
                (group_name(g, by), str(g.steps.count), number_words(g.steps.median), str(g.steps.most))
                for g in found.groups
            ),
        )
    if found.slowest:
        yield Heading("Chậm nhất")
        yield ItemList(tuple(_delay(delay) for delay in found.slowest))
    if found.backwards:
        yield Heading("Ngược thời gian, không tính vào số liệu")
        yield ItemList(tuple(_delay(delay) for delay in found.backwards))


def _spread(what: str, spread: Spread | None) -> str:
    if spread is None:
        return f"{what}: chưa có cặp văn bản nào rõ ngày của cả hai."
    half = f"{number_words(spread.lower_quartile)}–{in_days(spread.upper_quartile)}"
    return (
        f"{what}: {spread.count} cặp, trung vị {in_days(spread.median)}, một nửa nằm trong {half}, "
        f"nhanh nhất {in_days(spread.least)}, chậm nhất {in_days(spread.most)}."
    )


def _delay(delay: Delay) -> Item:
    verbs = ", ".join(sorted({RELATION_VERBS[edge.relation] for edge in delay.edges}))
    return Item(f"{in_days(delay.days)}: {dated(delay.source)} {verbs} {dated(delay.target)}", _best(delay.edges))


def missing_section(graph: "Graph", scope: ReportScope) -> Section:
    """Which documents are cited and not held."""
    found = graph.missing(place=scope.within, as_of=scope.as_of, limit=_MOST_LISTED)
    items = tuple(
        Item(
            f"{dated(row.document)}: điểm {row.score}; {row.sources} văn bản dẫn",
            tuple(_quote(naming.sentence) for naming in row.namings[:_QUOTES]),
        )
        for row in found.rows
    )
    blocks: tuple[Block, ...] = (ItemList(items),) if items else ("Mọi văn bản được dẫn đều đã có.",)
    return Section("missing", f"Được dẫn mà chưa có ({found.total})", blocks, missing_list(found))


def open_section(graph: "Graph", scope: ReportScope) -> Section:
    """Which citations could mean several documents."""
    found = graph.open_citations(place=scope.within, as_of=scope.as_of, limit=_MOST_LISTED)
    items = tuple(
        Item(
            f"{row.citation.name}: có thể là "
            + " hoặc ".join(dated(candidate.document) for candidate in row.candidates),
            tuple(_quote(naming.sentence) for naming in row.namings[:_QUOTES]),
        )
        for row in found.rows
    )
    blocks: tuple[Block, ...] = (ItemList(items),) if items else ("Không còn viện dẫn nào để ngỏ.",)
    return Section("open", f"Viện dẫn cần người quyết định ({found.total})", blocks, open_list(found))


def findings_section(graph: "Graph", _scope: ReportScope) -> Section:
    """What is wrong in the sources or in people's decisions."""
    findings = graph.findings()
    kinds = Counter(finding.kind.value for finding in findings)
    blocks: list[Block] = []
    if findings:
        blocks.append(ItemList(tuple(_finding(finding) for finding in findings)))
    else:
        blocks.append("Chưa thấy sai sót nào.")
    return Section("errors", f"Sai sót trong nguồn ({sum(kinds.values())})", tuple(blocks), errors_list(findings))


def _finding(finding: Finding) -> Item:
    return Item(finding.message, tuple(_quote(place) for place in finding.places if place.quote)[:_QUOTES])


def _quote(place: FindingPlace) -> Quote:
    where = place.file if place.span is None else where_words(place.file, place.span, place.page, place.line)
    return Quote(place.quote, where)


def _best(edges: Sequence[Edge]) -> tuple[Quote, ...]:
    """The best sentence of the first step: that of the plan itself."""
    return tuple(quote_of(evidence) for edge in edges[:1] for evidence in edge.evidence[:1])


SECTIONS: tuple[SectionMaker, ...] = (
    coverage_section,
    delays_section,
    missing_section,
    open_section,
    findings_section,
)
"""In the order of the report."""

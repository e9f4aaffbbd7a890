"""Errors in the sources: each kind with what shows it, and what looks like one and is none."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.resources import files

import pytest
from hand_made import PHUNG_HIEP, Source, letterhead
from identity_cases import KIEN_XUONG, LONG_MY

from graph.content import GraphContent
from graph.findings import Finding, FindingKind
from graph.identity import build_content
from graph.identity.source_errors.words import issues_with_lower_levels, may_stand_before
from ontology.codes import DocumentCode
from ontology.dates import PartialDate
from ontology.levels import Level
from ontology.statements import SELF, Modality, Relation

CONCRETIZES, IMPLEMENTS = Relation.CONCRETIZES, Relation.IMPLEMENTS

COMMUNE = letterhead("9-KH/ĐU", "Đảng ủy xã Tân Bình", "xã Tân Bình", "tỉnh Hậu Giang", "2023-06-01", level=Level.COMMUNE,
                     parent="Đảng bộ huyện Phụng Hiệp")  # fmt: skip


def _built(*sources: Source) -> GraphContent:
    return build_content(source.extraction() for source in sources)


def _of(content: GraphContent, kind: FindingKind) -> list[Finding]:
    return [finding for finding in content.findings if finding.kind is kind]


# -- one case for each way to be wrong, and for each way to look wrong --------------------------------------------------

Make = Callable[[], list[Source]]


@dataclass(frozen=True)
class Case:
    """Sources, the kind that they show (or must not show), and words of the message."""

    name: str
    kind: FindingKind
    make: Make
    words: tuple[str, ...] = ()
    places: int = 0


def _cite(*citations: tuple[str, str | None], head: object = PHUNG_HIEP, file: str = "x.txt", **more: object) -> Source:
    source = Source(file, head)  # type: ignore[arg-type]
    for code, date in citations:
        source.doc(code, date, **more)  # type: ignore[arg-type]
    return source


def _titled(*titles: str) -> list[Source]:
    source = Source("x.txt")
    for title in titles:
        source.doc("118-KH/HU", "2023-03-15", title=title)
    return [source]


def _step(one: tuple[str, str | None], other: tuple[str, str | None], *, file: str = "x.txt", first: str = "Kế hoạch",
          second: str = "Nghị quyết", issuers: tuple[str | None, str | None] = (None, None),
          modality: Modality = Modality.ASSERTED, head: object = PHUNG_HIEP) -> Source:  # fmt: skip
    source = Source(file, head)  # type: ignore[arg-type]
    above = source.doc(*other, kind=second, issuer=issuers[1])
    source.says(source.doc(*one, kind=first, issuer=issuers[0]), IMPLEMENTS, above, modality=modality)
    return source


def _carries_two(second: str, code: str | None = "8-NQ/HU") -> list[Source]:
    source = Source("x.txt")
    for target in ("7-NQ/HU", second):
        plan = source.doc("118-KH/HU", "2023-03-15")
        if code is None:
            source.says(plan, IMPLEMENTS, source.doc(None, kind="Nghị quyết", name=f"Nghị quyết Đại hội {target}"))
        else:
            source.says(plan, IMPLEMENTS, source.doc(target, "2022-01-05", kind="Nghị quyết"))
    return [source]


def _held(file: str, title: str) -> Source:
    head = letterhead("27-KH/HU", "Huyện ủy Phụng Hiệp", "huyện Phụng Hiệp", "tỉnh Hậu Giang", "2023-03-10",
                      level=Level.DISTRICT, title=title)  # fmt: skip
    return Source(file, head)


def _far_year(year: str, others: int) -> list[Source]:
    made = [_held("x.txt", "phát triển thủy lợi nội đồng")]
    made[0].head = replace(made[0].head, date=PartialDate.parse(f"{year}-03-10"))
    for number in range(others):
        other = _held(f"{number}.txt", "nước sạch nông thôn vùng sâu")
        other.head = replace(other.head, code=f"{30 + number}-KH/HU")
        made.append(other)
    return made


def _commune_plan(
    *, district: str | None = "2023-02-02", through: bool = False, central: str = "2022-06-16"
) -> list[Source]:
    """A commune carries out a central resolution directly; the district has a plan of its own of that day."""
    plan = Source("xa.txt", COMMUNE)
    plan.says(SELF, IMPLEMENTS, plan.doc("18-NQ/TW", central, kind="Nghị quyết"))
    if through:
        plan.says(SELF, CONCRETIZES, plan.doc("109-KH/HU", "2023-02-02"))
    made = [plan]
    if district:
        made.append(_step(("109-KH/HU", district), ("18-NQ/TW", "2022-06-16"), file="huyen.txt"))
    return made


TWO, DATES, TYPE = (
    FindingKind.ONE_NUMBER_TWO_DOCUMENTS,
    FindingKind.ONE_DOCUMENT_TWO_DATES,
    FindingKind.TYPE_AGAINST_CODE,
)
OLDER, WAY, SKIPPED = FindingKind.OLDER_THAN_CARRIED_OUT, FindingKind.WRONG_WAY, FindingKind.SKIPPED_LEVEL
FUTURE, TERM, ITSELF = FindingKind.FUTURE_DATE, FindingKind.TERM_AGAINST_DATE, FindingKind.CARRIES_OUT_ITSELF

CASES = [
    Case("two titles", TWO, lambda: _titled("nước sạch nông thôn vùng sâu", "cải cách hành chính, chuyển đổi số"),
         ("118-KH/HU", "nước sạch", "chuyển đổi số", "dòng 1"), 2),
    Case("two plans by what they carry out", TWO, lambda: _carries_two("8-NQ/HU"),
         ("118-KH/HU", "7-NQ/HU", "8-NQ/HU"), 2),
    Case("two held texts", TWO,
         lambda: [_held("a.txt", "nước sạch nông thôn vùng sâu"), _held("b.txt", "cải cách hành chính, chuyển đổi số")],
         ("27-KH/HU", "a.txt", "b.txt"), 2),
    Case("a code with its year", DATES, lambda: [_cite(("14/2022/NQ-HĐND", "2022-07-06"), ("14/2022/NQ-HĐND", "2022-07-12"))],
         ("6/7/2022", "12/7/2022"), 2),
    Case("another year than the code's", DATES, lambda: [_cite(("46/2002/QĐ-UBND", "2022-09-12"))],
         ("46/2002/QĐ-UBND", "12/9/2022"), 1),
    Case("one title", DATES,
         lambda: [_cite(("5-KH/HU", "2019-03-02"), ("5-KH/HU", "2020-03-02"), title="phát triển cây ăn trái đặc sản")],
         ("cùng trích yếu", "2/3/2019", "2/3/2020"), 2),
    Case("one number in one central term", DATES, lambda: [_cite(("1-KL/TW", "2021-05-18"), ("1-KL/TW", "2022-08-15"), kind="Kết luận")],
         ("nhiệm kỳ", "18/5/2021", "15/8/2022"), 2),
    Case("one number in one year", DATES, lambda: [_cite(("126-KH/HU", "2023-04-07"), ("126-KH/HU", "2023-04-18"))],
         ("cùng một năm", "7/4/2023"), 2),
    Case("type word", TYPE, lambda: [_cite(("61-KH/HU", "2022-09-12"), kind="Chương trình")],
         ("“Chương trình 61-KH/HU”", "kế hoạch"), 1),
    Case("an older plan", OLDER, lambda: [_step(("96-KH/HU", "2022-10-05"), ("139-NQ/TU", "2022-11-09"))],
         ("5/10/2022", "9/11/2022", "dòng"), 3),
    Case("the centre carries out a district's", WAY, lambda: [_step(("9-CT/TW", "2023-10-05"), ("7-NQ/HU", "2022-11-09"), first="Chỉ thị")],
         ("Trung ương", "cấp huyện"), 1),
    Case("past the district", SKIPPED, lambda: _commune_plan(), ("9-KH/ĐU", "109-KH/HU", "chưa hẳn là sai"), 2),
    Case("cited before its day", FUTURE, lambda: [_cite(("7-KH/HU", "2024-06-01"), head=LONG_MY)], ("1/6/2024", "1/5/2024"), 2),
    Case("years after all others", FUTURE, lambda: _far_year("2032", 4), ("10/3/2032", "2023"), 1),
    Case("a later term", TERM, lambda: [_cite(("18-NQ/TW", "2017-10-25"), kind="Nghị quyết", term="khóa XIII")],
         ("khóa XIII", "25/10/2017"), 1),
    Case("itself", ITSELF, lambda: [_step(("7-KH/HU", "2023-01-05"), ("7-KH/HU", "2023-01-05"), second="Kế hoạch")],
         ("7-KH/HU", "chính nó"), 1),
]  # fmt: skip

NONE = [
    Case("a shortened title", TWO, lambda: _titled("phát triển cây ăn trái đặc sản", "cây ăn trái")),
    Case("two documents in one plan", TWO, lambda: _carries_two("7-NQ/HU")),
    Case("names without code", TWO, lambda: _carries_two("Đảng bộ", code=None)),
    Case("copies", TWO, lambda: [_held("a.txt", "nước sạch nông thôn"), _held("b.txt", "nước sạch nông thôn")]),
    Case("the year alone", DATES, lambda: [_cite(("14/2022/NQ-HĐND", "2022-07-06"), ("14/2022/NQ-HĐND", "2022"))]),
    Case("another central term", DATES, lambda: [_cite(("18-NQ/TW", "2017-10-25"), ("18-NQ/TW", "2022-06-16"))]),
    Case("the year of a congress", DATES, lambda: [_cite(("12-KH/HU", "2020-02-03"), ("12-KH/HU", "2020-11-03"))]),
    Case("another year", DATES, lambda: [_cite(("785/QĐ-TTg", "2022-02-03"), ("785/QĐ-TTg", "2023-11-03"), kind="Quyết định")]),
    Case("another district", DATES, lambda: [
        _cite(("57-KH/HU", "2023-02-10"), file="a.txt", head=LONG_MY), _cite(("57-KH/HU", "2023-02-12"), file="b.txt", head=KIEN_XUONG)]),
    Case("a committee of which there are many", DATES, lambda: [_cite(("5-KH/BCĐ", "2023-02-10"), ("5-KH/BCĐ", "2023-03-12"))]),
    Case("two titles of one number", DATES, lambda: [
        _cite(("57-KH/HU", "2023-02-10"), file="a.txt", title="nước sạch nông thôn vùng sâu"),
        _cite(("57-KH/HU", "2023-02-12"), file="b.txt", title="cải cách hành chính, chuyển đổi số")]),
    Case("a kind of the type", TYPE, lambda: [_cite(("61-CTr/HU", None), kind="Chương trình hành động")]),
    Case("a scheme by its decision", TYPE, lambda: [_cite(("1893/QĐ-TTg", "2018-12-31"), kind="Đề án")]),
    Case("an old submission", TYPE, lambda: [_cite(("52/TT-UB", "1998-01-09"), kind="Tờ trình")]),
    Case("a letter", TYPE, lambda: [_cite(("5680/CT-CS", "2025-12-01"), kind="Công văn")]),
    Case("the same day", OLDER, lambda: [_step(("96-KH/HU", "2022-10-05"), ("139-NQ/TU", "2022-10-05"))]),
    Case("the same year", OLDER, lambda: [_step(("96-KH/HU", "2022"), ("139-NQ/TU", "2022-10-05"))]),
    Case("denied", OLDER, lambda: [
        _step(("96-KH/HU", "2022-10-05"), ("139-NQ/TU", "2022-11-09"), modality=Modality.NEGATED)]),
    Case("a date from elsewhere", OLDER, lambda: [
        _step(("30-CTr/TU", "2017-12-28"), ("19-NQ/TW", None), first="Chương trình"),
        _cite(("19-NQ/TW", "2022-06-16"), file="y.txt", kind="Nghị quyết")]),
    Case("down", WAY, lambda: [_step(("96-KH/HU", "2022-10-05"), ("9-CT/TW", "2021-01-09"), second="Chỉ thị")]),
    Case("one level", WAY, lambda: [_step(("96-KH/HU", "2022-10-05"), ("9-NQ/HU", "2021-01-09"))]),
    Case("a report from above", WAY, lambda: [_step(("40-BC/TU", "2023-10-05"), ("7-NQ/HU", "2022-11-09"), first="Báo cáo")]),
    Case("a body of two levels", WAY, lambda: [
        _step(("4/CTPH-UBND", "2023-10-05"), ("7-NQ/HU", "2022-11-09"), first="Chương trình phối hợp", issuers=("UBND tỉnh", None))]),
    Case("no plan of the district", SKIPPED, lambda: _commune_plan(district=None)),
    Case("a younger plan of the district", SKIPPED, lambda: _commune_plan(district="2023-07-01")),
    Case("both", SKIPPED, lambda: _commune_plan(through=True)),
    Case("of its own day", FUTURE, lambda: [_cite(("7-NQ/HU", "2024-05-01"), head=LONG_MY)]),
    Case("of its own month", FUTURE, lambda: [_cite(("7-NQ/HU", "2024-11-01"))]),
    Case("the newest of all", FUTURE, lambda: _far_year("2026", 4)),
    Case("too few others", FUTURE, lambda: _far_year("2032", 2)),
    Case("its own term", TERM, lambda: [_cite(("18-NQ/TW", "2017-10-25"), kind="Nghị quyết", term="khóa XII")]),
    Case("the days of the congress", TERM, lambda: [_cite(("18-NQ/TW", "2021-01-28"), kind="Nghị quyết", term="khóa XII")]),
    Case("the National Assembly's count", TERM, lambda: [_cite(("51/2001/QH10", "2001-12-25"), kind="Nghị quyết", term="khóa X")]),
    Case("a province's count", TERM, lambda: [_cite(("6-NQ/TU", "2011-11-15"), kind="Nghị quyết", term="khóa XIV")]),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_wrong_is_reported_with_its_sentences(case: Case) -> None:
    sources = case.make()
    content = _built(*sources)
    (finding,) = _of(content, case.kind)
    for word in case.words:
        assert word in finding.message
    assert len(finding.places) == case.places, finding.places
    entities = {entity.iri for entity in content.entities}
    assert finding.entities
    assert set(finding.entities) <= entities
    # Type words are left as the builder has them where a case is about something else.
    assert {finding.kind for finding in content.findings} <= {case.kind, TYPE}


@pytest.mark.parametrize("case", NONE, ids=lambda case: f"{case.kind}: {case.name}")
def test_what_only_looks_wrong_is_not_reported(case: Case) -> None:
    assert _of(_built(*case.make()), case.kind) == []


def test_a_document_that_speaks_of_its_own_plan_does_not_carry_out_itself() -> None:
    source = Source("x.txt", COMMUNE)
    source.says(SELF, IMPLEMENTS, source.doc("9-KH/ĐU", "2023-06-01"))
    assert _of(_built(source), ITSELF) == []


def test_a_sentence_that_names_both_dates_needs_no_other() -> None:
    source = Source("x.txt")
    plan, above = source.doc("96-KH/HU", "2022-10-05"), source.doc("139-NQ/TU", "2022-11-09", kind="Nghị quyết")
    source.says(plan, IMPLEMENTS, above)
    extraction = source.extraction()
    (said,) = extraction.statements
    whole = replace(
        said.evidence, span=replace(said.evidence.span, start=0), quote=extraction.text[: said.evidence.span.end]
    )
    (finding,) = _of(build_content([replace(extraction, statements=(replace(said, evidence=whole),))]), OLDER)
    assert [place.quote for place in finding.places] == [whole.quote]


# -- the table ----------------------------------------------------------------------------------------------------------


def test_the_rows_of_the_table_hold_for_their_examples() -> None:
    table = json.loads(files("graph").joinpath("tables/source_errors.json").read_text(encoding="utf-8"))
    for row in table["issued_with"]:
        for example in row["examples"]:
            kind, _, code = example.rpartition(" ")
            assert kind in row["types"]
            assert may_stand_before(kind, DocumentCode.parse(code).type_code or ""), example
    for row in table["lower_levels"]:
        assert all(example.startswith(row["type"]) for example in row["examples"])
        assert issues_with_lower_levels(row["type"])
    for row in table["numberings"]:
        for example in row["examples"]:
            assert row["organ"] in (DocumentCode.parse(example).organ or ""), example
    assert [len(table[key]) for key in ("issued_with", "lower_levels", "numberings")] == [4, 14, 9]


# -- time ---------------------------------------------------------------------------------------------------------------


def _five_thousand_dates(count: int) -> Source:
    source = Source("x.txt")
    for number in range(count):
        day = f"{1950 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        source.doc("45/2013/QH13", day, kind="Luật", title=f"đất đai, điều {number}")
    return source


def test_five_thousand_citations_of_one_law_take_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        extraction = _five_thousand_dates(count).extraction()
        start = time.process_time()
        build_content([extraction])
        return time.process_time() - start

    seconds(500)
    # Were every pair compared, ten times as many citations took a hundred times as long.
    assert seconds(5000) < 40 * max(seconds(500), 0.01)

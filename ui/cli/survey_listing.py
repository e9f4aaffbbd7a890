"""Coverage as plain text: one document unit by unit with sentences, or a table of several documents."""

from collections.abc import Iterator, Mapping, Sequence

from graph.answers import Edge, Entity
from graph.coverage.values import CellState, Coverage, CoverageCell, CoverageUnit, Plan
from ontology.levels import Level
from ui.cli.console import TABLE_WIDTH, plain, table, width, wrap
from ui.cli.trace_tree import ABOVE, evidence_lines
from ui.survey_wording import STATE_MEANINGS, STATE_NAMES, STATE_WORDS
from ui.wording import RELATION_VERBS, decimal, note, title

_FILLED = frozenset({CellState.OWN, CellState.CITED, CellState.PERHAPS, CellState.BODY, CellState.ABOVE})
_LONGEST_NAME = 40
_COLUMN = 11
"""Width of the column of one document, with its gap."""


def coverage_lines(coverage: Coverage, level: Level) -> list[str]:
    """Lay out coverage.

    Args:
        coverage: What was found.
        level: The level of the units asked for.
    """
    if not coverage.documents:
        return ["Không có văn bản nào như vậy trong đồ thị. Bớt điều kiện, hoặc nêu số, ký hiệu của văn bản."]
    lines = _one(coverage, level) if len(coverage.documents) == 1 else list(_many(coverage, level))
    return [*lines, *_unplaced(coverage), *_undated(coverage.undated)]


def _undated(number: int) -> list[str]:
    return ["", f"{number} văn bản không rõ ngày được giữ lại, dù có thể ra sau ngày được hỏi."] if number else []


def _one(coverage: Coverage, level: Level) -> list[str]:
    (document,) = coverage.documents
    lines = [f"{title(document)} · {note(document)}", f"{level.vietnamese}: {_summary(coverage, document)}"]
    shown: set[str] = set()
    for unit, (cell,) in zip(coverage.units, coverage.cells, strict=True):
        lines += ["", *_cell(coverage, unit, cell, shown)]
    return lines if coverage.units else [*lines, *_no_unit(level)]


def _no_unit(level: Level) -> list[str]:
    return ["", f"Đồ thị không có văn bản nào của đơn vị {level.vietnamese}. Thêm --in để nêu mọi đơn vị của một nơi."]


def _summary(coverage: Coverage, document: Entity) -> str:
    counted = coverage.count(document.iri)
    parts = [f"{STATE_NAMES[state]} {number}" for state, number in counted.items()]
    return " · ".join([f"{len(coverage.units)} đơn vị", *parts])


def _cell(coverage: Coverage, unit: CoverageUnit, cell: CoverageCell, shown: set[str]) -> Iterator[str]:
    """Yield the lines of a unit; a plan that was shown with its sentences before is only named."""
    around = f", {unit.around}" if unit.around else ""
    yield from wrap(f"{unit.name}{around} · {STATE_NAMES[cell.state]}{_known(unit, cell.state)}", rest="  ")
    for plan in cell.plans:
        if plan.document.iri in shown:
            yield from wrap(f"{title(plan.document)} ({ABOVE})", first="  ", rest="    ")
        else:
            shown.add(plan.document.iri)
            yield from plan_lines(plan, coverage.others, "  ")


def _known(unit: CoverageUnit, state: CellState) -> str:
    """Tell where nothing of the unit is held, so that "through the unit above" is not read as "no plan"."""
    if state is CellState.ABOVE and not unit.held:
        return " (chưa có văn bản nào của đơn vị)"
    return f" ({unit.held} văn bản của đơn vị)" if state is CellState.NO_PLAN else ""


def plan_lines(plan: Plan, others: Mapping[str, Entity], indent: str) -> Iterator[str]:
    """One plan with the way to the document, each step with its sentence.

    Args:
        plan: The plan.
        others: The documents of the way, by IRI.
        indent: What each line begins with.
    """
    remarks = [note(plan.document)]
    if not plan.governing:
        remarks.append("của cơ quan, đoàn thể" if plan.unit else "không rõ của đơn vị nào")
    if plan.open:
        remarks.append("có thể thực hiện văn bản này, chưa rõ")
    if plan.backwards:
        remarks.append("ngược thời gian: xem “cuthehoa errors”")
    yield from wrap(f"{title(plan.document)} · {' · '.join(remarks)}", first=indent, rest=f"{indent}  ")
    yield from chain_lines(plan.chain, others, f"{indent}  ")


def chain_lines(chain: Sequence[Edge], others: Mapping[str, Entity], indent: str) -> Iterator[str]:
    """The steps of a way, each with its best sentence.

    Args:
        chain: The edges, that of what carries out first.
        others: The documents at their ends, by IRI.
        indent: What each line begins with.
    """
    for number, edge in enumerate(chain):
        target = others[edge.target]
        source = f"{_short(others[edge.source])} " if number else ""
        doubt = " (chưa rõ là văn bản nào)" if target.open else ""
        reading = f"→ {source}{RELATION_VERBS[edge.relation]} {_short(target)}{doubt}"
        yield from wrap(f"{reading} · độ tin cậy {decimal(edge.confidence)}", first=indent, rest=f"{indent}  ")
        for evidence in edge.evidence[:1]:
            yield from evidence_lines(evidence, f"{indent}  ")


def _short(entity: Entity) -> str:
    return plain(entity.code or entity.name)


def _many(coverage: Coverage, level: Level) -> Iterator[str]:
    filled = {cell.document for row in coverage.cells for cell in row if cell.state in _FILLED}
    columns = [number for number, document in enumerate(coverage.documents) if document.iri in filled]
    if not coverage.units:
        yield from _no_unit(level)[1:]
        return
    if columns:
        for number, column in enumerate(columns, 1):
            document = coverage.documents[column]
            yield from wrap(f"{title(document)} · {note(document)}", first=f"[{number}] ", rest="    ")
            yield from wrap(_summary(coverage, document), first="    ", rest="    ")
        yield ""
        yield from _tables(coverage, columns)
        yield from _legend(coverage, columns)
    empty = [document for document in coverage.documents if document.iri not in filled]
    if empty:
        if columns:
            yield ""
        yield f"Chưa thấy đơn vị nào thực hiện ({len(empty)} văn bản):"
        for document in empty:
            yield from wrap(f"{title(document)} · {_summary(coverage, document)}", first="  - ", rest="    ")


def _tables(coverage: Coverage, columns: Sequence[int]) -> Iterator[str]:
    """Yield the table, in as many parts as the screen's width asks for."""
    names = [_row_name(unit) for unit in coverage.units]
    room = width(TABLE_WIDTH) - min(_LONGEST_NAME, max(map(len, names)))
    most = max(1, room // _COLUMN)
    for start in range(0, len(columns), most):
        part = columns[start : start + most]
        heading = ["Đơn vị", *(f"[{start + number}]" for number in range(1, len(part) + 1))]
        rows = [
            [name, *(STATE_WORDS[row[column].state] for column in part)]
            for name, row in zip(names, coverage.cells, strict=True)
        ]
        yield from table(heading, rows)
        yield ""


def _row_name(unit: CoverageUnit) -> str:
    # Communes of one name lie in many districts.
    full = f"{unit.name}, {unit.around.split(', ')[0]}" if unit.around else unit.name
    return full if len(full) <= _LONGEST_NAME else full[: _LONGEST_NAME - 1] + "…"


def _legend(coverage: Coverage, columns: Sequence[int]) -> Iterator[str]:
    used = {row[column].state for row in coverage.cells for column in columns}
    yield "Chú giải:"
    for state in CellState:
        if state in used:
            yield from wrap(STATE_MEANINGS[state], first=f"  {STATE_WORDS[state]}: ", rest="    ")


def _unplaced(coverage: Coverage) -> list[str]:
    lines: list[str] = []
    names = {document.iri: document for document in coverage.documents}
    for iri, plans in coverage.unplaced.items():
        for plan in plans:
            text = f"{title(plan.document)} thực hiện {title(names[iri])}"
            lines += wrap(text, first="  - ", rest="    ")
    return ["", "Có thực hiện, nhưng không rõ là văn bản của đơn vị nào:", *lines] if lines else []

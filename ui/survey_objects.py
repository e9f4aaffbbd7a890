"""Coverage, delays and comparisons as JSON objects and CSV rows, for other programs."""

from collections.abc import Iterable, Iterator, Sequence

from graph.answers import Edge, Entity
from graph.cascade.comparison import Comparison, SaidOf, SideBySide, Tie, Tied
from graph.cascade.delay_values import Delay, Delays, Spread
from graph.coverage.values import Coverage, CoverageCell, CoverageUnit, Plan
from ui.rendering import (
    EVIDENCE_COLUMNS,
    Cell,
    JsonObject,
    JsonValue,
    document_cells,
    edge_object,
    evidence_cells,
    evidence_object,
    iso,
    node_object,
)

COVERAGE_COLUMNS = (
    *("document", "document_code", "document_name", "document_date", "unit", "unit_name", "within", "unit_held"),
    *("state", "plan", "plan_code", "plan_name", "plan_date", "plan_issuer", "plan_held", "governing", "open"),
    *("steps", "relation", *EVIDENCE_COLUMNS),
)
DELAY_COLUMNS = (
    *("source", "source_code", "source_name", "source_date", "source_issuer"),
    *("target", "target_code", "target_name", "target_date", "days", "relations"),
    *EVIDENCE_COLUMNS,
)
GROUP_COLUMNS = ("key", "name", "count", "least", "lower_quartile", "median", "upper_quartile", "most")
COMPARISON_COLUMNS = (
    *("part", "side", "document", "code", "name", "date", "issuer", "programme", "place"),
    *("days_first", "direct_first", "open_first", "days_second", "direct_second", "open_second"),
    *EVIDENCE_COLUMNS,
)
QUARTILES = "statistics.quantiles, inclusive"
_SIDES = ("common", "only_first", "only_second")


def coverage_object(coverage: Coverage) -> JsonObject:
    """The document that ``coverage --json`` prints."""
    return {
        "documents": [node_object(document) for document in coverage.documents],
        "units": [_unit_object(unit) for unit in coverage.units],
        "cells": [_cell_object(cell) for row in coverage.cells for cell in row],
        "counts": {
            document.iri: {state.value: number for state, number in coverage.count(document.iri).items()}
            for document in coverage.documents
        },
        "unplaced": [
            {"document": document, "plans": [plan_object(plan) for plan in plans]}
            for document, plans in coverage.unplaced.items()
            if plans
        ],
        "nodes": _nodes(coverage.others.values()),
        "undated": coverage.undated,
    }


def _unit_object(unit: CoverageUnit) -> JsonObject:
    return {
        "id": unit.iri,
        "name": unit.name,
        "within": unit.around,
        "level": unit.level.value,
        "held": unit.held,
        "valid_from": iso(unit.valid_from),
        "valid_to": iso(unit.valid_to),
    }


def _cell_object(cell: CoverageCell) -> JsonObject:
    return {
        "document": cell.document,
        "unit": cell.unit,
        "state": cell.state.value,
        "plans": [plan_object(plan) for plan in cell.plans],
    }


def plan_object(plan: Plan) -> JsonObject:
    """One plan of a cell; its chain leads from it to the document that is to be carried out."""
    return {
        "document": node_object(plan.document),
        "unit": plan.unit,
        "governing": plan.governing,
        "open": plan.open,
        "backwards": plan.backwards,
        "chain": [edge_object(edge) for edge in plan.chain],
    }


def coverage_rows(coverage: Coverage) -> Iterator[Sequence[Cell]]:
    """CSV rows of coverage (``COVERAGE_COLUMNS``): one for each plan of each cell, or for each cell without any."""
    documents = {document.iri: document for document in coverage.documents}
    for unit, row in zip(coverage.units, coverage.cells, strict=True):
        for cell in row:
            document = documents[cell.document]
            head = (*document_cells(document), unit.iri, unit.name, unit.around, unit.held, cell.state.value)
            for plan in cell.plans:
                yield (
                    *(*head, *document_cells(plan.document), plan.document.issuer, plan.document.held),
                    *(plan.governing, plan.open, len(plan.chain), *_first_sentence(plan.chain)),
                )
            if not cell.plans:
                yield (*head, *(None,) * (len(COVERAGE_COLUMNS) - len(head)))


def delays_object(delays: Delays) -> JsonObject:
    """The document that ``delays --json`` prints."""
    return {
        "root": node_object(delays.root) if delays.root else None,
        "quartiles": QUARTILES,
        "steps": spread_object(delays.steps),
        "from_top": spread_object(delays.from_top),
        "groups": [
            {"key": group.key, "name": group.name, **(spread_object(group.steps) or {})} for group in delays.groups
        ],
        "slowest": [_delay_object(delay) for delay in delays.slowest],
        "slowest_from_top": [_delay_object(delay) for delay in delays.slowest_from_top],
        "uncounted": {why.value: number for why, number in delays.uncounted.items()},
        "uncounted_from_top": {why.value: number for why, number in delays.uncounted_from_top.items()},
        "backwards": [_delay_object(delay) for delay in delays.backwards],
        "undated": delays.undated,
    }


def spread_object(spread: Spread | None) -> JsonObject | None:
    """How numbers of days are spread."""
    if spread is None:
        return None
    return {
        "count": spread.count,
        "least": spread.least,
        "lower_quartile": spread.lower_quartile,
        "median": spread.median,
        "upper_quartile": spread.upper_quartile,
        "most": spread.most,
    }


def _delay_object(delay: Delay) -> JsonObject:
    return {
        "source": node_object(delay.source),
        "target": node_object(delay.target),
        "days": delay.days,
        "edges": [edge_object(edge) for edge in delay.edges],
    }


def delay_rows(delays: Delays) -> Iterator[Sequence[Cell]]:
    """CSV rows of the slowest steps (``DELAY_COLUMNS``)."""
    for delay in delays.slowest:
        relations = ";".join(sorted(edge.relation.value for edge in delay.edges))
        yield (
            *(*document_cells(delay.source), delay.source.issuer, *document_cells(delay.target), delay.days, relations),
            *_first_sentence(delay.edges)[1:],
        )


def group_rows(delays: Delays) -> Iterator[Sequence[Cell]]:
    """CSV rows of groups of delays (``GROUP_COLUMNS``)."""
    for group in delays.groups:
        steps = group.steps
        yield (
            *(group.key, group.name, steps.count, steps.least),
            *(steps.lower_quartile, steps.median, steps.upper_quartile, steps.most),
        )


def comparison_object(comparison: Comparison) -> JsonObject:
    """The document that ``compare --json`` prints."""
    return {
        "first": node_object(comparison.first),
        "second": node_object(comparison.second),
        "days": comparison.days,
        "targets": _side_object(comparison.targets),
        "plans": _side_object(comparison.plans),
        "programmes": {side: [_said_object(said) for said in getattr(comparison.programmes, side)] for side in _SIDES},
        "nodes": _nodes(comparison.others.values()),
    }


def _side_object(side: SideBySide[Tied]) -> JsonObject:
    return {
        name: [
            {
                "document": node_object(tied.document),
                "first": _tie_object(tied.first),
                "second": _tie_object(tied.second),
            }
            for tied in getattr(side, name)
        ]
        for name in _SIDES
    }


def _tie_object(tie: Tie | None) -> JsonObject | None:
    if tie is None:
        return None
    chain: list[JsonValue] = [edge_object(edge) for edge in tie.chain]
    return {"direct": tie.direct, "open": tie.open, "days": tie.days, "chain": chain}


def _said_object(said: SaidOf) -> JsonObject:
    return {
        "programme": said.programme.name,
        "place": said.place.name,
        "within": said.place.place,
        "first": [evidence_object(evidence) for evidence in said.first],
        "second": [evidence_object(evidence) for evidence in said.second],
    }


def comparison_rows(comparison: Comparison) -> Iterator[Sequence[Cell]]:
    """CSV rows of a comparison (``COMPARISON_COLUMNS``): one for each document, one for each programme and place."""
    for part, sides in (("targets", comparison.targets), ("plans", comparison.plans)):
        for side in _SIDES:
            for tied in getattr(sides, side):
                document = tied.document
                chain = (tied.first or tied.second).chain
                yield (
                    *(part, side, *document_cells(document), document.issuer, None, None),
                    *(*_tie_cells(tied.first), *_tie_cells(tied.second), *_first_sentence(chain)[1:]),
                )
    for side in _SIDES:
        for said in getattr(comparison.programmes, side):
            evidence = (*said.first, *said.second)[0]
            yield (
                *("programmes", side, *(None,) * 5, said.programme.name, said.place.name, *(None,) * 6),
                *evidence_cells(evidence),
            )


def _tie_cells(tie: Tie | None) -> tuple[Cell, ...]:
    return (None, None, None) if tie is None else (tie.days, tie.direct, tie.open)


def _first_sentence(chain: Sequence[Edge]) -> tuple[Cell, ...]:
    """The first edge's relation and its best sentence."""
    if not chain or not chain[0].evidence:
        return (chain[0].relation.value if chain else None, *(None,) * len(EVIDENCE_COLUMNS))
    return (chain[0].relation.value, *evidence_cells(chain[0].evidence[0]))


def _nodes(entities: Iterable[Entity]) -> list[JsonValue]:
    return [node_object(entity) for entity in sorted(entities, key=lambda entity: entity.iri)]

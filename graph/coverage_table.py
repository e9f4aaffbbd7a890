"""From plans that were found to the cells of coverage."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.answers import Entity
from graph.coverage_units import KnownUnit, UnitPath, UnitRegister
from graph.coverage_values import CellState, CoverageCell, CoverageUnit, Plan
from graph.database import Database
from graph.edges_known import KnownEdges, edges_known
from graph.units_of_bodies import place_iri
from ontology.levels import Level


@dataclass(frozen=True, slots=True)
class FoundPlan:
    """One plan before its names and sentences are fetched.

    Args:
        node: Its number.
        unit: The unit of its issuing body, if known.
        level: Its level, if known (a value of ``Level``).
        governing: Whether that body governs the unit.
        open: Whether it only perhaps carries out the document.
        held: Whether its text is held.
        edges: Numbers of the edges of a shortest way to the document.
    """

    node: int
    unit: KnownUnit | None
    level: str | None
    governing: bool
    open: bool
    held: bool
    edges: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """All plans with their names and sentences, ready to be put into cells.

    Args:
        register: The units of the graph.
        as_of: The day asked for.
        known: The edges of all chains and the plans' documents.
        others: The documents by IRI.
        by_unit: By document, then by the path of the unit, the plans; those of no known unit under ``None``.
    """

    register: UnitRegister
    as_of: dt.date | None
    known: KnownEdges
    others: Mapping[str, Entity]
    by_unit: Mapping[int, Mapping[UnitPath | None, Sequence[FoundPlan]]]

    def cell(self, unit: KnownUnit, row: CoverageUnit, number: int, document: Entity) -> CoverageCell:
        """Return how a unit stands to a document.

        Args:
            unit: The unit.
            row: The same as a row.
            number: The document's number.
            document: The document.
        """
        found = self.by_unit[number].get(unit.path, ())
        state = _state_of(found)
        if state is None and not self._concerned(unit, row, document):
            state = CellState.NOT_CONCERNED
        if state is None:
            found = self._above(unit, number)
            state = CellState.ABOVE if found else CellState.NO_PLAN if row.held else CellState.NOTHING_KNOWN
        return CoverageCell(document.iri, row.iri, state, self._ordered(found))

    def unplaced(self, number: int, level: Level) -> tuple[Plan, ...]:
        """Return the plans of that level, or of an unknown one, of which the unit is not known."""
        found = self.by_unit[number].get(None, ())
        return self._ordered(plan for plan in found if plan.level in (None, level.value))

    def _concerned(self, unit: KnownUnit, row: CoverageUnit, document: Entity) -> bool:
        own = self.register.of_body(document.issuer_iri)
        if own is not None and (unit.path == own.path or unit.path[: len(own.path)] != own.path):
            return False
        if self.as_of is not None and not existed(row, self.as_of):
            return False
        return row.valid_to is None or document.date is None or document.date.first_day <= row.valid_to

    def _above(self, unit: KnownUnit, number: int) -> list[FoundPlan]:
        for depth in range(len(unit.path) - 1, 0, -1):
            there = self.by_unit[number].get(unit.path[:depth], ())
            if sure := [plan for plan in there if plan.governing and not plan.open]:
                return sure
        return []

    def _ordered(self, found: Iterable[FoundPlan]) -> tuple[Plan, ...]:
        ordered = sorted(found, key=lambda plan: (plan.open, not plan.governing, by_date(self.known.ends[plan.node])))
        return tuple(self._plan(plan) for plan in ordered)

    def _plan(self, found: FoundPlan) -> Plan:
        chain = tuple(self.known.edges[edge] for edge in found.edges)
        return Plan(
            document=self.known.ends[found.node],
            unit=None if found.unit is None else place_iri(found.unit.path, self.register.base_iri),
            governing=found.governing,
            open=found.open,
            backwards=any(_backwards(self.others[edge.source], self.others[edge.target]) for edge in chain),
            chain=chain,
        )


def make_table(
    database: Database,
    register: UnitRegister,
    found: Mapping[int, Sequence[FoundPlan]],
    as_of: dt.date | None,
) -> CoverageTable:
    """Fetch names and sentences of all plans.

    Args:
        database: The generation's database.
        register: The units of the graph.
        found: By document, what carries it out.
        as_of: The day asked for.
    """
    plans = [plan for number in found for plan in found[number]]
    known = edges_known(database, {edge for plan in plans for edge in plan.edges}, {plan.node for plan in plans}, as_of)
    by_unit: dict[int, dict[UnitPath | None, list[FoundPlan]]] = {}
    for number in found:
        groups = by_unit.setdefault(number, defaultdict(list))
        for plan in found[number]:
            groups[None if plan.unit is None else plan.unit.path].append(plan)
    return CoverageTable(
        register=register,
        as_of=as_of,
        known=known,
        others=known.by_iri(),
        by_unit=by_unit,
    )


def existed(row: CoverageUnit, day: dt.date) -> bool:
    """Tell whether a unit existed on a day, as far as is known."""
    return (row.valid_from is None or row.valid_from <= day) and (row.valid_to is None or day <= row.valid_to)


def by_date(document: Entity) -> tuple[str, str, str]:
    """Return what documents are put in order by: date, code, IRI; those without date last."""
    return (str(document.date) if document.date else "9999", document.code or "", document.iri)


def _state_of(found: Sequence[FoundPlan]) -> CellState | None:
    """Return the state that a unit's own plans give, or ``None`` where there are none."""
    governing = [plan for plan in found if plan.governing]
    sure = [plan for plan in governing if not plan.open]
    if any(plan.held for plan in sure):
        return CellState.OWN
    if sure:
        return CellState.CITED
    if governing:
        return CellState.PERHAPS
    if any(not plan.open for plan in found):
        return CellState.BODY
    return CellState.PERHAPS if found else None


def _backwards(plan: Entity, carried_out: Entity) -> bool:
    if plan.date is None or carried_out.date is None or plan.date.matches(carried_out.date):
        return False
    return plan.date.first_day < carried_out.date.first_day

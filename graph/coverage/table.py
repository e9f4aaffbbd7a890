"""From plans that were found to the cells of coverage."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.answers import Entity
from graph.cascade.known import edges_known
from graph.cascade.steps import Reached
from graph.coverage.bodies import place_iri
from graph.coverage.units import KnownUnit, UnitPath, UnitRegister
from graph.coverage.values import CellState, CoverageUnit, Plan
from graph.database import Database
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
    """

    node: int
    unit: KnownUnit | None
    level: str | None
    governing: bool
    open: bool
    held: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """How a unit stands to a document, with the plans that show it, before their names are fetched."""

    state: CellState
    plans: Sequence[FoundPlan] = ()


@dataclass(frozen=True, slots=True)
class CoverageChoices:
    """From the plans that were found to what stands in each cell.

    Args:
        register: The units of the graph.
        as_of: The day asked for.
        by_unit: By document, then by the path of the unit, the plans; those of no known unit under ``None``.
    """

    register: UnitRegister
    as_of: dt.date | None
    by_unit: Mapping[int, Mapping[UnitPath | None, Sequence[FoundPlan]]]

    def choose(self, unit: KnownUnit, row: CoverageUnit, number: int, document: Entity) -> Choice:
        """Return how a unit stands to a document.

        Args:
            unit: The unit.
            row: The same as a row.
            number: The document's number.
            document: The document.
        """
        found = self.by_unit[number].get(unit.path, ())
        state = _state_of(found)
        if state is not None:
            return Choice(state, found)
        if not self._concerned(unit, row, document):
            return Choice(CellState.NOT_CONCERNED)
        if above := self._above(unit, number):
            return Choice(CellState.ABOVE, above)
        return Choice(CellState.NO_PLAN if row.held else CellState.NOTHING_KNOWN)

    def unplaced(self, number: int, level: Level) -> Choice:
        """Return the plans of that level, or of an unknown one, of which the unit is not known."""
        found = self.by_unit[number].get(None, ())
        return Choice(CellState.CITED, [plan for plan in found if plan.level in (None, level.value)])

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


def choices(register: UnitRegister, found: Mapping[int, Sequence[FoundPlan]], as_of: dt.date | None) -> CoverageChoices:
    """Put plans in order by document and unit.

    Args:
        register: The units of the graph.
        found: By document, what carries it out.
        as_of: The day asked for.
    """
    by_unit: dict[int, dict[UnitPath | None, list[FoundPlan]]] = {}
    for number, plans in found.items():
        groups = by_unit.setdefault(number, defaultdict(list))
        for plan in plans:
            groups[None if plan.unit is None else plan.unit.path].append(plan)
    return CoverageChoices(register, as_of, by_unit)


class PlanMaker:
    """Gives the plans of chosen cells their names and sentences, fetched in one go.

    Args:
        database: The generation's database.
        base_iri: What the graph's IRIs begin with.
        ways: The ways to each document.
        chosen: For each document, what was chosen.
        as_of: The day asked for.
    """

    def __init__(
        self,
        database: Database,
        base_iri: str,
        ways: Mapping[int, Reached],
        chosen: Iterable[tuple[int, Choice]],
        as_of: dt.date | None,
    ) -> None:
        self._base_iri = base_iri
        self._chains = {
            (number, plan.node): tuple(ways[number].edges_from(plan.node))
            for number, choice in chosen
            for plan in choice.plans
        }
        edges = {edge for chain in self._chains.values() for edge in chain}
        self._known = edges_known(database, edges, {node for _, node in self._chains}, as_of)
        self._plans: dict[tuple[int, int], Plan] = {}
        self.others = self._known.by_iri()
        """All documents by IRI."""

    def plans(self, number: int, choice: Choice) -> tuple[Plan, ...]:
        """Return the plans of a cell: sure ones first, governing bodies first among them, then by date."""
        ends = self._known.ends
        ordered = sorted(choice.plans, key=lambda plan: (plan.open, not plan.governing, by_date(ends[plan.node])))
        return tuple(self._plan(number, plan) for plan in ordered)

    def _plan(self, number: int, found: FoundPlan) -> Plan:
        key = (number, found.node)
        if key not in self._plans:  # one plan of a province stands in the cells of all its communes
            chain = tuple(self._known.edges[edge] for edge in self._chains[key])
            self._plans[key] = Plan(
                document=self._known.ends[found.node],
                unit=None if found.unit is None else place_iri(found.unit.path, self._base_iri),
                governing=found.governing,
                open=found.open,
                backwards=any(_backwards(self.others[edge.source], self.others[edge.target]) for edge in chain),
                chain=chain,
            )
        return self._plans[key]


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

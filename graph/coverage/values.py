"""What the question of coverage answers: central documents × administrative units."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.answers import Edge, Entity
from ontology.levels import Level


class CellState(StrEnum):
    """How one unit stands to one document. Each cell has exactly one; the first that holds, in this order."""

    OWN = "own-held"
    """A body that governs the unit has a plan, and its text is held."""
    CITED = "own-cited"
    """Such a plan is known only because another source cites it."""
    PERHAPS = "perhaps"
    """A plan of the unit cites what may be this document or another: not yet decided."""
    BODY = "other-body-only"
    """Only a body that does not govern the unit (a commission, a department, a mass organisation) has a plan."""
    ABOVE = "above-only"
    """No plan of the unit is known, but a unit around it has one."""
    NO_PLAN = "no-plan-found"
    """Documents of the unit's governing bodies are held, and none carries the document out."""
    NOTHING_KNOWN = "nothing-known"
    """No document of the unit's governing bodies is held: whether it has a plan is not known."""
    NOT_CONCERNED = "not-concerned"
    """The unit did not exist any more when the document was issued, or on the day asked for; or it does not lie in
    the unit whose document it is."""

    @property
    def covered(self) -> bool:
        """Whether the unit has a plan of its own beyond doubt."""
        return self in (CellState.OWN, CellState.CITED)


@dataclass(frozen=True, slots=True)
class Plan:
    """One document that carries out another, surely or perhaps, with a shortest way to it.

    Args:
        document: The plan.
        unit: IRI of the unit of its issuing body; ``None`` where that is not known.
        governing: Whether that body is one of those that govern the unit.
        open: Whether an undecided citation stands in every way to the document.
        backwards: Whether a step of the way is dated before what it carries out: an error in the sources.
        chain: The edges from the plan to the document, each with its sentences, the plan's own first.
    """

    document: Entity
    unit: str | None
    governing: bool
    open: bool
    backwards: bool
    chain: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class CoverageUnit:
    """One row: an administrative unit.

    Args:
        iri: IRI of the place; the graph may hold no such entity, if only the tables know the unit.
        name: Full name (``huyện Phụng Hiệp``).
        around: What lies around it, or ``None``.
        level: Its level.
        held: Documents of its governing bodies whose text is held.
        valid_from: Its first day; ``None`` if no beginning is known.
        valid_to: Its last day; ``None`` if it still exists, as far as is known.
    """

    iri: str
    name: str
    around: str | None
    level: Level
    held: int
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """How one unit stands to one document.

    Args:
        document: IRI of the document that is to be carried out.
        unit: IRI of the unit.
        state: How it stands.
        plans: The plans of the unit's bodies: sure ones first, those of governing bodies first among them, then by
            date. In the state ``ABOVE``, those of the nearest unit around it that has any.
    """

    document: str
    unit: str
    state: CellState
    plans: tuple[Plan, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Documents × units.

    Args:
        documents: The columns, by date.
        units: The rows, by the names of the units around them and their own.
        cells: One row of cells for each unit, in the order of the documents.
        unplaced: By document: plans of the level asked for, or of an unknown level, of which it is not known which
            unit's they are. They stand in no cell.
        others: All documents at the ends of the edges of the chains, by IRI.
        undated: How many of the documents, plans and steps between them have no date, so that a day asked for could
            not rule them out; 0 if none was asked for.
    """

    documents: tuple[Entity, ...]
    units: tuple[CoverageUnit, ...]
    cells: tuple[tuple[CoverageCell, ...], ...]
    unplaced: Mapping[str, tuple[Plan, ...]]
    others: Mapping[str, Entity]
    undated: int = 0

    def count(self, document: str) -> dict[CellState, int]:
        """Return how many units stand how to one document; states without any are left out.

        Args:
            document: Its IRI.
        """
        found = [cell.state for row in self.cells for cell in row if cell.document == document]
        return {state: found.count(state) for state in CellState if state in found}

"""Indicators as the graph keeps them, and as the query API hands them out."""

from dataclasses import dataclass
from decimal import Decimal

from graph.answers import Entity
from ontology.indicators import Aim, Amount, Bound, Change
from ontology.periods import Period
from ontology.statements import Evidence


@dataclass(frozen=True, slots=True)
class GraphIndicator:
    """One number that a source gives of something; see ``ontology.indicators.Indicator``.

    Args:
        id: Hash of source and place in it: the same in every build.
        amount: Number and unit.
        name: The words that say what is measured.
        change: Level, or change by or to.
        bound: How exact.
        aim: Result or target.
        document: IRI of the document that says it.
        evidence: The sentence.
        origin: The value before a change, or ``None``.
        basis: What it is compared with, or ``None``.
        place: IRI of the place, or ``None``.
        place_inherited: Whether the place is only the document's own.
        period: When, or ``None``.
        period_inherited: Whether the period is only that of the document's title.
        programme: IRI of the programme, or ``None``.
    """

    id: str
    amount: Amount
    name: str
    change: Change
    bound: Bound
    aim: Aim
    document: str
    evidence: Evidence
    origin: Decimal | None = None
    basis: str | None = None
    place: str | None = None
    place_inherited: bool = False
    period: Period | None = None
    period_inherited: bool = False
    programme: str | None = None


@dataclass(frozen=True, slots=True)
class IndicatorAnswer:
    """An indicator with the entities that it is said of.

    Args:
        indicator: The indicator.
        document: The document that says it.
        place: Its place, or ``None``.
        programme: Its programme, or ``None``.
    """

    indicator: GraphIndicator
    document: Entity
    place: Entity | None
    programme: Entity | None

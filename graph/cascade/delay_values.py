"""What the question of delays answers: how many days pass from one step of the cascade to the next."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.answers import Edge, Entity


class DelayGrouping(StrEnum):
    """By what delays are grouped."""

    DOCUMENT = "document"
    """The document that is carried out."""
    ISSUER = "issuer"
    """The body that issued what carries out."""
    LEVEL = "level"
    """The levels of what is carried out and of what carries out."""
    PROVINCE = "province"
    """The province of the body that issued what carries out."""


class Uncounted(StrEnum):
    """Why a pair of documents has no number of days."""

    NO_DATE = "no-date"
    """One of the two has no date at all."""
    NO_DAY = "no-day"
    """Both have a date, but of one only the year or the month is known."""
    OPEN = "open"
    """It is not decided which document is meant."""
    BACKWARDS = "backwards"
    """What carries out is dated first: an error in the sources."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How numbers of days are spread.

    Median and quartiles are those of ``statistics.quantiles(…, method="inclusive")``: the lowest and the highest number
    are the ends of the scale, and between two numbers is interpolated. A single number is all of them.

    Args:
        count: How many numbers.
        least: The lowest, in days.
        lower_quartile: A quarter of the numbers is not above it.
        median: Half of them is not above it.
        upper_quartile: Three quarters are not above it.
        most: The highest.
    """

    count: int
    least: int
    lower_quartile: float
    median: float
    upper_quartile: float
    most: int


@dataclass(frozen=True, slots=True)
class Delay:
    """Two documents and the days between them.

    Args:
        source: What carries out.
        target: What is carried out.
        days: From the date of ``target`` to that of ``source``.
        edges: The statements that join the two, with their sentences; several relations are one delay. For a delay
            from the top, the edges of a shortest way.
    """

    source: Entity
    target: Entity
    days: int
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class DelayGroup:
    """Delays that belong together.

    Args:
        key: IRI of the document, body or province, or the levels (``central>province``); ``None`` where not known.
        name: What to show; empty where it is not known.
        steps: Their spread.
    """

    key: str | None
    name: str
    steps: Spread


@dataclass(frozen=True, slots=True)
class Delays:
    """The whole answer.

    Args:
        root: The document asked for, below which everything lies; ``None`` for the whole graph.
        steps: From each document to what carries it out directly; ``None`` if there is no number.
        from_top: From the document asked for, or from those that carry out nothing themselves, to all that carry them
            out; ``None`` if there is no number.
        groups: The steps by what was asked for, largest median first.
        slowest: The steps of the most days, with their sentences.
        slowest_from_top: The same from the top; the sentences are those of a shortest way.
        uncounted: How many steps have no number of days, by the reason.
        uncounted_from_top: The same from the top.
        backwards: Steps that are dated backwards, most days first, as many as of the slowest.
        undated: How many of the documents have no date, so that a day asked for could not rule them out; 0 if none
            was asked for.
        others: All documents at the ends of edges, by IRI.
    """

    root: Entity | None
    steps: Spread | None
    from_top: Spread | None
    groups: tuple[DelayGroup, ...]
    slowest: tuple[Delay, ...]
    slowest_from_top: tuple[Delay, ...]
    uncounted: Mapping[Uncounted, int]
    uncounted_from_top: Mapping[Uncounted, int]
    backwards: tuple[Delay, ...]
    undated: int
    others: Mapping[str, Entity]

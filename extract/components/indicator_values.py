"""What is found out about the subject of a number, and the names of the rules that find it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from extract.components.indicator_clauses import Word
from extract.components.indicator_numbers import Number
from extract.components.indicator_wording import Links
from ontology.indicators import Bound, Change, UnitKind

MEASURE, COUNTED, CLAUSE, CHAINED, BEFORE, REACHED = (
    "chi-so-do",
    "dem-doi-tuong",
    "menh-de-truoc",
    "noi-tiep",
    "ve-truoc",
    "so-dat-duoc",
)
"""Names of the rules: a measure's name stands before; things counted; a clause stands before; the number goes on with
what the one before measures; the clause before the comma; how many of what is to be reached were."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a number measures and what is said of it.

    Args:
        start: Where its words begin in the normalised text.
        end: Index behind them.
        rule: Name of the rule.
        change: Level or change.
        bound: How exact.
        origin: The value before a change.
        basis: Where the words stand that tell what it is compared with: start and end, or ``None``.
        part: Number of the clause's part in the sentence.
        cuts: What in the words is no part of the name: the number itself.
    """

    start: int
    end: int
    rule: str
    change: Change
    bound: Bound
    origin: Decimal | None
    basis: tuple[int, int] | None
    part: int
    cuts: tuple[tuple[int, int], ...] = ()


Cuts: TypeAlias = tuple[tuple[int, int], ...]
Choice: TypeAlias = tuple[int, int, str, tuple[int, int] | None, Cuts]
"""Start, end, rule, basis and cuts of a subject."""


def around(
    number: Number,
    words: Sequence[Word],
    behind: Sequence[Word],
    basis: tuple[int, int] | None,
    start: int | None = None,
) -> Choice:
    """Return the subject of an amount that stands inside its words (``duy tu`` *16 km* ``đường nông thôn``)."""
    if start is None:
        start = words[0].start if words else number.end
    cut = words[-1].end if words else number.start
    return start, behind[-1].end, COUNTED, basis, ((cut, number.end),)


def same_things(number: Number, other: Number | None) -> bool:
    """Tell whether a change in things counted can be one of those that another number counts."""
    if other is None or other.amount.kind is not UnitKind.COUNT:
        return True
    return number.amount.unit.split()[0] == other.amount.unit.split()[0]


def bound_of(text: str, number: Number, links: Links) -> Bound:
    """Return how exact a number is meant to be, by the words before it or behind it."""
    if text.startswith(" trở lên", number.end):
        return Bound.AT_LEAST
    return links.bound or Bound.EXACT

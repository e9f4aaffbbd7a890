"""Indicators: numbers that a source gives, with what they measure, where, when, and the sentence."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ontology.periods import Period
from ontology.spans import Span
from ontology.statements import Evidence


class UnitKind(StrEnum):
    """What a unit counts or measures."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    AREA = "area"
    LENGTH = "length"
    VOLUME = "volume"
    WEIGHT = "weight"
    ENERGY = "energy"
    TIME = "time"
    RATIO = "ratio"


class Change(StrEnum):
    """What is said of the number: a level that is reached, or by or to how much something changed."""

    LEVEL = "level"
    INCREASE_BY = "increase_by"
    INCREASE_TO = "increase_to"
    DECREASE_BY = "decrease_by"
    DECREASE_TO = "decrease_to"


class Bound(StrEnum):
    """How exact the number is meant to be."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Aim(StrEnum):
    """Whether the number was reached or is aimed at."""

    RESULT = "result"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, as written.

    Args:
        value: The number (``12.5`` for ``12,5 tỷ đồng``); of a range the lower end.
        unit: The unit in its standard form (``tỷ đồng``, ``xã``, ``%``).
        kind: What the unit counts or measures.
        denominator: The whole, for ``42/50 chỉ tiêu``, or ``None``.
        upper: The upper end of a range (``3 - 5%``), or ``None``.
        per: What it is given for, outermost last (``("người", "năm")`` for ``triệu đồng/người/năm``).
        scale: How many base units one unit is (1,000,000,000 for ``tỷ đồng``).
        base: The base unit (``đồng``); ``unit`` itself for things that are counted.
    """

    value: Decimal
    unit: str
    kind: UnitKind
    denominator: Decimal | None = None
    upper: Decimal | None = None
    per: tuple[str, ...] = ()
    scale: Decimal = Decimal(1)
    base: str = ""

    @property
    def in_base(self) -> Decimal:
        """The number in base units: what amounts of different units are compared by."""
        return self.value * self.scale


@dataclass(frozen=True, slots=True)
class Indicator:
    """One number that a source gives of something.

    Args:
        amount: The number and its unit.
        span: Where number and unit stand, in the original text.
        subject: Where the words stand that say what is measured, in the original text; may enclose ``span``.
        name: These words without the number, white space folded (``Kết nạp đảng viên mới``).
        change: Level, or change by or to.
        bound: Exact, about, over, under, at least, at most.
        aim: Result or target.
        evidence: The sentence.
        origin: The value before a change (``3.5`` in ``từ 3,5% xuống còn 2,1%``), or ``None``.
        basis: What it is compared with, as written (``kế hoạch``, ``so với cùng kỳ``), or ``None``.
        place: Index of the place's mention, or ``None``.
        place_inherited: Whether, with no place named, the document's own place is meant.
        period: When, or ``None``.
        period_inherited: Whether the period is that of the document's title.
        programme: Index of the programme's mention where the sentence or the head of the list names one, or ``None``.
    """

    amount: Amount
    span: Span
    subject: Span
    name: str
    change: Change
    bound: Bound
    aim: Aim
    evidence: Evidence
    origin: Decimal | None = None
    basis: str | None = None
    place: int | None = None
    place_inherited: bool = False
    period: Period | None = None
    period_inherited: bool = False
    programme: int | None = None

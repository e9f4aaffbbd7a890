"""Numbers with a unit of measure: the candidates for indicators, read in one pass."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from extract.found import Found
from ontology.folding import modern_tones
from ontology.indicator_words import indicator_words
from ontology.indicators import Amount, UnitKind
from ontology.measures import Needs, UnitOfMeasure, units_of_measure

_NUM = r"\d(?:\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d*(?:[.,]\d+)?)(?!\d|[.,]\d)"
# A digit leads, so that the engine skips to it; what stands before it is looked at afterwards.
_NUMBER = re.compile(
    rf"(?P<a>{_NUM})(?: ?\([a-zà-ỹđ]+(?: [a-zà-ỹđ]+){{0,4}}\))?"
    rf"(?:(?P<sep> ?/ ?|%? ?[-–] ?)(?P<b>{_NUM}))? ?(?P<unit>[^\W\d]|%)"
)
# All digits of a number are taken at once, and most numbers (dates, codes, years) end here.
_DIGITS = re.compile(r"\d[\d.,]*+( ?[^\W\d]| ?[%(/–-])?")
_IN_WORDS = re.compile(r"[óò](?:n (?:lại )?| )(?P<word>hai|ba|bốn|sáu|bảy|tám|chín|mười) (?=[a-zđ])")
_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_OF_TIME = ("năm", "tháng", "quý", "ngày")
_FIRST_ARTICLE = "Điều 1."
_PER = re.compile(r"(?: ?/ ?(?:\d[\d.]* )?[a-zđà-ỹ]+(?:2|²)?(?: dân)?){1,2}")
_FIRST = re.compile(r"%|[^\W\d_]+[23²³]?(?:-[^\W\d_]+)*")
_GLUED = re.compile(r"[\w./,:+]|[-–](?<=\w[-–])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_UNIT = 34


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit.

    Args:
        start: Index of its first digit in the normalised text.
        end: Index behind its unit and what it is given for.
        amount: Number and unit.
        needs: What must be said with it to be an indicator.
        unit_start: Where the unit begins.
        in_words: Whether it is written in words.
    """

    start: int
    end: int
    amount: Amount
    needs: Needs | None
    unit_start: int
    in_words: bool = False


def find_numbers(text: str, mentions: Sequence[Found]) -> list[Number]:
    """Find the numbers that stand before a unit, outside of all mentions.

    Args:
        text: The normalised text.
        mentions: All mentions in order, flat; the numbers of codes, dates, titles and names are theirs.

    Returns:
        Candidates in order; none is a date, a code, a numbering or a year.
    """
    found: list[Number] = []
    taken = iter((item.start, item.stop) for item in mentions)
    behind = 0
    begin, stop = next(taken, (len(text), len(text)))
    for digits in _DIGITS.finditer(text):
        start = digits.start()
        if digits.lastindex is None or start < behind:
            continue
        while stop <= start:
            begin, stop = next(taken, (len(text), len(text)))
        if begin <= start < stop:
            continue
        match = _NUMBER.match(text, start)
        number = _number(text, match) if match is not None else None
        if number is not None:
            found.append(number)
            behind = number.end
    if _FIRST_ARTICLE in text:
        return found  # a legal text's numbers in words are rules, and looking for them takes as long as all the rest
    words = [number for match in _IN_WORDS.finditer(text) if (number := _written(text, match)) is not None]
    return sorted([*found, *words], key=lambda number: number.start) if words else found


def decimal_of(digits: str) -> Decimal:
    """Return the value of a number in Vietnamese writing (``1.234,56``), or with a decimal point (``334.6``).

    >>> decimal_of("1.346.647"), decimal_of("12,5"), decimal_of("334.6")
    (Decimal('1346647'), Decimal('12.5'), Decimal('334.6'))
    """
    whole, comma, fraction = digits.partition(",")
    if comma:
        return Decimal(f"{whole.replace('.', '')}.{fraction}")
    head, point, tail = digits.rpartition(".")
    if point and (len(tail) != 3 or head == "0"):
        return Decimal(f"{head}.{tail}")
    return Decimal(digits.replace(".", ""))


@cache
def _units() -> dict[str, list[tuple[str, UnitOfMeasure]]]:
    """Return the units by the first word of their forms, in small letters; longer forms first."""
    found: dict[str, list[tuple[str, UnitOfMeasure]]] = {}
    for row in units_of_measure():
        for form in (row.unit, *row.forms):
            lower = modern_tones(form).lower()
            first = _FIRST.match(lower)
            if first is None:
                raise ValueError(f"units_of_measure.json: no unit: {form!r}")
            found.setdefault(first.group(), []).append((lower, row))
    for rows in found.values():
        rows.sort(key=lambda pair: -len(pair[0]))
    return found


def _unit_at(text: str, position: int) -> tuple[int, UnitOfMeasure] | None:
    first = _FIRST.match(text, position)
    rows = _units().get(first.group().lower()) if first else None
    if rows is None:
        return None
    window = modern_tones(text[position : position + _LONGEST_UNIT]).lower()
    for form, row in rows:
        if window.startswith(form) and not window[len(form) : len(form) + 1].isalnum():
            if row.other and window[len(form) :].lstrip().startswith(row.other):
                return None
            return position + len(form), row
    return None


def unit_end(text: str, position: int) -> int:
    """Return the index behind the unit that begins at a position; the position itself where none does."""
    unit = _unit_at(text, position)
    return position if unit is None else unit[0]


def _number(text: str, match: re.Match[str]) -> Number | None:
    start, position = match.start(), match.start("unit")
    unit = _unit_at(text, position)
    if unit is None or (start and _GLUED.match(text, start - 1)) or _is_numbering(text, start, match["a"]):
        return None
    end, row = unit
    first, second, separator = match["a"], match["b"], match["sep"]
    if _YEAR.fullmatch(second or first) and (row.kind is UnitKind.COUNT or separator):
        return None
    value, denominator, upper = decimal_of(first), None, None
    if separator is not None and separator.strip() == "/":
        if row.kind is UnitKind.PERCENT:
            return None  # "80,5/90%": reached and asked for
        denominator = decimal_of(second)
    elif separator is not None:
        upper = decimal_of(second)
        if upper <= value:
            return None
    per: tuple[str, ...] = ()
    if behind := _PER.match(text, end):
        parts = tuple(part.strip() for part in behind.group().split("/")[1:])
        if all(part.lstrip("0123456789. ") in indicator_words().per for part in parts):
            per, end = parts, behind.end()
    unit_name = _counted_as(text[position : unit[0]], row)
    amount = Amount(value, unit_name, row.kind, denominator, upper, per, row.scale, row.base)
    return Number(start, end, amount, row.needs, position)


def _counted_as(written: str, row: UnitOfMeasure) -> str:
    """Return the noun of things counted as it is written, and the standard form of a measure."""
    if row.kind is not UnitKind.COUNT or row.scale != 1:
        return row.unit
    return written if written.isupper() else written.lower()


def _written(text: str, match: re.Match[str]) -> Number | None:
    unit = _unit_at(text, match.end())
    if unit is None or unit[1].kind is not UnitKind.COUNT:
        return None
    end, row = unit
    unit_name = _counted_as(text[match.end() : end], row)
    amount = Amount(Decimal(_WORDS[match["word"]]), unit_name, row.kind, scale=row.scale, base=row.base)
    return Number(match.start("word"), end, amount, row.needs, match.end(), in_words=True)


def _is_numbering(text: str, start: int, digits: str) -> bool:
    """Tell whether the word before a number makes it a name, a date or a numbering (``ấp 4``, ``khoản 2``)."""
    before = text[max(0, start - 24) : start].lower().split()
    if not before:
        return False
    if not digits.isdecimal() and before[-1] in _OF_TIME:
        return False  # "lúa cả năm 177.839 ha": no year is written so
    numbering = indicator_words().numbering
    if before[-1] == "số":
        return len(before) < 2 or before[-2] not in ("tổng", "trong", "với", "có")
    return before[-1] in numbering or " ".join(before[-2:]) in numbering

"""Terms of office: whether a document's date lies in the term that a citation names."""

import datetime as dt
import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ontology.dates import PartialDate

_ROMAN = re.compile(r"\b([IVX]+)\b")
_YEARS = re.compile(r"\b(\d{4})\s*[-–—]\s*(\d{4})\b")


@dataclass(frozen=True, slots=True)
class _Terms:
    """The Central Committee's terms, and the kinds of organ (folded) whose terms are counted with its numbers."""

    organs: frozenset[str]
    days: dict[str, tuple[dt.date, dt.date]]


@cache
def _central_terms() -> _Terms:
    """Read the terms: first day of the congress that elected the Committee to the last day of the next."""
    table = json.loads(files("graph").joinpath("tables/terms.json").read_text(encoding="utf-8"))
    days = {
        row["term"]: (dt.date.fromisoformat(row["from"]), dt.date.fromisoformat(row["to"])) for row in table["terms"]
    }
    return _Terms(frozenset(organ.casefold() for organ in table["organs"]), days)


def central_terms(date: PartialDate) -> frozenset[str]:
    """Return the numbers of the Central Committee's terms that a date can be of: two on the days of a congress."""
    return frozenset(term for term, days in _central_terms().days.items() if _lies_in(date, *days))


def fits_term(term: str, date: PartialDate, family: str) -> bool | None:
    """Tell whether a document of that date can be of the named term.

    Args:
        term: As written: ``khóa XIII``, ``nhiệm kỳ 2020 - 2025``.
        date: The document's date.
        family: The issuing organ's kind (``Scope.family``): "khóa XIII" of the National Assembly or of a people's
            council is another count than the Central Committee's, and only that one is known here.

    Returns:
        ``None`` where the term says nothing that is known here.
    """
    if years := _YEARS.search(term):
        return int(years[1]) <= date.year <= int(years[2])
    roman = _ROMAN.search(term)
    known = _central_terms()
    if roman is None or family not in known.organs or roman[1] not in known.days:
        return None
    return _lies_in(date, *known.days[roman[1]])


def _lies_in(date: PartialDate, first: dt.date, last: dt.date) -> bool:
    if date.month is None:
        return first.year <= date.year <= last.year
    # A month alone fits if any day of it does.
    return (first.year, first.month) <= (date.year, date.month) <= (last.year, last.month) and (
        date.day is None or first <= date.first_day <= last
    )

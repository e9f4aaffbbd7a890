"""Terms of office: whether a document's date lies in the term that a citation names."""

import datetime as dt
import json
import re
from functools import cache
from importlib.resources import files

from ontology.dates import PartialDate
from ontology.levels import Level

_ROMAN = re.compile(r"\b([IVX]+)\b")
_YEARS = re.compile(r"\b(\d{4})\s*[-–—]\s*(\d{4})\b")


@cache
def _central_terms() -> dict[str, tuple[dt.date, dt.date]]:
    """Terms of the Central Committee, first day of the congress that elected it to the last day of the next."""
    rows = json.loads(files("graph").joinpath("tables/terms.json").read_text(encoding="utf-8"))
    return {row["term"]: (dt.date.fromisoformat(row["from"]), dt.date.fromisoformat(row["to"])) for row in rows}


def central_terms(date: PartialDate) -> frozenset[str]:
    """Return the numbers of the Central Committee's terms that a date can be of: two on the days of a congress."""
    return frozenset(term for term in _central_terms() if fits_term(term, date, Level.CENTRAL))


def fits_term(term: str, date: PartialDate, level: Level | None) -> bool | None:
    """Tell whether a document of that date can be of the named term.

    Args:
        term: As written: ``khóa XIII``, ``nhiệm kỳ 2020 - 2025``.
        date: The document's date.
        level: The issuing organ's level: numbers of terms are known here for central bodies only.

    Returns:
        ``None`` where the term says nothing that is known here.
    """
    if years := _YEARS.search(term):
        return int(years[1]) <= date.year <= int(years[2])
    roman = _ROMAN.search(term)
    if roman is None or level is not Level.CENTRAL or roman[1] not in _central_terms():
        return None
    first, last = _central_terms()[roman[1]]
    if date.month is None:
        return first.year <= date.year <= last.year
    # A month alone fits if any day of it does.
    return (first.year, first.month) <= (date.year, date.month) <= (last.year, last.month) and (
        date.day is None or first <= date.first_day <= last
    )

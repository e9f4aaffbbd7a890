"""How old a document must be by the words before it: "tổng kết 10 năm thực hiện Chỉ thị …" means none of this year."""

import datetime as dt
import json
import re
from functools import cache
from importlib.resources import files

from ontology.folding import modern_tones

_READ_BACK = 60
"""How much of the text before a citation is looked at, in characters."""


@cache
def _carried_out_for() -> re.Pattern[str]:
    table = json.loads(files("graph").joinpath("tables/age_words.json").read_text(encoding="utf-8"))
    before, between, verbs = ("|".join(table[key]) for key in ("before", "between", "verbs"))
    return re.compile(rf"(?:{before}) (\d{{1,2}}) năm (?:(?:{between}),? ){{0,3}}(?:{verbs}) $")


def years_before(text: str, start: int) -> int | None:
    """Return for how many years the words before a citation say that it was carried out, or ``None``.

    Args:
        text: The source's text.
        start: Offset in it at which the citation begins.
    """
    said = text[max(0, start - _READ_BACK) : start]
    # Cheap first: most citations have no years before them.
    if not any(digit in said for digit in "0123456789"):
        return None
    found = _carried_out_for().search(" ".join(modern_tones(said).casefold().split()) + " ")
    return int(found[1]) if found else None


def latest_by_age(text: str, start: int, last: dt.date | None) -> dt.date | None:
    """Return the latest day that a cited document can be of by the years that it was carried out.

    A review is planned in the year before it: what is to be ten years old then is of nine years ago at the latest.

    Args:
        text: The source's text.
        start: Offset in it at which the citation begins.
        last: The latest day that the source can be of.
    """
    years = years_before(text, start) if last is not None else None
    return dt.date(last.year - years + 1, 12, 31) if last is not None and years else None

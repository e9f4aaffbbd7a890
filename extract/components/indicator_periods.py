"""Periods as texts give them (``9 tháng năm 2024``, ``giai đoạn 2021 - 2025``, ``đến tháng 6/2025``)."""

import re
from collections.abc import Iterator

from ontology.dates import PartialDate
from ontology.periods import Period

_Y = r"(?:19|20)\d\d(?!\d)"
_TO = rf"(?: ?[-–] ?| đến (?:hết )?(?:năm )?)(?P<last>{_Y})"
_PERIOD = re.compile(
    rf"(?P<stage>giai đoạn|thời kỳ|năm học|các năm|năm)(?: từ)?(?: năm)? (?P<first>{_Y}){_TO}"
    rf"|từ năm (?P<since>{_Y})(?: đến (?:hết )?năm (?P<until>{_Y})| đến nay)"
    r"|(?P<months>\d{1,2}|sáu|chín|ba) tháng(?P<half> đầu| cuối)?"
    rf"(?: (?:của )?năm(?: (?P<my>{_Y}))?|[ /](?P<my2>{_Y}))"
    rf"|quý (?P<quarter>iv|i{{1,3}}|[1-4])(?: ?/ ?| năm | )(?P<qy>{_Y})"
    rf"|(?P<to>(?:tính )?đến (?:hết |cuối )?)?(?:ngày (?P<d>\d{{1,2}}) ?[/.-] ?(?P<m>\d{{1,2}}) ?[/.-] ?(?P<y>{_Y})"
    rf"|tháng (?P<m2>\d{{1,2}})(?: ?[/.] ?| năm )(?P<y2>{_Y})"
    rf"|(?:hết )?(?:cuối )?năm (?P<y3>{_Y}))(?! ?[-–/] ?\d)",
    re.IGNORECASE,
)
# A year or a month stands in each of them: most sentences have none, and the pattern above is slow.
_HINT = re.compile(r"19\d\d|20\d\d|tháng|THÁNG|Tháng")
_BEFORE_HINT = 40
_COMPARED = re.compile(r"(?:so với|so|cùng kỳ|cùng kỳ của|với|hơn|đầu|từ|khai mạc|thành lập|ngày \d{1,2}) ?$")
_MONTHS = {"ba": 3, "sáu": 6, "chín": 9}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def periods_in(text: str, start: int, end: int, year: int | None = None) -> Iterator[tuple[int, int, Period]]:
    """Yield the periods of a stretch of text with their places, without years that something is compared with.

    Args:
        text: The normalised text.
        start: Where the stretch begins.
        end: Index behind it.
        year: The document's own year, for ``6 tháng đầu năm``; without it such words tell no period.
    """
    first = _HINT.search(text, start, end)
    if first is None:
        return
    for match in _PERIOD.finditer(text, max(start, first.start() - _BEFORE_HINT), end):
        if _COMPARED.search(text[max(start, match.start() - 14) : match.start()].lower()):
            continue
        try:
            dates = _dates(match, year)
            if dates is not None:
                yield match.start(), match.end(), Period(" ".join(match.group().split()), *dates)
        except ValueError:
            continue  # no such month or day, or the years are reversed: the text errs, and tells no period


def period_at(text: str, position: int) -> tuple[int, Period] | None:
    """Return the period that begins exactly at a position, and the index behind it."""
    match = _PERIOD.match(text, position)
    if match is None:
        return None
    try:
        dates = _dates(match, None)
        return None if dates is None else (match.end(), Period(" ".join(match.group().split()), *dates))
    except ValueError:
        return None


def _dates(match: re.Match[str], year: int | None) -> tuple[PartialDate | None, PartialDate | None] | None:
    if match["first"]:
        return PartialDate(int(match["first"])), PartialDate(int(match["last"]))
    if match["since"]:
        return PartialDate(int(match["since"])), PartialDate(int(match["until"])) if match["until"] else None
    if match["months"]:
        return _of_months(match, year)
    if match["quarter"]:
        quarter = _QUARTERS.get(match["quarter"].lower()) or int(match["quarter"])
        of = int(match["qy"])
        return PartialDate(of, 3 * quarter - 2), PartialDate(of, 3 * quarter)
    if match["d"]:
        day = PartialDate(int(match["y"]), int(match["m"]), int(match["d"]))
        return (None, day) if match["to"] else None  # a bare day dates an event or a document
    if match["m2"]:
        month = PartialDate(int(match["y2"]), int(match["m2"]))
        return (None if match["to"] else month), month
    whole = PartialDate(int(match["y3"]))
    return (None if match["to"] else whole), whole


def _of_months(match: re.Match[str], year: int | None) -> tuple[PartialDate, PartialDate] | None:
    said = match["my"] or match["my2"]
    of = int(said) if said else year
    months = _MONTHS.get(match["months"].lower()) or int(match["months"])
    if of is None or not 1 <= months <= 12:
        return None
    if match["half"] and match["half"].strip().lower() == "cuối":
        return PartialDate(of, 13 - months), PartialDate(of, 12)
    return PartialDate(of, 1), PartialDate(of, months)

"""Reading dates out of Vietnamese text."""

import re

from ontology.dates import PartialDate

# "16/6/2022", "16-6-2022", "16.6.2022", "03/12 / 2004", "16/6 2025" and "ngày 16 tháng 6 năm 2022".
_NUMERIC = r"(?P<d>\d{1,2}) ?[/.\-] ?(?P<m>\d{1,2}) ?[/.\- ] ?(?P<y>\d{4})(?!\d)"
_WORDS = r"(?P<d2>\d{1,2})[ \n]?tháng[ \n]?(?P<m2>\d{1,2})[ \n]?năm[ \n]?(?P<y2>\d{4})(?!\d)"
DATE = rf"(?:{_NUMERIC}|{_WORDS})"
"""A day, to be put into a larger pattern once; read the match with ``date_of``."""

# "Luật Đất đai năm 2013", "Luật Đất đai 2013", "Luật Đất đai (2013)".
_YEAR_ONLY = re.compile(r"(?: ?,? ?\(?năm |[ ]\(?)(?P<year>(?:19|20)\d\d)(?![\d/]|\.\d| ?[-–] ?\d)\)?", re.IGNORECASE)
_HOUR = r"(?:hồi \d{1,2} ?(?:giờ|h|g) ?(?:\d{1,2}(?: phút)?)?,? )?"
# A bracket is read to its end where it holds the date alone; there "ngày" may be missing.
_AFTER = re.compile(
    r"(?: \((?:sửa đổi|sửa đổi, bổ sung)\))?"
    rf" ?,? ?(?:(?P<bracket>[(\[]) ?(?=[^()\[\]\n]{{6,40}}[)\]])(?:ngày,? ?)?(?=\d)|"
    rf"(?:(?:được )?(?:ban hành|ký) )?{_HOUR}(?:ngày,? ?){{1,2}}){DATE}(?(bracket) ?[)\]])",
    re.IGNORECASE,
)


def date_of(match: re.Match[str]) -> PartialDate | None:
    """Return the date in a match of ``DATE``, or ``None`` where the calendar has no such day."""
    day, month, year = (match["d"], match["m"], match["y"]) if match["d"] else (match["d2"], match["m2"], match["y2"])
    try:
        return PartialDate(int(year), int(month), int(day))
    except ValueError:
        return None


def date_after(text: str, position: int) -> tuple[PartialDate | None, int]:
    """Read a date that directly follows a citation.

    Args:
        text: The normalised text.
        position: Index behind the citation.

    Returns:
        The date and the index behind it; ``(None, position)`` where none follows. An impossible day is passed over
        (``None`` with the index behind it): the words stand, but there is no such date.
    """
    if match := _AFTER.match(text, position):
        return date_of(match), match.end()
    return None, position


def year_after(text: str, position: int) -> tuple[PartialDate | None, int]:
    """Read "năm 2013" or "2013" directly behind a law's or the constitution's name, as ``date_after`` does a day."""
    if match := _YEAR_ONLY.match(text, position):
        return PartialDate(int(match["year"])), match.end()
    return None, position

"""Marks of secrecy, urgency and draft in the head of a document."""

import re
from collections.abc import Sequence
from functools import cache

from extract.frame_lines import DRAFT
from extract.lines import Line
from ontology.folding import modern_tones
from ontology.letterhead_words import DegreeRow, letterhead_words
from ontology.marks import Secrecy, SecrecyMark, Urgency, UrgencyMark

_LONGEST_MARK = 60
_FIRST_LETTERS = frozenset("MmTtKkHhĐđ([")


@cache
def _pattern(rows: tuple[DegreeRow, ...], label: str) -> re.Pattern[str]:
    """Match a line that is nothing but the mark, perhaps with its label or, of a deadline, with day and hour."""
    words = "|".join(re.escape(row.words.casefold()) for row in rows)
    return re.compile(
        rf"[(\[]?(?:độ {label} ?:? ?)?(?P<words>{words})(?: ?:?[\d:,./h -]|giờ|phút|ngày|tháng|năm|trước| )*[)\]]?"
    )


def _degree(rows: tuple[DegreeRow, ...], label: str, line: Line) -> str | None:
    if line.text[0] not in _FIRST_LETTERS or len(line.text) > _LONGEST_MARK:
        return None
    match = _pattern(rows, label).fullmatch(modern_tones(line.text).casefold())
    return next((row.meaning for row in rows if match and row.words.casefold() == match["words"]), None)


def read_secrecy(lines: Sequence[Line]) -> SecrecyMark | None:
    """Return the degree of secrecy that one of the lines marks, if any does."""
    for line in lines:
        if degree := _degree(letterhead_words().secrecy, "mật", line):
            return SecrecyMark(Secrecy(degree), line.text)
    return None


def read_urgency(lines: Sequence[Line]) -> UrgencyMark | None:
    """Return the degree of urgency that one of the lines marks, if any does."""
    for line in lines:
        if degree := _degree(letterhead_words().urgency, "khẩn", line):
            return UrgencyMark(Urgency(degree), line.text)
    return None


def read_draft(lines: Sequence[Line]) -> str | None:
    """Return the mark of a draft as written, without brackets, if one of the lines is one."""
    for line in lines:
        match = DRAFT.match(line.text)
        # In brackets it may share its line with the title.
        if match and (match.end() == len(line.text) or match.group().startswith("(")):
            return match.group().strip("()")
    return None


def is_mark(line: Line) -> bool:
    """Tell whether a line is a mark of secrecy, urgency or draft: no organ, no title."""
    if len(line.text) > _LONGEST_MARK:
        return False
    words = letterhead_words()
    return bool(
        DRAFT.fullmatch(line.text) or _degree(words.secrecy, "mật", line) or _degree(words.urgency, "khẩn", line)
    )

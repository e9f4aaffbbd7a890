"""Headings and heads of lists: how far what a line names reaches over the lines below it."""

import re
from typing import NamedTuple

LONGEST_HEAD = 220
_REACH = 1_500
_LONGEST_TAIL = 90
_LEAST_RANK = 9
_PLAIN = 4
_DASH = 5
_MARK = re.compile(
    r"[ \t*#|“\"�]*(?:(?P<r0>Điều \d{1,3})[.:]"
    r"|(?P<r1>[IVXLC]{1,6})[.)/-](?= )|(?P<r3>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?(?= )"
    r"|(?P<r2>\d{1,2})[.)/](?= )|(?P<r4>[a-zđ])[.)](?= )|(?P<r5>[-–])|(?P<r6>[+*•]))"
)
_TAIL = re.compile(r"[^.;\n]*\n?")


class Scope(NamedTuple):
    """The lines below a heading.

    Args:
        begin: Index of the first character of the line below.
        end: Index behind the last line that the heading reaches.
        lists: Whether the heading ends with a colon, so that the lines are items of its list.
        pure: Whether the heading holds nothing but the name and its mark, so that all items are about it.
    """

    begin: int
    end: int
    lists: bool
    pure: bool


def line_start(text: str, position: int, longest: int = LONGEST_HEAD) -> int | None:
    """Return where the line of a position begins; ``None`` if that is more than ``longest`` characters off."""
    nearest = max(0, position - longest)
    found = text.rfind("\n", nearest, position)
    return found + 1 if found >= 0 or nearest == 0 else None


def heading_scope(text: str, begin: int, start: int, end: int, *, roll: bool = False) -> Scope | None:
    """Return the lines that a line heads, or ``None`` if it is no heading.

    A heading is a short line without a full stop, or the head of an item that ends with a colon.

    Args:
        text: The normalised text.
        begin: Where the line begins.
        start: Where what the heading names begins in it.
        end: Where that ends.
        roll: Whether its words tell that the lines below are a list, as a colon would.
    """
    line_end = text.find("\n", end, end + LONGEST_HEAD)
    rank = _rank(text, begin)
    if line_end < 0:
        return None
    tail = text[end:line_end].rstrip(" *|")
    short = len(tail) <= _LONGEST_TAIL and not re.search(r"[.;]", tail)
    lists = tail.endswith(":") or roll
    mark = _MARK.match(text, begin)
    if not short or "." in text[max(begin + 6, mark.end() if mark else 0) : start] or ";" in text[begin:start]:
        return None
    pure = not tail.strip(" :") and not text[mark.end() if mark else begin : start].strip(' *#|“"')
    if rank == _LEAST_RANK and not (lists or pure or text[begin:line_end].isupper()):
        return None
    if rank == _LEAST_RANK:
        items = _rank(text, line_end + 1) if lists or pure else _LEAST_RANK
        rank = 1 if text[begin:line_end].isupper() else _PLAIN if items == _LEAST_RANK else items - 1
    return Scope(line_end + 1, _scope_end(text, line_end + 1, rank), lists, pure)


def is_item(text: str, begin: int) -> bool:
    """Tell whether a line is an item of a list with dashes, letters or bullets."""
    return _PLAIN <= _rank(text, begin) < _LEAST_RANK


def _scope_end(text: str, begin: int, rank: int) -> int:
    """Return where the next line of the same rank or a higher one begins, at most so far as a heading reaches."""
    limit = min(len(text), begin + _REACH)
    position = begin
    while position < limit:
        line_end = text.find("\n", position, limit)
        line_end = limit if line_end < 0 else line_end
        if line_end > position:
            other = _rank(text, position)
            # Dashes and bullets stand below each other in either order.
            above = other == rank or other < _DASH if rank >= _DASH else other <= rank
            upper = text[position] != "|" and text[position:line_end].isupper()
            if above or (other == _LEAST_RANK and rank > _PLAIN) or upper:
                return position
        position = line_end + 1
    return limit


def _rank(text: str, begin: int) -> int:
    match = _MARK.match(text, begin)
    if match is None or match.lastgroup is None:
        return _LEAST_RANK
    return int(match.lastgroup[1:])

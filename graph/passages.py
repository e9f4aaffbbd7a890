"""The sentence around a place of a source's text, found in a few steps whatever the text's length."""

import re
from bisect import bisect_right

from ontology.spans import Span

_FARTHEST = 400
"""Characters that a sentence may reach to either side: whoever reads it wants the words around, not the page."""

_STOPS = ".!?;…"
_NO_END = re.compile(r"(?:^|\s)(?:[A-ZĐ]|TP|Tp|TS|ThS|\d\d?)$")
_ITEM = re.compile(r"(?:\w|\d\d?)[.)/]\s|\d+[.)]\d*")
_CLOSING = "”\")'"


def passage_around(text: str, span: Span) -> Span:
    """Return the sentence, or as much of it as is near, that holds a place.

    Args:
        text: The source's original text.
        span: The place.

    Returns:
        A span that holds ``span``. It ends at a full stop before white space, at the end of a paragraph, or at a word.
        A single line end inside a sentence (text broken at a column) does not end it.
    """
    start, end = _start(text, span.start), _end(text, span.end)
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _start(text: str, position: int) -> int:
    first = max(0, position - _FARTHEST)
    at = position
    while at > first:
        if _ends_at(text, at - 1):
            return at
        at -= 1
    if first == 0:
        return 0
    # Not in the middle of a word.
    while at < position and not text[at].isspace():
        at += 1
    return at


def _end(text: str, position: int) -> int:
    last = min(len(text), position + _FARTHEST)
    for at in range(position, last):
        if _ends_at(text, at):
            return at + 1
    at = last
    if last < len(text):
        while at > position and not text[at - 1].isspace():
            at -= 1
    return at if at > position else last


def _ends_at(text: str, at: int) -> bool:
    """Tell whether a sentence ends with this character."""
    char = text[at]
    if char == "\n":
        return _parts(text, at)
    if char in _CLOSING and at > 0:
        char = text[at - 1]
    if char not in _STOPS or at + 1 >= len(text) or not text[at + 1].isspace():
        return False
    # "3. Ngành", "TP. Cần Thơ": a full stop behind a short number or an abbreviation proves nothing.
    return char != "." or not (text[at + 2 : at + 3].islower() or _NO_END.search(text, max(0, at - 4), at))


def _parts(text: str, at: int) -> bool:
    """Tell whether a line end parts two sentences: not where the next line goes on with a small letter or number."""
    behind = text[at + 1 : at + 9].lstrip(" \t")
    if not behind or not (behind[0].islower() or behind[0].isdecimal()):
        return True
    # "a) …", "12. …" open an item of a list.
    return _ITEM.match(behind) is not None


class Lines:
    """Numbers of lines, each found in the time of a search: texts with thousands of places are read once.

    Args:
        text: The source's original text.
    """

    def __init__(self, text: str) -> None:
        self._ends = [at for at, char in enumerate(text) if char == "\n"] if "\n" in text else []

    def number(self, position: int) -> int:
        """Return the number of the line on which a position lies, from 1."""
        return bisect_right(self._ends, position - 1) + 1

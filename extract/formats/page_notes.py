"""Footnotes of printed pages: told from the body by their smaller letters and the mark that each begins with.

Left where they stand they would come into the middle of a sentence that goes on over the page.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.formats.pages import Line, Page

_SMALLER = 0.93
"""Letters of notes have at most this share of the body's size: 10 or 11 points against 12 to 14."""

_MARK = re.compile(r"\[\d{1,3}\]|\d{1,3}[ .)]|\*{1,3} ?\w")
_NUMBER = re.compile(r"(\d{1,3})[ .)] ?(?=\S)")
_ENDED = (".", ";", ":", "!", "?", "/", ")", "”")


def part_notes(pages: Sequence[Page], kept: Sequence[Sequence[Line]]) -> list[tuple[list[Line], list[Line]]]:
    """Return the lines of each page's body and those of the notes that begin on it.

    Args:
        pages: All pages.
        kept: Their lines without running heads and page numbers, in reading order.
    """
    body = _body_size(kept)
    parted: list[tuple[list[Line], list[Line]]] = []
    unfinished = False
    for page, lines in zip(pages, kept, strict=True):
        # The sizes that text recognition tells differ from line to line.
        begin = len(lines) if page.confidence is not None else _begin_of_notes(lines, body, unfinished=unfinished)
        first = next((index for index in range(begin, len(lines)) if _MARK.match(lines[index].text)), len(lines))
        if unfinished:
            parted[-1][1].extend(lines[begin:first])
        notes = _marked(lines[first:])
        ends = notes or lines[begin:first]
        unfinished = bool(ends) and not ends[-1].text.endswith(_ENDED)
        parted.append((list(lines[:begin]), notes))
    return parted


def _marked(notes: Sequence[Line]) -> list[Line]:
    """Return the lines of notes, each note beginning with its number in brackets, as in the texts of Word files.

    A number that does not count on from the note before is a part of its text ("ngày" "02 tháng 02").
    """
    marked: list[Line] = []
    last: int | None = None
    for line in notes:
        number = _NUMBER.match(line.text)
        if number is not None and (last is None or int(number[1]) == last + 1):
            last = int(number[1])
            line = replace(line, text=f"[{last}] {line.text[number.end() :]}")
        marked.append(line)
    return marked


def _body_size(kept: Sequence[Sequence[Line]]) -> float:
    """Return the size in which most of the text is set."""
    letters: Counter[float] = Counter()
    for line in (line for lines in kept for line in lines):
        letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _begin_of_notes(lines: Sequence[Line], body: float, *, unfinished: bool) -> int:
    """Return the index of the first line of the notes below a page's text; the number of lines if there are none.

    Args:
        lines: The page's lines.
        body: Size of the body's letters.
        unfinished: Whether the last note of the page before goes on, so that its rest need not begin with a mark.
    """
    begin = len(lines)
    while begin > 0 and lines[begin - 1].size <= _SMALLER * body:
        begin -= 1
    if unfinished:
        return begin
    return next((index for index in range(begin, len(lines)) if _MARK.match(lines[index].text)), len(lines))

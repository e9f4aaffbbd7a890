"""Lines, table cells and tab-built columns of a letterhead or a foot.

The two columns of a letterhead are a table, tabs or wide gaps in the sources; read apart, each piece is a line.
"""

import re
from dataclasses import dataclass

from extract.normalize import NormalizedText

_WIDE_GAP = 4
_FILLED_BY_HAND = re.compile(r"[-–/]|tháng|năm|\d")
_RULE = re.compile(r"[\s|*_\-–—=.]*")
# A rule of strokes divides too: "CHÍNH PHỦ_______ Số: 171/2025/NĐ-CP" is what is left of a table.
_CELL = re.compile(r"(?:[^\n|_\-–—=]++|[_\-–—=](?![_\-–—=]{3}))+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, cell or column.

    Args:
        start: Index of its first character in the normalised text.
        end: Index behind the last one.
        text: Its words.
    """

    start: int
    end: int
    text: str


def read_lines(normalized: NormalizedText, start: int, end: int, limit: int) -> list[Line]:
    """Split a stretch of the normalised text, without rules and empty lines.

    Args:
        normalized: The text, with the way back to the original, where the tabs are.
        start: Index into the normalised text.
        end: Index behind the stretch.
        limit: Reading stops at the line that reaches this number.
    """
    lines: list[Line] = []
    for match in _CELL.finditer(normalized.text, start, end):
        for begin, stop in _columns(normalized, match.start(), match.end()):
            words = normalized.text[begin:stop]
            stripped = words.strip(" \\_")
            if stripped and not _RULE.fullmatch(stripped):
                first = begin + words.index(stripped)
                lines.append(Line(first, first + len(stripped), stripped))
        if len(lines) >= limit:
            break
    return lines


def _columns(normalized: NormalizedText, start: int, end: int) -> list[tuple[int, int]]:
    """Split a line where the original has a tab or a wide gap between two columns.

    The gap that stands for a number or a day not yet filled in ("Số      -BC/HU", "ngày     tháng") divides nothing.
    """
    columns: list[tuple[int, int]] = []
    begin = start
    for position in normalized.offsets.replaced(start, end):
        if normalized.text[position] != " ":
            continue
        gap = normalized.span(position, position + 1).of(normalized.original)
        if ("\t" in gap or len(gap) >= _WIDE_GAP) and not _FILLED_BY_HAND.match(normalized.text, position + 1):
            columns.append((begin, position))
            begin = position + 1
    columns.append((begin, end))
    return columns

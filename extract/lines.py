"""Lines, table cells and tab-built columns of a letterhead or a foot.

The two columns of a letterhead are a table, tabs or wide gaps in the sources; read apart, each piece is a line that
remembers in which row and column of the source it stood.
"""

import re
from dataclasses import dataclass

from extract.normalize import NormalizedText

_WIDE_GAP = 4
_FILLED_BY_HAND = re.compile(r"[-–/]|tháng|năm|\d")
_RULE = re.compile(r"[\s|*_\-–—=.]*")
# A rule of strokes divides too: "CHÍNH PHỦ_______ Số: 171/2025/NĐ-CP" is what is left of a table.
_CELL_ENDS = re.compile(r"[\n|]|<br ?/?>|[_\-–—=]{4,}")
_COLUMN_ENDS = re.compile(r" *(?:\t[ \t]*)+| {4,}|\|")
_LONGEST_ROW = 1_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line, cell or column.

    Args:
        start: Index of its first character in the normalised text.
        end: Index behind the last one.
        text: Its words.
        row: Where the line of the original text begins that it stands in; cells of one row share it.
        column: How many columns stand before it in that row.
    """

    start: int
    end: int
    text: str
    row: int = 0
    column: int = 0


def read_lines(normalized: NormalizedText, start: int, end: int, limit: int) -> list[Line]:
    """Split a stretch of the normalised text, without rules and empty lines.

    Args:
        normalized: The text, with the way back to the original, where the tabs are.
        start: Index into the normalised text.
        end: Index behind the stretch.
        limit: Reading stops at the line that reaches this number.
    """
    lines: list[Line] = []
    places = _Places(normalized.original)
    begin = start
    while begin < end and len(lines) < limit:
        match = _CELL_ENDS.search(normalized.text, begin, end)
        stop, behind = match.span() if match else (end, end)
        for first, last in _columns(normalized, begin, stop) if begin < stop else ():
            words = normalized.text[first:last]
            stripped = words.strip(" \\_*")
            if stripped and not _RULE.fullmatch(stripped):
                at = first + words.index(stripped)
                lines.append(Line(at, at + len(stripped), stripped, *places.of(normalized.offsets.first(at))))
        begin = behind
    return lines


def between_lines(normalized: NormalizedText, first: Line, second: Line) -> str:
    """Return what the original text has between two lines."""
    return normalized.original[
        normalized.span(first.end - 1, first.end).end : normalized.span(second.start, second.start + 1).start
    ]


class _Places:
    """Tells row and column of places in the original text, asked for in ascending order."""

    def __init__(self, original: str) -> None:
        self._original = original
        self._position = self._row = 0
        self._column = 0

    def of(self, position: int) -> tuple[int, int]:
        """Return where the row begins and how many columns stand before a position."""
        lowest = max(0, position - _LONGEST_ROW, self._position)
        ends = max(self._original.rfind("\n", lowest, position), self._original.rfind("\r", lowest, position))
        if ends < 0 and self._position >= position - _LONGEST_ROW:
            begin = self._position  # the row goes on; only what is new in it is counted
        else:
            begin, self._column = (lowest if ends < 0 else ends + 1), 0
            self._row = begin
        self._column += sum(1 for _ in _COLUMN_ENDS.finditer(self._original, max(begin, 0), position))
        self._position = position
        return self._row, self._column


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

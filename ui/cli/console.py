"""What the commands write: answers to standard output, everything else to standard error."""

import csv
import io
import json
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Self, TextIO

from ui.rendering import Cell, JsonValue

# Source texts may hold terminal escape sequences, which must not reach the terminal of whoever reads them.
_CONTROLS = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if code not in (9, 10, 13)}

TABLE_WIDTH = 140
_GAP = "  "
_NARROWEST = 8


class OutputClosedError(Exception):
    """Whoever read standard output has gone (``cuthehoa … | head``): no error, but nothing more to do."""


def use_utf8() -> None:
    """Make both streams write UTF-8 whatever the console's code page: Vietnamese has no place in cp1252 or cp437.

    Line ends are left alone, so that answers are the same bytes on every system.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def write(text: str) -> None:
    """Write one piece of the answer and a line end to standard output.

    Raises:
        OutputClosedError: If nobody reads it any more.
    """
    try:
        sys.stdout.write(text + "\n")
    except BrokenPipeError as error:
        raise OutputClosedError from error


def write_json(value: JsonValue) -> None:
    """Write one JSON document."""
    write(json_text(value))


def json_text(value: JsonValue) -> str:
    """Return one JSON document as it is written."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write a heading and rows as CSV; truth values as ``true`` and ``false``, nothing as an empty cell."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([str(cell).lower() if isinstance(cell, bool) else cell for cell in row])
    write(buffer.getvalue().removesuffix("\n"))


def tell(message: str) -> None:
    """Write a message to standard error; a closed standard error is nobody's loss."""
    try:
        sys.stderr.write(message + "\n")
        sys.stderr.flush()
    except BrokenPipeError:
        return


def width(most: int = 100) -> int:
    """Columns to lay text out in: those of the terminal, ``most`` at most, and ``most`` when piped.

    Args:
        most: Longer lines are hard to read; tables bear more than sentences.
    """
    return max(40, min(most, shutil.get_terminal_size().columns)) if sys.stdout.isatty() else most


def plain(text: str) -> str:
    """Text of a source on one line, composed, and free of control characters."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_CONTROLS).split())


def wrap(text: str, *, first: str = "", rest: str = "", columns: int | None = None) -> list[str]:
    """Break a text into lines.

    Args:
        text: One paragraph.
        first: What the first line begins with.
        rest: What each further line begins with.
        columns: Width of the lines with their beginnings; by default ``width()``.
    """
    room = max(30 + len(rest), columns or width())
    lines = textwrap.wrap(text, room, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return lines or [first.rstrip()]


def table(heading: Sequence[str], rows: Sequence[Sequence[str]], *, fit: int | None = None) -> list[str]:
    """Lay rows out in columns that are as wide as their widest cell.

    Args:
        heading: Names of the columns.
        rows: One cell for each column.
        fit: Columns of the screen that a line may take: the widest columns give way, and their cells are cut.
    """
    widths = [max(len(row[i]) for row in (heading, *rows)) for i in range(len(heading))]
    while fit and sum(widths) + len(_GAP) * (len(widths) - 1) > fit and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    lines = [heading, ["─" * column for column in widths], *rows]
    return [_GAP.join(map(_fill, line, widths)).rstrip() for line in lines]


def _fill(cell: str, column: int) -> str:
    return cell.ljust(column) if len(cell) <= column else cell[: column - 1] + "…"


class Progress:
    """A line on standard error that shows how far long work has come; silent where that is no terminal.

    Args:
        doing: What is being done (``Đang đọc``).
        hidden: Show nothing.
    """

    def __init__(self, doing: str, *, hidden: bool = False) -> None:
        self._doing = doing
        self._stream: TextIO | None = sys.stderr if sys.stderr.isatty() and not hidden else None
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._shown and self._stream:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def __call__(self, done: int, total: int, file: str) -> None:
        """Show that ``done`` of ``total`` files are finished and which one was last."""
        if not self._stream:
            return
        columns = shutil.get_terminal_size().columns
        filled = 24 * done // max(total, 1)
        line = f"{self._doing} [{'█' * filled}{'·' * (24 - filled)}] {done}/{total} {plain(file)}"
        self._stream.write(f"\r\x1b[K{line[: columns - 1]}")
        self._stream.flush()
        self._shown = True

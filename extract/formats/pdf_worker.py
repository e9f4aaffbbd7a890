"""The process that opens PDF files: what a damaged or hostile file does to PDFium ends with it.

It is run as a file, apart from the package: ``pdf_worker.py text`` reads a PDF from standard input and writes a line of
JSON for each page; ``pdf_worker.py images FOLDER DPI NUMBER…`` writes pages (from 0) as grey pictures into a folder.
An error is a line ``{"error": …}``: ``password``, ``damaged``, ``security`` or ``pages``.
"""

import ctypes
import json
import math
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

import pypdfium2
from pypdfium2 import raw

MAX_PAGES = 3_000
MAX_PIXELS = 50_000_000
WIDE_GAP = 2.0
"""A gap of so many letter heights within a line divides columns; spaces of justified text stay below one."""

_SAME_LINE = 0.6
"""Characters are on one line if they share so much of the height of the lower one; a raised note number does."""

_OVERPRINT = -1.5
"""A mark or a letter of kerned text may stand a little to the left of the one before it, a new line far to the left."""

_TOUCHING = 0.02
_WORD_GAP = 0.17
"""From such a gap on there is a space, even where the file has no character for it."""

_DIGITS = frozenset("0123456789")
_SMALL, _RAISED = 0.8, 0.12
"""The number of a note has less than this share of its line's letter height, and stands so much of it higher."""

_AREA = re.compile(r"(?<![^\W\d_])[kcdh]?m\Z")
"""Before a raised "2" or "3": square and cubic metres."""

_SAMPLES = 400
_LETTERS = {0: " ", 2: "-"}
"""What PDFium says for characters that it does not know, and for a hyphen at a line's end."""

_ERRORS = {raw.FPDF_ERR_PASSWORD: "password", raw.FPDF_ERR_SECURITY: "security"}
_Character = tuple[str, float, float, float, float]
_Piece = tuple[str, _Character]
"""What stands before a character in its line (nothing, a space or a tab), and the character."""


def main(arguments: list[str], data: bytes, output: TextIO) -> None:
    """Do one task; what goes wrong is written, not raised."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        _write(output, {"error": _ERRORS.get(error.err_code, "damaged")})
        return
    if len(document) > MAX_PAGES:
        _write(output, {"error": "pages"})
    elif arguments[0] == "text":
        for number in range(len(document)):
            _write(output, _read_page(document, number))
    else:
        for number in map(int, arguments[3:]):
            _draw_page(document, number, Path(arguments[1]), int(arguments[2]))


def _write(output: TextIO, value: object) -> None:
    output.write(json.dumps(value) + "\n")


def _read_page(document: pypdfium2.PdfDocument, number: int) -> dict[str, object]:
    """Return size, lines and pictures of a page; a page that cannot be read is an empty one, marked as such."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return {"size": [0, 0], "lines": [], "images": False, "damaged": True}
    try:
        characters, turns = _characters(page)
        left, bottom, right, top = page.get_bbox()
        size = (top - bottom, right - left) if turns % 2 else (right - left, top - bottom)
        lines = list(_lines(characters))
        images = any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        return {"size": size, "lines": lines, "images": images}
    except pypdfium2.PdfiumError:
        return {"size": [0, 0], "lines": [], "images": False, "damaged": True}
    finally:
        page.close()


def _characters(page: pypdfium2.PdfPage) -> tuple[list[_Character], int]:
    """Return the characters as if the page were turned so that its text stands upright, and the turns it takes."""
    text = page.get_textpage()
    try:
        turns = _turns(text)
        characters = list(_boxes(page, text, turns))
    finally:
        text.close()
    # PDFium puts the parts of a line in order from left to right as the page lies, which is wrong for turned text.
    return (_in_order(characters) if turns else characters), turns


def _in_order(characters: list[_Character]) -> list[_Character]:
    lines: list[list[_Character]] = []
    for each in sorted(characters, key=lambda each: each[2]):
        if lines and each[2] - lines[-1][0][2] < _SAME_LINE * (each[4] - each[2]):
            lines[-1].append(each)
        else:
            lines.append([each])
    return [each for line in lines for each in sorted(line, key=lambda each: each[1])]


def _boxes(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, turns: int) -> Iterator[_Character]:
    """Yield each character with its box: left, top, right, bottom."""
    left0, bottom0, right0, top0 = page.get_bbox()
    width, height = right0 - left0, top0 - bottom0
    rectangle = raw.FS_RECTF()
    high = 0
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = code if 0xD800 <= code < 0xDC00 else 0
        if high:
            continue
        raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(rectangle))
        x0, x1 = rectangle.left - left0, rectangle.right - left0
        y0, y1 = rectangle.bottom - bottom0, rectangle.top - bottom0
        box = (
            (x0, height - y1, x1, height - y0),
            (height - y1, width - x1, height - y0, width - x0),
            (width - x1, y0, width - x0, y1),
            (y0, x0, y1, x1),
        )[turns]
        yield (_LETTERS.get(code) or chr(code), *box)


def _turns(text: pypdfium2.PdfTextPage) -> int:
    """Return by how many quarters most characters of a page are turned, with the clock.

    The page's own mark says how it is shown, not how its text runs: scanners and printers mark pages either way.
    """
    count = text.count_chars()
    angles = [raw.FPDFText_GetCharAngle(text, index) for index in range(0, count, max(1, count // _SAMPLES))]
    quarters = [round(angle / (math.pi / 2)) % 4 for angle in angles if angle >= 0]
    return max(sorted(set(quarters)), key=quarters.count) if quarters else 0


def _lines(characters: Iterable[_Character]) -> Iterator[list[object]]:
    """Yield the values of a ``Line`` for each line.

    PDFium's own line ends are not used: a page of few lines it takes for vertical writing, a letter a line. A line goes
    on while characters stand beside each other; where they do not touch there is a space, and a wide gap is a tab.
    """
    pieces: list[_Piece] = []
    blank = False
    for each in characters:
        if each[0].isspace() or each[3] <= each[1]:
            blank = blank or each[0].isspace()
            continue
        between = ""
        if pieces:
            gap = _gap(pieces[-1][1], each)
            if gap is None:
                yield _line(pieces)
                pieces = []
            else:
                between = _between(gap, blank)
        pieces.append((between, each))
        blank = False
    if pieces:
        yield _line(pieces)


def _gap(before: _Character, after: _Character) -> float | None:
    """Return how far a character stands behind another one, in letter heights; ``None`` on another line."""
    height = max(before[4] - before[2], after[4] - after[2], 0.1)
    overlap = min(before[4], after[4]) - max(before[2], after[2])
    gap = (after[1] - before[3]) / height
    smaller = min(before[4] - before[2], after[4] - after[2])
    return gap if overlap > _SAME_LINE * smaller and gap > _OVERPRINT else None


def _between(gap: float, blank: bool) -> str:
    if gap > WIDE_GAP:
        return "\t"
    return " " if gap > _TOUCHING and (blank or gap > _WORD_GAP) else ""


def _line(pieces: list[_Piece]) -> list[object]:
    boxes = [box for _, box in pieces]
    heights = sorted(box[4] - box[2] for box in boxes)
    size = heights[len(heights) // 2]
    first_word = 1
    while first_word < len(pieces) and not pieces[first_word][0]:
        first_word += 1
    return [
        _text(pieces, size),
        min(box[1] for box in boxes),
        min(box[2] for box in boxes),
        max(box[3] for box in boxes),
        max(box[4] for box in boxes),
        size,
        boxes[first_word - 1][3] - boxes[0][1],
    ]


def _text(pieces: list[_Piece], size: float) -> str:
    """Return the text of a line; the raised number of a note becomes ``[1]``, so that it does not run into a code."""
    bottoms = sorted(box[4] for _, box in pieces)
    bottom = bottoms[len(bottoms) // 2]
    parts: list[str] = []
    in_mark = False
    for between, (character, _, top, _, lower) in pieces:
        raised = character in _DIGITS and lower - top < _SMALL * size and bottom - lower > _RAISED * size
        if in_mark and (not raised or between):
            parts.append("]")
            # The mark before a note's own text stands close to it.
            between = between or (" " if "".join(parts).startswith("[") and "]" not in "".join(parts[:-1]) else "")
            in_mark = False
        if raised and not in_mark and not _AREA.search("".join(parts[-4:])):
            in_mark = True
            parts.append("[")
        else:
            parts.append(between)
        parts.append(character)
    return "".join(parts) + ("]" if in_mark else "")


def _draw_page(document: pypdfium2.PdfDocument, number: int, folder: Path, dpi: int) -> None:
    page = document[number]
    width, height = page.get_size()
    scale = min(dpi / 72, (MAX_PIXELS / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows = bytes(bitmap.buffer)
    with (folder / f"{number}.pgm").open("wb") as file:
        file.write(f"P5 {bitmap.width} {bitmap.height} 255\n".encode("ascii"))
        for row in range(bitmap.height):
            file.write(rows[row * bitmap.stride : row * bitmap.stride + bitmap.width])
    bitmap.close()
    page.close()


if __name__ == "__main__":
    main(sys.argv[1:], sys.stdin.buffer.read(), sys.stdout)

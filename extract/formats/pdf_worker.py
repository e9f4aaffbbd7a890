"""The process that opens PDF files: what a damaged or hostile file does to PDFium ends with it.

It is run as a file, apart from the package: ``pdf_worker.py text`` reads a PDF from standard input and writes a line of
JSON for each page; ``pdf_worker.py images FOLDER DPI NUMBER…`` writes pages (from 0) as grey pictures into a folder.
An error is a line ``{"error": …}``: ``password``, ``damaged``, ``security`` or ``pages``.
"""

import ctypes
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pypdfium2
from pypdfium2 import raw

MAX_PAGES = 3_000
MAX_MEMORY = 4 * 1024**3
MAX_PIXELS = 50_000_000
WIDE_GAP = 2.0
"""A gap of so many letter heights within a line divides columns; spaces of justified text stay below one."""

_ERRORS = {raw.FPDF_ERR_PASSWORD: "password", raw.FPDF_ERR_SECURITY: "security"}
_Character = tuple[str, float, float, float, float, float]


def main(arguments: list[str], data: bytes, output: TextIO) -> None:
    """Do one task; what goes wrong is written, not raised."""
    _bound_memory()
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


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = MAX_MEMORY if hard == resource.RLIM_INFINITY else min(MAX_MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _read_page(document: pypdfium2.PdfDocument, number: int) -> dict[str, object]:
    """Return size, lines and pictures of a page; a page that cannot be read is an empty one, marked as such."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return {"size": [0, 0], "lines": [], "images": False, "damaged": True}
    try:
        width, height = page.get_size()
        lines = list(_lines(_characters(page)))
        images = any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        return {"size": [width, height], "lines": lines, "images": images}
    except pypdfium2.PdfiumError:
        return {"size": [0, 0], "lines": [], "images": False, "damaged": True}
    finally:
        page.close()


def _characters(page: pypdfium2.PdfPage) -> Iterator[_Character]:
    """Yield each character with its box (left, top, right, bottom as the page is shown) and its size."""
    text = page.get_textpage()
    left0, bottom0, right0, top0 = page.get_cropbox()
    width, height, rotation = right0 - left0, top0 - bottom0, page.get_rotation()
    rectangle = raw.FS_RECTF()
    try:
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
            if rotation == 90:
                box = (y0, x0, y1, x1)
            elif rotation == 180:
                box = (width - x1, y0, width - x0, y1)
            elif rotation == 270:
                box = (height - y1, width - x1, height - y0, width - x0)
            else:
                box = (x0, height - y1, x1, height - y0)
            hyphen = raw.FPDFText_IsHyphen(text, index) == 1
            yield ("-" if hyphen else chr(code), *box, raw.FPDFText_GetFontSize(text, index))
    finally:
        text.close()


def _lines(characters: Iterator[_Character]) -> Iterator[list[object]]:
    """Yield ``[text, left, top, right, bottom, size]`` for each line."""
    line: list[_Character] = []
    for character in characters:
        if character[0] in "\r\n":
            yield from _line(line)
            line = []
        else:
            line.append(character)
    yield from _line(line)


def _line(characters: list[_Character]) -> Iterator[list[object]]:
    # Spaces that PDFium adds have no box of their own; the drawn characters tell the place.
    drawn = [each for each in characters if each[3] > each[1] and not each[0].isspace()]
    if not drawn:
        return
    parts: list[str] = []
    end: float | None = None
    for each in characters:
        if each[0].isspace() or each[3] <= each[1]:
            parts.append(" " if each[0].isspace() else each[0])
            continue
        height = each[4] - each[2]
        if end is not None and each[1] - end > WIDE_GAP * height:
            while parts and parts[-1] == " ":
                parts.pop()
            parts.append("\t")
        parts.append(each[0])
        end = each[3]
    heights = sorted(each[4] - each[2] for each in drawn)
    yield [
        "".join(parts).replace("\0", "").strip(" "),
        min(each[1] for each in drawn),
        min(each[2] for each in drawn),
        max(each[3] for each in drawn),
        max(each[4] for each in drawn),
        heights[len(heights) // 2],
    ]


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

"""Reading PDF files: the text layer by PDFium, pages without one by OCR."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from extract.encodings.decoding import undo_old_fonts
from extract.formats import ocr
from extract.formats.external import WORKER_MEMORY, TimedOutError, own_worker, run
from extract.formats.page_layout import lay_out
from extract.formats.pages import Line, Page
from extract.formats.text import ReadText
from ontology.errors import SourceError

MAX_SECONDS = 120
"""For the text layer; a thousand pages take some twenty seconds."""

MAX_SCANNED_PAGES = 500
_FEWEST_LETTERS = 20
"""A page with fewer letters and a picture is a scan with a stamp or a page number over it."""

_WORKER = Path(__file__).with_name("pdf_worker.py")
_REASONS = {
    "password": ("PDF có mật khẩu", "Bỏ mật khẩu rồi lưu lại"),
    "security": ("PDF được mã hóa theo cách chưa hỗ trợ", "Bỏ mã hóa rồi lưu lại"),
    "damaged": ("PDF hỏng", "Lấy lại bản gốc của tệp"),
    "pages": ("PDF có quá nhiều trang (hơn 3.000)", "Tách tệp thành từng văn bản"),
}


def read(data: bytes, where: Path | str) -> ReadText:
    """Read a ``.pdf`` file.

    Args:
        data: The whole file.
        where: The file, for messages.

    Returns:
        Its text with page starts; which pages came from OCR is told.

    Raises:
        SourceError: If it is damaged, encrypted or too large, or only pictures while there is no OCR.
    """
    pages, damaged = _text_layer(data, where)
    notes = [f"không mở được trang {_numbers(damaged)}"] if damaged else []
    scans = [index for index, page in enumerate(pages) if page.has_images and _letters(page) < _FEWEST_LETTERS]
    if scans:
        program = ocr.find_tesseract()
        if program is not None and len(scans) <= MAX_SCANNED_PAGES:
            pages = _with_scans(data, pages, scans, program, where)
            notes.append(ocr.note(pages))
        elif sum(map(_letters, pages)) >= _FEWEST_LETTERS:
            notes.append(f"chưa đọc trang {_numbers(scans)} vì là ảnh quét")
            scans = []
        elif program is None:
            raise ocr.missing("PDF là bản quét, không có lớp chữ", where)
        else:
            raise SourceError(
                f"PDF là bản quét có hơn {MAX_SCANNED_PAGES} trang", where=where, todo="Tách tệp thành từng văn bản"
            )
    pages, encoding = _undone(pages)
    made = lay_out(pages)
    return ReadText(
        made.text,
        "pdf",
        encoding or "unicode",
        tuple(notes),
        made.pages,
        ocr.confidence(pages) if scans else None,
        tuple(index + 1 for index in scans),
    )


def _numbers(indices: Sequence[int]) -> str:
    shown = ", ".join(str(index + 1) for index in indices[:10])
    return shown + (" …" if len(indices) > 10 else "")


def _letters(page: Page) -> int:
    return sum(character.isalpha() for line in page.lines for character in line.text)


def _undone(pages: list[Page]) -> tuple[list[Page], str | None]:
    """Return the pages with the characters of old fonts read as what they show, and the encoding that they show."""
    lines = [line.text for page in pages for line in page.lines]
    undone = undo_old_fonts("\n".join(lines))
    if undone.encoding is None:
        return pages, None
    texts = iter(undone.text.split("\n"))
    return [
        replace(page, lines=tuple(replace(line, text=next(texts)) for line in page.lines)) for page in pages
    ], undone.encoding


def _text_layer(data: bytes, where: Path | str) -> tuple[list[Page], list[int]]:
    """Return the pages, and the indices of those that could not be opened."""
    pages: list[Page] = []
    damaged: list[int] = []
    for index, row in enumerate(_work(["text"], data, MAX_SECONDS, where)):
        width, height = row["size"]
        lines = tuple(Line(*line) for line in row["lines"])
        pages.append(Page(width, height, tuple(line for line in lines if line.text), row["images"]))
        if row.get("damaged"):
            damaged.append(index)
    if not pages or len(damaged) == len(pages):
        raise _refusal("damaged", where)
    return pages, damaged


def _with_scans(data: bytes, pages: list[Page], scans: list[int], program: Path, where: Path | str) -> list[Page]:
    """Return the pages, those without text read by OCR; they are drawn a few at a time, since each takes 9 MB."""
    read_pages = list(pages)
    at_once = 8
    for begin in range(0, len(scans), at_once):
        some = scans[begin : begin + at_once]
        with tempfile.TemporaryDirectory(prefix="cuthehoa-", ignore_cleanup_errors=True) as folder:
            _work(["images", folder, str(ocr.DPI), *map(str, some)], data, MAX_SECONDS, where)
            for index in some:
                picture = Path(folder) / f"{index}.pgm"
                if not picture.is_file():
                    raise _refusal("damaged", where)
                read_pages[index] = ocr.recognise(program, picture, ocr.DPI, where)
    return read_pages


def _work(task: list[str], data: bytes, seconds: float, where: Path | str) -> list[dict[str, Any]]:
    try:
        done = run([*own_worker(_WORKER), *task], seconds=seconds, data=data, memory=WORKER_MEMORY)
    except TimedOutError as error:
        raise SourceError(f"không đọc xong PDF trong {seconds:.0f} giây", where=where, todo="Tách tệp ra") from error
    rows = [json.loads(line) for line in done.stdout.splitlines()] if not done.returncode else [{"error": "damaged"}]
    for row in rows:
        if "error" in row:
            raise _refusal(row["error"], where)
    return rows


def _refusal(reason: str, where: Path | str) -> SourceError:
    what, todo = _REASONS.get(reason, _REASONS["damaged"])
    return SourceError(what, where=where, todo=todo)

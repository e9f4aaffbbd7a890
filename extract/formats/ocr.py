"""Reading pictures of pages with Tesseract and its Vietnamese model, where they are installed."""

import csv
import io
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from extract.formats.external import WORKER_MEMORY, TimedOutError, find_program, own_worker, run
from extract.formats.page_layout import lay_out
from extract.formats.pages import Line, Page
from extract.formats.text import ReadText
from ontology.errors import SourceError

MAX_SECONDS = 180
"""For one page; a dense page of 300 dots an inch takes some five seconds."""

DPI = 300
"""At which PDF pages are drawn."""

_WORKER = Path(__file__).with_name("image_worker.py")
_UNPACK_SECONDS = 120
_AT_ONCE = 8
_REASONS = {
    "damaged": ("ảnh hỏng hoặc không phải ảnh", "Quét hoặc chụp lại văn bản"),
    "frames": ("ảnh có hơn 500 trang", "Tách tệp ra"),
    "pixels": ("ảnh lớn hơn 100 triệu điểm", "Thu nhỏ ảnh (300 dpi là đủ)"),
}

_LANGUAGE = "vie"
_SURE_WORD = 30
"""Words that Tesseract gives less than this many of 100 points are specks and stamps."""
_WIDE_GAP = 2.5
_SMALL_BLOCK = 4
"""Lines of a block that may be one column of a letterhead or of a signature."""


def find_tesseract() -> Path | None:
    """Return Tesseract's program, or ``None`` where it or its Vietnamese model is not installed."""
    program = find_program(("tesseract",), ("Tesseract-OCR/tesseract.exe",))
    return program if program is not None and _LANGUAGE in _languages(program) else None


@cache
def _languages(program: Path) -> frozenset[str]:
    try:
        listed = run([str(program), "--list-langs"], seconds=20)
    except (OSError, TimedOutError):
        return frozenset()
    return frozenset(listed.stdout.decode(errors="replace").split())


def missing(what: str, where: Path | str) -> SourceError:
    """Return the error for a source that only OCR can read, on a machine without it.

    Args:
        what: What the source is.
        where: The file.
    """
    return SourceError(
        f"{what}, cần Tesseract với gói tiếng Việt (vie), máy này chưa có",
        where=where,
        todo="Cài tesseract-ocr và tesseract-ocr-vie, hoặc lấy bản có lớp chữ",
    )


def read_image(data: bytes, where: Path | str) -> ReadText:
    """Read a picture of one page, or a TIFF of several.

    Args:
        data: The whole file.
        where: The file, for messages.

    Raises:
        SourceError: If it is damaged, too large or without text, or there is no Tesseract.
    """
    program = find_tesseract()
    if program is None:
        raise missing("ảnh chụp văn bản", where)
    pages = list(_frames(data, program, where))
    made = lay_out(pages)
    return ReadText(
        made.text,
        "image",
        "unicode",
        (note(pages),),
        made.pages,
        confidence(pages),
        tuple(range(1, len(pages) + 1)),
    )


def confidence(pages: Sequence[Page]) -> float:
    """Return the mean confidence of the pages that were read by OCR, weighted by their lines."""
    rated = [(page.confidence, len(page.lines)) for page in pages if page.confidence is not None]
    lines = sum(count for _, count in rated)
    return round(sum(value * count for value, count in rated) / lines, 4) if lines else 0.0


def note(pages: Sequence[Page]) -> str:
    """Return what the reader of the graph is told about pages from OCR."""
    count = sum(page.confidence is not None for page in pages)
    return f"{count} trang đọc bằng OCR (Tesseract), độ tin cậy trung bình {confidence(pages):.0%}, có thể sai chữ"


def _frames(data: bytes, program: Path, where: Path | str) -> Iterator[Page]:
    """Yield what Tesseract reads on each frame of a picture; they are unpacked a few at a time."""
    first, frames = 0, 1
    while first < frames:
        with tempfile.TemporaryDirectory(prefix="cuthehoa-", ignore_cleanup_errors=True) as folder:
            rows = _unpack(data, folder, first, where)
            frames = rows[0]["frames"]
            first += len(rows)
            for row in rows:
                yield recognise(program, Path(folder) / f"{row['number']}.pgm", row["dpi"], where)


def _unpack(data: bytes, folder: str, first: int, where: Path | str) -> list[dict[str, Any]]:
    command = [*own_worker(_WORKER), folder, str(first), str(_AT_ONCE)]
    try:
        done = run(command, seconds=_UNPACK_SECONDS, data=data, memory=WORKER_MEMORY)
    except TimedOutError as error:
        raise SourceError(
            f"không mở xong ảnh trong {_UNPACK_SECONDS} giây", where=where, todo="Thu nhỏ ảnh (300 dpi là đủ)"
        ) from error
    rows = [json.loads(line) for line in done.stdout.splitlines()] if not done.returncode else []
    for row in rows or [{"error": "damaged"}]:
        if "error" in row:
            reason, todo = _REASONS[row["error"]]
            raise SourceError(reason, where=where, todo=todo)
    return rows


def recognise(program: Path, picture: Path, dpi: int, where: Path | str) -> Page:
    """Return what Tesseract reads on one picture.

    Args:
        program: Tesseract.
        picture: The picture's file, grey (PGM).
        dpi: Its resolution.
        where: The source, for messages.

    Raises:
        SourceError: If Tesseract fails or does not end in time.
    """
    command = [str(program), str(picture), "-", "-l", _LANGUAGE, "--dpi", str(dpi), "--psm", "3", "tsv"]
    try:
        # One thread: several processes read several files at once, and more threads slow each other down.
        done = run(command, seconds=MAX_SECONDS, environment={"OMP_THREAD_LIMIT": "1"})
    except TimedOutError as error:
        raise SourceError(
            f"Tesseract không đọc xong một trang trong {MAX_SECONDS} giây", where=where, todo="Quét lại ở 300 dpi"
        ) from error
    except OSError as error:
        raise SourceError(
            f"không chạy được Tesseract ({error.strerror})", where=where, todo="Cài lại Tesseract"
        ) from error
    if done.returncode:
        raise SourceError("Tesseract không đọc được ảnh", where=where, todo="Quét hoặc chụp lại văn bản")
    return _page(done.stdout.decode("utf-8", errors="replace"), 72 / dpi)


def _page(table: str, scale: float) -> Page:
    """Return the page that Tesseract's table of words describes."""
    lines: dict[tuple[str, str, str], list[dict[str, str]]] = {}
    size = (0.0, 0.0)
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] == "1":
            size = (float(row["width"]) * scale, float(row["height"]) * scale)
        elif row["level"] == "5" and row["text"].strip() and float(row["conf"]) >= _SURE_WORD:
            lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(row)
    sure = [float(word["conf"]) / 100 for words in lines.values() for word in words]
    mean = sum(sure) / len(sure) if sure else 0.0
    blocks = [(key[0], _line(words, scale)) for key, words in lines.items()]
    return Page(*size, tuple(_with_rows(blocks)), True, mean)


def _with_rows(blocks: list[tuple[str, Line]]) -> list[Line]:
    """Return lines in reading order, small blocks put into the rows that they stand in.

    Tesseract reads block after block, so that the post beside the list of recipients comes behind the signature, or the
    national motto behind the whole letterhead. Blocks of many lines are columns of text and stay as they are.
    """
    sizes = Counter(block for block, _ in blocks)
    rows: list[tuple[str, Line]] = []
    for block, line in blocks:
        place = next((index for index, row in enumerate(rows) if row[0] != block and _is_beside(row[1], line)), None)
        if place is None or min(sizes[block], sizes[rows[place][0]]) > _SMALL_BLOCK:
            rows.append((block, line))
        else:
            rows[place] = (rows[place][0], _joined(rows[place][1], line))
    return [line for _, line in rows]


def _is_beside(one: Line, other: Line) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    apart = max(one.left, other.left) >= min(one.right, other.right)
    return apart and overlap > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _joined(one: Line, other: Line) -> Line:
    left, right = sorted((one, other), key=lambda line: line.left)
    return replace(
        left,
        text=f"{left.text}\t{right.text}",
        top=min(left.top, right.top),
        right=right.right,
        bottom=max(left.bottom, right.bottom),
    )


def _line(words: Sequence[dict[str, str]], scale: float) -> Line:
    boxes = [tuple(float(word[key]) for key in ("left", "top", "width", "height")) for word in words]
    heights = sorted(height for _, _, _, height in boxes)
    size = heights[len(heights) // 2]
    parts = [words[0]["text"]]
    for before, box, word in zip(boxes, boxes[1:], words[1:], strict=False):
        parts += ["\t" if box[0] - before[0] - before[2] > _WIDE_GAP * size else " ", word["text"]]
    return Line(
        "".join(parts),
        min(box[0] for box in boxes) * scale,
        min(box[1] for box in boxes) * scale,
        max(box[0] + box[2] for box in boxes) * scale,
        max(box[1] + box[3] for box in boxes) * scale,
        size * scale,
        boxes[0][2] * scale,
    )

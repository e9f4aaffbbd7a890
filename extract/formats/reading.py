"""Which reader reads which file. A reader and its libraries are loaded when the first file of its kind is read."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import cast

from extract.formats.text import ReadText
from ontology.errors import SourceError

_Reader = Callable[[bytes, Path | str], ReadText]

_PLAIN = ("extract.formats.plain", "read")

_READERS = {
    ".txt": _PLAIN,
    ".md": _PLAIN,
    ".htm": ("extract.formats.web", "read"),
    ".html": ("extract.formats.web", "read"),
    ".docx": ("extract.formats.word", "read"),
    ".docm": ("extract.formats.word", "read"),
    ".doc": ("extract.formats.office", "read"),
    ".rtf": ("extract.formats.office", "read"),
    ".odt": ("extract.formats.office", "read"),
    ".pdf": ("extract.formats.pdf", "read"),
    ".png": ("extract.formats.ocr", "read_image"),
    ".jpg": ("extract.formats.ocr", "read_image"),
    ".jpeg": ("extract.formats.ocr", "read_image"),
    ".tif": ("extract.formats.ocr", "read_image"),
    ".tiff": ("extract.formats.ocr", "read_image"),
}

MAX_CHARACTERS = 20_000_000
"""Longest text: real documents have 2 million characters at most; beyond this it is no document."""

_UNICODE = frozenset({"utf-8", "utf-8-sig", "unicode"})
_OF_ONE_ENCODING = frozenset({"text", "html", "pdf"})
"""Office files name a font for each stretch of text: their readers tell which old ones there were."""

READ_SUFFIXES = frozenset(_READERS)
"""Endings of the files that are read, small, with dot. Archives (``.zip``) are looked into by ``archive``."""


def read(data: bytes, name: str, where: Path | str) -> ReadText:
    """Read the bytes of one source.

    Args:
        data: The whole file, not empty.
        name: Its name or its ending, which tells the format; what has none that is known is a plain text.
        where: The file, for messages.

    Returns:
        Its text, which is not empty.

    Raises:
        SourceError: If it cannot be read; the message says why and what to do.
    """
    module, function = _READERS.get(PurePosixPath("x" + name).suffix.casefold(), _PLAIN)
    reader = cast("_Reader", getattr(import_module(module), function))
    made = reader(data, where)
    if not made.text.strip():
        raise SourceError("tệp không có chữ nào", where=where, todo="Thay bằng tệp có nội dung hoặc bỏ tệp này")
    if len(made.text) > MAX_CHARACTERS:
        raise SourceError(
            f"văn bản dài hơn {MAX_CHARACTERS // 1_000_000} triệu ký tự",
            where=where,
            todo="Tách tệp thành từng văn bản",
        )
    if made.encoding in _UNICODE or made.format not in _OF_ONE_ENCODING:
        return made
    return replace(made, notes=(*made.notes, _encoding_note(made.encoding)))


def _encoding_note(encoding: str) -> str:
    # Most files are in UTF-8; the tables of the old encodings are loaded for the others only.
    from extract.encodings.decoding import title

    return f"bảng mã {title(encoding)}, đã chuyển sang Unicode"

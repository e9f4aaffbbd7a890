"""Which reader reads which file. A reader and its libraries are loaded when the first file of its kind is read."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import cast

from extract.encodings.decoding import decode_text
from extract.formats.text import ReadText
from ontology.errors import SourceError

_Reader = Callable[[bytes, Path | str], ReadText]

_READERS = {
    ".txt": ("extract.formats.reading", "read_plain"),
    ".md": ("extract.formats.reading", "read_plain"),
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

READ_SUFFIXES = frozenset(_READERS)
"""Endings of the files that are read, small, with dot. Archives (``.zip``) are looked into by ``archive``."""


def read(data: bytes, name: str, where: Path | str) -> ReadText:
    """Read the bytes of one source.

    Args:
        data: The whole file, not empty.
        name: Its name; the ending tells the format.
        where: The file, for messages.

    Returns:
        Its text, which is not empty.

    Raises:
        SourceError: If it cannot be read; the message says why and what to do.
    """
    module, function = _READERS[PurePosixPath(name).suffix.casefold()]
    reader = cast("_Reader", getattr(import_module(module), function))
    made = reader(data, where)
    if not made.text.strip():
        raise SourceError("tệp không có chữ nào", where=where, todo="Thay bằng tệp có nội dung hoặc bỏ tệp này")
    return made


def read_plain(data: bytes, where: Path | str) -> ReadText:
    """Read a plain text; raises ``SourceError`` as ``decode_text``."""
    decoded = decode_text(data, where)
    return ReadText(decoded.text, "text", decoded.encoding)

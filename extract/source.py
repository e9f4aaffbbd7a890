"""From paths to texts: which files are sources, and what their bytes say."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import SourceError

TEXT_SUFFIXES = frozenset({".txt", ".md"})
"""The formats that are read."""

OTHER_DOCUMENT_SUFFIXES = frozenset({".doc", ".docx", ".htm", ".html", ".odt", ".pdf", ".rtf", ".zip"})
"""Formats in which documents are kept but which are not read: named to the user instead of silently passed over."""

MAX_BYTES = 32 * 1024 * 1024
"""Largest file that is read. The longest real documents have 2 MB of text; beyond this it is no document."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """One source as decoded.

    Args:
        file: Name relative to the folder that was read, with ``/``.
        sha256: SHA-256 of the bytes, hexadecimal.
        encoding: Encoding that the bytes were decoded from.
        text: The whole text, line ends and byte order mark untouched, so that its offsets are those of
            ``open(path, encoding="utf-8", newline="")``.
    """

    file: str
    sha256: str
    encoding: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to read.

    Args:
        file: Name by which the graph knows it; unique among the files of one call.
        path: Where it is.
    """

    file: str
    path: Path


def list_sources(paths: Sequence[Path]) -> list[SourceFile]:
    """List the source files among ``paths``, in path order.

    A file stands for itself. A folder is walked recursively: hidden files and ``README`` files are passed over, files
    in formats of ``OTHER_DOCUMENT_SUFFIXES`` are listed too (``read_source`` then says that they cannot be read).

    Args:
        paths: Files and folders.

    Returns:
        Files ordered by name. With one folder names are relative to it; with several, they begin with the folder's
        own name, and with its whole path where two folders are of one name.

    Raises:
        SourceError: If a path does not exist, or a folder holds no source at all.
    """
    several = len(paths) > 1
    names = [path.resolve().name for path in paths]
    listed: dict[str, SourceFile] = {}
    for path, name in zip(paths, names, strict=True):
        if not path.exists():
            raise SourceError("không có tệp hoặc thư mục này", where=path, todo="Kiểm tra lại đường dẫn")
        if path.is_dir():
            found = list(_walk(path))
            if not found:
                raise SourceError(
                    "thư mục không có văn bản nào (.txt, .md)", where=path, todo="Chỉ ra thư mục có văn bản"
                )
            prefix = "" if not several else (name if names.count(name) == 1 else path.as_posix()) + "/"
            for file in found:
                source = SourceFile(prefix + file.relative_to(path).as_posix(), file)
                listed.setdefault(source.file, source)
        else:
            source = SourceFile(path.name if names.count(name) == 1 else path.as_posix(), path)
            listed.setdefault(source.file, source)
    return [listed[file] for file in sorted(listed)]


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if any(part.startswith(".") for part in relative.parts) or path.stem.casefold() == "readme":
            continue
        if path.suffix.casefold() in TEXT_SUFFIXES | OTHER_DOCUMENT_SUFFIXES and path.is_file():
            yield path


def read_bytes(source: SourceFile) -> bytes:
    """Return the bytes of a source file.

    Raises:
        SourceError: If the file cannot be opened, is empty, too large, or of a format that is not read.
    """
    if source.path.suffix.casefold() in OTHER_DOCUMENT_SUFFIXES:
        raise SourceError(
            f"chưa đọc được định dạng {source.path.suffix}", where=source.path, todo="Lưu văn bản thành .txt (UTF-8)"
        )
    try:
        if source.path.stat().st_size > MAX_BYTES:
            raise SourceError(
                f"tệp lớn hơn {MAX_BYTES // 1024 // 1024} MB", where=source.path, todo="Tách tệp thành từng văn bản"
            )
        data = source.path.read_bytes()
    except OSError as error:
        raise SourceError(
            f"không mở được tệp ({error.strerror})", where=source.path, todo="Kiểm tra quyền đọc tệp"
        ) from error
    if not data.strip():
        raise SourceError("tệp rỗng", where=source.path, todo="Thay bằng tệp có nội dung hoặc bỏ tệp này")
    return data


def decode(data: bytes, source: SourceFile) -> SourceText:
    """Decode the bytes of a source.

    Raises:
        SourceError: If they are no UTF-8 text; the message names the first bad byte.
    """
    if b"\0" in data:
        raise SourceError(
            f"tệp nhị phân, không phải văn bản (byte 0 ở vị trí {data.index(0)})",
            where=source.path,
            todo="Lưu văn bản thành .txt (UTF-8)",
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"không phải UTF-8 (byte 0x{data[error.start]:02x} ở vị trí {error.start}, dòng {line})",
            where=source.path,
            todo="Lưu lại tệp với bảng mã UTF-8",
        ) from error
    encoding = "utf-8-sig" if text.startswith("\ufeff") else "utf-8"
    return SourceText(source.file, hashlib.sha256(data).hexdigest(), encoding, text)


def read_source(source: SourceFile) -> SourceText:
    """Read and decode one source file.

    Raises:
        SourceError: As ``read_bytes`` and ``decode``.
    """
    return decode(read_bytes(source), source)

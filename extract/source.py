"""From paths to texts: which files are sources, and what their bytes say."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.formats import READ_SUFFIXES, read
from extract.formats.archive import MAX_ARCHIVE_BYTES, list_documents, read_document, shown_name
from extract.formats.stable import read_stable, unchanging
from extract.formats.text import page_at
from ontology.errors import SourceError
from ontology.spans import Span

ARCHIVE_SUFFIX = ".zip"
"""Archives are looked into: each document in one is a source of its own."""

OTHER_DOCUMENT_SUFFIXES = frozenset({".7z", ".djvu", ".mht", ".mhtml", ".rar", ".xps"})
"""Formats in which documents are kept but which are not read: named to the user instead of silently passed over."""

MAX_BYTES = 64 * 1024 * 1024
"""Largest document that is read: some two hundred scanned pages. Texts have 2 MB at most."""

_OWNER_FILE = "~$"
"""Begins the name of the file that Word lays beside a document that someone has open."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """One source as read: the text that the graph keeps. All offsets refer to ``text``.

    Args:
        file: Name relative to the folder that was read, with ``/``.
        sha256: SHA-256 of the bytes, hexadecimal.
        encoding: Encoding that the bytes were decoded from (``utf-8``, ``tcvn3`` …), ``unicode`` where the format names
            its own.
        text: The whole text. Of a plain text in UTF-8 line ends and byte order mark are untouched, so that its offsets
            are those of ``open(path, encoding="utf-8", newline="")``.
        format: Which reader read it: ``text``, ``html``, ``docx``, ``doc``, ``rtf``, ``odt``, ``pdf`` or ``image``.
        notes: What people should know of the reading, a Vietnamese sentence each, without a full stop.
        pages: For paged formats the offset at which each page starts, rising. Else ``None``.
        ocr_pages: Numbers of the pages that were read by OCR, from 1.
    """

    file: str
    sha256: str
    encoding: str
    text: str
    format: str = "text"
    notes: tuple[str, ...] = ()
    pages: tuple[int, ...] | None = None
    ocr_pages: tuple[int, ...] = ()

    def page(self, span: Span) -> int | None:
        """Return the number of the page, from 1, on which a stretch of the text begins; ``None`` without pages."""
        return page_at(self.pages, span.start)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to read, or one document in an archive.

    Args:
        file: Name by which the graph knows it; unique among the files of one call.
        path: Where it is; for a document in an archive, where the archive is.
        member: Its names in the archives around it, the outermost first; empty for a file of its own.
    """

    file: str
    path: Path
    member: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """What messages name it by."""
        return f"{self.path}/{shown_name(self.member)}" if self.member else str(self.path)

    @property
    def suffix(self) -> str:
        """The ending of its name, small, with dot."""
        return Path(self.member[-1] if self.member else self.path.name).suffix.casefold()


def list_sources(paths: Sequence[Path]) -> list[SourceFile]:
    """List the source files among ``paths``, in path order.

    A file stands for itself, an archive for the documents in it. A folder is walked recursively: hidden files and
    ``README`` files are passed over, files in formats of ``OTHER_DOCUMENT_SUFFIXES`` and archives that cannot be used
    are listed too (``read_bytes`` then says why they cannot be read).

    Args:
        paths: Files and folders.

    Returns:
        Files ordered by name. With one folder names are relative to it; with several, they begin with the folder's
        own name, and with its whole path where two folders are of one name. A document in an archive is named
        ``archive.zip/inner/name.docx``.

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
                    "thư mục không có văn bản nào (.txt, .docx, .pdf, .html …)",
                    where=path,
                    todo="Chỉ ra thư mục có văn bản",
                )
            prefix = "" if not several else (name if names.count(name) == 1 else path.as_posix()) + "/"
            for file in found:
                _add(listed, SourceFile(prefix + file.relative_to(path).as_posix(), file))
        else:
            _add(listed, SourceFile(path.name if names.count(name) == 1 else path.as_posix(), path))
    return [listed[file] for file in sorted(listed)]


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if any(part.startswith((".", _OWNER_FILE)) for part in relative.parts) or path.stem.casefold() == "readme":
            continue
        if path.suffix.casefold() in READ_SUFFIXES | OTHER_DOCUMENT_SUFFIXES | {ARCHIVE_SUFFIX} and path.is_file():
            yield path


def _add(listed: dict[str, SourceFile], source: SourceFile) -> None:
    for each in _documents(source) if source.suffix == ARCHIVE_SUFFIX else [source]:
        listed.setdefault(each.file, each)


def _documents(archive: SourceFile) -> list[SourceFile]:
    """Return the documents in an archive; the archive itself where it has none or cannot be opened."""
    try:
        members = _members(archive)
    except SourceError:
        return [archive]  # read_bytes meets the error again, and it is told in its place among the other files
    found = [SourceFile(f"{archive.file}/{shown_name(member)}", archive.path, member) for member in members]
    return found or [archive]


def _members(archive: SourceFile) -> list[tuple[str, ...]]:
    with unchanging(archive.path, MAX_ARCHIVE_BYTES):
        return list_documents(archive.path, archive.path, READ_SUFFIXES | OTHER_DOCUMENT_SUFFIXES)


def read_bytes(source: SourceFile) -> bytes:
    """Return the bytes of a source.

    Raises:
        SourceError: If it cannot be opened, is empty, too large, changes meanwhile, or is of a format that is not read.
    """
    where = source.where
    if source.suffix in OTHER_DOCUMENT_SUFFIXES:
        raise SourceError(
            f"chưa đọc được định dạng {source.suffix}", where=where, todo="Lưu văn bản thành .docx, .pdf hoặc .txt"
        )
    if source.member:
        with unchanging(source.path, MAX_ARCHIVE_BYTES):
            data = read_document(source.path, source.member, source.path, MAX_BYTES)
    elif source.suffix == ARCHIVE_SUFFIX:
        _members(source)
        raise SourceError("tệp nén không có văn bản nào", where=where, todo="Thay tệp này hoặc bỏ tệp này")
    else:
        data = read_stable(source.path, MAX_BYTES)
    if not data.strip():
        raise SourceError("tệp rỗng", where=where, todo="Thay bằng tệp có nội dung hoặc bỏ tệp này")
    return data


def read_source(source: SourceFile) -> SourceText:
    """Read one source.

    Raises:
        SourceError: As ``read_bytes``, and if its bytes cannot be read as what its name says.
    """
    data = read_bytes(source)
    made = read(data, source.suffix, source.where)
    return SourceText(
        file=source.file,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=made.encoding,
        text=made.text,
        format=made.format,
        notes=made.notes,
        pages=made.pages,
        ocr_pages=made.ocr_pages,
    )

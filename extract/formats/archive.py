"""Looking into ``.zip`` files: which documents are inside, and their bytes. Nothing is ever unpacked to the disk."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath
from zipfile import ZipInfo

from extract.formats.zip_parts import Parts
from ontology.errors import SourceError

MAX_DEPTH = 3
"""Archives within archives: offices send a zip of the zips that they were sent."""

MAX_DOCUMENTS = 5_000
MAX_ARCHIVE_BYTES = 512 * 1024 * 1024
"""Largest archive that is opened."""

MAX_UNPACKED = 512 * 1024 * 1024
"""Bytes of all documents of one archive, and of all archives in it, unpacked."""

MAX_RATIO = 200
"""How many bytes one may stand for, in what is larger than ``_SMALL``: text is packed to a tenth at best."""

_SMALL = 1024 * 1024

_ZIP = ".zip"


def list_documents(data: bytes | Path, where: Path | str, suffixes: Collection[str]) -> list[tuple[str, ...]]:
    """List the documents in an archive and in the archives in it.

    Args:
        data: The archive, or its file.
        where: The file, for messages.
        suffixes: Endings of documents, small, with dot.

    Returns:
        For each document its name in the archive, preceded by the names of the archives that it is in; ordered.

    Raises:
        SourceError: If the archive is damaged or encrypted, has more than ``MAX_DOCUMENTS`` documents, would unpack
            to too much, is nested too deep, or has a name that leads out of it.
    """
    found: list[tuple[str, ...]] = []
    unpacked = 0
    for member, size in _walk(data, where, frozenset(suffixes), ()):
        found.append(member)
        unpacked += size
        if len(found) > MAX_DOCUMENTS:
            raise SourceError(
                f"tệp nén có hơn {MAX_DOCUMENTS} văn bản",
                where=where,
                todo="Giải nén rồi chọn riêng các văn bản cần đọc",
            )
        if unpacked > MAX_UNPACKED:
            raise SourceError(
                f"các văn bản trong tệp nén lớn hơn {MAX_UNPACKED // 1024 // 1024} MB khi giải nén",
                where=where,
                todo="Giải nén rồi chọn riêng các văn bản cần đọc",
            )
    return sorted(found)


def _walk(
    data: bytes | Path, where: Path | str, suffixes: frozenset[str], outer: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield each document with the bytes that it says it unpacks to, which are the most that are ever read of it."""
    parts = Parts(data, where, MAX_UNPACKED)
    for entry in parts.entries():
        if entry.is_dir():
            continue
        name = _safe_name(entry.filename, where)
        path = PurePosixPath(name)
        if any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts) or path.stem.casefold() == "readme":
            continue
        suffix = path.suffix.casefold()
        if suffix == _ZIP:
            if len(outer) + 1 >= MAX_DEPTH:
                raise SourceError(
                    f"tệp nén lồng nhau hơn {MAX_DEPTH} lớp", where=where, todo="Giải nén rồi chọn văn bản cần đọc"
                )
            _check_ratio(entry, f"{where}/{name}")
            yield from _walk(parts.read(entry), f"{where}/{name}", suffixes, (*outer, entry.filename))
        elif suffix in suffixes:
            _check_ratio(entry, f"{where}/{name}")
            yield (*outer, entry.filename), entry.file_size


def _check_ratio(entry: ZipInfo, where: str) -> None:
    if entry.file_size > _SMALL and entry.file_size > MAX_RATIO * entry.compress_size:
        raise SourceError(
            f"giải nén ra gấp hơn {MAX_RATIO} lần, có thể là tệp bom nén",
            where=where,
            todo="Kiểm tra nguồn của tệp này",
        )


def _safe_name(name: str, where: Path | str) -> str:
    """Return an entry's name; one that would lead out of the archive's folder is the mark of a hostile archive."""
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or any(ord(each) < 32 for each in name):
        raise SourceError(
            f"tệp nén có tên tệp không an toàn ({name!a})", where=where, todo="Kiểm tra nguồn của tệp này"
        )
    return "/".join(part for part in parts if part not in ("", "."))


def shown_name(member: Sequence[str]) -> str:
    """Return the name of a document in an archive, for people and for the graph.

    Many programs of Windows write names in UTF-8 without saying so; ZIP then takes them for code page 437.
    """
    return "/".join(_readable(name).replace("\\", "/").strip("/") for name in member)


def _readable(name: str) -> str:
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def read_document(data: bytes | Path, member: Sequence[str], where: Path | str, most: int) -> bytes:
    """Return the bytes of a document in an archive.

    Args:
        data: The outermost archive, or its file.
        member: As ``list_documents`` gave it.
        where: The archive, for messages.
        most: How large the document may be.

    Raises:
        SourceError: If it is damaged, encrypted, larger than ``most``, or no longer there.
    """
    container, found = data, b""
    for index, name in enumerate(member):
        inner = f"{where}/{shown_name(member[: index + 1])}"
        parts = Parts(container, inner, most if index + 1 == len(member) else MAX_UNPACKED)
        if not parts.has(name):
            raise SourceError("không còn trong tệp nén", where=inner, todo="Chạy lại lệnh")
        found = container = parts.read(name)
    return found

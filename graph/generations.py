"""The generations of a graph: each is written once, beside the live one, and made live by one rename.

``CURRENT`` names the live generation. Whatever happens to a build before that rename (an error, ``kill -9``, a power
cut) leaves ``CURRENT`` and the generation that it names untouched.
"""

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.locking import in_use
from ontology.errors import GraphError

FORMAT_VERSION = 3
"""Version of the layout of a graph's folder. Another version cannot be opened."""

DATABASE = "graph.sqlite"
MANIFEST = "manifest.json"
CURRENT = "CURRENT"
_GENERATIONS = "generations"
_PARTIAL = ".partial"
_DEAD = ".dead"
_CHUNK = 1 << 20
_FULL_CHECK_BYTES = 32 * _CHUNK
_REBUILD = "Dựng lại đồ thị bằng “cuthehoa build”"


class GraphVersionError(GraphError):
    """The graph's folder has the layout of another version: nothing in it is touched."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation is made of.

    Args:
        format: Version of the folder's layout.
        generation: Its number.
        inputs: Hash of all that determines the content: sources, versions, settings. The same inputs: no new build.
        extractor: Version of the extraction rules.
        identity: Version of the rules that merge sources into one graph.
        base_iri: What the IRIs of all entities begin with.
        counts: Sources, entities, edges and evidences.
        projections: Names of the stores beside the database that were written (``rdf``, ``property``).
        size: Size of the database in bytes.
        checksum: SHA-256 of the database, hexadecimal.
    """

    format: int
    generation: int
    inputs: str
    extractor: str
    identity: str
    base_iri: str
    counts: Mapping[str, int]
    projections: Sequence[str]
    size: int
    checksum: str


@dataclass(frozen=True, slots=True)
class Generation:
    """One whole generation on disk.

    Args:
        folder: Its folder.
        manifest: What it is made of.
    """

    folder: Path
    manifest: Manifest

    @property
    def database(self) -> Path:
        """The SQLite database."""
        return self.folder / DATABASE


def live_generation(graph: Path) -> Generation:
    """Find the live generation of a graph.

    Args:
        graph: The graph's folder.

    Raises:
        GraphError: If there is no graph, it is of another version, or damaged.
    """
    if not graph.is_dir():
        raise GraphError("chưa có đồ thị ở đây", where=graph, todo="Dựng đồ thị trước: cuthehoa build THƯ_MỤC_VĂN_BẢN")
    number = _current(graph)
    if number is None:
        if (graph / _GENERATIONS).is_dir() and any((graph / _GENERATIONS).glob("[0-9]*/" + MANIFEST)):
            raise GraphError("đồ thị hỏng: thiếu tệp CURRENT", where=graph, todo=_REBUILD)
        raise GraphError("chưa có đồ thị ở đây", where=graph, todo="Dựng đồ thị trước: cuthehoa build THƯ_MỤC_VĂN_BẢN")
    folder = _folder(graph, number)
    return Generation(folder, _read_manifest(folder / MANIFEST))


def check(generation: Generation, *, whole: bool = False) -> None:
    """Check that a generation's files are what its build wrote.

    Args:
        generation: The generation.
        whole: Compare the database's checksum however large it is. Else a database of more than 32 MB is only
            compared by its size, because each opening would have to wait for the hash.

    Raises:
        GraphError: If a file is missing or differs.
    """
    manifest, database = generation.manifest, generation.database
    try:
        size = database.stat().st_size
    except OSError as error:
        raise GraphError("đồ thị hỏng: thiếu tệp này", where=database, todo=_REBUILD) from error
    if size != manifest.size:
        raise GraphError(f"đồ thị hỏng: tệp có {size} byte, phải là {manifest.size}", where=database, todo=_REBUILD)
    if (whole or size <= _FULL_CHECK_BYTES) and _checksum(database) != manifest.checksum:
        raise GraphError("đồ thị hỏng: nội dung tệp không khớp mã kiểm tra", where=database, todo=_REBUILD)
    for name in manifest.projections:
        if not (generation.folder / name).exists():
            raise GraphError("đồ thị hỏng: thiếu phần này", where=generation.folder / name, todo=_REBUILD)


def next_number(graph: Path) -> int:
    """Number of the generation to be built: one more than the live one, 1 in a new graph.

    Args:
        graph: The graph's folder.
    """
    try:
        number = _current(graph)
    except GraphError:
        number = None
    # Where CURRENT was lost, a number that was never used: a reader may still be in an old generation.
    return 1 + (number if number is not None else max(_numbers(graph), default=0))


def begin(graph: Path, number: int) -> Path:
    """Make the empty folder in which a generation is written.

    Args:
        graph: The graph's folder, locked by the caller.
        number: Number of the generation to be built.

    Returns:
        The folder; it becomes a generation by :func:`publish` only.
    """
    for leftover in (_folder(graph, number), _partial(graph, number)):
        if leftover.exists():
            shutil.rmtree(leftover)
    folder = _partial(graph, number)
    folder.mkdir(parents=True)
    return folder


def publish(
    graph: Path,
    number: int,
    *,
    inputs: str,
    extractor: str,
    identity: str,
    base_iri: str,
    counts: Mapping[str, int],
    projections: Sequence[str],
) -> Generation:
    """Complete the generation that was written in the folder of :func:`begin`, and make it the live one.

    Args:
        graph: The graph's folder, locked by the caller.
        number: The generation's number.
        inputs: See ``Manifest``, as for the others.
        extractor: See ``Manifest``.
        identity: See ``Manifest``.
        base_iri: See ``Manifest``.
        counts: See ``Manifest``.
        projections: See ``Manifest``.

    Returns:
        The live generation.
    """
    partial, folder = _partial(graph, number), _folder(graph, number)
    database = partial / DATABASE
    manifest = Manifest(
        format=FORMAT_VERSION,
        generation=number,
        inputs=inputs,
        extractor=extractor,
        identity=identity,
        base_iri=base_iri,
        counts=dict(counts),
        projections=list(projections),
        size=database.stat().st_size,
        checksum=_checksum(database),
    )
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=2, sort_keys=True)
    (partial / MANIFEST).write_text(text + "\n", encoding="utf-8", newline="\n")
    _sync_tree(partial)
    partial.rename(folder)
    _sync(folder.parent)
    current = graph / f"{CURRENT}{_PARTIAL}"
    current.write_text(f"{number}\n", encoding="ascii", newline="\n")
    _sync(current)
    current.replace(graph / CURRENT)
    _sync(graph)
    return Generation(folder, manifest)


def clean_up(graph: Path) -> None:
    """Remove what dead builds left, and generations that are neither live nor the one before nor in use.

    Args:
        graph: The graph's folder, locked by the caller.
    """
    live = _current(graph)
    if live is None or not (graph / _GENERATIONS).is_dir():
        return
    numbers = sorted(_numbers(graph))
    keep = {live, *[number for number in numbers if number < live][-1:]}
    for number in numbers:
        folder = _folder(graph, number)
        if number in keep or in_use(folder / MANIFEST):
            continue
        # Renaming first: no reader finds a generation with half of its files, and on Windows it fails while one is
        # open, which leaves that generation for the next build to remove.
        with contextlib.suppress(OSError):
            shutil.rmtree(folder.rename(folder.with_suffix(_DEAD)))
    for leftover in (graph / _GENERATIONS).iterdir():
        if leftover.suffix in (_PARTIAL, _DEAD):
            shutil.rmtree(leftover, ignore_errors=True)


def _current(graph: Path) -> int | None:
    try:
        text = (graph / CURRENT).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError("đồ thị hỏng: không đọc được tệp này", where=graph / CURRENT, todo=_REBUILD) from error
    if not text.isdecimal():
        raise GraphError("đồ thị hỏng: tệp này không ghi số hiệu bản dựng", where=graph / CURRENT, todo=_REBUILD)
    return int(text)


def _numbers(graph: Path) -> list[int]:
    folder = graph / _GENERATIONS
    return [int(path.name) for path in folder.iterdir() if path.name.isdecimal()] if folder.is_dir() else []


def _folder(graph: Path, number: int) -> Path:
    return graph / _GENERATIONS / str(number)


def _partial(graph: Path, number: int) -> Path:
    return graph / _GENERATIONS / f"{number}{_PARTIAL}"


def _read_manifest(path: Path) -> Manifest:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        if values["format"] != FORMAT_VERSION:
            newer = values["format"] > FORMAT_VERSION
            raise GraphVersionError(
                f"đồ thị thuộc phiên bản định dạng {values['format']}, chương trình dùng phiên bản {FORMAT_VERSION}",
                where=path.parent.parent.parent,
                todo="Nâng cấp cuthehoa" if newer else "Dựng lại đồ thị vào một thư mục mới",
            )
        return Manifest(**values)
    except FileNotFoundError as error:
        raise GraphError("đồ thị hỏng: thiếu tệp này", where=path, todo=_REBUILD) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GraphError("đồ thị hỏng: không đọc được tệp này", where=path, todo=_REBUILD) from error


def _checksum(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _sync_tree(folder: Path) -> None:
    for parent, _, files in os.walk(folder):
        for name in files:
            _sync(Path(parent, name))
        _sync(Path(parent))


def _sync(path: Path) -> None:
    """Wait until a file or a folder's list of names is on the disk; Windows has no such call for folders."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

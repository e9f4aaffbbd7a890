"""Building a graph: read what changed, merge all sources, write one new generation, make it the live one."""

import contextlib
import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from extract.source import SourceFile, list_sources, read_bytes
from extract.version import extractor_version
from graph.answers import BuildReport
from graph.content import GraphContent
from graph.database import Database
from graph.generations import (
    DATABASE,
    FORMAT_VERSION,
    Generation,
    GraphVersionError,
    begin,
    check,
    clean_up,
    live_generation,
    next_number,
    publish,
)
from graph.identity import build_content
from graph.ledger.file import Ledger, read_ledger
from graph.locking import build_lock
from graph.settings import read_settings
from graph.sources import SourceStore
from graph.stores import sqlite_store
from graph.version import identity_version
from ontology.errors import GraphError, SourceError
from ontology.extraction import Extraction

Progress = Callable[[int, int, str], None]
"""Called with the number of files done, the number of all files to read, and the file just done."""


class Projection(Protocol):
    """A store beside the database, written from the same content."""

    def write(self, content: GraphContent, path: Path) -> None:
        """Write the content to a path that does not exist yet."""


def projections() -> dict[str, Projection]:
    """Return the stores that a build writes beside the database, by the name that each has in the generation."""
    from graph.stores import property_store, rdf_store

    return {"rdf": rdf_store, "property": property_store}


@dataclass(slots=True)
class _Plan:
    """What is to be done with each file.

    Args:
        to_read: New or changed files.
        unchanged: Files whose statements are kept already, with their hash.
        kept: Files that are gone or unreadable now, with the hash of what the graph knew of them.
        removed: Files that leave the graph.
        read_again: Unchanged files of which the kept statements turned out to be damaged.
        failed: Messages on files that cannot be used.
        notes: Messages on how files were read.
        hashed: Hash of each file to read, as it was when the build looked at it first.
    """

    to_read: list[SourceFile] = field(default_factory=list)
    unchanged: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)
    read_again: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hashed: dict[str, str] = field(default_factory=dict)


def build(
    paths: Sequence[Path],
    folder: Path,
    *,
    jobs: int = 1,
    keep_missing: bool = False,
    on_progress: Progress | None = None,
    stores: dict[str, Projection] | None = None,
) -> BuildReport:
    """Make or update a graph from files and folders.

    A file that cannot be read now but was in the graph keeps there what was read earlier, and is reported as failed
    in each build until it can be read again or is gone.

    Args:
        paths: Files, and folders that are walked recursively: all that the graph shall hold.
        folder: The graph's folder; made if it is missing.
        jobs: How many processes read files.
        keep_missing: Whether files that are gone stay in the graph.
        on_progress: Told after each file that was read.
        stores: What to write beside the database instead of :func:`projections`.

    Returns:
        What was done. Where sources, rules and settings are those of the live generation, nothing is written.

    Raises:
        SourceError: If a path does not exist or holds no document.
        GraphError: If no file can be used, the folder is of another version or cannot be written, or another build is
            under way. The live generation stays as it was.
    """
    listed = list_sources(paths)
    with _told(folder), build_lock(folder):
        settings = read_settings(folder)
        ledger = read_ledger(folder)
        store = SourceStore(folder, extractor_version())
        live = _whole_generation(folder)
        before = _hashes(live)
        plan = _plan(listed, before, live, store, keep_missing=keep_missing)
        read = _read(plan.to_read, plan, before, store, jobs, on_progress)
        beside = projections() if stores is None else stores
        hashes = {**plan.unchanged, **plan.kept, **{file: extraction.sha256 for file, extraction in read.items()}}
        inputs = _inputs(hashes, settings.base_iri, beside, ledger)
        changed = live is None or live.manifest.inputs != inputs
        if live is None or changed:
            extractions = _load(hashes, read, plan, before, store, listed, jobs)
            if not extractions:
                first = f": {plan.failed[0]}" if plan.failed else ""
                raise GraphError(f"không có văn bản nào dùng được{first}", todo="Kiểm tra lại các tệp")
            hashes = {extraction.file: extraction.sha256 for extraction in extractions}
            inputs = _inputs(hashes, settings.base_iri, beside, ledger)
            content = build_content(extractions, settings.base_iri, ledger.decisions)
            live = _write(folder, content, inputs, beside)
        clean_up(folder)
        store.keep_only(hashes.values())
        plan.failed += ledger.damaged
        plan.notes += ledger.remarks
        return _report(live, plan, [*read, *plan.read_again], changed=changed)


def rebuild(folder: Path, *, stores: dict[str, Projection] | None = None) -> BuildReport:
    """Write a graph anew from what was read of its sources earlier, with the decisions of today's ledger.

    The sources' folder is not looked at: what changed there waits for the next :func:`build`.

    Args:
        folder: The graph's folder.
        stores: As for :func:`build`.

    Returns:
        What was done. Where the ledger and the rules are those of the live generation, nothing is written.

    Raises:
        GraphError: If there is no graph, what was read of its sources is not there any more, or as for :func:`build`.
    """
    live_generation(folder)
    with _told(folder), build_lock(folder):
        settings = read_settings(folder)
        ledger = read_ledger(folder)
        live = live_generation(folder)
        check(live, whole=True)
        # By whichever rules the sources were read: the next build must see that they were not today's.
        extractor = live.manifest.extractor
        store = SourceStore(folder, extractor)
        hashes = _hashes(live)
        beside = projections() if stores is None else stores
        inputs = _inputs(hashes, settings.base_iri, beside, ledger, extractor)
        changed = live.manifest.inputs != inputs
        plan = _Plan(unchanged=dict(hashes), failed=[*ledger.damaged], notes=[*ledger.remarks])
        if changed:
            extractions = []
            for file, sha256 in hashes.items():
                extraction = store.load(sha256, file, any_version=True)
                if extraction is None:
                    raise GraphError(
                        f"không còn giữ được nội dung đã đọc của {file}",
                        where=folder,
                        todo="Chạy “cuthehoa build THƯ_MỤC_VĂN_BẢN” để đọc lại",
                    )
                extractions.append(extraction)
            content = build_content(extractions, settings.base_iri, ledger.decisions)
            live = _write(folder, content, inputs, beside, extractor)
        clean_up(folder)
        return _report(live, plan, (), changed=changed)


def _report(live: Generation, plan: _Plan, read: Iterable[str], *, changed: bool) -> BuildReport:
    with Database(live.database) as database:
        return BuildReport(
            generation=live.manifest.generation,
            changed=changed,
            read=tuple(sorted(read)),
            unchanged=tuple(sorted(plan.unchanged)),
            removed=tuple(sorted(plan.removed)),
            failed=tuple(plan.failed),
            counts=database.counts(),
            warnings=tuple(finding.message for finding in database.findings()),
            notes=tuple(plan.notes),
        )


def _whole_generation(folder: Path) -> Generation | None:
    """Return the live generation, or ``None`` where there is none that could be trusted: it is then built anew."""
    try:
        live = live_generation(folder)
        check(live, whole=True)
    except GraphVersionError:
        raise
    except GraphError:
        return None
    return live


def _hashes(live: Generation | None) -> dict[str, str]:
    if live is None:
        return {}
    with Database(live.database) as database:
        return database.hashes()


def _plan(
    listed: Iterable[SourceFile],
    before: Mapping[str, str],
    live: Generation | None,
    store: SourceStore,
    *,
    keep_missing: bool,
) -> _Plan:
    plan = _Plan()
    known = set(before.values()) if live is not None and live.manifest.extractor == extractor_version() else set()
    seen = set()
    for source in listed:
        seen.add(source.file)
        try:
            sha256 = hashlib.sha256(read_bytes(source)).hexdigest()
        except SourceError as error:
            _fail(plan, source.file, str(error), before)
            continue
        if sha256 in known or store.has(sha256):
            plan.unchanged[source.file] = sha256
        else:
            plan.to_read.append(source)
            plan.hashed[source.file] = sha256
    for file in sorted(before.keys() - seen - plan.kept.keys()):
        if keep_missing:
            plan.kept[file] = before[file]
        else:
            plan.removed.append(file)
    return plan


def _fail(plan: _Plan, file: str, message: str, before: Mapping[str, str]) -> None:
    # An archive that cannot be opened fails for all documents that were in it.
    kept = {name: sha256 for name, sha256 in before.items() if name == file or name.startswith(f"{file}/")}
    if kept:
        plan.kept |= kept
        message += " Đồ thị giữ nội dung của tệp này từ lần dựng trước."
    plan.failed.append(message)


def _read(
    files: Sequence[SourceFile],
    plan: _Plan,
    before: Mapping[str, str],
    store: SourceStore,
    jobs: int,
    on_progress: Progress | None,
) -> dict[str, Extraction]:
    """Extract files and keep what was read at once, so that a build that is broken off loses none of it."""
    if not files:
        return {}
    # spaCy takes a second to load: a build that finds nothing changed must not wait for it.
    from extract.extractor import extract_sources

    read: dict[str, Extraction] = {}
    saved: set[str] = set()
    results = enumerate(zip(files, _unbroken(extract_sources(files, jobs=jobs)), strict=True), 1)
    for done, (source, result) in results:
        if isinstance(result, SourceError):
            _fail(plan, source.file, str(result), before)
        else:
            # Of several files with the same bytes the first one speaks, here as in the graph.
            if result.sha256 not in saved:
                store.save(result)
                saved.add(result.sha256)
            if plan.hashed.get(source.file, result.sha256) != result.sha256:
                plan.notes.append(f"{source.file}: tệp thay đổi trong lúc dựng, đồ thị giữ nội dung lúc được đọc.")
            read[source.file] = result
            plan.notes += [f"{source.file}: {note}." for note in result.notes]
        if on_progress is not None:
            on_progress(done, len(files), source.file)
    return read


def _unbroken(results: Iterator[Extraction | SourceError]) -> Iterator[Extraction | SourceError]:
    try:
        yield from results
    except BrokenExecutor as error:
        raise GraphError(
            "một tiến trình đọc văn bản bị hệ thống dừng, có thể vì hết bộ nhớ",
            todo="Chạy lại với --jobs 1; những tệp đã đọc xong không phải đọc lại",
        ) from error


def _load(
    hashes: Mapping[str, str],
    read: Mapping[str, Extraction],
    plan: _Plan,
    before: Mapping[str, str],
    store: SourceStore,
    listed: Iterable[SourceFile],
    jobs: int,
) -> list[Extraction]:
    """Return what each source says; a record that turns out to be damaged is made again from its file."""
    found = dict(read)
    damaged: set[str] = set()
    for file, sha256 in hashes.items():
        if file in read:
            continue
        extraction = store.load(sha256, file, any_version=file in plan.kept)
        if extraction is not None:
            found[file] = extraction
        elif file in plan.kept:
            plan.failed.append(f"{file}: không còn giữ được nội dung đã đọc trước đây, tệp này rời đồ thị.")
        else:
            damaged.add(file)
    again = [source for source in listed if source.file in damaged]
    for file in damaged:
        del plan.unchanged[file]
    reread = _read(again, plan, {}, store, jobs, None)
    found |= reread
    plan.read_again.extend(reread)
    return [found[file] for file in sorted(found)]


def _write(
    folder: Path,
    content: GraphContent,
    inputs: str,
    beside: Mapping[str, Projection],
    extractor: str | None = None,
) -> Generation:
    number = next_number(folder)
    partial = begin(folder, number)
    try:
        sqlite_store.write(content, partial / DATABASE)
        for name, store in beside.items():
            store.write(content, partial / name)
        return publish(
            folder,
            number,
            inputs=inputs,
            extractor=extractor or extractor_version(),
            identity=identity_version(),
            base_iri=content.base_iri,
            counts={
                "sources": len(content.sources),
                "entities": len(content.entities),
                "edges": len(content.edges),
                "evidences": sum(len(edge.evidence) for edge in content.edges),
            },
            projections=sorted(beside),
        )
    finally:
        # Gone already after a success: it has become the generation.
        shutil.rmtree(partial, ignore_errors=True)


@contextlib.contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Say of what the system refuses to write that it is the graph, and that the one before is whole."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise GraphError(
            f"không ghi được đồ thị ({error})",
            where=folder,
            todo="Kiểm tra chỗ trống trên đĩa; đồ thị đang có vẫn được giữ nguyên",
        ) from error


def _inputs(
    hashes: Mapping[str, str],
    base_iri: str,
    beside: Iterable[str],
    ledger: Ledger,
    extractor: str | None = None,
) -> str:
    """Return a hash of all that decides what a generation holds."""
    rules = [FORMAT_VERSION, extractor or extractor_version(), identity_version(), ledger.digest]
    values = [*rules, base_iri, sorted(beside), sorted(hashes.items())]
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()

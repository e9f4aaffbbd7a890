"""From source texts to extractions, one after the other or on several processes."""

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeAlias, TypeVar, cast, overload

from extract.components.coverage import Pair
from extract.components.indicators import IndicatorFound
from extract.components.relation_roles import RelationFound
from extract.components.roles import Role
from extract.components.short_forms import ReferenceFound
from extract.context import Context
from extract.letterhead import read_letterhead
from extract.normalize import normalize
from extract.reading import Reading, set_reading
from extract.source import SourceFile, SourceText, read_source
from extract.statements import StatementWriter, to_mentions, to_references
from ontology.errors import SourceError
from ontology.extraction import Extraction

T = TypeVar("T")

Outcome: TypeAlias = Extraction | SourceError
"""What becomes of one source file."""

_CHUNK_BYTES = 64 * 1024
"""Of small files so many go to a process at a time that sending them costs nothing and no process waits at the end."""

_LARGE_BYTES = 1024 * 1024
"""A file of this size or more is begun before all others, so that the last process does not read it alone."""


class Extractor:
    """Reads source texts. Making one loads the pipeline; the same one reads any number of texts."""

    def __init__(self) -> None:
        # Here, because spaCy takes most of a second to load: a process that leaves reading to others needs none of it.
        from extract.pipeline import build_pipeline

        self._nlp = build_pipeline()

    def extract(self, source: SourceText) -> Extraction:
        """Read one source.

        Args:
            source: The decoded text.

        Returns:
            Letterhead, mentions and statements, with offsets of ``source.text``.
        """
        normalized = normalize(source.text, markdown=source.file.casefold().endswith(".md"))
        head = read_letterhead(normalized)
        doc = self._nlp.make_doc(normalized.text)
        context = Context(head.letterhead, body_start=head.body_start, signatures=head.signatures)
        reading = Reading(normalized.text, context, head.title)
        set_reading(doc, reading)
        for _, component in self._nlp.pipeline:
            doc = component(doc)
        writer = StatementWriter(source, normalized)
        writer.relations(cast("list[RelationFound]", reading.results["relations"]))
        writer.roles(cast("list[Role]", reading.results["roles"]))
        writer.coverage(cast("list[Pair]", reading.results["coverage"]))
        return Extraction(
            file=source.file,
            sha256=source.sha256,
            encoding=source.encoding,
            text=source.text,
            letterhead=head.letterhead,
            mentions=to_mentions(normalized, reading.mentions),
            statements=writer.statements(),
            format=source.format,
            ocr=bool(source.ocr_pages),
            notes=source.notes,
            indicators=writer.indicators(cast("list[IndicatorFound]", reading.results["indicators"])),
            references=to_references(normalized, cast("list[ReferenceFound]", reading.results["references"])),
        )


_worker: Extractor | None = None


def whole(extraction: Extraction) -> Extraction:
    """Return the extraction itself: what ``extract_sources`` hands on unless it is told otherwise."""
    return extraction


def _read_file(source: SourceFile | SourceText, finish: Callable[[Extraction], T]) -> T | SourceError:
    """Read and extract one file; the extractor of a process is made at its first file."""
    global _worker
    try:
        text = source if isinstance(source, SourceText) else read_source(source)
        if _worker is None:
            _worker = Extractor()
        return finish(_worker.extract(text))
    except SourceError as error:
        return error
    except Exception as error:  # noqa: BLE001 - one file that a reader or rule trips over shall not cost the others
        return SourceError(
            f"chương trình gặp lỗi khi đọc tệp này ({type(error).__name__}: {error})",
            where=source.file if isinstance(source, SourceText) else source.where,
            todo="Gửi tệp cho người phát triển; các tệp khác vẫn được đọc",
        )


def _read_files(sources: Sequence[SourceFile | SourceText], finish: Callable[[Extraction], T]) -> list[T | SourceError]:
    return [_read_file(source, finish) for source in sources]


@overload
def extract_sources(sources: Sequence[SourceFile | SourceText], jobs: int = 1) -> Iterator[Outcome]: ...
@overload
def extract_sources(
    sources: Sequence[SourceFile | SourceText], jobs: int = 1, *, finish: Callable[[Extraction], T]
) -> Iterator[T | SourceError]: ...
def extract_sources(
    sources: Sequence[SourceFile | SourceText], jobs: int = 1, *, finish: Callable[[Extraction], object] = whole
) -> Iterator[object]:
    """Extract files.

    Args:
        sources: The files, or texts that are read already.
        jobs: Number of processes; the result is the same whatever it is.
        finish: What is made of each extraction where it was read: with several processes only the result is sent to
            this one. A function of a module, because the processes find it by its name.

    Yields:
        For each file, in the order given, what ``finish`` made of its extraction, or the error for which it cannot be
        used.
    """
    chunks = list(_chunks(sources)) if jobs > 1 else []
    if len(chunks) <= 1:
        for source in sources:
            yield _read_file(source, finish)
        return
    pool = ProcessPoolExecutor(min(jobs, len(chunks)), mp_context=get_context("spawn"))
    try:
        futures: dict[int, Future[list[object]]] = {}
        with _deaf_to_interrupts():
            for number in sorted(range(len(chunks)), key=lambda n: (-_weight(chunks[n]), n)):
                futures[number] = pool.submit(_read_files, chunks[number], finish)
        for number in range(len(chunks)):
            yield from futures.pop(number).result()
    finally:
        pool.shutdown(cancel_futures=True)


def _chunks(sources: Sequence[SourceFile | SourceText]) -> Iterator[list[SourceFile | SourceText]]:
    """Yield the files in stretches of about ``_CHUNK_BYTES``."""
    chunk: list[SourceFile | SourceText] = []
    size = 0
    for source in sources:
        chunk.append(source)
        size += _size(source)
        if size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _weight(chunk: Sequence[SourceFile | SourceText]) -> int:
    """Return the size of a chunk that is to be read first, 0 for all others: those stay in the order of the output."""
    size = sum(map(_size, chunk))
    return size if size >= _LARGE_BYTES else 0


def _size(source: SourceFile | SourceText) -> int:
    if isinstance(source, SourceText):
        return len(source.text)
    try:
        return source.path.stat().st_size
    except OSError:
        return 0  # whoever reads it tells what is wrong with it


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Let the processes that are started meanwhile inherit that they ignore Ctrl-C.

    A terminal sends it to all of them. It is for the parent to decide; each worker would only print a traceback.
    """
    if threading.current_thread() is not threading.main_thread():  # only there may signals be set
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

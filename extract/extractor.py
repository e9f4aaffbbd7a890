"""From source texts to extractions, one after the other or on several processes."""

import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import cast

from extract.components.coverage import Pair
from extract.components.relation_roles import RelationFound
from extract.components.roles import Role
from extract.context import Context
from extract.letterhead import read_letterhead
from extract.normalize import normalize
from extract.pipeline import build_pipeline
from extract.reading import Reading
from extract.source import SourceFile, SourceText, read_source
from extract.statements import StatementWriter, to_mentions
from ontology.errors import SourceError
from ontology.extraction import Extraction

Outcome = Extraction | SourceError
"""What becomes of one source file."""


class Extractor:
    """Reads source texts. Making one loads the pipeline; the same one reads any number of texts."""

    def __init__(self) -> None:
        self._nlp = build_pipeline(spans=False)

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
        reading = Reading(normalized.text, Context(head.letterhead, body_start=head.body_start), head.title)
        doc._.reading = reading
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
        )


_worker: Extractor | None = None


def _extract_file(source: SourceFile) -> Outcome:
    """Read and extract one file; the extractor of a process is made at its first file."""
    global _worker
    try:
        text = read_source(source)
    except SourceError as error:
        return error
    if _worker is None:
        _worker = Extractor()
    try:
        return _worker.extract(text)
    except Exception as error:  # noqa: BLE001 - one text that a rule trips over shall not cost the other files
        return SourceError(
            f"chương trình gặp lỗi khi đọc tệp này ({type(error).__name__}: {error})",
            where=source.path,
            todo="Gửi tệp cho người phát triển; các tệp khác vẫn được đọc",
        )


def extract_sources(sources: Sequence[SourceFile], jobs: int = 1) -> Iterator[Outcome]:
    """Extract files.

    Args:
        sources: The files.
        jobs: Number of processes; the result is the same whatever it is.

    Yields:
        For each file, in the order given, its extraction, or the error for which it cannot be used.
    """
    if jobs <= 1 or len(sources) <= 1:
        yield from map(_extract_file, sources)
        return
    pool = ProcessPoolExecutor(min(jobs, len(sources)), mp_context=get_context("spawn"))
    try:
        with _deaf_to_interrupts():
            outcomes = pool.map(_extract_file, sources, chunksize=max(1, min(16, len(sources) // (jobs * 4))))
        yield from outcomes
    finally:
        pool.shutdown(cancel_futures=True)


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

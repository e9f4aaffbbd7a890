"""From source texts to extractions, one after the other or on several processes."""

import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import cast

from extract.components.coverage import Pair
from extract.components.indicators import IndicatorFound
from extract.components.relation_roles import RelationFound
from extract.components.roles import Role
from extract.components.short_forms import ReferenceFound
from extract.context import Context
from extract.letterhead import read_letterhead
from extract.normalize import normalize
from extract.pipeline import build_pipeline
from extract.reading import Reading, set_reading
from extract.source import SourceFile, SourceText, read_source
from extract.statements import StatementWriter, to_mentions, to_references
from ontology.errors import SourceError
from ontology.extraction import Extraction

Outcome = Extraction | SourceError
"""What becomes of one source file."""


class Extractor:
    """Reads source texts. Making one loads the pipeline; the same one reads any number of texts."""

    def __init__(self) -> None:
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


def _extract_file(source: SourceFile | SourceText) -> Outcome:
    """Read and extract one file; the extractor of a process is made at its first file."""
    global _worker
    try:
        text = source if isinstance(source, SourceText) else read_source(source)
        if _worker is None:
            _worker = Extractor()
        return _worker.extract(text)
    except SourceError as error:
        return error
    except Exception as error:  # noqa: BLE001 - one file that a reader or rule trips over shall not cost the others
        return SourceError(
            f"chương trình gặp lỗi khi đọc tệp này ({type(error).__name__}: {error})",
            where=source.file if isinstance(source, SourceText) else source.where,
            todo="Gửi tệp cho người phát triển; các tệp khác vẫn được đọc",
        )


def extract_sources(sources: Sequence[SourceFile | SourceText], jobs: int = 1) -> Iterator[Outcome]:
    """Extract files.

    Args:
        sources: The files, or texts that are read already.
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

"""The IRIs under which a document may have been known before: computed from what is there, never from history.

A reference alone gives a document its IRI; with other sources beside it, the same reference may turn out to mean a
dated, or a held, or one of several documents. Who kept the first IRI still finds it. Since only the sources decide,
the aliases are the same whatever was built before.
"""

from collections.abc import Iterable, Iterator

from graph.identity import coded, named_documents
from graph.identity.documents import Document, open_tail
from graph.identity.references import Reference

Segments = tuple[str, ...]


def former_segments(document: Document) -> Iterator[tuple[Segments, bool]]:
    """Yield the IRI segments that references of a document would have given it in other company.

    Args:
        document: The document, with all its references.

    Yields:
        Segments, and whether they stood for the citation as an undecided one.
    """
    seen: dict[tuple[Segments, bool], None] = {}
    for reference, _ in document.references:
        for former in _former(reference):
            seen.setdefault(former)
    yield from seen


def _former(reference: Reference) -> Iterable[tuple[Segments, bool]]:
    if reference.register is None and reference.held:
        return
    if reference.register is None:
        alone = named_documents.segments_alone(reference)
        stem = alone[:2]
    else:
        alone = coded.segments_alone(reference)
        stem = alone[:2]
    yield alone, False
    if not reference.held and (reference.date is None or reference.date.day is None):
        yield (*stem, "undated", open_tail(reference)), True

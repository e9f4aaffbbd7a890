"""References that people resolved: taken out before the rules look at them, and given to the document decided upon.

Such a reference is evidence for nothing else: what its own text says was overruled, so it neither makes another
document known nor lends the one that it means a date or a title.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from graph.identity.documents import Document
from graph.identity.references import Reference
from ontology.spans import Span

PinPlace: TypeAlias = tuple[str, Span]
"""A citation: hash of its source, and its place in the source's text."""

Pins: TypeAlias = Mapping[PinPlace, str]
"""For each citation that a person resolved, the IRI of the document that it means."""

_TRIES = 3


def settle(
    references: Sequence[Reference], pins: Pins, resolve: Callable[[Sequence[Reference]], dict[str, Document]]
) -> tuple[dict[str, Document], dict[PinPlace, Reference]]:
    """Resolve references, those by pins that people resolved.

    Args:
        references: All of them.
        pins: What people decided.
        resolve: Resolves references by the rules; gives the documents by IRI.

    Returns:
        The documents by IRI, and the pinned references that found their document. One whose document nothing else in
        the sources makes known is left to the rules.
    """
    pinned = {
        (reference.context.sha256, reference.span): reference
        for reference in references
        if reference.span is not None and not reference.held and (reference.context.sha256, reference.span) in pins
    }
    if not pinned:
        return resolve(references), {}
    place_of = {id(reference): place for place, reference in pinned.items()}
    back: set[PinPlace] = set()
    documents: dict[str, Document] = {}
    for _ in range(_TRIES):
        free = [ref for ref in references if (place := place_of.get(id(ref))) is None or place in back]
        documents = resolve(free)
        # The document may be known by these very citations alone: then the rules have to see them.
        homeless = {place for place in pinned if place not in back and not _is_known(documents, pins[place])}
        if not homeless:
            break
        back |= homeless
    return documents, _place(documents, pinned, pins, back)


def _place(
    documents: dict[str, Document], pinned: Mapping[PinPlace, Reference], pins: Pins, back: set[PinPlace]
) -> dict[PinPlace, Reference]:
    candidates = {id(candidate) for document in documents.values() for candidate in document.candidates}
    homes = {id(reference): iri for iri, document in documents.items() for reference, _ in document.references}
    placed = {}
    for place, reference in pinned.items():
        if not _is_known(documents, pins[place]):
            continue
        if place in back and homes[id(reference)] != pins[place]:
            home = documents[homes[id(reference)]]
            left = [pair for pair in home.references if pair[0] is not reference]
            if left:
                home.references[:] = left
            elif id(home) not in candidates:
                # Only the citation that means something else now made it known.
                del documents[homes[id(reference)]]
        placed[place] = reference
    return placed


def _is_known(documents: Mapping[str, Document], iri: str) -> bool:
    document = documents.get(iri)
    return document is not None and not document.is_open

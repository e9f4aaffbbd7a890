"""Held texts whose own number is blank or missing: told by issuer, type, year, subject and content."""

from collections.abc import Iterable

from graph.identity.documents import Document
from graph.identity.iris import short_hash, slug
from graph.identity.references import Reference
from graph.identity.rules import Rule

_SUBJECT_WORDS = 8


def resolve_held(references: Iterable[Reference]) -> list[Document]:
    """Return one document for each letterhead without a number.

    Args:
        references: Letterheads whose number was left open or that have no code.
    """
    documents = []
    for reference in references:
        kind = reference.code_segment
        about = slug(" ".join((reference.title or "").split()[:_SUBJECT_WORDS])) if reference.title else None
        tail = "-".join(part for part in (about, short_hash(reference.context.sha256)) if part)
        date = str(reference.date) if reference.date else "undated"
        segments = (reference.scope.slug, kind, date, tail)
        document = Document("/".join(segments), segments, reference.scope, None, reference.date)
        document.take(reference, Rule.HELD)
        documents.append(document)
    return documents

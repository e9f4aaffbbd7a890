"""What was found, as spaCy shows it: span groups of a ``Doc``."""

from spacy.tokens import Doc, Span

from extract.found import Found
from extract.reading import reading_of

MENTIONS = "mentions"
"""Name of the span group that holds the flat result."""


def register_extensions() -> None:
    """Make ``span._.norm``, ``span._.detail`` and ``span._.exact`` known to spaCy; safe to call again."""
    for name in ("norm", "detail", "exact"):
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)


def write_spans(doc: Doc) -> Doc:
    """Write one group for each finder, and the flat mentions with norms and details.

    A mention whose ends lie inside a token gets the span of whole tokens; the exact offsets stay in the reading.
    """
    reading = reading_of(doc)
    for name, found in reading.candidates.items():
        doc.spans[name] = [span for item in found if (span := _span(doc, item)) is not None]
    mentions: list[Span] = []
    for item in reading.mentions:
        if (span := _span(doc, item)) is not None:
            span._.norm = item.norm
            span._.detail = item.detail
            mentions.append(span)
    doc.spans[MENTIONS] = mentions
    return doc


def _span(doc: Doc, item: Found) -> Span | None:
    return doc.char_span(item.start, item.end, label=item.label.value, alignment_mode="expand")

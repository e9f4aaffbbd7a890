"""References: every place where a source names a document, with all that is known there of which one it is."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from graph.identity.ages import latest_by_age
from graph.identity.context import Context
from graph.identity.iris import code_slug, slug
from graph.identity.scopes import Register, Scope, register_of, scope_of, scope_of_body
from ontology.codes import DocumentCode
from ontology.dates import PartialDate
from ontology.document_types import types_with_code
from ontology.extraction import Extraction
from ontology.mentions import Citation, EntityLabel
from ontology.spans import Span
from ontology.statements import SELF

_PLAIN = str.maketrans("đĐ", "dD")
_DOUBLED = {ord("đ"): "dd", ord("Đ"): "DD"}


@dataclass(frozen=True, slots=True)
class Reference:
    """One naming of a document.

    Args:
        source: Index of the extraction.
        mention: Index of the mention, or ``SELF`` for the source's own letterhead.
        context: The reading document's frame.
        code: The code, or ``None`` for a document named otherwise.
        register: The code's numbering parts; ``None`` without a code.
        scope: The register that the code stands in, or the issuing body.
        type: Type word, or ``None``.
        date: Date as given here, or ``None``.
        issuer: The issuing body as written, or ``None``.
        title: Subject, or ``None``.
        term: Term as written, or ``None``.
        norm: Normalised surface.
        span: Where, in the source's text; ``None`` for a letterhead whose place is not known.
        latest: The latest day that the document can be of by the words before it, or ``None`` if they say nothing.
        joint: For a letterhead, the bodies that issued the document together with ``issuer``.
    """

    source: int
    mention: int
    context: Context
    code: DocumentCode | None
    register: Register | None
    scope: Scope
    type: str | None
    date: PartialDate | None
    issuer: str | None
    title: str | None
    term: str | None
    norm: str
    span: Span | None
    joint: tuple[str, ...] = ()
    latest: dt.date | None = None

    @property
    def last_day(self) -> dt.date | None:
        """The latest day that the document can be of, by the source's own date and by what its words say."""
        return self.latest or self.context.last_day

    @property
    def held(self) -> bool:
        """Whether this is the source's own letterhead."""
        return self.mention == SELF

    @property
    def code_segment(self) -> str:
        """The code as an IRI segment.

        Where another type has the same letters without the stroke (``ĐA``, ``DA``), it is written ``dd``: which
        documents a graph holds must not decide which of the two gets the plain IRI.
        """
        if self.code is None:
            return slug(self.type or "van-ban")
        kind = self.code.type_code
        if kind is not None and "đ" in kind.casefold():
            plain = kind.translate(_PLAIN)
            if types_with_code(plain) and types_with_code(plain) != types_with_code(kind):
                return code_slug(self.code.text.replace(kind, kind.translate(_DOUBLED), 1))
        return code_slug(self.code.text)

    @property
    def order(self) -> tuple[str, str, int, int]:
        """The canonical order of references: by source, then by place in it."""
        start = self.span.start if self.span else -1
        return (self.context.file, self.context.sha256, 0 if self.held else 1, start)


def references_of(source: int, extraction: Extraction, context: Context) -> list[Reference]:
    """Return all references of one source, its own letterhead first.

    Args:
        source: Index of the extraction.
        extraction: What was read from the source.
        context: Its frame.
    """
    head = extraction.letterhead
    code = _code(head.code)
    numbered = code is not None and not code.is_blank
    own = Reference(
        source=source,
        mention=SELF,
        context=context,
        code=code,
        register=register_of(code) if code is not None and numbered else None,
        scope=scope_of(code, head.organ, context) if code is not None else scope_of_body(head.organ, context),
        type=head.type,
        date=head.date,
        issuer=head.organ,
        title=head.title,
        term=None,
        norm=" ".join(part for part in (head.type, head.code or head.title) if part) or extraction.file,
        span=head.span,
        joint=head.joint,
    )
    return [own, *_cited(source, extraction, context)]


def _cited(source: int, extraction: Extraction, context: Context) -> Sequence[Reference]:
    found = []
    for index, mention in enumerate(extraction.mentions):
        if mention.label is not EntityLabel.DOC:
            continue
        citation = mention.detail if isinstance(mention.detail, Citation) else Citation(None)
        code = _code(citation.code)
        known = code is not None and not code.is_blank
        scope = (
            scope_of(code, citation.issuer, context, citation.date)
            if code is not None and known
            else scope_of_body(citation.issuer, context, citation.date)
        )
        found.append(
            Reference(
                source=source,
                mention=index,
                context=context,
                code=code if known else None,
                register=register_of(code) if code is not None and known else None,
                scope=scope,
                type=citation.type,
                date=citation.date,
                issuer=citation.issuer,
                title=citation.title,
                term=citation.term,
                norm=mention.norm,
                span=mention.span,
                latest=latest_by_age(extraction.text, mention.span.start, context.last_day),
            )
        )
    return found


def _code(text: str | None) -> DocumentCode | None:
    if text is None:
        return None
    try:
        return DocumentCode.parse(text)
    except ValueError:
        # A number alone ("Chỉ thị số 17") is read as a name: see graph.identity.named_documents.
        return None

"""From what the pipeline found in the normalised text to mentions and statements in the original text."""

from collections.abc import Sequence

from extract.components.coverage import Pair
from extract.components.indicators import IndicatorFound
from extract.components.relation_roles import RelationFound
from extract.components.roles import Role
from extract.components.short_forms import ReferenceFound
from extract.found import Found
from extract.normalize import NormalizedText
from extract.source import SourceText
from ontology.confidence import Feature, weigh
from ontology.indicators import Indicator
from ontology.mentions import Mention
from ontology.references import Reference
from ontology.statements import Evidence, Modality, Relation, Statement


def to_mentions(normalized: NormalizedText, found: Sequence[Found]) -> tuple[Mention, ...]:
    """Return the mentions with spans of the original text, in the same order."""
    mentions: list[Mention] = []
    for item in found:
        span = normalized.span(item.start, item.end)
        mentions.append(Mention(item.label, span, span.of(normalized.original), item.norm, item.detail))
    return tuple(mentions)


def to_references(normalized: NormalizedText, found: Sequence[ReferenceFound]) -> tuple[Reference, ...]:
    """Return the short forms with spans of the original text, in the same order."""
    spans = [normalized.span(item.start, item.end) for item in found]
    return tuple(
        Reference(span, span.of(normalized.original), item.antecedent, item.reason)
        for span, item in zip(spans, found, strict=True)
    )


ROLE_CONFIDENCE = 0.9
"""A post stands directly before or behind a name: one rule, one confidence."""


class StatementWriter:
    """Writes statements of one source, each with its sentence as evidence.

    Args:
        source: The source; names file and hash in the evidence.
        normalized: Its normalised text, to which the offsets of what was found refer.
    """

    def __init__(self, source: SourceText, normalized: NormalizedText) -> None:
        self._source = source
        self._normalized = normalized
        self._statements: list[Statement] = []

    def relations(self, found: Sequence[RelationFound]) -> None:
        """Add relations between documents."""
        for item in found:
            evidence = self._evidence(item.start, item.end, item.rule, item.confidence)
            self._statements.append(Statement(item.head, item.relation, item.tail, evidence, item.cue, item.modality))

    def roles(self, found: Sequence[Role]) -> None:
        """Add posts of people."""
        for item in found:
            evidence = self._evidence(item.start, item.end, "chuc-danh", ROLE_CONFIDENCE)
            self._statements.append(
                Statement(item.person, Relation.HOLDS_POST, item.organization, evidence, item.role, role=item.role)
            )

    def coverage(self, found: Sequence[Pair]) -> None:
        """Add programme–place pairs."""
        for item in found:
            evidence = self._evidence(item.start, item.end, item.rule, item.confidence)
            self._statements.append(
                Statement(item.programme, Relation.COVERS, item.place, evidence, "", Modality.ASSERTED)
            )

    def indicators(self, found: Sequence[IndicatorFound]) -> tuple[Indicator, ...]:
        """Return indicators with offsets of the original text, in order of their numbers."""
        span = self._normalized.span
        return tuple(
            Indicator(
                amount=item.number.amount,
                span=span(item.number.start, item.number.end),
                subject=span(item.subject.start, item.subject.end),
                name=item.name,
                change=item.subject.change,
                bound=item.subject.bound,
                aim=item.frame.aim,
                evidence=self._evidence(item.start, item.end, item.subject.rule, item.confidence),
                origin=item.subject.origin,
                basis=item.basis,
                place=item.frame.place,
                place_inherited=item.frame.place_inherited,
                period=item.frame.period,
                period_inherited=item.frame.period_inherited,
                programme=item.frame.programme,
            )
            for item in found
        )

    def statements(self) -> tuple[Statement, ...]:
        """Return all statements in order of their evidence."""
        return tuple(
            sorted(
                self._statements,
                key=lambda s: (
                    s.evidence.span,
                    s.predicate,
                    s.subject,
                    -1 if s.object is None else s.object,
                    s.role or "",
                    s.evidence.rule,
                ),
            )
        )

    def _evidence(self, start: int, end: int, rule: str, confidence: float) -> Evidence:
        source = self._source
        span = self._normalized.span(start, end)
        page = source.page(span)
        if page in source.ocr_pages:
            confidence = weigh(confidence, Feature.OCR)
        return Evidence(source.file, source.sha256, span, span.of(source.text), rule, confidence, page)

"""From what the pipeline found in the normalised text to mentions and statements in the original text."""

from collections.abc import Sequence

from extract.components.coverage import Pair
from extract.components.relation_roles import RelationFound
from extract.components.roles import Role
from extract.components.short_forms import ReferenceFound
from extract.found import Found
from extract.normalize import NormalizedText
from extract.source import SourceText
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
        span = self._normalized.span(start, end)
        quote = span.of(self._source.text)
        return Evidence(self._source.file, self._source.sha256, span, quote, rule, confidence)

"""Decisions made by hand, in the words that a command would find for them."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from graph.answers import Edge, Entity
from graph.content import GraphContent
from graph.identity import build_content
from graph.ledger.anchors import around
from graph.ledger.deciding import thing_of
from graph.ledger.decisions import (
    Act,
    Anchor,
    Correction,
    Decision,
    Pair,
    Rejection,
    Resolution,
    StatementName,
    Undoing,
    What,
)
from graph.settings import DEFAULT_BASE_IRI
from ontology.dates import PartialDate
from ontology.extraction import Extraction
from ontology.mentions import Citation
from ontology.statements import Relation

BASE = DEFAULT_BASE_IRI


def decision(number: int, what: What | str, act: Act, by: str = "Lê Thị B") -> Decision:
    """A line of the ledger."""
    checksum = sha256(f"{number} {what} {act}".encode()).hexdigest()[:16]
    return Decision(number, str(what), act, by, "2026-01-02T03:04:05Z", None, BASE, checksum, number)


def ledger(*acts: tuple[What, Act]) -> tuple[Decision, ...]:
    """Lines numbered from 1."""
    return tuple(decision(number, what, act) for number, (what, act) in enumerate(acts, 1))


def entity(content: GraphContent, iri: str) -> Entity:
    """The entity with an IRI, given whole or from its kind on."""
    wanted = iri if iri.startswith(BASE) else BASE + iri
    return next(entity for entity in content.entities if entity.iri == wanted)


def same(content: GraphContent, one: str, other: str) -> tuple[What, Act]:
    """Two entities are one."""
    return What.SAME, Pair(thing_of(entity(content, one)), thing_of(entity(content, other)))


def different(content: GraphContent, one: str, other: str) -> tuple[What, Act]:
    """Two entities are two."""
    return What.DIFFERENT, Pair(thing_of(entity(content, one)), thing_of(entity(content, other)))


def anchor(content: GraphContent, extraction: Extraction, mention: int) -> Anchor:
    """The place of a citation."""
    cited = extraction.mentions[mention]
    before, after = around(extraction.text, cited.span)
    source = next(source for source in content.sources if source.file == extraction.file)
    mark = source.mentions[mention]
    date: PartialDate | None = cited.detail.date if isinstance(cited.detail, Citation) else None
    return Anchor(extraction.file, extraction.sha256, cited.span, cited.text, before, after, mark.iri or "", date)


def resolve(content: GraphContent, extraction: Extraction, mention: int, document: str) -> tuple[What, Act]:
    """A citation means a document."""
    return What.RESOLVE, Resolution((anchor(content, extraction, mention),), thing_of(entity(content, document)))


def statement(content: GraphContent, edge: Edge) -> StatementName:
    """A statement as a decision names it."""
    return StatementName(
        edge.id,
        thing_of(entity(content, edge.source)),
        edge.relation,
        thing_of(entity(content, edge.target)),
        edge.modality,
        edge.role,
        frozenset(word for evidence in edge.evidence for word in (evidence.source, evidence.file)),
        edge.evidence[0].quote,
    )


def edge(content: GraphContent, source: str, relation: Relation, target: str) -> Edge:
    """The edge between two entities whose codes, or else names, are these."""
    names = {each.iri: each.code or each.name for each in content.entities}
    return next(e for e in content.edges
                if (names[e.source], e.relation, names[e.target]) == (source, relation, target))  # fmt: skip


def reject(content: GraphContent, stated: Edge) -> tuple[What, Act]:
    """A statement does not hold."""
    return What.REJECT, Rejection(statement(content, stated))


def correct(
    content: GraphContent,
    stated: Edge,
    *,
    relation: Relation | None = None,
    source: str | None = None,
    target: str | None = None,
) -> tuple[What, Act]:
    """A statement means something else."""
    ends = (thing_of(entity(content, iri)) if iri else None for iri in (source, target))
    return What.CORRECT, Correction(statement(content, stated), relation, *ends)


def undo(number: int) -> tuple[What, Act]:
    """A decision is taken back."""
    return What.UNDO, Undoing(number)


def decided(extractions: Iterable[Extraction], *acts: tuple[What, Act]) -> GraphContent:
    """The graph of sources with decisions numbered from 1."""
    return build_content(extractions, BASE, ledger(*acts))


def without_decisions(content: GraphContent) -> GraphContent:
    """The graph less what it says of decisions themselves: for comparing what they make of it."""
    findings = tuple(f for f in content.findings if not f.kind.value.startswith("decision"))
    return replace(content, decisions=(), findings=findings)

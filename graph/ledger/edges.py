"""Edges that get other ends, another relation, or fall together with others."""

from collections.abc import Sequence
from dataclasses import replace

from graph.answers import Edge
from graph.identity.iris import edge_id
from graph.identity.rules import Rule, together, weight
from ontology.spans import Span
from ontology.statements import Evidence, Modality, Relation


def statement_id(source: str, relation: Relation, target: str, role: str | None, modality: Modality) -> str:
    """Return the id of a statement. What was rejected keeps the id that it had when it was asserted."""
    told = None if modality in (Modality.ASSERTED, Modality.REJECTED) else modality.value
    return edge_id(source, relation, target, role, told)


def with_ends(edge: Edge, source: str, target: str, *, relation: Relation | None = None, is_open: bool) -> Edge:
    """Return an edge as a statement of other ends, or another relation, with the same sentences.

    Args:
        edge: The edge.
        source: IRI of the subject.
        target: IRI of the object.
        relation: The relation; as before if ``None``.
        is_open: Whether one of the ends is open.
    """
    kind = relation or edge.relation
    key = statement_id(source, kind, target, edge.role, edge.modality)
    return replace(edge, id=key, source=source, target=target, relation=kind, open=is_open)


def freed(edge: Edge, ends: int) -> Edge:
    """Return an edge without the doubt that it bore because some of its ends were open, and no longer are."""
    if ends == 0:
        return edge
    sure = together((evidence.source, evidence.confidence) for evidence in edge.evidence)
    return replace(edge, confidence=round(min(sure, edge.confidence / weight(Rule.OPEN) ** ends), 4))


def merged_edge(one: Edge, other: Edge) -> Edge:
    """Return one edge for two of the same statement; the sentences of both, and what they say together.

    The doubt that an edge bore about its ends goes with its sentences.
    """
    weighed = [*_weighed(one), *_weighed(other)]
    ordered = sorted(weighed, key=lambda pair: (-pair[1], pair[0].file, pair[0].span, pair[0].rule))
    best: dict[tuple[str, Span, str], Evidence] = {}
    for evidence, _ in ordered:
        best.setdefault((evidence.file, evidence.span, evidence.rule), evidence)
    confidence = max(one.confidence, other.confidence, together((e.source, c) for e, c in ordered))
    return replace(one, evidence=tuple(best.values()), confidence=confidence)


def _weighed(edge: Edge) -> Sequence[tuple[Evidence, float]]:
    plain = together((evidence.source, evidence.confidence) for evidence in edge.evidence)
    doubt = min(1.0, edge.confidence / plain) if plain else 1.0
    return [(evidence, evidence.confidence * doubt) for evidence in edge.evidence]

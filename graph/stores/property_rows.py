"""The graph as rows of nodes and relationships: the one projection behind both property graph stores."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from graph.answers import Edge, Entity, EntityKind
from graph.content import GraphContent
from graph.evidence_id import evidence_id
from graph.places.lineage import place_facts, successions, with_units_of_today
from graph.stores.property_schema import (
    CANDIDATE,
    EVIDENCE,
    ISSUED_BY,
    NODES,
    PART_OF,
    RELATIONSHIPS,
    SUCCEEDED_BY,
)
from ontology.statements import Modality, Relation

Value = str | int | float | bool | None
Row = dict[str, Value]

SOURCE = "from"
TARGET = "to"
"""Columns of a relationship row that hold the keys of its ends."""


@dataclass(frozen=True, slots=True)
class Relationships:
    """Relationships of one type between nodes of one pair of labels.

    Args:
        type: The relationship type.
        source: Label of the nodes that they start from.
        target: Label of the nodes that they lead to.
        rows: For each the keys of its ends (``SOURCE``, ``TARGET``) and its properties.
    """

    type: str
    source: str
    target: str
    rows: tuple[Row, ...]


_ALLOWED = {(kind.name, *ends) for kind in RELATIONSHIPS for ends in kind.ends}
_ORDER = {kind.name: rank for rank, kind in enumerate(RELATIONSHIPS)}


def node_rows(content: GraphContent) -> Mapping[str, tuple[Row, ...]]:
    """Return the nodes for each label of the schema, in the order of ``content``.

    Args:
        content: The graph.
    """
    rows: dict[str, list[Row]] = {label.name: [] for label in NODES}
    for entity in with_units_of_today(content).entities:
        rows[entity.kind.value].append(entity_row(entity))
    for edge in _asserted(content):
        rows[EVIDENCE] += _evidence(edge)
    return {label: tuple(found) for label, found in rows.items()}


def relationship_rows(content: GraphContent) -> tuple[Relationships, ...]:
    """Return the relationships, grouped by type and labels, in the order of the schema and of ``content``.

    Args:
        content: The graph.

    Raises:
        ValueError: If a relation joins kinds of entities that the schema does not let it join, or its end is no entity
            of the graph.
    """
    content = with_units_of_today(content)
    kinds = {entity.iri: entity.kind.value for entity in content.entities}
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for name, row in _all_relationships(content):
        source, target = str(row[SOURCE]), str(row[TARGET])
        group = (name, kinds.get(source, "unknown"), kinds.get(target, "unknown"))
        if group not in _ALLOWED:
            raise ValueError(f"{name} cannot join {group[1]} {source} to {group[2]} {target}")
        groups.setdefault(group, []).append(row)
    ordered = sorted(groups.items(), key=lambda item: (_ORDER[item[0][0]], item[0]))
    return tuple(Relationships(*group, tuple(rows)) for group, rows in ordered)


def _all_relationships(content: GraphContent) -> Iterator[tuple[str, Row]]:
    for edge in _asserted(content):
        yield edge.relation.cypher_type, edge_row(edge)
    for entity in content.entities:
        for issuer in (entity.issuer_iri, *entity.joint_issuers):
            if issuer is not None:
                yield ISSUED_BY, _structure(entity.iri, "issued_by", issuer)
        for rank, candidate in enumerate(entity.candidates, start=1):
            yield CANDIDATE, _structure(entity.iri, "candidate", candidate) | {"rank": rank}
    for part, whole in content.part_of:
        yield PART_OF, _structure(part, "part_of", whole)
    for old, new in successions(content):
        yield SUCCEEDED_BY, _structure(old, "succeeded_by", new)


def _asserted(content: GraphContent) -> Iterable[Edge]:
    return (edge for edge in content.edges if edge.modality is Modality.ASSERTED)


def entity_row(entity: Entity) -> Row:
    """Return the properties of an entity's node, by name; ``None`` where nothing is known."""
    level = entity.level.value if entity.level else None
    match entity.kind:
        case EntityKind.DOCUMENT:
            return {
                "iri": entity.iri,
                "code": entity.code,
                "date": str(entity.date) if entity.date else None,
                "title": entity.title,
                "name": entity.name,
                "type": entity.type,
                "level": level,
                "held": entity.held,
                "open": entity.open,
                "issuer": entity.issuer,
                "file": entity.file,
            }
        case EntityKind.ORGANIZATION:
            return {"iri": entity.iri, "name": entity.name, "level": level, "place": entity.place}
        case EntityKind.PLACE:
            facts = place_facts(entity)
            return {
                "iri": entity.iri,
                "name": entity.name,
                "place": entity.place,
                "level": level,
                "code": facts.code,
                "valid_from": facts.valid_from.isoformat() if facts.valid_from else None,
                "valid_to": facts.valid_to.isoformat() if facts.valid_to else None,
                "known": facts.known,
            }
        case EntityKind.PROGRAMME:
            return {"iri": entity.iri, "name": entity.name, "stage": entity.stage}
        case _:
            return {"iri": entity.iri, "name": entity.name}


def edge_row(edge: Edge) -> Row:
    """Return the ends and the properties of a statement's relationship."""
    row: Row = {
        SOURCE: edge.source,
        TARGET: edge.target,
        "id": edge.id,
        "relation": edge.relation.value,
        "confidence": edge.confidence,
        "open": edge.open,
    }
    if edge.relation is Relation.HOLDS_POST:
        row["role"] = edge.role
    return row


def _structure(source: str, relation: str, target: str) -> Row:
    identity = sha256("\x1f".join((source, relation, target)).encode()).hexdigest()[:32]
    return {SOURCE: source, TARGET: target, "id": identity, "relation": relation}


def _evidence(edge: Edge) -> Iterator[Row]:
    for evidence in edge.evidence:
        yield {
            "id": evidence_id(edge.id, evidence),
            "statement": edge.id,
            "file": evidence.file,
            "start": evidence.span.start,
            "end": evidence.span.end,
            "quote": evidence.quote,
            "rule": evidence.rule,
            "confidence": evidence.confidence,
            "page": evidence.page,
        }

"""The rows of the property graph, and what may not become one."""

from dataclasses import replace

import pytest
from graph_content import LAND, NEW_COUNTRYSIDE, PLAN_109, TAN_BINH

from graph.content import GraphContent
from graph.evidence_id import evidence_id
from graph.stores.property_rows import node_rows, relationship_rows
from graph.stores.property_schema import NODES, RELATIONSHIPS
from ontology.statements import Relation


def test_every_relation_has_a_relationship_type() -> None:
    assert {relation.cypher_type for relation in Relation} <= {kind.name for kind in RELATIONSHIPS}


def test_rows_have_the_columns_of_the_schema(content: GraphContent) -> None:
    columns = {label.name: {column.name for column in label.properties} for label in NODES}
    for label, rows in node_rows(content).items():
        assert {frozenset(row) for row in rows} == {frozenset(columns[label])}, label
    columns = {kind.name: {column.name for column in kind.properties} | {"from", "to"} for kind in RELATIONSHIPS}
    for group in relationship_rows(content):
        assert {frozenset(row) for row in group.rows} == {frozenset(columns[group.type])}, group.type


def test_ids_are_unique(content: GraphContent) -> None:
    rows = [row for group in relationship_rows(content) for row in group.rows]
    assert len({row["id"] for row in rows}) == len(rows)
    for label in NODES:
        found = node_rows(content)[label.name]
        assert len({row[label.key] for row in found}) == len(found)


WRONG = [
    (Relation.COVERS, PLAN_109, LAND, "COVERS cannot join Document .* to Document"),
    (Relation.IMPLEMENTS, NEW_COUNTRYSIDE, LAND, "IMPLEMENTS cannot join Programme"),
    (Relation.HOLDS_POST, PLAN_109, TAN_BINH, "HOLDS_POST cannot join Document .* to Place"),
    (Relation.IMPLEMENTS, PLAN_109, "urn:nowhere", "to unknown urn:nowhere"),
]


@pytest.mark.parametrize(("relation", "source", "target", "message"), WRONG)
def test_what_the_schema_does_not_know_is_refused(
    relation: Relation, source: str, target: str, message: str, content: GraphContent
) -> None:
    edge = replace(content.edges[0], relation=relation, source=source, target=target)
    with pytest.raises(ValueError, match=message):
        relationship_rows(replace(content, edges=(edge,)))


def test_the_id_of_evidence_tells_what_differs_and_nothing_else(content: GraphContent) -> None:
    first = content.edges[0].evidence[0]
    others = [
        evidence_id("other", first),
        evidence_id("statement", replace(first, file="other.txt")),
        evidence_id("statement", replace(first, source="0" * 64)),
        evidence_id("statement", replace(first, rule="other")),
        evidence_id("statement", replace(first, span=replace(first.span, end=first.span.end + 1))),
    ]
    same = evidence_id("statement", first)
    assert len({same, *others}) == len(others) + 1
    assert evidence_id("statement", replace(first, confidence=0.1)) == same

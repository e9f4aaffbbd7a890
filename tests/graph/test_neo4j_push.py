"""Pushing to a real Neo4j server."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from graph_content import LAND, PLAN_109, PLAN_200
from neo4j_server import PASSWORD, Neo4jServer
from store_readers import StoreView, read_cypher, shown_to_queries

from graph.answers import Entity, EntityKind
from graph.build import build
from graph.content import GraphContent
from graph.exports import neo4j_push
from graph.exports.neo4j_push import push
from graph.named_queries import QueryLanguage, named_queries, named_query
from graph.query import Graph
from graph.stores.property_schema import NODES, RELATIONSHIPS
from graph.stores.sqlite_store import read_content
from ontology.errors import ExportError
from ontology.statements import Relation


def ask(server: Neo4jServer, query: str, **values: object) -> list[Sequence[object]]:
    with server.driver() as driver:
        return [list(record.values()) for record in driver.execute_query(query, parameters_=values).records]


def view(server: Neo4jServer) -> StoreView:
    with server.driver() as driver:

        def run(query: str) -> Iterable[Iterable[object]]:
            return [record.values() for record in driver.execute_query(query).records]

        return read_cypher(run)


def counts(server: Neo4jServer) -> tuple[object, object]:
    return (
        ask(server, "MATCH (n) RETURN count(n)")[0][0],
        ask(server, "MATCH ()-[r]->() RETURN count(r)")[0][0],
    )


def test_the_server_holds_what_the_graph_holds(content: GraphContent, empty_neo4j: Neo4jServer) -> None:
    steps: list[tuple[int, int]] = []
    report = push(content, empty_neo4j.uri, "neo4j", None, on_progress=lambda done, total: steps.append((done, total)))
    assert view(empty_neo4j) == shown_to_queries(content)
    nodes, relationships = counts(empty_neo4j)
    assert report.created_nodes == sum(report.nodes.values()) == nodes
    assert report.created_relationships == sum(report.relationships.values()) == relationships
    assert (report.removed_nodes, report.removed_relationships) == (0, 0)
    assert report.nodes["Document"] == 8
    assert report.relationships["IMPLEMENTS"] == 3
    assert steps[-1][0] == steps[-1][1] == nodes + relationships  # type: ignore[operator]


def test_pushing_twice_is_pushing_once(content: GraphContent, empty_neo4j: Neo4jServer) -> None:
    push(content, empty_neo4j.uri, "neo4j", None)
    once = counts(empty_neo4j)
    report = push(content, empty_neo4j.uri, "neo4j", None, "neo4j")
    assert counts(empty_neo4j) == once
    assert (report.created_nodes, report.created_relationships) == (0, 0)
    assert (report.removed_nodes, report.removed_relationships) == (0, 0)


def test_several_batches_are_as_good_as_one(
    content: GraphContent, empty_neo4j: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_push, "_BATCH", 2)
    push(content, empty_neo4j.uri, "neo4j", None)
    push(replace(content, edges=()), empty_neo4j.uri, "neo4j", None)
    push(content, empty_neo4j.uri, "neo4j", None)
    assert view(empty_neo4j) == shown_to_queries(content)


def test_what_left_the_graph_leaves_the_server(content: GraphContent, empty_neo4j: Neo4jServer) -> None:
    push(content, empty_neo4j.uri, "neo4j", None)
    fewer = replace(
        content,
        entities=tuple(
            replace(entity, title=None) if entity.iri == LAND else entity
            for entity in content.entities
            if entity.iri != PLAN_200
        ),
        edges=tuple(
            edge
            for edge in content.edges
            if PLAN_200 not in (edge.source, edge.target) and edge.relation is not Relation.COVERS
        ),
    )
    report = push(fewer, empty_neo4j.uri, "neo4j", None)
    assert view(empty_neo4j) == shown_to_queries(fewer)
    # Relationships of the removed document, those to its issuer included, and three of "covers"; evidence with them.
    assert report.removed_relationships == 9
    assert report.removed_nodes == 1 + 8
    assert ask(empty_neo4j, "MATCH (d:Document {iri: $iri}) RETURN d.title", iri=LAND) == [[None]]


def test_what_others_keep_in_the_database_stays(content: GraphContent, empty_neo4j: Neo4jServer) -> None:
    ask(empty_neo4j, "CREATE (:Document {iri: 'urn:mine', name: 'mine'})-[:IMPLEMENTS {id: 'mine'}]->(:Note)")
    base = "https://example.org/other/"
    entities = (Entity(f"{base}x", EntityKind.PERSON, "Trần Thị B"),)
    other = replace(content, base_iri=base, entities=entities, edges=(), part_of=())
    push(other, empty_neo4j.uri, "neo4j", None)
    push(content, empty_neo4j.uri, "neo4j", None)
    ask(empty_neo4j, "MATCH (d:Document {iri: $iri}) CREATE (d)-[:NOTED]->(:Note)", iri=PLAN_109)
    push(replace(content, edges=()), empty_neo4j.uri, "neo4j", None)
    assert ask(empty_neo4j, "MATCH (n:Note) RETURN count(n)") == [[2]]
    assert ask(empty_neo4j, "MATCH (:Document {name: 'mine'})-[r:IMPLEMENTS]->() RETURN r.id") == [["mine"]]
    assert ask(empty_neo4j, "MATCH (:Document)-[r:NOTED]->() RETURN count(r)") == [[1]]
    assert ask(empty_neo4j, "MATCH (n {iri: 'https://example.org/other/x'}) RETURN count(n)") == [[1]]


def test_keys_are_constraints_and_lookups_are_indexed(content: GraphContent, empty_neo4j: Neo4jServer) -> None:
    push(content, empty_neo4j.uri, "neo4j", None)
    constraints = ask(empty_neo4j, "SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type RETURN *")
    assert sorted(row[0][0] for row in constraints) == sorted(label.name for label in NODES)  # type: ignore[index]
    indexes = ask(empty_neo4j, "SHOW INDEXES YIELD labelsOrTypes, properties, state WHERE state = 'ONLINE' RETURN *")
    assert ["Evidence"] in [row[0] for row in indexes if row[1] == ["statement"]]
    assert ["Document"] in [row[0] for row in indexes if row[1] == ["code"]]


def test_the_sample_corpus_gives_the_same_pairs_as_python(
    sample_dir: Path, tmp_path: Path, empty_neo4j: Neo4jServer
) -> None:
    build([sample_dir], tmp_path)
    with Graph.open(tmp_path) as graph:
        pairs = graph.carries_out_pairs()
        sample = read_content(graph.generation_folder / "graph.sqlite")
    push(sample, empty_neo4j.uri, "neo4j", None)
    query = named_query(QueryLanguage.CYPHER, "carries_out")
    found = ask(empty_neo4j, query.text)
    assert {(source, relation, target) for source, _, relation, target, _ in found} == pairs
    assert view(empty_neo4j) == shown_to_queries(sample)
    _answers_as_the_embedded_store(empty_neo4j, tmp_path)


def _answers_as_the_embedded_store(server: Neo4jServer, folder: Path) -> None:
    """Every named query gives on the server what it gives in the graph's own store, as it stands and with bound values."""
    with Graph.open(folder) as graph:
        for query in named_queries(QueryLanguage.CYPHER):
            bound = query.bind()
            own = [list(row) for row in graph.cypher(bound.text, dict(bound.parameters)).rows]
            assert own or query.name == "outdated_basis", query.name  # no text of the sample rests on what was replaced
            for rows in (ask(server, query.text), ask(server, bound.text, **bound.parameters)):
                assert sorted(map(repr, rows)) == sorted(map(repr, own)), query.name


def test_labels_and_types_are_names_that_need_no_quoting() -> None:
    names = [label.name for label in NODES] + [kind.name for kind in RELATIONSHIPS]
    names += [column.name for owner in (*NODES, *RELATIONSHIPS) for column in owner.properties]
    assert [name for name in names if not name.isidentifier() or not name.isascii()] == []


def test_the_right_password_is_let_in(content: GraphContent, neo4j_server_with_password: Neo4jServer) -> None:
    server = neo4j_server_with_password
    people = tuple(entity for entity in content.entities if entity.kind is EntityKind.PERSON)
    report = push(replace(content, entities=people, edges=(), part_of=()), server.uri, "neo4j", PASSWORD, "neo4j")
    assert report.nodes == {"Person": 1}


def test_wrong_credentials_are_named(content: GraphContent, neo4j_server_with_password: Neo4jServer) -> None:
    for user, password in (("neo4j", "wrong-secret"), ("nobody", PASSWORD), ("neo4j", None)):
        with pytest.raises(ExportError, match=r"từ chối|tạm khóa") as raised:
            push(content, neo4j_server_with_password.uri, user, password)
        assert f"“{user}”" in str(raised.value)
        assert "NEO4J_PASSWORD" in str(raised.value) or "Đợi" in str(raised.value)
        assert "secret" not in str(raised.value)


def test_a_database_that_is_not_there_is_named(content: GraphContent, empty_neo4j: Neo4jServer) -> None:
    with pytest.raises(ExportError, match="không có cơ sở dữ liệu “vanban”"):
        push(content, empty_neo4j.uri, "neo4j", None, "vanban")


def test_duplicates_of_others_are_reported(content: GraphContent, empty_neo4j: Neo4jServer) -> None:
    ask(empty_neo4j, "UNWIND [1, 2] AS x CREATE (:Document {iri: 'urn:twice'})")
    with pytest.raises(ExportError, match="trùng IRI"):
        push(content, empty_neo4j.uri, "neo4j", None)


ADDRESSES = [
    ("bolt://127.0.0.1:1", "không nối được tới máy chủ Neo4j", "bolt://127.0.0.1:1"),
    ("neo4j://no-such-host.invalid:7687", "không nối được", "no-such-host.invalid"),
    ("localhost:7687", "địa chỉ máy chủ Neo4j không dùng được", "localhost:7687"),
    ("http://127.0.0.1:7474", "không dùng được", "http://127.0.0.1:7474"),
    ("bolt://127.0.0.1:99999", "không dùng được", "99999"),
    ("bolt://[::1", "không dùng được", "bolt://[::1"),
    ("bolt://", "không dùng được", "bolt://"),
    ("", "không dùng được", "bolt://127.0.0.1:7687"),
    ("bolt://neo4j:hidden-word@127.0.0.1:1", "không dùng được", "bolt://127.0.0.1:1"),
]


@pytest.mark.parametrize(("uri", "message", "shown"), ADDRESSES)
def test_an_address_that_leads_nowhere_is_named(uri: str, message: str, shown: str, content: GraphContent) -> None:
    with pytest.raises(ExportError, match=message) as raised:
        push(content, uri, "neo4j", "secret")
    assert shown in str(raised.value)
    assert "secret" not in str(raised.value)
    assert "hidden-word" not in str(raised.value)

"""The same question in Python, SPARQL and Cypher has the same answer: on the hand-made graph and on built ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.build import build
from graph.content import GraphContent
from graph.database import Database
from graph.named_queries import QueryLanguage, named_queries, named_query
from graph.query import Graph
from graph.sandbox.query_worker import QueryWorkers
from graph.stores import property_store, rdf_store, sqlite_store
from ontology.statements import CASCADE, DOCUMENT_RELATIONS, Relation
from ontology.vocabulary import relation_iri

Pairs = frozenset[tuple[object, ...]]
LIMIT = 1_000_000


@pytest.fixture(scope="module", params=["hand-made", "examples", "seeds"])
def generation(request: pytest.FixtureRequest, content: GraphContent, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the three stores."""
    folder = tmp_path_factory.mktemp("parity")
    if request.param == "hand-made":
        sqlite_store.write(content, folder / "graph.sqlite")
        rdf_store.write(content, folder / "rdf")
        property_store.write(content, folder / "property")
        return folder
    documents: Path = request.getfixturevalue("sample_dir" if request.param == "examples" else "seeds_dir")
    report = build([documents], folder / "graph")
    assert report.failed == ()
    with Graph.open(folder / "graph") as graph:
        return graph.generation_folder


@pytest.fixture(scope="module")
def workers(generation: Path) -> Iterator[QueryWorkers]:
    with QueryWorkers(generation / "rdf", generation / "property", size=1) as opened:
        yield opened


def in_python(generation: Path, *relations: Relation) -> Pairs:
    with Database(generation / "graph.sqlite") as database:
        return frozenset(database.pairs(relations))


def in_sparql(workers: QueryWorkers, query: str) -> Pairs:
    found = workers.sparql(query, limit=LIMIT, timeout=60)
    assert not found.truncated
    return frozenset(tuple(term and term.value for term in row) for row in found.rows)


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def in_cypher(workers: QueryWorkers, query: str) -> Pairs:
    found = workers.cypher(query, limit=LIMIT, timeout=60)
    assert not found.truncated
    return frozenset(tuple(row) for row in found.rows)


def test_every_carries_out_pair(generation: Path, workers: QueryWorkers) -> None:
    pairs = in_python(generation, *CASCADE)
    assert pairs
    sparql = in_sparql(workers, named_query(QueryLanguage.SPARQL, "carries_out").text)
    cypher = in_cypher(workers, named_query(QueryLanguage.CYPHER, "carries_out").text)
    assert sparql == cypher
    assert {(source, relation, target) for source, _, relation, target, _ in sparql} == pairs
    carried = in_sparql(
        workers, "PREFIX cth: <https://w3id.org/cuthehoa/ns#> SELECT ?source ?target { ?source cth:carriesOut ?target }"
    )
    assert carried == {(source, target) for source, _, target in pairs}


@pytest.mark.parametrize("relation", [*sorted(set(DOCUMENT_RELATIONS) - CASCADE), Relation.COVERS, Relation.HOLDS_POST])
def test_every_pair_of_the_other_relations(relation: Relation, generation: Path, workers: QueryWorkers) -> None:
    pairs = {(source, target) for source, _, target in in_python(generation, relation)}
    sparql = in_sparql(workers, f"SELECT ?source ?target {{ ?source <{relation_iri(relation)}> ?target }}")
    cypher = in_cypher(workers, f"MATCH (a)-[:{relation.cypher_type}]->(b) RETURN a.iri AS source, b.iri AS target")
    assert sparql == cypher == pairs


@pytest.mark.parametrize("name", sorted(query.name for query in named_queries(QueryLanguage.CYPHER)))
def test_every_named_query(name: str, workers: QueryWorkers) -> None:
    sparql, cypher = (named_query(language, name).text for language in QueryLanguage)
    as_text = frozenset(tuple(None if value is None else _text(value) for value in row)
                        for row in in_cypher(workers, cypher))  # fmt: skip
    assert in_sparql(workers, sparql) == as_text

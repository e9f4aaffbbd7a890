"""From any triple to its sentence, file, rule and confidence, in one query."""

from pathlib import Path

import pytest
from graph_content import CHAIN, LAND, PLAN_109, PLAN_200, PROGRAMME_139, UNPLANNED
from pyoxigraph import QuerySolutions, RdfFormat, Store

from graph.content import GraphContent
from graph.generations import DATABASE
from graph.named_queries import QueryLanguage, named_query
from graph.query import Graph
from graph.stores.rdf_triples import triples
from graph.stores.sqlite_store import read_content
from ontology.errors import QueryError
from ontology.statements import Relation
from ontology.vocabulary import expand

Row = dict[str, str]
TITLE = expand("dcterms:title")


def store_of(content: GraphContent) -> Store:
    store = Store()
    store.bulk_load("".join(triples(content)).encode(), RdfFormat.N_TRIPLES)
    return store


@pytest.fixture(scope="module")
def hand_made(content: GraphContent) -> Store:
    return store_of(content)


@pytest.fixture(scope="module")
def sample(sample_graph: Path) -> tuple[GraphContent, Store]:
    with Graph.open(sample_graph) as opened:
        content = read_content(opened.generation_folder / DATABASE)
    return content, store_of(content)


def asked(store: Store, subject: str, predicate: str, value: str = "") -> list[Row]:
    query = named_query(QueryLanguage.SPARQL, "provenance")
    predicate = predicate if "://" in predicate else CTH + predicate
    found = store.query(query.bind({"subject": subject, "predicate": predicate, "object": value}).text)
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [{name: str(term.value) for name, term in zip(names, row, strict=True) if term is not None} for row in found]


CTH = expand("cth:")
CASES = [
    (PLAN_109, "concretizes", "139-CTr/TU", {("phát biểu", CHAIN, "concretizes-cue")}),
    (PLAN_109, "concretizes", PROGRAMME_139, {("phát biểu", CHAIN, "concretizes-cue")}),
    (PLAN_109, "carriesOut", "139-CTr/TU", {("phát biểu", CHAIN, "concretizes-cue"), ("phát biểu", "thực hiện Chương trình 139", "implements-cue")}),
    (PROGRAMME_139, "carriesOut", LAND, {("phát biểu", CHAIN, "implements-cue"), ("phát biểu", "về thực hiện Nghị quyết 18", "implements-cue")}),
    (PLAN_109, "implements", "không có", set()),
    (PLAN_200, "implements", UNPLANNED, set()),  # denied: there is no such triple
    (f"{PLAN_109}/nothing", "implements", "", set()),
    (PLAN_109, "implements", '" } ?s ?p ?o . #', set()),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "predicate", "value", "expected"), CASES)
def test_a_relation_leads_to_its_sentences(
    subject: str, predicate: str, value: str, expected: set[tuple[str, str, str]], hand_made: Store
) -> None:
    rows = asked(hand_made, subject, predicate, value)
    assert {(row["how"], row["quote"], row["rule"]) for row in rows} == expected
    assert all(row["file"] and 0 < float(row["confidence"]) <= 1 for row in rows)


@pytest.mark.parametrize(
    ("subject", "predicate"), [("https://x.org/> } ?s ?p ?o . #", "implements"), (PLAN_109, "a b> <c")]
)
def test_what_is_no_iri_is_refused(subject: str, predicate: str, hand_made: Store) -> None:
    with pytest.raises(QueryError, match="không phải là IRI"):
        asked(hand_made, subject, predicate)


def test_every_relation_of_the_hand_made_graph_has_its_sentences(content: GraphContent, hand_made: Store) -> None:
    asserted = [edge for edge in content.edges if edge.modality.value == "asserted"]
    for edge in asserted:
        rows = asked(hand_made, edge.source, edge.relation.rdf_name, edge.target)
        wanted = {said.quote for said in edge.evidence}
        if edge.relation is Relation.HOLDS_POST:  # two posts in one body are one triple
            wanted = {
                said.quote
                for other in asserted
                if other.target == edge.target and other.role
                for said in other.evidence
            }
        assert {row["quote"] for row in rows} == wanted


def test_every_statement_and_indicator_leads_to_its_own_sentence(sample: tuple[GraphContent, Store]) -> None:
    content, store = sample
    for edge in content.edges[:20]:
        rows = asked(store, f"{content.base_iri}statement/{edge.id}", "open")
        assert {(row["quote"], row["rule"]) for row in rows} == {(said.quote, said.rule) for said in edge.evidence}
    for indicator in content.indicators[:20]:
        (row,) = asked(store, f"{content.base_iri}indicator/{indicator.id}", "value")
        said = indicator.evidence
        assert (row["quote"], row["file"], row["rule"]) == (said.quote, said.file, said.rule)
        assert (int(row["start"]), int(row["end"])) == (said.span.start, said.span.end)
    assert content.findings
    for row in store.query("SELECT ?f { ?f a <https://w3id.org/cuthehoa/ns#Finding> }"):  # type: ignore[union-attr]
        assert all(found["how"] == "chỗ đáng ngờ" for found in asked(store, row["f"].value, "message"))


def test_every_attribute_of_every_document_leads_to_a_file(sample: tuple[GraphContent, Store]) -> None:
    content, store = sample
    texts = {source.file: source.text for source in content.sources}
    documents = [entity for entity in content.entities if entity.kind.value == "Document"]
    assert len(documents) > 60
    for document in documents:
        values = {
            "code": document.code,
            "issuerName": document.issuer,
            "date": str(document.date) if document.date else None,
            TITLE: document.title,
        }
        for predicate, value in values.items():
            if value is None:
                continue
            rows = asked(store, document.iri, predicate, value)
            assert rows, (document.iri, predicate)
            for row in rows:
                assert row["file"] in texts
                if document.held:
                    assert row["how"] == "phần đầu văn bản"
                    assert row["rule"] == "held"
                if "quote" in row:
                    assert texts[row["file"]][int(row["start"]) : int(row["end"])] == row["quote"]


def test_it_runs_as_it_stands_on_the_sample_corpus(sample: tuple[GraphContent, Store]) -> None:
    query = named_query(QueryLanguage.SPARQL, "provenance")
    (subject, predicate, value) = (parameter.default for parameter in query.parameters)
    rows = asked(sample[1], subject, predicate, value)
    assert {row["how"] for row in rows} == {"phát biểu"}
    assert any("139-CTr/TU" in row["quote"] for row in rows)
    (row,) = asked(sample[1], subject, "issuer")
    assert "KẾ HOẠCH" in row["quote"]

"""The graph as RDF, triple by triple."""

from dataclasses import replace

import pytest
from graph_content import BASE, DISTRICT, LAND, OPEN_18, PLAN_109, PLAN_200, PROGRAMME_139, SECRETARY, UNPLANNED
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from graph.content import GraphContent
from graph.stores import rdf_store, rdf_terms
from graph.stores.rdf_triples import triples
from ontology.dates import PartialDate
from ontology.statements import Modality, Relation
from ontology.vocabulary import expand, relation_iri

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture(scope="module")
def facts(content: GraphContent) -> set[tuple[str, str, str]]:
    return {(q.subject.value, q.predicate.value, q.object.value) for q in rdf_store.quads(triples(content))}


def objects(facts: set[tuple[str, str, str]], subject: str, predicate: str) -> set[str]:
    return {o for s, p, o in facts if s == subject and p == expand(predicate)}


def test_each_triple_comes_once_and_in_the_same_order(content: GraphContent) -> None:
    lines = "".join(triples(content)).splitlines()
    assert len(lines) == len(set(lines)) > 300
    assert lines == "".join(triples(content)).splitlines()


def test_no_node_is_blank(content: GraphContent) -> None:
    assert not [q for q in rdf_store.quads(triples(content)) if BlankNode in (type(q.subject), type(q.object))]


PLAIN = [
    (PROGRAMME_139, "cth:implements", {LAND}),
    (PROGRAMME_139, "cth:carriesOut", {LAND}),
    (PLAN_109, "cth:concretizes", {PROGRAMME_139}),
    (PLAN_109, "cth:implements", {PROGRAMME_139, PLAN_200}),
    (PLAN_109, "cth:carriesOut", {PROGRAMME_139, PLAN_200, OPEN_18}),
    (PLAN_200, "cth:carriesOut", {PLAN_109}),
    (PLAN_200, "cth:linkedWith", {PROGRAMME_139}),
    (PLAN_200, "cth:implements", set()),  # denied
    (PLAN_200, "cth:concretizes", set()),  # only intended
    (OPEN_18, "cth:open", {"true"}),
    (LAND, "cth:open", set()),
    (PLAN_109, "cth:held", {"true"}),
    (LAND, "cth:held", {"false"}),
    (SECRETARY, "cth:holdsPost", {DISTRICT}),
    (PLAN_109, "cth:source", {f"{BASE}source/huyện/kế%20hoạch%20109.txt"}),
]


@pytest.mark.parametrize(("subject", "predicate", "expected"), PLAIN)
def test_plain_triples(facts: set[tuple[str, str, str]], subject: str, predicate: str, expected: set[str]) -> None:
    assert objects(facts, subject, predicate) == expected


@pytest.mark.parametrize(
    ("modality", "target"),
    [(Modality.NEGATED, UNPLANNED), (Modality.INTENDED, LAND)],
    ids=lambda value: str(value)[-9:],
)
def test_what_is_not_asserted_is_a_statement_only(
    content: GraphContent, facts: set[tuple[str, str, str]], modality: Modality, target: str
) -> None:
    (edge,) = [edge for edge in content.edges if edge.modality is modality]
    node = f"{BASE}statement/{edge.id}"
    assert objects(facts, node, "rdf:object") == {target}
    assert objects(facts, node, "cth:modality") == {expand(f"cth:modality-{modality}")}
    assert len(objects(facts, node, "cth:evidence")) == 1
    assert (edge.source, relation_iri(edge.relation), target) not in facts


def test_two_posts_in_one_body_are_two_memberships(content: GraphContent, facts: set[tuple[str, str, str]]) -> None:
    posts = [edge for edge in content.edges if edge.relation is Relation.HOLDS_POST]
    nodes = [f"{BASE}statement/{edge.id}" for edge in posts]
    assert [objects(facts, node, "org:member") for node in nodes] == [{SECRETARY}] * 2
    assert {role for node in nodes for role in objects(facts, node, "org:role")} == {
        f"{BASE}role/bi-thu",
        f"{BASE}role/chu-tich-hdnd",
    }


DATES = [
    ("2022-06-16", "date"),
    ("2022-06", "gYearMonth"),
    ("2022", "gYear"),
]


@pytest.mark.parametrize(("iso", "datatype"), DATES)
def test_a_date_has_the_type_of_what_is_known(iso: str, datatype: str) -> None:
    assert rdf_terms.partial_date(PartialDate.parse(iso)) == f'"{iso}"^^<{XSD}{datatype}>'


CONFIDENCES = [
    (0.97, "0.97"),
    (1, "1.0"),
    (0.0, "0.0"),
    (1e-6, "0.000001"),
    (0.9700000000000001, "0.97"),
    (1e-9, "0.0"),
]


@pytest.mark.parametrize(("value", "lexical"), CONFIDENCES)
def test_a_confidence_is_a_short_decimal(value: float, lexical: str) -> None:
    assert rdf_terms.confidence(value) == f'"{lexical}"^^<{XSD}decimal>'


@given(st.text())
def test_any_text_comes_back_from_its_literal(value: str) -> None:
    line = f"<x:s> <x:p> {rdf_terms.text(value)} ."
    (quad,) = parse(line, RdfFormat.N_TRIPLES)
    assert quad.object == Literal(value)


@given(st.text())
def test_any_text_makes_a_valid_iri(value: str) -> None:
    (quad,) = parse(f"{rdf_terms.iri('https://example.org/' + value)} <x:p> <x:o> .", RdfFormat.N_TRIPLES)
    assert isinstance(quad.subject, NamedNode)


@given(st.text(min_size=1), st.text(min_size=1))
def test_two_files_never_share_a_node(first: str, second: str) -> None:
    from graph.stores.rdf_evidence import source_node

    assert (source_node(BASE, first) == source_node(BASE, second)) == (first == second)


def test_evidence_leads_to_the_words_of_the_source(content: GraphContent, facts: set[tuple[str, str, str]]) -> None:
    texts = {source.file: source.text for source in content.sources}
    found = 0
    for annotation in {s for s, p, o in facts if o == expand("oa:Annotation")}:
        (source,) = objects(facts, annotation, "prov:wasDerivedFrom")
        (file,) = objects(facts, source, "cth:file")
        (target,) = objects(facts, annotation, "oa:hasTarget")
        values = {
            name: value
            for selector in objects(facts, target, "oa:hasSelector")
            for name in ("oa:exact", "oa:start", "oa:end")
            for value in objects(facts, selector, name)
        }
        assert texts[file][int(values["oa:start"]) : int(values["oa:end"])] == values["oa:exact"]
        found += 1
    assert found == sum(len(edge.evidence) for edge in content.edges)


def test_a_base_that_is_no_iri_is_escaped(content: GraphContent) -> None:
    odd = replace(content, base_iri="https://example.org/đồ thị/", entities=())
    assert any(
        quad.subject.value.startswith("https://example.org/đồ%20thị/statement/")
        for quad in rdf_store.quads(triples(odd))
    )

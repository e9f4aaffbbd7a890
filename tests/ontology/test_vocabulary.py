"""Every closed set and every document type has its term in the vocabulary, labelled in both languages."""

import json
from importlib.resources import files

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, URIRef

from graph.answers import EntityKind
from ontology.levels import Level
from ontology.statements import CASCADE, DOCUMENT_RELATIONS, Modality, Relation
from ontology.vocabulary import (
    CARRIES_OUT,
    DOCUMENT_TYPES,
    LEVELS,
    NAMESPACE,
    PREFIXES,
    class_iri,
    escape_iri,
    expand,
    level_iri,
    modality_iri,
    relation_iri,
    slug,
    type_iri,
    vocabulary_turtle,
)

TYPES = [row["name"] for row in json.loads((files("ontology") / "tables/document_types.json").read_text("utf-8"))]

TERMS = [
    *((relation_iri(relation), OWL.ObjectProperty) for relation in Relation),
    *((class_iri(kind), OWL.Class) for kind in EntityKind),
    *((level_iri(level), URIRef(expand("cth:Level"))) for level in Level),
    *((modality_iri(modality), URIRef(expand("cth:Modality"))) for modality in Modality),
    *((type_iri(name), URIRef(expand("cth:DocumentType"))) for name in TYPES),
]


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return Graph().parse(data=vocabulary_turtle(), format="turtle")


@pytest.mark.parametrize(("iri", "kind"), TERMS, ids=lambda value: value.rpartition("#")[2])
def test_a_term_is_declared(vocabulary: Graph, iri: str, kind: URIRef) -> None:
    assert (URIRef(iri), RDF.type, kind) in vocabulary


def test_every_term_has_both_labels_and_both_comments(vocabulary: Graph) -> None:
    terms = {term for term in vocabulary.subjects(RDF.type) if term.startswith(NAMESPACE)}
    assert len(terms) > 340
    for term in terms:
        is_concept = (term, SKOS.inScheme, None) in vocabulary
        for predicate in (RDFS.label, RDFS.comment, *((SKOS.prefLabel,) if is_concept else ())):
            languages = sorted(literal.language or "" for literal in vocabulary.objects(term, predicate))
            assert languages == ["en", "vi"], f"{term} {predicate}"
        if is_concept:
            assert set(vocabulary.objects(term, RDFS.label)) == set(vocabulary.objects(term, SKOS.prefLabel))


def test_no_two_concepts_of_a_scheme_share_a_label(vocabulary: Graph) -> None:
    labels = [
        (scheme, label)
        for concept, scheme in vocabulary.subject_objects(SKOS.inScheme)
        for label in vocabulary.objects(concept, SKOS.prefLabel)
    ]
    assert len(labels) == len(set(labels))


def test_the_scheme_of_document_types_holds_the_table_and_nothing_else(vocabulary: Graph) -> None:
    concepts = {
        (str(concept), str(label))
        for concept in vocabulary.subjects(SKOS.inScheme, URIRef(DOCUMENT_TYPES))
        for label in vocabulary.objects(concept, SKOS.prefLabel)
        if label.language == "vi"
    }
    assert concepts == {(type_iri(name), name) for name in TYPES}
    assert len({type_iri(name) for name in TYPES}) == len(TYPES), "two types fold to one concept"


def test_the_levels_are_labelled_as_people_see_them(vocabulary: Graph) -> None:
    concepts = {
        (str(concept), str(label))
        for concept in vocabulary.subjects(SKOS.inScheme, URIRef(LEVELS))
        for label in vocabulary.objects(concept, SKOS.prefLabel)
        if label.language == "vi"
    }
    assert concepts == {(level_iri(level), level.vietnamese) for level in Level}


@pytest.mark.parametrize("relation", Relation)
def test_the_cascade_and_nothing_else_is_under_carries_out(vocabulary: Graph, relation: Relation) -> None:
    under = (URIRef(relation_iri(relation)), RDFS.subPropertyOf, URIRef(CARRIES_OUT)) in vocabulary
    assert under == (relation in CASCADE)


@pytest.mark.parametrize("relation", DOCUMENT_RELATIONS)
def test_every_relation_between_documents_has_typical_words(vocabulary: Graph, relation: Relation) -> None:
    assert list(vocabulary.subjects(URIRef(expand("cth:indicates")), URIRef(relation_iri(relation))))


def test_every_own_term_that_is_used_is_declared(vocabulary: Graph) -> None:
    used = {
        term for triple in vocabulary for term in triple if term.startswith(NAMESPACE) and not isinstance(term, BNode)
    }
    assert {term for term in used if (term, RDF.type, None) not in vocabulary} == set()


def test_every_inverse_turns_domain_and_range_round(vocabulary: Graph) -> None:
    pairs = list(vocabulary.subject_objects(OWL.inverseOf))
    assert len(pairs) == 18
    for one, other in pairs:
        if (other, RDFS.domain, None) in vocabulary:
            assert vocabulary.value(one, RDFS.range) == vocabulary.value(other, RDFS.domain)


def test_the_file_declares_the_prefixes_of_the_exports(vocabulary: Graph) -> None:
    declared = {prefix: str(namespace) for prefix, namespace in vocabulary.namespaces()}
    assert PREFIXES.items() <= declared.items()


SLUGS = [
    ("Nghị quyết", "nghi-quyet"),
    ("Đề án", "de-an"),
    ("Thông tư  liên tịch", "thong-tu-lien-tich"),
    ("Chủ tịch HĐND, UBND", "chu-tich-hdnd-ubnd"),
    ("…", ""),
]


@pytest.mark.parametrize(("text", "expected"), SLUGS)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


IRIS = [
    (
        "https://w3id.org/cuthehoa/id/document/tỉnh-ủy/18-nq-tu",
        "https://w3id.org/cuthehoa/id/document/tỉnh-ủy/18-nq-tu",
    ),
    ("https://x.org/a b", "https://x.org/a%20b"),
    ('https://x.org/<a>{b}|\\^`"', "https://x.org/%3Ca%3E%7Bb%7D%7C%5C%5E%60%22"),
    ("https://x.org/a%20b", "https://x.org/a%20b"),
]


@pytest.mark.parametrize(("iri", "expected"), IRIS)
def test_escaping_leaves_valid_iris_alone(iri: str, expected: str) -> None:
    assert escape_iri(iri) == expected

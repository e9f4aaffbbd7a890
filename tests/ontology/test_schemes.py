"""The schemes hold what the tables and the closed sets hold: no more, no less, and in the same order."""

import pytest
from rdflib import RDF, RDFS, SKOS, Graph, URIRef

from graph.findings import FindingKind
from ontology.document_types import document_types
from ontology.indicators import Aim
from ontology.letterhead_words import letterhead_words
from ontology.levels import Level
from ontology.marks import Secrecy, Urgency
from ontology.organs import organs
from ontology.relation_cues import relation_cues
from ontology.statements import DOCUMENT_RELATIONS, Modality
from ontology.vocabulary import (
    concept_iri,
    expand,
    level_iri,
    modality_iri,
    organ_iri,
    relation_iri,
    type_iri,
    vocabulary_turtle,
)


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return Graph().parse(data=vocabulary_turtle(), format="turtle")


def concepts(vocabulary: Graph, scheme: str) -> set[str]:
    return {str(concept) for concept in vocabulary.subjects(SKOS.inScheme, URIRef(expand(scheme)))}


def texts(vocabulary: Graph, iri: str, predicate: URIRef) -> set[str]:
    return {str(text) for text in vocabulary.objects(URIRef(iri), predicate)}


CLOSED = [
    ("cth:levels", [level_iri(level) for level in Level], set()),
    ("cth:secrecies", [concept_iri("secrecy", degree) for degree in Secrecy], set()),
    ("cth:urgencies", [concept_iri("urgency", degree) for degree in Urgency], set()),
    ("cth:aims", [concept_iri("aim", aim) for aim in Aim], set()),
    ("cth:findingKinds", [concept_iri("finding", kind) for kind in FindingKind], set()),
    # The vocabulary may know a modality before the program does.
    ("cth:modalities", [modality_iri(modality) for modality in Modality], {expand("cth:modality-rejected")}),
    ("cth:documentTypes", [type_iri(row.name) for row in document_types()], set()),
    ("cth:organTypes", [organ_iri(row.name) for row in organs()], set()),
]


@pytest.mark.parametrize(
    ("scheme", "values", "more"), CLOSED, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_scheme_is_the_closed_set(scheme: str, values: list[str], more: set[str], vocabulary: Graph) -> None:
    assert concepts(vocabulary, scheme) - more == set(values) - more


@pytest.mark.parametrize(
    ("kind", "values"), [("level", list(Level)), ("secrecy", list(Secrecy)), ("urgency", list(Urgency))], ids=str
)
def test_ranks_are_the_order_of_the_set(kind: str, values: list[Level | Secrecy | Urgency], vocabulary: Graph) -> None:
    rank = URIRef(expand("cth:rank"))
    found = [vocabulary.value(URIRef(concept_iri(kind, value)), rank) for value in values]
    assert [int(str(each)) for each in found] == list(range(len(values)))
    for value in values:
        assert value.vietnamese in texts(vocabulary, concept_iri(kind, value), SKOS.prefLabel)


def test_types_have_their_codes_and_stand_beneath_the_type_that_they_are(vocabulary: Graph) -> None:
    for row in document_types():
        assert texts(vocabulary, type_iri(row.name), SKOS.notation) == set(row.codes)
        assert row.english in texts(vocabulary, type_iri(row.name), SKOS.prefLabel)
    broader = {
        str(s).rpartition("#")[2]: str(o).rpartition("#")[2] for s, o in vocabulary.subject_objects(SKOS.broader)
    }
    assert broader["type-chuong-trinh-hanh-dong"] == "type-chuong-trinh"
    assert broader["type-thong-tu-lien-tich"] == "type-thong-tu"
    assert "type-nghi-quyet" not in broader


def test_organs_have_their_codes_and_level(vocabulary: Graph) -> None:
    for row in organs():
        assert row.code in texts(vocabulary, organ_iri(row.name), SKOS.notation)
        levels = texts(vocabulary, organ_iri(row.name), URIRef(expand("cth:level")))
        assert levels == ({level_iri(row.level)} if row.level else set())


def test_every_rule_that_reads_a_relation_is_a_cue_of_that_relation(vocabulary: Graph) -> None:
    table = relation_cues()
    rows = [*table.active, *table.passive, *table.preamble, *table.after, *table.headings]
    for row in rows:
        cue = URIRef(expand(f"cth:rule-{row.rule}"))
        assert vocabulary.value(cue, SKOS.notation).eq(row.rule)  # type: ignore[union-attr]
        assert (cue, URIRef(expand("cth:indicates")), URIRef(relation_iri(row.relation))) in vocabulary
        assert {example.strip() for example in row.examples} == texts(vocabulary, str(cue), SKOS.altLabel)
    assert len(concepts(vocabulary, "cth:relationCues")) == len({row.rule for row in rows}) + len(DOCUMENT_RELATIONS)


def test_marks_have_the_words_that_stand_on_documents(vocabulary: Graph) -> None:
    table = letterhead_words()
    for kind, rows in (("secrecy", table.secrecy), ("urgency", table.urgency)):
        for row in rows:
            assert row.words in texts(vocabulary, concept_iri(kind, row.meaning), SKOS.altLabel)


def test_every_concept_is_in_its_scheme_and_has_its_place_there(vocabulary: Graph) -> None:
    for concept, scheme in vocabulary.subject_objects(SKOS.inScheme):
        assert (scheme, RDF.type, SKOS.ConceptScheme) in vocabulary
        tops, above = (
            list(vocabulary.objects(concept, SKOS.topConceptOf)),
            list(vocabulary.objects(concept, SKOS.broader)),
        )
        assert bool(tops) != bool(above), f"{concept}: top of its scheme or beneath another, not both"
        assert set(tops) <= {scheme}
        assert all((other, SKOS.inScheme, scheme) in vocabulary for other in above)
        (kind,) = vocabulary.objects(concept, RDF.type)
        assert (kind, RDFS.subClassOf, SKOS.Concept) in vocabulary

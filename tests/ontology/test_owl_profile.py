"""The vocabulary is in the OWL 2 RL profile, names real terms of others, and concludes what it should."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib import namespace as spaces
from rdflib.term import Node

from ontology.vocabulary import NAMESPACE, PREFIXES, expand, shapes_turtle, vocabulary_turtle
from ontology.vocabulary_terms import compact

HERE = Path(__file__).parent
EXAMPLE = "https://example.org/"

# What OWL 2 RL allows of the constructs that this vocabulary has any use for (W3C OWL 2 Profiles, §4.2): no class is
# built from others, so that domains, ranges and superclasses are named classes.
CONSTRUCTS = {
    *("Ontology", "Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty"),
    *("TransitiveProperty", "FunctionalProperty", "inverseOf", "disjointWith", "differentFrom", "versionInfo"),
}
DATATYPES = {URIRef(expand(f"xsd:{name}")) for name in ("string", "boolean", "decimal", "integer")}
"""The ranges of datatype properties; xsd:date and xsd:gYear are no datatypes of OWL 2."""


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return Graph().parse(data=vocabulary_turtle(), format="turtle")


@pytest.fixture(scope="module")
def core() -> Graph:
    """The axioms without what reasoners make nothing of."""
    graph = Graph().parse(data=(files("ontology") / "cuthehoa.ttl").read_text("utf-8"), format="turtle")
    for predicate in (
        RDFS.label,
        RDFS.comment,
        RDFS.seeAlso,
        SKOS.prefLabel,
        URIRef(expand("schema:domainIncludes")),
        URIRef(expand("schema:rangeIncludes")),
    ):
        graph.remove((None, predicate, None))
    return graph


def iris(graph: Graph) -> set[URIRef]:
    return {term for triple in graph for term in triple if isinstance(term, URIRef)} | {
        literal.datatype for _, _, literal in graph if isinstance(literal, Literal) and literal.datatype
    }


def test_only_constructs_of_the_profile_are_used(vocabulary: Graph) -> None:
    used = {str(term).removeprefix(str(OWL)) for term in iris(vocabulary) if str(term).startswith(str(OWL))}
    assert used == CONSTRUCTS
    assert not [term for triple in vocabulary for term in triple if isinstance(term, BNode)]


def test_every_class_and_property_is_declared_as_one_thing(vocabulary: Graph) -> None:
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    declared: dict[Node, list[Node]] = {}
    for kind in (*kinds, OWL.Class):
        for term in vocabulary.subjects(RDF.type, kind):
            declared.setdefault(term, []).append(kind)
    assert not {term: found for term, found in declared.items() if len(found) > 1}
    for subject, predicate in ((RDFS.subClassOf, OWL.Class), (RDFS.subPropertyOf, None)):
        for lower, upper in vocabulary.subject_objects(subject):
            assert declared[lower] == declared[upper] == ([predicate] if predicate else declared[lower]), (lower, upper)
    for predicate in set(vocabulary.predicates()):
        if not str(predicate).startswith((str(RDF), str(RDFS), str(OWL))):
            assert predicate in declared, f"{predicate} is used and not declared"


def test_domains_and_ranges_are_named_classes_and_datatypes_of_the_profile(vocabulary: Graph) -> None:
    for term, value in [*vocabulary.subject_objects(RDFS.domain), *vocabulary.subject_objects(RDFS.range)]:
        if (term, RDF.type, OWL.DatatypeProperty) in vocabulary and (term, RDFS.range, value) in vocabulary:
            assert value in DATATYPES, term
        else:
            assert (value, RDF.type, OWL.Class) in vocabulary, term


def test_every_own_property_says_what_it_is_said_of(vocabulary: Graph) -> None:
    own = [
        term
        for kind in (OWL.ObjectProperty, OWL.DatatypeProperty)
        for term in vocabulary.subjects(RDF.type, kind)
        if term.startswith(NAMESPACE)
    ]
    assert len(own) == 80
    # cth:indicates names properties, and cth:alias former IRIs of anything.
    without_range = {expand("cth:indicates"), expand("cth:alias")}
    for term in own:
        predicates = set(map(str, vocabulary.predicates(term)))
        assert predicates & {str(RDFS.domain), expand("schema:domainIncludes")}, term
        assert predicates & {str(RDFS.range), expand("schema:rangeIncludes")} or str(term) in without_range, term


def foreign() -> Iterator[tuple[str, str]]:
    """Every foreign term that vocabulary and shapes name, with its prefix."""
    graph = Graph().parse(data=vocabulary_turtle(), format="turtle").parse(data=shapes_turtle(), format="turtle")
    for term in sorted(iris(graph)):
        prefix, _, local = compact(str(term)).partition(":")
        if prefix in PREFIXES and prefix not in ("cth", "xsd"):
            yield prefix, local


@pytest.mark.filterwarnings("ignore:Code. ")
def test_every_foreign_term_is_a_real_one() -> None:
    listed = json.loads((HERE / "foreign_terms.json").read_text("utf-8"))
    closed = {
        "dcterms": spaces.DCTERMS, "geo": spaces.GEO, "org": spaces.ORG, "owl": spaces.OWL, "prov": spaces.PROV,
        "rdf": spaces.RDF, "rdfs": spaces.RDFS, "schema": spaces.SDO, "sh": spaces.SH, "skos": spaces.SKOS,
    }  # fmt: skip
    found = list(foreign())
    assert len(found) > 100
    assert {prefix for prefix, _ in found} == {*closed, "eli", "oa", "locn"}
    for prefix, local in found:
        real = local in listed[prefix]["terms"] if prefix in listed else expand(f"{prefix}:{local}") in closed[prefix]
        assert real, f"{prefix}:{local}"


def closure(core: Graph, data: str) -> Graph:
    graph = Graph()
    graph += core
    graph.parse(data=f"@prefix : <{EXAMPLE}> . @prefix cth: <{NAMESPACE}> .\n{data}", format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def pairs(graph: Graph, predicate: str) -> set[str]:
    return {
        f"{str(s).removeprefix(EXAMPLE)}{str(o).removeprefix(EXAMPLE)}"
        for s, o in graph.subject_objects(URIRef(expand(predicate)))
    }


def clashes(graph: Graph) -> list[str]:
    return [str(text) for _, predicate, text in graph if str(predicate).endswith("agent-ont#error")]


DATA = """
:a cth:concretizes :b . :b cth:implements :c . :d cth:continues :a . :e cth:linkedWith :a . :f cth:reviews :e .
:g cth:isReplacedBy :h ; cth:issuer :o ; cth:signedBy :m . :n cth:holdsPost :q .
:p cth:covers :x . :y cth:partOf :z . :u cth:succeededBy :v .
"""
CLOSURES = [
    ("cth:carriesOut", {"ab", "bc", "ac", "da", "db", "dc"}),
    ("cth:isCarriedOutBy", {"ba", "cb", "ca", "ad", "bd", "cd"}),
    ("eli:applies", {"ab", "bc", "ac", "da", "db", "dc"}),
    ("cth:concretizes", {"ab"}),
    ("cth:isConcretizedBy", {"ba"}),
    ("cth:linkedWith", {"ea"}),
    ("eli:related_to", {"ea", "fe", "ef"}),
    ("cth:takesPartIn", {"xp"}),
    ("cth:hasPart", {"zy"}),
    ("dcterms:isPartOf", {"yz"}),
    ("cth:precededBy", {"vu"}),
    ("dcterms:isReplacedBy", {"uv", "gh"}),
    ("cth:replaces", {"hg"}),
    ("org:memberOf", {"nq"}),
    ("org:hasMember", {"qn"}),
    ("eli:passed_by", {"go", "gm"}),
    ("cth:issued", {"og"}),
]


@pytest.fixture(scope="module")
def concluded(core: Graph) -> Graph:
    return closure(core, DATA)


@pytest.mark.parametrize(("predicate", "expected"), CLOSURES, ids=[case[0] for case in CLOSURES])
def test_a_reasoner_concludes_just_this(predicate: str, expected: set[str], concluded: Graph) -> None:
    assert pairs(concluded, predicate) == expected


def test_a_reasoner_finds_no_clash_and_makes_nothing_the_same(concluded: Graph) -> None:
    assert clashes(concluded) == []
    assert not [pair for pair in concluded.subject_objects(OWL.sameAs) if pair[0] != pair[1]]


def test_a_reasoner_knows_what_things_are(core: Graph) -> None:
    graph = closure(core, ":a cth:basedOn :b . :p cth:covers :x . :m cth:holdsPost :o . :i cth:ofPlace :y .")
    kinds = {
        name: {compact(str(kind)) for kind in graph.objects(URIRef(EXAMPLE + name), RDF.type)} for name in "abpxmoiy"
    }
    for name, kind in {"a": "cth:Document", "b": "eli:LegalResource", "x": "geo:Feature", "m": "prov:Person",
                       "o": "org:Organization", "i": "cth:Indicator", "y": "dcterms:Location"}.items():  # fmt: skip
        assert kind in kinds[name], name
    assert not {kind for kind in kinds["p"] if kind.startswith("cth:")}, "a programme or a document: not to be guessed"


CLASHES = [
    ":a a cth:Document , cth:Place .",
    ":a cth:carriesOut :b . :b cth:holdsPost :o .",
    ":a cth:level cth:level-province , cth:level-district .",
    ":s cth:modality cth:modality-asserted , cth:modality-rejected .",
    ":a cth:type cth:level-province .",
    ":x cth:partOf :y ; a cth:Place . :x cth:implements :y .",
]


@pytest.mark.parametrize("data", CLASHES)
def test_a_reasoner_notices_what_cannot_be(data: str, core: Graph) -> None:
    assert clashes(closure(core, data))


def test_a_cycle_is_no_clash(core: Graph) -> None:
    """Sources contradict each other: the cascade may run in a circle, and that is reported elsewhere."""
    graph = closure(core, ":a cth:implements :b . :b cth:implements :a .")
    assert pairs(graph, "cth:carriesOut") == {"ab", "ba", "aa", "bb"}
    assert clashes(graph) == []

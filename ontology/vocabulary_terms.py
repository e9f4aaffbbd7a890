"""The terms of the vocabulary as values: what its page and its documentation are made of.

Source of the terms: ``ontology/cuthehoa.ttl`` and ``ontology/schemes.ttl``, read whole.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ontology.vocabulary import NAMESPACE, PREFIXES, expand, vocabulary_turtle

_Facts = Mapping[str, tuple[tuple[str, str | None], ...]]


class TermKind(StrEnum):
    """What a term is; in the order in which a page lists them."""

    CLASS = "class"
    OBJECT_PROPERTY = "object_property"
    DATATYPE_PROPERTY = "datatype_property"
    SCHEME = "scheme"
    CONCEPT = "concept"


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the vocabulary. Other terms are named by prefix (``eli:applies``).

    Args:
        name: Its local name (``carriesOut``).
        kind: What it is.
        label: What to call it.
        comment: What it means.
        parents: Classes or properties above it, own and foreign; of a concept the broader ones.
        domain: What it is said of; several mean "one of these".
        range: What it says; several mean "one of these".
        inverse: The property of the other direction.
        disjoint: Classes that share no member with it.
        similar: Terms of other vocabularies to look at.
        traits: ``transitive``, ``functional``.
        scheme: Of a concept: its scheme, by local name.
        classes: Of a concept: its classes.
        notations: Of a concept: its codes.
        alternatives: Of a concept: other words for it, Vietnamese.
        indicates: Of a cue: the relation that it shows.
        order: Of a level: its rank as written.
    """

    name: str
    kind: TermKind
    label: Words
    comment: Words
    parents: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    inverse: str | None = None
    disjoint: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    scheme: str | None = None
    classes: tuple[str, ...] = ()
    notations: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    indicates: str | None = None
    order: str | None = None


def compact(iri: str) -> str:
    """Return an IRI by its prefix, or as it is where no prefix is known.

    >>> compact("https://w3id.org/cuthehoa/ns#Document")
    'cth:Document'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def read_terms(turtle: str | None = None) -> tuple[Term, ...]:
    """Return all own terms in the order in which the vocabulary declares them.

    Args:
        turtle: A vocabulary in Turtle; the project's own where nothing is given.

    Raises:
        SyntaxError: If it is no Turtle.
    """
    from pyoxigraph import Literal, RdfFormat, parse

    subjects: dict[str, dict[str, list[tuple[str, str | None]]]] = defaultdict(lambda: defaultdict(list))
    for triple in parse(turtle or vocabulary_turtle(), RdfFormat.TURTLE):
        language = triple.object.language if isinstance(triple.object, Literal) else None
        subjects[str(triple.subject.value)][triple.predicate.value].append((str(triple.object.value), language))
    found = []
    for iri, raw in subjects.items():
        facts: _Facts = {predicate: tuple(values) for predicate, values in raw.items()}
        if iri.startswith(NAMESPACE) and (kind := _kind(facts)) is not None:
            found.append(_term(iri, kind, facts))
    return tuple(found)


def _kind(facts: _Facts) -> TermKind | None:
    types = _names(facts, "rdf:type")
    if "skos:inScheme" in map(compact, facts):
        return TermKind.CONCEPT
    for name, kind in (
        ("skos:ConceptScheme", TermKind.SCHEME),
        ("owl:Class", TermKind.CLASS),
        ("owl:ObjectProperty", TermKind.OBJECT_PROPERTY),
        ("owl:DatatypeProperty", TermKind.DATATYPE_PROPERTY),
    ):
        if name in types:
            return kind
    return None


def _term(iri: str, kind: TermKind, facts: _Facts) -> Term:
    scheme = _names(facts, "skos:inScheme")
    return Term(
        name=iri.removeprefix(NAMESPACE),
        kind=kind,
        label=_words(facts, "rdfs:label"),
        comment=_words(facts, "rdfs:comment"),
        parents=_names(facts, "rdfs:subClassOf", "rdfs:subPropertyOf", "skos:broader"),
        domain=_names(facts, "rdfs:domain", "schema:domainIncludes"),
        range=_names(facts, "rdfs:range", "schema:rangeIncludes"),
        inverse=next(iter(_names(facts, "owl:inverseOf")), None),
        disjoint=_names(facts, "owl:disjointWith"),
        similar=_names(facts, "rdfs:seeAlso"),
        traits=tuple(
            trait
            for trait, name in (("transitive", "owl:TransitiveProperty"), ("functional", "owl:FunctionalProperty"))
            if name in _names(facts, "rdf:type")
        ),
        scheme=scheme[0].removeprefix("cth:") if scheme else None,
        classes=_names(facts, "rdf:type"),
        notations=_texts(facts, "skos:notation"),
        alternatives=_texts(facts, "skos:altLabel"),
        indicates=next(iter(_names(facts, "cth:indicates")), None),
        order=next(iter(_texts(facts, "cth:rank")), None),
    )


def _names(facts: _Facts, *predicates: str) -> tuple[str, ...]:
    return tuple(compact(value) for predicate in predicates for value, _ in facts.get(expand(predicate), ()))


def _texts(facts: _Facts, predicate: str) -> tuple[str, ...]:
    return tuple(value for value, _ in facts.get(expand(predicate), ()))


def _words(facts: _Facts, predicate: str) -> Words:
    found = {language: value for value, language in facts.get(expand(predicate), ())}
    return Words(found.get("vi", ""), found.get("en", ""))

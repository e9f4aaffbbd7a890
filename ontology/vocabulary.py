"""IRIs of the vocabulary (``cuthehoa.ttl``) and of the data, without any RDF library.

Sources: RFC 3987 (IRIs); W3C RDF 1.1 Concepts, §3.2; the terms themselves stand in ``ontology/cuthehoa.ttl``.
"""

import re
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

from ontology.folding import fold
from ontology.levels import Level
from ontology.statements import Modality, Relation

NAMESPACE: Final = "https://w3id.org/cuthehoa/ns#"
"""Namespace of the vocabulary, prefix ``cth``."""

PREFIXES: Final = MappingProxyType(
    {
        "cth": NAMESPACE,
        "dcterms": "http://purl.org/dc/terms/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "geo": "http://www.opengis.net/ont/geosparql#",
        "locn": "http://www.w3.org/ns/locn#",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""Every prefix that the vocabulary and the exports use."""

DOCUMENT_TYPES: Final = NAMESPACE + "documentTypes"
LEVELS: Final = NAMESPACE + "levels"
CARRIES_OUT: Final = NAMESPACE + "carriesOut"

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
# RFC 3987 §2.2: unreserved and reserved characters and "ucschar"; "%" only before two hexadecimal digits.
_UCSCHAR = "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef" + "".join(
    f"{chr(plane * 0x10000 + (0x1000 if plane == 14 else 0))}-{chr(plane * 0x10000 + 0xFFFD)}" for plane in range(1, 15)
)
# Nearly all IRIs are of these letters alone, and a small ASCII class is many times as fast to check.
_PLAIN_IRI = re.compile(r"[-./0-9:A-Z_a-z]*")
_NOT_IN_IRI = re.compile(rf"[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~{_UCSCHAR}]|%(?![0-9A-Fa-f]{{2}})")


def expand(name: str) -> str:
    """Return the full IRI of a prefixed name.

    >>> expand("oa:exact")
    'http://www.w3.org/ns/oa#exact'

    Args:
        name: A name whose prefix is in ``PREFIXES``.

    Raises:
        KeyError: If its prefix is not.
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def relation_iri(relation: Relation) -> str:
    """Return the property of a relation (``cth:linkedWith``)."""
    return NAMESPACE + relation.rdf_name


def class_iri(kind: str) -> str:
    """Return the class of an entity kind (``cth:Document``); the kinds' values are the local names."""
    return NAMESPACE + kind


@cache
def type_iri(document_type: str) -> str:
    """Return the concept of a document type, also of one that the vocabulary does not list.

    >>> type_iri("Nghị quyết")
    'https://w3id.org/cuthehoa/ns#type-nghi-quyet'
    """
    return f"{NAMESPACE}type-{slug(document_type)}"


def level_iri(level: Level) -> str:
    """Return the concept of a level (``cth:level-province``)."""
    return f"{NAMESPACE}level-{level.value}"


def modality_iri(modality: Modality) -> str:
    """Return the concept of a modality (``cth:modality-asserted``)."""
    return f"{NAMESPACE}modality-{modality.value}"


@cache
def organ_iri(name: str) -> str:
    """Return the concept of a kind of organ (``cth:organ-tinh-uy``)."""
    return f"{NAMESPACE}organ-{slug(name)}"


def concept_name(value: str) -> str:
    """Return what a closed set's value is called in a concept's name (``very-urgent`` for ``very_urgent``)."""
    return value.replace("_", "-")


def concept_iri(kind: str, value: str) -> str:
    """Return the concept of a value of a closed set (``cth:urgency-very-urgent``).

    Args:
        kind: What the names of the set's concepts begin with: ``secrecy``, ``urgency``, ``finding``, ``aim``.
        value: The value.
    """
    return f"{NAMESPACE}{kind}-{concept_name(value)}"


def slug(text: str) -> str:
    """Return ``text`` as the last part of an IRI: folded, ASCII letters and digits, joined by ``-``.

    >>> slug("Thông tư liên tịch")
    'thong-tu-lien-tich'
    """
    return _NOT_A_WORD.sub("-", fold(text)).strip("-")


def escape_iri(iri: str) -> str:
    """Percent-encode the characters that no IRI may hold. An IRI without them comes back as it is.

    Args:
        iri: An absolute IRI, perhaps with spaces, quotes or braces from a code as written in a source.
    """
    if _PLAIN_IRI.fullmatch(iri):
        return iri
    if iri.count("#") > 1:
        head, _, fragment = iri.partition("#")
        iri = f"{head}#{fragment.replace('#', '%23')}"
    return _NOT_IN_IRI.sub(lambda found: quote(found.group(), safe=""), iri)


def vocabulary_turtle() -> str:
    """Return the vocabulary in Turtle: ``cuthehoa.ttl``, written by hand, and ``schemes.ttl``, made from tables."""
    parts = ("cuthehoa.ttl", "schemes.ttl")
    return "\n\n".join((files("ontology") / name).read_text(encoding="utf-8") for name in parts)


def shapes_turtle() -> str:
    """Return the text of ``shapes.ttl``, what a graph must be like, in SHACL."""
    return (files("ontology") / "shapes.ttl").read_text(encoding="utf-8")

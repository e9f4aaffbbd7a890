"""Writing triples as JSON-LD with the vocabulary's prefixes as its context, in the order in which they come.

Source: W3C JSON-LD 1.1, §3.1 (context), §4.1.2 (prefixes as terms), §8 (numbers: only integers and booleans are native
here, since a native decimal would come back as ``xsd:double``).
"""

import json
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from ontology.vocabulary import PREFIXES, expand

_TYPE = expand("rdf:type")
_STRING, _BOOLEAN, _INTEGER = (expand(f"xsd:{name}") for name in ("string", "boolean", "integer"))
_NAMESPACES = tuple((namespace, prefix) for prefix, namespace in PREFIXES.items())

Value = str | int | bool | dict[str, str]


def json_ld(triples: Iterable[Triple]) -> Iterator[bytes]:
    """Yield a JSON-LD document: a context, and one node object for each run of triples with one subject.

    Args:
        triples: Without blank nodes and without a triple twice in one run.

    Yields:
        Parts of the document, UTF-8; a line for each node object.

    Raises:
        ValueError: If a node is blank or a triple.
    """
    yield f'{{"@context": {json.dumps(dict(PREFIXES), ensure_ascii=False)},\n"@graph": ['.encode()
    separator = "\n"
    for node in _nodes(triples):
        yield f"{separator}{json.dumps(node, ensure_ascii=False)}".encode()
        separator = ",\n"
    yield b"\n]}\n"


def _nodes(triples: Iterable[Triple]) -> Iterator[dict[str, object]]:
    node: dict[str, list[Value]] = {}
    subject: str | None = None
    for triple in triples:
        if (found := _iri(triple.subject)) != subject:
            if subject is not None:
                yield _node(subject, node)
            subject, node = found, {}
        predicate = triple.predicate.value
        if predicate == _TYPE:
            node.setdefault("@type", []).append(_compact(_iri(triple.object)))
        elif isinstance(triple.object, Literal):
            node.setdefault(_compact(predicate), []).append(_literal(triple.object))
        else:
            node.setdefault(_compact(predicate), []).append({"@id": _compact(_iri(triple.object))})
    if subject is not None:
        yield _node(subject, node)


def _iri(term: object) -> str:
    if not isinstance(term, NamedNode):
        raise ValueError(f"not an IRI: {term}")
    return term.value


def _node(subject: str, values: dict[str, list[Value]]) -> dict[str, object]:
    return {
        "@id": _compact(subject),
        **{key: found[0] if len(found) == 1 else found for key, found in values.items()},
    }


def _literal(literal: Literal) -> Value:
    value = literal.value
    if literal.language:
        return {"@value": value, "@language": literal.language}
    datatype = literal.datatype.value
    if datatype == _STRING:
        return value
    if datatype == _BOOLEAN and value in ("true", "false"):
        return value == "true"
    if datatype == _INTEGER and value.isascii() and value.isdigit() and len(value) < 16 and str(int(value)) == value:
        return int(value)
    return {"@value": value, "@type": _compact(datatype)}


def _compact(iri: str) -> str:
    for namespace, prefix in _NAMESPACES:
        if iri.startswith(namespace):
            local = iri[len(namespace) :]
            # "cth://x" would be read as an absolute IRI.
            return iri if local.startswith("//") else f"{prefix}:{local}"
    return iri

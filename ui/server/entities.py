"""What the graph says of one entity, for ``/describe`` and ``/id/…``: RDF for programs, a table for people."""

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote

import pyoxigraph

from ontology.vocabulary import PREFIXES
from ui.server.html import page

_LABEL = pyoxigraph.NamedNode(PREFIXES["rdfs"] + "label")


def describe_query(iri: str) -> str:
    """The query whose answer is shown.

    Args:
        iri: The entity's IRI, checked.
    """
    return f"DESCRIBE <{iri}>"


def entity_page(iri: str, triples: bytes) -> str:
    """The page for browsers.

    Args:
        iri: The entity's IRI.
        triples: What is said of it, N-Triples.
    """
    quads = sorted(pyoxigraph.parse(triples, pyoxigraph.RdfFormat.N_TRIPLES), key=str)
    rows = "\n".join(_rows(quads))
    table = f'<table class="facts">\n<tr><th>Thuộc tính</th><th>Giá trị</th></tr>\n{rows}\n</table>'
    return page(_label(iri, quads), f'<p class="iri">{escape(iri)}</p>\n{table}')


def _label(iri: str, quads: Sequence[pyoxigraph.Quad]) -> str:
    """What the entity is called, or its IRI where nothing names it."""
    about = pyoxigraph.NamedNode(iri)
    for quad in quads:
        if quad.subject == about and quad.predicate == _LABEL and isinstance(quad.object, pyoxigraph.Literal):
            return quad.object.value
    return iri


def _rows(quads: Sequence[pyoxigraph.Quad]) -> Iterator[str]:
    for quad in quads:
        name = f'<span title="{escape(quad.predicate.value)}">{escape(_short(quad.predicate.value))}</span>'
        yield f"<tr><td>{name}</td><td>{_value(quad.object)}</td></tr>"


def _short(iri: str) -> str:
    """An IRI with the vocabulary's prefix in place of its namespace (``cth:carriesOut``)."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _value(term: object) -> str:
    if isinstance(term, pyoxigraph.NamedNode):
        return f'<a href="/describe?iri={quote(term.value, safe="")}">{escape(term.value)}</a>'
    if isinstance(term, pyoxigraph.Literal):
        language = f" ({escape(term.language)})" if term.language else ""
        return f"{escape(term.value)}{language}"
    return escape(str(term))

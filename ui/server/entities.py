"""What the graph says of one entity, for ``/describe`` and ``/id/…``: RDF for programs, a table for people."""

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

import pyoxigraph

from ui.server.html import page


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
    rows = "\n".join(_rows(triples))
    return page(iri, f"<table>\n<tr><th>Thuộc tính</th><th>Giá trị</th></tr>\n{rows}\n</table>")


def _rows(triples: bytes) -> Iterator[str]:
    for quad in sorted(pyoxigraph.parse(triples, pyoxigraph.RdfFormat.N_TRIPLES), key=str):
        yield f"<tr><td>{escape(quad.predicate.value)}</td><td>{_value(quad.object)}</td></tr>"


def _value(term: object) -> str:
    if isinstance(term, pyoxigraph.NamedNode):
        return f'<a href="/describe?iri={quote(term.value, safe="")}">{escape(term.value)}</a>'
    if isinstance(term, pyoxigraph.Literal):
        language = f" ({escape(term.language)})" if term.language else ""
        return f"{escape(term.value)}{language}"
    return escape(str(term))

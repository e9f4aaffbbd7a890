"""The vocabulary at ``/ns``, in each form in which it can be had."""

from functools import cache

import pyoxigraph

from graph.sandbox.query_results import ResultForm
from ontology.vocabulary import PREFIXES
from ontology.vocabulary_pages import vocabulary_html, vocabulary_jsonld, vocabulary_turtle


@cache
def vocabulary(form: ResultForm) -> bytes:
    """The vocabulary in RDF.

    Args:
        form: In which form; Turtle as it was written by hand.
    """
    match form:
        case ResultForm.TURTLE:
            return vocabulary_turtle()
        case ResultForm.JSON_LD:
            return vocabulary_jsonld()
        case _:
            return convert(vocabulary_turtle(), "ttl", form)


@cache
def vocabulary_page() -> bytes:
    """The vocabulary for browsers."""
    return vocabulary_html()


def convert(triples: bytes, extension: str, form: ResultForm) -> bytes:
    """Write triples in another form.

    Args:
        triples: RDF in the form that ``extension`` names.
        extension: As in ``ResultForm``.
        form: The form to write.
    """
    source = pyoxigraph.RdfFormat.from_extension(extension)
    target = pyoxigraph.RdfFormat.from_extension(form.value)
    if source is None or target is None:
        raise ValueError(f"no RDF in {extension} or {form}")
    quads = pyoxigraph.parse(triples, format=source)
    names = None if form is ResultForm.N_TRIPLES else dict(PREFIXES)
    return pyoxigraph.serialize((quad.triple for quad in quads), format=target, prefixes=names) or b""

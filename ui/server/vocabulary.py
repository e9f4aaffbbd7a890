"""The vocabulary at ``/ns``, in each form in which it can be had."""

from functools import cache
from html import escape

import pyoxigraph

from graph.sandbox.query_results import ResultForm
from ontology.vocabulary import NAMESPACE, PREFIXES, vocabulary_turtle
from ui.server.html import page


@cache
def vocabulary(form: ResultForm) -> bytes:
    """The vocabulary in RDF.

    Args:
        form: In which form; Turtle as it was written by hand.
    """
    text = vocabulary_turtle().encode()
    return text if form is ResultForm.TURTLE else convert(text, "ttl", form)


@cache
def vocabulary_page() -> bytes:
    """The vocabulary for browsers."""
    return page("Bộ từ vựng", f"<p><code>{NAMESPACE}</code></p>\n<pre>{escape(vocabulary_turtle())}</pre>").encode()


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

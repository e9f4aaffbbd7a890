"""Places in sources as RDF: Web Annotations with the words and where they stand.

Source: W3C Web Annotation Data Model §4.2.4 and §4.2.5 (selectors: offsets count code points, as Python's do);
W3C PROV-O. Every node has an IRI made of its annotation's.
"""

from graph.evidence_id import evidence_id
from graph.stores import rdf_terms as term
from ontology.spans import Span
from ontology.statements import Evidence

_A = term.name("rdf:type")
_EVIDENCE, _RULE, _CONFIDENCE = (term.name(f"cth:{part}") for part in ("evidence", "rule", "confidence"))
_DERIVED_FROM = term.name("prov:wasDerivedFrom")
_ANNOTATION = f"{_A} {term.name('oa:Annotation')} .\n"
_TARGET = term.name("oa:hasTarget")
_HAS_SOURCE, _HAS_SELECTOR = term.name("oa:hasSource"), term.name("oa:hasSelector")
_QUOTE_SELECTOR = f"{_A} {term.name('oa:TextQuoteSelector')} .\n"
_POSITION_SELECTOR = f"{_A} {term.name('oa:TextPositionSelector')} .\n"
_PAGE = term.name("schema:pageStart")
_EXACT, _START, _END = (term.name(f"oa:{part}") for part in ("exact", "start", "end"))


def source_node(base: str, file: str) -> str:
    """Return the node of a source file.

    Args:
        base: The graph's base IRI.
        file: The file's path in the graph.
    """
    # "%", "?" and "#" are legal in an IRI but would end or change its path.
    path = file.replace("%", "%25").replace("?", "%3F").replace("#", "%23")
    return term.iri(f"{base}source/{path}")


def evidence_stem(base: str, key: str) -> str:
    """Return the IRI, without brackets, of the annotation with an id."""
    return f"{base}evidence/{key}"


def place(stem: str, source: str, span: Span | None, quote: str) -> str:
    """Return the triples of an annotation that say where it points, without a rule.

    Args:
        stem: The annotation's IRI, without brackets, with no fragment.
        source: The source's node.
        span: Where in the source's text; ``None`` for the source as a whole.
        quote: The text there.
    """
    node, target = f"<{stem}>", f"<{stem}#target>"
    words, position = f"<{stem}#quote>", f"<{stem}#position>"
    head = (
        f"{node} {_ANNOTATION}"
        f"{node} {_TARGET} {target} .\n"
        f"{node} {_DERIVED_FROM} {source} .\n"
        f"{target} {_HAS_SOURCE} {source} .\n"
    )
    if span is None:
        return head
    return (
        f"{head}"
        f"{target} {_HAS_SELECTOR} {words} .\n"
        f"{target} {_HAS_SELECTOR} {position} .\n"
        f"{words} {_QUOTE_SELECTOR}"
        f"{words} {_EXACT} {term.text(quote)} .\n"
        f"{position} {_POSITION_SELECTOR}"
        f"{position} {_START} {term.integer(span.start)} .\n"
        f"{position} {_END} {term.integer(span.end)} .\n"
    )


def found_by(node: str, rule: str, confidence: float) -> str:
    """Return the triples that say which rule found something, and how sure it is."""
    return f"{node} {_RULE} {term.text(rule)} .\n{node} {_CONFIDENCE} {term.confidence(confidence)} .\n"


def evidence(base: str, statement: str, statement_id: str, said: Evidence) -> str:
    """Return the triples of one sentence that makes a statement.

    Args:
        base: The graph's base IRI.
        statement: The statement's node.
        statement_id: The statement's id.
        said: The sentence.
    """
    stem = evidence_stem(base, evidence_id(statement_id, said))
    node = f"<{stem}>"
    page = "" if said.page is None else f"{node} {_PAGE} {term.integer(said.page)} .\n"
    return (
        f"{statement} {_EVIDENCE} {node} .\n"
        f"{found_by(node, said.rule, said.confidence)}"
        f"{page}"
        f"{place(stem, source_node(base, said.file), said.span, said.quote)}"
    )

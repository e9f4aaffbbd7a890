"""RDF terms in N-Triples form.

Source: W3C RDF 1.1 N-Triples, §2 and §7 (grammar); W3C XML Schema 1.1 part 2 for the datatypes.
"""

import re
from decimal import Decimal

from ontology.dates import PartialDate
from ontology.vocabulary import escape_iri, expand

_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\n": "\\n",
        "\r": "\\r",
        "\t": "\\t",
        "\b": "\\b",
        "\f": "\\f",
    }
)
_TO_ESCAPE = re.compile(r'[\\"\n\r\t\b\f]')
_DATE_TYPES = tuple(f"^^<{expand('xsd:' + local)}>" for local in ("gYear", "gYearMonth", "date"))
_TRUE = f'"true"^^<{expand("xsd:boolean")}>'
_FALSE = f'"false"^^<{expand("xsd:boolean")}>'
_INTEGER = f"^^<{expand('xsd:integer')}>"
_DECIMAL = f"^^<{expand('xsd:decimal')}>"
_CONFIDENCE_DIGITS = 6


def iri(value: str) -> str:
    """Return an IRI in angle brackets, with what no IRI may hold percent-encoded."""
    return f"<{escape_iri(value)}>"


def name(prefixed: str) -> str:
    """Return the term of a prefixed name (``oa:exact``)."""
    return f"<{expand(prefixed)}>"


def text(value: str, language: str | None = None) -> str:
    """Return a plain literal, or one with a language tag."""
    # Most texts need no escape, and looking is five times as fast as translating.
    escaped = value.translate(_ESCAPES) if _TO_ESCAPE.search(value) else value
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def boolean(value: bool) -> str:
    """Return an ``xsd:boolean``."""
    return _TRUE if value else _FALSE


def integer(value: int) -> str:
    """Return an ``xsd:integer``."""
    return f'"{value}"{_INTEGER}'


def decimal(value: Decimal) -> str:
    """Return an ``xsd:decimal``, without an exponent and always with a point: rdflib writes it so, too."""
    plain = f"{value:f}"
    return f'"{plain if "." in plain else plain + ".0"}"{_DECIMAL}'


def confidence(value: float) -> str:
    """Return a confidence as ``xsd:decimal``, to six digits: decimals compare exactly in every SPARQL engine."""
    rounded = repr(round(float(value), _CONFIDENCE_DIGITS))
    plain = f"{Decimal(rounded):f}" if "e" in rounded else rounded
    return f'"{plain}"{_DECIMAL}'


def partial_date(value: PartialDate) -> str:
    """Return an ``xsd:date``; ``xsd:gYearMonth`` or ``xsd:gYear`` where less is known."""
    known = (value.month is not None) + (value.day is not None)
    return f'"{value}"{_DATE_TYPES[known]}'

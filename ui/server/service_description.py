"""What the endpoint says of itself to whoever asks it nothing.

Source: W3C SPARQL 1.1 Service Description §3; the formats' names are those of https://www.w3.org/ns/formats/.
"""

from collections.abc import Iterator
from html import escape
from typing import Final

from graph.stores import rdf_terms as term
from ontology.vocabulary import NAMESPACE
from ui.server.html import page

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS: Final = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML"),
)
_EXAMPLE: Final = """PREFIX cth: <https://w3id.org/cuthehoa/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?ke_hoach ?nghi_quyet
WHERE {
  ?a cth:concretizes ?b ; rdfs:label ?ke_hoach .
  ?b rdfs:label ?nghi_quyet .
}
LIMIT 20"""


def description(endpoint: str) -> str:
    """The service description as N-Triples.

    Args:
        endpoint: The endpoint's address, as the client wrote it.
    """
    return "".join(f"{subject} {predicate} {value} .\n" for subject, predicate, value in _triples(endpoint))


def _triples(endpoint: str) -> Iterator[tuple[str, str, str]]:
    a = term.name("rdf:type")
    service, dataset, data, vocabulary = (
        term.iri(f"{endpoint}#{part}") for part in ("service", "dataset", "default-graph", "vocabulary")
    )
    yield service, a, _sd("Service")
    yield service, _sd("endpoint"), term.iri(endpoint)
    yield service, _sd("supportedLanguage"), _sd("SPARQL11Query")
    for name in _FORMATS:
        yield service, _sd("resultFormat"), f"<http://www.w3.org/ns/formats/{name}>"
    yield service, _sd("defaultDataset"), dataset
    yield dataset, a, _sd("Dataset")
    yield dataset, _sd("defaultGraph"), data
    yield data, a, _sd("Graph")
    yield data, term.name("rdfs:comment"), term.text("Dữ liệu của đồ thị", "vi")
    yield dataset, _sd("namedGraph"), vocabulary
    yield vocabulary, a, _sd("NamedGraph")
    yield vocabulary, _sd("name"), term.iri(NAMESPACE)
    yield vocabulary, term.name("rdfs:comment"), term.text("Bộ từ vựng", "vi")


def _sd(local: str) -> str:
    return term.iri(_SD + local)


def description_page(endpoint: str) -> str:
    """The page for browsers: a form that asks the endpoint, and how to ask it otherwise.

    Args:
        endpoint: The endpoint's address.
    """
    address = escape(endpoint)
    return page(
        "Điểm truy vấn SPARQL",
        f"""<p>Địa chỉ: <code>{address}</code> · chỉ đọc · SPARQL 1.1 · bộ từ vựng: <a href="/ns">{NAMESPACE}</a></p>
<form action="/sparql" method="get">
<p><label for="query">Câu truy vấn</label></p>
<p><textarea id="query" name="query" rows="14" cols="100" spellcheck="false">{escape(_EXAMPLE)}</textarea></p>
<p><button type="submit">Chạy</button></p>
</form>
<p>Từ dòng lệnh:</p>
<pre>curl --data-urlencode 'query=ASK {{}}' {address}</pre>""",
    )

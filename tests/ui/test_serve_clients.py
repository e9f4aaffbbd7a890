"""Programs that other people wrote ask the server: rdflib, SPARQLWrapper, curl."""

import csv
import io
import json
import shutil
import subprocess
import warnings
from xml.dom.minidom import Document

import pytest
import rdflib
import SPARQLWrapper
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from sparql_server import SparqlServer
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

NS = "https://w3id.org/cuthehoa/ns#"
PREFIX = f"PREFIX cth: <{NS}>\n"
CODES = PREFIX + "SELECT ?code WHERE { ?d cth:code ?code } ORDER BY ?code"
HAS_CODES = PREFIX + "ASK { ?d cth:code ?code }"
GRAPH = PREFIX + "CONSTRUCT { ?d cth:code ?code } WHERE { ?d cth:code ?code }"
DESCRIBE = PREFIX + 'DESCRIBE ?d WHERE { ?d cth:code "139-CTr/TU" }'


@pytest.fixture(scope="module")
def codes(sparql_server: SparqlServer) -> list[str]:
    rows = json.loads(sparql_server.ask(CODES).body)["results"]["bindings"]
    assert len(rows) > 50
    return [row["code"]["value"] for row in rows]


# -- rdflib ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_rdflib_asks_for_tables(method: str, form: str, sparql_server: SparqlServer, codes: list[str]) -> None:
    graph = rdflib.Graph(SPARQLStore(sparql_server.url, method=method, returnFormat=form))
    assert [str(row[0]) for row in graph.query(CODES)] == codes
    if form in ("json", "xml"):  # rdflib reads no truth values from CSV and TSV, for which no standard has them
        assert bool(graph.query(HAS_CODES))


def test_rdflib_asks_for_graphs_and_triples(sparql_server: SparqlServer, codes: list[str]) -> None:
    store = SPARQLStore(sparql_server.url)
    graph = rdflib.Graph(store)
    made = graph.query(GRAPH).graph
    assert made is not None
    assert sorted(str(code) for code in made.objects()) == sorted(codes)
    code = rdflib.Namespace(NS).code
    plan = next(graph.subjects(code, rdflib.Literal("139-CTr/TU")))
    assert str(graph.value(plan, code)) == "139-CTr/TU"
    assert len(list(graph.triples((plan, None, None)))) > 5


def test_rdflib_names_a_graph(sparql_server: SparqlServer) -> None:
    graph = rdflib.Graph(SPARQLStore(sparql_server.url), identifier=rdflib.URIRef(NS))
    assert (rdflib.URIRef(f"{NS}carriesOut"), rdflib.RDF.type, rdflib.OWL.ObjectProperty) in graph
    assert list(graph.query(CODES)) == []
    dataset = rdflib.Dataset(SPARQLStore(sparql_server.url))
    assert len(list(dataset.query(f"SELECT ?p {{ GRAPH <{NS}> {{ <{NS}carriesOut> ?p ?o }} }}"))) > 3


def test_rdflib_is_told_what_is_wrong(sparql_server: SparqlServer) -> None:
    with pytest.raises(ValueError, match="something wrong"):
        rdflib.Graph(SPARQLStore(sparql_server.url)).query("SELECT * { ?s ?p }")


# -- SPARQLWrapper --------------------------------------------------------------------------------------------------


def wrapper(server: SparqlServer, query: str, form: str, method: str, request: str) -> SPARQLWrapper.SPARQLWrapper:
    client = SPARQLWrapper.SPARQLWrapper(server.url)
    client.setMethod(method)
    client.setRequestMethod(request)
    client.setReturnFormat(form)
    client.setQuery(query)
    return client


WAYS = [("GET", "urlencoded"), ("POST", "urlencoded"), ("POST", "postdirectly")]


@pytest.mark.parametrize(("method", "request_method"), WAYS)
@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_sparqlwrapper_asks_for_tables(
    method: str, request_method: str, form: str, sparql_server: SparqlServer, codes: list[str]
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # it warns where a server sends another form than was wanted
        found = wrapper(sparql_server, CODES, form, method, request_method).queryAndConvert()
    if form == "json":
        assert [row["code"]["value"] for row in found["results"]["bindings"]] == codes
    elif form == "xml":
        assert isinstance(found, Document)
        assert [node.firstChild.data for node in found.getElementsByTagName("literal")] == codes
    elif form == "csv":
        assert [row[0] for row in csv.reader(io.StringIO(found.decode(), newline=""))] == ["code", *codes]
    else:
        assert found.decode().splitlines() == ["?code", *(json.dumps(code, ensure_ascii=False) for code in codes)]


@pytest.mark.parametrize(("method", "request_method"), WAYS)
@pytest.mark.parametrize("query", [GRAPH, DESCRIBE])
@pytest.mark.parametrize("form", ["turtle", "n3", "xml", "rdf+xml", "json-ld"])
def test_sparqlwrapper_asks_for_graphs(
    method: str, request_method: str, query: str, form: str, sparql_server: SparqlServer
) -> None:
    found = wrapper(sparql_server, query, form, method, request_method).queryAndConvert()
    graph = rdflib.Graph().parse(data=found, format="turtle") if isinstance(found, bytes) else found
    assert rdflib.Literal("139-CTr/TU") in {
        rdflib.Literal(str(code)) for code in graph.objects(None, rdflib.URIRef(f"{NS}code"))
    }


def test_sparqlwrapper_names_graphs(sparql_server: SparqlServer) -> None:
    client = wrapper(sparql_server, f"ASK {{ <{NS}carriesOut> ?p ?o }}", "json", "GET", "urlencoded")
    assert client.queryAndConvert()["boolean"] is False
    client.addDefaultGraph(NS)
    assert client.queryAndConvert()["boolean"] is True


def test_sparqlwrapper_is_told_what_is_wrong(sparql_server: SparqlServer) -> None:
    with pytest.raises(QueryBadFormed, match="SERVICE"):
        wrapper(sparql_server, "ASK { SERVICE <http://x/> {} }", "json", "GET", "urlencoded").query()


# -- curl -----------------------------------------------------------------------------------------------------------


def curl(*arguments: str) -> tuple[int, str, str]:
    program = shutil.which("curl")
    assert program is not None, "curl comes with every system that these tests run on"
    done = subprocess.run(
        [program, "-sS", "-m", "30", "-w", "\n%{http_code} %{content_type}", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    body, _, last = done.stdout.rpartition("\n")
    status, _, content_type = last.partition(" ")
    return int(status), content_type, body


def test_curl(sparql_server: SparqlServer, codes: list[str]) -> None:
    url = sparql_server.url
    status, kind, body = curl("--data-urlencode", f"query={CODES}", "-H", "Accept: text/csv", url)
    assert (status, kind.partition(";")[0], len(body.splitlines())) == (200, "text/csv", len(codes) + 1)
    status, kind, body = curl("-G", "--data-urlencode", f"query={HAS_CODES}", url)
    assert (status, json.loads(body)["boolean"]) == (200, True)
    status, kind, body = curl("-H", "Content-Type: application/sparql-query", "--data-binary", HAS_CODES, url)
    assert (status, json.loads(body)["boolean"]) == (200, True)
    status, kind, body = curl("-d", HAS_CODES, "-H", "Content-Type:", url)
    assert (status, kind) == (415, "text/plain; charset=utf-8")
    assert curl(url)[:2] == (200, "text/turtle; charset=utf-8")
    assert curl(f"{url}?query=ASK {{}}".replace(" ", "%20"), "-g", "-I")[0] == 200
    # Large enough for curl to ask first whether it may send it.
    assert curl("--data-urlencode", f"query=ASK {{}} #{'đ' * 40_000}", "-H", "Expect: 100-continue", url)[0] == 200


def test_raw_letters_in_an_address_are_no_http(sparql_server: SparqlServer) -> None:
    status, kind, _ = curl(f"{sparql_server.url}?query=ASK%20%7B%20FILTER(STRLEN('đ')%3D1)%20%7D", "-g")
    assert (status, kind.partition(";")[0]) == (400, "text/plain")

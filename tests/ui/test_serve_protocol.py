"""The SPARQL 1.1 Protocol, case by case: what is sent, what must come back.

The first two tables hold the cases of the W3C's own protocol tests (query_… and bad_query_…, bad_update_…), told in
our words and asked of our data; the others hold what the specification leaves open and this server promises.
"""

import json
from dataclasses import dataclass
from urllib.parse import quote

import pyoxigraph
import pytest
from sparql_server import DIRECT, FORM, SparqlServer

NS = "https://w3id.org/cuthehoa/ns#"
ASK = "ASK {}"
ASKED = quote(ASK)
# True only if the vocabulary is the default graph; if it is a named graph; if both.
IN_DEFAULT = f"ASK {{ <{NS}carriesOut> a <http://www.w3.org/2002/07/owl#ObjectProperty> }}"
IN_NAMED = f"ASK {{ GRAPH <{NS}> {{ <{NS}carriesOut> ?p ?o }} }}"
IN_BOTH = f"ASK {{ <{NS}carriesOut> ?p ?o GRAPH <{NS}> {{ <{NS}carriesOut> ?p ?o }} }}"
DATA_IN_DEFAULT = f"ASK {{ ?d a <{NS}Document> ; <{NS}code> ?code }}"
DEFAULT, NAMED = f"default-graph-uri={quote(NS)}", f"named-graph-uri={quote(NS)}"
OTHER = quote("http://example.org/other")

JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
TEXT = "text/plain"


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    method: str = "GET"
    target: str = "/sparql"
    content: str | None = None
    body: bytes | str | None = None
    accept: str | None = None
    status: int = 200
    type: str = JSON
    boolean: bool | None = True

    def __str__(self) -> str:
        return self.name


def get(name: str, query: str, more: str = "", **expected: object) -> Case:
    target = f"/sparql?query={quote(query)}{more}"
    return Case(name, target=target, **expected)  # type: ignore[arg-type]


def form(name: str, query: str, more: str = "", **expected: object) -> Case:
    return Case(name, "POST", "/sparql", FORM, f"query={quote(query)}{more}", **expected)  # type: ignore[arg-type]


def direct(name: str, query: str, more: str = "", **expected: object) -> Case:
    return Case(name, "POST", f"/sparql{more and '?' + more}", DIRECT, query, **expected)  # type: ignore[arg-type]


def bad(
    name: str, status: int, method: str, target: str, content: str | None = None, body: bytes | str | None = None
) -> Case:
    return Case(name, method, target, content, body, None, status, TEXT, None)


W3C_GOOD = [
    get("query by GET", ASK),
    form("query by POST of a form", ASK),
    direct("query by POST of the text", ASK),
    get("a default graph, GET", IN_DEFAULT, f"&{DEFAULT}"),
    form("a default graph, form", IN_DEFAULT, f"&{DEFAULT}"),
    direct("a default graph, direct", IN_DEFAULT, DEFAULT),
    get("two default graphs", IN_DEFAULT, f"&default-graph-uri={OTHER}&{DEFAULT}"),
    form("two default graphs, form", IN_DEFAULT, f"&{DEFAULT}&default-graph-uri={OTHER}"),
    get("a named graph, GET", IN_NAMED, f"&{NAMED}"),
    form("a named graph, form", IN_NAMED, f"&{NAMED}"),
    direct("two named graphs, direct", IN_NAMED, f"{NAMED}&named-graph-uri={OTHER}"),
    get("default and named graphs", IN_BOTH, f"&{DEFAULT}&{NAMED}"),
    get("the protocol's graphs go before the query's", f"ASK FROM <http://example.org/other> {IN_DEFAULT[4:]}", f"&{DEFAULT}"),
    get("so where they are fewer", f"ASK FROM <{NS}> {IN_DEFAULT[4:]}", f"&default-graph-uri={OTHER}", boolean=False),
    get("SELECT in a table's form", "SELECT (1 AS ?x) {}", accept=XML, type=XML, boolean=None),
    get("ASK in a table's form", ASK, accept=XML, type=XML, boolean=None),
    get("DESCRIBE in a graph's form", f"DESCRIBE <{NS}x>", accept="application/rdf+xml", type="application/rdf+xml", boolean=None),
    get("CONSTRUCT in a graph's form", "CONSTRUCT { <s:s> <p:p> 1 } WHERE {}", accept="application/rdf+xml", type="application/rdf+xml", boolean=None),
]  # fmt: skip

UPDATE = "application/sparql-update"
CLEAR = quote("CLEAR ALL")
W3C_BAD = [
    bad("a method that is neither GET nor POST", 405, "PUT", f"/sparql?query={ASKED}"),
    bad("two queries", 400, "GET", f"/sparql?query={ASKED}&query={quote('SELECT * {}')}"),
    bad("a query as plain text", 415, "POST", "/sparql", "text/plain", ASK),
    bad("a form without its type", 415, "POST", "/sparql", None, f"query={ASKED}"),
    bad("a query without its type", 415, "POST", "/sparql", None, ASK),
    bad("a query in UTF-16", 415, "POST", "/sparql", f"{DIRECT}; charset=UTF-16", ASK.encode("utf-16")),
    bad("a query in UTF-16 that does not say so", 400, "POST", "/sparql", DIRECT, ASK.encode("utf-16")),
    bad("a query that is none", 400, "GET", f"/sparql?query={quote('ASK { ?s ?p }')}"),
    bad("an update by GET", 403, "GET", f"/sparql?update={CLEAR}"),
    bad("two updates", 403, "POST", "/sparql", FORM, f"update={CLEAR}&update={CLEAR}"),
    bad("an update as plain text", 415, "POST", "/sparql", "text/plain", "CLEAR NAMED"),
    bad("an update form without its type", 415, "POST", "/sparql", None, f"update={CLEAR}"),
    bad("an update in UTF-16", 415, "POST", "/sparql", f"{UPDATE}; charset=UTF-16", "CLEAR ALL".encode("utf-16")),
    bad("an update that is none", 403, "POST", "/sparql", UPDATE, "CLEAR XYZ"),
    bad("an update with two datasets", 403, "POST", f"/sparql?using-graph-uri={OTHER}", UPDATE, f"DELETE {{ ?s ?p ?o }} USING <{NS}> WHERE {{ ?s ?p ?o }}"),
]  # fmt: skip

GOOD = [
    direct("query by POST of a file with a byte order mark", "\ufeff" + ASK),
    get("no graph named: the data", DATA_IN_DEFAULT),
    get("no graph named: the vocabulary beside it", IN_NAMED),
    get("no graph named: the vocabulary is not among the data", IN_DEFAULT, boolean=False),
    get("a default graph leaves no named one", IN_NAMED, f"&{DEFAULT}", boolean=False),
    get("a named graph leaves no default one", DATA_IN_DEFAULT, f"&{NAMED}", boolean=False),
    get("a graph that is not there is empty", "ASK { ?s ?p ?o }", f"&default-graph-uri={OTHER}", boolean=False),
    get("rdflib's name of the default graph", DATA_IN_DEFAULT, "&default-graph-uri=urn:x-rdflib:default"),
    get("so the named ones stay", IN_NAMED, "&default-graph-uri=urn:x-rdflib:default"),
    get("Jena's name beside another", f"{DATA_IN_DEFAULT[:-2]} . <{NS}carriesOut> ?p ?o }}", f"&default-graph-uri=urn:x-arq:DefaultGraph&{DEFAULT}"),
    get("FROM in the query", f"ASK FROM <{NS}> {IN_DEFAULT[4:]}"),
    get("FROM of a graph that is not there", "ASK FROM <http://example.org/other> { ?s ?p ?o }", boolean=False),
    get("parameters that nobody knows", ASK, "&format=json&output=json&x="),
    get("letters of all kinds", "ASK { BIND('Kế hoạch №1 🌾' AS ?x) FILTER(STRLEN(?x) = 13) }"),
    Case("a letter of two bytes in the address", target="/sparql?query=ASK+{+BIND('%C4%91'+AS+?x)+FILTER(STRLEN(?x)+=+1)+}"),
    Case("a form with a charset", "POST", "/sparql", f"{FORM}; charset=UTF-8", f"query={ASKED}"),
    Case("a form with its type in capitals", "POST", "/sparql", FORM.upper(), f"query={ASKED}"),
    Case("a query with a charset", "POST", "/sparql", f'{DIRECT}; charset="utf-8"', ASK),
    Case("plus signs are spaces", target="/sparql?query=ASK+{}"),
    Case("the graph of a form in its address", "POST", f"/sparql?{DEFAULT}", FORM, f"query={quote(IN_DEFAULT)}"),
    Case("a query of several lines", "POST", "/sparql", DIRECT, "# nói trước\nASK\r\n{\t}\n"),
]  # fmt: skip

BAD = [
    bad("an empty query", 400, "GET", "/sparql?query="),
    bad("white space for a query", 400, "POST", "/sparql", DIRECT, " \n"),
    bad("an empty body", 400, "POST", "/sparql", DIRECT, ""),
    bad("a form without a query", 400, "POST", "/sparql", FORM, "x=1"),
    bad("a graph without a query", 400, "GET", f"/sparql?{DEFAULT}"),
    bad("a query in the address and in the body", 400, "POST", f"/sparql?query={ASKED}", DIRECT, ASK),
    bad("a broken escape", 400, "GET", "/sparql?query=ASK%20%7B%7"),
    bad("an escape of no UTF-8", 400, "GET", "/sparql?query=ASK%20%7B%7D%20%23%FF"),
    bad("an escape of half a letter", 400, "POST", "/sparql", FORM, "query=ASK%20%7B%7D%20%23%E1%BA"),
    bad("a NUL", 400, "GET", "/sparql?query=ASK%20%7B%7D%00"),
    bad("a body of no UTF-8", 400, "POST", "/sparql", DIRECT, b"ASK {} # \xff"),
    bad("a thousand and one fields", 400, "POST", "/sparql", FORM, "&".join(f"x{n}=1" for n in range(1001))),
    bad("a hundred and one graphs", 400, "POST", "/sparql", FORM, f"query={ASKED}" + "".join(f"&default-graph-uri=http://x/{n}" for n in range(101))),
    bad("a file for a graph", 400, "GET", f"/sparql?query={ASKED}&default-graph-uri=file:///etc/passwd"),
    bad("a relative graph", 400, "GET", f"/sparql?query={ASKED}&named-graph-uri=data.ttl"),
    bad("a graph that is no IRI", 400, "GET", f"/sparql?query={ASKED}&named-graph-uri=http://x/%3E"),
    bad("an empty graph", 400, "GET", f"/sparql?query={ASKED}&default-graph-uri="),
    bad("FROM of a file", 400, "GET", f"/sparql?query={quote('ASK FROM <file:///etc/passwd> { ?s ?p ?o }')}"),
    bad("SERVICE", 400, "GET", f"/sparql?query={quote('ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }')}"),
    bad("SERVICE SILENT", 400, "GET", f"/sparql?query={quote('ASK { SERVICE SILENT <http://127.0.0.1:1/> { } }')}"),
    bad("LOAD as a query", 400, "GET", f"/sparql?query={quote('LOAD <http://example.org/>')}"),
    bad("INSERT as a query", 400, "POST", "/sparql", DIRECT, "INSERT DATA { <s:s> <p:p> 1 }"),
    bad("a function that is not there", 400, "GET", f"/sparql?query={quote('SELECT (<http://x/f>(1) AS ?x) {}')}"),
    bad("brackets without end", 400, "POST", "/sparql", DIRECT, "ASK " + "{" * 100_000),
    bad("a longer query than is read", 400, "POST", "/sparql", DIRECT, f"ASK {{}} #{'x' * 100_000}"),
    bad("a body of some megabytes", 413, "POST", "/sparql", DIRECT, "x" * (5 << 20)),
    bad("a body beyond a megabyte", 413, "POST", "/sparql", DIRECT, "x" * ((1 << 20) + 1)),
    bad("another type of form", 415, "POST", "/sparql", "multipart/form-data; boundary=x", "--x--"),
    bad("JSON", 415, "POST", "/sparql", "application/json", '{"query": "ASK {}"}'),
    bad("a type that is none", 415, "POST", "/sparql", ";;;", ASK),
    bad("DELETE", 405, "DELETE", "/sparql"),
    bad("PATCH", 405, "PATCH", "/sparql", DIRECT, ASK),
    bad("POST to the vocabulary", 405, "POST", "/ns", FORM, ""),
    bad("another address", 404, "GET", "/sparq"),
    bad("an address out of the root", 404, "GET", "/../../etc/passwd"),
]  # fmt: skip


@pytest.mark.parametrize("case", [*W3C_GOOD, *W3C_BAD, *GOOD, *BAD], ids=str)
def test_the_protocol(case: Case, sparql_server: SparqlServer) -> None:
    headers = {"Content-Type": case.content} if case.content else {}
    if case.accept:
        headers["Accept"] = case.accept
    reply = sparql_server.send(case.method, case.target, headers, case.body)
    assert (reply.status, reply.type) == (case.status, case.type), reply.text
    if case.boolean is not None:
        assert json.loads(reply.body) == {"head": {}, "boolean": case.boolean}
    if case.status >= 400:
        assert reply.headers["content-type"] == "text/plain; charset=utf-8"
        assert len(reply.text.splitlines()) == 1
        assert "Traceback" not in reply.text
        assert "/tmp" not in reply.text  # noqa: S108 - where the graph lies is nobody's business
    if case.status == 405:
        assert {"GET", "HEAD", "OPTIONS"} <= set(reply.headers["allow"].split(", "))


def test_all_cases_are_there() -> None:
    assert (len(W3C_GOOD), len(W3C_BAD), len(GOOD), len(BAD)) == (18, 15, 21, 35)


TABLE_TYPES = [
    (None, JSON), ("*/*", JSON), ("", JSON), (JSON, JSON), (XML, XML), ("text/csv", "text/csv"),
    ("text/tab-separated-values", "text/tab-separated-values"), ("application/json", "application/json"),
    ("application/xml", "application/xml"), (f"{JSON};q=0.5, {XML}", XML), (f"{JSON}, {XML}", JSON),
    ("text/*", "text/csv"), ("text/csv;q=0, text/*", "text/tab-separated-values"), ("nonsense", JSON),
    ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/xml"),
]  # fmt: skip
GRAPH_TYPES = [
    (None, "text/turtle"), ("*/*", "text/turtle"), ("text/turtle", "text/turtle"),
    ("application/n-triples", "application/n-triples"), ("application/ld+json", "application/ld+json"),
    ("application/rdf+xml", "application/rdf+xml"), ("application/*;q=0.9, text/csv", "application/n-triples"),
]  # fmt: skip


@pytest.mark.parametrize(("accept", "media_type"), TABLE_TYPES)
def test_a_table_in_the_form_that_is_wanted(accept: str | None, media_type: str, sparql_server: SparqlServer) -> None:
    query = 'SELECT ?a ?b { VALUES (?a ?b) { ("Đ,\\"1" <http://x/1>) ("x"@vi UNDEF) (1.5 true) } }'
    reply = sparql_server.ask(query, accept)
    assert (reply.status, reply.type) == (200, media_type)
    assert "Accept" in reply.headers["vary"]
    endings = {JSON: "srj", "application/json": "srj", XML: "srx", "application/xml": "srx",
               "text/tab-separated-values": "tsv"}  # fmt: skip
    if media_type in endings:
        form_of = pyoxigraph.QueryResultsFormat.from_extension(endings[media_type])
        table = pyoxigraph.parse_query_results(reply.body, format=form_of)
        assert isinstance(table, pyoxigraph.QuerySolutions)
        values = [tuple(term and (term.value) for term in row) for row in table]
        assert values == [('Đ,"1', "http://x/1"), ("x", None), ("1.5", "true")]
    else:
        assert reply.headers["content-type"] == "text/csv; charset=utf-8; header=present"
        assert reply.text == 'a,b\r\n"Đ,""1",http://x/1\r\nx,\r\n1.5,true\r\n'


@pytest.mark.parametrize(("accept", "media_type"), GRAPH_TYPES)
def test_a_graph_in_the_form_that_is_wanted(accept: str | None, media_type: str, sparql_server: SparqlServer) -> None:
    reply = sparql_server.ask('CONSTRUCT { <http://x/s> <http://x/p> "Đất"@vi, 1 } WHERE {}', accept)
    assert (reply.status, reply.type) == (200, media_type)
    form_of = pyoxigraph.RdfFormat.from_media_type(media_type)
    assert {quad.object.value for quad in pyoxigraph.parse(reply.body, format=form_of)} == {"Đất", "1"}


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        ("SELECT * {}", "text/turtle"),
        ("ASK {}", "application/rdf+xml"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv"),
        ("DESCRIBE <http://x/>", JSON),
        ("ASK {}", "image/png, text/html"),
        ("ASK {}", "*/*;q=0"),
        ("", "image/png"),
    ],
)
def test_nothing_that_is_wanted(query: str, accept: str, sparql_server: SparqlServer) -> None:
    reply = sparql_server.ask(query, accept) if query else sparql_server.send("GET", headers={"Accept": accept})
    assert (reply.status, reply.type) == (406, TEXT)
    assert "application/" in reply.text


def test_the_engine_says_where_a_query_is_wrong(sparql_server: SparqlServer) -> None:
    reply = sparql_server.ask("ASK {\n  ?s ?p\n}")
    assert reply.status == 400
    assert "dòng 3" in reply.text


def test_head_is_get_without_its_body(sparql_server: SparqlServer) -> None:
    target = f"/sparql?query={quote('SELECT * { ?s ?p ?o } LIMIT 3')}"
    got, head = (sparql_server.send(method, target) for method in ("GET", "HEAD"))
    assert (head.status, head.type, head.body) == (200, JSON, b"")
    assert head.headers["content-length"] == str(len(got.body))


def test_options(sparql_server: SparqlServer) -> None:
    reply = sparql_server.send("OPTIONS")
    assert (reply.status, reply.body) == (204, b"")
    assert set(reply.headers["allow"].split(", ")) == {"GET", "HEAD", "POST", "OPTIONS"}


def test_nobody_is_told_which_server_it_is(sparql_server: SparqlServer) -> None:
    for target in ("/sparql", "/nothing", f"/sparql?query={ASKED}"):
        headers = sparql_server.send("GET", target).headers
        assert "server" not in headers
        assert not any("python" in value.lower() or "uvicorn" in value.lower() for value in headers.values())


def test_an_answer_that_was_cut_says_so(sparql_server: SparqlServer) -> None:
    everything = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    cut = sparql_server.ask(everything)
    assert (cut.status, cut.headers["x-cuthehoa-truncated"]) == (200, "true")
    assert len(json.loads(cut.body)["results"]["bindings"]) == 10_000
    whole = sparql_server.ask("SELECT * { ?a ?b ?c } LIMIT 10")
    assert "x-cuthehoa-truncated" not in whole.headers
    graph = sparql_server.ask("CONSTRUCT { ?a ?b ?f } WHERE { ?a ?b ?c . ?d ?e ?f }", "application/n-triples")
    assert (graph.headers["x-cuthehoa-truncated"], graph.body.count(b"\n")) == ("true", 10_000)

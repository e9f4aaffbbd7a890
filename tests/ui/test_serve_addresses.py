"""What else the server answers, and to whom: its description, the vocabulary, entities; hosts and origins."""

import json
from urllib.parse import quote

import pyoxigraph
import pytest
from sparql_server import SparqlServer

NS = "https://w3id.org/cuthehoa/ns#"
ASKED = quote("ASK {}")
TEXT = "text/plain"


# -- the service description and the vocabulary ---------------------------------------------------------------------

SD = "http://www.w3.org/ns/sparql-service-description#"


@pytest.mark.parametrize(
    "media_type", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
def test_the_service_description(media_type: str, sparql_server: SparqlServer) -> None:
    reply = sparql_server.send("GET", headers={"Accept": media_type})
    assert (reply.status, reply.type) == (200, media_type)
    store = pyoxigraph.Store()
    store.load(reply.body, pyoxigraph.RdfFormat.from_media_type(media_type))
    asked = store.query(
        f"""PREFIX sd: <{SD}>
        SELECT ?endpoint ?name (COUNT(?format) AS ?formats) {{
          ?service a sd:Service ; sd:endpoint ?endpoint ; sd:supportedLanguage sd:SPARQL11Query ; sd:resultFormat ?format ;
            sd:defaultDataset [ a sd:Dataset ; sd:defaultGraph [ a sd:Graph ] ; sd:namedGraph [ sd:name ?name ] ] .
        }} GROUP BY ?endpoint ?name"""
    )
    assert isinstance(asked, pyoxigraph.QuerySolutions)
    assert [tuple(term.value for term in row) for row in asked] == [(sparql_server.url, NS, "8")]


def test_the_page_of_the_endpoint_asks_it(sparql_server: SparqlServer) -> None:
    reply = sparql_server.send("GET", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (reply.status, reply.type) == (200, "text/html")
    assert '<form action="/sparql" method="get">' in reply.text
    assert "script" not in reply.text
    assert reply.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    "media_type", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
def test_the_vocabulary(media_type: str, sparql_server: SparqlServer) -> None:
    reply = sparql_server.send("GET", "/ns", {"Accept": media_type})
    assert (reply.status, reply.type) == (200, media_type)
    found = {quad.subject.value for quad in pyoxigraph.parse(reply.body, pyoxigraph.RdfFormat.from_media_type(media_type))
             if isinstance(quad.subject, pyoxigraph.NamedNode)}  # fmt: skip
    assert {f"{NS}carriesOut", f"{NS}Document"} <= found


def test_the_vocabulary_for_browsers(sparql_server: SparqlServer) -> None:
    reply = sparql_server.send("GET", "/ns", {"Accept": "text/html"})
    assert (reply.status, reply.type) == (200, "text/html")
    assert "carriesOut" in reply.text


def test_the_root_leads_to_the_endpoint(sparql_server: SparqlServer) -> None:
    reply = sparql_server.send("GET", "/")
    assert (reply.status, reply.headers["location"]) == (303, "/sparql")


# -- who may ask ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host", ["127.0.0.1:{port}", "localhost", "LOCALHOST:{port}", "[::1]:{port}", "192.168.1.7:8602"]
)
def test_hosts_that_are_this_machine(host: str, sparql_server: SparqlServer) -> None:
    reply = sparql_server.send("GET", f"/sparql?query={ASKED}", {"Host": host.format(port=sparql_server.port)})
    assert reply.status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "", "[evil]", "127.0.0.1@evil"]
)
def test_a_host_that_is_another(host: str, sparql_server: SparqlServer) -> None:
    reply = sparql_server.send("GET", f"/sparql?query={ASKED}", {"Host": host})
    assert (reply.status, reply.type) == (421, TEXT)


def test_pages_of_other_origins_may_read_only_if_they_were_named(sparql_server: SparqlServer) -> None:
    target = f"/sparql?query={ASKED}"
    allowed = sparql_server.send("GET", target, {"Origin": "https://yasgui.example"})
    assert allowed.headers["access-control-allow-origin"] == "https://yasgui.example"
    assert "X-Cuthehoa-Truncated" in allowed.headers["access-control-expose-headers"]
    other = sparql_server.send("GET", target, {"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in other.headers
    asked = {"Origin": "https://yasgui.example", "Access-Control-Request-Method": "POST"}
    assert sparql_server.send("OPTIONS", headers=asked).status == 200
    asked["Origin"] = "https://evil.example"
    assert sparql_server.send("OPTIONS", headers=asked).status == 400


# -- one entity -----------------------------------------------------------------------------------------------------

BASE = "https://w3id.org/cuthehoa/id/"


@pytest.fixture(scope="module")
def programme(sparql_server: SparqlServer) -> str:
    reply = sparql_server.ask(f'SELECT ?d {{ ?d <{NS}code> "139-CTr/TU" }}')
    found: str = json.loads(reply.body)["results"]["bindings"][0]["d"]["value"]
    assert found.startswith(BASE)
    return found


@pytest.mark.parametrize(
    "media_type", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml", "text/html"]
)
def test_what_is_said_of_an_entity(media_type: str, programme: str, sparql_server: SparqlServer) -> None:
    reply = sparql_server.send("GET", f"/describe?iri={quote(programme, safe='')}", {"Accept": media_type})
    assert (reply.status, reply.type) == (200, media_type)
    assert "139-CTr/TU" in reply.text
    if media_type == "text/html":
        assert f'<a href="/describe?iri={quote(BASE, safe="")}' in reply.text
        assert "<h1>Chương trình 139-CTr/TU</h1>" in reply.text
        assert f'<span title="{NS}carriesOut">cth:carriesOut</span>' in reply.text
    else:
        quads = list(pyoxigraph.parse(reply.body, pyoxigraph.RdfFormat.from_media_type(media_type)))
        assert {str(quad.subject.value) for quad in quads if not isinstance(quad.subject, pyoxigraph.Triple)} == {
            programme
        }


def test_the_end_of_an_iri_leads_to_its_entity(programme: str, sparql_server: SparqlServer) -> None:
    reply = sparql_server.send("GET", f"/id/{programme.removeprefix(BASE)}")
    assert (reply.status, reply.headers["location"]) == (303, f"/describe?iri={quote(programme, safe='')}")


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/describe", 400),
        ("/describe?iri=", 400),
        ("/describe?iri=a&iri=b", 400),
        ("/describe?iri=file:///etc/passwd", 400),
        (f"/describe?iri={quote('http://x/> } SERVICE <http://y/>')}", 400),
        (f"/describe?iri={quote(chr(39).join(('http://x/', 'y')))}", 400),
        ("/describe?iri=%FF", 400),
        ("/describe?iri=http://example.org/nobody", 404),
        ("/id/%3E%7D", 303),
        ("/id/", 303),
    ],
)
def test_an_entity_that_is_none(target: str, status: int, sparql_server: SparqlServer) -> None:
    reply = sparql_server.send("GET", target)
    assert reply.status == status
    if status == 303:
        assert sparql_server.send("GET", reply.headers["location"]).status == 404

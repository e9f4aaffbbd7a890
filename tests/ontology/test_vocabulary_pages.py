"""What is served at the namespace: the same triples in Turtle and JSON-LD, and a page with an anchor for each term."""

import json
import re
from html.parser import HTMLParser

import pytest
from pyoxigraph import RdfFormat, parse

from ontology.vocabulary_pages import vocabulary_html, vocabulary_jsonld, vocabulary_turtle
from ontology.vocabulary_terms import Term, TermKind, compact, read_terms

_VOID = {"meta", "link", "br", "hr", "img", "input"}


class _Page(HTMLParser):
    """Collects anchors and links, and notices elements that do not nest."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if identifier := values.get("id"):
            self.ids.append(identifier)
        if link := values.get("href"):
            self.links.append(link)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page() -> _Page:
    found = _Page()
    found.feed(vocabulary_html().decode())
    found.close()
    return found


def test_turtle_and_jsonld_say_the_same() -> None:
    turtle = {str(triple) for triple in parse(vocabulary_turtle(), RdfFormat.TURTLE)}
    jsonld = {str(quad.triple) for quad in parse(vocabulary_jsonld(), RdfFormat.JSON_LD)}
    assert turtle == jsonld
    assert len(turtle) > 3000
    assert json.loads(vocabulary_jsonld())["@context"]["cth"] == "https://w3id.org/cuthehoa/ns#"


def test_the_page_has_an_anchor_for_each_term_and_once(page: _Page) -> None:
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert {term.name for term in read_terms()} <= set(page.ids)


def test_every_link_within_the_page_leads_somewhere(page: _Page) -> None:
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids)
    assert len(inner) > 300


def test_the_page_needs_nothing_else() -> None:
    text = vocabulary_html().decode()
    assert not re.search(r"<(?:script|img|link|iframe)\b|@import|url\(", text)
    assert "prefers-color-scheme: dark" in text
    assert '<html lang="vi">' in text


def test_labels_are_text_and_never_markup() -> None:
    (term,) = read_terms(
        """@prefix cth: <https://w3id.org/cuthehoa/ns#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        cth:X a owl:Class ; rdfs:label "<b>&"@vi , "x"@en ; rdfs:comment "<script>"@vi , "y"@en ."""
    )
    from ontology.vocabulary_pages import _section

    section = _section(term, frozenset(), [])
    assert "<b>" not in section
    assert "<script>" not in section
    assert "&lt;b&gt;&amp;" in section


def test_the_model_reads_what_the_file_says() -> None:
    terms: dict[str, Term] = {term.name: term for term in read_terms()}
    carries_out = terms["carriesOut"]
    assert carries_out.kind is TermKind.OBJECT_PROPERTY
    assert (carries_out.domain, carries_out.range) == (("cth:Document",), ("cth:Document",))
    assert (carries_out.inverse, carries_out.traits) == ("cth:isCarriedOutBy", ("transitive",))
    assert carries_out.parents == ("eli:applies",)
    assert terms["level-commune"].order == "3"
    assert terms["type-quy-dinh"].notations == ("QĐ", "QĐi", "QyĐ")
    assert terms["covers"].domain == ("cth:Programme", "cth:Document")


@pytest.mark.parametrize(
    ("iri", "name"),
    [("http://data.europa.eu/eli/ontology#applies", "eli:applies"), ("https://example.org/x", "https://example.org/x")],
)
def test_compact(iri: str, name: str) -> None:
    assert compact(iri) == name

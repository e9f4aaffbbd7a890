"""A real graph of hand-made content for the app's pages, and a way to look at what a page shows.

Streamlit and the stores are imported where they are used: most tests need neither.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from graph_content import BASE, PLAN_109, PROGRAMME_139, hand_made_content

from graph.answers import Edge, Entity, EntityKind, MarkedMention
from graph.content import GraphContent, SourceContent
from ontology.extraction import Letterhead
from ontology.mentions import EntityLabel
from ontology.spans import Span
from ontology.statements import Evidence, Relation

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

HOSTILE_FILE = "huyện/<b>100%</b> & *x*.txt"
HOSTILE_QUOTE = "thực hiện <script>alert(1)</script> **đậm** $x^2$ [bấm](http://x.vn) :red[đỏ] <img src=x onerror=1>"
HOSTILE_TEXT = f"Dòng một\r\nDòng hai: {HOSTILE_QUOTE}.\r\n`mã` # không phải tiêu đề\n"
HOSTILE_NAME = "Kế hoạch <i>7</i>-KH/HU *x* $y$"
HOSTILE = f"{BASE}document/huyen-uy-phung-hiep/7-kh-hu/2023-01-01"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows after a run."""

    app: "AppTest"

    def pieces(self, name: str) -> list[dict[str, Any]]:
        """The data of the page's own front-end pieces of one name, in order."""
        protos = [element.proto for element in self.app.get("bidi_component")]
        return [json.loads(proto.json) for proto in protos if proto.component_name == f"cuthehoa-{name}"]

    def entries(self) -> list[dict[str, Any]]:
        """All lines of all lists."""
        return [e for piece in self.pieces("entries") for group in piece["groups"] for e in group["entries"]]

    def names(self) -> list[str]:
        """The names on all lines of all lists."""
        return [entry["name"] for entry in self.entries()]

    def rows(self) -> list[dict[str, Any]]:
        """All rows of all outlines."""
        return [row for piece in self.pieces("outline") for row in piece["rows"]]

    def markup(self) -> str:
        """All text that Streamlit would read as Markdown or HTML."""
        kinds = ("markdown", "title", "header", "subheader", "caption", "info", "warning", "error", "html", "button")
        found = [element for kind in kinds for element in self.app.get(kind)]
        return "\n".join(str(getattr(element, "value", None) or getattr(element, "proto", "")) for element in found)


OpenPage = Callable[..., Shown]


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenPage]:
    """Run a page of the app on a graph: ``open_page(folder, "trace", doc="18-NQ/TW")``."""

    import streamlit as st
    from streamlit.testing.v1 import AppTest

    def run(folder: Path, page: str = "home", **parameters: str) -> Shown:
        monkeypatch.setenv("CUTHEHOA_GRAPH", str(folder))
        app = AppTest.from_file(str(files("ui") / "app.py"), default_timeout=60)
        if page != "home":
            app.switch_page(f"views/{page}.py")
        for name, value in parameters.items():
            app.query_params[name] = value
        return Shown(app.run())

    yield run
    st.cache_resource.clear()


@pytest.fixture(scope="session")
def page_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-made graph with all its stores, and one document whose text means harm. Read-only."""
    return write_graph(tmp_path_factory.mktemp("pages") / "graph", with_hostile_source(hand_made_content()))


@pytest.fixture
def empty_graph(tmp_path: Path) -> Path:
    """A graph of no document at all."""
    return write_graph(tmp_path / "empty", GraphContent(BASE, (), (), (), ()))


def write_graph(folder: Path, content: GraphContent) -> Path:
    """Make the content the live generation of a graph, as a build does."""
    from graph.build import projections
    from graph.generations import DATABASE, begin, next_number, publish
    from graph.stores import sqlite_store

    number = next_number(folder)
    partial = begin(folder, number)
    sqlite_store.write(content, partial / DATABASE)
    beside = projections()
    for name, store in beside.items():
        store.write(content, partial / name)
    publish(folder, number, inputs="", extractor="", identity="", base_iri=content.base_iri, counts={},
            projections=sorted(beside))  # fmt: skip
    return folder


def with_hostile_source(content: GraphContent) -> GraphContent:
    """The content with one more plan, whose name, file, title and text are full of markup."""
    document = Entity(HOSTILE, EntityKind.DOCUMENT, HOSTILE_NAME, code="7-KH/HU", type="Kế hoạch", held=True,
                      issuer="<u>Huyện ủy</u>", title="# [tiêu đề](x) $z$", file=HOSTILE_FILE)  # fmt: skip
    start = HOSTILE_TEXT.index(HOSTILE_QUOTE)
    span = Span(start, start + len(HOSTILE_QUOTE))
    digest = sha256(HOSTILE_TEXT.encode()).hexdigest()
    evidence = Evidence(HOSTILE_FILE, digest, span, HOSTILE_QUOTE, "<rule>", 0.8)
    edge = Edge(sha256(b"hostile").hexdigest(), HOSTILE, PROGRAMME_139, Relation.IMPLEMENTS, 0.8, False, (evidence,))
    mentions = (
        MarkedMention(Span(0, 4), EntityLabel.DOC, HOSTILE_NAME, HOSTILE, False),
        MarkedMention(span, EntityLabel.DOC, "Kế hoạch 109-KH/HU", PLAN_109, False),
    )
    head = Letterhead(title="<h1>x</h1>")
    source = SourceContent(HOSTILE_FILE, digest, "utf-8", HOSTILE_TEXT, head, HOSTILE, mentions)
    return replace(
        content,
        entities=tuple(sorted((*content.entities, document), key=lambda entity: entity.iri)),
        edges=tuple(sorted((*content.edges, edge), key=lambda edge: edge.id)),
        sources=tuple(sorted((*content.sources, source), key=lambda source: source.file)),
    )

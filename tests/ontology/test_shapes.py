"""The shapes: each accepts a graph with one of everything, and refuses each way in which it can be wrong."""

from pathlib import Path

import pyshacl
import pytest
from pyoxigraph import RdfFormat, Triple, parse
from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node
from refused_shapes import REFUSED, Refused

from graph.build import build
from graph.content import GraphContent
from graph.exports.validation import SHAPES, Severity, ShapeReport, validate
from graph.generations import DATABASE
from graph.query import Graph as OpenedGraph
from graph.stores.rdf_triples import plain_triples, triples
from graph.stores.sqlite_store import read_content
from ontology.vocabulary import expand, shapes_turtle
from ontology.vocabulary_terms import compact

HERE = Path(__file__).parent / "shapes"
EXAMPLE = "https://example.org/"
AUXILIARY = {"Evidence"}
"""Shapes without targets, which another shape applies."""


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(data=shapes_turtle(), format="turtle")


@pytest.fixture(scope="module")
def accepted() -> str:
    return (HERE / "accepted.ttl").read_text("utf-8")


def read(turtle: str) -> list[Triple]:
    return [quad.triple for quad in parse(turtle, RdfFormat.TURTLE)]


def head(accepted: str) -> str:
    return "\n".join(line for line in accepted.splitlines() if line.startswith("@prefix"))


def changed(accepted: str, row: Refused) -> list[Triple]:
    prefixes = head(accepted)
    found = read(accepted)
    for triple in read(f"{prefixes}\n{row.taken}"):
        found.remove(triple)
    return found + read(f"{prefixes}\n{row.put}")


def check(found: list[Triple]) -> ShapeReport:
    return validate(f"{triple} .\n" for triple in found)


def iri(name: str) -> str:
    return EXAMPLE + name[1:] if name.startswith(":") else expand(name)


def shared(path: str) -> str:
    return path.partition(":")[2] or "none"


def node_shapes(shapes: Graph) -> dict[str, Node]:
    return {str(shape).removeprefix(SHAPES): shape for shape in shapes.subjects(RDF.type, SH.NodeShape)}


def focus_nodes(shapes: Graph, data: Graph, shape: Node) -> set[Node]:
    found: set[Node] = set()
    for kind in shapes.objects(shape, SH.targetClass):
        found |= set(data.subjects(RDF.type, kind))
    for predicate in shapes.objects(shape, SH.targetSubjectsOf):
        found |= set(data.subjects(predicate))
    for predicate in shapes.objects(shape, SH.targetObjectsOf):
        found |= set(data.objects(None, predicate))
    return found


def test_every_shape_accepts_a_node_of_the_accepted_graph(shapes: Graph, accepted: str) -> None:
    assert check(read(accepted)).results == ()
    data = Graph().parse(data=accepted, format="turtle")
    without = {name for name, shape in node_shapes(shapes).items() if not focus_nodes(shapes, data, shape)}
    assert without == AUXILIARY
    properties = {path for prop in shapes.objects(None, SH.property) for path in shapes.objects(prop, SH.path)}
    assert {path for path in properties if isinstance(path, URIRef)} <= set(data.predicates()), "a path is never tried"


def test_every_shape_and_every_property_of_it_refuses_something(shapes: Graph) -> None:
    named = node_shapes(shapes)
    assert {row.shape for row in REFUSED} == set(named) - AUXILIARY
    wanted = {
        (name, compact(str(path)))
        for name, shape in named.items()
        for prop in shapes.objects(shape, SH.property)
        for path in shapes.objects(prop, SH.path)
        if isinstance(path, URIRef) and name not in AUXILIARY
    }
    assert wanted <= {(row.shape, row.path) for row in REFUSED}
    assert (len(named), len(REFUSED)) == (42, 142)


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: f"{row.shape}:{row.path}")
def test_what_is_wrong_is_refused(row: Refused, accepted: str, shapes: Graph) -> None:
    report = check(changed(accepted, row))
    # A property that several shapes share (cths:label) is its own shape in a report.
    found = {(result.path, result.node) for result in report.results if result.shape in (row.shape, shared(row.path))}
    assert (row.path, iri(row.node)) in found
    for result in report.results:
        assert result.message, "a shape says nothing"
        assert not result.message.isascii(), "a message that is not Vietnamese"
    if row.shape == "LevelOrder":
        assert report.warnings


SPARQL_SHAPES = ["CascadePair", "ProvenanceOfStatement", "ProvenanceOfTriple", "QuoteLength"]


@pytest.mark.parametrize(
    "row", [row for row in REFUSED if row.shape in SPARQL_SHAPES], ids=lambda row: row.put or row.taken
)
def test_another_processor_finds_the_same(row: Refused, accepted: str, shapes: Graph) -> None:
    """SPARQL constraints are asked in a way of our own: the standard's way must agree."""
    assert {str(shape).removeprefix(SHAPES) for shape in shapes.subjects(SH.sparql)} == set(SPARQL_SHAPES)
    found = changed(accepted, row)
    data = Graph().parse(data="".join(f"{triple} .\n" for triple in found), format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    assert isinstance(report, Graph)
    standard = {
        (str(report.value(result, SH.focusNode)), compact(str(report.value(result, SH.resultPath) or "")))
        for result in report.objects(None, SH.result)
    }
    assert standard == {(result.node, result.path) for result in check(found).results}


def test_the_plain_triples_are_not_asked_for_statements(accepted: str) -> None:
    kept = [
        t for t in read(accepted) if "/oa#" not in str(t) and "#evidence" not in str(t) and "#source>" not in str(t)
    ]
    kept = [t for t in kept if "#Statement" not in str(t) and "describedBy" not in str(t)]
    kept = [t for t in kept if not any(str(t.subject) == f"<{EXAMPLE}{name}>" for name in ("indicator", "finding"))]
    assert validate((f"{t} .\n" for t in kept), plain=True).violations == ()
    assert validate(f"{t} .\n" for t in kept).violations


@pytest.mark.parametrize("corpus", ["hand-made", "examples", "seeds"])
def test_graphs_that_are_built_conform(
    corpus: str, request: pytest.FixtureRequest, content: GraphContent, tmp_path: Path
) -> None:
    if corpus != "hand-made":
        folder = tmp_path / "graph"
        if corpus == "examples":
            folder = request.getfixturevalue("sample_graph")
        else:
            build([request.getfixturevalue("seeds_dir")], folder)
        with OpenedGraph.open(folder) as opened:
            content = read_content(opened.generation_folder / DATABASE)
    whole, plain = validate(triples(content)), validate(plain_triples(content), plain=True)
    assert [*whole.violations, *plain.violations] == []
    assert {result.shape for result in whole.warnings} <= {"LevelOrder"}, "warnings come from the sources alone"
    assert all(result.severity is Severity.WARNING for result in whole.warnings)

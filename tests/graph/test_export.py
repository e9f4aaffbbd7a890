"""What is exported says what the graph says, in every format, to the byte the same each time."""

import csv
from pathlib import Path

import networkx as nx
import pytest
from graph_content import LAND, PLAN_109, PROGRAMME_139
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from graph.answers import Trace
from graph.content import GraphContent
from graph.exports.export import ExportFormat, export
from graph.exports.xml import trace_graphml
from graph.stores.rdf_triples import triples
from graph.view import content_graph, trace_graph
from ontology.errors import ExportError
from ontology.statements import Modality


@pytest.fixture(scope="module")
def rdf(content: GraphContent) -> Graph:
    return Graph().parse(data="".join(triples(content)), format="nt")


def written(content: GraphContent, file_format: ExportFormat, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    target = folder if file_format.is_folder else folder / f"graph.{file_format}"
    paths = export(content, file_format, target)
    assert {path.name for path in paths} == {path.name for path in folder.iterdir()}, "something was left behind"
    return {path.name: path.read_bytes() for path in paths}


@pytest.mark.parametrize("file_format", ExportFormat)
def test_the_same_graph_gives_the_same_bytes(file_format: ExportFormat, content: GraphContent, tmp_path: Path) -> None:
    assert written(content, file_format, tmp_path / "a") == written(content, file_format, tmp_path / "b")


@pytest.mark.parametrize("file_format", ExportFormat)
def test_each_format_says_what_it_is_for(file_format: ExportFormat) -> None:
    assert file_format.vietnamese


def test_turtle_read_back_is_the_same_graph(content: GraphContent, rdf: Graph, tmp_path: Path) -> None:
    (path,) = export(content, ExportFormat.TTL, tmp_path / "graph.ttl")
    assert isomorphic(Graph().parse(path), rdf)
    text = path.read_text("utf-8")
    assert "cth:carriesOut <https://w3id.org/cuthehoa/id/document/" in text
    assert "@prefix ns1:" not in text
    assert text.index(" a cth:Document ;") < text.index(" a cth:Place ;") < text.index(" a rdf:Statement ;")
    assert 'cth:date "2022-06-16"^^xsd:date' in text


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_jsonld_read_back_is_the_same_graph(content: GraphContent, rdf: Graph, tmp_path: Path) -> None:
    (path,) = export(content, ExportFormat.JSONLD, tmp_path / "graph.jsonld")
    assert isomorphic(Graph().parse(path, format="json-ld"), rdf)


def test_nquads_read_back_are_the_same_graph(content: GraphContent, rdf: Graph, tmp_path: Path) -> None:
    (path,) = export(content, ExportFormat.NQ, tmp_path / "graph.nq")
    read = Dataset().parse(path, format="nquads")
    assert set(read.default_graph) == set(rdf)


@pytest.mark.parametrize(
    ("file_format", "read"), [(ExportFormat.GRAPHML, nx.read_graphml), (ExportFormat.GEXF, nx.read_gexf)]
)
def test_xml_read_back_is_the_same_graph(file_format, read, content: GraphContent, tmp_path: Path) -> None:
    (path,) = export(content, file_format, tmp_path / "graph.xml")
    found, expected = read(path), content_graph(content)
    assert set(found.nodes) == set(expected.nodes)
    assert sorted((s, t, d["relation"]) for s, t, d in found.edges(data=True)) == sorted(
        (s, t, d["relation"]) for s, t, d in expected.edges(data=True)
    )
    for iri, attributes in expected.nodes(data=True):
        assert attributes.items() <= found.nodes[iri].items()


def test_graphml_keeps_what_an_edge_says(content: GraphContent, tmp_path: Path) -> None:
    (path,) = export(content, ExportFormat.GRAPHML, tmp_path / "graph.graphml")
    found, expected = nx.read_graphml(path, edge_key_type=str), content_graph(content)
    assert set(found.edges(keys=True)) == set(expected.edges(keys=True))
    for source, target, key, attributes in expected.edges(keys=True, data=True):
        assert found.edges[source, target, key] | {"id": None} == attributes | {"id": None}


def test_letters_that_xml_cannot_hold_do_no_harm(content: GraphContent, tmp_path: Path) -> None:
    from dataclasses import replace

    odd = tuple(replace(entity, name=f"a\x0cb\x00{entity.name}") for entity in content.entities)
    (path,) = export(replace(content, entities=odd), ExportFormat.GRAPHML, tmp_path / "graph.graphml")
    assert nx.read_graphml(path).nodes[LAND]["name"] == "a\ufffdb\ufffdNghị quyết 18-NQ/TW"


def test_csv_holds_all_rows(content: GraphContent, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "tables"
    export(content, ExportFormat.CSV, folder)
    tables = {}
    for path in folder.iterdir():
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file))
    assert [row["iri"] for row in tables["entities"]] == [entity.iri for entity in content.entities]
    assert [row["modality"] for row in tables["statements"]] == [edge.modality.value for edge in content.edges]
    assert {(row["statement"], row["quote"]) for row in tables["evidence"]} == {
        (edge.id, evidence.quote) for edge in content.edges for evidence in edge.evidence
    }


def test_a_file_that_was_there_is_replaced(content: GraphContent, tmp_path: Path) -> None:
    target = tmp_path / "graph.nq"
    target.write_text("old", "utf-8")
    export(content, ExportFormat.NQ, target)
    assert target.stat().st_size > 1000


def test_a_failed_export_leaves_all_as_it_was(content: GraphContent, tmp_path: Path, monkeypatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("graph.exports.rdf.write_nquads", fail)
    target = tmp_path / "graph.nq"
    target.write_text("old", "utf-8")
    with pytest.raises(ExportError, match="không ghi được"):
        export(content, ExportFormat.NQ, target)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.nq"]
    assert target.read_text("utf-8") == "old"


def test_places_that_cannot_be_written_are_named(content: GraphContent, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    cases = [
        (ExportFormat.TTL, tmp_path, "đây là thư mục, cần một tệp"),
        (ExportFormat.CSV, tmp_path / "file", "đây là tệp, cần một thư mục"),
        (ExportFormat.TTL, tmp_path / "absent" / "graph.ttl", "không ghi được"),
        (ExportFormat.NQ, tmp_path / "file" / "graph.nq", "không ghi được"),
    ]
    for file_format, target, message in cases:
        with pytest.raises(ExportError, match=message) as raised:
            export(content, file_format, target)
        assert str(target) in str(raised.value)


def test_a_trace_with_a_cycle_has_a_depth_for_each_document(content: GraphContent) -> None:
    iris = {entity.iri: entity for entity in content.entities}
    edges = tuple(
        edge
        for edge in content.edges
        if edge.relation.carries_out and edge.modality is Modality.ASSERTED and not edge.open
    )
    nodes = tuple(iris[iri] for iri in sorted({edge.source for edge in edges} | {edge.target for edge in edges}))
    trace = Trace(PROGRAMME_139, nodes, edges)
    graph = trace_graph(trace)
    assert not nx.is_directed_acyclic_graph(graph)
    assert {graph.nodes[iri]["code"]: graph.nodes[iri]["depth"] for iri in graph} == {
        "18-NQ/TW": -1,
        "139-CTr/TU": 0,
        "109-KH/HU": 1,
        "200-KH/HU": 2,
    }
    assert sorted(data["relation"] for data in graph[PLAN_109][PROGRAMME_139].values()) == ["concretizes", "implements"]
    assert all(value is not None for _, data in graph.nodes(data=True) for value in data.values())
    read = nx.parse_graphml(trace_graphml(trace).decode())
    assert {iri: data["depth"] for iri, data in read.nodes(data=True)} == dict(graph.nodes(data="depth"))
    assert read.number_of_edges() == len(edges)

"""RDF that was exported is the graph again: in every format, read by two libraries, and equal to the store."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, Store, parse
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from graph.content import GraphContent
from graph.exports.export import ExportFormat, export
from graph.findings import Finding, FindingKind, FindingPlace
from graph.generations import DATABASE
from graph.query import Graph as OpenedGraph
from graph.stores import rdf_store
from graph.stores.rdf_triples import plain_triples, triples
from graph.stores.sqlite_store import read_content
from ontology.spans import Span
from ontology.vocabulary import NAMESPACE, PREFIXES, vocabulary_turtle

RDF_FORMATS = [each for each in ExportFormat if each.is_rdf]
_OXIGRAPH = {
    ExportFormat.TTL: RdfFormat.TURTLE,
    ExportFormat.NQ: RdfFormat.N_QUADS,
    ExportFormat.JSONLD: RdfFormat.JSON_LD,
}
_RDFLIB = {ExportFormat.TTL: "turtle", ExportFormat.NQ: "nquads", ExportFormat.JSONLD: "json-ld"}


@pytest.fixture(scope="module", params=["hand-made", "examples", "seeds"])
def graph(
    request: pytest.FixtureRequest, content: GraphContent, tmp_path_factory: pytest.TempPathFactory
) -> GraphContent:
    if request.param == "hand-made":
        finding = Finding(
            FindingKind.WRONG_WAY,
            'một "câu"\\ \n có xuống dòng',
            (content.entities[0].iri,),
            (FindingPlace(content.sources[0].file, Span(0, 4), content.sources[0].text[:4], 1),
             FindingPlace(content.sources[0].file, None, "", None)),
        )  # fmt: skip
        return replace(content, findings=(finding,))
    if request.param == "examples":
        folder = request.getfixturevalue("sample_graph")
    else:
        from graph.build import build

        folder = tmp_path_factory.mktemp("seeds") / "graph"
        build([request.getfixturevalue("seeds_dir")], folder)
    with OpenedGraph.open(folder) as opened:
        return read_content(opened.generation_folder / DATABASE)


def expected(blocks: Iterable[str]) -> set[str]:
    return {str(quad.triple) for quad in parse("".join(blocks), RdfFormat.N_TRIPLES)}


def data_of(quads: Iterable[Quad]) -> set[str]:
    return {str(quad.triple) for quad in quads if getattr(quad.graph_name, "value", None) != NAMESPACE}


@pytest.mark.filterwarnings("ignore:.*is deprecated")
@pytest.mark.parametrize("plain", [False, True], ids=["whole", "plain"])
@pytest.mark.parametrize("file_format", RDF_FORMATS)
def test_what_was_exported_is_the_graph_again(
    file_format: ExportFormat, plain: bool, graph: GraphContent, tmp_path: Path
) -> None:
    (path,) = export(graph, file_format, tmp_path / f"graph.{file_format}", plain=plain)
    blocks = "".join(plain_triples(graph) if plain else triples(graph))
    # There are no blank nodes: isomorphic graphs are equal sets, which is quicker to compare.
    assert data_of(parse(path.read_bytes(), _OXIGRAPH[file_format])) == expected([blocks])
    if blocks.count("\n") < 3000:  # rdflib takes seconds for the others
        read = Dataset().parse(path, format=_RDFLIB[file_format])
        assert isomorphic(read.default_graph, Graph().parse(data=blocks, format="nt"))


def test_the_store_holds_what_is_exported(graph: GraphContent, tmp_path: Path) -> None:
    rdf_store.write(graph, tmp_path / "rdf")
    (path,) = export(graph, ExportFormat.NQ, tmp_path / "graph.nq")
    again = Store()
    again.bulk_load(path.read_bytes(), RdfFormat.N_QUADS)
    store = Store.read_only(str(tmp_path / "rdf"))
    assert set(map(str, again)) == set(map(str, store))


def test_nquads_carry_the_vocabulary_in_its_own_graph(content: GraphContent, tmp_path: Path) -> None:
    (path,) = export(content, ExportFormat.NQ, tmp_path / "graph.nq")
    named = {
        str(q.triple) for q in parse(path.read_bytes(), RdfFormat.N_QUADS) if str(q.graph_name) == f"<{NAMESPACE}>"
    }
    assert named == {str(quad.triple) for quad in parse(vocabulary_turtle(), RdfFormat.TURTLE)}
    (path,) = export(content, ExportFormat.NQ, tmp_path / "plain.nq", plain=True)
    assert len(list(parse(path.read_bytes(), RdfFormat.N_TRIPLES))) == len("".join(plain_triples(content)).splitlines())


def test_plain_triples_name_no_statement_and_no_source(content: GraphContent) -> None:
    lines = "".join(plain_triples(content))
    assert "rdf-syntax-ns#Statement" not in lines
    assert "/ns/oa#" not in lines
    assert "#carriesOut>" in lines


def test_jsonld_is_written_with_its_prefixes(content: GraphContent, tmp_path: Path) -> None:
    (path,) = export(content, ExportFormat.JSONLD, tmp_path / "graph.jsonld")
    document = json.loads(path.read_text("utf-8"))
    assert document["@context"] == dict(PREFIXES)
    assert any(node.get("@type") == ["cth:Document"] and "cth:code" in node for node in document["@graph"]) or any(
        node.get("@type") == "cth:Document" for node in document["@graph"]
    )

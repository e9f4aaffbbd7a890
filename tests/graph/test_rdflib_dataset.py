"""The graph as an rdflib dataset: the same triples, no writing, no network, other readers beside it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, Literal, Namespace, URIRef

from graph.build import build
from graph.query import Graph
from ontology.errors import CuthehoaError, GraphError, QueryError

CTH = Namespace("https://w3id.org/cuthehoa/ns#")
VOCABULARY = URIRef(str(CTH))
THING = URIRef("http://example.org/x")


@pytest.fixture(scope="module")
def dataset(sample_graph: Path) -> Iterator[rdflib.Dataset]:
    with Graph.open(sample_graph) as graph:
        opened = graph.rdflib()
    # The graph is closed: the dataset stays open by itself.
    yield opened
    opened.close()


def test_it_holds_what_sparql_finds(dataset: rdflib.Dataset, sample_graph: Path) -> None:
    with Graph.open(sample_graph) as graph:
        found = graph.sparql(f"SELECT ?d ?c {{ ?d <{CTH.code}> ?c }}")
    pairs = {(row[0].value, row[1].value) for row in found.rows if row[0] and row[1]}
    assert {(str(document), str(code)) for document, code in dataset.subject_objects(CTH.code)} == pairs
    assert {(str(row[0]), str(row[1])) for row in dataset.query("SELECT ?d ?c { ?d cth:code ?c }")} == pairs
    assert bool(dataset.query("ASK { ?d cth:code '18-NQ/TW' }"))
    made = dataset.query("CONSTRUCT { ?d cth:code ?c } WHERE { ?d cth:code ?c }").graph
    assert made is not None
    assert len(made) == len(pairs)


def test_values_are_bound(dataset: rdflib.Dataset) -> None:
    found = dataset.query("SELECT ?d ?code { ?d cth:code ?code }", initBindings={"code": Literal("139-CTr/TU")})
    assert [str(row[0]).rpartition("/")[2] for row in found] == ["2022-11-09"]


def test_the_vocabulary_is_a_graph_of_its_own(dataset: rdflib.Dataset) -> None:
    terms = dataset.graph(VOCABULARY)
    assert (CTH.carriesOut, RDF.type, rdflib.OWL.ObjectProperty) in terms
    assert (CTH.carriesOut, RDF.type, rdflib.OWL.ObjectProperty) not in dataset
    assert {graph.identifier for graph in dataset.graphs()} == {VOCABULARY, dataset.default_graph.identifier}
    assert bool(terms.query("ASK { cth:carriesOut a owl:ObjectProperty }"))


WRITES: list[tuple[str, Callable[[rdflib.Dataset], object]]] = [
    ("add", lambda d: d.add((THING, THING, THING))),
    ("add a quad", lambda d: d.add((THING, THING, THING, d.graph(THING)))),
    ("addN", lambda d: d.addN([(THING, THING, THING, d.default_graph)])),
    ("set", lambda d: d.set((THING, THING, THING))),
    ("parse", lambda d: d.parse(data="<x:a> <x:b> 1 .", format="turtle")),
    ("remove", lambda d: d.remove((None, None, None, None))),
    ("remove a graph", lambda d: d.remove_graph(VOCABULARY)),
    ("insert", lambda d: d.update("INSERT DATA { <x:a> <x:b> 1 }")),
    ("clear", lambda d: d.update("CLEAR ALL")),
    ("load", lambda d: d.update("LOAD <http://127.0.0.1:1/>")),
    ("open", lambda d: d.store.open("elsewhere", create=True)),
    ("destroy", lambda d: d.store.destroy("elsewhere")),
]


@pytest.mark.parametrize(("what", "write"), WRITES, ids=[what for what, _ in WRITES])
def test_writing_is_refused(what: str, write: Callable[[rdflib.Dataset], object], dataset: rdflib.Dataset) -> None:
    before = len(dataset)
    with pytest.raises(GraphError, match="chỉ đọc"):
        write(dataset)
    assert len(dataset) == before > 1000


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "ASK FROM <file:///etc/passwd> { ?s ?p ?o }",
        "INSERT DATA { <x:a> <x:b> 1 }",
        "ASK { ?s unknown:p ?o }",
    ],
)
def test_a_query_stays_inside(query: str, dataset: rdflib.Dataset) -> None:
    with pytest.raises(QueryError):
        dataset.query(query)


def test_other_processes_read_meanwhile(dataset: rdflib.Dataset, sample_graph: Path, project_root: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from graph.query import Graph\n"
        "with Graph.open(Path(sys.argv[1])) as graph: print(len(graph.rdflib()))"
    )
    others = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(sample_graph)], cwd=project_root, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    assert {int(other.communicate(timeout=60)[0]) for other in others} == {len(dataset)}


def test_a_build_leaves_it_in_place(sample_dir: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    plan = sample_dir / "tinh-hau-giang" / "139-CTr-TU_2022-11-09.txt"
    sources = [plan, *sorted((sample_dir / "huyen-phung-hiep").glob("*.txt"))[:3]]
    build([plan], graph)
    with Graph.open(graph) as opened:
        dataset = opened.rdflib()
    size = len(dataset)
    for count in (2, 3, 4):
        build(sources[:count], graph)
    assert len(dataset) == size
    folder = opened.generation_folder
    assert folder.is_dir()
    dataset.close()
    build(sources[:1], graph)
    assert not folder.is_dir()


def test_a_store_that_is_not_there(sample_graph: Path, tmp_path: Path) -> None:
    from graph.rdflib_dataset import dataset

    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(CuthehoaError, match="build"):
        dataset(tmp_path)

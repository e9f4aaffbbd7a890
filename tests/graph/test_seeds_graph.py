"""The five real documents as a graph: the chains, the programmes and the time that a second build takes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.answers import Direction
from graph.build import build
from graph.query import Graph
from ontology.dates import PartialDate
from ontology.statements import Relation


@pytest.fixture(scope="module")
def folder(seeds_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("seeds") / "graph"
    report = build([seeds_dir], made)
    assert (report.failed, report.counts.sources) == ((), 5)
    return made


@pytest.fixture(scope="module")
def graph(folder: Path) -> Iterator[Graph]:
    with Graph.open(folder) as opened:
        yield opened


def test_the_land_resolution_comes_down_to_the_district(graph: Graph) -> None:
    root = graph.resolve("18-NQ/TW", PartialDate(2022, 6, 16))
    found = graph.trace(root.iri)
    assert [(node.code, str(node.date)) for node in found.nodes] == [
        ("18-NQ/TW", "2022-06-16"),
        ("139-CTr/TU", "2022-11-09"),
        ("109-KH/HU", "2023-02-02"),
    ]
    assert [edge.relation for edge in found.edges] == [Relation.IMPLEMENTS, Relation.CONCRETIZES]
    for edge in found.edges:
        for evidence in edge.evidence:
            assert evidence.span.of(graph.source(evidence.file).text) == evidence.quote


CHAINS = [
    ("19-NQ/TW", "2022-06-16", "140-CTr/TU", "110-KH/HU"),
    ("18-NQ/TW", "2022-06-16", "139-CTr/TU", "109-KH/HU"),
]


@pytest.mark.parametrize(("top", "date", "middle", "plan"), CHAINS)
def test_chains_of_one_sentence(graph: Graph, top: str, date: str, middle: str, plan: str) -> None:
    found = graph.trace(graph.resolve(plan).iri, direction=Direction.UP)
    assert [node.code for node in found.nodes] == [plan, middle, top]
    assert str(found.nodes[-1].date) == date


@pytest.mark.parametrize("place", ["xã Tân Bình", "xa tan binh"])
def test_the_programmes_of_a_commune(graph: Graph, place: str) -> None:
    names = [pair.programme.name for pair in graph.programmes(place=place)]
    assert any("nông thôn mới" in name for name in names)
    assert any("cao tốc Châu Đốc - Cần Thơ - Sóc Trăng" in name for name in names)


def test_every_district_plan_belongs_to_the_district_of_its_letterhead(graph: Graph) -> None:
    plans = [hit.entity for hit in graph.search("kh hu", limit=100) if (hit.entity.code or "").endswith("/HU")]
    assert len(plans) >= 8
    assert {plan.issuer for plan in plans} == {"Huyện ủy Phụng Hiệp"}


def test_a_second_build_finds_nothing_changed(folder: Path, seeds_dir: Path) -> None:
    report = build([seeds_dir], folder)
    assert not report.changed
    assert report.generation == 1

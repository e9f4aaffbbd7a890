"""A part of a cascade: levels, dates, a day, a number of steps; each document and each edge once, whatever the shape."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hand_made import PHUNG_HIEP, Source, letterhead

from graph.answers import Direction, EntityKind, Trace
from graph.generations import DATABASE, begin, publish
from graph.identity import build_content
from graph.query import Graph
from graph.stores import sqlite_store
from ontology.dates import PartialDate
from ontology.errors import UnknownEntityError
from ontology.extraction import Extraction
from ontology.levels import Level
from ontology.statements import Relation


def _graph(folder: Path, *extractions: Extraction) -> Graph:
    content = build_content(list(extractions), "https://w3id.org/cuthehoa/id/")
    partial = begin(folder, 1)
    sqlite_store.write(content, partial / DATABASE)
    publish(folder, 1, inputs="", extractor="", identity="", base_iri=content.base_iri, counts={}, projections=[])
    return Graph.open(folder)


def _linked(folder: Path, *links: str) -> Graph:
    """A graph of plans of one district; ``1>2``: plan 1 carries out plan 2."""
    source = Source("x.txt")
    numbers = sorted({number for link in links for number in link.split(">")})
    plans = {number: source.doc(f"{number}-KH/HU", f"2023-01-{int(number):02}") for number in numbers}
    for link in links:
        head, tail = link.split(">")
        source.says(plans[head], Relation.IMPLEMENTS, plans[tail])
    return _graph(folder, source.extraction())


def _codes(trace: Trace) -> list[str]:
    return [(node.code or "").split("-")[0] for node in trace.nodes]


@pytest.mark.parametrize(
    ("links", "down", "up"),
    [
        (["1>1"], "1", "1"),
        (["1>2", "2>1"], "12", "12"),
        (["1>2", "2>3", "3>1"], "132", "123"),
        (["2>1", "3>1", "4>2", "4>3"], "1234", "1"),
        (["2>1", "3>2", "3>1", "4>3"], "1234", "1"),
        (["2>1", "3>2", "2>3", "4>3"], "1234", "1"),
    ],
)
def test_whatever_the_shape_each_document_and_edge_stands_once(
    tmp_path: Path, links: list[str], down: str, up: str
) -> None:
    with _linked(tmp_path, *links) as graph:
        root = graph.resolve("1-KH/HU").iri
        for direction, nodes in ((Direction.DOWN, down), (Direction.UP, up), (Direction.BOTH, None)):
            found = graph.trace(root, direction=direction)
            assert sorted(_codes(found)) == sorted(nodes or {*down, *up})
            assert len({edge.id for edge in found.edges}) == len(found.edges)
            if nodes == down and "1>1" not in links:
                assert len(found.edges) == len(links)


def test_a_chain_longer_than_pythons_stack_ends(tmp_path: Path) -> None:
    source = Source("x.txt")
    plans = [source.doc(f"{number}-KH/HU", "2023-01-01") for number in range(1, 1501)]
    for head, tail in zip(plans[1:], plans, strict=False):
        source.says(head, Relation.IMPLEMENTS, tail)
    with _graph(tmp_path, source.extraction()) as graph:
        root = graph.resolve("1-KH/HU").iri
        assert len(graph.trace(root).nodes) == 1500
        near = graph.trace(root, max_depth=3)
        assert (_codes(near), len(near.edges)) == (["1", "2", "3", "4"], 3)
        assert near.narrowing is not None
        assert near.narrowing.goes_on
        last = graph.trace(root, max_depth=1499)
        assert last.narrowing is not None
        assert not last.narrowing.goes_on


RESOLUTION, PROGRAMME, PLAN, COMMUNE = "18-NQ/TW", "139-CTr/TU", "109-KH/HU", "27-KH/ĐU"


@pytest.fixture
def cascade(tmp_path: Path) -> Iterator[Graph]:
    """Four levels, told by two reports of 2023 and of 2025; a plan without a date; a plan of the province besides."""
    early = Source("a.txt", letterhead("5-BC/HU", "Huyện ủy Phụng Hiệp", "huyện Phụng Hiệp", "tỉnh Hậu Giang",
                                       "2023-06-01", level=Level.DISTRICT, kind="Báo cáo"))  # fmt: skip
    late = Source("b.txt", letterhead("6-BC/HU", "Huyện ủy Phụng Hiệp", "huyện Phụng Hiệp", "tỉnh Hậu Giang",
                                      "2025-06-01", level=Level.DISTRICT, kind="Báo cáo"))  # fmt: skip
    for source, said in ((early, 3), (late, 5)):
        resolution = source.doc(RESOLUTION, "2022-06-16", kind="Nghị quyết")
        programme = source.doc(PROGRAMME, "2022-11-09", kind="Chương trình")
        plan = source.doc(PLAN, "2023-02-02")
        source.says(programme, Relation.IMPLEMENTS, resolution)
        source.says(plan, Relation.CONCRETIZES, programme)
        if said == 5:
            leaf = source.doc(COMMUNE, "2023-03-10", issuer="Đảng ủy xã Tân Bình")
            other = source.doc("44-KH/TU", None)
            source.says(leaf, Relation.CONCRETIZES, plan)
            source.says(other, Relation.IMPLEMENTS, resolution)
    with _graph(tmp_path / "graph", early.extraction(), late.extraction()) as graph:
        yield graph


def _down(graph: Graph, **options: object) -> Trace:
    return graph.trace(graph.resolve(RESOLUTION).iri, **options)  # type: ignore[arg-type]


def test_without_a_filter_nothing_is_said_of_narrowing(cascade: Graph) -> None:
    found = _down(cascade)
    assert {node.code for node in found.nodes} == {RESOLUTION, PROGRAMME, PLAN, COMMUNE, "44-KH/TU"}
    assert found.narrowing is None


@pytest.mark.parametrize(
    ("options", "wanted", "passed"),
    [
        ({"levels": [Level.COMMUNE]}, {COMMUNE}, {PROGRAMME, PLAN}),
        ({"levels": [Level.PROVINCE]}, {PROGRAMME, "44-KH/TU"}, set()),
        ({"levels": [Level.DISTRICT, Level.PROVINCE]}, {PROGRAMME, PLAN, "44-KH/TU"}, set()),
        ({"levels": [Level.CENTRAL]}, set(), set()),
        ({"since": PartialDate(2023)}, {PLAN, COMMUNE}, {PROGRAMME}),
        ({"since": PartialDate(2023, 2, 3)}, {COMMUNE}, {PROGRAMME, PLAN}),
        ({"until": PartialDate(2022)}, {PROGRAMME}, set()),
        ({"until": PartialDate(2022, 11)}, {PROGRAMME}, set()),
        ({"since": PartialDate(2023, 2), "until": PartialDate(2023, 2)}, {PLAN}, {PROGRAMME}),
        ({"levels": [Level.DISTRICT], "until": PartialDate(2023, 2, 1)}, set(), set()),
    ],
)
def test_what_is_asked_for_comes_with_the_way_to_it(
    cascade: Graph, options: dict[str, object], wanted: set[str], passed: set[str]
) -> None:
    found = _down(cascade, **options)
    assert found.narrowing is not None
    names = {node.iri: node.code for node in found.nodes}
    assert set(names.values()) == {RESOLUTION, *wanted, *passed}
    assert {names[iri] for iri in found.narrowing.on_the_way} == passed
    assert all(edge.source in names and edge.target in names and edge.evidence for edge in found.edges)
    # Each document hangs on the root by edges that sources state.
    assert len(found.edges) >= len(found.nodes) - 1


def test_what_cannot_be_told_is_counted(cascade: Graph) -> None:
    found = _down(cascade, since=PartialDate(2022))
    assert found.narrowing is not None
    assert "44-KH/TU" not in {node.code for node in found.nodes}
    assert found.narrowing.unclear == 1


def test_a_filter_holds_both_ways(cascade: Graph) -> None:
    plan = cascade.resolve(PLAN).iri
    found = cascade.trace(plan, direction=Direction.BOTH, levels=[Level.CENTRAL])
    assert [node.code for node in found.nodes] == [PLAN, PROGRAMME, RESOLUTION]
    assert found.narrowing is not None
    assert len(found.narrowing.on_the_way) == 1


def test_as_of_a_day_leaves_out_what_came_later(cascade: Graph) -> None:
    everything = {edge.id: edge for edge in _down(cascade).edges}
    found = _down(cascade, as_of=dt.date(2023, 12, 31))
    # The commune's plan is older than that day, but only the report of 2025 tells of it.
    assert {node.code for node in found.nodes} == {RESOLUTION, PROGRAMME, PLAN}
    for edge in found.edges:
        assert {evidence.file for evidence in edge.evidence} == {"a.txt"}
        assert 0.5 <= edge.confidence < everything[edge.id].confidence
    assert found.narrowing is not None
    assert found.narrowing.undated == 0
    later = _down(cascade, as_of=dt.date(2025, 6, 1))
    assert {edge.id: edge for edge in later.edges} == everything
    assert later.narrowing is not None
    assert later.narrowing.undated == 1


def test_on_a_day_before_the_document_there_is_none(cascade: Graph) -> None:
    with pytest.raises(UnknownEntityError, match="đến ngày 15/06/2022 chưa có văn bản này"):
        _down(cascade, as_of=dt.date(2022, 6, 15))
    assert [node.code for node in _down(cascade, as_of=dt.date(2022, 6, 16)).nodes] == [RESOLUTION]


def test_an_undecided_citation_stands_for_what_was_there_on_that_day(tmp_path: Path) -> None:
    source = Source("x.txt", PHUNG_HIEP)
    first = source.doc(RESOLUTION, "2017-10-25", kind="Nghị quyết")
    second = source.doc(RESOLUTION, "2022-06-16", kind="Nghị quyết")
    unclear = source.doc(RESOLUTION, None, kind="Nghị quyết")
    plan = source.doc("127-KH/HU", "2018-07-28")
    for end in (first, second):
        source.says(source.doc(f"{end + 1}-CTr/TU", "2018-01-01"), Relation.IMPLEMENTS, end)
    source.says(plan, Relation.CONTINUES, unclear)
    with _graph(tmp_path, source.extraction()) as graph:
        (asked,) = [hit.entity for hit in graph.search(RESOLUTION, kinds=[EntityKind.DOCUMENT])
                    if hit.entity.date == PartialDate(2017, 10, 25)]  # fmt: skip
        found = graph.trace(asked.iri, levels=[Level.DISTRICT])
        assert found.narrowing is not None
        assert [(node.open, node.iri in found.narrowing.on_the_way) for node in found.nodes[1:]] == [
            (True, True),
            (False, False),
        ]
        # As the source that cites it: 2024 alone is known of its date.
        known = graph.trace(asked.iri, as_of=dt.date(2024, 1, 1))
        assert [len(node.candidates) for node in known.nodes if node.open] == [2]
        assert graph.trace(asked.iri, as_of=dt.date(2020, 1, 1)).edges == ()

"""Two documents side by side."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from survey_content import CENTRAL, Doc, Step, content_of, iri, opened

from graph.cascade.comparison import Comparison, SideBySide, Tied
from graph.query import Graph
from ontology.dates import PartialDate
from ontology.errors import UnknownEntityError
from ontology.statements import Relation

HG, PH = "tỉnh Hậu Giang", "tỉnh Hậu Giang, huyện Phụng Hiệp"
TU, HU = "Tỉnh ủy Hậu Giang", "Huyện ủy Phụng Hiệp"
N1 = Doc("18-NQ/TW", CENTRAL, "Trung ương", "2022-06-16", type="Nghị quyết")
N2 = Doc("19-NQ/TW", CENTRAL, "Trung ương", "2022-06-16", type="Nghị quyết")
N3 = Doc("20-NQ/TW", CENTRAL, "Trung ương", "2022", type="Nghị quyết")
OPEN = Doc("20-NQ/TW ?", CENTRAL, "Trung ương", may_be=(N2.key, N3.key), type="Nghị quyết")
P1 = Doc("139-CTr/TU", HG, TU, "2022-11-09")
P2 = Doc("140-CTr/TU", HG, TU, "2022-12-09")
A = Doc("109-KH/HU", PH, HU, "2023-02-02", held=True)
DOCUMENTS = [N1, N2, N3, OPEN, P1, P2, A]
STEPS = [
    Step(P1.key, N1.key), Step(P2.key, N1.key), Step(P2.key, N2.key), Step(P1.key, N3.key),
    Step(A.key, P1.key, relation=Relation.CONCRETIZES), Step(A.key, N2.key), Step(A.key, OPEN.key),
]  # fmt: skip


def compared(folder: Path, first: Doc, second: Doc, **asked: object) -> Comparison:
    with opened(folder / "graph", content_of(DOCUMENTS, STEPS)) as graph:
        return graph.compare(iri(first.key), iri(second.key), **asked)  # type: ignore[arg-type]


def codes(sides: SideBySide[Tied]) -> tuple[list[str | None], ...]:
    return tuple([tied.document.code for tied in side] for side in (sides.common, sides.only_first, sides.only_second))


def test_what_two_documents_carry_out(tmp_path: Path) -> None:
    found = compared(tmp_path, P1, P2)
    assert codes(found.targets) == ([N1.key], [N3.key], [N2.key])
    assert codes(found.plans) == ([], [A.key], [])
    assert found.days == 30
    (common,) = found.targets.common
    assert (common.first and common.first.days, common.second and common.second.days) == (146, 176)
    # Of 20-NQ/TW only the year is known.
    assert [tied.first and tied.first.days for tied in found.targets.only_first] == [None]


def test_ways_through_others_hold_each_step(tmp_path: Path) -> None:
    found = compared(tmp_path, A, P2)
    assert codes(found.targets) == ([N1.key, N2.key], [N3.key, P1.key, OPEN.key], [])
    by_code = {tied.document.code: tied for tied in (*found.targets.common, *found.targets.only_first)}
    through = by_code[N1.key].first
    assert through is not None
    assert (through.direct, through.days) == (False, 231)
    assert [(edge.source, edge.target) for edge in through.chain] == [
        (iri(A.key), iri(P1.key)),
        (iri(P1.key), iri(N1.key)),
    ]
    direct = by_code[N2.key].first
    assert direct is not None
    assert (direct.direct, len(direct.chain)) == (True, 1)
    undecided = by_code[OPEN.key].first
    assert undecided is not None
    assert (undecided.open, undecided.days) == (True, None)
    # One is in the other's cascade and so stands among its targets.
    assert P1.key in by_code


def test_who_carries_out_two_resolutions(tmp_path: Path) -> None:
    found = compared(tmp_path, N1, N2)
    assert codes(found.plans) == ([P2.key, A.key], [P1.key], [])
    assert codes(found.targets) == ([], [], [])
    perhaps = compared(tmp_path, N3, P2)
    assert codes(perhaps.plans) == ([], [P1.key, A.key], [])


def test_as_of_a_day(tmp_path: Path) -> None:
    found = compared(tmp_path, N1, N2, as_of=dt.date(2022, 11, 30))
    # The two programmes are told of by a report without date, which is kept; the second is younger than the day.
    assert codes(found.plans) == ([], [P1.key], [])


def test_an_unknown_document_is_an_error(tmp_path: Path) -> None:
    with opened(tmp_path / "graph", content_of(DOCUMENTS, STEPS)) as graph, pytest.raises(UnknownEntityError):
        graph.compare(iri(N1.key), "https://example.org/id/document/none")


@given(pairs=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=14, unique=True))
@settings(max_examples=50, deadline=None)
def test_sides_part_what_both_reach_and_turn_round(
    pairs: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    documents = [Doc(str(n), HG, TU, f"2023-01-{n + 1:02}") for n in range(6)]
    steps = [Step(str(a), str(b)) for a, b in pairs if a != b]
    with opened(tmp_path_factory.mktemp("drawn") / "graph", content_of(documents, steps)) as graph:
        one, other = graph.compare(iri("0"), iri("1")), graph.compare(iri("1"), iri("0"))
        down = {key: {node.iri for node in graph.trace(iri(key)).nodes} - {iri(key)} for key in ("0", "1")}
    for sides, turned in ((one.targets, other.targets), (one.plans, other.plans)):
        assert codes(sides) == (codes(turned)[0], codes(turned)[2], codes(turned)[1])
        found = [tied.document.iri for side in (sides.common, sides.only_first, sides.only_second) for tied in side]
        assert len(found) == len(set(found))
    assert {tied.document.iri for tied in one.plans.common} == down["0"] & down["1"]
    assert {tied.document.iri for tied in one.plans.only_first} == down["0"] - down["1"]


def test_the_sample_corpus_counted_by_hand(sample_graph: Path) -> None:
    with Graph.open(sample_graph) as graph:
        reports = [graph.resolve("178-BC/HU").iri, graph.resolve("412/BC-UBND").iri]
        found = graph.compare(*reports)
        plans = graph.compare(
            graph.resolve("18-NQ/TW", PartialDate(2022, 6, 16)).iri,
            graph.resolve("19-NQ/TW", PartialDate(2022, 6, 16)).iri,
        )
        texts = {file: graph.source(file).text for file, _ in graph.sources()}
    sides = found.programmes
    assert (len(sides.common), len(sides.only_first), len(sides.only_second)) == (0, 4, 25)
    assert {said.place.name for said in sides.only_first} == {
        "xã Lương Tâm", "thị trấn Vĩnh Viễn", "xã Thuận Hưng", "xã Xà Phiên",
    }  # fmt: skip
    for said in (*sides.only_first, *sides.only_second):
        for evidence in (*said.first, *said.second):
            assert evidence.span.of(texts[evidence.file]) == evidence.quote
    assert codes(plans.plans)[0] == []
    assert [len(side) for side in codes(plans.plans)[1:]] == [8, 7]
    assert [tied.document.code for tied in plans.plans.only_first if tied.first and tied.first.open] == [
        "127-KH/HU", "88-KH/HU",
    ]  # fmt: skip

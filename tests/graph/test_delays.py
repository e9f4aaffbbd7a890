"""Delays: what counts, what does not and why, and how numbers are summed up."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from survey_content import BASE, CENTRAL, Doc, Step, content_of, iri, opened

from graph.cascade.delay_values import DelayGrouping, Delays, Spread, Uncounted
from graph.cascade.delays import DelayQuestion
from graph.query import Graph
from ontology.dates import PartialDate
from ontology.statements import Modality, Relation

HG, PH = "tỉnh Hậu Giang", "tỉnh Hậu Giang, huyện Phụng Hiệp"
TU, HU = "Tỉnh ủy Hậu Giang", "Huyện ủy Phụng Hiệp"
NQ = Doc("18-NQ/TW", CENTRAL, "Trung ương", "2022-06-16", held=True, type="Nghị quyết")
OTHER = Doc("18-NQ/TW cũ", CENTRAL, "Trung ương", "2017-10-25", type="Nghị quyết")
OPEN = Doc("18-NQ/TW ?", CENTRAL, "Trung ương", may_be=(NQ.key, OTHER.key), type="Nghị quyết")
P = Doc("139-CTr/TU", HG, TU, "2022-11-09", held=True)
A = Doc("109-KH/HU", PH, HU, "2023-02-02", held=True)

Ask = Callable[..., Delays]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    def run(documents: list[Doc], steps: list[Step], min_confidence: float | None = None, **asked: object) -> Delays:
        with opened(tmp_path / "graph", content_of(documents, steps)) as graph:
            return graph.delays(DelayQuestion(**asked), min_confidence=min_confidence)  # type: ignore[arg-type]

    return run


CHAIN = [Step(P.key, NQ.key), Step(A.key, P.key, relation=Relation.CONCRETIZES)]


def test_days_of_each_step_and_from_the_top(ask: Ask) -> None:
    found = ask([NQ, P, A], CHAIN)
    assert [(d.source.code, d.target.code, d.days) for d in found.slowest] == [
        (P.key, NQ.key, 146), (A.key, P.key, 85),
    ]  # fmt: skip
    assert [(d.source.code, d.target.code, d.days) for d in found.slowest_from_top] == [
        (A.key, NQ.key, 231), (P.key, NQ.key, 146),
    ]  # fmt: skip
    assert [edge.source for edge in found.slowest_from_top[0].edges] == [iri(A.key), iri(P.key)]
    assert found.slowest[0].edges[0].evidence[0].quote == "139-CTr/TU implements 18-NQ/TW."
    assert found.steps == Spread(2, 85, 100.25, 115.5, 130.75, 146)
    assert found.uncounted == {}


def test_parallel_relations_and_sentences_are_one_delay(ask: Ask) -> None:
    steps = [*CHAIN, Step(P.key, NQ.key, relation=Relation.CONTINUES), Step(P.key, NQ.key, said_in=A.key)]
    found = ask([NQ, P, A], steps)
    assert found.steps is not None
    assert found.steps.count == 2
    assert [edge.relation for edge in found.slowest[0].edges] == [Relation.IMPLEMENTS, Relation.CONTINUES] or [
        edge.relation for edge in found.slowest[0].edges
    ] == [Relation.CONTINUES, Relation.IMPLEMENTS]


UNCOUNTED: list[tuple[str, Doc, dict[Uncounted, int]]] = [
    ("no date", Doc("X", PH, HU, ""), {Uncounted.NO_DATE: 1}),
    ("a year", Doc("X", PH, HU, "2023"), {Uncounted.NO_DAY: 1}),
    ("a month", Doc("X", PH, HU, "2023-05"), {Uncounted.NO_DAY: 1}),
    ("backwards", Doc("X", PH, HU, "2022-06-15"), {Uncounted.BACKWARDS: 1}),
    ("the same day", Doc("X", PH, HU, "2022-06-16"), {}),
]


@pytest.mark.parametrize(("document", "uncounted"), [case[1:] for case in UNCOUNTED], ids=[c[0] for c in UNCOUNTED])
def test_what_has_no_number_of_days_is_counted_by_its_reason(
    document: Doc, uncounted: dict[Uncounted, int], ask: Ask
) -> None:
    found = ask([NQ, P, A, document], [*CHAIN, Step("X", NQ.key)])
    assert found.uncounted == uncounted
    assert found.uncounted_from_top == uncounted
    assert found.steps is not None
    assert found.steps.count == (3 if not uncounted else 2)


def test_undecided_citations_are_counted_apart(ask: Ask) -> None:
    found = ask([NQ, OTHER, OPEN, P, A], [Step(P.key, NQ.key), Step(A.key, OPEN.key)])
    assert (found.uncounted, found.steps and found.steps.count) == ({Uncounted.OPEN: 1}, 1)


def test_backwards_steps_are_told_however_doubtful(ask: Ask) -> None:
    """What a source puts backwards is below the usual floor for that alone."""
    steps = [*CHAIN, Step("X", NQ.key, confidence=0.4), Step("Y", NQ.key, confidence=0.4)]
    documents = [NQ, P, A, Doc("X", PH, HU, "2020-01-01"), Doc("Y", PH, HU, "2023-01-01")]
    found = ask(documents, steps)
    assert [(d.source.code, d.days) for d in found.backwards] == [("X", -897)]
    assert found.uncounted == {Uncounted.BACKWARDS: 1}
    assert found.steps is not None
    assert found.steps.count == 2
    everything = ask(documents, steps, 0.0)
    assert (everything.steps and everything.steps.count, everything.uncounted) == (3, {Uncounted.BACKWARDS: 1})
    below = ask(documents, steps, document=iri(NQ.key))
    assert below.uncounted == {Uncounted.BACKWARDS: 1}


def test_what_is_not_asserted_is_no_delay(ask: Ask) -> None:
    found = ask([NQ, P, A], [Step(P.key, NQ.key, modality=Modality.INTENDED)])
    assert (found.steps, found.from_top, found.uncounted) == (None, None, {})


def test_below_one_document_it_is_the_top(ask: Ask) -> None:
    found = ask([NQ, OTHER, P, A, Doc("Z", HG, TU, "2018-01-01")], [*CHAIN, Step("Z", OTHER.key)],
                document=iri(P.key))  # fmt: skip
    assert found.root is not None
    assert found.root.code == P.key
    assert [(d.source.code, d.days) for d in found.slowest] == [(A.key, 85)]
    assert found.from_top == Spread(1, 85, 85, 85, 85, 85)


def test_cycles_have_no_top_and_end(ask: Ask) -> None:
    found = ask([P, A], [Step(P.key, A.key), Step(A.key, P.key)])
    assert found.uncounted == {Uncounted.BACKWARDS: 1}
    assert found.from_top is None


def test_since_until_and_as_of(ask: Ask) -> None:
    documents = [NQ, P, A, Doc("U", PH, HU, "")]
    steps = [*CHAIN, Step("U", NQ.key)]

    def codes(**asked: object) -> list[str | None]:
        return [d.source.code for d in ask(documents, steps, **asked).slowest]

    assert codes(since=dt.date(2023, 1, 1)) == [A.key]
    assert codes(until=dt.date(2022, 12, 31)) == [P.key]
    assert codes(as_of=dt.date(2022, 12, 31)) == [P.key]
    assert codes(slowest=1) == [P.key]
    found = ask(documents, steps, as_of=dt.date(2022, 12, 31))
    assert (found.undated, found.uncounted) == (1, {Uncounted.NO_DATE: 1})


def test_other_relations_can_be_asked_for(ask: Ask) -> None:
    found = ask([NQ, A], [Step(A.key, NQ.key, relation=Relation.REVIEWS)], relations=(Relation.REVIEWS,))
    assert [d.days for d in found.slowest] == [231]


GROUPS: list[tuple[DelayGrouping, list[tuple[str | None, str, int]]]] = [
    (DelayGrouping.DOCUMENT, [(iri(NQ.key), "Nghị quyết 18-NQ/TW (16/6/2022)", 1),
                              (iri(P.key), "Kế hoạch 139-CTr/TU (9/11/2022)", 1)]),
    (DelayGrouping.ISSUER, [(f"{BASE}organization/tinh-hau-giang/tinh-uy-hau-giang", TU, 1),
                            (f"{BASE}organization/tinh-hau-giang/huyen-phung-hiep/huyen-uy-phung-hiep", HU, 1)]),
    (DelayGrouping.LEVEL, [("central>province", "central>province", 1), ("province>district", "province>district", 1)]),
    (DelayGrouping.PROVINCE, [(f"{BASE}place/tinh-hau-giang", HG, 2)]),
]  # fmt: skip


@pytest.mark.parametrize(("by", "groups"), GROUPS)
def test_groups(by: DelayGrouping, groups: list[tuple[str | None, str, int]], ask: Ask) -> None:
    found = ask([NQ, P, A], CHAIN, by=by)
    assert [(group.key, group.name, group.steps.count) for group in found.groups] == groups


def test_what_belongs_to_no_group_stands_last(ask: Ask) -> None:
    documents = [NQ, P, A, Doc("X", "", "", "2029-01-01"), Doc("2-NĐ", CENTRAL, "Chính phủ", "2029-01-01")]
    found = ask(documents, [*CHAIN, Step("X", NQ.key), Step("2-NĐ", NQ.key)], by=DelayGrouping.PROVINCE)
    assert [(group.name, group.steps.count) for group in found.groups] == [(HG, 2), ("", 2)]


@given(
    days=st.lists(st.integers(-400, 4000), min_size=1, max_size=8),
    pairs=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14, unique=True),
)
@settings(max_examples=60, deadline=None)
def test_delays_are_differences_of_dates(
    days: list[int], pairs: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    start = dt.date(2010, 1, 1)
    documents = [Doc(f"{n}", HG, TU, str(start + dt.timedelta(day))) for n, day in enumerate(days)]
    joined = {(a % len(days), b % len(days)) for a, b in pairs if a % len(days) != b % len(days)}
    steps = [Step(str(a), str(b)) for a, b in joined]
    with opened(tmp_path_factory.mktemp("drawn") / "graph", content_of(documents, steps)) as graph:
        found = graph.delays(DelayQuestion(slowest=1000))
    expected = sorted((days[a] - days[b] for a, b in joined if days[a] >= days[b]), reverse=True)
    assert [delay.days for delay in found.slowest] == expected
    assert found.uncounted.get(Uncounted.BACKWARDS, 0) == len(joined) - len(expected)
    for delay in (*found.slowest, *found.slowest_from_top, *found.backwards):
        assert delay.source.date is not None
        assert delay.target.date is not None
        assert delay.days == (delay.source.date.first_day - delay.target.date.first_day).days
    if expected:
        assert found.steps is not None
        assert (found.steps.count, found.steps.least, found.steps.most) == (len(expected), expected[-1], expected[0])


def test_the_sample_corpus_counted_by_hand(sample_graph: Path) -> None:
    """Of 63 sentences in examples/expected.json: 47 pairs, of which 2 are undecided and 1 is backwards."""
    with Graph.open(sample_graph) as graph:
        found = graph.delays(DelayQuestion(by=DelayGrouping.LEVEL))
        land = graph.resolve("18-NQ/TW", PartialDate(2022, 6, 16))
        below = graph.delays(DelayQuestion(document=land.iri))
    assert found.steps is not None
    assert found.steps.count == 44
    assert found.uncounted == {Uncounted.OPEN: 2, Uncounted.BACKWARDS: 1}
    assert [(d.source.code, d.days) for d in found.backwards] == [("96-KH/HU", -35)]
    # 139-CTr/TU after 146 days, 36-KH/TU after 182; 109 after 85, 57 (Kiến Xương) after 57, two communes' 36 and 38.
    assert sorted(d.days for d in below.slowest) == [36, 38, 57, 85, 146, 182]
    assert sorted(d.days for d in below.slowest_from_top) == [146, 182, 231, 239, 267, 277]
    levels = {group.key: (group.steps.count, group.steps.median) for group in found.groups}
    assert levels["central>province"] == (9, 157.0)

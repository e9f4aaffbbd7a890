"""Coverage: every state of a cell, and the traps between them."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from survey_content import CENTRAL, Doc, Step, content_of, iri, opened, place

from graph.coverage.answer import CoverageQuestion
from graph.coverage.bodies import governs
from graph.coverage.values import CellState, Coverage
from ontology.errors import AmbiguousEntityError, UnknownEntityError
from ontology.levels import Level
from ontology.statements import Modality, Relation

HG, PH = "tỉnh Hậu Giang", "tỉnh Hậu Giang, huyện Phụng Hiệp"
LM, TB = "tỉnh Hậu Giang, huyện Long Mỹ", "tỉnh Hậu Giang, huyện Phụng Hiệp, xã Tân Bình"
TU, HU = "Tỉnh ủy Hậu Giang", "Huyện ủy Phụng Hiệp"
NQ = Doc("18-NQ/TW", CENTRAL, "Ban Chấp hành Trung ương Đảng", "2022-06-16", held=True, type="Nghị quyết")
OLD_NQ = Doc("18-NQ/TW cũ", CENTRAL, "Ban Chấp hành Trung ương Đảng", "2017-10-25", type="Nghị quyết")
OPEN = Doc("18-NQ/TW ?", CENTRAL, "Ban Chấp hành Trung ương Đảng", may_be=(NQ.key, OLD_NQ.key), type="Nghị quyết")
LETTER = Doc("1-CV/HU", PH, HU, "2023-05-01", held=True, type="Công văn")
P_LETTER = Doc("9-CV/TU", HG, TU, "2023-05-01", held=True, type="Công văn")


def plan(key: str, unit: str, body: str, date: str = "2023-02-02", *, held: bool = False) -> Doc:
    return Doc(key, unit, body, date, held=held)


Ask = Callable[..., Coverage]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Write a graph and ask it: by default the districts, of the resolution alone."""

    def run(documents: list[Doc], steps: list[Step], /, *, min_confidence: float | None = None,
            **asked: object) -> Coverage:  # fmt: skip
        question = CoverageQuestion(**{"documents": (iri(NQ.key),), "units": Level.DISTRICT, **asked})  # type: ignore[arg-type]
        with opened(tmp_path / "graph", content_of(documents, steps)) as graph:
            return graph.coverage(question, min_confidence=min_confidence)

    return run


def states(found: Coverage) -> dict[str, str]:
    return {unit.name: row[0].state.value for unit, row in zip(found.units, found.cells, strict=True)}


CASES: list[tuple[str, list[Doc], list[Step], str]] = [
    ("held", [plan("A", PH, HU, held=True)], [Step("A", NQ.key)], "own-held"),
    ("cited by another", [plan("A", PH, HU)], [Step("A", NQ.key)], "own-cited"),
    ("one held, one cited", [plan("A", PH, HU), plan("B", PH, HU, held=True)],
     [Step("A", NQ.key), Step("B", NQ.key)], "own-held"),
    ("the plan of the People's Committee", [plan("A", PH, "Ủy ban nhân dân huyện Phụng Hiệp", held=True)],
     [Step("A", NQ.key)], "own-held"),
    ("the standing committee's plan", [plan("A", PH, "Ban Thường vụ Huyện ủy Phụng Hiệp", held=True)],
     [Step("A", NQ.key)], "own-held"),
    ("through the province's programme", [plan("A", PH, HU, held=True), plan("P", HG, TU)],
     [Step("A", "P", relation=Relation.CONCRETIZES), Step("P", NQ.key)], "own-held"),
    ("only the province has one", [LETTER, plan("P", HG, TU)], [Step("P", NQ.key)], "above-only"),
    ("the province's and nothing of the district", [plan("P", HG, TU), plan("C", PH, HU)], [Step("P", NQ.key)],
     "above-only"),
    ("a letter held, no plan", [LETTER], [], "no-plan-found"),
    ("a plan that carries out another", [plan("A", PH, HU, held=True), plan("P", HG, TU)], [Step("A", "P")],
     "no-plan-found"),
    ("a document is only cited", [plan("A", PH, HU)], [], "nothing-known"),
    ("denied", [LETTER, plan("A", PH, HU)], [Step("A", NQ.key, modality=Modality.NEGATED)], "no-plan-found"),
    ("intended", [plan("A", PH, HU)], [Step("A", NQ.key, modality=Modality.INTENDED)], "nothing-known"),
    ("only linked with it", [LETTER, plan("A", PH, HU)], [Step("A", NQ.key, relation=Relation.LINKED_WITH)],
     "no-plan-found"),
    ("below the floor", [LETTER, plan("A", PH, HU)], [Step("A", NQ.key, confidence=0.3)], "no-plan-found"),
    ("undecided between two resolutions", [plan("A", PH, HU, held=True), OPEN, OLD_NQ], [Step("A", OPEN.key)],
     "perhaps"),
    ("undecided, though the province has one", [plan("A", PH, HU, held=True), plan("P", HG, TU), OPEN, OLD_NQ],
     [Step("A", OPEN.key), Step("P", NQ.key)], "perhaps"),
    ("undecided, and another plan sure", [plan("A", PH, HU, held=True), plan("B", PH, HU), OPEN, OLD_NQ],
     [Step("A", OPEN.key), Step("B", NQ.key)], "own-cited"),
    ("below an undecided plan of the province", [plan("A", PH, HU, held=True), plan("P", HG, TU), OPEN, OLD_NQ],
     [Step("A", "P"), Step("P", OPEN.key)], "perhaps"),
    ("the province perhaps, the district's letter held", [LETTER, plan("P", HG, TU), OPEN, OLD_NQ],
     [Step("P", OPEN.key)], "no-plan-found"),
    ("it may be the plan that carries out", [plan("A", PH, HU, held=True), plan("B", LM, "Huyện ủy Long Mỹ"),
     Doc("A ?", "", "", may_be=("A", "B"))], [Step("A ?", NQ.key)], "perhaps"),
    ("the commission's plan", [LETTER, plan("A", PH, "Ban Tổ chức Huyện ủy Phụng Hiệp", held=True)],
     [Step("A", NQ.key)], "other-body-only"),
    ("a mass organisation's plan", [plan("A", PH, "Hội Nông dân huyện Phụng Hiệp", held=True)], [Step("A", NQ.key)],
     "other-body-only"),
    ("only a mass organisation's letter is held", [plan("A", PH, "Hội Nông dân huyện Phụng Hiệp", held=True)], [],
     "nothing-known"),
    ("the commission's plan and the district's", [plan("A", PH, "Ban Tổ chức Huyện ủy Phụng Hiệp", held=True),
     plan("B", PH, HU)], [Step("A", NQ.key), Step("B", NQ.key)], "own-cited"),
    ("the plan of the province's commission is not the province's", [LETTER,
     plan("P", HG, "Ban Tổ chức Tỉnh ủy Hậu Giang", held=True)], [Step("P", NQ.key)], "no-plan-found"),
    ("a commune's plan is not the district's", [LETTER, plan("X", TB, "Đảng ủy xã Tân Bình", held=True)],
     [Step("X", NQ.key)], "no-plan-found"),
]  # fmt: skip


@pytest.mark.parametrize(("documents", "steps", "state"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_state_of_a_district(documents: list[Doc], steps: list[Step], state: str, ask: Ask) -> None:
    assert states(ask([NQ, *documents], steps))["huyện Phụng Hiệp"] == state


def test_each_state_has_a_case() -> None:
    assert {case[3] for case in CASES} == {state.value for state in CellState} - {"not-concerned"}


def test_a_document_with_an_undecided_citation_leaves_both_resolutions_open(ask: Ask) -> None:
    documents = [NQ, OLD_NQ, OPEN, plan("A", PH, HU, held=True)]
    found = ask(documents, [Step("A", OPEN.key)], documents=(iri(NQ.key), iri(OLD_NQ.key)))
    (row,) = found.cells
    assert [cell.state for cell in row] == [CellState.PERHAPS, CellState.PERHAPS]
    assert all(plan.open for cell in row for plan in cell.plans)
    assert [[edge.open for edge in plan.chain] for cell in row for plan in cell.plans] == [[True], [True]]


def test_what_an_undecided_citation_carries_out_is_not_its_other_candidates(ask: Ask) -> None:
    """A plan below the other candidate of a citation has nothing to do with this resolution."""
    documents = [NQ, OLD_NQ, OPEN, LETTER, plan("A", LM, "Huyện ủy Long Mỹ"), plan("B", PH, HU)]
    found = ask(documents, [Step("A", OPEN.key), Step("B", OLD_NQ.key)])
    assert states(found) == {"huyện Long Mỹ": "perhaps", "huyện Phụng Hiệp": "no-plan-found"}


def test_chains_hold_their_sentences_and_cycles_end(ask: Ask) -> None:
    documents = [NQ, plan("P", HG, TU), plan("A", PH, HU, held=True)]
    steps = [Step("P", NQ.key), Step("A", "P", relation=Relation.CONCRETIZES), Step("P", "A"), Step(NQ.key, "A")]
    found = ask(documents, steps)
    ((cell,),) = found.cells
    (shown,) = cell.plans
    assert [(edge.source, edge.target) for edge in shown.chain] == [(iri("A"), iri("P")), (iri("P"), iri(NQ.key))]
    assert [edge.evidence[0].quote for edge in shown.chain] == ["A concretizes P.", "P implements 18-NQ/TW."]
    assert found.others[iri("P")].code == "P"


def test_a_plan_that_is_older_than_what_it_carries_out_is_marked(ask: Ask) -> None:
    found = ask([NQ, plan("A", PH, HU, "2020-01-01", held=True)], [Step("A", NQ.key)])
    assert [plan.backwards for plan in found.cells[0][0].plans] == [True]


def test_plans_of_unknown_units_are_named_apart(ask: Ask) -> None:
    documents = [NQ, LETTER, Doc("44-KH/ĐU", "", "", "2023-05-01"), Doc("2-NĐ", CENTRAL, "Chính phủ", "2023-01-01")]
    found = ask(documents, [Step("44-KH/ĐU", NQ.key), Step("2-NĐ", NQ.key)])
    assert states(found) == {"huyện Phụng Hiệp": "no-plan-found"}
    assert [plan.document.code for plan in found.unplaced[iri(NQ.key)]] == ["44-KH/ĐU"]


LATE = Doc("57-NQ/TW", CENTRAL, "Bộ Chính trị", "2025-10-01", type="Nghị quyết")


def test_an_abolished_district_is_not_asked_for_what_came_later(ask: Ask) -> None:
    found = ask([NQ, LATE, LETTER], [], documents=(iri(NQ.key), iri(LATE.key)))
    assert [cell.state for cell in found.cells[0]] == [CellState.NO_PLAN, CellState.NOT_CONCERNED]
    assert (found.units[0].valid_from, found.units[0].valid_to) == (None, dt.date(2025, 6, 30))


def test_a_merged_province_is_not_asked_for_what_came_later_but_its_plans_stay(ask: Ask) -> None:
    documents = [NQ, LATE, plan("P", HG, TU, held=True)]
    both = (iri(NQ.key), iri(LATE.key))
    found = ask(documents, [Step("P", NQ.key)], documents=both, units=Level.PROVINCE)
    assert [cell.state for cell in found.cells[0]] == [CellState.OWN, CellState.NOT_CONCERNED]
    today = dt.date(2025, 12, 1)
    found = ask([*documents, Doc("06-CTr/TU", "thành phố Cần Thơ", "Thành ủy Cần Thơ", "2025-11-01", held=True)],
                [Step("P", NQ.key)], documents=both, units=Level.PROVINCE, as_of=today)  # fmt: skip
    assert {unit.name: [cell.state.value for cell in row] for unit, row in zip(found.units, found.cells, strict=True)} == {
        "thành phố Cần Thơ": ["no-plan-found", "no-plan-found"],
        "tỉnh Hậu Giang": ["own-held", "not-concerned"],
    }  # fmt: skip


def test_as_of_a_day_later_documents_and_later_sentences_are_not_known(ask: Ask) -> None:
    documents = [NQ, LETTER, plan("A", PH, HU, "2023-02-02"), Doc("B", LM, "Huyện ủy Long Mỹ", "2024-01-01", held=True),
                 Doc("báo cáo", PH, HU, "2024-05-05", held=True), Doc("U", LM, "Huyện ủy Long Mỹ", held=True)]  # fmt: skip
    steps = [Step("A", NQ.key, said_in="báo cáo"), Step("B", NQ.key)]
    assert states(ask(documents, steps)) == {"huyện Long Mỹ": "own-held", "huyện Phụng Hiệp": "own-cited"}
    before = ask(documents, steps, as_of=dt.date(2023, 12, 31))
    # Of Long Mỹ an undated document is held: it may be of that time.
    assert states(before) == {"huyện Long Mỹ": "no-plan-found", "huyện Phụng Hiệp": "no-plan-found"}
    after = ask(documents, steps, as_of=dt.date(2024, 3, 1))
    assert states(after) == {"huyện Long Mỹ": "own-held", "huyện Phụng Hiệp": "no-plan-found"}
    with pytest.raises(UnknownEntityError, match="16/6/2022"):
        ask(documents, steps, as_of=dt.date(2020, 1, 1))


def test_undated_plans_are_kept_and_counted_as_of_a_day(ask: Ask) -> None:
    found = ask([NQ, plan("A", PH, HU, "", held=True)], [Step("A", NQ.key)], as_of=dt.date(2023, 1, 1))
    assert (states(found), found.undated) == ({"huyện Phụng Hiệp": "own-held"}, 1)


def test_within_a_province_all_units_of_that_day_are_rows(ask: Ask) -> None:
    documents = [NQ, plan("A", PH, HU, held=True)]
    found = ask(documents, [Step("A", NQ.key)], within="tinh hau giang")
    by_name = states(found)
    assert len(by_name) == 8
    assert by_name.pop("huyện Phụng Hiệp") == "own-held"
    assert set(by_name.values()) == {"nothing-known"}
    assert ask(documents, [], within=place(HG), as_of=dt.date(2025, 8, 1)).units == ()
    communes = ask(documents, [], within="huyện Phụng Hiệp", units=Level.COMMUNE)
    assert len(communes.units) == 15
    today = ask(documents, [], within="thành phố Cần Thơ", units=Level.COMMUNE, as_of=dt.date(2025, 8, 1))
    assert len(today.units) == 103
    with pytest.raises(UnknownEntityError, match="--in"):
        ask(documents, [], within="tỉnh Không Có")
    with pytest.raises(AmbiguousEntityError, match="đơn vị"):
        ask(documents, [], within="xã Tân Bình")


def test_a_province_s_programme_is_for_its_own_districts(ask: Ask) -> None:
    documents = [plan("139-CTr/TU", HG, TU, held=True), plan("A", PH, HU, held=True), Doc("K", LM, "Huyện ủy Long Mỹ"),
                 Doc("T", "tỉnh Thái Bình, huyện Vũ Thư", "Huyện ủy Vũ Thư", held=True)]  # fmt: skip
    found = ask(documents, [Step("A", "139-CTr/TU")], documents=(iri("139-CTr/TU"),))
    assert states(found) == {
        "huyện Phụng Hiệp": "own-held", "huyện Long Mỹ": "nothing-known", "huyện Vũ Thư": "not-concerned",
    }  # fmt: skip
    found = ask(documents, [Step("A", "139-CTr/TU")], documents=(), level=Level.PROVINCE)
    assert [document.code for document in found.documents] == ["139-CTr/TU"]


def test_the_documents_to_carry_out_can_be_chosen(ask: Ask) -> None:
    law = Doc("Luật", CENTRAL, "Quốc hội", "2023-01-01", type="Luật")
    decree = Doc("5-NĐ", CENTRAL, "Chính phủ", "2024-01-01", type="Nghị định")
    documents = [NQ, OLD_NQ, OPEN, LATE, law, decree, LETTER, plan("A", PH, HU, held=True)]
    steps = [Step("A", decree.key), Step("A", OPEN.key)]

    def codes(**asked: object) -> list[str | None]:
        return [document.code for document in ask(documents, steps, documents=(), **asked).documents]

    # A law that is merely cited is not there to be carried out, and an undecided citation is no document.
    assert codes() == [OLD_NQ.key, NQ.key, decree.key, LATE.key]
    assert codes(since=dt.date(2022, 1, 1), until=dt.date(2024, 12, 31)) == [NQ.key, decree.key]
    assert codes(issued_by="bo chinh tri") == [LATE.key]
    assert codes(as_of=dt.date(2024, 6, 1)) == [OLD_NQ.key, NQ.key, decree.key]


def test_which_bodies_govern_a_unit(project_root: Path) -> None:
    table = json.loads((project_root / "graph/tables/coverage.json").read_text(encoding="utf-8"))
    for key in ("governing_bodies", "standing_bodies"):
        for row in table[key]:
            assert row["examples"]
            for body, unit in row["examples"]:
                assert governs(body, unit), (body, unit)
    for body, unit in table["other_bodies"]:
        assert not governs(body, unit), (body, unit)


UNITS = (HG, "tỉnh Thái Bình", PH, LM, TB)
BODIES = {HG: (TU, "Sở Nội vụ tỉnh Hậu Giang"), "tỉnh Thái Bình": ("Tỉnh ủy Thái Bình",), PH: (HU, "Công an huyện Phụng Hiệp"),
          LM: ("Huyện ủy Long Mỹ",), TB: ("Đảng ủy xã Tân Bình",)}  # fmt: skip


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Doc], list[Step]]:
    documents = [NQ, OLD_NQ, OPEN]
    for number in range(draw(st.integers(1, 7))):
        unit = draw(st.sampled_from(UNITS))
        documents.append(
            plan(f"{number}-KH", unit, draw(st.sampled_from(BODIES[unit])),
                 draw(st.sampled_from(("", "2022", "2023-01-05", "2021-01-01"))), held=draw(st.booleans()))
        )  # fmt: skip
    keys = [document.key for document in documents]
    ends = st.tuples(st.sampled_from(keys[3:]), st.sampled_from(keys)).filter(lambda pair: pair[0] != pair[1])
    return documents, [Step(*pair) for pair in draw(st.lists(ends, max_size=12, unique=True))]


@given(graph=graphs(), units=st.sampled_from((Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_states_part_the_cells_and_agree_with_their_plans(
    graph: tuple[list[Doc], list[Step]], units: Level, tmp_path_factory: pytest.TempPathFactory
) -> None:
    documents, steps = graph
    folder = tmp_path_factory.mktemp("drawn") / "graph"
    with opened(folder, content_of(documents, steps)) as graph_:
        found = graph_.coverage(CoverageQuestion((iri(NQ.key), iri(OLD_NQ.key)), units=units))
        traced = {d.iri: {node.iri for node in graph_.trace(d.iri).nodes if not node.open} for d in found.documents}
    for document in found.documents:
        assert sum(found.count(document.iri).values()) == len(found.units)
    for unit, row in zip(found.units, found.cells, strict=True):
        for cell in row:
            own = [plan for plan in cell.plans if plan.unit == unit.iri]
            sure = [plan for plan in own if plan.governing and not plan.open]
            assert (cell.state is CellState.OWN) == any(plan.document.held for plan in sure)
            assert cell.state.covered == bool(sure)
            assert (cell.state is CellState.ABOVE) == (bool(cell.plans) and not own)
            if cell.state in (CellState.NO_PLAN, CellState.NOTHING_KNOWN, CellState.NOT_CONCERNED):
                assert not cell.plans
            assert (cell.state is CellState.NO_PLAN) <= (unit.held > 0)
            assert (cell.state is CellState.NOTHING_KNOWN) <= (unit.held == 0)
            for shown in cell.plans:
                assert shown.chain[0].source == shown.document.iri
                assert shown.document.iri in traced[cell.document]
                assert shown.open == any(edge.open for edge in shown.chain)
                if not shown.open:
                    assert shown.chain[-1].target == cell.document

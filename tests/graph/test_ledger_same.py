"""What decisions that two things are one, or two, make of a graph."""

from dataclasses import replace

import pytest
from hand_made import Source, chain, letterhead
from ledger_cases import (
    BASE,
    decided,
    decision,
    different,
    edge,
    entity,
    ledger,
    resolve,
    same,
    thing_of,
    undo,
    without_decisions,
)
from ledger_texts import (
    NEW,
    OLD,
    PLAN,
    PROGRAMME,
    kinds,
    mark,
    resolutions,
    states,
    vague,
)

from graph.answers import EntityKind
from graph.decision_values import DecisionState as State
from graph.findings import FindingKind
from graph.identity import build_content
from graph.ledger.decisions import Pair, Thing, Unknown, What
from ontology.extraction import Extraction
from ontology.levels import Level
from ontology.statements import Relation

# -- same and different -----------------------------------------------------------------------------------------------


def test_two_documents_that_are_one() -> None:
    other = Source("c.txt")
    other.says(other.doc("109-KH/HU", "2023-02-20"), Relation.IMPLEMENTS, other.doc("21-NQ/TW", "2018-05-05"))
    other.says(other.doc("109-KH/HU", "2023-02-20"), Relation.CONCRETIZES,
               other.doc("139-CTr/TU", "2022-11-09", kind="Chương trình", issuer="Tỉnh ủy"))  # fmt: skip
    files = [chain().extraction(), other.extraction()]
    before = build_content(files)
    twin = PLAN.replace("02-02", "02-20")
    after = decided(files, same(before, PLAN, twin))
    assert states(after) == [State.APPLIED], "different dates, but they were known"
    assert (BASE + twin, BASE + PLAN) in after.aliases
    assert BASE + twin not in {each.iri for each in after.entities}
    carried = edge(after, "109-KH/HU", Relation.CONCRETIZES, "139-CTr/TU")
    assert [evidence.file for evidence in carried.evidence] == ["bc.txt", "c.txt"]
    assert carried.confidence == pytest.approx(0.99)
    assert edge(after, "109-KH/HU", Relation.IMPLEMENTS, "21-NQ/TW").source == BASE + PLAN
    assert mark(after, "c.txt", 0)[0] == PLAN
    assert [each.id for each in after.edges] == sorted({each.id for each in after.edges})


def test_what_stands_for_a_group() -> None:
    held = Source("d.txt", letterhead("200-KH/HU", "Huyện ủy Phụng Hiệp", "huyện Phụng Hiệp", "tỉnh Hậu Giang",
                                      "2023-03-01", level=Level.DISTRICT))  # fmt: skip
    files = [resolutions().extraction(), vague().extraction(), held.extraction()]
    before = build_content(files)
    open_iri = mark(before, "b.txt", 1)[0]
    own = "document/huyen-uy-phung-hiep-hau-giang/200-kh-hu/2023-03-01"
    plan = "document/huyen-uy-phung-hiep-hau-giang/5-kh-hu/2023-01-05"
    cited = decided(files, same(before, plan, own))
    assert (BASE + plan, BASE + own) in cited.aliases, "held before cited"
    assert [(each.iri, each.entity, each.code) for each in cited.former_names] == [(BASE + plan, BASE + own, "5-KH/HU")]
    after = decided(files, same(before, open_iri, NEW))
    assert mark(after, "b.txt", 1) == (NEW, False, "decided"), "decided before open"
    assert edge(after, "7-KH/HU", Relation.IMPLEMENTS, "18-NQ/TW").confidence == pytest.approx(0.9)
    assert (BASE + NEW, BASE + OLD) in decided(files, same(before, OLD, NEW)).aliases, "then the smallest IRI"


def test_a_statement_between_two_that_are_one_is_left_out_with_a_finding() -> None:
    files = [chain().extraction()]
    before = build_content(files)
    after = decided(files, same(before, PLAN, PROGRAMME))
    assert not [e for e in after.edges if e.source == e.target]
    (finding,) = [f for f in after.findings if f.kind is FindingKind.CARRIES_OUT_ITSELF]
    assert finding.places[0].file == "bc.txt"
    assert "109-KH/HU concretizes" not in finding.message


def test_everything_that_names_an_entity_follows() -> None:
    source = chain()
    file = source.extraction()
    before = build_content([file])
    bodies = sorted(each.iri for each in before.entities if each.kind is EntityKind.ORGANIZATION)
    issuer = entity(before, PROGRAMME).issuer_iri
    other = next(iri for iri in bodies if iri != issuer)
    assert issuer is not None
    after = decided([file], same(before, issuer, other))
    survivor = min(issuer, other)
    assert {each.iri for each in after.entities if each.kind is EntityKind.ORGANIZATION} & {issuer, other} == {survivor}
    assert entity(after, PROGRAMME).issuer_iri == survivor
    assert entity(after, PROGRAMME).issuer == entity(after, survivor).name
    known = {each.iri for each in after.entities}
    assert {iri for pair in after.part_of for iri in pair} <= known
    assert all(part != whole for part, whole in after.part_of)
    assert {e for each in after.edges for e in (each.source, each.target)} <= known
    assert {iri for each in after.entities for iri in each.candidates} <= known


def test_a_part_that_is_one_with_its_whole_makes_no_circle() -> None:
    source = Source("p.txt")
    source.loc("Tân Bình", "xã")
    source.loc("Hòa Mỹ", "xã")
    file = source.extraction()
    before = build_content([file])
    places = {each.name: each.iri for each in before.entities if each.kind is EntityKind.PLACE}
    after = decided([file], same(before, places["xã Tân Bình"], places["tỉnh Hậu Giang"]))
    following = dict(after.part_of)
    for start in following:
        seen = set()
        while start in following:
            assert start not in seen
            seen.add(start)
            start = following[start]


def test_different_holds_against_same_before_it_and_same_behind_it_against_different() -> None:
    files = [resolutions().extraction()]
    before = build_content(files)
    apart = decided(files, same(before, OLD, NEW), different(before, OLD, NEW))
    assert states(apart) == [State.CONTRADICTED, State.APPLIED]
    assert kinds(apart) == [FindingKind.DECISIONS_CONTRADICT]
    assert "quyết định số 2" in apart.findings[-1].message
    assert without_decisions(apart) == before
    joined = decided(files, different(before, OLD, NEW), same(before, OLD, NEW))
    assert states(joined) == [State.CONTRADICTED, State.APPLIED]
    assert len(joined.entities) == len(before.entities) - 1


def test_a_circle_of_same_is_harmless() -> None:
    files = [resolutions().extraction()]
    before = build_content(files)
    third = "document/huyen-uy-phung-hiep-hau-giang/5-kh-hu/2023-01-05"
    after = decided(files, same(before, OLD, NEW), same(before, NEW, third), same(before, third, OLD))
    assert states(after) == [State.APPLIED] * 3
    assert len(after.entities) == len(before.entities) - 2


def test_two_that_now_have_different_dates_are_reported_and_stay_one() -> None:
    files = [resolutions().extraction()]
    before = build_content(files)
    act = same(before, OLD, NEW)
    assert isinstance(act[1], Pair)
    undated = Pair(replace(act[1].one, date=None), act[1].other)
    after = decided(files, (What.SAME, undated))
    assert states(after) == [State.AGAINST_EVIDENCE]
    (finding,) = [f for f in after.findings if f.kind is FindingKind.DECISION_AGAINST_EVIDENCE]
    assert len(finding.places) == 2
    assert finding.entities == (BASE + OLD,)
    assert len(after.entities) == len(before.entities) - 1


def test_a_decision_about_what_is_not_there_is_kept_and_reported() -> None:
    files = [resolutions().extraction()]
    before = build_content(files)
    nothing = Thing(BASE + "document/khong-co", EntityKind.DOCUMENT, "Kế hoạch 1-KH/HU")
    after = decided(files, (What.SAME, Pair(nothing, thing_of(entity(before, OLD)))))
    assert states(after) == [State.NOT_APPLIED]
    assert "không còn “Kế hoạch 1-KH/HU” trong đồ thị" in after.findings[-1].message
    assert without_decisions(after) == before


def test_a_decision_of_a_kind_that_is_not_known_yet() -> None:
    files = [resolutions().extraction()]
    after = build_content(files, BASE, (decision(1, "split", Unknown()),))
    assert states(after) == [State.NOT_APPLIED]
    assert "chưa biết loại quyết định" in after.findings[-1].message
    assert without_decisions(after) == build_content(files)


def test_decisions_follow_a_new_base_iri() -> None:
    files = [resolutions().extraction(), vague().extraction()]
    before = build_content(files)
    lines = ledger(resolve(before, files[1], 1, NEW), same(before, OLD, NEW))
    after = build_content(files, "https://example.org/x/", lines)
    assert states(after) == [State.APPLIED, State.APPLIED]


# -- what is still to be asked ----------------------------------------------------------------------------------------


def _reports_of(*names: str) -> Extraction:
    source = Source("o.txt")
    for name in names:
        source.org(name, name, Level.DISTRICT, "huyện Phụng Hiệp")
    return source.extraction()


def test_a_pair_that_somebody_decided_upon_is_proposed_no_more() -> None:
    file = _reports_of("Trung tâm Văn hóa, Thể thao huyện Phụng Hiệp", "Trung tâm Văn hoá - Thể thao huyện Phụng Hiệpp")
    before = build_content([file])
    pairs = [(each.one, each.other) for each in before.proposals]
    assert pairs, "the names are alike"
    assert decided([file], different(before, *pairs[0])).proposals == before.proposals[1:]
    assert decided([file], same(before, *pairs[0])).proposals == before.proposals[1:]
    assert decided([file], different(before, *pairs[0]), undo(1)).proposals == before.proposals


def test_reasons_are_kept_of_what_is_still_open() -> None:
    files = [resolutions().extraction(), vague().extraction()]
    before = build_content(files)
    assert {each.citation for each in before.reasons} == {each.iri for each in before.entities if each.open}
    one = decided(files, same(before, OLD, NEW))
    assert {(each.citation, each.candidate) for each in one.reasons} == {
        (each.iri, candidate) for each in one.entities for candidate in each.candidates
    }
    both = decided(files, resolve(before, files[1], 1, NEW), resolve(before, files[1], 3, NEW))
    assert both.reasons == ()

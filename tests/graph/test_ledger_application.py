"""What decisions make of a graph: merged, kept apart, resolved, corrected, rejected, and what is said where they fail."""

import itertools
import random
from dataclasses import replace

import pytest
import rdflib
from hand_made import PHUNG_HIEP, Source, chain, letterhead
from hypothesis import given
from hypothesis import strategies as st
from ledger_cases import (
    BASE,
    correct,
    decided,
    decision,
    different,
    edge,
    entity,
    ledger,
    reject,
    resolve,
    same,
    statement,
    thing_of,
    undo,
    without_decisions,
)
from rdflib import PROV, RDF, RDFS

from graph.answers import EntityKind
from graph.content import GraphContent
from graph.decision_values import DecisionState as State
from graph.findings import FindingKind
from graph.identity import build_content
from graph.ledger.decisions import Correction, Pair, Rejection, Resolution, Thing, Unknown, What
from graph.stores import sqlite_store
from graph.stores.property_rows import relationship_rows
from graph.stores.rdf_triples import triples
from ontology.dates import PartialDate
from ontology.extraction import Extraction
from ontology.levels import Level
from ontology.statements import Modality, Relation
from ontology.vocabulary import expand

OLD = "document/trung-uong-dang/18-nq-tw/2017-10-25"
NEW = "document/trung-uong-dang/18-nq-tw/2022-06-16"
PLAN = "document/huyen-uy-phung-hiep-hau-giang/109-kh-hu/2023-02-02"
PROGRAMME = "document/tinh-uy-hau-giang/139-ctr-tu/2022-11-09"


def resolutions() -> Source:
    """Two resolutions of one code, and a citation that could be either."""
    source = Source("a.txt")
    old = source.doc("18-NQ/TW", "2017-10-25", kind="Nghị quyết")
    new = source.doc("18-NQ/TW", "2022-06-16", kind="Nghị quyết")
    source.says(source.doc("5-KH/HU", "2023-01-05"), Relation.IMPLEMENTS, old)
    source.says(source.doc("6-KH/HU", "2023-01-06"), Relation.IMPLEMENTS, new)
    return source


def vague() -> Source:
    """A source that cites 18-NQ/TW without a date, twice."""
    source = Source("b.txt", letterhead("-BC/HU", "Huyện ủy Phụng Hiệp", "huyện Phụng Hiệp", "tỉnh Hậu Giang", "2024",
                                        level=Level.DISTRICT, kind="Báo cáo", title="khác"))  # fmt: skip
    source.says(source.doc("7-KH/HU", "2023-01-07"), Relation.IMPLEMENTS, source.doc("18-NQ/TW", kind="Nghị quyết"))
    source.says(source.doc("8-KH/HU", "2023-01-08"), Relation.IMPLEMENTS, source.doc("18-NQ/TW", kind="Nghị quyết"))
    return source


def states(content: GraphContent) -> list[State]:
    return [kept.state for kept in content.decisions]


def kinds(content: GraphContent) -> list[FindingKind]:
    return [finding.kind for finding in content.findings if finding.kind.value.startswith("decision")]


def mark(content: GraphContent, file: str, mention: int) -> tuple[str, bool, str | None]:
    source = next(source for source in content.sources if source.file == file)
    found = source.mentions[mention]
    return (found.iri or "").removeprefix(BASE), found.open, found.rule


# -- resolve ----------------------------------------------------------------------------------------------------------


def test_a_citation_that_a_person_resolved_means_that_document() -> None:
    files = [resolutions().extraction(), vague().extraction()]
    before = build_content(files)
    open_iri, is_open, _ = mark(before, "b.txt", 1)
    assert is_open
    after = decided(files, resolve(before, files[1], 1, NEW))
    assert mark(after, "b.txt", 1) == (NEW, False, "decided")
    assert mark(after, "b.txt", 3)[1], "the other citation is still open"
    assert states(after) == [State.APPLIED]
    assert kinds(after) == []
    stated = edge(after, "7-KH/HU", Relation.IMPLEMENTS, "18-NQ/TW")
    assert (stated.target, stated.open, stated.confidence) == (BASE + NEW, False, 0.9)
    both = decided(files, resolve(before, files[1], 1, NEW), resolve(before, files[1], 3, NEW))
    assert (BASE + open_iri, BASE + NEW) in both.aliases
    assert not any(each.open for each in both.entities)


def test_it_is_evidence_for_nothing_else() -> None:
    # Only this citation, whose date is a slip, would make a third resolution known.
    slip = Source("c.txt")
    slip.says(
        slip.doc("9-KH/HU", "2023-01-09"), Relation.IMPLEMENTS, slip.doc("18-NQ/TW", "2022-06-17", kind="Nghị quyết")
    )
    files = [resolutions().extraction(), slip.extraction()]
    before = build_content(files)
    wrong = "document/trung-uong-dang/18-nq-tw/2022-06-17"
    assert entity(before, wrong)
    after = decided(files, resolve(before, files[1], 1, NEW))
    assert BASE + wrong not in {each.iri for each in after.entities}
    assert entity(after, NEW) == entity(before, NEW)
    assert (BASE + wrong, BASE + NEW) in after.aliases
    assert states(after) == [State.APPLIED], "the person saw the date and decided all the same"


def test_a_document_that_only_the_citation_itself_makes_known() -> None:
    files = [resolutions().extraction()]
    before = build_content(files)
    after = decided(files, resolve(before, files[0], 1, NEW))
    assert mark(after, "a.txt", 1) == (NEW, False, "decided")
    assert states(after) == [State.APPLIED]


def test_a_document_that_is_not_there_any_more_leaves_the_citation_to_the_rules() -> None:
    files = [resolutions().extraction(), vague().extraction()]
    before = build_content(files)
    act = resolve(before, files[1], 1, NEW)
    after = decided([files[1]], act)
    assert states(after) == [State.NOT_APPLIED]
    assert kinds(after) == [FindingKind.DECISION_NOT_APPLIED]
    assert without_decisions(after) == build_content([files[1]])
    assert "Nghị quyết 18-NQ/TW" in after.findings[-1].message


def test_the_later_of_two_resolutions_holds() -> None:
    files = [resolutions().extraction(), vague().extraction()]
    before = build_content(files)
    after = decided(files, resolve(before, files[1], 1, OLD), resolve(before, files[1], 1, NEW))
    assert mark(after, "b.txt", 1)[0] == NEW
    assert states(after) == [State.CONTRADICTED, State.APPLIED]
    assert kinds(after) == [FindingKind.DECISIONS_CONTRADICT]
    agreeing = decided(files, resolve(before, files[1], 1, NEW), resolve(before, files[1], 1, NEW))
    assert states(agreeing) == [State.APPLIED, State.APPLIED]


@pytest.mark.parametrize("change", ["other span", "text before", "only the file's name is the same"])
def test_a_citation_is_found_again(change: str) -> None:
    files = [resolutions().extraction(), vague().extraction()]
    before = build_content(files)
    act = resolve(before, files[1], 1, NEW)
    changed = files[1]
    if change == "other span":
        cited = changed.mentions[1]
        span = replace(cited.span, start=cited.span.start + 5)
        mentions = (changed.mentions[0], replace(cited, span=span, text=span.of(changed.text)), *changed.mentions[2:])
        changed = replace(changed, mentions=mentions)
    else:
        changed = _shifted(changed, "Một dòng nữa ở đầu.\n")
        if change != "text before":
            changed = replace(changed, sha256="f" * 64, statements=tuple(
                replace(s, evidence=replace(s.evidence, source="f" * 64)) for s in changed.statements))  # fmt: skip
    after = decided([files[0], changed], act)
    assert mark(after, "b.txt", 1) == (NEW, False, "decided")
    assert states(after) == [State.APPLIED]


def _shifted(extraction: Extraction, before: str) -> Extraction:
    """The same words behind some more."""
    more = len(before)
    return replace(
        extraction,
        text=before + extraction.text,
        mentions=tuple(
            replace(m, span=replace(m.span, start=m.span.start + more, end=m.span.end + more))
            for m in extraction.mentions
        ),
        statements=tuple(
            replace(s, evidence=replace(s.evidence, span=replace(s.evidence.span, start=s.evidence.span.start + more,
                                                                 end=s.evidence.span.end + more)))
            for s in extraction.statements
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "reason"),
    [("gone", "đồ thị không còn tệp b.txt"), ("no mention", "nay không đọc được một viện dẫn"),
     ("other text", "không còn tìm thấy chắc chắn")],
)  # fmt: skip
def test_a_citation_that_is_not_found_for_certain_is_reported(change: str, reason: str) -> None:
    files = [resolutions().extraction(), vague().extraction()]
    before = build_content(files)
    act = resolve(before, files[1], 1, NEW)
    changed = files[1]
    if change == "gone":
        kept = [files[0]]
    elif change == "no mention":
        kept = [files[0], replace(changed, mentions=changed.mentions[:1], statements=())]
    else:
        other = Source("b.txt")
        other.doc("77-KH/HU", "2023-01-07")
        kept = [files[0], other.extraction()]
    after = decided(kept, act)
    assert states(after) == [State.NOT_APPLIED]
    assert reason in after.findings[-1].message
    assert without_decisions(after) == build_content(kept)


def test_a_date_that_the_citation_has_only_now_is_reported_and_the_decision_holds() -> None:
    files = [resolutions().extraction(), vague().extraction()]
    before = build_content(files)
    act = resolve(before, files[1], 1, NEW)
    cited = files[1].mentions[1]
    dated = replace(cited, detail=replace(cited.detail, date=PartialDate(2017, 10, 25)))  # type: ignore[type-var]
    changed = replace(files[1], mentions=(files[1].mentions[0], dated, *files[1].mentions[2:]))
    after = decided([files[0], changed], act)
    assert mark(after, "b.txt", 1)[0] == NEW
    assert states(after) == [State.AGAINST_EVIDENCE]
    (finding,) = [f for f in after.findings if f.kind is FindingKind.DECISION_AGAINST_EVIDENCE]
    assert "25/10/2017" in finding.message
    assert "16/6/2022" in finding.message
    assert [place.file for place in finding.places] == ["b.txt", "a.txt"]
    for place in finding.places:
        text = next(source.text for source in after.sources if source.file == place.file)
        assert place.span is not None
        assert place.span.of(text) == place.quote


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


# -- correct and reject -----------------------------------------------------------------------------------------------


def test_a_rejected_statement_keeps_its_id_and_its_sentence() -> None:
    files = [chain().extraction()]
    before = build_content(files)
    stated = edge(before, "109-KH/HU", Relation.CONCRETIZES, "139-CTr/TU")
    after = decided(files, reject(before, stated))
    found = edge(after, "109-KH/HU", Relation.CONCRETIZES, "139-CTr/TU")
    assert found == replace(stated, modality=Modality.REJECTED)
    assert after.decisions[0].statements == (stated.id,)


def test_a_rejected_statement_that_another_source_states_too() -> None:
    files = [chain().extraction()]
    before = build_content(files)
    act = reject(before, edge(before, "109-KH/HU", Relation.CONCRETIZES, "139-CTr/TU"))
    again = chain("zz.txt")
    again.doc("3-KH/HU", "2023-03-03")
    after = decided([*files, again.extraction()], act)
    assert edge(after, "109-KH/HU", Relation.CONCRETIZES, "139-CTr/TU").modality is Modality.REJECTED
    assert states(after) == [State.AGAINST_EVIDENCE]
    (finding,) = [f for f in after.findings if f.kind is FindingKind.DECISION_AGAINST_EVIDENCE]
    assert [place.file for place in finding.places] == ["bc.txt", "zz.txt"]


def test_corrections() -> None:
    files = [chain().extraction(), resolutions().extraction()]
    before = build_content(files)
    stated = edge(before, "109-KH/HU", Relation.CONCRETIZES, "139-CTr/TU")
    relation = decided(files, correct(before, stated, relation=Relation.REVIEWS))
    found = edge(relation, "109-KH/HU", Relation.REVIEWS, "139-CTr/TU")
    assert (found.evidence, found.confidence) == (stated.evidence, stated.confidence)
    assert relation.decisions[0].statements == (found.id,)
    assert stated.id not in {each.id for each in relation.edges}
    target = decided(files, correct(before, stated, target=NEW))
    assert edge(target, "109-KH/HU", Relation.CONCRETIZES, "18-NQ/TW").evidence == stated.evidence
    source = decided(files, correct(before, stated, source=PROGRAMME, target=OLD))
    assert edge(source, "139-CTr/TU", Relation.CONCRETIZES, "18-NQ/TW").target == BASE + OLD


def test_a_correction_that_falls_on_another_statement_adds_its_sentences() -> None:
    source = chain()
    source.says(0, Relation.IMPLEMENTS, 1)
    files = [source.extraction()]
    before = build_content(files)
    stated = edge(before, "109-KH/HU", Relation.IMPLEMENTS, "139-CTr/TU")
    after = decided(files, correct(before, stated, relation=Relation.CONCRETIZES))
    found = edge(after, "109-KH/HU", Relation.CONCRETIZES, "139-CTr/TU")
    assert len(found.evidence) == 2
    assert len(after.edges) == len(before.edges) - 1


def test_later_corrections_go_on_from_earlier_ones() -> None:
    files = [chain().extraction(), resolutions().extraction()]
    before = build_content(files)
    stated = edge(before, "109-KH/HU", Relation.CONCRETIZES, "139-CTr/TU")
    after = decided(files, correct(before, stated, relation=Relation.REVIEWS), correct(before, stated, target=NEW))
    assert edge(after, "109-KH/HU", Relation.REVIEWS, "18-NQ/TW").target == BASE + NEW
    assert states(after) == [State.APPLIED, State.APPLIED]
    over = decided(files, correct(before, stated, target=OLD), correct(before, stated, target=NEW))
    assert states(over) == [State.CONTRADICTED, State.APPLIED]
    assert edge(over, "109-KH/HU", Relation.CONCRETIZES, "18-NQ/TW").target == BASE + NEW
    held = decided(files, reject(before, stated), correct(before, stated, relation=Relation.REVIEWS))
    assert states(held) == [State.CONTRADICTED, State.APPLIED]
    assert edge(held, "109-KH/HU", Relation.REVIEWS, "139-CTr/TU").modality is Modality.ASSERTED


def test_statements_are_found_behind_entities_that_are_one() -> None:
    files = [chain().extraction(), resolutions().extraction()]
    before = build_content(files)
    stated = edge(before, "139-CTr/TU", Relation.IMPLEMENTS, "18-NQ/TW")
    after = decided(files, reject(before, stated), same(before, OLD, NEW))
    found = edge(after, "139-CTr/TU", Relation.IMPLEMENTS, "18-NQ/TW")
    assert (found.target, found.modality) == (BASE + OLD, Modality.REJECTED)
    assert states(after) == [State.APPLIED, State.APPLIED]


@pytest.mark.parametrize(("relation", "target"), [(Relation.COVERS, None), (None, PLAN)])
def test_a_correction_that_cannot_be(relation: Relation | None, target: str | None) -> None:
    files = [chain().extraction()]
    before = build_content(files)
    stated = edge(before, "109-KH/HU", Relation.CONCRETIZES, "139-CTr/TU")
    after = decided(files, correct(before, stated, relation=relation, target=target))
    assert states(after) == [State.NOT_APPLIED]
    assert without_decisions(after) == before


def test_a_statement_that_is_not_there_any_more() -> None:
    files = [chain().extraction()]
    before = build_content(files)
    stated = edge(before, "109-KH/HU", Relation.CONCRETIZES, "139-CTr/TU")
    left = replace(files[0], statements=files[0].statements[1:])
    after = decided([left], (What.REJECT, Rejection(statement(before, stated))))
    assert states(after) == [State.NOT_APPLIED]
    corrected = decided([left], (What.CORRECT, Correction(statement(before, stated), Relation.REVIEWS)))
    assert states(corrected) == [State.NOT_APPLIED]


# -- undo -------------------------------------------------------------------------------------------------------------


def test_undo_and_its_undoing() -> None:
    files = [resolutions().extraction()]
    before = build_content(files)
    act = same(before, OLD, NEW)
    assert states(decided(files, act, undo(1))) == [State.UNDONE, State.APPLIED]
    assert without_decisions(decided(files, act, undo(1))) == before
    again = decided(files, act, undo(1), undo(2))
    assert states(again) == [State.APPLIED, State.UNDONE, State.APPLIED]
    assert without_decisions(again) == without_decisions(decided(files, act))
    assert states(decided(files, undo(7), undo(2), act, undo(3))) == [
        *(State.NOT_APPLIED, State.NOT_APPLIED, State.UNDONE, State.APPLIED)
    ]


# -- as a whole -------------------------------------------------------------------------------------------------------

_NAMES = ("5-kh-hu/2023-01-05", "6-kh-hu/2023-01-06", "7-kh-hu/2023-01-07", "8-kh-hu/2023-01-08")
_FILES = (resolutions().extraction(), vague().extraction(), chain().extraction())
_BEFORE = build_content(_FILES)
_PLANS = [f"document/huyen-uy-phung-hiep-hau-giang/{name}" for name in _NAMES] + [OLD, NEW]
_ACTS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from([same, different]), st.permutations(_PLANS)).map(
            lambda drawn: drawn[0](_BEFORE, *drawn[1][:2])
        ),
        st.integers(1, 12).map(undo),
        st.sampled_from([resolve(_BEFORE, _FILES[1], mention, iri) for mention in (1, 3) for iri in (OLD, NEW)]),
        st.sampled_from([e for e in _BEFORE.edges if e.relation is Relation.IMPLEMENTS]).flatmap(
            lambda e: st.sampled_from([reject(_BEFORE, e), correct(_BEFORE, e, relation=Relation.REVIEWS)])
        ),
    ),
    max_size=12,
)


@given(_ACTS, st.randoms(use_true_random=False))
def test_any_ledger_gives_the_same_whole_graph_whatever_the_order_of_sources(acts: list, order: random.Random) -> None:
    after = decided(_FILES, *acts)
    shuffled = list(_FILES)
    order.shuffle(shuffled)
    assert decided(shuffled, *acts) == after
    known = {each.iri for each in after.entities}
    assert [each.iri for each in after.entities] == sorted(known)
    assert [each.id for each in after.edges] == sorted({each.id for each in after.edges})
    assert all(each.source in known and each.target in known and each.source != each.target for each in after.edges)
    assert all(mention.iri in known for source in after.sources for mention in source.mentions)
    assert {iri for _, iri in after.aliases} <= known
    assert {each.issuer_iri for each in after.entities} - {None} <= known
    assert {iri for each in after.entities for iri in each.candidates} <= known
    assert {iri for each in (*after.findings, *after.decisions) for iri in each.entities} <= known
    assert {key for kept in after.decisions for key in kept.statements} <= {each.id for each in after.edges}
    assert {place.file for finding in after.findings for place in finding.places} <= {s.file for s in after.sources}
    assert not known & {alias for alias, _ in after.aliases}
    assert [kept.number for kept in after.decisions] == list(range(1, len(acts) + 1))
    # No sentence is lost but those of statements that now would lead from a thing to itself.
    sentences = {e.span for edge in after.edges for e in edge.evidence}
    sentences |= {place.span for finding in after.findings for place in finding.places
                  if finding.kind is FindingKind.CARRIES_OUT_ITSELF}  # fmt: skip
    assert {e.span for edge in _BEFORE.edges for e in edge.evidence} - sentences == set()
    # What was taken back is as if it had never been said.
    undone = {kept.number for kept in after.decisions if kept.state is State.UNDONE}
    left = [line for line in ledger(*acts) if line.number not in undone and line.what != What.UNDO]
    assert without_decisions(build_content(_FILES, BASE, left)) == without_decisions(after)


def test_the_database_keeps_decisions(tmp_path) -> None:  # type: ignore[no-untyped-def]
    stated = edge(_BEFORE, "5-KH/HU", Relation.IMPLEMENTS, "18-NQ/TW")
    after = decided(_FILES, same(_BEFORE, *_PLANS[:2]), reject(_BEFORE, stated), undo(1), undo(9))
    sqlite_store.write(after, tmp_path / "graph.sqlite")
    assert sqlite_store.read_content(tmp_path / "graph.sqlite") == after


def test_permutations_of_copies() -> None:
    copies = [*_FILES, replace(_FILES[1], file="copy.txt", statements=tuple(
        replace(s, evidence=replace(s.evidence, file="copy.txt")) for s in _FILES[1].statements))]  # fmt: skip
    act = resolve(_BEFORE, _FILES[1], 1, NEW)
    found = {repr(decided(order, act)) for order in itertools.permutations(copies)}
    assert len(found) == 1
    after = decided(copies, act)
    assert mark(after, "copy.txt", 1) == mark(after, "b.txt", 1) == (NEW, False, "decided")


def test_resolution_names_its_places() -> None:
    act = resolve(_BEFORE, _FILES[1], 1, NEW)[1]
    assert isinstance(act, Resolution)
    assert act.citations[0].span.of(_FILES[1].text) == act.citations[0].quote
    assert PHUNG_HIEP.organ == "Huyện ủy Phụng Hiệp"


# -- in the stores ----------------------------------------------------------------------------------------------------


def test_decisions_in_rdf() -> None:
    stated = edge(_BEFORE, "109-KH/HU", Relation.CONCRETIZES, "139-CTr/TU")
    after = decided(
        _FILES, resolve(_BEFORE, _FILES[1], 1, NEW), reject(_BEFORE, stated), same(_BEFORE, *_PLANS[:2]), undo(3)
    )
    data = rdflib.Graph().parse(data="".join(triples(after)), format="nt")
    found = {str(node).removeprefix(f"{BASE}decision/") for node in data.subjects(RDF.type, PROV.Activity)}
    assert found == {"1", "2", "4"}, "what was undone holds no more"
    first, second = (rdflib.URIRef(f"{BASE}decision/{number}") for number in (1, 2))
    agent = data.value(first, PROV.wasAssociatedWith)
    assert data.value(agent, RDFS.label) == rdflib.Literal("Lê Thị B")
    assert (agent, RDF.type, PROV.Agent) in data
    assert data.value(first, PROV.endedAtTime) == rdflib.Literal("2026-01-02T03:04:05Z", datatype=rdflib.XSD.dateTime)
    node = rdflib.URIRef(f"{BASE}statement/{stated.id}")
    assert set(data.subjects(PROV.wasInfluencedBy, second)) == {node}
    assert set(data.subjects(PROV.wasInfluencedBy, first)) == {rdflib.URIRef(BASE + NEW)}
    ends = rdflib.URIRef(stated.source), rdflib.URIRef(stated.target)
    assert (ends[0], rdflib.URIRef(expand("cth:concretizes")), ends[1]) not in data
    assert (ends[0], rdflib.URIRef(expand("cth:carriesOut")), ends[1]) not in data
    assert data.value(node, rdflib.URIRef(expand("cth:modality"))) == rdflib.URIRef(expand("cth:modality-rejected"))


def test_a_rejected_statement_is_not_in_the_property_graph() -> None:
    stated = edge(_BEFORE, "109-KH/HU", Relation.CONCRETIZES, "139-CTr/TU")
    after = decided(_FILES, reject(_BEFORE, stated))
    rows = [row["id"] for group in relationship_rows(after) for row in group.rows]
    assert stated.id in [row["id"] for group in relationship_rows(_BEFORE) for row in group.rows]
    assert stated.id not in rows


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
    before = _BEFORE
    assert {each.citation for each in before.reasons} == {each.iri for each in before.entities if each.open}
    one = decided(_FILES, same(before, OLD, NEW))
    assert {(each.citation, each.candidate) for each in one.reasons} == {
        (each.iri, candidate) for each in one.entities for candidate in each.candidates
    }
    both = decided(_FILES, resolve(before, _FILES[1], 1, NEW), resolve(before, _FILES[1], 3, NEW))
    assert both.reasons == ()

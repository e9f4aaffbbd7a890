"""What decisions make of a graph: statements corrected and rejected, decisions taken back, all of them together."""

import itertools
import random
from dataclasses import replace

import pytest
import rdflib
from hand_made import PHUNG_HIEP, chain
from hypothesis import given
from hypothesis import strategies as st
from ledger_cases import (
    BASE,
    correct,
    decided,
    different,
    edge,
    ledger,
    reject,
    resolve,
    same,
    statement,
    undo,
    without_decisions,
)
from ledger_texts import (
    NEW,
    OLD,
    PLAN,
    PROGRAMME,
    mark,
    resolutions,
    states,
    vague,
)
from rdflib import PROV, RDF, RDFS

from graph.decision_values import DecisionState as State
from graph.findings import FindingKind
from graph.identity import build_content
from graph.ledger.decisions import Correction, Rejection, Resolution, What
from graph.stores import sqlite_store
from graph.stores.property_rows import relationship_rows
from graph.stores.rdf_triples import triples
from ontology.statements import Modality, Relation
from ontology.vocabulary import expand

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

"""What the sample corpus shows of identity over time and of gaps, as ``examples/expected.json`` has it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.answers import EntityKind
from graph.build import build
from graph.identity.rules import Rule
from graph.query import Graph
from ontology.dates import PartialDate
from ontology.mentions import EntityLabel
from ontology.statements import Relation


@pytest.fixture(scope="module")
def graph(sample_graph: Path) -> Iterator[Graph]:
    with Graph.open(sample_graph) as opened:
        yield opened


@pytest.fixture(scope="module")
def expected(project_root: Path) -> Any:
    return json.loads((project_root / "examples" / "expected.json").read_text(encoding="utf-8"))


def _file(path: str) -> str:
    return path.removeprefix("documents/")


def test_every_rule_that_resolves_a_citation_can_be_shown(graph: Graph, expected: Any) -> None:
    # DECIDED needs a person; for AGREEMENT and ISSUER see tests/graph/test_identity_evidence.py.
    elsewhere = {Rule.DECIDED, Rule.AGREEMENT, Rule.ISSUER}
    assert {row["rule"] for row in expected["rules"]} == {rule.value for rule in Rule if rule not in elsewhere}
    documents = dict(graph.sources())
    for row in expected["rules"]:
        if row["quote"] is None:  # a letterhead
            found = documents[_file(row["file"])]
        else:
            view = graph.source(_file(row["file"]))
            start = view.text.index(row["quote"])
            mark = next(m for m in view.mentions if m.label is EntityLabel.DOC and m.span.start >= start)
            assert mark.rule == row["rule"], row
            found = graph.entity(mark.iri or "").entity
        assert (found.code, None if found.date is None else str(found.date)) == (row["code"], row["date"]), row


def test_a_cited_document_that_arrives_is_the_one_that_was_cited(
    graph: Graph, expected: Any, sample_dir: Path, tmp_path: Path
) -> None:
    shutil.copytree(sample_dir, tmp_path / "documents")
    for row in expected["cited_then_held"]:
        (tmp_path / row["file"]).unlink()
    report = build([tmp_path / "documents"], tmp_path / "graph")
    assert report.counts.sources == 50 - len(expected["cited_then_held"])
    with Graph.open(tmp_path / "graph") as before:
        for row in expected["cited_then_held"]:
            (cited,) = before.documents(row["code"])
            held = dict(graph.sources())[_file(row["file"])]
            assert (cited.held, held.held, held.code) == (False, True, row["code"])
            assert (cited.iri != held.iri) == row["iri_changes"], row
            for file in row["cited_in"]:
                marks = graph.source(_file(file)).mentions
                assert held.iri in {mark.iri for mark in marks}, row


def test_the_states_of_coverage_are_in_the_corpus(graph: Graph, expected: Any) -> None:
    states = {row["state"] for row in expected["coverage"]}
    assert states == {"own_held", "own_cited", "through_province", "no_plan_found", "nothing_known"}
    for row in expected["coverage"]:
        root = graph.resolve(row["code"], PartialDate.parse(row["date"]))
        nodes = graph.trace(root.iri).nodes[1:]
        unit = row["unit"]

        def inside(iri: str | None, unit: str = unit) -> bool:
            return iri is not None and graph.entity(iri).entity.place == unit

        own = [node for node in nodes if inside(node.issuer_iri)]
        held = [document for _, document in graph.sources() if inside(document.issuer_iri)]
        if row["state"] == "own_held":
            assert [(node.code, node.held) for node in own] == [(row["by"], True)]
        elif row["state"] == "own_cited":
            assert [(node.code, node.held) for node in own] == [(row["by"], False)]
        else:
            assert own == []
            assert bool(held) == (row["state"] != "nothing_known"), row
        province = unit.partition(", ")[2]
        provincial = {n.code for n in nodes if n.issuer_iri and graph.entity(n.issuer_iri).entity.place == province}
        assert (row["by"] in provincial) == (row["state"] == "through_province")


def test_the_stages_of_a_programme_are_read(expected: Any, sample_dir: Path) -> None:
    for row in expected["programme_stages"]:
        text = (sample_dir.parent / row["file"]).read_text(encoding="utf-8")
        assert f"{row['programme']} {row['stage']}" in text


def test_one_name_in_two_provinces_is_two_people(graph: Graph, expected: Any) -> None:
    for row in expected["same_name_different_people"]:
        found = [hit.entity.iri for hit in graph.search(row["person"], kinds=[EntityKind.PERSON])]
        posts = {
            (iri, edge.role, graph.entity(edge.target).entity.name)
            for iri in found
            for edge in graph.entity(iri).outgoing
            if edge.relation is Relation.HOLDS_POST
        }
        assert len(found) == len(row["posts"]) == 2
        assert {(role, name) for _, role, name in posts} == {tuple(post) for post in row["posts"]}
        assert len({iri for iri, _, _ in posts}) == 2


def test_units_over_time_are_told_as_they_were(graph: Graph, expected: Any) -> None:
    assert {row["what"] for row in expected["units_over_time"]} == {"divided", "merged_before_the_tables"}
    for row in expected["units_over_time"]:
        name, *around = row["unit"].split(", ")
        view = graph.source(_file(row["file"]))
        start = view.text.index(row["quote"])
        (mark,) = (m for m in view.mentions if m.label is EntityLabel.LOC and m.span.start == start)
        meant = graph.entity(mark.iri).entity
        assert (meant.name, meant.place) == (name, ", ".join(around)), row
        (history,) = (h for h in graph.place_history(name) if h.iri == mark.iri)
        assert history.mentions > 0
        if row["what"] == "divided":
            assert sorted(f"{unit.name}, {unit.around}" for unit in history.became) == sorted(row["into"])
            assert history.valid_to is not None
            assert history.valid_to.isoformat() < row["on"]
        else:
            # No table tells of what was merged before 2024: it is neither dropped nor taken for a namesake.
            assert (history.known, history.open, history.code, history.became) == (False, False, None, ())
            for into in row["into"]:
                place, *outer = into.split(", ")
                assert any(h.around == ", ".join(outer) for h in graph.place_history(place))


# -- missing and open: counted by hand ----------------------------------------------------------------------------------


def test_what_is_missing_is_ranked_by_what_it_would_complete(graph: Graph) -> None:
    rows = {
        (row.document.code, str(row.document.date)): (row.statements, row.chains, row.ends, row.decides, row.sources)
        for row in graph.missing().rows
    }
    # 172-CTr/TU: carried out by 131-KH/HU, and that by 44-KH/ĐU; itself carries out 05-CT/TW.
    assert rows["172-CTr/TU", "2023-04-20"] == (2, 2, 0, 0, 1)
    assert rows["131-KH/HU", "2023-05-12"] == (2, 1, 0, 0, 1)
    assert rows["44-KH/ĐU", "2023-05-29"] == (1, 0, 0, 0, 1)
    # 04-ĐA/TU: what it carries out is not known, so the way up from 118-KH/HU ends there.
    assert rows["04-ĐA/TU", "2023-02-20"] == (1, 1, 1, 0, 1)
    # A law that is only cited as a ground.
    assert rows["35/2023/UBTVQH15", "2023-07-12"] == (0, 0, 0, 0, 2)
    scores = [row.score for row in graph.missing().rows]
    assert scores == sorted(scores, reverse=True)
    assert not any(row.document.held or row.document.open for row in graph.missing().rows)


def test_what_is_open_names_its_place_and_its_candidates(graph: Graph, expected: Any) -> None:
    wanted = {_file(row["file"]): row for row in expected["open"] if row["candidates"]}
    found = graph.open_citations()
    assert found.total == len(wanted) == 2
    for row in found.rows:
        (naming,) = row.namings
        truth = wanted.pop(naming.file)
        text = graph.source(naming.file).text
        assert " ".join(naming.span.of(text).split()).endswith(truth["code"])
        assert naming.sentence.span is not None
        assert naming.sentence.span.of(text) == naming.sentence.quote
        assert [str(candidate.document.date) for candidate in row.candidates] == truth["candidates"]
        # One plan carries it out: one statement and one document wait for the decision.
        assert (row.statements, row.chains, row.score) == (1, 1, 2)

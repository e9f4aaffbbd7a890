"""The sample corpus as a graph says what ``examples/expected.json`` says of it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.answers import Entity
from graph.query import Graph
from ontology.dates import PartialDate
from ontology.mentions import EntityLabel
from ontology.statements import Modality


@pytest.fixture(scope="module")
def graph(sample_graph: Path) -> Iterator[Graph]:
    with Graph.open(sample_graph) as opened:
        yield opened


@pytest.fixture(scope="module")
def expected(project_root: Path) -> Any:
    return json.loads((project_root / "examples" / "expected.json").read_text(encoding="utf-8"))


def _file(row: Any) -> str:
    return str(row["file"]).removeprefix("documents/")


def _entities(graph: Graph) -> dict[str, Entity]:
    found = {}
    for source, _, target in graph.carries_out_pairs():
        for iri in (source, target):
            found[iri] = graph.entity(iri).entity
    return found


def test_every_file_is_the_document_that_it_says(graph: Graph, expected: Any) -> None:
    documents = dict(graph.sources())
    assert len(documents) == len(expected["documents"]) == 50
    for row in expected["documents"]:
        found = documents[_file(row)]
        assert (found.code, found.level, found.held) == (row["code"], row["level"], True), row
        # A citation may fill in the day that the letterhead leaves blank.
        assert row["date"] is None or str(found.date).startswith(row["date"]), row
        # Where two bodies have one name the expected issuer adds the district in brackets.
        assert (found.issuer or "").startswith(row["issuer"].partition(" (")[0]), row


def test_the_whole_cascade_comes_out_and_nothing_else(graph: Graph, expected: Any) -> None:
    entities = _entities(graph)
    wanted = {
        (row["source_code"], row.get("source_resolved", row["source_date"]), row["relation"], row["target_code"])
        for row in expected["carries_out"]
        if "itself" not in row  # that is no edge but an error
    }
    found = {
        (entities[source].code, str(entities[source].date), relation, entities[target].code)
        for source, relation, target in graph.carries_out_pairs()
    }
    assert found == wanted


def test_chains_run_from_the_centre_to_the_commune(graph: Graph, expected: Any) -> None:
    assert len(expected["chains"]) >= 10
    for chain in expected["chains"]:
        (code, date), *below = chain
        for root in graph.documents(code, PartialDate.parse(date)):
            reached = {(node.code, str(node.date)) for node in graph.trace(root.iri).nodes}
            if set(map(tuple, below)) <= reached:
                break
        else:
            pytest.fail(f"no such chain: {chain}")


def test_one_code_stays_as_many_documents_as_it_is(graph: Graph, expected: Any) -> None:
    for row in expected["same_code_different_documents"]:
        found = [str(document.date) for document in graph.documents(row["code"]) if not document.open]
        assert found == sorted(date for date, _ in row["documents"]), row["code"]


def test_undated_citations_are_decided_where_the_text_decides(graph: Graph, expected: Any) -> None:
    for row in expected["undated_but_decided"]:
        view = graph.source(_file(row))
        start = view.text.index(row["quote"])
        marks = [m for m in view.mentions if m.label is EntityLabel.DOC and m.span.start >= start]
        document = graph.entity(marks[0].iri or "").entity
        assert (document.code, str(document.date)) == (row["code"], row["decided"]), row


def test_what_nothing_decides_stays_open(graph: Graph, expected: Any) -> None:
    wanted = [row for row in expected["open"] if row["candidates"]]
    assert graph.counts().open_citations == len(wanted) == 2
    for row in wanted:
        view = graph.source(_file(row))
        marks = [mark for mark in view.mentions if mark.open]
        (document,) = {graph.entity(mark.iri or "").entity for mark in marks}
        dates = [str(graph.entity(iri).entity.date) for iri in document.candidates]
        assert (document.code, dates) == (row["code"], row["candidates"])


def test_the_planted_errors_are_reported(graph: Graph, expected: Any) -> None:
    findings = graph.findings()
    assert len(findings) == len(expected["errors"]) == 9
    for row in expected["errors"]:
        (finding,) = (found for found in findings if found.kind == row["finding"])
        assert row["code"] in finding.message
        files = {place.file for place in finding.places}
        assert files == {_file(row), row.get("other_file", row["file"]).removeprefix("documents/")}
        shown = [" ".join(place.quote.split()) for place in finding.places]
        for quote in row["quotes"]:
            assert any(" ".join(quote.split()) in words for words in shown), (row, shown)
    # Both sentences of a contradiction, one sentence of what contradicts itself.
    assert sorted(len(finding.places) for finding in findings) == [1, 1, 1, 1, 1, 2, 2, 2, 2]


def test_what_is_denied_or_intended_is_no_edge(graph: Graph, expected: Any) -> None:
    for row in expected["not_edges"]:
        if row["target_code"] is None:
            continue
        target = graph.resolve(row["target_code"], PartialDate.parse(row["target_date"]))
        stated = [edge for edge in graph.entity(target.iri).incoming if row["quote"][:40] in edge.evidence[0].quote]
        assert all(edge.modality is not Modality.ASSERTED for edge in stated), row


def test_a_resolution_without_plan_has_none(graph: Graph, expected: Any) -> None:
    for row in expected["without_plan"]:
        root = graph.resolve(row["code"], PartialDate.parse(row["date"]))
        assert len(graph.trace(root.iri).nodes) == 1


def test_every_quote_is_the_text_at_its_place(graph: Graph) -> None:
    texts = {file: graph.source(file).text for file, _ in graph.sources()}
    checked = 0
    for iri in _entities(graph):
        for edge in graph.entity(iri).outgoing:
            for evidence in edge.evidence:
                assert evidence.span.of(texts[evidence.file]) == evidence.quote
                checked += 1
    assert checked > 40

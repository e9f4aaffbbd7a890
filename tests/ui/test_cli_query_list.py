"""``--list`` of both query languages, as JSON and CSV; and long lines on a narrow terminal."""

import csv
import io
import json
from pathlib import Path

import pytest
from command_line import RunCli

from graph.named_queries import QueryLanguage, named_queries
from ui.cli import console


@pytest.mark.parametrize("language", QueryLanguage)
def test_the_named_queries_for_programs(run_inside: RunCli, language: QueryLanguage) -> None:
    command = {QueryLanguage.SPARQL: "sparql", QueryLanguage.CYPHER: "cypher"}[language]
    queries = named_queries(language)
    listed = json.loads(run_inside(command, "--list", "--json").stdout)
    assert [row["name"] for row in listed] == [query.name for query in queries]
    assert [len(row["parameters"]) for row in listed] == [len(query.parameters) for query in queries]
    rows = list(csv.DictReader(io.StringIO(run_inside(command, "--list", "--csv").stdout)))
    assert len(rows) == sum(max(1, len(query.parameters)) for query in queries)
    assert {row["name"] for row in rows} == {query.name for query in queries}


@pytest.mark.parametrize("arguments", [["delays", "--by", "issuer"], ["missing", "--limit", "3"], ["errors"]])
def test_sentences_fit_a_narrow_terminal(
    run_inside: RunCli, sample_graph: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setattr(console, "width", lambda most=100: min(most, 72))
    # The table of groups asks for itself; files' names are never broken.
    monkeypatch.setattr("ui.cli.delay_listing.width", lambda most=100: min(most, 72))
    text = run_inside(*arguments, "--graph", sample_graph).stdout
    assert [line for line in text.splitlines() if len(line) > 72 and ".txt" not in line] == []

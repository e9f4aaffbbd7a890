"""`cuthehoa export` checks RDF, tells what is not as it must be, and writes all the same."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from command_line import RunCli
from graph_content import PLAN_109

from graph.content import GraphContent
from ui.cli import exporting


@pytest.fixture
def exporting_content(monkeypatch: pytest.MonkeyPatch) -> Callable[[GraphContent], None]:
    """Let the program find other content in the graph that it opens."""

    def give(content: GraphContent) -> None:
        monkeypatch.setattr("graph.stores.sqlite_store.read_content", lambda _: content)

    return give


def broken(content: GraphContent) -> GraphContent:
    """A graph that no build makes: a code with white space in it."""
    return replace(
        content,
        entities=tuple(replace(e, code="109 KH/HU") if e.iri == PLAN_109 else e for e in content.entities),
    )


def test_a_graph_that_conforms(
    run_inside: RunCli, sample_graph: Path, content: GraphContent, tmp_path: Path, exporting_content
) -> None:
    exporting_content(content)
    result = run_inside("export", "nq", "ra.nq", "--plain", "--graph", sample_graph)
    assert (result.code, result.stdout, result.stderr) == (0, "ra.nq\n", "")
    assert (tmp_path / "ra.nq").stat().st_size > 1000


def test_what_is_merely_doubtful_is_told_and_no_error(run_inside: RunCli, sample_graph: Path, tmp_path: Path) -> None:
    """The sample has a plan of a province that is said to carry out a district's."""
    result = run_inside("export", "nq", "ra.nq", "--plain", "--graph", sample_graph)
    assert (result.code, result.stdout) == (0, "ra.nq\n")
    summary, doubt = result.stderr.splitlines()
    assert "0 chỗ sai khuôn, 1 chỗ đáng ngờ" in summary
    assert "44-kh-tu" in doubt


def test_what_is_wrong_is_named_and_the_file_is_written(
    run_inside: RunCli, sample_graph: Path, content: GraphContent, tmp_path: Path, exporting_content
) -> None:
    exporting_content(broken(content))
    result = run_inside("export", "ttl", "ra.ttl", "--graph", sample_graph)
    assert (result.code, result.stdout) == (1, "ra.ttl\n")
    (line,) = [line for line in result.stderr.splitlines() if line.startswith("Sai khuôn")]
    for words in (PLAN_109, "cth:code", "không được có khoảng trắng", "109 KH/HU"):
        assert words in line
    assert "1 chỗ sai khuôn" in result.stderr
    assert "Tệp vẫn được ghi" in result.stderr
    assert (tmp_path / "ra.ttl").exists()


def test_nothing_is_checked_where_that_is_wanted(
    run_inside: RunCli, sample_graph: Path, content: GraphContent, exporting_content
) -> None:
    exporting_content(broken(content))
    result = run_inside("export", "jsonld", "ra.jsonld", "--no-validate", "--graph", sample_graph)
    assert (result.code, result.stderr) == (0, "")


def test_a_large_graph_is_checked_only_when_asked(
    run_inside: RunCli, sample_graph: Path, content: GraphContent, exporting_content, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporting_content(broken(content))
    monkeypatch.setattr(exporting, "CHECKED_UNASKED", 100)
    result = run_inside("export", "nq", "ra.nq", "--graph", sample_graph)
    assert result.code == 0
    assert "chưa được kiểm tra" in result.stderr
    assert "--validate" in result.stderr
    assert run_inside("export", "nq", "ra.nq", "--validate", "--graph", sample_graph).code == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("csv", "ra", "--plain"), "--plain chỉ dùng với RDF"),
        (("gexf", "ra.gexf", "--validate"), "--validate chỉ dùng với RDF"),
        (("ttl", "ra.ttl", "--validate", "--no-validate"), "trái nhau"),
    ],
)
def test_options_that_do_not_fit(
    arguments: tuple[str, ...], words: str, run_inside: RunCli, sample_graph: Path, tmp_path: Path
) -> None:
    result = run_inside("export", *arguments, "--graph", sample_graph)
    assert result.code == 2
    assert words in result.stderr
    assert not list(tmp_path.glob("ra*"))

"""``missing``, ``open`` and ``errors`` on the sample corpus: text, JSON, CSV, filters, and what is typed wrongly."""

import csv
import io
import shlex
from dataclasses import replace
from pathlib import Path

import pytest
from command_line import CommandResult, RunCli
from page_graph import write_graph

from graph.content import GraphContent
from graph.findings import Finding, FindingKind, FindingPlace
from ontology.spans import Span
from ui.gap_rendering import ERROR_COLUMNS, MISSING_COLUMNS, OPEN_COLUMNS


def ask(run_inside: RunCli, graph: Path, *arguments: str) -> CommandResult:
    result = run_inside(*arguments, "--graph", graph)
    assert (result.code, result.stderr) == (0, "")
    return result


def _table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


# -- missing ------------------------------------------------------------------------------------------------------------


def test_missing_spells_its_ranking_out(run_inside: RunCli, sample_graph: Path, project_root: Path) -> None:
    text = ask(run_inside, sample_graph, "missing", "--limit", "1").stdout
    head = "\n".join(text.splitlines()[:4])
    assert head in (project_root / "docs" / "cli.md").read_text(encoding="utf-8")
    assert "2 quan hệ triển khai nhắc đến nó; 2 văn bản triển khai đi lên qua nó" in head
    assert "dòng 35" in text


def test_missing_as_json_and_csv_is_one_list(run_inside: RunCli, sample_graph: Path, sample_dir: Path) -> None:
    found = ask(run_inside, sample_graph, "missing", "--limit", "500", "--json").json()
    assert set(found) == {"total", "undated", "rows"}
    assert found["total"] == len(found["rows"])
    for row in found["rows"]:
        assert row["held"] is False
        assert row["score"] == row["statements"] + row["chains"] + row["ends"] + row["decides"]
        assert 1 <= len(row["evidence"]) <= min(3, row["sources"])
        for shown in row["evidence"]:
            text = (sample_dir / shown["file"]).read_bytes().decode("utf-8")
            assert text[shown["start"] : shown["end"]] == shown["quote"]
            assert text.count("\n", 0, shown["start"]) + 1 == shown["line"]
    table = ask(run_inside, sample_graph, "missing", "--limit", "500", "--csv").stdout
    rows = _table(table)
    assert tuple(rows[0]) == MISSING_COLUMNS
    assert [row["id"] for row in rows] == [row["id"] for row in found["rows"]]


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["--in", "huyện Vũ Thư"], []),
        (["--in", "quan thot not"], []),
        (["--level", "district", "--type", "kh", "--in", "Long Mỹ"], ["96-KH/HU", "127-KH/HU"]),
        (["--in", "Hậu Giang", "--type", "đề án"], ["04-ĐA/TU"]),
        (["--in", "Kiến Xương", "--since", "2022-08"], ["88-KH/HU", "75-KH/HU", "02-QC/HU"]),
        (["--level", "central", "--type", "kết luận"], ["48-KL/TW"]),
        (["--as-of", "2018-12-31", "--level", "district"], []),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_missing_with_filters(run_inside: RunCli, sample_graph: Path, options: list[str], codes: list[str]) -> None:
    found = ask(run_inside, sample_graph, "missing", *options, "--json").json()
    assert sorted(row["code"] for row in found["rows"]) == sorted(codes)


def test_nothing_missing_is_said(run_inside: RunCli, sample_graph: Path) -> None:
    text = ask(run_inside, sample_graph, "missing", "--in", "huyện Vũ Thư").stdout
    assert text == "Mọi văn bản được dẫn như vậy đều đã có trong đồ thị.\n"


# -- open ---------------------------------------------------------------------------------------------------------------


def test_open_gives_commands_that_name_the_very_citation(
    run_inside: RunCli, sample_graph: Path, sample_dir: Path
) -> None:
    text = ask(run_inside, sample_graph, "open").stdout
    commands = [shlex.split(line) for line in text.splitlines() if line.strip().startswith("cuthehoa ledger resolve")]
    assert len(commands) == 4
    for _, _, _, place, iri in commands:
        file, _, span = place.rpartition(":")
        start, end = map(int, span.split("-"))
        cited = (sample_dir / file).read_bytes().decode("utf-8")[start:end]
        assert " ".join(cited.split()) == "Nghị quyết số 18-NQ/TW"
        assert iri.rsplit("/", 1)[1] in ("2017-10-25", "2022-06-16")


def test_open_as_json_and_csv(run_inside: RunCli, sample_graph: Path) -> None:
    found = ask(run_inside, sample_graph, "open", "--json").json()
    assert (found["total"], len(found["rows"])) == (2, 2)
    for row in found["rows"]:
        assert row["score"] == row["statements"] + row["chains"] == 2
        assert [candidate["date"] for candidate in row["candidates"]] == ["2017-10-25", "2022-06-16"]
        for candidate in row["candidates"]:
            assert isinstance(candidate["reasons"], list)
            assert [words[:3] for words in candidate["resolve"]] == [["cuthehoa", "ledger", "resolve"]]
    rows = _table(ask(run_inside, sample_graph, "open", "--csv").stdout)
    assert tuple(rows[0]) == OPEN_COLUMNS
    assert len(rows) == 4
    one = ask(run_inside, sample_graph, "open", "--in", "huyện Kiến Xương", "--json").json()
    assert one["total"] == 1
    assert ask(run_inside, sample_graph, "open", "--level", "district").stdout.startswith("Chưa thấy viện dẫn nào")
    assert ask(run_inside, sample_graph, "open", "--as-of", "2023-01-01", "--json").json()["total"] == 0


# -- errors -------------------------------------------------------------------------------------------------------------


def test_errors_shows_both_sentences(run_inside: RunCli, sample_graph: Path) -> None:
    text = ask(run_inside, sample_graph, "errors").stdout
    assert text.startswith("Có 9 điều cần xem lại")
    assert "1  Một văn bản, hai ngày (one-document-two-dates)" in text
    found = ask(run_inside, sample_graph, "errors", "--kind", "one-document-two-dates").stdout
    assert found.startswith("Có 1 điều")
    assert "ngày 12/7/2023 của Ủy ban Thường vụ Quốc hội" in " ".join(found.split())
    assert "ngày 21/7/2023 của Ủy ban Thường vụ Quốc hội" in " ".join(found.split())


def test_errors_as_json_and_csv(run_inside: RunCli, sample_graph: Path, sample_dir: Path) -> None:
    found = ask(run_inside, sample_graph, "errors", "--json").json()
    assert found["total"] == len(found["rows"]) == sum(found["counts"].values()) == 9
    assert {row["kind"] for row in found["rows"] if row["remark"]} == {"skipped-level"}
    for row in found["rows"]:
        assert row["entities"]
        for place in row["evidence"]:
            text = (sample_dir / place["file"]).read_bytes().decode("utf-8")
            assert text[place["start"] : place["end"]] == place["quote"]
    rows = _table(ask(run_inside, sample_graph, "errors", "--csv").stdout)
    assert tuple(rows[0]) == ERROR_COLUMNS
    assert len(rows) == sum(len(row["evidence"]) for row in found["rows"])


FILE = "quan-thot-not/31-KH-QU_2024-03-18.txt"


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        (["--file", FILE], ("one-document-two-dates",)),
        (["--in", "quận Thốt Nốt"], ("one-document-two-dates",)),
        (["--in", "Vũ Thư"], ("skipped-level",)),
        (["--kind", "WRONG-WAY", "--kind", "future-date"], ("wrong-way", "future-date")),
        (["--kind", "decision-not-applied"], ()),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_errors_with_filters(
    run_inside: RunCli, sample_graph: Path, options: list[str], kinds: tuple[str, ...]
) -> None:
    found = ask(run_inside, sample_graph, "errors", *options, "--json").json()
    assert tuple(row["kind"] for row in found["rows"]) == kinds


def test_a_page_and_a_hostile_quote_are_shown_safely(run_inside: RunCli, content: GraphContent, tmp_path: Path) -> None:
    source = content.sources[0]
    quote = source.text[:5]
    place = FindingPlace(source.file, Span(0, 5), quote, 1, 7)
    headless = FindingPlace(source.file, None, "", None)
    finding = Finding(FindingKind.WRONG_WAY, "Ngược cấp: \x1b[31mđỏ", (content.entities[0].iri,), (place, headless))
    write_graph(tmp_path / "g", replace(content, findings=(finding,)))
    text = run_inside("errors", "--graph", tmp_path / "g").stdout
    assert "trang 7, dòng 1" in text
    assert "phần đầu văn bản" in text
    assert "\x1b" not in text
    (row,) = run_inside("errors", "--json", "--graph", tmp_path / "g").json()["rows"]
    assert [place.get("page") for place in row["evidence"]] == [7, None]


# -- what is typed wrongly ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["missing", "--level", "thôn"], "--level: không có giá trị “thôn”"),
        (["missing", "--limit", "0"], "--limit"),
        (["missing", "--since", "hôm qua"], "không phải là ngày"),
        (["missing", "--as-of", "30/2/2023"], "không phải là ngày"),
        (["missing", "--in", "huyện Không Có"], "không có cơ quan nào của đơn vị “huyện Không Có”"),
        (["missing", "--in", ""], "không có cơ quan nào"),
        (["missing", "--json", "--csv"], "không dùng cùng lúc"),
        (["open", "--file", "không-có.txt"], "không-có.txt: đồ thị không có tệp này"),
        (["errors", "--file", "../x"], "đồ thị không có tệp này"),
        (["errors", "--kind", "sai"], "Chọn trong: one-number-two-documents"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_clear_message(run_inside: RunCli, sample_graph: Path, arguments: list[str], words: str) -> None:
    result = run_inside(*arguments, "--graph", sample_graph)
    assert (result.code, result.stdout) == (2, "")
    assert words in result.stderr

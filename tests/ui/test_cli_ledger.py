"""The commands of the ledger on the sample corpus: what they write, refuse and tell."""

import csv
import io
import json
import os
import shutil
from pathlib import Path

import pytest
from command_line import CommandResult, RunCli

from graph.query import Graph
from ontology.statements import Relation

REPORT = "huyen-long-my/178-BC-HU_2023-11-30.txt"
CITED = "Nghị quyết số\n18-NQ/TW"


@pytest.fixture
def graph(sample_graph: Path, tmp_path: Path) -> Path:
    """The sample graph in a folder of its own."""
    folder = tmp_path / "graph"
    shutil.copytree(sample_graph, folder)
    return folder


def ledger(
    run: RunCli, graph: Path, *arguments: str, code: int = 0, env: dict[str, str] | None = None
) -> CommandResult:
    result = run("ledger", *arguments, "--graph", graph, env=env)
    assert result.code == code, result.stderr or result.stdout
    return result


def rows(run: RunCli, graph: Path) -> list[dict[str, object]]:
    return list(ledger(run, graph, "list", "--json").json())


def iri_of(run: RunCli, graph: Path, code: str, *date: str) -> str:
    return str(run("show", code, *date, "--graph", graph, "--json").json()["entity"]["id"])


def place_of(graph: Path) -> tuple[int, int, int]:
    """Start, end and line of the open citation of the sample."""
    with Graph.open(graph) as opened:
        source = opened.source(REPORT)
    (span,) = [mention.span for mention in source.mentions if mention.open]
    assert span.of(source.text) == CITED
    return span.start, span.end, source.text.count("\n", 0, span.start) + 1


def test_a_decision_is_written_with_who_when_and_why(run_inside: RunCli, graph: Path) -> None:
    result = ledger(
        run_inside, graph, "different", "139-CTr/TU", "140-CTr/TU", "--by", "Lê  Thị B", "--why", "hai việc"
    )
    assert "Đã ghi quyết định số 1: “Chương trình 139-CTr/TU” và “Chương trình 140-CTr/TU” là hai." in result.stdout
    assert "cuthehoa build" in result.stdout
    line = json.loads((graph / "ledger.jsonl").read_text(encoding="utf-8"))
    assert (line["n"], line["by"], line["why"], line["what"]) == (1, "Lê Thị B", "hai việc", "different")
    (row,) = rows(run_inside, graph)
    assert (row["state"], row["by"], row["why"]) == ("pending", "Lê Thị B", "hai việc")


@pytest.mark.parametrize(
    ("arguments", "env", "who"),
    [(("--by", "A"), {"CUTHEHOA_USER": "C"}, "A"), ((), {"CUTHEHOA_USER": "Văn phòng"}, "Văn phòng"),
     ((), {"LOGNAME": "nguoidung"}, "nguoidung")],
)  # fmt: skip
def test_who_decides(
    run_inside: RunCli, graph: Path, arguments: tuple[str, ...], env: dict[str, str], who: str
) -> None:
    command = ("different", "139-CTr/TU", "140-CTr/TU", *arguments, "--json")
    assert ledger(run_inside, graph, *command, env=env).json()["by"] == who


def test_apply_builds_at_once_without_the_sources(run_inside: RunCli, graph: Path) -> None:
    gone = iri_of(run_inside, graph, "31-KH/ĐU")
    answer = ledger(run_inside, graph, "same", "05-KH/ĐU", "31-KH/ĐU", "--apply", "--json").json()
    assert (answer["number"], answer["state"], answer["reason"]) == (1, "applied", None)
    assert (answer["build"]["changed"], answer["build"]["read"]) == (True, [])
    assert iri_of(run_inside, graph, gone) == iri_of(run_inside, graph, "05-KH/ĐU")
    shown = run_inside("show", "05-KH/ĐU", "--graph", graph)
    assert "Do người quyết định: quyết định số 1" in shown.stdout
    undone = ledger(run_inside, graph, "undo", "1", "--apply")
    assert "rút lại quyết định số 1" in undone.stdout
    assert [row["state"] for row in rows(run_inside, graph)] == ["undone", "applied"]
    assert iri_of(run_inside, graph, "31-KH/ĐU") == gone


@pytest.mark.parametrize("form", ["span", "line", "iri", "a part of it"])
def test_a_citation_is_named_in_three_ways(run_inside: RunCli, graph: Path, form: str) -> None:
    start, end, line = place_of(graph)
    reader = run_inside("sparql", "PREFIX cth: <https://w3id.org/cuthehoa/ns#> SELECT DISTINCT ?d WHERE { ?d cth:open true ; a cth:Document }",
                        "--csv", "--graph", graph)  # fmt: skip
    typed = {
        "span": f"{REPORT}:{start}-{end}",
        "line": f"{REPORT}:{line}",
        "a part of it": f"{REPORT}:{start + 2}-{start + 9}",
    }
    if form == "iri":
        typed["iri"] = next(iri for iri in reader.stdout.splitlines()[1:] if "18-nq-tw" in iri)
    result = ledger(run_inside, graph, "resolve", typed[form], "18-NQ/TW", "--date", "16/6/2022", "--json").json()
    assert "là “Nghị quyết 18-NQ/TW”" in result["text"]
    kept = json.loads((graph / "ledger.jsonl").read_text(encoding="utf-8"))
    assert {" ".join(each["quote"].split()) for each in kept["citations"]} == {"Nghị quyết số 18-NQ/TW"}
    assert kept["document"]["date"] == "2022-06-16"
    assert kept["citations"][0]["date"] is None


def test_a_resolved_citation_is_open_no_more(run_inside: RunCli, graph: Path, sample_dir: Path) -> None:
    start, end, _ = place_of(graph)
    before = run_inside("build", sample_dir, "--graph", graph, "--json").json()
    result = ledger(
        run_inside, graph, "resolve", f"{REPORT}:{start}-{end}", "18-NQ/TW", "--date", "2022-06-16", "--apply", "--json"
    ).json()
    assert result["state"] == "applied"
    assert result["build"]["counts"]["open_citations"] == before["counts"]["open_citations"] - 1
    again = run_inside("build", sample_dir, "--graph", graph, "--json").json()
    assert (again["changed"], again["read"]) == (False, [])


def test_a_statement_is_corrected_and_rejected(run_inside: RunCli, graph: Path) -> None:
    trace = run_inside("trace", "18-NQ/TW", "--date", "2022-06-16", "--json", "--graph", graph).json()
    edge = next(e for e in trace["edges"] if e["target"] == trace["root"] and e["relation"] == "implements")
    corrected = ledger(run_inside, graph, "correct", edge["id"][:12], "--relation", "linked-with", "--json").json()
    assert "quan hệ là linked_with" in corrected["text"]
    rejected = ledger(run_inside, graph, "reject", "110-KH/HU implements 140-CTr/TU", "--apply", "--json").json()
    assert rejected["state"] == "applied"
    assert [row["state"] for row in rows(run_inside, graph)] == ["applied", "applied"]
    after = run_inside("trace", "18-NQ/TW", "--date", "2022-06-16", "--json", "--graph", graph).json()
    assert edge["id"] not in {e["id"] for e in after["edges"]}
    shown = run_inside("show", "110-KH/HU", "--json", "--graph", graph).json()
    (kept,) = [e for e in shown["outgoing"] if e["modality"] == "rejected"]
    assert kept["evidence"]
    assert shown["decisions"][0]["statements"] == [kept["id"]]
    assert "đã bị người bác bỏ" in " ".join(run_inside("show", "110-KH/HU", "--graph", graph).stdout.split())


def test_a_code_of_several_documents_is_refused_with_the_choices(run_inside: RunCli, graph: Path) -> None:
    result = ledger(run_inside, graph, "same", "18-NQ/TW", "139-CTr/TU", "--json", code=2)
    assert "có thể là" in result.stderr
    assert result.stderr.count("https://w3id.org/cuthehoa/id/document/") >= 2
    assert len(result.json()["choices"]) >= 2
    assert not (graph / "ledger.jsonl").exists()
    assert ledger(run_inside, graph, "same", "18-NQ/TW", "139-CTr/TU", "--date", "2022-06-16")


BAD = [
    (("same", "139-CTr/TU", "khong-co-gi"), "không tìm thấy “khong-co-gi”"),
    (("same", "139-CTr/TU", "139-CTr/TU"), "cả hai đều là"),
    (("same", "139-CTr/TU", "Chương trình Mỗi xã một sản phẩm (OCOP)"), "khác loại"),
    (("different", "https://w3id.org/cuthehoa/id/document/x/a%2Fb", "139-CTr/TU"), "không có thực thể này"),
    (("same", "139-CTr/TU", "18-NQ/TW", "--date", "31/2/2022"), "không phải là ngày"),
    (("same", "139-CTr/TU", "18-NQ/TW", "--date", "1/1/1999"), "không có văn bản 18-NQ/TW ngày 1/1/1999"),
    (("same", "139-CTr/TU", "140-CTr/TU", "--date", "1/1/1999"), "không văn bản nào đã nêu có ngày 1/1/1999"),
    (("resolve", "khong.txt:1-5", "139-CTr/TU"), "đồ thị không có tệp này"),
    (("resolve", f"{REPORT}:1-2", "139-CTr/TU"), "không có viện dẫn nào"),
    (("resolve", f"{REPORT}:5-5", "139-CTr/TU"), "ngoài phạm vi"),
    (("resolve", f"{REPORT}:9-5", "139-CTr/TU"), "ngoài phạm vi"),
    (("resolve", f"{REPORT}:0-99999999", "139-CTr/TU"), "ngoài phạm vi"),
    (("resolve", f"{REPORT}:0-1500", "139-CTr/TU"), "viện dẫn"),
    (("resolve", f"{REPORT}:1", "139-CTr/TU"), "dòng 1 không có viện dẫn chưa rõ nào"),
    (("resolve", f"{REPORT}:0", "139-CTr/TU"), "tệp chỉ có"),
    (("resolve", REPORT, "139-CTr/TU"), "không hiểu chỗ viện dẫn này"),
    (("resolve", f"{REPORT}:1-2", "Chương trình Mỗi xã một sản phẩm (OCOP)"), "không phải là văn bản"),
    (("correct", "139-CTr/TU implements 18-NQ/TW"), "chưa nêu điều cần sửa"),
    (("correct", "139-CTr/TU implements 18-NQ/TW", "--relation", "implements"), "phát biểu đã đúng như vậy"),
    (("correct", "139-CTr/TU implements 18-NQ/TW", "--relation", "covers"), "không có giá trị “covers”"),
    (("correct", "139-CTr/TU implements 18-NQ/TW", "--target", "139-CTr/TU"), "hai đầu của phát biểu là một"),
    (("correct", "139-CTr/TU implements 18-NQ/TW", "--target", "Chương trình Mỗi xã một sản phẩm (OCOP)"), "không nối được"),
    (("reject", "zzzz"), "không có phát biểu này"),
    (("reject", ""), "không có phát biểu này"),
    (("reject", "139-CTr/TU repeals 18-NQ/TW"), "không có phát biểu này"),
    (("undo", "1"), "không có quyết định số 1"),
    (("undo", "một"), "phải là một số nguyên"),
    (("different", "139-CTr/TU", "140-CTr/TU", "--by", " "), "chưa rõ ai quyết định"),
    (("list", "--json", "--csv"), "không dùng cùng lúc"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "message"), BAD, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(
    run_inside: RunCli, sample_graph: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = ledger(run_inside, sample_graph, *arguments, code=2)
    assert message in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr
    assert not (sample_graph / "ledger.jsonl").exists()


def test_a_decision_cannot_be_undone_twice(run_inside: RunCli, graph: Path) -> None:
    ledger(run_inside, graph, "different", "139-CTr/TU", "140-CTr/TU")
    ledger(run_inside, graph, "undo", "1")
    result = ledger(run_inside, graph, "undo", "1", code=2)
    assert "đã được rút lại bởi quyết định số 2" in result.stderr
    assert "cuthehoa ledger undo 2" in result.stderr
    ledger(run_inside, graph, "undo", "2")
    assert [row["state"] for row in rows(run_inside, graph)] == ["pending", "undone", "pending"]


def test_the_list_as_text_and_as_csv(run_inside: RunCli, graph: Path) -> None:
    assert "còn trống" in ledger(run_inside, graph, "list").stdout
    ledger(run_inside, graph, "different", "139-CTr/TU", "140-CTr/TU", "--why", 'a;b,"c"')
    text = ledger(run_inside, graph, "list").stdout
    assert text.startswith("1. “Chương trình 139-CTr/TU”")
    assert "→ chờ lần dựng sau" in text
    (row,) = csv.DictReader(io.StringIO(ledger(run_inside, graph, "list", "--csv").stdout))
    assert (row["number"], row["why"], row["state"]) == ("1", 'a;b,"c"', "pending")
    assert len(row["things"].split()) == 2


def test_a_damaged_line_is_named_and_the_exit_code_is_one(run_inside: RunCli, graph: Path, sample_dir: Path) -> None:
    ledger(run_inside, graph, "different", "139-CTr/TU", "140-CTr/TU")
    with (graph / "ledger.jsonl").open("ab") as file:
        file.write(b'{"n": 2, "what": "sa')
    result = ledger(run_inside, graph, "list", code=1)
    assert "ledger.jsonl, dòng 2" in result.stderr
    assert "1. “Chương trình 139-CTr/TU”" in result.stdout
    built = run_inside("build", sample_dir, "--graph", graph, "--json")
    assert built.code == 1
    assert "ledger.jsonl, dòng 2" in built.stderr
    assert [row["state"] for row in ledger(run_inside, graph, "list", "--json", code=1).json()] == ["applied"]


def test_without_a_graph(run_inside: RunCli, tmp_path: Path) -> None:
    for arguments in (("list",), ("undo", "1"), ("same", "a", "b")):
        assert "chưa có đồ thị" in ledger(run_inside, tmp_path / "không có", *arguments, code=2).stderr
    assert not (tmp_path / "không có").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may do everything is refused nothing")
def test_a_graph_that_may_not_be_written(run_inside: RunCli, graph: Path) -> None:
    (graph / "build.lock").unlink(missing_ok=True)
    graph.chmod(0o500)
    try:
        assert "không ghi được" in ledger(run_inside, graph, "same", "05-KH/ĐU", "31-KH/ĐU", code=2).stderr
    finally:
        graph.chmod(0o700)


def test_relations_read_in_a_statement_are_all_there_are(run_inside: RunCli, sample_graph: Path) -> None:
    for relation in Relation:
        result = ledger(run_inside, sample_graph, "reject", f"khong-co {relation.value} khong-co", code=2)
        assert "không có phát biểu này" in result.stderr

"""The command ``evaluate``: its table, its list of errors, its documents for programs, its exit codes."""

import csv
import io
import json
from pathlib import Path

import pytest
from command_line import RunCli

from extract.evaluation import evaluate

TEXT = "Thực hiện Nghị quyết số 18-NQ/TW ngày 16/6/2022 của Trung ương, Huyện ủy An Bình họp."


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One passage of which an organisation is annotated that no rule finds, and a place that is no place."""
    row = {
        "id": "p1",
        "text": TEXT,
        "entities": [
            {"start": 10, "end": 32, "label": "DOC", "norm": "Nghị quyết 18-NQ/TW", "code": "18-NQ/TW", "date": "2022"},
            {"start": 52, "end": 62, "label": "ORG"},
        ],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    return path


def test_the_table_of_the_projects_own_gold(run_inside: RunCli, project_root: Path) -> None:
    result = run_inside("evaluate", "examples/gold", "--sources", "examples/documents", cwd=project_root)
    assert result.code == 0, result.stderr
    measured = evaluate([project_root / "examples/gold"], project_root / "examples/documents")
    assert f"Đánh giá trên {len(measured.names)} văn bản" in result.stdout
    for name, score in measured.metrics.items():
        (line,) = [line for line in result.stdout.splitlines() if f" {name} " in line]
        figures = line.split(name)[1].split()
        assert figures[3:6] == [str(score.right), str(score.found), str(score.gold)]
        assert figures[2] == (f"{score.f1:.3f}".replace(".", ",") if score.gold or score.found else "–")
    assert max(map(len, result.stdout.splitlines())) <= 140


def test_errors_stand_with_their_sentence(run_inside: RunCli, gold: Path) -> None:
    result = run_inside("evaluate", gold, "--errors")
    assert result.code == 0
    assert "DOC văn bản · sai thuộc tính (1)" in result.stdout
    assert "ORG cơ quan, tổ chức · bỏ sót (1)" in result.stdout
    flat = " ".join(result.stdout.split())
    assert TEXT.replace("Trung ương", "⟦Trung ương⟧") in flat
    assert "(p1, ký tự 52–62)" in flat


def test_one_json_document(run_inside: RunCli, gold: Path) -> None:
    document = run_inside("evaluate", gold, "--json").json()
    assert document["texts"] == ["p1"]
    assert document["failed"] == []
    assert document["metrics"]["DOC.code"] == {
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "right": 1,
        "found": 1,
        "gold": 1,
    }
    missed = next(error for error in document["errors"] if error["kind"] == "missed")
    assert (missed["subject"], missed["gold"], missed["found"]) == ("ORG", "Trung ương", None)
    assert TEXT[missed["start"] : missed["end"]] == "Trung ương"
    assert missed["sentence"] == TEXT[missed["sentence_start"] :][: len(missed["sentence"])]


def test_csv_has_a_row_for_each_measure(run_inside: RunCli, gold: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run_inside("evaluate", gold, "--csv").stdout)))
    assert len(rows) == 32
    assert rows[0] == {
        "metric": "DOC.exact",
        "precision": "1.0",
        "recall": "1.0",
        "f1": "1.0",
        "right": "1",
        "found": "1",
        "gold": "1",
    }


def test_any_number_of_processes_gives_the_same(run_inside: RunCli, project_root: Path) -> None:
    arguments = ("evaluate", "examples/gold", "--sources", "examples/documents", "--json")
    one = run_inside(*arguments, cwd=project_root)
    assert run_inside(*arguments, "--jobs", "2", cwd=project_root).stdout == one.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere.json",), "không có tệp chú giải này"),
        (("gold.jsonl", "--sources", "nowhere"), "không có thư mục này"),
        (("gold.jsonl", "--errors", "--csv"), "--errors và --csv"),
        (("gold.jsonl", "--json", "--csv"), "--json và --csv"),
        (("gold.jsonl", "--jobs", "0"), "--jobs"),
        (("whole.json",), "--sources"),
        (("whole.json", "--sources", "."), "không có tệp “gone.txt”"),
        (("broken.json",), "không phải JSON"),
        ((), "thiếu CHÚ_GIẢI"),
    ],
)
def test_wrong_use_is_one_line(
    run_inside: RunCli, gold: Path, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    (tmp_path / "whole.json").write_text('{"file": "gone.txt", "entities": []}', encoding="utf-8")
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    result = run_inside("evaluate", *arguments)
    assert result.code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("Lỗi: ")
    assert words in line


def test_a_source_that_cannot_be_read_is_named_and_the_rest_is_measured(run_inside: RunCli, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Chính phủ họp.", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\xff")
    rows = [{"file": name, "entities": []} for name in ("bad.txt", "good.txt")]
    (tmp_path / "gold.json").write_text(json.dumps(rows), encoding="utf-8")
    result = run_inside("evaluate", "gold.json", "--sources", ".", "--json")
    assert result.code == 1
    assert "bad.txt" in result.stderr
    assert result.json()["texts"] == ["good.txt"]
    assert len(result.json()["failed"]) == 1

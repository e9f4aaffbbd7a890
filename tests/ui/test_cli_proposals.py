"""``cuthehoa ledger proposals``: what it lists, and that what was decided is not asked again."""

import csv
import io
import json
from pathlib import Path

import pytest

from graph.build import build
from ui.cli.program import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    texts.mkdir()
    head = "HUYỆN ỦY PHỤNG HIỆP\n*\nSố {}-KH/HU\n\nPhụng Hiệp, ngày 2 tháng 2 năm 2023\n\nKẾ HOẠCH\n\n"
    posts = {109: "Phó Bí thư Huyện ủy", 110: "Trưởng Ban Dân vận Huyện ủy"}
    for number, post in posts.items():
        body = f"Đồng chí Nguyễn Văn Hùng, {post}, chỉ đạo thực hiện Kế hoạch này.\n"
        (texts / f"{number}.txt").write_text(head.format(number) + body, encoding="utf-8")
    graph = tmp_path / "graph"
    build([texts], graph)
    return graph


def listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert run(["ledger", "proposals", "--graph", str(folder), "--json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_a_decided_pair_is_not_proposed_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = listed(folder, capsys)
    assert before["total"] == 1
    (row,) = before["rows"]  # type: ignore[misc]
    assert row["kind"] == "Person"
    assert run([*row["different"][1:], "--graph", str(folder), "--apply"]) == 0
    capsys.readouterr()
    assert listed(folder, capsys) == {"total": 0, "rows": []}


def test_two_that_were_made_one_are_not_proposed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = listed(folder, capsys)["rows"]  # type: ignore[misc]
    assert run([*row["same"][1:], "--graph", str(folder), "--apply"]) == 0
    capsys.readouterr()
    assert listed(folder, capsys)["total"] == 0


def test_text_and_csv_say_how_to_decide(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ledger", "proposals", "--graph", str(folder)]) == 0
    text = capsys.readouterr().out
    assert "cuthehoa ledger same " in text
    assert "cuthehoa ledger different " in text
    assert run(["ledger", "proposals", "--graph", str(folder), "--csv"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert 0 < float(row["score"]) <= 1


@pytest.mark.parametrize("limit", ["0", "-1", "x"])
def test_a_limit_that_is_none(folder: Path, limit: str) -> None:
    assert run(["ledger", "proposals", "--graph", str(folder), "--limit", limit]) == 2

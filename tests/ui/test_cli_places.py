"""``cuthehoa place`` and ``cuthehoa programmes --roll-up`` on the sample corpus."""

import csv
import io
from pathlib import Path

import pytest
from command_line import CommandResult, RunCli

from ui.place_rendering import PLACE_COLUMNS, ROLL_UP_COLUMNS


def ask(run_inside: RunCli, graph: Path, *arguments: str) -> CommandResult:
    result = run_inside(*arguments, "--graph", graph)
    assert (result.code, result.stderr) == (0, "")
    return result


def rows(result: CommandResult) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_place_tells_the_named_unit_first_with_quotes_of_the_source(
    run_inside: RunCli, sample_graph: Path, sample_dir: Path
) -> None:
    found = ask(run_inside, sample_graph, "place", "xa tan binh", "--json").json()
    mentions = [unit["mentions"] for unit in found]
    assert mentions == sorted(mentions, reverse=True)
    assert mentions[0] > 0
    assert mentions[-1] == 0
    own = found[0]
    assert (own["name"], own["within"], own["valid_to"]) == (
        "xã Tân Bình", "huyện Phụng Hiệp, tỉnh Hậu Giang", "2025-06-30",
    )  # fmt: skip
    assert [unit["within"] for unit in own["became"]] == ["thành phố Cần Thơ"]
    assert own["programmes"]
    for programme in own["programmes"]:
        for evidence in programme["evidence"]:
            text = (sample_dir / evidence["file"]).read_text(encoding="utf-8")
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    table = rows(ask(run_inside, sample_graph, "place", "xa tan binh", "--csv"))
    assert tuple(table[0]) == PLACE_COLUMNS
    assert [row["id"] for row in table] == [unit["id"] for unit in found]
    assert table[0]["became"] == "xã Tân Bình (thành phố Cần Thơ)"
    text = ask(run_inside, sample_graph, "place", "xa tan binh").stdout
    assert "từ 1/7/2025 thuộc: xã Tân Bình (thành phố Cần Thơ)" in text
    assert "Không được văn bản nào trong đồ thị nhắc đến" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("place", "huyện Phụng Hiệp"), "bỏ cấp huyện; 15 xã, phường, thị trấn nay thuộc thành phố Cần Thơ"),
        (("place", "xã Tân Bình", "--in", "huyện Mỏ Cày Bắc"), "Chưa có văn bản nào trong đồ thị nhắc đến (1):"),
        (("place", "xã Không Đâu"), "Không có đơn vị hành chính nào tên “xã Không Đâu”."),
        (("place", "Phụng Hiệp", "--as-of", "2026", "--in", "hau giang"), "vào ngày 31/12/2026"),
        (("place", "phường Cống Vị", "--as-of", "6/2025"), "chia vào:"),
        (("programmes", "--roll-up", "province"), "mỗi phát biểu tính một lần, theo đơn vị ngày 1/7/2025"),
        (("programmes", "--roll-up", "commune"), "thành phố Cần Thơ, không rõ nơi nào ở cấp xã"),
        (("programmes", "--roll-up", "province", "--programme", "không có đâu"), "Không có cặp chương trình"),
    ],
)
def test_what_is_said(run_inside: RunCli, sample_graph: Path, arguments: tuple[str, ...], said: str) -> None:
    text = " ".join(ask(run_inside, sample_graph, *arguments).stdout.split())
    assert said in text


def test_a_roll_up_adds_up_in_json_and_csv(run_inside: RunCli, sample_graph: Path) -> None:
    pairs = ask(run_inside, sample_graph, "programmes", "--json").json()
    for level, *more in (("province",), ("commune",), ("commune", "--period"), ("district", "--as-of", "2025-06-30")):
        found = ask(run_inside, sample_graph, "programmes", "--roll-up", level, *more, "--json").json()
        table = rows(ask(run_inside, sample_graph, "programmes", "--roll-up", level, *more, "--csv"))
        assert tuple(table[0]) == ROLL_UP_COLUMNS
        numbers = [row["statements"] for row in found["rows"]]
        assert sum(numbers) == found["statements"]
        assert [int(row["statements"]) for row in table] == numbers
        assert found["statements"] == len(pairs) or level == "district"
        assert all(row["year"] or "--period" not in more for row in found["rows"])
    assert found["on"] == "2025-06-30"


def test_programmes_as_of_a_day_know_nothing_later(run_inside: RunCli, sample_graph: Path) -> None:
    everything = ask(run_inside, sample_graph, "programmes", "--json").json()
    known = ask(run_inside, sample_graph, "programmes", "--as-of", "2023-12-31", "--json").json()
    files = {evidence["file"] for pair in known for evidence in pair["evidence"]}
    assert files
    assert 0 < len(known) < len(everything)
    late = {evidence["file"] for pair in everything for evidence in pair["evidence"]} - files
    assert any("2024" in file for file in late)
    assert not any("_2024" in file or "_2025" in file for file in files)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("place", " , "), "tên địa danh đang để trống"),
        (("place",), "thiếu"),
        (("place", "xã Tân Bình", "--as-of", "31/6/2025"), "không phải là ngày"),
        (("place", "xã Tân Bình", "--json", "--csv"), "không dùng cùng lúc"),
        (("place", "xã Tân Bình", "--min-confidence", "2"), "ngoài khoảng"),
        (("programmes", "--roll-up", "xã"), "province, district, commune"),
        (("programmes", "--roll-up", "central"), "province, district, commune"),
        (("programmes", "--roll-up", "district"), "không còn cấp huyện"),
        (("programmes", "--period"), "--roll-up"),
        (("programmes", "--as-of", "hôm nay"), "không phải là ngày"),
    ],
)
def test_wrong_usage(run_inside: RunCli, sample_graph: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run_inside(*arguments, "--graph", sample_graph)
    assert (result.code, result.stdout) == (2, "")
    assert said in result.stderr

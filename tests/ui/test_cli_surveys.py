"""``coverage``, ``delays``, ``compare`` and ``report`` on the sample corpus: what they print, and their bad input."""

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from command_line import CommandResult, RunCli
from survey_content import CENTRAL, Doc, Step, content_of, opened

from ui.cli.report_text import report_lines
from ui.report.content import Heading, Item, ItemList, Quote, Report, ReportScope, Section, TableBlock
from ui.report.forms import to_html, to_markdown
from ui.report.sections import make_report
from ui.survey_objects import COMPARISON_COLUMNS, COVERAGE_COLUMNS, DELAY_COLUMNS, GROUP_COLUMNS

LAND = ("18-NQ/TW", "--date", "16/6/2022")


@pytest.fixture
def ask(run_inside: RunCli, sample_graph: Path) -> Any:
    def run(*arguments: str, code: int = 0) -> CommandResult:
        result = run_inside(*arguments, "--graph", sample_graph)
        assert result.code == code, result.stderr
        return result

    return run


def rows_of(result: CommandResult) -> tuple[list[str], list[list[str]]]:
    heading, *rows = csv.reader(io.StringIO(result.stdout))
    return heading, rows


def states(answer: Any) -> dict[str, str]:
    names = {unit["id"]: unit["name"] for unit in answer["units"]}
    return {names[cell["unit"]]: cell["state"] for cell in answer["cells"]}


# Counted by hand in the documents of the sample corpus.
SAMPLE: list[tuple[str, dict[str, str]]] = [
    ("province", {"thành phố Cần Thơ": "no-plan-found", "tỉnh Hậu Giang": "own-held", "tỉnh Hưng Yên": "no-plan-found",
                  "tỉnh Thái Bình": "own-held"}),
    ("district", {"huyện Long Mỹ": "perhaps", "huyện Phụng Hiệp": "own-held", "huyện Kiến Xương": "own-held",
                  "huyện Vũ Thư": "above-only", "huyện Đông Hưng": "above-only", "quận Thốt Nốt": "no-plan-found"}),
]  # fmt: skip


@pytest.mark.parametrize(("units", "expected"), SAMPLE)
def test_coverage_of_one_resolution(units: str, expected: dict[str, str], ask: Any) -> None:
    answer = ask("coverage", *LAND, "--units", units, "--json").json()
    assert states(answer) == expected
    assert sum(sum(counts.values()) for counts in answer["counts"].values()) == len(expected)


def test_coverage_holds_the_sentences_of_each_step(ask: Any, sample_dir: Path) -> None:
    answer = ask("coverage", *LAND, "--units", "commune", "--json").json()
    plans = {p["document"]["code"]: p for cell in answer["cells"] for p in cell["plans"] if cell["state"] == "own-held"}
    chain = plans["27-KH/ĐU"]["chain"]
    nodes = {node["id"]: node["code"] for node in answer["nodes"]}
    assert [(nodes[edge["source"]], nodes[edge["target"]]) for edge in chain] == [
        ("27-KH/ĐU", "109-KH/HU"), ("109-KH/HU", "139-CTr/TU"), ("139-CTr/TU", "18-NQ/TW"),
    ]  # fmt: skip
    for edge in chain:
        for evidence in edge["evidence"]:
            text = (sample_dir / evidence["file"]).read_bytes().decode("utf-8")
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_coverage_for_people(ask: Any) -> None:
    text = ask("coverage", *LAND, "--units", "district").stdout
    assert "huyện Long Mỹ, tỉnh Hậu Giang · có thể có kế hoạch, viện dẫn chưa rõ" in text
    assert "→ cụ thể hóa 139-CTr/TU" in text
    # Two districts have it through their province alone: its plan is laid out once and named the second time.
    assert text.count("Tỉnh ủy Thái Bình (đã nêu ở trên)") == 1
    table = ask("coverage", "--units", "district").stdout
    assert "Chú giải:" in table
    assert "Chưa thấy đơn vị nào thực hiện" in table
    assert "Kế hoạch 44-KH/ĐU (29/5/2023) thực hiện Chỉ thị 05-CT/TW" in table
    assert max(len(line) for line in table.splitlines()) <= 140


def test_the_two_kinds_of_not_knowing_are_told_apart(ask: Any) -> None:
    text = ask("coverage", "20-NQ/TW", "--date", "2022", "--units", "district", "--in", "tỉnh Hậu Giang").stdout
    assert "huyện Phụng Hiệp, tỉnh Hậu Giang · không thấy kế hoạch (5 văn bản của đơn vị)" in text
    assert "thành phố Ngã Bảy, tỉnh Hậu Giang · chưa biết gì về đơn vị" in text
    assert "cấp huyện: 8 đơn vị · không thấy kế hoạch 2 · chưa biết gì về đơn vị 6" in text


def test_coverage_as_csv(ask: Any) -> None:
    heading, rows = rows_of(ask("coverage", *LAND, "--units", "district", "--csv"))
    assert heading == list(COVERAGE_COLUMNS)
    assert {len(row) for row in rows} == {len(heading)}
    assert [(row[heading.index("unit_name")], row[heading.index("plan_code")]) for row in rows] == [
        ("quận Thốt Nốt", ""), ("huyện Long Mỹ", "127-KH/HU"), ("huyện Phụng Hiệp", "109-KH/HU"),
        ("huyện Đông Hưng", "36-KH/TU"), ("huyện Kiến Xương", "57-KH/HU"), ("huyện Kiến Xương", "88-KH/HU"),
        ("huyện Vũ Thư", "36-KH/TU"),
    ]  # fmt: skip


def test_coverage_of_nothing_says_so(ask: Any) -> None:
    assert "Không có văn bản nào như vậy" in ask("coverage", "--since", "2030").stdout
    assert ask("coverage", "--since", "2030", "--json").json()["documents"] == []
    text = ask("coverage", *LAND, "--units", "district", "--in", "tỉnh Hậu Giang", "--as-of", "2025-12-01").stdout
    # The districts are gone; only one that has, or perhaps has, a plan of its own is shown.
    assert "2 đơn vị" in text


def test_delays_for_people_and_programs(ask: Any) -> None:
    text = ask("delays", "--by", "level", "--slowest", "1").stdout
    assert "44 cặp" in text
    assert "trung vị 76,5 ngày" in text
    assert "Trung ương → cấp tỉnh" in text
    assert "• -35 ngày: Kế hoạch 96-KH/HU (5/10/2022)" in text
    answer = ask("delays", *LAND, "--json").json()
    assert answer["root"]["code"] == "18-NQ/TW"
    assert answer["steps"]["count"] == 6
    assert answer["uncounted"] == {"open": 2, "backwards": 1}
    heading, rows = rows_of(ask("delays", *LAND, "--csv"))
    assert heading == list(DELAY_COLUMNS)
    assert [row[heading.index("days")] for row in rows] == ["182", "146", "85", "57", "38", "36"]
    heading, rows = rows_of(ask("delays", "--by", "province", "--csv"))
    assert heading == list(GROUP_COLUMNS)
    assert [row[1:3] for row in rows][:2] == [["thành phố Cần Thơ", "3"], ["tỉnh Hưng Yên", "4"]]


def test_compare_for_people_and_programs(ask: Any) -> None:
    text = ask("compare", "139-CTr/TU", "140-CTr/TU").stdout
    assert "Cùng ngày." in text
    assert "Chỉ A (1):" in text
    assert "A: trực tiếp · sau 146 ngày" in text
    answer = ask("compare", "31-KH/ĐU", "18/KH-UBND", "--json").json()
    assert [item["document"]["code"] for item in answer["targets"]["common"]] == ["19-NQ/TW", "140-CTr/TU"]
    heading, rows = rows_of(ask("compare", "31-KH/ĐU", "18/KH-UBND", "--csv"))
    assert heading == list(COMPARISON_COLUMNS)
    assert {len(row) for row in rows} == {len(heading)}
    assert {row[0] for row in rows} == {"targets", "programmes"}


def test_compare_offers_the_option_that_decides(ask: Any) -> None:
    result = ask("compare", "109-KH/HU", "139-CTr/TU", code=2)
    assert "cuthehoa compare 109-KH/HU 139-CTr/TU" in result.stderr
    assert "--date-a 2023-02-20" in result.stderr
    result = ask("compare", "139-CTr/TU", "109-KH/HU", code=2)
    assert "--date-b 2023-02-20" in result.stderr
    ask("compare", "139-CTr/TU", "109-KH/HU", "--date-b", "20/2/2023")


BAD: list[tuple[tuple[str, ...], str]] = [
    (("coverage", "18-NQ/TW"), "có thể là"),
    (("coverage", "999-NQ/TW"), "không tìm thấy"),
    (("coverage", "--units", "village"), "không có giá trị “village”"),
    (("coverage", "--units", "central"), "không có giá trị “central”"),
    (("coverage", "--in", "tỉnh Không Có"), "không có đơn vị hành chính"),
    (("coverage", "--in", "xã Tân Bình", "--units", "commune"), "có thể là"),
    (("coverage", "--since", "31/2/2022"), "--since"),
    (("coverage", "--since", "2023", "--until", "2022"), "--since muộn hơn --until"),
    (("coverage", *LAND, "--as-of", "2020"), "ra sau ngày được hỏi"),
    (("coverage", "--min-confidence", "2"), "--min-confidence"),
    (("coverage", "--json", "--csv"), "không dùng cùng lúc"),
    (("delays", "--by", "year"), "không có giá trị “year”"),
    (("delays", "--slowest", "-1"), "--slowest"),
    (("delays", "--relation", "covers"), "--relation"),
    (("delays", "--as-of", "hôm qua"), "--as-of"),
    (("compare", "139-CTr/TU"), "thiếu"),
    (("compare", "139-CTr/TU", "999-NQ/TW"), "không tìm thấy"),
    (("compare", "139-CTr/TU", "140-CTr/TU", "--date-a", "x"), "--date-a"),
    (("report", "--units", "x"), "không có giá trị “x”"),
    (("report", "--html", "."), "đây là thư mục"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "said"), BAD)
def test_bad_input_ends_with_two_and_one_line(arguments: tuple[str, ...], said: str, ask: Any) -> None:
    result = ask(*arguments, code=2)
    assert result.stdout == ""
    assert said in result.stderr
    assert result.stderr.startswith("Lỗi:")


def test_the_report_in_its_forms(ask: Any, tmp_path: Path) -> None:
    text = ask("report").stdout
    for title in ("Đơn vị nào thực hiện văn bản Trung ương nào", "Sau bao nhiêu ngày", "Sai sót trong nguồn ("):
        assert title in text
    answer = ask("report", "--json", "--units", "district").json()
    assert list(answer)[:2] == ["coverage", "delays"]
    assert len(answer["coverage"]["units"]) == 6
    assert len(answer["errors"]["rows"]) == sum(answer["errors"]["counts"].values()) >= 3
    written = ask("report", "--html", str(tmp_path / "a" / "b.html"), "--md", str(tmp_path / "b.md")).stdout
    assert written.splitlines() == [str(tmp_path / "a" / "b.html"), str(tmp_path / "b.md")]
    page = (tmp_path / "a" / "b.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" in page
    assert "http://" not in page
    assert (tmp_path / "b.md").read_text(encoding="utf-8").startswith("# Báo cáo về đồ thị văn bản\n")


HOSTILE = "<script>alert(1)</script> *đậm* | [x](http://x.vn) `mã` & \x1b[31m\n# tiêu đề"


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_no_form_takes_text_for_markup() -> None:
    blocks = (HOSTILE, Heading(HOSTILE), ItemList((Item(HOSTILE, (Quote(HOSTILE, HOSTILE),)),)),
              TableBlock((HOSTILE, "2"), ((HOSTILE, HOSTILE),)))  # fmt: skip
    report = Report(HOSTILE, ((HOSTILE, HOSTILE),), (Section("x", HOSTILE, blocks, None),))
    plain = Report("x", (("x", "x"),), (Section("x", "x", ("x", Heading("x"), ItemList((Item("x", (Quote("x", "x"),)),)),
                   TableBlock(("x", "2"), (("x", "x"),))), None),))  # fmt: skip
    tags, usual = _Tags(), _Tags()
    tags.feed(to_html(report))
    usual.feed(to_html(plain))
    assert tags.tags == usual.tags
    assert "alert(1)" in tags.text
    markdown, usual_lines = to_markdown(report).splitlines(), to_markdown(plain).splitlines()
    assert len(markdown) == len(usual_lines)
    assert "<script" not in to_markdown(report).replace("\\<script", "")
    row = next(line for line in markdown if line.startswith("| ") and "---" not in line)
    assert row.replace("\\|", "").count("|") == 3
    assert "\x1b" not in "\n".join(report_lines(report)) + to_markdown(report) + to_html(report)


def test_a_report_of_hostile_documents_is_whole(tmp_path: Path) -> None:
    resolution = Doc("1-NQ/TW", CENTRAL, "<b>Trung ương</b>", "2022-01-01", type="Nghị quyết")
    plan = Doc("2-KH/TU <i>", "tỉnh <u>Hậu</u>", "Tỉnh ủy <u>Hậu</u>", "2023-01-01", held=True)
    with opened(tmp_path / "graph", content_of([resolution, plan], [Step(plan.key, resolution.key)])) as graph:
        report = make_report(graph, ReportScope())
    assert "<u>" not in to_html(report)
    assert json.dumps({section.key: section.data for section in report.sections})


def test_an_empty_graph_has_a_report(tmp_path: Path) -> None:
    with opened(tmp_path / "graph", content_of([], [])) as graph:
        text = "\n".join(report_lines(make_report(graph, ReportScope())))
    assert "chưa có văn bản Trung ương" in text
    assert "Chưa thấy sai sót nào." in text

"""What people read: the tree of a trace, tables, messages."""

import re
from dataclasses import replace

import pytest
from cascade_values import Cascade

from graph.answers import Direction, Entity, EntityDetails, EntityKind, SearchHit, Trace
from ontology.errors import CuthehoaError, QueryError, SourceError
from ontology.spans import Span
from ui.cli import console, failures
from ui.cli.listing import details_lines, search_lines
from ui.cli.trace_tree import trace_lines
from ui.wording import MODALITY_NOTES, RELATION_VERBS, read_date

TREE = """\
Nghị quyết 18-NQ/TW (16/6/2022), Ban Chấp hành Trung ương · chỉ được dẫn
├─ Chương trình 139-CTr/TU (9/11/2022), Tỉnh ủy Hậu Giang · chỉ được dẫn
│  │  → thực hiện 18-NQ/TW · độ tin cậy 0,90
│  │  “Kế hoạch số 109-KH/HU để cụ thể hóa thực hiện Chương trình số 139-CTr/TU về thực hiện Nghị
│  │   quyết số 18-NQ/TW”
│  │  (bao-cao.txt, ký tự 10–118)
│  └─ Kế hoạch 109-KH/HU (2/2/2023), Huyện ủy Phụng Hiệp · có văn bản
│        → cụ thể hóa 139-CTr/TU · độ tin cậy 0,97
│        (câu đã nêu ở trên: bao-cao.txt, ký tự 10–118)
└─ Nghị quyết 18-NQ/TW (không rõ ngày) · chưa rõ là văn bản nào
   │  viện dẫn này có thể là:
   │    - Nghị quyết 18-NQ/TW (16/6/2022), Ban Chấp hành Trung ương
   │    - Nghị quyết 18-NQ/TW (25/10/2017), Ban Chấp hành Trung ương
   └─ Kế hoạch 88-KH/HU (5/2023) · chỉ được dẫn
         → tiếp tục thực hiện 18-NQ/TW · độ tin cậy 0,90
         “Kế hoạch 88-KH/HU tiếp tục thực hiện Nghị quyết 18-NQ/TW”
         (bao-cao.txt, ký tự 10–66)"""


def lookup_in(cascade: Cascade) -> dict[str, Entity]:
    return {entity.iri: entity for entity in cascade.documents}


def test_a_trace_reads_as_a_tree(cascade: Cascade) -> None:
    lines = trace_lines(cascade.down, Direction.DOWN, lookup_in(cascade).__getitem__)
    assert "\n".join(lines) == TREE


def test_upward_each_line_says_what_is_carried_out(cascade: Cascade) -> None:
    trace = Trace(cascade.plan.iri, (cascade.plan, cascade.programme, cascade.resolution), cascade.edges[:2])
    text = "\n".join(trace_lines(trace, Direction.UP, lookup_in(cascade).__getitem__))
    assert "└─ Chương trình 139-CTr/TU" in text
    assert "→ được 109-KH/HU cụ thể hóa" in text
    assert "→ được 139-CTr/TU thực hiện" in text


def test_both_ways_give_two_trees(cascade: Cascade) -> None:
    trace = Trace(cascade.programme.iri, cascade.down.nodes, cascade.edges[:2])
    lines = trace_lines(trace, Direction.BOTH, lookup_in(cascade).__getitem__)
    up, down = lines.index("Văn bản cấp trên:"), lines.index("Văn bản triển khai:")
    assert any("18-NQ/TW" in line for line in lines[up:down])
    assert any("109-KH/HU" in line for line in lines[down:])


@pytest.mark.parametrize(
    ("direction", "words"),
    [(Direction.DOWN, "Chưa thấy văn bản nào triển khai"), (Direction.UP, "Chưa thấy văn bản này triển khai")],
)
def test_an_empty_cascade_is_said_in_words(cascade: Cascade, direction: Direction, words: str) -> None:
    trace = Trace(cascade.namesake.iri, (cascade.namesake,), ())
    assert words in "\n".join(trace_lines(trace, direction, lookup_in(cascade).__getitem__))


def test_a_cycle_ends_with_a_mark(cascade: Cascade) -> None:
    back = replace(cascade.edges[0], id="back", source=cascade.resolution.iri, target=cascade.plan.iri)
    trace = replace(cascade.down, edges=(*cascade.edges, back))
    text = "\n".join(trace_lines(trace, Direction.DOWN, lookup_in(cascade).__getitem__))
    assert text.count("đã nêu ở trên)") == 1


def test_control_characters_of_a_source_do_not_reach_the_terminal(cascade: Cascade) -> None:
    evil = "Kế hoạch \x1b]0;xấu\x07 \x9b31m"
    evidence = replace(cascade.edges[0].evidence[0], quote=evil, span=Span(0, len(evil)))
    trace = replace(cascade.down, edges=(replace(cascade.edges[0], evidence=(evidence,)),))
    text = "\n".join(trace_lines(trace, Direction.DOWN, lookup_in(cascade).__getitem__))
    assert not {"\x1b", "\x07", "\x9b"} & set(text)


def test_search_is_a_table(cascade: Cascade) -> None:
    heading, rule, row = search_lines("109", [SearchHit(cascade.plan, 1.0, 4)])
    assert heading.split("  ")[0] == "Loại"
    assert set(rule) == {"─", " "}
    cells = ["Văn bản", "Kế hoạch 109-KH/HU", "2/2/2023", "Huyện ủy Phụng Hiệp", "có văn bản", "4"]
    assert re.split(r"\s{2,}", row) == cells


def test_a_search_without_hits_says_what_to_try() -> None:
    assert "Không tìm thấy" in search_lines("không có", [])[0]


def test_show_gives_facts_and_statements_both_ways(cascade: Cascade) -> None:
    details = EntityDetails(
        cascade.programme,
        (cascade.edges[0],),
        (cascade.edges[1],),
        {cascade.resolution.iri: cascade.resolution, cascade.plan.iri: cascade.plan},
    )
    text = "\n".join(details_lines(details, lookup_in(cascade).__getitem__))
    assert text.startswith("Chương trình 139-CTr/TU\n")
    assert "  Cơ quan ban hành: Tỉnh ủy Hậu Giang" in text
    assert "→ thực hiện Nghị quyết 18-NQ/TW (16/6/2022)" in text
    assert "→ Kế hoạch 109-KH/HU (2/2/2023), Huyện ủy Phụng Hiệp cụ thể hóa 139-CTr/TU" in text


def test_a_post_reads_as_a_sentence(cascade: Cascade) -> None:
    person = Entity("https://example.org/p", EntityKind.PERSON, "Nguyễn Văn A")
    body = Entity("https://example.org/o", EntityKind.ORGANIZATION, "Huyện ủy Phụng Hiệp")
    post = replace(cascade.edges[0], source=person.iri, target=body.iri, role="Phó Bí thư")
    text = "\n".join(details_lines(EntityDetails(body, (), (post,), {person.iri: person}), lookup_in(cascade).get))  # type: ignore[arg-type]
    assert "→ Nguyễn Văn A là Phó Bí thư Huyện ủy Phụng Hiệp" in text


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2022-06-16", "2022-06-16"),
        ("16/6/2022", "2022-06-16"),
        ("16-06-2022", "2022-06-16"),
        ("16.6.2022", "2022-06-16"),
        ("6/2022", "2022-06"),
        ("2022-06", "2022-06"),
        (" 2022 ", "2022"),
    ],
)
def test_dates_as_people_type_them(typed: str, iso: str) -> None:
    assert str(read_date(typed)) == iso


@pytest.mark.parametrize("typed", ["", "31/2/2022", "hôm nay", "2022-13-01", "16/6/22", "1/1/1/2022"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_date(typed)


@pytest.mark.parametrize(
    ("message", "vietnamese"),
    [
        ("No such command 'trce'.", "không có lệnh “trce”."),
        ("No such command 'trce'. Did you mean 'trace'?", "không có lệnh “trce”. Có phải ý bạn là trace?"),
        ("No such option: --dat (Possible options: --date)", "không có tùy chọn --dat. Có phải ý bạn là --date?"),
        ("No such option: --x", "không có tùy chọn --x."),
        ("Missing argument 'MÃ|IRI'.", "thiếu MÃ|IRI."),
        ("Missing command.", "thiếu tên lệnh."),
        ("Option '--date' requires an argument.", "tùy chọn --date cần một giá trị."),
        ("Got unexpected extra argument(s) (a b)", "thừa tham số: a b."),
        ("Invalid value for '--jobs': '' is not a valid integer", "giá trị của --jobs phải là một số nguyên."),
        ("Invalid value for '--timeout': Input should be a valid number", "giá trị của --timeout phải là một số"),
        ("Something new", "Something new."),
    ],
)
def test_usage_errors_are_vietnamese(message: str, vietnamese: str) -> None:
    text = failures.usage_message(message, "cuthehoa trace")
    assert text.startswith(f"Lỗi: {vietnamese}")
    assert text.endswith("Xem cách dùng: cuthehoa trace --help")


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (SourceError("tệp rỗng", where="a.txt", todo="Bỏ tệp này"), 1, "Lỗi: a.txt: tệp rỗng. Bỏ tệp này."),
        (QueryError("sai\nở đây", where="dòng 1, cột 2"), 2, "Lỗi: dòng 1, cột 2: sai ở đây."),
        (CuthehoaError("chung"), 2, "Lỗi: chung."),
        (PermissionError(13, "Permission denied", "/x"), 2, "Lỗi: /x: không có quyền đọc hoặc ghi."),
        (OSError(28, "No space left on device"), 2, "Lỗi: hệ thống: ổ đĩa đã đầy."),
        (ValueError("hỏng"), 70, "Lỗi của chương trình, không phải do dữ liệu của bạn: ValueError: hỏng."),
    ],
)
def test_every_error_is_one_line(error: Exception, code: int, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert failures.report(error) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(line)
    assert err.count("\n") == 1


def test_a_traceback_is_shown_on_request(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("CUTHEHOA_DEBUG", "1")
    failures.report(ValueError("hỏng"))
    assert "ValueError: hỏng\nLỗi của chương trình" in capsys.readouterr().err


def test_progress_is_silent_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with console.Progress("Đang đọc") as progress:
        progress(1, 2, "a.txt")
    assert capsys.readouterr() == ("", "")


def test_csv_cells(capsys: pytest.CaptureFixture[str]) -> None:
    console.write_csv(("a", "b"), [(True, None), ('câu "trích", hai\ndòng', 0.5)])
    assert capsys.readouterr().out == 'a,b\ntrue,\n"câu ""trích"", hai\ndòng",0.5\n'


def test_every_closed_set_has_words() -> None:
    from ontology.statements import Modality, Relation

    assert set(RELATION_VERBS) == set(Relation)
    assert set(MODALITY_NOTES) == set(Modality)

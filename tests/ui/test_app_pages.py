"""Each page on a real graph of hand-made content: what it shows, and what it does when there is nothing to show."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from graph_content import (
    APPARATUS,
    LAND,
    NEW_COUNTRYSIDE,
    OPEN_18,
    PLAN_109,
    PROGRAMME_139,
    SECRETARY,
    TAN_BINH,
    UNPLANNED,
)
from page_graph import HOSTILE, HOSTILE_FILE, HOSTILE_NAME, HOSTILE_QUOTE, HOSTILE_TEXT, OpenPage, Shown, write_graph

from graph.content import GraphContent
from graph.findings import Finding, FindingKind

PAGES = ("home", "trace", "programmes", "reader", "query", "entity")


def type_into(shown: Shown, key: str, text: str) -> Shown:
    shown.app.text_input(key=key).set_value(text).run()
    return shown


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens(page_graph: Path, open_page: OpenPage, page: str) -> None:
    shown = open_page(page_graph, page)
    assert not shown.app.exception
    assert len(shown.app.title) == 1


@pytest.mark.parametrize("page", PAGES)
def test_without_a_graph_every_page_names_the_command_that_makes_one(
    tmp_path: Path, open_page: OpenPage, page: str
) -> None:
    shown = open_page(tmp_path / "không có", page)
    assert not shown.app.exception
    assert shown.app.title[0].value == "Chưa mở được đồ thị"
    assert "không có" in shown.entries()[0]["detail"]
    assert shown.app.code[0].value.startswith("cuthehoa build ")


@pytest.mark.parametrize("page", PAGES)
def test_on_an_empty_graph_every_page_says_what_is_missing(empty_graph: Path, open_page: OpenPage, page: str) -> None:
    assert not open_page(empty_graph, page).app.exception


def test_a_damaged_graph_is_told_and_not_a_traceback(tmp_path: Path, open_page: OpenPage) -> None:
    (tmp_path / "CURRENT").write_text("xyz")
    shown = open_page(tmp_path)
    assert not shown.app.exception
    assert "hỏng" in shown.names()[0]


def test_a_new_build_is_seen_at_the_next_click(tmp_path: Path, content: GraphContent, open_page: OpenPage) -> None:
    folder = write_graph(tmp_path / "graph", GraphContent("https://example.org/", (), (), (), ()))
    shown = open_page(folder)
    assert shown.app.metric[0].value == "0"
    write_graph(folder, content)
    shown.app.run()
    assert shown.app.metric[0].value == "2"


# -- home --------------------------------------------------------------------------------------------------------------


def test_home_counts_and_offers_the_most_carried_out_resolutions(page_graph: Path, open_page: OpenPage) -> None:
    shown = open_page(page_graph)
    assert [metric.value for metric in shown.app.metric][:1] == ["3"]
    assert shown.entries()[0]["link"]["parameters"] == {"doc": LAND}
    assert "1 văn bản triển khai" in shown.entries()[0]["note"]


def test_home_tells_what_seems_wrong_in_the_sources(tmp_path: Path, content: GraphContent, open_page: OpenPage) -> None:
    warning = "Một văn bản, hai ngày: *x* <b>đậm</b>"
    shown = open_page(
        write_graph(tmp_path / "graph", replace(content, findings=(Finding(FindingKind.WRONG_WAY, warning),)))
    )
    assert [text.value for text in shown.app.text] == [warning]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("18-NQ/TW", {"Nghị quyết 18-NQ/TW"}),
        ("xa tan binh", {"xã Tân Bình"}),
        (unicodedata.normalize("NFD", "xã Tân Bình"), {"xã Tân Bình"}),
        ("NÔNG THÔN MỚI", {"nông thôn mới"}),
        ("nguyen van a", {"Nguyễn Văn A"}),
    ],
)
def test_home_finds_by_folded_words(page_graph: Path, open_page: OpenPage, typed: str, found: set[str]) -> None:
    shown = type_into(open_page(page_graph), "home-search", typed)
    assert found <= set(shown.names())


def test_home_says_when_nothing_was_found(page_graph: Path, open_page: OpenPage) -> None:
    shown = type_into(open_page(page_graph), "home-search", "zzzz *x* <b>")
    assert shown.app.info[0].value.startswith("Không tìm thấy gì")


@pytest.mark.parametrize(
    ("typed", "page", "parameter"),
    [
        ("139-CTr/TU", "trace", {"doc": PROGRAMME_139}),
        ("nông thôn mới", "programmes", {"programme": NEW_COUNTRYSIDE}),
        ("Nguyễn Văn A", "entity", {"iri": SECRETARY}),
    ],
)
def test_hits_lead_to_the_page_of_their_kind(
    page_graph: Path, open_page: OpenPage, typed: str, page: str, parameter: dict[str, str]
) -> None:
    link = type_into(open_page(page_graph), "home-search", typed).entries()[0]["link"]
    assert (link["page"], link["parameters"]) == (page, parameter)


# -- cascade -----------------------------------------------------------------------------------------------------------


def test_trace_shows_the_chain_with_its_sentences(page_graph: Path, open_page: OpenPage) -> None:
    shown = open_page(page_graph, "trace", doc=LAND)
    rows = shown.rows()
    assert [(row["depth"], row["name"]) for row in rows][:3] == [
        (0, "Nghị quyết 18-NQ/TW"),
        (1, "Chương trình 139-CTr/TU"),
        (2, "Kế hoạch 109-KH/HU"),
    ]
    assert rows[1]["expanded"]
    passage = rows[1]["parts"][0]["passages"][0]
    assert "Nghị quyết số 18-NQ/TW" in passage["quote"]
    assert passage["link"]["page"] == "reader"
    assert rows[2]["relations"] == ["cụ thể hóa", "thực hiện"]
    assert len(shown.app.get("graphviz_chart")) == 1


def test_trace_ends_in_a_cycle_and_says_what_stands_elsewhere(page_graph: Path, open_page: OpenPage) -> None:
    rows = open_page(page_graph, "trace", doc=LAND).rows()
    again = [row for row in rows if "đã nêu ở dòng khác" in row["note"]]
    assert {row["name"] for row in again} == {"Kế hoạch 109-KH/HU"}


def test_trace_puts_an_undecided_citation_below_each_document_that_it_could_mean(
    page_graph: Path, open_page: OpenPage
) -> None:
    rows = open_page(page_graph, "trace", doc=APPARATUS).rows()
    assert (rows[1]["name"], rows[1]["note"]) == ("Nghị quyết 18-NQ/TW", "lời dẫn có thể chỉ văn bản ở trên")
    assert rows[1]["parts"] == []
    assert rows[2]["name"] == "Kế hoạch 109-KH/HU"


def test_trace_upward_tells_what_is_carried_out(page_graph: Path, open_page: OpenPage) -> None:
    shown = open_page(page_graph, "trace", doc=PLAN_109)
    shown.app.segmented_control(key="trace-direction").set_value("up").run()
    assert not shown.app.exception
    rows = shown.rows()
    assert any(row["name"] == "Chương trình 139-CTr/TU" and "được cụ thể hóa" in row["relations"] for row in rows)
    unclear = next(row for row in rows if row["candidates"])
    assert {choice["link"]["parameters"]["doc"] for choice in unclear["candidates"]} == {LAND, APPARATUS}


def test_trace_of_both_ways_shows_two_trees(page_graph: Path, open_page: OpenPage) -> None:
    shown = open_page(page_graph, "trace", doc=PROGRAMME_139)
    shown.app.segmented_control(key="trace-direction").set_value("both").run()
    assert [header.value for header in shown.app.header] == ["Văn bản cấp trên", "Văn bản triển khai"]


def test_trace_leaves_out_what_is_less_sure_than_asked(page_graph: Path, open_page: OpenPage) -> None:
    shown = open_page(page_graph, "trace", doc=LAND)
    shown.app.slider(key="trace-confidence").set_value(95).run()
    assert "Kế hoạch 200-KH/HU" not in [row["name"] for row in shown.rows()]


def test_trace_follows_the_chosen_relations(page_graph: Path, open_page: OpenPage) -> None:
    shown = open_page(page_graph, "trace", doc=PROGRAMME_139)
    shown.app.get("button_group")[1].set_value(["linked_with"]).run()
    assert not shown.app.exception
    assert [row["name"] for row in shown.rows()][1:] == ["Kế hoạch 200-KH/HU"]


def test_trace_of_an_ambiguous_code_offers_the_choice(page_graph: Path, open_page: OpenPage) -> None:
    shown = open_page(page_graph, "trace", doc="18-NQ/TW")
    assert shown.app.title[0].value == "Số hiệu này chỉ nhiều văn bản"
    assert [entry["link"]["parameters"]["doc"] for entry in shown.entries()] == [APPARATUS, LAND, OPEN_18]


@pytest.mark.parametrize("doc", ["99-NQ/XX", "https://example.org/không-có", "<script>alert(1)</script>", "'; --", "%"])
def test_trace_of_an_unknown_document_says_so_and_offers_the_search(
    page_graph: Path, open_page: OpenPage, doc: str
) -> None:
    shown = open_page(page_graph, "trace", doc=doc)
    assert not shown.app.exception
    assert shown.pieces("entries")[0]["card"]
    assert shown.app.text_input(key="trace-search")


def test_trace_of_a_document_that_nobody_carries_out_says_so(page_graph: Path, open_page: OpenPage) -> None:
    assert open_page(page_graph, "trace", doc=UNPLANNED).app.info[0].value.startswith("Chưa thấy văn bản nào")


# -- programmes --------------------------------------------------------------------------------------------------------


def test_programmes_draws_the_map_of_all_pairs(page_graph: Path, open_page: OpenPage) -> None:
    shown = open_page(page_graph, "programmes")
    assert len(shown.app.get("vega_lite_chart") or shown.app.get("arrow_vega_lite_chart")) == 1
    assert "2 địa bàn" in shown.entries()[0]["note"]


@pytest.mark.parametrize("place", [TAN_BINH, "xa tan binh, huyện Phụng Hiệp"])
def test_programmes_of_a_place_by_iri_and_by_name(page_graph: Path, open_page: OpenPage, place: str) -> None:
    rows = open_page(page_graph, "programmes", place=place).rows()
    assert {row["name"] for row in rows} == {"nông thôn mới", "Dự án đường bộ cao tốc Châu Đốc - Cần Thơ - Sóc Trăng"}
    assert all(row["parts"][0]["passages"] for row in rows)


@pytest.mark.parametrize("programme", [NEW_COUNTRYSIDE, "nong thon moi"])
def test_places_of_a_programme_tell_two_of_one_name_apart(
    page_graph: Path, open_page: OpenPage, programme: str
) -> None:
    rows = open_page(page_graph, "programmes", programme=programme).rows()
    assert [row["name"] for row in rows] == ["xã Tân Bình", "xã Tân Bình"]
    assert len({row["detail"] for row in rows}) == 2


def test_programmes_list_is_filtered_by_folded_words(page_graph: Path, open_page: OpenPage) -> None:
    shown = type_into(open_page(page_graph, "programmes"), "programmes-filter-programme", "cao toc")
    assert len(shown.entries()) == 1


def test_programmes_of_an_unknown_place_says_so(page_graph: Path, open_page: OpenPage) -> None:
    shown = open_page(page_graph, "programmes", place="xã Không Có")
    assert shown.app.info[0].value.startswith("Không có câu nào")


# -- reader ------------------------------------------------------------------------------------------------------------


def test_reader_lists_the_sources_and_filters_them(page_graph: Path, open_page: OpenPage) -> None:
    shown = open_page(page_graph, "reader")
    assert len(shown.entries()) == 3
    assert [entry["name"] for entry in type_into(shown, "reader-filter", "109").entries()] == ["Kế hoạch 109-KH/HU"]


def test_reader_shows_the_text_whole_and_marks_the_place(page_graph: Path, open_page: OpenPage) -> None:
    start = HOSTILE_TEXT.index(HOSTILE_QUOTE)
    shown = open_page(page_graph, "reader", file=HOSTILE_FILE, start=str(start), end=str(start + 9))
    [data] = shown.pieces("reader")
    assert "".join(text for text, _, _ in data["segments"]) == HOSTILE_TEXT
    assert "".join(text for text, _, aimed in data["segments"] if aimed) == "thực hiện"
    assert [kind["label"] for kind in data["kinds"]] == ["DOC"]


@pytest.mark.parametrize(("start", "end"), [("x", "y"), ("-5", "3"), ("9", "3"), ("99999999", ""), ("0", "99999999")])
def test_reader_takes_any_place_in_the_address(page_graph: Path, open_page: OpenPage, start: str, end: str) -> None:
    shown = open_page(page_graph, "reader", file=HOSTILE_FILE, start=start, end=end)
    assert not shown.app.exception
    assert "".join(text for text, _, _ in shown.pieces("reader")[0]["segments"]) == HOSTILE_TEXT


@pytest.mark.parametrize("file", ["không-có.txt", "../../../etc/passwd", "/etc/passwd"])
def test_reader_of_an_unknown_file_says_so(page_graph: Path, open_page: OpenPage, file: str) -> None:
    shown = open_page(page_graph, "reader", file=file)
    assert not shown.app.exception
    assert "không có tệp này" in shown.names()[0]


# -- entity ------------------------------------------------------------------------------------------------------------


def test_entity_tells_all_statements_also_denied_and_intended_ones(page_graph: Path, open_page: OpenPage) -> None:
    rows = open_page(page_graph, "entity", iri=LAND).rows()
    assert [(row["name"], row["note"]) for row in rows if row["note"]] == [("Kế hoạch 200-KH/HU", "mới là dự định")]


def test_entity_of_a_person_tells_the_posts(page_graph: Path, open_page: OpenPage) -> None:
    [row] = open_page(page_graph, "entity", iri=SECRETARY).rows()
    assert {"Bí thư", "Chủ tịch HĐND"} == set(row["note"].split(", "))


def test_entity_that_is_open_lists_its_candidates(page_graph: Path, open_page: OpenPage) -> None:
    shown = open_page(page_graph, "entity", iri=OPEN_18)
    assert "Có thể là" in [header.value for header in shown.app.header]


def test_entity_that_is_unknown_is_told(page_graph: Path, open_page: OpenPage) -> None:
    shown = open_page(page_graph, "entity", iri="https://example.org/<b>")
    assert not shown.app.exception
    assert "không có thực thể này" in shown.names()[0].lower()


# -- text that means harm ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "parameters"),
    [
        ("trace", {"doc": HOSTILE}),
        ("trace", {"doc": PROGRAMME_139}),
        ("reader", {"file": HOSTILE_FILE}),
        ("reader", {}),
        ("entity", {"iri": HOSTILE}),
        ("programmes", {"place": "<script>x</script>"}),
    ],
)
def test_text_of_documents_never_becomes_markup(
    page_graph: Path, open_page: OpenPage, page: str, parameters: dict[str, str]
) -> None:
    shown = open_page(page_graph, page, **parameters)
    assert not shown.app.exception
    for piece in (HOSTILE_NAME, HOSTILE_QUOTE, HOSTILE_FILE, "<u>", "<script>", "<h1>", "# [tiêu đề]"):
        assert piece not in shown.markup()


def test_a_hostile_quote_is_shown_to_the_letter(page_graph: Path, open_page: OpenPage) -> None:
    rows = open_page(page_graph, "trace", doc=PROGRAMME_139).rows()
    row = next(row for row in rows if row["name"] == HOSTILE_NAME)
    assert row["parts"][0]["passages"][0]["quote"] == HOSTILE_QUOTE

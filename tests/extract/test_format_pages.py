"""From lines with places to text: running heads, page numbers, wrapped lines, hyphens, page starts."""

import pytest

from extract.formats.page_layout import lay_out
from extract.formats.pages import Line, Page

WIDTH, HEIGHT = 600.0, 800.0
LEFT, RIGHT = 80.0, 520.0
LETTER = 6.0


def line(text: str, top: float, *, left: float = LEFT, right: float | None = None, size: float = 14.0) -> Line:
    """A line; without ``right`` it is as long as its letters make it."""
    end = left + LETTER * len(text) if right is None else right
    return Line(text, left, top, end, top + size, size, LETTER * len(text.split()[0]))


def full(text: str, top: float, **place: float) -> Line:
    return line(text, top, right=RIGHT, **place)


def page(*lines: Line) -> Page:
    return Page(WIDTH, HEIGHT, lines)


def text(*lines: Line) -> str:
    return lay_out([page(*lines)]).text


HYPHENS = [
    ("theo Nghị quyết số 18-", "NQ/TW của Trung ương", "theo Nghị quyết số 18-NQ/TW của Trung ương"),
    ("Nghị định số 105/2021/", "NĐ-CP của Chính phủ", "Nghị định số 105/2021/NĐ-CP của Chính phủ"),
    ("phát triển kinh tế -", "xã hội của tỉnh", "phát triển kinh tế - xã hội của tỉnh"),
    ("tỉnh Thừa Thiên-", "Huế và các tỉnh", "tỉnh Thừa Thiên-Huế và các tỉnh"),
    ("chương trình inter-", "national và khác", "chương trình international và khác"),
    ("vùng đông-", "nam của tỉnh", "vùng đông-nam của tỉnh"),
]


@pytest.mark.parametrize(("first", "second", "joined"), HYPHENS)
def test_hyphens_at_line_ends(first: str, second: str, joined: str) -> None:
    assert text(full(first, 200), line(second, 220)) == joined


def test_wrapped_lines_are_joined_and_short_ones_end_a_paragraph() -> None:
    assert text(
        full("Thực hiện Nghị quyết số 18-NQ/TW của", 200, left=100),
        full("Trung ương, Ban Thường vụ ban hành kế", 220),
        line("hoạch như sau.", 240),
        line("Mục tiêu", 260),
    ) == "Thực hiện Nghị quyết số 18-NQ/TW của Trung ương, Ban Thường vụ ban hành kế hoạch như sau.\n\nMục tiêu"  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "paragraphs"),
    [
        ("Căn cứ Luật Đất đai ngày 29/11/2013;", "Căn cứ Luật Quy hoạch;", 2),
        ("Căn cứ Luật Quy hoạch và văn bản thi hành;", "Xét đề nghị của Sở Nội vụ", 2),
        ("theo Nghị quyết số 18-NQ/TW năm 2022;", "Nghị quyết số 19-NQ/TW và 20-NQ/TW.", 1),
        ("Căn cứ Luật Tổ chức chính quyền năm 2025", "Căn cứ Quyết định số 213/QĐ-TTg", 2),
        ("ỦY THÁC QUA NGÂN HÀNG CHÍNH SÁCH XÃ HỘI", "Thực hiện Luật Quy hoạch", 2),
        ("ỦY THÁC QUA NGÂN HÀNG CHÍNH SÁCH XÃ HỘI", "TRÊN ĐỊA BÀN THÀNH PHỐ", 1),
        ("theo Luật Đất đai, các nghị định và theo", "Thực hiện Luật Quy hoạch", 1),
    ],
)
def test_grounds_of_a_decision_stand_below_each_other(first: str, second: str, paragraphs: int) -> None:
    assert len(text(full(first, 200), line(second, 220)).split("\n\n")) == paragraphs


def test_an_indent_begins_a_paragraph() -> None:
    assert text(full("dòng đầy thứ nhất.", 200), full("Đoạn mới thụt vào", 220, left=110)).count("\n\n") == 1


def test_items_hang() -> None:
    made = text(full("- Đảng ủy các xã xây dựng kế hoạch", 200), full("thực hiện", 220, left=95), full("- Hai", 240))
    assert made == "- Đảng ủy các xã xây dựng kế hoạch thực hiện\n\n- Hai"


def test_a_gap_parts_paragraphs() -> None:
    assert text(full("một dòng đầy", 200), full("Dòng sau khoảng trống", 260)).count("\n\n") == 1


def test_a_narrow_cell_leaves_the_decision_to_the_normaliser() -> None:
    assert text(line("Ban hành theo", 200, left=300), line("quyết định", 216, left=300)) == "Ban hành theo\nquyết định"


def test_columns_are_not_joined() -> None:
    made = text(full("HUYỆN ỦY\tĐẢNG CỘNG SẢN", 100), full("PHỤNG HIỆP\tNgày 2", 120))
    assert made == "HUYỆN ỦY\tĐẢNG CỘNG SẢN\n\nPHỤNG HIỆP\tNgày 2"


def running(number: int, *, head: str = "KẾ HOẠCH 109-KH/HU", foot: str | None = None) -> Page:
    foot = f"- {number} -" if foot is None else foot
    return page(
        line(head, 40 + number % 2 * 0.4),
        full(f"Trang này nói về việc thứ {number} và còn", 300),
        line("nữa.", 320),
        line(foot, 760, left=290),
    )


def test_running_heads_and_page_numbers_go() -> None:
    made = lay_out([running(number) for number in range(1, 6)])
    assert "KẾ HOẠCH" not in made.text
    assert "-" not in made.text
    assert made.text.count("nữa.") == 5
    assert [made.text[start:][:9] for start in made.pages] == ["Trang này"] * 5


@pytest.mark.parametrize("foot", ["2", "Trang {}", "{}/7", "– {} –", "Page {}"])
def test_forms_of_page_numbers(foot: str) -> None:
    made = lay_out([running(number, foot=foot.format(number)) for number in (2, 3, 4)])
    assert made.text.count("\n\n") == 2


def test_a_head_on_every_other_page_goes() -> None:
    heads = ["Công báo", "Số 7"]
    made = lay_out([running(number, head=heads[number % 2]) for number in range(1, 9)])
    assert "Công báo" not in made.text
    assert "Số 7" not in made.text


def test_text_that_is_repeated_stays() -> None:
    """The same wrapped sentence at the top of page after page is no running head."""
    lines = (full("Thực hiện Nghị quyết số 18-NQ/TW của", 40), line("Trung ương.", 58))
    made = lay_out([page(*lines)] * 4)
    assert made.text.count("Thực hiện Nghị quyết số 18-NQ/TW của Trung ương.") == 4


def test_what_stands_once_in_the_margin_stays() -> None:
    made = lay_out([page(line("HUYỆN ỦY PHỤNG HIỆP", 40), line("Số 109-KH/HU", 60), line("2023", 770))])
    assert made.text == "HUYỆN ỦY PHỤNG HIỆP\n\nSố 109-KH/HU\n\n2023"


def test_the_number_of_a_single_page_goes() -> None:
    assert text(line("Nội dung", 300), line("1", 770)) == "Nội dung"


def test_paragraphs_go_on_over_pages() -> None:
    made = lay_out([page(full("Ban Thường vụ ban hành", 700)), page(full("kế hoạch như sau", 60))])
    assert made.text == "Ban Thường vụ ban hành kế hoạch như sau"
    assert made.pages == (0, 23)


def test_pages_without_lines() -> None:
    made = lay_out([page(), page(line("a.", 300)), page(), page(line("B", 300)), page()])
    assert made.text == "a.\n\nB"
    assert made.pages == (0, 0, 2, 4, 5)


def test_nothing_at_all() -> None:
    assert lay_out([]).pages == ()
    assert lay_out([page()]).text == ""


def note(text: str, top: float) -> Line:
    return line(text, top, size=10.0)


def test_notes_stand_before_the_paragraph_that_goes_on_over_the_page() -> None:
    made = lay_out(
        [
            page(
                line("Mở đầu.", 100),
                full("Câu này của thân văn bản dài và còn đi qua", 140),
                note("1 Kế hoạch số 1-KH/HU.", 700),
            ),
            page(line("trang sau.", 100), note("2 Kế hoạch ngày", 700), note("02 tháng 02.", 712)),
        ]
    )
    assert made.text == (
        "Mở đầu.\n\n[1] Kế hoạch số 1-KH/HU.\n\nCâu này của thân văn bản dài và còn đi qua trang sau.\n\n[2] Kế hoạch ngày\n02 tháng 02."
    )
    assert made.pages == (0, made.text.index("trang sau"))


def test_notes_stand_behind_a_page_that_ends_with_its_paragraph() -> None:
    pages = [
        page(line("Hết ý.", 100), note("[1] Một.", 700)),
        page(note("[2] Hai.", 700)),
        page(line("Ý mới.", 100)),
    ]
    assert lay_out(pages).text == "Hết ý.\n\n[1] Một.\n\n[2] Hai.\n\nÝ mới."


def test_a_note_that_goes_on_over_the_page_is_one() -> None:
    wide = Line("[1] Kế hoạch số 1-KH/HU ngày 02/02/2023 để", LEFT, 700, RIGHT, 710, 10.0, 20.0)
    pages = [
        page(full("Thân văn bản này dài hơn mọi ghi chú ở dưới nó. " * 3, 100), wide),
        page(line("Trang sau.", 100), note("thực hiện.", 700)),
    ]
    made = lay_out(pages).text
    assert made.startswith("[1] Kế hoạch số 1-KH/HU ngày 02/02/2023 để thực hiện.\n\nThân văn bản")


def test_small_letters_without_a_mark_are_no_notes() -> None:
    assert text(line("Thân văn bản dài hơn", 100), note("Nơi nhận:", 600), note("- Tỉnh ủy", 612)) == (
        "Thân văn bản dài hơn\n\nNơi nhận:\n\n- Tỉnh ủy"
    )

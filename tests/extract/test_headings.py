import pytest

from extract.components.headings import heading_scope, is_item, line_start


def reached(text, name="OCOP"):
    start = text.index(name)
    scope = heading_scope(text, line_start(text, start), start, start + len(name))
    return None if scope is None else text[scope.begin : scope.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I. OCOP\nA\nII. KHÁC\nB", "A\n"),
        ("1. OCOP\n- A\n- B\n2. Khác", "- A\n- B\n"),
        ("1. OCOP\n1.1. A\n1.2. B\n2. Khác", "1.1. A\n1.2. B\n"),
        ("a) OCOP:\n- A\nb) Khác", "- A\n"),
        ("- OCOP:\n+ A\n+ B\n- Khác", "+ A\n+ B\n"),
        ("+ OCOP:\n- A\n- B\n+ Khác", "- A\n- B\n"),
        ("Các xã sau đây tham gia OCOP:\n1. A\n2. B\nI. KHÁC", "1. A\n2. B\n"),
        ("VỀ OCOP\nA\nVỀ Y TẾ\nB", "A\n"),
    ],
)
def test_a_heading_reaches_to_the_next_of_its_rank(text, expected):
    assert reached(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Huyện có 31 sản phẩm OCOP được công nhận trong năm.\nA",
        "Hội nghị bàn về OCOP và các việc khác\nA",
        "OCOP",
    ],
)
def test_an_ordinary_line_is_no_heading(text):
    assert reached(text) is None


def test_a_heading_does_not_reach_over_pages():
    assert len(reached("1. OCOP\n" + "Dòng chữ.\n" * 1_000)) <= 1_500


@pytest.mark.parametrize(
    ("line", "expected"), [("- A", True), ("+ A", True), ("a) A", True), ("1. A", False), ("A", False)]
)
def test_items(line, expected):
    assert is_item(line, 0) is expected


def test_a_line_that_begins_too_far_off_is_not_known():
    text = "x" * 1_000
    assert line_start(text, 900) is None
    assert line_start(text, 100) == 0

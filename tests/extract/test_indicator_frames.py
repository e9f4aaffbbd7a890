"""Indicators: of which place, time and programme they are said; stages of programmes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from indicator_texts import REPORT, read, told, when, where, which

from ontology.mentions import EntityLabel, ProgrammeName

PLACES = [
    ("Xã Tân Bình đạt 15/19 tiêu chí.", ["xã Tân Bình"]),
    ("Tại xã Tân Bình, tỷ lệ hộ nghèo còn 2%.", ["xã Tân Bình"]),
    ("Tỷ lệ hộ nghèo của xã Tân Bình còn 2%.", ["xã Tân Bình"]),
    ("Xây dựng 12 căn nhà tại xã Hòa Mỹ.", ["xã Hòa Mỹ"]),
    ("Xã Tân Bình, huyện Phụng Hiệp có 35 hộ nghèo thiếu đất.", ["xã Tân Bình"]),
    ("Tỷ lệ hộ nghèo còn 2%.", ["*"]),
    ("Toàn huyện có 62 HTX.", ["*"]),
    ("Ủy ban nhân dân huyện hỗ trợ 25 hộ nghèo.", ["*"]),
    ("Các xã Tân Bình, Bình Thành có 35 hộ nghèo thiếu đất.", [None]),
    ("Xã Tân Bình có 35 hộ nghèo thiếu đất; tỷ lệ hộ cận nghèo còn 2%.", ["xã Tân Bình", "*"]),
    ("1. Xã Tân Bình:\n- Tỷ lệ hộ nghèo còn 2%.\n- Có 35 hộ nghèo thiếu đất.", ["xã Tân Bình"] * 2),
    ("1. Xã Tân Bình\n- Tỷ lệ hộ nghèo còn 2%.\n2. Xã Hòa Mỹ\n- Tỷ lệ hộ nghèo còn 3%.", ["xã Tân Bình", "xã Hòa Mỹ"]),
    ("1. Xã Tân Bình:\n- Tỷ lệ hộ nghèo còn 2%.\n2. Kinh tế\n- Tỷ lệ hộ nghèo còn 3%.", ["xã Tân Bình", "*"]),
    ("Phát hành 100 quyển Cẩm nang xã Hòa Mỹ.", [None]),
    ("- Xã Tân Bình: kết nạp 12 đảng viên mới.", ["xã Tân Bình"]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places(text: str, expected: list[str | None]) -> None:
    assert where(REPORT + text) == expected


PERIODS = [
    ("Tỷ lệ hộ nghèo còn 2%.", ["2024-01..2024-09*"]),
    ("Năm 2023, tỷ lệ hộ nghèo còn 2%.", ["2023..2023"]),
    ("Tỷ lệ hộ nghèo năm 2023 còn 2%.", ["2023..2023"]),
    ("Tỷ lệ hộ nghèo còn 2% trong năm 2023.", ["2023..2023"]),
    ("Quý I/2024, kết nạp 12 đảng viên mới.", ["2024-01..2024-03"]),
    ("6 tháng đầu năm 2024, kết nạp 12 đảng viên mới.", ["2024-01..2024-06"]),
    ("6 tháng đầu năm, kết nạp 12 đảng viên mới.", ["2024-01..2024-06"]),
    ("3 tháng cuối năm 2024, dự kiến kết nạp 12 đảng viên mới.", ["2024-10..2024-12"]),
    ("Giai đoạn 2021 - 2025, tỷ lệ hộ nghèo đạt 2%.", ["2021..2025"]),
    ("Trong giai đoạn 2021-2025, kết nạp 12 đảng viên mới.", ["2021..2025"]),
    ("Đến tháng 6/2024, tỷ lệ hộ nghèo còn 2%.", ["None..2024-06"]),
    ("Tính đến ngày 30/6/2024, tỷ lệ hộ nghèo còn 2%.", ["None..2024-06-30"]),
    ("Phấn đấu đến năm 2025 tỷ lệ hộ nghèo còn 1%.", ["None..2025"]),
    ("Phấn đấu tỷ lệ hộ nghèo còn 1%.", [None]),
    ("Tỷ lệ hộ nghèo giảm 1% so với cùng kỳ năm 2023.", ["2024-01..2024-09*"]),
    ("Tỷ lệ hộ nghèo năm 2022 là 3%, năm 2023 là 2%.", ["2022..2022", "2023..2023"]),
    ("Thực hiện Kế hoạch số 12-KH/HU năm 2022; kết nạp 12 đảng viên mới.", ["2024-01..2024-09*"]),
    ("1. Kết quả năm 2022\n- Kết nạp 12 đảng viên mới.", ["2022..2022"]),
    ("II. PHƯƠNG HƯỚNG NĂM 2025\n- Kết nạp 12 đảng viên mới.", ["2025..2025"]),
    ("Từ năm 2020 đến nay, kết nạp 12 đảng viên mới.", ["2020..None"]),
    ("Kết nạp 12 đảng viên mới tháng 5/2024.", ["2024-05..2024-05"]),
    ("Năm học 2023 - 2024, có 1.056 học sinh đậu tốt nghiệp.", ["2023..2024"]),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_periods(text: str, expected: list[str | None]) -> None:
    assert when(REPORT + text) == expected


NTM = "Chương trình mục tiêu quốc gia xây dựng nông thôn mới"

PROGRAMMES = [
    ("Có 03 xã đạt chuẩn nông thôn mới nâng cao.", ["nông thôn mới nâng cao"]),
    (f"Tổng vốn {NTM} được 12,5 tỷ đồng.", [NTM]),
    ("Vận động Quỹ “Vì người nghèo” được 33 tỷ đồng, đạt 111% kế hoạch.", ["Quỹ “Vì người nghèo”"] * 2),
    (f"1. {NTM}:\n- Huy động 12,5 tỷ đồng vốn đầu tư.", [NTM]),
    ("Tỷ lệ hộ nghèo còn 2%.", [None]),
    (f"Thực hiện {NTM} đạt kết quả tốt; kết nạp 12 đảng viên mới.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), PROGRAMMES)
def test_programmes(text: str, expected: list[str | None]) -> None:
    assert which(REPORT + text) == expected


STAGES = [
    (f"Thực hiện {NTM} giai đoạn 2021 - 2025.", "2021..2025"),
    (f"Thực hiện {NTM}, giai đoạn 2021-2025.", "2021..2025"),
    (f"Thực hiện {NTM} (giai đoạn 2021 - 2025).", "2021..2025"),
    (f"Thực hiện {NTM} năm 2024.", "2024..2024"),
    (f"Thực hiện {NTM}.", None),
    (f"Thực hiện {NTM} so với năm 2024.", None),
    ("Xã Tân Bình đạt chuẩn nông thôn mới năm 2024.", None),
    ("Xã Tân Bình xây dựng nông thôn mới giai đoạn 2021 - 2025.", "2021..2025"),
]


@pytest.mark.parametrize(("text", "expected"), STAGES)
def test_stages_of_programmes(text: str, expected: str | None) -> None:
    (mention,) = (m for m in read(text).mentions if m.label is EntityLabel.PROG)
    assert isinstance(mention.detail, ProgrammeName)
    stage = mention.detail.stage
    assert (f"{stage.start}..{stage.end}" if stage else None) == expected
    assert "giai đoạn" not in mention.text
    assert "năm 2024" not in mention.text


def test_a_target_of_a_programme_takes_its_stage() -> None:
    text = f"{NTM} giai đoạn 2021 - 2025 phấn đấu có 12 xã đạt chuẩn."
    assert (which(text), when(text)) == ([NTM], ["2021..2025"])


def test_items_of_a_list_are_read_one_by_one() -> None:
    text = (
        "* Kết quả thực hiện các chỉ tiêu:\n"
        "- Tỷ lệ hộ nghèo: còn 1,2%;\n"
        "- Kết nạp 25 đảng viên mới;\n"
        "+ Thu ngân sách đạt 90 tỷ đồng.\n"
    )
    assert told(REPORT + text)[-2:] == ["25 đảng viên mới: Kết nạp đảng viên mới", "90 tỷ đồng: Thu ngân sách"]


def test_cells_of_a_table_tell_nothing_alone() -> None:
    assert (
        told(REPORT + "| TT | Chỉ tiêu | Kế hoạch | Kết quả |\n| 1 | Hộ nghèo | 25 | 12 |\n| 2 | Xã | 3 hộ | 4 hộ |")
        == []
    )


def test_evidence_and_spans_are_of_the_original_text() -> None:
    text = f"{REPORT}Xã  Tân\u00a0Bình đạt **15/19**\ttiêu chí.\r\nTỷ lệ hộ nghèo còn 1,2%."
    found = read(text)
    for indicator in found.indicators:
        assert indicator.evidence.quote == text[indicator.evidence.span.start : indicator.evidence.span.end]
        assert indicator.evidence.span.contains(indicator.span)
        assert 0 < indicator.evidence.confidence <= 1
    assert [i.span.of(text) for i in found.indicators] == ["15/19**\ttiêu chí", "1,2%"]


PIECES = st.sampled_from(
    ["Kết nạp ", "12 ", "đảng viên", " (", ")", ", ", "; ", ". ", "\n", "đạt ", "99,5%", " kế hoạch", "“", "”", "xã Tân Bình ",
     "từ 3% xuống còn ", "năm 2024 ", " và ", "- ", "1. ", "Điều 2. ", "giai đoạn 2021 - 2025", "1/2/", ":", "\t", "nông thôn mới "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_read(text: str) -> None:
    found = read(text)
    for indicator in found.indicators:
        assert indicator.evidence.quote == indicator.evidence.span.of(text)
        assert indicator.name
        assert indicator.name == " ".join(indicator.name.split())

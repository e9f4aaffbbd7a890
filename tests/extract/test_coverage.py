import pytest

from extract.components.coverage import BEHIND, JOINED, REACHED, find_coverage
from extract.components.organizations import find_organizations
from extract.components.places import find_places
from extract.components.programmes import find_programmes
from extract.context import Context
from extract.flatten import flatten


def pairs(text):
    context = Context()
    finders = (find_places, find_organizations, find_programmes)
    mentions = flatten(mention for find in finders for mention in find(text, context))
    return [
        (mentions[p.programme].norm, mentions[p.place].norm, p.rule) for p in find_coverage(text, mentions, context)
    ]


ROAD = "Dự án đầu tư xây dựng đường bộ cao tốc Châu Đốc - Cần Thơ - Sóc Trăng"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{ROAD} giai đoạn 1 đoạn qua huyện 25 km (gồm các xã Tân Bình, Hoà Mỹ, thị trấn Búng Tàu), có 770 hộ",
            [(ROAD, "xã Tân Bình", BEHIND), (ROAD, "xã Hòa Mỹ", BEHIND), (ROAD, "thị trấn Búng Tàu", BEHIND)],
        ),
        (
            "8/12 xã đạt chuẩn nông thôn mới (trong đó, xã Phương Phú đạt chuẩn nông thôn mới nâng cao)",
            [("nông thôn mới", "xã Phương Phú", BEHIND), ("nông thôn mới nâng cao", "xã Phương Phú", REACHED)],
        ),
        ("tiêu chí về xây dựng nông thôn mới xã Tân Bình", [("nông thôn mới", "xã Tân Bình", JOINED)]),
        (
            "nhân rộng mô hình “A” tại xã Phương Phú sang xã Tân Bình",
            [("mô hình “A”", "xã Phương Phú", BEHIND), ("mô hình “A”", "xã Tân Bình", BEHIND)],
        ),
        (
            "02 dự án (Nuôi heo thương phẩm ở xã Hòa Mỹ và Nuôi cá sặt rằn ở xã Hiệp Hưng)",
            [("Nuôi heo thương phẩm", "xã Hòa Mỹ", BEHIND), ("Nuôi cá sặt rằn", "xã Hiệp Hưng", BEHIND)],
        ),
        (
            "các xã Kim Liên, Nam Cát đạt chuẩn nông thôn mới nâng cao; xã Hùng Tiến về đích nông thôn mới",
            [
                ("nông thôn mới nâng cao", "xã Kim Liên", REACHED),
                ("nông thôn mới nâng cao", "xã Nam Cát", REACHED),
                ("nông thôn mới", "xã Hùng Tiến", REACHED),
            ],
        ),
        ("thực hiện mô hình “A” tại xã Tân Bình, huyện Phụng Hiệp", [("mô hình “A”", "xã Tân Bình", BEHIND)]),
    ],
)
def test_pairs_are_found(text, expected):
    assert pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp tục xây dựng nông thôn mới. Khánh thành cầu tại xã Tân Bình.",
        "thực hiện mô hình “A”, bàn giao nhà tại xã Hòa Mỹ",
        "Tháng Thanh niên năm 2024 với chủ đề “Thanh niên Hậu Giang xung kích”",
        "Quỹ “Vì người nghèo” của tỉnh Hậu Giang",
    ],
)
def test_no_pair_is_found(text):
    assert pairs(text) == []


def test_the_evidence_is_the_sentence():
    text = "Câu một. Mô hình “A” tại xã Tân Bình đạt kết quả. Câu ba."
    context = Context()
    mentions = flatten([*find_places(text, context), *find_programmes(text, context)])
    (pair,) = find_coverage(text, mentions, context)
    assert text[pair.start : pair.end] == "Mô hình “A” tại xã Tân Bình đạt kết quả."
    assert 0.5 < pair.confidence < 1

import pytest

from extract.components.places import find_places
from extract.context import Context
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.mentions import PlaceName
from ontology.places import place_table

DISTRICT = Context(
    Letterhead(organ="Huyện ủy Phụng Hiệp", level=Level.DISTRICT, place="huyện Phụng Hiệp", province="tỉnh Hậu Giang")
)


def found(text, context=DISTRICT):
    return [(text[place.start : place.end], place.norm) for place in find_places(text, context)]


TABLE = place_table()
ROWS = (*TABLE.units, *TABLE.regions, *TABLE.countries, *TABLE.former_units)


@pytest.mark.parametrize("example", [example for row in ROWS for example in row.examples])
def test_examples_of_the_tables(example):
    assert example in [surface for surface, _ in found(f"Theo báo cáo tại {example}.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Of a commune named like a province, the place of issue is the commune; elsewhere it stays the province.
        ("Hòa Bình, ngày 04 tháng 05 năm 2018", [("Hòa Bình", "xã Hòa Bình")]),
        ("Đoàn công tác đi Hòa Bình và Sơn La.", [("Hòa Bình", "tỉnh Hòa Bình"), ("Sơn La", "tỉnh Sơn La")]),
    ],
)
def test_a_commune_named_like_a_province(text, expected):
    head = Letterhead(organ="Đảng ủy xã Hòa Bình", level=Level.COMMUNE, place="xã Hòa Bình", province="tỉnh Thái Bình")
    assert found(text, Context(head)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ấp Mỹ Lợi 1,2 km, Mỹ Thuận 0,8 km; ở Mỹ Lợi",
            [("ấp Mỹ Lợi", "ấp Mỹ Lợi"), ("Mỹ Thuận", "ấp Mỹ Thuận"), ("Mỹ Lợi", "ấp Mỹ Lợi")],
            id="counts in a list",
        ),
        pytest.param(
            "các xã: Tu Tra, Pró, Lạc Xuân",
            [("Tu Tra", "xã Tu Tra"), ("Pró", "xã Pró"), ("Lạc Xuân", "xã Lạc Xuân")],
            id="a short name in a list",
        ),
        pytest.param(
            "thôn Phú Cường và Phú Thịnh được công nhận",
            [("thôn Phú Cường", "thôn Phú Cường"), ("Phú Thịnh", "thôn Phú Thịnh")],
            id="two hamlets",
        ),
        pytest.param(
            "từ Nam Quảng Ninh đến Bắc Thanh Hóa",
            [("Quảng Ninh", "tỉnh Quảng Ninh"), ("Thanh Hóa", "tỉnh Thanh Hóa")],
            id="a quarter of a province",
        ),
        pytest.param("địa bàn Gò Công Đông", [("Gò Công Đông", "Gò Công Đông")], id="a district alone"),
        pytest.param(
            "gồm các xã Tân Bình, Bình Thành, Hoà Mỹ, Hiệp Hưng, thị trấn Búng Tàu",
            [
                ("Tân Bình", "xã Tân Bình"),
                ("Bình Thành", "xã Bình Thành"),
                ("Hoà Mỹ", "xã Hòa Mỹ"),
                ("Hiệp Hưng", "xã Hiệp Hưng"),
                ("thị trấn Búng Tàu", "thị trấn Búng Tàu"),
            ],
            id="a list shares one unit word",
        ),
        pytest.param(
            "tại xã Long Thạnh, Tân Long và thị trấn Kinh Cùng",
            [
                ("xã Long Thạnh", "xã Long Thạnh"),
                ("Tân Long", "xã Tân Long"),
                ("thị trấn Kinh Cùng", "thị trấn Kinh Cùng"),
            ],
            id="a list goes on behind the first unit",
        ),
        pytest.param(
            "đạt chuẩn gồm các xã:\n1. Xã Tân Bình, huyện Phụng Hiệp.\n2. Xã Hòa Mỹ.",
            [
                ("Xã Tân Bình", "xã Tân Bình"),
                ("huyện Phụng Hiệp", "huyện Phụng Hiệp"),
                ("Xã Hòa Mỹ", "xã Hòa Mỹ"),
            ],
            id="items with a unit word of their own",
        ),
        pytest.param(
            "tại các xã Tân Bình (10 căn), Hòa Mỹ (15 căn)",
            [("Tân Bình", "xã Tân Bình"), ("Hòa Mỹ", "xã Hòa Mỹ")],
            id="items with a count in brackets",
        ),
        pytest.param(
            "xã Tân Bình 10 căn, Hòa Mỹ 15 căn",
            [("xã Tân Bình", "xã Tân Bình"), ("Hòa Mỹ", "xã Hòa Mỹ")],
            id="items that all count",
        ),
        pytest.param("xã Tân Bình 10 căn, Hòa Mỹ Nhân", [("xã Tân Bình", "xã Tân Bình")], id="one item counts"),
        pytest.param(
            "các xã, thị trấn: Tân Bình, Búng Tàu",
            [("Tân Bình", "xã Tân Bình"), ("Búng Tàu", "thị trấn Búng Tàu")],
            id="several unit words before a colon",
        ),
        pytest.param(
            "(ấp 4 và ấp 6) xã Hòa Mỹ", [("ấp 4", "ấp 4"), ("ấp 6", "ấp 6"), ("xã Hòa Mỹ", "xã Hòa Mỹ")], id="numbers"
        ),
        pytest.param("Phụng Hiệp, ngày 02 tháng 02 năm 2023", [("Phụng Hiệp", "huyện Phụng Hiệp")], id="the own place"),
        pytest.param(
            "lũ lớn tại Khánh Hòa, Đắk Lắk và Gia Lai",
            [("Khánh Hòa", "tỉnh Khánh Hòa"), ("Đắk Lắk", "tỉnh Đắk Lắk"), ("Gia Lai", "tỉnh Gia Lai")],
            id="provinces alone",
        ),
        pytest.param(
            "ở xã Tân Bình; xây dựng xã Nông thôn mới Tân Bình",
            [("xã Tân Bình", "xã Tân Bình"), ("Tân Bình", "xã Tân Bình")],
            id="named before",
        ),
        pytest.param("TỈNH\nHÀ TĨNH", [("HÀ TĨNH", "tỉnh Hà Tĩnh")], id="a heading in capitals"),
        pytest.param("Thuế tỉnh Vĩnh\nLong", [("tỉnh Vĩnh\nLong", "tỉnh Vĩnh Long")], id="a wrapped line"),
        pytest.param(
            "các xã Mỹ An Hưng A và Mỹ An Hưng B",
            [("Mỹ An Hưng A", "xã Mỹ An Hưng A"), ("Mỹ An Hưng B", "xã Mỹ An Hưng B")],
            id="a letter",
        ),
        pytest.param("trong năm 2024 xã Hòa An", [("xã Hòa An", "xã Hòa An")], id="a year before"),
        pytest.param(
            "hỗ trợ 02 xã Tân Bình, Hòa An", [("Tân Bình", "xã Tân Bình"), ("Hòa An", "xã Hòa An")], id="counted"
        ),
        pytest.param(
            "các huyện biên giới An Phú, Tịnh Biên và 02 xã đảo Hòn Nghệ, Lại Sơn",
            [
                ("An Phú", "huyện An Phú"),
                ("Tịnh Biên", "huyện Tịnh Biên"),
                ("Hòn Nghệ", "xã Hòn Nghệ"),
                ("Lại Sơn", "xã Lại Sơn"),
            ],
            id="a word for the kind of unit",
        ),
        pytest.param(
            "có 3/15 xã về đích nông thôn mới, gồm: Tân Bình, Hòa An và Long Thạnh. Kế tiếp",
            [("Tân Bình", "xã Tân Bình"), ("Hòa An", "xã Hòa An"), ("Long Thạnh", "xã Long Thạnh")],
            id="a clause between the counted units and their names",
        ),
        pytest.param(
            "các ấp trồng nhiều cây ăn trái như Mỹ Phú, Tân Lợi.",
            [("Mỹ Phú", "ấp Mỹ Phú"), ("Tân Lợi", "ấp Tân Lợi")],
            id="a clause before names below the commune",
        ),
        pytest.param(
            "Danh sách các xã:\n- Tân Bình;\n- Hòa An\n- Phòng Nội vụ",
            [("Tân Bình", "xã Tân Bình"), ("Hòa An", "xã Hòa An")],
            id="items of their own line",
        ),
        pytest.param(
            "| TT | Xã, thị trấn | Tiêu chí |\n| 1 | Tân Bình | 19 |\n| 2 | Búng Tàu | 18 |\n| 3 | Cộng | 37 |",
            [("Tân Bình", "xã Tân Bình"), ("Búng Tàu", "thị trấn Búng Tàu")],
            id="a table's column",
        ),
        pytest.param(
            "chọn các xã Đông Thạnh (Châu Thành), Hòa An (huyện Phụng Hiệp) và Vị Bình làm điểm",
            [
                ("Đông Thạnh", "xã Đông Thạnh"),
                ("Châu Thành", "huyện Châu Thành"),
                ("Hòa An", "xã Hòa An"),
                ("huyện Phụng Hiệp", "huyện Phụng Hiệp"),
                ("Vị Bình", "xã Vị Bình"),
            ],
            id="where each item lies",
        ),
        pytest.param(
            "các ấp 3, 4, 5 và 6 tổ chức họp; tổ dân phố số 12; ấp T5 thuộc",
            [
                ("3", "ấp 3"),
                ("4", "ấp 4"),
                ("5", "ấp 5"),
                ("6", "ấp 6"),
                ("tổ dân phố số 12", "tổ dân phố 12"),
                ("ấp T5", "ấp T5"),
            ],
            id="bare numbers",
        ),
        pytest.param(
            "ở buôn Hra, làng Kép; ấp Tân Phú 2 tham gia; các bản: Nà Tấu, Pom Lót",
            [
                ("buôn Hra", "buôn Hra"),
                ("làng Kép", "làng Kép"),
                ("ấp Tân Phú 2", "ấp Tân Phú 2"),
                ("Nà Tấu", "bản Nà Tấu"),
                ("Pom Lót", "bản Pom Lót"),
            ],
            id="below the commune",
        ),
        pytest.param(
            "hộ ở tổ 7, khu phố 2, P. Ngã Bảy, TP. Ngã Bảy",
            [
                ("tổ 7", "tổ 7"),
                ("khu phố 2", "khu phố 2"),
                ("P. Ngã Bảy", "phường Ngã Bảy"),
                ("TP. Ngã Bảy", "thành phố Ngã Bảy"),
            ],
            id="abbreviations",
        ),
        pytest.param("ẤP MỸ HÒA\n", [("ẤP MỸ HÒA", "ấp Mỹ Hòa")], id="a heading below the commune"),
        pytest.param(
            "|\nSóc\nTrăng, ngày 5 tháng 6 năm 2010", [("Sóc\nTrăng", "tỉnh Sóc Trăng")], id="where it was issued"
        ),
        pytest.param("xuất sang Trung quốc và EU", [("Trung quốc", "Trung Quốc"), ("EU", "EU")], id="countries"),
    ],
)
def test_places_are_found(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "các xã, thị trấn trong huyện",
        "kinh tế - xã hội",
        "hợp tác xã Kỳ Như",
        "bảo tồn làng Mường ở miền núi",
        "văn bản Số 5",
        "tại các xã khu vực III",
        "tuyến đường từ kênh Bờ tràm, QL61",
        "đạo đức, phong cách Hồ Chí Minh",
        "ông Trần Bình Định",
        "huyện Đảng bộ; tỉnh Đoàn Thanh niên",
        "sông Hậu Giang",
        "Thủy điện Sơn La; gạo Sóc Trăng",
        "năm 1999 của khu vực 15 tỉnh, thành phố trong vùng",
        "P. Hành Chính; khối 6 tỉnh",
        "tổ chức 3 lớp; tổ 5 hộ",
        "các xã thực hiện các nội dung sau: I. Mục tiêu",
        "các xã phối hợp các đoàn thể như Hội Nông dân, Đoàn Thanh niên",
        "theo bản Quy định",
    ],
)
def test_no_place_is_found(text):
    assert found(text, Context()) == []


def test_the_units_around_a_commune_are_its_parents():
    place, *_ = find_places("UBND xã Tân Bình, huyện Phụng Hiệp, tỉnh Hậu Giang", Context())
    assert place.detail == PlaceName("xã", "Tân Bình", ("huyện Phụng Hiệp", "tỉnh Hậu Giang"))

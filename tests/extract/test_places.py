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
        "văn bản Số 5",
        "tại các xã khu vực III",
        "tuyến đường từ kênh Bờ tràm, QL61",
        "đạo đức, phong cách Hồ Chí Minh",
        "ông Trần Bình Định",
        "huyện Đảng bộ; tỉnh Đoàn Thanh niên",
        "sông Hậu Giang",
    ],
)
def test_no_place_is_found(text):
    assert found(text, Context()) == []


def test_the_units_around_a_commune_are_its_parents():
    place, *_ = find_places("UBND xã Tân Bình, huyện Phụng Hiệp, tỉnh Hậu Giang", Context())
    assert place.detail == PlaceName("xã", "Tân Bình", ("huyện Phụng Hiệp", "tỉnh Hậu Giang"))

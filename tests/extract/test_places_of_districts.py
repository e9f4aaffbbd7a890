"""Communes named without unit word, in a text about their district or before its name in brackets."""

import pytest

from extract.components.places import find_places
from extract.context import Context
from ontology.extraction import Letterhead
from ontology.levels import Level

DISTRICT = Context(
    Letterhead(organ="Huyện ủy Phụng Hiệp", level=Level.DISTRICT, place="huyện Phụng Hiệp", province="tỉnh Hậu Giang")
)


def norms(text, context=DISTRICT):
    return [place.norm for place in find_places(text, context)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Làm tốt là Hòa Mỹ, Hiệp Hưng.", ["xã Hòa Mỹ", "xã Hiệp Hưng"], id="behind a verb, in a list"),
        pytest.param("Tuyến đường qua Tân Bình và Long Thạnh.", ["xã Tân Bình", "xã Long Thạnh"], id="joined"),
        pytest.param("Nơi đã có: Hòa An (98% hộ), Tân Long.", ["xã Hòa An", "xã Tân Long"], id="behind a colon"),
        pytest.param("Biểu 1\n1 Hòa Mỹ 19/19\n2 Hiệp Hưng 18/19", ["xã Hòa Mỹ", "xã Hiệp Hưng"], id="rows of a table"),
        pytest.param("Ông Lê Tân Bình, Trưởng đoàn.", [], id="a part of a person's name"),
        pytest.param("Giám đốc là Hòa Mỹ Lan.", [], id="a longer name"),
        pytest.param("Công ty Tân Long trao quà.", [], id="a company"),
        pytest.param("phong trào gắn với tân bình", [], id="small letters"),
    ],
)
def test_communes_of_the_own_district(text, expected):
    assert norms(text) == expected


def test_the_same_names_are_none_where_no_district_is_known():
    assert norms("Làm tốt là Hòa Mỹ, Hiệp Hưng.", Context()) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Những nơi làm khá là Hải Nam, Hải Trung (Hải Hậu), Xuân Ninh (Xuân Trường).",
            ["xã Hải Nam", "xã Hải Trung", "huyện Hải Hậu", "xã Xuân Ninh", "huyện Xuân Trường"],
            id="districts in brackets",
        ),
        pytest.param("Bế giảng lớp học ở Hải Trung (Hải Hậu).", ["xã Hải Trung", "huyện Hải Hậu"], id="one name"),
        pytest.param("Nhóm Hoàng Anh (Hải Hậu) biểu diễn.", [], id="no commune of that district"),
        pytest.param("Làm khá là Hải Trung (bài trước).", [], id="no district in the brackets"),
    ],
)
def test_communes_before_their_district_in_brackets(text, expected):
    assert norms(text, Context()) == expected


def test_many_districts_leave_the_names_open():
    text = "Các huyện Hải Hậu, Xuân Trường, Giao Thủy, Nghĩa Hưng, Nam Trực đều làm; khá nhất là Hải Nam, Hải Trung."
    assert [norm for norm in norms(text, Context()) if norm.startswith("xã")] == []

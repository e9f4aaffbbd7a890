from datetime import date

import pytest

from ontology.levels import Level
from ontology.units import (
    FIRST_DAY_OF_34,
    LAST_DAY_OF_63,
    all_units,
    level_of,
    parents_of,
    unit_by_id,
    unit_words_of,
    units_named,
    within,
)


def test_both_systems_are_complete():
    counts = {
        (system, level): sum(unit.id.startswith(f"{system}/") and unit.level is level for unit in all_units())
        for system in ("63", "34")
        for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
    }
    assert counts == {
        ("63", Level.PROVINCE): 63,
        ("63", Level.DISTRICT): 696,
        ("63", Level.COMMUNE): 10_035,
        ("34", Level.PROVINCE): 34,
        ("34", Level.DISTRICT): 0,
        ("34", Level.COMMUNE): 3_321,
    }


def test_a_district_before_july_2025_holds_its_communes():
    (district,) = units_named("Phụng Hiệp", "huyện")
    assert district.path == ("tinh-hau-giang", "huyen-phung-hiep")
    communes = {unit.full_name for unit in all_units() if district.id in unit.parents}
    assert communes == {
        *(f"xã {name}" for name in ("Bình Thành", "Hiệp Hưng", "Hòa An", "Hòa Mỹ", "Long Thạnh", "Phụng Hiệp")),
        *(
            f"xã {name}"
            for name in ("Phương Bình", "Phương Phú", "Tân Bình", "Tân Long", "Tân Phước Hưng", "Thạnh Hòa")
        ),
        *(f"thị trấn {name}" for name in ("Búng Tàu", "Cây Dương", "Kinh Cùng")),
    }


@pytest.mark.parametrize(
    ("name", "unit", "on", "paths"),
    [
        (
            "Hoà Mỹ",
            "xã",
            LAST_DAY_OF_63,
            {("tinh-hau-giang", "huyen-phung-hiep", "xa-hoa-my"), ("tinh-phu-yen", "huyen-tay-hoa", "xa-hoa-my-dong")},
        ),
        ("phụng hiệp", "huyện", date(2020, 1, 1), {("tinh-hau-giang", "huyen-phung-hiep")}),
        ("Phụng Hiệp", "huyện", FIRST_DAY_OF_34, set()),
        ("Phụng Hiệp", "xã", FIRST_DAY_OF_34, {("thanh-pho-can-tho", "xa-phung-hiep")}),
        ("Bà Rịa - Vũng Tàu", None, None, {("tinh-ba-ria-vung-tau",)}),
        ("Bà Rịa-Vũng Tàu", None, None, {("tinh-ba-ria-vung-tau",)}),
        ("Cư M'gar", "huyện", None, {("tinh-dak-lak", "huyen-cu-m-gar")}),
        ("Nowhere", None, None, set()),
    ],
)
def test_units_are_found_by_name_unit_word_and_day(name, unit, on, paths):
    found = {found.path for found in units_named(name, unit, on)}
    if name == "Hoà Mỹ":
        assert found >= {("tinh-hau-giang", "huyen-phung-hiep", "xa-hoa-my")}
        assert all(path[-1] == "xa-hoa-my" for path in found)
    else:
        assert found == paths


def test_a_unit_knows_its_parents_and_its_time():
    (commune,) = (unit for unit in units_named("Tân Bình", "xã", LAST_DAY_OF_63) if "63/934" in unit.parents)
    assert [parent.full_name for parent in parents_of(commune)] == ["huyện Phụng Hiệp", "tỉnh Hậu Giang"]
    assert unit_by_id(commune.id) is commune
    assert commune.existed(LAST_DAY_OF_63)
    assert not commune.existed(FIRST_DAY_OF_34)


def test_an_unknown_id_is_an_error():
    with pytest.raises(KeyError):
        unit_by_id("63/none")


@pytest.mark.parametrize(
    ("name", "unit", "around", "expected"),
    [
        ("Tân Bình", "xã", "huyện Phụng Hiệp", True),
        ("Tân Bình", "xã", "tỉnh Hậu Giang", True),
        ("Tân Bình", "xã", "tỉnh Cao Bằng", False),
        ("Phụng Hiệp", "xã", "thành phố Cần Thơ", True),
    ],
)
def test_a_unit_lies_within_those_around_it(name, unit, around, expected):
    assert within(name, unit, around) is expected


def test_unit_words_of_a_name():
    assert unit_words_of("Phụng Hiệp") == {"huyện", "xã"}
    assert unit_words_of("Nguyễn Văn An") == frozenset()


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("tỉnh", Level.PROVINCE),
        ("thị xã", Level.DISTRICT),
        ("đặc khu", Level.COMMUNE),
        ("thành phố", None),
        ("ấp", None),
    ],
)
def test_the_level_of_a_unit_word(word, level):
    assert level_of(word) is level

"""What became of the units of the 63 provinces: counts of the data, the rule against namesakes, well-known facts."""

from collections import Counter
from datetime import date

import pytest

from ontology.folding import fold
from ontology.levels import Level
from ontology.lineage import (
    former_province,
    is_divided,
    link_of,
    parts_of,
    predecessors_of,
    refused_links,
    standing,
    successors_of,
)
from ontology.table import read_table, rows
from ontology.units import (
    FIRST_DAY_OF_34,
    LAST_DAY_OF_63,
    AdminUnit,
    all_units,
    parents_of,
    unit_by_id,
    units_named,
)

OLD = [unit for unit in all_units() if unit.id.startswith("63/")]
NEW = [unit for unit in all_units() if unit.id.startswith("34/")]


def one(name: str) -> AdminUnit:
    """The unit of a name like ``xã Tân Long, huyện Phụng Hiệp`` in the system of the 63 provinces."""
    own, *around = name.split(", ")
    word = next(word for word in ("thành phố", "thị xã", "thị trấn", own.split(" ")[0]) if own.startswith(word + " "))
    (found,) = (
        unit
        for unit in units_named(own.removeprefix(word + " "), word, LAST_DAY_OF_63)
        if {part.casefold() for part in around} <= {outer.full_name.casefold() for outer in parents_of(unit)}
    )
    return found


def test_every_old_unit_has_its_successors_and_every_new_one_its_predecessors():
    counts = Counter((unit.level, len(successors_of(unit))) for unit in OLD)
    assert counts == {
        (Level.PROVINCE, 1): 63,
        (Level.DISTRICT, 0): 691,  # abolished; their communes have successors
        (Level.DISTRICT, 1): 5,  # island districts without communes
        (Level.COMMUNE, 1): 9_593,
        (Level.COMMUNE, 2): 370,
        (Level.COMMUNE, 3): 56,
        (Level.COMMUNE, 4): 15,
        (Level.COMMUNE, 5): 1,
    }
    assert len(NEW) == 34 + 3_321
    assert all(predecessors_of(unit) for unit in NEW)
    assert not any(successors_of(unit) for unit in NEW)
    assert not any(predecessors_of(unit) for unit in OLD)


def test_links_are_the_same_from_both_ends():
    down = {(old.id, new.id) for old in OLD for new in successors_of(old)}
    assert down == {(old.id, new.id) for new in NEW for old in predecessors_of(new)}


def test_an_old_commune_stays_in_the_province_that_its_own_became():
    for unit in OLD:
        if unit.level is Level.COMMUNE:
            (province,) = successors_of(unit_by_id(unit.parents[-1]))
            assert {new.parents[-1] for new in successors_of(unit)} == {province.id}


def test_a_new_commune_has_the_code_of_one_that_it_was_made_of():
    without = [unit.full_name for unit in NEW if unit.level is Level.COMMUNE
               and unit.code not in {old.code for old in predecessors_of(unit)}]  # fmt: skip
    # Island districts had codes of districts.
    assert sorted(without) == [
        "đặc khu Bạch Long Vĩ", "đặc khu Côn Đảo", "đặc khu Cồn Cỏ", "đặc khu Hoàng Sa", "đặc khu Lý Sơn",
    ]  # fmt: skip


def test_namesakes_of_one_new_province_do_not_inherit_each_others_successors():
    refused = refused_links()
    assert len(refused) == 31
    assert sum(link.by_hand for link in refused) == 1
    assert len({link.old.id for link in refused}) == 30
    for link in refused:
        assert link.new not in successors_of(link.old)
        # Another commune of that name is what the new one was made of.
        assert link.old.full_name in {old.full_name for old in predecessors_of(link.new)}
        assert successors_of(link.old), link


def test_names_that_only_fold_to_the_same_are_those_of_neighbours():
    """No slip hides behind the data's folded keys: where two such communes meet, they are of one district."""
    for unit in NEW:
        made_of: dict[str, set[str]] = {}
        for old in predecessors_of(unit):
            made_of.setdefault(fold(old.full_name), set()).add(old.parents[0] if old.parents else old.id)
        assert all(len(districts) == 1 for districts in made_of.values()), unit


def test_no_commune_is_made_of_two_of_one_name():
    """By the rule no commune of today is made of two communes of one name: each namesake has its own successors."""
    for unit in NEW:
        named = Counter(old.full_name for old in predecessors_of(unit))
        assert max(named.values()) == 1, unit


@pytest.mark.parametrize("row", rows(read_table("lineage.json"), "decided"), ids=lambda row: str(row["old_name"]))
def test_decisions_by_hand(row):
    old, new = (unit_by_id(key) for key in link_of(row))
    named = [", ".join(part.full_name for part in (unit, *parents_of(unit))) for unit in (old, new)]
    assert named == [row["old_name"], row["new_name"]]
    assert sorted(unit.full_name for unit in successors_of(old)) == sorted(row["examples"])
    assert (new in successors_of(old)) is row["holds"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tỉnh Hà Giang", "tỉnh Tuyên Quang"),
        ("tỉnh Yên Bái", "tỉnh Lào Cai"),
        ("tỉnh Bắc Kạn", "tỉnh Thái Nguyên"),
        ("tỉnh Vĩnh Phúc", "tỉnh Phú Thọ"),
        ("tỉnh Hòa Bình", "tỉnh Phú Thọ"),
        ("tỉnh Bắc Giang", "tỉnh Bắc Ninh"),
        ("tỉnh Thái Bình", "tỉnh Hưng Yên"),
        ("tỉnh Hải Dương", "thành phố Hải Phòng"),
        ("tỉnh Hà Nam", "tỉnh Ninh Bình"),
        ("tỉnh Nam Định", "tỉnh Ninh Bình"),
        ("tỉnh Quảng Bình", "tỉnh Quảng Trị"),
        ("tỉnh Quảng Nam", "thành phố Đà Nẵng"),
        ("tỉnh Kon Tum", "tỉnh Quảng Ngãi"),
        ("tỉnh Bình Định", "tỉnh Gia Lai"),
        ("tỉnh Ninh Thuận", "tỉnh Khánh Hòa"),
        ("tỉnh Phú Yên", "tỉnh Đắk Lắk"),
        ("tỉnh Đắk Nông", "tỉnh Lâm Đồng"),
        ("tỉnh Bình Thuận", "tỉnh Lâm Đồng"),
        ("tỉnh Bình Phước", "tỉnh Đồng Nai"),
        ("tỉnh Bình Dương", "thành phố Hồ Chí Minh"),
        ("tỉnh Bà Rịa - Vũng Tàu", "thành phố Hồ Chí Minh"),
        ("tỉnh Long An", "tỉnh Tây Ninh"),
        ("tỉnh Tiền Giang", "tỉnh Đồng Tháp"),
        ("tỉnh Bến Tre", "tỉnh Vĩnh Long"),
        ("tỉnh Trà Vinh", "tỉnh Vĩnh Long"),
        ("tỉnh Hậu Giang", "thành phố Cần Thơ"),
        ("tỉnh Sóc Trăng", "thành phố Cần Thơ"),
        ("tỉnh Bạc Liêu", "tỉnh Cà Mau"),
        ("tỉnh Kiên Giang", "tỉnh An Giang"),
        ("thành phố Hà Nội", "thành phố Hà Nội"),
        ("thành phố Huế", "thành phố Huế"),
        ("tỉnh Nghệ An", "tỉnh Nghệ An"),
        ("tỉnh Thanh Hóa", "tỉnh Thanh Hóa"),
        ("tỉnh Quảng Ninh", "tỉnh Quảng Ninh"),
        ("huyện Côn Đảo", "đặc khu Côn Đảo"),
        ("huyện Lý Sơn", "đặc khu Lý Sơn"),
        ("phường Hàng Bạc, quận Hoàn Kiếm", "phường Hoàn Kiếm"),
        ("xã Tân Long, huyện Phụng Hiệp", "xã Thạnh Hòa"),
        ("xã Tân Long, thị xã Ngã Năm", "xã Tân Long"),
        ("phường Trúc Bạch, quận Ba Đình", "phường Ba Đình"),
        ("thị trấn Phú Quốc, huyện Phú Quốc", None),  # a city since 2021: its ward of today is the next
        ("phường Dương Đông, thành phố Phú Quốc", "đặc khu Phú Quốc"),
        ("xã Thổ Châu, thành phố Phú Quốc", "đặc khu Thổ Châu"),
        ("thị trấn Cát Bà, huyện Cát Hải", "đặc khu Cát Hải"),
        ("phường Bến Nghé, quận 1", "phường Sài Gòn"),
    ],
)
def test_well_known_facts(old: str, new: str | None):
    if new is None:
        with pytest.raises(ValueError, match="not enough values"):
            one(old)
        return
    assert new in [unit.full_name for unit in successors_of(one(old))]


@pytest.mark.parametrize(
    ("old", "province"),
    [
        ("thành phố Thủ Đức", "thành phố Hồ Chí Minh"),
        ("huyện Phụng Hiệp", "thành phố Cần Thơ"),
        ("thành phố Vũng Tàu", "thành phố Hồ Chí Minh"),
        ("thành phố Hội An", "thành phố Đà Nẵng"),
        ("huyện Kiến Xương", "tỉnh Hưng Yên"),
        ("thành phố Đà Lạt", "tỉnh Lâm Đồng"),
    ],
)
def test_a_district_is_abolished_and_its_communes_go_on_in_one_province(old: str, province: str):
    district = one(old)
    assert successors_of(district) == ()
    assert parts_of(district)
    for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE):
        assert [unit.full_name for unit in standing(district, level, FIRST_DAY_OF_34)] == [province]
    heirs = {new for part in parts_of(district) for new in successors_of(part)}
    assert {unit_by_id(new.parents[-1]).full_name for new in heirs} == {province}


def test_where_a_unit_stands_on_a_day():
    commune = one("xã Tân Bình, huyện Phụng Hiệp")
    ask = [(level, day) for day in (LAST_DAY_OF_63, FIRST_DAY_OF_34) for level in list(Level)[1:]]
    assert [[unit.full_name for unit in standing(commune, *each)] for each in ask] == [
        ["tỉnh Hậu Giang"], ["huyện Phụng Hiệp"], ["xã Tân Bình"],
        ["thành phố Cần Thơ"], ["thành phố Cần Thơ"], ["xã Tân Bình"],
    ]  # fmt: skip


def test_a_new_commune_before_its_day_is_all_that_it_was_made_of():
    (made_of,) = units_named("Thạnh Hòa", "xã", FIRST_DAY_OF_34)[-1:]
    before = standing(made_of, Level.COMMUNE, LAST_DAY_OF_63)
    assert set(before) == set(predecessors_of(made_of))
    assert len(before) > 1


def test_divided_communes():
    divided = [unit for unit in OLD if is_divided(unit)]
    assert len(divided) == 442
    assert all(unit.level is Level.COMMUNE for unit in divided)
    for unit in divided:
        assert len(standing(unit, Level.COMMUNE, FIRST_DAY_OF_34)) > 1
        assert len(standing(unit, Level.PROVINCE, FIRST_DAY_OF_34)) == 1


@pytest.mark.parametrize(
    ("name", "until", "became"),
    [
        ("tỉnh Thừa Thiên Huế", date(2024, 12, 31), ["thành phố Huế"]),
        ("tỉnh Thừa Thiên - Huế", date(2024, 12, 31), ["thành phố Huế"]),
        ("tỉnh Hà Tây", date(2008, 7, 31), ["thành phố Hà Nội"]),
        ("tỉnh Cần Thơ", date(2003, 12, 31), ["thành phố Cần Thơ", "tỉnh Hậu Giang"]),
        ("tỉnh Minh Hải", date(1996, 12, 31), ["tỉnh Bạc Liêu", "tỉnh Cà Mau"]),
        ("tỉnh Nghệ Tĩnh", None, ["tỉnh Nghệ An", "tỉnh Hà Tĩnh"]),
    ],
)
def test_former_provinces(name: str, until: date | None, became: list[str]):
    found = former_province(name)
    assert found is not None
    assert (found.valid_to, [unit.full_name for unit in found.became]) == (until, became)


@pytest.mark.parametrize("row", rows(read_table("lineage.json"), "former_provinces"), ids=lambda row: str(row["name"]))
def test_a_former_province_is_in_neither_table(row):
    for example in row["examples"]:
        found = former_province(example)
        assert found is not None
        assert found.name == f"tỉnh {row['name']}"
        assert len(found.became) == len(row["became"])
        assert not units_named(example.removeprefix("tỉnh "), "tỉnh")


def test_what_stands_in_the_tables_is_no_former_province():
    assert not [unit.full_name for unit in all_units() if former_province(unit.full_name)]

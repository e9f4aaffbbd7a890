"""Programmes by the units of a day: each statement counts once, whatever became of its place."""

import datetime as dt
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from place_graph import BASE, Said, names, place, place_content, unit, unknown

from graph.content import GraphContent
from graph.database import Database
from graph.floors import floor_of
from graph.identity.places import Place
from graph.places.roll_up import RollUp, roll_up
from graph.places.units import units_of
from graph.stores import sqlite_store
from ontology.errors import QueryError
from ontology.levels import Level
from ontology.lineage import is_divided, successors_of
from ontology.units import FIRST_DAY_OF_34, LAST_DAY_OF_63, all_units, parents_of, unit_by_id

NTM, OCOP = "Nông thôn mới", "Mỗi xã một sản phẩm"
OLD = [each for each in all_units() if each.id.startswith("63/")]
DIVIDED = [each for each in OLD if is_divided(each)]


def rolled(content: GraphContent, level: Level, **asked: object) -> RollUp:
    with TemporaryDirectory() as folder:
        path = Path(folder, "graph.sqlite")
        sqlite_store.write(content, path)
        with Database(path) as database:
            return roll_up(database, BASE, level, floor=floor_of(None), **asked)  # type: ignore[arg-type]


def table(found: RollUp) -> list[tuple[str, str, int]]:
    return [(row.programme.name, " + ".join(unit.name for unit in row.units), row.statements) for row in found.rows]


TAN_LONG = unit("xã Tân Long, huyện Phụng Hiệp")
TAN_LONG_NGA_NAM = unit("xã Tân Long, thị xã Ngã Năm")
THANH_HOA = unit("xã Thạnh Hòa, huyện Phụng Hiệp")
PHUNG_HIEP = unit("huyện Phụng Hiệp")
HAU_GIANG = unit("tỉnh Hậu Giang")


def test_merged_communes_meet_in_their_successor_and_namesakes_do_not() -> None:
    content = place_content(Said(NTM, place(each)) for each in (TAN_LONG, TAN_LONG_NGA_NAM, THANH_HOA))
    assert table(rolled(content, Level.COMMUNE)) == [(NTM, "xã Tân Long", 1), (NTM, "xã Thạnh Hòa", 2)]
    assert table(rolled(content, Level.PROVINCE)) == [(NTM, "thành phố Cần Thơ", 3)]
    assert table(rolled(content, Level.PROVINCE, as_of=LAST_DAY_OF_63)) == [
        (NTM, "tỉnh Hậu Giang", 2), (NTM, "tỉnh Sóc Trăng", 1),
    ]  # fmt: skip
    assert table(rolled(content, Level.DISTRICT, as_of=LAST_DAY_OF_63)) == [
        (NTM, "huyện Phụng Hiệp", 2), (NTM, "thị xã Ngã Năm", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("commune", [max(DIVIDED, key=lambda each: len(successors_of(each))), DIVIDED[0]])
def test_a_divided_commune_is_one_row_of_all_its_successors(commune: object) -> None:
    content = place_content([Said(NTM, place(commune))])  # type: ignore[arg-type]
    found = rolled(content, Level.COMMUNE)
    (row,) = found.rows
    assert names(row.units) == sorted(each.full_name for each in successors_of(commune))  # type: ignore[arg-type]
    assert (row.shared, row.statements, found.shared, found.statements) == (True, 1, 1, 1)
    (row,) = rolled(content, Level.PROVINCE).rows
    assert not row.shared


def test_what_is_said_of_more_than_a_commune_stays_above_it() -> None:
    content = place_content(
        [
            Said(NTM, place(HAU_GIANG)),
            Said(NTM, place(PHUNG_HIEP)),
            Said(NTM, unknown("xã Cũ Kỹ", PHUNG_HIEP)),
            Said(NTM, unknown("xã Đâu Đó")),
        ]
    )
    today = rolled(content, Level.COMMUNE)
    assert table(today) == [(NTM, "thành phố Cần Thơ", 3), (NTM, "", 1)]
    assert today.unplaced == 1
    before = rolled(content, Level.COMMUNE, as_of=LAST_DAY_OF_63)
    assert table(before) == [(NTM, "huyện Phụng Hiệp", 2), (NTM, "tỉnh Hậu Giang", 1), (NTM, "", 1)]


def test_statements_of_later_sources_are_left_out_and_undated_ones_counted() -> None:
    content = place_content(
        [
            Said(NTM, place(TAN_LONG), "2022-03-01"),
            Said(NTM, place(TAN_LONG), "2024-03-01"),
            Said(NTM, place(THANH_HOA), "2024-03-01"),
            Said(OCOP, place(THANH_HOA), None),
        ]
    )
    found = rolled(content, Level.DISTRICT, as_of=dt.date(2023, 1, 1))
    assert table(found) == [(OCOP, "huyện Phụng Hiệp", 1), (NTM, "huyện Phụng Hiệp", 1)]
    assert found.undated == 1
    assert [row.sources for row in found.rows] == [1, 1]
    everything = rolled(content, Level.PROVINCE)
    assert [(row.years, row.sources, len(row.evidence)) for row in everything.rows] == [
        (((None, 1),), 1, 1), (((2022, 1), (2024, 1)), 2, 3),
    ]  # fmt: skip
    by_year = rolled(content, Level.PROVINCE, by_year=True)
    assert [(row.programme.name, row.year, row.statements) for row in by_year.rows] == [
        (OCOP, None, 1), (NTM, 2022, 1), (NTM, 2024, 1),
    ]  # fmt: skip


def test_a_province_that_kept_its_name_is_that_of_the_day() -> None:
    content = place_content([Said(NTM, place(unit("thành phố Cần Thơ")))])
    for day in (None, LAST_DAY_OF_63):
        (row,) = rolled(content, Level.PROVINCE, as_of=day).rows
        assert names(row.units) == ["thành phố Cần Thơ"]


def test_a_province_of_today_was_several_before() -> None:
    content = place_content([Said(NTM, place(unit("tỉnh Tuyên Quang", FIRST_DAY_OF_34)), None)])
    (row,) = rolled(content, Level.PROVINCE, as_of=LAST_DAY_OF_63).rows
    # The name is that of a province of then as well: that one is meant.
    assert names(row.units) == ["tỉnh Tuyên Quang"]
    commune = unit("xã Thạnh Hòa, thành phố Cần Thơ", FIRST_DAY_OF_34)
    (row,) = rolled(place_content([Said(NTM, place(commune), None)]), Level.COMMUNE, as_of=LAST_DAY_OF_63).rows
    assert row.shared
    assert "xã Tân Long" in names(row.units)


def test_a_former_province_counts_for_those_that_took_its_land() -> None:
    hue = Place(("tinh-thua-thien-hue",), "tỉnh Thừa Thiên Huế", None, Level.PROVINCE, None)
    minh_hai = Place(("tinh-minh-hai",), "tỉnh Minh Hải", None, Level.PROVINCE, None)
    content = place_content([Said(NTM, hue), Said(NTM, minh_hai)])
    assert table(rolled(content, Level.PROVINCE)) == [(NTM, "thành phố Huế", 1), (NTM, "tỉnh Cà Mau", 1)]
    assert table(rolled(content, Level.PROVINCE, as_of=LAST_DAY_OF_63)) == [
        (NTM, "thành phố Huế", 1), (NTM, "tỉnh Bạc Liêu + tỉnh Cà Mau", 1),
    ]  # fmt: skip


def test_rows_can_be_narrowed_to_a_place_a_unit_or_a_programme() -> None:
    content = place_content(Said(name, place(each)) for name in (NTM, OCOP) for each in (TAN_LONG, TAN_LONG_NGA_NAM))
    assert table(rolled(content, Level.COMMUNE, programme="nông thôn mới")) == [
        (NTM, "xã Tân Long", 1), (NTM, "xã Thạnh Hòa", 1),
    ]  # fmt: skip
    # By the name of the unit of today, and by that of the sources.
    assert table(rolled(content, Level.COMMUNE, place="xa thanh hoa", programme=OCOP)) == [(OCOP, "xã Thạnh Hòa", 1)]
    assert len(rolled(content, Level.COMMUNE, place="xã Tân Long, huyện Phụng Hiệp").rows) == 2


def test_there_is_no_district_today() -> None:
    content = place_content([Said(NTM, place(TAN_LONG))])
    for day in (None, FIRST_DAY_OF_34):
        with pytest.raises(QueryError, match="cấp huyện"):
            rolled(content, Level.DISTRICT, as_of=day)
    with pytest.raises(ValueError, match="level"):
        rolled(content, Level.CENTRAL)


PLACES = st.one_of(
    st.sampled_from(DIVIDED).map(place),
    st.sampled_from(OLD).map(place),
    st.sampled_from([each for each in all_units() if each.valid_to is None]).map(place),
    st.sampled_from(OLD).map(lambda each: unknown("xã Không Còn", each if each.level is not Level.COMMUNE else None)),
)
SENTENCES = st.lists(
    st.builds(
        Said,
        st.sampled_from([NTM, OCOP]),
        PLACES,
        st.sampled_from([None, "2021", "2022-06", "2024-05-01", "2025-09-01"]),
    ),
    max_size=25,
)


def _today(sentence: Said) -> set[str]:
    """Today's provinces of a place, found the long way: names, by hand, up and then over."""
    entity = sentence.place.entity(BASE)
    known = units_of(entity)
    if not known and entity.place is not None:
        known = units_of(sentence.place.whole.entity(BASE))  # type: ignore[union-attr]
    found = set()
    for each in known:
        province = (each, *parents_of(each))[-1]
        found |= {new.full_name for new in successors_of(province)} or {province.full_name}
    return found


@settings(max_examples=60, deadline=None)
@given(SENTENCES, st.sampled_from([Level.PROVINCE, Level.COMMUNE]), st.booleans())
def test_the_rows_add_up_to_the_distinct_statements(sentences: list[Said], level: Level, by_year: bool) -> None:
    content = place_content(sentences)
    found = rolled(content, level, by_year=by_year)
    assert sum(row.statements for row in found.rows) == found.statements == len(content.edges)
    assert sum(row.statements for row in found.rows if row.shared) == found.shared
    assert sum(row.statements for row in found.rows if not row.units) == found.unplaced
    assert Counter(evidence for row in found.rows for evidence in row.evidence) == Counter(
        evidence for edge in content.edges for evidence in edge.evidence
    )
    for row in found.rows:
        assert sum(number for _, number in row.years) == row.statements
    if level is Level.PROVINCE:
        naive = Counter((one.programme, *sorted(_today(one))) for one in {(s.programme, s.place.segments): s
                        for s in sentences}.values())  # fmt: skip
        counted: Counter[tuple[str, ...]] = Counter()
        for row in found.rows:
            counted[row.programme.name, *names(row.units)] += row.statements
        assert counted == naive


@settings(max_examples=40, deadline=None)
@given(SENTENCES, st.dates(dt.date(2020, 1, 1), dt.date(2026, 1, 1)))
def test_every_row_is_of_the_day(sentences: list[Said], day: dt.date) -> None:
    found = rolled(place_content(sentences), Level.COMMUNE, as_of=day)
    known = {(s.programme, s.place.segments) for s in sentences if s.date is None or _first(s.date) <= day}
    assert found.statements == sum(row.statements for row in found.rows) == len(known)
    system = "63/" if day <= LAST_DAY_OF_63 else "34/"
    for row in found.rows:
        for each in row.units:
            assert unit_by_id(system + each.code).full_name == each.name


def _first(date: str) -> dt.date:
    return dt.date(*(int(part) for part in (date + "-01-01").split("-")[:3]))

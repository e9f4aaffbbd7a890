"""The history of places by name: all units of Vietnam, those of the graph first, with what was said of them."""

import datetime as dt
from pathlib import Path

import pytest
from place_graph import BASE, Said, names, place, place_content, unit, unknown

from graph.content import GraphContent
from graph.database import Database
from graph.floors import floor_of
from graph.identity.places import Place
from graph.places.history import PlaceHistory, place_histories
from graph.places.units import iri_of, units_around, units_of
from graph.stores import sqlite_store
from ontology.levels import Level
from ontology.lineage import is_divided, successors_of
from ontology.unit_search import lies_in, units_asked
from ontology.units import FIRST_DAY_OF_34, LAST_DAY_OF_63, all_units

NTM = "Nông thôn mới"
TAN_BINH = unit("xã Tân Bình, huyện Phụng Hiệp")
PHUNG_HIEP = unit("huyện Phụng Hiệp")
CONTENT = place_content(
    [
        Said(NTM, place(TAN_BINH), "2023-05-01"),
        Said("OCOP", place(TAN_BINH), "2024-05-01"),
        Said(NTM, unknown("xã Tân Bình Cũ", PHUNG_HIEP), None),
        Said(NTM, place(unit("thành phố Cần Thơ")), "2024-05-01"),
        Said("OCOP", place(unit("thành phố Cần Thơ")), "2025-08-01"),
    ]
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    path = tmp_path_factory.mktemp("places") / "graph.sqlite"
    sqlite_store.write(CONTENT, path)
    return Database(path)


def histories(
    database: Database, name: str, within: str | None = None, as_of: dt.date | None = None
) -> tuple[PlaceHistory, ...]:
    return place_histories(database, BASE, name, within, as_of, floor_of(None))


@pytest.mark.parametrize(
    ("asked", "within", "as_of", "count"),
    [
        ("xã Tân Bình", None, LAST_DAY_OF_63, 17),
        ("xã Tân Bình", "huyện Phụng Hiệp", None, 1),
        ("xa tan binh", "phung hiep", None, 1),
        ("xã Tân Bình, huyện Phụng Hiệp", None, None, 1),
        ("xã Tân Bình, huyện Phụng Hiệp, tỉnh Hậu Giang", None, None, 1),
        ("xã Tân Bình, huyện Phụng Hiệp", None, FIRST_DAY_OF_34, 0),
        ("TP. Cần Thơ", None, LAST_DAY_OF_63, 1),
        ("TP.Cần Thơ", None, FIRST_DAY_OF_34, 1),
        ("quận 1", None, None, 1),
        ("xã Hoà Mỹ", "huyen phung hiep", None, 1),
        ("không có nơi này", None, None, 0),
    ],
)
def test_units_of_a_name(database: Database, asked: str, within: str | None, as_of: dt.date | None, count: int) -> None:
    found = histories(database, asked, within, as_of)
    assert len(found) == count
    assert len({history.iri for history in found}) == count


def test_every_unit_of_a_name_is_there() -> None:
    """By hand, from the tables alone."""
    wanted = [each for each in all_units() if each.full_name == "xã Tân Bình"]
    assert list(units_asked("xã Tân Bình")) == wanted
    assert {each.id for each in units_asked("xa tan binh")} >= {each.id for each in wanted}
    # With its tone marks a name does not mean another one; without them it means all.
    assert not {"Hoằng Phụ"} & {each.name for each in units_asked("xã Hoằng Phú")}
    assert {"Hoằng Phú", "Hoằng Phụ"} <= {each.name for each in units_asked("xa hoang phu")}
    assert lies_in(TAN_BINH, "tinh hau giang, huyện Phụng Hiệp")
    assert not lies_in(TAN_BINH, "huyện Vị Thủy")


def test_what_sources_name_comes_first_with_its_sentences(database: Database) -> None:
    first, *others = histories(database, "xã Tân Bình")
    # Mentions are counted where sources have them; here only statements are.
    by_iri = {history.iri: history for history in (first, *others)}
    own = by_iri[iri_of(TAN_BINH, BASE)]
    assert [pair.programme.name for pair in own.programmes] == [NTM, "OCOP"]
    assert (own.valid_from, own.valid_to, own.code, own.known) == (None, LAST_DAY_OF_63, "31399", True)
    assert [(each.name, each.around) for each in own.became] == [("xã Tân Bình", "thành phố Cần Thơ")]
    new = by_iri[own.became[0].iri]
    assert (new.valid_from, new.valid_to, new.programmes) == (FIRST_DAY_OF_34, None, ())
    assert "xã Tân Bình" in names(new.made_of)


def test_what_later_sources_say_was_not_known(database: Database) -> None:
    (own,) = histories(database, "xã Tân Bình", "huyện Phụng Hiệp", dt.date(2023, 12, 31))
    assert [pair.programme.name for pair in own.programmes] == [NTM]


def test_a_unit_that_no_table_holds_is_told_as_such(database: Database) -> None:
    (own,) = histories(database, "xã Tân Bình Cũ")
    assert (own.known, own.code, own.became, own.around) == (False, None, (), "huyện Phụng Hiệp, tỉnh Hậu Giang")
    assert [pair.programme.name for pair in own.programmes] == [NTM]
    assert histories(database, "xa tan binh cu", "huyện Vị Thủy") == ()


def test_a_unit_of_which_it_is_open_which_one_it_is(tmp_path: Path) -> None:
    sqlite_store.write(place_content([Said(NTM, unknown("xã Minh Quang"))]), tmp_path / "graph.sqlite")
    with Database(tmp_path / "graph.sqlite") as database:
        found = histories(database, "xã Minh Quang")
        seen_from = histories(database, "xã Minh Quang", "nguồn")
    assert [(history.open, history.known) for history in found if history.code is None] == [(True, False)]
    assert len([history for history in found if history.code]) == len(units_asked("xã Minh Quang"))
    assert [history.iri for history in seen_from] == [f"{BASE}place/chua-ro/nguon/xa-minh-quang"]


def test_a_former_province(tmp_path: Path) -> None:
    hue = Place(("tinh-thua-thien-hue",), "tỉnh Thừa Thiên Huế", None, Level.PROVINCE, None)
    sqlite_store.write(place_content([Said(NTM, hue)]), tmp_path / "graph.sqlite")
    with Database(tmp_path / "graph.sqlite") as database:
        (own,) = histories(database, "thua thien hue")
    assert (own.known, own.open, own.valid_to, names(own.became)) == (
        False, False, dt.date(2024, 12, 31), ["thành phố Huế"],
    )  # fmt: skip


def test_a_province_that_kept_its_name_has_two_histories(database: Database) -> None:
    old, new = sorted(histories(database, "thành phố Cần Thơ"), key=lambda history: history.valid_to is None)
    assert old.iri == new.iri
    assert [pair.programme.name for pair in old.programmes] == [NTM]
    assert [pair.programme.name for pair in new.programmes] == ["OCOP"]
    assert names(new.made_of) == ["thành phố Cần Thơ", "tỉnh Hậu Giang", "tỉnh Sóc Trăng"]
    assert (old.parts, new.parts) == (80, 103)


def test_an_abolished_district(database: Database) -> None:
    (own,) = histories(database, "huyện Phụng Hiệp")
    assert (own.abolished, own.divided, own.became, own.parts) == (True, False, (), 15)
    assert own.now_in is not None
    assert own.now_in.name == "thành phố Cần Thơ"


def test_a_divided_commune(database: Database) -> None:
    divided = next(each for each in all_units() if is_divided(each))
    own = next(history for history in histories(database, divided.full_name) if history.code == divided.code
               and history.valid_to is not None)  # fmt: skip
    assert own.divided
    assert names(own.became) == sorted(each.full_name for each in successors_of(divided))


def test_units_of_entities() -> None:
    by_name = {(entity.name, entity.place): entity for entity in CONTENT.entities}
    assert units_of(by_name["xã Tân Bình", "huyện Phụng Hiệp, tỉnh Hậu Giang"]) == (TAN_BINH,)
    former = by_name["xã Tân Bình Cũ", "huyện Phụng Hiệp, tỉnh Hậu Giang"]
    assert units_of(former) == ()
    assert units_around(former) == (PHUNG_HIEP,)
    assert [each.id for each in units_of(by_name["thành phố Cần Thơ", None])] == ["63/92", "34/92"]
    assert units_of(by_name[NTM, None]) == units_around(by_name[NTM, None]) == ()


@pytest.mark.parametrize("each", [each for each in all_units() if int(each.code) % 97 == 0], ids=lambda each: each.id)
def test_the_iri_of_a_unit_is_that_of_its_entity(each: object) -> None:
    entity = place(each).entity(BASE)  # type: ignore[arg-type]
    assert entity.iri == iri_of(each, BASE)  # type: ignore[arg-type]
    assert each in units_of(entity)


def test_a_graph_without_the_place_tells_its_history_all_the_same(tmp_path: Path) -> None:
    empty = GraphContent(BASE, (), (), (), ())
    sqlite_store.write(empty, tmp_path / "graph.sqlite")
    with Database(tmp_path / "graph.sqlite") as database:
        found = histories(database, "huyện Phụng Hiệp")
    assert [(history.mentions, history.programmes) for history in found] == [(0, ())]

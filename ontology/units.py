"""Administrative units of both systems: 63 provinces with districts (until 30/6/2025) and 34 without (since 1/7/2025).

The data is that of the package ``vietnamadminunits`` (MIT), read from its SQLite file. The package itself is not
imported: it loads pandas, and its converter asks an internet geocoder about divided communes.
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from ontology.errors import CuthehoaError
from ontology.folding import fold, modern_tones
from ontology.levels import Level

LAST_DAY_OF_63 = date(2025, 6, 30)
FIRST_DAY_OF_34 = date(2025, 7, 1)

_LEVELS = {
    "quận": Level.DISTRICT,
    "huyện": Level.DISTRICT,
    "thị xã": Level.DISTRICT,
    "xã": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "thị trấn": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
}


@dataclass(frozen=True, slots=True)
class AdminUnit:
    """One unit of one of the two systems.

    Args:
        id: Stable key, the system and the official code of the unit: ``63/31420``, ``34/92``.
        unit: Unit word in lower case: ``tỉnh``, ``thành phố``, ``quận``, ``huyện``, ``thị xã``, ``xã``, ``phường``,
            ``thị trấn``, ``đặc khu``.
        name: The name alone, modern tone placement (``Hòa Mỹ``).
        level: ``PROVINCE``, ``DISTRICT`` or ``COMMUNE``.
        parents: Ids of the units around it, nearest first.
        valid_from: First day of the system that it belongs to; ``None``: no beginning is known.
        valid_to: Last day of that system; ``None``: it stands today.
    """

    id: str
    unit: str
    name: str
    level: Level
    parents: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None

    @property
    def full_name(self) -> str:
        """Unit word and name: ``xã Hòa Mỹ``."""
        return f"{self.unit} {self.name}"

    @property
    def code(self) -> str:
        """The official code (``31420``). A commune of today has that of one of the communes it was made of."""
        return self.id.partition("/")[2]

    @property
    def path(self) -> tuple[str, ...]:
        """Slugs from the province down to the unit: ``("tinh-hau-giang", "huyen-phung-hiep", "xa-hoa-my")``."""
        names = [*(parent.full_name for parent in reversed(parents_of(self))), self.full_name]
        return tuple(re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") for name in names)

    def existed(self, on: date) -> bool:
        """Tell whether the unit's system was in force on that day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


class _Register:
    """All units, by id and by name. Built once, on first use."""

    def __init__(self, units: Iterable[AdminUnit]) -> None:
        self.by_id: dict[str, AdminUnit] = {}
        self.by_name: dict[str, list[AdminUnit]] = {}
        for unit in units:
            self.by_id[unit.id] = unit
            self.by_name.setdefault(unit.name.casefold(), []).append(unit)
            # Sources write both "Ba Rịa - Vũng Tàu" and "Bà Rịa-Vũng Tàu".
            if " - " in unit.name:
                self.by_name.setdefault(unit.name.replace(" - ", "-").casefold(), []).append(unit)


def units_named(name: str, unit: str | None = None, on: date | None = None) -> tuple[AdminUnit, ...]:
    """Return the units of that name, in the order of the systems and of their official codes.

    Args:
        name: The name without its unit word. Case and the placement of tone marks do not matter; the tone marks
            themselves do (``Tân Bình`` is not ``Tân Bính``).
        unit: Only units of this unit word (``xã``).
        on: Only units that existed on that day.
    """
    found: Iterable[AdminUnit] = _register().by_name.get(name_key(name), ())
    if unit is not None:
        found = (u for u in found if u.unit == unit)
    if on is not None:
        found = (u for u in found if u.existed(on))
    return tuple(found)


def unit_by_id(unit_id: str) -> AdminUnit:
    """Return the unit with that id.

    Raises:
        KeyError: If there is none.
    """
    return _register().by_id[unit_id]


def all_units() -> tuple[AdminUnit, ...]:
    """Return all units of both systems, provinces before districts before communes in each."""
    return tuple(_register().by_id.values())


def parents_of(unit: AdminUnit) -> tuple[AdminUnit, ...]:
    """Return the units around one, nearest first."""
    return tuple(unit_by_id(parent) for parent in unit.parents)


def unit_words_of(name: str) -> frozenset[str]:
    """Return the unit words under which a name occurs in either system; empty where it is no unit's name.

    The cheap question of the readers of texts, who ask it for every capitalised name.
    """
    return _unit_words().get(name_key(name), frozenset())


def all_unit_words() -> Mapping[str, frozenset[str]]:
    """Return the unit words of every name; names are in lower case with modern tone marks."""
    return _unit_words()


def communes_of(district: str) -> Mapping[str, str]:
    """Return the communes that a district had, by name in small letters with modern tone marks: their unit words.

    Args:
        district: The district with its unit word (``huyện Phụng Hiệp``); of several of one name, the communes of all.

    Returns:
        An empty mapping for what is no district.
    """
    return _communes().get(name_key(district), {})


@cache
def _communes() -> Mapping[str, Mapping[str, str]]:
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for unit in all_units():
        if unit.level is Level.COMMUNE:
            for around in parents_of(unit):
                if around.level is Level.DISTRICT:
                    found[name_key(around.full_name)][name_key(unit.name)] = unit.unit
    return dict(found)


@lru_cache(maxsize=20_000)
def within(name: str, unit: str, around: str) -> bool:
    """Tell whether a unit lies in the place called ``around``, in either system.

    Args:
        name: Name of the inner unit, without unit word.
        unit: Its unit word.
        around: The outer place with its unit word (``huyện Phụng Hiệp``).
    """
    outer = name_key(around)
    return any(name_key(parent.full_name) == outer for u in units_named(name, unit) for parent in parents_of(u))


def level_of(unit_word: str) -> Level | None:
    """Return the level that a unit word shows; ``None`` for ``thành phố``, which may be a province or a district."""
    return Level.PROVINCE if unit_word == "tỉnh" else _LEVELS.get(unit_word)


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """Return the key under which names are compared: modern tones, case folded."""
    return modern_tones(name).casefold()


@lru_cache(maxsize=1)
def _register() -> _Register:
    return _Register(_read())


@lru_cache(maxsize=1)
def _unit_words() -> dict[str, frozenset[str]]:
    return {key: frozenset(u.unit for u in units) for key, units in _register().by_name.items()}


def data_file(name: str) -> Path:
    """Return a file of the data of ``vietnamadminunits``.

    Args:
        name: ``dataset.db`` (both systems), ``converter_2025.json`` (what became of the old units).

    Raises:
        CuthehoaError: If the data is not there.
    """
    # ``importlib.resources`` would import the package, and with it pandas.
    spec = find_spec("vietnamadminunits")
    places = spec.submodule_search_locations if spec else None
    path = Path(places[0], "data", name) if places else None
    if path is None or not path.is_file():
        raise CuthehoaError(
            "Thiếu dữ liệu đơn vị hành chính của gói vietnamadminunits",
            todo="Hãy cài lại: pip install vietnamadminunits",
        )
    return path


def _read() -> Iterable[AdminUnit]:
    uri = data_file("dataset.db").as_uri() + "?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True)
    try:
        old = connection.execute(
            "SELECT provinceCode, province, districtCode, district, wardCode, ward FROM admin_units_legacy"
        ).fetchall()
        new = connection.execute("SELECT provinceCode, province, '', NULL, wardCode, ward FROM admin_units").fetchall()
    finally:
        connection.close()
    yield from _system("63", sorted(old, key=_order), None, LAST_DAY_OF_63)
    yield from _system("34", sorted(new, key=_order), FIRST_DAY_OF_34, None)


_Row = tuple[str, str, str, str | None, str | None, str | None]


def _order(row: _Row) -> tuple[str, str, str]:
    return row[0], row[2], row[4] or ""


def _system(key: str, rows: list[_Row], start: date | None, end: date | None) -> Iterable[AdminUnit]:
    provinces: dict[str, AdminUnit] = {}
    districts: dict[str, AdminUnit] = {}
    communes: dict[str, AdminUnit] = {}
    tones = cache(modern_tones)  # half of the names occur more than once

    def make(code: str, full_name: str, level: Level, around: AdminUnit | None) -> AdminUnit:
        unit, name = _split(full_name)
        parents = (around.id, *around.parents) if around else ()
        return AdminUnit(f"{key}/{code}", unit, tones(name), level, parents, start, end)

    for province_code, province, district_code, district, commune_code, commune in rows:
        if province_code not in provinces:
            provinces[province_code] = make(province_code, province, Level.PROVINCE, None)
        around = provinces[province_code]
        if district is not None:
            if district_code not in districts:
                districts[district_code] = make(district_code, district, Level.DISTRICT, around)
            around = districts[district_code]
        # Island districts had no communes.
        if commune is not None and commune_code is not None and commune_code not in communes:
            communes[commune_code] = make(commune_code, commune, Level.COMMUNE, around)
    yield from provinces.values()
    yield from districts.values()
    yield from communes.values()


_SHORT_UNIT_WORDS = frozenset({"xã", "phường", "huyện", "quận", "tỉnh"})
_LONG_UNIT_WORDS = frozenset({"thị trấn", "đặc khu", "thị xã", "thành phố"})


def _split(full_name: str) -> tuple[str, str]:
    # The data is not of one mind about capitals ("Thành Phố Bắc Kạn").
    first, _, rest = full_name.partition(" ")
    word = first.lower()
    if word in _SHORT_UNIT_WORDS:
        return word, rest
    second, _, name = rest.partition(" ")
    word = f"{word} {second.lower()}"
    if word in _LONG_UNIT_WORDS:
        return word, name
    raise ValueError(f"no unit word: {full_name!r}")

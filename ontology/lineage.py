"""What became of the units of the 63 provinces on 1 July 2025, and of what those of the 34 were made.

The data is the mapping of the package ``vietnamadminunits`` (``converter_2025.json``), read as a file like the tables
of :mod:`ontology.units`. It gives communes by their folded names within a new province, and where two old communes of
one name came into one new province, it gives the successors of each to both. Such a claim of a namesake is kept only
where something else speaks for it (:func:`refused_links` tells the others): the official code, which the new commune
has from one of those it was made of; or another commune of the same old district that certainly has the same
successor. What that leaves undecided is decided by hand in ``tables/lineage.json``, which also has the provinces that
were no more when the tables were made (:func:`former_province`).
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from ontology.levels import Level
from ontology.table import Row, read_table, rows, strings
from ontology.units import FIRST_DAY_OF_34, AdminUnit, all_units, data_file, name_key, parents_of, unit_by_id

NAMES_OF_34_KNOWN = date(2025, 4, 12)
"""Nghị quyết 60-NQ/TW lists the 34 provinces. No document before that day can mean one of their units."""

_Link = tuple[str, str]
"""Ids of an old unit and of one that took (a part of) it."""


@dataclass(frozen=True, slots=True)
class FormerProvince:
    """A province that was no more when the tables were made.

    Args:
        name: Its usual full name (``tỉnh Thừa Thiên Huế``).
        valid_to: Its last day, or ``None`` where that is not certain.
        became: The provinces of the 63 that took its land, in the order of their codes.
    """

    name: str
    valid_to: date | None
    became: tuple[AdminUnit, ...]


@dataclass(frozen=True, slots=True)
class RefusedLink:
    """A link of the data that was left out: a namesake's.

    Args:
        old: The old commune.
        new: The new commune, which took a namesake of the old one.
        by_hand: Whether ``tables/lineage.json`` says so, and not the rule.
    """

    old: AdminUnit
    new: AdminUnit
    by_hand: bool


def successors_of(unit: AdminUnit) -> tuple[AdminUnit, ...]:
    """Return the units of the 34 provinces that took a unit's land, in the order of their official codes.

    Args:
        unit: A unit of either system.

    Returns:
        For a province, the one that it became or became a part of. For a commune, mostly one commune; several if it
        was divided. Nothing for a district, whose level was abolished (its communes have successors), unless it was
        an island district without communes; nothing for a unit that stands today.
    """
    return tuple(unit_by_id(key) for key in _lineage().successors.get(unit.id, ()))


def predecessors_of(unit: AdminUnit) -> tuple[AdminUnit, ...]:
    """Return the units of the 63 provinces of which a unit was made, wholly or in part, in the order of their codes.

    Args:
        unit: A unit of either system; one of the 63 has none that are known.
    """
    return tuple(unit_by_id(key) for key in _lineage().predecessors.get(unit.id, ()))


def is_divided(unit: AdminUnit) -> bool:
    """Tell whether several units took parts of a unit: what is said of it cannot be laid to one of them."""
    return len(_lineage().successors.get(unit.id, ())) > 1


def parts_of(unit: AdminUnit) -> tuple[AdminUnit, ...]:
    """Return the communes that lay or lie in a unit, in the order of their official codes."""
    return tuple(unit_by_id(key) for key in _communes_within().get(unit.id, ()))


@lru_cache(maxsize=65_536)
def standing(unit: AdminUnit, level: Level, on: date) -> tuple[AdminUnit, ...]:
    """Return the unit of a level, on a day, in which another unit's land lay; several where it lay in several.

    Args:
        unit: A unit of either system.
        level: The level asked for.
        on: The day, whose system is meant.

    Returns:
        Units that stood on that day, in the order of their codes. Units of a higher level where no nearer one is
        known: an abolished district's communes are many, its province is one.
    """
    if unit.existed(on):
        chain = (unit, *parents_of(unit))
        return (next((outer for outer in chain if outer.level is level), _above(chain, level)),)
    others = successors_of(unit) if on >= FIRST_DAY_OF_34 else predecessors_of(unit)
    if not others:
        return standing(parents_of(unit)[0], level, on)
    found = {near.id: near for other in others for near in standing(other, level, on)}
    return tuple(found[key] for key in sorted(found))


def former_province(full_name: str) -> FormerProvince | None:
    """Return the former province of that name, with its unit word; ``None`` for all that was none."""
    return _former_provinces().get(name_key(full_name))


def refused_links() -> tuple[RefusedLink, ...]:
    """Return the links of the data that were left out, in the order of the old codes."""
    return tuple(
        RefusedLink(unit_by_id(old), unit_by_id(new), by_hand) for (old, new), by_hand in _lineage().refused.items()
    )


def _above(chain: tuple[AdminUnit, ...], level: Level) -> AdminUnit:
    """Return the nearest unit that is not below a level: a province has no district of its own."""
    return next((unit for unit in chain if unit.level.rank <= level.rank), chain[-1])


@dataclass(frozen=True, slots=True)
class _Lineage:
    """All links, by the ids of both ends; each list sorted."""

    successors: Mapping[str, tuple[str, ...]]
    predecessors: Mapping[str, tuple[str, ...]]
    refused: Mapping[_Link, bool]


@cache
def _lineage() -> _Lineage:
    claimed = set(_claimed())
    refused = _refused(claimed)
    links = sorted(claimed - refused.keys())
    # A province's successor is that of its communes: they all came into one.
    links += sorted({_provinces(link) for link in links})
    return _Lineage(_by_end(links), _by_end([(new, old) for old, new in links]), refused)


def _by_end(links: Iterable[_Link]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for end, other in links:
        found[end].append(other)
    return {end: tuple(sorted(others)) for end, others in found.items()}


def _provinces(link: _Link) -> _Link:
    old, new = (unit_by_id(key) for key in link)
    return old.parents[-1], new.parents[-1]


def _claimed() -> Iterator[_Link]:
    """Yield the links of the data."""
    old_ids, new_ids = _ids_by_key()
    data = json.loads(data_file("converter_2025.json").read_bytes())
    for province, communes in data["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, olds in communes.items():
            for old in olds:
                yield old_ids[old], new_ids[province, commune]
    for province, divided in data["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in divided.items():
            for part in parts:
                yield old_ids[old], new_ids[province, part["newWardKey"]]


def _ids_by_key() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """Return the ids of the units by the keys under which the mapping names them."""
    uri = data_file("dataset.db").as_uri() + "?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        old = connection.execute(
            "SELECT provinceKey || '_' || districtKey || '_' || coalesce(wardKey, ''), "
            "'63/' || coalesce(wardCode, districtCode) FROM admin_units_legacy"
        ).fetchall()
        new = connection.execute("SELECT provinceKey, wardKey, '34/' || wardCode FROM admin_units").fetchall()
    return dict(old), {(province, commune): key for province, commune, key in new}


def _refused(claimed: Iterable[_Link]) -> Mapping[_Link, bool]:
    """Return the links that are only a namesake's, each with whether that was decided by hand."""
    by_new: defaultdict[str, list[AdminUnit]] = defaultdict(list)
    for old, new in sorted(claimed):
        by_new[new].append(unit_by_id(old))
    rivals = {
        (unit.id, new)
        for new, units in by_new.items()
        for unit in units
        if any(other is not unit and other.full_name == unit.full_name for other in units)
    }
    doubtful = {old for old, _ in rivals}
    decided = _decided()
    refused = {}
    for old, new in sorted(rivals):
        if (holds := decided.get((old, new))) is not None:
            if not holds:
                refused[old, new] = True
            continue
        unit, code = unit_by_id(old), new.partition("/")[2]
        # A neighbour that is in doubt itself speaks for nobody, unless it is the one whose code the new commune has.
        sure = [near for near in by_new[new] if near.id not in doubtful or near.code == code]
        if not any(near.parents[0] == unit.parents[0] for near in sure):
            refused[old, new] = False
    return refused


def _decided() -> Mapping[_Link, bool]:
    return {link_of(row): bool(row["holds"]) for row in rows(read_table("lineage.json"), "decided")}


@cache
def _former_provinces() -> Mapping[str, FormerProvince]:
    found = {}
    for row in rows(read_table("lineage.json"), "former_provinces"):
        became = [_old_province(name) for name in strings(row["became"])]
        until = date.fromisoformat(str(row["until"])) if row["until"] else None
        units = tuple(sorted(became, key=lambda unit: unit.id))
        province = FormerProvince(f"tỉnh {row['name']}", until, units)
        for name in (str(row["name"]), *strings(row["forms"])):
            found[name_key(f"tỉnh {name}")] = province
    return found


def _old_province(full_name: str) -> AdminUnit:
    return next(unit for unit in all_units() if unit.full_name == full_name and unit.id.startswith("63/"))


def link_of(row: Row) -> _Link:
    """Return the ids of the two communes that a row of ``tables/lineage.json`` is about."""
    return f"63/{row['old']}", f"34/{row['new']}"


@cache
def _communes_within() -> Mapping[str, tuple[str, ...]]:
    return _by_end((outer, unit.id) for unit in all_units() if unit.level is Level.COMMUNE for outer in unit.parents)

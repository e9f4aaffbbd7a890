"""Words for kinds of places, regions, countries and units of former times (``tables/places.json``)."""

from dataclasses import dataclass
from functools import cache

from ontology.levels import Level
from ontology.table import Row, read_table, rows, strings


@dataclass(frozen=True, slots=True)
class UnitWord:
    """One word that names a kind of administrative unit.

    Args:
        unit: The word in lower case (``thị trấn``).
        forms: Abbreviations (``TT.``).
        level: Its level; ``None`` where it varies (``thành phố``) or lies below the commune.
        below: Whether it lies below the commune, so that no table knows its names.
        zone: Whether it is no unit but a zone of industry or business, of which a name means one in a province.
        numbered: Whether a number may be its name (``ấp 4``).
        wary: Whether the word has other common meanings (``bản``): its name must look like a name all through.
        short: Whether one syllable may be its name all the same (``làng`` *Pông*).
        examples: Mentions that must be found.
    """

    unit: str
    forms: tuple[str, ...]
    level: Level | None
    below: bool
    zone: bool
    numbered: bool
    wary: bool
    short: bool
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place that is found by its name alone.

    Args:
        name: The name as the project writes it.
        forms: Further names, the longer official ones among them.
        bare: Whether ``name`` alone is enough (``Mỹ`` is too often part of another name).
        exact: Whether case matters for ``name`` (``EU``).
        examples: Mentions that must be found.
    """

    name: str
    forms: tuple[str, ...]
    bare: bool
    exact: bool
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormerUnit:
    """A unit that is in neither of the two systems of ``ontology.units``, or another writing of one that is.

    Args:
        unit: The unit word.
        name: The name alone.
        means: The name that it stands for, where it is an abbreviation (``HCM``).
        examples: Mentions that must be found.
    """

    unit: str
    name: str
    means: str | None
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """The whole table.

    Args:
        units: Words for kinds of units.
        regions: Regions of the country.
        countries: Countries and parts of the world.
        former_units: Units of former times.
        plural_marks: Words before a unit word that stands for several units.
        not_bare_after: Words behind which a name without unit word is that of a river, a road, a market …
        modifiers: What may stand between a unit word and names of such units (``các huyện`` *biên giới* ``Kỳ Sơn``).
        peoples: Names of peoples: behind a unit word they tell whose it is (``làng`` *Mường*).
        not_names: Beginnings of phrases that follow a unit word with a capital and are no name (``huyện`` *Đảng ủy*).
    """

    units: tuple[UnitWord, ...]
    regions: tuple[KnownPlace, ...]
    countries: tuple[KnownPlace, ...]
    former_units: tuple[FormerUnit, ...]
    plural_marks: frozenset[str]
    not_bare_after: frozenset[str]
    modifiers: tuple[str, ...]
    peoples: tuple[str, ...]
    not_names: tuple[str, ...]


@cache
def place_table() -> PlaceTable:
    """Return the table, read on first use."""
    table = read_table("places.json")
    return PlaceTable(
        tuple(_unit_word(row) for row in rows(table, "units")),
        tuple(_known(row) for row in rows(table, "regions")),
        tuple(_known(row) for row in rows(table, "countries")),
        tuple(_former(row) for row in rows(table, "former_units")),
        frozenset(strings(table["plural_marks"])),
        frozenset(strings(table["not_bare_after"])),
        strings(table["modifiers"]),
        strings(table["peoples"]),
        strings(table["not_names"]),
    )


def _unit_word(row: Row) -> UnitWord:
    return UnitWord(
        unit=str(row["unit"]),
        forms=strings(row["forms"]),
        level=Level(str(row["level"])) if row["level"] else None,
        below=bool(row.get("below")),
        zone=bool(row.get("zone")),
        numbered=bool(row.get("numbered")),
        wary=bool(row.get("wary")),
        short=bool(row.get("short")),
        examples=strings(row["examples"]),
    )


def _former(row: Row) -> FormerUnit:
    means = str(row["means"]) if row.get("means") else None
    return FormerUnit(str(row["unit"]), str(row["name"]), means, strings(row["examples"]))


def _known(row: Row) -> KnownPlace:
    return KnownPlace(
        name=str(row["name"]),
        forms=strings(row["forms"]),
        bare=not row.get("needs_form"),
        exact=bool(row.get("exact")),
        examples=strings(row["examples"]),
    )

"""The rows of coverage: which administrative units there are, and what is known of their documents."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from graph.answers import EntityKind
from graph.coverage.bodies import governs, path_of_body, place_iri
from graph.coverage.values import CoverageUnit
from graph.database import Database
from graph.identity.units import Unit, tabled, unit_of_row, units_of_name
from graph.lookup import describe, known
from graph.places.names import AskedPlace, lies_among, names_around
from ontology.errors import AmbiguousEntityError, UnknownEntityError
from ontology.levels import Level
from ontology.units import LAST_DAY_OF_63, all_units

UnitPath = tuple[str, ...]

_LEVELS = {level.value: level for level in Level}
_EVER = "SELECT issuer_iri, issuer, held FROM issuing"
_BY_THEN = """
    SELECT issuer_iri, min(issuer), sum(held) FROM entity
    WHERE kind = 'Document' AND issuer_iri IS NOT NULL AND (date IS NULL OR date <= ?) GROUP BY issuer_iri
"""


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit that the graph holds as a place."""

    path: UnitPath
    name: str
    around: str | None
    level: Level


@dataclass(frozen=True, slots=True)
class UnitRegister:
    """The units of a graph and their bodies.

    Args:
        base_iri: What the graph's IRIs begin with.
        units: All places that are units of a level, by path.
        issuers: Paths of the units that have a body that issued something.
        held: How many documents of its governing bodies are held, by path.
    """

    base_iri: str
    units: Mapping[UnitPath, KnownUnit]
    issuers: frozenset[UnitPath]
    held: Mapping[UnitPath, int]

    def of_body(self, issuer_iri: str | None) -> KnownUnit | None:
        """Return the unit that a body belongs to, or ``None`` where it is none or not known."""
        return None if issuer_iri is None else self.units.get(path_of_body(issuer_iri, self.base_iri))

    def row(self, unit: KnownUnit) -> CoverageUnit:
        """Return a unit as a row."""
        start, end = lifetime(unit.name, unit.path, unit.level)
        return CoverageUnit(
            iri=place_iri(unit.path, self.base_iri),
            name=unit.name,
            around=unit.around,
            level=unit.level,
            held=self.held.get(unit.path, 0),
            valid_from=start,
            valid_to=end,
        )


def read_units(database: Database, base_iri: str, as_of: dt.date | None) -> UnitRegister:
    """Read all units of a graph, and of which there are documents.

    Args:
        database: The generation's database.
        base_iri: What the graph's IRIs begin with.
        as_of: Count only documents of this day or before, and those without date.
    """
    units = {}
    start = f"{base_iri}place/"
    for iri, name, around, level in database.rows(
        "SELECT iri, name, place, level FROM entity WHERE kind = ? AND level IS NOT NULL", (EntityKind.PLACE,)
    ):
        path = tuple(iri.removeprefix(start).split("/"))
        units[path] = KnownUnit(path, name, around, _LEVELS[level])
    held: defaultdict[UnitPath, int] = defaultdict(int)
    issuers = set()
    found = database.rows(_EVER) if as_of is None else database.rows(_BY_THEN, (as_of.isoformat(),))
    for issuer_iri, issuer, count in found:
        path = path_of_body(issuer_iri, base_iri)
        unit = units.get(path)
        if unit is not None:
            issuers.add(path)
            if governs(issuer, unit.name):
                held[path] += count
    return UnitRegister(base_iri, units, frozenset(issuers), dict(held))


@lru_cache(maxsize=65_536)
def lifetime(name: str, path: UnitPath, level: Level) -> tuple[dt.date | None, dt.date | None]:
    """Return a unit's first and last day, ``None`` where there is none or it is not known.

    Args:
        name: Its full name.
        path: Its path.
        level: Its level; districts ended with the old system, whether the tables hold them or not.
    """
    found = tabled(name, path)
    if not found:
        return None, LAST_DAY_OF_63 if level is Level.DISTRICT else None
    starts, ends = [unit.valid_from for unit in found], [unit.valid_to for unit in found]
    start = None if None in starts else min(day for day in starts if day is not None)
    return start, None if None in ends else max(day for day in ends if day is not None)


def inside(register: UnitRegister, level: Level, around: UnitPath, days: Iterable[dt.date]) -> list[KnownUnit]:
    """Return the units of the tables of these days that lie in a unit, or are it.

    Args:
        register: Of the graph; units that it holds as well are returned as it names them.
        level: Of the units wanted.
        around: Path of the outer unit.
        days: On one of them the unit must have existed; any day will do if there are none.
    """
    wanted = list(days)
    found = {}
    for unit in all_units():
        if unit.level is not level or (wanted and not any(unit.existed(day) for day in wanted)):
            continue
        placed = unit_of_row(unit)
        if placed.path[: len(around)] == around:
            found[placed.path] = register.units.get(placed.path) or _of_tables(placed)
    return list(found.values())


def _of_tables(unit: Unit) -> KnownUnit:
    return KnownUnit(unit.path, unit.full_name, ", ".join(unit.names[1:]) or None, unit.level)


def unit_named(database: Database, register: UnitRegister, asked: str) -> KnownUnit:
    """Return the one unit that a name or an IRI means.

    Args:
        database: The generation's database.
        register: The graph's units.
        asked: An IRI, or a name with or without tone marks (``tỉnh Hậu Giang``, ``xa tan binh, huyen phung hiep``);
            a name that the graph does not know is looked up in the tables, with its tone marks.

    Raises:
        UnknownEntityError: If there is none.
        AmbiguousEntityError: If there are several.
    """
    if "://" in asked:
        iri = known(database, asked).iri
        found = [unit for unit in register.units.values() if place_iri(unit.path, register.base_iri) == iri]
    else:
        found = list(_named(register, asked))
    if not found:
        raise UnknownEntityError(
            f"không có đơn vị hành chính “{asked}”", where="--in", todo="Viết tên đủ, ví dụ “tỉnh Hậu Giang”"
        )
    if len(found) > 1:
        iris = tuple(place_iri(unit.path, register.base_iri) for unit in found)
        entities = database.entities(iris)
        choices = [", ".join(filter(None, (unit.name, unit.around))) for unit in found]
        raise AmbiguousEntityError(
            f"“{asked}” có thể là {len(found)} đơn vị",
            choices=tuple(
                describe(entities[iri]) if iri in entities else choice
                for iri, choice in zip(iris, choices, strict=True)
            ),
            iris=tuple(iri for iri in iris if iri in entities),
            todo="Thêm tên đơn vị cấp trên sau dấu phẩy",
        )
    return found[0]


def _named(register: UnitRegister, asked: str) -> Iterator[KnownUnit]:
    wanted = AskedPlace.read(asked)
    found = [unit for unit in register.units.values() if wanted.fits(unit.name, names_around(unit.around))]
    if found:
        yield from found
        return
    for placed in units_of_name(asked.split(",")[0].strip()):
        if lies_among(placed.names[1:], wanted.around):
            yield _of_tables(placed)

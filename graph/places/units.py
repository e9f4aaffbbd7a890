"""Between places of the graph and units of the tables: which unit an entity is, and which IRI a unit has."""

from dataclasses import dataclass

from graph.answers import Entity, EntityKind
from graph.identity.iris import iri
from graph.identity.places import UNKNOWN
from graph.identity.units import split_unit, unit_of_row
from ontology.levels import Level
from ontology.lineage import FormerProvince, former_province
from ontology.units import AdminUnit, parents_of, units_named


@dataclass(frozen=True, slots=True)
class PlacedUnit:
    """An administrative unit as answers name it.

    Args:
        iri: The IRI that it has in the graph, or would have if a source named it.
        name: Unit word and name (``xã Tân Bình``).
        around: What lies around it (``huyện Phụng Hiệp, tỉnh Hậu Giang``), or ``None`` for a province.
        level: Its level.
        code: Its official code.
    """

    iri: str
    name: str
    around: str | None
    level: Level
    code: str


def placed(unit: AdminUnit, base_iri: str) -> PlacedUnit:
    """Return a unit as answers name it.

    Args:
        unit: A row of the tables.
        base_iri: What the IRIs of the graph begin with.
    """
    around = ", ".join(outer.full_name for outer in parents_of(unit)) or None
    return PlacedUnit(iri_of(unit, base_iri), unit.full_name, around, unit.level, unit.code)


def iri_of(unit: AdminUnit, base_iri: str) -> str:
    """Return the IRI of a unit's entity, whether there is one or not."""
    return iri(base_iri, "place", unit_of_row(unit).path)


def units_of(entity: Entity) -> tuple[AdminUnit, ...]:
    """Return the units of the tables that a place is, older system first.

    Two for a province that kept its name in July 2025. None for a unit that the tables do not hold, for one of which
    it is not known where it lies, and for what is no administrative unit.
    """
    if entity.kind is not EntityKind.PLACE:
        return ()
    return _rows(entity.name, _outer_names(entity))


def units_around(entity: Entity) -> tuple[AdminUnit, ...]:
    """Return the units of the tables that a place is, or else the nearest one that is known to lie around it.

    For a former province, those that took its land.
    """
    names = (entity.name, *_outer_names(entity)) if entity.kind is EntityKind.PLACE else ()
    for rank, name in enumerate(names):
        if found := _rows(name, names[rank + 1 :]):
            return found
        if former := former_province(name):
            return former.became
    return ()


def former_unit(entity: Entity) -> FormerProvince | None:
    """Return the former province that a place is, if it is one that the tables do not hold."""
    if entity.kind is not EntityKind.PLACE or _rows(entity.name, _outer_names(entity)):
        return None
    return former_province(entity.name)


def is_undecided(entity: Entity) -> bool:
    """Tell whether a place is one of several units of the tables, and it stays open which."""
    word, name = split_unit(entity.name)
    return entity.kind is EntityKind.PLACE and f"/{UNKNOWN}/" in entity.iri and bool(units_named(name, word))


def _outer_names(entity: Entity) -> tuple[str, ...]:
    return tuple(entity.place.split(", ")) if entity.place else ()


def _rows(full_name: str, around: tuple[str, ...]) -> tuple[AdminUnit, ...]:
    word, name = split_unit(full_name)
    if word is None:
        return ()
    return tuple(
        unit for unit in units_named(name, word) if tuple(outer.full_name for outer in parents_of(unit)) == around
    )

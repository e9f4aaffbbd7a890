"""Places: which unit a name means, and entities for places that no table of units holds."""

from dataclasses import dataclass
from functools import cache

from graph.answers import Entity, EntityKind
from graph.identity.context import Context
from graph.identity.iris import iri, slug
from graph.identity.units import Unit, find_unit, split_unit, units_of_name
from ontology.levels import Level
from ontology.mentions import PlaceName
from ontology.places import place_table
from ontology.units import level_of, units_named

UNKNOWN = "chua-ro"
"""Segment under which a unit stands of which it is not known where it lies."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    Args:
        segments: Segments of its IRI: its identity.
        name: Full name (``xã Tân Bình``).
        around: What lies around it, for people (``huyện Phụng Hiệp, tỉnh Hậu Giang``), or ``None``.
        level: Its level, or ``None`` for what is no administrative unit or below the commune.
        wholes: Segments of the place directly around it, if known.
    """

    segments: tuple[str, ...]
    name: str
    around: str | None
    level: Level | None
    whole: "Place | None"

    def entity(self, base: str) -> Entity:
        """Return the entity of this place."""
        return Entity(
            iri(base, "place", self.segments), EntityKind.PLACE, self.name, level=self.level, place=self.around
        )


def place_of_unit(unit: Unit) -> Place:
    """Return the place that an administrative unit is."""
    around = unit.around()
    return Place(
        unit.path,
        unit.full_name,
        ", ".join(unit.names[1:]) or None,
        unit.level,
        place_of_unit(around[0]) if around else None,
    )


def place_of(norm: str, name: PlaceName, context: Context) -> Place:
    """Return the place that a mention means.

    Args:
        norm: Normalised surface (``xã Tân Bình``).
        name: What the mention says.
        context: The reading document's frame.
    """
    full_name = f"{name.unit} {name.name}" if name.unit else norm
    if name.unit is not None and name.parents and _former_district(name.parents):
        return _inside(full_name, name, context)
    unit = find_unit(full_name, within=_known(name.parents), near=context.units, on=context.day, about=context.about)
    if unit is not None:
        return place_of_unit(unit)
    if name.unit is None:
        # A region, a country, a place that is no unit: of one name, one place.
        full_name = _usual_names().get(slug(full_name), full_name)
        return Place((slug(full_name),), full_name, None, None, None)
    return _inside(full_name, name, context)


@cache
def _usual_names() -> dict[str, str]:
    """Return the name under which each name of a region or a country is known: "nước Việt Nam" is "Việt Nam"."""
    table = place_table()
    return {slug(form): known.name for known in (*table.regions, *table.countries) for form in known.forms}


def _inside(full_name: str, name: PlaceName, context: Context) -> Place:
    """Return the place of a unit that no table holds, inside what the text or the letterhead puts around it."""
    level = level_of(name.unit or "")
    outer = _outer(name.parents, context)
    if outer is None and level is Level.COMMUNE and not name.parents and not _elsewhere_in_province(full_name, context):
        # What a district names without a district, and what no neighbour has, was its own once.
        district = context.unit_at(Level.DISTRICT)
        outer = place_of_unit(district) if district is not None else None
    if outer is None and name.unit in _hamlets() and not name.parents:
        # A commune that names a hamlet and nothing around it speaks of its own.
        commune = context.unit_at(Level.COMMUNE)
        outer = place_of_unit(commune) if commune is not None else None
    if outer is not None and (level is None or outer.level is None or level.rank > outer.level.rank):
        around = ", ".join(part for part in (outer.name, outer.around) if part)
        return Place((*outer.segments, slug(full_name)), full_name, around, level, outer)
    # What the text puts around it tells it from others all the same.
    said = tuple(slug(parent) for parent in reversed(name.parents))
    return Place(
        (UNKNOWN, *_seen_from(level, name.unit, context), *said, slug(full_name)),
        full_name,
        ", ".join(name.parents) or None,
        level,
        None,
    )


def _seen_from(level: Level | None, word: str | None, context: Context) -> tuple[str, ...]:
    """Return under what a place stands that nothing puts anywhere.

    "Xã Minh Quang" and "ấp 4" are many, and two documents of a province or a district may mean two of them; an
    industrial zone has its name alone.
    """
    return context.apart if level is not None or word in _hamlets() else context.group


@cache
def _hamlets() -> frozenset[str]:
    """Return the words for what lies beneath a commune."""
    return frozenset(row.unit for row in place_table().units if row.below and not row.zone)


def _outer(parents: tuple[str, ...], context: Context) -> Place | None:
    """Return the place that the nearest of the units around a name is, also one that the tables do not hold."""
    for rank, parent in enumerate(parents):
        word, own = split_unit(parent)
        place = place_of(parent, PlaceName(word, own, parents[rank + 1 :]), context)
        if place.level is not None and place.segments[0] != UNKNOWN:
            return place
    return None


def _elsewhere_in_province(full_name: str, context: Context) -> bool:
    """Tell whether another district of the own province has a unit of that name: then it may well be that one."""
    province = context.unit_at(Level.PROVINCE)
    return province is not None and any(
        unit.path[: len(province.path)] == province.path for unit in units_of_name(full_name)
    )


def _former_district(parents: tuple[str, ...]) -> bool:
    """Tell whether the text puts a place into a district that no table holds: then no namesake is meant."""
    word, own = split_unit(parents[0])
    return word is not None and level_of(word) is Level.DISTRICT and not units_named(own)


def _known(parents: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out parents that no table holds: an old commune's name must not rule its district out."""
    return tuple(parent for parent in parents if find_unit(parent) is not None or _is_unit(parent))


def _is_unit(full_name: str) -> bool:
    *_, name = full_name.split(" ", 1)
    return bool(units_named(name))

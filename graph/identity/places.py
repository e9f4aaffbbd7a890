"""Places: which unit a name means, and entities for places that no table of units holds."""

from dataclasses import dataclass

from graph.answers import Entity, EntityKind
from graph.identity.context import Context
from graph.identity.iris import iri, slug
from graph.identity.units import Unit, find_unit
from ontology.levels import Level
from ontology.mentions import PlaceName
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
    unit = find_unit(full_name, within=_known(name.parents), near=context.units, on=context.day)
    if unit is not None:
        return place_of_unit(unit)
    if name.unit is None:
        # A region, a country, a place that is no unit: of one name, one place.
        return Place((slug(full_name),), full_name, None, None, None)
    parent = _parent(name, context)
    level = level_of(name.unit)
    if parent is not None and (level is None or level.rank > parent.level.rank):
        outer = place_of_unit(parent)
        around = ", ".join(part for part in (outer.name, outer.around) if part)
        return Place((*outer.segments, slug(full_name)), full_name, around, level, outer)
    return Place((UNKNOWN, *context.group, slug(full_name)), full_name, None, level, None)


def _known(parents: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out parents that no table holds: an old commune's name must not rule its district out."""
    return tuple(parent for parent in parents if find_unit(parent) is not None or _is_unit(parent))


def _is_unit(full_name: str) -> bool:
    *_, name = full_name.split(" ", 1)
    return bool(units_named(name))


def _parent(name: PlaceName, context: Context) -> Unit | None:
    for parent in name.parents:
        unit = find_unit(parent, near=context.units, on=context.day)
        if unit is not None:
            return unit
    return None

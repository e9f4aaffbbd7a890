"""Organisations: one body, whatever its name is abbreviated to."""

from dataclasses import dataclass

from graph.answers import Entity, EntityKind
from graph.identity.context import Context
from graph.identity.iris import iri, slug
from graph.identity.organization_names import canonical_name, is_central
from graph.identity.places import Place, place_of_unit
from graph.identity.said_units import completed, unit_said
from graph.identity.units import Unit, find_unit
from ontology.folding import fold
from ontology.levels import Level
from ontology.mentions import OrganizationName

CENTRAL = "trung-uong"

_LONGEST_WHOLE = 25
"""Words that the name of a whole body can have at the end of the name of its part."""


@dataclass(frozen=True, slots=True)
class Body:
    """One organisation.

    Args:
        segments: Segments of its IRI: its identity.
        name: Its name, abbreviations written out.
        level: Its level, or ``None``.
        place: The unit that it governs or belongs to, or ``None``.
    """

    segments: tuple[str, ...]
    name: str
    level: Level | None
    place: Place | None

    def entity(self, base: str) -> Entity:
        """Return the entity of this body."""
        place = None
        if self.place is not None:
            place = ", ".join(part for part in (self.place.name, self.place.around) if part)
        return Entity(
            iri(base, "organization", self.segments),
            EntityKind.ORGANIZATION,
            self.name,
            level=self.level,
            place=place,
        )


def body_of_mention(norm: str, detail: OrganizationName | None, context: Context) -> Body:
    """Return the organisation that a mention means.

    Args:
        norm: Normalised surface.
        detail: What the mention says, completed from its letterhead.
        context: The reading document's frame.
    """
    name, level = canonical_name(detail.full_name if detail else norm)
    level = level or (detail.level if detail else None)
    said = unit_said(name, context) if level is not Level.CENTRAL else None
    unit = said.unit if said else None
    if unit is None and detail is not None and detail.place is not None:
        unit = find_unit(detail.place, near=context.units, on=context.day)
    if said is not None:
        name, level = completed(name, said), level or said.level
    elif level is None and unit is None and is_central(name):
        level = Level.CENTRAL
    if level is Level.CENTRAL:
        return Body((CENTRAL, slug(name)), name, level, None)
    if unit is None:
        return Body((*context.group, slug(name)), name, level, None)
    return body_in(name, unit)


def body_in(name: str, unit: Unit) -> Body:
    """Return the organisation of that name that belongs to a unit.

    Args:
        name: Canonical name with the unit's name (``Tỉnh ủy Hậu Giang``).
        unit: The unit.
    """
    return Body((*unit.path, slug(name)), name, unit.level, place_of_unit(unit))


def central_body(name: str) -> Body:
    """Return the central organisation of that name."""
    written, _ = canonical_name(name)
    return Body((CENTRAL, slug(written)), written, Level.CENTRAL, None)


def wholes(bodies: dict[tuple[str, ...], Body]) -> list[tuple[Body, Body]]:
    """Return (part, whole) for bodies whose name ends with the name of another body of the same place.

    "Ban Thường vụ Huyện ủy Phụng Hiệp" belongs to "Huyện ủy Phụng Hiệp", and "Ủy ban Kiểm tra Đảng ủy xã Hòa An" to
    "Đảng ủy xã Hòa An". Only what is there is connected: no body is made up.

    Args:
        bodies: All bodies by their segments.
    """
    by_place: dict[tuple[str, ...], dict[str, Body]] = {}
    for body in bodies.values():
        by_place.setdefault(body.segments[:-1], {})[fold(body.name)] = body
    found = []
    for body in bodies.values():
        words = fold(body.name).split(" ")
        there = by_place[body.segments[:-1]]
        for start in range(max(1, len(words) - _LONGEST_WHOLE), len(words) - 1):
            whole = there.get(" ".join(words[start:]))
            if whole is not None:
                found.append((body, whole))
                break
    return found

"""What the tables say of the places of a graph, for the stores that are asked in SPARQL and Cypher.

The content of a graph holds what sources name. A question by today's units needs the successors of what they name as
well, so the projections show those, and what lies around them, as places too: :func:`with_units_of_today`.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.answers import Entity, EntityKind
from graph.content import GraphContent
from graph.identity.places import Place, place_of_unit
from graph.identity.units import unit_of_row
from graph.places.units import former_unit, iri_of, is_undecided, units_of
from ontology.lineage import successors_of
from ontology.units import AdminUnit


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What the tables say of one place.

    Args:
        code: Official code, or ``None``.
        valid_from: First day of the system that it belongs to; ``None``: no beginning is known.
        valid_to: Last day of that system; ``None``: it stands today, or no end is known.
        known: Whether the tables hold it; ``None`` for what is no unit, or where it stays open which one is meant.
    """

    code: str | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    known: bool | None = None


_NOTHING = PlaceFacts()


def place_facts(entity: Entity) -> PlaceFacts:
    """Return what the tables say of an entity; nothing for what is no place."""
    if entity.kind is not EntityKind.PLACE:
        return _NOTHING
    units = units_of(entity)
    if units:
        # A province that kept its name in July 2025 was there before, and is there now.
        return PlaceFacts(units[-1].code, units[0].valid_from, units[-1].valid_to, known=True)
    if former := former_unit(entity):
        return PlaceFacts(valid_to=former.valid_to, known=False)
    if entity.level is None or is_undecided(entity):
        return _NOTHING
    return PlaceFacts(known=False)


def successions(content: GraphContent) -> Iterator[tuple[str, str]]:
    """Yield (IRI of a place, IRI of a unit of today that took its land, wholly or in part), in canonical order.

    Args:
        content: A graph; with its units of today (:func:`with_units_of_today`) both ends are in it.
    """
    for entity in content.entities:
        for new in _heirs(entity):
            key = iri_of(new, content.base_iri)
            if key != entity.iri:
                yield entity.iri, key


def with_units_of_today(content: GraphContent) -> GraphContent:
    """Return a graph with the successors of its places, and what lies around them, as further places.

    Args:
        content: What sources name.
    """
    base = content.base_iri
    there = {entity.iri for entity in content.entities}
    more: dict[str, Entity] = {}
    parts: set[tuple[str, str]] = set()
    for entity in content.entities:
        for new in _heirs(entity):
            place: Place | None = place_of_unit(unit_of_row(new))
            while place is not None:
                found = place.entity(base)
                if found.iri not in there:
                    more[found.iri] = found
                if place.whole is not None:
                    parts.add((found.iri, place.whole.entity(base).iri))
                place = place.whole
    if not parts and not more:
        return content
    return replace(
        content,
        entities=tuple(sorted((*content.entities, *more.values()), key=lambda entity: entity.iri)),
        part_of=tuple(sorted({*content.part_of, *parts})),
    )


def _heirs(entity: Entity) -> tuple[AdminUnit, ...]:
    """Return the units of today that took a place's land; itself, for a province that kept its name."""
    former = former_unit(entity)
    units = former.became if former else units_of(entity)
    return tuple(dict.fromkeys(new for unit in units for new in successors_of(unit)))

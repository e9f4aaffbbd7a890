"""Which places take part in which programmes."""

import json
from collections.abc import Collection, Iterable

from graph.answers import Entity, EntityKind, ProgrammePlace
from graph.connection import Connection
from graph.database import Database
from graph.floors import Floor
from graph.identity.programmes import shown_name
from graph.places.names import AskedPlace, names_around
from graph.search import folded_name, words
from ontology.statements import Relation

_WITH_PARTS = """
    WITH RECURSIVE below (id) AS (
        SELECT id FROM entity WHERE iri IN (SELECT value FROM json_each(?))
        UNION SELECT part FROM part_of JOIN below ON whole = below.id
    )
    SELECT iri FROM entity WHERE id IN (SELECT id FROM below)
"""


def with_parts(database: Connection, iris: Collection[str]) -> set[str]:
    """Return the IRIs of programmes and of all stages and levels beneath them.

    Args:
        database: The generation's database.
        iris: The programmes.
    """
    return {iri for (iri,) in database.rows(_WITH_PARTS, (json.dumps(sorted(iris)),))}


def programmes(
    database: Database, place: str | None, programme: str | None, floor: Floor
) -> tuple[ProgrammePlace, ...]:
    """Return the programme-place pairs, by the programme's name, then the place's.

    Args:
        database: The generation's database.
        place: Only the unit or units of exactly this name, with or without its unit word, folded. What stands behind
            a comma must stand around it.
        programme: Only programmes of this name or of a known short form of it, with the stages and levels beneath
            them; if there is none, those whose names hold all these words.
        floor: Only pairs of at least this confidence.
    """
    edges = database.edges_of(Relation.COVERS, floor)
    entities = database.entities({iri for edge in edges for iri in (edge.source, edge.target)})
    kept_places = places_named(entities.values(), place) if place is not None else None
    kept_programmes = None
    if programme is not None:
        known = database.entities_of(EntityKind.PROGRAMME)
        kept_programmes = with_parts(database, programmes_named(known, programme))
    pairs = [
        ProgrammePlace(entities[edge.source], entities[edge.target], edge.evidence)
        for edge in edges
        if (kept_places is None or edge.target in kept_places)
        and (kept_programmes is None or edge.source in kept_programmes)
    ]
    pairs.sort(key=lambda pair: (folded_name(pair.programme.name), folded_name(pair.place.name), pair.place.iri))
    return tuple(pairs)


def places_named(entities: Iterable[Entity], asked: str) -> set[str]:
    """Return the IRIs of the places that a name means; see :func:`programmes`."""
    wanted = AskedPlace.read(asked)
    return {
        entity.iri
        for entity in entities
        if entity.kind is EntityKind.PLACE and wanted.fits(entity.name, names_around(entity.place))
    }


def programmes_named(entities: Iterable[Entity], asked: str) -> set[str]:
    """Return the IRIs of the programmes that a name means; see :func:`programmes`."""
    known = [entity for entity in entities if entity.kind is EntityKind.PROGRAMME]
    names = {folded_name(asked), folded_name(shown_name(asked))}
    if exact := {entity.iri for entity in known if folded_name(entity.name) in names}:
        return exact
    wanted = set(words(asked))
    return {entity.iri for entity in known if wanted <= set(words(entity.name))}

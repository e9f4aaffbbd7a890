"""People: a name means one person inside one province, or at the centre."""

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from graph.answers import Entity, EntityKind
from graph.identity.context import Context
from graph.identity.iris import iri, slug
from graph.identity.organizations import CENTRAL, Body
from ontology.folding import fold
from ontology.levels import Level


@cache
def _national() -> frozenset[str]:
    table = json.loads(files("graph").joinpath("tables/people.json").read_text(encoding="utf-8"))
    return frozenset(fold(row["name"]) for row in table["national"])


def segments_of(name: str, context: Context, bodies: Iterable[Body]) -> tuple[str, ...]:
    """Return the IRI segments that identify a person.

    Args:
        name: The name, without title.
        context: The reading document's frame.
        bodies: The bodies in which this source says that the person holds a post.
    """
    known = list(bodies)
    if fold(name) in _national() or any(body.level is Level.CENTRAL for body in known):
        return (CENTRAL, slug(name))
    provinces = sorted({body.segments[0] for body in known if body.place is not None})
    if provinces:
        return (provinces[0], slug(name))
    return (context.group[0], slug(name))


def person(segments: tuple[str, ...], name: str, base: str) -> Entity:
    """Return the entity of a person."""
    return Entity(iri(base, "person", segments), EntityKind.PERSON, name)

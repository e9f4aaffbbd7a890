"""People: a name in a body is one person over the years; what no source connects stays apart.

Two people of one name are common inside a province, so a name alone is no identity. Mentions mean one person where
they name one body, and bodies are one person's where one mention gives both posts ("Bí thư Huyện ủy, Chủ tịch HĐND
huyện"). All else is proposed only (``graph.identity.proposals``).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.answers import Entity, EntityKind
from graph.identity.context import Context
from graph.identity.iris import iri, short_hash, slug
from graph.identity.organizations import CENTRAL, Body, central_body
from ontology.folding import fold
from ontology.units import name_key

_DIGITS_OF_HASH = 4

Segments = tuple[str, ...]
Node = tuple[str, Segments]
"""A folded name, and the segments of a body."""


@cache
def _national() -> frozenset[str]:
    table = json.loads(files("graph").joinpath("tables/people.json").read_text(encoding="utf-8"))
    return frozenset(fold(row["name"]) for row in table["national"])


@cache
def _national_posts() -> tuple[tuple[str, str], ...]:
    table = json.loads(files("graph").joinpath("tables/people.json").read_text(encoding="utf-8"))
    return tuple((fold(row["post"]), row["body"]) for row in table["national_posts"])


def body_of_post(role: str) -> Body | None:
    """Return the body of a post that there is one of in the country: "Tổng Bí thư" needs no body beside it."""
    key = f"{fold(role)} "
    return next((central_body(body) for post, body in _national_posts() if key.startswith(f"{post} ")), None)


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of a person.

    Args:
        source: Number of the source.
        mention: Number of the mention in it.
        name: The name, without title.
        context: The reading document's frame.
        bodies: The bodies in which this source says at this mention that the person holds a post.
    """

    source: int
    mention: int
    name: str
    context: Context
    bodies: tuple[Body, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a mention means.

    Args:
        segments: Segments of the IRI.
        alone: Segments that this mention would have given it without other sources.
        bodies: Segments of the bodies in which this mention shows the person.
    """

    segments: Segments
    alone: Segments
    bodies: tuple[Segments, ...]


def resolve_people(mentions: Sequence[Named]) -> list[Person]:
    """Return whom each mention means, in the order of the mentions.

    Args:
        mentions: Of all sources.
    """
    joined = _Joined()
    for named in mentions:
        joined.join([(name_key(named.name), body.segments) for body in named.bodies])
    firsts = joined.firsts()
    # Where a source gives one person of a name a post, its other mentions of the name mean that person.
    here: dict[tuple[int, str], set[Node]] = {}
    alone_here: dict[tuple[int, str], set[Node]] = {}
    for named in mentions:
        if named.bodies:
            node = (name_key(named.name), min(body.segments for body in named.bodies))
            here.setdefault((named.source, node[0]), set()).add(firsts[node])
            alone_here.setdefault((named.source, node[0]), set()).add(node)
    return [_person(named, firsts, here, alone_here) for named in mentions]


def _person(
    named: Named,
    firsts: Mapping[Node, Node],
    here: Mapping[tuple[int, str], set[Node]],
    alone_here: Mapping[tuple[int, str], set[Node]],
) -> Person:
    name = name_key(named.name)
    if fold(named.name) in _national():
        segments = (CENTRAL, slug(named.name))
        return Person(segments, segments, ())
    bodies = tuple(sorted(body.segments for body in named.bodies))
    unposted = (*named.context.group, _segment(named.name))
    if bodies:
        return Person(_segments(firsts[name, bodies[0]], named.name), _segments((name, bodies[0]), named.name), bodies)
    nodes, alone = here.get((named.source, name), set()), alone_here.get((named.source, name), set())
    meant = _segments(next(iter(nodes)), named.name) if len(nodes) == 1 else unposted
    before = _segments(next(iter(alone)), named.name) if len(alone) == 1 else unposted
    return Person(meant, before, ())


def _segments(node: Node, name: str) -> Segments:
    return (*node[1], _segment(name))


def _segment(name: str) -> str:
    """Return a name as a segment that keeps "Hùng" and "Hưng" apart, whichever of them a graph holds."""
    return f"{slug(name)}-{short_hash(name_key(name))[:_DIGITS_OF_HASH]}"


class _Joined:
    """Bodies that one mention gives to one name, brought together (union-find; the first in order stands for all)."""

    def __init__(self) -> None:
        self._up: dict[Node, Node] = {}

    def join(self, nodes: Iterable[Node]) -> None:
        first: Node | None = None
        for node in nodes:
            root = self._root(node)
            if first is None or first == root:
                first = root
                continue
            first, other = min(first, root), max(first, root)
            self._up[other] = first

    def firsts(self) -> dict[Node, Node]:
        """Return for each body of a name the first in order of all that are the same person's."""
        return {node: self._root(node) for node in sorted(self._up)}

    def _root(self, node: Node) -> Node:
        self._up.setdefault(node, node)
        root = node
        while self._up[root] != root:
            root = self._up[root]
        while self._up[node] != root:
            self._up[node], node = root, self._up[node]
        return root


def person(segments: Segments, name: str, base: str) -> Entity:
    """Return the entity of a person."""
    return Entity(iri(base, "person", segments), EntityKind.PERSON, name)

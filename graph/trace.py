"""The cascade around one document: what it carries out (up) and what carries it out (down)."""

from collections.abc import Collection

from graph.answers import Direction, Entity, Trace
from graph.connection import Row
from graph.database import Database
from graph.floors import Floor
from ontology.errors import UnknownEntityError
from ontology.statements import Relation


def trace(
    database: Database,
    iri: str,
    direction: Direction,
    relations: Collection[Relation],
    floor: Floor,
) -> Trace:
    """Walk the cascade from one document, breadth first; each node and each edge once, so cycles end.

    A citation that is left open has a node of its own (``Entity.open``, with the documents that it could mean as
    ``candidates``), and edges lead to it and not to its candidates: whether any of them is meant is not known. Walking
    down from a document therefore also takes in the open citations of which it is a candidate, with what carries them
    out: they are reached by no edge but by being listed as a candidate, and their edges are marked ``open``. Walking
    up ends at an open node, because what its candidates carry out is no more known than which of them is meant.

    Args:
        database: The generation's database.
        iri: The document.
        direction: Up, down, or both ways from the root (never up and down again in one way).
        relations: The relations to follow.
        floor: Edges below this are not followed.

    Raises:
        UnknownEntityError: If there is no such entity.
    """
    root = database.number_of(iri)
    if root is None:
        raise UnknownEntityError("không có thực thể này trong đồ thị", where=iri)
    depths: dict[int, int] = {root: 0}
    steps: dict[int, Row] = {}
    for way in (Direction.UP, Direction.DOWN):
        if direction in (way, Direction.BOTH):
            _walk(database, root, way, relations, floor, depths, steps)
    entities = database.numbered(depths)
    order = sorted(depths, key=lambda number: (depths[number], *_among_equals(entities[number])))
    rank = {number: place for place, number in enumerate(order)}
    walked = sorted(steps.values(), key=lambda row: (rank[row[3]], rank[row[2]], row[4], row[1]))
    return Trace(iri, tuple(entities[number] for number in order), tuple(database.edges_from(walked, entities)))


def _walk(
    database: Database,
    root: int,
    way: Direction,
    relations: Collection[Relation],
    floor: Floor,
    depths: dict[int, int],
    steps: dict[int, Row],
) -> None:
    """Walk one way from the root, filling the depth of each entity reached and the rows of the edges walked."""
    seen, frontier, depth = {root}, {root}, 0
    while frontier:
        depth += 1
        if way is Direction.UP:
            found = database.steps("source", frontier, relations, floor)
            reached = {row[3] for row in found}
        else:
            found = database.steps("target", frontier, relations, floor)
            reached = {row[2] for row in found}
            # An open citation counts only as far as something carries it out.
            perhaps = database.steps("target", database.open_for(frontier), relations, floor)
            reached |= {row[3] for row in perhaps}
        steps.update((row[0], row) for row in found)
        frontier = reached - seen
        seen |= frontier
        for number in frontier:
            depths[number] = min(depth, depths.get(number, depth))


def _among_equals(node: Entity) -> tuple[str, str, str]:
    return (str(node.date) if node.date else "9999", node.code or "", node.iri)

"""The cascade around one document: what it carries out (up) and what carries it out (down)."""

from collections.abc import Collection

from graph.answers import Direction, Edge, Entity, Trace
from graph.database import Database
from ontology.errors import UnknownEntityError
from ontology.statements import Relation


def trace(
    database: Database,
    iri: str,
    direction: Direction,
    relations: Collection[Relation],
    min_confidence: float,
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
        min_confidence: Edges below this are not followed.

    Raises:
        UnknownEntityError: If there is no such entity.
    """
    root = database.entity(iri)
    if root is None:
        raise UnknownEntityError("không có thực thể này trong đồ thị", where=iri)
    nodes: dict[str, Entity] = {iri: root}
    edges: dict[str, Edge] = {}
    depths: dict[str, int] = {iri: 0}
    for way in (Direction.UP, Direction.DOWN):
        if direction in (way, Direction.BOTH):
            _walk(database, root, way, relations, min_confidence, nodes, edges, depths)
    order = sorted(nodes.values(), key=lambda node: (depths[node.iri], *_place_among_equals(node)))
    return Trace(iri, tuple(order), tuple(_in_order(edges.values(), order)))


def _walk(
    database: Database,
    root: Entity,
    way: Direction,
    relations: Collection[Relation],
    min_confidence: float,
    nodes: dict[str, Entity],
    edges: dict[str, Edge],
    depths: dict[str, int],
) -> None:
    seen, frontier, depth = {root.iri}, [root.iri], 0
    while frontier:
        depth += 1
        found = database.edges_at(
            "source" if way is Direction.UP else "target",
            frontier,
            relations,
            min_confidence=min_confidence,
            asserted=True,
        )
        edges.update((edge.id, edge) for edge in found)
        reached = {edge.target if way is Direction.UP else edge.source for edge in found}
        if way is Direction.DOWN:
            reached |= _carried_out_perhaps(database, frontier, relations, min_confidence)
        new = reached - seen
        seen |= new
        nodes.update(database.entities(new))
        for iri in new:
            depths[iri] = min(depth, depths.get(iri, depth))
        frontier = sorted(new)


def _carried_out_perhaps(
    database: Database, iris: Collection[str], relations: Collection[Relation], min_confidence: float
) -> set[str]:
    """Return the open citations that could mean one of these documents, as far as something carries them out."""
    could_be = {iri for found in database.open_for(iris).values() for iri in found}
    if not could_be:
        return set()
    edges = database.edges_at("target", could_be, relations, min_confidence=min_confidence, asserted=True)
    return {edge.target for edge in edges}


def _place_among_equals(node: Entity) -> tuple[str, str, str]:
    return (str(node.date) if node.date else "9999", node.code or "", node.iri)


def _in_order(edges: Collection[Edge], nodes: list[Entity]) -> list[Edge]:
    position = {node.iri: number for number, node in enumerate(nodes)}
    return sorted(edges, key=lambda edge: (position[edge.target], position[edge.source], edge.relation, edge.id))

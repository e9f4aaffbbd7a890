"""The cascade around one document: what it carries out (up) and what carries it out (down)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Self

from graph.answers import Direction, Entity, Trace, TraceNarrowing
from graph.cascade.known import known_candidates, known_sentences, known_steps
from graph.cascade.trace_filter import EVERYTHING, TraceFilter, leading_to
from graph.connection import Row
from graph.database import Database
from graph.floors import Floor
from graph.source_dates import was_known
from ontology.errors import UnknownEntityError
from ontology.statements import Relation


def trace(
    database: Database,
    root: Entity,
    direction: Direction,
    relations: Collection[Relation],
    floor: Floor,
    asked: TraceFilter = EVERYTHING,
) -> Trace:
    """Walk the cascade from one document, breadth first; each node and each edge once, so cycles end.

    A citation that is left open has a node of its own (``Entity.open``, with the documents that it could mean as
    ``candidates``), and edges lead to it and not to its candidates: whether any of them is meant is not known. Walking
    down from a document therefore also takes in the open citations of which it is a candidate, with what carries them
    out: they are reached by no edge but by being listed as a candidate, and their edges are marked ``open``. Walking
    up ends at an open node, because what its candidates carry out is no more known than which of them is meant.

    Args:
        database: The generation's database.
        root: The document.
        direction: Up, down, or both ways from the root (never up and down again in one way).
        relations: The relations to follow.
        floor: Edges below this are not followed.
        asked: Which documents are asked for.

    Raises:
        UnknownEntityError: If there is no such entity, or it is dated later than the day of ``asked.as_of``.
    """
    number = database.number_of(root.iri)
    if number is None:
        raise UnknownEntityError("không có thực thể này trong đồ thị", where=root.iri)
    if asked.as_of is not None and root.date is not None and not was_known(root.date, asked.as_of):
        raise UnknownEntityError(
            f"đến ngày {asked.as_of:%d/%m/%Y} chưa có văn bản này (ngày {root.date.vietnamese})",
            where=root.name,
            todo="Chọn ngày muộn hơn cho --as-of",
        )
    walks = [
        _Walk(database, number, way, relations, floor, asked).walk()
        for way in (Direction.UP, Direction.DOWN)
        if direction in (way, Direction.BOTH)
    ]
    depths = {number: 0}
    for walk in walks:
        for reached, depth in walk.depths.items():
            depths[reached] = min(depth, depths.get(reached, depth))
    entities = database.numbered(depths)
    if asked.as_of is not None:
        entities = known_candidates(database, entities, asked.as_of)
    return _answer(database, root.iri, walks, depths, entities, asked)


def _answer(
    database: Database,
    root: str,
    walks: Sequence["_Walk"],
    depths: Mapping[int, int],
    entities: Mapping[int, Entity],
    asked: TraceFilter,
) -> Trace:
    shown: Collection[int] = depths
    steps: dict[int, Row] = {}
    wanted: set[int] | None = None
    unclear = 0
    if asked.selects:
        verdicts = {number: asked.accepts(entity) for number, entity in entities.items()}
        wanted = {number for number, verdict in verdicts.items() if verdict}
        leading = [walk.leading_to(wanted, entities) for walk in walks]
        for walk, kept in zip(walks, leading, strict=True):
            steps |= {key: step for key, step in walk.steps.items() if step[2] in kept and step[3] in kept}
        shown = set().union(*leading)
        unclear = sum(verdict is None and number not in shown for number, verdict in verdicts.items())
    else:
        for walk in walks:
            steps |= walk.steps
    order = sorted(shown, key=lambda number: (depths[number], *_among_equals(entities[number])))
    rank = {number: place for place, number in enumerate(order)}
    walked = sorted(steps.values(), key=lambda step: (rank[step[3]], rank[step[2]], step[4], step[1]))
    edges = database.edges_from(walked, entities)
    if asked.as_of is not None:
        edges = known_sentences(database, edges, asked.as_of)
    nodes = tuple([entities[number] for number in order])
    if asked == EVERYTHING:
        return Trace(root, nodes, tuple(edges))
    passed = [] if wanted is None else [entities[number].iri for number in order[1:] if number not in wanted]
    undated = sum(node.date is None for node in nodes)
    goes_on = any(walk.goes_on for walk in walks)
    return Trace(root, nodes, tuple(edges), TraceNarrowing(frozenset(passed), unclear, undated, goes_on))


@dataclass(slots=True)
class _Walk:
    """One way from the root: up or down.

    ``depths`` and ``steps`` hold what was reached and the rows of the edges walked; ``goes_on`` tells that more could
    have been reached in more steps than were asked for.
    """

    database: Database
    root: int
    way: Direction
    relations: Collection[Relation]
    floor: Floor
    asked: TraceFilter
    depths: dict[int, int] = field(init=False, default_factory=dict)
    steps: dict[int, Row] = field(init=False, default_factory=dict)
    goes_on: bool = field(init=False, default=False)

    def walk(self) -> Self:
        """Go all the way."""
        self.depths[self.root] = 0
        frontier, depth = {self.root}, 0
        while frontier:
            found, reached = self._step(frontier)
            frontier = reached - self.depths.keys()
            if depth == self.asked.max_depth:
                self.goes_on = bool(frontier)
                break
            depth += 1
            self.steps.update((row[0], row) for row in found)
            self.depths.update(dict.fromkeys(frontier, depth))
        return self

    def leading_to(self, wanted: Collection[int], entities: Mapping[int, Entity]) -> set[int]:
        """Return what this way reached of the wanted nodes, and what leads there."""
        if self.way is Direction.UP:
            links = [(step[2], step[3]) for step in self.steps.values()]
        else:
            links = [(step[3], step[2]) for step in self.steps.values()]
            numbers = {entities[number].iri: number for number in self.depths}
            links += [
                (numbers[iri], number)
                for number in self.depths
                for iri in entities[number].candidates
                if iri in numbers
            ]
        return leading_to([number for number in wanted if number in self.depths], links) | {self.root}

    def _step(self, frontier: Collection[int]) -> tuple[list[Row], set[int]]:
        """Return the edges that lead on from some nodes, and what is reached by them."""
        if self.way is Direction.UP:
            found = self._steps("source", frontier)
            return found, {row[3] for row in found}
        found = self._steps("target", frontier)
        reached = {row[2] for row in found}
        # An open citation counts only as far as something carries it out.
        if undecided := self.database.open_for(frontier):
            reached |= {row[3] for row in self._steps("target", undecided)}
        return found, reached

    def _steps(self, side: Literal["source", "target"], numbers: Collection[int]) -> list[Row]:
        found = self.database.steps(side, numbers, self.relations, self.floor)
        day = self.asked.as_of
        return found if day is None else known_steps(self.database, found, self.floor, day)


def _among_equals(node: Entity) -> tuple[int, int, int, str, str]:
    date = node.date
    day = (9999, 0, 0) if date is None else (date.year, date.month or 0, date.day or 0)
    return (*day, node.code or "", node.iri)

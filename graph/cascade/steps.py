"""The cascade as numbers: which document carries out which, below some documents, above them, or everywhere.

For answers that look at thousands of documents at once. Sentences and names are fetched afterwards, for what is shown.
"""

import datetime as dt
import json
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from graph.cascade.known import confidences_then
from graph.database import Database
from graph.floors import Floor
from ontology.statements import Modality, Relation

Step: TypeAlias = tuple[int, int, int, int]
"""Number of an edge, of what carries out, of what is carried out, and whether one of the two is undecided."""

_STATED = """
    edge.relation IN (SELECT value FROM json_each(?1)) AND edge.modality = ?2
    AND edge.confidence >= iif(edge.open, ?3, ?4)
"""
# A statement was known on a day if a source of that day or before says it; what has no date is kept.
_KNOWN = """
    AND EXISTS (
        SELECT 1 FROM evidence JOIN source ON source.id = evidence.source
        JOIN entity AS said ON said.id = source.document
        WHERE evidence.edge = edge.id AND (said.date IS NULL OR said.date <= ?6)
    )
    AND NOT EXISTS (SELECT 1 FROM entity AS later WHERE later.id IN (edge.source, edge.target) AND later.date > ?6)
"""
_ALL = "SELECT edge.id, edge.source, edge.target, edge.open, edge.confidence FROM edge WHERE {counts} ORDER BY edge.id"
_DOWN = _ALL.replace("{counts}", "edge.target IN (SELECT value FROM json_each(?5)) AND {counts}")
_UP = _ALL.replace("{counts}", "edge.source IN (SELECT value FROM json_each(?5)) AND {counts}")
_MEANING = "SELECT entity, candidate FROM candidate WHERE candidate IN (SELECT value FROM json_each(?)) ORDER BY 1, 2"
_MEANT = "SELECT entity, candidate FROM candidate WHERE entity IN (SELECT value FROM json_each(?)) ORDER BY 1, 2"


@dataclass(frozen=True, slots=True)
class StepFilter:
    """Which statements count.

    Args:
        relations: The relations that are followed.
        floor: The least confidence.
        as_of: Leave out documents, and sentences of sources, that are dated later; all if ``None``.
    """

    relations: Collection[Relation]
    floor: Floor
    as_of: dt.date | None = None

    def steps(self, database: Database, template: str, roots: Iterable[int], below: float | None = None) -> list[Step]:
        """Ask one of the questions of this module; the conditions written into it are fixed words."""
        sql = template.format(counts=_STATED if self.as_of is None else _STATED + _KNOWN)
        bound = (
            json.dumps(sorted(self.relations)),
            Modality.ASSERTED.value,
            self.floor.open,
            self.floor.decided,
            json.dumps(sorted(roots)) if below is None else below,
            None if self.as_of is None else self.as_of.isoformat(),
        )
        # SQLite wants as many values as the highest number that the question names.
        used = max(number for number in range(1, len(bound) + 1) if f"?{number}" in sql)
        rows = database.rows(sql, bound[:used])
        if self.as_of is not None:
            # Fewer sentences never make a statement surer: none is missing among these.
            then = confidences_then(database, {row[0]: row[4] for row in rows}, self.as_of)
            rows = [
                row for row in rows if row[0] in then and self.floor.lets_through(then[row[0]], is_open=bool(row[3]))
            ]
        return [(row[0], row[1], row[2], row[3]) for row in rows]


def cascade_below(database: Database, roots: Iterable[int], counts: StepFilter) -> "Cascade":
    """Read all that leads to these documents, surely or perhaps.

    Args:
        database: The generation's database.
        roots: Numbers of the documents.
        counts: Which statements count.
    """
    steps: list[Step] = []
    meaning: defaultdict[int, list[int]] = defaultdict(list)
    candidates: defaultdict[int, list[int]] = defaultdict(list)
    frontier = set(roots)
    seen = set(frontier)
    # One question for each level: a recursive one would look at each edge three times.
    while frontier:
        found = counts.steps(database, _DOWN, frontier)
        steps += found
        reached = {source for _, source, _, _ in found}
        for citation, document in database.rows(_MEANING, (json.dumps(sorted(frontier)),)):
            meaning[document].append(citation)
            reached.add(citation)
        undecided = {source for _, source, _, is_open in found if is_open} - candidates.keys()
        if undecided:
            for citation, document in database.rows(_MEANT, (json.dumps(sorted(undecided)),)):
                candidates[citation].append(document)
                reached.add(document)
        frontier = reached - seen
        seen |= frontier
    return Cascade(steps, meaning, candidates)


def cascade_above(database: Database, roots: Iterable[int], counts: StepFilter) -> "Cascade":
    """Read all that these documents lead to, turned round: to be walked from a document to what it carries out.

    The ways end at undecided citations.
    """
    steps: list[Step] = []
    frontier = set(roots)
    seen = set(frontier)
    while frontier:
        found = counts.steps(database, _UP, frontier)
        steps += [(edge, target, source, is_open) for edge, source, target, is_open in found]
        frontier = {target for _, _, target, _ in found} - seen
        seen |= frontier
    return Cascade(steps)


def all_steps(database: Database, counts: StepFilter) -> list[Step]:
    """Return all steps of the graph."""
    return counts.steps(database, _ALL, ())


def doubtful_steps(database: Database, counts: StepFilter) -> list[Step]:
    """Return the decided steps of the graph that are left out for their confidence alone."""
    everything = replace(counts, floor=Floor(0.0, counts.floor.open))
    if counts.as_of is not None:
        sure = {step[0] for step in all_steps(database, counts)}
        return [step for step in all_steps(database, everything) if not step[3] and step[0] not in sure]
    weaker = _ALL.replace("{counts}", "{counts} AND NOT edge.open AND edge.confidence < ?5")
    return everything.steps(database, weaker, (), counts.floor.decided)


@dataclass(frozen=True, slots=True)
class Reached:
    """What carries out one document, each with the next step of a shortest way to it.

    Args:
        root: Number of the document.
        sure: What carries it out beyond doubt: number → (edge, number of what that edge carries out).
        perhaps: What carries it out if undecided citations mean it; the edge is ``None`` where the way goes from an
            undecided citation to a document that it could mean, or back. A number with a minus is a citation that
            may mean the document to which its way leads.
    """

    root: int
    sure: Mapping[int, tuple[int, int]]
    perhaps: Mapping[int, tuple[int | None, int]]

    def edges_from(self, node: int) -> Iterator[int]:
        """Yield the edges of a shortest way from a document to the root."""
        while node != self.root:
            edge, node = self.sure[node] if node in self.sure else self.perhaps[node]
            if edge is not None:
                yield edge


class Cascade:
    """Steps, ready to be walked downwards from one document after another.

    Args:
        steps: The steps.
        meaning: For documents, the undecided citations that may mean them.
        candidates: For undecided citations that carry something out, the documents that they may mean.
    """

    def __init__(
        self,
        steps: Iterable[Step],
        meaning: Mapping[int, Collection[int]] = MappingProxyType({}),
        candidates: Mapping[int, Collection[int]] = MappingProxyType({}),
    ) -> None:
        self.steps = tuple(steps)
        self._sure: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        self._open: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for edge, source, target, is_open in self.steps:
            (self._open if is_open else self._sure)[target].append((edge, source))
        self._meaning = meaning
        self._candidates = candidates

    def reached(self, root: int) -> Reached:
        """Walk down from one document, the sure ways first; cycles end.

        Args:
            root: Its number.
        """
        sure: dict[int, tuple[int, int]] = {}
        seen, queue = {root}, deque([root])
        while queue:
            node = queue.popleft()
            for edge, source in self._sure.get(node, ()):
                if source not in seen:
                    seen.add(source)
                    sure[source] = (edge, node)
                    queue.append(source)
        return Reached(root, sure, self._perhaps(root, sure) if self._open else {})

    def _perhaps(self, root: int, sure: Mapping[int, tuple[int, int]]) -> dict[int, tuple[int | None, int]]:
        """Walk on over undecided citations.

        A citation that may mean a document stands in the way as its number with a minus: what carries out the
        citation may carry out the document, but the citation's other candidates do not. Only where the citation
        itself is said to carry something out do all its candidates perhaps do so.
        """
        found: dict[int, tuple[int | None, int]] = {}
        seen = {root, *sure}
        queue = deque([root, *sure])
        while queue:
            node = queue.popleft()
            steps: list[tuple[int | None, int]] = [*self._sure.get(abs(node), ()), *self._open.get(abs(node), ())]
            if node > 0:
                steps += [(None, -citation) for citation in self._meaning.get(node, ())]
                if node in found:
                    steps += [(None, meant) for meant in self._candidates.get(node, ())]
            for edge, other in steps:
                if other not in seen:
                    seen.add(other)
                    found[other] = (edge, node)
                    queue.append(other)
        return found

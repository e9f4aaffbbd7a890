"""The cascade of a whole graph as numbers: what hangs on one document is counted for all documents in one walk."""

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Mapping

from graph.database import Database
from graph.floors import floor_of
from ontology.statements import CASCADE, Modality

_DEEPEST = 12
"""Steps upward that are counted: the administration has four levels, what is deeper are renewals of renewals."""

_EDGES = """
    SELECT source, target FROM edge
    WHERE relation IN (SELECT value FROM json_each(?)) AND modality = ? AND confidence >= iif(open, ?, ?)
"""
_SAID_BY_THEN = """
    AND EXISTS (
        SELECT 1 FROM evidence JOIN source ON source.id = evidence.source JOIN entity ON entity.id = source.document
        WHERE evidence.edge = edge.id AND (entity.date IS NULL OR entity.date <= ?)
    )
"""
_LATER = "SELECT id FROM entity WHERE kind = 'Document' AND date > ?"


class CascadeLinks:
    """Who carries out whom, by the numbers of the documents, as a reader of a day could have known it.

    Args:
        database: The generation's database.
        as_of: The day: what is dated later, and what only sources dated later say, is left out. ``None``: all.
    """

    def __init__(self, database: Database, as_of: dt.date | None) -> None:
        floor = floor_of(None)
        bound: list[object] = [json.dumps(sorted(CASCADE)), Modality.ASSERTED, floor.open, floor.decided]
        later: frozenset[int] = frozenset()
        sql = _EDGES
        if as_of is not None:
            sql += _SAID_BY_THEN
            bound.append(str(as_of))
            later = frozenset(row[0] for row in database.rows(_LATER, (str(as_of),)))
        self._above: defaultdict[int, list[int]] = defaultdict(list)
        self._steps: defaultdict[int, int] = defaultdict(int)
        for source, target in database.rows(sql, bound):
            if source not in later and target not in later:
                self._above[source].append(target)
                self._steps[source] += 1
                self._steps[target] += 1
        self.later = later

    @property
    def steps(self) -> Mapping[int, int]:
        """How many statements of the cascade have a document at one of their ends."""
        return self._steps

    def carries_out_something(self, document: int) -> bool:
        """Whether it is known what a document carries out."""
        return document in self._above

    def below(self, wanted: frozenset[int]) -> Counter[int]:
        """Count for each wanted document those that carry it out, directly or through others; each once.

        Args:
            wanted: Numbers of documents.
        """
        # Upward from each document: it has few documents above it, while one above may have all beneath it.
        # What carries out the same is under the same documents: one walk serves them all.
        alike: defaultdict[frozenset[int], list[int]] = defaultdict(list)
        for document, targets in self._above.items():
            alike[frozenset(targets)].append(document)
        found: Counter[int] = Counter()
        for above, documents in alike.items():
            reached = self._all_from(above) & wanted
            for number in reached:
                found[number] += len(documents)
            found.subtract(reached.intersection(documents))  # in a circle, nothing carries out itself
        return found

    def _all_from(self, lowest: frozenset[int]) -> set[int]:
        seen, frontier = set(lowest), lowest
        for _ in range(_DEEPEST - 1):
            frontier = frozenset(above for below in frontier for above in self._above.get(below, ())) - seen
            if not frontier:
                break
            seen |= frontier
        return seen

"""The cascade of a whole graph as numbers: what hangs on one document is counted for all documents in one walk."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping

from graph.cascade.steps import StepFilter, all_steps
from graph.database import Database
from graph.floors import floor_of
from ontology.statements import CASCADE

_DEEPEST = 12
"""Steps upward that are counted: the administration has four levels, what is deeper are renewals of renewals."""

_LATER = "SELECT id FROM entity WHERE kind = 'Document' AND date > ?"


class CascadeLinks:
    """Who carries out whom, by the numbers of the documents, as a reader of a day could have known it.

    Args:
        database: The generation's database.
        as_of: The day: what is dated later, and what only sources dated later say, is left out. ``None``: all.
    """

    def __init__(self, database: Database, as_of: dt.date | None) -> None:
        self.later: frozenset[int] = frozenset()
        """Numbers of the documents that are dated later."""
        if as_of is not None:
            self.later = frozenset(row[0] for row in database.rows(_LATER, (str(as_of),)))
        self._above: defaultdict[int, list[int]] = defaultdict(list)
        self._steps: defaultdict[int, int] = defaultdict(int)
        for _, source, target, _ in all_steps(database, StepFilter(CASCADE, floor_of(None), as_of)):
            self._above[source].append(target)
            self._steps[source] += 1
            self._steps[target] += 1

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
        for document, direct in self._above.items():
            alike[frozenset(direct)].append(document)
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

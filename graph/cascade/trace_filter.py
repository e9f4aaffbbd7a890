"""What part of a cascade is asked for, and the part of it that leads there."""

import datetime as dt
from collections import defaultdict, deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graph.answers import Entity
from ontology.dates import PartialDate
from ontology.levels import Level


@dataclass(frozen=True, slots=True)
class TraceFilter:
    """Which documents of a cascade are asked for. Without any of these: all.

    A document that is not asked for is still shown where the way to one that is goes through it: every step of an
    answer is then one that a source states, and none is made up by leaving out what stands between.

    Args:
        levels: Only documents of these levels; of any if empty.
        since: Only documents of this day, month or year, or later.
        until: Only documents of this day, month or year, or earlier.
        as_of: The cascade as a reader of that day could have known it: without documents, and sentences of sources,
            that are dated later. What has no date is kept.
        max_depth: Only what can be reached in so many steps; without limit if ``None``.
    """

    levels: frozenset[Level] = frozenset()
    since: PartialDate | None = None
    until: PartialDate | None = None
    as_of: dt.date | None = None
    max_depth: int | None = None

    @property
    def selects(self) -> bool:
        """Whether some documents of the cascade are asked for and others are not."""
        return bool(self.levels) or self.since is not None or self.until is not None

    def accepts(self, document: Entity) -> bool | None:
        """Tell whether a document is asked for; ``None`` where its level or date, of which this depends, is unknown."""
        known = True
        if self.levels:
            if document.level is None:
                known = False
            elif document.level not in self.levels:
                return False
        if self.since is not None or self.until is not None:
            if document.date is None:
                known = False
            elif not self._in_range(document.date):
                return False
        return True if known else None

    def _in_range(self, date: PartialDate) -> bool:
        """Whether a date can lie in the range: of two dates only what both of them tell is compared."""
        text = str(date)
        since, until = str(self.since or ""), str(self.until or "")
        return text[: len(since)] >= since[: len(text)] and text[: len(until)] <= until[: len(text)]


EVERYTHING = TraceFilter()
"""The whole cascade."""


def leading_to(wanted: Collection[int], links: Iterable[tuple[int, int]]) -> set[int]:
    """Return these nodes and all that lie on a way to one of them.

    Args:
        wanted: The nodes.
        links: (from, to) for each step of the ways.
    """
    before: defaultdict[int, list[int]] = defaultdict(list)
    for start, end in links:
        before[end].append(start)
    kept, waiting = set(wanted), deque(wanted)
    while waiting:
        for node in before.get(waiting.popleft(), ()):
            if node not in kept:
                kept.add(node)
                waiting.append(node)
    return kept

"""From candidates of several finders to flat mentions: none overlaps another."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from extract.found import Found
from ontology.mentions import EntityLabel

# Where two candidates are of one length, the label that is harder to mistake wins.
_PRIORITY = {
    EntityLabel.DOC: 0,
    EntityLabel.PROG: 1,
    EntityLabel.ORG: 2,
    EntityLabel.PER: 3,
    EntityLabel.LOC: 4,
}


class Occupied:
    """Stretches of a text that are taken; asking is quick whatever the length of the text."""

    __slots__ = ("_buckets",)

    def __init__(self, taken: Iterable[Found] = ()) -> None:
        self._buckets: dict[int, list[tuple[int, int]]] = {}
        for item in taken:
            self.take(item.start, item.end)

    def take(self, start: int, end: int) -> None:
        """Mark ``start:end`` as taken."""
        for bucket in _buckets(start, end):
            self._buckets.setdefault(bucket, []).append((start, end))

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether nothing of ``start:end`` is taken."""
        return not any(
            a < end and start < b for bucket in _buckets(start, end) for a, b in self._buckets.get(bucket, ())
        )


def _buckets(start: int, end: int) -> range:
    """Return the numbers of the stretches of 256 characters that ``start:end`` touches."""
    return range(start >> 8, ((end - 1) >> 8) + 1)


def _is_inside(item: Found, bodies: list[tuple[int, int]]) -> bool:
    """Tell whether a citation lies inside a body's name, behind its head; ``bodies`` are in order, without overlaps."""
    position = bisect_left(bodies, (item.start, 0)) - 1
    return position >= 0 and bodies[position][1] >= item.end


def flatten(candidates: Iterable[Found]) -> list[Found]:
    """Choose among overlapping candidates.

    Citations stand in any case, for a code is certain, but for those that are a part of a body's name (``Ban Chỉ đạo
    tổng kết`` *Nghị quyết số 18-NQ/TW*). Of the others the longest wins, then the harder label, then the first.

    Returns:
        The chosen mentions in order of their start.
    """
    candidates = list(candidates)
    bodies = sorted((item.start, item.end) for item in candidates if item.label is EntityLabel.ORG)
    chosen: list[Found] = []
    group: list[Found] = []
    end = -1
    for item in sorted(candidates, key=attrgetter("start")):
        if item.label is EntityLabel.DOC and _is_inside(item, bodies):
            continue
        if item.start >= end and group:
            chosen += group if len(group) == 1 else _choose(group)
            group = []
        group.append(item)
        end = max(end, item.end)
    chosen += _choose(group)
    return chosen


def _choose(group: Sequence[Found]) -> list[Found]:
    """Choose among candidates that hang together by overlaps."""
    ranked = sorted(
        group,
        key=lambda item: (
            item.label is not EntityLabel.DOC,
            item.start - item.end,
            _PRIORITY[item.label],
            item.start,
        ),
    )
    chosen: list[Found] = []
    occupied = Occupied()
    for item in ranked:
        if occupied.is_free(item.start, item.end):
            chosen.append(item)
            occupied.take(item.start, item.end)
    return sorted(chosen, key=attrgetter("start"))

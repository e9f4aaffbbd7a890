"""From candidates of several finders to flat mentions: none overlaps another."""

from collections.abc import Iterable

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


def flatten(candidates: Iterable[Found]) -> list[Found]:
    """Choose among overlapping candidates.

    Citations stand in any case: a code is certain. Of the others the longest wins, then the harder label, then the
    first.

    Returns:
        The chosen mentions in order of their start.
    """
    ranked = sorted(
        candidates,
        key=lambda item: (
            item.label is not EntityLabel.DOC,
            item.start - item.end,
            _PRIORITY[item.label],
            item.start,
        ),
    )
    chosen: list[Found] = []
    occupied: dict[int, list[tuple[int, int]]] = {}
    for item in ranked:
        # Buckets of 256 characters keep the search for an overlap short whatever the length of the text.
        buckets = range(item.start >> 8, ((item.end - 1) >> 8) + 1)
        if any(start < item.end and item.start < end for bucket in buckets for start, end in occupied.get(bucket, ())):
            continue
        chosen.append(item)
        for bucket in buckets:
            occupied.setdefault(bucket, []).append((item.start, item.end))
    return sorted(chosen, key=lambda item: item.start)

"""Links between programmes and groups of places, and how lists of both go together in order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.components.place_groups import PlaceGroup
from extract.found import Found

_IN_ORDER = re.compile(r"\b(?:lần lượt|tương ứng)\b")
_AS_FAR = 80


@dataclass(frozen=True, slots=True)
class Link:
    """A programme and a group of places that it covers.

    Args:
        programme: Index of the programme among the mentions.
        group: The places.
        rule: Name of the rule that found it.
        factor: What lowers its confidence.
    """

    programme: int
    group: PlaceGroup
    rule: str
    factor: float = 1.0


def in_order(links: Sequence[Link], folded: str, mentions: Sequence[Found]) -> list[Link]:
    """Pair programmes and places one by one where the text says so (``Dự án A và B lần lượt tại xã C và xã D``).

    Args:
        links: The links of a text.
        folded: The text in small letters.
        mentions: The mentions that the links speak of.

    Returns:
        The same links; those of as many programmes as a group has places keep one place each.
    """
    sharing: dict[PlaceGroup, list[int]] = {}
    for link in links:
        if len(link.group.members) > 1 and mentions[link.programme].end <= link.group.start:
            sharing.setdefault(link.group, []).append(link.programme)
    ordered: dict[tuple[int, PlaceGroup], PlaceGroup] = {}
    for group, programmes in sharing.items():
        if len(programmes) != len(group.members) or len(set(programmes)) != len(programmes):
            continue
        begin = max(mentions[max(programmes)].end, group.start - _AS_FAR)
        if _IN_ORDER.search(folded, begin, group.start) is None:
            continue
        for programme, place in zip(sorted(programmes), group.members, strict=True):
            ordered[programme, group] = PlaceGroup((place,), place, place, mentions[place].start, mentions[place].end)
    return [Link(x.programme, ordered.get((x.programme, x.group), x.group), x.rule, x.factor) for x in links]

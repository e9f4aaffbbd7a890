"""Finds where a text comes back to a programme under its kind word alone (``Chương trình đã hỗ trợ …``)."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.components.place_groups import small
from extract.found import Found
from ontology.mentions import EntityLabel
from ontology.participation import participation
from ontology.programmes import programme_table

_AS_FAR = 1_500
_ONE_BREATH = 200


@dataclass(frozen=True, slots=True)
class Recalls:
    """The mentions of a text with stand-ins for programmes among them.

    Args:
        mentions: All mentions and stand-ins, in order of their start; a stand-in is a programme with the name of the
            one that it stands for.
        origins: The index, among the mentions alone, that each of them stands for.
    """

    mentions: Sequence[Found]
    origins: Sequence[int]


def with_recalls(text: str, folded: str, mentions: Sequence[Found]) -> Recalls:
    """Add a stand-in wherever a kind word alone means a programme named before.

    ``Chương trình này``, and ``Chương trình`` with a capital and a predicate behind it, mean the last programme whose
    name begins with the kind word, unless a document of that kind was cited since, or two were named in one breath.

    Args:
        text: The normalised text.
        folded: The same in small letters (``small``).
        mentions: All mentions of the text, in order of their start, without overlaps.
    """
    starts = [mention.start for mention in mentions]
    heads = _heads(mentions)
    found: list[tuple[int, Found, int]] = []
    for match in _kinds().finditer(folded):
        at = bisect_right(starts, match.start())
        if at and mentions[at - 1].end > match.start():
            continue
        if not (match["this"] or (text[match.start()].isupper() and not _is_many(folded, match.start()))):
            continue
        named = heads.get(match["kind"])
        index = None if named is None else _last(named, mentions, folded, match.start())
        if index is not None:
            start, end = match.start(), match.end("this") if match["this"] else match.end("kind")
            found.append((start, Found(start, end, EntityLabel.PROG, mentions[index].norm), index))
    if not found:
        return Recalls(mentions, range(len(mentions)))
    merged = sorted(
        [*((mention.start, mention, index) for index, mention in enumerate(mentions)), *found],
        key=lambda row: row[0],
    )
    return Recalls([mention for _, mention, _ in merged], [origin for _, _, origin in merged])


@cache
def _kinds() -> re.Pattern[str]:
    kinds = "|".join(row.kind for row in programme_table().kinds if row.open)
    predicates = participation().recalls
    return re.compile(rf"\b(?P<kind>{kinds})(?:(?P<this> (?:này|nói trên|trên|ấy))(?!\w)| (?={predicates.pattern}))")


def _is_many(folded: str, start: int) -> bool:
    """Tell whether the word before makes a kind word many, or part of another name (``Ban Quản lý`` *Dự án*)."""
    before = folded[max(0, start - 12) : start].split()
    return bool(before) and before[-1] in (*programme_table().plurals, "lý", "hai", "ba", "đạo", "chủ", "hành")


def _heads(mentions: Sequence[Found]) -> dict[str, list[int]]:
    """Return, by kind word, the indices of the programmes and documents whose names begin with it."""
    kinds = [row.kind for row in programme_table().kinds if row.open]
    heads: dict[str, list[int]] = {}
    for index, mention in enumerate(mentions):
        if mention.label in (EntityLabel.PROG, EntityLabel.DOC):
            name = small(mention.norm)
            for kind in kinds:
                if name.startswith(kind):
                    heads.setdefault(kind, []).append(index)
    return heads


def _last(named: Sequence[int], mentions: Sequence[Found], folded: str, before: int) -> int | None:
    """Return which programme of a kind was named last before a position, if that is certain."""
    at = bisect_right(named, before, key=lambda index: mentions[index].start) - 1
    if at < 0:
        return None
    last = mentions[named[at]]
    if last.label is EntityLabel.DOC or before - last.end > _AS_FAR:
        return None
    if at:
        other = mentions[named[at - 1]]
        near = last.start - other.end <= _ONE_BREATH
        together = near and re.search(r"[.;\n]", folded[other.end : last.start]) is None
        if together and small(other.norm) != small(last.norm):
            return None
    return named[at]

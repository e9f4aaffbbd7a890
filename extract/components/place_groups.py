"""Groups places that are named together, so that they take part in a programme together.

``các xã Tân Bình, Phương Phú (huyện Phụng Hiệp) và xã Vị Bình`` is one group of three members: the district in brackets
only says where the communes are. The units that a unit was made of (``xã Kiến Xương (gồm thị trấn Kiến Xương, …)``)
are no members either.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.found import Found
from ontology.folding import modern_tones
from ontology.levels import Level
from ontology.mentions import EntityLabel, PlaceName
from ontology.participation import participation
from ontology.units import level_of

_LONGEST_GAP = 80
_JOINT = re.compile(
    r"[\s,()&\-–]*"
    r"(?:(?:và|hoặc|với|sang|đến|tại|ở|thuộc|cùng|các|xã|phường|thị trấn|ấp|thôn|huyện|gồm|\d{1,3}|hai|ba)(?!\w)"
    r"[\s,()]*)*"
)
_LISTED = re.compile(r"; ?")
_LIST_GOES_ON = re.compile(r" ?(?:[;,.)\n]|và |$)")
_BRACKETS = re.compile(r"\([^()]{0,60}\)")


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """Places named together.

    Args:
        members: Indices, among the mentions, of the places that take part.
        first: Index of the first mention of the group.
        last: Index of the last one, which need not be a member.
        start: Where the group begins in the text.
        end: Index behind its last character.
    """

    members: tuple[int, ...]
    first: int
    last: int
    start: int
    end: int


def place_groups(text: str, mentions: Sequence[Found]) -> list[PlaceGroup]:
    """Return the groups of places of a text, in order.

    Args:
        text: The normalised text in small letters (``small``).
        mentions: All mentions, in order of their start, without overlaps.
    """
    groups: list[PlaceGroup] = []
    index = 0
    while index < len(mentions):
        if _is_unit(mentions[index]):
            group = _group_from(text, mentions, index)
            groups.append(group)
            index = group.last
        index += 1
    return groups


def level(mention: Found) -> Level | None:
    """Return the level of a place, as its unit word tells."""
    unit = mention.detail.unit if isinstance(mention.detail, PlaceName) else None
    # A "thành phố" is a province or a district: around a commune in any case.
    return Level.DISTRICT if unit == "thành phố" else level_of(unit) if unit else None


def small(words: str) -> str:
    """Return words as the patterns of participation want them: small letters, modern tone marks, same length."""
    folded = modern_tones(words.lower())
    if len(folded) == len(words):
        return folded
    # A rare capital becomes two letters in small ("İ"); it stays, for the offsets' sake.
    letters = (letter.lower() for letter in words)
    return "".join(small if len(small) == 1 else letter for small, letter in zip(letters, words, strict=True))


def without_brackets(words: str) -> str:
    """Return words with what stands in closed brackets blanked out, the length kept."""
    return _BRACKETS.sub(lambda match: " " * len(match[0]), words)


def _group_from(text: str, mentions: Sequence[Found], first: int) -> PlaceGroup:
    members = [first]
    last = first
    parts = bracket = False
    for index in range(first + 1, len(mentions)):
        before, mention = mentions[last], mentions[index]
        if not _is_unit(mention) or mention.start - before.end > _LONGEST_GAP:
            break
        between = text[before.end : mention.start]
        merged = not parts and _is_merger(before, mention, between)
        if not merged and not _joins(text, between, mention):
            break
        if parts and bracket and ")" in between:
            parts = False
        if merged:
            parts, bracket = True, "(" in between and ")" not in between.rpartition("(")[2]
        if not parts and _is_covered(mentions[members[-1]], mention, between):
            members.append(index)
        last = index
    return PlaceGroup(tuple(members), first, last, mentions[first].start, mentions[last].end)


def _is_unit(mention: Found) -> bool:
    return (
        mention.label is EntityLabel.LOC and isinstance(mention.detail, PlaceName) and mention.detail.unit is not None
    )


def _joins(text: str, between: str, mention: Found) -> bool:
    if _JOINT.fullmatch(without_brackets(between)):
        return True
    return bool(_LISTED.fullmatch(between)) and bool(_LIST_GOES_ON.match(text, mention.end))


def _is_merger(before: Found, mention: Found, between: str) -> bool:
    """Tell whether a unit is followed by the units that it was made of: they are of its own level."""
    return level(before) is level(mention) and participation().mergers.search(between) is not None


def _is_covered(before: Found, mention: Found, between: str) -> bool:
    """Tell whether a place behind another takes part itself: a district behind its commune only says where that is."""
    around = level(mention) in (Level.PROVINCE, Level.DISTRICT) and level(mention) is not level(before)
    return not around or "và" in between

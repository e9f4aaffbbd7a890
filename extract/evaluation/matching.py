"""When what was found is what was meant: keys without regard to spelling, and spans that meet."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from extract.evaluation.annotations import SELF_NAME, Entity, Link

_QUOTES = re.compile("[“”\"'‘’]")
_WHITE = re.compile(r"\s+")
# Only where a syllable's last two letters decide: "oà" and "òa" are one sound in two spellings.
_TONES = (
    *(("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa")),
    *(("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe")),
    *(("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy")),
)


def fold(text: str | None) -> str:
    """Return a name without regard to case, quotation marks, white space and tone placement.

    >>> fold("Mô hình “Nhà  sạch”, xã Hoà Mỹ") == fold("mô hình Nhà sạch, xã Hòa Mỹ")
    True
    """
    folded = _QUOTES.sub("", unicodedata.normalize("NFC", text or "").lower())
    folded = _WHITE.sub(" ", folded).strip()
    for old, new in _TONES:
        folded = folded.replace(old, new)
    return folded


def code_key(code: str) -> str:
    """Return a code without regard to case and spaces."""
    return _WHITE.sub("", fold(code))


def document_key(entity: Entity) -> str:
    """Return what a ``DOC`` mention names: its code, or its name where it has none."""
    return code_key(entity.code) if entity.code else fold(entity.norm or entity.text)


def head_key(link: Link) -> str:
    """Return the acting document of a relation; a name with a number and a slash in it is a code."""
    if link.head == SELF_NAME:
        return SELF_NAME
    return code_key(link.head) if "/" in link.head and re.search(r"\d", link.head) else fold(link.head)


def tail_key(link: Link) -> str:
    """Return the document that a relation acts on."""
    return code_key(link.tail) if "/" in link.tail else fold(link.tail)


class Spans:
    """Entities to be looked up by place.

    Args:
        entities: In any order; they may overlap.
    """

    __slots__ = ("_ends", "_entities", "_order", "_starts")

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities
        self._order = sorted(range(len(entities)), key=lambda index: entities[index].start)
        self._starts = [entities[index].start for index in self._order]
        # The furthest end so far grows with the start: both ends of the stretch to look at are found by halving.
        self._ends = list(accumulate((entities[index].end for index in self._order), max))

    def meeting(self, entity: Entity) -> list[int]:
        """Return the indices of the entities that share a character with ``entity``, in the order given."""
        first, last = bisect_right(self._ends, entity.start), bisect_left(self._starts, entity.end)
        return sorted(index for index in self._order[first:last] if self._entities[index].end > entity.start)


def pair_up(
    wanted: Sequence[Entity], found: Sequence[Entity], alike: Callable[[Entity, Entity], bool] = lambda _, __: True
) -> list[tuple[int, int]]:
    """Pair entities that meet, each at most once, the first that fits for each.

    Args:
        wanted: The annotated ones.
        found: The extracted ones.
        alike: What else must hold for a pair.

    Returns:
        Pairs of an index into ``wanted`` and one into ``found``.
    """
    spans = Spans(found)
    used: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for at, entity in enumerate(wanted):
        for index in spans.meeting(entity):
            if index not in used and alike(entity, found[index]):
                used.add(index)
                pairs.append((at, index))
                break
    return pairs


def without_optional(found: Sequence[Entity], gold: Sequence[Entity]) -> list[Entity]:
    """Return what was found less all that meets something that may be found or not."""
    spans = Spans([entity for entity in gold if entity.optional])
    return [entity for entity in found if not spans.meeting(entity)]

"""Finds districts named without unit word: behind ``tại``, ``ở`` or ``địa bàn``, and in lists with such."""

from collections.abc import Sequence

from extract.components.place_lists import next_item
from extract.components.place_names import known_name, known_names, name_run, place_name
from extract.components.place_parents import Place
from extract.words import CAPITALISED, MARK, Words
from ontology.people import people_table

_BEFORE = frozenset({"tại", "ở", "bàn"})
_DISTRICTS = frozenset({"huyện", "quận", "thị xã", "thành phố"})


def districts_alone(words: Words, found: Sequence[Place]) -> list[Place]:
    """Return the places that a preposition and their well-known name show.

    The name must be that of a district or town of any time, fill the whole run of capitals, and have two syllables at
    least; those of communes are too many to tell them from other words.

    Args:
        words: The words of the text.
        found: The places found otherwise, none of which is touched.
    """
    starts = [at + 1 for at in words.among(_BEFORE) if words.shape(at + 1) == CAPITALISED]
    if not starts:
        return []
    covered = {at for place in found for at in range(place.first, place.last)}
    places: list[Place] = []
    for start in starts:
        if words.keys[start - 1] == "bàn" and words.key(start - 2) != "địa":
            continue
        at: int | None = start
        while at is not None and at not in covered and (end := _district_end(words, at)) is not None:
            places.append(Place(at, end, _unit(words, at, end), place_name(words, at, end)))
            covered |= set(range(at, end))
            at = next_item(words, end, over_lines=False)
    return places


def _district_end(words: Words, index: int) -> int | None:
    end = name_run(words, index)
    if end < index + 2 or known_name(words, index, end, _DISTRICTS) != end:
        return None
    if words.keys[index] in people_table().common_surnames and words.shape(end) != MARK:
        return None
    return end


def _unit(words: Words, first: int, last: int) -> str | None:
    """Return the unit word that the name goes with if it goes with one only."""
    units = known_names()[" ".join(words.keys[first:last]).replace("’", "'").replace("–", "-")]
    return next(iter(units)) if len(units) == 1 else None

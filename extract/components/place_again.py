"""Finds names of places again that the text has introduced with their unit word (``xã Nông thôn mới Tân Bình``)."""

from collections.abc import Callable, Mapping

from extract.components.place_known import KnownName
from extract.components.place_lists import behind_count, next_item
from extract.components.place_names import known_name, name_run, place_name
from extract.components.place_parents import Place
from extract.words import CAPITALISED, LOWER, Phrases, Words
from ontology.people import people_table
from ontology.units import level_of


def named_again(
    words: Words,
    found: list[Place],
    own: Mapping[str, KnownName],
    stands_alone: Callable[[int, int, KnownName], bool],
) -> None:
    """Add the places that stand once more without unit word, and the known ones that a list joins to them.

    Args:
        words: The words of the text.
        found: The places found so far, to which the new ones are added.
        own: The document's own places by their folded names.
        stands_alone: Tells whether the words from one index to before another are no part of a longer name.
    """
    known = _introduced(words, found, own)
    if not known:
        return
    phrases = Phrases(known.items())
    first_keys = phrases.first_keys
    covered = bytearray(len(words))
    for place in found:
        covered[place.first : place.last] = b"\1" * (place.last - place.first)
    shapes = words.shapes
    for index in words.among(first_keys):
        if shapes[index] != LOWER and not covered[index]:
            match = phrases.longest(words, index)
            if match and not any(covered[index : match[0]]) and stands_alone(index, *match):
                end, row = match
                if all(shapes[at] == CAPITALISED for at in range(index, end)):
                    listed = [Place(index, end, row.unit, row.name), *_listed(words, end, row, covered)]
                    for place in listed:
                        covered[place.first : place.last] = b"\1" * (place.last - place.first)
                    found += listed


def _introduced(words: Words, found: list[Place], own: Mapping[str, KnownName]) -> dict[str, KnownName]:
    """Return the names to look for; that of a unit goes before that of a hamlet."""
    known = dict(own)
    for place in found:
        if place.unit and " " in place.name and (level_of(place.unit) or _is_ordinary(words, place)):
            key = place.name.casefold()
            if level_of(place.unit) or key not in known:
                known[key] = KnownName(place.unit, place.name, place.name)
    return known


def _is_ordinary(words: Words, place: Place) -> bool:
    """Tell whether a place below the commune has a name of syllables alone, with which no person's name begins."""
    first = place.last - len(place.name.split())
    return (
        place.name.replace(" ", "").isalpha()
        and all(words.shapes[at] == CAPITALISED for at in range(first, place.last))
        and words.keys[first] not in people_table().common_surnames
    )


def _listed(words: Words, index: int, row: KnownName, covered: bytearray) -> list[Place]:
    """Read on behind a name through known names of its kind (``An Hòa Tây,`` *Tân Mỹ*)."""
    kinds = frozenset({row.unit}) if row.unit else frozenset()
    places: list[Place] = []
    while (at := next_item(words, behind_count(words, index), over_lines=False)) is not None:
        end = name_run(words, at)
        if end < at + 2 or known_name(words, at, end, kinds) != end or any(covered[at:end]):
            break
        if words.keys[at] in people_table().common_surnames:
            break
        places.append(Place(at, end, row.unit, place_name(words, at, end)))
        index = end
    return places

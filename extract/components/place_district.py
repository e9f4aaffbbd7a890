"""Finds communes named without unit word in a text about their district, and before its name in brackets.

``Những nơi làm khá là`` *Hải Nam, Hải Trung* ``(Hải Hậu)``: most of the 10,000 names of communes are ordinary
syllables, so a name alone is one only where the district is known and the words around it leave room for a place.
"""

from collections.abc import Iterable, Mapping, Sequence

from extract.components.place_lists import behind_count, next_item
from extract.components.place_names import name_run, place_name
from extract.components.place_parents import Place
from extract.words import CAPITALISED, LOWER, MARK, NUMBER, Phrases, Words
from ontology.people import people_table
from ontology.units import communes_of, unit_words_of

_DISTRICTS = frozenset({"huyện", "quận", "thị xã", "thành phố"})
_BEFORE = frozenset({",", ";", ":", "(", "|", "và", "là", "tại", "ở", "qua", "như", "gồm", "chọn", "cho"})
_ORDER = frozenset({".", ")"})
_MOST_DISTRICTS = 3
_LONGEST_NAME = 4
_LONGEST_BRACKET = 6


def communes_alone(words: Words, found: Sequence[Place], own: Iterable[str]) -> list[Place]:
    """Return the communes of the text's districts that stand in it by name alone.

    Args:
        words: The words of the text.
        found: The places found otherwise, none of which is touched.
        own: The document's own places, with unit word.

    Returns:
        Places in no order. None for a text that names many districts: the same names lie in several of them.
    """
    covered = bytearray(len(words))
    named: dict[str, None] = dict.fromkeys(own)
    for place in found:
        covered[place.first : place.last] = b"\1" * (place.last - place.first)
        if place.unit in _DISTRICTS:
            named[f"{place.unit} {place.name}"] = None
    places = list(_before_brackets(words, covered))
    tables = [table for full_name in named if (table := communes_of(full_name))]
    if 0 < len(tables) <= _MOST_DISTRICTS:
        places += _of_districts(words, tables, covered)
    return places


def _of_districts(words: Words, tables: Iterable[Mapping[str, str]], covered: bytearray) -> Iterable[Place]:
    phrases = Phrases((name, unit) for table in tables for name, unit in table.items() if " " in name)
    listed = -1
    for index in words.among(phrases.first_keys):
        if words.shapes[index] != CAPITALISED or covered[index]:
            continue
        match = phrases.longest(words, index)
        if match is None or not _is_whole(words, index, match[0], covered):
            continue
        end, unit = match
        surname = words.keys[index] in people_table().common_surnames
        if index == listed or (not surname and _has_room(words, index, end)):
            covered[index:end] = b"\1" * (end - index)
            yield Place(index, end, unit, place_name(words, index, end))
            following = next_item(words, behind_count(words, end), over_lines=False)
            listed = -1 if following is None else following


def _is_whole(words: Words, first: int, last: int, covered: bytearray) -> bool:
    """Tell whether the words from ``first`` to before ``last`` are a whole run of capitalised syllables."""
    return (
        name_run(words, first) == last
        and all(words.shapes[at] == CAPITALISED for at in range(first, last))
        and not any(covered[first:last])
        and not words.is_capital(first - 1)
        and words.key(last) not in ("-", "–")
    )


def _has_room(words: Words, first: int, last: int) -> bool:
    """Tell whether a place may stand there: behind a preposition or in a list, or at the head of a table's row."""
    before = words.key(first - 1)
    if before in _BEFORE:
        return words.shape(last) in (MARK, LOWER, NUMBER)
    in_row = words.shape(first - 1) == NUMBER and words.key(first - 2) in ("\n", "|", "")
    ordered = before in _ORDER and words.shape(first - 2) == NUMBER and words.key(first - 3) in ("\n", "")
    return (in_row or ordered or before == "\n") and words.shape(last) == NUMBER


def _before_brackets(words: Words, covered: bytearray) -> Iterable[Place]:
    """Yield the names before a bracket with their district, and the district (``Hải Nam, Hải Trung (Hải Hậu)``)."""
    for opening in words.among(("(",)):
        first = opening + 1
        closing = next((at for at in range(first, first + _LONGEST_BRACKET) if words.key(at) == ")"), None)
        if closing is None or closing == first or not words.is_capital(first):
            continue
        around = place_name(words, first, closing)
        units = sorted(unit_words_of(around) & _DISTRICTS)
        communes = {name: unit for kind in units for name, unit in communes_of(f"{kind} {around}").items()}
        items = list(_items_before(words, opening, communes, covered))
        if not items:
            continue
        yield from items
        if not any(covered[first:closing]):
            covered[first:closing] = b"\1" * (closing - first)
            yield Place(first, closing, units[0], around)


def _items_before(words: Words, end: int, communes: Mapping[str, str], covered: bytearray) -> Iterable[Place]:
    while True:
        first = end
        while first > end - _LONGEST_NAME and words.shape(first - 1) == CAPITALISED:
            first -= 1
        unit = communes.get(" ".join(words.keys[first:end])) if first < end else None
        if unit is None or any(covered[first:end]):
            return
        covered[first:end] = b"\1" * (end - first)
        yield Place(first, end, unit, place_name(words, first, end))
        if words.key(first - 1) not in (",", "và"):
            return
        end = first - 1

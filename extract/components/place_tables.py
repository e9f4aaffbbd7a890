"""Places in tables: the head of a column names the kind of unit, the cells below it the units' names alone."""

from collections.abc import Iterator

from extract.components.place_names import known_name, name_run, unit_word_at
from extract.words import CAPITALISED, MARK, Words
from ontology.places import UnitWord

_HEADS = frozenset({"tên", "các", "đơn", "vị", "địa", "bàn", "phương"})
_BETWEEN_UNITS = frozenset({",", "/", "-", "và"})

Cell = tuple[int, int]
"""Index of a cell's first word and the index behind its last one."""


def named_in_columns(words: Words) -> Iterator[tuple[int, int, tuple[UnitWord, ...]]]:
    """Yield each cell that is a unit's name below a column's head that names the kind (``| Xã |``).

    Args:
        words: The words of the text; cells are divided by ``|``, rows by line ends.

    Returns:
        First and last word of each name, and the unit words of the column. Linear in the length of the text.
    """
    heads: dict[int, tuple[UnitWord, ...]] = {}
    if "|" not in words.text:
        return
    for row in _rows(words):
        found = {column: units for column, cell in enumerate(row) if (units := _kinds(words, cell))}
        if found:
            heads = found
            continue
        if not row:
            heads = {}
            continue
        for column, units in heads.items():
            if column < len(row) and (end := _name(words, row[column], units)) is not None:
                yield row[column][0], end, units


def _rows(words: Words) -> Iterator[list[Cell]]:
    """Yield the cells of each line; a line without cells is an empty row."""
    row: list[Cell] = []
    begin: int | None = None
    for index in words.among(("|", "\n")):
        if words.keys[index] == "|":
            if begin is not None:
                row.append((begin, index))
            begin = index + 1
        else:
            if begin is not None and begin < index:
                row.append((begin, index))
            yield row
            row, begin = [], None
    yield row


def _kinds(words: Words, cell: Cell) -> tuple[UnitWord, ...]:
    """Return the unit words that a cell consists of (``Xã, thị trấn``; ``Tên xã``), none if it holds anything else."""
    at, end = cell
    if end - at > 12:
        return ()
    while at < end and words.keys[at] in _HEADS:
        at += 1
    units: list[UnitWord] = []
    while at < end:
        match = unit_word_at(words, at)
        if match is None:
            return ()
        at = match[0]
        units.append(match[1])
        if at < end and words.keys[at] in _BETWEEN_UNITS:
            at += 1
    return tuple(units)


def _name(words: Words, cell: Cell, units: tuple[UnitWord, ...]) -> int | None:
    """Return the end of the cell if its words are one name of such a unit."""
    first, end = cell
    if not 1 <= end - first <= 6 or not words.is_capital(first):
        return None
    kinds = frozenset(unit.unit for unit in units)
    if known_name(words, first, name_run(words, first), kinds) == end:
        return end
    below = any(unit.below for unit in units) and 2 <= end - first <= 4
    whole = all(words.shapes[at] == CAPITALISED for at in range(first, end)) and words.shape(end) == MARK
    return end if below and whole else None

"""Lists of places: where one opens, and where its next item begins, over marks, line ends and strokes."""

from extract.components.place_names import name_run, unit_word_at
from extract.words import CAPITALISED, LOWER, MARK, NUMBER, UPPER, Words
from ontology.people import people_table

SEPARATORS = frozenset({",", ";", "và", "&", "hoặc"})
"""Words and marks between two items of a list."""

LIST_OPENERS = frozenset({"như", "là", "gồm"})
"""Words behind which the items of a list begin."""

_BULLETS = frozenset("-+*•")
_FAR = 16
_LONGEST_NAME = 4
_LONGEST_COUNT = 6


def next_item(words: Words, index: int, *, over_lines: bool) -> int | None:
    """Return where the item behind ``index`` begins if the list goes on there, else ``None``.

    Args:
        words: The words of the text.
        index: Index behind an item.
        over_lines: Whether an item may stand in the next line without a separator before it.
    """
    index = _behind_count(words, index)
    key = words.key(index)
    at = index
    if key in SEPARATORS:
        at = index + 1
        if words.key(at) == "và":
            at += 1
    if words.key(at) == "\n":
        # A wrapped line (the separator stands at its end), or the next item of a list with strokes.
        item = list_item(words, at)
        return item if at > index or (over_lines and item > at + 1) else None
    return at if at > index else None


def _behind_count(words: Words, index: int) -> int:
    """Return the index behind what an item counts (``A`` *(10 căn)*``, B``; ``A`` *21 căn*``, B 17 căn``).

    Without brackets the list goes on only if the next item counts too.
    """
    bracket = words.key(index) == "("
    if words.shape(index + bracket) != NUMBER:
        return index
    end = index + bracket + 1
    while end - index < _LONGEST_COUNT and words.shape(end) == LOWER and words.key(end) not in SEPARATORS:
        end += 1
    if bracket:
        return end + 1 if words.key(end) == ")" and words.key(end + 1) in SEPARATORS else index
    if end - index < 2 or words.key(end) not in SEPARATORS or not words.is_capital(end + 1):
        return index
    return end if words.shape(name_run(words, end + 1)) == NUMBER else index


def list_item(words: Words, index: int) -> int:
    """Return the index of the first word at or behind a line's end and the mark of a list item."""
    at = index
    while words.key(at) == "\n" and at < index + 2:
        at += 1
    if at > index and words.key(at) in _BULLETS:
        return at + 1
    if at > index and words.shape(at) == NUMBER and words.key(at + 1) in (".", ")") and words.is_capital(at + 2):
        return at + 2
    return at


def far_list(words: Words, index: int) -> int | None:
    """Return where the names begin that a clause behind counted units leads to (``3 xã đạt chuẩn, gồm:`` *A, B*).

    Args:
        words: The words of the text.
        index: Index behind the unit word.
    """
    for at in range(index, min(index + _FAR, len(words))):
        key = words.keys[at]
        if key in (".", ";", "\n", ")", "“", "”") or (at > index and unit_word_at(words, at) is not None):
            return None
        behind = at + 1
        if key in ("gồm", "như"):
            behind += words.key(behind) == ":"
        elif key not in (":", "("):
            continue
        behind = list_item(words, behind) if words.key(behind) == "\n" else behind
        if words.is_capital(behind):
            return behind
    return None


def listed_below(words: Words, index: int) -> int | None:
    """Read a name below the commune far from its unit word: two capitals or more, and a second such name behind it."""
    end = _whole_name(words, index)
    if end is None or words.key(end) not in SEPARATORS:
        return None
    return end if _whole_name(words, end + 1) is not None else None


def _whole_name(words: Words, index: int) -> int | None:
    end = name_run(words, index)
    if not 2 <= end - index <= _LONGEST_NAME or words.keys[index] in people_table().surnames:
        return None
    if any(words.shapes[at] != CAPITALISED for at in range(index, end)):
        return None
    return end if words.shape(end) in (MARK, UPPER) or words.key(end) in SEPARATORS else None

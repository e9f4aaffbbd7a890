"""Reading the name that stands in quotation marks."""

from extract.words import MARK, Words

OPENING = frozenset({"“", '"', "«"})
"""Marks that open a quotation."""

CLOSING = {"“": "”", '"': '"', "«": "»"}
"""The mark that closes each."""

_LONGEST = 60


def quote_end(words: Words, index: int) -> int | None:
    """Return the index behind the quotation that opens at ``index``; marks inside it may be nested."""
    closing = CLOSING[words.keys[index]]
    depth = 0
    limit = min(len(words), index + _LONGEST)
    for at in range(index, limit):
        key = words.keys[at]
        if key == "\n":
            return None
        if key == closing and at > index:
            depth -= 1
            if depth <= 0:
                return at + 1 if at > index + 1 else None
        elif key == words.keys[index]:
            depth += 1
    return None


def _may_modify(words: Words, index: int) -> bool:
    """Tell whether a word may stand before the quotation; a dash may between two words (``mô hình tôm - lúa “…”``)."""
    return words.shape(index) != MARK or (words.key(index) in ("-", "–") and words.shape(index + 1) != MARK)


def quote_behind(words: Words, index: int, most: int, no_modifier: frozenset[str]) -> int | None:
    """Return the index behind the quoted name that follows, perhaps after a few words (``mô hình 3 chung “…”``).

    Args:
        words: The words of the text.
        index: Behind the kind word.
        most: How many words may stand before the quotation.
        no_modifier: Words that end the search.
    """
    at = index
    while at - index < most and words.key(at) not in no_modifier and _may_modify(words, at):
        at += 1
    return quote_end(words, at) if words.key(at) in OPENING else None

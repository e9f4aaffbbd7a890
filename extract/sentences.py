"""Where sentences begin and end in a normalised text."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from ontology.folding import CAPITALS
from ontology.spans import Span

# A paragraph's end, or a full stop before a capital, a quotation mark, a dash or a bracket. One character class leads:
# the regular expression engine skips to it at full speed.
_END = re.compile(rf"[\n.!?…](?:(?<=\n)\n*|(?<!\n)[.!?…]*[”\")]? (?=[{CAPITALS}“\"\-+(]))")
# What a full stop stands behind without ending a sentence: list numbers, initials, abbreviations ("1.", "T.Ư", "TP.").
_NO_END = re.compile(r"(?:(?:^|[\s.])[A-ZĐ]|\b(?:TP|Tp|TS|ThS|\d\d?)|/)$")
_LONGEST_ABBREVIATION = 4


class Sentences:
    """The sentences of a text, to be looked up by position.

    Args:
        text: The normalised text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = [0]
        for match in _END.finditer(text):
            stop = match.start()
            if text[stop] != "\n" and _NO_END.search(text[max(0, stop - _LONGEST_ABBREVIATION) : stop]):
                continue
            self._starts.append(match.end())

    @property
    def starts(self) -> Sequence[int]:
        """Where each sentence begins, ascending; the first is 0."""
        return self._starts

    def number(self, position: int) -> int:
        """Return which sentence a position lies in, counted from 0."""
        return bisect_right(self._starts, position) - 1

    def around(self, position: int) -> Span:
        """Return the sentence that a position lies in, without white space at its ends."""
        text, number = self._text, self.number(position)
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(text)
        # Character by character and without a copy: sentences of hostile texts are as long as the text.
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, max(start + 1, end))

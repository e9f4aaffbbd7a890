"""Where sentences begin and end in a normalised text."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from ontology.spans import Span

# A full stop ends a sentence before a capital, a quotation mark, a dash or the end of the paragraph, but not behind a
# list number, an initial or an abbreviation ("1. ", "T.Ư", "TP. Hồ Chí Minh").
_END = re.compile(
    r"\n+|(?<![\s.][A-ZĐ])(?<!\bTP)(?<!\bTp)(?<!\bTS)(?<!\bThS)(?<!\b\d)(?<!\b\d\d)(?<!/)[.!?…]+[”\")]? (?=[A-ZĐÀ-Ỹ“\"\-+(])"
)


class Sentences:
    """The sentences of a text, to be looked up by position.

    Args:
        text: The normalised text.
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._starts: list[int] = [0]
        for match in _END.finditer(text):
            self._starts.append(match.end())
        self._text = text

    @property
    def starts(self) -> Sequence[int]:
        """Where each sentence begins, ascending; the first is 0."""
        return self._starts

    def number(self, position: int) -> int:
        """Return which sentence a position lies in, counted from 0."""
        return bisect_right(self._starts, position) - 1

    def around(self, position: int) -> Span:
        """Return the sentence that a position lies in, without white space at its ends."""
        number = self.number(position)
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else self._length
        words = self._text[start:end]
        begin = start + len(words) - len(words.lstrip())
        return Span(begin, max(begin + 1, start + len(words.rstrip())))

"""The parts of a sentence that commas, semicolons and brackets divide, and the words of a part."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ontology.folding import CAPITALS, modern_tones

# What stands in quotation marks is one name, and "phòng, chống" one word: no part ends inside.
_DIVIDER = re.compile(
    r"“[^”\n]{0,200}”|[,;](?=\s|$)(?! chống)|:(?!\d)|[()|\n]|\[[^\]\n]{0,6}\]?|\]"
    rf"|(?<=\d)\.(?= [{CAPITALS}])"
)
_WORD = re.compile(r"\S+")
_MARK = re.compile(
    r"(?:[ \t*#|“\"�]*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)/](?= )|[IVXa-zđ]{1,4}[.)](?= )|\(\d{1,2}\)|[-–+*•]))*[ \t*#|�]*"
)
_LONGEST = 260
_DEEPEST = 9
_LONGEST_FORM = 24
_MOST_KEYS = 50_000


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence without dividers.

    Args:
        start: Where it begins in the normalised text.
        end: Index behind it.
        divider: What stands before it: ``,``, ``;``, ``:``, ``(``, ``)``, ``.`` or nothing at a sentence's beginning.
        depth: In how many brackets it stands.
    """

    start: int
    end: int
    divider: str
    depth: int


class Word(NamedTuple):
    """A word with its place; ``key`` is in small letters with modern tone marks."""

    start: int
    end: int
    key: str


class _Keys(dict[str, str]):
    """The key of each word met so far: syllables are few, so nearly every word is one look-up."""

    def __missing__(self, form: str) -> str:
        key = modern_tones(form).lower()
        if len(form) <= _LONGEST_FORM and len(self) < _MOST_KEYS:
            self[form] = key
        return key


@cache
def _keys() -> _Keys:
    return _Keys()


class Clauses:
    """The parts of one sentence.

    Args:
        text: The normalised text.
        start: Where the sentence begins.
        end: Index behind it.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.parts: list[Part] = []
        begin, divider, depth = start, "", 0
        for match in _DIVIDER.finditer(text, start, end):
            if match.group()[0] == "“":
                continue
            self.parts.append(Part(begin, match.start(), divider, depth))
            divider = match.group()[0]
            depth = min(depth + 1, _DEEPEST) if divider == "(" else max(0, depth - 1) if divider == ")" else depth
            begin = match.end()
        self.parts.append(Part(begin, end, divider, depth))
        self._starts = [part.start for part in self.parts]

    def number(self, position: int) -> int:
        """Return which part a position lies in."""
        return max(0, bisect_right(self._starts, position) - 1)


def words_of_part(text: str, start: int, end: int) -> list[Word]:
    """Return the words of a stretch without a list mark; of a long one only the last."""
    if end - start > _LONGEST:
        cut = text.find(" ", end - _LONGEST, end)
        start = cut if cut >= 0 else end - _LONGEST
    elif mark := _MARK.match(text, start, end):
        start = mark.end()
    keys = _keys()
    return [Word(*match.span(), keys[match.group()]) for match in _WORD.finditer(text, start, end)]

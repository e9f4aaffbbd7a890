"""Which encoding a text is in: each is tried, and the one whose reading is spelled as Vietnamese wins.

The measure is the share of words above ASCII that are Vietnamese syllables. All eight-bit encodings are asked about the
same words, because the bytes of ASCII part words in each of them alike.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import AnyStr

from extract.encodings.legacy import EIGHT_BIT, Encoding, by_name
from extract.encodings.syllables import is_syllable

ENOUGH = 0.75
"""The share of syllables from which a reading counts as right. Right readings of real texts reach 0.93 to 1 (names of
Khmer and highland places, foreign words), wrong ones 0 to 0.5."""

MARGIN = 2
"""By how many syllables the best reading must lead: with less to go by, one word decides, and it may be a chance."""

_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_ASCII_WORD = re.compile(r"[A-Za-z][A-Za-z'`?~.^(+]*")
_WORD_OF_TEXT = re.compile(r"(?:[^\W\d_]|[¡-¿×÷\u0300-\u036f])+")
_EDGE_SIGNS = "«»°²³·©®±"
_EDGES = "“”‘’„‚–—…•·\u00a0\ufeff"
_SHARE_OF_VIQR = 0.35
_SAMPLE = 60_000
_PIECES = 3


@dataclass(frozen=True, slots=True)
class Score:
    """How well a reading is spelled.

    Args:
        encoding: The encoding that was tried.
        syllables: Words above ASCII that are Vietnamese syllables.
        words: All words above ASCII.
    """

    encoding: Encoding
    syllables: int
    words: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 without any such word."""
        return self.syllables / self.words if self.words else 0.0

    def __str__(self) -> str:
        return f"{self.encoding.title} {self.share:.0%}"


def scores(data: bytes) -> list[Score]:
    """Return how well bytes read in each of the eight-bit encodings, best first."""
    words = _WORD.findall(_sample(data))
    found = []
    for name in EIGHT_BIT:
        encoding = by_name(name)
        # One call for all words: a call for each costs more than the reading.
        readings = encoding.decode(b"\n".join(words)).split("\n") if words else []
        found.append(Score(encoding, sum(map(_is_word, readings)), len(words)))
    return sorted(found, key=lambda score: -score.syllables)


def clear_winner(ranked: list[Score]) -> Encoding | None:
    """Return the encoding that the scores leave no doubt about, or ``None``.

    Args:
        ranked: Scores of one text, best first.
    """
    best, second = ranked[0], ranked[1]
    return best.encoding if best.share >= ENOUGH and best.syllables - second.syllables >= MARGIN else None


def share_of_syllables(text: str) -> float:
    """Return the share of syllables among the words above ASCII of a text; 1 where there are none.

    Signs inside a word count as letters of it: ``C«ng`` is one word, and none of Vietnamese.
    """
    words = [word.strip(_EDGE_SIGNS) for word in _WORD_OF_TEXT.findall(_sample(text))]
    words = [word for word in words if not word.isascii()]
    return sum(map(is_syllable, words)) / len(words) if words else 1.0


def is_viqr(text: str) -> bool:
    """Tell whether a text in ASCII is VIQR.

    English has signs behind vowels too ("do.", "to?"), but seldom, and not where a syllable needs them.
    """
    words = _ASCII_WORD.findall(_sample(text))
    marked = [(word, reading) for word in words if (reading := _read_viqr(word)) != word]
    # A mark inside the word or of a kind that ends no sentence: only such words speak for VIQR.
    telling = [reading for word, reading in marked if not re.fullmatch(r"[A-Za-z]+[.?']", word)]
    good = sum(map(is_syllable, telling))
    return good >= MARGIN and good >= ENOUGH * len(telling) and len(marked) >= _SHARE_OF_VIQR * len(words)


def _read_viqr(word: str) -> str:
    return by_name("viqr").decode(word.encode("ascii"))


def _is_word(reading: str) -> bool:
    word = reading.strip(_EDGES)
    # What is left of quotation marks and dashes alone is the same in every encoding.
    return not word or (not word.isascii() and all(map(is_syllable, _parts(word))))


def _parts(word: str) -> Iterable[str]:
    return word.split("–") if "–" in word else (word,)


def _sample(text: AnyStr) -> AnyStr:
    """Return beginning, middle and end of a long text: enough to know an encoding by."""
    if len(text) <= _SAMPLE:
        return text
    size = _SAMPLE // _PIECES
    middle = len(text) // 2
    return text[:size] + text[middle : middle + size] + text[-size:]


@dataclass(frozen=True, slots=True)
class Line:
    """A line whose encoding is beyond doubt.

    Args:
        number: From 1.
        encoding: ``utf-8``, or the name of an eight-bit encoding.
    """

    number: int
    encoding: str


def sure_lines(data: bytes, likely: Encoding | None, reading: str) -> Iterator[Line]:
    """Yield the lines that by themselves leave no doubt about their encoding.

    Args:
        data: The whole text.
        likely: The encoding of the whole, if that is clear: asked first, since it fits nearly all lines.
        reading: The whole text in that encoding; of no use without one.
    """
    # No encoding reads a line feed otherwise, so the lines of bytes and of text are the same.
    readings = iter(reading.split("\n"))
    for number, line in enumerate(data.split(b"\n"), 1):
        text = next(readings, "")
        if line.isascii():
            continue
        try:
            unicode = line.decode("utf-8")
        except UnicodeDecodeError:
            if likely is not None and share_of_syllables(text) >= ENOUGH:
                yield Line(number, likely.name)
            elif (winner := clear_winner(scores(line))) is not None:
                yield Line(number, winner.name)
        else:
            if share_of_syllables(unicode) >= ENOUGH:
                yield Line(number, "utf-8")

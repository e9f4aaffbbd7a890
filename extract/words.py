"""The words of a text as the finders see them: folded keys beside the shape of each word.

One pass over the text serves all finders: they walk over keys with dictionaries instead of each running large
regular expressions over the characters, and so stay linear whatever the input looks like.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import Generic, TypeVar

from extract.encodings.syllables import is_syllable
from ontology.folding import modern_tones
from ontology.organizations import organization_table

# A word or a mark, with the blanks behind it: the pieces of a text cover it whole, so their lengths give all offsets.
_PIECE = re.compile(r"(?:[^\W_]+|[^\w \t]|_+)[ \t]*|[ \t]+")
_CHUNK = 1 << 16

LOWER, CAPITALISED, UPPER, NUMBER, MARK = range(5)
"""Shapes: ``ủy``, ``Ủy``, ``ỦY`` (or a single capital), ``35`` (or a mixture that begins with a digit), ``,``."""

_Entry = tuple[str, int, int]
"""Key, shape and length of one piece's word; the key of a piece of blanks alone is empty."""

_GLUED = 5
"""Shape of a piece that is cut in two before anybody sees it."""

_LONGEST_SYLLABLE = 7
_MEMO_LIMIT = 100_000
_LONGEST_FORM = 24


class _Memo(dict[str, _Entry]):
    """The entry of each piece met so far: syllables are few (about 10,000), so nearly every word is one look-up."""

    def __missing__(self, piece: str) -> _Entry:
        form = piece.rstrip(" \t")
        entry = (_key(form), _shape(form), len(form)) if form else ("", MARK, 0)
        if len(piece) <= _LONGEST_FORM and len(self) < _MEMO_LIMIT:
            self[piece] = entry
        return entry


class Words:
    r"""The words and marks of one normalised text. Blanks are no words; ``\n`` is a mark.

    Attributes:
        text: The normalised text.
        keys: Each word in lower case with modern tone marks.
        shapes: The shape of each word (see the constants of this module).
        starts: Index of each word's first character in the text.
        ends: Index behind each word's last character.
    """

    __slots__ = ("ends", "keys", "shapes", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.keys: list[str] = []
        self.shapes = bytearray()
        self.starts = array("I")
        self.ends = array("I")
        memo = _memo()
        begin = 0
        while begin < len(text):
            end = _chunk_end(text, begin)
            pieces = _PIECE.findall(text, begin, end)
            entries = [memo[piece] for piece in pieces]
            shapes = bytes([entry[1] for entry in entries])
            if _GLUED in shapes:
                pieces = _parted(pieces, entries)
                entries = [memo[piece] for piece in pieces]
                shapes = bytes([entry[1] for entry in entries])
            starts = list(accumulate(map(len, pieces), initial=begin))
            if not entries[0][0]:
                del entries[0], starts[0]
                shapes = shapes[1:]
            self.keys += [entry[0] for entry in entries]
            self.shapes += shapes
            self.starts.extend(starts[: len(entries)])
            self.ends.extend([start + entry[2] for start, entry in zip(starts, entries, strict=False)])
            begin = end

    def __len__(self) -> int:
        return len(self.keys)

    def key(self, index: int) -> str:
        """Return the key at an index, the empty string outside of the text."""
        return self.keys[index] if 0 <= index < len(self.keys) else ""

    def shape(self, index: int) -> int:
        """Return the shape at an index, ``MARK`` outside of the text."""
        return self.shapes[index] if 0 <= index < len(self.shapes) else MARK

    def surface(self, first: int, last: int) -> str:
        """Return the text from the first word to before the last one."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def glued(self, index: int) -> bool:
        """Tell whether the word stands directly behind the one before, without a blank."""
        return index > 0 and index < len(self.keys) and self.ends[index - 1] == self.starts[index]

    def is_capital(self, index: int) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.shape(index) in (CAPITALISED, UPPER)


def _chunk_end(text: str, begin: int) -> int:
    """Return where a stretch of the text may end without cutting a word: chunks keep the lists of pieces short."""
    end = begin + _CHUNK
    if end >= len(text):
        return len(text)
    blank = text.rfind(" ", begin, end)
    if blank < 0:
        blank = text.find(" ", end)
    return blank + 1 if blank >= 0 else len(text)


def _parted(pieces: list[str], entries: list[_Entry]) -> list[str]:
    """Return the pieces with each of the glued ones cut in two."""
    parted: list[str] = []
    for piece, entry in zip(pieces, entries, strict=True):
        cut = _cut(piece[: entry[2]]) if entry[1] == _GLUED else 0
        parted += [piece[:cut], piece[cut:]] if cut else [piece]
    return parted


def _cut(form: str) -> int:
    """Return where a word begins that has lost the blank before it (``trưởng|Bộ``, ``Quốc|hội``), 0 if none does.

    Web pages lose blanks at the borders of their marks and lines; names that are so written (``VietGAP``, ``iPhone``)
    stay whole.
    """
    cut = next((index for index, letter in enumerate(form) if letter.isupper()), 0)
    whole = form.isalpha() and form[:cut].islower() and form[cut + 1 :].islower()
    if whole and 2 <= cut <= _LONGEST_SYLLABLE and 2 <= len(form) - cut <= _LONGEST_SYLLABLE:
        return cut
    return _between_syllables(form)


def _between_syllables(form: str) -> int:
    """Return where the second of two syllables begins that one word is made of, 0 if it is not made of two.

    Vietnamese writes each syllable apart. Only words with Vietnamese letters are looked at: others may be of any
    language. Where several cuts leave two syllables (``thịt|rấn``), the one whose halves stand in names of bodies.
    """
    if not _SHORTEST_PAIR <= len(form) <= 2 * _LONGEST_SYLLABLE or form.isascii() or not form.isalpha():
        return 0
    if is_syllable(form):
        return 0
    cuts = [
        cut
        for cut in range(2, len(form) - 1)
        if _may_begin(form, cut) and is_syllable(form[:cut]) and is_syllable(form[cut:])
    ]
    if len(cuts) > 1:
        known = _syllables_of_bodies()
        cuts = [cut for cut in cuts if {_key(form[:cut]), _key(form[cut:])} <= known]
    return cuts[0] if len(cuts) == 1 else 0


def _may_begin(form: str, cut: int) -> bool:
    """Tell whether a syllable may begin at ``cut``: with a consonant, a vowel on both sides (``BCĐ`` has none)."""
    return form[cut].lower() in _CONSONANTS and all(
        any(letter.lower() not in _CONSONANTS for letter in half) for half in (form[:cut], form[cut:])
    )


_SHORTEST_PAIR = 5
_CONSONANTS = frozenset("bcdđghklmnpqrstvxfjwz")


@cache
def _syllables_of_bodies() -> frozenset[str]:
    table = organization_table()
    phrases = (
        *(form for row in table.fixed for form in (row.name, *row.forms)),
        *(form for row in table.heads for form in (row.name, *row.forms)),
        *(topic for topics in table.topics.values() for topic in topics),
    )
    return frozenset(_key(syllable) for phrase in phrases for syllable in _SYLLABLE.findall(phrase))


_SYLLABLE = re.compile(r"[^\W\d_]+")


@cache
def _memo() -> _Memo:
    return _Memo()


@lru_cache(maxsize=1)
def words_of(text: str) -> Words:
    """Return the words of a text; the finders of one text ask one after the other, so one text is remembered."""
    return Words(text)


def _key(form: str) -> str:
    if form == "–":
        return "-"  # both join the parts of a name
    return modern_tones(form).casefold() if len(form) <= _LONGEST_FORM else form


def _shape(form: str) -> int:
    first = form[0]
    if first.isdigit():
        return NUMBER
    if not first.isalpha():
        return MARK
    if len(form) >= _SHORTEST_PAIR and _cut(form):
        return _GLUED
    if not first.isupper():
        return LOWER
    return UPPER if form.isupper() else CAPITALISED


V = TypeVar("V")


class Phrases(Generic[V]):
    """A table of phrases that finds the longest one beginning at a word.

    Args:
        rows: Phrase and value pairs; a later pair of one phrase replaces an earlier one.
    """

    __slots__ = ("_root",)

    def __init__(self, rows: Iterable[tuple[str, V]]) -> None:
        self._root: dict[str, _Node[V]] = {}
        for phrase, value in rows:
            keys = phrase_keys(phrase)
            nodes = self._root
            for key in keys[:-1]:
                nodes = nodes.setdefault(key, _Node()).next
            nodes.setdefault(keys[-1], _Node()).values = (value,)

    @property
    def first_keys(self) -> Mapping[str, object]:
        """The keys that phrases begin with: asked for every word of a text before anything else is done."""
        return self._root

    def longest(self, words: Words, index: int) -> tuple[int, V] | None:
        """Return the index behind the longest phrase that begins at ``index``, and its value."""
        found: tuple[int, V] | None = None
        for found in self.matches(words, index):  # noqa: B007 - the last one is the longest
            pass
        return found

    def matches(self, words: Words, index: int) -> Iterator[tuple[int, V]]:
        """Yield the index behind each phrase that begins at ``index``, shortest first, and its value.

        A phrase may run over one line's end: not all wrapped lines are known for such before names are read.
        """
        keys = words.keys
        count = len(keys)
        nodes = self._root
        position = index
        while position < count:
            node = nodes.get(keys[position])
            if node is None:
                if position == index or keys[position] != "\n":
                    return
                behind = over_line_end(words, position)
                position = behind if behind > position else position + 1
                if position >= count or keys[position] not in nodes:
                    return
                continue
            position += 1
            if node.values:
                yield position, node.values[0]
            nodes = node.next


class _Node(Generic[V]):
    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[V]] = {}
        self.values: tuple[V, ...] = ()


def phrase_keys(phrase: str) -> Sequence[str]:
    """Return the keys of a phrase's words."""
    return Words(phrase).keys


def over_line_end(words: Words, index: int) -> int:
    """Return the index behind the line's end at ``index`` inside a heading in capitals, else ``index`` itself.

    Names in letterheads run over lines (``BỘ`` / ``NÔNG NGHIỆP VÀ`` / ``MÔI TRƯỜNG``), which may have an empty line
    between them where emphasis marks stood.
    """
    if words.key(index) != "\n" or words.shape(index - 1) != UPPER:
        return index
    behind = index + 2 if words.key(index + 1) == "\n" else index + 1
    return behind if words.shape(behind) == UPPER else index

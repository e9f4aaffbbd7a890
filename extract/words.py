"""The words of a text as the finders see them: folded keys beside the shape of each word.

One pass over the text serves all finders: they walk over keys with dictionaries instead of each running large
regular expressions over the characters, and so stay linear whatever the input looks like.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, chain
from operator import add
from typing import Generic, TypeVar

from extract.encodings.syllables import is_syllable
from ontology.folding import modern_tones
from ontology.organizations import organization_table

# A word or a mark, with the blanks behind it: the parts of a piece cover it whole, so their lengths give all offsets.
_PART = re.compile(r"(?:[^\W_]+|[^\w \t]|_+)[ \t]*|[ \t]+")
_CHUNK = 1 << 16

LOWER, CAPITALISED, UPPER, NUMBER, MARK = range(5)
"""Shapes: ``ủy``, ``Ủy``, ``ỦY`` (or a single capital), ``35`` (or a mixture that begins with a digit), ``,``."""

_Word = tuple[str, int, int]
"""Key, shape and length of one part's word; the key of a part of blanks alone is empty."""

_Entry = tuple[tuple[str, ...], bytes, tuple[int, ...], tuple[int, ...]]
"""The words of one piece of the text: keys, shapes, lengths, and the way from each word's start to the next one's."""

_LONGEST_SYLLABLE = 7
_MEMO_LIMIT = 50_000
_LONGEST_FORM = 24


class _WordMemo(dict[str, _Word]):
    """The word of each part met so far: syllables are few (about 10,000)."""

    def __missing__(self, part: str) -> _Word:
        form = part.rstrip(" \t")
        word = (_key(form), _shape(form), len(form)) if form else ("", MARK, 0)
        if len(part) <= _LONGEST_FORM and len(self) < _MEMO_LIMIT:
            self[part] = word
        return word


class _PieceMemo(dict[str, _Entry]):
    """The words of each piece between blanks met so far (``(ủy``, ``18-NQ/TW,``): nearly all are one look-up."""

    def __init__(self) -> None:
        super().__init__()
        self._words = _WordMemo()

    def __missing__(self, piece: str) -> _Entry:
        parts = [half for part in _PART.findall(piece) for half in _parted(part)] or [""]
        steps = [*map(len, parts)]
        if not piece.endswith("\n"):
            steps[-1] += 1  # the blank that the text was split at
        words = [self._words[part] for part in parts]
        entry = (
            tuple(word[0] for word in words),
            bytes(word[1] for word in words),
            tuple(word[2] for word in words),
            tuple(steps),
        )
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

    __slots__ = ("_places", "ends", "keys", "shapes", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.keys: list[str] = []
        self.shapes = bytearray()
        self.starts = array("I")
        self.ends = array("I")
        self._places: dict[str, list[int]] = {}
        memo = _memo()
        begin = 0
        for pieces in pieces_of(text):
            entries = list(map(memo.__getitem__, pieces))
            starts = list(accumulate(chain.from_iterable([entry[3] for entry in entries]), initial=begin))
            begin = starts.pop()
            self.keys += chain.from_iterable([entry[0] for entry in entries])
            self.shapes += b"".join([entry[1] for entry in entries])
            self.starts.extend(starts)
            self.ends.extend(map(add, starts, chain.from_iterable([entry[2] for entry in entries])))
        if "" in self.keys:
            self._drop_blanks()

    def _drop_blanks(self) -> None:
        """Take out the empty words that stand for blanks behind blanks; a normalised text has next to none."""
        kept = [index for index, key in enumerate(self.keys) if key]
        self.keys = [self.keys[index] for index in kept]
        self.shapes = bytearray(self.shapes[index] for index in kept)
        self.starts = array("I", (self.starts[index] for index in kept))
        self.ends = array("I", (self.ends[index] for index in kept))

    def among(self, keys: Iterable[str]) -> list[int]:
        """Return the indices of the words with one of these keys, ascending.

        Each finder asks where its names may begin; the words are sorted by key once for all of them.
        """
        places = self._places
        if not places and self.keys:
            met: defaultdict[str, list[int]] = defaultdict(list)
            for index, key in enumerate(self.keys):
                met[key].append(index)
            self._places = places = dict(met)
        return sorted(chain.from_iterable(places[key] for key in keys if key in places))

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


def pieces_of(text: str) -> Iterator[list[str]]:
    """Split a text at its blanks, and behind its line feeds, which end the piece before them.

    Each piece that does not end with a line feed stood before a blank; the last one of the text may have stood before
    its end instead. Splitting a string is many times faster than any regular expression.

    Yields:
        The pieces of one stretch of the text after the other; none is empty.
    """
    begin = 0
    while begin < len(text):
        end = _chunk_end(text, begin)
        pieces = text[begin:end].replace("\n", "\n ").split(" ")
        if not pieces[-1]:
            pieces.pop()
        yield pieces
        begin = end


def _chunk_end(text: str, begin: int) -> int:
    """Return where a stretch of the text may end without cutting a word: chunks keep the lists of pieces short."""
    end = begin + _CHUNK
    if end >= len(text):
        return len(text)
    blank = text.rfind(" ", begin, end)
    if blank < 0:
        blank = text.find(" ", end)
    return blank + 1 if blank >= 0 else len(text)


def _parted(part: str) -> list[str]:
    """Return a part, cut in two where two words are glued together in it."""
    form = part.rstrip(" \t")
    cut = _cut(form) if len(form) >= _SHORTEST_PAIR else 0
    return [part[:cut], part[cut:]] if cut else [part]


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
def _memo() -> _PieceMemo:
    return _PieceMemo()


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
        found = self.matches(words, index)
        return found[-1] if found else None

    def matches(self, words: Words, index: int) -> list[tuple[int, V]]:
        """Return the index behind each phrase that begins at ``index``, shortest first, and its value.

        A phrase may run over one line's end: not all wrapped lines are known for such before names are read.
        """
        keys = words.keys
        count = len(keys)
        nodes = self._root
        found: list[tuple[int, V]] = []
        position = index
        while position < count:
            node = nodes.get(keys[position])
            if node is None:
                if position == index or keys[position] != "\n":
                    break
                behind = over_line_end(words, position)
                position = behind if behind > position else position + 1
                if position >= count or keys[position] not in nodes:
                    break
                continue
            position += 1
            if node.values:
                found.append((position, node.values[0]))
            nodes = node.next
            if not nodes:
                break
        return found


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

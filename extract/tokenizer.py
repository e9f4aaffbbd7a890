"""A tokenizer for Vietnamese official texts: a token is a syllable, a number, a date or a whole document code.

Vietnamese writes a space between syllables, so white space decides; what must not fall apart are codes
(``18-NQ/TW``, ``105/2021/NĐ-CP``), dates (``16/6/2022``) and numbers (``4.803``, ``39,56``).
"""

import re
from itertools import chain
from typing import cast

from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.words import pieces_of

_TOKEN = re.compile(
    r"\d+[a-zđ]?(?:/\d{4})?(?:/[^\W\d_][\w&.]*(?:-[^\W\d_][\w&]*)*|-[^\W\d_]+/[^\W\d_]\w*)"  # codes of both grammars
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)"  # dates
    r"|\d+(?:[.,]\d+)*"  # numbers
    r"|[^\W\d_]\w*"  # syllables
    r"|\s+"
    r"|."
)

_Entry = tuple[tuple[int, ...], tuple[bool, ...]]
"""The tokens of one piece of the text: keys of the vocabulary's strings, and whether a blank stands behind each."""

_MEMO_LIMIT = 50_000
_LONGEST_PIECE = 24


class _Memo(dict[str, _Entry]):
    """The tokens of each piece met so far. No token but white space holds a blank, so pieces are read one by one."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._strings = vocab.strings

    def __missing__(self, piece: str) -> _Entry:
        tokens = _TOKEN.findall(piece) or [" "]  # a blank behind a blank is a token of its own
        behind = [False] * len(tokens)
        behind[-1] = bool(piece) and not piece.endswith("\n")
        entry = (tuple(map(self._strings.add, tokens)), tuple(behind))
        if len(piece) <= _LONGEST_PIECE and len(self) < _MEMO_LIMIT:
            self[piece] = entry
        return entry


class SyllableTokenizer:
    """The tokenizer of the pipeline. It keeps every character: ``doc.text`` equals the text given.

    Args:
        vocab: The vocabulary of the pipeline.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._memo = _Memo(vocab)

    def __call__(self, text: str) -> Doc:
        """Split ``text`` into tokens."""
        memo = self._memo
        orths: list[int] = []
        spaces: list[bool] = []
        # With a blank at its end each piece has one behind it, as what is remembered of it says.
        for pieces in pieces_of(text + " "):
            entries = list(map(memo.__getitem__, pieces))
            orths += chain.from_iterable([entry[0] for entry in entries])
            spaces += chain.from_iterable([entry[1] for entry in entries])
        if spaces[-1]:
            spaces[-1] = False
        else:
            del orths[-1], spaces[-1]
        # spaCy takes keys as well as words, which its type stub does not say.
        return Doc(self.vocab, words=cast("list[str]", orths), spaces=spaces)

    def to_bytes(self, *, exclude: tuple[str, ...] = ()) -> bytes:
        """Return nothing: the tokenizer has no state (spaCy's serialization asks for it)."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: tuple[str, ...] = ()) -> "SyllableTokenizer":
        """Read back what ``to_bytes`` gave."""
        return self

    def to_disk(self, path: object, *, exclude: tuple[str, ...] = ()) -> None:
        """Write nothing: the tokenizer has no state."""

    def from_disk(self, path: object, *, exclude: tuple[str, ...] = ()) -> "SyllableTokenizer":
        """Read back what ``to_disk`` wrote."""
        return self

"""A tokenizer for Vietnamese official texts: a token is a syllable, a number, a date or a whole document code.

Vietnamese writes a space between syllables, so white space decides; what must not fall apart are codes
(``18-NQ/TW``, ``105/2021/NĐ-CP``), dates (``16/6/2022``) and numbers (``4.803``, ``39,56``).
"""

import re

from spacy.tokens import Doc
from spacy.vocab import Vocab

_TOKEN = re.compile(
    r"\d+[a-zđ]?(?:/\d{4})?(?:/[^\W\d_][\w&.]*(?:-[^\W\d_][\w&]*)*|-[^\W\d_]+/[^\W\d_]\w*)"  # codes of both grammars
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)"  # dates
    r"|\d+(?:[.,]\d+)*"  # numbers
    r"|[^\W\d_]\w*"  # syllables
    r"|\s+"
    r"|."
)


class SyllableTokenizer:
    """The tokenizer of the pipeline. It keeps every character: ``doc.text`` equals the text given.

    Args:
        vocab: The vocabulary of the pipeline.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Split ``text`` into tokens."""
        words: list[str] = []
        spaces: list[bool] = []
        for word in _TOKEN.findall(text):
            if word == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
            else:
                words.append(word)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

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

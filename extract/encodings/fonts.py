"""Fonts of the old encodings: their names tell what the characters of a formatted document show."""

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from extract.encodings.legacy import by_name, glyph_bytes
from extract.encodings.recognition import share_of_syllables


@dataclass(frozen=True, slots=True)
class OldFont:
    """What a font shows.

    Args:
        encoding: Name of the encoding (``tcvn3``).
        capitals: Whether it shows small letters as capitals.
    """

    encoding: str
    capitals: bool


@cache
def _rows() -> tuple[tuple[str, str, str | None], ...]:
    table = json.loads(files("extract").joinpath("encodings", "tables", "fonts.json").read_text(encoding="utf-8"))
    return tuple((row["prefix"], row["encoding"], row["capitals_suffix"]) for row in table["fonts"])


@lru_cache(maxsize=1_000)
def old_font(name: str) -> OldFont | None:
    """Return what a font of an old encoding shows; ``None`` for all other fonts.

    >>> old_font(".VnTimeH"), old_font("Times New Roman")
    (OldFont(encoding='tcvn3', capitals=True), None)
    """
    folded = name.casefold()
    for prefix, encoding, capitals in _rows():
        if folded.startswith(prefix):
            return OldFont(encoding, capitals is not None and folded.endswith(capitals))
    return None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph in one font.

    Args:
        text: Its characters as stored.
        font: What its font shows, or ``None``.
    """

    text: str
    font: OldFont | None = None


def read_pieces(pieces: list[Piece]) -> tuple[str, str | None]:
    """Return the text of a paragraph, and the old encoding that was undone in it.

    Text typed in Unicode often stands in a document whose style still names an old font; so what the font says is
    believed only if the paragraph does not become worse Vietnamese by it.
    """
    stored = "".join(piece.text for piece in pieces)
    names = {piece.font.encoding for piece in pieces if piece.font is not None}
    if not names:
        return stored, None
    shown = "".join(map(_show, _joined(pieces)))
    if shown == stored or (share_of_syllables(shown) < share_of_syllables(stored)):
        return stored, None
    return shown, min(names)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Join neighbours of one font: letter and mark may stand in two runs."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].font == piece.font:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.font)
        else:
            joined.append(piece)
    return joined


def _show(piece: Piece) -> str:
    if piece.font is None:
        return piece.text
    data = glyph_bytes(piece.text)
    if data is None:
        return piece.text
    text = by_name(piece.font.encoding).decode(data)
    return text.upper() if piece.font.capitals else text

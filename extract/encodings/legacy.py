"""The encodings from before Unicode: bytes to text by the tables of the standards, and back.

Text that comes out is composed (Unicode NFC), whatever way the bytes put letters and marks together.
"""

import codecs
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Protocol

from extract.encodings.syllables import is_syllable
from ontology.folding import CAPITALS, SMALL

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
"""The combining marks of the five written tones: huyền, sắc, ngã, hỏi, nặng."""

REPLACEMENT = "\ufffd"
"""Stands for a byte that the encoding does not use."""


class Encoding(Protocol):
    """One encoding."""

    @property
    def name(self) -> str:
        """What the result of a reading names it by (``tcvn3``)."""

    @property
    def title(self) -> str:
        """The name that people know (``TCVN3 (ABC)``)."""

    def decode(self, data: bytes) -> str:
        """Return the text of bytes; ``REPLACEMENT`` where they mean nothing."""

    def encode(self, text: str) -> bytes:
        """Return the bytes of a text; raises ``UnicodeEncodeError`` for a character that has none."""


@dataclass(frozen=True)
class TableEncoding:
    """An encoding in which one or two bytes are a letter; ASCII and the signs of Windows-1252 stay what they are.

    Args:
        name: As in ``Encoding``.
        title: As in ``Encoding``.
        letters: The bytes of each letter.
        capitals_by_font: Whether capitals with a tone are written as small letters in a font of capitals.
        capital_names: Words that official texts write with a capital, where the encoding has none for it.
    """

    name: str
    title: str
    letters: Mapping[str, bytes]
    capitals_by_font: bool = False
    capital_names: tuple[str, ...] = ()

    def decode(self, data: bytes) -> str:
        """See ``Encoding``."""
        if self._one_byte_each is not None:
            text, _ = codecs.charmap_decode(data, "strict", self._one_byte_each)
        else:
            text = self._pattern.sub(lambda match: self._by_code[match.group()], data.decode("latin-1"))
        return self._initials.sub(_with_capital, capitalize(text)) if self.capitals_by_font else text

    def encode(self, text: str) -> bytes:
        """See ``Encoding``."""
        parts = []
        for position, character in enumerate(unicodedata.normalize("NFC", text)):
            if character in self.letters:
                parts.append(self.letters[character])
            elif character < "\x80" or character in _SIGN_BYTES:
                parts.append(_SIGN_BYTES.get(character) or character.encode("ascii"))
            elif self.capitals_by_font and character.lower() in self.letters:
                parts.append(self.letters[character.lower()])
            else:
                raise UnicodeEncodeError(self.name, text, position, position + 1, "no such letter")
        return b"".join(parts)

    @cached_property
    def _by_code(self) -> dict[str, str]:
        """What each sequence of bytes, as Latin-1 characters, stands for; single high bytes all have an entry."""
        codes = {chr(byte): REPLACEMENT for byte in range(0x80, 0x100)}
        codes |= {chr(code[0]): sign for sign, code in _SIGN_BYTES.items()}
        return codes | {code.decode("latin-1"): letter for letter, code in self.letters.items()}

    @cached_property
    def _one_byte_each(self) -> str | None:
        """What each of the 256 bytes stands for, where no letter takes two: the fast way."""
        if any(len(code) > 1 for code in self.letters.values()):
            return None
        return "".join(map(chr, range(0x80))) + "".join(self._by_code[chr(byte)] for byte in range(0x80, 0x100))

    @cached_property
    def _initials(self) -> re.Pattern[str]:
        """Where a capital must have stood: the beginning of a sentence or a paragraph, and of certain names."""
        small = "".join(sorted(_small_with_tone()))
        names = "|".join(map(re.escape, self.capital_names))
        return re.compile(rf"(?:\A|(?<=[.!?]\s)|(?<=[\n.;:]\n)|(?<=\r\n\r\n))[{small}]|(?<!\w)(?:{names})(?!\w)")

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # Longest first: a letter with its mark before the letter alone. ASCII alone is copied.
        pairs = sorted(code for code in self._by_code if len(code) > 1)
        heads: dict[str, str] = {}
        for pair in pairs:
            heads[pair[0]] = heads.get(pair[0], "") + pair[1]
        options = [f"{head}[{marks}]" for head, marks in heads.items()]
        return re.compile("|".join([*options, "[\x80-\xff]"]))


def _with_capital(match: re.Match[str]) -> str:
    return match.group()[0].upper() + match.group()[1:]


def _signs() -> dict[str, bytes]:
    """Quotation marks, dashes and the ellipsis as Windows put them into every one of its encodings."""
    signs = {}
    for byte in (0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xA0):
        signs[bytes([byte]).decode("cp1252")] = bytes([byte])
    return signs


_SIGN_BYTES = _signs()


@dataclass(frozen=True, slots=True)
class Windows1258:
    """Windows code page 1258: tone marks are characters of their own behind the letter."""

    name: str = "windows-1258"
    title: str = "Windows-1258"

    def decode(self, data: bytes) -> str:
        """See ``Encoding``."""
        return unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))

    def encode(self, text: str) -> bytes:
        """See ``Encoding``; letters that the code page has whole are written whole, as Windows does."""
        parts = []
        for character in unicodedata.normalize("NFC", text):
            try:
                parts.append(character.encode("cp1258"))
            except UnicodeEncodeError:
                parts.append(_with_tone_behind(character).encode("cp1258"))
        return b"".join(parts)


def _with_tone_behind(letter: str) -> str:
    """Return a letter as base letter (with its circumflex, breve or horn) and tone mark."""
    marks = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in marks if mark in TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tone)) + tone


_VIQR_MARKS = {"(": "\u0306", "^": "\u0302", "+": "\u031b", "'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303"}
_VIQR_MARKS["."] = "\u0323"
_VIQR = re.compile(
    r"\\(?P<literal>[(^+'`?~.dD\\])"
    r"|(?P<d>dd|D[dD])"
    r"|(?P<near>[aA][(^]|[eE]\^|[oO][\^+]|[uU]\+)(?P<near_tone>['`?~]|\.(?!\.))?"
    r"|(?P<vowel>[aeiouyAEIOUY])(?P<tone>['`?~]|\.(?!\.))"
)


@dataclass(frozen=True, slots=True)
class Viqr:
    r"""VIQR (RFC 1456, section 3): marks as ASCII signs behind the letter, ``\`` before a sign that is none.

    The RFC takes every sign that can be a mark as one, so "ta." is "tạ" unless written ``ta\.``; an ellipsis is
    left alone, since nobody writes ``\.\.\.``.
    """

    name: str = "viqr"
    title: str = "VIQR"

    def decode(self, data: bytes) -> str:
        """See ``Encoding``."""
        return _VIQR.sub(_viqr_letter, data.decode("ascii", errors="replace"))

    def encode(self, text: str) -> bytes:
        """See ``Encoding``."""
        by_mark = {mark: sign for sign, mark in _VIQR_MARKS.items()}
        parts: list[str] = []
        before = ""
        for character in unicodedata.normalize("NFC", text):
            decomposed = unicodedata.normalize("NFD", character)
            letter, marks = decomposed[0], decomposed[1:]
            if character in "đĐ":
                parts.append("dd" if character == "đ" else "DD")
            elif (
                character == "\\"
                or (letter in _VIQR_MARKS and before in tuple("aeiouy"))
                or (letter in "dD" and before == "d")
            ):
                parts.append("\\" + character)
            else:
                # The near mark (circumflex, breve, horn) stands before the tone.
                signs = sorted((by_mark.get(mark, mark) for mark in marks), key="(^+'`?~.".find)
                parts.append(letter + "".join(signs))
            before = letter.lower() if character not in "đĐ" else "đ"
        return "".join(parts).encode("ascii")


def _viqr_letter(match: re.Match[str]) -> str:
    if literal := match["literal"]:
        return literal
    if match["d"]:
        return "đ" if match["d"] == "dd" else "Đ"
    letters = (match["near"] or "") + (match["near_tone"] or "") or match["vowel"] + match["tone"]
    return unicodedata.normalize("NFC", letters[0] + "".join(_VIQR_MARKS[sign] for sign in letters[1:]))


_WORD = re.compile(r"[^\W\d_]+")


def capitalize(text: str) -> str:
    """Return text in which words that a font of capitals had shown as capitals are capitals.

    The set VN3 has no capitals with a tone: "NGHỊ" is stored as "NGHị". Inside a run of words without any other small
    letter a word in which two letters are capital proves the run, and so does a syllable in capitals ("Bí THƯ"); "Số"
    and "Bộ" alone or beside an abbreviation prove nothing.

    >>> capitalize("NGHị QUYếT của Bộ CHíNH TRị, Số 18 của Bộ TNMT")
    'NGHỊ QUYẾT của BỘ CHÍNH TRỊ, Số 18 của Bộ TNMT'
    """
    return _mixed_line().sub(lambda match: _capitalize_line(match.group()), text)


@cache
def _mixed_line() -> re.Pattern[str]:
    """A line that may hold words in capitals; all others are passed over at full speed."""
    small = "".join(sorted(_small_with_tone()))
    capital = f"[{CAPITALS}]"
    return re.compile(rf"(?m)^.*?(?:[{small}]{capital}|{capital}{capital}).*$")


def _capitalize_line(line: str) -> str:
    run: list[re.Match[str]] = []
    changes: list[tuple[int, int]] = []
    for word in _WORD.finditer(line):
        capitals = _shows_as_capitals(word.group())
        if run and (not capitals or line[run[-1].end() : word.start()].strip(" -–")):
            changes += _proven(run)
            run = []
        if capitals:
            run.append(word)
    changes += _proven(run)
    parts = []
    position = 0
    for start, end in changes:
        parts += [line[position:start], line[start:end].upper()]
        position = end
    return "".join([*parts, line[position:]])


@cache
def _small_with_tone() -> frozenset[str]:
    """The small letters that the set VN3 has and whose capitals it lacks."""
    return frozenset(letter for letter in SMALL if not TONES.isdisjoint(unicodedata.normalize("NFD", letter)))


def _shows_as_capitals(word: str) -> bool:
    return word.isupper() or all(letter.isupper() or letter in _small_with_tone() for letter in word)


def _proven(run: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Return where the words of a run stand that are to be capitals; none if nothing proves the run."""
    words = [word.group() for word in run]
    capitals = [word for word in words if sum(letter.isupper() for letter in word) > 1]
    if not any(not word.isupper() or is_syllable(word) for word in capitals):
        return []
    # A word without any capital at the edge of the run ("ở", "ý") belongs to the sentence around it.
    first = next(index for index, word in enumerate(words) if any(map(str.isupper, word)))
    last = max(index for index, word in enumerate(words) if any(map(str.isupper, word)))
    return [word.span() for word in run[first : last + 1] if not word.group().isupper()]


@cache
def by_name(name: str) -> Encoding:
    """Return an encoding.

    Args:
        name: ``tcvn3``, ``vni``, ``viqr`` or ``windows-1258``.
    """
    if name == "viqr":
        return Viqr()
    if name == "windows-1258":
        return Windows1258()
    path = files("extract").joinpath("encodings", "tables", f"{name}.json")
    table = json.loads(path.read_text(encoding="utf-8"))
    letters = {letter: bytes.fromhex(code) for letter, code in table["letters"].items()}
    names = tuple(table.get("capital_names", ()))
    return TableEncoding(table["name"], table["title"], letters, name == "tcvn3", names)


_SYMBOLS = range(0xF000, 0xF100)
"""Where Word keeps the characters of a font that says it has symbols: their byte is the second half."""


def glyph_bytes(text: str) -> bytes | None:
    """Return the bytes behind text that was typed for an old font and taken for Windows-1252 or Latin-1.

    Returns:
        ``None`` if a character cannot have come that way: then the text is Unicode.
    """
    try:
        return text.encode("cp1252")
    except UnicodeEncodeError:
        pass
    data = bytearray()
    for character in text:
        code = ord(character)
        if code < 0x100 or code in _SYMBOLS:
            data.append(code & 0xFF)
        else:
            try:
                data += character.encode("cp1252")
            except UnicodeEncodeError:
                return None
    return bytes(data)


EIGHT_BIT = ("tcvn3", "vni", "windows-1258")
"""The encodings that use the bytes above ASCII each in their own way."""

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""What a text may begin with, and the encoding that it then is in."""

"""From bytes to text in whatever encoding they are, with its name; or a refusal that says what was tried."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from extract.encodings.legacy import BYTE_ORDER_MARKS, EIGHT_BIT, Encoding, by_name, glyph_bytes
from extract.encodings.recognition import ENOUGH, MARGIN, clear_winner, is_viqr, scores, share_of_syllables, sure_lines
from ontology.errors import SourceError

SAVE_AS_UTF8 = "Lưu lại tệp với bảng mã UTF-8"

_TITLES = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
_OLD = (*EIGHT_BIT, "viqr")

# What a text in an old font looks like once its bytes were taken for Latin letters: "NghÞ quyÕt". These characters
# stand next to letters there, while in a Vietnamese text they are no letters or do not occur at all.
_GLYPH = re.compile("[¡-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]")
_BEHIND_LATIN = re.compile("[\u0100-\u02ff\u1e00-\u1eff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\uffff]")
_SMALLEST_UTF_16 = 4


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that it was in.

    Args:
        text: In UTF-8 and UTF-16 as Python's ``open(…, newline="")`` gives it; from the older encodings composed (NFC).
        encoding: ``utf-8``, ``utf-8-sig``, ``utf-16``, ``utf-16-le``, ``utf-16-be``, ``windows-1258``, ``tcvn3``,
            ``vni`` or ``viqr``.
    """

    text: str
    encoding: str


def decode_text(data: bytes, where: Path | str) -> Decoded:
    """Decode the bytes of a plain text.

    Args:
        data: The whole file.
        where: The file, for messages.

    Returns:
        The text with the name of its encoding. Linear in the length of the data.

    Raises:
        SourceError: If the bytes are no text, a mixture of encodings, or fit none (the best guesses are named).
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _by_mark(data, encoding, where)
    if b"\0" in data:
        return _utf_16_without_mark(data, where)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _eight_bit(data, error, where)
    if text.isascii():
        return Decoded(by_name("viqr").decode(data), "viqr") if is_viqr(text) else Decoded(text, "utf-8")
    return _check_glyphs(text, where)


def _by_mark(data: bytes, encoding: str, where: Path | str) -> Decoded:
    try:
        # With "utf-8" the mark stays in the text, as offsets of earlier graphs count it.
        return Decoded(data.decode("utf-8" if encoding == "utf-8-sig" else encoding), encoding)
    except UnicodeDecodeError as error:
        raise _bad_byte(data, error, encoding.removesuffix("-sig").upper(), where) from error


def _bad_byte(data: bytes, error: UnicodeDecodeError, title: str, where: Path | str) -> SourceError:
    line = data.count(b"\n", 0, error.start) + 1
    return SourceError(
        f"không phải {title} (byte 0x{data[error.start]:02x} ở vị trí {error.start}, dòng {line})",
        where=where,
        todo=SAVE_AS_UTF8,
    )


def _utf_16_without_mark(data: bytes, where: Path | str) -> Decoded:
    """Read UTF-16 that lacks its mark: ASCII then shows as a zero in every second place, always the same one."""
    if len(data) % 2 == 0 and len(data) >= _SMALLEST_UTF_16:
        first, second = data[::2].count(0), data[1::2].count(0)
        encoding = "utf-16-le" if second > first else "utf-16-be"
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            text = "\0"
        # Chance makes no text without control characters; names of other languages may make up half of a short one.
        if not _CONTROL.search(text) and share_of_syllables(text) >= ENOUGH / 2:
            return Decoded(text, encoding)
    raise SourceError(
        f"tệp nhị phân, không phải văn bản (byte 0 ở vị trí {data.index(0)})",
        where=where,
        todo="Lưu văn bản thành .txt (UTF-8)",
    )


def _eight_bit(data: bytes, error: UnicodeDecodeError, where: Path | str) -> Decoded:
    ranked = scores(data)
    winner = clear_winner(ranked)
    text = winner.decode(data) if winner is not None else ""
    _refuse_mixture(data, winner, text, where)
    if winner is not None:
        return Decoded(text, winner.name)
    refusal = _bad_byte(data, error, "UTF-8", where)
    rest = data.decode("utf-8", errors="ignore")
    if not rest.isascii() and share_of_syllables(rest) >= ENOUGH:
        # UTF-8 with some damaged bytes: the place is what helps.
        raise refusal from error
    guesses = ", ".join(map(str, ranked[:2]))
    raise SourceError(
        f"{refusal.what}, và không rõ là bảng mã cũ nào (gần nhất: {guesses})", where=where, todo=SAVE_AS_UTF8
    ) from error


def _refuse_mixture(data: bytes, likely: Encoding | None, reading: str, where: Path | str) -> None:
    lines = list(sure_lines(data, likely, reading))
    names = [line.encoding for line in lines]
    if len(set(names)) > 1:
        most = max(sorted(set(names)), key=names.count)
        other = next(line for line in lines if line.encoding != most)
        raise _mixture(most, other.encoding, other.number, where)


def _mixture(most: str, other: str, line: int, where: Path | str) -> SourceError:
    return SourceError(
        f"tệp trộn nhiều bảng mã: phần lớn là {title(most)}, từ dòng {line} có {title(other)}",
        where=where,
        todo="Chuyển cả tệp về UTF-8 rồi lưu lại",
    )


def title(name: str) -> str:
    """Return the name by which people know an encoding (``TCVN3 (ABC)``); of foreign ones, Python's own."""
    return by_name(name).title if name in _OLD else _TITLES.get(name, name)


def _check_glyphs(text: str, where: Path | str) -> Decoded:
    """Undo an old font under Unicode; refuse a text that is only partly so."""
    undone = undo_old_fonts(text)
    if undone.encoding is None:
        return Decoded(text, "utf-8")
    if undone.kept is not None:
        raise _mixture("utf-8", undone.encoding, undone.line, where)
    return Decoded(undone.text, undone.encoding)


@dataclass(frozen=True, slots=True)
class Undone:
    """A text in which the characters of old fonts became letters.

    Args:
        text: The text, line by line as it was but for what was undone.
        encoding: The encoding that the old fonts show (``tcvn3``), or ``None`` if there was none.
        line: The number of the first line that was undone, from 1; 0 without any.
        kept: The number of the first line in plain Unicode Vietnamese, or ``None``.
    """

    text: str
    encoding: str | None = None
    line: int = 0
    kept: int | None = None


def undo_old_fonts(text: str) -> Undone:
    """Return a text with the characters of TCVN3 and VNI fonts read as what they show.

    Text that was typed for such a font and then passed through software that knows nothing of it (a PDF's text layer,
    a web page, "save as UTF-8") has Latin letters and signs in place of Vietnamese ones: ``NghÞ quyÕt``.

    Args:
        text: Any text.

    Returns:
        The text itself where it shows no such characters; one search decides that.
    """
    by_letters = (match for match in _GLYPH.finditer(text) if _is_by_letter(text, match.start()))
    if len(list(islice(by_letters, MARGIN))) < MARGIN:
        return Undone(text)
    whole = _undo_line(text)
    if whole is not None and not _BEHIND_LATIN.search(text):
        return Undone(whole[0], whole[1], 1)
    lines = text.split("\n")
    sure = {
        index: undone
        for index, line in enumerate(lines)
        if _GLYPH.search(line) and (undone := _undo_line(line)) is not None
    }
    if not sure:
        return Undone(text)
    names = [name for _, name in sure.values()]
    name = max(sorted(set(names)), key=names.count)
    kept = None
    for index, line in enumerate(lines):
        if index in sure:
            lines[index] = sure[index][0]
        elif (better := _undo_short_line(line, name)) is not None:
            lines[index] = better
        elif kept is None and _BEHIND_LATIN.search(line) and share_of_syllables(line) >= ENOUGH:
            kept = index + 1
    return Undone("\n".join(lines), name, min(sure) + 1, kept)


def _undo_short_line(line: str, name: str) -> str | None:
    """Undo a line of too few words to know it by itself, in a text that has surer ones in that encoding."""
    if not _GLYPH.search(line) or share_of_syllables(line) >= ENOUGH or (data := glyph_bytes(line)) is None:
        return None
    undone = by_name(name).decode(data)
    return undone if share_of_syllables(undone) >= ENOUGH else None


def _is_by_letter(text: str, position: int) -> bool:
    return any(
        letter.isascii() and letter.isalpha()
        for letter in (text[position - 1 : position], text[position + 1 : position + 2])
    )


def _undo_line(line: str) -> tuple[str, str] | None:
    data = glyph_bytes(line)
    if data is None:
        return None
    ranked = [score for score in scores(data) if score.encoding.name in EIGHT_BIT[:2]]
    winner = clear_winner(ranked)
    if winner is None or share_of_syllables(unicodedata.normalize("NFC", line)) >= ENOUGH:
        return None
    return winner.decode(data), winner.name

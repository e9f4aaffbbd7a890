"""The tables of the encodings, fonts and syllables: every row by its examples, every letter there and back."""

import json
import unicodedata
from importlib.resources import files

import pytest

from extract.encodings.fonts import OldFont, Piece, old_font, read_pieces
from extract.encodings.legacy import by_name, glyph_bytes
from extract.encodings.syllables import is_syllable
from ontology.folding import CAPITALS, SMALL

CAPITAL_LETTERS = "".join(chr(code) for code in range(ord("A"), ord("Z") + 1)) + CAPITALS.removeprefix("A-Z")
ALPHABET = CAPITAL_LETTERS + CAPITAL_LETTERS.lower()
TONES = "\u0300\u0301\u0303\u0309\u0323"
TABLES = ("tcvn3", "vni")


def table(name: str) -> dict[str, object]:
    loaded = json.loads(files("extract").joinpath("encodings", "tables", f"{name}.json").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def rows(name: str, key: str) -> list[dict[str, str]]:
    found = table(name)[key]
    assert isinstance(found, list)
    return found


def has_tone(letter: str) -> bool:
    return any(mark in unicodedata.normalize("NFD", letter) for mark in TONES)


def test_the_alphabet_is_whole() -> None:
    assert len(set(ALPHABET)) == 2 * (26 + 67)
    assert CAPITALS.lower() == SMALL


@pytest.mark.parametrize("name", ["vni", "viqr", "windows-1258"])
@pytest.mark.parametrize("letter", ALPHABET)
def test_every_letter_comes_back(name: str, letter: str) -> None:
    encoding = by_name(name)
    assert encoding.decode(encoding.encode(letter)) == letter
    assert encoding.decode(encoding.encode(unicodedata.normalize("NFD", letter))) == letter


@pytest.mark.parametrize("letter", ALPHABET)
def test_tcvn3_gives_back_what_it_has(letter: str) -> None:
    """It has no capitals with a tone: inside a word of capitals they come back all the same."""
    encoding = by_name("tcvn3")
    if letter.isupper() and has_tone(letter):
        assert encoding.decode(encoding.encode(f"x TH{letter}NG x")) == f"x TH{letter}NG x"
    else:
        assert encoding.decode(encoding.encode(f"x{letter}")) == f"x{letter}"


@pytest.mark.parametrize("name", TABLES)
def test_no_two_letters_share_a_code(name: str) -> None:
    letters = table(name)["letters"]
    assert isinstance(letters, dict)
    assert len(set(letters.values())) == len(letters) == {"tcvn3": 90, "vni": 134}[name]


@pytest.mark.parametrize(("name", "row"), [(name, row) for name in TABLES for row in rows(name, "examples")])
def test_examples_of_encodings(name: str, row: dict[str, str]) -> None:
    assert by_name(name).decode(bytes.fromhex(row["bytes"])) == row["text"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Nghi. quye^'t so^' 18-NQ/TW nga`y 16/6/2022", "Nghị quyết số 18-NQ/TW ngày 16/6/2022"),
        ("DDa?ng u?y huye^.n Phu.ng Hie^.p", "Đảng ủy huyện Phụng Hiệp"),
        ("ddu+o+`ng, Tru+o+`ng So+n, tra(ng, a(n, nho+'", "đường, Trường Sơn, trăng, ăn, nhớ"),
        (r"ke^? tu+` nga`y ky'. Xin cho bie^'t y\? Xa\.", "kể từ ngày ký. Xin cho biết y? Xa."),
        ("va... ho.c", "va... học"),
        (r"a\(1) C:\\d", "a(1) C:\\d"),
    ],
)
def test_viqr(written: str, text: str) -> None:
    assert by_name("viqr").decode(written.encode()) == text


def test_viqr_escapes_what_is_no_mark() -> None:
    text = "Cần cho ta. Ai? (a) ba (b) và o+ C:\\d add"
    assert by_name("viqr").decode(by_name("viqr").encode(text)) == text


def test_windows_1258_puts_tones_behind() -> None:
    assert by_name("windows-1258").encode("Nghị quyết") == b"Nghi\xf2 quy\xea\xect"
    assert by_name("windows-1258").decode(b"Nghi\xf2 quy\xea\xect a\xe0") == "Nghị quyết aà"


def test_bytes_without_meaning_stay_visible() -> None:
    assert by_name("vni").decode(b"a\xa4b") == "a\ufffdb"


def test_characters_without_bytes_are_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        by_name("tcvn3").encode("→")


@pytest.mark.parametrize("word", table("syllables")["examples"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", table("syllables")["none"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_the_spelling_lets_through_what_it_should() -> None:
    """Some 19,000 syllables; a slip in the table would make it far more or far fewer."""
    tables = table("syllables")
    onsets, rhymes = tables["onsets"], [*tables["rhymes"], *tables["rhymes_after_qu_only"]]  # type: ignore[misc]
    count = sum(
        is_syllable(unicodedata.normalize("NFC", onset + rhyme[0] + tone + rhyme[1:]))
        for onset in onsets  # type: ignore[attr-defined]
        for rhyme in rhymes
        for tone in ("", *TONES)
    )
    assert 15_000 < count < 23_000


@pytest.mark.parametrize("row", rows("fonts", "fonts"))
def test_fonts(row: dict[str, str]) -> None:
    for name in row["examples"]:
        capitals = bool(row["capitals_suffix"]) and name.casefold().endswith(row["capitals_suffix"])
        assert old_font(name) == OldFont(row["encoding"], capitals)


@pytest.mark.parametrize("name", table("fonts")["none"])
def test_no_old_fonts(name: str) -> None:
    assert old_font(name) is None


TIME, TIME_H = OldFont("tcvn3", capitals=False), OldFont("tcvn3", capitals=True)


@pytest.mark.parametrize(
    ("pieces", "text", "encoding"),
    [
        ([Piece("Ngh\xde quy\xd5t", TIME)], "Nghị quyết", "tcvn3"),
        ([Piece("ngh\xde quy\xd5t", TIME_H)], "NGHỊ QUYẾT", "tcvn3"),
        ([Piece("S\xe8 "), Piece("18", TIME)], "S\xe8 18", None),
        ([Piece("\uf0a7\uf0b6ng", TIME)], "Đảng", "tcvn3"),
        (
            [Piece("quye", OldFont("vni", capitals=False)), Piece("\xe1t", OldFont("vni", capitals=False))],
            "quyết",
            "vni",
        ),
        # Unicode under the name of an old font: the paragraph would be worse Vietnamese, so it stays.
        ([Piece("Nghị quyết", TIME)], "Nghị quyết", None),
        ([Piece("là gì thì và cùng", TIME)], "là gì thì và cùng", None),
    ],
)
def test_pieces(pieces: list[Piece], text: str, encoding: str | None) -> None:
    assert read_pieces(pieces) == (text, encoding)


def test_glyphs_have_bytes() -> None:
    assert glyph_bytes("Ngh\xde “\x81”") == b"Ngh\xde \x93\x81\x94"
    assert glyph_bytes("Nghị") is None

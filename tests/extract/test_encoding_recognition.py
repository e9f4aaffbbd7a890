"""Recognition of encodings: the sample corpus in each encoding and length, mixtures, what is no text at all."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.encodings import decode_text, undo_old_fonts
from extract.encodings.legacy import by_name
from ontology.errors import SourceError

OLD = ("tcvn3", "vni", "windows-1258", "viqr")
LENGTHS = (20, 40, 80, 300, 2_000, 1_000_000)
SAFE = 80
"""From so many characters on nothing may be refused; below, a passage may hold a single word above ASCII."""

TEXT = "Nghị quyết số 18-NQ/TW ngày 16 tháng 6 năm 2022 của Ban Chấp hành Trung ương về quản lý, sử dụng đất đai.\n"


def encode(text: str, name: str) -> bytes:
    return by_name(name).encode(text) if name in OLD else text.encode(name)


@pytest.fixture(scope="module")
def passages(project_root: Path) -> list[str]:
    """Passages of all lengths of the sample corpus, with the signs that the old encodings have."""
    signs = str.maketrans(
        {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "…": "...", "→": "-", "⁄": "/", "\ufeff": None}
    )
    found = []
    for path in sorted((project_root / "examples" / "documents").rglob("*.txt")):
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8")).translate(signs)
        for number, length in enumerate(LENGTHS):
            start = number * 97 % max(1, len(text) - length)
            found.append(text[start : start + length])
    return found


@pytest.mark.parametrize("name", [*OLD, "utf-8", "utf-16-le", "utf-16-be"])
def test_sample_corpus(name: str, passages: list[str]) -> None:
    outcomes: Counter[str] = Counter()
    for passage in passages:
        try:
            decoded = decode_text(encode(passage, name), "x")
        except SourceError:
            assert len(passage) < SAFE, passage
            outcomes["refused"] += 1
            continue
        if decoded.encoding != name:
            # Without a single mark there is nothing to know VIQR by; the text is then read right all the same.
            assert len(passage) < SAFE, passage
            outcomes["other"] += 1
        elif name == "tcvn3":
            # Which single capitals had a tone is lost in this encoding.
            assert decoded.text.casefold() == passage.casefold()
            outcomes["right"] += 1
        else:
            assert decoded.text == passage
            outcomes["right"] += 1
    assert len(passages) == 48 * len(LENGTHS)
    assert outcomes["right"] >= 0.94 * len(passages), outcomes
    assert outcomes["other"] == 0 or name == "viqr", outcomes


def test_real_corpus_stays_utf_8(corpus_dir: Path) -> None:
    paths = sorted(corpus_dir.glob("*.md"))
    assert len(paths) >= 80
    for path in paths:
        data = path.read_bytes()
        decoded = decode_text(data, path)
        assert (decoded.text, decoded.encoding) == (data.decode("utf-8"), "utf-8")


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"\xef\xbb\xbf" + TEXT.encode(), "\ufeff" + TEXT, "utf-8-sig"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), TEXT, "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT, "utf-16"),
        ("Chỉ thị 05-CT/TW".encode("utf-16-le"), "Chỉ thị 05-CT/TW", "utf-16-le"),
        (unicodedata.normalize("NFD", TEXT).encode(), unicodedata.normalize("NFD", TEXT), "utf-8"),
        (b"Plain English, so to speak. Do you agree?\n", "Plain English, so to speak. Do you agree?\n", "utf-8"),
        (b"18-NQ/TW\r\n", "18-NQ/TW\r\n", "utf-8"),
        ("Straße, señor, déjà vu, Đắk Lắk".encode(), "Straße, señor, déjà vu, Đắk Lắk", "utf-8"),
        ("rộng 42 m², 5 °C, § 3, « ba »".encode(), "rộng 42 m², 5 °C, § 3, « ba »", "utf-8"),
    ],
)
def test_marks_and_plain_texts(data: bytes, text: str, encoding: str) -> None:
    decoded = decode_text(data, "x")
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("name", ["tcvn3", "vni"])
def test_old_font_under_unicode(name: str) -> None:
    """What "save as UTF-8" makes of a text in an old font."""
    glyphs = encode(TEXT, name).decode("cp1252", errors="replace")
    decoded = decode_text(glyphs.encode(), "x")
    assert (decoded.text, decoded.encoding) == (TEXT, name)


def test_short_lines_follow_the_others() -> None:
    glyphs = encode(TEXT, "tcvn3").decode("cp1252") + "\x93Ch\xad\xacng I\x94\nệ → ok\n"
    undone = undo_old_fonts(glyphs)
    assert undone.text.split("\n")[1] == "\x93Chương I\x94".replace("\x93", "“").replace("\x94", "”")
    assert (undone.encoding, undone.line) == ("tcvn3", 1)


MIXED = ("utf-8", "tcvn3", "vni", "windows-1258")


@pytest.mark.parametrize(("first", "second"), [(a, b) for a in MIXED for b in MIXED if a != b])
def test_mixtures_are_named_with_their_place(first: str, second: str) -> None:
    data = encode(TEXT * 30, first) + encode(TEXT, second)
    with pytest.raises(SourceError) as caught:
        decode_text(data, "trộn.txt")
    titles = {"utf-8": "UTF-8"} | {name: by_name(name).title for name in OLD}
    message = str(caught.value)
    assert message.startswith("trộn.txt: tệp trộn nhiều bảng mã")
    assert f"phần lớn là {titles[first]}, từ dòng 31 có {titles[second]}" in message


def test_mixture_with_an_old_font_under_unicode() -> None:
    data = (TEXT * 3 + encode(TEXT, "tcvn3").decode("cp1252")).encode()
    with pytest.raises(SourceError, match=r"phần lớn là UTF-8, từ dòng 4 có TCVN3 \(ABC\)"):
        decode_text(data, "trộn.txt")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b"L'\xe9t\xe9 dernier, \xe0 c\xf4t\xe9 de la for\xeat, les \xe9l\xe8ves",
            ("byte 0xe9 ở vị trí 2, dòng 1", "gần nhất: "),
        ),
        (b"S\xe8 18", ("không phải UTF-8", "không rõ là bảng mã cũ nào", "TCVN3 (ABC) 100%", "Windows-1258 100%")),
        (TEXT.encode() * 3 + b"\xff" + TEXT.encode(), ("không phải UTF-8 (byte 0xff", "dòng 4)")),
        (b"%PDF\0\1\2\3\4\5", ("tệp nhị phân", "byte 0 ở vị trí 4")),
        (b"\xff\xfea", ("không phải UTF-16",)),
        (b"\xef\xbb\xbfa\xff", ("không phải UTF-8", "vị trí 4")),
    ],
)
def test_refusals(data: bytes, said: tuple[str, ...]) -> None:
    with pytest.raises(SourceError) as caught:
        decode_text(data, "tệp.txt")
    message = str(caught.value)
    assert message.startswith("tệp.txt: ")
    assert "\n" not in message
    assert message.count(". ") == 1
    for words in said:
        assert words in message


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        said = decode_text(data, "x").encoding
    except SourceError as error:
        said = str(error)
    assert said
    assert "\n" not in said


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff", exclude_categories=["Cc"]), min_size=1))
def test_utf_8_with_letters_behind_latin_stays_as_it_is(text: str) -> None:
    """One Vietnamese sentence in Unicode, and no chance row of signs turns a text into another one."""
    whole = TEXT + text
    assert decode_text(whole.encode(), "x").text == whole

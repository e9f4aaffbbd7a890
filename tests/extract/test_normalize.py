"""Normalised text, and the way back from it to the original."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.normalize import normalize
from extract.offsets import OffsetMap
from extract.sentences import Sentences
from ontology.look_alikes import Script, plain_letters, scripts

# original, normalised
CASES = [
    ("Nghị quyết", "Nghị quyết"),
    ("", ""),
    (" ", " "),
    ("a  b", "a b"),
    ("a\tb", "a b"),
    ("a \t b", "a b"),
    ("a\u00a0b", "a b"),
    ("a\u2003b", "a b"),
    ("a\u200bb", "ab"),
    ("a \u200b b", "a b"),
    ("\ufeffa", "a"),
    ("a\u00adb", "ab"),
    ("e\u0302\u0323", "ệ"),
    ("Nghi\u0323 quye\u0302\u0301t", "Nghị quyết"),
    ("ê\u0323", "ệ"),
    ("\u0323a", "\u0323a"),
    ("1\u0323", "1\u0323"),
    ("13\u20442012", "13/2012"),
    ("13\u22152012", "13/2012"),
    ("18\u2010NQ", "18-NQ"),
    ("18\u2011NQ", "18-NQ"),
    ("18\u2212NQ", "18-NQ"),
    ("2020 – 2025", "2020 – 2025"),
    ("**Điều 1.** Nội dung", "Điều 1. Nội dung"),
    ("a ** b", "a b"),
    ("*Căn cứ*", "Căn cứ"),
    ("__đậm__", "đậm"),
    ("tep_bao_cao", "tep_bao_cao"),
    ("a_ _b", "a_ _b"),
    ("ngày ____ tháng", "ngày ____ tháng"),
    ("a __ b", "a __ b"),
    ("một\n\nhai", "một\nhai"),
    ("một\r\n\r\nhai", "một\nhai"),
    ("một\rhai", "một hai"),
    ("một\nhai", "một hai"),
    ("một.\nhai", "một.\nhai"),
    ("một;\nHai", "một;\nHai"),
    ("một,\nHai", "một, Hai"),
    ("số\n18-NQ/TW", "số 18-NQ/TW"),
    ("37/2014/\nTT-BTNMT", "37/2014/ TT-BTNMT"),
    ("37/2014/TT-\nBTNMT", "37/2014/TT- BTNMT"),
    ("một\n- hai", "một\n- hai"),
    ("một\n1. hai", "một\n1. hai"),
    ("một\na) hai", "một\na) hai"),
    ("một\nII. hai", "một\nII. hai"),
    ("TIÊU ĐỀ\nnội dung", "TIÊU ĐỀ\nnội dung"),
    ("một \n hai", "một hai"),
    ("a\n\n\n\nb", "a\nb"),
    ("a\n \t\nb", "a\nb"),
]


@pytest.mark.parametrize(("original", "expected"), CASES)
def test_normalised_text(original: str, expected: str) -> None:
    assert normalize(original).text == expected


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("một\nHai", "một Hai"),
        ("một\n\nHai", "một\nHai"),
        ("một\n* Hai", "một\nHai"),
        ("một\n**Hai**", "một\nHai"),
        ("| a |\n| b |", "| a |\n| b |"),
        ("một\n# Hai", "một\n# Hai"),
    ],
)
def test_a_single_line_break_of_markdown_is_a_space(original: str, expected: str) -> None:
    assert normalize(original, markdown=True).text == expected


def test_lines_broken_anywhere_are_joined() -> None:
    lines = [
        "Ban Thường vụ Huyện ủy lãnh đạo, chỉ",
        "đạo việc sắp xếp tổ chức",
        "bộ máy của Huyện",
        "Phụng Hiệp",
        "năm 2024",
    ]
    assert normalize("\n".join(lines)).text == " ".join(lines)


@pytest.mark.parametrize(
    ("original", "words", "expected"),
    [
        ("theo  Nghi\u0323 quyê\u0301t\u00a0số 18", "Nghị quyết số 18", "Nghi\u0323 quyê\u0301t\u00a0số 18"),
        ("a **Luật** b", "Luật", "Luật"),
        ("x 13\u20442012/QH13", "13/2012", "13\u20442012"),
        ("Kế\r\nhoạch 5", "Kế hoạch", "Kế\r\nhoạch"),
        ("18\u200b-NQ/TW", "18-NQ/TW", "18\u200b-NQ/TW"),
    ],
)
def test_a_span_leads_back_to_the_original(original: str, words: str, expected: str) -> None:
    normalized = normalize(original)
    start = normalized.text.index(words)
    assert normalized.span(start, start + len(words)).of(original) == expected


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (0, 0), (2, 1), (0, 4), (3, 4)])
def test_a_span_outside_the_text_raises(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not in the normalised text"):
        normalize("abc").span(start, end)


def test_replaced_characters_are_told() -> None:
    offsets = normalize("a  b\tc").offsets
    assert list(offsets.replaced(0, 5)) == [1, 3]
    assert list(offsets.replaced(2, 3)) == []
    assert isinstance(offsets, OffsetMap)


# Letters and marks of Vietnamese, what scans and word processors put between them, and any other character.
TEXTS = st.text(
    st.one_of(
        st.sampled_from(
            "aăâeêioôơuưyđAĂĐ 18-/.,;:“”()\n\r\t*_|#\u0300\u0301\u0302\u0309\u0323\u031b\u00a0\u200b\u2044\u00ad\ufffd"
        ),
        st.characters(),
    ),
    max_size=80,
)


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("18-NQ/\u0422W", "18-NQ/TW"),
        ("5-\u041aH/\u041dU", "5-KH/HU"),
        ("18-\u039dQ/TW", "18-NQ/TW"),
        ("\uff11\uff18-NQ/TW", "18-NQ/TW"),
        ("785/Q\u00d0-UBND", "785/QĐ-UBND"),
        ("\u00d0ảng bộ", "Đảng bộ"),
        ("ở \u041c\u043e\u0441\u043a\u0432\u0430 về", "ở \u041c\u043e\u0441\u043a\u0432\u0430 về"),
        ("hãng \u041e\u0410\u041e ký", "hãng \u041e\u0410\u041e ký"),
        ("góc \u03b1 và \u03b2", "góc \u03b1 và \u03b2"),
    ],
)
def test_letters_that_only_look_like_latin_ones(original: str, plain: str) -> None:
    normalized = normalize(f"theo {original}.")
    assert normalized.text == f"theo {plain}."
    assert normalized.span(5, len(normalized.text) - 1).of(normalized.original) == original


@pytest.mark.parametrize("row", scripts(), ids=lambda row: row.name)
def test_an_example_of_a_script_becomes_plain(row: Script) -> None:
    assert row.examples
    for example in row.examples:
        assert set(example) & set(row.letters)
        assert not set(normalize(example).text) & set(row.letters)


def _essence(text: str) -> str:
    """What no normalisation may change: the characters without blanks, emphasis, joiners, and forms of one letter."""
    plain = text.translate(str.maketrans("\u2044\u2215\uff0f\u2010\u2011\u2012\u2212\ufe63\uff0d", "///------"))
    plain = plain.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
    plain = plain.translate(str.maketrans(plain_letters()))
    kept = (c for c in plain if not (c.isspace() or c in "*_\u00ad\ufeff" or unicodedata.category(c) == "Cf"))
    return unicodedata.normalize("NFC", "".join(kept))


@given(TEXTS, st.booleans())
def test_nothing_but_blanks_and_emphasis_is_lost(original: str, markdown: bool) -> None:
    assert _essence(normalize(original, markdown=markdown).text) == _essence(original)


@given(TEXTS, st.booleans(), st.data())
def test_every_span_leads_back_to_what_it_was_made_of(original: str, markdown: bool, data: st.DataObject) -> None:
    """The original of a normalised stretch holds what the stretch says, and no more than its own replaced ends."""
    normalized = normalize(original, markdown=markdown)
    length = len(normalized.text)
    if length == 0:
        return
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start + 1, length))
    span = normalized.span(start, end)
    assert 0 <= span.start < span.end <= len(original)
    whole = _essence(span.of(original))
    assert _essence(normalized.text[start:end]) in whole or not _essence(normalized.text[start:end])
    # Cut where pieces begin and end, the stretch and its original say the same.
    cuts = {*normalized.offsets.starts, length}
    if start in cuts and end in cuts:
        assert whole == _essence(normalized.text[start:end])


@given(TEXTS, st.booleans())
def test_spans_follow_one_another(original: str, markdown: bool) -> None:
    normalized = normalize(original, markdown=markdown)
    spans = [normalized.span(i, i + 1) for i in range(len(normalized.text))]
    assert all(one.start <= two.start and one.end <= two.end for one, two in pairwise(spans))


@given(TEXTS)
def test_what_the_finders_rely_on(original: str) -> None:
    text = normalize(original).text
    assert "  " not in text
    assert not set(text) & set("\t\r\u00a0\u200b\u2044*\ufeff\u00ad")
    assert not any(c.isspace() for c in text if c not in " \n")
    assert "\n\n" not in text


@given(TEXTS)
def test_normalising_twice_changes_nothing_but_breaks(original: str) -> None:
    once = normalize(original).text
    assert _essence(normalize(once).text) == _essence(once)


@given(TEXTS)
def test_sentences_cover_the_text(original: str) -> None:
    text = normalize(original).text
    sentences = Sentences(text)
    assert list(sentences.starts) == sorted(set(sentences.starts))
    for position in range(len(text)):
        number = sentences.number(position)
        assert sentences.starts[number] <= position
        span = sentences.around(position)
        assert sentences.starts[number] <= span.start <= span.end


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Một. Hai.", ["Một.", "Hai."]),
        ("Một; hai. Ba", ["Một; hai.", "Ba"]),
        ("1. Mục một. Hai", ["1. Mục một.", "Hai"]),
        ("TP. Hồ Chí Minh đẹp. Hai", ["TP. Hồ Chí Minh đẹp.", "Hai"]),
        ("đạt 4.803 ha. Ủy ban họp", ["đạt 4.803 ha.", "Ủy ban họp"]),
        ("một. ở đây thì không", ["một. ở đây thì không"]),
        ("một. đây cũng không", ["một. đây cũng không"]),
        ("Một\nHai", ["Một", "Hai"]),
        ("Nói “một.” Rồi hai", ["Nói “một.”", "Rồi hai"]),
        ("Hết ./. Nơi nhận", ["Hết ./. Nơi nhận"]),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    found = Sentences(text)
    assert [found.around(start).of(text) for start in found.starts] == sentences

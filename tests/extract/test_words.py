import re

import pytest

from extract.words import CAPITALISED, LOWER, MARK, NUMBER, UPPER, Phrases, Words

WORD = re.compile(r"[^\W_]+|[^\w \t]|_+")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a",
        " a",
        "  a  b ",
        "xã Hoà Mỹ, 42/50 chỉ tiêu (T/M).",
        "a\n\n b",
        "((((" * 40_000,
        "x" * 70_000 + " y",
        "a b " * 40_000,
    ],
    ids=lambda text: f"{text[:12]!r}…{len(text)}",
)
def test_words_are_all_words_and_marks_at_their_places(text):
    words = Words(text)
    assert list(zip(words.starts, words.ends, strict=True)) == [match.span() for match in WORD.finditer(text)]
    assert len(words.keys) == len(words.shapes) == len(words)


@pytest.mark.parametrize(
    ("form", "key", "shape"),
    [
        ("Hoà", "hòa", CAPITALISED),
        ("uỷ", "ủy", LOWER),
        ("ỦY", "ủy", UPPER),
        ("Y", "y", UPPER),
        ("35", "35", NUMBER),
        ("4A", "4a", NUMBER),
        (",", ",", MARK),
        ("\n", "\n", MARK),
    ],
)
def test_keys_and_shapes(form, key, shape):
    words = Words(form)
    assert (words.keys, list(words.shapes)) == ([key], [shape])


def test_outside_of_the_text_there_is_nothing():
    words = Words("xã Tân Bình")
    assert (words.key(-1), words.key(3), words.shape(3)) == ("", "", MARK)


PHRASES = Phrases([("Ban Bí thư", 1), ("Ban Bí thư Trung ương", 2), ("Bộ Nông nghiệp và Môi trường", 3)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ban Bí thư Trung ương Đảng", (5, 2)),
        ("Ban Bí thư quyết định", (3, 1)),
        ("BỘ\nNÔNG NGHIỆP VÀ\n\nMÔI TRƯỜNG", (9, 3)),
        ("Bộ Nông nghiệp\nvà Môi trường", (7, 3)),
        ("Ban Bí\n\nthư", None),
        ("Ban Thường vụ", None),
    ],
)
def test_the_longest_phrase_is_found(text, found):
    assert PHRASES.longest(Words(text), 0) == found


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Bộ trưởngBộ Tài chính", ["bộ", "trưởng", "bộ", "tài", "chính"]),
        ("VietGAP, iPhone, eKYC", ["vietgap", ",", "iphone", ",", "ekyc"]),
        ("Quốchội, NamĐịnh, BANCHỈ ĐẠO", ["quốc", "hội", ",", "nam", "định", ",", "ban", "chỉ", "đạo"]),
        ("Bolikhămxay, BCĐTƯ, nghiêng", ["bolikhămxay", ",", "bcđtư", ",", "nghiêng"]),
        ("Thương binh – Xã hội", ["thương", "binh", "-", "xã", "hội"]),
    ],
)
def test_words_that_lost_their_blank_are_parted(text, keys):
    words = Words(text)
    assert words.keys == keys
    assert [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == [
        words.surface(index, index + 1) for index in range(len(words))
    ]

"""The tokenizer keeps every character, and codes, dates and numbers whole."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from extract.tokenizer import SyllableTokenizer

TOKENIZE = SyllableTokenizer(spacy.blank("xx").vocab)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Nghị quyết số 18-NQ/TW", ["Nghị", "quyết", "số", "18-NQ/TW"]),
        ("theo 105/2021/NĐ-CP,", ["theo", "105/2021/NĐ-CP", ","]),
        ("785/QĐ-UBND;", ["785/QĐ-UBND", ";"]),
        ("20/2023/QH15", ["20/2023/QH15"]),
        ("07/2013/TTLT-BGDĐT-BNV", ["07/2013/TTLT-BGDĐT-BNV"]),
        ("8b-NQ/HNTW", ["8b-NQ/HNTW"]),
        ("ngày 16/6/2022.", ["ngày", "16/6/2022", "."]),
        ("16-6-2022", ["16-6-2022"]),
        ("4.803 ha", ["4.803", "ha"]),
        ("39,56%", ["39,56", "%"]),
        ("Ủy ban", ["Ủy", "ban"]),
        ("“a”", ["“", "a", "”"]),
        ("a\nb", ["a", "\n", "b"]),
        ("", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in TOKENIZE(text)] == tokens


@given(st.text(max_size=200))
def test_no_character_is_lost(text: str) -> None:
    assert TOKENIZE(text).text == text


def test_the_tokenizer_survives_serialization() -> None:
    nlp = spacy.blank("xx")
    nlp.tokenizer = SyllableTokenizer(nlp.vocab)
    again = nlp.tokenizer.from_bytes(nlp.tokenizer.to_bytes())
    assert again("18-NQ/TW")[0].text == "18-NQ/TW"

"""Codes as keyboards, text recognition and old software spell them: each is the code, at its place in the text."""

import unicodedata
from collections.abc import Callable

import pytest

from extract.look_alike_letters import LOOK_ALIKES, meant
from extract.normalize import normalize
from ontology.extraction import Extraction
from ontology.folding import modern_tones
from ontology.mentions import Citation, EntityLabel

Read = Callable[[str], Extraction]

SPELLINGS = {
    "no-break hyphen": ("18‑NQ/TW", "18-NQ/TW"),
    "figure dash": ("18‒NQ/TW", "18-NQ/TW"),
    "minus sign": ("18−NQ/TW", "18-NQ/TW"),
    "zero-width space inside": ("18-NQ\u200b/TW", "18-NQ/TW"),
    "zero-width joiner and byte order mark inside": ("1\u200d8-N\ufeffQ/TW", "18-NQ/TW"),
    "soft hyphen inside": ("18-\u00adNQ/TW", "18-NQ/TW"),
    "no-break spaces around the hyphen": ("18\u00a0-\u00a0NQ/TW", "18-NQ/TW"),
    "fraction slash": ("18-NQ⁄TW", "18-NQ/TW"),
    "division slash": ("18-NQ∕TW", "18-NQ/TW"),
    "Cyrillic Т": ("18-NQ/ТW", "18-NQ/TW"),
    "Cyrillic К, Н": ("109-КН/HU", "109-KH/HU"),
    "Greek Κ, Η": ("109-ΚΗ/HU", "109-KH/HU"),
    "full-width digits": ("１８-NQ/TW", "18-NQ/TW"),
    "full width everywhere": ("１８－ＮＱ／ＴＷ", "18-NQ/TW"),
    "decomposed Đ stays": ("105/2021/NĐ-CP", "105/2021/NĐ-CP"),
}


@pytest.mark.parametrize(("written", "code"), SPELLINGS.values(), ids=SPELLINGS.keys())
def test_a_code_is_read_and_found_at_its_place(read_text: Read, written: str, code: str) -> None:
    kind = "Nghị định" if "NĐ" in code else "Kế hoạch" if "KH" in code else "Nghị quyết"
    text = f"Ban Thường vụ triển khai thực hiện {kind} số {written} ngày 16/6/2022 về đất đai.\n"
    extraction = read_text(text)
    citations = [mention for mention in extraction.mentions if mention.label is EntityLabel.DOC]
    assert [mention.detail.code for mention in citations if isinstance(mention.detail, Citation)] == [code]
    start = text.index(written)
    assert citations[0].span.start <= start < start + len(written) <= citations[0].span.end
    assert citations[0].span.of(text) == citations[0].text
    assert [statement.evidence.span.of(text) for statement in extraction.statements] == [
        statement.evidence.quote for statement in extraction.statements
    ]


WORDS = {
    "Russian": ("Москва", "Москва"),
    "Russian of look-alikes alone": ("ТОРТ", "ТОРТ"),
    "Greek": ("ΑΘΗΝΑ", "ΑΘΗΝΑ"),
    "a Latin word with one foreign letter": ("Kế hоạch", "Kế hoạch"),
    "full-width words": ("Ｓố", "Số"),
    "full-width brackets": ("（a）", "(a)"),
}


@pytest.mark.parametrize(("written", "read"), WORDS.values(), ids=WORDS.keys())
def test_words_of_other_scripts_stay(written: str, read: str) -> None:
    assert normalize(written).text == read


def test_a_damaged_code_is_no_code(read_text: Read) -> None:
    """What U+FFFD stood for is lost: nothing is made up for it."""
    extraction = read_text("Thực hiện Nghị quyết số 1\ufffd-NQ/TW ngày 16/6/2022 của Trung ương.")
    codes = [mention.detail.code for mention in extraction.mentions if isinstance(mention.detail, Citation)]
    assert "18-NQ/TW" not in codes
    assert not any("\ufffd" in (code or "") for code in codes)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("old", "new"), [("Uỷ ban nhân dân", "Ủy ban nhân dân"), ("thuỷ lợi", "thủy lợi")])
def test_composition_and_tone_placement_do_not_matter(read_text: Read, form: str, old: str, new: str) -> None:
    def said(word: str) -> list[tuple[str, str]]:
        text = unicodedata.normalize(form, f"{word} xã Hòa An ban hành Kế hoạch số 10-KH/UBND ngày 02/3/2023.")  # type: ignore[arg-type]
        return [(mention.label.value, modern_tones(mention.norm)) for mention in read_text(text).mentions]

    assert said(old) == said(new)
    assert len(said(old)) > 1


def test_every_look_alike_stands_for_ascii() -> None:
    for character in (each for each in map(chr, range(0x370, 0x530)) if each in LOOK_ALIKES):
        assert meant(f"1{character}", 1).isascii()


def test_look_alikes_take_linear_time() -> None:
    """A second; work that grows with the square of the length would take this test past any patience."""
    assert len(normalize("Т" * 300_000 + "1").text) == 300_001

"""One document in every format says the same: citations with their dates, relations, letterhead."""

import hashlib
from pathlib import Path

import pytest
from document_makers import convert, need_tesseract, picture_file, pictures, print_pdf, web_page, word_document

from extract.encodings.legacy import by_name
from extract.extractor import Extractor
from extract.formats import read
from extract.source import SourceText
from ontology.extraction import Letterhead
from ontology.mentions import EntityLabel
from ontology.statements import SELF, Statement

PRINTED = (
    "huyen-phung-hiep/BC-HU_2023-12_bao-cao-trien-khai-nghi-quyet.txt",
    "huyen-long-my/178-BC-HU_2023-11-30.txt",
    "tinh-hau-giang/14-2022-NQ-HDND_2022-07-12.txt",
    "tinh-hau-giang/89-KH-UBND_2023-02-14.txt",
)
"""The longest of the sample corpus, of both layouts and with hard line ends."""

CONVERTED = PRINTED[2]
SCANNED = "huyen-phung-hiep/109-KH-HU_2023-02-02.txt"

Said = tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str, str, str]], Letterhead]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def said(extractor: Extractor, text: str, file: str) -> Said:
    """What a text says, without regard to where in the text it stands."""
    extraction = extractor.extract(SourceText(file, hashlib.sha256(text.encode()).hexdigest(), "utf-8", text))
    mentions = extraction.mentions

    def name(index: int | None) -> str:
        return "SELF" if index == SELF else "" if index is None else mentions[index].norm

    def relation(statement: Statement) -> tuple[str, str, str, str]:
        return name(statement.subject), statement.predicate.value, name(statement.object), statement.modality.value

    citations = frozenset(
        (str(getattr(mention.detail, "code", None) or mention.norm), str(getattr(mention.detail, "date", None)))
        for mention in mentions
        if mention.label is EntityLabel.DOC
    )
    return citations, frozenset(map(relation, extraction.statements)), extraction.letterhead


def assert_same(found: Said, expected: Said) -> None:
    assert found[0] == expected[0]
    assert found[1] == expected[1]
    for part in ("type", "code", "organ", "parent", "date", "place", "title", "signer"):
        assert getattr(found[2], part) == getattr(expected[2], part), part


def sample(sample_dir: Path, file: str) -> str:
    return (sample_dir / file).read_text(encoding="utf-8")


def samples(sample_dir: Path) -> list[Path]:
    paths = sorted(sample_dir.rglob("*.txt"))
    assert len(paths) >= 38
    return paths


def test_word_and_web_of_the_whole_corpus(extractor: Extractor, sample_dir: Path) -> None:
    for path in samples(sample_dir):
        text = path.read_text(encoding="utf-8")
        expected = said(extractor, text, "a.txt")
        assert_same(said(extractor, read(word_document(text), "a.docx", path).text, "a.docx"), expected)
        assert_same(said(extractor, read(web_page(text).encode(), "a.html", path).text, "a.html"), expected)


@pytest.mark.parametrize("file", PRINTED)
def test_pdf(extractor: Extractor, sample_dir: Path, tmp_path: Path, file: str) -> None:
    text = sample(sample_dir, file)
    made = read(print_pdf(web_page(text), tmp_path), "a.pdf", "a.pdf")
    assert_same(said(extractor, made.text, "a.pdf"), said(extractor, text, "a.txt"))


@pytest.mark.parametrize("kind", ["doc", "rtf", "odt", "pdf"])
def test_libreoffice(extractor: Extractor, sample_dir: Path, tmp_path: Path, kind: str) -> None:
    text = sample(sample_dir, CONVERTED)
    made = read(convert(word_document(text), "docx", kind, tmp_path), f"a.{kind}", f"a.{kind}")
    assert_same(said(extractor, made.text, f"a.{kind}"), said(extractor, text, "a.txt"))


def test_scan(extractor: Extractor, sample_dir: Path, tmp_path: Path) -> None:
    need_tesseract()
    text = sample(sample_dir, SCANNED)
    scan = picture_file(pictures(print_pdf(web_page(text), tmp_path)), "PDF")
    assert_same(said(extractor, read(scan, "a.pdf", "a.pdf").text, "a.pdf"), said(extractor, text, "a.txt"))


@pytest.mark.parametrize("name", ["tcvn3", "vni", "windows-1258"])
def test_old_encodings(extractor: Extractor, sample_dir: Path, name: str) -> None:
    for path in samples(sample_dir):
        signs = str.maketrans({"⁄": "/", "→": "-", "\ufeff": None})
        text = path.read_text(encoding="utf-8").translate(signs)
        made = read(by_name(name).encode(text), "a.txt", path)
        assert made.encoding == name
        assert_same(said(extractor, made.text, "a.txt"), said(extractor, text, "a.txt"))

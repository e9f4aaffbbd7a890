"""What the sample corpus says, as its own list of expectations has it."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from extract.extractor import Extractor
from extract.source import SourceFile, read_source
from ontology.extraction import Extraction
from ontology.mentions import Citation
from ontology.statements import CASCADE, SELF, Modality, Relation, Statement

Row = Mapping[str, str | None]
Edge = tuple[str, str | None, str, str | None, str | None]

LEGISLATIVE_AND_MORE = frozenset(Relation) - CASCADE


@pytest.fixture(scope="module")
def expected(sample_dir: Path) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = json.loads((sample_dir.parent / "expected.json").read_text(encoding="utf-8"))
    return rows


@pytest.fixture(scope="module")
def extractions(sample_dir: Path, extractor: Extractor, expected: dict[str, list[Row]]) -> dict[str, Extraction]:
    files = [str(row["file"]) for row in expected["documents"]]
    return {file: extractor.extract(read_source(SourceFile(file, sample_dir.parent / file))) for file in files}


def _end(extraction: Extraction, index: int | None) -> tuple[str | None, str | None]:
    """Return code and date of a statement's end; of the document itself those of its letterhead."""
    assert index is not None
    if index == SELF:
        head = extraction.letterhead
        return head.code, str(head.date) if head.date else None
    detail = extraction.mentions[index].detail
    assert isinstance(detail, Citation)
    return detail.code or extraction.mentions[index].norm, str(detail.date) if detail.date else None


def _statements(extraction: Extraction, relations: Iterable[Relation]) -> list[Statement]:
    wanted = frozenset(relations)
    return [s for s in extraction.statements if s.predicate in wanted and s.modality is Modality.ASSERTED]


def test_every_document_of_the_corpus_is_listed(expected: dict[str, list[Row]], sample_dir: Path) -> None:
    held = [path for path in sample_dir.rglob("*") if path.is_file() and path.suffix in (".txt", ".md")]
    assert len(expected["documents"]) == len(held) == 50


def test_letterheads(expected: dict[str, list[Row]], extractions: dict[str, Extraction]) -> None:
    for row in expected["documents"]:
        head = extractions[str(row["file"])].letterhead
        code = None if head.code is None or head.code.startswith("-") else head.code
        assert (code, str(head.date), head.level and head.level.value) == (row["code"], row["date"], row["level"]), row
        assert head.organ == str(row["issuer"]).partition(" (")[0]


def test_the_cascade_comes_out_whole_and_nothing_more(
    expected: dict[str, list[Row]], extractions: dict[str, Extraction]
) -> None:
    wanted = {(row["file"], row["source_code"], row["relation"], row["target_code"]) for row in expected["carries_out"]}
    found = set()
    for file, extraction in extractions.items():
        for statement in _statements(extraction, CASCADE):
            source, _ = _end(extraction, statement.subject)
            target, _ = _end(extraction, statement.object)
            held = None if source is not None and source.startswith("-") else source
            found.add((file, held, statement.predicate.value, target))
    assert len(expected["carries_out"]) == 63
    assert sorted(map(str, wanted - found)) == []
    assert sorted(map(str, found - wanted)) == []


def test_each_edge_of_the_cascade_stands_in_its_sentence(
    expected: dict[str, list[Row]], extractions: dict[str, Extraction]
) -> None:
    for row in expected["carries_out"]:
        extraction = extractions[str(row["file"])]
        quotes = [
            " ".join(s.evidence.quote.split())
            for s in _statements(extraction, [Relation(row["relation"])])
            if _end(extraction, s.object)[0] == row["target_code"]
        ]
        words = " ".join(str(row["quote"]).split())
        assert any(words in quote or quote in words for quote in quotes), (row["file"], words, quotes)


def test_what_is_no_edge_is_none(expected: dict[str, list[Row]], extractions: dict[str, Extraction]) -> None:
    assert len(expected["not_edges"]) == 4
    for row in expected["not_edges"]:
        extraction = extractions[str(row["file"])]
        words = " ".join(str(row["quote"]).split())
        for statement in _statements(extraction, CASCADE):
            assert words not in " ".join(statement.evidence.quote.split()), row


def test_other_relations(expected: dict[str, list[Row]], extractions: dict[str, Extraction]) -> None:
    missing = []
    for row in expected["other_relations"]:
        extraction = extractions[str(row["file"])]
        found = {
            (
                "SELF" if s.subject == SELF else _end(extraction, s.subject)[0],
                s.predicate.value,
                _end(extraction, s.object)[0],
            )
            for s in _statements(extraction, LEGISLATIVE_AND_MORE - {Relation.COVERS, Relation.HOLDS_POST})
        }
        # A document without code is known by type and number.
        target = str(row["target_code"]).replace(" số ", " ")
        if (row["source_code"], row["relation"], target) not in found:
            missing.append((row["file"], row["source_code"], row["relation"], row["target_code"]))
    assert missing == []

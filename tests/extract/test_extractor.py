"""The extractor as a whole: any text, any number of processes, errors in their place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.extractor import Extractor, extract_sources
from extract.output import to_contract
from extract.source import SourceFile, SourceText, list_sources
from ontology.errors import SourceError
from ontology.extraction import Extraction
from ontology.statements import DOCUMENT_RELATIONS, SELF, Modality

Read = Callable[..., Extraction]

SENTENCE = (
    "Ban hành Kế hoạch số 109-KH/HU ngày 02/02/2023 để cụ thể hóa thực hiện Chương trình số 139-CTr/TU của Ban Chấp "
    "hành Đảng bộ tỉnh về thực hiện Nghị quyết số 18-NQ/TW; xã Tân Bình đạt chuẩn nông thôn mới."
)
# Pieces that rules wait for, in any order, with anything between.
PIECES = st.one_of(
    st.sampled_from(
        [
            "Nghị quyết số 18-NQ/TW", "Kế hoạch số 5-KH/HU", "số ", "Luật ", "Luật Đất đai", "18-NQ/TW", "105/2021/NĐ-CP",
            " ngày 16/6/2022", " của Ban Thường vụ Huyện ủy", " về “", "”", " để cụ thể hóa ", " thực hiện ", "; ", ", ",
            " và ", "\n", "\n\n", "Căn cứ ", "- ", "hết hiệu lực:", " được sửa đổi, bổ sung bởi ", "khoản 1 Điều 2 ",
            "xã Tân Bình", "đồng chí Nguyễn Văn Một", "HUYỆN ỦY PHỤNG HIỆP\n", "KẾ HOẠCH\n", "e\u0302\u0323", "\u200b", "**",
            "| ", "\t", "\r\n", "ỦY BAN NHÂN DÂN", "Nơi nhận:", "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n", "chương trình OCOP",
        ]
    ),
    st.text(max_size=8),
)  # fmt: skip
EXTRACTOR = Extractor()


def _check(extraction: Extraction) -> None:
    """What holds of any extraction, whatever the text."""
    text = extraction.text
    end = 0
    for mention in extraction.mentions:
        assert mention.span.start >= end, "flat and in order"
        assert mention.text == mention.span.of(text)
        assert mention.norm
        end = mention.span.end
    count = len(extraction.mentions)
    for statement in extraction.statements:
        evidence = statement.evidence
        assert evidence.quote == evidence.span.of(text)
        assert (evidence.file, evidence.source) == (extraction.file, extraction.sha256)
        assert 0 < evidence.confidence <= 1
        assert evidence.rule
        for index in (statement.subject, statement.object):
            if index is None or index == SELF:
                continue
            assert 0 <= index < count
            if statement.predicate in DOCUMENT_RELATIONS:
                assert evidence.span.contains(extraction.mentions[index].span), "evidence holds both ends"
        assert statement.subject != statement.object
    if extraction.letterhead.span is not None:
        assert extraction.letterhead.span.end <= len(text)
    spans = [statement.evidence.span for statement in extraction.statements]
    assert spans == sorted(spans)


@given(st.text(max_size=300), st.booleans())
def test_any_text_is_read(text: str, markdown: bool) -> None:
    _check(EXTRACTOR.extract(SourceText("a.md" if markdown else "a.txt", "0" * 64, "utf-8", text)))


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=25).map("".join), st.booleans())
def test_any_mixture_of_the_genre_is_read(text: str, markdown: bool) -> None:
    _check(EXTRACTOR.extract(SourceText("a.md" if markdown else "a.txt", "0" * 64, "utf-8", text)))


def test_the_sample_corpus_is_read_soundly(sample_dir: Path) -> None:
    outcomes = list(extract_sources(list_sources([sample_dir])))
    assert len(outcomes) == 50
    for outcome in outcomes:
        assert isinstance(outcome, Extraction)
        _check(outcome)


def test_the_real_documents_are_read_soundly(seeds_dir: Path, corpus_dir: Path) -> None:
    outcomes = list(extract_sources(list_sources([seeds_dir, corpus_dir])))
    assert len(outcomes) == 85
    for outcome in outcomes:
        assert isinstance(outcome, Extraction)
        _check(outcome)


def test_the_same_result_on_one_process_and_on_two(sample_dir: Path) -> None:
    sources = list_sources([sample_dir])
    assert list(extract_sources(sources, jobs=2)) == list(extract_sources(sources, jobs=1))


def test_errors_stand_in_their_place(tmp_path: Path) -> None:
    for name, data in {"a.txt": b"mot", "b.txt": b"", "c.txt": b"ba", "d.docx": b"PK"}.items():
        (tmp_path / name).write_bytes(data)
    for jobs in (1, 2):
        outcomes = list(extract_sources(list_sources([tmp_path]), jobs=jobs))
        assert [type(outcome) for outcome in outcomes] == [Extraction, SourceError, Extraction, SourceError]
        assert [o.file for o in outcomes if isinstance(o, Extraction)] == ["a.txt", "c.txt"]


def test_a_file_that_goes_away_while_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("một", encoding="utf-8")
    sources = [SourceFile("a.txt", tmp_path / "a.txt"), SourceFile("b.txt", tmp_path / "b.txt")]
    first, second = extract_sources(sources)
    assert isinstance(first, Extraction)
    assert isinstance(second, SourceError)


def test_what_was_read_before_changes_nothing(read_text: Read) -> None:
    before = read_text(SENTENCE)
    read_text("HUYỆN ỦY LONG MỸ\nSố 5-KH/HU\nKẾ HOẠCH\nvề nước\n\nHuyện ủy.")
    assert read_text(SENTENCE) == before


@pytest.mark.parametrize(
    "disguise",
    [
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", "  "),
        lambda text: text.replace(" để", "\nđể").replace(" về", "\nvề"),
        lambda text: f"\ufeff{text}",
        lambda text: text.replace("Kế hoạch", "**Kế hoạch**"),
        lambda text: text.replace("Nghị", "Nghi\u0323"),
        lambda text: text.replace("hóa", "hoá"),
        lambda text: text.replace("/", "\u2044"),
    ],
    ids=["no-break", "doubled", "line breaks", "byte order mark", "bold", "decomposed", "old tones", "fraction slash"],
)
def test_a_disguise_changes_no_relation(read_text: Read, disguise: Callable[[str], str]) -> None:
    def relations(text: str) -> list[tuple[object, ...]]:
        rows = to_contract(read_text(text))["relations"]
        assert isinstance(rows, list)
        return [(row["head"], row["head_date"], row["type"], row["tail"]) for row in rows if isinstance(row, dict)]

    plain = relations(SENTENCE)
    assert [row[2] for row in plain] == ["concretizes", "implements"]
    assert relations(disguise(SENTENCE)) == plain


def test_the_contract_names_what_the_gold_names(read_text: Read) -> None:
    contract = to_contract(read_text(SENTENCE, "thu-muc/a.txt"))
    assert list(contract) == [
        *("file", "sha256", "format", "encoding", "ocr", "letterhead", "entities", "relations"),
        *("unasserted", "references", "roles", "programme_places", "indicators"),
    ]
    assert contract["file"] == "thu-muc/a.txt"
    entities = contract["entities"]
    assert isinstance(entities, list)
    (document, *_) = entities
    assert isinstance(document, dict)
    assert set(document) == {"start", "end", "label", "text", "norm", "code", "date", "issuer", "title", "type"}
    (relation, *_) = contract["relations"] if isinstance(contract["relations"], list) else []
    assert isinstance(relation, dict)
    assert set(relation) == {
        "head", "head_date", "type", "tail", "tail_date", "start", "end", "cue", "confidence",
    }  # fmt: skip


def test_what_is_no_fact_is_not_in_the_contract(read_text: Read) -> None:
    extraction = read_text("Huyện ủy chưa ban hành kế hoạch thực hiện Nghị quyết số 18-NQ/TW.")
    assert [statement.modality for statement in extraction.statements] == [Modality.NEGATED]
    contract = to_contract(extraction)
    assert contract["relations"] == []
    (unasserted,) = contract["unasserted"] if isinstance(contract["unasserted"], list) else []
    assert isinstance(unasserted, dict)
    assert (unasserted["head"], unasserted["type"], unasserted["modality"]) == ("SELF", "implements", "negated")

"""Findings of sources in any order, and of texts of any shape."""

from pathlib import Path

import pytest
from hand_made import Source
from hypothesis import given
from hypothesis import strategies as st
from identity_cases import HAU_GIANG, KIEN_XUONG, LONG_MY

from extract.extractor import Extractor
from extract.source import SourceFile, read_source
from graph.identity import build_content
from graph.passages import Lines, passage_around
from ontology.extraction import Extraction
from ontology.spans import Span
from ontology.statements import Relation

CODES = ("18-NQ/TW", "10-NQ/TU", "7-KH/HU", "8-KH/HU", "14/2022/NQ-HĐND", "9/KH-UBND")
DATES = (None, "2017-10-25", "2022-06-16", "2022", "2022-07", "2024-12-01", "2031-01-05")
TITLES = (None, "nước sạch nông thôn vùng sâu", "cải cách hành chính, chuyển đổi số", "đất đai")
KINDS = ("Kế hoạch", "Nghị quyết", "Báo cáo")

citation = st.tuples(
    st.sampled_from(CODES), st.sampled_from(DATES), st.sampled_from(TITLES), st.sampled_from(KINDS),
    st.sampled_from((None, "khóa XIII")),
)  # fmt: skip


@st.composite
def sources(draw: st.DrawFn) -> list[Source]:
    made = []
    for number, head in enumerate(
        draw(st.lists(st.sampled_from((LONG_MY, KIEN_XUONG, HAU_GIANG)), min_size=1, max_size=4))
    ):
        source = Source(f"{number}.txt", head)
        for code, date, title, kind, term in draw(st.lists(citation, min_size=1, max_size=5)):
            source.doc(code, date, title=title, kind=kind, term=term)
        last = len(source.mentions) - 1
        for one, other in draw(st.lists(st.tuples(st.integers(-1, last), st.integers(0, last)), max_size=4)):
            if one != other:
                source.says(one, Relation.IMPLEMENTS, other)
        made.append(source)
    return made


@given(sources(), st.randoms(use_true_random=False))
def test_findings_are_the_same_in_any_order_of_the_sources(made: list[Source], random: object) -> None:
    extractions = [source.extraction() for source in made]
    shuffled = list(extractions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first, second = build_content(extractions), build_content(shuffled)
    assert first.findings == second.findings
    assert len(set(first.findings)) == len(first.findings)


@given(sources())
def test_every_place_quotes_its_text_and_its_line(made: list[Source]) -> None:
    extractions = [source.extraction() for source in made]
    content = build_content(extractions)
    _assert_quotes(content.findings, {extraction.file: extraction for extraction in extractions})
    iris = {entity.iri for entity in content.entities}
    assert all(set(finding.entities) <= iris for finding in content.findings)


def _assert_quotes(findings: object, extractions: dict[str, Extraction]) -> int:
    count = 0
    for finding in findings:  # type: ignore[attr-defined]
        for place in finding.places:
            text = extractions[place.file].text
            if place.span is None:
                assert (place.quote, place.line) == ("", None)
                continue
            assert place.span.of(text) == place.quote
            assert place.line == text.count("\n", 0, place.span.start) + 1
            count += 1
    return count


@given(st.text(alphabet=" ab.\n;“”)1Đđ", min_size=1, max_size=200), st.data())
def test_a_passage_holds_its_place_and_ends_at_a_line_or_a_stop(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = passage_around(text, Span(start, end))
    assert passage.contains(Span(start, end))
    assert passage.end <= len(text)


PASSAGES = [
    ("Câu một. Câu hai về 18-NQ/TW. Câu ba.", "18-NQ/TW", "Câu hai về 18-NQ/TW."),
    ("Dòng một\nDòng hai về 18-NQ/TW\nDòng ba", "18-NQ/TW", "Dòng hai về 18-NQ/TW"),
    ("Kế hoạch thực hiện\nnghị quyết 18-NQ/TW của\ntrung ương.\nMục sau", "18-NQ/TW",
     "Kế hoạch thực hiện\nnghị quyết 18-NQ/TW của\ntrung ương."),
    ("a) việc trước;\nb) việc theo 18-NQ/TW;\nc) việc sau", "18-NQ/TW", "b) việc theo 18-NQ/TW;"),
    ("Đoàn TP. Cần Thơ học 18-NQ/TW.", "18-NQ/TW", "Đoàn TP. Cần Thơ học 18-NQ/TW."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "passage"), PASSAGES)
def test_passages(text: str, words: str, passage: str) -> None:
    start = text.index(words)
    found = passage_around(text, Span(start, start + len(words)))
    assert found.of(text) == passage


def test_a_passage_without_end_is_cut_at_words() -> None:
    text = "xa " * 1000 + "18-NQ/TW" + " gần" * 1000
    start = text.index("18")
    passage = passage_around(text, Span(start, start + 8)).of(text)
    assert set(passage.split()) == {"xa", "18-NQ/TW", "gần"}
    assert 790 < len(passage) < 810


@given(st.text(alphabet="a\n", max_size=50), st.integers(0, 60))
def test_lines_are_counted_as_an_editor_counts_them(text: str, position: int) -> None:
    assert Lines(text).number(position) == text.count("\n", 0, position) + 1


def test_the_findings_of_the_sample_corpus_quote_it(sample_dir: Path, extractor: Extractor) -> None:
    paths = sorted(path for path in sample_dir.rglob("*") if path.suffix in (".txt", ".md"))
    extractions = [
        extractor.extract(read_source(SourceFile(path.relative_to(sample_dir).as_posix(), path))) for path in paths
    ]
    forward, backward = build_content(extractions), build_content(reversed(extractions))
    assert forward.findings == backward.findings
    assert _assert_quotes(forward.findings, {extraction.file: extraction for extraction in extractions}) >= 3

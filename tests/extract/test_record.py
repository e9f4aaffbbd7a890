"""The stored form of an extraction loses nothing and refuses what cannot be trusted."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from hand_made import chain
from hypothesis import given
from hypothesis import strategies as st
from indicator_texts import REPORT, read

from extract.record import from_record, to_record
from ontology.dates import PartialDate
from ontology.extraction import Extraction, Letterhead, Signer
from ontology.levels import Level
from ontology.marks import Authority, Secrecy, SecrecyMark, Urgency, UrgencyMark
from ontology.mentions import Citation, EntityLabel, Mention, OrganizationName, PlaceName
from ontology.spans import Span
from ontology.statements import SELF, Evidence, Modality, Relation, Statement

words = st.text(min_size=1, max_size=8)
maybe_words = st.none() | words
levels = st.none() | st.sampled_from(Level)
dates = st.none() | st.builds(PartialDate, st.integers(1900, 2199), st.none() | st.integers(1, 12))
days = dates | st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)).map(lambda d: PartialDate(d.year, d.month, d.day))
citations = st.builds(Citation, maybe_words, maybe_words, days, maybe_words, maybe_words, maybe_words)
place_names = st.builds(PlaceName, maybe_words, words, st.lists(words, max_size=3).map(tuple))
organization_names = st.builds(OrganizationName, words, levels, maybe_words)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    text = draw(st.text(min_size=1, max_size=60))
    starts = st.integers(0, len(text) - 1)
    spans = starts.flatmap(lambda start: st.integers(start + 1, len(text)).map(lambda end: Span(start, end)))
    file, sha256 = draw(words), draw(words)

    def mention(span: Span) -> Mention:
        detail = draw(st.none() | citations | place_names | organization_names)
        return Mention(draw(st.sampled_from(EntityLabel)), span, span.of(text), draw(words), detail)

    mentions = tuple(mention(span) for span in draw(st.lists(spans, max_size=4)))
    ends = st.integers(SELF, len(mentions) - 1) if mentions else st.just(SELF)

    def statement(span: Span) -> Statement:
        evidence = Evidence(file, sha256, span, span.of(text), draw(words), draw(st.floats(0, 1)),
                            draw(st.none() | st.integers(1, 3000)))  # fmt: skip
        predicate, modality = draw(st.sampled_from(Relation)), draw(st.sampled_from(Modality))
        return Statement(draw(ends), predicate, draw(st.none() | ends), evidence, draw(words), modality,
                         draw(maybe_words))  # fmt: skip

    authorities = st.lists(st.sampled_from(Authority), max_size=2).map(tuple)
    signers = st.builds(Signer, words, maybe_words, maybe_words, maybe_words, authorities, maybe_words)
    texts = st.lists(words, max_size=3).map(tuple)
    secrecy = st.none() | st.builds(SecrecyMark, st.sampled_from(Secrecy), words)
    urgency = st.none() | st.builds(UrgencyMark, st.sampled_from(Urgency), words)
    head = Letterhead(draw(maybe_words), draw(maybe_words), draw(maybe_words), draw(maybe_words), draw(levels),
                      draw(maybe_words), draw(maybe_words), draw(days), draw(maybe_words),
                      draw(st.lists(signers, max_size=3).map(tuple)), draw(st.none() | spans), draw(texts), draw(texts),
                      draw(secrecy), draw(urgency), draw(maybe_words))  # fmt: skip
    statements = tuple(statement(span) for span in draw(st.lists(spans, max_size=4)))
    notes = tuple(draw(st.lists(words, max_size=2)))
    return Extraction(
        file, sha256, draw(words), text, head, mentions, statements, draw(words), draw(st.booleans()), notes
    )


@given(extractions())
def test_a_record_gives_the_same_extraction_back(extraction: Extraction) -> None:
    stored = json.loads(json.dumps(to_record(extraction)))
    assert from_record(stored, extraction.text) == extraction


def test_a_record_repeats_nothing_of_the_text() -> None:
    stored = json.dumps(to_record(chain().extraction()), ensure_ascii=False)
    assert "concretizes Chương trình" not in stored


def _other_quote(extraction: Extraction) -> Extraction:
    first = extraction.statements[0]
    return replace(extraction, statements=(replace(first, evidence=replace(first.evidence, quote="khác")),))


def _other_file(extraction: Extraction) -> Extraction:
    first = extraction.statements[0]
    return replace(extraction, statements=(replace(first, evidence=replace(first.evidence, file="khác.txt")),))


def _other_mention(extraction: Extraction) -> Extraction:
    return replace(extraction, mentions=(replace(extraction.mentions[0], text="khác"),))


@pytest.mark.parametrize("spoil", [_other_quote, _other_file, _other_mention])
def test_offsets_that_do_not_fit_the_text_are_refused(spoil) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match="source"):
        to_record(spoil(chain().extraction()))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("sha256", 1),
        ("mentions", "x"),
        ("mentions", [1]),
        ("mentions", [{"span": [3], "label": "DOC", "norm": "x"}]),
        ("mentions", [{"span": [3, 2], "label": "DOC", "norm": "x"}]),
        ("mentions", [{"span": [0, 1], "label": "XYZ", "norm": "x"}]),
        ("statements", [{}]),
        ("letterhead", {"date": "2022-13"}),
        ("letterhead", None),
    ],
)
def test_a_record_of_another_shape_is_refused(key: str, value: object) -> None:
    extraction = chain().extraction()
    record = {**to_record(extraction), key: value}
    with pytest.raises(ValueError, match=r".+"):
        from_record(record, extraction.text)  # type: ignore[arg-type]


def test_indicators_and_stages_survive_the_record() -> None:
    text = f"{REPORT}Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025: xã Tân Bình phấn đấu giảm tỷ lệ hộ nghèo từ 3,50% xuống còn dưới 2,1%.\nThu nhập đạt 65 triệu đồng/người/năm, đạt 42/50 chỉ tiêu."
    extraction = read(text)
    assert len(extraction.indicators) >= 2
    stored = json.loads(json.dumps(to_record(extraction)))
    assert from_record(stored, text) == extraction


def test_a_record_of_a_wrong_indicator_is_refused() -> None:
    text = "Tỷ lệ hộ nghèo còn 1,2%."
    extraction = read(text)
    stored = json.loads(json.dumps(to_record(extraction)))
    for key, value in (
        ("amount", {"value": "nhiều", "unit": "%", "kind": "percent", "base": "%"}),
        ("aim", "maybe"),
        ("at", [3]),
    ):
        wrong = {**stored, "indicators": [{**stored["indicators"][0], key: value}]}
        with pytest.raises(ValueError, match=r".+"):
            from_record(wrong, text)
    (indicator,) = extraction.indicators
    other = replace(extraction, indicators=(replace(indicator, evidence=replace(indicator.evidence, quote="khác")),))
    with pytest.raises(ValueError, match="quote"):
        to_record(other)

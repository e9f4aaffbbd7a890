"""Texts that are made to cost much cost no more than others, and what is read of them is sound.

The bound is no measurement, which is what ``benchmarks/hostile_inputs.py`` is for: it lies at about a hundred times
the usual processor time, where only cost that grows faster than the text can reach it.
"""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.hostile_inputs import PIECES, names, text_of
from extract.extractor import Extractor
from extract.source import SourceText

LENGTH = 30_000
MOST_SECONDS = 5.0
EXTRACTOR = Extractor()


def _read(text: str) -> None:
    begun = time.process_time()
    extraction = EXTRACTOR.extract(SourceText("a.txt", "0" * 64, "utf-8", text))
    assert time.process_time() - begun < MOST_SECONDS
    assert all(mention.text == mention.span.of(text) for mention in extraction.mentions)
    assert all(s.evidence.quote == s.evidence.span.of(text) for s in extraction.statements)


def test_there_are_texts() -> None:
    assert len(names()) > 90


@pytest.mark.parametrize("name", names())
def test_a_hostile_text_is_read_in_time(name: str) -> None:
    _read(text_of(name, LENGTH))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(sorted(PIECES.values())), min_size=1, max_size=4), st.integers(1, 400))
def test_any_pieces_repeated_are_read_in_time(pieces: list[str], times: int) -> None:
    text = "".join(piece * times for piece in pieces)
    _read((text * (LENGTH // len(text) + 1))[:LENGTH])


@pytest.mark.parametrize("part", ["khoản 1 Điều 2, ", "khoản 1, điểm a, ", "điểm i, điểm v, ", "Điều 1, 2 và 3, "])
def test_a_long_list_of_parts_before_a_citation_is_read_in_time(part: str) -> None:
    _read(f"Căn cứ {part * 30}thì Nghị định số 105/2021/NĐ-CP quy định.\n" * 5)

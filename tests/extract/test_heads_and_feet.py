"""Heads and feet of documents in all layouts: every field that a case names."""

import pytest
from letterhead_case import Case
from letterhead_cases import CASES, NO_LETTERHEAD

from extract.letterhead import read_letterhead
from extract.letterhead_record import letterhead_from_record, letterhead_to_record
from extract.normalize import normalize
from extract.output import letterhead_object
from ontology.extraction import Letterhead


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_head_and_foot(case: Case) -> None:
    found = letterhead_object(read_letterhead(normalize(case.text, markdown=case.markdown)).letterhead)
    assert {key: found[key] for key in case.expected} == case.expected


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_letterhead_is_stored_without_loss(case: Case) -> None:
    head = read_letterhead(normalize(case.text, markdown=case.markdown)).letterhead
    assert letterhead_from_record(letterhead_to_record(head)) == head


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_places_of_signatures(case: Case) -> None:
    normalized = normalize(case.text, markdown=case.markdown)
    for signature in read_letterhead(normalized).signatures:
        words = normalized.text[slice(*signature.name)]
        assert words.casefold() == signature.signer.name.casefold()
        assert signature.start <= signature.post_start <= signature.name[0]


@pytest.mark.parametrize("text", NO_LETTERHEAD)
def test_a_passage_or_annex_has_no_letterhead(text: str) -> None:
    read = read_letterhead(normalize(text))
    assert (read.letterhead, read.body_start, read.title) == (Letterhead(), 0, (0, 0))


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 45
    assert len(NO_LETTERHEAD) >= 9

"""The tables behind the indicators: their schema and what their patterns match."""

import pytest

from ontology.indicator_words import indicator_words, links
from ontology.measures import units_of_measure


def test_every_row_has_an_example() -> None:
    assert [row.unit for row in units_of_measure() if not row.examples] == []
    assert [row.words for row in links() if not row.examples] == []


def test_no_form_of_a_unit_stands_twice() -> None:
    forms = [form for row in units_of_measure() for form in (row.unit, *row.forms)]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_no_link_stands_twice() -> None:
    words = [word for row in links() for word in row.words]
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize("row", links(), ids=lambda row: row.words[0])
def test_a_link_stands_in_its_example(row) -> None:
    assert any(word in example.lower() for word in row.words for example in row.examples)


@pytest.mark.parametrize("part", ["targets", "target_sections", "result_sections", "norms"])
def test_each_pattern_matches_its_examples(part: str) -> None:
    table = indicator_words()
    pattern = getattr(table, part)
    assert table.examples[part]
    assert [example for example in table.examples[part] if not pattern.search(example.lower())] == []

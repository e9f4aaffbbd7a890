"""The table of words by which places take part in programmes; ``tests/extract/test_coverage.py`` runs its examples."""

import pytest

from ontology.participation import participation
from ontology.table import read_table


def test_every_part_has_examples():
    parts = {name: part for name, part in read_table("participation.json").items() if isinstance(part, dict)}
    all_rows = [(name, row) for name, part in parts.items() for row in part.get("rows", [part])]
    assert [name for name, row in all_rows if not row.get("examples")] == []
    assert len(participation().yes) + len(participation().no) == sum(len(row["examples"]) for _, row in all_rows)


def test_every_part_says_what_it_is_for():
    parts = [part for part in read_table("participation.json").values() if isinstance(part, dict)]
    assert all(part["about"].endswith(".") for part in parts)


@pytest.mark.parametrize(
    ("field", "words", "found"),
    [
        ("denials", "chưa tham gia", True),
        ("denials", "không ngừng nâng cao", False),
        ("denied_behind", "chưa đăng ký", True),
        ("verbs", "về đích", True),
        ("verbs", "vềđích", False),
        ("place_words", " đi qua ", True),
        ("place_words", " tại đây, giao ", False),
        ("continues", ", ưu tiên cho", True),
        ("requests", "huyện đề nghị bổ sung", True),
        ("requests", "đề nghị công nhận", False),
        ("mergers", " (gồm ", True),
    ],
)
def test_patterns_match_whole_words(field, words, found):
    assert (getattr(participation(), field).search(words) is not None) is found

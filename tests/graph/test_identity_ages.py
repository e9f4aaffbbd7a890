"""How old a document must be by the words before its citation."""

import json
from datetime import date
from importlib.resources import files

import pytest
from hand_made import Source
from identity_cases import BASE, HAU_GIANG, cited

from graph.identity import build_content
from graph.identity.ages import latest_by_age, years_before
from graph.identity.rules import Rule

EXAMPLES = json.loads(files("graph").joinpath("tables/age_words.json").read_text(encoding="utf-8"))["examples"]


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["text"])
def test_the_tables_examples(row: dict[str, object]) -> None:
    text = str(row["text"])
    assert years_before(text, len(text)) == row["years"]


@pytest.mark.parametrize(
    ("before", "latest"),
    [
        ("Hội nghị TỔNG KẾT\n10 năm thực hiện ", date(2015, 12, 31)),
        ("sơ kết 01 năm thực hiện ", date(2024, 12, 31)),
        ("tổng kết 10 năm thực hiện phong trào và ", None),
        ("tổng kết thực hiện ", None),
        ("", None),
    ],
)
def test_a_document_is_as_old_as_its_review_says(before: str, latest: date | None) -> None:
    assert latest_by_age(before, len(before), date(2024, 11, 30)) == latest
    assert latest_by_age(before, len(before), None) is None


@pytest.mark.parametrize(
    ("before", "path", "rule"),
    [
        # Of ten years ago, which no source dates: not the directive of this year beside it.
        ("tổng kết 10 năm thực hiện ", "trung-uong-dang/95-ct-tw/undated", Rule.UNDATED),
        ("tiếp tục thực hiện ", "trung-uong-dang/95-ct-tw/2023-06-14", Rule.SAME_SOURCE),
    ],
)
def test_what_was_carried_out_for_ten_years_is_not_of_this_year(before: str, path: str, rule: Rule) -> None:
    source = Source("x.txt", HAU_GIANG)
    source.doc("95-CT/TW", date="2023-06-14", kind="Chỉ thị")
    source.body += before
    source.doc("95-CT/TW", kind="Chỉ thị")
    entity, decided = cited(build_content([source.extraction()]), 1)
    assert (entity.iri, decided) == (BASE + path, rule)

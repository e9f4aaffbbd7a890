"""Whose count of terms a number of a term is."""

import pytest

from graph.identity.terms import central_terms, fits_term
from ontology.dates import PartialDate

JUNE_2022 = PartialDate(2022, 6, 16)


@pytest.mark.parametrize(
    ("term", "date", "family", "fits"),
    [
        ("khóa XIII", JUNE_2022, "tw", True),
        ("khóa XII", JUNE_2022, "tw", False),
        ("khóa XIII", JUNE_2022, "hntw", True),
        # The National Assembly's XIII was that of 2011 to 2016: neither right nor wrong by the Committee's count.
        ("khóa XIII", PartialDate(2013, 11, 29), "qh", None),
        ("khóa XIII", JUNE_2022, "ubtvqh", None),
        ("khóa X", JUNE_2022, "hđnd", None),
        ("khóa XIII", JUNE_2022, "cp", None),
        ("khóa XIII", PartialDate(2021, 1), "tw", True),
        ("khóa XIII", PartialDate(2021, 1, 5), "tw", False),
        ("nhiệm kỳ 2020 - 2025", JUNE_2022, "tu", True),
        ("nhiệm kỳ 2015 - 2020", JUNE_2022, "tu", False),
        ("nhiệm kỳ", JUNE_2022, "tw", None),
    ],
)
def test_a_number_is_of_the_central_committees_terms_only(
    term: str, date: PartialDate, family: str, fits: bool | None
) -> None:
    assert fits_term(term, date, family) is fits


def test_two_terms_meet_in_the_days_of_a_congress() -> None:
    assert central_terms(PartialDate(2021, 1, 28)) == {"XII", "XIII"}
    assert central_terms(JUNE_2022) == {"XIII"}

"""The value types that all floors share: codes, dates, spans, folded names."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.codes import CodeStyle, DocumentCode
from ontology.dates import PartialDate
from ontology.folding import CAPITALS, SMALL, fold, modern_tones
from ontology.levels import Level
from ontology.spans import Span
from ontology.statements import CASCADE, DOCUMENT_RELATIONS, Relation

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "style", "number", "year", "type_code", "organ"),
    [
        ("18-NQ/TW", CodeStyle.PARTY, "18", None, "NQ", "TW"),
        ("8b-NQ/HNTW", CodeStyle.PARTY, "8b", None, "NQ", "HNTW"),
        ("139-CTr/TU", CodeStyle.PARTY, "139", None, "CTr", "TU"),
        ("11-QĐi/TW", CodeStyle.PARTY, "11", None, "QĐi", "TW"),
        ("-BC/HU", CodeStyle.PARTY, "", None, "BC", "HU"),
        ("06-HD/BTCTW-BTGTW", CodeStyle.PARTY, "06", None, "HD", "BTCTW-BTGTW"),
        ("105/2021/NĐ-CP", CodeStyle.STATE, "105", 2021, "NĐ", "CP"),
        ("785/QĐ-UBND", CodeStyle.STATE, "785", None, "QĐ", "UBND"),
        ("/QĐ-UBND", CodeStyle.STATE, "", None, "QĐ", "UBND"),
        ("20/2023/QH15", CodeStyle.STATE, "20", 2023, None, "QH15"),
        ("76/2025/UBTVQH15", CodeStyle.STATE, "76", 2025, None, "UBTVQH15"),
        ("473a/NQ-UBTVQH13", CodeStyle.STATE, "473a", None, "NQ", "UBTVQH13"),
        ("07/2013/TTLT-BGDĐT-BNV-BTC", CodeStyle.STATE, "07", 2013, "TTLT", "BGDĐT-BNV-BTC"),
        ("88/2016/TTLT/BTC-BTNMT", CodeStyle.STATE, "88", 2016, "TTLT", "BTC-BTNMT"),
        ("1188/QĐ.UBND-VX", CodeStyle.STATE, "1188", None, "QĐ", "UBND-VX"),
        ("4104/SNV-XDCQ", CodeStyle.STATE, "4104", None, "SNV", "XDCQ"),
        ("217CV/UB", CodeStyle.PARTY, "217", None, "CV", "UB"),
        ("64-CP", CodeStyle.STATE, "64", None, None, "CP"),
        ("66.2/2025/NQ-CP", CodeStyle.STATE, "66.2", 2025, "NQ", "CP"),
        ("19-2018/NQ-CP", CodeStyle.STATE, "19", 2018, "NQ", "CP"),
        ("86/QĐ.UBT.97", CodeStyle.STATE, "86", None, "QĐ", "UBT.97"),
    ],
)
def test_a_code_is_read(
    text: str, style: CodeStyle, number: str, year: int | None, type_code: str | None, organ: str | None
) -> None:
    code = DocumentCode.parse(text)
    assert str(code) == text
    assert (code.style, code.number, code.year, code.type_code, code.organ) == (style, number, year, type_code, organ)
    assert code.is_blank == (number == "")


@pytest.mark.parametrize("text", ["", "18", "NQ/TW", "18-NQ", "18 -NQ/TW", "Nghị quyết", "18-NQ/", "-/", "12/"])
def test_what_is_no_code_raises(text: str) -> None:
    with pytest.raises(ValueError, match="not a document code"):
        DocumentCode.parse(text)


def test_codes_are_compared_without_case_and_leading_zeros() -> None:
    assert DocumentCode.parse("05-KH/HU").key == DocumentCode.parse("5-kh/HU").key
    assert DocumentCode.parse("05-KH/HU").key != DocumentCode.parse("50-KH/HU").key


@given(
    st.integers(1, 99_999),
    st.sampled_from(["NQ", "KH", "CTr", "QĐ", "QĐi", "ĐA"]),
    st.sampled_from(["TW", "TU", "HU", "UBKTTW", "BTCTW-BTGTW"]),
)
def test_a_party_code_is_printed_as_read(number: int, type_code: str, organ: str) -> None:
    code = DocumentCode.parse(f"{number}-{type_code}/{organ}")
    assert (code.number, code.type_code, code.organ) == (str(number), type_code, organ)
    assert DocumentCode.parse(str(code)) == code


@given(
    st.integers(1, 99_999),
    st.none() | st.integers(1945, 2199),
    st.sampled_from(["NQ", "QĐ", "TTLT", "NĐ"]),
    st.sampled_from(["CP", "UBND", "BTC-BNV"]),
)
def test_a_state_code_is_printed_as_read(number: int, year: int | None, type_code: str, organ: str) -> None:
    code = DocumentCode.parse(f"{number}/{f'{year}/' if year else ''}{type_code}-{organ}")
    assert (code.number, code.year, code.type_code, code.organ) == (str(number), year, type_code, organ)
    assert DocumentCode.parse(str(code)) == code


@given(st.text(max_size=30))
def test_a_code_is_read_or_refused(text: str) -> None:
    try:
        code = DocumentCode.parse(text)
    except ValueError:
        return
    assert str(code) == text


@given(DAYS, st.sampled_from(["day", "month", "year"]))
def test_a_date_is_printed_as_read(day: datetime.date, known: str) -> None:
    date = PartialDate(day.year, day.month if known != "year" else None, day.day if known == "day" else None)
    assert PartialDate.parse(str(date)) == date
    assert date.first_day <= day
    assert date.matches(PartialDate(day.year, day.month, day.day))
    assert date.vietnamese.endswith(str(day.year))


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (2022, 6, 31),
        (2023, 2, 29),
        (2022, 13, 1),
        (2022, 0, 1),
        (2022, 6, 0),
        (2022, None, 1),
        (1899, 1, 1),
        (2200, 1, 1),
    ],
)
def test_an_impossible_date_raises(year: int, month: int | None, day: int | None) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate(year, month, day)


@pytest.mark.parametrize("iso", ["", "2022-", "-2022", "2022-6-1-1", "ngày", "20 22", "2022-06-00", "2022-00"])
def test_what_is_no_iso_date_raises(iso: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(iso)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2022-06-16", "2022-06-16", True),
        ("2022-06-16", "2022-06", True),
        ("2022", "2022-06-16", True),
        ("2022-06-16", "2022-06-17", False),
        ("2022-06", "2022-07-01", False),
        ("2022", "2023", False),
    ],
)
def test_dates_match_as_far_as_they_are_known(one: str, other: str, expected: bool) -> None:
    first, second = PartialDate.parse(one), PartialDate.parse(other)
    assert first.matches(second) is expected
    assert second.matches(first) is expected


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 1)])
def test_what_is_no_span_raises(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans() -> None:
    span = Span(2, 5)
    assert (len(span), span.of("abcdefg")) == (3, "cde")
    assert span.overlaps(Span(4, 6))
    assert not span.overlaps(Span(5, 6))
    assert span.contains(Span(2, 5))
    assert not span.contains(Span(1, 5))
    assert sorted([Span(3, 4), Span(2, 9), Span(2, 5)]) == [Span(2, 5), Span(2, 9), Span(3, 4)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoà Mỹ", "Hòa Mỹ"),
        ("Huyện uỷ", "Huyện ủy"),
        ("HUYỆN UỶ", "HUYỆN ỦY"),
        ("Uỷ ban", "Ủy ban"),
        ("thuỷ lợi", "thủy lợi"),
        ("quý, toàn, hoạt, khoẻ", "quý, toàn, hoạt, khỏe"),
        ("Hòa", "Hòa"),
        ("hoa\u0300", "hòa"),
    ],
)
def test_tone_marks_are_put_where_they_stand_today(text: str, expected: str) -> None:
    assert modern_tones(text) == expected


@given(st.text(alphabet="hoaàáảãạeèéẻẽẹuyỳýỷỹỵqùú ", max_size=20))
def test_modern_tones_are_stable(text: str) -> None:
    assert modern_tones(modern_tones(text)) == modern_tones(text)


@given(st.text(max_size=40))
def test_folded_text_has_no_case_and_no_marks(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text.upper() if text.isascii() else text) == fold(text)


def test_capitals_and_small_letters() -> None:
    capitals = CAPITALS.removeprefix("A-Z")
    assert len(set(capitals)) == len(capitals) == 12 * 5 + 7 + 1 - 1
    assert all(letter.isupper() for letter in capitals)
    assert CAPITALS.lower() == SMALL


def test_levels_go_down() -> None:
    assert [level.rank for level in (Level.CENTRAL, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)] == [0, 1, 2, 3]
    assert all(level.vietnamese for level in Level)


def test_the_cascade_is_of_document_relations() -> None:
    assert set(DOCUMENT_RELATIONS) >= CASCADE
    assert all(relation.carries_out == (relation in CASCADE) for relation in Relation)
    assert Relation.LINKED_WITH.rdf_name == "linkedWith"
    assert Relation.LINKED_WITH.cypher_type == "LINKED_WITH"

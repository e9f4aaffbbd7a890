"""What decides an undated citation, what does not, and what an open one tells of its candidates."""

import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest
from hand_made import PHUNG_HIEP, Source, letterhead
from identity_cases import HAU_GIANG, KIEN_XUONG, LONG_MY, cited, district

from graph.content import GraphContent
from graph.database import Database
from graph.gaps.open_questions import candidate_reasons
from graph.identity import build_content
from graph.identity.rules import Rule, resolution_rules
from graph.reasons import Bearing, CandidateReasons, Feature, Reason
from graph.stores import sqlite_store
from ontology.levels import Level
from ontology.statements import SELF, Modality, Relation

OLD, NEW = "2017-10-25", "2022-06-16"
LAND = "Tiếp tục đổi mới, hoàn thiện thể chế, chính sách, nâng cao hiệu lực, hiệu quả quản lý và sử dụng đất"
APPARATUS = "Một số vấn đề về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn"


@dataclass(frozen=True)
class Said:
    """One citation of 18-NQ/TW."""

    date: str | None = None
    title: str | None = None
    term: str | None = None
    issuer: str | None = None


def _cite(source: Source, said: Said) -> int:
    return source.doc("18-NQ/TW", said.date, title=said.title, term=said.term, issuer=said.issuer, kind="Nghị quyết")


def _known(*said: Said) -> Source:
    source = Source("known.txt", LONG_MY)
    for one in said:
        _cite(source, one)
    return source


CASES = [
    # What the corpus says of both; what the source says besides; what is asked; the date that is meant; the rule.
    ("a title", (Said(OLD, APPARATUS), Said(NEW, LAND)), (), Said(title=LAND), NEW, Rule.TITLE),
    ("a term", (Said(OLD), Said(NEW)), (), Said(term="khóa XII"), OLD, Rule.TERM),
    ("the same source", (Said(OLD), Said(NEW)), (Said(NEW),), Said(), NEW, Rule.SAME_SOURCE),
    ("two in the same source", (), (Said(OLD), Said(NEW)), Said(), None, Rule.OPEN),
    ("a title against the same source", (Said(OLD, APPARATUS), Said(NEW)), (Said(NEW),), Said(title=APPARATUS), None,
     Rule.OPEN),
    ("a term against the same source", (Said(OLD), Said(NEW)), (Said(NEW),), Said(term="khóa XII"), OLD, Rule.TERM),
    ("an issuer", (Said(OLD, issuer="Ban Bí thư"), Said(NEW, issuer="Bộ Chính trị")), (), Said(issuer="Bộ Chính trị"),
     NEW, Rule.ISSUER),
    ("an issuer of both", (Said(OLD, issuer="Bộ Chính trị"), Said(NEW, issuer="Bộ Chính trị")), (),
     Said(issuer="Bộ Chính trị"), None, Rule.OPEN),
    ("an issuer that one of them leaves open", (Said(OLD), Said(NEW, issuer="Bộ Chính trị")), (),
     Said(issuer="Bộ Chính trị"), None, Rule.OPEN),
    ("the register's own name", (Said(OLD, issuer="Ban Chấp hành Trung ương"), Said(NEW, issuer="Bộ Chính trị")), (),
     Said(issuer="Trung ương"), None, Rule.OPEN),
    ("an issuer against a title", (Said(OLD, APPARATUS, issuer="Ban Bí thư"), Said(NEW, issuer="Bộ Chính trị")), (),
     Said(title=APPARATUS, issuer="Bộ Chính trị"), None, Rule.OPEN),
]  # fmt: skip


@pytest.mark.parametrize(("name", "known", "here", "asked", "meant", "rule"), CASES, ids=lambda case: str(case)[:40])
def test_one_kind_of_evidence_decides_and_two_that_disagree_do_not(
    name: str, known: tuple[Said, ...], here: tuple[Said, ...], asked: Said, meant: str | None, rule: Rule
) -> None:
    reader = Source("x.txt", PHUNG_HIEP)
    for said in here:
        _cite(reader, said)
    index = _cite(reader, asked)
    found, by = cited(build_content([_known(*known).extraction(), reader.extraction()]), index)
    assert (found.date and str(found.date), found.open, by) == (meant, meant is None, rule), name


def test_every_rule_has_a_weight_and_a_meaning() -> None:
    assert set(resolution_rules()) == set(Rule)
    assert all(row.meaning for row in resolution_rules().values())


# -- agreement --------------------------------------------------------------------------------------------------------


def _carried_out(file: str, date: str | None, *, programme: str | None = "2022-11-09", head: object = LONG_MY,
                 modality: Modality = Modality.ASSERTED, relation: Relation = Relation.IMPLEMENTS) -> Source:  # fmt: skip
    """Say that 139-CTr/TU carries out 18-NQ/TW."""
    source = Source(file, head)  # type: ignore[arg-type]
    plan = source.doc("139-CTr/TU", programme, kind="Chương trình")
    source.says(plan, relation, _cite(source, Said(date)), modality=modality)
    return source


AGREEMENT = [
    ("all others name one", [_carried_out("a.txt", NEW), _carried_out("b.txt", NEW, head=HAU_GIANG)], True),
    ("a nearer relation is the same fact", [_carried_out("a.txt", NEW, relation=Relation.CONCRETIZES)], True),
    ("two are named", [_carried_out("a.txt", NEW), _carried_out("b.txt", OLD, head=HAU_GIANG)], False),
    ("another programme of that number", [_carried_out("a.txt", NEW, programme="2017-11-09")], False),
    ("another province's programme", [_carried_out("a.txt", NEW, head=KIEN_XUONG)], False),
    ("what is merely intended", [_carried_out("a.txt", NEW, modality=Modality.INTENDED)], False),
    ("what is denied", [_carried_out("a.txt", NEW, modality=Modality.NEGATED)], False),
    ("another relation", [_carried_out("a.txt", NEW, relation=Relation.REVIEWS)], False),
    ("others that give no date", [_carried_out("a.txt", None, head=HAU_GIANG)], False),
]


@pytest.mark.parametrize(
    ("name", "others", "decided"), AGREEMENT, ids=lambda case: case if isinstance(case, str) else ""
)
def test_a_fact_that_all_others_date_alike_decides(name: str, others: list[Source], decided: bool) -> None:
    known = Source("known.txt", district("Vũ Thư", "Thái Bình"))
    for date in (OLD, NEW):
        _cite(known, Said(date))
    reader = _carried_out("x.txt", None, head=PHUNG_HIEP)
    content = build_content(source.extraction() for source in (*others, known, reader))
    found, rule = cited(content, 1)
    assert (found.open, rule) == ((False, "agreement") if decided else (True, "open")), name
    if decided:
        assert str(found.date) == NEW
        assert not [entity for entity in content.entities if entity.open]


def test_a_document_that_the_reader_is_counts_as_one() -> None:
    """The plan itself cites without a date; others say of that very plan which resolution it carries out."""
    own = Source("x.txt", letterhead("109-KH/HU", "Huyện ủy Phụng Hiệp", "huyện Phụng Hiệp", "tỉnh Hậu Giang",
                                     "2023-02-02", level=Level.DISTRICT))  # fmt: skip
    own.says(SELF, Relation.IMPLEMENTS, _cite(own, Said()))
    other = Source("o.txt", HAU_GIANG)
    _cite(other, Said(OLD))
    plan = other.doc("109-KH/HU", "2023-02-02", issuer="Huyện ủy Phụng Hiệp")
    other.says(plan, Relation.CONCRETIZES, _cite(other, Said(NEW)))
    found, rule = cited(build_content([own.extraction(), other.extraction()]), 0)
    assert (str(found.date), rule) == (NEW, "agreement")


@pytest.mark.parametrize(("others_say", "decided"), [("06-CT/TW", True), (None, False), ("05-CT/TW", False)])
def test_yearly_plans_for_one_directive_are_told_by_nothing_but_what_the_others_carry_out(
    others_say: str | None, decided: bool
) -> None:
    """Every January the same body makes a plan number 1 for the same directive."""
    sources = [Source("a.txt"), Source("x.txt")]
    first = sources[0].doc("1-KH/HU", "2021-01-10")
    second = sources[0].doc("1-KH/HU", "2022-01-11")
    sources[0].says(first, Relation.IMPLEMENTS, sources[0].doc("05-CT/TW", "2016-05-15", kind="Chỉ thị"))
    if others_say is not None:
        sources[0].says(second, Relation.IMPLEMENTS, sources[0].doc(others_say, "2016-05-15", kind="Chỉ thị"))
    plan = sources[1].doc("1-KH/HU")
    sources[1].says(plan, Relation.IMPLEMENTS, sources[1].doc("05-CT/TW", "2016-05-15", kind="Chỉ thị"))
    found, rule = cited(build_content(source.extraction() for source in sources), 0)
    assert (found.open, rule) == ((False, "agreement") if decided else (True, "open"))


def test_a_term_whose_years_no_table_knows_decides_where_all_dates_agree() -> None:
    sources = [Source(file, body=f"{file}\n") for file in ("a.txt", "b.txt", "x.txt")]
    sources[0].doc("5-NQ/TU", "2016-03-02", kind="Nghị quyết", term="khóa XIII")
    sources[1].doc("5-NQ/TU", "2021-04-02", kind="Nghị quyết", term="khóa XIV")
    for term in ("khóa XIV", "khóa XII"):
        sources[2].doc("5-NQ/TU", kind="Nghị quyết", term=term)
    content = build_content(source.extraction() for source in sources)
    found, rule = cited(content, 0)
    assert (str(found.date), rule) == ("2021-04-02", "agreement")
    assert cited(content, 1)[0].open


# -- reasons ----------------------------------------------------------------------------------------------------------


def _open_content() -> GraphContent:
    known = _known(Said(OLD, APPARATUS), Said(NEW, LAND, issuer="Bộ Chính trị"))
    reader = Source("x.txt", PHUNG_HIEP)
    _cite(reader, Said())
    _cite(reader, Said(title="đổi mới", term="khóa không rõ"))
    return build_content([known.extraction(), reader.extraction()])


def _reasons(content: GraphContent, mention: int, date: str) -> dict[Feature, Reason]:
    citation, _ = cited(content, mention)
    (found,) = [
        r for r in content.reasons if r.citation == citation.iri and r.candidate.endswith(f"/{date}")
    ]  # fmt: skip
    return {reason.feature: reason for reason in found.reasons}


def test_every_candidate_of_every_open_citation_has_its_reasons() -> None:
    content = _open_content()
    wanted = [(entity.iri, candidate) for entity in content.entities for candidate in entity.candidates]
    assert len(wanted) == 4
    assert [(found.citation, found.candidate) for found in content.reasons] == sorted(wanted)
    assert all(found.reasons for found in content.reasons)


def test_reasons_say_what_fits_and_what_is_missing() -> None:
    found = _reasons(_open_content(), 0, NEW)
    assert {feature: reason.bearing for feature, reason in found.items()} == {
        Feature.CODE: Bearing.FOR,
        Feature.DATE: Bearing.SILENT,
        Feature.TERM: Bearing.SILENT,
        Feature.TITLE: Bearing.SILENT,
        Feature.READER: Bearing.FOR,
        Feature.SAME_SOURCE: Bearing.SILENT,
        Feature.AGREEMENT: Bearing.SILENT,
    }
    assert found[Feature.DATE].text == "Câu không nêu ngày; văn bản này ban hành ngày 16/6/2022"
    assert found[Feature.TITLE].known == LAND
    second = _reasons(_open_content(), 1, OLD)
    assert (second[Feature.TERM].said, second[Feature.TITLE].said) == ("khóa không rõ", "đổi mới")


def test_numbers_of_the_state_speak_against_another_year() -> None:
    other = Source("o.txt", HAU_GIANG)
    other.doc("785/QĐ-UBND", "2023-06-03", issuer="UBND tỉnh", kind="Quyết định")
    reader = Source("x.txt", district("Phụng Hiệp", "Hậu Giang", "2024-12-01"))
    reader.doc("785/QĐ-UBND", issuer="UBND tỉnh", kind="Quyết định")
    found = _reasons(build_content([other.extraction(), reader.extraction()]), 0, "2023-06-03")
    assert found[Feature.YEAR] == Reason(Feature.YEAR, Bearing.AGAINST, "2024", "2023")
    assert found[Feature.ISSUER].bearing is Bearing.FOR


def test_what_others_say_of_the_same_fact_is_told_where_they_disagree() -> None:
    sources = [_carried_out("a.txt", NEW), _carried_out("b.txt", OLD, head=HAU_GIANG),
               _carried_out("x.txt", None, head=PHUNG_HIEP)]  # fmt: skip
    content = build_content(source.extraction() for source in sources)
    assert _reasons(content, 1, NEW)[Feature.AGREEMENT].bearing is Bearing.FOR
    assert "139-CTr/TU" in _reasons(content, 1, NEW)[Feature.AGREEMENT].text


def test_reasons_are_read_back_for_all_and_for_one(tmp_path: Path) -> None:
    content = _open_content()
    sqlite_store.write(content, tmp_path / "g.sqlite")
    assert sqlite_store.read_content(tmp_path / "g.sqlite") == content
    citation, _ = cited(content, 0)
    with Database(tmp_path / "g.sqlite") as database:
        assert tuple(candidate_reasons(database)) == content.reasons
        one = candidate_reasons(database, [citation.iri])
    assert [found.candidate for found in one] == list(citation.candidates)
    assert all(isinstance(found, CandidateReasons) for found in one)


def test_every_wording_says_both_sides_of_its_examples() -> None:
    rows = json.loads(files("graph").joinpath("tables/candidate_reasons.json").read_text(encoding="utf-8"))
    assert len({(row["feature"], row["bearing"]) for row in rows}) == len(rows) == 21
    for row in rows:
        for said, known in row["examples"]:
            text = Reason(Feature(row["feature"]), Bearing(row["bearing"]), said, known).text
            assert "{" not in text
            assert text[0].isupper()
            assert not text.endswith(".")


# -- digits -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("18-NQ/TW", "19-NQ/TW", False),
        ("18-NQ/TW", "18a-NQ/TW", False),
        ("18a-NQ/TW", "18b-NQ/TW", False),
        ("18a-NQ/TW", "18A-NQ/TW", True),
        ("1-NQ/TW", "10-NQ/TW", False),
        ("05-NQ/TW", "5-NQ/TW", True),
        ("05-NQ/TW", "50-NQ/TW", False),
    ],
)
@pytest.mark.parametrize("title", [None, LAND])
@pytest.mark.parametrize("date", [NEW, None])
def test_digits_are_never_merged_by_likeness(
    one: str, other: str, same: bool, title: str | None, date: str | None
) -> None:
    sources = [Source("a.txt"), Source("x.txt", KIEN_XUONG)]
    sources[0].doc(one, NEW, title=title, kind=None)
    sources[1].doc(other, date, title=title, kind=None)
    content = build_content(source.extraction() for source in sources)
    assert (cited(content, 0, "a.txt")[0].iri == cited(content, 0)[0].iri) == same


@pytest.mark.parametrize(
    ("one", "other", "decided"),
    [
        ("Chuyển đổi số đến năm 2025", "chuyển đổi số đến năm 2030", False),
        ("Chuyển đổi số giai đoạn 2021 - 2025", "chuyển đổi số giai đoạn 2021 - 2030", False),
        ("Chuyển đổi số giai đoạn 2021 - 2025", "chuyển đổi số", True),
    ],
)
def test_titles_of_other_years_are_other_titles(one: str, other: str, decided: bool) -> None:
    known, reader = Source("a.txt"), Source("x.txt")
    known.doc("5-NQ/TU", "2021-03-02", title=one, kind="Nghị quyết")
    known.doc("5-NQ/TU", "2016-03-02", title="Phát triển kinh tế tập thể, hợp tác xã nông nghiệp", kind="Nghị quyết")
    reader.doc("5-NQ/TU", title=other, kind="Nghị quyết")
    found, rule = cited(build_content([known.extraction(), reader.extraction()]), 0)
    assert (rule == "title") == decided
    assert decided or str(found.date) != "2021-03-02"

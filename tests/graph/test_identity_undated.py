"""Which of several documents a citation means, and what stays open."""

import pytest
from hand_made import Source, letterhead
from identity_cases import BASE, HAU_GIANG, KIEN_XUONG, LONG_MY, cited, district

from graph.answers import EntityKind
from graph.identity import build_content
from ontology.dates import PartialDate
from ontology.levels import Level
from ontology.statements import Relation


@pytest.mark.parametrize(
    ("date", "meant", "rule"),
    [
        ("2022", "2022-06-16", "code-and-part-of-date"),
        ("2022-06", "2022-06-16", "code-and-part-of-date"),
        ("2022-07", "2022-07", "code-and-date"),
    ],
)
def test_a_part_of_a_date_is_enough_where_one_fits(date: str, meant: str, rule: str) -> None:
    source = Source("x.txt")
    source.doc("18-NQ/TW", "2022-06-16", kind="Nghị quyết")
    source.doc("18-NQ/TW", date, kind="Nghị quyết")
    found, by = cited(build_content([source.extraction()]), 1)
    assert (str(found.date), by) == (meant, rule)


def test_state_numbers_begin_anew_each_year() -> None:
    """785/QĐ-UBND of 2023 is no evidence for what a text of 2024 means by it."""
    other = Source("o.txt", HAU_GIANG)
    other.doc("785/QĐ-UBND", "2023-06-03", issuer="UBND tỉnh", kind="Quyết định")
    for year, is_open in (("2023-12-01", False), ("2024-12-01", True)):
        reader = Source("x.txt", district("Phụng Hiệp", "Hậu Giang", year))
        reader.doc("785/QĐ-UBND", issuer="UBND tỉnh", kind="Quyết định")
        assert cited(build_content([other.extraction(), reader.extraction()]), 0)[0].open == is_open


def test_decisions_and_regulations_of_one_number_stay_apart_without_a_date() -> None:
    source = Source("x.txt")
    source.doc("11-QĐ/TW", "2021-03-01", kind="Quyết định")
    source.doc("11-QĐi/TW", kind="Quy định")
    source.doc("11-QĐ/TW", "2019-02-18", kind="Quy định")
    content = build_content([source.extraction()])
    assert str(cited(content, 1)[0].date) == "2019-02-18"


def test_an_unknown_issuer_is_decided_by_the_date_alone_if_one_fits() -> None:
    known, reader = Source("k.txt", HAU_GIANG), Source("x.txt")
    known.doc("89/KH-UBND", "2023-02-14", issuer="UBND tỉnh")
    reader.doc("89/KH-UBND", "2023-02-14")
    reader.doc("89/KH-UBND", "2023-02-15")
    reader.doc("89/KH-UBND")
    content = build_content([known.extraction(), reader.extraction()])
    assert cited(content, 0)[0].issuer == "Ủy ban nhân dân tỉnh Hậu Giang"
    assert cited(content, 0)[1] == "date-decides-issuer"
    assert cited(content, 1)[0].issuer is None
    assert cited(content, 2)[1] == "same-source"


def test_an_unknown_issuer_of_another_region_is_another() -> None:
    known, reader = Source("k.txt", HAU_GIANG), Source("x.txt", KIEN_XUONG)
    known.doc("89/KH-UBND", "2023-02-14", issuer="UBND tỉnh")
    reader.doc("89/KH-UBND", "2023-02-14")
    assert cited(build_content([known.extraction(), reader.extraction()]), 0)[0].issuer is None


def test_held_and_cited_are_one() -> None:
    held = Source("held.txt", letterhead("109-KH/HU", "Huyện ủy Phụng Hiệp", "huyện Phụng Hiệp", "tỉnh Hậu Giang",
                                         "2023-02-02", level=Level.DISTRICT, title="Quản lý đất"))  # fmt: skip
    reader = Source("x.txt")
    reader.doc("109-KH/HU", "2023-02-02", title="quản lý, sử dụng đất")
    reader.doc("109-KH/HU")
    content = build_content([held.extraction(), reader.extraction()])
    found, _ = cited(content, 0)
    assert found == cited(content, 1)[0]
    assert (found.held, found.file, found.title) == (True, "held.txt", "Quản lý đất")
    assert build_content([reader.extraction()]).entities[0].iri.startswith(BASE)
    alone, _ = cited(build_content([reader.extraction()]), 0)
    assert alone.iri == found.iri, "the file's arrival changes no IRI"


def test_blank_numbers_are_told_apart_by_subject_and_content() -> None:
    sources = [Source("a.txt"), Source("b.txt", district("Phụng Hiệp", "Hậu Giang", "2024", title="Chuyện khác"))]
    content = build_content(source.extraction() for source in sources)
    held = [entity for entity in content.entities if entity.held]
    assert len(held) == 2
    assert all("/huyen-uy-phung-hiep-hau-giang/bc-hu/2024/" in entity.iri for entity in held)
    assert {entity.name for entity in held} == {
        "Báo cáo tình hình thực hiện nhiệm vụ 9 tháng năm 2024",
        "Báo cáo chuyện khác",
    }
    assert {entity.code for entity in held} == {None}


def test_two_held_texts_of_one_number_and_day_are_two_documents() -> None:
    def held(file: str, title: str) -> Source:
        return Source(file, letterhead("118-KH/HU", "Huyện ủy Phụng Hiệp", "huyện Phụng Hiệp", "tỉnh Hậu Giang",
                                       "2023-03-15", title=title), body=f"{title}\n")  # fmt: skip

    sources = [held("a.txt", "chuyển đổi số trong cơ quan đảng"), held("b.txt", "phòng, chống thiên tai, cứu nạn"),
               Source("x.txt")]  # fmt: skip
    sources[2].doc("118-KH/HU", "2023-03-15", title="phòng chống thiên tai và cứu nạn")
    sources[2].doc("118-KH/HU", "2023-03-15")
    content = build_content(source.extraction() for source in sources)
    assert len({source.document for source in content.sources}) == 3
    assert cited(content, 0)[0].file == "b.txt"
    assert cited(content, 1)[0].open


NAMED = [
    ("Luật Đất đai", "luật đất đai", True),
    ("Luật BHYT", "Luật Bảo hiểm y tế", True),
    ("Điều lệ Đảng", "Điều lệ Đảng Cộng sản Việt Nam", True),
    ("Nghị quyết Trung ương 8 khóa XIII",
     "Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng, khóa XIII", True),
    ("Nghị quyết Trung ương 8 khóa XIII", "Nghị quyết Trung ương 8 khóa XII", False),
    ("Nghị quyết Trung ương 8 khóa XIII", "Nghị quyết Trung ương 6 khóa XIII", False),
    ("Luật Đất đai", "Luật Đầu tư", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "same"), NAMED)
def test_names_of_one_document_in_two_provinces(one: str, other: str, same: bool) -> None:
    sources = [Source("x.txt"), Source("y.txt", KIEN_XUONG)]
    for source, name in zip(sources, (one, other), strict=True):
        source.doc(None, name=name, kind=name.split(" ")[0])
    content = build_content(source.extraction() for source in sources)
    assert (cited(content, 0)[0] == cited(content, 0, "y.txt")[0]) == same


def test_a_local_name_belongs_to_the_own_unit() -> None:
    name = "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIV"
    sources = [Source("x.txt"), Source("y.txt", LONG_MY), Source("z.txt", KIEN_XUONG)]
    for source in sources:
        source.doc(None, name=name, kind="Nghị quyết")
    sources[2].doc(None, name=name.replace("tỉnh", "tỉnh Hậu Giang"), kind="Nghị quyết")
    content = build_content(source.extraction() for source in sources)
    hau_giang = cited(content, 0)[0]
    assert cited(content, 0, "y.txt")[0] == hau_giang
    assert cited(content, 0, "z.txt")[0] != hau_giang
    assert cited(content, 1, "z.txt")[0] == hau_giang


def test_a_law_by_name_is_open_between_two_dated_ones() -> None:
    source = Source("x.txt")
    for date in ("2013-11-29", "2024-01-18", None):
        source.doc(None, date, name="Luật Đất đai", kind="Luật")
    other = Source("y.txt", KIEN_XUONG)
    other.doc(None, name="Luật Đất đai", kind="Luật")
    content = build_content([source.extraction(), other.extraction()])
    assert cited(content, 0, "y.txt")[0].open
    assert len(cited(content, 0, "y.txt")[0].candidates) == 2
    assert cited(content, 0)[0].issuer == "Quốc hội"


@pytest.mark.parametrize(
    ("issuer", "date", "meant"),
    [
        ("Ban Chấp hành Trung ương", "2022-06-16", "18-NQ/TW"),
        ("Ban Chấp hành Trung ương", None, "18-NQ/TW"),
        ("Tỉnh ủy", None, None),
        (None, "2022-06-16", "18-NQ/TW"),
        (None, None, None),
    ],
)
def test_a_bare_number_needs_issuer_or_date(issuer: str | None, date: str | None, meant: str | None) -> None:
    dated, reader = Source("d.txt", LONG_MY), Source("x.txt")
    dated.doc("18-NQ/TW", "2022-06-16", kind="Nghị quyết", issuer="Ban Chấp hành Trung ương")
    reader.doc(None, date, name="Nghị quyết 18", kind="Nghị quyết", issuer=issuer)
    assert cited(build_content([dated.extraction(), reader.extraction()]), 0)[0].code == meant


def test_slips_in_the_sources_are_reported_and_not_repaired() -> None:
    source = Source("x.txt")
    source.doc("61-KH/HU", "2022-09-12", kind="Chương trình")
    source.doc("118-KH/HU", "2023-03-15", title="chuyển đổi số trong cơ quan đảng")
    source.doc("118-KH/HU", "2023-03-15", title="phòng, chống thiên tai, cứu nạn")
    source.doc("40-CT/TU", "2014-03-10", kind="Chỉ thị", title="tín dụng chính sách xã hội đối với người nghèo")
    source.doc("40-CT/TU", "2015-03-10", kind="Chỉ thị", title="tín dụng chính sách xã hội đối với người nghèo")
    source.doc("98/2018/NĐ-CP", "2018-07-05", kind="Nghị định")
    source.doc("98/2018/NĐ-CP", "2018-08-05", kind="Nghị định")
    content = build_content([source.extraction()])
    starts = sorted(finding.message.split(":")[0] for finding in content.findings)
    assert starts == [
        "Cùng số hiệu, cùng trích yếu, khác ngày",
        "Một số hiệu, hai nội dung",
        "Một văn bản, hai ngày",
        "Tên loại không khớp số hiệu",
    ]
    assert all("x.txt, dòng" in finding.message for finding in content.findings)
    assert len([entity for entity in content.entities if entity.code == "40-CT/TU"]) == 2


def test_a_plan_older_than_what_it_carries_out_is_reported() -> None:
    source = Source("x.txt")
    plan, programme = source.doc("96-KH/HU", "2022-10-05"), source.doc("139-CTr/TU", "2022-11-09", kind="Chương trình")
    source.says(plan, Relation.CONCRETIZES, programme)
    (warning,) = [f.message for f in build_content([source.extraction()]).findings]
    assert warning.startswith("Ngược thời gian: Kế hoạch 96-KH/HU ngày 5/10/2022")


def test_one_number_that_carries_out_two_documents_in_one_source_is_reported() -> None:
    source = Source("x.txt")
    for target in ("10-NQ/TU", "04-ĐA/TU"):
        source.says(
            source.doc("118-KH/HU", "2023-03-15"), Relation.IMPLEMENTS, source.doc(target, "2023-01-05", kind=None)
        )
    (warning,) = [f.message for f in build_content([source.extraction()]).findings]
    assert warning.startswith("Một số hiệu, có thể hai văn bản: 118-KH/HU")


def test_every_document_of_a_graph_has_its_own_iri() -> None:
    source = Source("x.txt")
    for code in ("1/HĐ-UBND", "1/HD-UBND"):
        source.doc(code, "2024-01-02", issuer="UBND tỉnh", kind=None)
    content = build_content([source.extraction()])
    documents = [entity for entity in content.entities if entity.kind is EntityKind.DOCUMENT and not entity.held]
    assert sorted(entity.code or "" for entity in documents) == ["1/HD-UBND", "1/HĐ-UBND"]
    assert PartialDate(2024, 1, 2) == documents[0].date

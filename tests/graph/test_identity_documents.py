"""Which document a citation means: organ with its place, code and date; else explicit evidence; else open."""

from dataclasses import dataclass

import pytest
from hand_made import PHUNG_HIEP, Source, letterhead

from graph.answers import Entity, EntityKind
from graph.content import GraphContent
from graph.identity import build_content
from ontology.dates import PartialDate
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.statements import Relation

BASE = "https://w3id.org/cuthehoa/id/document/"


def district(name: str, province: str, date: str | None = "2024-05-01", **more: object) -> Letterhead:
    return letterhead("-BC/HU", f"Huyện ủy {name}", f"huyện {name}", f"tỉnh {province}", date, level=Level.DISTRICT,
                      kind="Báo cáo", **more)  # type: ignore[arg-type]  # fmt: skip


LONG_MY = district("Long Mỹ", "Hậu Giang")
KIEN_XUONG = district("Kiến Xương", "Thái Bình")
HAU_GIANG = letterhead("1-BC/TU", "Tỉnh ủy Hậu Giang", "tỉnh Hậu Giang", "tỉnh Hậu Giang", "2024-01-02",
                       level=Level.PROVINCE, kind="Báo cáo")  # fmt: skip
NOWHERE = Letterhead(type="Báo cáo", title="không rõ nơi nào")


def cited(content: GraphContent, mention: int, file: str = "x.txt") -> tuple[Entity, str | None]:
    """The document that a mention of a file was resolved to, and the rule."""
    source = next(source for source in content.sources if source.file == file)
    mark = source.mentions[mention]
    return next(entity for entity in content.entities if entity.iri == mark.iri), mark.rule


@dataclass(frozen=True)
class Case:
    """One citation in one letterhead, and the register that it stands in."""

    head: Letterhead
    code: str
    issuer: str | None
    path: str
    level: Level | None


CASES = [
    Case(PHUNG_HIEP, "18-NQ/TW", None, "trung-uong-dang/18-nq-tw", Level.CENTRAL),
    Case(PHUNG_HIEP, "27/NQ-TW", None, "trung-uong-dang/27-nq-tw", Level.CENTRAL),
    Case(PHUNG_HIEP, "25-HD/BTCTW", None, "ban-to-chuc-trung-uong/25-hd-btctw", Level.CENTRAL),
    Case(PHUNG_HIEP, "785/QĐ-TTg", None, "thu-tuong-chinh-phu/785-qd-ttg", Level.CENTRAL),
    Case(PHUNG_HIEP, "16/QĐ-BNN-KHCN", "Bộ Nông nghiệp", "bo-nong-nghiep-va-phat-trien-nong-thon/16-qd-bnn-khcn",
         Level.CENTRAL),
    Case(PHUNG_HIEP, "139-CTr/TU", None, "tinh-uy-hau-giang/139-ctr-tu", Level.PROVINCE),
    Case(KIEN_XUONG, "139-CTr/TU", None, "tinh-uy-thai-binh/139-ctr-tu", Level.PROVINCE),
    Case(PHUNG_HIEP, "139-CTr/TU", "Ban Thường vụ Tỉnh ủy", "tinh-uy-hau-giang/139-ctr-tu", Level.PROVINCE),
    Case(PHUNG_HIEP, "139-CTr/TU", "Tỉnh ủy Sóc Trăng", "tinh-uy-soc-trang/139-ctr-tu", Level.PROVINCE),
    Case(PHUNG_HIEP, "6-CTr/TU", "Thành ủy Cần Thơ", "thanh-uy-can-tho/6-ctr-tu", Level.PROVINCE),
    Case(PHUNG_HIEP, "139-CTr/TU", "Ban Chấp hành Đảng bộ tỉnh Hậu Giang", "tinh-uy-hau-giang/139-ctr-tu",
         Level.PROVINCE),
    Case(PHUNG_HIEP, "109-KH/HU", None, "huyen-uy-phung-hiep-hau-giang/109-kh-hu", Level.DISTRICT),
    Case(PHUNG_HIEP, "109-KH/HU", "Huyện ủy Long Mỹ", "huyen-uy-long-my-hau-giang/109-kh-hu", Level.DISTRICT),
    Case(HAU_GIANG, "109-KH/HU", "Huyện ủy Phụng Hiệp", "huyen-uy-phung-hiep-hau-giang/109-kh-hu", Level.DISTRICT),
    Case(HAU_GIANG, "109-KH/HU", None, "chua-ro-hu-tinh-hau-giang/109-kh-hu", Level.DISTRICT),
    Case(HAU_GIANG, "109-KH/HU", "Huyện ủy", "chua-ro-hu-tinh-hau-giang/109-kh-hu", Level.DISTRICT),
    Case(PHUNG_HIEP, "5-KH/ThU", "Thành ủy Ngã Bảy", "thanh-uy-nga-bay-hau-giang/5-kh-thu", Level.DISTRICT),
    Case(PHUNG_HIEP, "7-KH/ĐU", "Đảng ủy xã Hòa An", "dang-uy-xa-hoa-an-phung-hiep-hau-giang/7-kh-du", Level.COMMUNE),
    Case(PHUNG_HIEP, "7-KH/ĐU", None, "chua-ro-du-tinh-hau-giang-huyen-phung-hiep/7-kh-du", None),
    Case(PHUNG_HIEP, "89/KH-UBND", "UBND tỉnh", "uy-ban-nhan-dan-tinh-hau-giang/89-kh-ubnd", Level.PROVINCE),
    Case(PHUNG_HIEP, "89/KH-UBND", "Ủy ban nhân dân huyện", "uy-ban-nhan-dan-huyen-phung-hiep-hau-giang/89-kh-ubnd",
         Level.DISTRICT),
    Case(PHUNG_HIEP, "89/KH-UBND", "Chủ tịch UBND xã Tân Bình",
         "uy-ban-nhan-dan-xa-tan-binh-phung-hiep-hau-giang/89-kh-ubnd", Level.COMMUNE),
    Case(PHUNG_HIEP, "89/KH-UBND", None, "chua-ro-ubnd-tinh-hau-giang-huyen-phung-hiep/89-kh-ubnd", None),
    Case(PHUNG_HIEP, "5/NQ-HĐND", "HĐND huyện", "hoi-dong-nhan-dan-huyen-phung-hiep-hau-giang/5-nq-hdnd",
         Level.DISTRICT),
    Case(PHUNG_HIEP, "1322-CV/BTGTU", "Ban Tuyên giáo Tỉnh ủy, Ban Thường vụ Huyện ủy",
         "ban-tuyen-giao-tinh-uy-hau-giang/1322-cv-btgtu", Level.PROVINCE),
    Case(PHUNG_HIEP, "85/TTr-STP", None, "so-tu-phap-tinh-hau-giang/85-ttr-stp", Level.PROVINCE),
    Case(PHUNG_HIEP, "751/QĐ-ĐCSKT", "Công an huyện", "cong-an-huyen-phung-hiep-hau-giang/751-qd-dcskt",
         Level.DISTRICT),
    Case(PHUNG_HIEP, "3509/QĐ-CT", "Cục trưởng Cục Thuế", "cuc-thue/3509-qd-ct", Level.CENTRAL),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} of {case.issuer} in {case.head.organ}")
def test_the_register_of_a_code(case: Case) -> None:
    source = Source("x.txt", case.head)
    source.doc(case.code, "2024-03-02", issuer=case.issuer)
    found, _ = cited(build_content([source.extraction()]), 0)
    assert found.iri == f"{BASE}{case.path}/2024-03-02"
    assert found.level == case.level
    assert (found.issuer is None) == case.path.startswith("chua-ro")


def test_a_body_that_cites_its_own_kind_speaks_of_itself() -> None:
    head = letterhead("12/KH-UBND", "Ủy ban nhân dân tỉnh Hậu Giang", "tỉnh Hậu Giang", "tỉnh Hậu Giang", "2024-05-01",
                      level=Level.PROVINCE)  # fmt: skip
    source = Source("x.txt", head)
    source.doc("89/KH-UBND", "2024-03-02")
    assert cited(build_content([source.extraction()]), 0)[0].issuer == "Ủy ban nhân dân tỉnh Hậu Giang"


@pytest.mark.parametrize(
    ("head", "region"),
    [
        (letterhead("1-KH/ĐU", "Đảng ủy xã Tân Bình", "xã Tân Bình", None, "2023-03-10",
                    parent="Đảng bộ huyện Phụng Hiệp"), "huyen-uy-phung-hiep-hau-giang"),
        (letterhead("1-KH/ĐU", "Đảng ủy xã Tân Bình", "xã Tân Bình", "tỉnh Hậu Giang", "2023-03-10"),
         "huyen-uy-phung-hiep-hau-giang"),
        (NOWHERE, "huyen-uy-phung-hiep-hau-giang"),
    ],
)  # fmt: skip
def test_the_own_place_is_found_by_parent_province_or_text(head: Letterhead, region: str) -> None:
    source = Source("x.txt", head)
    source.org("Đảng bộ huyện Phụng Hiệp", None, Level.DISTRICT, "huyện Phụng Hiệp")
    source.doc("109-KH/HU", "2023-02-02")
    assert f"/{region}/" in cited(build_content([source.extraction()]), 1)[0].iri


def test_two_districts_in_a_text_tell_nothing() -> None:
    source = Source("x.txt", NOWHERE)
    source.org("Huyện ủy Phụng Hiệp", None, Level.DISTRICT, "huyện Phụng Hiệp")
    source.org("Huyện ủy Long Mỹ", None, Level.DISTRICT, "huyện Long Mỹ")
    source.doc("109-KH/HU", "2023-02-02")
    assert "/chua-ro-hu-nguon-" in cited(build_content([source.extraction()]), 2)[0].iri


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("05-KH/HU", "5-KH/HU", True),
        ("03-CTr/TU", "03-Ctr/TU", True),
        ("27-NQ/TW", "27/NQ-TW", True),
        ("18-NQ/TW", "19-NQ/TW", False),
        ("18-NQ/TW", "18-KL/TW", False),
        ("8-NQ/TW", "8b-NQ/TW", False),
    ],
)
def test_spellings_of_one_code(one: str, other: str, same: bool) -> None:
    source = Source("x.txt")
    for code in (one, other):
        source.doc(code, "2022-01-02", kind=None)
    content = build_content([source.extraction()])
    assert (cited(content, 0)[0] == cited(content, 1)[0]) == same


def test_a_state_code_with_its_year_needs_no_date() -> None:
    source = Source("x.txt")
    source.doc("105/2021/NĐ-CP", "2021-12-04", kind="Nghị định")
    source.doc("105/2021/NĐ-CP", kind="Nghị định")
    content = build_content([source.extraction()])
    (found, rule), (again, _) = cited(content, 0), cited(content, 1)
    assert found == again
    assert (str(found.date), found.iri, rule) == (
        "2021-12-04",
        f"{BASE}chinh-phu/105-2021-nd-cp/2021",
        "code-with-year",
    )


@dataclass(frozen=True)
class Undated:
    """Dated citations in one source, an undated one in another; what the undated one means."""

    name: str
    dated: tuple[tuple[str, str | None], ...]
    title: str | None = None
    term: str | None = None
    read: str | None = "2024"
    meant: str | None = None
    rule: str | None = None
    candidates: tuple[str, ...] = ()


LAND = "Tiếp tục đổi mới, hoàn thiện thể chế, chính sách, nâng cao hiệu lực, hiệu quả quản lý và sử dụng đất"
APPARATUS = "Một số vấn đề về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn"
BOTH = (("2017-10-25", APPARATUS), ("2022-06-16", LAND))

UNDATED = [
    Undated("one known", (("2022-06-16", None),), meant="2022-06-16", rule="only-one-known"),
    Undated("two known", BOTH, candidates=("2017-10-25", "2022-06-16")),
    Undated("title", BOTH, title="hoàn thiện thể chế, nâng cao hiệu quả quản lý và sử dụng đất", meant="2022-06-16",
            rule="title"),
    Undated("another title", BOTH, title="phòng, chống tham nhũng, lãng phí, tiêu cực", meant=None, rule="undated"),
    Undated("a title rules one out", (("2017-10-25", APPARATUS), ("2022-06-16", None)), title=LAND, meant="2022-06-16",
            rule="only-one-known"),
    Undated("term XII", BOTH, term="khóa XII", meant="2017-10-25", rule="term"),
    Undated("term XIII", BOTH, term="khoá XIII", meant="2022-06-16", rule="term"),
    Undated("no such term", BOTH, term="khóa IX", meant=None, rule="undated"),
    Undated("older reader", BOTH, read="2018-03-01", meant="2017-10-25", rule="only-one-known"),
    Undated("reader older than all", BOTH, read="2015", meant=None, rule="undated"),
    Undated("reader of unknown date", BOTH, read=None, candidates=("2017-10-25", "2022-06-16")),
]  # fmt: skip


@pytest.mark.parametrize("case", UNDATED, ids=lambda case: case.name)
def test_an_undated_citation_is_resolved_by_evidence_or_left_open(case: Undated) -> None:
    dated = Source("dated.txt", LONG_MY)
    for date, title in case.dated:
        dated.doc("18-NQ/TW", date, title=title, kind="Nghị quyết")
    reader = Source("x.txt", district("Phụng Hiệp", "Hậu Giang", case.read))
    reader.doc("18-NQ/TW", title=case.title, term=case.term, kind="Nghị quyết")
    found, rule = cited(build_content([dated.extraction(), reader.extraction()]), 0)
    if case.candidates:
        assert (found.open, rule) == (True, "open")
        assert [iri.rsplit("/", 1)[1] for iri in found.candidates] == list(case.candidates)
    else:
        assert (found.open, found.date and str(found.date), rule) == (False, case.meant, case.rule)


def test_the_same_source_decides() -> None:
    other, reader = Source("o.txt", LONG_MY), Source("x.txt")
    for date, title in BOTH:
        other.doc("18-NQ/TW", date, title=title, kind="Nghị quyết")
    reader.doc("18-NQ/TW", "2022-06-16", kind="Nghị quyết")
    reader.doc("18-NQ/TW", kind="Nghị quyết")
    found, rule = cited(build_content([other.extraction(), reader.extraction()]), 1)
    assert (str(found.date), rule) == ("2022-06-16", "same-source")


def test_open_citations_of_two_sources_stay_apart() -> None:
    sources = [Source("dated.txt", LONG_MY), Source("a.txt"), Source("b.txt", KIEN_XUONG)]
    for date, title in BOTH:
        sources[0].doc("18-NQ/TW", date, title=title, kind="Nghị quyết")
    for source in sources[1:]:
        source.doc("18-NQ/TW", kind="Nghị quyết")
        source.doc("18-NQ/TW", kind="Nghị quyết")
    content = build_content(source.extraction() for source in sources)
    mine, again, other = (cited(content, n, f)[0] for n, f in ((0, "a.txt"), (1, "a.txt"), (0, "b.txt")))
    assert mine == again
    assert mine.iri != other.iri
    assert mine.open
    assert other.open


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
    starts = sorted(warning.split(":")[0] for warning in content.warnings)
    assert starts == [
        "Cùng số hiệu, cùng trích yếu, khác ngày",
        "Một số hiệu, hai nội dung",
        "Một văn bản, hai ngày",
        "Tên loại không khớp số hiệu",
    ]
    assert all("x.txt, dòng" in warning for warning in content.warnings)
    assert len([entity for entity in content.entities if entity.code == "40-CT/TU"]) == 2


def test_a_plan_older_than_what_it_carries_out_is_reported() -> None:
    source = Source("x.txt")
    plan, programme = source.doc("96-KH/HU", "2022-10-05"), source.doc("139-CTr/TU", "2022-11-09", kind="Chương trình")
    source.says(plan, Relation.CONCRETIZES, programme)
    (warning,) = build_content([source.extraction()]).warnings
    assert warning.startswith("Ngược thời gian: Kế hoạch 96-KH/HU ngày 5/10/2022")


def test_one_number_that_carries_out_two_documents_in_one_source_is_reported() -> None:
    source = Source("x.txt")
    for target in ("10-NQ/TU", "04-ĐA/TU"):
        source.says(
            source.doc("118-KH/HU", "2023-03-15"), Relation.IMPLEMENTS, source.doc(target, "2023-01-05", kind=None)
        )
    (warning,) = build_content([source.extraction()]).warnings
    assert warning.startswith("Một số hiệu, có thể hai văn bản: 118-KH/HU")


def test_every_document_of_a_graph_has_its_own_iri() -> None:
    source = Source("x.txt")
    for code in ("1/HĐ-UBND", "1/HD-UBND"):
        source.doc(code, "2024-01-02", issuer="UBND tỉnh", kind=None)
    content = build_content([source.extraction()])
    documents = [entity for entity in content.entities if entity.kind is EntityKind.DOCUMENT and not entity.held]
    assert sorted(entity.code or "" for entity in documents) == ["1/HD-UBND", "1/HĐ-UBND"]
    assert PartialDate(2024, 1, 2) == documents[0].date

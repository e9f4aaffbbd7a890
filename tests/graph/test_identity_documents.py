"""Which document a citation means: organ with its place, code and date; else explicit evidence; else open."""

from dataclasses import dataclass

import pytest
from hand_made import PHUNG_HIEP, Source, letterhead
from identity_cases import BASE, HAU_GIANG, KIEN_XUONG, LONG_MY, NOWHERE, cited, district

from graph.identity import build_content
from ontology.extraction import Letterhead
from ontology.levels import Level


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

"""Whose register, and whose body, elliptic names mean: by letterhead, by the units of the day that is spoken of."""

from dataclasses import dataclass

import pytest
from hand_made import PHUNG_HIEP, Source, letterhead
from identity_cases import BASE, HAU_GIANG, KIEN_XUONG, cited

from graph.identity import build_content
from ontology.extraction import Letterhead
from ontology.levels import Level

ORGANIZATION = BASE.replace("/document/", "/organization/")

CAN_THO = letterhead("1-BC/TU", "Thành ủy Cần Thơ", "thành phố Cần Thơ", "thành phố Cần Thơ", "2025-09-01",
                     level=Level.PROVINCE)  # fmt: skip
CAN_THO_BEFORE = letterhead("1-BC/TU", "Thành ủy Cần Thơ", "thành phố Cần Thơ", "thành phố Cần Thơ", "2024-09-01",
                            level=Level.PROVINCE)  # fmt: skip
HIEP_HUNG = letterhead("1-BC/ĐU", "Đảng ủy xã Hiệp Hưng", "xã Hiệp Hưng", "thành phố Cần Thơ", "2025-10-01",
                       level=Level.COMMUNE)  # fmt: skip
HUNG_YEN = letterhead("1-BC/TU", "Tỉnh ủy Hưng Yên", "tỉnh Hưng Yên", "tỉnh Hưng Yên", "2025-09-01",
                      level=Level.PROVINCE)  # fmt: skip
NGA_BAY = letterhead("1-BC/ThU", "Thành ủy Ngã Bảy", "thành phố Ngã Bảy", "tỉnh Hậu Giang", "2024-09-01",
                     level=Level.DISTRICT)  # fmt: skip
NINH_KIEU = letterhead("1-BC/QU", "Quận ủy Ninh Kiều", "quận Ninh Kiều", "thành phố Cần Thơ", "2024-09-01",
                       level=Level.DISTRICT)  # fmt: skip
TAN_BINH = letterhead("1-BC/ĐU", "Đảng ủy xã Tân Bình", "xã Tân Bình", "tỉnh Hậu Giang", "2024-09-01",
                      level=Level.COMMUNE, parent="Đảng bộ huyện Phụng Hiệp")  # fmt: skip
MINISTRY = letterhead("1/BC-BTC", "Bộ Tài chính", None, None, "2024-09-01", level=Level.CENTRAL)


@dataclass(frozen=True)
class Case:
    """A code with its issuer's words in a letterhead, its date, and the issuer that is meant (``None``: not known)."""

    head: Letterhead
    code: str
    issuer: str | None
    date: str | None
    meant: str | None


CASES = [
    # In the system of 63, three provinces.
    Case(PHUNG_HIEP, "139-CTr/TU", "Tỉnh ủy", "2022-11-09", "Tỉnh ủy Hậu Giang"),
    Case(KIEN_XUONG, "139-CTr/TU", "Tỉnh ủy", "2022-11-09", "Tỉnh ủy Thái Bình"),
    Case(TAN_BINH, "139-CTr/TU", "Tỉnh ủy", "2022-11-09", "Tỉnh ủy Hậu Giang"),
    Case(NINH_KIEU, "139-CTr/TU", "Thành ủy", "2022-11-09", "Thành ủy Cần Thơ"),
    Case(NINH_KIEU, "139-CTr/TU", None, "2022-11-09", "Thành ủy Cần Thơ"),
    Case(CAN_THO_BEFORE, "139-CTr/TU", "Tỉnh ủy", "2022-11-09", "Thành ủy Cần Thơ"),
    Case(NGA_BAY, "5-KH/ThU", "Thành ủy", "2024-01-09", "Thành ủy Ngã Bảy"),
    Case(NGA_BAY, "139-CTr/TU", "Tỉnh ủy", "2022-11-09", "Tỉnh ủy Hậu Giang"),
    Case(NGA_BAY, "12/KH-UBND", "UBND thành phố", "2024-01-09", "Ủy ban nhân dân thành phố Ngã Bảy"),
    Case(NGA_BAY, "12/KH-UBND", "UBND tỉnh", "2024-01-09", "Ủy ban nhân dân tỉnh Hậu Giang"),
    # Districts and communes.
    Case(PHUNG_HIEP, "109-KH/HU", "Huyện ủy", "2023-02-02", "Huyện ủy Phụng Hiệp"),
    Case(TAN_BINH, "109-KH/HU", "Huyện ủy", "2023-02-02", "Huyện ủy Phụng Hiệp"),
    Case(TAN_BINH, "7-KH/ĐU", None, "2023-02-02", "Đảng ủy xã Tân Bình"),
    Case(TAN_BINH, "7/KH-UBND", "UBND xã", "2023-02-02", "Ủy ban nhân dân xã Tân Bình"),
    Case(HAU_GIANG, "109-KH/HU", "Huyện ủy", "2023-02-02", None),
    # The centre, ministries, mass organisations.
    Case(PHUNG_HIEP, "18-NQ/TW", "Bộ Chính trị", "2022-06-16", "Bộ Chính trị"),
    Case(PHUNG_HIEP, "785/QĐ-BTC", None, "2022-06-16", "Bộ Tài chính"),
    Case(MINISTRY, "785/QĐ-BTC", "Bộ trưởng Bộ Tài chính", "2022-06-16", "Bộ Tài chính"),
    Case(MINISTRY, "139-CTr/TU", "Tỉnh ủy", "2022-11-09", None),
    Case(PHUNG_HIEP, "12-KH/HND", "Hội Nông dân huyện", "2023-02-02", "Hội Nông dân Việt Nam huyện Phụng Hiệp"),
    Case(HAU_GIANG, "12-KH/HND", "Hội Nông dân tỉnh", "2023-02-02", "Hội Nông dân Việt Nam tỉnh Hậu Giang"),
    # In the system of 34: what stands now, and what stood on the day of the cited document.
    Case(CAN_THO, "5-CTr/TU", "Tỉnh ủy", "2025-08-09", "Thành ủy Cần Thơ"),
    Case(CAN_THO, "5-CTr/TU", "Thành ủy", "2025-08-09", "Thành ủy Cần Thơ"),
    Case(CAN_THO, "5-CTr/TU", "Tỉnh ủy", None, "Thành ủy Cần Thơ"),
    Case(HIEP_HUNG, "5-CTr/TU", "Thành ủy", "2025-08-09", "Thành ủy Cần Thơ"),
    Case(HIEP_HUNG, "139-CTr/TU", "Tỉnh ủy", "2022-11-09", "Tỉnh ủy Hậu Giang"),
    Case(HIEP_HUNG, "139-CTr/TU", None, "2022-11-09", "Tỉnh ủy Hậu Giang"),
    Case(HIEP_HUNG, "109-KH/HU", None, "2023-02-02", "Huyện ủy Phụng Hiệp"),
    Case(HIEP_HUNG, "109-KH/HU", "Huyện ủy", None, "Huyện ủy Phụng Hiệp"),
    Case(CAN_THO, "139-CTr/TU", "Tỉnh ủy", "2022-11-09", None),  # Hậu Giang's or Sóc Trăng's
    Case(CAN_THO, "139-CTr/TU", "Thành ủy", "2022-11-09", "Thành ủy Cần Thơ"),
    Case(CAN_THO, "139-CTr/TU", None, "2022-11-09", None),
    Case(CAN_THO, "139-CTr/TU", "Tỉnh ủy Hậu Giang", "2022-11-09", "Tỉnh ủy Hậu Giang"),
    Case(HUNG_YEN, "139-CTr/TU", "Tỉnh ủy", "2022-11-09", None),  # Hưng Yên's or Thái Bình's
    Case(HUNG_YEN, "139-CTr/TU", "Tỉnh ủy", "2025-11-09", "Tỉnh ủy Hưng Yên"),
    Case(HUNG_YEN, "139-CTr/TU", "Tỉnh ủy", "2025", None),  # before or after the day
]


@pytest.mark.parametrize(
    "case", CASES, ids=lambda c: f"{c.code} of {c.issuer}, {c.date}, in {c.head.organ} {c.head.date}"
)
def test_whose_register(case: Case) -> None:
    source = Source("x.txt", case.head)
    source.doc(case.code, case.date, issuer=case.issuer, kind=None)
    found, _ = cited(build_content([source.extraction()]), 0)
    assert found.issuer == case.meant


@pytest.mark.parametrize(
    ("head", "name", "meant"),
    [
        (CAN_THO, "Tỉnh ủy", "thanh-pho-can-tho/thanh-uy-can-tho"),
        (CAN_THO, "Thành ủy", "thanh-pho-can-tho/thanh-uy-can-tho"),
        (CAN_THO, "Ban Tổ chức Tỉnh ủy", "thanh-pho-can-tho/ban-to-chuc-thanh-uy-can-tho"),
        (CAN_THO, "Tỉnh ủy Cần Thơ", "tinh-can-tho/tinh-uy-can-tho"),  # the province that stood until 2003
        (CAN_THO, "UBND tỉnh", "thanh-pho-can-tho/uy-ban-nhan-dan-thanh-pho-can-tho"),
        (CAN_THO, "Tỉnh ủy Hậu Giang", "tinh-hau-giang/tinh-uy-hau-giang"),
        (PHUNG_HIEP, "Tỉnh ủy", "tinh-hau-giang/tinh-uy-hau-giang"),
    ],
)
def test_whose_body(head: Letterhead, name: str, meant: str) -> None:
    source = Source("x.txt", head)
    source.org(name)
    content = build_content([source.extraction()])
    assert content.sources[0].mentions[0].iri == ORGANIZATION + meant


def test_the_documents_of_the_former_provinces_are_the_candidates() -> None:
    """The city does not say whose programme it was; the two provinces that had none of that number are out."""
    known = [Source("a.txt", HAU_GIANG), Source("b.txt", KIEN_XUONG)]
    for source in known:
        source.doc("139-CTr/TU", "2022-11-09", kind="Chương trình")
    reader = Source("x.txt", CAN_THO)
    reader.doc("139-CTr/TU", "2022-11-09", issuer="Tỉnh ủy", kind="Chương trình")
    found, rule = cited(build_content(source.extraction() for source in (*known, reader)), 0)
    assert (found.issuer, rule) == ("Tỉnh ủy Hậu Giang", "date-decides-issuer")


JOINT = Letterhead(type="Kế hoạch", code="5-KHPH/HND-HPN", organ="Hội Nông dân tỉnh Hậu Giang",
                   joint=("Hội Liên hiệp Phụ nữ tỉnh Hậu Giang", "Hội Nông dân tỉnh Hậu Giang"), level=Level.PROVINCE,
                   place="tỉnh Hậu Giang", province="tỉnh Hậu Giang")  # fmt: skip


def test_all_bodies_that_sign_are_issuers() -> None:
    content = build_content([Source("x.txt", JOINT).extraction()])
    (document,) = (entity for entity in content.entities if entity.held)
    names = {entity.iri: entity.name for entity in content.entities}
    assert document.issuer == names[document.issuer_iri or ""] == "Hội Nông dân Việt Nam tỉnh Hậu Giang"
    assert [names[iri] for iri in document.joint_issuers] == ["Hội Liên hiệp Phụ nữ Việt Nam tỉnh Hậu Giang"]


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("1/2014/TTLT-BTC-BNV", ["Bộ Nội vụ"]),
        ("1/2014/TTLT-BTC-BNV-BYT", ["Bộ Nội vụ", "Bộ Y tế"]),
        ("1/2014/TT-BTC", []),
        ("1/QĐ-BNN-KHCN", []),
    ],
)
def test_a_joint_code_names_all_its_bodies(code: str, others: list[str]) -> None:
    source = Source("x.txt")
    source.doc(code, "2014-03-02", kind=None)
    content = build_content([source.extraction()])
    names = {entity.iri: entity.name for entity in content.entities}
    assert [names[iri] for iri in cited(content, 0)[0].joint_issuers] == others

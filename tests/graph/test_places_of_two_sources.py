"""Places of one name in two sources, and those of a document of the centre about one province."""

import pytest
from hand_made import Source, letterhead
from identity_cases import HAU_GIANG

from graph.answers import EntityKind
from graph.identity import build_content
from ontology.extraction import Letterhead
from ontology.levels import Level

PLACE = "https://w3id.org/cuthehoa/id/place/"


def resolution(title: str, date: str = "2025-06-16") -> Letterhead:
    return letterhead("9999/NQ-UBTVQH15", "Ủy ban Thường vụ Quốc hội", None, None, date, level=Level.CENTRAL,
                      kind="Nghị quyết", title=title)  # fmt: skip


DONG_THAP = resolution("về việc sắp xếp các đơn vị hành chính cấp xã của tỉnh Đồng Tháp")


def test_two_sources_may_mean_two_units_of_one_name() -> None:
    sources = []
    for number, name in enumerate(("Lâm Sơn", "Hà Vân")):
        source = Source(f"{number}.txt", resolution(f"về xã {name}", f"2024-06-0{number + 1}"))
        source.loc("Tân Bình", "xã")
        source.loc("Việt Nam", None)
        sources.append(source.extraction())
    places = [entity.name for entity in build_content(sources).entities if entity.kind is EntityKind.PLACE]
    assert sorted(places) == ["Việt Nam", "xã Tân Bình", "xã Tân Bình"]


def test_a_zone_of_one_name_is_one_in_its_province() -> None:
    sources = []
    for number in range(2):
        source = Source(f"{number}.txt", HAU_GIANG)
        source.loc("Đông Phú", "cụm công nghiệp")
        sources.append(source.extraction())
    places = [entity.name for entity in build_content(sources).entities if entity.name.startswith("cụm")]
    assert places == ["cụm công nghiệp Đông Phú"]


@pytest.mark.parametrize(
    ("frame", "name", "unit", "path"),
    [
        # On that day it stood in Bình Định only; the province has a new one, which the document is about.
        (DONG_THAP, "Mỹ Lợi", "xã", "tinh-dong-thap/xa-my-loi"),
        # The new province holds the land of Tiền Giang.
        (DONG_THAP, "Gò Công", "thành phố", "tinh-tien-giang/thanh-pho-go-cong"),
        # Old and new commune of one name: nobody can tell which without reading on.
        (DONG_THAP, "Tân Hộ Cơ", "xã", None),
        # Of a province only what lies in it as long as the new ones were unknown.
        (resolution("về quy hoạch tỉnh Hậu Giang", "2023-05-01"), "Long Mỹ", "thị xã", "tinh-hau-giang/thi-xa-long-my"),
        (resolution("về quy hoạch tỉnh Hậu Giang", "2023-05-01"), "Châu Thành", "huyện",
         "tinh-hau-giang/huyen-chau-thanh"),
        # Two provinces in the title, or none: nothing tells which of many is meant.
        (resolution("về ranh giới tỉnh Hậu Giang và tỉnh Sóc Trăng", "2023-05-01"), "Châu Thành", "huyện", None),
        (resolution("về quy hoạch vùng", "2023-05-01"), "Châu Thành", "huyện", None),
    ],
)  # fmt: skip
def test_a_central_document_about_one_province_means_its_units(
    frame: Letterhead, name: str, unit: str, path: str | None
) -> None:
    source = Source("x.txt", frame)
    source.loc(name, unit)
    for province in ("Đồng Tháp", "Hậu Giang", "Sóc Trăng"):
        source.loc(province, "tỉnh")
    content = build_content([source.extraction()])
    iri = content.sources[0].mentions[0].iri
    assert iri is not None
    assert iri == PLACE + path if path else iri.startswith(f"{PLACE}chua-ro/trung-uong/")

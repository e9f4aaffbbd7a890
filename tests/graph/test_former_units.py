"""Units that the tables do not hold, namesakes elsewhere, and the system that an undated source is of."""

import re

import pytest
from hand_made import Source, letterhead

from graph.answers import Entity
from graph.identity import build_content
from ontology.extraction import Letterhead
from ontology.levels import Level

PLACE = "https://w3id.org/cuthehoa/id/place/"


def head(place: str, province: str, date: str | None, level: Level = Level.DISTRICT) -> Letterhead:
    return letterhead("5-KH/UBND", f"Ủy ban nhân dân {place}", place, province, date, level=level)


def place_in(frame: Letterhead, name: str, unit: str | None, *parents: str) -> Entity:
    source = Source("x.txt", frame)
    source.loc(name, unit, *parents)
    content = build_content([source.extraction()])
    (mention,) = content.sources[0].mentions
    return next(entity for entity in content.entities if entity.iri == mention.iri)


def path_in(frame: Letterhead, name: str, unit: str | None, *parents: str) -> str:
    """The path of the place, without the hash that keeps an undecided one apart from those of other sources."""
    return re.sub("nguon-[0-9a-f]{8}", "SOURCE", place_in(frame, name, unit, *parents).iri.removeprefix(PLACE))


HAI_HAU_2018 = head("huyện Hải Hậu", "tỉnh Nam Định", "2018-05-01")
NAM_DINH_2018 = head("tỉnh Nam Định", "tỉnh Nam Định", "2018-05-01", Level.PROVINCE)
CAN_THO_2026 = head("thành phố Cần Thơ", "thành phố Cần Thơ", "2026-01-05", Level.PROVINCE)


@pytest.mark.parametrize(
    ("frame", "mention", "path"),
    [
        # Merged in 2020; the tables have no such commune anywhere.
        (HAI_HAU_2018, ("Hải Toàn", "xã"), "tinh-nam-dinh/huyen-hai-hau/xa-hai-toan"),
        # A commune of the tables alone has this name, in Điện Biên: it is not the one that is meant.
        (HAI_HAU_2018, ("Mường Phăng", "xã"), "tinh-nam-dinh/huyen-hai-hau/xa-muong-phang"),
        (NAM_DINH_2018, ("Mường Phăng", "xã"), "chua-ro/tinh-nam-dinh/SOURCE/xa-muong-phang"),
        # Where the text says so, it is.
        (HAI_HAU_2018, ("Mường Phăng", "xã", "tỉnh Điện Biên"),
         "tinh-dien-bien/thanh-pho-dien-bien-phu/xa-muong-phang"),
        # Known in a neighbouring district: as before.
        (HAI_HAU_2018, ("Trực Thái", "xã"), "tinh-nam-dinh/huyen-truc-ninh/xa-truc-thai"),
        # A commune of today is nothing that a document of 2018 can mean.
        (HAI_HAU_2018, ("Thiên Trường", "phường"), "tinh-nam-dinh/huyen-hai-hau/phuong-thien-truong"),
        # The district itself was merged in 2019: what lies in it is not its namesake in another one.
        (head("tỉnh Quảng Ninh", "tỉnh Quảng Ninh", "2017-03-01", Level.PROVINCE),
         ("Đồng Lâm", "xã", "huyện Hoành Bồ"), "chua-ro/tinh-quang-ninh/SOURCE/huyen-hoanh-bo/xa-dong-lam"),
        # An old unit in a document of the province that took its land.
        (CAN_THO_2026, ("Búng Tàu", "thị trấn"), "tinh-hau-giang/huyen-phung-hiep/thi-tran-bung-tau"),
        # A commune of that day stands elsewhere; the own ward was made of the one that is meant.
        (head("phường Thốt Nốt", "thành phố Cần Thơ", "2025-12-03", Level.COMMUNE), ("Thuận An", "phường"),
         "thanh-pho-can-tho/quan-thot-not/phuong-thuan-an"),
        # Several old communes of the name, one of them in what the own commune was made of.
        (head("xã Phụng Hiệp", "thành phố Cần Thơ", "2025-10-20", Level.COMMUNE), ("Hòa Mỹ", "xã"),
         "tinh-hau-giang/huyen-phung-hiep/xa-hoa-my"),
        # Two in the land of the own city, none of them land of the own commune.
        (head("xã Phụng Hiệp", "thành phố Cần Thơ", "2025-10-20", Level.COMMUNE), ("Thuận Hưng", "xã"),
         "chua-ro/thanh-pho-can-tho/xa-phung-hiep/SOURCE/xa-thuan-hung"),
        # A hamlet that a commune names without more is its own; of a district's it stays open where it lies.
        (head("xã Hải Anh", "tỉnh Ninh Bình", "2025-10-20", Level.COMMUNE), ("4", "xóm"), "tinh-ninh-binh/xa-hai-anh/xom-4"),
        (HAI_HAU_2018, ("4", "xóm"), "chua-ro/tinh-nam-dinh/huyen-hai-hau/SOURCE/xom-4"),
        # A hamlet of a former commune lies in that commune.
        (HAI_HAU_2018, ("4", "xóm", "xã Hải Toàn"), "tinh-nam-dinh/huyen-hai-hau/xa-hai-toan/xom-4"),
        (HAI_HAU_2018, ("4", "xóm", "xã Cũ Kỹ", "huyện Trực Ninh"), "tinh-nam-dinh/huyen-truc-ninh/xa-cu-ky/xom-4"),
        # The centre has no district of its own.
        (letterhead("1-BC/TW", "Ban Bí thư", None, None, "2018-05-01", level=Level.CENTRAL),
         ("Xưa Không Còn", "xã"), "chua-ro/trung-uong/SOURCE/xa-xua-khong-con"),
    ],
)  # fmt: skip
def test_a_former_unit_stays_a_place_of_its_own(frame: Letterhead, mention: tuple[str, ...], path: str) -> None:
    name, unit, *parents = mention
    assert path_in(frame, name, unit, *parents) == path


HUE_2018 = head("tỉnh Thừa Thiên Huế", "tỉnh Thừa Thiên Huế", "2018-05-01", Level.PROVINCE)


@pytest.mark.parametrize(
    ("frame", "mention", "path"),
    [
        # A province that was no more when the tables were made is one place, whoever names it.
        (HUE_2018, ("Thừa Thiên Huế", "tỉnh"), "tinh-thua-thien-hue"),
        (NAM_DINH_2018, ("Thừa Thiên - Huế", "tỉnh"), "tinh-thua-thien-hue"),
        (NAM_DINH_2018, ("Thừa Thiên Huế", None), "tinh-thua-thien-hue"),
        (NAM_DINH_2018, ("Hà Tây", "tỉnh"), "tinh-ha-tay"),
        # Its communes and districts are those of the province that it became.
        (HUE_2018, ("Hồng Hạ", "xã"), "thanh-pho-hue/huyen-a-luoi/xa-hong-ha"),
        (HUE_2018, ("A Lưới", "huyện"), "thanh-pho-hue/huyen-a-luoi"),
        (NAM_DINH_2018, ("A Lưới", "huyện", "tỉnh Thừa Thiên Huế"), "thanh-pho-hue/huyen-a-luoi"),
        (head("huyện A Lưới", "tỉnh Thừa Thiên Huế", "2018-05-01"), ("Hồng Hạ", "xã"),
         "thanh-pho-hue/huyen-a-luoi/xa-hong-ha"),
        (head("tỉnh Thừa Thiên Huế", "tỉnh Thừa Thiên Huế", None, Level.PROVINCE), ("Hồng Hạ", "xã"),
         "thanh-pho-hue/huyen-a-luoi/xa-hong-ha"),
    ],
)  # fmt: skip
def test_a_former_province_is_one_place_and_its_land_is_known(
    frame: Letterhead, mention: tuple[str, ...], path: str
) -> None:
    name, unit, *parents = mention
    assert path_in(frame, name, unit, *parents) == path


@pytest.mark.parametrize(
    ("frame", "mention", "path"),
    [
        # A district in the letterhead is of the old system, and so is what the source names.
        (head("huyện Gio Linh", "tỉnh Quảng Trị", None), ("Vĩnh Thủy", "xã"),
         "tinh-quang-tri/huyen-vinh-linh/xa-vinh-thuy"),
        # A commune right below its province is of the new one.
        (head("xã Gio Linh", "tỉnh Quảng Trị", None, Level.COMMUNE), ("Vĩnh Thủy", "xã"), "tinh-quang-tri/xa-vinh-thuy"),
        # A province that is no more.
        (head("tỉnh Hậu Giang", "tỉnh Hậu Giang", None, Level.PROVINCE), ("Tân Bình", "xã"),
         "tinh-hau-giang/huyen-phung-hiep/xa-tan-binh"),
        # A province that stands in both: it stays open, and visible as such.
        (head("tỉnh Quảng Trị", "tỉnh Quảng Trị", None, Level.PROVINCE), ("Vĩnh Thủy", "xã"),
         "chua-ro/tinh-quang-tri/SOURCE/xa-vinh-thuy"),
        (head("tỉnh Quảng Trị", "tỉnh Quảng Trị", "2024-05-01", Level.PROVINCE), ("Vĩnh Thủy", "xã"),
         "tinh-quang-tri/huyen-vinh-linh/xa-vinh-thuy"),
        (head("tỉnh Quảng Trị", "tỉnh Quảng Trị", "2025-09-01", Level.PROVINCE), ("Vĩnh Thủy", "xã"),
         "tinh-quang-tri/xa-vinh-thuy"),
    ],
)  # fmt: skip
def test_an_undated_source_is_of_the_system_of_its_own_unit(
    frame: Letterhead, mention: tuple[str, str], path: str
) -> None:
    assert path_in(frame, *mention) == path

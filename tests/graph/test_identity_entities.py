"""Places, organisations, people and programmes: one entity for one thing, and never one for two."""

import itertools

import pytest
from hand_made import PHUNG_HIEP, Source, letterhead
from hypothesis import given
from hypothesis import strategies as st

from graph.answers import Entity
from graph.content import GraphContent
from graph.identity import build_content
from graph.identity.context import read_context
from graph.identity.organization_names import canonical_name, issuing_body
from graph.identity.programmes import canonical_programme
from graph.identity.titles import agree, disagree
from graph.identity.units import find_unit
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.statements import SELF, Modality, Relation
from ontology.units import all_units, parents_of

BASE = "https://w3id.org/cuthehoa/id/"
CAN_THO = letterhead("1-BC/TU", "Thành ủy Cần Thơ", "thành phố Cần Thơ", "thành phố Cần Thơ", "2025-09-01",
                     level=Level.PROVINCE)  # fmt: skip
THAI_BINH = letterhead("1-BC/TU", "Tỉnh ủy Thái Bình", "tỉnh Thái Bình", "tỉnh Thái Bình", "2024-01-02",
                       level=Level.PROVINCE)  # fmt: skip


def named(content: GraphContent, mention: int, file: str = "x.txt") -> Entity:
    source = next(source for source in content.sources if source.file == file)
    return next(entity for entity in content.entities if entity.iri == source.mentions[mention].iri)


@pytest.mark.parametrize(
    ("head", "unit", "name", "parents", "path", "around"),
    [
        (PHUNG_HIEP, "xã", "Tân Bình", (), "tinh-hau-giang/huyen-phung-hiep/xa-tan-binh",
         "huyện Phụng Hiệp, tỉnh Hậu Giang"),
        (CAN_THO, "xã", "Tân Bình", (), "thanh-pho-can-tho/xa-tan-binh", "thành phố Cần Thơ"),
        (PHUNG_HIEP, "xã", "Lương Tâm", (), "tinh-hau-giang/huyen-long-my/xa-luong-tam",
         "huyện Long Mỹ, tỉnh Hậu Giang"),
        (THAI_BINH, "xã", "Minh Quang", ("huyện Vũ Thư",), "tinh-thai-binh/huyen-vu-thu/xa-minh-quang",
         "huyện Vũ Thư, tỉnh Thái Bình"),
        (THAI_BINH, "xã", "Minh Quang", (), "chua-ro/tinh-thai-binh/SOURCE/xa-minh-quang", None),
        (PHUNG_HIEP, "tỉnh", "Thái Bình", (), "tinh-thai-binh", None),
        (PHUNG_HIEP, None, "Hậu Giang", (), "tinh-hau-giang", None),
        (PHUNG_HIEP, None, "đồng bằng sông Cửu Long", (), "dong-bang-song-cuu-long", None),
        (PHUNG_HIEP, None, "nước Cộng hòa xã hội chủ nghĩa Việt Nam", (), "viet-nam", None),
        (PHUNG_HIEP, None, "vùng đồng bằng sông Cửu Long", (), "dong-bang-song-cuu-long", None),
        (PHUNG_HIEP, None, "Trung Quốc", (), "trung-quoc", None),
        (PHUNG_HIEP, "ấp", "4", (), "chua-ro/tinh-hau-giang/huyen-phung-hiep/SOURCE/ap-4", None),
        (PHUNG_HIEP, "ấp", "4", ("xã Tân Bình",), "tinh-hau-giang/huyen-phung-hiep/xa-tan-binh/ap-4",
         "xã Tân Bình, huyện Phụng Hiệp, tỉnh Hậu Giang"),
        (PHUNG_HIEP, "xã", "Xưa Không Còn", (), "tinh-hau-giang/huyen-phung-hiep/xa-xua-khong-con",
         "huyện Phụng Hiệp, tỉnh Hậu Giang"),
    ],
)  # fmt: skip
def test_a_place_lies_where_text_and_letterhead_put_it(
    head: Letterhead, unit: str | None, name: str, parents: tuple[str, ...], path: str, around: str | None
) -> None:
    source = Source("x.txt", head)
    source.loc(name, unit, *parents)
    extraction = source.extraction()
    found = named(build_content([extraction]), 0)
    path = path.replace("SOURCE", read_context(extraction).apart[-1])
    assert (found.iri, found.place) == (f"{BASE}place/{path}", around)


def test_places_are_parts_of_what_lies_around_them() -> None:
    source = Source("x.txt")
    source.loc("4", "ấp", "xã Tân Bình")
    content = build_content([source.extraction()])
    short = {(part.removeprefix(BASE), whole.removeprefix(BASE)) for part, whole in content.part_of}
    district = "place/tinh-hau-giang/huyen-phung-hiep"
    assert short >= {
        (f"{district}/xa-tan-binh/ap-4", f"{district}/xa-tan-binh"),
        (f"{district}/xa-tan-binh", district),
        (district, "place/tinh-hau-giang"),
    }


def test_no_two_units_share_an_identity() -> None:
    """Thirty pairs of neighbours differ in tone marks only."""
    seen: dict[tuple[str, ...], set[str]] = {}
    for unit in all_units():
        if unit.full_name in _ALIKE:
            around = [parent.full_name for parent in parents_of(unit)]
            found = find_unit(unit.full_name, within=around, on=unit.valid_to or unit.valid_from)
            assert found is not None
            seen.setdefault(found.path, set()).add(unit.full_name)
    assert len(seen) >= 4
    assert all(len(names) == 1 for names in seen.values())


_ALIKE = {"xã Hoằng Phú", "xã Hoằng Phụ", "phường Sa Pa", "phường Sa Pả"}


@pytest.mark.parametrize(
    ("norm", "level", "path", "name"),
    [
        ("UBND huyện", None, "tinh-hau-giang/huyen-phung-hiep", "Ủy ban nhân dân huyện Phụng Hiệp"),
        ("Ủy ban nhân dân huyện Phụng Hiệp", None, "tinh-hau-giang/huyen-phung-hiep",
         "Ủy ban nhân dân huyện Phụng Hiệp"),
        ("UBND tỉnh", None, "tinh-hau-giang", "Ủy ban nhân dân tỉnh Hậu Giang"),
        ("Tỉnh ủy", None, "tinh-hau-giang", "Tỉnh ủy Hậu Giang"),
        ("TỈNH ỦY HẬU GIANG", None, "tinh-hau-giang", "Tỉnh ủy Hậu Giang"),
        ("Ban Thường vụ Huyện uỷ", None, "tinh-hau-giang/huyen-phung-hiep", "Ban Thường vụ Huyện ủy Phụng Hiệp"),
        ("Huyện ủy Long Mỹ", None, "tinh-hau-giang/huyen-long-my", "Huyện ủy Long Mỹ"),
        ("Đảng ủy xã Hòa An", None, "tinh-hau-giang/huyen-phung-hiep/xa-hoa-an", "Đảng ủy xã Hòa An"),
        ("ĐẢNG BỘ TỈNH HẬU GIANG", None, "tinh-hau-giang", "Đảng bộ tỉnh Hậu Giang"),
        ("BCT", None, "trung-uong", "Bộ Chính trị"),
        ("Ban Chấp hành Trung ương", None, "trung-uong", "Ban Chấp hành Trung ương Đảng"),
        ("Ban Tổ chức Trung ương", None, "trung-uong", "Ban Tổ chức Trung ương"),
        ("Bộ Tài chính", None, "trung-uong", "Bộ Tài chính"),
        ("Đoàn đại biểu Quốc hội tỉnh", None, "tinh-hau-giang", "Đoàn đại biểu Quốc hội tỉnh Hậu Giang"),
        ("HTX Kỳ Như", None, "tinh-hau-giang/huyen-phung-hiep", "Hợp tác xã Kỳ Như"),
    ],
)  # fmt: skip
def test_a_body_goes_by_one_name(norm: str, level: Level | None, path: str, name: str) -> None:
    source = Source("x.txt")
    source.org(norm, None, level)
    found = named(build_content([source.extraction()]), 0)
    assert (found.name, found.iri.rsplit("/", 1)[0]) == (name, f"{BASE}organization/{path}")


def test_the_issuer_of_a_document_is_the_body_that_is_named() -> None:
    source = Source("x.txt")
    source.org("Huyện ủy")
    source.doc("109-KH/HU", "2023-02-02")
    content = build_content([source.extraction()])
    assert named(content, 1).issuer_iri == named(content, 0).iri


def test_bodies_of_a_body_are_parts_of_it() -> None:
    source = Source("x.txt")
    for name in ("Huyện ủy", "Ban Thường vụ Huyện ủy", "Ủy ban Kiểm tra Đảng ủy xã Hòa An", "Đảng ủy xã Hòa An"):
        source.org(name)
    content = build_content([source.extraction()])
    names = {entity.iri: entity.name for entity in content.entities}
    assert {(names[part], names[whole]) for part, whole in content.part_of if "/organization/" in part} == {
        ("Ban Thường vụ Huyện ủy Phụng Hiệp", "Huyện ủy Phụng Hiệp"),
        ("Ủy ban Kiểm tra Đảng ủy xã Hòa An", "Đảng ủy xã Hòa An"),
    }


def test_bodies_of_one_name_in_two_districts_stay_apart() -> None:
    sources = [Source("x.txt"), Source("y.txt", letterhead(
        "-BC/HU", "Huyện ủy Long Mỹ", "huyện Long Mỹ", "tỉnh Hậu Giang", "2024", level=Level.DISTRICT))]  # fmt: skip
    for source in sources:
        source.org("Ban Chỉ đạo 35")
    content = build_content(source.extraction() for source in sources)
    assert named(content, 0) != named(content, 0, "y.txt")


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Bộ KHCN", "Bộ Khoa học và Công nghệ"),
        ("Bộ NNMT", "Bộ Nông nghiệp và Môi trường"),
        ("Sở KHCN tỉnh Hậu Giang", "Sở Khoa học và Công nghệ tỉnh Hậu Giang"),
        ("Bộ XYZ", "Bộ XYZ"),
        ("Ban KTTW", "Ban Kinh tế Trung ương"),
        ("BCH Đảng bộ huyện", "Ban Chấp hành Đảng bộ huyện"),
        ("Hiệp hội Du lịch", "Hiệp hội Du lịch"),
        ("Đảng đoàn HĐND tỉnh", "Đảng đoàn Hội đồng nhân dân tỉnh"),
        ("Uỷ ban nhân dân  tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Ban Bí thư Trung ương Đảng", "Ban Bí thư"),
        ("Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
        ("CỤC KTVB&QLXLVPHC", "Cục KTVB&QLXLVPHC"),
        ("ỦY BAN NHÂN DÂN TỈNH HẬU GIANG", "Ủy ban nhân dân tỉnh Hậu Giang"),
    ],
)
def test_canonical_names(name: str, canonical: str) -> None:
    assert canonical_name(name)[0] == canonical


@pytest.mark.parametrize(
    ("issuer", "body"),
    [
        ("Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("Chủ tịch UBND tỉnh", "UBND tỉnh"),
        ("Ban Thường vụ Huyện ủy, Đảng ủy xã", "Ban Thường vụ Huyện ủy"),
        ("Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
    ],
)
def test_the_body_that_issues(issuer: str, body: str) -> None:
    assert issuing_body(issuer) == body


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("nông thôn mới", "Chương trình mục tiêu quốc gia xây dựng nông thôn mới", True),
        ("Chương trình mục tiêu quốc gia 1719", "Chương trình mục tiêu quốc gia", False),
        ("NTM", "Nông thôn mới", True),
        ("nông thôn mới", "nông thôn mới nâng cao", False),
        ("nông thôn mới nâng cao", "nông thôn mới kiểu mẫu", False),
        ("OCOP", "Chương trình “Mỗi xã một sản phẩm”", True),
        ("chương trình “Mẹ đỡ đầu”", 'Chương trình "Mẹ đỡ đầu"', True),
        ("Quỹ “Vì người nghèo”", "Ngày vì người nghèo", False),
        ("Dự án cao tốc Bắc - Nam", "Dự án cao tốc Châu Đốc - Cần Thơ - Sóc Trăng", False),
    ],
)
def test_short_names_of_programmes(one: str, other: str, same: bool) -> None:
    source = Source("x.txt")
    source.prog(one)
    source.prog(other)
    content = build_content([source.extraction()])
    assert (named(content, 0).iri == named(content, 1).iri) == same
    assert canonical_programme(canonical_programme(one)) == canonical_programme(one)


def test_every_body_has_its_own_work_programme() -> None:
    sources = [Source("x.txt"), Source("y.txt", CAN_THO)]
    for source in sources:
        source.prog("Chương trình công tác năm 2024")
        source.prog("Quỹ “Vì người nghèo”")
    content = build_content(source.extraction() for source in sources)
    assert named(content, 0) != named(content, 0, "y.txt")
    assert named(content, 1) == named(content, 1, "y.txt")


def test_people_of_one_name_in_two_provinces_are_two() -> None:
    sources = [Source("x.txt"), Source("y.txt", THAI_BINH)]
    for source in sources:
        source.per("Nguyễn Văn A")
        source.per("Hồ Chí Minh")
        leader = source.per("Trần Văn B")
        source.says(leader, Relation.HOLDS_POST, source.org("Bộ Chính trị"), role="Ủy viên")
    content = build_content(source.extraction() for source in sources)
    assert named(content, 0) != named(content, 0, "y.txt")
    assert named(content, 1) == named(content, 1, "y.txt")
    assert named(content, 2) == named(content, 2, "y.txt")


def test_statements_of_many_sources_meet_in_one_edge() -> None:
    sources = [Source("a.txt"), Source("b.txt", THAI_BINH)]
    for number, source in enumerate(sources):
        plan = source.doc("36-KH/TU", "2022-12-15", issuer="Tỉnh ủy Thái Bình")
        law = source.doc("18-NQ/TW", "2022-06-16", kind="Nghị quyết")
        source.says(plan, Relation.IMPLEMENTS, law, confidence=0.8)
        source.says(plan, Relation.IMPLEMENTS, law, confidence=0.7 + number / 10, rule="other")
        source.says(plan, Relation.IMPLEMENTS, law, modality=Modality.NEGATED)
    content = build_content(source.extraction() for source in sources)
    stated = next(edge for edge in content.edges if edge.modality is Modality.ASSERTED)
    assert len(content.edges) == 2
    assert len(stated.evidence) == 4
    assert stated.confidence == pytest.approx(1 - 0.2 * 0.2), "two sources, each by its best sentence"


def test_what_is_guessed_weighs_less() -> None:
    dated, reader = Source("d.txt"), Source("x.txt", THAI_BINH)
    dated.doc("18-NQ/TW", "2022-06-16", kind="Nghị quyết")
    reader.says(SELF, Relation.IMPLEMENTS, reader.doc("18-NQ/TW", kind="Nghị quyết"), confidence=0.9)
    (edge,) = build_content([dated.extraction(), reader.extraction()]).edges
    assert edge.confidence == pytest.approx(0.9 * 0.8)
    assert edge.evidence[0].confidence == 0.9


def test_a_document_that_carries_out_itself_is_an_error_of_the_source() -> None:
    source = Source("x.txt")
    plan = source.doc("109-KH/HU", "2023-02-02")
    source.says(plan, Relation.IMPLEMENTS, source.doc("109-KH/HU"))
    content = build_content([source.extraction()])
    assert content.edges == ()
    assert "thực hiện chính nó" in content.findings[0].message


def test_a_post_without_a_body_is_no_edge() -> None:
    source = Source("x.txt")
    source.says(source.per("Nguyễn Phú Trọng"), Relation.HOLDS_POST, None, role="Tổng Bí thư")
    assert build_content([source.extraction()]).edges == ()


@pytest.mark.parametrize(
    ("one", "other", "same", "different"),
    [
        ("Nông nghiệp, nông dân, nông thôn", "về nông nghiệp, nông dân, nông thôn đến năm 2030", True, False),
        ("chuyển đổi số năm 2022", "chuyển đổi số năm 2023", False, True),
        ("phòng, chống tham nhũng, tiêu cực", "quản lý và sử dụng đất đai", False, True),
        ("đất đai", "rừng", False, False),
    ],
)
def test_titles(one: str, other: str, same: bool, different: bool) -> None:
    assert (agree(one, other), disagree(one, other)) == (same, different)
    assert (agree(other, one), disagree(other, one)) == (same, different)


def _sources() -> list[Source]:
    """Sources whose resolution depends on each other in every way that there is."""
    heads = [PHUNG_HIEP, CAN_THO, THAI_BINH]
    made = []
    for number, head in enumerate(heads):
        source = Source(f"{number}.txt", head)
        source.doc("18-NQ/TW", kind="Nghị quyết")
        source.doc("18-NQ/TW", ("2017-10-25", "2022-06-16", None)[number], kind="Nghị quyết")
        source.doc("89/KH-UBND", "2023-02-14", issuer=(None, "UBND thành phố", "UBND tỉnh Hậu Giang")[number])
        source.doc(None, ("2013", None, "2024-01-18")[number], name="Luật Đất đai", kind="Luật")
        source.doc(None, name="Nghị quyết 18", kind="Nghị quyết", issuer="Ban Chấp hành Trung ương")
        source.says(source.doc("109-KH/HU", ("2023-02-02", "2023-02-02", None)[number], issuer="Huyện ủy Phụng Hiệp"),
                    Relation.IMPLEMENTS, number)  # fmt: skip
        source.org(("UBND huyện", "Ủy ban nhân dân huyện Phụng Hiệp", "Ủy Ban Nhân Dân huyện Phụng Hiệp")[number])
        source.loc("Tân Bình", "xã")
        source.prog(("NTM", "nông thôn mới", "quỹ “Vì người nghèo”")[number])
        made.append(source)
    held = Source("held.txt", letterhead("89/KH-UBND", "Ủy ban nhân dân tỉnh Hậu Giang", "tỉnh Hậu Giang",
                                         "tỉnh Hậu Giang", "2023-02-14", level=Level.PROVINCE))  # fmt: skip
    return [*made, held]


WHOLE = build_content([source.extraction() for source in _sources()])


@given(st.permutations(_sources()))
def test_the_order_of_sources_does_not_matter(sources: list[Source]) -> None:
    assert build_content(source.extraction() for source in sources) == WHOLE


def test_every_subset_gives_a_whole_graph() -> None:
    """Whatever is missing, no edge, mention or candidate hangs in the air."""
    for size in range(1, 5):
        for sources in itertools.combinations(_sources(), size):
            content = build_content(source.extraction() for source in sources)
            known = {entity.iri for entity in content.entities}
            assert {end for edge in content.edges for end in (edge.source, edge.target)} <= known
            assert {iri for entity in content.entities for iri in entity.candidates} <= known
            assert {mention.iri for source in content.sources for mention in source.mentions} <= known
            assert {entity.issuer_iri for entity in content.entities if entity.issuer_iri} <= known
            assert [entity.iri for entity in content.entities] == sorted(known)
            assert len(known) == len(content.entities)


def test_two_extractions_of_one_file_are_refused() -> None:
    with pytest.raises(ValueError, match="one file"):
        build_content([Source("x.txt").extraction(), Source("x.txt").extraction()])

import pytest

from extract.components.organizations import find_organizations
from extract.context import Context
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.mentions import OrganizationName
from ontology.organizations import organization_table

DISTRICT = Context(
    Letterhead(organ="Huyện ủy Phụng Hiệp", level=Level.DISTRICT, place="huyện Phụng Hiệp", province="tỉnh Hậu Giang")
)
PROVINCE = Context(
    Letterhead(
        organ="Ủy ban nhân dân tỉnh Nghệ An", level=Level.PROVINCE, place="tỉnh Nghệ An", province="tỉnh Nghệ An"
    )
)
COMMUNE = Context(
    Letterhead(organ="Đảng ủy xã Vĩnh Thạnh", level=Level.COMMUNE, place="xã Vĩnh Thạnh", province="tỉnh Gia Lai")
)
TABLE = organization_table()


def found(text, context=DISTRICT):
    return [text[body.start : body.end] for body in find_organizations(text, context)]


@pytest.mark.parametrize("example", [example for row in (*TABLE.fixed, *TABLE.heads) for example in row.examples])
def test_examples_of_the_tables(example):
    assert example in found(f"Theo {example}.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "của Thường trực, Ban Thường vụ và Ban Chấp hành Đảng bộ huyện",
            ["Thường trực", "Ban Thường vụ", "Ban Chấp hành Đảng bộ huyện"],
        ),
        ("HĐND, UBND huyện", ["HĐND", "UBND huyện"]),
        ("UBND xã Tân Bình, huyện Phụng Hiệp", ["UBND xã Tân Bình"]),
        ("HTX Kỳ Như xã Thạnh Hòa", ["HTX Kỳ Như"]),
        ("BAN CHỈ ĐẠO VỀ PHÒNG, CHỐNG DỊCH HUYỆN", ["BAN CHỈ ĐẠO VỀ PHÒNG, CHỐNG DỊCH HUYỆN"]),
        ("Sở Nông nghiệp Phát triển nông thôn", ["Sở Nông nghiệp Phát triển nông thôn"]),
        ("Trường THPT chuyên Vị Thanh. Huyện đã họp", ["Trường THPT chuyên Vị Thanh"]),
        ("Công ty TNHH Minh Phú 27 thiếu vốn", ["Công ty TNHH Minh Phú 27"]),
        ("1 Công ty cổ phần sữa Long Thành", ["Công ty cổ phần sữa Long Thành"]),
        ("Thành lập Tiểu ban Nhân sự. Tiểu ban được dùng con dấu", ["Tiểu ban Nhân sự", "Tiểu ban"]),
        ("Thường trực HĐND tỉnh Điểu Thị Sang", ["Thường trực HĐND tỉnh"]),
        ("Quốchội, Uỷban nhân dân huyện", ["Quốchội", "Uỷban nhân dân huyện"]),
        ("Số     -BC/ĐU", []),
        ("Phòng giáo dục huyện, Ban dân vận Huyện ủy", ["Phòng giáo dục huyện", "Ban dân vận Huyện ủy"]),
        ("trường mầm non Hoa Sen và trạm y tế xã Tân Long", ["trường mầm non Hoa Sen"]),
        ("trạm y tế xã và Phòng giáo dục có trách nhiệm", []),
        ("Trạm Thú y Long Mỹ thuộc Chi cục Thú y", ["Trạm Thú y Long Mỹ", "Chi cục Thú y"]),
        ("Cục KSTTHC, VPCP", ["Cục KSTTHC", "VPCP"]),
        ("Công ty TNHH MTV Cà phê 719, 15 hộ", ["Công ty TNHH MTV Cà phê 719"]),
        ("VKSND, TAND huyện", ["VKSND", "TAND huyện"]),
        ("các cấp Hội Phụ nữ", ["Hội Phụ nữ"]),
        ("Hội Chữ thập đỏ các xã, thị trấn", ["Hội Chữ thập đỏ"]),
        (
            "Tiếp các Đoàn giám sát 3615, 3637; Đoàn kiểm tra 167, 165 của Tỉnh ủy",
            ["Đoàn giám sát 3615", "3637", "Đoàn kiểm tra 167", "165", "Tỉnh ủy"],
        ),
        ("gồm Tiểu ban Văn kiện, Nhân sự và Tuyên truyền", ["Tiểu ban Văn kiện", "Nhân sự", "Tuyên truyền"]),
        ("Thủ tướng Chính phủ; Bộ trưởng Bộ Xây dựng", ["Chính phủ", "Bộ Xây dựng"]),
        ("gồm các Sở: Nội vụ, Tài chính và Tư pháp", ["Nội vụ", "Tài chính", "Tư pháp"]),
        ("BỘ\nNÔNG NGHIỆP VÀ\nMÔI TRƯỜNG", ["BỘ\nNÔNG NGHIỆP VÀ\nMÔI TRƯỜNG"]),
        ("ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH", ["ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH"]),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", ["ỦY BAN NHÂN DÂN"]),
        ("xã Tân Bình củng cố tiêu chí. Đảng ủy xã chỉ đạo tuyên truyền", ["Đảng ủy xã"]),
        ("Bí thư Đảng ủy", ["Đảng ủy"]),
        ("Ủy ban Kiểm tra (UBKT) Huyện ủy họp", ["Ủy ban Kiểm tra (UBKT) Huyện ủy"]),
        ("Ủy ban Kiểm tra (UBKT) họp", ["Ủy ban Kiểm tra", "UBKT"]),
        ("Thành ủy thành phố Thủ Đức, Thành ủy Cần Thơ", ["Thành ủy thành phố Thủ Đức", "Thành ủy Cần Thơ"]),
        ("Trưởng ban Tổ chức Huyện ủy; phó chánh văn phòng Huyện ủy", ["ban Tổ chức Huyện ủy", "văn phòng Huyện ủy"]),
        (
            "Trung tâm Văn hóa huyện mở lớp. Nay, Trung tâm đã tổ chức 5 buổi",
            ["Trung tâm Văn hóa huyện", "Trung tâm"],
        ),
        ("gửi Sở Nội vụ 3 bản; Phòng Y tế 2 bản", ["Sở Nội vụ", "Phòng Y tế"]),
        ("Sở Y tế, Tài chính và Nội vụ phối hợp", ["Sở Y tế", "Tài chính", "Nội vụ"]),
        ("Sở Nội vụ, Công an tỉnh", ["Sở Nội vụ", "Công an tỉnh"]),
        ("các Bộ, ngành: Tư pháp, Xây dựng, Y tế", ["Tư pháp", "Xây dựng", "Y tế"]),
        ("của Liên Bộ Nội vụ - Tài chính", ["Nội vụ", "Tài chính"]),
        ("Bộ Lao động – Thương binh & Xã hội", ["Bộ Lao động – Thương binh & Xã hội"]),
        ("ông Giám đốc sởY tế; Bộ trưởngBộ Tài chính", ["Bộ Tài chính"]),
        ("Sở NN&PTNT, TN&MT", ["Sở NN&PTNT", "TN&MT"]),
        ("Bộ quốc phòng, Sở y tế, Chi cục thú y", ["Bộ quốc phòng", "Sở y tế", "Chi cục thú y"]),
        (
            "HTX trồng nấm rơm Tân Hưng; Công ty TNHH chế biến thủy sản và thương mại Đại Phát",
            ["HTX trồng nấm rơm Tân Hưng", "Công ty TNHH chế biến thủy sản và thương mại Đại Phát"],
        ),
        ("Ban Chỉ đạo tổng kết Nghị quyết số 29-NQ/TW họp", ["Ban Chỉ đạo tổng kết Nghị quyết số 29-NQ/TW"]),
        ("Ban Chỉ đạo xây dựng nông thôn mới huyện", ["Ban Chỉ đạo xây dựng nông thôn mới huyện"]),
        (
            "Ban Chỉ đạo phòng, chống thiên tai Trung ương - Ủy ban Quốc gia Tìm kiếm Cứu nạn",
            ["Ban Chỉ đạo phòng, chống thiên tai Trung ương", "Ủy ban Quốc gia Tìm kiếm Cứu nạn"],
        ),
        ("Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam", ["Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam"]),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN\nCăn cứ", ["ỦY BAN NHÂN DÂN"]),
        ("UBND TỈNH V/V phê duyệt", ["UBND TỈNH"]),
        ("LĐLĐ huyện, Huyện đoàn", ["LĐLĐ huyện", "Huyện đoàn"]),
        ("Hội Nông dân các cấp xây dựng quỹ", ["Hội Nông dân"]),
        ("Chi bộ ấp Tân Phú 2 thuộc", ["Chi bộ ấp Tân Phú 2"]),
        ("Sở Lao động - TBXH, Sở Nông nghiệp & PTNT", ["Sở Lao động - TBXH", "Sở Nông nghiệp & PTNT"]),
        (
            "Ban Tổ chức chính quyền tỉnh; Ủy ban kế hoạch tỉnh",
            ["Ban Tổ chức chính quyền tỉnh", "Ủy ban kế hoạch tỉnh"],
        ),
        ("Ban Chỉ đạo quốc gia về bình đẳng giới họp", ["Ban Chỉ đạo quốc gia về bình đẳng giới"]),
    ],
)
def test_bodies_are_found(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "UBND các xã, thị trấn",
        "HĐND 3 cấp; HĐND và UBND các cấp; UBND cấp xã",
        "chỉ đạo Đảng ủy xã thi hành kỷ luật",
        "Đảng bộ cơ sở; Ban Thường vụ Đảng ủy cơ sở",
        "các sở, ban, ngành; các chi bộ; cấp ủy đảng",
        "Đảng, Nhà nước và Nhân dân",
        "khối Đảng, Mặt trận và đoàn thể",
        "thành lập Ban Tổ chức lễ tang",
        "55 HTX Nông nghiệp",
        "Huyện ủy viên",
        "cán bộ quản lý Công ty Nhà nước",
        "| 2 | Trường Mầm non | 12 phòng |",
        "đợt thăm của Đoàn của tỉnh",
        "Công ty phải nộp báo cáo; HTX tham gia Chương trình OCOP",
        "Trung tâm đã tổ chức 5 buổi",
        "Hội đồng trường; Hội đồng thành viên",
        "tổ chức Đại hội Đảng bộ, chi bộ cơ sở",
        "bộ KPI",
        "Phó Bí thư Thường trực",
        "THỰC HIỆN NGHĨA VỤ TÀI CHÍNH",
        "tại Sở Tư pháp ở địa phương",
        "theo mô hình Trung tâm phục vụ hành chính công",
        "cán bộ, nội bộ, cơ sở, xã hội",
    ],
)
def test_kinds_and_posts_are_no_bodies(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("UBND huyện", PROVINCE, []),
        ("UBND xã", PROVINCE, []),
        ("UBND tỉnh", PROVINCE, ["UBND tỉnh"]),
        ("UBND xã", COMMUNE, ["UBND xã"]),
        ("UBND phường", COMMUNE, []),
        ("UBND tỉnh", Context(), ["UBND tỉnh"]),
        ("UBND tỉnh", Context(Letterhead(level=Level.CENTRAL)), []),
    ],
)
def test_the_own_level_tells_a_body_from_a_kind(text, context, expected):
    assert found(text, context) == expected


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("Huyện ủy", DISTRICT, OrganizationName("Huyện ủy Phụng Hiệp", Level.DISTRICT, "huyện Phụng Hiệp")),
        (
            "UBND huyện",
            DISTRICT,
            OrganizationName("Ủy ban nhân dân huyện Phụng Hiệp", Level.DISTRICT, "huyện Phụng Hiệp"),
        ),
        ("UBND tỉnh", DISTRICT, OrganizationName("Ủy ban nhân dân tỉnh Hậu Giang", Level.PROVINCE, "tỉnh Hậu Giang")),
        (
            "Ban Thường vụ",
            DISTRICT,
            OrganizationName("Ban Thường vụ Huyện ủy Phụng Hiệp", Level.DISTRICT, "huyện Phụng Hiệp"),
        ),
        ("BTVTU", DISTRICT, OrganizationName("Ban Thường vụ Tỉnh ủy Hậu Giang", Level.PROVINCE, "tỉnh Hậu Giang")),
        ("Đảng bộ", DISTRICT, OrganizationName("Đảng bộ huyện Phụng Hiệp", Level.DISTRICT, "huyện Phụng Hiệp")),
        ("HUYỆN ỦY PHỤNG HIỆP", DISTRICT, OrganizationName("Huyện ủy Phụng Hiệp", Level.DISTRICT, "huyện Phụng Hiệp")),
        ("Sở Nội vụ", PROVINCE, OrganizationName("Sở Nội vụ tỉnh Nghệ An", Level.PROVINCE, "tỉnh Nghệ An")),
        ("Bộ Chính trị", PROVINCE, OrganizationName("Bộ Chính trị", Level.CENTRAL, None)),
        (
            "Ban Tổ chức Tỉnh ủy Sóc Trăng",
            PROVINCE,
            OrganizationName("Ban Tổ chức Tỉnh ủy Sóc Trăng", Level.PROVINCE, "tỉnh Sóc Trăng"),
        ),
    ],
)
def test_names_are_completed_from_the_letterhead(text, context, expected):
    body, *_ = find_organizations(text, context)
    assert body.detail == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Báo cáo của Đảng ủy xã Hòa Mỹ. Các xã Tân Bình, Hiệp Hưng giáp ranh. HĐND xã bầu; Đảng ủy họp; Đoàn xã",
            ["Đảng ủy xã Hòa Mỹ", "HĐND xã", "Đảng ủy", "Đoàn xã"],
        ),
        ("Xã Hòa Mỹ đạt chuẩn.\nUBND xã lập hồ sơ.", ["UBND xã"]),
        ("Xã Hòa Mỹ và xã Tân Bình đạt chuẩn.\nUBND xã lập hồ sơ.", []),
    ],
)
def test_bodies_of_the_one_commune_that_a_text_without_letterhead_is_about(text, expected):
    assert found(text, Context()) == expected


def test_a_head_alone_takes_up_the_name_of_the_one_body_before():
    text = "HTX Kỳ Như có 50 thành viên. Ông Lê Văn An, Giám đốc HTX; tiếp đó, HTX đã mở rộng."
    names = [body.detail.full_name for body in find_organizations(text, DISTRICT)]
    assert names == ["Hợp tác xã Kỳ Như"] * 3

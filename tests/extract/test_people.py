import pytest

from extract.components.organizations import find_organizations
from extract.components.people import find_people
from extract.components.places import find_places
from extract.components.roles import find_roles
from extract.context import Context
from extract.flatten import flatten
from ontology.people import people_table

TABLE = people_table()


def found(text):
    return [text[person.start : person.end] for person in find_people(text, Context())]


def roles(text):
    mentions = flatten(
        [*find_people(text, Context()), *find_organizations(text, Context()), *find_places(text, Context())]
    )
    return [
        (mentions[role.person].norm, role.role, None if role.organization is None else mentions[role.organization].norm)
        for role in find_roles(text, mentions, Context())
    ]


@pytest.mark.parametrize("example", [example for row in (*TABLE.titles, *TABLE.posts) for example in row.examples])
def test_examples_of_the_tables(example):
    (person,) = found(f"{example} phát biểu.")
    assert example.endswith(person)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("theo đạo đức, phong cách Hồ Chí Minh", ["Hồ Chí Minh"]),
        ("các đồng chí: Nguyễn Văn An, Lê Bình và Trần Thị Cúc", ["Nguyễn Văn An", "Lê Bình", "Trần Thị Cúc"]),
        ("CHÁNH VĂN PHÒNG\n\nVõ Văn Kết", ["Võ Văn Kết"]),
        ("bà H'Len Niê và ông Điểu K'Rang; ông K'Brổih", ["H'Len Niê", "Điểu K'Rang", "K'Brổih"]),
        ("ông Y Thịnh Kbuôr; đồng chí Giàng A Chu", ["Y Thịnh Kbuôr", "Giàng A Chu"]),
        ("bà Ka Hem và đồng chí Rah Lan Tuấn", ["Ka Hem", "Rah Lan Tuấn"]),
        ("Trưởng Công an xã Thạch Sơn Nguyễn Văn Hùng", ["Nguyễn Văn Hùng"]),
        ("Hiệu trưởng Trường THCS Nguyễn Trãi Trần Thị Hương", ["Trần Thị Hương"]),
        ("Họ tên\tChức vụ\nLò Thị Mai\tChủ tịch xã", ["Lò Thị Mai"]),
        ("PHÓ THỦ TƯỚNG CHÍNH PHỦ PHẠM THỊ THANH TRÀ TẠI BUỔI LÀM VIỆC", ["PHẠM THỊ THANH TRÀ"]),
    ],
)
def test_persons_are_found(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "thành phố Hồ Chí Minh",
        "châu Á - Thái Bình Dương",
        "ngân hàng ở đường Ông Ích Khiêm",
        "đồng chí Trưởng Ban Tổ chức",
        "đường Nguyễn Văn Trỗi",
        "Trường THPT Huỳnh Thúc Kháng",
        "phường Hà Huy Tập",
        "số 50 Đào Duy Từ",
        "các xã Phú Kiết và Lương Hòa Lạc",
        "quy định hồ sơ, trình tự",
        "nâng cấp đường Lê Lợi - Trần Phú, đường Lê Văn Hiến",
        "quỹ học bổng Vừ A Dính; giải thưởng Tôn Thất Tùng",
    ],
)
def test_no_person_is_found(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- Đ/c Trương Cảnh Tuyên, Ủy viên BTVTU, Phó Chủ tịch Thường trực UBND tỉnh,",
            [("Trương Cảnh Tuyên", "Ủy viên", "BTVTU"), ("Trương Cảnh Tuyên", "Phó Chủ tịch Thường trực", "UBND tỉnh")],
        ),
        ("Bí thư Huyện ủy Nguyễn Văn An", [("Nguyễn Văn An", "Bí thư", "Huyện ủy")]),
        ("của cố Tổng Bí thư Nguyễn Phú Trọng", [("Nguyễn Phú Trọng", "Tổng Bí thư", None)]),
        ("Thủ tướng Chính phủ Phạm Minh Chính", [("Phạm Minh Chính", "Thủ tướng", "Chính phủ")]),
        ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nNguyễn Hồng Đức", [("Nguyễn Hồng Đức", "Phó Bí thư", "BAN THƯỜNG VỤ")]),
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(đã ký)\nTrần Văn Bình",
            [("Trần Văn Bình", "Phó Chủ tịch", None)],
        ),
        ("T/M BAN BÍ THƯ\nTrần Cẩm Tú", []),
        (
            "Bí thư Chi bộ ấp 5 Nguyễn Văn Bé; Phó Chủ tịch Hội Nông dân xã Lê Văn Tám",
            [("Nguyễn Văn Bé", "Bí thư", "Chi bộ ấp 5"), ("Lê Văn Tám", "Phó Chủ tịch", "Hội Nông dân")],
        ),
        (
            "Hiệu trưởng Trường THCS Tân Long Phạm Thị Lan",
            [("Phạm Thị Lan", "Hiệu trưởng", "Trường THCS Tân Long")],
        ),
        ("ghi nhận.\nPhó Chủ tịch\n(Đã ký)\nLê Văn Bảy", [("Lê Văn Bảy", "Phó Chủ tịch", None)]),
        (
            "Đoàn kiểm tra 12 do đồng chí Lê Văn Bảy, Phó Bí thư Huyện ủy làm Trưởng đoàn",
            [("Lê Văn Bảy", "Phó Bí thư", "Huyện ủy"), ("Lê Văn Bảy", "Trưởng đoàn", "Đoàn kiểm tra 12")],
        ),
        (
            "cử bà Lê Thị Tám, Trưởng phòng Nội vụ và ông Trần Văn Chín, Phó Trưởng phòng Y tế làm Ủy viên",
            [
                ("Lê Thị Tám", "Trưởng phòng", "phòng Nội vụ"),
                ("Trần Văn Chín", "Phó Trưởng phòng", "phòng Y tế"),
                ("Lê Thị Tám", "Ủy viên", None),
                ("Trần Văn Chín", "Ủy viên", None),
            ],
        ),
        (
            "1 | Lê Thị Tám | Chủ tịch Hội Nông dân huyện |",
            [("Lê Thị Tám", "Chủ tịch", "Hội Nông dân huyện")],
        ),
        (
            "bổ nhiệm ông Trần Văn Chín giữ chức vụ Giám đốc Sở Y tế",
            [("Trần Văn Chín", "Giám đốc", "Sở Y tế")],
        ),
        (
            "Tiểu ban Nhân sự gồm Lê Thị Tám, Trưởng Tiểu ban; Trần Văn Chín, Bí thư Huyện ủy",
            [("Lê Thị Tám", "Trưởng Tiểu ban", "Tiểu ban"), ("Trần Văn Chín", "Bí thư", "Huyện ủy")],
        ),
        ("họp tại Hội Nông dân huyện. Ông Trần Văn Chín phát biểu", []),
        (
            "ông Lê Văn Bảy, Chủ tịch UBND huyện kiêm Trưởng ban",
            [("Lê Văn Bảy", "Chủ tịch", "UBND huyện"), ("Lê Văn Bảy", "Trưởng Ban", None)],
        ),
        (
            "Bí thư Huyện ủy Lê Văn Bảy; Phó Chủ tịch UBND huyện - Trần Thị Sáu",
            [("Lê Văn Bảy", "Bí thư", "Huyện ủy"), ("Trần Thị Sáu", "Phó Chủ tịch", "UBND huyện")],
        ),
        (
            "đồng chí Lê Ngọc Quang, Bí thư Thành ủy Đà Nẵng; đồng chí Trương Hải Long, Thứ trưởng Bộ Nội vụ",
            [("Lê Ngọc Quang", "Bí thư", "Thành ủy Đà Nẵng"), ("Trương Hải Long", "Thứ trưởng", "Bộ Nội vụ")],
        ),
    ],
)
def test_posts_belong_to_persons(text, expected):
    assert roles(text) == expected

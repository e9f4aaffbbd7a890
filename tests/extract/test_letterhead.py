"""Head and foot of a document, in both layouts and in all shapes in which they arrive."""

import pytest

from extract.letterhead import read_letterhead
from extract.normalize import normalize
from extract.organ_lines import read_bodies, read_body
from ontology.extraction import Letterhead
from ontology.levels import Level

PARTY = """ĐẢNG BỘ TỈNH HẬU GIANG	ĐẢNG CỘNG SẢN VIỆT NAM
HUYỆN ỦY PHỤNG HIỆP
*	Phụng Hiệp, ngày 02 tháng 02 năm 2023
Số 109-KH/HU

KẾ HOẠCH
nâng cao hiệu quả quản lý, sử dụng đất
-----
Căn cứ Nghị quyết số 18-NQ/TW.
"""
PARTY_FOOT = """
Nơi nhận:	T/M BAN THƯỜNG VỤ
- Tỉnh ủy,	PHÓ BÍ THƯ THƯỜNG TRỰC
- Lưu Văn phòng.	(Đã ký)

	Trần Văn Một
"""
STATE = """ỦY BAN NHÂN DÂN	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HẬU GIANG	Độc lập - Tự do - Hạnh phúc
-------	---------------
Số: 89/KH-UBND	Hậu Giang, ngày 14 tháng 02 năm 2023

KẾ HOẠCH
Triển khai thực hiện chương trình nông thôn mới

Căn cứ Luật Đất đai;
"""
MARKDOWN_LINES = """|
**ỦY BAN NHÂN DÂN**
TỈNH HÀ TĨNH
-------
|
**CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số: 2979/QĐ-UBND
|
*Hà Tĩnh, ngày 27
tháng 11 năm 2025*
|

**QUYẾT ĐỊNH**

BAN HÀNH QUY ĐỊNH CHỨC NĂNG CỦA SỞ TƯ PHÁP

**ỦY BAN NHÂN DÂN TỈNH**

*Căn cứ Luật Đất đai;*

|
Nơi nhận:
- Như Điều 4;
- Lưu: VT.
|
**TM. ỦY BAN NHÂN
DÂN**
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Báu Hà
|

**PHỤ LỤC**

TRƯỞNG PHÒNG
Lê Văn Hai
"""
MARKDOWN_TABLE = """| **BỘ CHÍNH TRỊ** | **ĐẢNG CỘNG SẢN VIỆT NAM** |
|---|---|
| \\* | |
| Số 57-NQ/TW | *Hà Nội, ngày 22 tháng 12 năm 2024* |

**NGHỊ QUYẾT**

**CỦA BỘ CHÍNH TRỊ**

**về đột phá phát triển khoa học**

**I. Quan điểm**
"""
LETTER = """ỦY BAN NHÂN DÂN	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN PHỤNG HIỆP	Độc lập - Tự do - Hạnh phúc
Số: 574/UBND-NC	Phụng Hiệp, ngày 05 tháng 3 năm 2024
V/v rà soát hộ nghèo

Kính gửi: Ủy ban nhân dân các xã, thị trấn.

	CHỦ TỊCH
	Lê Thị Ba
"""
GLUED = """CHÍNH PHỦ_______ Số: 171/2025/NĐ-CP | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập – Tự do________ Hà Nội, ngày 30 tháng 6 năm 2025 |

**NGHỊ ĐỊNH**

**Quy định về đào tạo công chức**
"""


def _read(text: str, *, markdown: bool = False) -> Letterhead:
    return read_letterhead(normalize(text, markdown=markdown)).letterhead


def _summary(head: Letterhead) -> tuple[object, ...]:
    date = str(head.date) if head.date else None
    return head.type, head.code, head.organ, head.level and head.level.value, head.place, date, head.title


@pytest.mark.parametrize(
    ("text", "markdown", "expected"),
    [
        (PARTY, False, ("Kế hoạch", "109-KH/HU", "Huyện ủy Phụng Hiệp", "district", "huyện Phụng Hiệp", "2023-02-02", "nâng cao hiệu quả quản lý, sử dụng đất")),
        (STATE, False, ("Kế hoạch", "89/KH-UBND", "Ủy ban nhân dân tỉnh Hậu Giang", "province", "tỉnh Hậu Giang", "2023-02-14", "Triển khai thực hiện chương trình nông thôn mới")),
        (MARKDOWN_LINES, True, ("Quyết định", "2979/QĐ-UBND", "Ủy ban nhân dân tỉnh Hà Tĩnh", "province", "tỉnh Hà Tĩnh", "2025-11-27", "BAN HÀNH QUY ĐỊNH CHỨC NĂNG CỦA SỞ TƯ PHÁP")),
        (MARKDOWN_TABLE, True, ("Nghị quyết", "57-NQ/TW", "Bộ Chính trị", "central", None, "2024-12-22", "về đột phá phát triển khoa học")),
        (LETTER, False, ("Công văn", "574/UBND-NC", "Ủy ban nhân dân huyện Phụng Hiệp", "district", "huyện Phụng Hiệp", "2024-03-05", "rà soát hộ nghèo")),
        (GLUED, True, ("Nghị định", "171/2025/NĐ-CP", "Chính phủ", "central", None, "2025-06-30", "Quy định về đào tạo công chức")),
    ],
    ids=["party", "state", "markdown lines", "markdown table", "letter", "glued"],
)  # fmt: skip
def test_a_letterhead(text: str, markdown: bool, expected: tuple[object, ...]) -> None:
    assert _summary(_read(text, markdown=markdown)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two columns in one line, with nothing but a space between them
        ("HUYỆN ỦY PHỤNG HIỆP ĐẢNG CỘNG SẢN VIỆT NAM\nSố 5-KH/HU Phụng Hiệp, ngày 01 tháng 3 năm 2024\nKẾ HOẠCH\nvề nước sạch\n", ("Kế hoạch", "5-KH/HU", "Huyện ủy Phụng Hiệp", "2024-03-01")),
        ("ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HÀ GIANG Độc lập - Tự do - Hạnh phúc\nSố: 15/QĐ-UBND Hà Giang, ngày 3 tháng 4 năm 2024\nQUYẾT ĐỊNH\nVề việc khen thưởng\n", ("Quyết định", "15/QĐ-UBND", "Ủy ban nhân dân tỉnh Hà Giang", "2024-04-03")),
        # the right column's lines follow the left's
        (" \tTỈNH ỦY THÁI BÌNH\n*\n\nSố 10-NQ/TU\n\tĐẢNG CỘNG SẢN VIỆT NAM\n\nThái Bình, ngày 26 tháng 10 năm 2021\n\nNGHỊ QUYẾT\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\nXây dựng nông thôn mới\n-----\n", ("Nghị quyết", "10-NQ/TU", "Tỉnh ủy Thái Bình", "2021-10-26")),
        # blank or dotted numbers and dates
        ("HUYỆN ỦY PHỤNG HIỆP\tĐẢNG CỘNG SẢN VIỆT NAM\n*\tPhụng Hiệp, ngày      tháng      năm 2023\nSố      -BC/HU\n\nBÁO CÁO\nsơ kết\n", ("Báo cáo", "-BC/HU", "Huyện ủy Phụng Hiệp", "2023")),
        ("HUYỆN ỦY PHỤNG HIỆP\tĐẢNG CỘNG SẢN VIỆT NAM\n*\tPhụng Hiệp, ngày    tháng 12 năm 2023\nSố      -BC/HU\n\nBÁO CÁO\nsơ kết\n", ("Báo cáo", "-BC/HU", "Huyện ủy Phụng Hiệp", "2023-12")),
        ("HUYỆN ỦY PHỤNG HIỆP\nSố ..... -BC/HU\nPhụng Hiệp, ngày ... tháng ... năm 2023\n\nBÁO CÁO\nsơ kết\n", ("Báo cáo", "-BC/HU", "Huyện ủy Phụng Hiệp", "2023")),
        ("ỦY BAN NHÂN DÂN TỈNH HÀ GIANG\nSố:      /2024/QĐ-UBND\nHà Giang, ngày __ tháng __ năm ____\n\nQUYẾT ĐỊNH\nvề giá\n", ("Quyết định", "/2024/QĐ-UBND", "Ủy ban nhân dân tỉnh Hà Giang", None)),
        ("ỦY BAN NHÂN DÂN TỈNH HÀ GIANG\nSố: …/QĐ-UBND\n\nQUYẾT ĐỊNH\nvề giá\n", ("Quyết định", "/QĐ-UBND", "Ủy ban nhân dân tỉnh Hà Giang", None)),
        # an impossible day stands in the source, but is no date
        ("HUYỆN ỦY PHỤNG HIỆP\nSố 5-BC/HU\nPhụng Hiệp, ngày 31 tháng 02 năm 2023\n\nBÁO CÁO\nsơ kết\n", ("Báo cáo", "5-BC/HU", "Huyện ủy Phụng Hiệp", None)),
        # marks of secrecy, urgency and draft
        ("MẬT\nTỈNH ỦY HẬU GIANG\nSố 5-BC/TU\n\nBÁO CÁO\nsơ kết\n", ("Báo cáo", "5-BC/TU", "Tỉnh ủy Hậu Giang", None)),
        ("HỎA TỐC\nTỈNH ỦY HẬU GIANG\nSố 5-CĐ/TU\n\nCÔNG ĐIỆN\nứng phó bão\n", ("Công điện", "5-CĐ/TU", "Tỉnh ủy Hậu Giang", None)),
        ("DỰ THẢO LẦN 2\nTỈNH ỦY HẬU GIANG\nSố      -NQ/TU\n\nNGHỊ QUYẾT\nvề nước\n", ("Nghị quyết", "-NQ/TU", "Tỉnh ủy Hậu Giang", None)),
        # an organ over two lines, an organ of many words
        ("BỘ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG\nSố: 69/2025/TT-BNNMT\n\nTHÔNG TƯ\nquy định\n", ("Thông tư", "69/2025/TT-BNNMT", "Bộ Nông nghiệp và Môi trường", None)),
        ("UBND THÀNH PHỐ HÀ NỘI\nTRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG\nSố: 1594/QĐ-TTPVHCC\n\nQUYẾT ĐỊNH\nvề quy trình\n", ("Quyết định", "1594/QĐ-TTPVHCC", "Trung tâm Phục vụ hành chính công thành phố Hà Nội", None)),
        ("BỘ TÀI CHÍNH CỤC THUẾ\nSố: 3509/QĐ-CT\n\nQUYẾT ĐỊNH\nvề quy tắc\n", ("Quyết định", "3509/QĐ-CT", "Cục Thuế", None)),
        # no organ, but a code that names one
        ("Số: 105/2021/NĐ-CP\n\nNGHỊ ĐỊNH\nquy định chi tiết\n", ("Nghị định", "105/2021/NĐ-CP", "Chính phủ", None)),
        # old tone placement
        ("HUYỆN UỶ PHỤNG HIỆP\nSố 5-KH/HU\n\nKẾ HOẠCH\nvề nước\n", ("Kế hoạch", "5-KH/HU", "Huyện ủy Phụng Hiệp", None)),
        ("ĐẢNG UỶ XÃ HOÀ MỸ\nSố 5-KH/ĐU\n\nKẾ HOẠCH\nvề nước\n", ("Kế hoạch", "5-KH/ĐU", "Đảng ủy xã Hòa Mỹ", None)),
    ],
)  # fmt: skip
def test_shapes_of_letterheads(text: str, expected: tuple[object, ...]) -> None:
    head = _read(text)
    assert (head.type, head.code, head.organ, str(head.date) if head.date else None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ban Thường vụ Huyện ủy ban hành Kế hoạch số 109-KH/HU ngày 02/02/2023.",
        "Số 445-KL/TW còn giá trị.\nNội dung khác.",
        "1. Mục tiêu\nNội dung mục tiêu.\nBÁO CÁO\nở giữa văn bản",
        "Tại Hà Nội, ngày 19 tháng 11 năm 2025, Hội nghị đã họp.",
        "",
        "\n\n",
        "QUYẾT ĐỊNH:\nĐiều 1. Ban hành.",
    ],
)
def test_a_text_without_letterhead(text: str) -> None:
    read = read_letterhead(normalize(text))
    assert read.letterhead == Letterhead()
    assert (read.body_start, read.title) == (0, (0, 0))


def test_the_body_begins_behind_the_frame() -> None:
    normalized = normalize(PARTY)
    read = read_letterhead(normalized)
    assert normalized.text[read.body_start :].startswith("KẾ HOẠCH")
    assert normalized.text[slice(*read.title)].endswith("sử dụng đất")
    span = read.letterhead.span
    assert span is not None
    assert span.of(PARTY).startswith("ĐẢNG BỘ")


def test_parent_and_province() -> None:
    head = _read(PARTY)
    assert (head.parent, head.province) == ("Đảng bộ tỉnh Hậu Giang", "tỉnh Hậu Giang")


@pytest.mark.parametrize(
    ("title_lines", "expected"),
    [
        ("về nước sạch\n-----\nNội dung.", "về nước sạch"),
        ("VỀ NƯỚC SẠCH\nVÀ VỆ SINH\n\nCăn cứ Luật;", "VỀ NƯỚC SẠCH VÀ VỆ SINH"),
        ("VỀ NƯỚC SẠCH\nỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật;", "VỀ NƯỚC SẠCH"),
        ("CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\nvề nước sạch\n-----\n", "về nước sạch"),
        ("HỘI NGHỊ LẦN THỨ NĂM BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG KHÓA XIII\nvề nước sạch\n-----\n", "về nước sạch"),
        ("về nước sạch\nCăn cứ Luật;", "về nước sạch"),
    ],
)
def test_the_title(title_lines: str, expected: str) -> None:
    assert _read(f"TỈNH ỦY HẬU GIANG\nSố 5-KH/TU\nKẾ HOẠCH\n{title_lines}\n").title == expected


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        (PARTY_FOOT, ("Trần Văn Một", "Phó Bí thư Thường trực", "Ban Thường vụ")),
        ("\nT/M ĐẢNG ỦY\nBÍ THƯ\n\nLê Thị Ba\n", ("Lê Thị Ba", "Bí thư", "Đảng ủy")),
        ("\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nLê Thị Ba\n", ("Lê Thị Ba", "Phó Chủ tịch", "Ủy ban nhân dân")),
        ("\nTM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\n\nLê Thị Ba\n", ("Lê Thị Ba", "Phó Thủ tướng", "Chính phủ")),
        ("\nTL. BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\n\nLê Thị Ba\n", ("Lê Thị Ba", "Chánh Văn phòng", None)),
        ("\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG THƯỜNG TRỰC\n\nLê Thị Ba\n", ("Lê Thị Ba", "Thứ trưởng Thường trực", None)),
        ("\nGIÁM ĐỐC SỞ TƯ PHÁP\n\nLê Thị Ba\n", ("Lê Thị Ba", "Giám đốc", None)),
        ("\nNơi nhận:\n- Như trên;\n- Lưu VT.\nCHỦ TỊCH\nLê Thị Ba\n\nPHỤ LỤC\nTRƯỞNG BAN\nTrần Văn Một\n", ("Lê Thị Ba", "Chủ tịch", None)),
        ("\nNội dung khác.\n", None),
        ("\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n(Đã ký)\n", None),
    ],
)  # fmt: skip
def test_the_signature(foot: str, expected: tuple[str | None, ...] | None) -> None:
    signer = _read(PARTY + foot).signer
    assert (signer and (signer.name, signer.role, signer.on_behalf_of)) == expected


def test_the_signature_of_a_decision_stands_before_its_annexes() -> None:
    signer = _read(MARKDOWN_LINES, markdown=True).signer
    assert signer is not None
    assert (signer.name, signer.role, signer.on_behalf_of) == ("Trần Báu Hà", "Phó Chủ tịch", "Ủy ban nhân dân")


def test_the_central_committees_letterhead_serves_the_politburo() -> None:
    head = "BAN CHẤP HÀNH TRUNG ƯƠNG\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 5-CT/TW\n\nCHỈ THỊ\n"
    assert _read(f"{head}về nước\n-----\n").organ == "Ban Chấp hành Trung ương"
    assert _read(f"{head}CỦA BAN BÍ THƯ\nvề nước\n-----\n").organ == "Ban Bí thư"
    assert _read(f"{head}về nước\n-----\n\nT/M BỘ CHÍNH TRỊ\nTỔNG BÍ THƯ\n\nTrần Văn Một\n").organ == "Bộ Chính trị"


@pytest.mark.parametrize(
    ("words", "name", "level", "place"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH", "Ủy ban nhân dân tỉnh Hà Tĩnh", Level.PROVINCE, "tỉnh Hà Tĩnh"),
        ("UBND TỈNH HÀ TĨNH", "Ủy ban nhân dân tỉnh Hà Tĩnh", Level.PROVINCE, "tỉnh Hà Tĩnh"),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH GIA LAI", "Chủ tịch Ủy ban nhân dân tỉnh Gia Lai", Level.PROVINCE, "tỉnh Gia Lai"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ", "Ủy ban nhân dân thành phố Cần Thơ", Level.PROVINCE, "thành phố Cần Thơ"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ NGÃ BẢY", "Ủy ban nhân dân thành phố Ngã Bảy", Level.DISTRICT, "thành phố Ngã Bảy"),
        ("THÀNH ỦY CẦN THƠ", "Thành ủy Cần Thơ", Level.PROVINCE, "thành phố Cần Thơ"),
        ("THÀNH ỦY NGÃ BẢY", "Thành ủy Ngã Bảy", Level.DISTRICT, "thành phố Ngã Bảy"),
        ("ĐẢNG ỦY XÃ TÂN BÌNH", "Đảng ủy xã Tân Bình", Level.COMMUNE, "xã Tân Bình"),
        ("ĐẢNG ỦY ĐẶC KHU PHÚ QUỐC", "Đảng ủy đặc khu Phú Quốc", Level.COMMUNE, "đặc khu Phú Quốc"),
        ("BỘ TÀI CHÍNH", "Bộ Tài chính", Level.CENTRAL, None),
        ("ỦY BAN THƯỜNG VỤ QUỐC HỘI", "Ủy ban Thường vụ Quốc hội", Level.CENTRAL, None),
        ("CÂU LẠC BỘ THƠ", "Câu lạc bộ thơ", None, None),
    ],
)  # fmt: skip
def test_the_name_of_a_body(words: str, name: str, level: Level | None, place: str | None) -> None:
    body = read_body(words)
    assert (body.name, body.level, body.place) == (name, level, place)


def test_two_bodies_in_one_line() -> None:
    assert [body.name for body in read_bodies("BỘ TÀI CHÍNH CỤC THUẾ")] == ["Bộ Tài chính", "Cục Thuế"]
    assert [body.name for body in read_bodies("BỘ TÀI CHÍNH")] == ["Bộ Tài chính"]


def test_the_documents_own_spelling_is_taken() -> None:
    assert read_body("CỤC THUẾ", "Cục Thuế nhận được công văn").name == "Cục Thuế"

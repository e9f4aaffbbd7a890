"""Heads and feet of documents in all layouts, written for the project, with what must be read from them.

A case names only the fields that it is about; ``markdown`` tells how the text is read.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Case:
    """One document: its text and the fields of the letterhead's JSON."""

    name: str
    text: str
    expected: dict[str, object]
    markdown: bool = field(default=False)


def _signer(
    name: str,
    role: str | None,
    *authority: str,
    behalf: str | None = None,
    title: str | None = None,
    body: str | None = None,
) -> dict[str, object]:
    return {
        "name": name,
        "title": title,
        "role": role,
        "authority": list(authority),
        "on_behalf_of": behalf,
        "body": body,
    }


_BODY = "\nTrong thời gian qua, các cấp đã triển khai nhiều giải pháp, đạt kết quả tích cực trên các lĩnh vực được giao phụ trách, được nhân dân đồng tình ủng hộ và đánh giá cao.\n\n"

CASES = (
    Case(
        "party: district committee, columns by tabs",
        "ĐẢNG BỘ TỈNH HẬU GIANG\tĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN ỦY CHÂU THÀNH A\n*\tChâu Thành A, ngày 09 tháng 11 năm 2022\nSố 215-CV/HU\nV/v góp ý dự thảo quy chế\n\tKính gửi: - Đảng ủy các xã, thị trấn,\n\t- Các ban xây dựng Đảng.\n"
        + _BODY
        + "Nơi nhận:\tT/L BAN THƯỜNG VỤ\n- Như trên,\tCHÁNH VĂN PHÒNG\n- Thường trực Huyện ủy (b/c),\n- Lưu Văn phòng Huyện ủy.\n\n\tThs. Lê Thị Ngọc Ánh\n",
        {
            "type": "Công văn",
            "code": "215-CV/HU",
            "issuer": "Huyện ủy Châu Thành A",
            "parent": "Đảng bộ tỉnh Hậu Giang",
            "level": "district",
            "place": "huyện Châu Thành A",
            "province": "tỉnh Hậu Giang",
            "date": "2022-11-09",
            "title": "góp ý dự thảo quy chế",
            "signers": [_signer("Lê Thị Ngọc Ánh", "Chánh Văn phòng", "by_order", title="Ths.")],
            "recipients": ["Như trên", "Thường trực Huyện ủy (b/c)", "Lưu Văn phòng Huyện ủy"],
        },
    ),
    Case(
        "party: the left column whole, then the right one",
        "TỈNH ỦY BẾN TRE\n*\nSố      -NQ/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nBến Tre, ngày      tháng      năm 2011\n\nNGHỊ QUYẾT\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\nvề phát triển kinh tế vườn\n-----\n"
        + _BODY,
        {
            "type": "Nghị quyết",
            "code": "-NQ/TU",
            "issuer": "Tỉnh ủy Bến Tre",
            "level": "province",
            "date": "2011",
            "title": "về phát triển kinh tế vườn",
            "signers": [],
            "recipients": [],
        },
    ),
    Case(
        "party: the committee named by the party organisation above it",
        "ĐẢNG BỘ THÀNH PHỐ CẦN THƠ\tĐẢNG CỘNG SẢN VIỆT NAM\nTHÀNH ỦY\n*\tCần Thơ, ngày 03 tháng 7 năm 2025\nSố 12-QĐ/TU\n\nQUYẾT ĐỊNH\nthành lập Đảng bộ phường\n-----\n- Căn cứ Điều lệ Đảng;\n",
        {
            "issuer": "Thành ủy Cần Thơ",
            "place": "thành phố Cần Thơ",
            "level": "province",
            "parent": "Đảng bộ thành phố Cần Thơ",
        },
    ),
    Case(
        "party: a commission of the provincial committee",
        "TỈNH ỦY HẬU GIANG\nBAN TUYÊN GIÁO\n*\nSố 88-HD/BTGTU\nĐẢNG CỘNG SẢN VIỆT NAM\nVị Thanh, ngày 15 tháng 3 năm 2023\n\nHƯỚNG DẪN\ntuyên truyền kỷ niệm các ngày lễ lớn\n-----\n"
        + _BODY
        + "Nơi nhận:\t\tK/T TRƯỞNG BAN\n- Thường trực Tỉnh ủy,\t\tPHÓ TRƯỞNG BAN\n- Lưu.\t\tTrịnh Quang Sáu\n",
        {
            "issuer": "Ban Tuyên giáo Tỉnh ủy Hậu Giang",
            "parent": "Tỉnh ủy Hậu Giang",
            "level": "province",
            "place": "tỉnh Hậu Giang",
            "signers": [_signer("Trịnh Quang Sáu", "Phó Trưởng ban", "for_head")],
            "recipients": ["Thường trực Tỉnh ủy", "Lưu"],
        },
    ),
    Case(
        "party: inspection commission of a town committee",
        "THỊ ỦY LONG MỸ\tĐẢNG CỘNG SẢN VIỆT NAM\nỦY BAN KIỂM TRA\n*\tLong Mỹ, ngày 8 tháng 4 năm 2021\nSố 07-KH/UBKTThU\n\nKẾ HOẠCH\nkiểm tra tài chính đảng\n-----\n",
        {
            "issuer": "Ủy ban Kiểm tra Thị ủy Long Mỹ",
            "level": "district",
            "place": "thị xã Long Mỹ",
            "code": "07-KH/UBKTThU",
        },
    ),
    Case(
        "party: committee of an agency",
        "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH\tĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY SỞ Y TẾ\n*\tVị Thanh, ngày 5 tháng 5 năm 2020\nSố 31-BC/ĐU\n\nBÁO CÁO\nsơ kết công tác 6 tháng\n-----\n"
        + _BODY
        + "Nơi nhận:\tT/M ĐẢNG ỦY\n- Đảng ủy Khối,\tQ. BÍ THƯ\n- Lưu.\n\tBS.CKII Danh Hoàng Nghĩa\n",
        {
            "issuer": "Đảng ủy Sở Y tế",
            "parent": "Đảng ủy Khối các cơ quan tỉnh",
            "level": "province",
            "signers": [
                _signer("Danh Hoàng Nghĩa", "Quyền Bí thư", "on_behalf", "acting", behalf="Đảng ủy", title="BS.CKII")
            ],
        },
    ),
    Case(
        "party: commune after July 2025, under the province",
        "ĐẢNG BỘ TỈNH AN GIANG\tĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY ĐẶC KHU PHÚ QUỐC\n*\tPhú Quốc, ngày 18 tháng 8 năm 2025\nSố 04-CTr/ĐU\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện nghị quyết đại hội\n-----\n",
        {
            "type": "Chương trình hành động",
            "issuer": "Đảng ủy đặc khu Phú Quốc",
            "level": "commune",
            "place": "đặc khu Phú Quốc",
            "province": "tỉnh An Giang",
        },
    ),
    Case(
        "party: cell of a hamlet",
        "ĐẢNG BỘ XÃ TÂN BÌNH\tĐẢNG CỘNG SẢN VIỆT NAM\nCHI BỘ ẤP TÂN PHÚ\n*\tTân Bình, ngày 2 tháng 3 năm 2018\nSố 01-NQ/CB\n\nNGHỊ QUYẾT\nlãnh đạo nhiệm vụ tháng 3\n-----\n",
        {"issuer": "Chi bộ ấp Tân Phú", "level": "commune", "place": "xã Tân Bình"},
    ),
    Case(
        "party: the Secretariat by its signature, permanent member",
        "BAN CHẤP HÀNH TRUNG ƯƠNG\tĐẢNG CỘNG SẢN VIỆT NAM\n*\tHà Nội, ngày 12 tháng 6 năm 2024\nSố 90-KL/TW\n\nKẾT LUẬN\nCỦA BAN BÍ THƯ\nvề công tác thư viện\n-----\n"
        + _BODY
        + "Nơi nhận:\tT/M BAN BÍ THƯ\n- Các tỉnh ủy, thành ủy,\tTHƯỜNG TRỰC\n- Lưu Văn phòng Trung ương Đảng.\n\tĐoàn Minh Tâm\n",
        {
            "issuer": "Ban Bí thư",
            "level": "central",
            "title": "về công tác thư viện",
            "signers": [_signer("Đoàn Minh Tâm", "Thường trực", "on_behalf", behalf="Ban Bí thư")],
        },
    ),
    Case(
        "party: the Politburo by its signature only",
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 71-CT/TW\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nHà Nội, ngày 4 tháng 9 năm 2016\n\nCHỈ THỊ\nvề bảo vệ rừng đầu nguồn\n-----\n"
        + _BODY
        + "Nơi nhận:\n- Các tỉnh ủy, thành ủy,\n- Lưu Văn phòng Trung ương Đảng.\nT/M BỘ CHÍNH TRỊ\nTỔNG BÍ THƯ\n(đã ký)\nVõ Trung Hiếu\n",
        {
            "issuer": "Bộ Chính trị",
            "signers": [_signer("Võ Trung Hiếu", "Tổng Bí thư", "on_behalf", behalf="Bộ Chính trị")],
            "recipients": ["Các tỉnh ủy, thành ủy", "Lưu Văn phòng Trung ương Đảng"],
        },
    ),
    Case(
        "party: a central commission",
        "BAN CHẤP HÀNH TRUNG ƯƠNG\tĐẢNG CỘNG SẢN VIỆT NAM\nBAN TỔ CHỨC\n*\tHà Nội, ngày 10 tháng 10 năm 2019\nSố 22-HD/BTCTW\n\nHƯỚNG DẪN\nmột số vấn đề về công tác nhân sự\n-----\n",
        {"issuer": "Ban Tổ chức Trung ương", "level": "central", "code": "22-HD/BTCTW"},
    ),
    Case(
        "party: code with TƯ, spaces and a small letter",
        "HUYỆN ỦY PHỤNG HIỆP\tĐẢNG CỘNG SẢN VIỆT NAM\n*\tPhụng Hiệp, ngày 1 tháng 2 năm 2012\nSố: 34 - Ctr/ HU\n\nCHƯƠNG TRÌNH\nhành động về nước sạch\n-----\n",
        {"code": "34-CTr/HU", "type": "Chương trình"},
    ),
    Case(
        "party: secrecy and urgency",
        "TỈNH ỦY HẬU GIANG\tĐẢNG CỘNG SẢN VIỆT NAM\n*\tVị Thanh, ngày 20 tháng 5 năm 2019\nSố 17-BC/TU\nTỐI MẬT\nHỎA TỐC HẸN GIỜ 14 giờ 30 ngày 21/5\n\nBÁO CÁO\ntình hình an ninh biên giới\n-----\n",
        {
            "secrecy": {"degree": "secret", "written": "TỐI MẬT"},
            "urgency": {"degree": "timed_express", "written": "HỎA TỐC HẸN GIỜ 14 giờ 30 ngày 21/5"},
            "issuer": "Tỉnh ủy Hậu Giang",
            "title": "tình hình an ninh biên giới",
        },
    ),
    Case(
        "party: draft",
        "HUYỆN ỦY VŨ THƯ\tĐẢNG CỘNG SẢN VIỆT NAM\n*\tVũ Thư, ngày     tháng    năm 2021\nSố      -KH/HU\nDự thảo lần 3\n\nKẾ HOẠCH\nchuyển đổi cơ cấu cây trồng\n-----\n",
        {"draft": "Dự thảo lần 3", "code": "-KH/HU", "title": "chuyển đổi cơ cấu cây trồng"},
    ),
    Case(
        "party: a post in two bodies, name in capitals",
        "HUYỆN ỦY PHỤNG HIỆP\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 5-QĐ/HU\n\nQUYẾT ĐỊNH\nvề phân công cấp ủy\n-----\n"
        + _BODY
        + "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nNGUYỄN VĂN THANH\n",
        {"signers": [_signer("Nguyễn Văn Thanh", "Phó Bí thư", "on_behalf", behalf="Ban Thường vụ")]},
    ),
    Case(
        "state: commune under the province since 2025, table of Markdown with line breaks in cells",
        "| **ỦY BAN NHÂN DÂN**<br>**XÃ HÒA AN** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |\n|---|---|\n| Số: 45/KH-UBND | *Hòa An, ngày 22 tháng 8 năm 2025* |\n\n**KẾ HOẠCH**\n\n**Triển khai Chương trình OCOP năm 2025**\n\nNội dung kế hoạch được xây dựng như sau.\n\n| *Nơi nhận:*<br>- UBND thành phố (b/c);<br>- TT. Đảng ủy xã;<br>- Lưu: VT. | **TM. ỦY BAN NHÂN DÂN**<br>**CHỦ TỊCH**<br><br>**Bùi Quốc Việt** |\n|---|---|\n",
        {
            "issuer": "Ủy ban nhân dân xã Hòa An",
            "level": "commune",
            "date": "2025-08-22",
            "code": "45/KH-UBND",
            "title": "Triển khai Chương trình OCOP năm 2025",
            "signers": [_signer("Bùi Quốc Việt", "Chủ tịch", "on_behalf", behalf="Ủy ban nhân dân")],
            "recipients": ["UBND thành phố (b/c)", "TT. Đảng ủy xã", "Lưu: VT"],
        },
        markdown=True,
    ),
    Case(
        "state: a department of the province, cells divided by bars in lines",
        "UBND TỈNH SÓC TRĂNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NÔNG NGHIỆP VÀ PTNT | Độc lập - Tự do - Hạnh phúc\nSố: 612/SNNPTNT-TTBVTV | Sóc Trăng, ngày 07 tháng 6 năm 2017\nV/v phòng trừ rầy nâu |\n\nKính gửi: Ủy ban nhân dân các huyện.\n"
        + _BODY
        + "Nơi nhận: | KT. GIÁM ĐỐC\n- Như trên; | PHÓ GIÁM ĐỐC\n- Lưu: VT, BVTV. |\n | Sơn Thị Mai\n",
        {
            "type": "Công văn",
            "code": "612/SNNPTNT-TTBVTV",
            "issuer": "Sở Nông nghiệp và Phát triển nông thôn tỉnh Sóc Trăng",
            "parent": "Ủy ban nhân dân tỉnh Sóc Trăng",
            "level": "province",
            "place": "tỉnh Sóc Trăng",
            "title": "phòng trừ rầy nâu",
            "signers": [_signer("Sơn Thị Mai", "Phó Giám đốc", "for_head")],
            "recipients": ["Như trên", "Lưu: VT, BVTV"],
        },
    ),
    Case(
        "state: an office of the district",
        "UBND HUYỆN PHỤNG HIỆP\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHÒNG VĂN HÓA VÀ THÔNG TIN\tĐộc lập - Tự do - Hạnh phúc\nSố: 33/BC-PVHTT\tPhụng Hiệp, ngày 11 tháng 12 năm 2018\n\nBÁO CÁO\nKết quả công tác gia đình\n",
        {"issuer": "Phòng Văn hóa và Thông tin huyện Phụng Hiệp", "level": "district", "place": "huyện Phụng Hiệp"},
    ),
    Case(
        "state: office of the people's committee signs by order",
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHÀNH PHỐ NGÃ BẢY\tĐộc lập - Tự do - Hạnh phúc\nSố: 902/UBND-NC\tNgã Bảy, ngày 13 tháng 01 năm 2022\nV/v báo cáo số liệu,\nbiểu mẫu thống kê\n\nKính gửi: Các phòng, ban.\n"
        + _BODY
        + "Nơi nhận:\tTL. CHỦ TỊCH\n- Như trên;\tCHÁNH VĂN PHÒNG\n- Lưu: VT.\n\tTrần Thị Diễm\n",
        {
            "issuer": "Ủy ban nhân dân thành phố Ngã Bảy",
            "level": "district",
            "title": "báo cáo số liệu, biểu mẫu thống kê",
            "signers": [_signer("Trần Thị Diễm", "Chánh Văn phòng", "by_order")],
        },
    ),
    Case(
        "state: deputy of a department by order and for the head: no post of one's own",
        "BỘ TÀI CHÍNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỔNG CỤC HẢI QUAN\tĐộc lập - Tự do - Hạnh phúc\nSố: 511/TCHQ-GSQL\tHà Nội, ngày 20 tháng 01 năm 2015\nV/v thủ tục tạm nhập\n\nKính gửi: Công ty A.\n"
        + _BODY
        + "Nơi nhận:\tTL. TỔNG CỤC TRƯỞNG\n- Như trên;\tKT. VỤ TRƯỞNG VỤ GIÁM SÁT QUẢN LÝ\n- Lưu: VT.\tPHÓ VỤ TRƯỞNG\n\n\tÂu Văn Tài\n",
        {
            "issuer": "Tổng cục Hải quan",
            "parent": "Bộ Tài chính",
            "signers": [_signer("Âu Văn Tài", "Phó Vụ trưởng", "by_order", "for_head", body="Vụ Giám sát quản lý")],
        },
    ),
    Case(
        "state: by delegation",
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LONG AN\tĐộc lập - Tự do - Hạnh phúc\nSố: 77/QĐ-UBND\tLong An, ngày 02 tháng 4 năm 2013\n\nQUYẾT ĐỊNH\nVề việc cấp giấy phép\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật;\n"
        + _BODY
        + "Nơi nhận:\tTUQ. CHỦ TỊCH\n- Như Điều 3;\tGIÁM ĐỐC SỞ XÂY DỰNG\n- Lưu: VT.\n\tKim Thành Được\n",
        {
            "title": "Về việc cấp giấy phép",
            "signers": [_signer("Kim Thành Được", "Giám đốc", "by_delegation", body="Sở Xây dựng")],
        },
    ),
    Case(
        "state: joint circular, three signatures side by side",
        "BỘ NỘI VỤ - BỘ TÀI CHÍNH - BỘ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\tĐộc lập - Tự do - Hạnh phúc\nSố: 08/2012/TTLT-BNV-BTC-BYT\tHà Nội, ngày 21 tháng 9 năm 2012\n\nTHÔNG TƯ LIÊN TỊCH\nHướng dẫn chế độ phụ cấp\n\nCăn cứ Luật;\n"
        + _BODY
        + "KT. BỘ TRƯỞNG\tKT. BỘ TRƯỞNG\tBỘ TRƯỞNG\nBỘ NỘI VỤ\tBỘ TÀI CHÍNH\tBỘ Y TẾ\nTHỨ TRƯỞNG\tTHỨ TRƯỞNG\t\n\n(Đã ký)\t(Đã ký)\t(Đã ký)\n\nNguyễn Duy An\tTrương Thị Bình\tLê Công Chính\n\nNơi nhận:\n- Văn phòng Quốc hội;\n- Lưu: VT.\n",
        {
            "type": "Thông tư liên tịch",
            "issuer": "Bộ Nội vụ",
            "issuers": ["Bộ Nội vụ", "Bộ Tài chính", "Bộ Y tế"],
            "signers": [
                _signer("Nguyễn Duy An", "Thứ trưởng", "for_head", body="Bộ Nội vụ"),
                _signer("Trương Thị Bình", "Thứ trưởng", "for_head", body="Bộ Tài chính"),
                _signer("Lê Công Chính", "Bộ trưởng", body="Bộ Y tế"),
            ],
            "recipients": ["Văn phòng Quốc hội", "Lưu: VT"],
        },
    ),
    Case(
        "state and front: joint programme, two organs and two signatures",
        "ỦY BAN NHÂN DÂN TỈNH HẬU GIANG - ỦY BAN MTTQ VIỆT NAM TỈNH HẬU GIANG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\tĐộc lập - Tự do - Hạnh phúc\nSố: 03/CTPH-UBND-MTTQ\tVị Thanh, ngày 9 tháng 9 năm 2019\n\nCHƯƠNG TRÌNH PHỐI HỢP\nVề bảo vệ môi trường\n"
        + _BODY
        + "TM. BAN THƯỜNG TRỰC\tTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\tKT. CHỦ TỊCH\n\tPHÓ CHỦ TỊCH\n\nHuỳnh Thanh Tạo\tĐồng Văn Lâm\n",
        {
            "issuers": ["Ủy ban nhân dân tỉnh Hậu Giang", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hậu Giang"],
            "signers": [
                _signer("Huỳnh Thanh Tạo", "Chủ tịch", "on_behalf", behalf="Ban Thường trực"),
                _signer("Đồng Văn Lâm", "Phó Chủ tịch", "on_behalf", "for_head", behalf="Ủy ban nhân dân"),
            ],
        },
    ),
    Case(
        "state: joint, the signatures one below the other",
        "SỞ TÀI CHÍNH\nSỞ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 15/HDLN-STC-SNV\nCà Mau, ngày 6 tháng 5 năm 2010\n\nHƯỚNG DẪN LIÊN NGÀNH\nvề kinh phí tinh giản biên chế\n"
        + _BODY
        + "GIÁM ĐỐC SỞ TÀI CHÍNH\nPhạm Hữu Tín\n\nGIÁM ĐỐC SỞ NỘI VỤ\nCao Thị Thu\n",
        {
            "type": "Hướng dẫn liên ngành",
            "issuers": ["Sở Tài chính", "Sở Nội vụ"],
            "signers": [
                _signer("Phạm Hữu Tín", "Giám đốc", body="Sở Tài chính"),
                _signer("Cao Thị Thu", "Giám đốc", body="Sở Nội vụ"),
            ],
        },
    ),
    Case(
        "state: people's council, dated by its closing sentence",
        "HỘI ĐỒNG NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HẬU GIANG\tĐộc lập - Tự do - Hạnh phúc\nSố:      /2023/NQ-HĐND\tHậu Giang, ngày      tháng      năm 2023\n\nNGHỊ QUYẾT\nQuy định mức thu học phí\nHỘI ĐỒNG NHÂN DÂN TỈNH HẬU GIANG\nKHÓA X, KỲ HỌP THỨ 13\nCăn cứ Luật;\n\nNghị quyết này được Hội đồng nhân dân tỉnh Hậu Giang khóa X, kỳ họp thứ 13 thông qua ngày 14 tháng 7 năm 2023.\n\nNơi nhận:\n- Ủy ban Thường vụ Quốc hội;\n- Lưu: VT.\nCHỦ TỊCH\n\nThái Minh Triết\n",
        {
            "code": "/2023/NQ-HĐND",
            "date": "2023",
            "title": "Quy định mức thu học phí",
            "signers": [_signer("Thái Minh Triết", "Chủ tịch")],
        },
    ),
    Case(
        "state: standing body of a people's council",
        "HỘI ĐỒNG NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHUYỆN VỊ THỦY\tĐộc lập - Tự do - Hạnh phúc\nTHƯỜNG TRỰC\nSố: 19/TTHĐND-VP\tVị Thủy, ngày 3 tháng 10 năm 2014\nV/v chuẩn bị kỳ họp\n\nKính gửi: Các ban.\n",
        {"issuer": "Thường trực Hội đồng nhân dân huyện Vị Thủy", "level": "district", "title": "chuẩn bị kỳ họp"},
    ),
    Case(
        "state: delegation of the National Assembly",
        "QUỐC HỘI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐOÀN ĐẠI BIỂU QUỐC HỘI\tĐộc lập - Tự do - Hạnh phúc\nTỈNH HẬU GIANG\nSố: 41/BC-ĐĐBQH\tHậu Giang, ngày 29 tháng 11 năm 2020\n\nBÁO CÁO\nKết quả giám sát\n"
        + _BODY
        + "Nơi nhận:\tTM. ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH\n- Văn phòng Quốc hội;\tTRƯỞNG ĐOÀN\n- Lưu: VT.\n\tLữ Thanh Hùng\n",
        {
            "issuer": "Đoàn đại biểu Quốc hội tỉnh Hậu Giang",
            "level": "province",
            "signers": [_signer("Lữ Thanh Hùng", "Trưởng đoàn", "on_behalf", behalf="Đoàn đại biểu Quốc hội tỉnh")],
        },
    ),
    Case(
        "state: law",
        "QUỐC HỘI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n-------\tĐộc lập - Tự do - Hạnh phúc\nLuật số: 07/2021/QH15\tHà Nội, ngày 12 tháng 11 năm 2021\n\nLUẬT\nPHÒNG, CHỐNG HẠN MẶN\n\nCăn cứ Hiến pháp;\n",
        {
            "type": "Luật",
            "code": "07/2021/QH15",
            "issuer": "Quốc hội",
            "title": "PHÒNG, CHỐNG HẠN MẶN",
            "date": "2021-11-12",
        },
    ),
    Case(
        "state: decree of the nineties, number and date in the title",
        "NGHỊ ĐỊNH\nCỦA CHÍNH PHỦ SỐ 61/CP NGÀY 05 THÁNG 8 NĂM 1997 VỀ QUẢN LÝ GIỐNG CÂY TRỒNG\nCHÍNH PHỦ\nCăn cứ Luật;\n",
        {
            "type": "Nghị định",
            "code": "61/CP",
            "date": "1997-08-05",
            "issuer": "Chính phủ",
            "title": "VỀ QUẢN LÝ GIỐNG CÂY TRỒNG",
        },
    ),
    Case(
        "state: letter of 1997, code without strokes",
        "UBND TỈNH CẦN THƠ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nUBND HUYỆN THỐT NỐT              Độc lập - Tự do - Hạnh phúc\nSố: 118 CV/UB\nV/v nạo vét kênh thủy lợi          Thốt Nốt, ngày 16 tháng 5 năm 1997\n\nKính gửi: UBND các xã.\n",
        {
            "code": "118CV/UB",
            "issuer": "Ủy ban nhân dân huyện Thốt Nốt",
            "date": "1997-05-16",
            "title": "nạo vét kênh thủy lợi",
            "parent": "Ủy ban nhân dân tỉnh Cần Thơ",
        },
    ),
    Case(
        "state: decision of 1999, date above the signature",
        "ỦY BAN NHÂN DÂN TỈNH MINH HẢI\nSố: 512/QĐ-UB\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nQUYẾT ĐỊNH\nVề việc giao đất\n\nCăn cứ Luật Đất đai;\n"
        + _BODY
        + "Cà Mau, ngày 30 tháng 12 năm 1999\nTM. UBND TỈNH\nCHỦ TỊCH\n(Đã ký)\nLương Thế Đức\n",
        {
            "date": "1999-12-30",
            "signers": [_signer("Lương Thế Đức", "Chủ tịch", "on_behalf", behalf="Ủy ban nhân dân tỉnh")],
        },
    ),
    Case(
        "state: a court",
        "TÒA ÁN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHUYỆN PHỤNG HIỆP\tĐộc lập - Tự do - Hạnh phúc\nSố: 26/BC-TA\tPhụng Hiệp, ngày 5 tháng 9 năm 2022\n\nBÁO CÁO\nCông tác xét xử\n"
        + _BODY
        + "Nơi nhận:\tCHÁNH ÁN\n- TAND tỉnh;\n- Lưu VP.\n\tMạc Thị Chiên\n",
        {
            "issuer": "Tòa án nhân dân huyện Phụng Hiệp",
            "level": "district",
            "signers": [_signer("Mạc Thị Chiên", "Chánh án")],
            "recipients": ["TAND tỉnh", "Lưu VP"],
        },
    ),
    Case(
        "state: police, with rank",
        "CÔNG AN TỈNH HẬU GIANG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCÔNG AN HUYỆN PHỤNG HIỆP\tĐộc lập - Tự do - Hạnh phúc\nSố: 340/KH-CAH\tPhụng Hiệp, ngày 1 tháng 12 năm 2021\n\nKẾ HOẠCH\nTấn công trấn áp tội phạm\n"
        + _BODY
        + "Nơi nhận:\tKT. TRƯỞNG CÔNG AN HUYỆN\n- Công an tỉnh;\tPHÓ TRƯỞNG CÔNG AN HUYỆN\n- Lưu: CAH.\n\tTrung tá Quách Văn Sang\n",
        {
            "issuer": "Công an huyện Phụng Hiệp",
            "parent": "Công an tỉnh Hậu Giang",
            "signers": [
                _signer("Quách Văn Sang", "Phó Trưởng Công an", "for_head", title="Trung tá", body="Công an huyện")
            ],
        },
    ),
    Case(
        "state: military command",
        "QUÂN KHU 9\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBỘ CHỈ HUY QUÂN SỰ TỈNH HẬU GIANG\tĐộc lập - Tự do - Hạnh phúc\nSố: 1205/BC-BCH\tHậu Giang, ngày 10 tháng 6 năm 2023\nMẬT\n\nBÁO CÁO\nCông tác tuyển quân\n"
        + _BODY
        + "Nơi nhận:\tCHỈ HUY TRƯỞNG\n- Quân khu;\n- Lưu: VT.\n\tĐại tá Phan Thanh Bình\n",
        {
            "issuer": "Bộ Chỉ huy quân sự tỉnh Hậu Giang",
            "parent": "Quân khu 9",
            "level": "province",
            "secrecy": {"degree": "confidential", "written": "MẬT"},
            "signers": [_signer("Phan Thanh Bình", "Chỉ huy trưởng", title="Đại tá")],
        },
    ),
    Case(
        "mass organisation: the Front, standing board",
        "ỦY BAN MTTQ VIỆT NAM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HẬU GIANG\tĐộc lập - Tự do - Hạnh phúc\nBAN THƯỜNG TRỰC\nSố: 66/KH-MTTQ-BTT\tHậu Giang, ngày 7 tháng 7 năm 2020\n\nKẾ HOẠCH\nTổ chức Ngày hội đại đoàn kết\n",
        {
            "issuer": "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hậu Giang",
            "level": "province",
            "place": "tỉnh Hậu Giang",
        },
    ),
    Case(
        "mass organisation: the Youth Union",
        "TỈNH ĐOÀN HẬU GIANG\tĐOÀN TNCS HỒ CHÍ MINH\nBAN CHẤP HÀNH ĐOÀN HUYỆN PHỤNG HIỆP\n***\tPhụng Hiệp, ngày 26 tháng 3 năm 2021\nSố: 18-KH/HĐTN\n\nKẾ HOẠCH\nTháng Thanh niên năm 2021\n-----\n"
        + _BODY
        + "Nơi nhận:\tTM. BAN THƯỜNG VỤ HUYỆN ĐOÀN\n- Tỉnh đoàn;\tBÍ THƯ\n- Lưu VP.\n\tNay Y Blung\n",
        {
            "issuer": "Ban Chấp hành đoàn huyện Phụng Hiệp",
            "parent": "Tỉnh đoàn Hậu Giang",
            "level": "district",
            "signers": [_signer("Nay Y Blung", "Bí thư", "on_behalf", behalf="Ban Thường vụ huyện đoàn")],
        },
    ),
    Case(
        "mass organisation: trade union",
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH HẬU GIANG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG\tĐộc lập - Tự do - Hạnh phúc\nHUYỆN CHÂU THÀNH\nSố: 09/HD-LĐLĐ\tChâu Thành, ngày 15 tháng 4 năm 2016\n\nHƯỚNG DẪN\nTổ chức Tháng Công nhân\n",
        {
            "issuer": "Liên đoàn Lao động huyện Châu Thành",
            "parent": "Liên đoàn Lao động tỉnh Hậu Giang",
            "level": "district",
        },
    ),
    Case(
        "scan: lines broken inside words of the head",
        "ỦY\nBAN NHÂN DÂN\nTỈNH QUẢNG NAM\n--------\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố:\n24/2009/QĐ-UBND\nTam Kỳ, ngày 5 tháng 8 năm 2009\n\nQUYẾT\nĐỊNH\nVề giá đất\n\nCăn cứ Luật;\n",
        {
            "issuer": "Ủy ban nhân dân tỉnh Quảng Nam",
            "code": "24/2009/QĐ-UBND",
            "type": "Quyết định",
            "title": "Về giá đất",
        },
    ),
    Case(
        "table cells with all their lines in one: organ and code, motto and date, list, signature",
        "HUYỆN ỦY PHỤNG HIỆP * Số 109-KH/HU\tĐẢNG CỘNG SẢN VIỆT NAM Phụng Hiệp, ngày 02 tháng 02 năm 2023\n\nKẾ HOẠCH\nvề nước sạch\n-----\n"
        + _BODY
        + "Nơi nhận: - Thường trực Tỉnh ủy, - Các chi bộ, - Lưu.\tT/M BAN THƯỜNG VỤ PHÓ BÍ THƯ Trần Văn Hai\n",
        {
            "code": "109-KH/HU",
            "issuer": "Huyện ủy Phụng Hiệp",
            "date": "2023-02-02",
            "recipients": ["Thường trực Tỉnh ủy", "Các chi bộ", "Lưu"],
            "signers": [_signer("Trần Văn Hai", "Phó Bí thư", "on_behalf", behalf="Ban Thường vụ")],
        },
    ),
    Case(
        "minutes: secretary and chair side by side, names of the highlands",
        "ỦY BAN NHÂN DÂN XÃ EA TÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nBIÊN BẢN\nHọp xét hộ nghèo\n"
        + _BODY
        + "THƯ KÝ\tCHỦ TỌA\n(đã ký)\t(đã ký)\nH'Yim Kđoh\tY Biêr Niê\n",
        {"type": "Biên bản", "signers": [_signer("H'Yim Kđoh", "Thư ký"), _signer("Y Biêr Niê", "Chủ tọa")]},
    ),
    Case(
        "a deputy signs without a post of one's own",
        "SỞ Y TẾ HẬU GIANG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/SYT-NVY\tHậu Giang, ngày 5 tháng 6 năm 2020\nV/v tiêm chủng\nKính gửi: Các trung tâm.\n"
        + _BODY
        + "Nơi nhận:\tKT. GIÁM ĐỐC\n- Như trên;\n- Lưu: VT.\tThS.BS. Lê Thị Hai\n",
        {
            "issuer": "Sở Y tế Hậu Giang",
            "place": "tỉnh Hậu Giang",
            "signers": [_signer("Lê Thị Hai", None, "for_head", title="ThS.BS.")],
        },
    ),
    Case(
        "a chair of a steering committee who holds another post",
        "TỈNH ỦY HẬU GIANG\tĐẢNG CỘNG SẢN VIỆT NAM\nBAN CHỈ ĐẠO 35\n*\tHậu Giang, ngày 5 tháng 6 năm 2020\nSố 5-KH/BCĐ35\n\nKẾ HOẠCH\nvề nước\n"
        + _BODY
        + "T/M BAN CHỈ ĐẠO\nTRƯỞNG BAN\nPHÓ BÍ THƯ THƯỜNG TRỰC TỈNH ỦY\nTrần Văn Hai\n",
        {
            "issuer": "Ban Chỉ đạo 35 Tỉnh ủy Hậu Giang",
            "signers": [_signer("Trần Văn Hai", "Trưởng ban", "on_behalf", behalf="Ban Chỉ đạo")],
        },
    ),
    Case(
        "no capitals in the frame, draft in brackets before the title",
        "Ủy ban nhân dân\tCộng hòa xã hội chủ nghĩa Việt Nam\nTỉnh Hậu Giang\tĐộc lập - Tự do - Hạnh phúc\nSố: 5/BC-UBND\tHậu Giang, ngày 5 tháng 6 năm 2020\nBáo cáo\n(Dự thảo)\nvề nước sạch\n",
        {"type": "Báo cáo", "issuer": "Ủy ban nhân dân tỉnh Hậu Giang", "draft": "Dự thảo", "title": "về nước sạch"},
    ),
    Case(
        "scan: all columns glued by single spaces",
        "ỦY BAN NHÂN DÂN CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ LONG THẠNH Độc lập - Tự do - Hạnh phúc\nSố : 12 / BC - UBND Long Thạnh, ngày 02 tháng 10năm 2018\nBÁO CÁO\nTình hình thu ngân sách\nNơi nhận: TM. ỦY BAN NHÂN DÂN\n- UBND huyện; CHỦ TỊCH\n- Lưu: VP. Nguyễn Văn Khải\n",
        {
            "issuer": "Ủy ban nhân dân xã Long Thạnh",
            "code": "12/BC-UBND",
            "date": "2018-10-02",
            "signers": [_signer("Nguyễn Văn Khải", "Chủ tịch", "on_behalf", behalf="Ủy ban nhân dân")],
            "recipients": ["UBND huyện", "Lưu: VP"],
        },
    ),
    Case(
        "recipients: long items over lines, remarks, bullets of many kinds",
        "ỦY BAN NHÂN DÂN TỈNH HẬU GIANG\nSố: 9/CT-UBND\nHậu Giang, ngày 6 tháng 6 năm 2022\n\nCHỈ THỊ\nvề phòng cháy\n\nCăn cứ tình hình;\n"
        + _BODY
        + "Nơi nhận:\n– Cục Kiểm tra văn bản quy phạm pháp luật,\nBộ Tư pháp;\n+ TT: Tỉnh ủy, HĐND tỉnh (để báo cáo);\n• Các Bộ: Công an,\nQuốc phòng;\n- Lưu: VT, NC.\nH\\CT\\2022\n\nCHỦ TỊCH\n\nĐiểu K’Sơn\n",
        {
            "recipients": [
                "Cục Kiểm tra văn bản quy phạm pháp luật, Bộ Tư pháp",
                "TT: Tỉnh ủy, HĐND tỉnh (để báo cáo)",
                "Các Bộ: Công an, Quốc phòng",
                "Lưu: VT, NC",
            ],
            "signers": [_signer("Điểu K’Sơn", "Chủ tịch")],
        },
    ),
    Case(
        "recipients: no heading, all in one line",
        "CHÍNH PHỦ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 88/NQ-CP\tHà Nội, ngày 8 tháng 8 năm 2020\n\nNGHỊ QUYẾT\nVề nước sạch nông thôn\n\nCăn cứ Luật;\n"
        + _BODY
        + "- Ban Bí thư; - Các bộ; - Lưu: VT, NN (3). | TM. CHÍNH PHỦTHỦ TƯỚNG(Đã ký)Đinh Công Sự |\n",
        {
            "recipients": ["Ban Bí thư", "Các bộ", "Lưu: VT, NN (3)"],
            "signers": [_signer("Đinh Công Sự", "Thủ tướng", "on_behalf", behalf="Chính phủ")],
        },
    ),
    Case(
        "a copy keeps the original's letterhead",
        "HUYỆN ỦY PHỤNG HIỆP\tĐẢNG CỘNG SẢN VIỆT NAM\n*\tPhụng Hiệp, ngày 8 tháng 3 năm 2019\nSố 44-TB/HU\nSAO Y BẢN CHÍNH\n\nTHÔNG BÁO\nkết luận hội nghị\n-----\n"
        + _BODY
        + "Nơi nhận:\tT/M BAN THƯỜNG VỤ\n- Các chi bộ,\tPHÓ BÍ THƯ\n- Lưu.\n\tDoãn Văn Phúc\n\nSAO Y BẢN CHÍNH\nSố 9-SY/ĐU\nTân Long, ngày 12 tháng 3 năm 2019\nT/M ĐẢNG ỦY\nBÍ THƯ\nTô Văn Hoàng\n",
        {
            "code": "44-TB/HU",
            "date": "2019-03-08",
            "issuer": "Huyện ủy Phụng Hiệp",
            "signers": [_signer("Doãn Văn Phúc", "Phó Bí thư", "on_behalf", behalf="Ban Thường vụ")],
        },
    ),
    Case(
        "a copy with the copyist's letterhead above",
        "ĐẢNG ỦY XÃ TÂN LONG\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 15-BS/ĐU\tTân Long, ngày 20 tháng 3 năm 2019\nSAO LỤC\nHUYỆN ỦY PHỤNG HIỆP\tĐẢNG CỘNG SẢN VIỆT NAM\n*\tPhụng Hiệp, ngày 8 tháng 3 năm 2019\nSố 44-TB/HU\n\nTHÔNG BÁO\nkết luận hội nghị\n-----\n",
        {"code": "44-TB/HU", "date": "2019-03-08", "issuer": "Huyện ủy Phụng Hiệp"},
    ),
    Case(
        "the signature of an annex is none of the document's",
        "ỦY BAN NHÂN DÂN TỈNH HẬU GIANG\nSố: 9/QĐ-UBND\nHậu Giang, ngày 6 tháng 6 năm 2022\n\nQUYẾT ĐỊNH\nvề biểu mẫu\n\nCăn cứ tình hình;\n"
        + _BODY
        + "\nPHỤ LỤC I\nMẪU ĐƠN\n(Ban hành kèm theo Quyết định số 9/QĐ-UBND)\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTHỦ TRƯỞNG\nNguyễn Văn A\n",
        {"signers": [], "recipients": []},
    ),
    Case(
        "title: over many short lines, with a remark in brackets behind it",
        "ỦY BAN NHÂN DÂN TỈNH HẬU GIANG\nSố: 9/ĐA-UBND\nHậu Giang, ngày 6 tháng 6 năm 2022\n\nĐỀ ÁN\nPHÁT TRIỂN NÔNG NGHIỆP BỀN VỮNG THEO\nHƯỚNG HỮU CƠ GẮN VỚI DU LỊCH CỦA\nCHÍNH QUYỀN ĐỊA PHƯƠNG\nGIAI ĐOẠN 2022 - 2030\n(Trình tại kỳ họp thứ 5)\n\nI. SỰ CẦN THIẾT\n",
        {
            "title": "PHÁT TRIỂN NÔNG NGHIỆP BỀN VỮNG THEO HƯỚNG HỮU CƠ GẮN VỚI DU LỊCH CỦA CHÍNH QUYỀN ĐỊA PHƯƠNG GIAI ĐOẠN 2022 - 2030"
        },
    ),
    Case(
        "no line for the type: the code tells it",
        "ỦY BAN NHÂN DÂN TỈNH HẬU GIANG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 14/2007/QĐ-UBND\nVị Thanh, ngày 19 tháng 6 năm 2007\n\nCăn cứ Luật Tổ chức;\n",
        {"type": "Quyết định", "code": "14/2007/QĐ-UBND", "title": None},
    ),
)

NO_LETTERHEAD = (
    "Ban Thường vụ Huyện ủy ban hành Kế hoạch số 109-KH/HU ngày 02/02/2023.",
    "Số 18-NQ/TW còn giá trị.\nNội dung khác.",
    "1. Số 18-NQ/TW\n2. Số 19-NQ/TW\n3. Số 20-NQ/TW\n",
    "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.",
    "QUY CHẾ\nQuản lý, sử dụng tài sản công\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 02 tháng 01 năm 2020)\nChương I\n",
    "PHỤ LỤC\nDANH MỤC CÔNG TRÌNH\n(Kèm theo Kế hoạch số 5/KH-UBND)\n",
    "Tại Hà Nội, ngày 19 tháng 11 năm 2025, Hội nghị đã họp.",
    "MẬT\nlà dấu chỉ mức độ.\n",
    "2. Tổ chức thực hiện\nCác xã báo cáo trước ngày 15.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Bảy\n",
)
"""Passages and annexes: they say nothing of a document that they are."""

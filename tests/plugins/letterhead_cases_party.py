"""Heads and feet in the Party's layout."""

from letterhead_case import BODY, Case, signer

PARTY_CASES = (
    Case(
        "party: district committee, columns by tabs",
        "ĐẢNG BỘ TỈNH HẬU GIANG\tĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN ỦY CHÂU THÀNH A\n*\tChâu Thành A, ngày 09 tháng 11 năm 2022\nSố 215-CV/HU\nV/v góp ý dự thảo quy chế\n\tKính gửi: - Đảng ủy các xã, thị trấn,\n\t- Các ban xây dựng Đảng.\n"
        + BODY
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
            "signers": [signer("Lê Thị Ngọc Ánh", "Chánh Văn phòng", "by_order", title="Ths.")],
            "recipients": ["Như trên", "Thường trực Huyện ủy (b/c)", "Lưu Văn phòng Huyện ủy"],
        },
    ),
    Case(
        "party: the left column whole, then the right one",
        "TỈNH ỦY BẾN TRE\n*\nSố      -NQ/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nBến Tre, ngày      tháng      năm 2011\n\nNGHỊ QUYẾT\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\nvề phát triển kinh tế vườn\n-----\n"
        + BODY,
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
        + BODY
        + "Nơi nhận:\t\tK/T TRƯỞNG BAN\n- Thường trực Tỉnh ủy,\t\tPHÓ TRƯỞNG BAN\n- Lưu.\t\tTrịnh Quang Sáu\n",
        {
            "issuer": "Ban Tuyên giáo Tỉnh ủy Hậu Giang",
            "parent": "Tỉnh ủy Hậu Giang",
            "level": "province",
            "place": "tỉnh Hậu Giang",
            "signers": [signer("Trịnh Quang Sáu", "Phó Trưởng ban", "for_head")],
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
        + BODY
        + "Nơi nhận:\tT/M ĐẢNG ỦY\n- Đảng ủy Khối,\tQ. BÍ THƯ\n- Lưu.\n\tBS.CKII Danh Hoàng Nghĩa\n",
        {
            "issuer": "Đảng ủy Sở Y tế",
            "parent": "Đảng ủy Khối các cơ quan tỉnh",
            "level": "province",
            "signers": [
                signer("Danh Hoàng Nghĩa", "Quyền Bí thư", "on_behalf", "acting", behalf="Đảng ủy", title="BS.CKII")
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
        + BODY
        + "Nơi nhận:\tT/M BAN BÍ THƯ\n- Các tỉnh ủy, thành ủy,\tTHƯỜNG TRỰC\n- Lưu Văn phòng Trung ương Đảng.\n\tĐoàn Minh Tâm\n",
        {
            "issuer": "Ban Bí thư",
            "level": "central",
            "title": "về công tác thư viện",
            "signers": [signer("Đoàn Minh Tâm", "Thường trực", "on_behalf", behalf="Ban Bí thư")],
        },
    ),
    Case(
        "party: the Politburo by its signature only",
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 71-CT/TW\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nHà Nội, ngày 4 tháng 9 năm 2016\n\nCHỈ THỊ\nvề bảo vệ rừng đầu nguồn\n-----\n"
        + BODY
        + "Nơi nhận:\n- Các tỉnh ủy, thành ủy,\n- Lưu Văn phòng Trung ương Đảng.\nT/M BỘ CHÍNH TRỊ\nTỔNG BÍ THƯ\n(đã ký)\nVõ Trung Hiếu\n",
        {
            "issuer": "Bộ Chính trị",
            "signers": [signer("Võ Trung Hiếu", "Tổng Bí thư", "on_behalf", behalf="Bộ Chính trị")],
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
        + BODY
        + "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nNGUYỄN VĂN THANH\n",
        {"signers": [signer("Nguyễn Văn Thanh", "Phó Bí thư", "on_behalf", behalf="Ban Thường vụ")]},
    ),
)

"""Heads and feet of documents in all layouts, and texts that have none."""

from letterhead_case import BODY, Case, signer
from letterhead_cases_party import PARTY_CASES
from letterhead_cases_state import STATE_CASES

OTHER_CASES = (
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
        + BODY
        + "Nơi nhận:\tTM. BAN THƯỜNG VỤ HUYỆN ĐOÀN\n- Tỉnh đoàn;\tBÍ THƯ\n- Lưu VP.\n\tNay Y Blung\n",
        {
            "issuer": "Ban Chấp hành đoàn huyện Phụng Hiệp",
            "parent": "Tỉnh đoàn Hậu Giang",
            "level": "district",
            "signers": [signer("Nay Y Blung", "Bí thư", "on_behalf", behalf="Ban Thường vụ huyện đoàn")],
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
        + BODY
        + "Nơi nhận: - Thường trực Tỉnh ủy, - Các chi bộ, - Lưu.\tT/M BAN THƯỜNG VỤ PHÓ BÍ THƯ Trần Văn Hai\n",
        {
            "code": "109-KH/HU",
            "issuer": "Huyện ủy Phụng Hiệp",
            "date": "2023-02-02",
            "recipients": ["Thường trực Tỉnh ủy", "Các chi bộ", "Lưu"],
            "signers": [signer("Trần Văn Hai", "Phó Bí thư", "on_behalf", behalf="Ban Thường vụ")],
        },
    ),
    Case(
        "minutes: secretary and chair side by side, names of the highlands",
        "ỦY BAN NHÂN DÂN XÃ EA TÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nBIÊN BẢN\nHọp xét hộ nghèo\n"
        + BODY
        + "THƯ KÝ\tCHỦ TỌA\n(đã ký)\t(đã ký)\nH'Yim Kđoh\tY Biêr Niê\n",
        {"type": "Biên bản", "signers": [signer("H'Yim Kđoh", "Thư ký"), signer("Y Biêr Niê", "Chủ tọa")]},
    ),
    Case(
        "a deputy signs without a post of one's own",
        "SỞ Y TẾ HẬU GIANG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/SYT-NVY\tHậu Giang, ngày 5 tháng 6 năm 2020\nV/v tiêm chủng\nKính gửi: Các trung tâm.\n"
        + BODY
        + "Nơi nhận:\tKT. GIÁM ĐỐC\n- Như trên;\n- Lưu: VT.\tThS.BS. Lê Thị Hai\n",
        {
            "issuer": "Sở Y tế Hậu Giang",
            "place": "tỉnh Hậu Giang",
            "signers": [signer("Lê Thị Hai", None, "for_head", title="ThS.BS.")],
        },
    ),
    Case(
        "a chair of a steering committee who holds another post",
        "TỈNH ỦY HẬU GIANG\tĐẢNG CỘNG SẢN VIỆT NAM\nBAN CHỈ ĐẠO 35\n*\tHậu Giang, ngày 5 tháng 6 năm 2020\nSố 5-KH/BCĐ35\n\nKẾ HOẠCH\nvề nước\n"
        + BODY
        + "T/M BAN CHỈ ĐẠO\nTRƯỞNG BAN\nPHÓ BÍ THƯ THƯỜNG TRỰC TỈNH ỦY\nTrần Văn Hai\n",
        {
            "issuer": "Ban Chỉ đạo 35 Tỉnh ủy Hậu Giang",
            "signers": [signer("Trần Văn Hai", "Trưởng ban", "on_behalf", behalf="Ban Chỉ đạo")],
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
            "signers": [signer("Nguyễn Văn Khải", "Chủ tịch", "on_behalf", behalf="Ủy ban nhân dân")],
            "recipients": ["UBND huyện", "Lưu: VP"],
        },
    ),
    Case(
        "recipients: long items over lines, remarks, bullets of many kinds",
        "ỦY BAN NHÂN DÂN TỈNH HẬU GIANG\nSố: 9/CT-UBND\nHậu Giang, ngày 6 tháng 6 năm 2022\n\nCHỈ THỊ\nvề phòng cháy\n\nCăn cứ tình hình;\n"
        + BODY
        + "Nơi nhận:\n– Cục Kiểm tra văn bản quy phạm pháp luật,\nBộ Tư pháp;\n+ TT: Tỉnh ủy, HĐND tỉnh (để báo cáo);\n• Các Bộ: Công an,\nQuốc phòng;\n- Lưu: VT, NC.\nH\\CT\\2022\n\nCHỦ TỊCH\n\nĐiểu K’Sơn\n",
        {
            "recipients": [
                "Cục Kiểm tra văn bản quy phạm pháp luật, Bộ Tư pháp",
                "TT: Tỉnh ủy, HĐND tỉnh (để báo cáo)",
                "Các Bộ: Công an, Quốc phòng",
                "Lưu: VT, NC",
            ],
            "signers": [signer("Điểu K’Sơn", "Chủ tịch")],
        },
    ),
    Case(
        "recipients: no heading, all in one line",
        "CHÍNH PHỦ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 88/NQ-CP\tHà Nội, ngày 8 tháng 8 năm 2020\n\nNGHỊ QUYẾT\nVề nước sạch nông thôn\n\nCăn cứ Luật;\n"
        + BODY
        + "- Ban Bí thư; - Các bộ; - Lưu: VT, NN (3). | TM. CHÍNH PHỦTHỦ TƯỚNG(Đã ký)Đinh Công Sự |\n",
        {
            "recipients": ["Ban Bí thư", "Các bộ", "Lưu: VT, NN (3)"],
            "signers": [signer("Đinh Công Sự", "Thủ tướng", "on_behalf", behalf="Chính phủ")],
        },
    ),
    Case(
        "a copy keeps the original's letterhead",
        "HUYỆN ỦY PHỤNG HIỆP\tĐẢNG CỘNG SẢN VIỆT NAM\n*\tPhụng Hiệp, ngày 8 tháng 3 năm 2019\nSố 44-TB/HU\nSAO Y BẢN CHÍNH\n\nTHÔNG BÁO\nkết luận hội nghị\n-----\n"
        + BODY
        + "Nơi nhận:\tT/M BAN THƯỜNG VỤ\n- Các chi bộ,\tPHÓ BÍ THƯ\n- Lưu.\n\tDoãn Văn Phúc\n\nSAO Y BẢN CHÍNH\nSố 9-SY/ĐU\nTân Long, ngày 12 tháng 3 năm 2019\nT/M ĐẢNG ỦY\nBÍ THƯ\nTô Văn Hoàng\n",
        {
            "code": "44-TB/HU",
            "date": "2019-03-08",
            "issuer": "Huyện ủy Phụng Hiệp",
            "signers": [signer("Doãn Văn Phúc", "Phó Bí thư", "on_behalf", behalf="Ban Thường vụ")],
        },
    ),
    Case(
        "a copy with the copyist's letterhead above",
        "ĐẢNG ỦY XÃ TÂN LONG\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 15-BS/ĐU\tTân Long, ngày 20 tháng 3 năm 2019\nSAO LỤC\nHUYỆN ỦY PHỤNG HIỆP\tĐẢNG CỘNG SẢN VIỆT NAM\n*\tPhụng Hiệp, ngày 8 tháng 3 năm 2019\nSố 44-TB/HU\n\nTHÔNG BÁO\nkết luận hội nghị\n-----\n",
        {"code": "44-TB/HU", "date": "2019-03-08", "issuer": "Huyện ủy Phụng Hiệp"},
    ),
    Case(
        "an appendix before the foot is the document's own",
        "HUYỆN ỦY PHỤNG HIỆP\nSố 9-BC/HU\nPhụng Hiệp, ngày 6 tháng 6 năm 2022\n\nBÁO CÁO\nvề nước sạch\n-----\n"
        + BODY
        + "PHỤ LỤC\n1. Xã Hòa Mỹ: 5 công trình.\n\nNơi nhận:\tT/M BAN THƯỜNG VỤ\n- Tỉnh ủy,\tPHÓ BÍ THƯ\n- Lưu.\n\n\tLê Thị Ba\n",
        {
            "signers": [signer("Lê Thị Ba", "Phó Bí thư", "on_behalf", behalf="Ban Thường vụ")],
            "recipients": ["Tỉnh ủy", "Lưu"],
        },
    ),
    Case(
        "the signature of an annex is none of the document's",
        "ỦY BAN NHÂN DÂN TỈNH HẬU GIANG\nSố: 9/QĐ-UBND\nHậu Giang, ngày 6 tháng 6 năm 2022\n\nQUYẾT ĐỊNH\nvề biểu mẫu\n\nCăn cứ tình hình;\n"
        + BODY
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

CASES = (*PARTY_CASES, *STATE_CASES, *OTHER_CASES)

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

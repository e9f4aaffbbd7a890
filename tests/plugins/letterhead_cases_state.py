"""Heads and feet in the State's layout."""

from letterhead_case import BODY, Case, signer

STATE_CASES = (
    Case(
        "state: commune under the province since 2025, table of Markdown with line breaks in cells",
        "| **ỦY BAN NHÂN DÂN**<br>**XÃ HÒA AN** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |\n|---|---|\n| Số: 45/KH-UBND | *Hòa An, ngày 22 tháng 8 năm 2025* |\n\n**KẾ HOẠCH**\n\n**Triển khai Chương trình OCOP năm 2025**\n\nNội dung kế hoạch được xây dựng như sau.\n\n| *Nơi nhận:*<br>- UBND thành phố (b/c);<br>- TT. Đảng ủy xã;<br>- Lưu: VT. | **TM. ỦY BAN NHÂN DÂN**<br>**CHỦ TỊCH**<br><br>**Bùi Quốc Việt** |\n|---|---|\n",
        {
            "issuer": "Ủy ban nhân dân xã Hòa An",
            "level": "commune",
            "date": "2025-08-22",
            "code": "45/KH-UBND",
            "title": "Triển khai Chương trình OCOP năm 2025",
            "signers": [signer("Bùi Quốc Việt", "Chủ tịch", "on_behalf", behalf="Ủy ban nhân dân")],
            "recipients": ["UBND thành phố (b/c)", "TT. Đảng ủy xã", "Lưu: VT"],
        },
        markdown=True,
    ),
    Case(
        "state: a department of the province, cells divided by bars in lines",
        "UBND TỈNH SÓC TRĂNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NÔNG NGHIỆP VÀ PTNT | Độc lập - Tự do - Hạnh phúc\nSố: 612/SNNPTNT-TTBVTV | Sóc Trăng, ngày 07 tháng 6 năm 2017\nV/v phòng trừ rầy nâu |\n\nKính gửi: Ủy ban nhân dân các huyện.\n"
        + BODY
        + "Nơi nhận: | KT. GIÁM ĐỐC\n- Như trên; | PHÓ GIÁM ĐỐC\n- Lưu: VT, BVTV. |\n | Sơn Thị Mai\n",
        {
            "type": "Công văn",
            "code": "612/SNNPTNT-TTBVTV",
            "issuer": "Sở Nông nghiệp và Phát triển nông thôn tỉnh Sóc Trăng",
            "parent": "Ủy ban nhân dân tỉnh Sóc Trăng",
            "level": "province",
            "place": "tỉnh Sóc Trăng",
            "title": "phòng trừ rầy nâu",
            "signers": [signer("Sơn Thị Mai", "Phó Giám đốc", "for_head")],
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
        + BODY
        + "Nơi nhận:\tTL. CHỦ TỊCH\n- Như trên;\tCHÁNH VĂN PHÒNG\n- Lưu: VT.\n\tTrần Thị Diễm\n",
        {
            "issuer": "Ủy ban nhân dân thành phố Ngã Bảy",
            "level": "district",
            "title": "báo cáo số liệu, biểu mẫu thống kê",
            "signers": [signer("Trần Thị Diễm", "Chánh Văn phòng", "by_order")],
        },
    ),
    Case(
        "state: deputy of a department by order and for the head: no post of one's own",
        "BỘ TÀI CHÍNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỔNG CỤC HẢI QUAN\tĐộc lập - Tự do - Hạnh phúc\nSố: 511/TCHQ-GSQL\tHà Nội, ngày 20 tháng 01 năm 2015\nV/v thủ tục tạm nhập\n\nKính gửi: Công ty A.\n"
        + BODY
        + "Nơi nhận:\tTL. TỔNG CỤC TRƯỞNG\n- Như trên;\tKT. VỤ TRƯỞNG VỤ GIÁM SÁT QUẢN LÝ\n- Lưu: VT.\tPHÓ VỤ TRƯỞNG\n\n\tÂu Văn Tài\n",
        {
            "issuer": "Tổng cục Hải quan",
            "parent": "Bộ Tài chính",
            "signers": [signer("Âu Văn Tài", "Phó Vụ trưởng", "by_order", "for_head", body="Vụ Giám sát quản lý")],
        },
    ),
    Case(
        "state: by delegation",
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LONG AN\tĐộc lập - Tự do - Hạnh phúc\nSố: 77/QĐ-UBND\tLong An, ngày 02 tháng 4 năm 2013\n\nQUYẾT ĐỊNH\nVề việc cấp giấy phép\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật;\n"
        + BODY
        + "Nơi nhận:\tTUQ. CHỦ TỊCH\n- Như Điều 3;\tGIÁM ĐỐC SỞ XÂY DỰNG\n- Lưu: VT.\n\tKim Thành Được\n",
        {
            "title": "Về việc cấp giấy phép",
            "signers": [signer("Kim Thành Được", "Giám đốc", "by_delegation", body="Sở Xây dựng")],
        },
    ),
    Case(
        "state: joint circular, three signatures side by side",
        "BỘ NỘI VỤ - BỘ TÀI CHÍNH - BỘ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\tĐộc lập - Tự do - Hạnh phúc\nSố: 08/2012/TTLT-BNV-BTC-BYT\tHà Nội, ngày 21 tháng 9 năm 2012\n\nTHÔNG TƯ LIÊN TỊCH\nHướng dẫn chế độ phụ cấp\n\nCăn cứ Luật;\n"
        + BODY
        + "KT. BỘ TRƯỞNG\tKT. BỘ TRƯỞNG\tBỘ TRƯỞNG\nBỘ NỘI VỤ\tBỘ TÀI CHÍNH\tBỘ Y TẾ\nTHỨ TRƯỞNG\tTHỨ TRƯỞNG\t\n\n(Đã ký)\t(Đã ký)\t(Đã ký)\n\nNguyễn Duy An\tTrương Thị Bình\tLê Công Chính\n\nNơi nhận:\n- Văn phòng Quốc hội;\n- Lưu: VT.\n",
        {
            "type": "Thông tư liên tịch",
            "issuer": "Bộ Nội vụ",
            "issuers": ["Bộ Nội vụ", "Bộ Tài chính", "Bộ Y tế"],
            "signers": [
                signer("Nguyễn Duy An", "Thứ trưởng", "for_head", body="Bộ Nội vụ"),
                signer("Trương Thị Bình", "Thứ trưởng", "for_head", body="Bộ Tài chính"),
                signer("Lê Công Chính", "Bộ trưởng", body="Bộ Y tế"),
            ],
            "recipients": ["Văn phòng Quốc hội", "Lưu: VT"],
        },
    ),
    Case(
        "state and front: joint programme, two organs and two signatures",
        "ỦY BAN NHÂN DÂN TỈNH HẬU GIANG - ỦY BAN MTTQ VIỆT NAM TỈNH HẬU GIANG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\tĐộc lập - Tự do - Hạnh phúc\nSố: 03/CTPH-UBND-MTTQ\tVị Thanh, ngày 9 tháng 9 năm 2019\n\nCHƯƠNG TRÌNH PHỐI HỢP\nVề bảo vệ môi trường\n"
        + BODY
        + "TM. BAN THƯỜNG TRỰC\tTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\tKT. CHỦ TỊCH\n\tPHÓ CHỦ TỊCH\n\nHuỳnh Thanh Tạo\tĐồng Văn Lâm\n",
        {
            "issuers": ["Ủy ban nhân dân tỉnh Hậu Giang", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hậu Giang"],
            "signers": [
                signer("Huỳnh Thanh Tạo", "Chủ tịch", "on_behalf", behalf="Ban Thường trực"),
                signer("Đồng Văn Lâm", "Phó Chủ tịch", "on_behalf", "for_head", behalf="Ủy ban nhân dân"),
            ],
        },
    ),
    Case(
        "state: joint, the signatures one below the other",
        "SỞ TÀI CHÍNH\nSỞ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 15/HDLN-STC-SNV\nCà Mau, ngày 6 tháng 5 năm 2010\n\nHƯỚNG DẪN LIÊN NGÀNH\nvề kinh phí tinh giản biên chế\n"
        + BODY
        + "GIÁM ĐỐC SỞ TÀI CHÍNH\nPhạm Hữu Tín\n\nGIÁM ĐỐC SỞ NỘI VỤ\nCao Thị Thu\n",
        {
            "type": "Hướng dẫn liên ngành",
            "issuers": ["Sở Tài chính", "Sở Nội vụ"],
            "signers": [
                signer("Phạm Hữu Tín", "Giám đốc", body="Sở Tài chính"),
                signer("Cao Thị Thu", "Giám đốc", body="Sở Nội vụ"),
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
            "signers": [signer("Thái Minh Triết", "Chủ tịch")],
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
        + BODY
        + "Nơi nhận:\tTM. ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH\n- Văn phòng Quốc hội;\tTRƯỞNG ĐOÀN\n- Lưu: VT.\n\tLữ Thanh Hùng\n",
        {
            "issuer": "Đoàn đại biểu Quốc hội tỉnh Hậu Giang",
            "level": "province",
            "signers": [signer("Lữ Thanh Hùng", "Trưởng đoàn", "on_behalf", behalf="Đoàn đại biểu Quốc hội tỉnh")],
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
        + BODY
        + "Cà Mau, ngày 30 tháng 12 năm 1999\nTM. UBND TỈNH\nCHỦ TỊCH\n(Đã ký)\nLương Thế Đức\n",
        {
            "date": "1999-12-30",
            "signers": [signer("Lương Thế Đức", "Chủ tịch", "on_behalf", behalf="Ủy ban nhân dân tỉnh")],
        },
    ),
    Case(
        "state: a court",
        "TÒA ÁN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHUYỆN PHỤNG HIỆP\tĐộc lập - Tự do - Hạnh phúc\nSố: 26/BC-TA\tPhụng Hiệp, ngày 5 tháng 9 năm 2022\n\nBÁO CÁO\nCông tác xét xử\n"
        + BODY
        + "Nơi nhận:\tCHÁNH ÁN\n- TAND tỉnh;\n- Lưu VP.\n\tMạc Thị Chiên\n",
        {
            "issuer": "Tòa án nhân dân huyện Phụng Hiệp",
            "level": "district",
            "signers": [signer("Mạc Thị Chiên", "Chánh án")],
            "recipients": ["TAND tỉnh", "Lưu VP"],
        },
    ),
    Case(
        "state: police, with rank",
        "CÔNG AN TỈNH HẬU GIANG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCÔNG AN HUYỆN PHỤNG HIỆP\tĐộc lập - Tự do - Hạnh phúc\nSố: 340/KH-CAH\tPhụng Hiệp, ngày 1 tháng 12 năm 2021\n\nKẾ HOẠCH\nTấn công trấn áp tội phạm\n"
        + BODY
        + "Nơi nhận:\tKT. TRƯỞNG CÔNG AN HUYỆN\n- Công an tỉnh;\tPHÓ TRƯỞNG CÔNG AN HUYỆN\n- Lưu: CAH.\n\tTrung tá Quách Văn Sang\n",
        {
            "issuer": "Công an huyện Phụng Hiệp",
            "parent": "Công an tỉnh Hậu Giang",
            "signers": [
                signer("Quách Văn Sang", "Phó Trưởng Công an", "for_head", title="Trung tá", body="Công an huyện")
            ],
        },
    ),
    Case(
        "state: military command",
        "QUÂN KHU 9\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBỘ CHỈ HUY QUÂN SỰ TỈNH HẬU GIANG\tĐộc lập - Tự do - Hạnh phúc\nSố: 1205/BC-BCH\tHậu Giang, ngày 10 tháng 6 năm 2023\nMẬT\n\nBÁO CÁO\nCông tác tuyển quân\n"
        + BODY
        + "Nơi nhận:\tCHỈ HUY TRƯỞNG\n- Quân khu;\n- Lưu: VT.\n\tĐại tá Phan Thanh Bình\n",
        {
            "issuer": "Bộ Chỉ huy quân sự tỉnh Hậu Giang",
            "parent": "Quân khu 9",
            "level": "province",
            "secrecy": {"degree": "confidential", "written": "MẬT"},
            "signers": [signer("Phan Thanh Bình", "Chỉ huy trưởng", title="Đại tá")],
        },
    ),
)

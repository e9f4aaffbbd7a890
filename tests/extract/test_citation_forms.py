"""One citation a row: the forms in which a document's type, code and date are met in the wild."""

from collections.abc import Callable

import pytest

from ontology.mentions import Citation, Mention

Cite = Callable[[str], list[tuple[Mention, Citation]]]

# text, the citation's own words in it, norm, date
PARTY = [
    ("Thực hiện Nghị quyết số 18-NQ/TW", "Nghị quyết số 18-NQ/TW", "Nghị quyết 18-NQ/TW", None),
    ("theo Nghị quyết 18-NQ/TW thì", "Nghị quyết 18-NQ/TW", "Nghị quyết 18-NQ/TW", None),
    ("theo nghị quyết số 18-NQ/TW thì", "nghị quyết số 18-NQ/TW", "Nghị quyết 18-NQ/TW", None),
    ("Số 445-KL/TƯ còn giá trị", "Số 445-KL/TƯ", "Kết luận 445-KL/TW", None),
    ("theo Hướng dẫn số 31 - HD/BTCTW", "Hướng dẫn số 31 - HD/BTCTW", "Hướng dẫn 31-HD/BTCTW", None),
    ("theo Thông báo số 55 -TB/TW", "Thông báo số 55 -TB/TW", "Thông báo 55-TB/TW", None),
    ("theo Thông báo số 55- TB/TW", "Thông báo số 55- TB/TW", "Thông báo 55-TB/TW", None),
    ("theo Chương trình 03-Ctr/TU", "Chương trình 03-Ctr/TU", "Chương trình 03-CTr/TU", None),
    ("theo Chương trình số 03-CTR/TU", "Chương trình số 03-CTR/TU", "Chương trình 03-CTr/TU", None),
    ("theo Chương trình hành động số 10-CTr/TU", "Chương trình hành động số 10-CTr/TU", "Chương trình hành động 10-CTr/TU", None),
    ("theo Quy định số 11-QĐi/TW", "Quy định số 11-QĐi/TW", "Quy định 11-QĐi/TW", None),
    ("theo Quy định số 213-QĐ/TW", "Quy định số 213-QĐ/TW", "Quy định 213-QĐ/TW", None),
    ("theo Quyết định số 1533-QĐ/HU", "Quyết định số 1533-QĐ/HU", "Quyết định 1533-QĐ/HU", None),
    ("theo Nghị quyết số 8b-NQ/HNTW", "Nghị quyết số 8b-NQ/HNTW", "Nghị quyết 8b-NQ/HNTW", None),
    ("theo Hướng dẫn số 06-HD/BTCTW-BTGTW", "Hướng dẫn số 06-HD/BTCTW-BTGTW", "Hướng dẫn 06-HD/BTCTW-BTGTW", None),
    ("theo Thông báo số 703-TB/UBKTTW", "Thông báo số 703-TB/UBKTTW", "Thông báo 703-TB/UBKTTW", None),
    ("theo Nghị quyết số  18-NQ/ TW", "Nghị quyết số  18-NQ/ TW", "Nghị quyết 18-NQ/TW", None),
    ("theo Nghị quyết\nsố 18-NQ/TW", "Nghị quyết\nsố 18-NQ/TW", "Nghị quyết 18-NQ/TW", None),
    ("theo Nghị quyết số\n18-NQ/TW", "Nghị quyết số\n18-NQ/TW", "Nghị quyết 18-NQ/TW", None),
    ("theo Kế hoạch số: 109-KH/HU", "Kế hoạch số: 109-KH/HU", "Kế hoạch 109-KH/HU", None),
    ("theo Kế hoạch Số 109-KH/HU", "Kế hoạch Số 109-KH/HU", "Kế hoạch 109-KH/HU", None),
    ("theo Kế hoạch số số 109-KH/HU", "Kế hoạch số số 109-KH/HU", "Kế hoạch 109-KH/HU", None),
    ("theo Kế hoạch số. 109-KH/HU", "Kế hoạch số. 109-KH/HU", "Kế hoạch 109-KH/HU", None),
    ("theo Kế hoạch, số 109-KH/HU", "Kế hoạch, số 109-KH/HU", "Kế hoạch 109-KH/HU", None),
    ("theo Kế hoạch số 109–KH/HU", "Kế hoạch số 109–KH/HU", "Kế hoạch 109-KH/HU", None),
    ("theo Kế hoạch số 109\u2010KH/HU", "Kế hoạch số 109\u2010KH/HU", "Kế hoạch 109-KH/HU", None),
    ("theo **Kế hoạch số 109-KH/HU**", "Kế hoạch số 109-KH/HU", "Kế hoạch 109-KH/HU", None),
    ("theo Kế hoạch so 109-KH/HU", "Kế hoạch so 109-KH/HU", "Kế hoạch 109-KH/HU", None),
    ("(Công văn số 581-CV/HU)", "Công văn số 581-CV/HU", "Công văn 581-CV/HU", None),
    ("“Nghị quyết số 10-NQ/TU”", "Nghị quyết số 10-NQ/TU", "Nghị quyết 10-NQ/TU", None),
    ("KẾ HOẠCH SỐ 109-KH/HU", "KẾ HOẠCH SỐ 109-KH/HU", "Kế hoạch 109-KH/HU", None),
    ("theo Đề án 09-ĐA/TU", "Đề án 09-ĐA/TU", "Đề án 09-ĐA/TU", None),
    ("theo Quy chế số 02-QC/TU", "Quy chế số 02-QC/TU", "Quy chế 02-QC/TU", None),
    ("theo Tờ trình số 15-TTr/HU", "Tờ trình số 15-TTr/HU", "Tờ trình 15-TTr/HU", None),
    ("theo Thông tri số 22-TT/TW", "Thông tri số 22-TT/TW", "Thông tri 22-TT/TW", None),
    ("theo Kế hoạch số 21-KH/ĐU", "Kế hoạch số 21-KH/ĐU", "Kế hoạch 21-KH/ĐU", None),
    ("theo Kế hoạch số 07-KH/ThU", "Kế hoạch số 07-KH/ThU", "Kế hoạch 07-KH/ThU", None),
    ("theo Kế hoa\u0323ch số 109-KH/HU", "Kế hoa\u0323ch số 109-KH/HU", "Kế hoạch 109-KH/HU", None),
    ("theo Nghi\u0323 quyê\u0301t sô\u0301 18-NQ/TW", "Nghi\u0323 quyê\u0301t sô\u0301 18-NQ/TW", "Nghị quyết 18-NQ/TW", None),
    ("theo Kế hoạch số\u00a0109-KH/HU", "Kế hoạch số\u00a0109-KH/HU", "Kế hoạch 109-KH/HU", None),
    ("theo Kế hoạch số 109\u200b-KH/HU", "Kế hoạch số 109\u200b-KH/HU", "Kế hoạch 109-KH/HU", None),
    ("văn bản 18-NQ/TW", "văn bản 18-NQ/TW", "Văn bản 18-NQ/TW", None),
    ("xem 18-NQ/TW, 19-NQ/TW", "18-NQ/TW", "Nghị quyết 18-NQ/TW", None),
]  # fmt: skip

STATE = [
    ("theo Nghị định số 105/2021/NĐ-CP", "Nghị định số 105/2021/NĐ-CP", "Nghị định 105/2021/NĐ-CP", None),
    ("theo Nghị định 105/2021/NĐ-CP", "Nghị định 105/2021/NĐ-CP", "Nghị định 105/2021/NĐ-CP", None),
    ("theo Nghị quyết số 14/2022/NQ-HĐND", "Nghị quyết số 14/2022/NQ-HĐND", "Nghị quyết 14/2022/NQ-HĐND", None),
    ("theo Luật số 20/2023/QH15", "Luật số 20/2023/QH15", "Luật 20/2023/QH15", None),
    ("theo Luật Giao dịch điện tử số 20/2023/QH15", "Luật Giao dịch điện tử số 20/2023/QH15", "Luật 20/2023/QH15", None),
    ("theo Bộ luật Lao động số 45/2019/QH14", "Bộ luật Lao động số 45/2019/QH14", "Bộ luật 45/2019/QH14", None),
    ("theo Bộ Luật Dân sự số 91/2015/QH13", "Bộ Luật Dân sự số 91/2015/QH13", "Bộ luật 91/2015/QH13", None),
    ("theo Pháp lệnh số 02/2020/UBTVQH14", "Pháp lệnh số 02/2020/UBTVQH14", "Pháp lệnh 02/2020/UBTVQH14", None),
    ("theo Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14", "Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14", "Luật 62/2020/QH14", None),
    ("theo Luật Luật sư số 65/2006/QH11", "Luật Luật sư số 65/2006/QH11", "Luật 65/2006/QH11", None),
    ("theo Luật 13⁄2012/QH13", "Luật 13⁄2012/QH13", "Luật 13/2012/QH13", None),
    ("theo Nghị định số 98∕2018/NĐ-CP", "Nghị định số 98∕2018/NĐ-CP", "Nghị định 98/2018/NĐ-CP", None),
    ("theo Quyết định số 785/QĐ-UBND", "Quyết định số 785/QĐ-UBND", "Quyết định 785/QĐ-UBND", None),
    ("theo Quyết định số: 126/QĐ-UBND", "Quyết định số: 126/QĐ-UBND", "Quyết định 126/QĐ-UBND", None),
    ("theo Quyết định số 1188/QĐ.UBND - VX", "Quyết định số 1188/QĐ.UBND - VX", "Quyết định 1188/QĐ.UBND-VX", None),
    ("theo Kế hoạch số 89/KH-UBND", "Kế hoạch số 89/KH-UBND", "Kế hoạch 89/KH-UBND", None),
    ("theo Kế hoạch số 75/KH- UBND", "Kế hoạch số 75/KH- UBND", "Kế hoạch 75/KH-UBND", None),
    ("theo Kế hoạch số 75/KH -UBND", "Kế hoạch số 75/KH -UBND", "Kế hoạch 75/KH-UBND", None),
    ("theo Kế hoạch số 75 / KH - UBND", "Kế hoạch số 75 / KH - UBND", "Kế hoạch 75/KH-UBND", None),
    ("theo Nghị định 197 / 2004 / NĐ-CP ngày 03/12 / 2004", "Nghị định 197 / 2004 / NĐ-CP", "Nghị định 197/2004/NĐ-CP", "2004-12-03"),
    ("Thông tư số 40/2014/ TT - BNNPTNT, ngày 13/11/2014", "Thông tư số 40/2014/ TT - BNNPTNT", "Thông tư 40/2014/TT-BNNPTNT", "2014-11-13"),
    ("theo Thông tư số 37/2014/\nTT-BTNMT", "Thông tư số 37/2014/\nTT-BTNMT", "Thông tư 37/2014/TT-BTNMT", None),
    ("theo Quyết định số 42/2004/qđ-ubbt", "Quyết định số 42/2004/qđ-ubbt", "Quyết định 42/2004/QĐ-ubbt", None),
    ("theo Nghị quyết số 473a/NQ-UBTVQH13", "Nghị quyết số 473a/NQ-UBTVQH13", "Nghị quyết 473a/NQ-UBTVQH13", None),
    ("theo Nghị quyết số 76/2025/UBTVQH15", "Nghị quyết số 76/2025/UBTVQH15", "Nghị quyết 76/2025/UBTVQH15", None),
    ("theo Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", "Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", "Nghị quyết liên tịch 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", None),
    ("theo Thông tư liên tịch số 07/2013/TTLT-BGDĐT-BNV-BTC", "Thông tư liên tịch số 07/2013/TTLT-BGDĐT-BNV-BTC", "Thông tư liên tịch 07/2013/TTLT-BGDĐT-BNV-BTC", None),
    ("theo Thông tư liên tịch 88/2016/TTLT/BTC-BTNMT", "Thông tư liên tịch 88/2016/TTLT/BTC-BTNMT", "Thông tư liên tịch 88/2016/TTLT/BTC-BTNMT", None),
    ("theo Thông tư liên tịch số 05/2012/TTTLT-BTC-BNV", "Thông tư liên tịch số 05/2012/TTTLT-BTC-BNV", "Thông tư liên tịch 05/2012/TTLT-BTC-BNV", None),
    ("theo Công văn số 574/UBND-NC", "Công văn số 574/UBND-NC", "Công văn 574/UBND-NC", None),
    ("theo Công văn số 2046/TLĐ-QHLĐ", "Công văn số 2046/TLĐ-QHLĐ", "Công văn 2046/TLĐ-QHLĐ", None),
    ("theo Văn bản số 5786/SNV-XDCQ&TCBC", "Văn bản số 5786/SNV-XDCQ&TCBC", "Văn bản 5786/SNV-XDCQ&TCBC", None),
    ("tại Văn bản giải trình, tiếp thu số 6253/UBND-SNV", "Văn bản giải trình, tiếp thu số 6253/UBND-SNV", "Văn bản 6253/UBND-SNV", None),
    ("Công văn trả lời kiến nghị số 120/STC-NS", "Công văn trả lời kiến nghị số 120/STC-NS", "Công văn 120/STC-NS", None),
    ("theo Báo cáo thẩm tra số 1379/BC-UBTVQH15", "Báo cáo thẩm tra số 1379/BC-UBTVQH15", "Báo cáo thẩm tra 1379/BC-UBTVQH15", None),
    ("theo Nghị định số 255/2025-NĐ-CP", "Nghị định số 255/2025-NĐ-CP", "Nghị định 255/2025-NĐ-CP", None),
    ("theo Chỉ thị số 05/CT-TTg", "Chỉ thị số 05/CT-TTg", "Chỉ thị 05/CT-TTg", None),
    ("CHỈ THỊ SỐ 32/CT-TTG NGÀY 21/10/2025", "CHỈ THỊ SỐ 32/CT-TTG", "Chỉ thị 32/CT-TTG", "2025-10-21"),
    ("NGHỊ QUYẾT SỐ 16/2023/NQ-HĐND NGÀY 06 THÁNG 12 NĂM 2023", "NGHỊ QUYẾT SỐ 16/2023/NQ-HĐND", "Nghị quyết 16/2023/NQ-HĐND", "2023-12-06"),
    ("theo Công điện số 223/CĐ-TTg", "Công điện số 223/CĐ-TTg", "Công điện 223/CĐ-TTg", None),
    ("theo Lệnh số 14/2022/L-CTN", "Lệnh số 14/2022/L-CTN", "Lệnh 14/2022/L-CTN", None),
    ("theo Sắc lệnh số 35/SL", "Sắc lệnh số 35/SL", "Sắc lệnh 35/SL", None),
    ("theo Văn bản hợp nhất số 81/VBHN-BNNMT", "Văn bản hợp nhất số 81/VBHN-BNNMT", "Văn bản hợp nhất 81/VBHN-BNNMT", None),
    ("- Nghị định số 42/2025/NĐ-CP quy định", "Nghị định số 42/2025/NĐ-CP", "Nghị định 42/2025/NĐ-CP", None),
    ("-\u00a0Nghị định số 42/2025/NĐ-CP quy định", "Nghị định số 42/2025/NĐ-CP", "Nghị định 42/2025/NĐ-CP", None),
    ("Công văn của Sở Nội vụ số 1234/SNV-CCVC", "Công văn của Sở Nội vụ số 1234/SNV-CCVC", "Công văn 1234/SNV-CCVC", None),
    ("theo số 1234/QĐ-UBND", "số 1234/QĐ-UBND", "1234/QĐ-UBND", None),
    ("theo Thông tư 25/2018/TT-BCT", "Thông tư 25/2018/TT-BCT", "Thông tư 25/2018/TT-BCT", None),
]  # fmt: skip

DATES = [
    ("Nghị quyết số 18-NQ/TW ngày 16/6/2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW, ngày 16/6/2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW , ngày 16/6/2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW (ngày 16/6/2022)", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW [ngày 16/6/2022]", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW ngày 16-6-2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW ngày 16.6.2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW ngày 16 / 6 / 2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW ngày 16/06/2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW ngày 16 tháng 6 năm 2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW ngày 16\ntháng 6 năm\n2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW\nngày 16/6/2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW ngày ngày 16/6/2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW Ngày 16/6/2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW ngày, 16/6/2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW ban hành ngày 16/6/2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW được ban hành ngày 16/6/2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW ký ngày 16/6/2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW ngày 16/6 2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW ngày 16tháng 6năm 2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương ngày 16/6/2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW ngày\u00a016/6/2022", "2022-06-16"),
    ("Nghị quyết số 18-NQ/TW nga\u0300y 16/6/2022", "2022-06-16"),
    # no such day: the words stand, but there is no date
    ("Nghị quyết số 18-NQ/TW ngày 31/6/2022", None),
    ("Nghị quyết số 18-NQ/TW ngày 29/02/2023", None),
    ("Nghị quyết số 18-NQ/TW ngày 00/6/2022", None),
    ("Nghị quyết số 18-NQ/TW ngày 16/13/2022", None),
    ("Nghị quyết số 18-NQ/TW ngày 32 tháng 6 năm 2022", None),
    ("Nghị quyết số 18-NQ/TW ngày 16/6/1822", None),
    ("Nghị quyết số 18-NQ/TW ngày 29/02/2024", "2024-02-29"),
    # another thing's date
    ("Nghị quyết số 18-NQ/TW. Ngày 16/6/2022, Hội nghị họp", None),
    ("Nghị quyết số 18-NQ/TW có hiệu lực từ ngày 16/6/2022", None),
    ("Nghị quyết số 18-NQ/TW đến ngày 16/6/2022", None),
    ("Nghị quyết số 18-NQ/TW ngày 16/6/20225", None),
    ("Trong năm 2022 có Nghị quyết số 18-NQ/TW", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "surface", "norm", "date"), [*PARTY, *STATE])
def test_a_citation_by_code(citations_of: Cite, text: str, surface: str, norm: str, date: str | None) -> None:
    mention, citation = citations_of(f"Nội dung sau. \n{text}")[0]
    assert (mention.text, mention.norm, citation.date and str(citation.date)) == (surface, norm, date)
    assert citation.code is not None
    assert norm.endswith(citation.code)


@pytest.mark.parametrize(("text", "date"), DATES)
def test_the_date_of_a_citation(citations_of: Cite, text: str, date: str | None) -> None:
    (_, citation), *others = citations_of(f"Tổ chức thực hiện {text}.")
    assert not others
    assert (citation.code, citation.date and str(citation.date)) == ("18-NQ/TW", date)


@pytest.mark.parametrize(
    ("text", "norm", "date"),
    [
        ("theo Luật Đất đai thì", "Luật Đất đai", None),
        ("theo Luật Đất đai năm 2013 thì", "Luật Đất đai", "2013"),
        ("theo Luật Đất đai ngày 18/01/2024 thì", "Luật Đất đai", "2024-01-18"),
        ("theo luật đất đai thì", "luật đất đai", None),
        ("theo Luật Phòng chống tham nhũng thì", "Luật Phòng chống tham nhũng", None),
        ("theo Luật Quản lý sử dụng tài sản công thì", "Luật Quản lý sử dụng tài sản công", None),
        ("theo Luật Đầu tư công thì", "Luật Đầu tư công", None),
        ("theo Luật Đầu tư, Luật Đấu thầu", "Luật Đầu tư", None),
        ("theo Luật thuế TNCN thì", "Luật thuế TNCN", None),
        ("theo Luật BHYT thì", "Luật BHYT", None),
        ("theo Luật Tổ chức HĐND và UBND thì", "Luật Tổ chức HĐND và UBND", None),
        ("theo Bộ luật Hình sự thì", "Bộ luật Hình sự", None),
        ("theo Pháp lệnh Ưu đãi người có công với cách mạng thì", "Pháp lệnh Ưu đãi người có công với cách mạng", None),
        ("theo Luật Bảo vệ sức khoẻ nhân dân thì", "Luật Bảo vệ sức khoẻ nhân dân", None),
        ("theo Luật sửa đổi, bổ sung một số điều của Luật Đất đai thì", "Luật sửa đổi, bổ sung một số điều của Luật Đất đai", None),
        ("theo Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch, Luật Đầu tư và Luật Đấu thầu ngày 29/11/2024", "Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch, Luật Đầu tư và Luật Đấu thầu", "2024-11-29"),
        ("theo Luật Thi đua khen thưởng thì", "Luật Thi đua khen thưởng", None),
        ("Căn cứ Luật Trồng rừng trên mây ngày 01/01/2020;", "Luật Trồng rừng trên mây", "2020-01-01"),
        ("theo Hiến pháp năm 2013 thì", "Hiến pháp", "2013"),
        ("thi hành Điều lệ Đảng thì", "Điều lệ Đảng", None),
        ("thực hiện Quy chế dân chủ ở cơ sở thì", "Quy chế dân chủ ở cơ sở", None),
        ("Nghị quyết Trung ương 8 khóa XIII", "Nghị quyết Trung ương 8 khóa XIII", None),
        ("Nghị quyết Trung ương 4 (khoá XII)", "Nghị quyết Trung ương 4 (khoá XII)", None),
        ("Nghị quyết T.Ư 6 (khóa XI)", "Nghị quyết T.Ư 6 (khóa XI)", None),
        ("Nghị quyết Trung ương sáu, khóa XII", "Nghị quyết Trung ương sáu, khóa XII", None),
        ("Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng, khóa XIII", "Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng, khóa XIII", None),
        ("Kết luận Hội nghị Trung ương 10 khóa XIII", "Kết luận Hội nghị Trung ương 10 khóa XIII", None),
        ("Thông báo nhanh kết quả Hội nghị lần thứ Chín, Ban Chấp hành Trung ương Đảng, khóa XIII", "Thông báo nhanh kết quả Hội nghị lần thứ Chín, Ban Chấp hành Trung ương Đảng, khóa XIII", None),
        ("Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIV, nhiệm kỳ 2020 - 2025", "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIV, nhiệm kỳ 2020 - 2025", None),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", None),
        ("Văn kiện Đại hội XIII của Đảng", "Văn kiện Đại hội XIII của Đảng", None),
        ("theo Chỉ thị số 17 thì", "Chỉ thị 17", None),
        ("theo Hướng dẫn số 16 ngày 18/3/2024 thì", "Hướng dẫn 16", "2024-03-18"),
        ("theo Nghị quyết số 18 của Tỉnh ủy thì", "Nghị quyết 18", None),
    ],
)  # fmt: skip
def test_a_citation_without_code(citations_of: Cite, text: str, norm: str, date: str | None) -> None:
    mention, citation = citations_of(f"Nội dung sau.\n{text}")[0]
    assert (mention.norm, citation.code, citation.date and str(citation.date)) == (norm, None, date)

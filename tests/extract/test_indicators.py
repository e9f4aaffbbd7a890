"""Indicators: what is counted and measured, in the words of reports and plans; a case is a row."""

import pytest
from indicator_texts import PLAN, REPORT, read, told

from ontology.indicators import Aim, Bound, Change
from ontology.measures import units_of_measure

MEASURED = [
    ("Tỷ lệ hộ nghèo giảm còn 1,2%.", ["1.2 %: Tỷ lệ hộ nghèo"]),
    ("Tỷ lệ hộ nghèo của huyện còn 2,05 %.", ["2.05 %: Tỷ lệ hộ nghèo của huyện"]),
    ("Tổng vốn 12,5 tỷ đồng.", ["12.5 tỷ đồng: Tổng vốn"]),
    ("Thu nhập bình quân đầu người 65 triệu đồng/người/năm.",
     ["65 triệu đồng/người/năm: Thu nhập bình quân đầu người"]),
    ("Tỷ lệ hộ nghèo giảm từ 3,5% xuống còn 2,1%.", ["3.5>2.1 %: Tỷ lệ hộ nghèo"]),
    ("Tỷ lệ hộ nghèo từ 3,5% năm 2023 xuống còn 2,1% năm 2024.", ["3.5>2.1 %: Tỷ lệ hộ nghèo"]),
    ("Số đảng viên tăng từ 4.100 đảng viên lên 4.250 đảng viên.", ["4100>4250 đảng viên: Số đảng viên"]),
    ("Giá trị sản xuất tăng 1,5 lần so với cùng kỳ.", ["1.5 lần: Giá trị sản xuất"]),
    ("Năng suất lúa bình quân đạt 6,35 tấn/ha.", ["6.35 tấn/ha: Năng suất lúa bình quân"]),
    ("Diện tích gieo trồng là 1.234,56 ha.", ["1234.56 ha: Diện tích gieo trồng"]),
    ("Dân số của xã là 12.450 người.", ["12450 người: Dân số của xã là người"]),
    ("Tỷ lệ hộ nghèo, hộ cận nghèo còn 3%.", ["3 %: Tỷ lệ hộ nghèo, hộ cận nghèo"]),
    ("Tổng đàn gia cầm đạt 1.346.647 con, đạt 99,75% kế hoạch.",
     ["1346647 con: Tổng đàn gia cầm đạt con", "99.75 %: Tổng đàn gia cầm đạt con"]),
    ("Tốc độ tăng trưởng kinh tế đạt 7,5 - 8%.", ["7.5-8 %: Tốc độ tăng trưởng kinh tế"]),
    ("Xếp hạng chỉ số cải cách hành chính tăng 05 bậc so với năm trước.",
     ["5 bậc: Xếp hạng chỉ số cải cách hành chính"]),
    ("Thời gian giải quyết hồ sơ giảm từ 15 ngày xuống còn 10 ngày.", ["15>10 ngày: Thời gian giải quyết hồ sơ"]),
    ("Duy tu 16,2 km lộ giao thông nông thôn.", ["16.2 km: Duy tu lộ giao thông nông thôn"]),
    ("Nâng cấp, mở rộng, duy tu 218.997m2 lộ giao thông.", ["218997 m2: Nâng cấp, mở rộng, duy tu lộ giao thông"]),
    ("Kim ngạch xuất khẩu đạt 850 triệu USD.", ["850 triệu USD: Kim ngạch xuất khẩu"]),
    ("Giải ngân vốn đầu tư công được 54,7 tỷ đồng, đạt 60,17% kế hoạch.",
     ["54.7 tỷ đồng: Giải ngân vốn đầu tư công", "60.17 %: Giải ngân vốn đầu tư công"]),
    ("100% hộ dân được sử dụng điện an toàn.", ["100 %: hộ dân được sử dụng điện an toàn"]),
    ("Tỷ lệ giải ngân đạt 334.6%.", ["334.6 %: Tỷ lệ giải ngân"]),
]  # fmt: skip

COUNTED = [
    ("Có 03 xã đạt chuẩn nông thôn mới nâng cao.", ["3 xã: xã đạt chuẩn nông thôn mới nâng cao"]),
    ("Có 04 (bốn) xã đạt chuẩn nông thôn mới.", ["4 xã: xã đạt chuẩn nông thôn mới"]),
    ("Còn hai xã chưa đạt chuẩn nông thôn mới.", ["2 xã: xã chưa đạt chuẩn nông thôn mới"]),
    ("Đạt 42/50 chỉ tiêu.", ["42/50 chỉ tiêu: chỉ tiêu"]),
    ("Xã Tân Bình đạt 15/19 tiêu chí.", ["15/19 tiêu chí: Xã Tân Bình đạt tiêu chí"]),
    ("Hoàn thành 25 nhiệm vụ.", ["25 nhiệm vụ: nhiệm vụ"]),
    ("Kết nạp 168 đảng viên mới, đạt 106% chỉ tiêu.",
     ["168 đảng viên mới: Kết nạp đảng viên mới", "106 %: Kết nạp đảng viên mới"]),
    ("Thi hành kỷ luật 12 đảng viên.", ["12 đảng viên: Thi hành kỷ luật đảng viên"]),
    ("Tiếp nhận 12 đơn tố cáo và 03 đơn khiếu nại.",
     ["12 đơn: Tiếp nhận đơn tố cáo", "3 đơn: đơn khiếu nại"]),
    ("Kiểm tra 04 tổ chức đảng và 05 đảng viên.",
     ["4 tổ chức đảng: Kiểm tra tổ chức đảng", "5 đảng viên: Kiểm tra đảng viên"]),
    ("Toàn huyện có 62 HTX.", ["62 HTX: HTX"]),
    ("Chỉ đạo 15/15 xã, thị trấn tổ chức Ngày hội đoàn kết.",
     ["15/15 xã, thị trấn: Chỉ đạo xã, thị trấn tổ chức Ngày hội đoàn kết"]),
    ("Ghi nhận 92 ý kiến, liên quan đến 115 vấn đề.",
     ["92 ý kiến: Ghi nhận ý kiến", "115 vấn đề: liên quan đến vấn đề"]),
    ("Mở 02 lớp bồi dưỡng lý luận chính trị, có 76 học viên.",
     ["2 lớp: Mở lớp bồi dưỡng lý luận chính trị", "76 học viên: Mở lớp bồi dưỡng lý luận chính trị, có học viên"]),
    ("Xảy ra 25 ca sốt xuất huyết (giảm 48 ca so với cùng kỳ).",
     ["25 ca: Xảy ra ca sốt xuất huyết", "48 ca: Xảy ra ca sốt xuất huyết"]),
    ("Thu hút trên 136 ngàn lượt khách tham quan.", ["136 nghìn lượt: Thu hút trên ngàn lượt khách tham quan"]),
    ("Đã giải quyết việc làm cho 3.506 lao động, đạt 143,1% chỉ tiêu.",
     ["3506 lao động: giải quyết việc làm cho lao động", "143.1 %: giải quyết việc làm cho lao động"]),
    ("Vận động 155.819 người tham gia bảo hiểm y tế, chiếm 83,41% dân số.",
     ["155819 người: Vận động người tham gia bảo hiểm y tế", "83.41 %: Vận động người tham gia bảo hiểm y tế"]),
    ("Trao tặng 90 phần quà cho hộ nghèo, trị giá 20 triệu đồng.",
     ["90 phần quà: Trao tặng phần quà cho hộ nghèo", "20 triệu đồng: Trao tặng phần quà cho hộ nghèo"]),
    ("Trao quà cho 250 hộ nghèo, với tổng kinh phí 1,5 tỷ đồng.",
     ["250 hộ nghèo: Trao quà cho hộ nghèo", "1.5 tỷ đồng: Trao quà cho hộ nghèo, với tổng kinh phí"]),
    ("Hội Nông dân vận động 250 hộ đăng ký danh hiệu “Sản xuất, kinh doanh giỏi”.",
     ["250 hộ: Hội Nông dân vận động hộ đăng ký danh hiệu “Sản xuất, kinh doanh giỏi”"]),
    ("Ban hành 17 văn bản về phòng, chống tham nhũng.", ["17 văn bản: Ban hành văn bản về phòng, chống tham nhũng"]),
]  # fmt: skip

CHAINED = [
    ("Tổng thu ngân sách (thu nội địa) được 131,85 tỷ đồng, đạt 115,65% chỉ tiêu giao đầu năm.",
     ["131.85 tỷ đồng: Tổng thu ngân sách", "115.65 %: Tổng thu ngân sách"]),
    ("Tổng thu ngân sách 90 tỷ đồng (tăng 5,2% so với cùng kỳ), đạt 75% dự toán.",
     ["90 tỷ đồng: Tổng thu ngân sách", "5.2 %: Tổng thu ngân sách", "75 %: Tổng thu ngân sách"]),
    ("Giá trị công nghiệp đạt 1.071 tỷ đồng, tăng 7,9%; giá trị xây dựng đạt 774 tỷ đồng, tăng 22,3%.",
     ["1071 tỷ đồng: Giá trị công nghiệp", "7.9 %: Giá trị công nghiệp",
      "774 tỷ đồng: giá trị xây dựng", "22.3 %: giá trị xây dựng"]),
    ("Quán triệt nghị quyết cho cấp ủy viên cơ sở, đạt tỷ lệ 99,65%.",
     ["99.65 %: Quán triệt nghị quyết cho cấp ủy viên cơ sở"]),
    ("Cấp 9 chứng nhận VietGAP với diện tích 305,1 ha.",
     ["9 chứng nhận: Cấp chứng nhận VietGAP", "305.1 ha: Cấp chứng nhận VietGAP với diện tích"]),
    ("Thu thuế đạt 16 tỷ đồng, đạt 107% so với chỉ tiêu và đạt 65% chỉ tiêu bổ sung.",
     ["16 tỷ đồng: Thu thuế", "107 %: Thu thuế", "65 %: Thu thuế"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*MEASURED, *COUNTED, *CHAINED])
def test_what_is_measured(text: str, expected: list[str]) -> None:
    assert told(text) == expected


NONE = [
    "Căn cứ Nghị quyết số 18-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương.",
    "Thực hiện khoản 2 Điều 5 Luật Đất đai.",
    "Liên hệ số điện thoại 0293 3868 123 hoặc 0912.345.678.",
    "Hội nghị khai mạc lúc 7 giờ 30 phút ngày 16 tháng 6 năm 2024.",
    "Xe mang biển số 95A-123.45 gặp tai nạn.",
    "Kỷ niệm 94 năm Ngày thành lập Đảng Cộng sản Việt Nam.",
    "Cháu bé 5 tuổi được cứu sống.",
    "Nhiệm kỳ 2020 - 2025 và giai đoạn 2021 - 2025.",
    "Mô hình “3 không, 2 có” được nhân rộng.",
    "Nhà ở ấp 4 và ấp 6.",
    "Trang 15",
    "1. Xã Tân Bình",
    "(2) Hộ nghèo được hỗ trợ kịp thời.",
    "3) Học sinh ra lớp đúng độ tuổi.",
    "Đề ra 06 nhiệm vụ trọng tâm.",
    "Xã đáp ứng 01 trong 02 tiêu chí sau.",
    "Mức hỗ trợ là 500.000 đồng/người/tháng.",
    "Phạt tiền từ 2.000.000 đồng đến 3.000.000 đồng.",
    "Trong thời hạn 10 ngày làm việc kể từ ngày nhận hồ sơ.",
    "Mỗi xã cử 02 cán bộ tham dự.",
    "Hộ có từ 02 con trở lên được hỗ trợ.",
    "Bố trí không quá 02 cán bộ phụ trách.",
    "Phòng có từ 07 đến 09 biên chế công chức.",
    "Trẻ em dưới 6 tuổi và người từ đủ 16 tuổi.",
    "Chiều dài tối đa 20 m.",
    "Số lượng hồ sơ: 01 bộ hồ sơ.",
    "Biên bản được lập thành 02 bản.",
    "Nếu trừ tiền sử dụng đất còn 98,35 tỷ đồng.",
    "Đạt tỷ lệ 80,51/90% chỉ tiêu.",
    "Gồm 12 đảng viên.",
    "đạt 100%.",
    "Mẫu số 04 hộ nghèo.",
    "Đợt 03 hộ nghèo nhận quà.",
    "Kết quả: 3-1/2.",
    "Quốc lộ 61 xã Tân Bình.",
    "Bộ tiêu chuẩn TCVN 5687 và VietGAP.",
    "Sản phẩm A-12/B được trưng bày.",
    "Khóa XIII, phiên họp thứ 25 của Ban Chỉ đạo.",
    "Năm 2024 xã Tân Bình tổ chức hội nghị.",
    "Ngày 8/3 hội viên dự họp mặt.",
    "Ban Chỉ đạo 35 huyện họp định kỳ.",
    "Trường Tiểu học Hòa Mỹ 1 được khen.",
    "Lập 100 trang hồ sơ?",
    "Dự án 661 trồng rừng.",
    "Tổ chức vòng 2 và vòng 3.",
    "Xếp loại 1 và loại 2.",
    "Bài viết có 2.000 chữ.",
    "Chấm 10 điểm cho đơn vị hoàn thành.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_indicator(text: str) -> None:
    assert told(text) == []


LEGAL = "Điều 1. Phạm vi điều chỉnh\nQuyết định này quy định mức chi.\nĐiều 2. Định mức\n"


@pytest.mark.parametrize(
    "text",
    [
        "1. Chi cục có 03 phó chi cục trưởng và 12 biên chế công chức.",
        "a) Dự án có tổng vốn 500 tỷ đồng do Ủy ban nhân dân tỉnh quyết định.",
        "2. Hỗ trợ 50% học phí cho học sinh thuộc hộ nghèo.",
        "3. Hội đồng có 05 thành viên, gồm 02 ủy viên phản biện.",
    ],
)
def test_an_article_states_rules(text: str) -> None:
    assert told(LEGAL + text) == []


def test_an_article_may_state_facts_and_aims() -> None:
    stated = "3. Sau khi sắp xếp, thành phố Cần Thơ có 103 đơn vị hành chính cấp xã.\n"
    assert [line.split(":")[0] for line in told(LEGAL + stated)] == ["103 đơn vị hành chính cấp xã"]
    assert told(LEGAL + "4. Phấn đấu tỷ lệ hộ nghèo còn 1%.") == ["1 %: tỷ lệ hộ nghèo"]


AIMS = [
    ("Phấn đấu tỷ lệ hộ nghèo còn 1%.", [Aim.TARGET]),
    ("Mục tiêu đến năm 2025: tỷ lệ hộ nghèo còn 1%.", [Aim.TARGET]),
    ("Đến năm 2030, tỷ lệ đô thị hóa đạt 50%.", [Aim.TARGET]),
    ("Năm tới sẽ hỗ trợ 25 hộ nghèo xây nhà.", [Aim.TARGET]),
    ("Dự kiến kết nạp 25 đảng viên mới.", [Aim.TARGET]),
    ("Phấn đấu có ít nhất 70% số hộ dùng nước sạch.", [Aim.TARGET]),
    ("Tổng thu đạt 90 tỷ đồng, đạt 75% so với mục tiêu nghị quyết.", [Aim.RESULT, Aim.RESULT]),
    ("Kết nạp 25 đảng viên mới.", [Aim.RESULT]),
    ("Thực hiện Chương trình mục tiêu quốc gia giảm nghèo được 12,5 tỷ đồng.", [Aim.RESULT]),
    ("II. PHƯƠNG HƯỚNG, NHIỆM VỤ\n1. Kinh tế\n- Trồng 500 cây xanh.", [Aim.TARGET]),
    ("I. KẾT QUẢ\n- Trồng 500 cây xanh.\nII. MỤC TIÊU\n- Trồng 600 cây xanh.", [Aim.RESULT, Aim.TARGET]),
    ("2. Các chỉ tiêu chủ yếu:\n- Tỷ lệ hộ nghèo còn 1%.\n- Kết nạp 25 đảng viên mới.", [Aim.TARGET, Aim.TARGET]),
    ("II. MỤC TIÊU\n- Đã trồng 500 cây xanh.", []),
]


@pytest.mark.parametrize(("text", "expected"), AIMS)
def test_results_and_aims(text: str, expected: list[Aim]) -> None:
    assert [indicator.aim for indicator in read(REPORT + text).indicators] == expected


def test_a_plan_that_does_not_say_which_is_left_out() -> None:
    assert told(PLAN + "Trồng 500 cây xanh trên các tuyến đường.") == []
    assert [i.aim for i in read(PLAN + "Đã trồng 500 cây xanh.").indicators] == [Aim.RESULT]
    assert [i.aim for i in read(PLAN + "Phấn đấu trồng 500 cây xanh.").indicators] == [Aim.TARGET]


SAID = [
    ("Tỷ lệ hộ nghèo còn 1%.", Change.LEVEL, Bound.EXACT, None),
    ("Tỷ lệ hộ nghèo giảm 1% so với cùng kỳ.", Change.DECREASE_BY, Bound.EXACT, "so với cùng kỳ"),
    ("Tỷ lệ hộ nghèo giảm còn dưới 1%.", Change.DECREASE_TO, Bound.UNDER, None),
    ("Tổng thu ngân sách tăng trên 12%.", Change.INCREASE_BY, Bound.OVER, None),
    ("Diện tích lúa tăng lên 120 ha.", Change.INCREASE_TO, Bound.EXACT, None),
    ("Tổng thu ngân sách ước đạt khoảng 90 tỷ đồng.", Change.LEVEL, Bound.ABOUT, None),
    ("Tổng thu ngân sách đạt 102,5% kế hoạch.", Change.LEVEL, Bound.EXACT, "kế hoạch"),
    ("Tổng thu ngân sách đạt 102,5% chỉ tiêu tỉnh giao.", Change.LEVEL, Bound.EXACT, "chỉ tiêu tỉnh giao"),
    ("Phấn đấu tỷ lệ hộ nghèo còn không quá 1%.", Change.LEVEL, Bound.AT_MOST, None),
    ("Phấn đấu tỷ lệ hộ dùng nước sạch đạt từ 95% trở lên.", Change.LEVEL, Bound.AT_LEAST, "trở lên"),
]


@pytest.mark.parametrize(("text", "change", "bound", "basis"), SAID)
def test_what_is_said_of_the_number(text: str, change: Change, bound: Bound, basis: str | None) -> None:
    (indicator,) = read(text).indicators
    assert (indicator.change, indicator.bound, indicator.basis) == (change, bound, basis)


@pytest.mark.parametrize(
    ("unit", "example"), [(row, example) for row in units_of_measure() for example in row.examples]
)
def test_each_unit_is_read(unit, example: str) -> None:
    found = read(example).indicators
    forms = {form.lower() for form in (unit.unit, *unit.forms)}
    assert any(i.amount.unit.lower() in forms and i.amount.kind is unit.kind for i in found), [told(example)]


def test_the_table_of_units_is_large() -> None:
    assert len(units_of_measure()) >= 150


def test_amounts_are_compared_in_base_units() -> None:
    (indicator,) = read("Tổng vốn 12,5 tỷ đồng.").indicators
    assert (int(indicator.amount.in_base), indicator.amount.base) == (12_500_000_000, "đồng")

import pytest
from coverage_texts import covered

from extract.components.coverage import BEHIND, JOINED, REACHED


def pairs(text):
    return [(programme.norm, place.norm, pair.rule) for programme, place, pair in covered(text)]


ROAD = "Dự án đầu tư xây dựng đường bộ cao tốc Châu Đốc - Cần Thơ - Sóc Trăng"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{ROAD} giai đoạn 1 đoạn qua huyện 25 km (gồm các xã Tân Bình, Hoà Mỹ, thị trấn Búng Tàu), có 770 hộ",
            [(ROAD, "xã Tân Bình", BEHIND), (ROAD, "xã Hòa Mỹ", BEHIND), (ROAD, "thị trấn Búng Tàu", BEHIND)],
        ),
        (
            "8/12 xã đạt chuẩn nông thôn mới (trong đó, xã Phương Phú đạt chuẩn nông thôn mới nâng cao)",
            [("nông thôn mới", "xã Phương Phú", BEHIND), ("nông thôn mới nâng cao", "xã Phương Phú", REACHED)],
        ),
        ("tiêu chí về xây dựng nông thôn mới xã Tân Bình", [("nông thôn mới", "xã Tân Bình", JOINED)]),
        (
            "nhân rộng mô hình “A” tại xã Phương Phú sang xã Tân Bình",
            [("mô hình “A”", "xã Phương Phú", BEHIND), ("mô hình “A”", "xã Tân Bình", BEHIND)],
        ),
        (
            "02 dự án (Nuôi heo thương phẩm ở xã Hòa Mỹ và Nuôi cá sặt rằn ở xã Hiệp Hưng)",
            [("Nuôi heo thương phẩm", "xã Hòa Mỹ", BEHIND), ("Nuôi cá sặt rằn", "xã Hiệp Hưng", BEHIND)],
        ),
        (
            "các xã Kim Liên, Nam Cát đạt chuẩn nông thôn mới nâng cao; xã Hùng Tiến về đích nông thôn mới",
            [
                ("nông thôn mới nâng cao", "xã Kim Liên", REACHED),
                ("nông thôn mới nâng cao", "xã Nam Cát", REACHED),
                ("nông thôn mới", "xã Hùng Tiến", REACHED),
            ],
        ),
        ("thực hiện mô hình “A” tại xã Tân Bình, huyện Phụng Hiệp", [("mô hình “A”", "xã Tân Bình", BEHIND)]),
    ],
)
def test_pairs_are_found(text, expected):
    assert pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp tục xây dựng nông thôn mới. Khánh thành cầu tại xã Tân Bình.",
        "thực hiện mô hình “A”, bàn giao nhà tại xã Hòa Mỹ",
        "Tháng Thanh niên năm 2024 với chủ đề “Thanh niên Hậu Giang xung kích”",
        "Quỹ “Vì người nghèo” của tỉnh Hậu Giang",
    ],
)
def test_no_pair_is_found(text):
    assert pairs(text) == []


def named(text):
    return {(programme.norm, place.norm) for programme, place, _ in covered(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Năm 2019, 05 xã: Tam Đa, Minh Tân, Đoàn Đào, Tống Phan và Nhật Quang về đích nông thôn mới.",
            [
                ("nông thôn mới", "xã Tam Đa"),
                ("nông thôn mới", "xã Minh Tân"),
                ("nông thôn mới", "xã Đoàn Đào"),
                ("nông thôn mới", "xã Tống Phan"),
                ("nông thôn mới", "xã Nhật Quang"),
            ],
        ),
        (
            "Năm 1998 có 3 xã được đầu tư theo Chương trình 135: Sơn Thủy, Sơn Lâm, Sơn Hiệp.",
            [
                ("Chương trình 135", "xã Sơn Thủy"),
                ("Chương trình 135", "xã Sơn Lâm"),
                ("Chương trình 135", "xã Sơn Hiệp"),
            ],
        ),
        (
            "Huyện Đông Hưng được Thủ tướng Chính phủ công nhận đạt chuẩn nông thôn mới năm 2018.",
            [("nông thôn mới", "huyện Đông Hưng")],
        ),
        (
            "Tỉnh Nam Định là địa phương đầu tiên hoàn thành xây dựng nông thôn mới.",
            [("nông thôn mới", "tỉnh Nam Định")],
        ),
        (
            "Mô hình “Cổng trường an toàn” được triển khai tại phường Hòa Khánh Bắc, xã Hòa Tiến và xã Hòa Châu.",
            [
                ("Mô hình “Cổng trường an toàn”", "phường Hòa Khánh Bắc"),
                ("Mô hình “Cổng trường an toàn”", "xã Hòa Tiến"),
                ("Mô hình “Cổng trường an toàn”", "xã Hòa Châu"),
            ],
        ),
        (
            "Đối với Dự án Nhà máy điện gió Ea Nam, xã Ea Nam đã bàn giao 12 ha; xã Ea Khal bàn giao 5 ha.",
            [("Dự án Nhà máy điện gió Ea Nam", "xã Ea Nam"), ("Dự án Nhà máy điện gió Ea Nam", "xã Ea Khal")],
        ),
        (
            "Chương trình OCOP:\n- Xã Tân Phong: 03 sản phẩm;\n- Xã Mỹ Thành Nam: 02 sản phẩm;\n- Thị trấn Bình Phú: 01 sản phẩm.",
            [
                ("Chương trình OCOP", "xã Tân Phong"),
                ("Chương trình OCOP", "xã Mỹ Thành Nam"),
                ("Chương trình OCOP", "thị trấn Bình Phú"),
            ],
        ),
        (
            "a) Nông thôn mới\n- Xã Thanh Bình đạt 19/19 tiêu chí.\n- Xã Thanh Hòa đạt 15/19 tiêu chí.\nb) Giáo dục\n- Xã Thanh Hà có 03 trường đạt chuẩn quốc gia.",
            [("Nông thôn mới", "xã Thanh Bình"), ("Nông thôn mới", "xã Thanh Hòa")],
        ),
        (
            "Phong trào “Toàn dân bảo vệ an ninh Tổ quốc” được xã Xuân Lập và xã Xuân Thiên hưởng ứng.",
            [
                ("Phong trào “Toàn dân bảo vệ an ninh Tổ quốc”", "xã Xuân Lập"),
                ("Phong trào “Toàn dân bảo vệ an ninh Tổ quốc”", "xã Xuân Thiên"),
            ],
        ),
        (
            "Quỹ “Đền ơn đáp nghĩa” hỗ trợ sửa 02 căn nhà ở thôn Đông Cao, xã Tráng Việt.",
            [("Quỹ “Đền ơn đáp nghĩa”", "thôn Đông Cao"), ("Quỹ “Đền ơn đáp nghĩa”", "xã Tráng Việt")],
        ),
        (
            "Xã An Bình (được sáp nhập từ xã An Phú và xã An Thọ) đạt chuẩn nông thôn mới nâng cao.",
            [("nông thôn mới nâng cao", "xã An Bình")],
        ),
        (
            "Tại xã Nghĩa Lộ, Hội Phụ nữ huyện ra mắt mô hình “Biến rác thành tiền”.",
            [("mô hình “Biến rác thành tiền”", "xã Nghĩa Lộ")],
        ),
        (
            "Các xã Phú Lâm, Phú Thạnh thực hiện Chương trình OCOP và mô hình “Ruộng lúa bờ hoa”.",
            [
                ("Chương trình OCOP", "xã Phú Lâm"),
                ("Chương trình OCOP", "xã Phú Thạnh"),
                ("mô hình “Ruộng lúa bờ hoa”", "xã Phú Lâm"),
                ("mô hình “Ruộng lúa bờ hoa”", "xã Phú Thạnh"),
            ],
        ),
        (
            "Chương trình 135 đầu tư cho các xã Trà Leng, Trà Dơn, huyện Nam Trà My 12 công trình.",
            [("Chương trình 135", "xã Trà Leng"), ("Chương trình 135", "xã Trà Dơn")],
        ),
        (
            "Chiến dịch “Mùa hè xanh” diễn ra tại huyện Cần Giờ và huyện Nhà Bè.",
            [("Chiến dịch “Mùa hè xanh”", "huyện Cần Giờ"), ("Chiến dịch “Mùa hè xanh”", "huyện Nhà Bè")],
        ),
        (
            "Xã Đại Đồng đăng ký xây dựng xã nông thôn mới kiểu mẫu.",
            [("nông thôn mới kiểu mẫu", "xã Đại Đồng")],
        ),
        (
            "Cuộc vận động “Ngày vì người nghèo” ở xã Mường Phăng thu được 25 triệu đồng.",
            [("Cuộc vận động “Ngày vì người nghèo”", "xã Mường Phăng")],
        ),
        (
            "Mô hình “Dân vận khéo” của ấp Phú Hữu được nhân rộng.",
            [("Mô hình “Dân vận khéo”", "ấp Phú Hữu")],
        ),
        (
            "Xã Bình Hòa đạt chuẩn nông thôn mới, đang xây dựng nông thôn mới nâng cao.",
            [("nông thôn mới", "xã Bình Hòa"), ("nông thôn mới nâng cao", "xã Bình Hòa")],
        ),
        (
            "Thực hiện Đề án “Phố đi bộ”, phường Trần Hưng Đạo cấm xe từ 18 giờ.",
            [("Đề án “Phố đi bộ”", "phường Trần Hưng Đạo")],
        ),
        (
            "Dự án Hồ chứa nước Bản Mồng ảnh hưởng đến các xã Châu Bình, Châu Hội (huyện Quỳ Châu).",
            [("Dự án Hồ chứa nước Bản Mồng", "xã Châu Bình"), ("Dự án Hồ chứa nước Bản Mồng", "xã Châu Hội")],
        ),
        (
            "Phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới” được phát động. Xã Yên Phú hiến 2.000 m2 đất. Xã Yên Tân có 95 hộ tham gia.",
            [("Phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới”", "xã Yên Tân")],
        ),
        (
            "Mô hình “Tổ nhân dân tự quản” ra mắt ngày 12/5 ở bản Nà Tấu, xã Nà Tấu.",
            [("Mô hình “Tổ nhân dân tự quản”", "bản Nà Tấu"), ("Mô hình “Tổ nhân dân tự quản”", "xã Nà Tấu")],
        ),
        (
            "Xã Cẩm Lĩnh thuộc vùng dự án đường vành đai Hà Tĩnh.",
            [("dự án đường vành đai Hà Tĩnh", "xã Cẩm Lĩnh")],
        ),
        (
            "Xã Tân Thanh: đạt chuẩn nông thôn mới năm 2017, nâng cao năm 2022.",
            [("nông thôn mới", "xã Tân Thanh")],
        ),
        (
            "Triển khai Chương trình MTQG phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi tại các xã: Lâm Thượng, Tân Phượng.",
            [
                (
                    "Chương trình MTQG phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi",
                    "xã Lâm Thượng",
                ),
                (
                    "Chương trình MTQG phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi",
                    "xã Tân Phượng",
                ),
            ],
        ),
        (
            "Đã công nhận xã Thạch Tân đạt chuẩn nông thôn mới kiểu mẫu.",
            [("nông thôn mới kiểu mẫu", "xã Thạch Tân")],
        ),
        (
            "Lễ công bố xã Hồng Thái đạt chuẩn nông thôn mới nâng cao",
            [("nông thôn mới nâng cao", "xã Hồng Thái")],
        ),
        (
            "Công nhận các xã sau đây đạt chuẩn nông thôn mới:\n1. Xã Gia Tân, huyện Gia Viễn;\n2. Xã Gia Lập, huyện Gia Viễn.",
            [("nông thôn mới", "xã Gia Tân"), ("nông thôn mới", "xã Gia Lập")],
        ),
        (
            "Ban quản lý dự án chọn thôn Đồng Tâm làm điểm xây dựng mô hình “Thôn thông minh”.",
            [("mô hình “Thôn thông minh”", "thôn Đồng Tâm")],
        ),
        (
            "Chương trình “Sóng và máy tính cho em” trao 50 máy cho học sinh huyện Mường Tè.",
            [("Chương trình “Sóng và máy tính cho em”", "huyện Mường Tè")],
        ),
        (
            "Huyện có 8 xã nông thôn mới, trong đó có xã Bình Minh, xã Bình An.",
            [("nông thôn mới", "xã Bình Minh"), ("nông thôn mới", "xã Bình An")],
        ),
        (
            "II. PHONG TRÀO “ĐỀN ƠN ĐÁP NGHĨA”\nCác xã Quảng Lưu, Quảng Thạch tham gia sôi nổi.\nIII. Y TẾ\nXã Quảng Châu tham gia diễn tập.",
            [("PHONG TRÀO “ĐỀN ƠN ĐÁP NGHĨA”", "xã Quảng Lưu"), ("PHONG TRÀO “ĐỀN ƠN ĐÁP NGHĨA”", "xã Quảng Thạch")],
        ),
        (
            "Khởi công công trình Dự án cầu Bến Mới nối xã Đức Quang với xã Vĩnh Đại.",
            [("Dự án cầu Bến Mới", "xã Đức Quang"), ("Dự án cầu Bến Mới", "xã Vĩnh Đại")],
        ),
        (
            "Xã Phú Mỹ có 04 sản phẩm OCOP, xã Phú Tân có 02 sản phẩm.",
            [("OCOP", "xã Phú Mỹ"), ("OCOP", "xã Phú Tân")],
        ),
        (
            "Tổng vốn Chương trình mục tiêu quốc gia xây dựng nông thôn mới là 45 tỷ đồng (xã Kỳ Sơn 12 tỷ đồng, xã Kỳ Tây 10 tỷ đồng).",
            [
                ("Chương trình mục tiêu quốc gia xây dựng nông thôn mới", "xã Kỳ Sơn"),
                ("Chương trình mục tiêu quốc gia xây dựng nông thôn mới", "xã Kỳ Tây"),
            ],
        ),
        (
            "3. Dự án “Chăn nuôi bò sinh sản”:\n+ Thôn Pa Cheo: 20 con;\n+ Thôn Tả Lèng: 15 con.\n4. Y tế: khám bệnh cho dân thôn Sín Chải.",
            [("Dự án “Chăn nuôi bò sinh sản”", "thôn Pa Cheo"), ("Dự án “Chăn nuôi bò sinh sản”", "thôn Tả Lèng")],
        ),
        (
            "Xã Tân Hội đã về đích nông thôn mới nâng cao từ năm 2021, xã Tân Hà phấn đấu về đích năm 2024.",
            [("nông thôn mới nâng cao", "xã Tân Hội"), ("nông thôn mới nâng cao", "xã Tân Hà")],
        ),
        (
            "Phong trào “Xanh - Sạch - Đẹp” lan tỏa từ phường 5 sang phường 6.",
            [("Phong trào “Xanh - Sạch - Đẹp”", "phường 5"), ("Phong trào “Xanh - Sạch - Đẹp”", "phường 6")],
        ),
        (
            "Vốn Chương trình 30a phân bổ cho huyện Mù Cang Chải 45 tỷ đồng, huyện Trạm Tấu 38 tỷ đồng.",
            [("Chương trình 30a", "huyện Mù Cang Chải"), ("Chương trình 30a", "huyện Trạm Tấu")],
        ),
        (
            "Người dân xã Phú Xuân, huyện Nhà Bè hưởng ứng Chiến dịch “Hãy làm sạch biển”.",
            [("Chiến dịch “Hãy làm sạch biển”", "xã Phú Xuân")],
        ),
        (
            "Khởi công Dự án Nhà máy xử lý rác Cà Mau tại xã An Xuyên; dự kiến hoàn thành năm 2026.",
            [("Dự án Nhà máy xử lý rác Cà Mau", "xã An Xuyên")],
        ),
        (
            "Mô hình “Camera an ninh” ở khu phố 3, phường Tân Biên phát huy hiệu quả. Công an phường bắt 02 đối tượng tại phường Tân Hòa.",
            [("Mô hình “Camera an ninh”", "khu phố 3"), ("Mô hình “Camera an ninh”", "phường Tân Biên")],
        ),
        (
            "Ban Thường vụ Huyện ủy Gò Dầu chỉ đạo xã Phước Thạnh xây dựng nông thôn mới nâng cao.",
            [("nông thôn mới nâng cao", "xã Phước Thạnh")],
        ),
        (
            "Giảm nghèo: chương trình giảm nghèo bền vững tiếp tục được triển khai; xã Nậm Có còn 42% hộ nghèo.",
            [("chương trình giảm nghèo bền vững", "xã Nậm Có")],
        ),
        (
            "Quỹ “Vì người nghèo” tỉnh hỗ trợ 05 nhà cho hộ nghèo xã Trà Giác.",
            [("Quỹ “Vì người nghèo”", "xã Trà Giác")],
        ),
        (
            "Hội Nông dân phát triển mô hình “Vườn mẫu” tại 5 xã gồm Đức Thuận, Nam Hồng, Trung Lương.",
            [
                ("mô hình “Vườn mẫu”", "xã Đức Thuận"),
                ("mô hình “Vườn mẫu”", "xã Nam Hồng"),
                ("mô hình “Vườn mẫu”", "xã Trung Lương"),
            ],
        ),
        (
            "UBND tỉnh quyết định công nhận thị xã Duy Tiên hoàn thành nhiệm vụ xây dựng nông thôn mới.",
            [("nông thôn mới", "thị xã Duy Tiên")],
        ),
        (
            "Năm 2010, xã Thụy Hương, huyện Chương Mỹ được chọn làm điểm nông thôn mới của Trung ương.",
            [("nông thôn mới", "xã Thụy Hương")],
        ),
        (
            "Huyện Lộc Ninh có 3 xã (Lộc Thái, Lộc Hưng, Lộc Điền) đạt chuẩn nông thôn mới.",
            [("nông thôn mới", "xã Lộc Thái"), ("nông thôn mới", "xã Lộc Hưng"), ("nông thôn mới", "xã Lộc Điền")],
        ),
        (
            "II. KẾT QUẢ XÂY DỰNG NÔNG THÔN MỚI TẠI CÁC XÃ\n1. Xã Tam Dị: đạt 19/19 tiêu chí.\n2. Xã Bảo Đài: đạt 15/19 tiêu chí; đang triển khai mô hình “Rau sạch” tại thôn Hố Chúc.",
            [
                ("NÔNG THÔN MỚI", "xã Tam Dị"),
                ("NÔNG THÔN MỚI", "xã Bảo Đài"),
                ("mô hình “Rau sạch”", "xã Bảo Đài"),
                ("mô hình “Rau sạch”", "thôn Hố Chúc"),
            ],
        ),
        (
            "Chiến dịch “Hành quân xanh”\n- Huyện đoàn Ba Tơ: sửa 2 km đường tại xã Ba Vì.\n- Huyện đoàn Trà Bồng: khám bệnh cho dân xã Trà Bùi.\nĐã giải ngân xong.",
            [("Chiến dịch “Hành quân xanh”", "xã Ba Vì"), ("Chiến dịch “Hành quân xanh”", "xã Trà Bùi")],
        ),
        (
            "Tại xã Hoàng Ninh, Dự án xử lý nước thải tập trung đã vận hành.",
            [("Dự án xử lý nước thải tập trung", "xã Hoàng Ninh")],
        ),
        (
            "Đường qua phường Cẩm Thượng được chỉnh trang từ Dự án phát triển đô thị loại vừa.",
            [("Dự án phát triển đô thị loại vừa", "phường Cẩm Thượng")],
        ),
        (
            "Đẩy nhanh Dự án Hồ chứa nước Đồng Mít tại xã An Hòa, Dự án cầu An Lão nối xã An Tân với xã An Hưng.",
            [
                ("Dự án Hồ chứa nước Đồng Mít", "xã An Hòa"),
                ("Dự án cầu An Lão", "xã An Tân"),
                ("Dự án cầu An Lão", "xã An Hưng"),
            ],
        ),
    ],
)
def test_who_takes_part(text, expected):
    assert named(text) == set(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Xã Vĩnh Hòa không thuộc Dự án hồ chứa nước Sông Lũy.",
        "Đến nay xã Phước Hải chưa triển khai mô hình “Camera an ninh”.",
        "Toàn huyện thực hiện Chương trình OCOP, trừ xã Long Sơn.",
        "Chương trình OCOP được triển khai ở 12 xã; riêng xã Long Sơn chưa đăng ký.",
        "Đoàn đi tham quan mô hình “Chợ sạch” và học tập kinh nghiệm tại tỉnh Đồng Tháp.",
        "Tiếp tục xây dựng nông thôn mới; khánh thành cầu ở xã Hòa Lợi.",
        "Dự án đường ven biển phải lập hồ sơ; xã Ninh Phước dài 4 km.",
        "Chủ tịch UBND xã Tân Lập báo cáo về nông thôn mới.",
        "Hội nghị tổng kết Chương trình OCOP của tỉnh họp tại thành phố Đà Lạt.",
        "Sản phẩm OCOP được bán tại hội chợ ở thành phố Hồ Chí Minh.",
        "Toàn tỉnh có 120 xã đạt chuẩn nông thôn mới. Trường THCS xã Hải Hưng đạt chuẩn quốc gia.",
        "Nghị quyết về “Xây dựng nông thôn mới tỉnh Ninh Bình giai đoạn 2021 - 2025”.",
        "Cán bộ xã Hòa Sơn dự lớp tập huấn OCOP.",
        "Xã Ia Pal không được chọn làm điểm Chương trình OCOP.",
        "Chương trình xóa đói giảm nghèo của huyện Bá Thước đạt kết quả tốt.",
        "Các xã còn lại: xã Ea Tam, xã Cư Êbur chưa đạt chuẩn nông thôn mới.",
        "Đoàn kiểm tra của tỉnh làm việc tại xã Đức Lập về giải phóng mặt bằng.",
        "Quán triệt Nghị quyết về nông thôn mới tại hội nghị ở xã Hòa Hiệp.",
        "Ủy ban nhân dân xã Long Hưng báo cáo kết quả Chương trình OCOP gửi Ủy ban nhân dân huyện.",
        "Tuyến cao tốc đi qua xã A Roàng nhưng Dự án cầu Đại Ngãi không qua xã này.",
        "Xã Đông La và xã Đông Phương sáp nhập thành xã mới, tiếp tục thực hiện nông thôn mới.",
        "Tổng kết phong trào “Sạch làng tốt ruộng” có đại biểu từ xã Lạng Phong, xã Văn Phong dự.",
        "Xã Cộng Hòa được đưa ra khỏi danh sách Chương trình 135.",
        "UBND huyện đề nghị sở bổ sung vốn từ Chương trình 135 cho xã Hòa Phú.",
    ],
)
def test_who_takes_no_part(text):
    assert named(text) == set()

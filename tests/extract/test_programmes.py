import pytest

from extract.components.programmes import find_programmes
from extract.context import Context
from ontology.programmes import programme_table

TABLE = programme_table()


def found(text):
    return [text[programme.start : programme.end] for programme in find_programmes(text, Context())]


@pytest.mark.parametrize("example", [example for row in (*TABLE.kinds, *TABLE.names) for example in row.examples])
def test_examples_of_the_tables(example):
    assert example in found(f"Thực hiện {example}.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chương trình “Mẹ đỡ đầu”, “Cùng con đến trường”", ["Chương trình “Mẹ đỡ đầu”", "“Cùng con đến trường”"]),
        (
            "Đề án phát triển nông nghiệp bền vững, thích ứng với biến đổi khí hậu tỉnh Hậu Giang năm 2025",
            ["Đề án phát triển nông nghiệp bền vững, thích ứng với biến đổi khí hậu tỉnh Hậu Giang"],
        ),
        ("Đề án Hậu Giang xanh tỉnh Hậu Giang đến năm 2025", ["Đề án Hậu Giang xanh"]),
        (
            "Dự án xây dựng đường cao tốc Bắc - Nam phía Đông giai đoạn 2021 - 2025, đoạn Cần Thơ - Cà Mau, đã xong",
            ["Dự án xây dựng đường cao tốc Bắc - Nam phía Đông giai đoạn 2021 - 2025, đoạn Cần Thơ - Cà Mau"],
        ),
        (
            "02 dự án (Nuôi heo thương phẩm ở xã Hòa Mỹ và Nuôi cá sặt rằn ở xã Hiệp Hưng)",
            ["Nuôi heo thương phẩm", "Nuôi cá sặt rằn"],
        ),
        ("phát động phong trào thi đua đặc biệt, với chủ đề: “Gương mẫu - sáng tạo”", ["“Gương mẫu - sáng tạo”"]),
        (
            "Chuyên đề năm 2024 của Tỉnh ủy về “Học tập, tận dụng “thời kỳ vàng” để phát triển”",
            ["“Học tập, tận dụng “thời kỳ vàng” để phát triển”"],
        ),
        (
            "phê duyệt Đề án chuyển đổi số trong xây dựng, quản lý, khai thác kết cấu hạ tầng (gọi tắt là Đề án)",
            ["Đề án chuyển đổi số trong xây dựng, quản lý, khai thác kết cấu hạ tầng"],
        ),
        (
            "Chiến dịch truyền thông vận động sinh đủ 02 con năm 2024",
            ["Chiến dịch truyền thông vận động sinh đủ 02 con"],
        ),
    ],
)
def test_programmes_are_found(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "các chương trình, dự án, đề án",
        "Chương trình công tác năm 2024",
        "Đề án nhân sự Đại hội",
        "Dự án đầu tư xây dựng nhà ở xã hội độc lập quy định tại khoản 1",
        "tổ chức Chương trình Lễ hội Giao thừa",
        "danh hiệu “Nông dân sản xuất, kinh doanh giỏi”",
        "Tổng kết Cuộc thi viết “Dân vận khéo”",
        "01 lớp Chuyên đề chủ nghĩa yêu nước",
        "bàn giao Nhà “Khăn quàng đỏ”",
    ],
)
def test_no_programme_is_found(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sơ kết 5 năm thực hiện Chương trình xóa đói giảm nghèo và việc làm giai đoạn 2001 - 2005",
            ["Chương trình xóa đói giảm nghèo"],
        ),
        (
            "phong trào “Thanh niên lập nghiệp” và “Tuổi trẻ giữ nước”",
            ["phong trào “Thanh niên lập nghiệp”", "“Tuổi trẻ giữ nước”"],
        ),
        (
            "Cuộc vận động xây dựng, chỉnh đốn Đảng theo Nghị quyết Trung ương 6 (lần 2)",
            ["Cuộc vận động xây dựng, chỉnh đốn Đảng"],
        ),
        ("cuộc vận động “Xây dựng gia đình 5 không, 3 sạch”", ["cuộc vận động “Xây dựng gia đình 5 không, 3 sạch”"]),
        ("Dự án trồng mới 5 triệu ha rừng được triển khai từ năm 1998", ["Dự án trồng mới 5 triệu ha rừng"]),
        (
            "Chương trình mục tiêu quốc gia nước sạch và vệ sinh môi trường nông thôn giai đoạn 2006-2010",
            ["Chương trình mục tiêu quốc gia nước sạch và vệ sinh môi trường nông thôn"],
        ),
        ("Đề án xây dựng xã hội học tập giai đoạn 2021 - 2030", ["Đề án xây dựng xã hội học tập"]),
        (
            "Đề án “Phát triển y tế biển, đảo Việt Nam đến năm 2020” đã hoàn thành",
            ["Đề án “Phát triển y tế biển, đảo Việt Nam đến năm 2020”"],
        ),
        (
            "Phong trào toàn dân đoàn kết xây dựng đời sống văn hóa tiếp tục phát triển",
            ["Phong trào toàn dân đoàn kết xây dựng đời sống văn hóa"],
        ),
        (
            'Hưởng ứng Cuộc vận động "Người Việt Nam ưu tiên dùng hàng Việt Nam"',
            ['Cuộc vận động "Người Việt Nam ưu tiên dùng hàng Việt Nam"'],
        ),
        (
            "chương trình “Nghĩa tình Trường Sơn” do báo Sài Gòn Giải Phóng phát động",
            ["chương trình “Nghĩa tình Trường Sơn”"],
        ),
        ("đẩy nhanh tiến độ Dự án Cảng hàng không quốc tế Long Thành", ["Dự án Cảng hàng không quốc tế Long Thành"]),
        (
            "các dự án thành phần của Dự án xây dựng tuyến đường bộ cao tốc Khánh Hòa - Buôn Ma Thuột giai đoạn 1",
            ["Dự án xây dựng tuyến đường bộ cao tốc Khánh Hòa - Buôn Ma Thuột"],
        ),
        ("Dự án Khu công nghiệp VSIP Hải Dương có vốn 3.000 tỷ đồng", ["Dự án Khu công nghiệp VSIP Hải Dương"]),
        (
            "Chương trình phát triển kinh tế - xã hội các xã đặc biệt khó khăn vùng đồng bào dân tộc và miền núi (Chương trình 135)",
            [
                "Chương trình phát triển kinh tế - xã hội các xã đặc biệt khó khăn vùng đồng bào dân tộc và miền núi",
                "Chương trình 135",
            ],
        ),
        ("Quỹ “Tấm lòng nhân ái”, quỹ khuyến học được duy trì", ["Quỹ “Tấm lòng nhân ái”", "quỹ khuyến học"]),
        ("Mô hình “3 biết, 3 quản, 3 giúp đỡ” đạt kết quả", ["Mô hình “3 biết, 3 quản, 3 giúp đỡ”"]),
        ("Chiến dịch Quang Trung xóa nhà tạm", ["Chiến dịch Quang Trung"]),
        ("phong trào Đền ơn đáp nghĩa được quan tâm", ["phong trào Đền ơn đáp nghĩa"]),
        ("thực hiện Tháng hành động vì trẻ em năm 2020", ["Tháng hành động vì trẻ em"]),
        ("chương trình OCOP của tỉnh có 45 sản phẩm", ["chương trình OCOP"]),
        ("Chương trình mỗi xã một sản phẩm (OCOP) năm 2023", ["Chương trình mỗi xã một sản phẩm", "OCOP"]),
        (
            "Chương trình phục hồi và phát triển kinh tế - xã hội",
            ["Chương trình phục hồi và phát triển kinh tế - xã hội"],
        ),
        (
            "Đề án sắp xếp các đơn vị hành chính cấp xã tỉnh Quảng Ngãi năm 2025",
            ["Đề án sắp xếp các đơn vị hành chính cấp xã tỉnh Quảng Ngãi"],
        ),
        ("Chương trình bảo tồn và phát triển sâm Ngọc Linh", ["Chương trình bảo tồn và phát triển sâm Ngọc Linh"]),
        ("Dự án LRAMP, Dự án WB8 và Dự án VnSAT", ["Dự án LRAMP", "Dự án WB8", "Dự án VnSAT"]),
        ("dự án thủy điện Trung Sơn trên sông Mã", ["dự án thủy điện Trung Sơn"]),
        ("Dự án giảm nghèo khu vực Tây Nguyên do WB tài trợ", ["Dự án giảm nghèo khu vực Tây Nguyên"]),
        ("phong trào thi đua quyết thắng của lực lượng vũ trang", ["phong trào thi đua quyết thắng"]),
        ("phong trào thi đua “Hai tốt”", ["phong trào thi đua “Hai tốt”"]),
        (
            "Chương trình sức khỏe Việt Nam và Chương trình quốc gia phòng, chống HIV/AIDS",
            ["Chương trình sức khỏe Việt Nam", "Chương trình quốc gia phòng, chống HIV/AIDS"],
        ),
        (
            "Với Dự án đầu tư xây dựng đường bộ cao tốc Châu Đốc - Cần Thơ - Sóc Trăng, tổ vận động xã Tân Bình đến từng hộ",
            ["Dự án đầu tư xây dựng đường bộ cao tốc Châu Đốc - Cần Thơ - Sóc Trăng"],
        ),
        (
            "công trình Dự án đầu tư xây dựng đường bộ cao tốc Ninh Bình - Hải Phòng đoạn qua huyện",
            ["Dự án đầu tư xây dựng đường bộ cao tốc Ninh Bình - Hải Phòng"],
        ),
        (
            "Dự án đầu tư xây dựng đường bộ cao tốc Châu Đốc - Cần Thơ - Sóc Trăng đi qua các xã Tân Bình",
            ["Dự án đầu tư xây dựng đường bộ cao tốc Châu Đốc - Cần Thơ - Sóc Trăng"],
        ),
        (
            "phê duyệt Đề án tổng kiểm kê tài sản công tại cơ quan, tổ chức, đơn vị do Nhà nước đầu tư, quản lý;",
            ["Đề án tổng kiểm kê tài sản công tại cơ quan, tổ chức, đơn vị do Nhà nước đầu tư, quản lý"],
        ),
        ("02 dự án nhà máy điện gió Tân Phú Đông 1 và Tân Phú Đông 2", ["dự án nhà máy điện gió Tân Phú Đông 1"]),
        (
            "tham gia Dự án bảo tồn, phát triển Sâm Ngọc Linh; công ty hỗ trợ",
            ["Dự án bảo tồn, phát triển Sâm Ngọc Linh"],
        ),
        ("từ Dự án phát triển đô thị loại vừa. Trong năm", ["Dự án phát triển đô thị loại vừa"]),
        ("Dự án tái định cư Xuân Thạnh chậm tiến độ", ["Dự án tái định cư Xuân Thạnh"]),
        (
            "Nghị quyết về Chương trình cắt giảm, đơn giản hóa thủ tục hành chính năm 2025",
            ["Chương trình cắt giảm, đơn giản hóa thủ tục hành chính"],
        ),
    ],
)
def test_names_end_where_the_sentence_goes_on(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chương trình, kế hoạch của Trung ương",
        "dự án đầu tư, chương trình công tác, đề án nhân sự",
        "Dự án luật Đất đai (sửa đổi) được trình Quốc hội",
        "mô hình kinh tế trang trại, mô hình hợp tác xã kiểu mới",
        "chương trình truyền hình, chương trình nghị sự, chương trình giáo dục phổ thông",
        "Giải báo chí “Búa liềm vàng” và Cuộc thi “Tuổi trẻ học tập”",
        "Lễ hội “Áo dài”; danh hiệu “Gia đình văn hóa”",
        "Chương trình hành động thực hiện Nghị quyết Đại hội",
        "Chương trình phối hợp giữa Mặt trận Tổ quốc và Công an",
        "theo mô hình chính quyền địa phương 2 cấp",
        "công trình chào mừng Đại hội",
        "phê duyệt Đề án sử dụng tài sản công tại đơn vị sự nghiệp công lập",
        "a) Dự án đầu tư xây dựng nhà ở xã hội độc lập quy định tại khoản 1",
    ],
)
def test_kinds_are_no_programmes(text):
    assert found(text) == []

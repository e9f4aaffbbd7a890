import re

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


@pytest.mark.parametrize("example", TABLE.examples)
def test_examples_of_the_lists(example):
    text = example.replace("[", "").replace("]", "")
    assert found(text) == re.findall(r"\[(.*?)\]", example)


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
        ("ra quân Chiến dịch Thanh niên tình nguyện hè năm 2020", ["Chiến dịch Thanh niên tình nguyện hè"]),
        ("tiến độ Dự án tuyến đường liên ấp đoạn qua xã Tân Bình", ["Dự án tuyến đường liên ấp"]),
        ("thực hiện Dự án tuyến đường liên ấp.", []),
        ("trồng rừng theo dự án PAM 4304.", ["dự án PAM 4304"]),
        ("b) Mô hình nuôi dê sinh sản do Hội Phụ nữ quản lý: 20 hộ", ["Mô hình nuôi dê sinh sản"]),
        ("mô hình “Ấp sạch” ở xã Tân Bình và “Đường hoa” ở xã Hòa Mỹ", ["mô hình “Ấp sạch”", "“Đường hoa”"]),
        ("2. Dự án cải tạo lưới điện liên thôn (JICA)", ["Dự án cải tạo lưới điện liên thôn"]),
        ("Huyện phát động Phong trào trồng tre chắn sóng.", ["Phong trào trồng tre chắn sóng"]),
        ("Cuộc vận động góp sách cho trẻ nghèo ở xã Tân Bình.", ["Cuộc vận động góp sách cho trẻ nghèo"]),
        ("Cuộc vận động góp sách cho trẻ nghèo.", []),
        ("Họp Ban Chỉ đạo phong trào “Ấp sạch” huyện", []),
        ("- Dự án chăn nuôi dê sinh sản cho 20 hộ nghèo xã Tân Bình", ["Dự án chăn nuôi dê sinh sản"]),
        ("nhiều mô hình hay như “Ấp sạch” (xã Tân Bình), “Đường hoa” (xã Hòa Mỹ)", ["“Ấp sạch”", "“Đường hoa”"]),
        ("mô hình của huyện như “Ấp sạch”", []),
        ("1. Dự án Khu công nghiệp Sông Hậu 2 (xã Tân Bình)", ["Dự án Khu công nghiệp Sông Hậu 2"]),
        ("giải ngân Dự án Khu công nghiệp Sông Hậu 20%, đạt kế hoạch", ["Dự án Khu công nghiệp Sông Hậu"]),
        ("Dự án kè sông Hiếu lần lượt triển khai", ["Dự án kè sông Hiếu"]),
        ("thu hút Dự án tổ hợp nghỉ dưỡng Bãi Dài tại xã Tân Bình", ["Dự án tổ hợp nghỉ dưỡng Bãi Dài"]),
        ("hỗ trợ từ Dự án WB7 Hậu Giang, dự án AMD", ["Dự án WB7 Hậu Giang", "dự án AMD"]),
        ("hai hộ áp dụng mô hình nuôi lươn trong bể lót bạt ở ấp Tân Phú", ["mô hình nuôi lươn trong bể lót bạt"]),
        ("các mô hình nuôi lươn trong bể lót bạt ở ấp Tân Phú", []),
        ("vận động Quỹ Tương trợ được 20 triệu", ["Quỹ Tương trợ"]),
        ("đóng góp Quỹ phòng chống tội phạm năm 2020", ["Quỹ phòng chống tội phạm"]),
        ("gửi tiền ở Quỹ tín dụng nhân dân xã Tân Bình", []),
        ("nộp Quỹ bảo hiểm xã hội", []),
        ("tham gia Chương trình sinh kế vùng lũ (vốn vay)", ["Chương trình sinh kế vùng lũ"]),
        ("các xã tham gia Chương trình ngày càng nhiều", []),
        ("(sau đây gọi tắt là Đề án). Khi triển khai Đề án nghiên cứu phân cấp cho huyện", []),
        (
            "đang làm Dự án cao tốc Bến Lức - Long Thành, đoạn Tân Kim - Quốc lộ 50 qua xã Tân Bình",
            ["Dự án cao tốc Bến Lức - Long Thành, đoạn Tân Kim - Quốc lộ 50"],
        ),
        ("- Dự án cấp nước sạch (vốn vay) lắp đặt cho 32 hộ ấp Tân Phú", ["Dự án cấp nước sạch"]),
        ("về cuộc vận động góp sách cho trẻ nghèo, trẻ mồ côi.", ["cuộc vận động góp sách cho trẻ nghèo, trẻ mồ côi"]),
        (
            "- Dự án Di dân, tái định cư thủy điện Lai Châu: bố trí 300 hộ",
            ["Dự án Di dân, tái định cư thủy điện Lai Châu"],
        ),
        (
            "- Dự án nâng cấp, mở rộng Quốc lộ 4D đoạn qua xã Tân Bình",
            ["Dự án nâng cấp, mở rộng Quốc lộ 4D"],
        ),
        (
            "- Dự án liên kết trồng, tiêu thụ gừng được triển khai tại xã Tân Bình",
            ["Dự án liên kết trồng, tiêu thụ gừng"],
        ),
        (
            "UBND tỉnh phê duyệt Đề án phát triển dược liệu tại các huyện Mai Sơn, Thuận Châu",
            ["Đề án phát triển dược liệu"],
        ),
        ("giải ngân Chương trình cho vay hộ nghèo 120 tỷ đồng", ["Chương trình cho vay hộ nghèo"]),
        ("Chương trình cho vay học sinh, sinh viên dư nợ 30 tỷ", ["Chương trình cho vay học sinh, sinh viên"]),
        (
            "Chương trình cắt giảm quy định liên quan đến hoạt động sản xuất, kinh doanh năm 2025",
            ["Chương trình cắt giảm quy định liên quan đến hoạt động sản xuất, kinh doanh"],
        ),
        (
            "Chương trình giảm nghèo nhanh và bền vững đối với 62 huyện nghèo năm 2010",
            ["Chương trình giảm nghèo nhanh và bền vững đối với 62 huyện nghèo"],
        ),
        ("Chương trình phát triển dược liệu đối với các xã vùng cao", ["Chương trình phát triển dược liệu"]),
        ("vốn cho Dự án kiểm soát lũ vùng Bắc Vàm Nao giải ngân chậm", ["Dự án kiểm soát lũ vùng Bắc Vàm Nao"]),
        ("dự án nhà máy điện gió Tân Phú 1 và lưới điện", ["dự án nhà máy điện gió Tân Phú 1"]),
        ("dự án cầu Bến Mới 2 hoàn thành", ["dự án cầu Bến Mới 2"]),
        ("dự án cầu Bến Mới 2 km đường dẫn", ["dự án cầu Bến Mới"]),
        ("- Dự án cải tạo đường tỉnh 293 dài khoảng 5 km", ["Dự án cải tạo đường tỉnh 293"]),
        ("Chương trình xóa đói giảm nghèo và việc làm năm 2003", ["Chương trình xóa đói giảm nghèo và việc làm"]),
        ("phong trào toàn dân BVANTQ", ["phong trào toàn dân BVANTQ"]),
        ("vốn của Dự án cấp nước sinh hoạt đầu tư tại huyện Kbang", ["Dự án cấp nước sinh hoạt"]),
        ("b) Mô hình trồng dưa lưới trong nhà màng: xã Tân Bình", ["Mô hình trồng dưa lưới trong nhà màng"]),
        ("xây dựng mô hình tôm - lúa “sạch từ ruộng”", ["mô hình tôm - lúa “sạch từ ruộng”"]),
        ("tổng kết Đề án phát triển cây hồng không hạt", ["Đề án phát triển cây hồng không hạt"]),
        ("mặt bằng Dự án đường nối Quốc lộ 46 với đê Tả Lam qua xóm Hà", ["Dự án đường nối Quốc lộ 46 với đê Tả Lam"]),
        ("vốn Dự án đa dạng hóa sinh kế thuộc Chương trình 135", ["Dự án đa dạng hóa sinh kế", "Chương trình 135"]),
        ("phát động đợt thi đua “60 ngày về đích”", ["đợt thi đua “60 ngày về đích”"]),
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
        "ba Chương trình mục tiêu quốc gia trên địa bàn",
        "mẫu biểu 02/NTM-BC",
        "Mô hình trồng dưa lưới trong nhà màng được nhân rộng",
        "Các Chương trình mục tiêu quốc gia giải ngân chậm",
        "- Dự án xây dựng, cải tạo nhà ở: nộp hồ sơ theo quy định",
        "- Dự án bảo vệ môi trường được ưu đãi thuế",
        "nghiên cứu Đề án xây dựng, phát triển một số đô thị",
    ],
)
def test_no_programme_is_found(text):
    assert found(text) == []

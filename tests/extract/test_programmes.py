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

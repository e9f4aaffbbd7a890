"""Issuer, title and term of a citation, and texts that cite several documents at once."""

from collections.abc import Callable

import pytest

from ontology.mentions import Citation, Mention

Cite = Callable[[str], list[tuple[Mention, Citation]]]

ISSUERS = [
    ("Nghị quyết số 18-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương Đảng", "Ban Chấp hành Trung ương Đảng"),
    ("Chỉ thị số 05-CT/TW của Bộ Chính trị", "Bộ Chính trị"),
    ("Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị khóa XII", "Bộ Chính trị"),
    ("Kế hoạch số 109-KH/HU ngày 02/02/2023 của Ban Thường vụ Huyện ủy về “Quản lý đất”", "Ban Thường vụ Huyện ủy"),
    ("Chương trình số 139-CTr/TU của Tỉnh ủy Hậu Giang ngày 09/11/2022", "Tỉnh ủy Hậu Giang"),
    ("Quyết định số 785/QĐ-UBND ngày 09/11/2022 của Ủy ban nhân dân tỉnh Hậu Giang", "Ủy ban nhân dân tỉnh Hậu Giang"),
    ("Quyết định số 785/QĐ-UBND ngày 09/11/2022 của UBND tỉnh về việc khen thưởng", "UBND tỉnh"),
    ("Quyết định số 339/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Chiến lược", "Thủ tướng Chính phủ"),
    ("Quyết định số 339/QĐ-TTg của Phó Thủ tướng Chính phủ phê duyệt Chiến lược", "Phó Thủ tướng Chính phủ"),
    ("Thông tư số 05/2021/TT-BYT của Bộ trưởng Bộ Y tế quy định", "Bộ trưởng Bộ Y tế"),
    ("Thông tư số 05/2021/TT-BYT của Bộ Trưởng Bộ Y tế quy định", "Bộ Trưởng Bộ Y tế"),
    ("Thông tư số 03/2025/TT-VPCP ngày 15/9/2025 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ hướng dẫn", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"),
    ("Thông tư liên tịch số 05/2013/TTLT-BYT-BTC của Bộ Y tế - Bộ Tài chính hướng dẫn", "Bộ Y tế - Bộ Tài chính"),
    ("Thông tư liên tịch số 05/2013/TTLT-BYT-BTC-BNV của Bộ trưởng Bộ Y tế, Bộ trưởng Bộ Tài chính, Bộ trưởng Bộ Nội vụ", "Bộ trưởng Bộ Y tế, Bộ trưởng Bộ Tài chính, Bộ trưởng Bộ Nội vụ"),
    ("Nghị định số 103/2024/NĐ-CP của Chính phủ Quy định về tiền sử dụng đất", "Chính phủ"),
    ("Nghị định số 103/2024/NĐ-CP của Chính phủ Sửa đổi, bổ sung một số điều", "Chính phủ"),
    ("Kế hoạch số 21-KH/TU của Ban Thường vụ Tỉnh ủy Hưng Yên về chuyển đổi số", "Ban Thường vụ Tỉnh ủy Hưng Yên"),
    ("Kế hoạch số 21-KH/TU do Tỉnh ủy ban hành", "Tỉnh ủy"),
    ("Kế hoạch số 21-KH/TU của Tỉnh ủy Hậu Giang, Đảng ủy xã Hòa Mỹ ban hành kế hoạch", "Tỉnh ủy Hậu Giang"),
    ("Kế hoạch số 21-KH/TU về chuyển đổi số của các cơ quan", None),
    ("Kế hoạch số 21-KH/TU được người dân đồng tình", None),
    ("Kế hoạch số 21-KH/TU. Của Tỉnh ủy có", None),
]  # fmt: skip

TITLES = [
    ("Nghị quyết số 18-NQ/TW về “Tiếp tục đổi mới”", "Tiếp tục đổi mới"),
    ("Nghị quyết số 18-NQ/TW ngày 16/6/2022 về “Tiếp tục đổi mới”", "Tiếp tục đổi mới"),
    ("Nghị quyết số 18-NQ/TW, ngày 16/6/2022 của Ban Chấp hành Trung ương về “Tiếp tục đổi mới”", "Tiếp tục đổi mới"),
    ("Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương “Tiếp tục đổi mới”", "Tiếp tục đổi mới"),
    ("Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XIII “Về tiếp tục đổi mới”", "Về tiếp tục đổi mới"),
    ('Nghị quyết số 18-NQ/TW về "Tiếp tục đổi mới"', "Tiếp tục đổi mới"),
    ("Nghị quyết số 18-NQ/TW về việc “Tiếp tục đổi mới”", "Tiếp tục đổi mới"),
    ("Nghị quyết số 18-NQ/TW về tiếp tục đổi mới", None),
    ("Nghị quyết số 18-NQ/TW và phong trào “Dân vận khéo”", None),
    ("Nghị quyết số 18-NQ/TW về “Tiếp tục đổi mới", None),
]  # fmt: skip

TERMS = [
    ("Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XIII", "khóa XIII"),
    ("Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương Đảng, khóa XIII", "khóa XIII"),
    ("Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương Đảng (khóa XIII)", "khóa XIII"),
    ("Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương Đảng khoá 13", "khoá 13"),
    ("Chỉ thị số 05-CT/TW của Bộ Chính trị khóa XII về học tập", "khóa XII"),
    ("Nghị quyết Trung ương 8 khóa XIII", "khóa XIII"),
    ("Nghị quyết T.Ư 6 (khóa XI)", "khóa XI"),
    ("Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIV, nhiệm kỳ 2020 - 2025", "nhiệm kỳ 2020 - 2025"),
    ("Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương Đảng", None),
]

# text → each citation: norm and date
LISTS = [
    ("các Nghị quyết số 18-NQ/TW, 19-NQ/TW, 20-NQ/TW", [("Nghị quyết 18-NQ/TW", None), ("Nghị quyết 19-NQ/TW", None), ("Nghị quyết 20-NQ/TW", None)]),
    ("các Nghị quyết: số 18-NQ/TW, số 19-NQ/TW và số 20-NQ/TW ngày 16/6/2022", [("Nghị quyết 18-NQ/TW", "2022-06-16"), ("Nghị quyết 19-NQ/TW", "2022-06-16"), ("Nghị quyết 20-NQ/TW", "2022-06-16")]),
    ("các Quyết định số 4-QĐ/TW ngày 01/02/2020, số 5-QĐ/TW ngày 02/02/2020", [("Quyết định 4-QĐ/TW", "2020-02-01"), ("Quyết định 5-QĐ/TW", "2020-02-02")]),
    ("Quyết định số 785/QĐ-UBND ngày 01/02/2020; số 786/QĐ-UBND ngày 02/02/2020", [("Quyết định 785/QĐ-UBND", "2020-02-01"), ("Quyết định 786/QĐ-UBND", "2020-02-02")]),
    ("Công điện số 008/CĐ-UBND và số 009/CĐ-UBND ngày 19/11/2025", [("Công điện 008/CĐ-UBND", "2025-11-19"), ("Công điện 009/CĐ-UBND", "2025-11-19")]),
    ("Chỉ thị số 23-CT/TW, Kế hoạch số 7-KH/TU ngày 01/3/2023", [("Chỉ thị 23-CT/TW", None), ("Kế hoạch 7-KH/TU", "2023-03-01")]),
    ("Luật số 64/2020/QH14, Luật số 07/2022/QH15 và Luật số 24/2023/QH15", [("Luật 64/2020/QH14", None), ("Luật 07/2022/QH15", None), ("Luật 24/2023/QH15", None)]),
    ("Luật Đầu tư, Luật Đấu thầu và Luật Doanh nghiệp", [("Luật Đầu tư", None), ("Luật Đấu thầu", None), ("Luật Doanh nghiệp", None)]),
    ("Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Nghị quyết số 18-NQ/TW ngày 16/6/2022", [("Nghị quyết 18-NQ/TW", "2017-10-25"), ("Nghị quyết 18-NQ/TW", "2022-06-16")]),
    ("Nghị định số 20/2021/NĐ-CP, được sửa đổi bởi Nghị định số 76/2024/NĐ-CP", [("Nghị định 20/2021/NĐ-CP", None), ("Nghị định 76/2024/NĐ-CP", None)]),
    ("Nghị quyết số 18-NQ/TW\n\nNghị quyết số 19-NQ/TW", [("Nghị quyết 18-NQ/TW", None), ("Nghị quyết 19-NQ/TW", None)]),
    ("| Nghị quyết số 18-NQ/TW | 16/6/2022 | Nghị quyết số 19-NQ/TW |", [("Nghị quyết 18-NQ/TW", None), ("Nghị quyết 19-NQ/TW", None)]),
    ("Luật Thi đua, khen thưởng ngày 15/6/2022; Luật Đất đai số 31/2024/QH15 ngày 18/01/2024", [("Luật Thi đua, khen thưởng", "2022-06-15"), ("Luật 31/2024/QH15", "2024-01-18")]),
]  # fmt: skip

LIST_ISSUERS = [
    ("Kế hoạch số 7-KH/HU và Kế hoạch số 8-KH/HU của Ban Thường vụ Huyện ủy", ["Ban Thường vụ Huyện ủy"] * 2),
    ("Nghị định số 106/2025/NĐ-CP và Nghị định số 189/2025/NĐ-CP của Chính phủ", ["Chính phủ", "Chính phủ"]),
    ("Kế hoạch số 7-KH/TU và Kế hoạch số 8-KH/HU của Ban Thường vụ Huyện ủy", [None, "Ban Thường vụ Huyện ủy"]),
    ("Kế hoạch số 7-KH/HU của Ban Thường vụ Huyện ủy và Nghị quyết số 9-NQ/TU", ["Ban Thường vụ Huyện ủy", None]),
]


@pytest.mark.parametrize(("text", "issuer"), ISSUERS)
def test_the_issuer(citations_of: Cite, text: str, issuer: str | None) -> None:
    assert citations_of(f"Thực hiện {text}.")[0][1].issuer == issuer


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_the_title(citations_of: Cite, text: str, title: str | None) -> None:
    assert citations_of(f"Thực hiện {text}.")[0][1].title == title


@pytest.mark.parametrize(("text", "term"), TERMS)
def test_the_term(citations_of: Cite, text: str, term: str | None) -> None:
    assert citations_of(f"Thực hiện {text}.")[0][1].term == term


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_several_citations(citations_of: Cite, text: str, expected: list[tuple[str, str | None]]) -> None:
    found = [(mention.norm, str(c.date) if c.date else None) for mention, c in citations_of(f"Nội dung sau.\n{text}")]
    assert found == expected


@pytest.mark.parametrize(("text", "issuers"), LIST_ISSUERS)
def test_the_issuers_of_a_list(citations_of: Cite, text: str, issuers: list[str | None]) -> None:
    assert [citation.issuer for _, citation in citations_of(f"Thực hiện {text}.")] == issuers


def test_the_subject_names_the_issuer_and_date_of_what_it_issues(citations_of: Cite) -> None:
    text = "Ngày 21/11/2025, Ủy ban nhân dân tỉnh ban hành Kế hoạch số 89/KH-UBND về chuyển đổi số."
    (_, citation), *_ = citations_of(text)
    assert (citation.issuer, str(citation.date)) == ("Ủy ban nhân dân tỉnh", "2025-11-21")


def test_the_letterheads_own_code_is_no_citation(citations_of: Cite) -> None:
    text = "HUYỆN ỦY PHỤNG HIỆP\nSố 109-KH/HU\nKẾ HOẠCH\nquản lý đất\n\nThực hiện Nghị quyết số 18-NQ/TW."
    assert [mention.norm for mention, _ in citations_of(text)] == ["Nghị quyết 18-NQ/TW"]


def test_a_date_stands_behind_what_a_citation_is_called(citations_of: Cite) -> None:
    [(_, citation)] = citations_of(
        "theo Thông tư liên tịch số 13/2011/TTLT-BXD (viết tắt TTLT 13) ngày 28/10/2011 của Bộ"
    )
    assert str(citation.date) == "2011-10-28"


def test_what_is_issued_as_an_annex_is_no_citation(citations_of: Cite) -> None:
    assert citations_of("Ban hành kèm theo Nghị quyết này Quy chế hoạt động của Hội đồng nhân dân.") == []
    assert citations_of("Phân công Tiểu ban Văn kiện Đại hội đại biểu Đảng bộ tỉnh lần thứ XII.") == []

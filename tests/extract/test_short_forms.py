"""Short forms of documents: which are found, and which document each means."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.extractor import Extractor
from extract.record import from_record, to_record
from extract.source import SourceText
from ontology.extraction import Extraction
from ontology.references import ReferenceReason
from ontology.short_forms import ShortForm, short_forms
from ontology.statements import SELF

Read = Callable[[str], Extraction]

ITSELF, ONE = ReferenceReason.DOCUMENT_ITSELF, ReferenceReason.ONE_ANTECEDENT
NUMBER = ReferenceReason.SAME_NUMBER
SEVERAL, NONE = ReferenceReason.SEVERAL_ANTECEDENTS, ReferenceReason.NO_ANTECEDENT

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH HẬU GIANG\nSố: 12/QĐ-UBND\nHậu Giang, ngày 05 tháng 3 năm 2019\n\nQUYẾT ĐỊNH\nBan hành Quy chế làm việc\n\n"

# text, then for each short form: its words, what it means, why
CASES = [
    # the document itself
    ("Quyết định này có hiệu lực kể từ ngày ký.", [("Quyết định này", "SELF", ITSELF)]),
    ("Kế hoạch này thực hiện Chương trình số 12-CTr/TU.", [("Kế hoạch này", "SELF", ITSELF)]),
    ("Luật Đất đai hết hiệu lực kể từ ngày Luật này có hiệu lực.", [("Luật này", "SELF", ITSELF)]),
    (f"{HEAD}Điều 3. Quyết định này thay thế Quyết định số 5/QĐ-UBND.", [("Quyết định này", "SELF", ITSELF)]),
    (f"{HEAD}Quyết định số 5/QĐ-UBND ngày 01/02/2018 hết hiệu lực; Quyết định này thay thế nó.", [("Quyết định này", "SELF", ITSELF)]),
    (f"{HEAD}Điều 1. Ban hành.\n\nQUY CHẾ\nĐiều 1. Quy chế này quy định việc làm.", [("Quy chế này", "SELF", ITSELF)]),
    (f"{HEAD}Điều 2. Văn bản này gửi các xã.", [("Văn bản này", "SELF", ITSELF)]),
    # one antecedent
    ("Nghị quyết số 18-NQ/TW ngày 16/6/2022 về đất đai; Nghị quyết này thay thế văn bản cũ.", [("Nghị quyết này", "Nghị quyết 18-NQ/TW", ONE)]),
    ("Tỉnh ủy ban hành Chỉ thị số 5-CT/TU. Chỉ thị nói trên được quán triệt.", [("Chỉ thị nói trên", "Chỉ thị 5-CT/TU", ONE)]),
    ("Thực hiện Nghị định số 12/2020/NĐ-CP.\nNghị định nêu trên có ba chương.", [("Nghị định nêu trên", "Nghị định 12/2020/NĐ-CP", ONE)]),
    ("Theo Thông tư liên tịch số 7/2016/TTLT-BTC-BNV thì Thông tư đó còn hiệu lực.", [("Thông tư đó", "Thông tư liên tịch 7/2016/TTLT-BTC-BNV", ONE)]),
    ("Kế hoạch số 9-KH/HU ngày 01/02/2020. Kế hoạch trên được triển khai.", [("Kế hoạch trên", "Kế hoạch 9-KH/HU", ONE)]),
    ("Luật Đầu tư sửa nhiều điều. Các khoản của Luật đó chưa rõ.", [("Luật đó", "Luật Đầu tư", ONE)]),
    ("Nghị quyết số 4-NQ/TU, Kế hoạch số 9-KH/HU. Nghị quyết kể trên còn giá trị.", [("Nghị quyết kể trên", "Nghị quyết 4-NQ/TU", ONE)]),
    ("Nghị quyết số 4-NQ/TU.\nNghị quyết số 5-NQ/TU rất mới. Nghị quyết ấy ngắn.", [("Nghị quyết ấy", "Nghị quyết 5-NQ/TU", ONE)]),
    # the same number
    ("Thực hiện Nghị quyết số 18-NQ/TW. Nghị quyết 18 được đồng tình.", [("Nghị quyết 18", "Nghị quyết 18-NQ/TW", NUMBER)]),
    ("Chỉ thị số 05-CT/TW và Chỉ thị số 07-CT/TW. Tinh thần Chỉ thị 5 lan tỏa.", [("Chỉ thị 5", "Chỉ thị 05-CT/TW", NUMBER)]),
    # open
    ("Nghị quyết số 4-NQ/TU và Nghị quyết số 5-NQ/TU; Nghị quyết này rất mới.", [("Nghị quyết này", None, SEVERAL)]),
    ("Nghị quyết số 18-NQ/TW của Trung ương, Nghị quyết số 18-NQ/TU của tỉnh. Nghị quyết 18 nêu rõ.", [("Nghị quyết 18", None, SEVERAL)]),
    ("Chỉ thị nói trên chưa được quán triệt.", [("Chỉ thị nói trên", None, NONE)]),
    (f"{HEAD}Theo Thông tư này thì đúng.", [("Thông tư này", None, NONE)]),
    ("Kế hoạch số 9-KH/HU còn hiệu lực. Kết luận đó thì không.", [("Kết luận đó", None, NONE)]),
    # none at all
    ("Kế hoạch trên địa bàn huyện được triển khai.", []),
    ("Các Nghị quyết này rất quan trọng.", []),
    ("Những Kế hoạch nói trên đã xong.", []),
    ("Theo pháp luật này, kỷ luật đó.", []),
    ("Quyết định 12 trường hợp, kết luận 3 vụ việc.", []),
    ("Kế hoạch 5 năm, Kế hoạch 2024, Báo cáo 6 tháng.", []),
    ("Xã này, huyện đó, tỉnh nói trên.", []),
    ("Nghị quyết số 18-NQ/TW. Nghị quyết 19-NQ/TW.", []),
]  # fmt: skip


def _found(extraction: Extraction) -> list[tuple[str, str | None, ReferenceReason]]:
    def name(antecedent: int | None) -> str | None:
        if antecedent is None:
            return None
        return "SELF" if antecedent == SELF else extraction.mentions[antecedent].norm

    return [(reference.text, name(reference.antecedent), reference.reason) for reference in extraction.references]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_a_short_form_means(
    read_text: Read, text: str, expected: list[tuple[str, str | None, ReferenceReason]]
) -> None:
    extraction = read_text(text)
    assert _found(extraction) == expected
    assert all(reference.span.of(text) == reference.text for reference in extraction.references)


def test_of_short_forms_only_a_bare_number_is_a_mention(read_text: Read) -> None:
    extraction = read_text("Thực hiện Nghị quyết số 18-NQ/TW. Nghị quyết này và Nghị quyết 18 là một.")
    spans = [mention.span for mention in extraction.mentions]
    assert len(extraction.references) == 2
    both = [r for r in extraction.references if any(s.start < r.span.end and r.span.start < s.end for s in spans)]
    assert [(r.text, r.span in spans) for r in both] == [("Nghị quyết 18", True)]


@pytest.mark.parametrize(("row", "example"), [(row, e) for row in short_forms() for e in row.examples], ids=str)
def test_an_example_of_a_row_is_found(read_text: Read, row: ShortForm, example: str) -> None:
    assert [reference.text.endswith(f" {row.words}") for reference in read_text(example).references] == [True]


@given(
    st.lists(
        st.sampled_from(
            ["Nghị quyết số 18-NQ/TW", "Nghị quyết này", "Kế hoạch trên", "\n", ", ", ". ", "Nghị quyết 18", "và"]
        )
    )
)
def test_short_forms_survive_the_record(extractor: Extractor, parts: list[str]) -> None:
    text = " ".join(parts)
    extraction = extractor.extract(SourceText("a.txt", "0" * 64, "utf-8", text))
    assert from_record(to_record(extraction), text) == extraction

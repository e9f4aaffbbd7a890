"""PDF files: printed by Chromium and LibreOffice, damaged, locked, scanned."""

import tempfile
from pathlib import Path

import pytest
from document_makers import (
    convert,
    need_tesseract,
    picture_file,
    pictures,
    print_pdf,
    web_page,
    word_document,
    word_zip,
)

from extract.encodings.legacy import by_name
from extract.formats import ocr, read
from extract.formats.text import page_at
from ontology.errors import SourceError

LETTER = (
    "HUYỆN ỦY PHỤNG HIỆP\tĐẢNG CỘNG SẢN VIỆT NAM\n\n*\n\n"
    "Số 109-KH/HU\tPhụng Hiệp, ngày 02 tháng 02 năm 2023\n\nKẾ HOẠCH\n\nvề quản lý, sử dụng đất\n\n"
)
SENTENCE = (
    "Thực hiện Nghị quyết số 18-NQ/TW ngày 16 tháng 6 năm 2022 của Ban Chấp hành Trung ương Đảng khóa XIII, "
    "Chương trình số 139-CTr/TU ngày 09/11/2022 của Tỉnh ủy Hậu Giang, Ban Thường vụ Huyện ủy yêu cầu làm xong."
)


def sentence(number: int) -> str:
    """The sentence with its words in another order each time: what is repeated at one place is a running head."""
    words = SENTENCE.removesuffix(".").split()
    cut = number % len(words)
    return f"Đoạn {number} " + " ".join(words[cut:] + words[:cut]) + "."


LONG = LETTER + "".join(f"{sentence(number)}\n\n" for number in range(60))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return print_pdf(web_page(LONG), tmp_path_factory.mktemp("printed"))


def test_lines_become_paragraphs(printed: bytes) -> None:
    made = read(printed, "a.pdf", "a.pdf")
    paragraphs = made.text.split("\n\n")
    for number in range(60):
        assert sentence(number) in paragraphs
    assert (made.format, made.encoding, made.notes, made.ocr) == ("pdf", "unicode", (), None)


def test_pages_are_kept(printed: bytes) -> None:
    made = read(printed, "a.pdf", "a.pdf")
    assert made.pages is not None
    assert len(made.pages) == len(pictures(printed, 30)) >= 5
    assert made.pages[0] == 0
    assert sorted(set(made.pages)) == list(made.pages)
    assert page_at(made.pages, made.text.index("Đoạn 0 ")) == 1
    assert page_at(made.pages, made.text.index("Đoạn 59 ")) == len(made.pages)


def test_running_heads_of_the_browser_go(tmp_path: Path, printed: bytes) -> None:
    """Date and title above, address and page number below, as Chromium prints them by default."""
    made = read(print_pdf(web_page(LONG), tmp_path, head_and_foot=True), "a.pdf", "a.pdf")
    assert "file://" not in made.text
    assert made.text == read(printed, "a.pdf", "a.pdf").text


def test_few_lines_are_not_taken_for_vertical_writing(tmp_path: Path) -> None:
    made = read(print_pdf(web_page("- Các chi bộ,\n\nVõ Hoà Thuận\n"), tmp_path), "a.pdf", "a.pdf")
    assert made.text == "- Các chi bộ,\n\nVõ Hoà Thuận"


def test_columns_of_a_letterhead_stay_apart(printed: bytes) -> None:
    head = read(printed, "a.pdf", "a.pdf").text.split("KẾ HOẠCH")[0]
    assert "HUYỆN ỦY PHỤNG HIỆP\tĐẢNG CỘNG SẢN VIỆT NAM" in head
    assert "Số 109-KH/HU\tPhụng Hiệp, ngày 02 tháng 02 năm 2023" in head


def test_libreoffice_prints_the_same(tmp_path: Path) -> None:
    made = read(convert(word_document(LONG), "docx", "pdf", tmp_path), "a.pdf", "a.pdf")
    paragraphs = made.text.split("\n\n")
    assert all(sentence(number) in paragraphs for number in range(60))


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_turned_pages(tmp_path: Path, angle: int) -> None:
    """Wide tables stand sideways on the page."""
    upright = f"<!doctype html><meta charset=utf-8><div style='width:500px;height:500px'><p>{' '.join([SENTENCE] * 4)}</p></div>"
    made = read(print_pdf(upright, tmp_path), "a.pdf", "a.pdf")
    turned = print_pdf(upright.replace("height", f"transform:rotate({angle}deg);height"), tmp_path)
    assert read(turned, "a.pdf", "a.pdf").text == made.text == " ".join([SENTENCE] * 4)


def test_old_font_in_the_text_layer(tmp_path: Path) -> None:
    """A PDF from the years of VNI-Times: its text layer holds the Latin letters of the font's places."""
    glyphs = by_name("vni").encode(f"{SENTENCE}\n\n" * 3).decode("cp1252")
    made = read(print_pdf(web_page(glyphs), tmp_path), "a.pdf", "a.pdf")
    assert made.encoding == "vni"
    assert SENTENCE in made.text


def test_locked_pdf(tmp_path: Path) -> None:
    locked = convert(word_document(LONG), "docx", "pdf", tmp_path, EncryptFile="true", DocumentOpenPassword="bí mật")
    with pytest.raises(SourceError, match=r"^a\.pdf: PDF có mật khẩu\. Bỏ mật khẩu rồi lưu lại\.$"):
        read(locked, "a.pdf", "a.pdf")


@pytest.mark.parametrize("keep", [0.0, 0.02, 0.3])
def test_damaged_pdf(printed: bytes, keep: float) -> None:
    data = b"%PDF-1.4\n" + printed[9 : 9 + int(len(printed) * keep)]
    with pytest.raises(SourceError, match=r"^a\.pdf: PDF hỏng\. Lấy lại bản gốc của tệp\.$"):
        read(data, "a.pdf", "a.pdf")


def test_a_pdf_that_is_none() -> None:
    with pytest.raises(SourceError, match="PDF hỏng"):
        read(b"Ngh\xe9", "a.pdf", "a.pdf")


def test_empty_page(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="tệp không có chữ nào"):
        read(print_pdf("<html></html>", tmp_path), "a.pdf", "a.pdf")


def word_with_notes(paragraphs: int) -> bytes:
    """Paragraphs of several lines, each with a note behind a code, which cites what carries it out."""

    def run(text: str, properties: str = "") -> str:
        return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    body, notes = "", ""
    raised = '<w:vertAlign w:val="superscript"/>'
    size = '<w:sz w:val="{}"/>'
    for number in range(1, paragraphs + 1):
        mark = f'<w:r><w:rPr>{raised}{size.format(28)}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
        text = " để cả hệ thống chính trị từ huyện đến cơ sở làm xong các việc của mình đúng hạn" * 6
        body += (
            f'<w:p><w:pPr><w:jc w:val="both"/></w:pPr>{run(f"Phần {number} theo Nghị quyết số {number}-NQ/TW", size.format(28))}'
            f"{mark}{run(f'{text}, và báo cáo phần {number}.', size.format(28))}</w:p>"
        )
        # What is repeated at one place of the pages would be a running foot.
        note = f" Kế hoạch số {100 + number}-KH/HU, ngày 02/02/2023 của Ban Thường vụ Huyện ủy để cụ thể hóa"
        note += " một cách đồng bộ" * (number % 5) + " và thực hiện."
        notes += (
            f'<w:footnote w:id="{number}"><w:p><w:r><w:rPr>{raised}{size.format(20)}</w:rPr><w:footnoteRef/></w:r>'
            f"{run(note, size.format(20))}</w:p></w:footnote>"
        )
    return word_zip(body, {"footnotes": notes})


def test_notes_part_no_sentence(tmp_path: Path) -> None:
    """Notes stand below the page; the sentence that goes on over the page does not go around them."""
    made = read(convert(word_with_notes(12), "docx", "pdf", tmp_path), "a.pdf", "a.pdf")
    assert made.pages is not None
    assert len(made.pages) > 2
    paragraphs = made.text.split("\n\n")
    for number in range(1, 13):
        (body,) = [each for each in paragraphs if each.startswith(f"Phần {number} theo Nghị quyết số {number}-NQ/TW")]
        assert body.startswith(f"Phần {number} theo Nghị quyết số {number}-NQ/TW[{number}] để cả hệ thống")
        assert body.endswith(f"và báo cáo phần {number}.")
        (note,) = [each for each in paragraphs if each.startswith(f"[{number}] Kế hoạch số {100 + number}-KH/HU")]
        assert note.endswith("và thực hiện.")
        # A note stands on the page of its mark.
        mark, begin = made.text.index(f"-NQ/TW[{number}]"), made.text.index(note)
        assert page_at(made.pages, mark) == page_at(made.pages, begin)


@pytest.fixture(scope="module")
def scanned(printed: bytes) -> bytes:
    return picture_file(pictures(printed)[:2], "PDF")


def test_scanned_pdf(scanned: bytes) -> None:
    need_tesseract()
    made = read(scanned, "a.pdf", "a.pdf")
    assert made.ocr is not None
    assert made.ocr > 0.85
    assert made.ocr_pages == (1, 2)
    assert made.notes[0].startswith("2 trang đọc bằng OCR (Tesseract), độ tin cậy trung bình ")
    assert "Nghị quyết số 18-NQ/TW ngày 16 tháng 6 năm 2022 của Ban Chấp hành Trung ương" in made.text.replace(
        "\n", " "
    )
    assert page_at(made.pages, made.text.rindex("18-NQ/TW")) == 2


def test_scanned_pdf_without_ocr(scanned: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ocr.find_tesseract() is None
    with pytest.raises(SourceError) as caught:
        read(scanned, "a.pdf", "a.pdf")
    assert str(caught.value) == (
        "a.pdf: PDF là bản quét, không có lớp chữ, cần Tesseract với gói tiếng Việt (vie), máy này chưa có. "
        "Cài tesseract-ocr và tesseract-ocr-vie, hoặc lấy bản có lớp chữ."
    )


def test_a_scanned_page_among_others(
    tmp_path: Path, printed: bytes, scanned: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(print_pdf(web_page("Nghị quyết số 10-NQ/TU về thị trường đất.\n"), tmp_path))
    document.import_pages(pypdfium2.PdfDocument(scanned), [0])
    document.save(tmp_path / "both.pdf")
    data = (tmp_path / "both.pdf").read_bytes()
    need_tesseract()
    made = read(data, "a.pdf", "a.pdf")
    assert made.ocr_pages == (2,)
    assert "18-NQ/TW" in made.text
    monkeypatch.setenv("PATH", str(tmp_path))
    made = read(data, "a.pdf", "a.pdf")
    assert made.text == "Nghị quyết số 10-NQ/TU về thị trường đất."
    assert (made.notes, made.ocr, made.ocr_pages) == (("chưa đọc trang 2 vì là ảnh quét",), None, ())


def test_nothing_is_left_behind(scanned: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need_tesseract()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    read(scanned, "a.pdf", "a.pdf")
    assert list(tmp_path.iterdir()) == []

"""Word files: made by python-docx, or by hand where python-docx cannot make what Word can."""

import io
import zipfile

import docx
import pytest
from document_makers import word_document, word_zip, zip_file

from extract.formats import read
from extract.formats.word import MAX_UNPACKED
from ontology.errors import SourceError


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inside)}</w:p>"


def text_of(data: bytes) -> str:
    return read(data, "a.docx", "a.docx").text


def field(code: str, shown: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(paragraphs)}</w:tc>"


BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
DELETED_MARK = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'

BODIES = {
    "runs are joined": (paragraph(run("Nghị quyết số 18"), run("-NQ/TW")), "Nghị quyết số 18-NQ/TW"),
    "paragraphs are parted": (paragraph(run("một")) + paragraph(run("hai")), "một\n\nhai"),
    "tabs and breaks": (
        paragraph(run("a"), "<w:r><w:tab/></w:r>", run("b"), "<w:r><w:br/></w:r>", run("c")),
        "a\tb\nc",
    ),
    "hyphens": (
        paragraph(run("18"), "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>", run("NQ/TW")),
        "18-NQ/TW",
    ),
    "inserted text is kept": (paragraph(run("a "), f'<w:ins w:id="1">{run("mới")}</w:ins>'), "a mới"),
    "deleted text is not": (
        paragraph(run("a"), '<w:del w:id="1"><w:r><w:delText> cũ</w:delText></w:r></w:del>', run(" b")),
        "a b",
    ),
    "moved text stands where it went": (
        paragraph(f"<w:moveFrom>{run('x')}</w:moveFrom>", run("a"), f"<w:moveTo>{run('x')}</w:moveTo>"),
        "ax",
    ),
    "a deleted mark joins paragraphs": (
        paragraph(run("Nghị quyết "), properties=DELETED_MARK) + paragraph(run("số 18")),
        "Nghị quyết số 18",
    ),
    "a deleted row is gone": (
        f"<w:tbl><w:tr>{cell(paragraph(run('a')))}</w:tr>"
        f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell(paragraph(run('b')))}</w:tr></w:tbl>",
        "a",
    ),
    "tables go cell by cell": (
        f"<w:tbl><w:tr>{cell(paragraph(run('HUYỆN ỦY')), paragraph(run('*')))}{cell(paragraph(run('ĐẢNG')))}</w:tr>"
        f"<w:tr>{cell(paragraph())}{cell(paragraph(run('ngày')))}</w:tr></w:tbl>",
        "HUYỆN ỦY\n\n*\n\nĐẢNG\n\nngày",
    ),
    "tables in tables come once": (
        f"<w:tbl><w:tr>{cell('<w:tbl><w:tr>' + cell(paragraph(run('trong'))) + '</w:tr></w:tbl>', paragraph(run('ngoài')))}"
        "</w:tr></w:tbl>",
        "trong\n\nngoài",
    ),
    "capitals by property": (
        paragraph(run("nghị quyết", "<w:caps/>"), run(" x", '<w:caps w:val="0"/>')),
        "NGHỊ QUYẾT x",
    ),
    "hidden text": (paragraph(run("a"), run("ẩn", "<w:vanish/>")), "a"),
    "field codes": (paragraph(field(' HYPERLINK "http://x" ', "18-NQ/TW")), "18-NQ/TW"),
    "page numbers": (paragraph(run("Trang "), field(" PAGE \\* MERGEFORMAT ", "3"), run(".")), "Trang ."),
    "simple fields": (
        paragraph(
            f'<w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>',
            f'<w:fldSimple w:instr="REF a">{run("b")}</w:fldSimple>',
        ),
        "b",
    ),
    "text boxes come once": (
        paragraph(run("a"), BOX.format(paragraph(run("hộp")))) + paragraph(run("b")),
        "a\n\nhộp\n\nb",
    ),
    "links, tags and controls are seen through": (
        paragraph(f"<w:hyperlink>{run('a')}</w:hyperlink><w:smartTag>{run('b')}</w:smartTag>")
        + f"<w:sdt><w:sdtContent>{paragraph(run('c'))}</w:sdtContent></w:sdt>",
        "ab\n\nc",
    ),
    "old fonts": (paragraph(run("Ngh\xde quy\xd5t", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')), "Nghị quyết"),
    "old capitals": (paragraph(run("ngh\xde quy\xd5t", '<w:rFonts w:hAnsi=".VnTimeH"/>')), "NGHỊ QUYẾT"),
    "VNI": (paragraph(run("Nghò quyeát", '<w:rFonts w:hAnsi="VNI-Times"/>')), "Nghị quyết"),
}


@pytest.mark.parametrize(("body", "text"), BODIES.values(), ids=BODIES.keys())
def test_bodies(body: str, text: str) -> None:
    assert text_of(word_zip(body)) == text


def test_notes_stand_at_the_end() -> None:
    body = paragraph(
        run("theo Nghị quyết"), '<w:r><w:footnoteReference w:id="5"/></w:r>',
        run(" và Kết luận"), '<w:r><w:endnoteReference w:id="2"/></w:r>', run("."),
    )  # fmt: skip
    parts = {
        "footnotes": f'<w:footnote w:id="0">{paragraph(run("vạch"))}</w:footnote>'
        f'<w:footnote w:id="5">{paragraph("<w:r><w:footnoteRef/></w:r>", run(" Số 18-NQ/TW."))}</w:footnote>',
        "endnotes": f'<w:endnote w:id="2">{paragraph(run("Số 50-KL/TW."))}</w:endnote>',
    }
    assert (
        text_of(word_zip(body, parts)) == "theo Nghị quyết[1] và Kết luận[2].\n\n[1] Số 18-NQ/TW.\n\n[2] Số 50-KL/TW."
    )


def test_styles_are_followed() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:rFonts w:hAnsi=".VnTime"/><w:caps/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Base"/><w:rPr><w:caps w:val="0"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    body = paragraph(run("Ngh\xde quy\xd5t"), properties='<w:pStyle w:val="Child"/>')
    body += paragraph(run("x"), properties='<w:pStyle w:val="Loop"/>')
    made = read(word_zip(body, {"styles": styles}), "a.docx", "a.docx")
    assert (made.text, made.encoding) == ("Nghị quyết\n\nx", "tcvn3")
    assert made.notes == ("phông chữ cũ đã chuyển sang Unicode: TCVN3 (ABC)",)


def test_numbers_that_word_makes() -> None:
    def level(number: int, kind: str, text: str) -> str:
        return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'

    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "Điều %2.") + level(2, "lowerLetter", "%3)")
    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{levels}{level(3, "decimal", "%2.%4")}{level(4, "bullet", "")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>'
        "</w:lvlOverride></w:num>"
    )

    def item(level: int, number: int = 1) -> str:
        return paragraph(
            run("x"), properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        )

    body = "".join(
        [item(0), item(1), item(2), item(2), item(1), item(2), item(3), item(4), item(0), item(0, 2), item(0, 9)]
    )
    assert text_of(word_zip(body, {"numbering": numbering})).split("\n\n") == [
        "I. x", "Điều 1. x", "a) x", "b) x", "Điều 2. x", "a) x", "2.1 x", "- x", "II. x", "IV. x", "x",
    ]  # fmt: skip


def test_headers_and_footers_come_once() -> None:
    parts = {
        "header1": paragraph(run("TỈNH ỦY HẬU GIANG")),
        "header2": paragraph(run("Kế hoạch 109")) + paragraph(field("PAGE", "2")) + paragraph(run("- 3 -")),
        "footer1": paragraph(run("Kế hoạch 109")) + paragraph(run("Lưu hành nội bộ")),
    }
    section = (
        '<w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/>'
        '<w:footerReference w:type="default" r:id="footer1"/><w:titlePg/>'
    )
    made = text_of(word_zip(paragraph(run("Nội dung")), parts, section=section))
    assert made == "TỈNH ỦY HẬU GIANG\n\nNội dung\n\nKế hoạch 109\n\nLưu hành nội bộ"


def test_revisions_are_told() -> None:
    made = read(word_zip(paragraph(f"<w:ins>{run('a')}</w:ins>")), "a.docx", "a.docx")
    assert made.notes == ("văn bản có sửa đổi đang theo dõi (track changes), đọc như đã chấp nhận",)
    assert (made.format, made.encoding, made.pages, made.ocr) == ("docx", "unicode", None, None)


def test_strict_form_of_the_format() -> None:
    """Word's "Strict Open XML" has other namespaces for the same names."""
    source = zipfile.ZipFile(io.BytesIO(word_zip(paragraph(run("Nghị quyết")))))
    strict = {
        name: source.read(name)
        .replace(b"schemas.openxmlformats.org/wordprocessingml/2006/main", b"purl.oclc.org/ooxml/wordprocessingml/main")
        .replace(b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument")
        for name in source.namelist()
    }
    assert text_of(zip_file(strict)) == "Nghị quyết"


def test_python_docx() -> None:
    document = docx.Document()
    document.add_heading("KẾ HOẠCH", 1)
    document.add_paragraph("một", style="List Number")
    document.add_paragraph("hai", style="List Number")
    document.add_paragraph("ba", style="List Bullet")
    file = io.BytesIO()
    document.save(file)
    assert text_of(file.getvalue()) == "KẾ HOẠCH\n\n1. một\n\n2. hai\n\n- ba"


def whole() -> bytes:
    return word_document("Nghị quyết số 18-NQ/TW\n")


def bomb() -> bytes:
    """Some 80 kB that unpack to more than any document has."""
    return word_zip(paragraph(run("x" * 9_000_000)) * (MAX_UNPACKED // 9_000_000 + 1))


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<document><body><p><r><t>&b;</t></r></p></body></document>"""
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600

BAD = {
    "cut off": (lambda: whole()[:-400], "tệp hỏng (không giải nén được)"),
    "bytes changed": (lambda: whole()[:2_000] + b"\0" * 900 + whole()[2_900:], "tệp hỏng"),
    "no zip": (lambda: b"PK\x03\x04", "tệp hỏng (không giải nén được)"),
    "no Word file": (lambda: zip_file({"a.txt": b"x"}), "tệp không phải văn bản Word"),
    "broken XML": (lambda: zip_file({"word/document.xml": b"<document><p>"}), "nội dung XML không hợp lệ"),
    "too deep": (lambda: zip_file({"word/document.xml": b"<p>" * 5_000 + b"</p>" * 5_000}), "nội dung XML không hợp lệ"),
    "entities": (lambda: zip_file({"word/document.xml": ENTITIES}), "khai báo DTD"),
    "bomb": (bomb, "có thể là tệp bom nén"),
    "locked": (lambda: LOCKED, "tệp Word có mật khẩu"),
    "old Word": (lambda: LOCKED.replace(b"E\0n\0c", b"E\0n\0d"), "Word cũ (.doc) mang đuôi .docx"),
    "empty": (lambda: word_zip(paragraph()), "tệp không có chữ nào"),
}  # fmt: skip


@pytest.mark.parametrize(("make", "said"), BAD.values(), ids=BAD.keys())
def test_bad_files(make, said: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(SourceError) as caught:
        text_of(make())
    message = str(caught.value)
    assert message.startswith("a.docx: ")
    assert said in message
    assert "\n" not in message
    assert caught.value.todo

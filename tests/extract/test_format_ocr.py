"""Pictures of documents, read by Tesseract."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from document_makers import need_tesseract, picture_file, pictures, print_pdf, web_page
from PIL import Image

from extract.formats import read
from ontology.errors import SourceError

TEXT = "KẾ HOẠCH\n\nThực hiện Nghị quyết số 18-NQ/TW ngày 16/6/2022 của Trung ương về đất đai.\n"


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> list[Image.Image]:
    need_tesseract()
    markup = web_page(TEXT, style="p{page-break-after:always}")
    return pictures(print_pdf(markup, tmp_path_factory.mktemp("ocr")), 200)[:2]


def test_picture(scans: list[Image.Image]) -> None:
    made = read(picture_file(scans[1:], "PNG"), "a.png", "a.png")
    assert made.text == TEXT.split("\n\n")[1].strip()
    assert (made.format, made.pages, made.ocr_pages) == ("image", (0,), (1,))
    assert made.ocr is not None
    assert 0.8 < made.ocr <= 1.0


def test_picture_of_several_pages(scans: list[Image.Image]) -> None:
    made = read(picture_file(scans, "TIFF"), "a.tif", "a.tif")
    assert made.text == TEXT.strip()
    assert made.pages == (0, 10)
    assert made.notes[0].startswith("2 trang đọc bằng OCR")


def test_photograph_that_was_turned(scans: list[Image.Image]) -> None:
    """Cameras store the picture as it came and tell in EXIF how it was held."""
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    scans[1].rotate(90, expand=True).save(file, "JPEG", quality=90, exif=exif)
    assert "18-NQ/TW" in read(file.getvalue(), "a.jpg", "a.jpg").text


def claims_to_be_huge() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def blank() -> bytes:
    return picture_file([Image.new("L", (600, 800), 255)], "PNG")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "ảnh hỏng"),
        (lambda: blank()[: len(blank()) // 2], "ảnh hỏng"),
        (lambda: b"GIF89a" + b"\0" * 50, "ảnh hỏng"),
        (claims_to_be_huge, "ảnh lớn hơn 100 triệu điểm"),
        (blank, "tệp không có chữ nào"),
    ],
)
def test_bad_pictures(make, said: str) -> None:  # type: ignore[no-untyped-def]
    need_tesseract()
    with pytest.raises(SourceError, match=said) as caught:
        read(make(), "a.png", "a.png")
    assert "\n" not in str(caught.value)


def test_without_tesseract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceError, match=r"^a\.png: ảnh chụp văn bản, cần Tesseract với gói tiếng Việt"):
        read(blank(), "a.png", "a.png")

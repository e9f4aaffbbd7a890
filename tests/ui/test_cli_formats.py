"""The commands on real files of every format: what they say, on which page, and what is told of those that are bad."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import cast

import docx
import pypdfium2
import pytest
from command_line import RunCli
from document_makers import (
    convert,
    need_libreoffice,
    need_tesseract,
    picture_file,
    pictures,
    print_pdf,
    web_page,
    word_document,
    word_zip,
    zip_file,
)
from PIL import Image

from extract.encodings.legacy import by_name
from extract.extractor import extract_sources
from extract.output import to_contract
from extract.source import list_sources
from graph.answers import Direction
from graph.build import build
from graph.query import Graph
from ontology.confidence import Feature, weigh
from ontology.extraction import Extraction
from ui.parts.passages import passage_objects

PLAN = """HUYỆN ỦY PHỤNG HIỆP

Số: {number}-KH/HU

KẾ HOẠCH

về đất đai

Phụng Hiệp, ngày 02 tháng 02 năm 2023

{filling}Ban Thường vụ Huyện ủy ban hành Kế hoạch để cụ thể hóa thực hiện Chương trình số 139-CTr/TU ngày 09/11/2022 của \
Ban Thường vụ Tỉnh ủy Hậu Giang.
"""
FILLING = "".join(f"Việc thứ {number} là rà soát quy hoạch của các xã, thị trấn.\n\n" for number in range(60))


def plan(number: int, *, pages: bool = False) -> str:
    return PLAN.format(number=number, filling=FILLING if pages else "")


def old_web_page(text: str) -> bytes:
    return by_name("windows-1258").encode(web_page(text, charset="windows-1258"))


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One plan in each format, of numbers 1 to 10; the PDF has several pages."""
    work = tmp_path_factory.mktemp("made")
    folder = tmp_path_factory.mktemp("documents")
    need_libreoffice()
    need_tesseract()
    scan = pictures(print_pdf(web_page(plan(9)), work))
    files = {
        "1.txt": plan(1).encode(),
        "2.txt": by_name("tcvn3").encode(plan(2)),
        "3.docx": word_document(plan(3)),
        "4.html": old_web_page(plan(4)),
        "5.pdf": print_pdf(web_page(plan(5, pages=True)), work),
        "6.doc": convert(word_document(plan(6)), "docx", "doc", work),
        "7.zip": zip_file(
            {
                "kế hoạch/7.docx": word_document(plan(7)),
                "8.zip": zip_file({"8.md": plan(8).encode("utf-16")}),
            }
        ),
        "9.png": picture_file(scan, "PNG"),
        "10.pdf": picture_file(pictures(print_pdf(web_page(plan(10)), work)), "PDF"),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


# File, format, encoding, whether OCR read it, page of the sentence.
READ = [
    ("1.txt", "text", "utf-8", False, None),
    ("10.pdf", "pdf", "unicode", True, 1),
    ("2.txt", "text", "tcvn3", False, None),
    ("3.docx", "docx", "unicode", False, None),
    ("4.html", "html", "windows-1258", False, None),
    ("5.pdf", "pdf", "unicode", False, 3),
    ("6.doc", "doc", "unicode", False, None),
    ("7.zip/8.zip/8.md", "text", "utf-16", False, None),
    ("7.zip/kế hoạch/7.docx", "docx", "unicode", False, None),
    ("9.png", "image", "unicode", True, 1),
]


@pytest.fixture(scope="module")
def extracted(documents: Path) -> list[str]:
    """What is read, by one process and by two, as `extract` prints it."""
    sources = list_sources([documents])
    outcomes = (extract_sources(sources, jobs) for jobs in (1, 2))
    return ["".join(f"{json.dumps(to_contract(cast('Extraction', each)))}\n" for each in found) for found in outcomes]


def test_two_processes_say_what_one_says(extracted: list[str]) -> None:
    assert extracted[0] == extracted[1]
    assert extracted[0].count("\n") == len(READ)


def test_every_format_says_the_same(extracted: list[str]) -> None:
    rows = [json.loads(line) for line in extracted[0].splitlines()]
    sure = next(row["relations"][0]["confidence"] for row in rows if row["file"] == "1.txt")
    found = []
    for row in rows:
        (relation,) = row["relations"]
        number = "".join(filter(str.isdigit, Path(row["file"]).stem))
        assert row["letterhead"]["code"] == f"{number}-KH/HU"
        assert (relation["head"], relation["type"], relation["tail"]) == ("SELF", "concretizes", "139-CTr/TU")
        assert relation["confidence"] == (weigh(sure, Feature.OCR) if row["ocr"] else sure)
        found.append((row["file"], row["format"], row["encoding"], row["ocr"], relation.get("page")))
    assert found == READ


@pytest.fixture(scope="module")
def built(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph") / "g"
    build([documents], folder, jobs=2)
    return folder


def test_a_graph_of_every_format(run_inside: RunCli, built: Path) -> None:
    edges = run_inside("trace", "139-CTr/TU", "--graph", built, "--json").json()["edges"]
    evidence = {edge["evidence"][0]["file"]: edge["evidence"][0] for edge in edges}
    assert sorted(evidence) == [row[0] for row in READ]
    assert {file: found["page"] for file, found in evidence.items() if "page" in found} == {
        file: page for file, *_, page in READ if page
    }
    with Graph.open(built) as graph:
        for file, found in evidence.items():
            assert graph.source(file).text[found["start"] : found["end"]] == found["quote"]


def test_pages_are_shown(run_inside: RunCli, built: Path) -> None:
    shown = run_inside("trace", "139-CTr/TU", "--graph", built).stdout
    assert "(5.pdf, trang 3, ký tự " in shown
    assert "(1.txt, ký tự " in shown
    rows = run_inside("trace", "139-CTr/TU", "--graph", built, "--csv").stdout.splitlines()
    assert rows[0].strip().endswith(",rule,page")
    query = "PREFIX schema: <https://schema.org/> SELECT (MAX(?page) AS ?last) { ?evidence schema:pageStart ?page }"
    assert run_inside("sparql", query, "--graph", built, "--csv").stdout.split() == ["last", "3"]
    query = "MATCH (e:Evidence) WHERE e.page > 1 RETURN DISTINCT e.file AS file, e.page AS page"
    assert run_inside("cypher", query, "--graph", built, "--json").json() == [{"file": "5.pdf", "page": 3}]


def test_the_pages_of_the_app_name_the_page(built: Path) -> None:
    with Graph.open(built) as graph:
        (plan_of_the_pdf,) = graph.trace(graph.resolve("5-KH/HU").iri, direction=Direction.UP).edges
        (plan_of_the_text,) = graph.trace(graph.resolve("1-KH/HU").iri, direction=Direction.UP).edges
        shown = passage_objects(graph, (*plan_of_the_pdf.evidence, *plan_of_the_text.evidence))
    assert [passage["page"] for passage in shown] == ["trang 3", ""]


def test_how_files_were_read_is_told_once(run_inside: RunCli, documents: Path, tmp_path: Path) -> None:
    first = run_inside("build", documents, "--graph", tmp_path / "g", "--json").json()
    assert [note.split(". ")[0].rstrip(".") for note in first["notes"] if "OCR" not in note] == [
        "2.txt: bảng mã TCVN3 (ABC), đã chuyển sang Unicode",
        "4.html: bảng mã Windows-1258, đã chuyển sang Unicode",
        "7.zip/8.zip/8.md: bảng mã UTF-16, đã chuyển sang Unicode",
    ]
    assert [note.partition(":")[0] for note in first["notes"] if "OCR" in note] == ["10.pdf", "9.png"]
    again = run_inside("build", documents, "--graph", tmp_path / "g", "--json").json()
    assert (again["changed"], again["read"], again["notes"]) == (False, [], [])
    assert len(again["unchanged"]) == len(READ)


def encrypted_pdf(work: Path) -> bytes:
    return convert(word_document(plan(1)), "docx", "pdf", work, EncryptFile="true", DocumentOpenPassword="x")


def empty_pdf(_: Path) -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def empty_docx(_: Path) -> bytes:
    file = io.BytesIO()
    docx.Document().save(file)
    return file.getvalue()


def bomb(_: Path) -> bytes:
    return word_zip(f"<w:p><w:r><w:t>{'x' * 9_000_000}</w:t></w:r></w:p>" * 8)


def huge_picture(_: Path) -> bytes:
    return picture_file([Image.new("1", (20_000, 20_000), 1)], "PNG")


def mixture(_: Path) -> bytes:
    return plan(1).encode() * 3 + by_name("vni").encode(plan(2)) * 2


def scan(_: Path) -> bytes:
    return picture_file([Image.new("L", (600, 800), 255)], "PDF")


BAD: dict[str, tuple[Callable[[Path], bytes], str, str]] = {
    "bom.docx": (bomb, "có thể là tệp bom nén", "Kiểm tra nguồn"),
    "cắt.docx": (lambda _: word_document(plan(1))[:-400], "tệp hỏng", "Lấy lại bản gốc"),
    "cắt.pdf": (lambda _: b"%PDF-1.7\n" + b"\0" * 900, "PDF hỏng", "Lấy lại bản gốc"),
    "khóa.pdf": (encrypted_pdf, "PDF có mật khẩu", "Bỏ mật khẩu"),
    "lớn.png": (huge_picture, "ảnh lớn hơn 100 triệu điểm", "Thu nhỏ ảnh"),
    "mã lệnh.html": (lambda _: b"<script>var a = 'Nghi quyet 18-NQ/TW'</script>", "tệp không có chữ nào", "Thay bằng"),
    "nén.zip": (lambda _: b"PK\x03\x04 \x00", "tệp hỏng", "Lấy lại bản gốc"),
    "quét.pdf": (scan, "tệp không có chữ nào", "Thay bằng"),
    "trắng.docx": (empty_docx, "tệp không có chữ nào", "Thay bằng"),
    "trắng.pdf": (empty_pdf, "tệp không có chữ nào", "Thay bằng"),
    "trộn.txt": (mixture, "tệp trộn nhiều bảng mã", "Chuyển cả tệp về UTF-8"),
    "ảnh.jpg": (lambda _: b"\xff\xd8\xff\xe0" + b"\0" * 300, "ảnh hỏng", "Quét hoặc chụp lại"),
}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_bad_file_costs_one_line(run_cli: RunCli, tmp_path: Path, jobs: str) -> None:
    need_tesseract()
    folder = tmp_path / "nguồn"
    folder.mkdir()
    (folder / "tốt.txt").write_text(plan(1), encoding="utf-8")
    for name, (make, _, _) in BAD.items():
        (folder / name).write_bytes(make(tmp_path))
    done = run_cli("build", folder, "--graph", "g", "--jobs", jobs)
    assert done.code == 1
    lines = {line.split(": ")[1].rpartition("/")[2]: line for line in done.stderr.splitlines()}
    assert sorted(lines) == sorted(BAD)
    assert len(done.stderr.splitlines()) == len(BAD), done.stderr
    for name, (_, reason, todo) in BAD.items():
        assert lines[name].startswith("Lỗi: "), lines[name]
        assert reason in lines[name], lines[name]
        assert todo in lines[name], lines[name]
    assert f"{len(BAD)} tệp không dùng được" in done.stdout
    assert len(run_cli("search", "1-KH/HU", "--graph", "g", "--json").json()) == 1


def test_without_the_programs_of_the_system(run_inside: RunCli, tmp_path: Path) -> None:
    """One line for each file that needs them; the others are read."""
    folder = tmp_path / "nguồn"
    folder.mkdir()
    (folder / "tốt.txt").write_text(plan(1), encoding="utf-8")
    (folder / "cũ.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    (folder / "quét.pdf").write_bytes(scan(tmp_path))
    (folder / "ảnh.png").write_bytes(picture_file([Image.new("L", (60, 80), 255)], "PNG"))
    done = run_inside("extract", folder, env={"PATH": str(tmp_path)})
    assert done.code == 1
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == ["tốt.txt"]
    said = {line.split(": ")[1].rpartition("/")[2]: line for line in done.stderr.splitlines()}
    assert "cần LibreOffice để đọc tệp .doc, máy này chưa có" in said["cũ.doc"]
    assert "cần Tesseract với gói tiếng Việt (vie), máy này chưa có" in said["quét.pdf"]
    assert "cần Tesseract với gói tiếng Việt (vie), máy này chưa có" in said["ảnh.png"]
    assert len(said) == len(done.stderr.splitlines()) == 3


def test_a_bad_document_in_an_archive_costs_itself_alone(run_inside: RunCli, tmp_path: Path) -> None:
    archive = tmp_path / "gói.zip"
    archive.write_bytes(zip_file({"tốt.txt": plan(1).encode(), "hỏng.docx": b"PK\x03\x04"}, zipfile.ZIP_STORED))
    done = run_inside("extract", archive)
    assert (done.code, json.loads(done.stdout)["file"]) == (1, "gói.zip/tốt.txt")
    assert done.stderr.startswith(f"Lỗi: {archive}/hỏng.docx: tệp hỏng")

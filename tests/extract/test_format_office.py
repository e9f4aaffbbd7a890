"""Old Word, RTF and OpenDocument files, read through LibreOffice, and what LibreOffice must not do."""

import http.server
import io
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from document_makers import convert, need_libreoffice, word_document, word_zip, zip_file

from extract.formats import office, read
from ontology.errors import SourceError

TEXT = "KẾ HOẠCH\n\nThực hiện Nghị quyết số 18-NQ/TW\tngày 16/6/2022 của Trung ương.\n\nhết\n"
READ = "KẾ HOẠCH\n\nThực hiện Nghị quyết số 18-NQ/TW\n\nngày 16/6/2022 của Trung ương.\n\nhết"


def in_rtf(text: str) -> str:
    return "".join(character if ord(character) < 128 else f"\\u{ord(character)}?" for character in text)


def rtf(body: str) -> bytes:
    return f"{{\\rtf1\\ansi\\deff0{{\\fonttbl{{\\f0 Times New Roman;}}{{\\f1 .VnTime;}}}}\\f0 {body}}}".encode("ascii")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    need_libreoffice()
    source = word_document(TEXT)
    return {kind: convert(source, "docx", kind, tmp_path_factory.mktemp(kind)) for kind in ("doc", "rtf", "odt")}


@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_formats(files: dict[str, bytes], kind: str) -> None:
    made = read(files[kind], f"a.{kind}", f"a.{kind}")
    assert (made.text, made.format, made.encoding) == (READ, kind, "unicode")


def test_what_a_file_is_shows_in_its_bytes(files: dict[str, bytes]) -> None:
    assert read(files["rtf"], "a.doc", "a.doc").format == "rtf"
    assert read(word_document(TEXT), "a.doc", "a.doc").text == READ
    page = read("<html><body><p>Nghị quyết số 18-NQ/TW".encode(), "a.doc", "a.doc")
    assert (page.text, page.format) == ("Nghị quyết số 18-NQ/TW", "html")


def test_notes_fonts_and_tables_of_rtf() -> None:
    need_libreoffice()
    body = in_rtf("Thực hiện") + "{\\footnote " + in_rtf("Chú thích") + "}\\par {\\f1 Ngh\\'de quy\\'d5t}\\par"
    body += "\\trowd\\cellx3000\\cellx6000\\intbl a\\cell b\\cell\\row\\pard"
    made = read(rtf(body), "a.rtf", "a.rtf")
    assert made.text == "Thực hiện[1]\n\nNghị quyết\n\na\n\nb\n\n[1] Chú thích"
    assert made.encoding == "tcvn3"


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine that notes what it is asked for."""
    paths: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - names of the protocol

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    thread.join()
    server.server_close()


def with_links(odt: bytes, address: str) -> bytes:
    """An OpenDocument text with a picture and a section that lie elsewhere."""
    links = (
        '<text:p><draw:frame svg:width="2cm" svg:height="2cm"><draw:image'
        f' xlink:href="{address}/picture.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>'
        f'</text:p><text:section text:name="s"><text:section-source xlink:href="{address}/section.odt"/></text:section>'
    )
    source = zipfile.ZipFile(io.BytesIO(odt))
    end = b"</office:text>"
    return zip_file({name: source.read(name).replace(end, links.encode() + end) for name in source.namelist()})


def test_links_are_not_followed(files: dict[str, bytes], asked: tuple[str, list[str]], tmp_path: Path) -> None:
    address, paths = asked
    linked = with_links(files["odt"], address)
    assert read(linked, "a.odt", "a.odt").text == READ
    assert paths == []
    # The check bites: LibreOffice by itself does ask.
    convert(linked, "odt", "docx", tmp_path)
    assert "/picture.png" in paths


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3_000, "LibreOffice không mở được tệp"),
        (b"Ngh\xde quy\xd5t", "tệp hỏng, không phải Word, RTF hay OpenDocument"),
        (b"PK\x03\x04", "tệp hỏng"),
        (word_zip("<w:p/>"), "tệp không có chữ nào"),
    ],
)
def test_bad_files(data: bytes, said: str) -> None:
    need_libreoffice()
    with pytest.raises(SourceError, match=said) as caught:
        read(data, "a.doc", "a.doc")
    assert str(caught.value).startswith("a.doc: ")
    assert "\n" not in str(caught.value)


def test_a_bomb_does_not_reach_libreoffice(files: dict[str, bytes]) -> None:
    source = zipfile.ZipFile(io.BytesIO(files["odt"]))
    parts = {name: source.read(name) for name in source.namelist()} | {"Pictures/a": b"\0" * 80_000_000}
    with pytest.raises(SourceError, match="bom nén"):
        read(zip_file(parts), "a.odt", "a.odt")


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceError) as caught:
        read(rtf("x"), "a.rtf", "a.rtf")
    assert str(caught.value) == (
        "a.rtf: cần LibreOffice để đọc tệp .rtf, máy này chưa có. "
        "Cài LibreOffice (libreoffice.org), hoặc lưu tệp thành .docx."
    )


def test_what_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A program in LibreOffice's place that starts another one and waits for ever: both are gone in time."""
    alive = tmp_path / "alive"
    program = tmp_path / "soffice"
    program.write_text(f'#!/bin/sh\n(while :; do date > "{alive}"; sleep 0.1; done) &\nwait\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(office, "MAX_SECONDS", 1)
    with pytest.raises(SourceError, match="LibreOffice không đọc xong tệp trong 1 giây"):
        read(rtf("x"), "a.rtf", "a.rtf")
    assert alive.is_file()
    alive.unlink()
    time.sleep(0.5)
    assert not alive.exists()

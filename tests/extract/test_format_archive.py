"""Archives: what is in them, and what of them is refused."""

import io
import zipfile

import pytest
from document_makers import word_document, zip_file

from extract.formats import read
from extract.formats.archive import MAX_DOCUMENTS, list_documents, read_document, shown_name
from extract.formats.zip_parts import MAX_ENTRIES
from ontology.errors import SourceError

SUFFIXES = {".txt", ".docx"}
TEXT = "Nghị quyết số 18-NQ/TW".encode()


def listed(data: bytes) -> list[tuple[str, ...]]:
    return list_documents(data, "a.zip", SUFFIXES)


def test_documents_are_listed_in_order() -> None:
    inner = zip_file({"d.txt": TEXT})
    data = zip_file(
        {
            "b/c.docx": word_document("Kế hoạch 109-KH/HU\n"),
            "a.txt": TEXT,
            "A.TXT": TEXT,
            "x.exe": b"x",
            "b/README.txt": b"x",
            ".ẩn.txt": b"x",
            "__MACOSX/a.txt": b"x",
            "trong.zip": inner,
            "rỗng/": b"",
        }
    )
    members = listed(data)
    assert [shown_name(member) for member in members] == ["A.TXT", "a.txt", "b/c.docx", "trong.zip/d.txt"]
    texts = [read(read_document(data, member, "a.zip", 1 << 20), member[-1], "x").text for member in members]
    assert texts == [TEXT.decode()] * 2 + ["Kế hoạch 109-KH/HU", TEXT.decode()]


def test_names_in_utf_8_that_do_not_say_so() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as container:
        container.writestr("Ke hoach-------.txt", TEXT)
    # As Explorer writes it: UTF-8 bytes, and the flag that would say so not set.
    data = made.getvalue().replace(b"Ke hoach-------", "Kế hoạch---".encode())
    [member] = listed(data)
    assert shown_name(member) == "Kế hoạch---.txt"
    assert read_document(data, member, "a.zip", 100) == TEXT


def nested(depth: int) -> bytes:
    data = zip_file({"a.txt": TEXT})
    for _ in range(depth - 1):
        data = zip_file({"a.zip": data})
    return data


def locked() -> bytes:
    """An archive whose entry says that it is encrypted."""
    data = bytearray(zip_file({"a.txt": TEXT}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def with_name(name: bytes) -> bytes:
    return zip_file({"x" * len(name): TEXT}).replace(b"x" * len(name), name)


REFUSED = {
    "no archive": (lambda: b"PK\x03\x04", "tệp hỏng"),
    "cut off": (lambda: nested(1)[:-10], "tệp hỏng"),
    "upwards": (lambda: with_name(b"../../a.txt"), "tên tệp không an toàn"),
    "upwards, Windows": (lambda: with_name(b"..\\..\\a.txt"), "tên tệp không an toàn"),
    "absolute": (lambda: with_name(b"/etc/a.txt"), "tên tệp không an toàn"),
    "drive": (lambda: with_name(b"C:\\a.txt"), "tên tệp không an toàn"),
    "line feed in the name": (lambda: with_name(b"a\nb.txt"), "tên tệp không an toàn"),
    "too deep": (lambda: nested(4), "lồng nhau hơn 3 lớp"),
    "too many entries": (lambda: zip_file({f"{n}": b"" for n in range(MAX_ENTRIES + 1)}), "hơn 10000 mục"),
    "too many documents": (lambda: zip_file({f"{n}.txt": b"x" for n in range(MAX_DOCUMENTS + 1)}), "hơn 5000 văn bản"),
}


@pytest.mark.parametrize(("make", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(make, said: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(SourceError, match=r"^a\.zip") as caught:
        listed(make())
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_depth_that_is_allowed() -> None:
    assert listed(nested(3)) == [("a.zip", "a.zip", "a.txt")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (locked(), "mật khẩu"),
        (zip_file({"a.txt": b"x" * 3_000_000}), "lớn hơn 2 MB"),
        (zip_file({"b.txt": b"x"}), "không còn trong tệp nén"),
        (
            nested(1).replace(TEXT[:4], b"\0\0\0\0")
            if TEXT[:4] in nested(1)
            else nested(1)[:35] + b"\xff\xff" + nested(1)[37:],
            "tệp hỏng",
        ),
    ],
)
def test_documents_that_cannot_be_read(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said) as caught:
        read_document(data, ("a.txt",), "a.zip", 2 * 1024 * 1024)
    assert str(caught.value).startswith("a.zip/a.txt: ")


def test_a_bomb_of_archives_is_bounded() -> None:
    """An archive of archives that would unpack to gigabytes is refused at its bound."""
    inner = zip_file({"a.txt": TEXT, "rác.bin": b"\0" * 1_000})
    # Bytes before a ZIP's first entry belong to no one, so the inner archives are whole, and large.
    layer = zip_file({f"{n}.zip": b"\0" * 90_000_000 + inner for n in range(6)})
    assert len(layer) < 1_000_000
    with pytest.raises(SourceError, match="bom nén"):
        listed(layer)

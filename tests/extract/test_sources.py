"""Which files are sources, what their bytes say, and what is told of those that cannot be used."""

import hashlib
import zipfile
from pathlib import Path

import pytest
from document_makers import zip_file

from extract.formats.stable import unchanging
from extract.source import MAX_BYTES, SourceFile, list_sources, read_bytes, read_source
from ontology.errors import SourceError


def _write(path: Path, data: bytes = b"Ngh\xe1\xbb\x8b quy\xe1\xba\xbft") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _names(*paths: Path) -> list[str]:
    return [source.file for source in list_sources(paths)]


def test_a_folder_is_walked_in_path_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/y.TXT", "a-b.txt", "a/x.bin", "a/no-suffix"):
        _write(tmp_path / name)
    assert _names(tmp_path) == ["a-b.txt", "a/y.TXT", "a/z.md", "b.txt"]


def test_hidden_files_and_readmes_are_passed_over(tmp_path: Path) -> None:
    for name in (".a.txt", ".git/b.txt", "README.md", "sub/readme.txt", "c.txt"):
        _write(tmp_path / name)
    assert _names(tmp_path) == ["c.txt"]


def test_a_readme_that_is_named_is_read(tmp_path: Path) -> None:
    assert _names(_write(tmp_path / "README.md")) == ["README.md"]


def test_other_formats_are_listed_and_then_told(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    _write(tmp_path / "b.rar", b"Rar!")
    sources = list_sources([tmp_path])
    assert [source.file for source in sources] == ["a.txt", "b.rar"]
    with pytest.raises(SourceError, match=r"chưa đọc được định dạng \.rar"):
        read_source(sources[1])


def test_every_format_is_listed(tmp_path: Path) -> None:
    names = [
        f"a.{suffix}"
        for suffix in [
            "doc",
            "docx",
            "htm",
            "html",
            "jpeg",
            "jpg",
            "md",
            "odt",
            "pdf",
            "png",
            "rtf",
            "tif",
            "tiff",
            "txt",
        ]
    ]
    for name in [*names, "~$a.docx", "a.DOCX.tmp", "a.xlsx"]:
        _write(tmp_path / name)
    assert _names(tmp_path) == names


def test_an_archive_is_its_documents(tmp_path: Path) -> None:
    inner = zip_file({"c.md": b"c", "~$c.docx": b"x"})
    _write(
        tmp_path / "x" / "b.ZIP", zip_file({"thư mục/e.txt": b"e", "a.zip": inner, "README.md": b"x", "x.exe": b"x"})
    )
    _write(tmp_path / "x" / "a.txt", b"a")
    sources = list_sources([tmp_path])
    assert [source.file for source in sources] == ["x/a.txt", "x/b.ZIP/a.zip/c.md", "x/b.ZIP/thư mục/e.txt"]
    assert [read_source(source).text for source in sources] == ["a", "c", "e"]


def test_an_archive_that_is_named_by_itself(tmp_path: Path) -> None:
    assert _names(_write(tmp_path / "b.zip", zip_file({"e.txt": b"e"}))) == ["b.zip/e.txt"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04", "tệp hỏng"),
        (zip_file({"../a.txt": b"a"}), "tên tệp không an toàn"),
        (zip_file({"a.exe": b"a"}), "tệp nén không có văn bản nào"),
        (zip_file({"a.txt": b"a" * 30_000_000}), "a.txt: giải nén ra gấp hơn 200 lần"),
        (zip_file({f"{number}.txt": b"ab\n" * 300_000 for number in range(600)}, zipfile.ZIP_STORED), "lớn hơn 512 MB"),
    ],
    ids=["damaged", "leads out", "empty", "bomb", "too much"],
)
def test_an_archive_that_cannot_be_used_is_told_in_its_place(tmp_path: Path, data: bytes, said: str) -> None:
    _write(tmp_path / "a.zip", data)
    _write(tmp_path / "b.txt", b"b")
    sources = list_sources([tmp_path])
    assert [source.file for source in sources] == ["a.zip", "b.txt"]
    with pytest.raises(SourceError, match=said) as error:
        read_bytes(sources[0])
    assert str(error.value).startswith(str(tmp_path / "a.zip"))


def test_an_archive_that_changes_meanwhile(tmp_path: Path) -> None:
    archive = _write(tmp_path / "a.zip", zip_file({"a.txt": b"a"}))
    with pytest.raises(SourceError, match="tệp đang thay đổi trong lúc đọc"), unchanging(archive, 1_000):
        _write(archive, zip_file({"a.txt": b"b", "b.txt": b"b"}))


def test_an_archive_without_a_document_that_was_in_it(tmp_path: Path) -> None:
    archive = _write(tmp_path / "a.zip", zip_file({"a.txt": b"a"}))
    (source,) = list_sources([archive])
    _write(archive, zip_file({"b.txt": b"b"}))
    with pytest.raises(SourceError, match=r"a\.zip/a\.txt: không còn trong tệp nén"):
        read_source(source)


def test_several_roots_keep_files_of_one_name_apart(tmp_path: Path) -> None:
    for root in ("x", "y"):
        _write(tmp_path / root / "a.txt")
    assert _names(tmp_path / "x", tmp_path / "y") == ["x/a.txt", "y/a.txt"]


def test_roots_of_one_name_keep_their_whole_path(tmp_path: Path) -> None:
    roots = [tmp_path / "1" / "x", tmp_path / "2" / "x"]
    for root in roots:
        _write(root / "a.txt")
    assert _names(*roots) == sorted(f"{root.as_posix()}/a.txt" for root in roots)


def test_files_of_one_name_keep_their_whole_path(tmp_path: Path) -> None:
    files = [_write(tmp_path / "1" / "a.txt"), _write(tmp_path / "2" / "a.txt")]
    assert _names(*files) == sorted(file.as_posix() for file in files)


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    file = _write(tmp_path / "a.txt")
    assert len(_names(file, file)) == 1


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="không có tệp hoặc thư mục này") as error:
        list_sources([tmp_path / "vắng.txt"])
    assert "vắng.txt" in str(error.value)


@pytest.mark.parametrize("names", [(), ("a.bin",), ("README.md",), (".hidden.txt",)])
def test_a_folder_without_documents(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        _write(tmp_path / name)
    with pytest.raises(SourceError, match="không có văn bản nào"):
        list_sources([tmp_path])


@pytest.mark.parametrize("data", [b"", b" ", b"\n\n\t \r\n"])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(SourceError, match="tệp rỗng"):
        read_source(SourceFile("a.txt", _write(tmp_path / "a.txt", data)))


def test_a_binary_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nhị phân.*byte 0 ở vị trí 3"):
        read_source(SourceFile("a.txt", _write(tmp_path / "a.txt", b"abc\0def")))


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"không phải UTF-8 \(byte 0xe1 ở vị trí 8, dòng 2\)"):
        read_source(SourceFile("a.txt", _write(tmp_path / "a.txt", b"D\xc3\xb2ng 1\n\xe1\xba")))


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(SourceError, match="lớn hơn 64 MB"):
        read_bytes(SourceFile("a.txt", path))


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(SourceError, match="không mở được tệp"):
        read_source(SourceFile("a.txt", tmp_path / "a.txt"))


def test_a_folder_named_like_a_file_is_walked_past(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt" / "b.txt")
    assert _names(tmp_path) == ["a.txt/b.txt"]


def test_a_file_without_leave_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    file = _write(tmp_path / "a.txt")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceError, match=r"không mở được tệp.*quyền"):
        read_source(SourceFile("a.txt", file))


def test_an_error_says_what_where_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as error:
        read_source(SourceFile("a.txt", _write(tmp_path / "a.txt", b"")))
    assert str(tmp_path / "a.txt") in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [("Nghị quyết".encode(), "utf-8"), ("\ufeffNghị quyết".encode(), "utf-8-sig"), (b"abc\r\n", "utf-8")],
)
def test_a_text_is_kept_to_the_letter(tmp_path: Path, data: bytes, encoding: str) -> None:
    source = read_source(SourceFile("x/a.txt", _write(tmp_path / "a.txt", data)))
    assert source.text.encode() == data
    assert (source.file, source.format, source.encoding, source.notes) == ("x/a.txt", "text", encoding, ())
    assert source.sha256 == hashlib.sha256(data).hexdigest()

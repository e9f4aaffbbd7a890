"""Which files are sources, what their bytes say, and what is told of those that cannot be used."""

import hashlib
from pathlib import Path

import pytest

from extract.source import MAX_BYTES, SourceFile, decode, list_sources, read_bytes, read_source
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
    _write(tmp_path / "b.docx", b"PK\x03\x04")
    sources = list_sources([tmp_path])
    assert [source.file for source in sources] == ["a.txt", "b.docx"]
    with pytest.raises(SourceError, match=r"\.docx"):
        read_source(sources[1])


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
    with pytest.raises(SourceError, match="lớn hơn 32 MB"):
        read_bytes(SourceFile("a.txt", path))


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(SourceError, match="không mở được tệp"):
        read_source(SourceFile("a.txt", tmp_path / "a.txt"))


def test_a_folder_named_like_a_file_is_walked_past(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt" / "b.txt")
    assert _names(tmp_path) == ["a.txt/b.txt"]


def test_a_file_without_leave_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    file = _write(tmp_path / "a.txt")
    monkeypatch.setattr(Path, "read_bytes", refuse)
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
def test_a_text_is_kept_to_the_letter(data: bytes, encoding: str) -> None:
    source = decode(data, SourceFile("x/a.txt", Path("a.txt")))
    assert source.text.encode() == data
    assert (source.file, source.encoding) == ("x/a.txt", encoding)
    assert source.sha256 == hashlib.sha256(data).hexdigest()

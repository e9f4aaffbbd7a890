"""A file that changes while it is read, and the reader's doors: bounds, imports."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from extract.formats import READ_SUFFIXES
from extract.formats.stable import read_stable
from extract.formats.text import page_at
from ontology.errors import SourceError


def test_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 100)
    assert read_stable(path, 100) == b"x" * 100
    os.utime(path, (1_600_000_000, 1_600_000_000))
    assert read_stable(path, 100) == b"x" * 100


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * (2 * 1024 * 1024 + 1))
    with pytest.raises(SourceError, match="tệp lớn hơn 2 MB"):
        read_stable(path, 2 * 1024 * 1024)


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="không mở được tệp"):
        read_stable(tmp_path / "không có.txt", 100)


def test_a_file_that_is_being_written(tmp_path: Path) -> None:
    """Someone writes without pause, the size stays the same: the change is told."""
    path = tmp_path / "a.txt"
    size = 4_000_000
    path.write_bytes(b"a" * size)
    stop = threading.Event()

    def write() -> None:
        with path.open("r+b") as file:
            for letter in (b"b", b"c") * 10_000:
                if stop.is_set():
                    return
                file.seek(0)
                file.write(letter * size)
                file.flush()

    writer = threading.Thread(target=write)
    writer.start()
    said = ""
    try:
        until = time.monotonic() + 20
        while not said and time.monotonic() < until:
            try:
                assert len(read_stable(path, size)) == size
            except SourceError as error:
                said = str(error)
    finally:
        stop.set()
        writer.join()
    assert said.startswith(f"{path}: tệp đang thay đổi trong lúc đọc. ")


def read_until_told(path: Path) -> None:
    for _ in range(1_000):
        read_stable(path, 1 << 31)


def test_a_file_that_grows(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a")
    stop = threading.Event()

    def write() -> None:
        with path.open("ab", buffering=0) as file:
            while not stop.is_set():
                file.write(b"a" * 1_000)

    writer = threading.Thread(target=write)
    writer.start()
    time.sleep(0.2)
    try:
        with pytest.raises(SourceError, match="tệp đang thay đổi"):
            read_until_told(path)
    finally:
        stop.set()
        writer.join()


def test_pages_of_offsets() -> None:
    assert [page_at((0, 5, 8), offset) for offset in (0, 4, 5, 7, 8)] == [1, 1, 2, 2, 3]
    assert page_at(None, 2) is None


def test_importing_the_readers_loads_no_library() -> None:
    """The libraries of the formats take a third of a second: a build that reads only text must not load them."""
    code = "import sys, extract.formats; print(sorted({'lxml', 'pypdfium2', 'PIL', 'docx'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_reading_plain_text_loads_no_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nghị quyết số 18-NQ/TW", encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from extract.extractor import extract_sources;"
        "from extract.source import list_sources; list(extract_sources(list_sources([Path(sys.argv[1])])));"
        "print(sorted({'lxml', 'pypdfium2', 'PIL', 'docx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_ending_has_a_reader() -> None:
    assert {
        ".txt",
        ".md",
        ".html",
        ".htm",
        ".docx",
        ".doc",
        ".rtf",
        ".odt",
        ".pdf",
        ".png",
        ".jpg",
        ".tif",
    } <= READ_SUFFIXES

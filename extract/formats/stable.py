"""Reading a file that nobody is writing at the same time, and saying so when someone is."""

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ontology.errors import SourceError

_RECENT_SECONDS = 3.0
"""File systems keep times to two seconds at worst (FAT): within them a second change leaves no trace in the time."""


def read_stable(path: Path, most: int) -> bytes:
    """Return the bytes of a file, all of one state of it.

    Args:
        path: The file.
        most: How large it may be.

    Raises:
        SourceError: If it cannot be opened, is larger than ``most``, or changed while it was read.
    """
    try:
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            _check_size(before, path, most)
            data = file.read(most + 1)
            after = os.fstat(file.fileno())
            same = _state(before) == _state(after) == _state(path.stat()) and len(data) == before.st_size
            if same and abs(time.time() - before.st_mtime) < _RECENT_SECONDS:
                file.seek(0)
                same = hashlib.sha256(file.read(most + 1)).digest() == hashlib.sha256(data).digest()
    except OSError as error:
        raise _not_opened(path, error) from error
    if not same:
        raise _changed(path)
    return data


@contextmanager
def unchanging(path: Path, most: int) -> Iterator[None]:
    """Watch a file from which parts are read: what was read is of one state of it, or the end of the block raises.

    Args:
        path: The file.
        most: How large it may be.

    Raises:
        SourceError: If it cannot be opened, is larger than ``most``, or changed within the block; that is also said
            instead of an error in the block, which then is the change's doing.
    """
    try:
        before = path.stat()
    except OSError as error:
        raise _not_opened(path, error) from error
    _check_size(before, path, most)
    try:
        yield
    finally:
        try:
            same = _state(path.stat()) == _state(before)
        except OSError as error:
            raise _not_opened(path, error) from error
        if not same:
            raise _changed(path)


def _check_size(status: os.stat_result, path: Path, most: int) -> None:
    if status.st_size > most:
        raise SourceError(f"tệp lớn hơn {most // 1024 // 1024} MB", where=path, todo="Tách tệp thành từng văn bản")


def _not_opened(path: Path, error: OSError) -> SourceError:
    return SourceError(f"không mở được tệp ({error.strerror})", where=path, todo="Kiểm tra quyền đọc tệp")


def _changed(path: Path) -> SourceError:
    return SourceError(
        "tệp đang thay đổi trong lúc đọc", where=path, todo="Đóng chương trình đang ghi tệp rồi chạy lại"
    )


def _state(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_size, status.st_mtime_ns, status.st_ino

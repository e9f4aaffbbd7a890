"""Reading a file that nobody is writing at the same time, and saying so when someone is."""

import hashlib
import os
import time
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
            if before.st_size > most:
                raise SourceError(
                    f"tệp lớn hơn {most // 1024 // 1024} MB", where=path, todo="Tách tệp thành từng văn bản"
                )
            data = file.read(most + 1)
            after = os.fstat(file.fileno())
            same = _state(before) == _state(after) == _state(path.stat()) and len(data) == before.st_size
            if same and abs(time.time() - before.st_mtime) < _RECENT_SECONDS:
                file.seek(0)
                same = hashlib.sha256(file.read(most + 1)).digest() == hashlib.sha256(data).digest()
    except OSError as error:
        raise SourceError(f"không mở được tệp ({error.strerror})", where=path, todo="Kiểm tra quyền đọc tệp") from error
    if not same:
        raise SourceError(
            "tệp đang thay đổi trong lúc đọc", where=path, todo="Đóng chương trình đang ghi tệp rồi chạy lại"
        )
    return data


def _state(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_size, status.st_mtime_ns, status.st_ino

"""Two locks: one build at a time in a graph's folder, and generations that a reader still uses.

The builder's lock belongs to the process (POSIX record lock): worker processes do not inherit it, so a build that was
killed frees it at once even while its workers still wind down. A record lock does not keep two threads of one process
apart, so the folders locked by this process are listed besides.

The readers' lock belongs to the open file (``flock``), so that two snapshots in one process are independent. Windows
has neither kind shared, and needs none for readers: a folder with an open file in it cannot be renamed there.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ontology.errors import GraphError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOCK_FILE = "build.lock"

_held: set[Path] = set()
_guard = threading.Lock()


class GraphBusyError(GraphError):
    """Someone else writes in the graph's folder now."""


@contextmanager
def build_lock(folder: Path) -> Iterator[None]:
    """Hold the builder's lock of a graph's folder, which is made if it is missing.

    Args:
        folder: The graph's folder.

    Raises:
        GraphBusyError: If another build of this folder is under way.
        GraphError: If the folder cannot be written.
    """
    busy = GraphBusyError(
        "đang có một lần dựng khác trong thư mục này", where=folder, todo="Chờ lần dựng kia xong rồi chạy lại"
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = (folder / _LOCK_FILE).resolve()
        file = path.open("a+b")
    except OSError as error:
        raise GraphError(
            f"không ghi được vào thư mục đồ thị ({error.strerror})", where=folder, todo="Chọn thư mục khác (--graph)"
        ) from error
    with file:
        with _guard:
            if path in _held or not _try_lock(file):
                raise busy
            _held.add(path)
        try:
            yield
        finally:
            with _guard:
                _held.discard(path)
                _unlock(file)


def hold_for_reading(path: Path) -> BinaryIO:
    """Open a generation's manifest so that :func:`in_use` sees it until the file is closed.

    Args:
        path: The manifest.

    Returns:
        The open file; closing it ends the hold.

    Raises:
        OSError: If it cannot be opened.
    """
    file = path.open("rb")
    if sys.platform != "win32":
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            # A builder is just about to remove this generation, or the file system knows no locks: reading goes on
            # either way, an open database stays readable after its removal.
            return file
    return file


def in_use(path: Path) -> bool:
    """Tell whether some process holds the generation with this manifest for reading.

    Args:
        path: The manifest.
    """
    if sys.platform == "win32":
        return False
    try:
        with path.open("rb") as file:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


if sys.platform == "win32":

    def _try_lock(file: BinaryIO) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:

    def _try_lock(file: BinaryIO) -> bool:
        try:
            fcntl.lockf(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 0, os.SEEK_SET)
        except OSError:
            return False
        return True

    def _unlock(file: BinaryIO) -> None:
        fcntl.lockf(file.fileno(), fcntl.LOCK_UN, 1, 0, os.SEEK_SET)

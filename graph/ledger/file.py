"""``ledger.jsonl`` in a graph's folder: read whole, written one line at a time, never rewritten."""

import contextlib
import datetime as dt
import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from graph.ledger.decisions import Act, Decision, What
from graph.ledger.lines import DamagedLineError, read_line, write_line
from graph.locking import GraphBusyError, build_lock
from ontology.errors import GraphError

LEDGER = "ledger.jsonl"

_WAIT = 10.0
"""Seconds that a decision waits for a build or another decision to be done."""
_PAUSE = 0.05


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the file says.

    Args:
        decisions: The sound lines, in order.
        damaged: One message for each line that cannot be used: where, what is wrong, what to do.
        remarks: One message for each place where lines seem to be gone.
        digest: SHA-256 of the file's bytes, hexadecimal; empty where there is no file, or nothing in it.
    """

    decisions: tuple[Decision, ...] = ()
    damaged: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    digest: str = ""


def read_ledger(folder: Path) -> Ledger:
    """Return the ledger of a graph; an empty one where nobody decided anything yet.

    Args:
        folder: The graph's folder.

    Raises:
        GraphError: If the file cannot be read at all: to go on would drop what people decided.
    """
    return _read(folder / LEDGER, _bytes(folder / LEDGER))


def append(folder: Path, what: What, act: Act, *, by: str, why: str | None, base: str) -> Decision:
    """Write a decision at the end of the ledger: a whole line, on the disk when this returns, or nothing.

    Args:
        folder: The graph's folder.
        what: The kind of decision.
        act: What is decided.
        by: Who.
        why: Why, or ``None``.
        base: What the IRIs in ``act`` begin with.

    Returns:
        The decision as it stands in the file.

    Raises:
        GraphError: If the folder is busy, or the file cannot be read or written; the ledger is then as it was.
    """
    path = folder / LEDGER
    with _folder_lock(folder):
        data = _bytes(path)
        ledger = _read(path, data)
        lines = data.count(b"\n") + (not data.endswith(b"\n") and data != b"")
        number = 1 + max([lines, *(decision.number for decision in ledger.decisions)])
        now = dt.datetime.now(dt.UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
        decision = Decision(number, what.value, act, by, now, why, base)
        line = write_line(decision, ledger.decisions[-1].checksum if ledger.decisions else "")
        # A line that someone was killed in, or an editor left open, must not run into this one.
        _write(path, line if not data or data.endswith(b"\n") else b"\n" + line, len(data))
        sealed = read_line(line.rstrip(b"\n"), lines + 1).decision
        return replace(sealed, act=act)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise GraphError(
            f"không đọc được sổ quyết định ({error.strerror})",
            where=path,
            todo="Cấp quyền đọc tệp này rồi chạy lại; đồ thị đang có vẫn được giữ nguyên",
        ) from error


def _read(path: Path, data: bytes) -> Ledger:
    decisions: list[Decision] = []
    damaged: list[str] = []
    remarks: list[str] = []
    numbers: set[int] = set()
    previous, whole = "", True
    for line, text in _lines(data):
        try:
            sealed = read_line(text, line)
            if sealed.decision.number in numbers:
                raise DamagedLineError(f"trùng số {sealed.decision.number} với một dòng trên")
        except DamagedLineError as error:
            whole = False
            damaged.append(_damage(path, line, str(error)))
            continue
        if whole and sealed.previous != previous:
            remarks.append(
                f"{path}, dòng {line}: dòng ngay trước quyết định số {sealed.decision.number} không còn như lúc ghi, "
                "có thể một quyết định đã bị xóa. Các quyết định còn lại vẫn dùng được; "
                "nếu cần, lấy lại tệp từ bản sao lưu."
            )
        previous, whole = sealed.decision.checksum, True
        numbers.add(sealed.decision.number)
        decisions.append(sealed.decision)
    digest = hashlib.sha256(data).hexdigest() if data else ""
    return Ledger(tuple(decisions), tuple(damaged), tuple(remarks), digest)


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that say something, with their numbers; an editor's byte order mark and line ends are no harm."""
    for line, text in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if stripped := text.strip():
            yield line, stripped


def _damage(path: Path, line: int, what: str) -> str:
    return (
        f"{path}, dòng {line}: quyết định này không dùng được ({what}). Các quyết định khác vẫn được áp dụng; "
        "dòng này được giữ nguyên. Lấy lại dòng này từ bản sao lưu, hoặc quyết định lại rồi xóa dòng này."
    )


@contextmanager
def _folder_lock(folder: Path) -> Iterator[None]:
    """Hold the builder's lock; wait a while for whoever has it."""
    end = time.monotonic() + _WAIT
    with contextlib.ExitStack() as stack:
        while True:
            try:
                stack.enter_context(build_lock(folder))
                break
            except GraphBusyError:
                if time.monotonic() >= end:
                    raise
                time.sleep(_PAUSE)
        yield


def _write(path: Path, data: bytes, size: int) -> None:
    """Write at the end of the file; where that fails half way, the file is cut back to what it was.

    Args:
        path: The file, which is made if it is missing.
        data: What to write.
        size: How long the file is.
    """
    try:
        with path.open("ab", buffering=0) as file:
            try:
                written = 0
                while written < len(data):
                    written += file.write(data[written:]) or 0
                os.fsync(file.fileno())
            except BaseException:
                file.truncate(size)
                raise
    except OSError as error:
        raise GraphError(
            f"không ghi được quyết định ({error.strerror or error})",
            where=path,
            todo="Kiểm tra chỗ trống trên đĩa và quyền ghi; sổ quyết định vẫn như cũ",
        ) from error
    if size == 0 and os.name != "nt":
        # The folder's list of names must know the new file as well.
        handle = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

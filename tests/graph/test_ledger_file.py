"""The ledger's file: a whole line or nothing, damage noticed and named, nothing lost."""

import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_cases import BASE, decision

from graph.answers import EntityKind
from graph.ledger import file as ledger_file
from graph.ledger.decisions import (
    Anchor,
    Correction,
    Decision,
    Pair,
    Rejection,
    Resolution,
    StatementName,
    Thing,
    Undoing,
    Unknown,
    What,
)
from graph.ledger.file import LEDGER, append, read_ledger
from graph.ledger.lines import read_line, write_line
from graph.locking import build_lock
from ontology.dates import PartialDate
from ontology.errors import GraphError
from ontology.spans import Span
from ontology.statements import Modality, Relation

ONE = Thing(BASE + "document/a", EntityKind.DOCUMENT, "Kế hoạch 1-KH/HU", "1-KH/HU", PartialDate(2023, 2), True)
OTHER = Thing(BASE + "place/b", EntityKind.PLACE, "xã Tân Bình")
STATED = StatementName("0f" * 16, ONE, Relation.HOLDS_POST, OTHER, Modality.INTENDED, "Bí thư", frozenset("ab"), "câu")
ANCHOR = Anchor("thư mục/a: b.txt", "e" * 64, Span(3, 9), "18-NQ/TW", "trước ", "\nsau", BASE + "document/x",
                PartialDate(2017, 10, 25))  # fmt: skip
ACTS = [
    (What.SAME, Pair(ONE, OTHER)),
    (What.DIFFERENT, Pair(OTHER, ONE)),
    (What.RESOLVE, Resolution((ANCHOR, ANCHOR), ONE)),
    (What.CORRECT, Correction(STATED, Relation.REVIEWS, ONE, OTHER)),
    (What.CORRECT, Correction(STATED, None, None, ONE)),
    (What.REJECT, Rejection(STATED)),
    (What.UNDO, Undoing(1)),
]


def _append(folder: Path, number: int = 1, why: str | None = None) -> Decision:
    return append(folder, What.UNDO, Undoing(number), by="Lê Thị B", why=why, base=BASE)


def _lines(folder: Path) -> list[bytes]:
    return (folder / LEDGER).read_bytes().split(b"\n")


@pytest.mark.parametrize(("what", "act"), ACTS)
def test_a_line_says_what_was_decided(tmp_path: Path, what: What, act: Pair) -> None:
    written = append(tmp_path, what, act, by="Lê Thị B", why="vì “thế”", base=BASE)
    (read,) = read_ledger(tmp_path).decisions
    assert read == written
    assert (read.number, read.act, read.by, read.why, read.line) == (1, act, "Lê Thị B", "vì “thế”", 1)
    assert read.at.endswith("Z")
    assert len(_lines(tmp_path)) == 2


@given(st.text(st.characters(), max_size=40), st.text(max_size=20))
def test_any_text_comes_back(quote: str, by: str) -> None:
    # Also halves of characters, line ends of all kinds, and what looks like JSON.
    statement = StatementName("a", ONE, Relation.AMENDS, OTHER, Modality.ASSERTED, None, frozenset(), quote)
    line = write_line(decision(3, What.REJECT, Rejection(statement), by), "abc")
    assert line.count(b"\n") == 1
    sealed = read_line(line[:-1], 1)
    assert sealed.previous == "abc"
    assert isinstance(sealed.decision.act, Rejection)
    assert (sealed.decision.act.statement.quote, sealed.decision.by) == (quote, by)


def test_lines_are_numbered_and_chained(tmp_path: Path) -> None:
    written = [_append(tmp_path) for _ in range(3)]
    records = [json.loads(line) for line in _lines(tmp_path)[:-1]]
    assert [record["n"] for record in records] == [1, 2, 3]
    assert [record["prev"] for record in records] == ["", *(each.checksum for each in written[:2])]
    assert [record["sum"] for record in records] == [each.checksum for each in written]


def test_no_file_and_an_empty_file_are_an_empty_ledger(tmp_path: Path) -> None:
    assert read_ledger(tmp_path).digest == ""
    (tmp_path / LEDGER).touch()
    assert read_ledger(tmp_path) == read_ledger(tmp_path / "nowhere")


def _changed(line: bytes, **values: object) -> bytes:
    return json.dumps(json.loads(line) | values).encode()


DAMAGE = {
    "torn": lambda line: line[: len(line) // 2],
    "no JSON": lambda line: b"<<<<<<< HEAD",
    "another object": lambda line: b"[1, 2]",
    "no checksum": lambda line: b'{"n": 2}',
    "a changed word": lambda line: line.replace("Lê".encode(), "Lý".encode()),
    "a changed number": lambda line: _changed(line, n=9),
    "a wrong checksum": lambda line: _changed(line, sum="0" * 16),
    "a checksum that is none": lambda line: _changed(line, sum=None),
    "no UTF-8": lambda line: b"\xff\xfe" + line,
    "deep": lambda line: b"[" * 100_000,
    "zero bytes": lambda line: bytes(len(line)),
}


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_line_is_named_and_the_others_apply(tmp_path: Path, how: str) -> None:
    for _ in range(3):
        _append(tmp_path)
    lines = _lines(tmp_path)
    lines[1] = DAMAGE[how](lines[1])
    (tmp_path / LEDGER).write_bytes(b"\n".join(lines))
    found = read_ledger(tmp_path)
    assert [each.number for each in found.decisions] == [1, 3]
    assert len(found.damaged) == 1
    assert f"{tmp_path / LEDGER}, dòng 2: quyết định này không dùng được" in found.damaged[0]
    assert "sao lưu" in found.damaged[0]
    assert found.remarks == ()
    assert _append(tmp_path).number == 4
    assert _lines(tmp_path)[:3] == lines[:3], "the damaged line is kept as it is"
    assert [each.number for each in read_ledger(tmp_path).decisions] == [1, 3, 4]
    del lines[1]
    (tmp_path / LEDGER).write_bytes(b"\n".join(lines))
    assert (read_ledger(tmp_path).damaged, len(read_ledger(tmp_path).remarks)) == ((), 1), "a decision is gone"


def test_a_sealed_line_that_makes_no_sense_is_damaged(tmp_path: Path) -> None:
    line = write_line(decision(1, What.SAME, Pair(ONE, OTHER)), "")
    record = json.loads(line)
    for name, value in {"things": [], "n": 0, "by": 5, "base": None, "at": {}}.items():
        broken = {**record, name: value}
        broken.pop("sum")
        from graph.ledger.lines import _checksum

        (tmp_path / LEDGER).write_text(json.dumps(broken | {"sum": _checksum(broken)}))
        assert len(read_ledger(tmp_path).damaged) == 1, name


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.rstrip(b"\n"),
        lambda data: b"\n\n" + data.replace(b"\n", b"\n\n"),
        lambda data: b"\n".join(json.dumps(json.loads(line), indent=None).encode() for line in data.splitlines()),
    ],
    ids=["byte order mark", "Windows line ends", "no last line end", "blank lines", "written anew by another program"],
)
def test_an_editor_does_no_harm(tmp_path: Path, rewrite) -> None:  # type: ignore[no-untyped-def]
    for _ in range(2):
        _append(tmp_path)
    path = tmp_path / LEDGER
    path.write_bytes(rewrite(path.read_bytes()))
    found = read_ledger(tmp_path)
    assert ([each.number for each in found.decisions], found.damaged, found.remarks) == ([1, 2], (), ())
    added = _append(tmp_path)
    again = read_ledger(tmp_path)
    assert [each.number for each in again.decisions] == [1, 2, added.number]
    assert (again.damaged, again.remarks) == ((), ())


def test_a_line_that_a_killed_writer_left_half_does_not_spoil_the_next(tmp_path: Path) -> None:
    _append(tmp_path)
    with (tmp_path / LEDGER).open("ab") as file:
        file.write(b'{"n":2,"at":"2026-01-')
    assert _append(tmp_path).number == 3
    found = read_ledger(tmp_path)
    assert [each.number for each in found.decisions] == [1, 3]
    assert len(found.damaged) == 1
    assert found.remarks == ()


def test_what_a_newer_version_wrote_is_kept_and_read_as_far_as_it_is_known(tmp_path: Path) -> None:
    from graph.ledger.lines import _checksum

    record = json.loads(write_line(decision(1, What.SAME, Pair(ONE, OTHER)), ""))
    record.pop("sum")
    newer = record | {"signature": {"x": [1, 2.5, None]}, "things": [t | {"colour": "xanh"} for t in record["things"]]}
    unknown = {key: record[key] for key in ("at", "by", "why", "base", "prev")} | {"n": 2, "what": "split", "parts": 3}
    lines = [json.dumps(each | {"sum": _checksum(each)}) for each in (newer, unknown)]
    (tmp_path / LEDGER).write_text("\n".join(lines) + "\n")
    before = (tmp_path / LEDGER).read_bytes()
    found = read_ledger(tmp_path)
    assert [each.act for each in found.decisions] == [Pair(ONE, OTHER), Unknown()]
    assert found.damaged == ()
    _append(tmp_path)
    assert (tmp_path / LEDGER).read_bytes().startswith(before)


def test_a_number_that_stands_twice_is_damage(tmp_path: Path) -> None:
    _append(tmp_path)
    line = _lines(tmp_path)[0]
    (tmp_path / LEDGER).write_bytes(line + b"\n" + line + b"\n")
    found = read_ledger(tmp_path)
    assert len(found.decisions) == 1
    assert "dòng 2" in found.damaged[0]
    assert "trùng số 1" in found.damaged[0]


# -- trouble while writing --------------------------------------------------------------------------------------------


class _FullDisk:
    """Writes half of what it is given, then nothing more."""

    def __init__(self, file, room: int) -> None:  # type: ignore[no-untyped-def]
        self._file, self._room = file, room

    def __enter__(self) -> "_FullDisk":
        return self

    def __exit__(self, *args: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        if self._room <= 0:
            raise OSError(28, "No space left on device")
        written = self._file.write(data[: self._room])
        self._room -= written
        return int(written)


@pytest.mark.parametrize("room", [0, 1, 50])
def test_a_full_disk_leaves_the_ledger_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    _append(tmp_path)
    before = (tmp_path / LEDGER).read_bytes()
    real = Path.open

    def full(self: Path, mode: str = "r", **options: object):  # type: ignore[no-untyped-def]
        file = real(self, mode, **options)  # type: ignore[call-overload]
        return _FullDisk(file, room) if self.name == LEDGER and mode == "ab" else file

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", full)
        with pytest.raises(GraphError, match="không ghi được quyết định"):
            _append(tmp_path)
    assert (tmp_path / LEDGER).read_bytes() == before
    assert _append(tmp_path).number == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_file_that_may_not_grow_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    _append(tmp_path)
    before = (tmp_path / LEDGER).read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 20, hard))
    try:
        with pytest.raises(GraphError, match="không ghi được quyết định"):
            _append(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (tmp_path / LEDGER).read_bytes() == before


def test_a_ledger_that_cannot_be_read_stops_everything(tmp_path: Path) -> None:
    (tmp_path / LEDGER).mkdir()
    for act in (read_ledger, _append):
        with pytest.raises(GraphError, match="không đọc được sổ quyết định"):
            act(tmp_path)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="who may do everything is refused nothing")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    _append(tmp_path)
    tmp_path.chmod(0o500)
    (tmp_path / LEDGER).chmod(0o400)
    try:
        with pytest.raises(GraphError):
            _append(tmp_path)
        assert len(read_ledger(tmp_path).decisions) == 1
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "graph").write_text("x")
    with pytest.raises(GraphError, match="không ghi được"):
        _append(tmp_path / "graph")


def test_a_decision_waits_for_a_build_but_not_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_file, "_WAIT", 0.2)
    with build_lock(tmp_path), pytest.raises(GraphError, match="đang có một lần dựng khác"):
        _append(tmp_path)
    monkeypatch.setattr(ledger_file, "_WAIT", 10.0)
    held, done = threading.Event(), []

    def hold() -> None:
        with build_lock(tmp_path):
            held.set()
            time.sleep(0.3)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait()
    done.append(_append(tmp_path))
    holder.join()
    assert [each.number for each in done] == [1]


SCRIPT = """
import sys
from pathlib import Path
from graph.ledger.decisions import Undoing, What
from graph.ledger.file import append
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[2])):
    append(Path(sys.argv[1]), What.UNDO, Undoing(1), by=sys.argv[3], why="x" * 3000, base="https://example.org/")
    print(number, flush=True)
"""


def _writer(folder: Path, root: Path, number: int, name: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(root)!r})\n{SCRIPT}", folder, str(number), name],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def test_two_writers_at_once(tmp_path: Path, project_root: Path) -> None:
    writers = [_writer(tmp_path, project_root, 15, name) for name in "AB"]
    for writer in writers:
        _go(writer)
    for writer in writers:
        writer.communicate(timeout=60)
        assert writer.returncode == 0
    found = read_ledger(tmp_path)
    assert (found.damaged, found.remarks) == ((), ())
    assert [each.number for each in found.decisions] == list(range(1, 31))
    assert sorted(each.by for each in found.decisions) == ["A"] * 15 + ["B"] * 15


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_kills_while_writing(tmp_path: Path, project_root: Path) -> None:
    told = 0
    for kill in range(8):
        process = _writer(tmp_path, project_root, 10_000, "A")
        _go(process)
        time.sleep(0.02 + kill * 0.013)
        process.send_signal(signal.SIGKILL)
        out, _ = process.communicate()
        told += len(out.splitlines())
        kept = read_ledger(tmp_path)
        assert told <= len(kept.decisions) <= told + kill + 1, "what was said to be written is there"
        assert len(kept.damaged) <= kill + 1
    assert told > 0
    before = len(read_ledger(tmp_path).decisions)
    _append(tmp_path)
    assert len(read_ledger(tmp_path).decisions) == before + 1


def test_ten_thousand_lines_are_read_in_no_time(tmp_path: Path) -> None:
    previous, lines = "", []
    for number in range(1, 10_001):
        line = write_line(decision(number, What.SAME, Pair(ONE, OTHER)), previous)
        previous = json.loads(line)["sum"]
        lines.append(line)
    (tmp_path / LEDGER).write_bytes(b"".join(lines))
    start = time.monotonic()
    found = read_ledger(tmp_path)
    assert time.monotonic() - start < 20
    assert (len(found.decisions), found.damaged, found.remarks) == (10_000, (), ())

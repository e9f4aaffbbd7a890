"""Programs and workers outside this process: bounded in time and memory, and gone afterwards."""

import sys
import time
from pathlib import Path

import pytest

from extract.formats.external import TimedOutError, find_program, own_worker, run

MEGABYTE = 1024 * 1024
READ_THEN = "import sys; sys.stdin.buffer.read(); "


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of another process")
@pytest.mark.parametrize(("megabytes", "code"), [(50, 0), (2_000, 1)])
def test_memory_is_bounded(megabytes: int, code: int) -> None:
    command = [sys.executable, "-c", f"{READ_THEN}data = bytearray({megabytes * MEGABYTE})"]
    done = run(command, seconds=60, data=b"x" * MEGABYTE, memory=1_000 * MEGABYTE)
    assert done.returncode == code
    assert (b"MemoryError" in done.stderr) == bool(code)


def test_time_is_bounded() -> None:
    begin = time.monotonic()
    with pytest.raises(TimedOutError):
        run([sys.executable, "-c", "import time; time.sleep(60)"], seconds=0.5)
    assert time.monotonic() - begin < 30


def test_a_worker_does_not_see_the_folder_it_stands_in(tmp_path: Path) -> None:
    """A module beside the worker must not hide one of the standard library."""
    (tmp_path / "json.py").write_text("raise SystemExit(7)", encoding="ascii")
    (tmp_path / "worker.py").write_text("import json; print(json.dumps(1))", encoding="ascii")
    done = run(own_worker(tmp_path / "worker.py"), seconds=60)
    assert (done.returncode, done.stdout.strip()) == (0, b"1")


def test_a_program_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_program(("soffice",), ("LibreOffice/program/soffice.com",)) is None

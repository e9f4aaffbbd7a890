"""Running programs of the system (LibreOffice, Tesseract) and this interpreter's own workers, for a bounded time."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_WINDOWS_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)")


class TimedOutError(Exception):
    """A program did not end in time and was stopped, with all that it had started."""


def find_program(names: Sequence[str], elsewhere: Sequence[str] = ()) -> Path | None:
    """Return where a program is.

    Args:
        names: What it may be called on the ``PATH``.
        elsewhere: Where installers put it: below the program folders of Windows, or absolute.
    """
    for name in names:
        if found := shutil.which(name):
            return Path(found)
    roots = [Path(os.environ[name]) for name in _WINDOWS_FOLDERS if name in os.environ]
    candidates = [root / place for place in elsewhere for root in (*roots, Path("/"))]
    return next((candidate for candidate in candidates if candidate.is_file()), None)


def run(
    command: Sequence[str],
    *,
    seconds: float,
    data: bytes = b"",
    memory: int | None = None,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run a program to its end.

    Args:
        command: Program and arguments.
        seconds: After so long it is killed with all processes that it started.
        data: Its standard input.
        memory: Bytes of memory that it may have, on Linux: of a program that reads its input before all else.
        folder: Its working folder.
        environment: What to change in its environment.

    Returns:
        Exit code and output; no exit code is an error here.

    Raises:
        TimedOutError: If it took too long.
        OSError: If it cannot be started.
    """
    with subprocess.Popen(  # noqa: S603 - a program of this machine, found by name; no shell
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**os.environ, **(environment or {})},
        # A session of its own: LibreOffice is a script that starts another process, which must end with it.
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        try:
            if memory is not None:
                _bound_memory(process, memory)
            output, errors = process.communicate(data, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise TimedOutError(command[0]) from error
        finally:
            _kill(process)
        return subprocess.CompletedProcess(command, process.returncode, output, errors)


def _bound_memory(process: "subprocess.Popen[bytes]", most: int) -> None:
    """Bound a process that was started and has not been given its input; other systems have no such call."""
    if sys.platform == "linux":
        import resource

        # It may have ended already, which shows in its output.
        with contextlib.suppress(ProcessLookupError):
            _, hard = resource.prlimit(process.pid, resource.RLIMIT_AS)
            bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.prlimit(process.pid, resource.RLIMIT_AS, (bound, hard))


def _kill(process: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S607, S603
    else:
        # After a regular end too: what it left running in its session goes with it.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


WORKER_MEMORY = 4 * 1024**3
"""Bytes for a process of our own that opens a foreign file; the largest pages that are read take one."""


def own_worker(path: Path) -> list[str]:
    """Return the command that runs a file of this package in a fresh interpreter, apart from this process.

    ``-P``: the folder of the file must not come first on its path, where its neighbours could hide other modules.
    """
    return [sys.executable, "-P", "-X", "utf8", str(path)]

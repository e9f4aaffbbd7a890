"""Runs the `cuthehoa` command in a process of its own, as a user would, or in this one, which is much faster."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest

ROOT = Path(__file__).resolve().parents[2]
# What the installed console script does; this form also works in an environment where cuthehoa is not installed.
CONSOLE_SCRIPT = "import sys; sys.argv[0] = 'cuthehoa'; from ui.cli.app import main; sys.exit(main())"


@dataclass(frozen=True, slots=True)
class CommandResult:
    """What a command left: its exit code and what it wrote."""

    code: int
    stdout: str
    stderr: str

    def json(self) -> Any:
        """Standard output, read as one JSON document."""
        return json.loads(self.stdout)


class RunCli(Protocol):
    """The type of the `run_cli` fixture."""

    def __call__(
        self,
        *args: str | Path,
        stdin: str | None = None,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        timeout: float = 120,
    ) -> CommandResult: ...


@pytest.fixture
def run_cli(tmp_path: Path) -> RunCli:
    """Run `cuthehoa ARGS…`, by default in the test's own folder; it never raises for an exit code."""

    def run(
        *args: str | Path,
        stdin: str | None = None,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        timeout: float = 120,
    ) -> CommandResult:
        done = subprocess.run(
            [sys.executable, "-c", CONSOLE_SCRIPT, *map(str, args)],
            input=stdin if stdin is not None else "",
            env={**_clean_environment(), **(env or {})},
            cwd=cwd or tmp_path,
            timeout=timeout,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return CommandResult(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def run_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> RunCli:
    """As `run_cli`, in this process: for commands whose process is not what the test is about."""
    from ui.cli.program import run as run_app

    for name in [name for name in os.environ if name.startswith("CUTHEHOA_")]:
        monkeypatch.delenv(name)

    def run(
        *args: str | Path,
        stdin: str | None = None,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        timeout: float = 120,
    ) -> CommandResult:
        capsys.readouterr()
        with monkeypatch.context() as patch:
            patch.chdir(cwd or tmp_path)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((stdin or "").encode()), encoding="utf-8"))
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            code = run_app([str(arg) for arg in args])
        return CommandResult(code, *capsys.readouterr())

    return run


def _clean_environment() -> dict[str, str]:
    """This process' environment less what the developer set for cuthehoa, with the checkout importable."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CUTHEHOA_")}
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return kept

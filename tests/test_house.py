"""The rules of the house that no linter knows: where files may lie, how they may be called, how long they may be."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ("ui", "graph", "extract", "ontology")
TOP_LEVEL = {
    *FLOORS,
    "tests",
    "benchmarks",
    "examples",
    "docs",
    ".ci",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "pyproject.toml",
    "requirements-build.lock",
    "requirements-dev.lock",
    "requirements.lock",
}
MODULES = sorted(
    path.relative_to(ROOT) for folder in (*FLOORS, "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")
)
MOST_LINES = 400
NOT_A_NAME = {"utils", "util", "helpers", "helper", "misc", "common"}  # they say nothing of what is inside


def test_modules_are_short() -> None:
    assert MODULES
    lengths = {str(path): len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_modules_are_named_by_what_they_do() -> None:
    assert [str(path) for path in MODULES if NOT_A_NAME.intersection((*path.parts[:-1], path.stem))] == []


def test_tests_are_not_packages() -> None:
    """An `__init__.py` below tests/ would hide the real package of the same name."""
    assert [str(path) for path in MODULES if path.parts[0] == "tests" and path.name == "__init__.py"] == []


@pytest.mark.parametrize("floor", ["graph", "extract", "ontology"])
def test_no_module_of_the_app_is_named_as_a_floor(floor: str) -> None:
    """Streamlit puts the script's folder first on the path, where such a module would hide the package."""
    assert not (ROOT / "ui" / f"{floor}.py").exists()
    assert not (ROOT / "ui" / floor).exists()


def test_nothing_else_lies_at_the_top() -> None:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: what is ignored cannot be told from what is not")
    listed = subprocess.run(
        [git, "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.splitlines()
    assert {path.strip('"').split("/")[0] for path in listed} - TOP_LEVEL == set()


def test_imports_run_downward() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Contracts: 1 kept, 0 broken." in done.stdout

"""Every command that README.md shows is run here, in the order in which it stands there, as a reader would run it."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import RunCli
from neo4j_server import Neo4jServer

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL_LINES = [
    line.split("  #", 1)[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.strip()
]
PYTHON_BLOCKS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
# These need a server or keep running; each has a test of its own below or in tests/ui.
APART = ("cuthehoa ui", "cuthehoa serve", "NEO4J_PASSWORD=… cuthehoa neo4j push", "make ")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder in which `examples/documents` is what it is in a checkout."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    return tmp_path


def in_order() -> list[list[str]]:
    """The commands that end by themselves, split as a shell splits them."""
    return [shlex.split(line)[1:] for line in SHELL_LINES if not line.startswith(APART)]


def test_the_readme_shows_the_commands_that_are_expected_here() -> None:
    assert len(in_order()) == 16
    assert [line for line in SHELL_LINES if line.startswith("make ")] == ["make demo", "make test"]
    assert sum(line.startswith(APART) for line in SHELL_LINES) == 5
    assert len(PYTHON_BLOCKS) == 2


def test_every_command_does_what_the_readme_says(folder: Path, run_cli: RunCli) -> None:
    answers: dict[str, str] = {}
    for command in in_order():
        result = run_cli(*command, cwd=folder)
        assert result.code == 0, (command, result.stderr)
        answers[command[0]] = answers.get(command[0], "") + result.stdout
    assert "109-KH/HU" in answers["trace"]
    assert "xã Tân Bình" in answers["programmes"]
    assert "không thấy kế hoạch" in answers["coverage"]
    assert "xã Tân Bình" in answers["place"]
    assert "văn bản được dẫn mà chưa có" in answers["missing"]
    assert "Long Mỹ" in answers["search"]
    assert "18-NQ/TW" in answers["show"]
    assert '"code": "139-CTr/TU"' in answers["extract"] or '"139-CTr/TU"' in answers["extract"]
    assert "CONCRETIZES" not in answers["cypher"]
    assert (folder / "graph.ttl").read_text(encoding="utf-8").count("cth:Document") > 10
    assert (folder / "graph.graphml").is_file()
    assert "DOC.code+date" in answers["evaluate"]
    assert (folder / "109-KH-HU.html").is_file()
    for block in PYTHON_BLOCKS:
        python = subprocess.run(
            [sys.executable, "-c", block],
            cwd=folder,
            env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert python.returncode == 0, python.stderr
        assert python.stdout.strip()


def test_the_push_to_neo4j_is_as_the_readme_says(folder: Path, run_cli: RunCli, empty_neo4j: Neo4jServer) -> None:
    line = next(line for line in SHELL_LINES if "neo4j push" in line)
    command = shlex.split(line)[2:]
    command[command.index("--uri") + 1] = empty_neo4j.uri
    assert run_cli("build", "examples/documents", cwd=folder).code == 0
    for _ in range(2):
        result = run_cli(*command, cwd=folder, env={"NEO4J_PASSWORD": empty_neo4j.password or "any"})
        assert result.code == 0, result.stderr


@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_two_make_commands_exist(target: str) -> None:
    done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_every_file_that_the_readme_links_to_exists() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []

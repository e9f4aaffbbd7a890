"""Every command and every program in docs/sparql.md is run here, in the order in which it stands there."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import RunCli
from sparql_server import SparqlServer, serving

from ui.server.media_types import GRAPHS, TABLES

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "sparql.md").read_text(encoding="utf-8")
SHELL = [line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]
PROGRAMS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
ADDRESS = "http://127.0.0.1:8602"
BUILD, SERVE = "cuthehoa build ", "cuthehoa serve "


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, sample_graph: Path) -> Path:
    """A working folder that looks like a checkout in which the sample was built."""
    folder = tmp_path_factory.mktemp("docs")
    for name in ("examples", "graph"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "cuthehoa-graph").symlink_to(sample_graph)
    return folder


def test_the_page_shows_what_is_expected_here() -> None:
    assert [line for line in SHELL if line.startswith(BUILD)] == ["cuthehoa build examples/documents"]
    assert len([line for line in SHELL if line.startswith("cuthehoa sparql ")]) == 4
    assert len([line for line in SHELL if line.startswith(SERVE)]) == 2
    assert len([line for line in SHELL if line.startswith("curl ")]) == 5
    assert len(SHELL) == 12
    assert len(PROGRAMS) == 3


@pytest.mark.parametrize("line", [line for line in SHELL if line.startswith("cuthehoa sparql ")])
def test_a_command(line: str, run_cli: RunCli, folder: Path) -> None:
    result = run_cli(*shlex.split(line)[1:], cwd=folder)
    assert result.code == 0, result.stderr
    assert len(result.stdout) > 300


@pytest.mark.parametrize("line", [line for line in SHELL if line.startswith("curl ")])
def test_a_request(line: str, sparql_server: SparqlServer, folder: Path) -> None:
    command = shlex.split(line.replace(ADDRESS, sparql_server.url.removesuffix("/sparql")))
    done = subprocess.run([*command, "-sS", "--fail"], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program(program: str, sparql_server: SparqlServer, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", program.replace(ADDRESS, sparql_server.url.removesuffix("/sparql"))],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONSAFEPATH": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_the_server_takes_its_options(sample_graph: Path) -> None:
    line = [line for line in SHELL if line.startswith(SERVE)][1]
    options = shlex.split(line)[2:]
    port = options.index("--port")
    with serving(sample_graph, *options[:port], *options[port + 2 :]) as server:
        reply = server.send("GET", headers={"Origin": "https://yasgui.org"})
    assert reply.headers["access-control-allow-origin"] == "https://yasgui.org"


def test_the_page_names_every_form() -> None:
    tables, graphs = (next(line for line in PAGE.splitlines() if line.startswith(f"| `Accept`, for {kind}"))
                      for kind in ("SELECT", "CONSTRUCT"))  # fmt: skip
    for row, forms in ((tables, TABLES), (graphs, GRAPHS)):
        assert re.findall(r"`([a-z]+/[a-z+.\-]+)`", row) == list(forms)

"""A build that is killed at any moment leaves the old graph answering, and the next build goes on as if nothing was."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph import generations
from graph.query import Graph

KILLS = 12
FILES = 12

# The real stores, written for real; only the reading of texts is a stand-in, so that a kill hits the writing.
SCRIPT = """
import sys, fake_extractor
from pathlib import Path
fake_extractor.install()
from graph.build import build
from graph.stores import property_store, rdf_store, sqlite_store
print("ready", flush=True)
sys.stdin.readline()
build([Path(sys.argv[1])], Path(sys.argv[2]))
print("done", flush=True)
"""


def _write(documents: Path, round_: int) -> None:
    for number in range(FILES):
        line = f"{100 + number}-KH/HU 2023-02-{round_ % 28 + 1:02} concretizes {round_}-CTr/TU 2022-11-09"
        (documents / f"{number:02}.txt").write_text(line, encoding="utf-8")


def _start(documents: Path, graph: Path, root: Path) -> subprocess.Popen[str]:
    paths = f"import sys; sys.path[:0] = [{str(root)!r}, {str(root / 'tests/plugins')!r}]\n"
    process = subprocess.Popen(
        [sys.executable, "-c", paths + SCRIPT, str(documents), str(graph)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def _rounds(graph: Path) -> set[str]:
    """Which round's programmes the graph tells of; opening it checks every checksum."""
    with Graph.open(graph) as opened:
        generations.check(generations.live_generation(graph), whole=True)
        pairs = opened.carries_out_pairs()
        assert len(pairs) == FILES
        return {target.rsplit("/", 2)[1] for _, _, target in pairs}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_kills_at_spread_times(tmp_path: Path, project_root: Path) -> None:
    documents, graph = tmp_path / "documents", tmp_path / "graph"
    documents.mkdir()
    _write(documents, 1)
    process = _start(documents, graph, project_root)
    start = time.monotonic()
    _go(process)
    assert process.wait(timeout=120) == 0
    whole = time.monotonic() - start
    assert _rounds(graph) == {"1-ctr-tu"}

    survived, round_, hits = "1-ctr-tu", 1, 0
    while hits < KILLS:
        round_ += 1
        assert round_ < 3 * KILLS, f"only {hits} builds could be hit"
        _write(documents, round_)
        process = _start(documents, graph, project_root)
        start = time.monotonic()
        _go(process)
        try:
            process.wait(timeout=whole * hits / KILLS)
            # Done before its kill: builds take less time than was thought, and this moment is tried again.
            whole = min(whole, time.monotonic() - start)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.communicate()
        hits += process.returncode == -signal.SIGKILL
        told = _rounds(graph)
        assert told in ({survived}, {f"{round_}-ctr-tu"}), f"kill {hits}"
        survived = next(iter(told))

    process = _start(documents, graph, project_root)
    _go(process)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    assert _rounds(graph) == {f"{round_}-ctr-tu"}
    left = {path.name for path in (graph / "generations").iterdir()}
    assert len(left) <= 2, left
    assert all(name.isdecimal() for name in left), left
    assert {path.suffix for path in (graph / "sources").iterdir()} == {".jsonl"}

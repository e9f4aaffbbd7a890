"""A disk that is full at any moment of a build: a clear message, the old graph answers, nothing half is left."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fake_extractor import FakeExtractor

from graph import build as build_module
from graph import generations, sources
from graph.build import build
from graph.query import Graph
from graph.stores import property_store, rdf_store, sqlite_store
from ontology.errors import GraphError

OLD = "109-KH/HU 2023-02-02 concretizes 139-CTr/TU 2022-11-09"
NEW = "110-KH/HU 2023-02-02 concretizes 140-CTr/TU 2022-11-09"


def _no_space(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture(autouse=True)
def _extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "extract.extractor", FakeExtractor())


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text(OLD, encoding="utf-8")
    return folder


def _left(graph: Path) -> set[str]:
    return {path.relative_to(graph).as_posix() for path in graph.rglob("*") if ".partial" in path.name}


def _write_of(module: object, name: str) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setattr(module, name, _no_space)


def _after(calls: int, module: object, name: str) -> Callable[[pytest.MonkeyPatch], None]:
    """The disk is full from the n-th call on."""

    def patch_it(patch: pytest.MonkeyPatch) -> None:
        real = getattr(module, name)
        done: list[int] = []

        def maybe(*arguments: object, **named: object) -> object:
            done.append(1)
            return _no_space() if len(done) > calls else real(*arguments, **named)

        patch.setattr(module, name, maybe)

    return patch_it


@pytest.mark.parametrize(
    "full",
    [
        pytest.param(_write_of(sources.os, "fsync"), id="the first byte that is kept of a source"),
        pytest.param(_write_of(build_module, "begin"), id="the folder of the new generation"),
        pytest.param(_write_of(sqlite_store, "_write_rows"), id="rows"),
        pytest.param(_write_of(sqlite_store, "write"), id="database"),
        pytest.param(_write_of(rdf_store, "write"), id="rdf"),
        pytest.param(_write_of(property_store, "write"), id="property"),
        pytest.param(_write_of(generations, "_sync_tree"), id="sync"),
        pytest.param(_write_of(Path, "write_text"), id="manifest"),
        pytest.param(_after(1, Path, "write_text"), id="CURRENT"),
        *[pytest.param(_after(calls, generations, "_sync"), id=f"sync {calls}") for calls in (1, 3)],
    ],
)
def test_wherever_the_disk_is_full_the_old_graph_stays(
    documents: Path, tmp_path: Path, full: Callable[[pytest.MonkeyPatch], None]
) -> None:
    graph = tmp_path / "graph"
    stores = {"rdf": rdf_store, "property": property_store}
    build([documents], graph, stores=stores)
    (documents / "b.txt").write_text(NEW, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        full(patch)
        with pytest.raises(GraphError, match=r"không ghi được đồ thị.*Kiểm tra chỗ trống trên đĩa"):
            build([documents], graph, stores=stores)
    with Graph.open(graph) as opened:
        assert opened.generation == 1
        assert [node.code for node in opened.trace(opened.resolve("139-CTr/TU").iri).nodes] == [
            "139-CTr/TU",
            "109-KH/HU",
        ]
    # With room again the same build goes through, and clears up.
    report = build([documents], graph, stores=stores)
    assert report.counts.sources == 2
    assert not _left(graph)


def test_what_was_written_of_a_source_does_not_stay(documents: Path, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources.os, "fsync", _no_space)
        with pytest.raises(GraphError):
            build([documents], tmp_path / "graph", stores={})
    assert not _left(tmp_path / "graph")


_CHILD = """
import resource, sys
from pathlib import Path
import fake_extractor
fake_extractor.install()
from graph.build import build
from ontology.errors import GraphError
limit = int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    build([Path(sys.argv[1])], Path(sys.argv[2]))
except GraphError as error:
    print(error)
else:
    print("built")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on the size of files")
@pytest.mark.parametrize("limit", [100, 8_000, 60_000, 400_000])
def test_files_that_the_system_cuts_short_are_no_graph(documents: Path, tmp_path: Path, limit: int) -> None:
    graph = tmp_path / "graph"
    build([documents], graph, stores={})
    (documents / "b.txt").write_text(NEW, encoding="utf-8")
    plugins = Path(__file__).parents[1] / "plugins"
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(documents), str(graph), str(limit)],
        env={**os.environ, "PYTHONPATH": str(plugins)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert "không ghi được đồ thị" in done.stdout, done.stderr
    assert "Kiểm tra chỗ trống trên đĩa" in done.stdout
    with Graph.open(graph) as opened:
        assert opened.generation == 1
        assert len(opened.trace(opened.resolve("139-CTr/TU").iri).edges) == 1

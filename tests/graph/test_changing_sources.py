"""Sources that change while a build goes on: the graph holds one consistent version of each, and says so."""

import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from fake_extractor import FakeExtractor

from extract.source import SourceFile
from graph import build as build_module
from graph.build import build
from graph.query import Graph
from ontology.errors import SourceError
from ontology.extraction import Extraction

FIRST = "109-KH/HU 2023-02-02 concretizes 139-CTr/TU 2022-11-09"
SECOND = "110-KH/HU 2023-02-02 concretizes 140-CTr/TU 2022-11-09"
CHANGED = "111-KH/HU 2023-02-02 concretizes 141-CTr/TU 2022-11-09\n" + SECOND


class _Meddling(FakeExtractor):
    """Does something to the folder after the files were hashed and before they are read."""

    def __init__(self) -> None:
        super().__init__()
        self.meddle: Callable[[], object] = lambda: None

    def extract_sources(self, sources: list[SourceFile], jobs: int = 1) -> Iterator[Extraction | SourceError]:  # type: ignore[override]
        self.meddle()
        self.meddle = lambda: None
        return super().extract_sources(sources, jobs)


@pytest.fixture
def extractor(monkeypatch: pytest.MonkeyPatch) -> _Meddling:
    fake = _Meddling()
    monkeypatch.setitem(sys.modules, "extract.extractor", fake)
    return fake


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").write_text(SECOND, encoding="utf-8")
    return folder


def _consistent(graph: Path) -> dict[str, str]:
    """The hash of each source, checked against all that is quoted of it."""
    with Graph.open(graph) as opened:
        views = {file: opened.source(file) for file, _ in opened.sources()}
        quoted = [
            evidence
            for source, _, _ in opened.carries_out_pairs()
            for edge in opened.entity(source).outgoing
            for evidence in edge.evidence
        ]
    assert {evidence.file for evidence in quoted} == views.keys()
    for evidence in quoted:
        assert evidence.source == views[evidence.file].sha256
        assert evidence.span.of(views[evidence.file].text) == evidence.quote
    return {file: view.sha256 for file, view in views.items()}


def _hashes(**texts: str) -> dict[str, str]:
    return {f"{name}.txt": sha256(text.encode()).hexdigest() for name, text in texts.items()}


@pytest.mark.parametrize("built", [False, True])
def test_a_file_rewritten_before_it_is_read_is_held_as_it_was_read(
    documents: Path, tmp_path: Path, extractor: _Meddling, built: bool
) -> None:
    graph = tmp_path / "graph"
    if built:
        build([documents], graph, stores={})
        (documents / "b.txt").write_text(SECOND + "\n", encoding="utf-8")
    extractor.meddle = lambda: (documents / "b.txt").write_text(CHANGED, encoding="utf-8")
    report = build([documents], graph, stores={})
    assert _consistent(graph) == _hashes(a=FIRST, b=CHANGED)
    assert report.notes == ("b.txt: tệp thay đổi trong lúc dựng, đồ thị giữ nội dung lúc được đọc.",)
    assert not build([documents], graph, stores={}).changed


def test_a_file_changed_while_it_is_unchanged_for_the_build_waits_for_the_next_one(
    documents: Path, tmp_path: Path, extractor: _Meddling
) -> None:
    graph = tmp_path / "graph"
    build([documents], graph, stores={})
    (documents / "b.txt").write_text(SECOND + "\n", encoding="utf-8")
    extractor.meddle = lambda: (documents / "a.txt").write_text(CHANGED, encoding="utf-8")
    build([documents], graph, stores={})
    assert _consistent(graph) == _hashes(a=FIRST, b=SECOND + "\n")
    assert build([documents], graph, stores={}).read == ("a.txt",)
    assert _consistent(graph) == _hashes(a=CHANGED, b=SECOND + "\n")


@pytest.mark.parametrize("cut", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")])
@pytest.mark.parametrize("built", [False, True])
def test_a_file_gone_or_emptied_before_it_is_read_is_named(
    documents: Path, tmp_path: Path, extractor: _Meddling, cut: Callable[[Path], object], built: bool
) -> None:
    graph = tmp_path / "graph"
    if built:
        build([documents], graph, stores={})
        (documents / "b.txt").write_text(CHANGED, encoding="utf-8")
    extractor.meddle = lambda: cut(documents / "b.txt")
    report = build([documents], graph, stores={})
    (failed,) = report.failed
    assert "b.txt" in failed
    assert _consistent(graph) == (_hashes(a=FIRST, b=SECOND) if built else _hashes(a=FIRST))
    assert ("Đồ thị giữ nội dung của tệp này từ lần dựng trước." in failed) is built


def test_a_file_gone_before_it_is_hashed_is_named(
    documents: Path, tmp_path: Path, extractor: _Meddling, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = build_module.read_bytes

    def read(source: SourceFile) -> bytes:
        if source.file == "b.txt":
            source.path.unlink(missing_ok=True)
        return real(source)

    monkeypatch.setattr(build_module, "read_bytes", read)
    report = build([documents], tmp_path / "graph", stores={})
    assert len(report.failed) == 1
    assert _consistent(tmp_path / "graph") == _hashes(a=FIRST)
    assert extractor.read == ["a.txt"]

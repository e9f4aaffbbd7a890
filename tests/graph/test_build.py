"""Builds read only what changed, keep what can be kept, and never touch the live generation before the swap."""

import subprocess
import sys
from pathlib import Path

import pytest
from fake_extractor import FakeExtractor

from graph.build import build
from graph.content import GraphContent
from graph.generations import CURRENT, DATABASE, MANIFEST
from graph.locking import build_lock
from graph.query import Graph
from graph.stores import sqlite_store
from ontology.errors import GraphError, SourceError

LINE = "109-KH/HU 2023-02-02 concretizes 139-CTr/TU 2022-11-09"
OTHER = "110-KH/HU 2023-02-02 concretizes 140-CTr/TU 2022-11-09"


@pytest.fixture(autouse=True)
def extractor(monkeypatch: pytest.MonkeyPatch) -> FakeExtractor:
    fake = FakeExtractor()
    monkeypatch.setitem(sys.modules, "extract.extractor", fake)
    return fake


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents."""
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "a.txt").write_text(LINE, encoding="utf-8")
    (documents / "b.txt").write_text(OTHER, encoding="utf-8")
    return documents


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    return tmp_path / "graph"


def _build(documents: Path, graph: Path, **options: object):  # type: ignore[no-untyped-def]
    return build([documents], graph, stores={}, **options)  # type: ignore[arg-type]


def _codes(graph: Path) -> set[str]:
    with Graph.open(graph) as opened:
        return {entity.code for _, entity in opened.sources()} | {
            code for code in ("109-KH/HU", "110-KH/HU", "111-KH/HU") if opened.documents(code)
        }


def test_the_first_build_reads_everything(folder: Path, graph: Path) -> None:
    report = _build(folder, graph)
    assert (report.generation, report.changed, report.read, report.unchanged) == (1, True, ("a.txt", "b.txt"), ())
    assert (report.counts.sources, report.failed, report.removed) == (2, (), ())


def test_with_nothing_changed_nothing_is_written(folder: Path, graph: Path, extractor: FakeExtractor) -> None:
    _build(folder, graph)
    before = {path: path.stat().st_mtime_ns for path in graph.rglob("*") if path.is_file()}
    report = _build(folder, graph)
    assert (report.generation, report.changed, report.read, report.unchanged) == (1, False, (), ("a.txt", "b.txt"))
    assert {path: path.stat().st_mtime_ns for path in graph.rglob("*") if path.is_file()} == before
    assert extractor.read == ["a.txt", "b.txt"]


def test_only_changed_files_are_read_again(folder: Path, graph: Path, extractor: FakeExtractor) -> None:
    _build(folder, graph)
    (folder / "b.txt").write_text(OTHER.replace("110", "111"), encoding="utf-8")
    extractor.read.clear()
    report = _build(folder, graph)
    assert (report.generation, report.read, report.unchanged) == (2, ("b.txt",), ("a.txt",))
    assert extractor.read == ["b.txt"]
    assert _codes(graph) >= {"109-KH/HU", "111-KH/HU"}
    assert "110-KH/HU" not in _codes(graph)


def test_a_renamed_file_is_not_read_again(folder: Path, graph: Path, extractor: FakeExtractor) -> None:
    _build(folder, graph)
    (folder / "b.txt").rename(folder / "c.txt")
    extractor.read.clear()
    report = _build(folder, graph)
    assert (report.changed, report.unchanged, report.removed, extractor.read) == (
        True,
        ("a.txt", "c.txt"),
        ("b.txt",),
        [],
    )


@pytest.mark.parametrize(("keep", "removed", "left"), [(False, ("b.txt",), 1), (True, (), 2)])
def test_files_that_are_gone_leave_unless_kept(
    folder: Path, graph: Path, keep: bool, removed: tuple[str, ...], left: int
) -> None:
    _build(folder, graph)
    (folder / "b.txt").unlink()
    report = _build(folder, graph, keep_missing=keep)
    assert (report.removed, report.counts.sources, report.changed) == (removed, left, not keep)


def test_a_file_that_fails_leaves_the_others(folder: Path, graph: Path) -> None:
    (folder / "c.txt").write_bytes(b"\xff\xfe\x00")
    report = _build(folder, graph)
    assert report.counts.sources == 2
    assert len(report.failed) == 1
    assert "c.txt" in report.failed[0]


def test_a_file_that_fails_now_keeps_what_was_read_before(folder: Path, graph: Path) -> None:
    _build(folder, graph)
    (folder / "b.txt").write_bytes(b"\xff\xfe\x00")
    for _ in range(2):
        report = _build(folder, graph)
        assert "giữ nội dung của tệp này từ lần dựng trước" in report.failed[0]
        assert "110-KH/HU" in _codes(graph)


def test_where_nothing_can_be_used_the_live_generation_stays(folder: Path, graph: Path, tmp_path: Path) -> None:
    _build(folder, graph)
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "x.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(GraphError, match="không có văn bản nào dùng được"):
        _build(bad, graph)
    assert _codes(graph) >= {"109-KH/HU", "110-KH/HU"}


@pytest.mark.parametrize("name", ["empty", "absent"])
def test_a_folder_without_documents_changes_nothing(folder: Path, graph: Path, tmp_path: Path, name: str) -> None:
    _build(folder, graph)
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError):
        _build(tmp_path / name, graph)
    assert _codes(graph) >= {"109-KH/HU", "110-KH/HU"}


def test_two_files_of_one_content_are_one_document(folder: Path, graph: Path) -> None:
    (folder / "copy.txt").write_text(LINE, encoding="utf-8")
    report = _build(folder, graph)
    assert report.counts.sources == 3
    with Graph.open(graph) as opened:
        documents = dict(opened.sources())
        assert documents["a.txt"] == documents["copy.txt"]
        (edge, _), *_ = opened.neighbours(opened.resolve("109-KH/HU").iri)
        assert [evidence.file for evidence in edge.evidence] == ["a.txt"]


@pytest.mark.parametrize("spoiled", [CURRENT, f"generations/1/{DATABASE}", f"generations/1/{MANIFEST}"])
def test_a_damaged_graph_is_built_anew(folder: Path, graph: Path, spoiled: str, extractor: FakeExtractor) -> None:
    _build(folder, graph)
    (graph / spoiled).write_bytes(b"?")
    extractor.read.clear()
    report = _build(folder, graph)
    assert (report.changed, report.generation, extractor.read) == (True, 2, [])
    assert _codes(graph) >= {"109-KH/HU", "110-KH/HU"}


def test_a_damaged_record_is_read_again(folder: Path, graph: Path, extractor: FakeExtractor) -> None:
    _build(folder, graph)
    for record in (graph / "sources").iterdir():
        record.write_bytes(record.read_bytes()[:-20])
    (folder / "c.txt").write_text(OTHER.replace("110", "111"), encoding="utf-8")
    extractor.read.clear()
    report = _build(folder, graph)
    assert (report.read, extractor.read) == (("a.txt", "b.txt", "c.txt"), ["c.txt", "a.txt", "b.txt"])


def test_a_graph_of_another_format_is_left_alone(folder: Path, graph: Path) -> None:
    _build(folder, graph)
    manifest = graph / "generations/1" / MANIFEST
    manifest.write_text(manifest.read_text().replace('"format": 2', '"format": 3'))
    before = {path: path.read_bytes() for path in graph.rglob("*") if path.is_file()}
    with pytest.raises(GraphError, match="phiên bản định dạng 3"):
        _build(folder, graph)
    assert {path: path.read_bytes() for path in graph.rglob("*") if path.is_file()} == before


def test_a_second_build_at_the_same_time_is_refused(folder: Path, graph: Path) -> None:
    with build_lock(graph), pytest.raises(GraphError, match="đang có một lần dựng khác"):
        _build(folder, graph)


def test_a_build_in_another_process_is_refused(folder: Path, graph: Path) -> None:
    script = (
        f"from pathlib import Path; from graph.locking import build_lock\nwith build_lock(Path({str(graph)!r})): pass"
    )
    with build_lock(graph):
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "đang có một lần dựng khác" in done.stderr


class _FullDisk:
    def write(self, content: GraphContent, path: Path) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_the_old_graph_and_no_rubbish(folder: Path, graph: Path) -> None:
    _build(folder, graph)
    (folder / "b.txt").write_text(OTHER.replace("110", "111"), encoding="utf-8")
    with pytest.raises(GraphError, match=r"không ghi được đồ thị.*No space left"):
        build([folder], graph, stores={"rdf": _FullDisk()})
    assert [path.name for path in (graph / "generations").iterdir()] == ["1"]
    assert "110-KH/HU" in _codes(graph)


@pytest.mark.parametrize("base", ["no iri", "https://example.org", "https://exa mple.org/", 7])
def test_a_base_iri_that_is_none_is_refused(folder: Path, graph: Path, base: object) -> None:
    graph.mkdir()
    (graph / "settings.json").write_text(f'{{"base_iri": {base if base == 7 else repr(base)}}}'.replace("'", '"'))
    with pytest.raises(GraphError, match="base_iri"):
        _build(folder, graph)


def test_the_base_iri_can_be_set_and_changed(folder: Path, graph: Path) -> None:
    _build(folder, graph)
    (graph / "settings.json").write_text('{"base_iri": "https://example.org/hg/"}')
    assert _build(folder, graph).changed
    with Graph.open(graph) as opened:
        assert opened.base_iri == "https://example.org/hg/"
        assert opened.resolve("109-KH/HU").iri.startswith("https://example.org/hg/document/")


def test_a_reader_keeps_its_snapshot(folder: Path, graph: Path) -> None:
    _build(folder, graph)
    with Graph.open(graph) as old:
        for number in range(111, 115):
            (folder / "b.txt").write_text(OTHER.replace("110", str(number)), encoding="utf-8")
            _build(folder, graph)
        assert not old.is_live
        assert old.resolve("110-KH/HU").code == "110-KH/HU"
    assert _codes(graph).isdisjoint({"110-KH/HU"})


def test_the_same_sources_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    _build(folder, tmp_path / "one")
    build([folder / "b.txt", folder / "a.txt"], tmp_path / "two", stores={}, jobs=2)
    first, second = (tmp_path / name / "generations/1" / DATABASE for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()
    assert sqlite_store.read_content(first) == sqlite_store.read_content(second)


def test_progress_is_told_for_each_file(folder: Path, graph: Path) -> None:
    told: list[tuple[int, int, str]] = []
    _build(folder, graph, on_progress=lambda *args: told.append(args))
    assert told == [(1, 2, "a.txt"), (2, 2, "b.txt")]


def test_finding_nothing_changed_loads_no_spacy(folder: Path, graph: Path) -> None:
    _build(folder, graph)
    script = (
        "import sys; from pathlib import Path; from graph.build import build\n"
        f"report = build([Path({str(folder)!r})], Path({str(graph)!r}), stores={{}})\n"
        "print(report.changed, [m for m in ('spacy', 'rdflib', 'pandas', 'ladybug', 'networkx') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False []"

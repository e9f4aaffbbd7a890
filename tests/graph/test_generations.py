"""A generation is written aside and made live by one rename; what is damaged is told from what is absent."""

import json
from pathlib import Path

import pytest

from graph import generations
from graph.generations import CURRENT, DATABASE, MANIFEST, Generation
from graph.locking import build_lock, hold_for_reading
from ontology.errors import GraphError


def _publish(graph: Path, data: bytes = b"data") -> Generation:
    number = generations.next_number(graph)
    folder = generations.begin(graph, number)
    (folder / DATABASE).write_bytes(data)
    (folder / "rdf").mkdir()
    return generations.publish(
        graph, number, inputs="i", extractor="e", identity="d", base_iri="https://example.org/",
        counts={"sources": 1}, projections=["rdf"],
    )  # fmt: skip


def test_the_published_generation_is_the_live_one(tmp_path: Path) -> None:
    made = _publish(tmp_path)
    assert generations.live_generation(tmp_path) == made
    generations.check(made, whole=True)
    assert (made.manifest.generation, made.database.read_bytes()) == (1, b"data")


def test_a_generation_that_was_not_published_is_nowhere(tmp_path: Path) -> None:
    first = _publish(tmp_path)
    (generations.begin(tmp_path, 2) / DATABASE).write_bytes(b"half")
    assert generations.live_generation(tmp_path) == first


def test_a_rename_without_a_new_current_is_begun_anew(tmp_path: Path) -> None:
    """Killed between the two renames: the folder stands there, but nothing names it."""
    first = _publish(tmp_path)
    _publish(tmp_path)
    (tmp_path / CURRENT).write_text("1\n")
    assert generations.live_generation(tmp_path) == first
    again = _publish(tmp_path, b"again")
    assert (again.manifest.generation, again.database.read_bytes()) == (2, b"again")


def test_the_live_one_and_the_one_before_are_kept(tmp_path: Path) -> None:
    for _ in range(4):
        _publish(tmp_path)
    generations.begin(tmp_path, 9)
    generations.clean_up(tmp_path)
    assert sorted(path.name for path in (tmp_path / "generations").iterdir()) == ["3", "4"]


def test_a_generation_in_use_is_kept(tmp_path: Path) -> None:
    first = _publish(tmp_path)
    with hold_for_reading(first.folder / MANIFEST):
        for _ in range(3):
            _publish(tmp_path)
        generations.clean_up(tmp_path)
        assert first.database.exists()
    generations.clean_up(tmp_path)
    assert not first.folder.exists()


def _no_current(graph: Path) -> None:
    (graph / CURRENT).unlink()


def _odd_current(graph: Path) -> None:
    (graph / CURRENT).write_text("mới nhất", encoding="utf-8")


def _no_manifest(graph: Path) -> None:
    (graph / "generations" / "1" / MANIFEST).unlink()


def _odd_manifest(graph: Path) -> None:
    (graph / "generations" / "1" / MANIFEST).write_text("{", encoding="utf-8")


def _no_database(graph: Path) -> None:
    (graph / "generations" / "1" / DATABASE).unlink()


def _short_database(graph: Path) -> None:
    (graph / "generations" / "1" / DATABASE).write_bytes(b"dat")


def _other_database(graph: Path) -> None:
    (graph / "generations" / "1" / DATABASE).write_bytes(b"Data")


def _no_rdf(graph: Path) -> None:
    (graph / "generations" / "1" / "rdf").rmdir()


def _older_format(graph: Path) -> None:
    _set_format(graph, 0)


def _newer_format(graph: Path) -> None:
    _set_format(graph, 99)


def _set_format(graph: Path, version: int) -> None:
    path = graph / "generations" / "1" / MANIFEST
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": version}))


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (_no_current, "thiếu tệp CURRENT"),
        (_odd_current, "CURRENT: đồ thị hỏng"),
        (_no_manifest, "manifest.json: đồ thị hỏng: thiếu tệp"),
        (_odd_manifest, "manifest.json: đồ thị hỏng: không đọc được"),
        (_no_database, "graph.sqlite: đồ thị hỏng: thiếu tệp"),
        (_short_database, "tệp có 3 byte, phải là 4"),
        (_other_database, "không khớp mã kiểm tra"),
        (_no_rdf, "rdf: đồ thị hỏng: thiếu phần này"),
        (_older_format, "phiên bản định dạng 0.*thư mục mới"),
        (_newer_format, "phiên bản định dạng 99.*Nâng cấp cuthehoa"),
    ],
)
def test_damage_is_named_with_what_to_do(tmp_path: Path, damage, words: str) -> None:  # type: ignore[no-untyped-def]
    _publish(tmp_path)
    damage(tmp_path)
    with pytest.raises(GraphError, match=words) as raised:
        generations.check(generations.live_generation(tmp_path))
    assert raised.value.todo


@pytest.mark.parametrize("folder", [".", "absent"])
def test_where_there_is_no_graph_the_way_to_one_is_told(tmp_path: Path, folder: str) -> None:
    with pytest.raises(GraphError, match=r"chưa có đồ thị.*cuthehoa build"):
        generations.live_generation(tmp_path / folder)


def test_the_build_lock_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    with build_lock(tmp_path), pytest.raises(GraphError, match="đang có một lần dựng khác"), build_lock(tmp_path):
        pass
    with build_lock(tmp_path):
        pass

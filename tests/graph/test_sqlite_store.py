"""``graph.sqlite`` keeps the whole content, byte for byte the same for the same content."""

from dataclasses import replace
from pathlib import Path

import pytest
from hand_made import chain

from graph.content import GraphContent
from graph.database import Database
from graph.identity import build_content
from graph.stores import sqlite_store
from ontology.errors import GraphError


def test_the_content_comes_back_whole(content: GraphContent, tmp_path: Path) -> None:
    sqlite_store.write(content, tmp_path / "g.sqlite")
    assert sqlite_store.read_content(tmp_path / "g.sqlite") == content


def test_resolved_extractions_come_back_whole(tmp_path: Path) -> None:
    content = build_content([chain("a.txt").extraction(), chain("b/ă.txt").extraction()])
    assert content.edges
    assert content.part_of
    sqlite_store.write(content, tmp_path / "g.sqlite")
    assert sqlite_store.read_content(tmp_path / "g.sqlite") == content


def test_equal_contents_give_equal_bytes(content: GraphContent, tmp_path: Path) -> None:
    for name in ("one", "two"):
        sqlite_store.write(content, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_what_the_content_does_not_hold_cannot_be_referred_to(content: GraphContent, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such entity"):
        sqlite_store.write(replace(content, entities=content.entities[:1]), tmp_path / "g.sqlite")
    with pytest.raises(ValueError, match="source that is not held"):
        sqlite_store.write(replace(content, sources=()), tmp_path / "h.sqlite")


def test_the_database_is_opened_for_reading_only(content: GraphContent, tmp_path: Path) -> None:
    path = tmp_path / "tên có dấu cách & % # ?.sqlite"
    sqlite_store.write(content, path)
    before = path.read_bytes()
    with Database(path) as database, pytest.raises(GraphError, match="readonly"):
        database.rows("DELETE FROM entity")
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("size", [0, 100, 5000])
def test_a_truncated_database_is_named(content: GraphContent, tmp_path: Path, size: int) -> None:
    path = tmp_path / "g.sqlite"
    sqlite_store.write(content, path)
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(GraphError, match=r"g\.sqlite: đồ thị hỏng"):
        sqlite_store.read_content(path)

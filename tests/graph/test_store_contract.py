"""One contract for all stores: the same graph gives the same entities, statements and evidence in each."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from store_readers import READERS, StoreView, shown_to_queries, view_of

from graph.content import GraphContent

PARTS = [field.name for field in fields(StoreView)]


@pytest.mark.parametrize("store", READERS)
def test_a_store_holds_what_the_graph_holds(store: str, content: GraphContent, tmp_path: Path) -> None:
    # The stores that are asked in query languages show today's successors of the places as well.
    expected = view_of(content) if store == "sqlite" else shown_to_queries(content)
    found = READERS[store](content, tmp_path / "store")
    for part in PARTS:
        assert getattr(found, part) == getattr(expected, part), part


@pytest.mark.parametrize("store", READERS)
def test_a_store_can_hold_nothing(store: str, content: GraphContent, tmp_path: Path) -> None:
    empty = replace(content, entities=(), edges=(), part_of=(), sources=())
    found = READERS[store](empty, tmp_path / "store")
    assert [part for part in PARTS if getattr(found, part)] == []


@pytest.mark.parametrize("store", READERS)
def test_a_store_is_written_once(store: str, content: GraphContent, tmp_path: Path) -> None:
    READERS[store](content, tmp_path / "store")
    with pytest.raises((FileExistsError, ValueError)):
        READERS[store](content, tmp_path / "store")


def test_the_graph_has_evidence_with_and_without_pages(content: GraphContent) -> None:
    """What the contract says of pages is said of some."""
    assert {row[-1] is None for row in view_of(content).evidence} == {True, False}

"""Values made quickly are values like all others; a database is asked from many threads."""

import copy
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, dataclass, fields, replace
from pathlib import Path

import pytest
from graph_content import hand_made_content

from graph.answers import Edge, Entity, EntityKind
from graph.connection import Connection
from graph.quick_values import quick
from graph.stores import sqlite_store
from ontology.errors import GraphError
from ontology.spans import Span
from ontology.statements import Evidence, Relation

SPAN = Span(3, 5)
EVIDENCE = Evidence("a.txt", "0" * 64, SPAN, "ab", "cue", 0.9)
VALUES = (
    SPAN,
    EVIDENCE,
    Edge("k", "a", "b", Relation.IMPLEMENTS, 0.9, False, (EVIDENCE,)),
    Entity("a", EntityKind.DOCUMENT, "Kế hoạch", candidates=("b",), open=True),
)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_made_quickly_is_one_like_all_others(value: Span | Evidence | Edge | Entity) -> None:
    given = {field.name: getattr(value, field.name) for field in fields(value)}
    for made in (quick(type(value))(**given), quick(type(value))(*given.values())):
        assert type(made) is type(value)
        assert (made, hash(made), repr(made)) == (value, hash(value), repr(value))
        assert replace(made) == copy.copy(made) == pickle.loads(pickle.dumps(made)) == value  # noqa: S301 - our own
        with pytest.raises(FrozenInstanceError):
            setattr(made, fields(value)[0].name, None)
        with pytest.raises((AttributeError, TypeError)):
            made.other = 1  # type: ignore[union-attr]


def test_defaults_and_checks_hold() -> None:
    assert quick(Entity)("a", EntityKind.PLACE, "xã") == Entity("a", EntityKind.PLACE, "xã")
    with pytest.raises(ValueError, match="not a span"):
        quick(Span)(5, 3)
    with pytest.raises(TypeError):
        quick(Span)(1)  # type: ignore[call-arg]


def test_only_dataclasses_with_slots_are_made_quickly() -> None:
    @dataclass(frozen=True)
    class Loose:
        one: int

    for other in (Loose, int, len):
        with pytest.raises(TypeError, match="no dataclass with slots"):
            quick(other)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    sqlite_store.write(hand_made_content(), tmp_path / "graph.sqlite")
    return tmp_path / "graph.sqlite"


def test_each_thread_has_a_connection_that_ends_with_it(path: Path) -> None:
    with Connection(path) as connection:
        together = threading.Barrier(8)

        def ask(_: int) -> list[tuple[int]]:
            together.wait(10)
            return [row for _ in range(50) for row in connection.rows("SELECT count(*) FROM entity")]

        with ThreadPoolExecutor(8) as pool:
            found = {row for rows in pool.map(ask, range(8)) for row in rows}
        assert len(found) == 1
        assert len(connection._opened) == 9
        thread = threading.Thread(target=connection.rows, args=("SELECT 1",))
        thread.start()
        thread.join()
        # Those of the eight were closed when the ninth came.
        assert len(connection._opened) == 2


def test_a_closed_database_says_so_in_every_thread(path: Path) -> None:
    connection = Connection(path)
    connection.close()
    connection.close()
    errors: list[BaseException] = []

    def ask() -> None:
        try:
            connection.rows("SELECT 1")
        except GraphError as error:
            errors.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    ask()
    assert len(errors) == 2
    assert all("đồ thị đã được đóng" in str(error) for error in errors)

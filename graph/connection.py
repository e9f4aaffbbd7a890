"""Read-only access to ``graph.sqlite``, with a connection for each thread that asks."""

import sqlite3
import threading
import weakref
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeAlias

from ontology.errors import GraphError

Row: TypeAlias = tuple[Any, ...]


_MAPPED_BYTES = 2**40
"""SQLite maps the file into memory, as far as its own limit (2 GB) lets it, instead of copying each page: address
space, not memory."""

_STATEMENTS = 256
"""How many questions a connection keeps prepared."""


class Connection:
    """A generation's database, opened read-only as a file that never changes. Safe to use from several threads.

    Each thread gets a connection of its own: behind a lock that all share, threads would wait for each other's rows.

    Args:
        path: The file.

    Raises:
        GraphError: If it cannot be opened; and by every method if it turns out to be damaged.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._own = threading.local()
        self._opened: list[tuple[weakref.ref[threading.Thread], sqlite3.Connection]] = []
        self._lock = threading.Lock()
        self._closed = False
        self._connection()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, also for threads that are asking now: they get ``GraphError``."""
        with self._lock:
            self._closed = True
            for _, connection in self._opened:
                connection.close()
            self._opened.clear()

    def rows(self, sql: str, bound: Sequence[object] = ()) -> list[Row]:
        """Return the rows of a fixed question.

        Args:
            sql: The question, with ``?`` for each value.
            bound: The values.
        """
        try:
            return self._connection().execute(sql, tuple(bound)).fetchall()
        except sqlite3.ProgrammingError as error:
            if self._closed:
                raise self._shut() from error
            raise self._damaged(error) from error
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def _connection(self) -> sqlite3.Connection:
        """Return the connection of the thread that asks, opened at its first question."""
        own: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if own is not None:
            return own
        with self._lock:
            if self._closed:
                raise self._shut()
            self._let_go()
            connection = self._open()
            self._opened.append((weakref.ref(threading.current_thread()), connection))
        self._own.connection = connection
        return connection

    def _let_go(self) -> None:
        """Close the connections of threads that have ended: a server may start one for each request."""
        kept = []
        for thread, connection in self._opened:
            if (alive := thread()) is not None and alive.is_alive():
                kept.append((thread, connection))
            else:
                connection.close()
        self._opened = kept

    def _open(self) -> sqlite3.Connection:
        try:
            # "immutable": no lock files, so a graph on a read-only medium opens as well.
            uri = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(
                uri, uri=True, check_same_thread=False, isolation_level=None, cached_statements=_STATEMENTS
            )
            connection.execute(f"PRAGMA mmap_size={_MAPPED_BYTES}")
        except sqlite3.Error as error:
            raise self._damaged(error) from error
        return connection

    def _shut(self) -> GraphError:
        return GraphError("đồ thị đã được đóng", where=self._path, todo="Mở lại đồ thị")

    def _damaged(self, error: object) -> GraphError:
        return GraphError(
            f"đồ thị hỏng: không đọc được cơ sở dữ liệu ({error})",
            where=self._path,
            todo="Dựng lại đồ thị bằng “cuthehoa build”",
        )

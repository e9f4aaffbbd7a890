"""One read-only connection to ``graph.sqlite``."""

import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeAlias

from ontology.errors import GraphError

Row: TypeAlias = tuple[Any, ...]


class Connection:
    """A generation's database, opened read-only as a file that never changes. Safe to use from several threads.

    Args:
        path: The file.

    Raises:
        GraphError: If it cannot be opened; and by every method if it turns out to be damaged.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        try:
            # "immutable": no lock files, so a graph on a read-only medium opens as well.
            uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def rows(self, sql: str, bound: Sequence[object] = ()) -> list[Row]:
        """Return the rows of a fixed question.

        Args:
            sql: The question, with ``?`` for each value.
            bound: The values.
        """
        with self._lock:
            try:
                return self._connection.execute(sql, tuple(bound)).fetchall()
            except sqlite3.DatabaseError as error:
                raise self._damaged(error) from error

    def _damaged(self, error: object) -> GraphError:
        return GraphError(
            f"đồ thị hỏng: không đọc được cơ sở dữ liệu ({error})",
            where=self._path,
            todo="Dựng lại đồ thị bằng “cuthehoa build”",
        )

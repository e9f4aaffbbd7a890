"""The errors that people see: each says what is wrong, where, and what to do about it, in Vietnamese.

The command line and the pages print ``str(error)`` as it stands and never a traceback, so a message here is
part of the user interface. Programming mistakes are not wrapped: they stay ordinary exceptions.
"""

from pathlib import Path


class CuthehoaError(Exception):
    """Base of all errors that a user can act upon.

    Args:
        what: What went wrong, one Vietnamese sentence without a final full stop.
        where: The file, folder or query that it concerns, or ``None``.
        todo: What the user can do, one Vietnamese sentence without a final full stop, or ``None``.
    """

    def __init__(self, what: str, *, where: Path | str | None = None, todo: str | None = None) -> None:
        self.what = what
        self.where = None if where is None else str(where)
        self.todo = todo
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}. {self.todo}." if self.todo else f"{head}."


class SourceError(CuthehoaError):
    """One source file cannot be used; the other files go on (exit code 1)."""


class GraphError(CuthehoaError):
    """The graph folder is missing, damaged, of another version or busy (exit code 2)."""


class QueryError(CuthehoaError):
    """A query is malformed, refused, too slow or too large (exit code 2)."""


class UnknownEntityError(CuthehoaError):
    """Nothing in the graph has that code, name or IRI (exit code 2)."""


class AmbiguousEntityError(CuthehoaError):
    """A code means several documents (exit code 2).

    Args:
        what: As in the base class.
        choices: One line for each document it could be, best first.
        iris: The IRIs of the same documents, in the same order.
        todo: As in the base class.
    """

    def __init__(
        self, what: str, *, choices: tuple[str, ...], iris: tuple[str, ...] = (), todo: str | None = None
    ) -> None:
        self.choices = choices
        self.iris = iris
        super().__init__(what, todo=todo)


class ExportError(CuthehoaError):
    """The graph cannot be written where the user wants it: a file, a folder or a database server (exit code 2)."""


class GoldError(CuthehoaError):
    """Annotations to measure against are missing, malformed, or of a text that is not there (exit code 2)."""

"""One generation of a graph held open: its files, its database, its workers for free queries."""

import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from graph.answers import Entity
from graph.database import Database
from graph.generations import Generation, check, live_generation
from graph.locking import hold_for_reading
from graph.lookup import known
from ontology.errors import GraphError

if TYPE_CHECKING:
    from graph.sandbox.query_worker import QueryWorkers

_TRIES = 3
"""A build may remove the generation that CURRENT named a moment ago; the next one is then live already."""


class OpenedGraph:
    """One generation of a graph, read-only. It stays as it is while builds go on; open again to see a newer one.

    Safe to use from several threads. Every method raises ``GraphError`` if the files turn out to be damaged.
    """

    def __init__(self, folder: Path, generation: Generation, workers: int = 2) -> None:
        self._hold = hold_for_reading(generation.folder / "manifest.json")
        try:
            check(generation)
            self._database = Database(generation.database)
        except BaseException:
            self._hold.close()
            raise
        self._generation = generation
        self._workers: QueryWorkers | None = None
        self._most_workers = workers
        self._closed = False
        self._guard = threading.Lock()
        self.folder = folder

    @classmethod
    def open(cls, folder: Path, *, workers: int = 2) -> Self:
        """Open the live generation of a graph.

        Args:
            folder: The graph's folder.
            workers: How many free queries of one language may run at one time; further ones wait.

        Raises:
            GraphError: If there is no graph, it is of another version, or damaged.
        """
        for attempt in range(_TRIES):
            generation = live_generation(folder)
            try:
                return cls(folder, generation, workers)
            except (GraphError, FileNotFoundError) as error:
                if attempt == _TRIES - 1 or live_generation(folder).folder == generation.folder:
                    if isinstance(error, GraphError):
                        raise
                    raise GraphError("đồ thị vừa được dựng lại", where=folder, todo="Mở lại đồ thị") from error
        raise AssertionError("unreachable")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files. A build may then remove the generation."""
        with self._guard:
            self._closed = True
            if self._workers is not None:
                self._workers.close()
                self._workers = None
        self._database.close()
        self._hold.close()

    @property
    def generation(self) -> int:
        """Number of the generation."""
        return self._generation.manifest.generation

    @property
    def generation_folder(self) -> Path:
        """Folder of the generation, with its stores."""
        return self._generation.folder

    @property
    def base_iri(self) -> str:
        """What the IRIs of all entities begin with."""
        return self._generation.manifest.base_iri

    @property
    def is_live(self) -> bool:
        """Whether no newer generation has been built since."""
        return live_generation(self.folder).folder == self._generation.folder

    def _query_workers(self) -> "QueryWorkers":
        """Return the processes for free queries, started at the first one: most uses of a graph need none."""
        from graph.sandbox.query_worker import QueryWorkers

        with self._guard:
            if self._closed:
                raise GraphError("đồ thị đã đóng", where=self.folder, todo="Mở lại đồ thị")
            if self._workers is None:
                folder = self._generation.folder
                self._workers = QueryWorkers(folder / "rdf", folder / "property", size=self._most_workers, warm=False)
            return self._workers

    def _known(self, iri: str) -> Entity:
        """Return the entity of an IRI, also of one under which it was known before.

        Raises:
            UnknownEntityError: If there is none.
            AmbiguousEntityError: If an earlier IRI may mean several entities now.
        """
        return known(self._database, iri)

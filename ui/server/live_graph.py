"""The newest generation of a graph, whatever is built while the server runs."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from graph.query import Graph
from ontology.errors import CuthehoaError

LOG = logging.getLogger("cuthehoa.server")

LOOK_EVERY = 0.5
"""Seconds between two looks at which generation is live."""


@dataclass(slots=True)
class _Held:
    """An open generation and how many queries are under way in it."""

    graph: Graph
    users: int = 0
    retired: bool = False


class LiveGraph:
    """Lends the live generation. A query ends in the generation in which it began; a new one finds the newest.

    Args:
        folder: The graph's folder.
        workers: How many queries may run at one time.

    Raises:
        GraphError: If there is no graph, or it cannot be read.
    """

    def __init__(self, folder: Path, workers: int) -> None:
        self._folder = folder
        self._workers = workers
        self._guard = threading.Lock()
        self._closing = threading.Event()
        self._told = ""
        self._held = _Held(self._open())
        self._held.graph.warm_up(workers)
        self._retired: list[_Held] = []
        self._watcher = threading.Thread(target=self._watch, name="generations", daemon=True)
        self._watcher.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def lend(self) -> Iterator[Graph]:
        """The graph to ask, which stays open until it is given back."""
        with self._guard:
            held = self._held
            held.users += 1
        try:
            yield held.graph
        finally:
            with self._guard:
                held.users -= 1
                last = held.retired and held.users == 0
                if last:
                    self._retired.remove(held)
            if last:
                held.graph.close()

    @property
    def generation(self) -> int:
        """Number of the generation that a query would be asked now."""
        return self._held.graph.generation

    @property
    def base_iri(self) -> str:
        """What the IRIs of all entities begin with."""
        return self._held.graph.base_iri

    def close(self) -> None:
        """End all queries and let go of the files; a second call does nothing."""
        if self._closing.is_set():
            return
        self._closing.set()
        self._watcher.join()
        with self._guard:
            left = [self._held, *self._retired]
        for held in left:
            held.graph.close()

    def _open(self) -> Graph:
        graph = Graph.open(self._folder, workers=self._workers)
        graph.warm_up()  # one is enough to answer with; the others start while it does
        return graph

    def _watch(self) -> None:
        while not self._closing.wait(LOOK_EVERY):
            try:
                if not self._held.graph.is_live:
                    self._change()
                self._told = ""
            except CuthehoaError as error:
                # A build that was made by another version, or a folder that is gone: the old generation still answers.
                if str(error) != self._told:
                    self._told = str(error)
                    LOG.warning("Vẫn dùng bản dựng %d: %s", self.generation, error)

    def _change(self) -> None:
        newer = _Held(self._open())
        with self._guard:
            older, self._held = self._held, newer
            older.retired = True
            unused = older.users == 0
            if not unused:
                self._retired.append(older)
        LOG.info("Đã chuyển sang bản dựng %d.", newer.graph.generation)
        if unused:
            older.graph.close()
        newer.graph.warm_up(self._workers)

"""Where queries wait their turn: so many run, so many wait, further ones are turned away at once."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from starlette.requests import ClientDisconnect, Request

from graph.sandbox import query_errors
from graph.sandbox.query_results import Dataset, ResultForm, WrittenResult
from graph.sandbox.sparql_guard import QueryKind
from ui.server.live_graph import LiveGraph

WAITING = 512
"""Queries that may wait; each is at most a megabyte of text."""

PATIENCE = 10.0
"""Seconds that a query waits for its turn at most."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one query may take.

    Args:
        timeout: Seconds that it may run.
        limit: Rows or triples that it may give.
        workers: Queries that run at one time.
    """

    timeout: float = 10.0
    limit: int = 10_000
    workers: int = 8


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with the generation that gave it."""

    result: WrittenResult
    generation: int


class QueryDesk:
    """Runs queries in the graph's workers, one thread for each worker.

    Args:
        live: The graph.
        bounds: What one query may take.
    """

    def __init__(self, live: LiveGraph, bounds: Bounds) -> None:
        self._live = live
        self._bounds = bounds
        self._threads = ThreadPoolExecutor(bounds.workers, thread_name_prefix="query")
        self._inside = 0

    @property
    def base_iri(self) -> str:
        """What the IRIs of all entities begin with."""
        return self._live.base_iri

    def close(self) -> None:
        """Take nothing more; what still runs ends when the graph is closed."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def ask(
        self, request: Request, query: str, choose: Callable[[QueryKind], ResultForm], dataset: Dataset | None = None
    ) -> Answered:
        """Run a query, or drop it if its client goes away while it waits.

        Args:
            request: The request that brings it, its body read.
            query: The SPARQL text.
            choose: As in :meth:`graph.query.Graph.sparql_written`.
            dataset: Likewise.

        Raises:
            QueryError: As there; ``QueryBusyError`` if too many wait, or this one waited too long.
            GraphError: The graph cannot be read.
            ClientDisconnect: The client is gone.
        """
        if self._inside >= self._bounds.workers + WAITING:
            raise query_errors.busy(0)

        def run() -> Answered:
            with self._live.lend() as graph:
                bounds = self._bounds
                result = graph.sparql_written(query, choose, dataset, timeout=bounds.timeout, limit=bounds.limit)
                return Answered(result, graph.generation)

        loop = asyncio.get_running_loop()
        try:
            running = self._threads.submit(run)
        except RuntimeError as error:  # the server is about to end
            raise query_errors.busy(0) from error
        self._inside += 1
        running.add_done_callback(lambda done: self._leave(loop, done))
        answer: asyncio.Future[Answered] = asyncio.wrap_future(running)
        gone = asyncio.ensure_future(_client_gone(request))
        try:
            waited_for: set[asyncio.Future[Any]] = {answer, gone}
            done, _ = await asyncio.wait(waited_for, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
            if not done:
                if running.cancel():  # which only what has not begun can be
                    raise query_errors.busy(PATIENCE)
                await asyncio.wait(waited_for, return_when=asyncio.FIRST_COMPLETED)
            if not answer.done():
                raise ClientDisconnect
            if answer.cancelled():  # the server is about to end
                raise query_errors.busy(0)
            return answer.result()
        finally:
            gone.cancel()
            answer.cancel()

    def _leave(self, loop: asyncio.AbstractEventLoop, done: "Future[Answered]") -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(self._count_out)

    def _count_out(self) -> None:
        self._inside -= 1


async def _client_gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass

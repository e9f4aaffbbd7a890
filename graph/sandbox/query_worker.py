"""Runs free SPARQL and Cypher queries in processes that can be killed.

Neither engine can be trusted with a text from outside: Ladybug reads and writes files even when opened read-only,
Oxigraph calls other servers, neither has a firm bound on memory, and both have crashed on odd queries. So the
guards look at the text first, and then a process that has nothing but one open store runs it, for as long as it
was given. ``run_sparql`` and ``run_cypher`` start one process for one query; ``QueryWorkers`` keeps some warm.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeAlias

from graph.sandbox import query_errors
from graph.sandbox.cypher_guard import check_cypher, parameters_of
from graph.sandbox.query_process import MEMORY, Engine, Request, WorkerProcess
from graph.sandbox.query_results import (
    CypherResult,
    Dataset,
    ResultForm,
    SparqlResult,
    Term,
    TermKind,
    WrittenResult,
    unique,
)
from graph.sandbox.sparql_guard import QueryKind, check_sparql
from ontology.errors import QueryError

TIMEOUT: Final = 10.0
"""Seconds that a query may run if nobody says otherwise."""

LIMIT: Final = 10_000
"""Rows that a query may give if nobody says otherwise."""

_ALL_MEMORY: Final = 2 << 30
"""Bytes that all queries of one language may use together, as far as each still gets ``_LEAST_MEMORY``."""

_LEAST_MEMORY: Final = 256 << 20

Parameter: TypeAlias = "str | int | float | bool | list[Parameter] | None"


def run_sparql(rdf_dir: Path, query: str, *, timeout: float = TIMEOUT, limit: int = LIMIT) -> SparqlResult:
    """Runs one SPARQL query in a process of its own.

    Args:
        rdf_dir: The Oxigraph store's folder.
        query: The text, as it was typed.
        timeout: Seconds that the query may run.
        limit: Rows or triples to give at most.

    Returns:
        The answer.

    Raises:
        QueryError: The query was refused, is wrong, too slow or too large.
        GraphError: The store cannot be opened.
    """
    kind = check_sparql(query)
    with WorkerProcess(Engine.SPARQL, rdf_dir) as worker:
        return _sparql_result(kind, worker.ask(_sparql_request(query, timeout, limit)))


def run_cypher(
    property_path: Path,
    query: str,
    parameters: Mapping[str, Parameter] | None = None,
    *,
    timeout: float = TIMEOUT,
    limit: int = LIMIT,
) -> CypherResult:
    """Runs one Cypher query in a process of its own.

    Args:
        property_path: The Ladybug database.
        query: The text, as it was typed.
        parameters: Values for ``$name``; they are bound, never written into the text.
        timeout: Seconds that the query may run.
        limit: Rows to give at most.

    Returns:
        The answer.

    Raises:
        QueryError: The query was refused, is wrong, too slow or too large.
        GraphError: The database cannot be opened.
    """
    request = _cypher_request(query, parameters, timeout, limit)
    with WorkerProcess(Engine.CYPHER, property_path) as worker:
        return _cypher_result(worker.ask(request))


@dataclass(slots=True)
class _Shelf:
    """The workers of one engine: those at rest, and how many there are in all."""

    path: Path
    idle: list[WorkerProcess] = field(default_factory=list)
    alive: int = 0


class QueryWorkers:
    """Warm workers for the two stores of one generation. Safe to use from several threads.

    A worker that was killed is replaced at once, while the error is still on its way to the user. Close it when
    the generation goes; queries under way end with an error.

    Args:
        rdf_dir: The Oxigraph store's folder.
        property_path: The Ladybug database.
        size: Workers for each engine, hence queries at one time.
        warm: Start one worker for each engine now, not when it is first needed.
    """

    def __init__(self, rdf_dir: Path, property_path: Path, *, size: int = 2, warm: bool = True) -> None:
        self._size = size
        self._changed = threading.Condition()
        self._shelves = {Engine.SPARQL: _Shelf(rdf_dir), Engine.CYPHER: _Shelf(property_path)}
        self._all: set[WorkerProcess] = set()
        self._closed = False
        if warm:
            with self._changed:
                for engine in Engine:
                    self._shelves[engine].idle.append(self._start(engine))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def warm_up(self, count: int = 1) -> None:
        """Starts SPARQL workers until there are ``count``, or as many as there may be; they open while others go on."""
        with self._changed:
            shelf = self._shelves[Engine.SPARQL]
            while shelf.alive < min(count, self._size) and not self._closed:
                shelf.idle.append(self._start(Engine.SPARQL))

    def close(self) -> None:
        """Ends all workers, busy ones too."""
        with self._changed:
            self._closed = True
            workers, self._all = self._all, set()
            for shelf in self._shelves.values():
                shelf.idle.clear()
            self._changed.notify_all()
        for worker in workers:
            worker.close()

    def sparql(self, query: str, *, timeout: float = TIMEOUT, limit: int = LIMIT) -> SparqlResult:
        """Runs a SPARQL query; arguments, answer and errors as in ``run_sparql``."""
        kind = check_sparql(query)
        with self._worker(Engine.SPARQL, timeout) as worker:
            return _sparql_result(kind, worker.ask(_sparql_request(query, timeout, limit)))

    def written(
        self,
        query: str,
        choose: Callable[[QueryKind], ResultForm],
        dataset: Dataset | None = None,
        *,
        timeout: float = TIMEOUT,
        limit: int = LIMIT,
    ) -> WrittenResult:
        """Runs a SPARQL query whose answer the worker itself writes in a standard form.

        Args:
            query: The text, as it was typed.
            choose: Says in which form, once it is known which kind of query it is; what it raises goes through.
            dataset: The graphs to ask in place of those that the query names, or ``None``.
            timeout: As in ``run_sparql``.
            limit: As in ``run_sparql``.

        Returns:
            The answer.

        Raises:
            QueryError: As in ``run_sparql``.
            GraphError: As in ``run_sparql``.
        """
        kind = check_sparql(query)
        form = choose(kind)
        request = Request(
            query,
            {},
            timeout,
            limit,
            form.value,
            dataset.default_graphs if dataset else None,
            dataset.named_graphs if dataset else None,
        )
        with self._worker(Engine.SPARQL, timeout) as worker:
            reply = worker.ask(request)
        return WrittenResult(kind, form, reply["body"], reply["truncated"], reply["seconds"])

    def cypher(
        self,
        query: str,
        parameters: Mapping[str, Parameter] | None = None,
        *,
        timeout: float = TIMEOUT,
        limit: int = LIMIT,
    ) -> CypherResult:
        """Runs a Cypher query; arguments, answer and errors as in ``run_cypher``."""
        request = _cypher_request(query, parameters, timeout, limit)
        with self._worker(Engine.CYPHER, timeout) as worker:
            return _cypher_result(worker.ask(request))

    @contextmanager
    def _worker(self, engine: Engine, timeout: float) -> Iterator[WorkerProcess]:
        """Lends a worker, waiting at most ``timeout`` seconds for one."""
        shelf = self._shelves[engine]
        with self._changed:
            ready = self._changed.wait_for(
                lambda: self._closed or shelf.idle or shelf.alive < self._size, timeout=timeout
            )
            if self._closed:
                raise RuntimeError("these query workers were closed")
            if not ready:
                raise query_errors.busy(timeout)
            worker = self._take(engine)
        try:
            yield worker
        finally:
            with self._changed:
                if worker.usable and not self._closed:
                    shelf.idle.append(worker)
                else:
                    self._all.discard(worker)
                    shelf.alive -= 1
                    # A store that cannot be opened would fail again: only a worker that has worked is replaced.
                    if worker.opened and not self._closed:
                        shelf.idle.append(self._start(engine))
                self._changed.notify()
            if not worker.usable:
                worker.close()

    def _take(self, engine: Engine) -> WorkerProcess:
        """Takes a worker from the shelf, or a new one; the caller holds the lock."""
        shelf = self._shelves[engine]
        while shelf.idle:
            worker = shelf.idle.pop()
            if worker.usable:
                return worker
            # It died at rest, of the system's hand: nobody's query is to blame for that.
            self._all.discard(worker)
            shelf.alive -= 1
            worker.close()
        return self._start(engine)

    def _start(self, engine: Engine) -> WorkerProcess:
        """Starts a worker; the caller holds the lock. It opens its store while others go on."""
        shelf = self._shelves[engine]
        worker = WorkerProcess(engine, shelf.path, max(_LEAST_MEMORY, min(MEMORY, _ALL_MEMORY // self._size)))
        shelf.alive += 1
        self._all.add(worker)
        return worker


def _sparql_request(query: str, timeout: float, limit: int) -> Request:
    return Request(query, {}, timeout, limit)


def _cypher_request(query: str, parameters: Mapping[str, Parameter] | None, timeout: float, limit: int) -> Request:
    check_cypher(query)
    given = parameters or {}
    values: dict[str, object] = {}
    for name in sorted(parameters_of(query)):
        # Ladybug takes a parameter that nobody gave for null, and an answer without rows for the truth.
        if name not in given:
            raise QueryError(f"Thiếu giá trị cho tham số ${name}")
        value = values[name] = given[name]
        if not _bindable(value):
            raise QueryError(
                f"Tham số ${name} có kiểu {type(value).__name__}, không truyền được",
                todo="Hãy dùng chuỗi, số, đúng/sai, hoặc danh sách các giá trị đó; ngày tháng viết dạng 2022-06-16",
            )
    return Request(query, values, timeout, limit)


def _bindable(value: object) -> bool:
    if isinstance(value, list):
        return all(_bindable(item) for item in value)
    return value is None or isinstance(value, (str, int, float, bool))


def _sparql_result(kind: QueryKind, reply: Mapping[str, Any]) -> SparqlResult:
    return SparqlResult(
        kind=kind,
        variables=tuple(reply.get("variables", ())),
        rows=tuple(tuple(None if term is None else _term(term) for term in row) for row in reply.get("rows", ())),
        boolean=reply.get("boolean"),
        triples=reply.get("triples"),
        truncated=reply.get("truncated", False),
        seconds=reply["seconds"],
    )


def _term(parts: list[str]) -> Term:
    if parts[0] == "literal":
        return Term(TermKind.LITERAL, parts[1], parts[2], parts[3] or None)
    return Term(TermKind(parts[0]), parts[1])


def _cypher_result(reply: Mapping[str, Any]) -> CypherResult:
    return CypherResult(
        columns=unique(reply["columns"]),
        rows=tuple(map(tuple, reply["rows"])),
        truncated=reply["truncated"],
        seconds=reply["seconds"],
    )

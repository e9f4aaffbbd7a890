"""One worker process: starting it, asking it, and ending it when it does not answer in time."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import queue
import re
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from graph.sandbox import query_errors
from ontology.errors import GraphError, QueryError
from ontology.vocabulary import PREFIXES

MEMORY: Final = 1 << 30
"""Bytes that a query may use beyond what its worker needs at rest."""

ANSWER: Final = 32 << 20
"""Bytes of an answer, about; what goes beyond is cut."""

THREADS: Final = 2
"""Threads of Ladybug in one worker: a query box must leave the laptop usable."""

_START: Final = 30.0
_GRACE: Final = {"sparql": 0.0, "cypher": 0.3}
"""Ladybug stops a query itself and its worker lives on; it is killed only if that comes late."""
_KEPT: Final = ("PATH", "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_BODY: Final = re.compile(rb'\{"body":(\d{1,12}),')
_MAIN: Final = Path(__file__).with_name("query_worker_main.py")


class Engine(StrEnum):
    """The two query languages, each with its store."""

    SPARQL = "sparql"
    CYPHER = "cypher"


_NAMES: Final = {Engine.SPARQL: "Oxigraph", Engine.CYPHER: "Ladybug"}
_PACKAGES: Final = {Engine.SPARQL: "pyoxigraph", Engine.CYPHER: "ladybug"}


@dataclass(frozen=True, slots=True)
class Request:
    """One query that has passed its guard.

    Attributes:
        query: The text.
        parameters: Values to bind, as JSON has them.
        timeout: Seconds that it may run.
        limit: Rows to give at most.
        form: SPARQL: the form in which the worker writes the answer, a value of ``ResultForm``; ``None`` for terms.
        default_graphs: SPARQL: IRIs of the graphs to ask in place of the store's default graph, or ``None``.
        named_graphs: SPARQL: IRIs of the only graphs that ``GRAPH`` sees, or ``None`` for all.
    """

    query: str
    parameters: Mapping[str, object]
    timeout: float
    limit: int
    form: str | None = None
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None


class WorkerProcess:
    """A process with one open store. One thread at a time may ask it.

    It begins to open the store at once; the first question waits for that. After a question that killed it, it
    is no longer ``usable``.

    Args:
        engine: Which language it answers.
        path: Its store.
        memory: Bytes that a query may use beyond what the process needs at rest.
    """

    def __init__(self, engine: Engine, path: Path, memory: int = MEMORY) -> None:
        self._engine = engine
        self._path = path
        self.opened = False
        # -I and -S keep the environment, the user's packages and every .pth file out, and save half the start.
        self._process = subprocess.Popen(  # noqa: S603 - this interpreter, and a file of this package
            [sys.executable, "-I", "-S", "-X", "utf8", str(_MAIN)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=path.anchor or None,
            # HOME above all is left out: Ladybug looks there for extensions to load.
            env={name: os.environ[name] for name in _KEPT if name in os.environ} | {"MALLOC_ARENA_MAX": "2"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._replies: queue.SimpleQueue[tuple[bytes, bytes]] = queue.SimpleQueue()
        # A thread, since pipes cannot be waited for with a timeout on Windows.
        threading.Thread(target=self._read, name=f"{engine}-worker", daemon=True).start()
        self._send(
            {
                "engine": engine.value,
                "path": str(path.resolve()),
                "import_from": [_home_of(_PACKAGES[engine])],
                "memory": memory,
                "threads": THREADS,
                "prefixes": dict(PREFIXES),
            }
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def usable(self) -> bool:
        """Whether it can be asked again."""
        return self._process.poll() is None

    def ask(self, request: Request) -> Mapping[str, Any]:
        """Runs a query.

        Args:
            request: The query.

        Returns:
            The worker's reply: JSON as ``query_worker_main`` makes it; ``body`` holds the bytes of a written answer.

        Raises:
            QueryError: The query is wrong, too slow or too large.
            GraphError: The store cannot be opened.
        """
        if not self.usable:
            raise query_errors.crashed()
        try:
            if not self.opened:
                self._wait_open()
            self._send(
                {
                    "query": request.query,
                    "parameters": request.parameters,
                    "timeout": request.timeout,
                    "limit": request.limit,
                    "bytes": ANSWER,
                    "form": request.form,
                    "default_graphs": request.default_graphs,
                    "named_graphs": request.named_graphs,
                }
            )
            begun = time.monotonic()
            reply = self._receive(request.timeout + _GRACE[self._engine])
        except BaseException:
            # Whatever went wrong between a question and its answer, the next question would get the wrong answer.
            self.close()
            raise
        if reply is None:
            self.close()
            raise query_errors.too_slow(request.timeout)
        if "error" in reply:
            if "Interrupted" in reply["message"] and time.monotonic() - begun >= request.timeout * 0.9:
                raise query_errors.too_slow(request.timeout)
            raise self._error(reply["error"], reply["message"])
        return reply

    def close(self) -> None:
        """Ends the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        if self._process.stdin is not None:
            # What is still buffered was meant for the process that is gone. The reader closes the other pipe.
            with contextlib.suppress(OSError):
                self._process.stdin.close()

    def _wait_open(self) -> None:
        try:
            reply = self._receive(_START)
        except QueryError as error:
            raise GraphError("Tiến trình truy vấn không khởi động được", where=self._path) from error
        if reply is None:
            raise GraphError(f"Kho dữ liệu không mở được trong {_START:g} giây", where=self._path)
        if "error" in reply:
            raise GraphError(
                f"{_NAMES[self._engine]} không mở được kho dữ liệu: {reply['message']}",
                where=self._path,
                todo="Hãy dựng lại đồ thị bằng lệnh cuthehoa build",
            )
        self.opened = True

    def _error(self, kind: str, message: str) -> QueryError:
        if kind == "memory":
            return query_errors.too_hungry()
        if kind == "large":
            return query_errors.too_large()
        return query_errors.told(_NAMES[self._engine], message)

    def _send(self, message: Mapping[str, object]) -> None:
        pipe = self._process.stdin
        if pipe is None:
            raise AssertionError("stdin is a pipe")
        # If the process is gone, the reader says so.
        with contextlib.suppress(OSError):
            pipe.write(json.dumps(message).encode("ascii") + b"\n")
            pipe.flush()

    def _receive(self, timeout: float) -> Mapping[str, Any] | None:
        """Waits for a reply; ``None`` if none comes in time."""
        try:
            line, body = self._replies.get(timeout=timeout)
        except queue.Empty:
            return None
        if not line.endswith(b"\n"):
            raise query_errors.crashed()
        reply: dict[str, Any] = json.loads(line)
        if "body" in reply:
            if len(body) != reply["body"]:
                raise query_errors.crashed()
            reply["body"] = body
        return reply

    def _read(self) -> None:
        pipe = self._process.stdout
        if pipe is None:
            raise AssertionError("stdout is a pipe")
        with pipe:
            while True:
                # Bounded: what an engine run wild writes must not fill this process's memory.
                line = pipe.readline(8 * ANSWER)
                # A written answer follows its line as it is: as JSON its quotes would all have to be escaped.
                head = _BODY.match(line)
                self._replies.put((line, pipe.read(min(int(head[1]), 8 * ANSWER)) if head else b""))
                if not line.endswith(b"\n"):
                    return


def _home_of(package: str) -> str:
    """Finds the folder from which a package is imported, without importing it."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise GraphError(f"Chưa cài gói {package}", todo=f"Hãy cài lại cuthehoa, hoặc chạy pip install {package}")
    return str(Path(found.origin).resolve().parent.parent)

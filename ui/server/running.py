"""Running the application on uvicorn until somebody stops it."""

import asyncio
import errno
import logging
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import uvicorn

from ontology.errors import CuthehoaError
from ui.server.application import create_application
from ui.server.desk import Bounds, QueryDesk
from ui.server.live_graph import LiveGraph
from ui.server.protocol import LARGEST_REQUEST

_MOST_CONNECTIONS = 900
"""Beyond these uvicorn answers 503 by itself: each needs a file descriptor, of which there are often 1,024."""

_IDLE_SECONDS = 15
_LAST_ANSWERS_SECONDS = 0.7
"""Queries that are under way when the server is told to end may still end by themselves for so long."""

_LAST_BYTES_SECONDS = 2
"""What is still being sent afterwards, to slow clients, is cut off."""


class _Server(uvicorn.Server):
    """uvicorn's server, which says when it has begun to serve, and ends queries before it ends."""

    def __init__(self, config: uvicorn.Config, when_ready: Callable[[], None], end_queries: Callable[[], None]) -> None:
        super().__init__(config)
        self._when_ready = when_ready
        self._end_queries = end_queries

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._when_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Whoever still waits gets his 503 then, where uvicorn would only break the connection off.
        asyncio.get_running_loop().call_later(_LAST_ANSWERS_SECONDS, self._end_queries)
        await super().shutdown(sockets)


def listen(host: str, port: int) -> socket.socket:
    """Take a port.

    Args:
        host: Name or address to listen on.
        port: The port; 0 for any free one.

    Raises:
        CuthehoaError: If it cannot be had.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except OSError as error:
        raise CuthehoaError("không có địa chỉ này trên máy", where=f"--host {host}") from error
    listener = socket.socket(family, kind, protocol)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        # Whoever finds the port taken shall hear it here, not from a server that is half up.
        listener.listen(2048)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise CuthehoaError(
                f"cổng {port} đang bận", where="--port", todo=f"Hãy chọn cổng khác, ví dụ --port {min(port + 1, 65535)}"
            ) from error
        raise CuthehoaError(
            f"không mở được cổng {port} trên {host} ({error.strerror})", todo="Hãy chọn cổng hoặc địa chỉ khác"
        ) from error
    return listener


def serve(
    folder: Path,
    listener: socket.socket,
    *,
    host: str,
    bounds: Bounds,
    origins: Sequence[str] = (),
    when_ready: Callable[[], None],
) -> None:
    """Serve a graph until Ctrl-C or SIGTERM.

    Args:
        folder: The graph's folder.
        listener: The socket of :func:`listen`; it is closed in the end.
        host: The name or address that was given to it.
        bounds: What one query may take.
        origins: Web origins whose pages may read the answers.
        when_ready: Called as soon as requests are answered.

    Raises:
        GraphError: If there is no graph, or it cannot be read.
    """
    _log_to_stderr()
    with listener, LiveGraph(folder, bounds.workers) as live:
        desk = QueryDesk(live, bounds)

        def end_queries() -> None:
            desk.close()
            live.close()

        config = uvicorn.Config(
            create_application(desk, host=host, origins=origins),
            loop="asyncio",
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=_MOST_CONNECTIONS,
            timeout_keep_alive=_IDLE_SECONDS,
            timeout_graceful_shutdown=_LAST_BYTES_SECONDS,
            h11_max_incomplete_event_size=LARGEST_REQUEST + (1 << 16),
        )
        # uvicorn raises the signal again when it has stopped: as Ctrl-C's exception it lets the workers be ended too.
        before = signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            _Server(config, when_ready, end_queries).run(sockets=[listener])
        except KeyboardInterrupt:
            return
        finally:
            end_queries()
            signal.signal(signal.SIGTERM, before)


def _log_to_stderr() -> None:
    """Let the server's and uvicorn's own lines go to standard error, each once."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S"))
    for name, level in (("cuthehoa.server", logging.INFO), ("uvicorn.error", logging.WARNING)):
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.setLevel(level)
        logger.propagate = False

"""Sending answers in pieces, so that neither slow nor many clients can fill this process's memory."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Final

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from graph.sandbox import query_errors

LOG = logging.getLogger("cuthehoa.server")

LARGEST_TOTAL: Final = 256 << 20
"""Bytes of all answers that wait to be sent; a further large one is turned away."""

SMALL: Final = 1 << 16
"""Answers up to this size are always sent: connections are limited, so their number is."""

_PIECE: Final = 1 << 18
_PIECE_SECONDS: Final = 30.0


class Outbox:
    """Counts the bytes that wait to be sent."""

    def __init__(self, most: int = LARGEST_TOTAL) -> None:
        self._most = most
        self._waiting = 0

    def take(self, body: bytes, headers: Mapping[str, str]) -> Response:
        """Make the answer that sends a body.

        Args:
            body: The body.
            headers: Its headers.

        Raises:
            QueryBusyError: If too much waits to be sent.
        """
        if len(body) > SMALL and self._waiting + len(body) > self._most:
            raise query_errors.busy(0)
        self._waiting += len(body)
        return _Parcel(self, body, headers)

    def release(self, size: int) -> None:
        """Count out what was sent, or will never be."""
        self._waiting -= size


class _Parcel(Response):
    """One answer on its way out."""

    def __init__(self, outbox: Outbox, body: bytes, headers: Mapping[str, str]) -> None:
        super().__init__(body, headers=dict(headers))
        self._outbox = outbox

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = memoryview(bytes(self.body))
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            for begin in range(0, max(len(body), 1), _PIECE):
                piece = bytes(body[begin : begin + _PIECE])
                more = begin + _PIECE < len(body)
                async with asyncio.timeout(_PIECE_SECONDS):
                    await send({"type": "http.response.body", "body": piece, "more_body": more})
        except TimeoutError:
            LOG.warning("Ngắt một kết nối nhận quá chậm.")  # the answer stays unfinished, so uvicorn cuts it off
        finally:
            self._outbox.release(len(body))

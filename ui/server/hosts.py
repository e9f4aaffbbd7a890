"""Refuses requests for another host: a web page elsewhere must not reach this server under a name of its own.

A page of evil.example may have its name answered with 127.0.0.1 ("DNS rebinding"); the browser then lets it read
what this server answers. Its requests still carry ``Host: evil.example``. Addresses in numbers cannot be rebound.
"""

import ipaddress
import socket
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.server.problems import HttpProblem


class HostCheck:
    """ASGI middleware that lets through ``localhost``, addresses in numbers and the machine's own name.

    Args:
        app: What is behind it.
        host: The name or address that the server listens on.
    """

    def __init__(self, app: ASGIApp, host: str) -> None:
        self._app = app
        self._names = {"localhost", host.lower(), socket.gethostname().lower()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it with 421."""
        if scope["type"] == "http" and not self._is_own(Headers(scope=scope).get("host", "")):
            problem = HttpProblem(
                HTTPStatus.MISDIRECTED_REQUEST,
                "Tên máy chủ trong yêu cầu (Host) không phải là tên của máy này. Hãy dùng http://127.0.0.1:CỔNG/.",
            )
            await problem.response()(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_own(self, header: str) -> bool:
        name = host_name(header)
        return name in self._names or _is_address(name)


def host_name(header: str) -> str:
    """The name in a ``Host`` header, without port, brackets and upper case.

    >>> host_name("[::1]:8602"), host_name("LOCALHOST:80")
    ('::1', 'localhost')
    """
    if header.startswith("["):
        return header[1:].partition("]")[0].lower()
    return header.partition(":")[0].lower()


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True

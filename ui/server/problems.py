"""What goes wrong with a request, as an HTTP status and one Vietnamese sentence; never a traceback, never a path.

Source: W3C SPARQL 1.1 Protocol §2.1.7 (400 for what is malformed); RFC 9110 §15.5 and §15.6 for the other statuses.
"""

import logging
from collections.abc import Mapping
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from graph.sandbox.query_errors import QueryBusyError, QueryLimitError
from ontology.errors import CuthehoaError, QueryError

LOG = logging.getLogger("cuthehoa.server")

RETRY_AFTER = 2
"""Seconds after which one who was turned away may ask again."""

_SENTENCES = {
    HTTPStatus.NOT_FOUND: "Không có gì ở địa chỉ này. Điểm truy vấn SPARQL ở /sparql, bộ từ vựng ở /ns.",
    HTTPStatus.METHOD_NOT_ALLOWED: "Địa chỉ này không nhận phương thức đó. Máy chủ chỉ đọc: hãy dùng GET hoặc POST.",
}


class HttpProblem(Exception):  # noqa: N818 - RFC 9457 calls it a problem, and so do we
    """A request that gets no answer but an explanation.

    Args:
        status: The HTTP status.
        message: Vietnamese, whole sentences.
        headers: Headers that belong to the status.
    """

    def __init__(self, status: HTTPStatus, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = dict(headers or {})

    def response(self) -> Response:
        """The answer to send."""
        return PlainTextResponse(f"{self.message}\n", self.status, self.headers)


def problem_of(error: CuthehoaError) -> HttpProblem:
    """Choose the status of an error of the project.

    A query that was stopped gets 503, as the server could not do it now and with these limits; only where waiting
    helps does the answer say so (``Retry-After``).

    Args:
        error: What was raised; the text of a ``QueryError`` is for whoever asked, other texts are for the log.
    """
    if isinstance(error, QueryBusyError):
        return HttpProblem(HTTPStatus.SERVICE_UNAVAILABLE, str(error), {"Retry-After": str(RETRY_AFTER)})
    if isinstance(error, QueryLimitError):
        return HttpProblem(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
    if isinstance(error, QueryError):
        return HttpProblem(HTTPStatus.BAD_REQUEST, str(error))
    LOG.error("%s", error)
    return HttpProblem(HTTPStatus.INTERNAL_SERVER_ERROR, "Không đọc được đồ thị. Hãy xem nhật ký của máy chủ.")


async def answer_problem(request: Request, error: Exception) -> Response:
    """Starlette's handler for ``HttpProblem``."""
    if not isinstance(error, HttpProblem):
        raise error
    return error.response()


async def answer_project_error(request: Request, error: Exception) -> Response:
    """Starlette's handler for the project's own errors."""
    if not isinstance(error, CuthehoaError):
        raise error
    return problem_of(error).response()


async def answer_http_exception(request: Request, error: Exception) -> Response:
    """Starlette's handler for what its router finds: an unknown address, a method that is not served."""
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    return HttpProblem(status, _SENTENCES.get(status, f"{status.phrase}."), error.headers).response()


async def answer_bug(request: Request, error: Exception) -> Response:
    """Starlette's handler for everything else: a mistake of the program, which the log shows in full."""
    return HttpProblem(HTTPStatus.INTERNAL_SERVER_ERROR, "Lỗi của máy chủ. Hãy xem nhật ký của máy chủ.").response()

"""The three ways in which a SPARQL query travels over HTTP, read into one value.

Source: W3C SPARQL 1.1 Protocol §2.1 (query operation: §2.1.1 GET, §2.1.2 URL-encoded POST, §2.1.3 direct POST,
§2.1.4 datasets) and §2.2 (update operation, which is refused here).
"""

import asyncio
import re
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from typing import Final, Never
from urllib.parse import parse_qsl

from starlette.requests import Request

from graph.sandbox.query_results import Dataset
from ontology.vocabulary import escape_iri
from ui.server.problems import HttpProblem

FORM: Final = "application/x-www-form-urlencoded"
DIRECT: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"

LARGEST_REQUEST: Final = 1 << 20
"""Bytes of a body or of an address: the longest query that is allowed, percent-encoded, has just room."""

_BODY_SECONDS: Final = 30.0
_MOST_DISCARDED: Final = 8 * LARGEST_REQUEST
"""Bytes of a body that is too large that are read all the same, so that its sender lives to see the answer."""
_MOST_FIELDS: Final = 1_000
_MOST_GRAPHS: Final = 100
_BROKEN_ESCAPE: Final = re.compile(rb"%(?![0-9A-Fa-f]{2})")
_NAMES: Final = re.compile(r"https?://[^/?#]|urn:[A-Za-z0-9]", re.IGNORECASE)
_OWN_DEFAULT: Final = frozenset({"urn:x-rdflib:default", "urn:x-arq:DefaultGraph"})
"""What rdflib and Jena call the default graph of whatever they ask."""
_Fields = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Operation:
    """What a request asks for.

    Args:
        query: The SPARQL text, or ``None`` for a GET without one: it asks for the service description.
        dataset: The graphs named by the protocol, or ``None`` if it names none.
    """

    query: str | None
    dataset: Dataset | None


async def read_operation(request: Request) -> Operation:
    """Read a GET, HEAD or POST request.

    Args:
        request: The request; its body has not been read yet.

    Raises:
        HttpProblem: 400 for what is malformed, 403 for an update, 408, 413, 414 and 415 for a body or an address
            that cannot be taken.
        ClientDisconnect: The client is gone.
    """
    raw = request.scope["query_string"]
    if len(raw) > LARGEST_REQUEST:
        raise HttpProblem(HTTPStatus.REQUEST_URI_TOO_LONG, "Địa chỉ quá dài. Hãy gửi câu truy vấn bằng POST.")
    fields = _fields(raw, "địa chỉ")
    if request.method == "POST":
        media_type = _media_type(request.headers.get("content-type", ""))
        if media_type == UPDATE:
            _refuse_update()
        if media_type not in (FORM, DIRECT):
            raise HttpProblem(
                HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
                f"POST phải có Content-Type là {DIRECT} hoặc {FORM}.",
                {"Accept-Post": f"{DIRECT}, {FORM}"},
            )
        body = await _body(request)
        fields += _fields(body, "thân yêu cầu") if media_type == FORM else [("query", _text(body, "thân yêu cầu"))]
    if any(name == "update" for name, _ in fields):
        _refuse_update()
    queries = [value for name, value in fields if name == "query"]
    if len(queries) > 1:
        raise HttpProblem(HTTPStatus.BAD_REQUEST, "Yêu cầu có nhiều tham số query, chỉ được có một.")
    if not queries and (request.method == "POST" or fields):
        raise HttpProblem(HTTPStatus.BAD_REQUEST, "Yêu cầu thiếu tham số query.")
    return Operation(queries[0] if queries else None, _dataset(fields))


def read_iri(request: Request) -> str:
    """Read the IRI of a request about one entity.

    Args:
        request: A GET or HEAD request with one parameter ``iri``.

    Raises:
        HttpProblem: 400, if there is not just one, or it is none that a graph could hold.
    """
    raw = request.scope["query_string"]
    iris = [value for name, value in _fields(raw[: LARGEST_REQUEST + 1], "địa chỉ") if name == "iri"]
    if len(iris) != 1:
        raise HttpProblem(HTTPStatus.BAD_REQUEST, "Yêu cầu phải có đúng một tham số iri.")
    return check_iri(iris[0])


def check_iri(iri: str) -> str:
    """Let through an absolute IRI that can stand in a query.

    Raises:
        HttpProblem: 400, if it is none.
    """
    if not _NAMES.match(iri) or escape_iri(iri) != iri or "'" in iri:
        raise HttpProblem(HTTPStatus.BAD_REQUEST, "Tham số iri phải là IRI http, https hoặc urn đầy đủ.")
    return iri


def _refuse_update() -> Never:
    raise HttpProblem(HTTPStatus.FORBIDDEN, "Máy chủ này chỉ đọc: câu cập nhật (SPARQL Update) bị từ chối.")


def _media_type(header: str) -> str:
    """The media type of a body, which must be in UTF-8."""
    message = Message()
    message["content-type"] = header or "none/none"
    charset = message.get_content_charset("utf-8")
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise HttpProblem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Thân yêu cầu phải ở bảng mã UTF-8.")
    return message.get_content_type()


async def _body(request: Request) -> bytes:
    declared = request.headers.get("content-length", "0")
    announced = int(declared) if declared.isdecimal() else 0
    if announced > _MOST_DISCARDED:
        _refuse_size()
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            async for part in request.stream():
                size += len(part)
                if size > max(LARGEST_REQUEST, announced):
                    _refuse_size()
                if size <= LARGEST_REQUEST:
                    parts.append(part)
    except TimeoutError as error:
        raise HttpProblem(HTTPStatus.REQUEST_TIMEOUT, "Thân yêu cầu đến quá chậm.", {"Connection": "close"}) from error
    # Only now: most clients read no answer before they have sent everything, and lose it if they are cut off.
    if size > LARGEST_REQUEST:
        _refuse_size()
    return b"".join(parts)


def _refuse_size() -> Never:
    raise HttpProblem(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        f"Thân yêu cầu vượt quá {LARGEST_REQUEST} byte.",
        {"Connection": "close"},
    )


def _fields(raw: bytes, where: str) -> _Fields:
    """Read URL-encoded fields, strictly: what a lenient reader makes of a broken escape is another query."""
    if _BROKEN_ESCAPE.search(raw):
        raise HttpProblem(HTTPStatus.BAD_REQUEST, f"Mã %XX bị hỏng trong {where}. Dấu % phải viết là %25.")
    try:
        return parse_qsl(
            _text(raw, where), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS, separator="&"
        )
    except UnicodeDecodeError as error:
        raise HttpProblem(HTTPStatus.BAD_REQUEST, f"Mã %XX trong {where} không phải là UTF-8.") from error
    except ValueError as error:
        raise HttpProblem(HTTPStatus.BAD_REQUEST, f"Quá nhiều tham số trong {where}.") from error


def _text(raw: bytes, where: str) -> str:
    try:
        # Editors on Windows put a byte order mark before what they save; it is no part of the query.
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise HttpProblem(HTTPStatus.BAD_REQUEST, f"Chữ trong {where} không phải là UTF-8.") from error


def _dataset(fields: _Fields) -> Dataset | None:
    default = _graphs(value for name, value in fields if name == "default-graph-uri")
    named = _graphs(value for name, value in fields if name == "named-graph-uri")
    if not named and _OWN_DEFAULT.issuperset(default):
        return None
    return Dataset(tuple("" if name in _OWN_DEFAULT else name for name in default), named)


def _graphs(iris: Iterable[str]) -> tuple[str, ...]:
    """Check the names of graphs: names of what may be in the store, never addresses of something to fetch."""
    names = tuple(dict.fromkeys(iris))
    if len(names) > _MOST_GRAPHS:
        raise HttpProblem(HTTPStatus.BAD_REQUEST, f"Nêu quá nhiều đồ thị, nhiều nhất là {_MOST_GRAPHS}.")
    for name in names:
        if not _NAMES.match(name) or escape_iri(name) != name:
            raise HttpProblem(
                HTTPStatus.BAD_REQUEST,
                "default-graph-uri và named-graph-uri phải là IRI http, https hoặc urn đầy đủ: "
                "đó là tên đồ thị trong kho, máy chủ không tải gì từ bên ngoài.",
            )
    return names

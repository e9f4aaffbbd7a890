"""The HTTP application: which address gives what."""

import logging
import time
from collections.abc import Sequence
from http import HTTPStatus
from typing import Final
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from graph.sandbox.query_results import ResultForm
from graph.sandbox.sparql_guard import QueryKind
from ontology.errors import CuthehoaError
from ui.server import problems
from ui.server.desk import QueryDesk
from ui.server.entities import describe_query, entity_page
from ui.server.hosts import HostCheck
from ui.server.html import POLICY
from ui.server.media_types import GRAPHS, HTML, Choice, choose_for, choose_type, content_type
from ui.server.protocol import check_iri, read_iri, read_operation
from ui.server.sending import Outbox
from ui.server.service_description import description, description_page
from ui.server.vocabulary import convert, vocabulary, vocabulary_page

LOG = logging.getLogger("cuthehoa.server")

TRUNCATED: Final = "X-Cuthehoa-Truncated"
"""Header of an answer that was cut at the limit of rows or bytes."""

GENERATION: Final = "X-Cuthehoa-Generation"
"""Header with the number of the build that gave the answer."""

_SHOWN_QUERY: Final = 200
"""Characters of a query that the log may hold."""

_METHODS: Final = ("GET", "HEAD", "POST", "OPTIONS")
_READING: Final = ("GET", "HEAD", "OPTIONS")
_GRAPHS_AND_PAGES: Final = (*tuple(GRAPHS)[:4], HTML, "application/xml")


class Endpoint:
    """The addresses of one graph.

    Args:
        desk: Where queries are run.
    """

    def __init__(self, desk: QueryDesk) -> None:
        self._desk = desk
        self._outbox = Outbox()

    async def sparql(self, request: Request) -> Response:
        """``/sparql``: a query, or the service description for a GET without one."""
        if request.method == "OPTIONS":
            return _allowed(_METHODS)
        operation = await read_operation(request)
        if operation.query is None:
            return self._description(request)
        accept = _accept(request)
        chosen: list[Choice] = []

        def choose(kind: QueryKind) -> ResultForm:
            chosen.append(choose_for(kind, accept))
            return chosen[0].form

        begun = time.monotonic()
        try:
            answered = await self._desk.ask(request, operation.query, choose, operation.dataset)
        except CuthehoaError as error:
            problem = problems.problem_of(error)
            _log(problem.status, begun, operation.query)
            raise problem from error
        headers = {"Content-Type": chosen[0].content_type, GENERATION: str(answered.generation)}
        if answered.result.truncated:
            headers[TRUNCATED] = "true"
        _log(200, begun, operation.query)
        return self._outbox.take(answered.result.body, headers | _COMMON)

    async def vocabulary(self, request: Request) -> Response:
        """``/ns``: the vocabulary."""
        if request.method == "OPTIONS":
            return _allowed(_READING)
        media_type = choose_type(_accept(request), _GRAPHS_AND_PAGES)
        body = vocabulary_page() if media_type == HTML else vocabulary(GRAPHS[media_type])
        return self._static(body, media_type)

    async def describe(self, request: Request) -> Response:
        """``/describe?iri=…``: what the graph says of one entity."""
        if request.method == "OPTIONS":
            return _allowed(_READING)
        iri = read_iri(request)
        media_type = choose_type(_accept(request), _GRAPHS_AND_PAGES)
        answered = await self._desk.ask(request, describe_query(iri), lambda kind: ResultForm.N_TRIPLES)
        triples = answered.result.body
        if not triples:
            raise problems.HttpProblem(HTTPStatus.NOT_FOUND, "Đồ thị không nói gì về IRI này.")
        if media_type == HTML:
            return self._static(entity_page(iri, triples).encode(), media_type)
        return self._static(convert(triples, "nt", GRAPHS[media_type]), media_type)

    async def entity(self, request: Request) -> Response:
        """``/id/…``: on to what is said of the entity with this end of its IRI."""
        raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
        iri = self._desk.base_iri + raw.decode("ascii", "replace").partition("/id/")[2]
        return RedirectResponse(f"/describe?iri={quote(check_iri(iri), safe='')}", 303)

    async def root(self, request: Request) -> Response:
        """``/``: on to the endpoint."""
        return RedirectResponse("/sparql", 303)

    def _description(self, request: Request) -> Response:
        endpoint = f"{request.url.scheme}://{quote(request.url.netloc, safe=':[]')}/sparql"
        media_type = choose_type(_accept(request), _GRAPHS_AND_PAGES)
        if media_type == HTML:
            return self._static(description_page(endpoint).encode(), media_type)
        return self._static(convert(description(endpoint).encode(), "nt", GRAPHS[media_type]), media_type)

    def _static(self, body: bytes, media_type: str) -> Response:
        page = {"Content-Security-Policy": POLICY} if media_type == HTML else {}
        return self._outbox.take(body, {"Content-Type": content_type(media_type)} | page | _COMMON)


_COMMON: Final = {"Vary": "Accept", "X-Content-Type-Options": "nosniff"}


def create_application(desk: QueryDesk, *, host: str, origins: Sequence[str] = ()) -> Starlette:
    """Put the application together.

    Args:
        desk: Where queries are run.
        host: The name or address on which the server listens.
        origins: Web origins whose pages may read the answers, ``*`` for all; none by default.
    """
    endpoint = Endpoint(desk)
    middleware = [Middleware(HostCheck, host=host)]
    if origins:
        middleware.append(
            Middleware(
                CORSMiddleware,
                allow_origins=list(origins),
                allow_methods=["GET", "POST"],
                allow_headers=["Accept", "Content-Type"],
                expose_headers=[TRUNCATED, GENERATION, "Retry-After"],
            )
        )
    return Starlette(
        routes=[
            Route("/", endpoint.root, methods=["GET"]),
            Route("/sparql", endpoint.sparql, methods=list(_METHODS)),
            Route("/describe", endpoint.describe, methods=list(_READING)),
            Route("/id/{path:path}", endpoint.entity, methods=["GET"]),
            Route("/ns", endpoint.vocabulary, methods=list(_READING)),
        ],
        middleware=middleware,
        exception_handlers={
            problems.HttpProblem: problems.answer_problem,
            CuthehoaError: problems.answer_project_error,
            HTTPException: problems.answer_http_exception,
            ClientDisconnect: _answer_nobody,
            500: problems.answer_bug,
        },
    )


async def _answer_nobody(request: Request, error: Exception) -> Response:
    """The client went away: whatever is sent reaches nobody."""
    return Response(status_code=499)


def _accept(request: Request) -> str:
    return ",".join(request.headers.getlist("accept"))


def _allowed(methods: Sequence[str]) -> Response:
    return Response(status_code=204, headers={"Allow": ", ".join(methods)})


def _log(status: int, begun: float, query: str) -> None:
    """One line for a query: what came of it, how long it took, how it began; control characters are spelled out."""
    start = query[:_SHOWN_QUERY]
    shown = ascii(start) if not start.isprintable() else start
    more = "…" if len(query) > _SHOWN_QUERY else ""
    LOG.info("%d %4.0f ms  %s%s", status, (time.monotonic() - begun) * 1000, " ".join(shown.split()), more)

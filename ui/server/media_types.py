"""The media types in which answers are sent, and which form of answer each is.

Sources: W3C SPARQL 1.1 Query Results JSON, CSV and TSV, XML; W3C RDF 1.1 Turtle, N-Triples, XML; JSON-LD 1.1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from types import MappingProxyType
from typing import Final

from graph.sandbox.query_results import ResultForm
from graph.sandbox.sparql_guard import QueryKind
from ui.server.negotiation import choose
from ui.server.problems import HttpProblem

HTML: Final = "text/html"

TABLES: Final[Mapping[str, ResultForm]] = MappingProxyType(
    {
        "application/sparql-results+json": ResultForm.JSON,
        "application/sparql-results+xml": ResultForm.XML,
        "text/csv": ResultForm.CSV,
        "text/tab-separated-values": ResultForm.TSV,
        "application/json": ResultForm.JSON,
        "application/xml": ResultForm.XML,
    }
)
"""For SELECT and ASK; the first is sent to whoever has no wish, the last two for browsers and simple clients."""

GRAPHS: Final[Mapping[str, ResultForm]] = MappingProxyType(
    {
        "text/turtle": ResultForm.TURTLE,
        "application/n-triples": ResultForm.N_TRIPLES,
        "application/ld+json": ResultForm.JSON_LD,
        "application/rdf+xml": ResultForm.RDF_XML,
        "application/xml": ResultForm.RDF_XML,
    }
)
"""For CONSTRUCT and DESCRIBE, the service description and the vocabulary."""

_PARAMETERS: Final = {
    "text/csv": "; charset=utf-8; header=present",
    "text/tab-separated-values": "; charset=utf-8",
    "text/turtle": "; charset=utf-8",
    "text/html": "; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen to be sent.

    Args:
        media_type: The media type, as the client named it.
        form: The form of answer.
    """

    media_type: str
    form: ResultForm

    @property
    def content_type(self) -> str:
        """The value of ``Content-Type``; JSON and XML say by themselves that they are UTF-8."""
        return content_type(self.media_type)


def content_type(media_type: str) -> str:
    """The value of ``Content-Type`` for a media type that this server sends."""
    return media_type + _PARAMETERS.get(media_type, "")


def choose_for(kind: QueryKind, accept: str) -> Choice:
    """Choose the media type of a query's answer.

    Args:
        kind: The kind of query.
        accept: The value of ``Accept``.

    Raises:
        HttpProblem: 406, if the client wants nothing that such a query can give.
    """
    offered = TABLES if kind in ("select", "ask") else GRAPHS
    media_type = choose_type(accept, tuple(offered))
    return Choice(media_type, offered[media_type])


def choose_type(accept: str, offered: tuple[str, ...]) -> str:
    """Choose among media types.

    Args:
        accept: The value of ``Accept``.
        offered: The media types, the best first.

    Raises:
        HttpProblem: 406, if the client wants none of them.
    """
    chosen = choose(accept, offered)
    if chosen is None:
        raise HttpProblem(
            HTTPStatus.NOT_ACCEPTABLE,
            f"Không có dạng trả lời nào khớp với Accept. Các dạng có thể trả: {', '.join(offered)}.",
            {"Vary": "Accept"},
        )
    return chosen

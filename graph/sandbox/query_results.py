"""What free SPARQL and Cypher queries answer, and the standard forms in which other programs read it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from graph.sandbox.sparql_guard import QueryKind
from ontology.errors import QueryError

JsonValue: TypeAlias = "str | int | float | bool | Sequence[JsonValue] | Mapping[str, JsonValue] | None"

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


class ResultForm(StrEnum):
    """The standard forms in which a store writes an answer; the values are the usual file endings."""

    JSON = "srj"
    XML = "srx"
    CSV = "csv"
    TSV = "tsv"
    TURTLE = "ttl"
    N_TRIPLES = "nt"
    JSON_LD = "jsonld"
    RDF_XML = "rdf"

    @property
    def is_table(self) -> bool:
        """Whether it is for SELECT and ASK, and not for CONSTRUCT and DESCRIBE."""
        return self in (ResultForm.JSON, ResultForm.XML, ResultForm.CSV, ResultForm.TSV)


@dataclass(frozen=True, slots=True)
class Dataset:
    """Which graphs of the store a SPARQL query sees; it goes before the query's own ``FROM``.

    Attributes:
        default_graphs: IRIs of the graphs whose triples make up the default graph; an empty one is the store's own.
        named_graphs: IRIs of the graphs that ``GRAPH`` may name.
    """

    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenResult:
    """The answer to a SPARQL query as the bytes of a standard form.

    Attributes:
        kind: Which form of query it was.
        form: The form of the answer.
        body: The answer, UTF-8.
        truncated: More was found than the limit let through.
        seconds: How long the query ran in the store.
    """

    kind: QueryKind
    form: ResultForm
    body: bytes
    truncated: bool
    seconds: float


class TermKind(StrEnum):
    """What an RDF term is; the values are those of the SPARQL 1.1 Query Results JSON format."""

    URI = "uri"
    BNODE = "bnode"
    LITERAL = "literal"


@dataclass(frozen=True, slots=True)
class Term:
    """An RDF term.

    Attributes:
        kind: IRI, blank node or literal.
        value: The IRI, the blank node's label or the literal's lexical form.
        datatype: The datatype's IRI; ``None`` for what is no literal.
        language: The language tag of a literal, or ``None``.
    """

    kind: TermKind
    value: str
    datatype: str | None = None
    language: str | None = None

    def to_json(self) -> dict[str, str]:
        """Gives the term as SPARQL 1.1 Query Results JSON has it: plain strings carry no datatype."""
        member = {"type": self.kind.value, "value": self.value}
        if self.language:
            member["xml:lang"] = self.language
        elif self.datatype not in (None, _XSD_STRING):
            member["datatype"] = str(self.datatype)
        return member


@dataclass(frozen=True, slots=True)
class SparqlResult:
    """The answer to a SPARQL query.

    Attributes:
        kind: Which form of query it was.
        variables: SELECT: the columns.
        rows: SELECT: one term or ``None`` for each variable.
        boolean: ASK: the answer.
        triples: CONSTRUCT and DESCRIBE: N-Triples.
        truncated: More was found than the limit let through.
        seconds: How long the query ran in the store.
    """

    kind: QueryKind
    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    boolean: bool | None
    triples: str | None
    truncated: bool
    seconds: float

    def to_json(self) -> str:
        """Writes SPARQL 1.1 Query Results JSON.

        Returns:
            One JSON document.

        Raises:
            QueryError: The query was CONSTRUCT or DESCRIBE, whose answer is a graph and not a table.
        """
        self._check_table()
        document: dict[str, object]
        if self.boolean is not None:
            document = {"head": {}, "boolean": self.boolean}
        else:
            bindings = [
                {name: term.to_json() for name, term in zip(self.variables, row, strict=True) if term is not None}
                for row in self.rows
            ]
            document = {"head": {"vars": list(self.variables)}, "results": {"bindings": bindings}}
        return json.dumps(document, ensure_ascii=False)

    def to_csv(self) -> str:
        """Writes SPARQL 1.1 Query Results CSV.

        Returns:
            The table, lines ending in CR LF; ``true`` or ``false`` for ASK.

        Raises:
            QueryError: As in ``to_json``.
        """
        return self._serialized("csv")

    def to_tsv(self) -> str:
        """Writes SPARQL 1.1 Query Results TSV.

        Returns:
            The table, terms in Turtle's notation.

        Raises:
            QueryError: As in ``to_json``.
        """
        return self._serialized("tsv")

    def to_xml(self) -> str:
        """Writes the SPARQL Query Results XML format.

        Returns:
            One XML document.

        Raises:
            QueryError: As in ``to_json``.
        """
        return self._serialized("srx")

    def _serialized(self, extension: str) -> str:
        """Lets Oxigraph write the format: its quoting is the specification's."""
        import pyoxigraph  # whoever wants no CSV need not wait for the engine

        table = pyoxigraph.parse_query_results(self.to_json(), format=pyoxigraph.QueryResultsFormat.JSON)
        written = table.serialize(format=pyoxigraph.QueryResultsFormat.from_extension(extension))
        return (written or b"").decode("utf-8")

    def _check_table(self) -> None:
        if self.triples is not None:
            raise QueryError(
                f"Câu {self.kind.upper()} trả về bộ ba RDF, không phải bảng",
                todo="Hãy lấy kết quả dạng N-Triples, hoặc dùng SELECT",
            )


@dataclass(frozen=True, slots=True)
class CypherResult:
    """The answer to a Cypher query.

    Attributes:
        columns: As in RETURN; a name that came twice has a number added.
        rows: One value for each column. Dates are ISO strings, numbers that JSON lacks are strings, nodes and
            relationships are objects with ``_ID``, ``_LABEL`` (relationships also ``_SRC``, ``_DST``) and their
            properties, paths are ``{"_NODES": […], "_RELS": […]}``.
        truncated: More was found than the limit let through.
        seconds: How long the query ran in the store.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[JsonValue, ...], ...]
    truncated: bool
    seconds: float

    def to_json(self) -> str:
        """Writes a list of objects, one for each row."""
        return json.dumps([dict(zip(self.columns, row, strict=True)) for row in self.rows], ensure_ascii=False)

    def to_csv(self) -> str:
        """Writes a header and the rows, by RFC 4180; lists and objects as JSON, nothing for null."""
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(self.columns)
        writer.writerows([_cell(value) for value in row] for row in self.rows)
        return text.getvalue()


def _cell(value: JsonValue) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """Numbers the names that come again, so that a row can be an object.

    Args:
        names: Column names in order.

    Returns:
        As many names, all different.

    Examples:
        >>> unique(["a", "b", "a"])
        ('a', 'b', 'a_2')
    """
    taken = set(names)
    result: list[str] = []
    for name in names:
        free, number = name, 2
        while free in result or (free != name and free in taken):
            free, number = f"{name}_{number}", number + 1
        result.append(free)
    return tuple(result)

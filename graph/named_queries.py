"""The named queries under ``graph/queries``: examples for people, answers for tests.

A query file runs as it stands. It begins with comment lines that say what it is::

    # topic: cascade                    under what it stands in a list, a value of ``Topic``
    # title: …                          what to call it, Vietnamese
    # shows: …                          one Vietnamese sentence
    # param code = 18-NQ/TW: …          a value that can be chosen, its default, what it means
    # param year integer = 2023: …      one that is no text, with its type, a value of ``ParameterType``

and holds each default once, as ``VALUES ?code { "18-NQ/TW" }`` in SPARQL and as ``'18-NQ/TW' AS code`` in Cypher.
Values are checked and written as RDF terms, or bound; nothing that a person types is read as part of a query.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from graph.stores import rdf_terms
from ontology.dates import PartialDate
from ontology.errors import QueryError
from ontology.vocabulary import escape_iri


class QueryLanguage(StrEnum):
    """The languages; the values are the file names' endings."""

    SPARQL = "rq"
    CYPHER = "cypher"


class Topic(StrEnum):
    """What a query is about, in the order of a list; the values are what query files say."""

    CASCADE = "cascade"
    CITATIONS = "citations"
    EVIDENCE = "evidence"
    DOCUMENTS = "documents"
    ORGANIZATIONS = "organizations"
    PROGRAMMES = "programmes"
    PLACES = "places"
    VOCABULARY = "vocabulary"
    OTHER = "other"

    @property
    def vietnamese(self) -> str:
        """Its name for people."""
        return _TOPICS[self]


_TOPICS = {
    Topic.CASCADE: "Chuỗi triển khai",
    Topic.CITATIONS: "Viện dẫn, sửa đổi, thay thế",
    Topic.EVIDENCE: "Chứng cứ và độ tin cậy",
    Topic.DOCUMENTS: "Văn bản",
    Topic.ORGANIZATIONS: "Cơ quan, người, chức vụ",
    Topic.PROGRAMMES: "Chương trình và chỉ tiêu",
    Topic.PLACES: "Địa bàn",
    Topic.VOCABULARY: "Bộ từ vựng",
    Topic.OTHER: "Khác",
}


class ParameterType(StrEnum):
    """What the value of a parameter is; the values are what query files say."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    IRI = "iri"


@dataclass(frozen=True, slots=True)
class QueryParameter:
    """A value that a named query lets one choose.

    Args:
        name: Its name in the query.
        type: What kind of value it is; a date is text for the engines, as a year or a month may stand alone.
        default: The value in the file.
        meaning: What it is, Vietnamese.
    """

    name: str
    type: ParameterType
    default: str
    meaning: str

    def check(self, value: str) -> None:
        """Refuse a value that is not of its type.

        Args:
            value: As it was typed.

        Raises:
            QueryError: If it is not.
        """
        try:
            fits = _fits(self.type, value)
        except ValueError:
            fits = False
        if not fits:
            raise QueryError(
                f"“{value[:80]}” không phải là {_TYPES[self.type]}",
                where=f"tham số {self.name}",
                todo=f"Ví dụ: {self.default}",
            )

    def term(self, value: str) -> str:
        """The value as SPARQL writes it."""
        if self.type is ParameterType.IRI:
            return rdf_terms.iri(value)
        return value if self.type in _NUMBERS else rdf_terms.text(value)

    def number_or_text(self, value: str) -> int | float | str:
        """The value as Cypher binds it."""
        if self.type is ParameterType.INTEGER:
            return int(value)
        return float(value) if self.type is ParameterType.DECIMAL else value


_TYPES = {
    ParameterType.TEXT: "chữ",
    ParameterType.INTEGER: "số nguyên",
    ParameterType.DECIMAL: "số thập phân (viết với dấu chấm)",
    ParameterType.DATE: "ngày, tháng hoặc năm (năm-tháng-ngày)",
    ParameterType.IRI: "IRI http, https hoặc urn đầy đủ",
}
_NUMBERS = (ParameterType.INTEGER, ParameterType.DECIMAL)
_INTEGER = re.compile(r"-?[0-9]{1,15}")
_DECIMAL = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")
_IRI = re.compile(r"(?:https?://|urn:)[^\s]+")


def _fits(kind: ParameterType, value: str) -> bool:
    match kind:
        case ParameterType.TEXT:
            return True
        case ParameterType.INTEGER:
            return _INTEGER.fullmatch(value) is not None
        case ParameterType.DECIMAL:
            return _DECIMAL.fullmatch(value) is not None
        case ParameterType.DATE:
            return str(PartialDate.parse(value)) == value
        case ParameterType.IRI:
            return _IRI.fullmatch(value) is not None and escape_iri(value) == value


@dataclass(frozen=True, slots=True)
class BoundQuery:
    """A query ready to be run.

    Args:
        text: The query.
        parameters: Values to bind, for Cypher; SPARQL has no parameters and names its values in ``VALUES``.
    """

    text: str
    parameters: Mapping[str, int | float | str]


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One query file.

    Args:
        name: The file's name without its ending.
        language: In which language it is.
        topic: What it is about.
        title: What to call it, Vietnamese.
        shows: What it shows, one Vietnamese sentence.
        parameters: What can be chosen, in the file's order.
        text: The file, which runs as it stands.
    """

    name: str
    language: QueryLanguage
    topic: Topic
    title: str
    shows: str
    parameters: tuple[QueryParameter, ...]
    text: str

    def bind(self, values: Mapping[str, str] | None = None) -> BoundQuery:
        """Return the query with other values than the defaults.

        Args:
            values: By parameter name; those that are missing keep their default.

        Raises:
            ValueError: If the query has no such parameter.
            QueryError: If a value is not of its parameter's type.
        """
        chosen = {parameter.name: parameter.default for parameter in self.parameters}
        if unknown := sorted((values or {}).keys() - chosen.keys()):
            raise ValueError(f"{self.name} has no parameter {', '.join(unknown)}")
        chosen |= values or {}
        text = self.text
        bound: dict[str, int | float | str] = {}
        for parameter in self.parameters:
            value = chosen[parameter.name]
            parameter.check(value)
            if self.language is QueryLanguage.SPARQL:
                written = f"VALUES ?{parameter.name} {{ {parameter.term(value)} }}"
            else:
                written = f"${parameter.name} AS {parameter.name}"
                bound[parameter.name] = parameter.number_or_text(value)
            text = text.replace(_place(self.language, parameter), written)
        return BoundQuery(text, MappingProxyType(bound))


_HEADER = re.compile(r"(?:#|//) (?P<field>topic|title|shows): (?P<value>.+)")
_PARAMETER = re.compile(r"(?:#|//) param (?P<name>\w+)(?: (?P<type>\w+))? = (?P<default>.+?): (?P<meaning>.+)")


def named_queries(language: QueryLanguage) -> tuple[NamedQuery, ...]:
    """Return all queries of one language, by topic and title.

    Args:
        language: Which.

    Raises:
        ValueError: If a file lacks its title, its sentence or the place of a parameter.
    """
    return _all()[language]


def named_query(language: QueryLanguage, name: str) -> NamedQuery:
    """Return one query.

    Args:
        language: In which language.
        name: Its file's name without the ending.

    Raises:
        KeyError: If there is none of that name.
    """
    return {query.name: query for query in named_queries(language)}[name]


@cache
def _all() -> Mapping[QueryLanguage, tuple[NamedQuery, ...]]:
    found: dict[QueryLanguage, list[NamedQuery]] = {language: [] for language in QueryLanguage}
    for entry in (files("graph") / "queries").iterdir():
        name, _, ending = entry.name.rpartition(".")
        if ending in tuple(QueryLanguage):
            language = QueryLanguage(ending)
            found[language].append(_read(name, language, entry.read_text(encoding="utf-8")))
    topics = list(Topic)
    return {
        language: tuple(sorted(queries, key=lambda query: (topics.index(query.topic), query.title)))
        for language, queries in found.items()
    }


def _read(name: str, language: QueryLanguage, text: str) -> NamedQuery:
    header = {match["field"]: match["value"] for match in map(_HEADER.fullmatch, text.splitlines()) if match}
    parameters = tuple(
        QueryParameter(match["name"], ParameterType(match["type"] or "text"), match["default"], match["meaning"])
        for match in map(_PARAMETER.fullmatch, text.splitlines())
        if match
    )
    if missing := {"title", "shows"} - header.keys():
        raise ValueError(f"{name}.{language}: no {', '.join(sorted(missing))}")
    for parameter in parameters:
        if _place(language, parameter) not in text:
            raise ValueError(f"{name}.{language}: {_place(language, parameter)!r} must stand there")
    topic = Topic(header.get("topic", Topic.OTHER))
    return NamedQuery(name, language, topic, header["title"], header["shows"], parameters, text)


def _place(language: QueryLanguage, parameter: QueryParameter) -> str:
    """Return the words in the file that give a parameter its default."""
    if language is QueryLanguage.SPARQL:
        return f"VALUES ?{parameter.name} {{ {parameter.term(parameter.default)} }}"
    default = parameter.default if parameter.type in _NUMBERS else f"'{parameter.default}'"
    return f"{default} AS {parameter.name}"

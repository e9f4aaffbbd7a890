"""The named queries under ``graph/queries``: examples for people, answers for tests.

A query file runs as it stands. It begins with comment lines that say what it is::

    # title: …                     what to call it, Vietnamese
    # shows: …                     one Vietnamese sentence
    # param code = 18-NQ/TW: …     a value that can be chosen, its default, what it means

and holds each default once, as ``VALUES ?code { "18-NQ/TW" }`` in SPARQL and as ``'18-NQ/TW' AS code`` in Cypher. A
default in angle brackets is an IRI: so is whatever is chosen instead.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from graph.stores import rdf_terms


class QueryLanguage(StrEnum):
    """The languages; the values are the file names' endings."""

    SPARQL = "rq"
    CYPHER = "cypher"


@dataclass(frozen=True, slots=True)
class QueryParameter:
    """A value that a named query lets one choose.

    Args:
        name: Its name in the query.
        default: The value in the file; of an IRI without its brackets.
        meaning: What it is, Vietnamese.
        is_iri: Whether it is an IRI.
    """

    name: str
    default: str
    meaning: str
    is_iri: bool = False


@dataclass(frozen=True, slots=True)
class BoundQuery:
    """A query ready to be run.

    Args:
        text: The query.
        parameters: Values to bind, for Cypher; SPARQL has no parameters and names its values in ``VALUES``.
    """

    text: str
    parameters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One query file.

    Args:
        name: The file's name without its ending.
        language: In which language it is.
        title: What to call it, Vietnamese.
        shows: What it shows, one Vietnamese sentence.
        parameters: What can be chosen, in the file's order.
        text: The file, which runs as it stands.
    """

    name: str
    language: QueryLanguage
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
        """
        chosen = {parameter.name: parameter.default for parameter in self.parameters}
        if unknown := sorted((values or {}).keys() - chosen.keys()):
            raise ValueError(f"{self.name} has no parameter {', '.join(unknown)}")
        chosen |= values or {}
        text = self.text
        for parameter in self.parameters:
            found = _place(self.language, parameter)
            if self.language is QueryLanguage.SPARQL:
                value = _values(parameter, chosen[parameter.name])
            else:
                value = f"${parameter.name} AS {parameter.name}"
            text = text.replace(found, value)
        return BoundQuery(text, MappingProxyType(chosen if self.language is QueryLanguage.CYPHER else {}))


_HEADER = re.compile(r"(?:#|//) (?P<field>title|shows): (?P<value>.+)")
_PARAMETER = re.compile(r"(?:#|//) param (?P<name>\w+) = (?P<default><[^<>]+>|[^:<]+): (?P<meaning>.+)")


def named_queries(language: QueryLanguage) -> tuple[NamedQuery, ...]:
    """Return all queries of one language, by title.

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
    return {language: tuple(sorted(queries, key=lambda query: query.title)) for language, queries in found.items()}


def _read(name: str, language: QueryLanguage, text: str) -> NamedQuery:
    header = {match["field"]: match["value"] for match in map(_HEADER.fullmatch, text.splitlines()) if match}
    parameters = tuple(
        QueryParameter(match["name"], match["default"].strip("<>"), match["meaning"], match["default"].startswith("<"))
        for match in map(_PARAMETER.fullmatch, text.splitlines())
        if match
    )
    if missing := {"title", "shows"} - header.keys():
        raise ValueError(f"{name}.{language}: no {', '.join(sorted(missing))}")
    for parameter in parameters:
        if text.count(_place(language, parameter)) != 1:
            raise ValueError(f"{name}.{language}: {_place(language, parameter)!r} must stand there once")
    return NamedQuery(name, language, header["title"], header["shows"], parameters, text)


def _place(language: QueryLanguage, parameter: QueryParameter) -> str:
    """Return the words in the file that give a parameter its default."""
    if language is QueryLanguage.SPARQL:
        return _values(parameter, parameter.default)
    return f"'{parameter.default}' AS {parameter.name}"


def _values(parameter: QueryParameter, value: str) -> str:
    # An IRI with what no IRI may hold is escaped: no value can end the brackets and go on as a query.
    term = rdf_terms.iri(value) if parameter.is_iri else rdf_terms.text(value)
    return f"VALUES ?{parameter.name} {{ {term} }}"

"""What a report consists of, whatever form it is shown in. All texts are plain: each form escapes them itself."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ontology.levels import Level
from ontology.statements import Evidence
from ui.rendering import JsonValue
from ui.wording import where_words

if TYPE_CHECKING:
    from graph.query import Graph


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a source.

    Args:
        text: The sentence, as it stands there.
        place: Where: file, and page or characters.
    """

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list, with the sentences that show it."""

    text: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """Lines, one below the other."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table; every row has as many cells as the heading."""

    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below that of the section."""

    text: str


Block: TypeAlias = str | Heading | ItemList | TableBlock
"""A paragraph, or one of the others."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a report.

    Args:
        key: Its name in JSON.
        title: Its heading.
        blocks: What it holds, in order.
        data: The same for other programs.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    data: JsonValue


@dataclass(frozen=True, slots=True)
class ReportScope:
    """What a report is about.

    Args:
        units: Level of the units in coverage.
        within: Only units in this one, by name or IRI.
        as_of: What a reader of this day could know.
        min_confidence: Statements below this do not count; ``None`` for the usual floor.
    """

    units: Level = Level.PROVINCE
    within: str | None = None
    as_of: dt.date | None = None
    min_confidence: float | None = None


SectionMaker: TypeAlias = "Callable[[Graph, ReportScope], Section]"
"""Asks a graph and makes a section of the answer."""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report.

    Args:
        title: Its heading.
        facts: Names and values that say what it is about.
        sections: Its parts.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]


def quote_of(evidence: Evidence) -> Quote:
    """Return a sentence of the graph as one of a report."""
    return Quote(evidence.quote, where_words(evidence.file, evidence.span, evidence.page))

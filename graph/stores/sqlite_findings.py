"""Rows of the tables of findings and aliases, and the values that they stand for."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from graph.connection import Row
from graph.content import GraphContent
from graph.findings import Finding, FindingKind, FindingPlace
from ontology.spans import Span

Rows = Iterator[tuple[object, ...]]


def finding_rows(content: GraphContent, first: int) -> Rows:
    """Yield the rows of the table ``finding``.

    Args:
        content: The graph.
        first: Number of the first finding.
    """
    for number, finding in enumerate(content.findings, first):
        yield number, finding.kind.value, finding.message


def finding_entity_rows(content: GraphContent, entity_id: Callable[[str], int], first: int) -> Rows:
    """Yield the rows of the table ``finding_entity``."""
    for number, finding in enumerate(content.findings, first):
        for position, entity in enumerate(finding.entities):
            yield number, position, entity_id(entity)


def finding_place_rows(content: GraphContent, sources: Mapping[str, int], first: int) -> Rows:
    """Yield the rows of the table ``finding_place``."""
    for number, finding in enumerate(content.findings, first):
        for position, place in enumerate(finding.places):
            start, end = (place.span.start, place.span.end) if place.span else (None, None)
            yield number, position, sources[place.file], start, end, place.quote, place.line, place.page


def alias_rows(content: GraphContent, entity_id: Callable[[str], int]) -> Rows:
    """Yield the rows of the table ``alias``."""
    return ((alias, entity_id(iri)) for alias, iri in content.aliases)


def findings_from_rows(findings: Iterable[Row], entities: Iterable[Row], places: Iterable[Row]) -> list[Finding]:
    """Return the findings of rows.

    Args:
        findings: Number, kind, message.
        entities: Number of the finding, IRI; in order.
        places: Number of the finding, file, start, end, quote, line, page; in order.
    """
    iris: defaultdict[int, list[str]] = defaultdict(list)
    for finding, iri in entities:
        iris[finding].append(iri)
    shown: defaultdict[int, list[FindingPlace]] = defaultdict(list)
    for finding, file, start, end, quote, line, page in places:
        span = None if start is None else Span(start, end)
        shown[finding].append(FindingPlace(file, span, quote, line, page))
    return [
        Finding(FindingKind(kind), message, tuple(iris[number]), tuple(shown[number]))
        for number, kind, message in findings
    ]

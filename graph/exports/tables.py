"""CSV files for spreadsheets and data frames: entities, statements and their evidence."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.content import GraphContent
from graph.stores.property_rows import Value
from ontology.statements import Evidence

ENTITIES = "entities.csv"
STATEMENTS = "statements.csv"
EVIDENCE = "evidence.csv"

_ENTITY_COLUMNS = (
    *("iri", "kind", "name", "code", "type", "date", "level", "issuer", "issuer_iri", "title", "file"),
    *("held", "place", "open", "candidates"),
)
_STATEMENT_COLUMNS = ("id", "source", "relation", "target", "confidence", "open", "modality", "role")
_EVIDENCE_COLUMNS = ("statement", "file", "start", "end", "quote", "rule", "confidence", "page")


def write_csv(content: GraphContent, folder: Path) -> None:
    """Write three tables: statements name entities by IRI, evidence names its statement by id.

    UTF-8 with a byte order mark, without which Excel shows Vietnamese letters wrongly. Source: RFC 4180.

    Args:
        content: The graph.
        folder: An existing folder.
    """
    _write(
        folder / ENTITIES,
        _ENTITY_COLUMNS,
        (
            (
                *(entity.iri, entity.kind.value, entity.name, entity.code, entity.type),
                *(str(entity.date) if entity.date else None, entity.level.value if entity.level else None),
                *(entity.issuer, entity.issuer_iri, entity.title, entity.file, entity.held, entity.place, entity.open),
                " ".join(entity.candidates),
            )
            for entity in content.entities
        ),
    )
    _write(
        folder / STATEMENTS,
        _STATEMENT_COLUMNS,
        (
            (
                *(edge.id, edge.source, edge.relation.value, edge.target),
                *(edge.confidence, edge.open, edge.modality.value, edge.role),
            )
            for edge in content.edges
        ),
    )
    _write(
        folder / EVIDENCE,
        _EVIDENCE_COLUMNS,
        (_evidence(edge.id, evidence) for edge in content.edges for evidence in edge.evidence),
    )


def _evidence(statement: str, evidence: Evidence) -> Sequence[Value]:
    span = evidence.span
    place = (evidence.file, span.start, span.end, evidence.quote)
    return (statement, *place, evidence.rule, evidence.confidence, evidence.page)


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: Value) -> Value:
    return ("false", "true")[value] if isinstance(value, bool) else value

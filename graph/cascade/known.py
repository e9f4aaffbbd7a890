"""What of a cascade was known on a day: which steps, which of their sentences, and how sure they were then.

A sentence was known from the date of the document that holds it on, a document from its own. What has no date is not
known to be later, and is kept. A statement is as sure as its sentences of then make it.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.answers import Edge, Entity
from graph.connection import Row
from graph.database import Database
from graph.floors import Floor
from graph.identity.rules import together

# Dates of which only the year or the month is known sort before each day of theirs, as PartialDate.first_day.
_SAID = """
    SELECT evidence.edge, source.sha256, evidence.confidence, said.date IS NULL OR said.date <= ?2
    FROM evidence JOIN source ON source.id = evidence.source JOIN entity AS said ON said.id = source.document
    WHERE evidence.edge IN (SELECT value FROM json_each(?1)) ORDER BY evidence.edge, evidence.position
"""
_LATER_ENTITIES = "SELECT id FROM entity WHERE id IN (SELECT value FROM json_each(?)) AND date > ?"
_LATER_IRIS = "SELECT iri FROM entity WHERE iri IN (SELECT value FROM json_each(?)) AND date > ?"
_LATER_FILES = """
    SELECT source.file FROM source JOIN entity AS said ON said.id = source.document
    WHERE source.file IN (SELECT value FROM json_each(?)) AND said.date > ?
"""


def confidences_then(database: Database, confidences: Mapping[int, float], day: dt.date) -> dict[int, float]:
    """Return the confidence that the sentences of a day give each edge; edges that none of them states are left out.

    Args:
        database: The generation's database.
        confidences: By the number of the edge, the confidence that all its sentences give.
        day: The day.
    """
    said: defaultdict[int, list[tuple[str, float, int]]] = defaultdict(list)
    for edge, source, confidence, known in database.rows(_SAID, (json.dumps(sorted(confidences)), day.isoformat())):
        said[edge].append((source, confidence, known))
    found = {}
    for edge, confidence in confidences.items():
        before = [(source, sure) for source, sure, known in said[edge] if known]
        if not before:
            continue
        if len(before) < len(said[edge]):
            # The edge's confidence is that of all its sentences times what resolving its ends is worth.
            everything = together((source, sure) for source, sure, _ in said[edge])
            confidence = round(confidence * together(before) / everything, 4) if everything else 0.0
        found[edge] = confidence
    return found


def known_steps(database: Database, steps: Sequence[Row], floor: Floor, day: dt.date) -> list[Row]:
    """Return the steps that were known on a day, with the confidence that their sentences of then give.

    Args:
        database: The generation's database.
        steps: Rows of :meth:`graph.database.Database.steps`.
        floor: Steps below this are left out.
        day: The day.
    """
    later = _later(database, _LATER_ENTITIES, sorted({end for step in steps for end in step[2:4]}), day)
    then = confidences_then(database, {step[0]: step[5] for step in steps}, day)
    return [
        (*step[:5], then[step[0]], *step[6:])
        for step in steps
        if step[2] not in later and step[3] not in later
        if step[0] in then and floor.lets_through(then[step[0]], is_open=bool(step[6]))
    ]


def known_sentences(database: Database, edges: Iterable[Edge], day: dt.date) -> list[Edge]:
    """Return edges without the sentences of sources that are dated later than a day."""
    edges = list(edges)
    files = sorted({evidence.file for edge in edges for evidence in edge.evidence})
    later = _later(database, _LATER_FILES, files, day)
    return [replace(edge, evidence=tuple(said for said in edge.evidence if said.file not in later)) for edge in edges]


def known_candidates(database: Database, entities: dict[int, Entity], day: dt.date) -> dict[int, Entity]:
    """Return entities of which no undecided citation could mean a document that is dated later than a day."""
    iris = sorted({iri for entity in entities.values() for iri in entity.candidates})
    later = _later(database, _LATER_IRIS, iris, day)
    return {
        number: replace(entity, candidates=tuple(iri for iri in entity.candidates if iri not in later))
        for number, entity in entities.items()
    }


@dataclass(frozen=True, slots=True)
class KnownEdges:
    """Edges and what they join.

    Args:
        edges: By number.
        ends: The entities at their ends, and further ones that were asked for, by number.
    """

    edges: Mapping[int, Edge]
    ends: Mapping[int, Entity]

    def by_iri(self) -> dict[str, Entity]:
        """Return the entities by IRI."""
        return {entity.iri: entity for entity in self.ends.values()}


def edges_known(
    database: Database, edges: Collection[int], entities: Collection[int], as_of: dt.date | None
) -> KnownEdges:
    """Fetch edges and entities by their numbers.

    Args:
        database: The generation's database.
        edges: Numbers of edges.
        entities: Numbers of entities that are wanted besides those at the ends of the edges.
        as_of: Leave out sentences of sources that are dated later, and what they add to the confidence; none if
            ``None``.
    """
    rows = database.rows(
        "SELECT * FROM edge WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", (json.dumps(sorted(edges)),)
    )
    ends = database.numbered({*entities, *(end for row in rows for end in row[2:4])})
    if as_of is not None:
        then = confidences_then(database, {row[0]: row[5] for row in rows}, as_of)
        rows = [(*row[:5], then.get(row[0], 0.0), *row[6:]) for row in rows]
    found = database.edges_from(rows, ends)
    if as_of is not None:
        found = known_sentences(database, found, as_of)
    return KnownEdges({row[0]: edge for row, edge in zip(rows, found, strict=True)}, ends)


def _later(database: Database, sql: str, values: Sequence[int] | Sequence[str], day: dt.date) -> Collection[object]:
    return {row[0] for row in database.rows(sql, (json.dumps(values), day.isoformat()))}

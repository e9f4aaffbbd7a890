"""Which steps of a cascade, and which of their sentences, were known on a day.

A sentence was known from the date of the document that holds it on, a document from its own. What has no date is not
known to be later, and is kept.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from graph.answers import Edge, Entity
from graph.connection import Row
from graph.database import Database
from graph.floors import Floor
from graph.identity.rules import together

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


def known_steps(database: Database, steps: Sequence[Row], floor: Floor, day: dt.date) -> list[Row]:
    """Return the steps that were known on a day, with the confidence that their sentences of then give.

    Args:
        database: The generation's database.
        steps: Rows of :meth:`graph.database.Database.steps`.
        floor: Steps below this are left out.
        day: The day.
    """
    later = _later(database, _LATER_ENTITIES, sorted({end for step in steps for end in step[2:4]}), day)
    said: defaultdict[int, list[tuple[str, float, int]]] = defaultdict(list)
    for edge, source, confidence, known in database.rows(_SAID, (_numbers(steps), day.isoformat())):
        said[edge].append((source, confidence, known))
    found = []
    for step in steps:
        before = [(source, confidence) for source, confidence, known in said[step[0]] if known]
        if not before or step[2] in later or step[3] in later:
            continue
        if len(before) < len(said[step[0]]):
            # The edge's confidence is that of all its sentences times what resolving its ends is worth.
            everything = together((source, confidence) for source, confidence, _ in said[step[0]])
            step = (*step[:5], round(step[5] * together(before) / everything, 4) if everything else 0.0, *step[6:])
        if step[5] >= (floor.open if step[6] else floor.decided):
            found.append(step)
    return found


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


def _later(database: Database, sql: str, values: Sequence[int] | Sequence[str], day: dt.date) -> Collection[object]:
    # Dates of which only the year or the month is known sort before each day of theirs, as PartialDate.first_day.
    return {row[0] for row in database.rows(sql, (json.dumps(values), day.isoformat()))}


def _numbers(steps: Sequence[Row]) -> str:
    return json.dumps([step[0] for step in steps])

"""The sentences in which the sources name a document."""

import datetime as dt
import json
from dataclasses import dataclass

from graph.database import Database
from graph.findings import FindingPlace
from graph.passages import Lines, passage_around
from ontology.spans import Span


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a source names a document.

    Args:
        file: The source's file.
        span: The naming itself, in the source's text.
        sentence: The sentence around it.
    """

    file: str
    span: Span
    sentence: FindingPlace


_BY_THEN = "(? IS NULL OR document.date IS NULL OR document.date <= ?)"

_NUMBERS = f"""
    SELECT mention.entity, count(DISTINCT source.sha256) FROM mention
    JOIN source ON source.id = mention.source JOIN entity AS document ON document.id = source.document
    WHERE mention.label = 'DOC' AND mention.entity IN (SELECT value FROM json_each(?)) AND {_BY_THEN}
    GROUP BY mention.entity
"""  # noqa: S608 a fixed part

_PLACES = f"""
    SELECT source.id, source.file, source.sha256, source.document, mention.start, mention."end" FROM mention
    JOIN source ON source.id = mention.source JOIN entity AS document ON document.id = source.document
    WHERE mention.label = 'DOC' AND mention.entity = ? AND {_BY_THEN}
    ORDER BY mention.source, mention.position
"""  # noqa: S608 a fixed part


class Citing:
    """Who names which document, in the sources of up to a day.

    Args:
        database: The generation's database.
        as_of: Sources dated later are left out. ``None``: all count.
    """

    def __init__(self, database: Database, as_of: dt.date | None) -> None:
        self._database = database
        self._day = None if as_of is None else str(as_of)
        self._texts: dict[int, tuple[str, Lines]] = {}

    def sources(self, documents: frozenset[int]) -> dict[int, int]:
        """Return how many sources name each document; copies of one text count once.

        Args:
            documents: Numbers of the documents.
        """
        bound = (json.dumps(sorted(documents)), self._day, self._day)
        return {row[0]: row[1] for row in self._database.rows(_NUMBERS, bound)}

    def places(self, document: int, limit: int | None, *, each_source_once: bool) -> list[Naming]:
        """Return the first places where a document is named, in order of the files.

        Args:
            document: Its number.
            limit: At most so many; all if ``None``.
            each_source_once: Only the first place of each source, and of copies only the first file's.
        """
        found: list[Naming] = []
        seen: set[str] = set()
        for source, file, sha256, _, start, end in self._database.rows(_PLACES, (document, self._day, self._day)):
            if limit is not None and len(found) == limit:
                break
            if each_source_once and sha256 in seen:
                continue
            seen.add(sha256)
            found.append(self._naming(source, file, Span(start, end)))
        return found

    def _naming(self, source: int, file: str, span: Span) -> Naming:
        if source not in self._texts:
            ((text,),) = self._database.rows("SELECT text FROM source_text WHERE source = ?", (source,))
            self._texts[source] = (text, Lines(text))
        text, lines = self._texts[source]
        sentence = passage_around(text, span)
        return Naming(file, span, FindingPlace(file, sentence, sentence.of(text), lines.number(sentence.start)))

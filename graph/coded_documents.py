"""The documents that a code can mean, of which there may be thousands."""

import json
import re
from dataclasses import dataclass

from graph.answers import Entity
from graph.database import Database
from graph.search import code_key
from ontology.dates import PartialDate

_OF_CODE = "FROM entity INDEXED BY entity_spelling WHERE code_key = ?1"
# Two ways into the index; with OR between them SQLite would read all documents of the code.
_OF_DATE = f"""
    FROM (
        SELECT id, iri, code, open, date {_OF_CODE} AND date BETWEEN ?2 AND ?3
        UNION ALL SELECT id, iri, code, open, date {_OF_CODE} AND date IN (SELECT value FROM json_each(?4))
    )
    WHERE true
"""  # noqa: S608 own words
_COUNTED = "SELECT code, open, count(*) {found} GROUP BY code, open"
_FIRST = """
    SELECT id {found} AND code IN (SELECT value FROM json_each(?5)) ORDER BY open, date IS NULL, date, iri LIMIT ?6
"""


@dataclass(frozen=True, slots=True)
class Coded:
    """Documents of one code.

    Args:
        documents: The first ones: by date, then IRI; undecided citations last.
        decided: How many there are in all that are no undecided citations.
        open: How many undecided citations there are.
    """

    documents: tuple[Entity, ...]
    decided: int
    open: int


def coded(database: Database, code: str, date: PartialDate | None, limit: int = -1) -> Coded:
    """Return the documents that a code can mean.

    Args:
        database: The generation's database.
        code: A code in any spelling. Codes spelt to the letter as asked win over those that only fold to the same
            (``HD`` and ``HĐ``).
        date: Only documents whose date agrees with it.
        limit: At most so many; all if negative.
    """
    # ISO dates of which less is known are beginnings of those of which more is known.
    text = None if date is None else str(date)
    shorter = [] if text is None else [text[:length] for length in (4, 7) if length < len(text)]
    found = _OF_CODE if date is None else _OF_DATE
    of_date = (code_key(code), text, f"{text}-99", json.dumps(shorter))
    counted = database.rows(_COUNTED.format(found=found), of_date[: 1 if date is None else 4])
    exact = {spelling for spelling, _, _ in counted if _letters(spelling) == _letters(code)}
    spellings = exact or {spelling for spelling, _, _ in counted}
    if not spellings:
        return Coded((), 0, 0)
    rows = database.rows(_FIRST.format(found=found), (*of_date, json.dumps(sorted(spellings)), limit))
    entities = database.numbered([row[0] for row in rows])
    decided = sum(count for spelling, is_open, count in counted if spelling in spellings and not is_open)
    undecided = sum(count for spelling, is_open, count in counted if spelling in spellings and is_open)
    return Coded(tuple([entities[row[0]] for row in rows]), decided, undecided)


def _letters(code: str) -> str:
    return re.sub(r"[\W_]|(?<!\d)0+(?=\d)", "", code).casefold()

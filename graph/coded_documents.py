"""The documents that a code can mean, of which there may be thousands."""

import json
import re
from dataclasses import dataclass

from graph.answers import Entity
from graph.database import Database
from graph.search import code_key
from ontology.dates import PartialDate

_OF_DATE = """
    FROM entity INDEXED BY entity_spelling
    WHERE code_key = ?1 AND (?2 IS NULL OR date BETWEEN ?2 AND ?3 OR date IN (SELECT value FROM json_each(?4)))
"""
_SPELT = " AND code IN (SELECT value FROM json_each(?5)) "
_SPELLINGS = "SELECT DISTINCT code" + _OF_DATE
_COUNTED = "SELECT open, count(*)" + _OF_DATE + _SPELT + "GROUP BY open"
_FIRST = "SELECT id" + _OF_DATE + _SPELT + "ORDER BY open, date IS NULL, date, iri LIMIT ?6"


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
    of_date = (code_key(code), text, None if text is None else f"{text}-99", json.dumps(shorter))
    spellings = [row[0] for row in database.rows(_SPELLINGS, of_date)]
    exact = [spelling for spelling in spellings if _letters(spelling) == _letters(code)]
    if not spellings:
        return Coded((), 0, 0)
    bound = (*of_date, json.dumps(exact or spellings))
    counts: dict[int, int] = dict(database.rows(_COUNTED, bound))
    numbers = [row[0] for row in database.rows(_FIRST, (*bound, limit))]
    entities = database.numbered(numbers)
    return Coded(tuple(entities[number] for number in numbers), counts.get(0, 0), counts.get(1, 0))


def _letters(code: str) -> str:
    return re.sub(r"[\W_]|(?<!\d)0+(?=\d)", "", code).casefold()

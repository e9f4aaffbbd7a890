"""Documents that are cited but not held, those first that would complete most answers."""

import datetime as dt
from dataclasses import dataclass

from graph.answers import Entity
from graph.cascade.links import CascadeLinks
from graph.database import Database
from graph.gaps.citing import Citing, Naming
from graph.places.issued_in import documents_issued_in
from ontology.dates import PartialDate
from ontology.document_types import types_with_code
from ontology.folding import fold
from ontology.levels import Level

_SENTENCES = 3
"""Citing sentences that are shown of each document."""

_WANTED = """
    SELECT id, level, type, date FROM entity WHERE kind = 'Document' AND held = 0 AND open = 0 ORDER BY iri
"""
_DECIDES = """
    SELECT candidate, count(*) FROM candidate JOIN entity ON entity.id = candidate.entity GROUP BY candidate
"""


@dataclass(frozen=True, slots=True)
class MissingDocument:
    """One document that is cited but not held, with what its text would add.

    Args:
        document: The document.
        statements: Statements of the cascade about it, which its own text could confirm.
        chains: Documents that carry it out, directly or through others: their way up passes through it.
        ends: Those of them whose way up ends at it without reaching the centre: what it carries out is not known.
        decides: Undecided citations that could mean it.
        sources: Sources that cite it.
        namings: The first citing sentences, one for each source.
    """

    document: Entity
    statements: int
    chains: int
    ends: int
    decides: int
    sources: int
    namings: tuple[Naming, ...]

    @property
    def score(self) -> int:
        """How many answers it would complete: the sum of the four numbers, each of which is one kind of answer."""
        return self.statements + self.chains + self.ends + self.decides


@dataclass(frozen=True, slots=True)
class MissingDocuments:
    """What is missing.

    Args:
        total: Documents that are cited but not held and that the filters let through.
        undated: Those of them whose date is not known; with ``as_of`` they are kept.
        rows: The first of them, by score, then by the number of citing sources.
    """

    total: int
    undated: int
    rows: tuple[MissingDocument, ...]


@dataclass(frozen=True, slots=True)
class MissingFilter:
    """Which missing documents are asked for; ``None`` lets all through.

    Args:
        level: Of this issuing level.
        type: Of this type: its name or its abbreviation, folded (``kế hoạch``, ``KH``).
        place: Issued in this unit (:func:`graph.places.issued_in.documents_issued_in`).
        since: Dated on this day or later; undated ones are then left out.
    """

    level: Level | None = None
    type: str | None = None
    place: str | None = None
    since: PartialDate | None = None


def missing(
    database: Database, wanted: MissingFilter, as_of: dt.date | None = None, limit: int | None = None
) -> MissingDocuments:
    """Return the documents that are cited but not held, ranked by how many answers they would complete.

    Args:
        database: The generation's database.
        wanted: Which are asked for.
        as_of: Only what a reader of that day could have known.
        limit: At most so many rows.

    Raises:
        UnknownEntityError: If the graph has no body of such a unit.
    """
    links, citing = CascadeLinks(database, as_of), Citing(database, as_of)
    issued = None if wanted.place is None else documents_issued_in(database, wanted.place)
    levels: dict[int, str | None] = {}
    dates: dict[int, str | None] = {}
    for number, level, type_, date in database.rows(_WANTED):
        inside = issued is None or number in issued
        if inside and number not in links.later and _fits(wanted, level, type_, date):
            levels[number], dates[number] = level, date
    sources = citing.sources(frozenset(levels))
    decides: dict[int, int] = dict(database.rows(_DECIDES))
    below = links.below(frozenset(levels))

    def counted(number: int) -> tuple[int, int, int, int]:
        # Of a document without level it is not known whether anything ought to stand above it.
        local = levels[number] not in (None, Level.CENTRAL)
        ends = below[number] if local and not links.carries_out_something(number) else 0
        return (links.steps.get(number, 0), below[number], ends, decides.get(number, 0))

    # In the order of their IRIs, which sorting keeps where nothing else decides.
    # Nobody cites what only a later source cites, nor what is merely a letterhead's other name.
    known = [number for number in levels if sources.get(number)]
    ranked = sorted(known, key=lambda number: (-sum(counted(number)), -sources[number]))
    shown = ranked if limit is None else ranked[:limit]
    entities = database.numbered(shown)
    rows = tuple(
        MissingDocument(
            entities[number],
            *counted(number),
            sources[number],
            tuple(citing.places(number, _SENTENCES, each_source_once=True)),
        )
        for number in shown
    )
    return MissingDocuments(len(known), sum(dates[number] is None for number in known), rows)


def _fits(wanted: MissingFilter, level: str | None, type_: str | None, date: str | None) -> bool:
    if wanted.level is not None and level != wanted.level:
        return False
    if wanted.type is not None and (type_ is None or not _is_of_type(type_, wanted.type)):
        return False
    return wanted.since is None or (date is not None and date >= str(wanted.since))


def _is_of_type(type_: str, asked: str) -> bool:
    names = {fold(row.name) for row in types_with_code(asked.strip())} or {fold(" ".join(asked.split()))}
    return fold(type_) in names

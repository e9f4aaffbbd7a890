"""Citations that could mean several documents, those first on which most hangs."""

import datetime as dt
import json
from collections import defaultdict
from dataclasses import dataclass

from graph.answers import Entity
from graph.cascade.links import CascadeLinks
from graph.database import Database
from graph.gaps.citing import Citing, Naming
from graph.gaps.open_questions import candidate_reasons
from graph.places.issued_in import check_file, documents_issued_in
from graph.source_dates import was_known
from ontology.levels import Level
from ontology.statements import DOCUMENT_RELATIONS, Modality

_OPEN = """
    SELECT id, level FROM entity WHERE kind = 'Document' AND open = 1 ORDER BY iri
"""
_CITED_IN = """
    SELECT DISTINCT mention.entity, source.document, source.file FROM mention JOIN source ON source.id = mention.source
    WHERE mention.label = 'DOC' AND mention.entity IN (SELECT value FROM json_each(?))
"""
_STATEMENTS = """
    SELECT source, target FROM edge WHERE open = 1 AND modality = ? AND relation IN (SELECT value FROM json_each(?))
"""


@dataclass(frozen=True, slots=True)
class OpenCandidate:
    """One document that a citation could mean.

    Args:
        document: The document.
        reasons: What speaks for it, and why that is not enough, a Vietnamese sentence each.
    """

    document: Entity
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenCitation:
    """One citation to decide.

    Args:
        citation: The entity that stands for it.
        statements: Statements about it, of whatever relation: to decide it decides them.
        chains: Documents that carry it out, directly or through others: they move to the document that is meant.
        namings: The places where it stands; deciding one decides only that one.
        candidates: The documents that it could mean, best first.
    """

    citation: Entity
    statements: int
    chains: int
    namings: tuple[Naming, ...]
    candidates: tuple[OpenCandidate, ...]

    @property
    def score(self) -> int:
        """How much hangs on it."""
        return self.statements + self.chains


@dataclass(frozen=True, slots=True)
class OpenCitations:
    """What is to be decided.

    Args:
        total: Citations that the filters let through.
        rows: The first of them, by score, then in the order of their IRIs.
    """

    total: int
    rows: tuple[OpenCitation, ...]


@dataclass(frozen=True, slots=True)
class OpenFilter:
    """Which open citations are asked for; ``None`` lets all through.

    Args:
        level: Of documents of this level.
        place: In documents issued in this unit (:func:`graph.places.issued_in.documents_issued_in`).
        file: In this source file.
    """

    level: Level | None = None
    place: str | None = None
    file: str | None = None


def open_citations(
    database: Database, wanted: OpenFilter, as_of: dt.date | None = None, limit: int | None = None
) -> OpenCitations:
    """Return the citations that could mean several documents, ranked by how much hangs on them.

    Args:
        database: The generation's database.
        wanted: Which are asked for.
        as_of: Only what a reader of that day could have known; candidates dated later are left out.
        limit: At most so many rows.

    Raises:
        UnknownEntityError: If the graph has no such file or no body of such a unit.
    """
    links, citing = CascadeLinks(database, as_of), Citing(database, as_of)
    undecided = [row[0] for row in database.rows(_OPEN) if wanted.level is None or row[1] == wanted.level]
    kept = _cited(database, undecided, wanted, links.later)
    below = links.below(frozenset(kept))
    statements: defaultdict[int, int] = defaultdict(int)
    for ends in database.rows(_STATEMENTS, (Modality.ASSERTED, json.dumps(sorted(DOCUMENT_RELATIONS)))):
        for end in ends:
            statements[end] += 1
    ranked = sorted(kept, key=lambda number: -statements[number] - below[number])
    shown = ranked if limit is None else ranked[:limit]
    entities = database.numbered(shown)
    candidates = database.entities({iri for entity in entities.values() for iri in entity.candidates})
    reasons = {
        (found.citation, found.candidate): tuple(reason.text for reason in found.reasons)
        for found in candidate_reasons(database, [entity.iri for entity in entities.values()])
    }
    rows = tuple(
        OpenCitation(
            entities[number],
            statements[number],
            below[number],
            tuple(citing.places(number, None, each_source_once=False)),
            tuple(
                OpenCandidate(candidates[iri], reasons.get((entities[number].iri, iri), ()))
                for iri in entities[number].candidates
                if was_known(candidates[iri].date, as_of)
            ),
        )
        for number in shown
    )
    return OpenCitations(len(kept), rows)


def _cited(database: Database, undecided: list[int], wanted: OpenFilter, later: frozenset[int]) -> list[int]:
    """Return those that stand in a source that is asked for, in their order."""
    if wanted.file is not None:
        check_file(database, wanted.file)
    issued = None if wanted.place is None else documents_issued_in(database, wanted.place)
    found = {
        citation
        for citation, document, file in database.rows(_CITED_IN, (json.dumps(undecided),))
        if document not in later
        and (issued is None or document in issued)
        and (wanted.file is None or file == wanted.file)
    }
    return [citation for citation in undecided if citation in found]

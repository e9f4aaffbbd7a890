"""What identity leaves to people: candidates with their reasons, and pairs that may be one thing."""

import json
from collections.abc import Collection

from graph.connection import Connection
from graph.proposal_values import Proposal
from graph.reasons import CandidateReasons
from graph.stores.sqlite_identity import (
    IN_ORDER,
    SELECT_PROPOSALS,
    SELECT_REASONS,
    proposals_from_rows,
    reasons_from_rows,
)

_OF = "WHERE citation IN (SELECT id FROM entity WHERE iri IN (SELECT value FROM json_each(?)))"


def candidate_reasons(database: Connection, citations: Collection[str] | None = None) -> list[CandidateReasons]:
    """Return for each candidate of open citations what speaks for and against it.

    Args:
        database: The generation's database.
        citations: IRIs of open citations; all if ``None``.

    Returns:
        By citation, then by candidate, in canonical order.
    """
    if citations is None:
        return reasons_from_rows(database.rows(SELECT_REASONS + IN_ORDER))
    return reasons_from_rows(database.rows(SELECT_REASONS + _OF + IN_ORDER, (json.dumps(sorted(citations)),)))


def proposals(database: Connection, limit: int | None = None) -> list[Proposal]:
    """Return the pairs of entities that may be one, the most alike first.

    Args:
        database: The generation's database.
        limit: At most so many; all if ``None``.
    """
    order = " ORDER BY score DESC, o.iri, t.iri LIMIT ?"
    return proposals_from_rows(database.rows(SELECT_PROPOSALS + order, (-1 if limit is None else limit,)))


def kept_proposals(database: Connection) -> list[Proposal]:
    """Return all proposals in canonical order."""
    return proposals_from_rows(database.rows(SELECT_PROPOSALS + " ORDER BY o.iri, t.iri"))

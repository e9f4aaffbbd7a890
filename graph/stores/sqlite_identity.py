"""Rows of the tables of candidates' reasons and of proposals, and the values that they stand for."""

from collections.abc import Callable, Iterable, Iterator

from graph.connection import Row
from graph.content import GraphContent
from graph.proposal_values import Proposal, ProposalReason
from graph.reasons import Bearing, CandidateReasons, Feature, Reason

Rows = Iterator[tuple[object, ...]]

SELECT_REASONS = """
    SELECT c.iri, d.iri, feature, bearing, said, known FROM candidate_reason
    JOIN entity AS c ON c.id = citation JOIN entity AS d ON d.id = candidate_reason.candidate
"""
"""Gives rows for :func:`reasons_from_rows`."""

IN_ORDER = " ORDER BY c.iri, d.iri, position"

SELECT_PROPOSALS = """
    SELECT o.iri, t.iri, score, reason FROM proposal JOIN entity AS o ON o.id = one JOIN entity AS t ON t.id = other
"""
"""Gives rows for :func:`proposals_from_rows`."""


def reason_rows(content: GraphContent, entity_id: Callable[[str], int]) -> Rows:
    """Yield the rows of the table ``candidate_reason``."""
    for found in content.reasons:
        citation, candidate = entity_id(found.citation), entity_id(found.candidate)
        for position, reason in enumerate(found.reasons):
            yield citation, candidate, position, reason.feature, reason.bearing, reason.said, reason.known


def proposal_rows(content: GraphContent, entity_id: Callable[[str], int]) -> Rows:
    """Yield the rows of the table ``proposal``."""
    for proposal in content.proposals:
        yield entity_id(proposal.one), entity_id(proposal.other), proposal.score, proposal.reason


def reasons_from_rows(rows: Iterable[Row]) -> list[CandidateReasons]:
    """Return the reasons of rows, one value for each citation and candidate, in their order."""
    found: dict[tuple[str, str], list[Reason]] = {}
    for citation, candidate, feature, bearing, said, known in rows:
        found.setdefault((citation, candidate), []).append(Reason(Feature(feature), Bearing(bearing), said, known))
    return [CandidateReasons(*ends, tuple(reasons)) for ends, reasons in found.items()]


def proposals_from_rows(rows: Iterable[Row]) -> list[Proposal]:
    """Return the proposals of rows."""
    return [Proposal(one, other, score, ProposalReason(reason)) for one, other, score, reason in rows]

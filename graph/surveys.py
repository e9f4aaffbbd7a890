"""The part of the query API that looks over the whole graph at once."""

from graph.findings import Finding
from graph.open_questions import candidate_reasons, proposals
from graph.opened_graph import OpenedGraph
from graph.proposal_values import Proposal
from graph.reasons import CandidateReasons


class Surveys(OpenedGraph):
    """Questions about all documents of a graph; see :class:`graph.query.Graph`."""

    def findings(self) -> tuple[Finding, ...]:
        """Return what is wrong in the sources or in people's decisions, in canonical order."""
        return tuple(self._database.findings())

    def candidate_reasons(self, iri: str | None = None) -> tuple[CandidateReasons, ...]:
        """Return for each candidate of open citations what speaks for and against it.

        Args:
            iri: IRI of one open citation; all if ``None``. What is not open has no candidates.

        Raises:
            UnknownEntityError: If there is no such entity.
        """
        wanted = None if iri is None else [self._known(iri).iri]
        return tuple(candidate_reasons(self._database, wanted))

    def proposals(self, limit: int | None = None) -> tuple[Proposal, ...]:
        """Return the pairs of entities that may be one thing, the most alike first; nothing was merged by them.

        Args:
            limit: At most so many; all if ``None``.
        """
        return tuple(proposals(self._database, limit))

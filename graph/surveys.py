"""The part of the query API that looks over the whole graph at once."""

from graph.decided_graph import DecidedGraph
from graph.findings import Finding


class Surveys(DecidedGraph):
    """Questions about all documents of a graph; see :class:`graph.query.Graph`."""

    def findings(self) -> tuple[Finding, ...]:
        """Return what is wrong in the sources or in people's decisions, in canonical order."""
        return tuple(self._database.findings())

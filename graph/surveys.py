"""The part of the query API that looks over the whole graph at once."""

from graph.findings import Finding
from graph.opened_graph import OpenedGraph


class Surveys(OpenedGraph):
    """Questions about all documents of a graph; see :class:`graph.query.Graph`."""

    def findings(self) -> tuple[Finding, ...]:
        """Return what is wrong in the sources or in people's decisions, in canonical order."""
        return tuple(self._database.findings())

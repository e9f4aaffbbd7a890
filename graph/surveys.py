"""The part of the query API that looks over the whole graph at once."""

import datetime as dt
from collections.abc import Collection

from graph.findings import Finding, FindingKind
from graph.missing import MissingDocuments, MissingFilter, missing
from graph.open_citations import OpenCitations, OpenFilter, open_citations
from graph.opened_graph import OpenedGraph
from graph.reported import findings
from ontology.dates import PartialDate
from ontology.levels import Level


class Surveys(OpenedGraph):
    """Questions about all documents of a graph; see :class:`graph.query.Graph`."""

    def findings(
        self, *, kinds: Collection[FindingKind] = (), place: str | None = None, file: str | None = None
    ) -> tuple[Finding, ...]:
        """Return what is wrong in the sources or in people's decisions, in canonical order.

        Args:
            kinds: Only these; all if empty.
            place: Only what documents show that bodies of this unit, or of units inside it, issued.
            file: Only what this source file shows.
        """
        return findings(self._database, kinds, place, file)

    def missing(
        self,
        *,
        level: Level | None = None,
        type: str | None = None,  # noqa: A002 what the option is called
        place: str | None = None,
        since: PartialDate | None = None,
        as_of: dt.date | None = None,
        limit: int | None = None,
    ) -> MissingDocuments:
        """Return the documents that are cited but not held, ranked by how many answers they would complete.

        Args:
            level: Only of this issuing level.
            type: Only of this type, by name or abbreviation (``Kế hoạch``, ``KH``).
            place: Only those that bodies of this unit, or of units inside it, issued.
            since: Only those dated on this day or later.
            as_of: Only what a reader of that day could have known; undated documents are kept.
            limit: At most so many rows.
        """
        return missing(self._database, MissingFilter(level, type, place, since), as_of, limit)

    def open_citations(
        self,
        *,
        level: Level | None = None,
        place: str | None = None,
        file: str | None = None,
        as_of: dt.date | None = None,
        limit: int | None = None,
    ) -> OpenCitations:
        """Return the citations that could mean several documents, ranked by how much hangs on them.

        Args:
            level: Only of documents of this level.
            place: Only in documents that bodies of this unit, or of units inside it, issued.
            file: Only in this source file.
            as_of: Only what a reader of that day could have known; undated sources are kept.
            limit: At most so many rows.
        """
        return open_citations(self._database, OpenFilter(level, place, file), as_of, limit)

"""The part of the query API that looks over the whole graph at once."""

import datetime as dt
from dataclasses import replace

from graph.cascade_steps import StepFilter
from graph.comparison import Comparison, compare
from graph.coverage import CoverageQuestion, coverage
from graph.coverage_values import Coverage
from graph.delay_values import Delays
from graph.delays import DelayQuestion, delays
from graph.findings import Finding
from graph.floors import floor_of
from graph.opened_graph import OpenedGraph
from ontology.statements import CASCADE


class Surveys(OpenedGraph):
    """Questions about all documents of a graph; see :class:`graph.query.Graph`."""

    def findings(self) -> tuple[Finding, ...]:
        """Return what is wrong in the sources or in people's decisions, in canonical order."""
        return tuple(self._database.findings())

    def coverage(self, question: CoverageQuestion | None = None, *, min_confidence: float | None = None) -> Coverage:
        """Return which units carry out which documents, and of which that is not known.

        Args:
            question: Which documents, which units, on which day; all central documents and all provinces of which
                there are documents unless it says more.
            min_confidence: Statements below this do not count; ``None`` as for :meth:`graph.query.Graph.trace`.

        Raises:
            UnknownEntityError: If a document or the unit around is not known.
            AmbiguousEntityError: If the unit around may be several.
        """
        question = question or CoverageQuestion()
        known = tuple(self._known(iri).iri for iri in question.documents)
        question = replace(question, documents=known)
        return coverage(self._database, self.base_iri, question, floor_of(min_confidence))

    def delays(self, question: DelayQuestion | None = None, *, min_confidence: float | None = None) -> Delays:
        """Return how many days pass from each document to what carries it out, and for how many that is not known.

        Args:
            question: Below which document, by what grouped; the whole graph, not grouped, unless it says more.
            min_confidence: Statements below this do not count; ``None`` as for :meth:`graph.query.Graph.trace`.

        Raises:
            UnknownEntityError: If the document is not known.
            AmbiguousEntityError: If its IRI is an earlier one that may mean several documents now.
        """
        question = question or DelayQuestion()
        if question.document is not None:
            question = replace(question, document=self._known(question.document).iri)
        counts = StepFilter(question.relations, floor_of(min_confidence), question.as_of)
        return delays(self._database, self.base_iri, question, counts)

    def compare(
        self, first: str, second: str, *, as_of: dt.date | None = None, min_confidence: float | None = None
    ) -> Comparison:
        """Put two documents side by side: what they carry out, who carries them out, which programmes they speak of.

        Args:
            first: IRI of one.
            second: IRI of the other.
            as_of: What a reader of this day could know.
            min_confidence: Statements below this do not count; ``None`` as for :meth:`graph.query.Graph.trace`.

        Raises:
            UnknownEntityError: If one of them is not known.
            AmbiguousEntityError: If an IRI is an earlier one that may mean several documents now.
        """
        counts = StepFilter(CASCADE, floor_of(min_confidence), as_of)
        return compare(self._database, self._known(first).iri, self._known(second).iri, counts)

"""The part of the query API that looks over the whole graph at once."""

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from graph.cascade.comparison import Comparison, compare
from graph.cascade.delay_values import Delays
from graph.cascade.delays import DelayQuestion, delays
from graph.cascade.steps import StepFilter
from graph.coverage.answer import CoverageQuestion, coverage
from graph.coverage.values import Coverage
from graph.decided_graph import DecidedGraph
from graph.findings import Finding, FindingKind
from graph.floors import floor_of
from graph.gaps.missing import MissingDocuments, MissingFilter, missing
from graph.gaps.open_citations import OpenCitations, OpenFilter, open_citations
from graph.gaps.open_questions import candidate_reasons, proposals
from graph.gaps.reported import findings
from graph.places.history import PlaceHistory, place_histories
from graph.places.roll_up import RollUp, roll_up
from graph.proposal_values import Proposal
from graph.reasons import CandidateReasons
from ontology.dates import PartialDate
from ontology.levels import Level
from ontology.statements import CASCADE


class Surveys(DecidedGraph):
    """Questions about all documents of a graph; see :class:`graph.query.Graph`."""

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

    def place_history(
        self,
        name: str,
        *,
        within: str | None = None,
        as_of: dt.date | None = None,
        min_confidence: float | None = None,
    ) -> tuple[PlaceHistory, ...]:
        """Return the units of a name, of all Vietnam, also those that no source names, and what became of each.

        Args:
            name: ``xã Tân Bình``, ``Tân Bình``, ``xa tan binh``; what stands behind a comma must lie around it.
            within: Only what lies in the place of this name (``huyện Phụng Hiệp``).
            as_of: Only units of the system of that day, and what sources said by then.
            min_confidence: Statements below this are left out; ``None`` as for ``trace``.

        Returns:
            Those that sources name first; then by province and district.
        """
        return place_histories(self._database, self.base_iri, name, within, as_of, floor_of(min_confidence))

    def roll_up(
        self,
        level: Level,
        *,
        place: str | None = None,
        programme: str | None = None,
        as_of: dt.date | None = None,
        by_year: bool = False,
        min_confidence: float | None = None,
    ) -> RollUp:
        """Count the statements about programmes by the units of a day, each statement once.

        Args:
            level: ``PROVINCE``, ``DISTRICT`` or ``COMMUNE``.
            place: Only places or units of this name, as in ``programmes``.
            programme: Only programmes of this name, as in ``programmes``, or of this IRI.
            as_of: The day whose units are meant; what only later sources state is left out. ``None``: today's units.
            by_year: Keep rows apart by the year in which a statement was first made.
            min_confidence: Statements below this are left out; ``None`` as for ``trace``.

        Raises:
            QueryError: If there was no such level on that day.
        """
        return roll_up(
            self._database,
            self.base_iri,
            level,
            place=place,
            programme=programme,
            as_of=as_of,
            by_year=by_year,
            floor=floor_of(min_confidence),
        )

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

"""The query API: everything that the command line and the pages ask of a graph."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from graph.answers import (
    Counts,
    Direction,
    Edge,
    Entity,
    EntityDetails,
    EntityKind,
    ProgrammePlace,
    SearchHit,
    SourceView,
    Trace,
)
from graph.cascade.trace import trace
from graph.cascade.trace_filter import TraceFilter
from graph.collecting import collector_at_rest
from graph.floors import floor_of
from graph.former_names import documents, resolve, search
from graph.indicator_values import IndicatorAnswer
from graph.places.indicators import indicators
from graph.places.programmes import programmes
from graph.places.roll_up import known_pairs
from graph.surveys import Surveys
from ontology.dates import PartialDate
from ontology.errors import UnknownEntityError
from ontology.levels import Level
from ontology.statements import CASCADE, Evidence, Relation

if TYPE_CHECKING:
    from rdflib import Dataset as RdfDataset

    from graph.sandbox.query_results import CypherResult, Dataset, ResultForm, SparqlResult, WrittenResult
    from graph.sandbox.query_worker import Parameter
    from graph.sandbox.sparql_guard import QueryKind


class Graph(Surveys):
    """One generation of a graph, read-only. It stays as it is while builds go on; open again to see a newer one.

    Safe to use from several threads. Every method raises ``GraphError`` if the files turn out to be damaged.

    >>> with Graph.open(Path("cuthehoa-graph")) as graph:  # doctest: +SKIP
    ...     root = graph.resolve("18-NQ/TW", PartialDate(2022, 6, 16))
    ...     print(len(graph.trace(root.iri).edges))
    """

    def counts(self) -> Counts:
        """Return how much there is in the graph."""
        return self._database.counts()

    def search(self, text: str, *, kinds: Collection[EntityKind] = (), limit: int = 20) -> tuple[SearchHit, ...]:
        """Find entities by name, code or title, without regard to case, tone marks and đ/d.

        Args:
            text: What was typed; all words must be found, the last one may be unfinished.
            kinds: Only these kinds; all if empty.
            limit: At most so many hits.

        Returns:
            Best first.
        """
        return search(self._database, text, kinds, limit)

    def documents(self, code: str, date: PartialDate | None = None) -> tuple[Entity, ...]:
        """Return all documents that a code can mean, undecided citations last.

        Args:
            code: A code in any spelling (``18-NQ/TW``, ``18 nq tw``, ``Nghị quyết số 18-NQ/TW``).
            date: Only documents whose date agrees with it.
        """
        return documents(self._database, code, date)

    def resolve(self, code_or_iri: str, date: PartialDate | None = None) -> Entity:
        """Return the one entity that a code, an IRI or an exact name means.

        Args:
            code_or_iri: A code in any spelling, an IRI, or a whole name (``Luật Đất đai``, ``xa tan binh``).
            date: Decides among documents of one code.

        Raises:
            UnknownEntityError: If there is none.
            AmbiguousEntityError: If there are several; ``choices`` lists them.
        """
        return resolve(self._database, code_or_iri, date)

    def entity(self, iri: str) -> EntityDetails:
        """Return one entity with all its statements, also those that are denied or merely intended.

        Args:
            iri: Its IRI.

        Raises:
            UnknownEntityError: If there is none.
        """
        entity = self._known(iri)
        iri = entity.iri
        outgoing = self._database.edges_at("source", [iri], tuple(Relation))
        incoming = self._database.edges_at("target", [iri], tuple(Relation))
        ends = {edge.target for edge in outgoing} | {edge.source for edge in incoming} | set(entity.candidates)
        letterhead = self._database.letterhead(entity.file) if entity.file else None
        decisions = self.decisions_about(entity, (*outgoing, *incoming))
        others = self._database.entities(ends)
        return EntityDetails(entity, tuple(outgoing), tuple(incoming), others, letterhead, decisions)

    def neighbours(
        self,
        iri: str,
        *,
        relations: Collection[Relation] = (),
        direction: Direction = Direction.BOTH,
        min_confidence: float = 0.0,
    ) -> tuple[tuple[Edge, Entity], ...]:
        """Return the edges of one entity, each with the entity at its other end.

        Args:
            iri: Its IRI.
            relations: Only these; all if empty.
            direction: ``UP``: edges that lead away from it; ``DOWN``: edges that lead to it; or both.
            min_confidence: Only edges of at least this confidence.

        Raises:
            UnknownEntityError: If there is no such entity.
        """
        iri = self._known(iri).iri
        wanted = relations or tuple(Relation)
        found: list[tuple[Edge, str]] = []
        if direction in (Direction.UP, Direction.BOTH):
            edges = self._database.edges_at("source", [iri], wanted, min_confidence=min_confidence, asserted=True)
            found += [(edge, edge.target) for edge in edges]
        if direction in (Direction.DOWN, Direction.BOTH):
            edges = self._database.edges_at("target", [iri], wanted, min_confidence=min_confidence, asserted=True)
            found += [(edge, edge.source) for edge in edges]
        others = self._database.entities({other for _, other in found})
        return tuple((edge, others[other]) for edge, other in found)

    def trace(
        self,
        iri: str,
        *,
        direction: Direction = Direction.DOWN,
        relations: Collection[Relation] = CASCADE,
        min_confidence: float | None = None,
        levels: Collection[Level] = (),
        since: PartialDate | None = None,
        until: PartialDate | None = None,
        as_of: dt.date | None = None,
        max_depth: int | None = None,
    ) -> Trace:
        """Walk the cascade from one document; see :func:`graph.cascade.trace.trace` for how open citations appear.

        Args:
            iri: IRI of the document.
            direction: Up to what it carries out, down to what carries it out, or both.
            relations: The relations to follow.
            min_confidence: Edges below this are not followed; 0 follows all; ``None`` is explained at
                :func:`graph.floors.floor_of`.
            levels: Only documents of these levels; of any if empty. Documents that the way to them goes through are
                shown as well, and named by ``Trace.narrowing``: each step is one that a source states.
            since: Likewise only documents of this day, month or year, or later.
            until: Likewise only documents of this day, month or year, or earlier.
            as_of: Without documents and sentences of sources that are dated later than this day.
            max_depth: Only what can be reached in so many steps.

        Raises:
            UnknownEntityError: If there is no such entity, or none on the day that is asked about.
        """
        asked = TraceFilter(frozenset(levels), since, until, as_of, max_depth)
        with collector_at_rest():
            return trace(self._database, self._known(iri), direction, relations, floor_of(min_confidence), asked)

    def programmes(
        self,
        *,
        place: str | None = None,
        programme: str | None = None,
        as_of: dt.date | None = None,
        min_confidence: float | None = None,
    ) -> tuple[ProgrammePlace, ...]:
        """Return which places take part in which programmes.

        Args:
            place: Only the unit or units of exactly this name, folded: ``xa tan binh``, ``Tân Bình``; what stands
                behind a comma must be around it (``xã Tân Bình, huyện Phụng Hiệp``).
            programme: Only programmes of this name, a short name of it, or with these words in their name.
            as_of: Without the sentences of sources that are dated later; undated ones count.
            min_confidence: Pairs below this are left out; 0 gives all; ``None`` as for :meth:`trace`.
        """
        pairs = programmes(self._database, place, programme, floor_of(min_confidence))
        return known_pairs(self._database, pairs, as_of)

    def indicators(
        self, *, place: str | None = None, programme: str | None = None, as_of: dt.date | None = None
    ) -> tuple[IndicatorAnswer, ...]:
        """Return the numbers that sources give of a place or a programme: results and targets, with their sentences.

        Args:
            place: Only of the unit or units of this name, as in :meth:`programmes`, or of this IRI.
            programme: Only of programmes of this name, as in :meth:`programmes`, or of this IRI.
            as_of: Without what sources give that are dated later; undated ones count.

        Returns:
            In order of the sources, then of the text.
        """
        return indicators(self._database, place, programme, as_of)

    def evidence(self, edge_id: str) -> tuple[Evidence, ...]:
        """Return the sentences of one statement, best first.

        Args:
            edge_id: ``Edge.id``.

        Raises:
            UnknownEntityError: If there is no such statement.
        """
        edge = self._database.edge(edge_id)
        if edge is None:
            raise UnknownEntityError("không có phát biểu này trong đồ thị", where=edge_id)
        return edge.evidence

    def sources(self) -> tuple[tuple[str, Entity], ...]:
        """Return each source file with the document that it is, in order of the files."""
        by_file = self._database.documents_by_file()
        entities = self._database.entities(set(by_file.values()))
        return tuple((file, entities[iri]) for file, iri in by_file.items())

    def source(self, file: str) -> SourceView:
        """Return one source with its text and what was found in it.

        Args:
            file: Its path as in :meth:`sources`.

        Raises:
            UnknownEntityError: If the graph holds no such file.
        """
        source = self._database.source(file)
        if source is None:
            raise UnknownEntityError("đồ thị không có tệp này", where=file)
        document = self._known(source.document)
        return SourceView(source.file, source.sha256, source.text, source.letterhead, document, source.mentions)

    def carries_out_pairs(self) -> frozenset[tuple[str, str, str]]:
        """Return every (source IRI, relation, target IRI) of the cascade."""
        return frozenset(self._database.pairs(CASCADE))

    def sparql(self, query: str, *, timeout: float = 10.0, limit: int = 10_000) -> "SparqlResult":
        """Run one reading SPARQL query in a process that can be stopped.

        Args:
            query: The text as typed.
            timeout: Seconds that it may run.
            limit: Rows or triples to give at most.

        Raises:
            QueryError: If it is refused, wrong, too slow or too large.
        """
        return self._query_workers().sparql(query, timeout=timeout, limit=limit)

    def sparql_written(
        self,
        query: str,
        choose: "Callable[[QueryKind], ResultForm]",
        dataset: "Dataset | None" = None,
        *,
        timeout: float = 10.0,
        limit: int = 10_000,
    ) -> "WrittenResult":
        """Run one reading SPARQL query and return its answer as the bytes of a standard form.

        Args:
            query: The text as typed.
            choose: Says in which form, once it is known which kind of query it is; what it raises goes through.
            dataset: The graphs to ask in place of those that the query names, or ``None``.
            timeout: Seconds that it may run.
            limit: Rows or triples to give at most.

        Raises:
            QueryError: If it is refused, wrong, too slow or too large.
        """
        return self._query_workers().written(query, choose, dataset, timeout=timeout, limit=limit)

    def rdflib(self) -> "RdfDataset":
        """Return the graph as an rdflib dataset that can be read and not written.

        The data are its default graph, the vocabulary is a named graph. It keeps this generation in place until it
        is closed, also when this graph was closed before.

        Raises:
            GraphError: If the store cannot be opened; the dataset's methods raise it when they are asked to write.
        """
        from graph.rdflib_dataset import dataset

        return dataset(self.generation_folder)

    def warm_up(self, count: int = 1) -> None:
        """Start processes for SPARQL queries before the first one comes.

        Args:
            count: How many; never more than were allowed when the graph was opened.
        """
        self._query_workers().warm_up(count)

    def cypher(
        self,
        query: str,
        parameters: "Mapping[str, Parameter] | None" = None,
        *,
        timeout: float = 10.0,
        limit: int = 10_000,
    ) -> "CypherResult":
        """Run one reading Cypher query in a process that can be stopped.

        Args:
            query: The text as typed.
            parameters: Values for ``$name``; bound, never written into the text.
            timeout: Seconds that it may run.
            limit: Rows to give at most.

        Raises:
            QueryError: If it is refused, wrong, too slow or too large.
        """
        return self._query_workers().cypher(query, parameters, timeout=timeout, limit=limit)

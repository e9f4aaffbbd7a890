"""Reading ``graph.sqlite``: typed answers to fixed questions (the table of indicators: ``graph.places.indicators``)."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, TypeAlias

from graph.answers import Counts, Edge, Entity, EntityKind, MarkedMention
from graph.connection import Connection, Row
from graph.content import SourceContent
from graph.findings import Finding
from graph.floors import Floor
from graph.stores.sqlite_counts import counts_from_text
from graph.stores.sqlite_findings import findings_from_rows
from graph.stores.sqlite_rows import (
    SELECT_ENTITIES,
    SELECT_EVIDENCE,
    edge_from_row,
    entity_from_row,
    evidence_from_row,
    letterhead_from_text,
    mention_from_row,
)
from ontology.extraction import Letterhead
from ontology.statements import Evidence, Modality, Relation

_SOURCES_REMEMBERED = 65_536
Mentioned: TypeAlias = tuple[Entity, int]
"""An entity and how often the sources name it."""

_EDGES = """
    SELECT edge.id, edge.key, head.iri, tail.iri, edge.relation, edge.confidence, edge.open, edge.modality, edge.role
    FROM edge JOIN entity AS head ON head.id = edge.source JOIN entity AS tail ON tail.id = edge.target
"""
_EDGES_AT = {
    "source": "WHERE edge.source IN (SELECT id FROM entity WHERE iri IN (SELECT value FROM json_each(?)))",
    "target": "WHERE edge.target IN (SELECT id FROM entity WHERE iri IN (SELECT value FROM json_each(?)))",
}
_STEPS = {
    "source": "SELECT * FROM edge WHERE source IN (SELECT value FROM json_each(?))",
    "target": "SELECT * FROM edge WHERE target IN (SELECT value FROM json_each(?))",
}
_STEP_FILTER = """
    AND relation IN (SELECT value FROM json_each(?)) AND confidence >= iif(open, ?, ?) AND modality = ?
"""
_MATCHING = {
    "names": """
        JOIN ranked ON ranked.entity = entity.id JOIN names ON names.rowid = ranked.rank
        WHERE names MATCH ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY names.rowid LIMIT ?
    """,
    "words": """
        JOIN ranked ON ranked.entity = entity.id JOIN words ON words.rowid = ranked.rank
        WHERE words MATCH ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY words.rowid LIMIT ?
    """,
}
_EDGE_FILTER = """
    AND relation IN (SELECT value FROM json_each(?)) AND confidence >= ? AND (? = '' OR modality = ?)
    ORDER BY edge.id
"""


class Database(Connection):
    """Typed answers from a generation's database; see :class:`graph.connection.Connection`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._known_sources: dict[int, tuple[str, str]] = {}

    # -- entities -------------------------------------------------------------------------------------------------

    def entity(self, iri: str) -> Entity | None:
        """Return the entity with that IRI."""
        found = self._entities("WHERE iri = ?", (iri,))
        return found[0][0] if found else None

    def entities(self, iris: Collection[str]) -> dict[str, Entity]:
        """Return the entities with those IRIs, by IRI."""
        clause = "WHERE iri IN (SELECT value FROM json_each(?))"
        return {entity.iri: entity for entity, _ in self._entities(clause, (json.dumps(sorted(iris)),))}

    def entities_named(self, folded: str, limit: int = -1) -> list[Mentioned]:
        """Return the entities whose folded name is exactly this, those that are named most often first.

        Args:
            folded: As ``graph.search.folded_name`` gives it.
            limit: At most so many; all if negative.
        """
        return self._entities("WHERE folded = ? ORDER BY mentions DESC, id LIMIT ?", (folded, limit))

    def entities_coded(self, key: str, limit: int = -1) -> list[Mentioned]:
        """Return the documents whose code has exactly this key, those that are named most often first.

        Args:
            key: As ``graph.search.code_key`` gives it.
            limit: At most so many; all if negative.
        """
        return self._entities("WHERE code_key = ? ORDER BY mentions DESC, id LIMIT ?", (key, limit))

    def entities_matching(
        self,
        index: Literal["names", "words"],
        asked: Sequence[str],
        kinds: Collection[EntityKind],
        limit: int,
        *,
        unfinished: bool,
    ) -> list[Mentioned]:
        """Return the entities under which all these words stand, those that are named most often first.

        Args:
            index: Look among the words of names and codes, or among all words.
            asked: The words, as ``graph.search.words`` gives them.
            kinds: Only these kinds.
            limit: At most so many.
            unfinished: Whether the last word may be only the beginning of one.
        """
        match = " AND ".join(f'"{word}"' for word in asked) + ("*" if unfinished else "")
        return self._entities(_MATCHING[index], (match, json.dumps(sorted(kinds)), limit))

    def entities_of(self, kind: EntityKind) -> list[Entity]:
        """Return all entities of a kind."""
        return [entity for entity, _ in self._entities("WHERE kind = ? ORDER BY iri", (kind,))]

    def all_entities(self) -> Iterator[Entity]:
        """Yield all entities in canonical order."""
        return (entity for entity, _ in self._entities("ORDER BY iri", ()))

    # -- edges ----------------------------------------------------------------------------------------------------

    def edges_at(
        self,
        side: Literal["source", "target"],
        iris: Collection[str],
        relations: Collection[Relation],
        *,
        min_confidence: float = 0.0,
        asserted: bool = False,
    ) -> list[Edge]:
        """Return the edges that have one of these entities at one side.

        Args:
            side: Which.
            iris: The entities.
            relations: Only these relations.
            min_confidence: Only edges of at least this confidence.
            asserted: Only what is stated as a fact, neither denied nor merely intended.
        """
        modality = Modality.ASSERTED.value if asserted else ""
        bound = (json.dumps(sorted(iris)), json.dumps(sorted(relations)), min_confidence, modality, modality)
        return self._edges(_EDGES_AT[side] + _EDGE_FILTER, bound)

    def edges_of(self, relation: Relation, floor: Floor) -> list[Edge]:
        """Return the edges of a relation that are stated as facts, of at least a confidence."""
        clause = "WHERE relation = ? AND modality = ? AND confidence >= iif(edge.open, ?, ?) ORDER BY edge.id"
        return self._edges(clause, (relation, Modality.ASSERTED, floor.open, floor.decided))

    def edge(self, key: str) -> Edge | None:
        """Return the edge with that id."""
        found = self._edges("WHERE key = ?", (key,))
        return found[0] if found else None

    def pairs(self, relations: Collection[Relation]) -> Iterator[tuple[str, str, str]]:
        """Yield (source IRI, relation, target IRI) of the edges that are stated as facts."""
        clause = "WHERE relation IN (SELECT value FROM json_each(?)) AND modality = ?"
        for row in self.rows(_EDGES + clause, (json.dumps(sorted(relations)), Modality.ASSERTED)):
            yield row[2], row[4], row[3]

    def all_edges(self) -> Iterator[Edge]:
        """Yield all edges in canonical order."""
        return iter(self._edges("ORDER BY edge.key", ()))

    def all_parts(self) -> Iterator[tuple[str, str]]:
        """Yield (part IRI, whole IRI) in canonical order."""
        return (
            (part, whole)
            for part, whole in self.rows(
                """
                SELECT p.iri, w.iri FROM part_of JOIN entity AS p ON p.id = part JOIN entity AS w ON w.id = whole
                ORDER BY p.iri, w.iri
                """
            )
        )

    def wholes(self, iri: str) -> list[str]:
        """Return the IRIs of what an entity is a part of."""
        return [
            row[0]
            for row in self.rows(
                """
                SELECT w.iri FROM part_of JOIN entity AS p ON p.id = part JOIN entity AS w ON w.id = whole
                WHERE p.iri = ? ORDER BY w.iri
                """,
                (iri,),
            )
        ]

    # -- walks: by number, so that entities and sentences are fetched once, when all is known -----------------------

    def number_of(self, iri: str) -> int | None:
        """Return the number of an entity in this database."""
        rows = self.rows("SELECT id FROM entity WHERE iri = ?", (iri,))
        return rows[0][0] if rows else None

    def steps(
        self, side: Literal["source", "target"], numbers: Collection[int], relations: Collection[Relation],
        floor: Floor,
    ) -> list[Row]:  # fmt: skip
        """Return the rows of the edges, stated as facts, that have one of these entities at one side.

        Args:
            side: Which.
            numbers: Numbers of the entities.
            relations: Only these relations.
            floor: Only edges of at least this confidence.

        Returns:
            For each edge its number, key, source's number, target's number, and what :meth:`edges_from` needs.
        """
        wanted = (json.dumps(sorted(numbers)), json.dumps(sorted(relations)))
        bound = (*wanted, floor.open, floor.decided, Modality.ASSERTED)
        return self.rows(_STEPS[side] + _STEP_FILTER, bound)

    def edges_from(self, steps: Sequence[Row], entities: Mapping[int, Entity]) -> list[Edge]:
        """Return the edges of rows of :meth:`steps`, with their sentences.

        Args:
            steps: The rows.
            entities: The entities at their ends, by number.
        """
        evidence = self._evidence([row[0] for row in steps])
        iris = {number: entity.iri for number, entity in entities.items()}
        return [edge_from_row(row, iris[row[2]], iris[row[3]], tuple(evidence.get(row[0], ()))) for row in steps]

    def numbered(self, numbers: Collection[int]) -> dict[int, Entity]:
        """Return entities by their numbers."""
        clause = "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
        rows = self.rows(SELECT_ENTITIES + clause, (json.dumps(sorted(numbers)),))
        candidates = self._candidates(rows)
        return {row[0]: entity_from_row(row, candidates.get(row[0], ())) for row in rows}

    def open_for(self, numbers: Collection[int]) -> set[int]:
        """Return the undecided citations that could mean one of these documents."""
        clause = "SELECT entity FROM candidate WHERE candidate IN (SELECT value FROM json_each(?))"
        return {row[0] for row in self.rows(clause, (json.dumps(sorted(numbers)),))}

    # -- sources --------------------------------------------------------------------------------------------------

    def hashes(self) -> dict[str, str]:
        """Return the SHA-256 of each source, by file, in order."""
        return dict(self.rows("SELECT file, sha256 FROM source ORDER BY id"))

    def documents_by_file(self) -> dict[str, str]:
        """Return the IRI of the document that each source is, by file, in order."""
        return dict(
            self.rows(
                "SELECT source.file, iri FROM source JOIN entity ON entity.id = source.document ORDER BY source.id"
            )
        )

    def source(self, file: str) -> SourceContent | None:
        """Return one source with its text and mentions."""
        for number, found, sha256, encoding, letterhead, document, text in self.rows(
            """
            SELECT source.id, source.file, sha256, encoding, letterhead, iri, text FROM source
            JOIN entity ON entity.id = source.document JOIN source_text ON source_text.source = source.id
            WHERE source.file = ?
            """,
            (file,),
        ):
            mentions = tuple(self._mentions(number))
            return SourceContent(found, sha256, encoding, text, self._letterhead(letterhead), document, mentions)
        return None

    def all_sources(self) -> Iterator[SourceContent]:
        """Yield all sources in canonical order, one text in memory at a time."""
        for file in self.hashes():
            source = self.source(file)
            if source is not None:
                yield source

    def letterhead(self, file: str) -> Letterhead | None:
        """Return what a source says about itself."""
        rows = self.rows("SELECT letterhead FROM source WHERE file = ?", (file,))
        return self._letterhead(rows[0][0]) if rows else None

    # -- figures --------------------------------------------------------------------------------------------------

    def meta(self, key: str) -> str:
        """Return a setting of the generation (``base_iri``)."""
        rows = self.rows("SELECT value FROM meta WHERE key = ?", (key,))
        if not rows:
            raise self._damaged(f"meta {key}")
        return str(rows[0][0])

    def findings(self) -> list[Finding]:
        """Return what is wrong in the sources or in people's decisions, in canonical order."""
        return findings_from_rows(
            self.rows("SELECT id, kind, message FROM finding ORDER BY id"),
            self.rows(
                "SELECT finding, iri FROM finding_entity JOIN entity ON entity.id = entity ORDER BY finding, position"
            ),
            self.rows(
                """
                SELECT finding, file, start, "end", quote, line, page FROM finding_place
                JOIN source ON source.id = finding_place.source ORDER BY finding, position
                """
            ),
        )

    def aliases(self) -> list[tuple[str, str]]:
        """Return (alias, IRI of what it means now), sorted; one that may mean several stands there as often."""
        return [
            (alias, iri)
            for alias, iri in self.rows(
                """
                SELECT alias.iri, entity.iri FROM alias JOIN entity ON entity.id = entity
                ORDER BY alias.iri, entity.iri
                """
            )
        ]

    def aliased(self, iri: str) -> list[str]:
        """Return the IRIs of what an alias means now; empty if it is none."""
        rows = self.rows(
            "SELECT entity.iri FROM alias JOIN entity ON entity.id = entity WHERE alias.iri = ? ORDER BY entity.iri",
            (iri,),
        )
        return [row[0] for row in rows]

    def counts(self) -> Counts:
        """Return how much there is."""
        try:
            return counts_from_text(self.meta("counts"))
        except ValueError as error:
            raise self._damaged(error) from error

    # -- rows to values -------------------------------------------------------------------------------------------

    def _entities(self, clause: str, bound: Sequence[object]) -> list[Mentioned]:
        rows = self.rows(SELECT_ENTITIES + clause, bound)
        candidates = self._candidates(rows)
        return [(entity_from_row(row, candidates.get(row[0], ())), row[15]) for row in rows]

    def _candidates(self, rows: Sequence[Row]) -> Mapping[int, tuple[str, ...]]:
        """Return what the undecided citations among rows of entities could mean, by number."""
        undecided = [row[0] for row in rows if row[14]]
        if not undecided:
            return {}
        found: defaultdict[int, list[str]] = defaultdict(list)
        for entity, iri in self.rows(
            """
            SELECT candidate.entity, entity.iri FROM candidate JOIN entity ON entity.id = candidate.candidate
            WHERE candidate.entity IN (SELECT value FROM json_each(?)) ORDER BY candidate.entity, position
            """,
            (json.dumps(undecided),),
        ):
            found[entity].append(iri)
        return {entity: tuple(iris) for entity, iris in found.items()}

    def _edges(self, clause: str, bound: Sequence[object]) -> list[Edge]:
        rows = self.rows(_EDGES + clause, bound)
        evidence = self._evidence([row[0] for row in rows])
        return [edge_from_row(row, row[2], row[3], tuple(evidence.get(row[0], ()))) for row in rows]

    def _evidence(self, edges: Sequence[int]) -> Mapping[int, Sequence[Evidence]]:
        """Return the sentences of edges, best first, by the edges' numbers."""
        rows = self.rows(SELECT_EVIDENCE, (json.dumps(edges),))
        sources = self._sources({row[1] for row in rows})
        found: defaultdict[int, list[Evidence]] = defaultdict(list)
        for row in rows:
            found[row[0]].append(evidence_from_row(row, sources[row[1]]))
        return found

    def _sources(self, numbers: Collection[int]) -> dict[int, tuple[str, str]]:
        """Return file and hash of some sources, by number; few sources hold the sentences of many answers."""
        known = self._known_sources
        if missing := [number for number in numbers if number not in known]:
            clause = "SELECT id, file, sha256 FROM source WHERE id IN (SELECT value FROM json_each(?))"
            read = {number: (file, sha256) for number, file, sha256 in self.rows(clause, (json.dumps(missing),))}
            if len(known) + len(read) <= _SOURCES_REMEMBERED:
                known.update(read)
            return {number: known.get(number) or read[number] for number in numbers}
        return known

    def _mentions(self, source: int) -> Iterator[MarkedMention]:
        for row in self.rows(
            """
            SELECT start, "end", label, mention.name, entity.name, iri, mention.open, rule
            FROM mention LEFT JOIN entity ON entity.id = mention.entity WHERE source = ? ORDER BY position
            """,
            (source,),
        ):
            yield mention_from_row((row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7]))

    def _letterhead(self, text: str) -> Letterhead:
        try:
            return letterhead_from_text(text)
        except ValueError as error:
            raise self._damaged(error) from error

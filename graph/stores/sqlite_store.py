"""``graph.sqlite``: the whole content of a generation, with the indexes that the query API needs."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from graph.answers import Edge
from graph.content import GraphContent, SourceContent
from graph.database import Database
from graph.decisions import kept_decisions
from graph.former_names import former_names
from graph.gaps.open_questions import candidate_reasons, kept_proposals
from graph.places.indicators import kept_indicators
from graph.search import indexed
from graph.stores.cascade_order import cascade_order
from graph.stores.sqlite_counts import counts_to_text
from graph.stores.sqlite_decisions import decision_entity_rows, decision_rows, decision_statement_rows, former_name_rows
from graph.stores.sqlite_findings import alias_rows, finding_entity_rows, finding_place_rows, finding_rows
from graph.stores.sqlite_identity import proposal_rows, reason_rows
from graph.stores.sqlite_indicators import COLUMNS, indicator_rows
from graph.stores.sqlite_rows import entity_to_row, letterhead_to_text

_PAGE_SIZE = 4096
_OFFSET = 1
"""Ids begin here: SQLite's own rowids do, and 0 would read as a missing one."""


def write(content: GraphContent, path: Path) -> None:
    """Write the content to a new database; equal contents give equal bytes.

    Args:
        content: The graph.
        path: The file, which must not exist.

    Raises:
        ValueError: If the content refers to an entity or a source that it does not hold.
    """
    if path.exists():
        raise ValueError(f"exists already: {path}")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # Nobody reads the file before it is whole, and the build itself waits for the disk: no journal is needed.
        connection.executescript(
            f"PRAGMA page_size={_PAGE_SIZE}; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
            "PRAGMA locking_mode=EXCLUSIVE; PRAGMA temp_store=MEMORY;"
        )
        connection.executescript(_script("schema.sql"))
        connection.execute("BEGIN")
        _write_rows(connection, content)
        connection.execute("COMMIT")
        connection.executescript(_script("indexes.sql"))
        connection.execute("INSERT INTO names (names) VALUES ('optimize')")
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        # Without its statistics SQLite would pick indexes by guess; the limit keeps this short on large graphs.
        connection.executescript("PRAGMA analysis_limit=1000; ANALYZE;")


def read_content(path: Path) -> GraphContent:
    """Read the content back that :func:`write` was given.

    Args:
        path: The database.

    Raises:
        GraphError: If the file cannot be read.
    """
    with Database(path) as database:
        return GraphContent(
            base_iri=database.meta("base_iri"),
            entities=tuple(database.all_entities()),
            edges=tuple(database.all_edges()),
            part_of=tuple(database.all_parts()),
            sources=tuple(database.all_sources()),
            findings=tuple(database.findings()),
            aliases=tuple(database.aliases()),
            indicators=tuple(kept_indicators(database)),
            reasons=tuple(candidate_reasons(database)),
            proposals=tuple(kept_proposals(database)),
            decisions=kept_decisions(database),
            former_names=former_names(database),
        )


def _script(name: str) -> str:
    return files("graph").joinpath("stores", name).read_text(encoding="utf-8")


def _write_rows(connection: sqlite3.Connection, content: GraphContent) -> None:
    entities = tuple(cascade_order(content))
    ids = {entity.iri: number for number, entity in enumerate(entities, _OFFSET)}
    sources = {source.file: number for number, source in enumerate(content.sources, _OFFSET)}
    mentions = Counter(mention.iri for source in content.sources for mention in source.mentions if mention.iri)

    def entity_id(iri: str) -> int:
        try:
            return ids[iri]
        except KeyError:
            raise ValueError(f"no such entity: {iri}") from None

    def insert(table: str, width: int, rows: Iterator[tuple[object, ...]]) -> None:
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)  # noqa: S608 own names

    insert("meta", 2, iter([("base_iri", content.base_iri), ("counts", counts_to_text(content))]))
    insert("finding", 3, finding_rows(content, _OFFSET))
    insert("finding_entity", 3, finding_entity_rows(content, entity_id, _OFFSET))
    insert("finding_place", 8, finding_place_rows(content, sources, _OFFSET))
    insert("alias", 2, alias_rows(content, entity_id))
    insert("candidate_reason", 7, reason_rows(content, entity_id))
    insert("proposal", 4, proposal_rows(content, entity_id))
    insert("entity", 20, (entity_to_row(ids[entity.iri], entity, mentions[entity.iri]) for entity in entities))
    insert("decision", 10, decision_rows(content, _OFFSET))
    insert("decision_entity", 3, decision_entity_rows(content, entity_id, _OFFSET))
    insert("decision_statement", 3, decision_statement_rows(content, _OFFSET))
    insert("former_name", 7, former_name_rows(content, entity_id))
    insert(
        "candidate",
        3,
        (
            (ids[entity.iri], position, entity_id(candidate))
            for entity in entities
            for position, candidate in enumerate(entity.candidates)
        ),
    )
    # What leads to one entity stands side by side, and so do its sentences.
    edges = sorted(content.edges, key=lambda edge: (entity_id(edge.target), entity_id(edge.source), edge.id))
    insert("edge", 9, _edge_rows(edges, ids))
    insert("evidence", 9, _evidence_rows(edges, content, sources))
    insert("indicator", COLUMNS, indicator_rows(content, sources, entity_id, _OFFSET))
    insert("part_of", 2, ((entity_id(part), entity_id(whole)) for part, whole in content.part_of))
    insert("source", 6, (_source_row(number, source, ids) for number, source in enumerate(content.sources, _OFFSET)))
    insert("source_text", 2, ((number, source.text) for number, source in enumerate(content.sources, _OFFSET)))
    insert("mention", 9, _mention_rows(content, ids, sources))

    ranking = sorted(content.entities, key=lambda entity: (-mentions[entity.iri], not entity.held, entity.iri))
    insert("ranked", 2, ((rank, ids[entity.iri]) for rank, entity in enumerate(ranking, _OFFSET)))
    found_by = (indexed(entity) for entity in ranking)
    for rank, (names, words) in enumerate(found_by, _OFFSET):
        connection.execute("INSERT INTO names (rowid, text) VALUES (?, ?)", (rank, names))
        connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (rank, words))


def _edge_rows(edges: Sequence[Edge], ids: Mapping[str, int]) -> Iterator[tuple[object, ...]]:
    for number, edge in enumerate(edges, _OFFSET):
        source, target = ids[edge.source], ids[edge.target]
        yield (
            number,
            edge.id,
            source,
            target,
            edge.relation,
            edge.confidence,
            edge.open,
            edge.modality,
            edge.role,
        )


def _evidence_rows(
    edges: Sequence[Edge], content: GraphContent, sources: Mapping[str, int]
) -> Iterator[tuple[object, ...]]:
    hashes = {source.file: source.sha256 for source in content.sources}
    for number, edge in enumerate(edges, _OFFSET):
        for position, evidence in enumerate(edge.evidence):
            if hashes.get(evidence.file) != evidence.source:
                raise ValueError(f"evidence of a source that is not held: {evidence.file}")
            yield (
                number,
                position,
                sources[evidence.file],
                evidence.span.start,
                evidence.span.end,
                evidence.quote,
                evidence.rule,
                evidence.confidence,
                evidence.page,
            )


def _source_row(number: int, source: SourceContent, ids: dict[str, int]) -> tuple[object, ...]:
    letterhead = letterhead_to_text(source.letterhead)
    return (number, source.file, source.sha256, source.encoding, letterhead, ids[source.document])


def _mention_rows(content: GraphContent, ids: dict[str, int], sources: dict[str, int]) -> Iterator[tuple[object, ...]]:
    names = {entity.iri: entity.name for entity in content.entities}
    for source in content.sources:
        for position, mention in enumerate(source.mentions):
            yield (
                sources[source.file],
                position,
                mention.span.start,
                mention.span.end,
                mention.label,
                None if mention.iri is None else ids[mention.iri],
                None if mention.iri is not None and names[mention.iri] == mention.name else mention.name,
                mention.open,
                mention.rule,
            )

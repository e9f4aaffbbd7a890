"""Writing a graph to a Neo4j server, so that the server holds what the graph holds.

Nodes are merged by IRI (evidence by id), relationships by id between their ends: pushing twice gives what pushing once
gives. Every node and relationship carries ``graph`` (the base IRI, which tells several graphs in one database apart)
and ``push`` (a hash of all that was pushed); what carries another ``push`` of the same ``graph`` is no longer in the
graph and is deleted. Nodes and relationships without our ``graph`` are never deleted, but a relationship of somebody
else goes with the node that it hangs on. A push that was cut off is made good by the next one.

Sources: Neo4j Python driver manual (``execute_query``, exceptions); Neo4j Cypher manual (MERGE, constraints).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, TypeVar

from graph.content import GraphContent
from graph.exports.neo4j_errors import user_errors
from graph.stores.property_rows import SOURCE, TARGET, Relationships, Row, node_rows, relationship_rows
from graph.stores.property_schema import DOCUMENT, EVIDENCE, NODES, NodeLabel
from ontology.errors import ExportError

if TYPE_CHECKING:
    from neo4j import Driver, EagerResult

_Item = TypeVar("_Item")

GRAPH: Final = "graph"
PUSH: Final = "push"

_BATCH: Final = 2_000
_CONNECT_SECONDS: Final = 10.0
_RETRY_SECONDS: Final = 15.0
_KEYS: Final = {label.name: label.key for label in NODES}
_LOOKUPS: Final = ((DOCUMENT, "code"), (EVIDENCE, "statement"))

Progress = Callable[[int, int], None]
"""Called with the number of rows written and the number of all rows."""


@dataclass(frozen=True, slots=True)
class PushReport:
    """What a push did.

    Args:
        nodes: Nodes of the graph, for each label that has any.
        relationships: Relationships of the graph, for each type that has any.
        created_nodes: How many of the nodes were not there before.
        created_relationships: How many of the relationships were not there before.
        removed_nodes: Nodes of an earlier push that are no longer in the graph.
        removed_relationships: Relationships of an earlier push that are no longer in the graph.
    """

    nodes: Mapping[str, int]
    relationships: Mapping[str, int]
    created_nodes: int
    created_relationships: int
    removed_nodes: int
    removed_relationships: int


def push(
    content: GraphContent,
    uri: str,
    user: str,
    password: str | None,
    database: str | None = None,
    on_progress: Progress | None = None,
) -> PushReport:
    """Write a graph to a server. Only one push at a time may write to a database.

    Args:
        content: The graph.
        uri: Where the server is: ``bolt://``, ``neo4j://`` or one of their encrypted forms.
        user: Who logs in.
        password: With which password; ``None`` for a server without authentication.
        database: Which database; ``None`` for the user's home database.
        on_progress: Told after each batch.

    Returns:
        What was written and removed.

    Raises:
        ExportError: If the server cannot be reached, refuses the user, has no such database or cannot write.
        ValueError: If a relation joins kinds of entities that the schema does not let it join.
    """
    from neo4j import GraphDatabase

    nodes, relationships = node_rows(content), relationship_rows(content)
    with (
        user_errors(uri, user, database),
        GraphDatabase.driver(
            uri,
            auth=None if password is None else (user, password),
            connection_timeout=_CONNECT_SECONDS,
            max_transaction_retry_time=_RETRY_SECONDS,
            notifications_min_severity="OFF",
        ) as driver,
    ):
        driver.verify_connectivity()
        token = _fingerprint(nodes, relationships)
        return _Push(driver, database, content.base_iri, token, on_progress).run(nodes, relationships)


class _Push:
    """One push through one driver."""

    def __init__(
        self, driver: Driver, database: str | None, graph: str, token: str, on_progress: Progress | None
    ) -> None:
        self._driver = driver
        self._database = database
        self._mark = {GRAPH: graph, PUSH: token}
        self._on_progress = on_progress
        self._done = self._total = 0

    def run(self, nodes: Mapping[str, Sequence[Row]], relationships: Sequence[Relationships]) -> PushReport:
        self._total = sum(map(len, nodes.values())) + sum(len(group.rows) for group in relationships)
        self._prepare()
        created_nodes = sum(self._merge_nodes(label, nodes[label.name]) for label in NODES)
        created_relationships = sum(self._merge_relationships(group) for group in relationships)
        removed_relationships = self._remove("MATCH ()-[x]->()", "DELETE")
        removed_nodes = self._remove("MATCH (x)", "DETACH DELETE")
        counts: dict[str, int] = {}
        for group in relationships:
            counts[group.type] = counts.get(group.type, 0) + len(group.rows)
        return PushReport(
            nodes={label: len(rows) for label, rows in nodes.items() if rows},
            relationships=counts,
            created_nodes=created_nodes,
            created_relationships=created_relationships,
            removed_nodes=removed_nodes,
            removed_relationships=removed_relationships,
        )

    def _prepare(self) -> None:
        for label in NODES:
            self._run(
                f"CREATE CONSTRAINT cuthehoa_{label.name.lower()}_{label.key} IF NOT EXISTS "
                f"FOR (n:{label.name}) REQUIRE n.{label.key} IS UNIQUE"
            )
        for name, key in _LOOKUPS:
            self._run(f"CREATE INDEX cuthehoa_{name.lower()}_{key} IF NOT EXISTS FOR (n:{name}) ON (n.{key})")
        self._run("CALL db.awaitIndexes()")

    def _merge_nodes(self, label: NodeLabel, rows: Sequence[Row]) -> int:
        # "+=" with a null removes the property: what is no longer known does not stay behind.
        query = (
            f"UNWIND $rows AS row MERGE (x:{label.name} {{{label.key}: row.{label.key}}}) "
            "SET x += row, x += $mark RETURN count(x) AS merged"
        )
        return sum(self._merge(query, batch).summary.counters.nodes_created for batch in _batches(rows))

    def _merge_relationships(self, group: Relationships) -> int:
        source, target = (
            f"MATCH ({variable}:{label} {{{_KEYS[label]}: row.ends.{end}}})"
            for variable, label, end in (("a", group.source, SOURCE), ("b", group.target, TARGET))
        )
        query = (
            f"UNWIND $rows AS row {source} {target} MERGE (a)-[x:{group.type} {{id: row.properties.id}}]->(b) "
            "SET x += row.properties, x += $mark RETURN count(x) AS merged"
        )
        rows: list[dict[str, Row]] = [
            {
                "ends": {SOURCE: row[SOURCE], TARGET: row[TARGET]},
                "properties": {name: value for name, value in row.items() if name not in (SOURCE, TARGET)},
            }
            for row in group.rows
        ]
        return sum(self._merge(query, batch).summary.counters.relationships_created for batch in _batches(rows))

    def _merge(self, query: str, rows: Sequence[Mapping[str, object]]) -> EagerResult:
        result = self._run(query, rows=rows, mark=self._mark)
        if result.records[0]["merged"] != len(rows):
            raise ExportError(
                "có người khác xóa dữ liệu trong lúc đang ghi",
                where=self._database or "neo4j",
                todo="Chạy lại lệnh này",
            )
        self._done += len(rows)
        if self._on_progress is not None:
            self._on_progress(self._done, self._total)
        return result

    def _remove(self, match: str, delete: str) -> int:
        query = (
            f"{match} WHERE x.{GRAPH} = $mark.{GRAPH} AND x.{PUSH} <> $mark.{PUSH} "
            f"WITH x LIMIT $limit {delete} x RETURN count(*) AS removed"
        )
        removed = 0
        while count := self._run(query, mark=self._mark, limit=_BATCH).records[0]["removed"]:
            removed += count
        return removed

    def _run(self, query: str, **values: Any) -> EagerResult:
        return self._driver.execute_query(query, parameters_=values, database_=self._database)


def _batches(rows: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    return (rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH))


def _fingerprint(nodes: Mapping[str, Sequence[Row]], relationships: Sequence[Relationships]) -> str:
    digest = sha256()
    for label, rows in nodes.items():
        for row in rows:
            digest.update(f"{label}{sorted(row.items())}".encode())
    for group in relationships:
        for row in group.rows:
            digest.update(f"{group.type}{sorted(row.items())}".encode())
    return digest.hexdigest()[:32]

"""The Cypher store: a Ladybug database on disk, written once and opened read-only ever after.

Source: Ladybug documentation, "Create table" and "Copy from dataframes".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.content import GraphContent
from graph.stores.property_rows import SOURCE, TARGET, Relationships, Row, node_rows, relationship_rows
from graph.stores.property_schema import NODES, RELATIONSHIPS, NodeLabel, Property, PropertyType, RelationshipType

if TYPE_CHECKING:
    import ladybug

# Address space, not memory. Ladybug's own default, 8 TB, is refused where address space is limited (ulimit -v).
_MAX_DB_BYTES: Final = 2**36
_BUFFER_BYTES: Final = 2**29


def write(content: GraphContent, path: Path) -> None:
    """Write the graph as a new Ladybug database.

    Args:
        content: The graph.
        path: File of the new database; must not exist yet.

    Raises:
        FileExistsError: If ``path`` exists.
        OSError: If the database cannot be written.
        ValueError: If a relation joins kinds of entities that the schema does not let it join.
    """
    # Half a second to import, which a build that finds nothing changed shall not pay.
    import ladybug

    if path.exists():
        raise FileExistsError(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    nodes = node_rows(content)
    relationships = relationship_rows(content)
    try:
        database = ladybug.Database(str(path), buffer_pool_size=_BUFFER_BYTES, max_db_size=_MAX_DB_BYTES)
        _fill(database, nodes, relationships)
    except RuntimeError as error:
        # Ladybug has one error for everything; of what this module asks only the writing can fail.
        # Its words ("committed successfully …") would mislead: the whole store is given up.
        raise OSError("kho Cypher") from error


def _fill(
    database: ladybug.Database, nodes: Mapping[str, Sequence[Row]], relationships: Sequence[Relationships]
) -> None:
    import ladybug

    with database, ladybug.Connection(database) as connection:
        for label in NODES:
            connection.execute(_create_node_table(label))
            _copy(connection, label.name, label.properties, nodes[label.name])
        types = {kind.name: kind for kind in RELATIONSHIPS}
        for kind in RELATIONSHIPS:
            connection.execute(_create_relationship_table(kind))
        for group in relationships:
            kind = types[group.type]
            ends = (Property(SOURCE), Property(TARGET))
            pair = f" (from='{group.source}', to='{group.target}')" if len(kind.ends) > 1 else ""
            _copy(connection, group.type, (*ends, *kind.properties), group.rows, pair)


def _create_node_table(label: NodeLabel) -> str:
    columns = ", ".join(_column(column) for column in label.properties)
    return f"CREATE NODE TABLE {label.name}({columns}, PRIMARY KEY ({label.key}))"


def _create_relationship_table(kind: RelationshipType) -> str:
    ends = ", ".join(f"FROM {source} TO {target}" for source, target in kind.ends)
    columns = ", ".join(_column(column) for column in kind.properties)
    return f"CREATE REL TABLE {kind.name}({ends}, {columns})"


def _column(column: Property) -> str:
    # Quoted because "end" is a keyword of Ladybug's Cypher.
    return f"`{column.name}` {column.type.value}"


def _copy(
    connection: ladybug.Connection, table: str, columns: Sequence[Property], rows: Sequence[Row], options: str = ""
) -> None:
    if not rows:
        return
    import pyarrow as pa

    arrow = {
        PropertyType.STRING: pa.string(),
        PropertyType.INTEGER: pa.int64(),
        PropertyType.FLOAT: pa.float64(),
        PropertyType.BOOLEAN: pa.bool_(),
    }
    arrays = {column.name: pa.array([row[column.name] for row in rows], type=arrow[column.type]) for column in columns}
    connection.execute(f"COPY {table} FROM $rows{options}", {"rows": pa.table(arrays)})

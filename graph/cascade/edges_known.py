"""Edges by their numbers, with the sentences that were known on a day."""

import datetime as dt
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from graph.answers import Edge, Entity
from graph.database import Database


@dataclass(frozen=True, slots=True)
class KnownEdges:
    """Edges and what they join.

    Args:
        edges: By number.
        ends: The entities at their ends, and further ones that were asked for, by number.
    """

    edges: Mapping[int, Edge]
    ends: Mapping[int, Entity]

    def by_iri(self) -> dict[str, Entity]:
        """Return the entities by IRI."""
        return {entity.iri: entity for entity in self.ends.values()}


def edges_known(
    database: Database, edges: Collection[int], entities: Collection[int], as_of: dt.date | None
) -> KnownEdges:
    """Fetch edges and entities by their numbers.

    Args:
        database: The generation's database.
        edges: Numbers of edges.
        entities: Numbers of entities that are wanted besides those at the ends of the edges.
        as_of: Leave out sentences of sources that are dated later; none if ``None``.
    """
    rows = database.rows(
        "SELECT * FROM edge WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", (json.dumps(sorted(edges)),)
    )
    ends = database.numbered({*entities, *(end for row in rows for end in row[2:4])})
    found = database.edges_from(rows, ends)
    if as_of is not None:
        later = {
            row[0]
            for row in database.rows(
                "SELECT source.file FROM source JOIN entity ON entity.id = document WHERE date > ?",
                (as_of.isoformat(),),
            )
        }
        found = [
            replace(edge, evidence=tuple(said for said in edge.evidence if said.file not in later)) for edge in found
        ]
    return KnownEdges({row[0]: edge for row, edge in zip(rows, found, strict=True)}, ends)

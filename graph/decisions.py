"""What a generation keeps of people's decisions: asked for all of them, or for those about one entity."""

import json
from collections.abc import Collection

from graph.database import Database
from graph.decision_values import KeptDecision
from graph.stores.sqlite_decisions import decisions_from_rows

_DECISIONS = "SELECT position, number, checksum, what, text, by, at, why, state, reason FROM decision "
_ENTITIES = "SELECT decision, iri FROM decision_entity JOIN entity ON entity.id = decision_entity.entity "
_STATEMENTS = "SELECT decision, key FROM decision_statement "
_WANTED = "IN (SELECT value FROM json_each(?)) "


def kept_decisions(database: Database) -> tuple[KeptDecision, ...]:
    """Return all decisions, in the order of the ledger.

    Args:
        database: The generation's database.
    """
    return decisions_from_rows(
        database.rows(_DECISIONS + "ORDER BY position"),
        database.rows(_ENTITIES + "ORDER BY decision, position"),
        database.rows(_STATEMENTS + "ORDER BY decision, position"),
    )


def decisions_about(database: Database, iri: str, statements: Collection[str]) -> tuple[KeptDecision, ...]:
    """Return the decisions that hold and concern an entity, or one of some statements, in the order of the ledger.

    Args:
        database: The generation's database.
        iri: IRI of the entity.
        statements: Ids of statements.
    """
    rows = database.rows(
        "SELECT decision FROM decision_entity WHERE entity = (SELECT id FROM entity WHERE iri = ?) "
        "UNION SELECT decision FROM decision_statement WHERE key IN (SELECT value FROM json_each(?))",
        (iri, json.dumps(sorted(statements))),
    )
    if not rows:
        return ()
    wanted = (json.dumps([row[0] for row in rows]),)
    found = decisions_from_rows(
        database.rows(_DECISIONS + f"WHERE position {_WANTED} ORDER BY position", wanted),
        database.rows(_ENTITIES + f"WHERE decision {_WANTED} ORDER BY decision, position", wanted),
        database.rows(_STATEMENTS + f"WHERE decision {_WANTED} ORDER BY decision, position", wanted),
    )
    return tuple(kept for kept in found if kept.holds)

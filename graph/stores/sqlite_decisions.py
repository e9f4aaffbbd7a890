"""Rows of the tables of decisions, and the values that they stand for."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from graph.connection import Row
from graph.content import GraphContent
from graph.decision_values import DecisionState, KeptDecision
from graph.search import code_key, folded_name

Rows = Iterator[tuple[object, ...]]


def decision_rows(content: GraphContent, first: int) -> Rows:
    """Yield the rows of the table ``decision``.

    Args:
        content: The graph.
        first: Position of the first decision.
    """
    for position, kept in enumerate(content.decisions, first):
        yield (
            *(position, kept.number, kept.checksum, kept.what, kept.text, kept.by, kept.at, kept.why),
            *(kept.state.value, kept.reason),
        )


def decision_entity_rows(content: GraphContent, entity_id: Callable[[str], int], first: int) -> Rows:
    """Yield the rows of the table ``decision_entity``."""
    for decision, kept in enumerate(content.decisions, first):
        for position, entity in enumerate(kept.entities):
            yield decision, position, entity_id(entity)


def decision_statement_rows(content: GraphContent, first: int) -> Rows:
    """Yield the rows of the table ``decision_statement``."""
    for decision, kept in enumerate(content.decisions, first):
        for position, key in enumerate(kept.statements):
            yield decision, position, key


def former_name_rows(content: GraphContent, entity_id: Callable[[str], int]) -> Rows:
    """Yield the rows of the table ``former_name``."""
    for each in content.former_names:
        key = code_key(each.code) if each.code else None
        yield each.iri, entity_id(each.entity), each.name, each.code, each.date, folded_name(each.name), key


def decisions_from_rows(
    decisions: Iterable[Row], entities: Iterable[Row], statements: Iterable[Row]
) -> tuple[KeptDecision, ...]:
    """Return the decisions of rows.

    Args:
        decisions: Position, number, checksum, what, text, by, at, why, state, reason; in order.
        entities: Position of the decision, IRI; in order.
        statements: Position of the decision, id of the edge; in order.
    """
    iris: defaultdict[int, list[str]] = defaultdict(list)
    for position, iri in entities:
        iris[position].append(iri)
    keys: defaultdict[int, list[str]] = defaultdict(list)
    for position, key in statements:
        keys[position].append(key)
    return tuple(
        KeptDecision(
            *(number, checksum, what, text, by, at, why, DecisionState(state), reason),
            tuple(iris[position]),
            tuple(keys[position]),
        )
        for position, number, checksum, what, text, by, at, why, state, reason in decisions
    )

"""Statements as rows: a cascade as a tree, or a flat list; each row opens the sentences that state it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.answers import Edge, Entity
from graph.query import Graph
from ontology.statements import Evidence
from ui.navigation import Link
from ui.parts.entries import Badge, Entry, badge_objects, entity_badges, entity_link
from ui.parts.mount import link_object, mount
from ui.parts.passages import passage_objects, percent
from ui.rendering import JsonObject
from ui.wording import MODALITY_NOTES, RELATION_PASSIVES, RELATION_VERBS


@dataclass(frozen=True, slots=True)
class Part:
    """Sentences under a heading; an empty heading shows none."""

    heading: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an outline.

    Args:
        name: What it is about.
        link: Where the name leads.
        parts: The sentences that it opens.
        depth: How deep it stands; one more than the row above it at most.
        relations: Words before the name.
        detail: A second line.
        note: Words behind the name.
        date: Shown in a column of its own.
        badges: Marks in a column of their own.
        candidates: The documents that an undecided citation could be.
        expanded: Whether its sentences are open from the start.
    """

    name: str
    link: Link | None
    parts: tuple[Part, ...] = ()
    depth: int = 0
    relations: tuple[str, ...] = ()
    detail: str = ""
    note: str = ""
    date: str = ""
    badges: tuple[Badge, ...] = ()
    candidates: tuple[Entry, ...] = ()
    expanded: bool = False


def show_outline(graph: Graph, rows: Iterable[Row], *, key: str) -> None:
    """Show rows, each with its sentences in their paragraphs."""
    mount("outline", {"rows": [_row(graph, row) for row in rows]}, key=key)


def entity_row(entity: Entity, edges: Sequence[Edge], *, depth: int = 0, passive: bool = False) -> Row:
    """An entity at the other end of statements.

    Args:
        entity: The entity.
        edges: The statements, all of one direction.
        depth: How deep the row stands.
        passive: Whether to say what is done to something (``được cụ thể hóa``) and not what something does.
    """
    words = RELATION_PASSIVES if passive else RELATION_VERBS
    modalities = dict.fromkeys(MODALITY_NOTES[edge.modality] for edge in edges)
    posts = dict.fromkeys(edge.role for edge in edges if edge.role)
    return Row(
        name=entity.name,
        link=entity_link(entity),
        parts=statement_parts(edges),
        depth=depth,
        relations=tuple(dict.fromkeys(words[edge.relation] for edge in edges)),
        detail=" — ".join(part for part in (entity.issuer or entity.place or "", entity.title or "") if part),
        note=", ".join(part for part in (*posts, *modalities) if part),
        date=entity.date.vietnamese if entity.date else "",
        badges=entity_badges(entity),
    )


def with_first_open(rows: Iterable[Row]) -> list[Row]:
    """The rows, the first that has sentences opened: so that it is plain what the others hold."""
    found = list(rows)
    for index, row in enumerate(found):
        if row.parts:
            found[index] = replace(row, expanded=True)
            break
    return found


def statement_parts(edges: Sequence[Edge]) -> tuple[Part, ...]:
    """The sentences of statements; a heading tells which is which where there are several."""
    if len(edges) == 1:
        return (Part("", edges[0].evidence),)
    return tuple(Part(f"{RELATION_VERBS[e.relation]} · tin cậy {percent(e.confidence)}", e.evidence) for e in edges)


def with_note(row: Row, note: str) -> Row:
    """The row with more words behind its name."""
    return replace(row, note=f"{row.note}, {note}" if row.note else note)


def _row(graph: Graph, row: Row) -> JsonObject:
    return {
        "name": row.name,
        "link": link_object(row.link),
        "depth": row.depth,
        "relations": list(row.relations),
        "detail": row.detail,
        "note": row.note,
        "date": row.date,
        "badges": badge_objects(row.badges),
        "candidates": [{"name": e.name, "link": link_object(e.link), "detail": e.detail} for e in row.candidates],
        "expanded": row.expanded,
        "parts": [{"heading": part.heading, "passages": passage_objects(graph, part.evidence)} for part in row.parts],
    }

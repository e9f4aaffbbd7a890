"""All that the graph says of one entity: every statement, both ways, each with its sentences."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

import streamlit as st

from graph.answers import Edge, Entity, EntityDetails, EntityKind
from graph.query import Graph
from ui.letterhead_facts import letterhead_facts
from ui.navigation import Page
from ui.parts.downloads import csv_button, csv_bytes
from ui.parts.entries import Group, entity_entry, show_entries
from ui.parts.finder import search_box, show_hits
from ui.parts.guard import with_graph
from ui.parts.outline import Row, entity_row, show_outline
from ui.parts.ways_on import show_ways_on
from ui.rendering import TRACE_COLUMNS, statement_rows

_MOST_ROWS = 200


def show(graph: Graph) -> None:
    """Draw the page."""
    iri = st.query_params.get("iri", "")
    if not iri:
        st.title("Hồ sơ")
        if text := search_box("Tìm", key="entity-search", placeholder="Tìm số hiệu, tên xã, cơ quan, người…"):
            show_hits(graph, text, key="entity-hits")
        return
    details = graph.entity(iri)
    entity = details.entity
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title("Hồ sơ", width="content")
        show_ways_on(entity, Page.ENTITY)
    entry = entity_entry(entity, kind=entity.kind is not EntityKind.DOCUMENT)
    show_entries([Group("", [replace(entry, link=None)])], key="head", card=True)
    if details.letterhead is not None:
        for label, words in letterhead_facts(details.letterhead):
            st.text(f"{label}: {words}")
    if entity.candidates:
        st.header("Có thể là", anchor=False)
        show_entries(
            [Group("", [entity_entry(graph.entity(other).entity) for other in entity.candidates])], key="candidates"
        )
    _show_statements(graph, details)


def _show_statements(graph: Graph, details: EntityDetails) -> None:
    rows = [
        *_rows(details.outgoing, details.others, outgoing=True),
        *_rows(details.incoming, details.others, outgoing=False),
    ]
    if not rows:
        st.caption("Chưa có quan hệ nào; mục này chỉ được nhắc đến.")
        return
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.header("Quan hệ", anchor=False, width="content")
        csv_button("Tải CSV", "ho-so", lambda: csv_bytes(TRACE_COLUMNS, statement_rows(details)), key="csv")
    show_outline(graph, rows[:_MOST_ROWS], key="statements")
    if len(rows) > _MOST_ROWS:
        st.caption(f"Chỉ hiện {_MOST_ROWS} trong {len(rows)} dòng; tệp CSV có đủ.")


def _rows(edges: Iterable[Edge], others: Mapping[str, Entity], *, outgoing: bool) -> list[Row]:
    grouped: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        grouped[edge.target if outgoing else edge.source].append(edge)
    # Read from this entity: it carries out (active), or is carried out by (passive) the one on the row.
    return [entity_row(others[iri], found, passive=not outgoing) for iri, found in grouped.items()]


with_graph(show)

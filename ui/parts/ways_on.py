"""Links from one entity to the other pages that tell of it."""

from collections.abc import Iterator

import streamlit as st

from graph.answers import Entity, EntityKind
from ui.navigation import Link, Page
from ui.parts.entries import entity_link
from ui.parts.passages import reader_link


def show_ways_on(entity: Entity, here: Page) -> None:
    """Show links to the other pages about an entity, and to a choice of another one.

    Args:
        entity: The entity.
        here: The page that shows the links.
    """
    with st.container(horizontal=True, width="content"):
        for label, icon, link in _ways(entity):
            if link.page is not here or link.parameters.get("iri") not in (None, entity.iri):
                st.page_link(link.page.script, label=label, icon=icon, query_params=dict(link.parameters))
        st.page_link(here.script, label="Chọn mục khác", icon=":material/search:", query_params={})


def _ways(entity: Entity) -> Iterator[tuple[str, str, Link]]:
    if entity.kind is EntityKind.DOCUMENT:
        yield "Thác văn bản", ":material/account_tree:", entity_link(entity)
    if entity.kind in (EntityKind.PLACE, EntityKind.PROGRAMME):
        yield "Xã × chương trình", ":material/grid_on:", entity_link(entity)
    if entity.file:
        yield "Đọc toàn văn", ":material/article:", reader_link(entity.file)
    yield "Hồ sơ", ":material/list_alt:", Link(Page.ENTITY, {"iri": entity.iri})
    if entity.issuer_iri:
        yield "Cơ quan ban hành", ":material/account_balance:", Link(Page.ENTITY, {"iri": entity.issuer_iri})

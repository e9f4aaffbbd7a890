"""One source as it stands, with everything marked that was found in it."""

from dataclasses import replace

import streamlit as st

from graph.answers import Entity, SourceView
from graph.query import Graph
from ontology.spans import Span
from ui.navigation import Page
from ui.parts.entries import Badge, Entry, Group, entity_badges, entity_entry, show_entries
from ui.parts.finder import matches, search_box
from ui.parts.guard import with_graph
from ui.parts.passages import reader_link
from ui.parts.reader_text import show_text
from ui.parts.ways_on import show_ways_on

_MOST_LISTED = 300


def show(graph: Graph) -> None:
    """Draw the page."""
    if file := st.query_params.get("file", ""):
        _read(graph.source(file))
    else:
        _choose(graph)


def _choose(graph: Graph) -> None:
    st.title("Đọc văn bản")
    text = search_box("Lọc danh sách văn bản", key="reader-filter", placeholder="Lọc theo số hiệu, cơ quan, tên tệp…")
    sources = [
        (file, document)
        for file, document in graph.sources()
        if matches(text, file, document.name, document.issuer, document.title)
    ]
    entries = [_listed(file, document) for file, document in sources[:_MOST_LISTED]]
    if entries:
        st.caption(f"{len(sources)} văn bản.")
        show_entries([Group("", entries)], key="sources")
    else:
        st.info("Không có văn bản nào khớp.")
    if len(sources) > _MOST_LISTED:
        st.caption(f"Chỉ hiện {_MOST_LISTED} văn bản đầu. Gõ chữ để lọc.")


def _listed(file: str, document: Entity) -> Entry:
    entry = entity_entry(document, link=reader_link(file), note=file)
    return replace(entry, badges=_level_badges(document))


def _level_badges(document: Entity) -> tuple[Badge, ...]:
    """The marks of a document, less those that say that its text is held: here all are."""
    return tuple(badge for badge in entity_badges(document) if badge.tone != "held")


def _read(source: SourceView) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title("Đọc văn bản", width="content")
        show_ways_on(source.document, Page.READER)
    show_entries([Group("", [_letterhead(source)])], key="letterhead", card=True)
    show_text(source.text, source.mentions, _aim(source.text), key=f"text-{source.sha256}")


def _letterhead(source: SourceView) -> Entry:
    """What the source says about itself, and its file."""
    head, document = source.letterhead, source.document
    parts = [
        document.issuer or head.organ or "",
        f"ngày {document.date.vietnamese}" if document.date else "không ghi rõ ngày",
        head.province if head.province and head.province not in (document.issuer or "") else "",
        *(f"{signer.role or 'người ký'}: {signer.name}" for signer in head.signers),
        head.secrecy.degree.vietnamese if head.secrecy else "",
        head.urgency.degree.vietnamese if head.urgency else "",
        source.file,
    ]
    return Entry(
        name=document.name,
        link=None,
        badges=_level_badges(document),
        detail=" · ".join(part for part in parts if part),
        title=document.title or head.title or "",
    )


def _aim(text: str) -> Span | None:
    """The place that the address asks for; one outside the text, or no number, is no place."""
    try:
        start = int(st.query_params.get("start", ""))
        end = int(st.query_params.get("end", "") or start + 1)
        return Span(start, min(end, len(text)))
    except ValueError:
        return None


with_graph(show)

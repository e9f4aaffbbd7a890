"""The search box: the graph's own folded search, so that accents, case and decomposed letters do not matter."""

import unicodedata
from collections.abc import Collection

import streamlit as st

from graph.answers import EntityKind, SearchHit
from graph.query import Graph
from ontology.folding import fold
from ui.parts.entries import Entry, Group, entity_entry, show_entries
from ui.wording import KIND_NAMES

LIMIT = 60


def search_box(label: str, *, key: str, placeholder: str) -> str:
    """Ask for words to search for.

    Args:
        label: What the box is for, for screen readers.
        key: Unique on the page.
        placeholder: An example.

    Returns:
        The words, composed and without outer blanks; empty if none.
    """
    text = st.text_input(
        label,
        key=key,
        type="search",
        live="300ms",
        placeholder=placeholder,
        icon=":material/search:",
        label_visibility="collapsed",
    )
    return unicodedata.normalize("NFC", text or "").strip()


def show_hits(graph: Graph, text: str, *, key: str, kinds: Collection[EntityKind] = ()) -> None:
    """Search and show what was found, grouped by kind.

    Args:
        graph: Where to search.
        text: The words.
        key: Unique on the page.
        kinds: Only these kinds; all if empty.
    """
    hits = graph.search(text, kinds=kinds, limit=LIMIT)
    if not hits:
        st.info("Không tìm thấy gì. Thử gõ số hiệu (18-NQ/TW), tên xã hoặc vài chữ của trích yếu; không cần gõ dấu.")
        return
    found = [hit.entity.kind for hit in hits]
    groups = [
        Group(KIND_NAMES[kind], [_entry(hit) for hit in hits if hit.entity.kind is kind])
        for kind in sorted(set(found), key=found.index)
    ]
    show_entries(groups, key=key)
    if len(hits) == LIMIT:
        st.caption(f"Chỉ hiện {LIMIT} kết quả gần nhất. Gõ thêm chữ để thu hẹp.")


def matches(text: str, *fields: str | None) -> bool:
    """Whether every word that was typed stands in one of the fields, folded; no word matches everything."""
    folded = fold(" ".join(field for field in fields if field))
    return all(word in folded for word in fold(text).split())


def _entry(hit: SearchHit) -> Entry:
    note = f"{hit.mentions} lần nhắc" if hit.mentions else ""
    return entity_entry(hit.entity, note=note)

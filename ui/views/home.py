"""Home: what this is, how much there is, where to begin."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from graph.answers import Counts, Entity, EntityKind
from graph.query import Graph
from ontology.levels import Level
from ui.navigation import TITLES, Link, Page
from ui.parts.entries import Entry, Group, entity_entry, show_entries
from ui.parts.finder import search_box, show_hits
from ui.parts.guard import with_graph

MOST_ENTRY_POINTS = 8
MOST_WARNINGS = 50

_PAGES = {
    Page.TRACE: "Chọn một nghị quyết, xem các cấp đã cụ thể hóa nó bằng văn bản nào, bao giờ.",
    Page.PROGRAMMES: "Xã nào có trong chương trình, dự án nào, và ngược lại.",
    Page.READER: "Toàn văn, với văn bản được dẫn, tổ chức, địa danh, người được đánh dấu.",
    Page.QUERY: "SPARQL và Cypher trên cùng một đồ thị.",
}


def show(graph: Graph) -> None:
    """Draw the page."""
    st.title("Nghị quyết đi xuống cơ sở như thế nào?")
    st.markdown(
        "Kho văn bản của bạn thành một đồ thị: nghị quyết của Trung ương được tỉnh, huyện, xã cụ thể hóa ra sao, "
        "xã nào có trong chương trình nào. Mỗi câu trả lời kèm câu văn làm chứng."
    )
    text = search_box(
        "Tìm văn bản, cơ quan, địa danh, người, chương trình",
        key="home-search",
        placeholder="Tìm số hiệu, tên xã, cơ quan, chương trình…  Ví dụ: 18-NQ/TW, xa tan binh",
    )
    if text:
        show_hits(graph, text, key="home-hits")
        return
    counts = graph.counts()
    _show_counts(counts)
    if not counts.sources:
        st.info("Đồ thị chưa có văn bản nào. Dựng lại bằng `cuthehoa build` với một thư mục có văn bản.")
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.header("Văn bản được triển khai nhiều nhất", anchor=False)
        _show_entry_points(graph)
    with right:
        st.header("Bắt đầu từ đâu", anchor=False)
        entries = [Entry(TITLES[page], Link(page), detail=what) for page, what in _PAGES.items()]
        show_entries([Group("", entries)], key="pages")
        _show_warnings([finding.message for finding in graph.findings()])


def _show_warnings(warnings: Sequence[str]) -> None:
    """What seems wrong in the sources themselves: it is told and never repaired."""
    if warnings:
        with st.expander(f"{len(warnings)} điều cần xem lại trong nguồn", icon=":material/rule:"):
            for warning in warnings[:MOST_WARNINGS]:
                st.text(warning)
            if len(warnings) > MOST_WARNINGS:
                st.caption(f"Chỉ hiện {MOST_WARNINGS} điều đầu.")


def _show_counts(counts: Counts) -> None:
    documents = counts.entities.get(EntityKind.DOCUMENT, 0)
    figures = {
        "Văn bản có toàn văn": counts.sources,
        "Văn bản được dẫn": max(0, documents - counts.sources),
        "Cơ quan, tổ chức": counts.entities.get(EntityKind.ORGANIZATION, 0),
        "Địa danh": counts.entities.get(EntityKind.PLACE, 0),
        "Chương trình": counts.entities.get(EntityKind.PROGRAMME, 0),
        "Quan hệ": sum(counts.statements.values()),
    }
    with st.container(horizontal=True, key="counts"):
        for name, number in figures.items():
            st.metric(name, f"{number:,}".replace(",", "."), width=170)


def _show_entry_points(graph: Graph) -> None:
    carried_out = Counter(target for _, _, target in graph.carries_out_pairs())
    central: list[tuple[Entity, int]] = []
    for iri, number in carried_out.most_common():
        entity = graph.entity(iri).entity
        if entity.level is Level.CENTRAL and not entity.open:
            central.append((entity, number))
        if len(central) == MOST_ENTRY_POINTS:
            break
    if not central:
        st.caption("Chưa thấy văn bản Trung ương nào được văn bản khác cụ thể hóa hay thực hiện.")
        return
    entries = [entity_entry(entity, note=f"{number} văn bản triển khai") for entity, number in central]
    show_entries([Group("", entries)], key="entry-points")


with_graph(show)

"""The cascade of one document: what carries it out and what it carries out, each step with its sentence."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import streamlit as st

from graph.answers import Direction, Entity, EntityKind, Trace
from graph.query import Graph
from ontology.confidence import DEFAULT_MIN_CONFIDENCE
from ontology.errors import AmbiguousEntityError, UnknownEntityError
from ontology.levels import Level
from ontology.statements import CASCADE, DOCUMENT_RELATIONS, Relation
from ui.navigation import Page
from ui.parts.cascade import picture, tree_rows
from ui.parts.downloads import csv_button, csv_bytes
from ui.parts.entries import Group, entity_entry, show_entries
from ui.parts.finder import search_box, show_hits
from ui.parts.guard import problem, with_graph
from ui.parts.outline import show_outline, with_first_open
from ui.parts.ways_on import show_ways_on
from ui.rendering import TRACE_COLUMNS, trace_rows
from ui.wording import RELATION_VERBS, level_name

# A picture of more documents than this is a thicket; the tree shows them all.
MOST_DRAWN = 60

MOST_ROWS = 400

_DIRECTIONS = {
    Direction.DOWN: "Ai triển khai",
    Direction.UP: "Triển khai gì",
    Direction.BOTH: "Cả hai chiều",
}


def show(graph: Graph) -> None:
    """Draw the page."""
    wanted = st.query_params.get("doc", "").strip()
    if not wanted:
        _choose(graph)
        return
    try:
        root = graph.resolve(wanted)
    except AmbiguousEntityError:
        _ask(graph, wanted)
        return
    except UnknownEntityError as error:
        problem(error)
        _choose(graph)
        return
    _show_head(root)
    direction, relations, least = _settings()
    for way in (Direction.UP, Direction.DOWN):
        if direction in (way, Direction.BOTH):
            trace = graph.trace(root.iri, direction=way, relations=relations, min_confidence=least)
            _show_trace(graph, trace, way)


def _choose(graph: Graph) -> None:
    st.title("Thác văn bản")
    st.markdown("Chọn một văn bản để xem nó được cụ thể hóa, thực hiện qua các cấp như thế nào.")
    text = search_box("Tìm văn bản", key="trace-search", placeholder="Số hiệu hoặc trích yếu. Ví dụ: 18-NQ/TW")
    if text:
        show_hits(graph, text, key="trace-hits", kinds=[EntityKind.DOCUMENT])


def _ask(graph: Graph, code: str) -> None:
    st.title("Số hiệu này chỉ nhiều văn bản")
    st.text(f"{code}: chọn văn bản bạn muốn xem.")
    show_entries([Group("", [entity_entry(entity) for entity in graph.documents(code)])], key="trace-choices")


def _show_head(root: Entity) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title("Thác văn bản", width="content")
        show_ways_on(root, Page.TRACE)
    show_entries([Group("", [replace(entity_entry(root), link=None)])], key="root", card=True)


def _settings() -> tuple[Direction, Collection[Relation], float | None]:
    """Ask which way to walk, along which relations, from which confidence on."""
    with st.container(horizontal=True, vertical_alignment="center"):
        direction = st.segmented_control(
            "Hướng",
            list(_DIRECTIONS),
            format_func=_DIRECTIONS.__getitem__,
            default=Direction.DOWN,
            required=True,
            key="trace-direction",
            label_visibility="collapsed",
        )
        with st.popover("Quan hệ và độ tin cậy", icon=":material/tune:"):
            relations = st.pills(
                "Đi theo các quan hệ",
                list(DOCUMENT_RELATIONS),
                format_func=RELATION_VERBS.__getitem__,
                selection_mode="multi",
                default=sorted(CASCADE),
                key="trace-relations",
            )
            usual = round(DEFAULT_MIN_CONFIDENCE * 100)
            least = st.slider("Độ tin cậy từ", 0, 100, usual, step=5, format="%d%%", key="trace-confidence")
    return (
        Direction(direction or Direction.DOWN),
        [Relation(name) for name in relations] or CASCADE,
        (None if least == usual else least / 100),
    )


def _show_trace(graph: Graph, trace: Trace, way: Direction) -> None:
    down = way is Direction.DOWN
    st.header("Văn bản triển khai" if down else "Văn bản cấp trên", anchor=False)
    others = [node for node in trace.nodes if node.iri != trace.root]
    if not others:
        st.info(
            "Chưa thấy văn bản nào cụ thể hóa hay thực hiện văn bản này."
            if down
            else "Chưa thấy văn bản nào mà văn bản này cụ thể hóa hay thực hiện."
        )
        return
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(_summary(others) + (" Mỗi dòng triển khai văn bản ở trên nó." if down else ""), width="content")
        csv_button("Tải CSV", "thac-van-ban", lambda: csv_bytes(TRACE_COLUMNS, trace_rows(trace)), key=f"csv-{way}")
    if len(trace.nodes) <= MOST_DRAWN:
        with st.container(border=True):
            st.graphviz_chart(picture(trace), width="content", alt="Sơ đồ thác văn bản")
            st.caption("Mũi tên chỉ văn bản được triển khai. Viền đứt: đồ thị chỉ có lời dẫn, không có toàn văn.")
    else:
        st.caption(f"Không vẽ sơ đồ vì có hơn {MOST_DRAWN} văn bản.")
    rows = with_first_open(tree_rows(trace, way, lambda iri: graph.entity(iri).entity))
    show_outline(graph, rows[:MOST_ROWS], key=f"tree-{way}")
    if len(rows) > MOST_ROWS:
        st.caption(f"Chỉ hiện {MOST_ROWS} dòng đầu trong {len(rows)} dòng; tệp CSV có đủ.")


def _summary(others: Sequence[Entity]) -> str:
    decided = [node for node in others if not node.open]
    counts = [(level_name(level), sum(node.level is level for node in decided)) for level in Level]
    parts = ", ".join(f"{number} {name}" for name, number in counts if number)
    unclear = len(others) - len(decided)
    return (
        f"{len(decided)} văn bản"
        + (f" ({parts})" if parts else "")
        + (f", {unclear} lời dẫn chưa rõ là văn bản nào" if unclear else "")
        + "."
    )


with_graph(show)

"""What a page does when it cannot show what was asked for: one clear message and a way on, never a traceback."""

from collections.abc import Callable

import streamlit as st

from graph.query import Graph
from ontology.errors import CuthehoaError, GraphError
from ui.parts.entries import Entry, Group, show_entries
from ui.state import graph_folder, open_graph


def with_graph(show: Callable[[Graph], None]) -> None:
    """Open the graph and show a page of it.

    Args:
        show: Draws the page.
    """
    try:
        graph = open_graph()
    except GraphError as error:
        _no_graph(error)
        return
    try:
        show(graph)
    except CuthehoaError as error:
        problem(error)


def problem(error: CuthehoaError) -> None:
    """Say what is wrong, where, and what to do; the words may come from a query or a document and are no markup."""
    what = error.what[:1].upper() + error.what[1:]
    entry = Entry(what, None, detail=error.where or "", title=f"{error.todo}." if error.todo else "")
    show_entries([Group("", [entry])], key="problem", card=True)


def _no_graph(error: GraphError) -> None:
    st.title("Chưa mở được đồ thị")
    problem(error)
    st.markdown("Dựng đồ thị từ một thư mục văn bản (`.docx`, `.pdf`, `.txt`, `.html` …), rồi tải lại trang này:")
    st.code(f"cuthehoa build THU_MUC_VAN_BAN --graph {_shell_quoted(str(graph_folder()))}", language="bash")
    st.markdown("Hoặc xem thử trên kho văn bản mẫu đi kèm:")
    st.code("cuthehoa demo --ui", language="bash")


def _shell_quoted(path: str) -> str:
    return path if path.replace("/", "").replace("-", "").replace("_", "").replace(".", "").isalnum() else f'"{path}"'

"""What the app remembers between two runs of a page: the opened graph, and typed values of the session."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar, cast

import streamlit as st

from graph.generations import live_generation
from graph.query import Graph

GRAPH_VARIABLE = "CUTHEHOA_GRAPH"
DEFAULT_GRAPH = "cuthehoa-graph"

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class SessionValue(Generic[Value]):
    """One value of the visitor's session, under one name and of one type.

    Args:
        name: Its key in Streamlit's session state.
        default: What it is before it was set.
    """

    name: str
    default: Value

    def get(self) -> Value:
        """The value now."""
        return cast(Value, st.session_state.get(self.name, self.default))

    def set(self, value: Value) -> None:
        """Remember another value."""
        st.session_state[self.name] = value


def graph_folder() -> Path:
    """The folder of the graph that the app shows."""
    return Path(os.environ.get(GRAPH_VARIABLE) or DEFAULT_GRAPH)


def open_graph() -> Graph:
    """Open the live generation, once for all visitors; a new build is seen at the next click.

    Raises:
        GraphError: If there is no graph, or it cannot be used.
    """
    folder = graph_folder().absolute()
    live = live_generation(folder).manifest
    return _opened(folder, live.generation, live.checksum)


def source_text(graph: Graph, file: str) -> str:
    """The text of one source, kept in memory: many sentences come from few files."""
    return _source_text(graph.folder, graph.generation, file, graph)


# Two entries: a visitor whose page is being drawn keeps the former generation while another opens the new one.
@st.cache_resource(max_entries=2, show_spinner="Đang mở đồ thị…", on_release=lambda graph: graph.close())
def _opened(folder: Path, generation: int, checksum: str) -> Graph:
    return Graph.open(folder)


@st.cache_resource(max_entries=256, show_spinner=False)
def _source_text(folder: Path, generation: int, file: str, _graph: Graph) -> str:
    return _graph.source(file).text

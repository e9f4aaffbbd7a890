"""Files for graph tools: GraphML (yEd, Cytoscape) and GEXF (Gephi), written by networkx."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from graph.answers import Trace
from graph.content import GraphContent
from graph.view import content_graph, trace_graph

if TYPE_CHECKING:
    import networkx as nx

# XML 1.0, §2.2: what may stand in a document at all. Texts out of word processors hold form feeds and the like.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(content: GraphContent, target: Path) -> None:
    """Write GraphML.

    Source: GraphML specification, http://graphml.graphdrawing.org/specification.html.

    Args:
        content: The graph.
        target: The file.
    """
    import networkx as nx

    # Not write_graphml: that one takes lxml where it is installed, and then writes other bytes.
    nx.write_graphml_xml(_writable(content_graph(content)), target)


def trace_graphml(trace: Trace) -> bytes:
    """Return one cascade in GraphML.

    Args:
        trace: What the query API answered.
    """
    import networkx as nx

    buffer = BytesIO()
    nx.write_graphml_xml(_writable(trace_graph(trace)), buffer)
    return buffer.getvalue()


def write_gexf(content: GraphContent, target: Path) -> None:
    """Write GEXF 1.2, without the day on which it was written: the same graph gives the same file.

    Source: GEXF 1.2 draft primer, https://gexf.net/primer.html.

    Args:
        content: The graph.
        target: The file.
    """
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    graph = _writable(content_graph(content))
    for _, attributes in graph.nodes(data=True):
        attributes["label"] = attributes["name"]
    writer.add_graph(graph)
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    with target.open("wb") as file:
        writer.write(file)


def _writable(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    for _, attributes in graph.nodes(data=True):
        _clean(attributes)
    for *_, attributes in graph.edges(data=True):
        _clean(attributes)
    return graph


def _clean(attributes: dict[str, str | int | float | bool]) -> None:
    for name, value in attributes.items():
        if isinstance(value, str):
            attributes[name] = _NOT_IN_XML.sub("\ufffd", value)

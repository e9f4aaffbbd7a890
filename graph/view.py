"""The graph, or a part of it, in networkx: for algorithms, layouts and GraphML.

Node keys are IRIs, edge keys are statement ids. All attributes are strings, numbers or booleans, and what is not known
is left out, because GraphML and GEXF know no "nothing". Graphs may hold cycles: a plan can carry out what continues it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph.answers import Edge, Entity, Trace
from graph.content import GraphContent
from graph.places.lineage import with_units_of_today
from graph.stores.property_rows import SOURCE, TARGET, Row, edge_row, entity_row, relationship_rows
from ontology.statements import Modality

if TYPE_CHECKING:
    import networkx as nx

Attributes = dict[str, str | int | float | bool]


def trace_graph(trace: Trace) -> nx.MultiDiGraph[str]:
    """Return a trace as a graph, each edge from what carries out to what is carried out.

    Nodes have, besides their properties, ``depth``: how many edges they lie below (positive) or above (negative) the
    root, by the shortest way; two ways down to one document or a cycle give it one depth all the same.

    Args:
        trace: What the query API answered.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in trace.nodes:
        graph.add_node(entity.iri, **_node(entity))
    for edge in trace.edges:
        graph.add_edge(edge.source, edge.target, key=edge.id, **_edge(edge))
    above = nx.single_source_shortest_path_length(graph, trace.root)
    below = nx.single_source_shortest_path_length(graph.reverse(copy=False), trace.root)
    depths = {iri: -distance for iri, distance in above.items()} | below
    nx.set_node_attributes(graph, depths, "depth")
    return graph


def content_graph(content: GraphContent) -> nx.MultiDiGraph[str]:
    """Return a whole graph: every entity, every asserted statement, and who issued and contains what.

    Args:
        content: The graph.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in with_units_of_today(content).entities:
        graph.add_node(entity.iri, **_node(entity))
    edges = {edge.id: edge for edge in content.edges if edge.modality is Modality.ASSERTED}
    for group in relationship_rows(content):
        for row in group.rows:
            identity = str(row["id"])
            attributes = _edge(edges[identity]) if identity in edges else _known(row)
            graph.add_edge(str(row[SOURCE]), str(row[TARGET]), key=identity, **attributes)
    return graph


def _node(entity: Entity) -> Attributes:
    return {"kind": entity.kind.value} | _known(entity_row(entity), without=("iri",))


def _edge(edge: Edge) -> Attributes:
    attributes = _known(edge_row(edge)) | {"evidences": len(edge.evidence)}
    if edge.evidence:
        best = edge.evidence[0]
        attributes |= {
            "file": best.file,
            "start": best.span.start,
            "end": best.span.end,
            "quote": best.quote,
            "rule": best.rule,
        }
        if best.page is not None:
            attributes["page"] = best.page
    return attributes


def _known(row: Row, without: Iterable[str] = (SOURCE, TARGET, "id")) -> Attributes:
    return {name: value for name, value in row.items() if value is not None and name not in without}

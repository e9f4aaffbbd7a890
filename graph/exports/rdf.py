"""RDF files: Turtle for people, N-Quads for loading, JSON-LD for the web.

The plain triples alone say what the entities are and how they stand to each other, without statements and sources.
"""

from collections.abc import Iterator
from pathlib import Path

from graph.content import GraphContent
from graph.stores.rdf_triples import plain_triples, triples
from ontology.vocabulary import PREFIXES, expand

_CLASSES = (
    *("cth:Document", "cth:Organization", "cth:Place", "cth:Person", "cth:Programme", "cth:Source"),
    *("cth:Indicator", "cth:Finding", "rdf:Statement", "oa:Annotation"),
)


def blocks(content: GraphContent, *, plain: bool = False) -> Iterator[str]:
    """Yield what an export writes, in N-Triples.

    Args:
        content: The graph.
        plain: Whether the plain triples alone.
    """
    return plain_triples(content) if plain else triples(content)


def write_turtle(content: GraphContent, target: Path, *, plain: bool = False) -> None:
    """Write Turtle that can be read: prefixes bound, entities before statements before evidence, each sorted.

    Source: W3C RDF 1.1 Turtle. rdflib holds the whole graph in memory: for large graphs N-Quads are the way.

    Args:
        content: The graph.
        target: The file.
        plain: Whether the plain triples alone.
    """
    from rdflib import Graph, URIRef
    from rdflib.plugins.serializers.turtle import TurtleSerializer

    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    graph.parse(data="".join(blocks(content, plain=plain)), format="nt")
    serializer = TurtleSerializer(graph)
    serializer.topClasses = [URIRef(expand(name)) for name in _CLASSES]
    with target.open("wb") as file:
        serializer.serialize(file, encoding="utf-8")


def write_nquads(content: GraphContent, target: Path, *, plain: bool = False) -> None:
    """Write N-Quads, one line for each triple, in the order of the graph.

    The data are in the default graph; the vocabulary goes along in the graph named by its namespace, as in the store.

    Source: W3C RDF 1.1 N-Quads.

    Args:
        content: The graph.
        target: The file.
        plain: Whether the plain triples alone, without the vocabulary: the file is N-Triples as well.
    """
    from graph.stores.rdf_store import vocabulary_quads

    with target.open("wb") as file:
        for block in blocks(content, plain=plain):
            file.write(block.encode())
        if not plain:
            for quad in vocabulary_quads():
                file.write(f"{quad.subject} {quad.predicate} {quad.object} {quad.graph_name} .\n".encode())


def write_jsonld(content: GraphContent, target: Path, *, plain: bool = False) -> None:
    """Write JSON-LD with the prefixes as its context, a line for each node.

    Source: W3C JSON-LD 1.1.

    Args:
        content: The graph.
        target: The file.
        plain: Whether the plain triples alone.
    """
    from graph.stores.rdf_store import quads
    from ontology.json_ld import json_ld

    with target.open("wb") as file:
        file.writelines(json_ld(quad.triple for quad in quads(blocks(content, plain=plain))))

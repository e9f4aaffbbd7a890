"""RDF files: Turtle for people, N-Quads for loading, JSON-LD for the web."""

from pathlib import Path

from graph.content import GraphContent
from graph.stores.rdf_triples import triples
from ontology.vocabulary import PREFIXES, expand

_CLASSES = (
    *("cth:Document", "cth:Organization", "cth:Place", "cth:Person", "cth:Programme", "cth:Source"),
    *("rdf:Statement", "oa:Annotation"),
)


def write_turtle(content: GraphContent, target: Path) -> None:
    """Write Turtle that can be read: prefixes bound, entities before statements before evidence, each sorted.

    Source: W3C RDF 1.1 Turtle. rdflib holds the whole graph in memory: for large graphs N-Quads are the way.

    Args:
        content: The graph.
        target: The file.
    """
    from rdflib import Graph, URIRef
    from rdflib.plugins.serializers.turtle import TurtleSerializer

    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    graph.parse(data="".join(triples(content)), format="nt")
    serializer = TurtleSerializer(graph)
    serializer.topClasses = [URIRef(expand(name)) for name in _CLASSES]
    with target.open("wb") as file:
        serializer.serialize(file, encoding="utf-8")


def write_nquads(content: GraphContent, target: Path) -> None:
    """Write N-Quads, one line for each triple, in the order of the graph.

    Source: W3C RDF 1.1 N-Quads.

    Args:
        content: The graph.
        target: The file.
    """
    from pyoxigraph import RdfFormat, serialize

    from graph.stores.rdf_store import quads

    with target.open("wb") as file:
        serialize(quads(content), file, RdfFormat.N_QUADS)


def write_jsonld(content: GraphContent, target: Path) -> None:
    """Write JSON-LD with the prefixes as its context.

    Source: W3C JSON-LD 1.1.

    Args:
        content: The graph.
        target: The file.
    """
    from pyoxigraph import RdfFormat, serialize

    from graph.stores.rdf_store import quads

    with target.open("wb") as file:
        serialize(quads(content), file, RdfFormat.JSON_LD, prefixes=dict(PREFIXES))

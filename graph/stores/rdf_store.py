"""The SPARQL store: an Oxigraph database on disk, written once and opened read-only ever after."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from graph.content import GraphContent
from graph.stores.rdf_triples import triples
from ontology.vocabulary import NAMESPACE, vocabulary_turtle

# The loader parses and sorts one call's input in memory. Larger calls are faster, up to about this size.
_BATCH_CHARACTERS: Final = 32 * 2**20
_LOADERS: Final = 2


def write(content: GraphContent, path: Path) -> None:
    """Write the graph as a new Oxigraph database: the data in the default graph, the vocabulary in its own graph.

    Args:
        content: The graph.
        path: Folder of the new database; must not exist yet.

    Raises:
        FileExistsError: If ``path`` exists.
        OSError: If the database cannot be written.
    """
    path.mkdir(parents=True)
    store = Store(str(path))

    def load(batch: bytes) -> None:
        # Lenient: rdf_terms has just written these terms and escaped them, so the loader need not check each again.
        store.bulk_load(batch, RdfFormat.N_TRIPLES, lenient=True)

    # Oxigraph lets go of the interpreter while it loads: the next batch is made, and loaded, meanwhile.
    with ThreadPoolExecutor(_LOADERS) as pool:
        pending: deque[Future[None]] = deque()
        for batch in _batches(triples(content)):
            if len(pending) == _LOADERS:
                pending.popleft().result()
            pending.append(pool.submit(load, batch))
        for loading in pending:
            loading.result()
    store.bulk_extend(vocabulary_quads())
    store.flush()


def quads(blocks: Iterator[str]) -> Iterator[Quad]:
    """Yield triples as quads of the default graph.

    Args:
        blocks: N-Triples, in blocks of whole lines.
    """
    for batch in _batches(blocks):
        yield from parse(batch, RdfFormat.N_TRIPLES)


def vocabulary_quads() -> Iterator[Quad]:
    """Yield the vocabulary in the graph that its namespace names."""
    graph = NamedNode(NAMESPACE)
    for quad in parse(vocabulary_turtle(), RdfFormat.TURTLE):
        yield Quad(quad.subject, quad.predicate, quad.object, graph)


def _batches(blocks: Iterator[str]) -> Iterator[bytes]:
    batch: list[str] = []
    size = 0
    for block in blocks:
        batch.append(block)
        size += len(block)
        if size >= _BATCH_CHARACTERS:
            yield "".join(batch).encode()
            batch.clear()
            size = 0
    if batch:
        yield "".join(batch).encode()

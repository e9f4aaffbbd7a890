"""How fast a graph is written and asked, on a generated one, beside networkx in memory in the same run.

    python benchmarks/graph_speed.py [--documents 100000] [--no-stores] [--folder DIR]

The graph is that of ``generated_cascade.py``. Times are wall times; on a machine that others use too, read the
processor times beside them, and the ratios.
"""

import argparse
import datetime as dt
import gc
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeVar

import networkx as nx
from generated_cascade import BASE, generated

from graph import generations
from graph.answers import Direction
from graph.content import GraphContent
from graph.identity.iris import slug
from graph.query import Graph
from graph.stores import property_store, rdf_store, sqlite_store
from ontology.levels import Level
from ui.cli.console import json_text
from ui.rendering import trace_object

__all__ = ["generated"]

QUESTIONS = 300
THREADS = 8

Asked = TypeVar("Asked")
Peer: TypeAlias = float | None


def _seconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


Figures = tuple[float, float, float, float]
"""Milliseconds: median and 95th percentile of wall time, then of processor time."""


def _milliseconds(questions: Sequence[Callable[[], object]]) -> Figures:
    wall, processor = [], []
    for question in questions:
        start, start_processor = time.perf_counter(), time.thread_time()
        question()
        processor.append((time.thread_time() - start_processor) * 1000)
        wall.append((time.perf_counter() - start) * 1000)
    return (*_quantiles(wall), *_quantiles(processor))


def _quantiles(took: list[float]) -> tuple[float, float]:
    took.sort()
    return statistics.median(took), took[int(len(took) * 0.95)]


def _tell(what: str, figures: Figures, beside: float | None = None) -> float:
    """Print one line; the ratio is one of processor times."""
    median, slow, processor, slow_processor = figures
    ratio = f"   {processor / beside:6.1f} × networkx" if beside else ""
    print(
        f"{what:<34} median {median:8.2f} ms   p95 {slow:8.2f} ms"
        f"   (processor {processor:8.2f}, {slow_processor:8.2f}){ratio}",
        flush=True,
    )
    return processor


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else sum(p.stat().st_size for p in path.rglob("*") if p.is_file())


def _write(content: GraphContent, folder: Path, *, all_stores: bool) -> None:
    partial = generations.begin(folder, 1)
    stores: Iterator[tuple[str, Callable[[GraphContent, Path], None]]] = iter(
        [("graph.sqlite", sqlite_store.write)]
        + ([("rdf", rdf_store.write), ("property", property_store.write)] if all_stores else [])
    )
    for name, write in stores:
        seconds = _seconds(lambda write=write, name=name: write(content, partial / name))  # type: ignore[misc]
        print(f"write {name:<36} {seconds:9.2f} s    {_size(partial / name) / 1e6:9.1f} MB")
    projections = ["property", "rdf"] if all_stores else []
    seconds = _seconds(
        lambda: generations.publish(folder, 1, inputs="", extractor="", identity="", base_iri=BASE, counts={},
                                    projections=projections)
    )  # fmt: skip
    print(f"{'checksum, sync, swap':<42} {seconds:9.2f} s")


def _in_memory(content: GraphContent) -> nx.MultiDiGraph:
    view = nx.MultiDiGraph()
    view.add_nodes_from((entity.iri, {"entity": entity}) for entity in content.entities)
    view.add_edges_from((edge.target, edge.source, edge.id, {"edge": edge}) for edge in content.edges)
    return view


def _walk(view: nx.MultiDiGraph, iri: str) -> int:
    """The same answer as a trace down: all nodes and edges with their sentences."""
    nodes = {iri} | nx.descendants(view, iri)
    return len([data["edge"] for _, _, data in view.subgraph(nodes).edges(data=True)]) + len(nodes)


def main() -> None:
    """Generate, write, ask, tell."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--no-stores", action="store_true", help="SQLite alone")
    options.add_argument("--no-peer", action="store_true", help="without networkx, which needs much memory")
    options.add_argument("--folder", type=Path, help="write here instead of a temporary folder")
    chosen = options.parse_args()
    content = generated(chosen.documents)
    print(f"made in memory: {_memory()}")
    print(f"{len(content.entities):,} documents, {len(content.edges):,} edges, Python {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        _write(content, folder, all_stores=not chosen.no_stores)
        print(f"written: {_memory()}")
        view: list[nx.MultiDiGraph] = []
        if not chosen.no_peer:
            print(f"{'load networkx':<42} {_seconds(lambda: view.append(_in_memory(content))):9.2f} s")
        print(f"{'open the graph':<42} {_seconds(lambda: Graph.open(folder).close()) * 1000:9.1f} ms")
        # The content stands here for both sides to be asked about: no process that asks a graph holds it.
        gc.freeze()
        with Graph.open(folder) as graph:
            _ask(graph, view[0] if view else None, content)
    print(_memory())


def _memory() -> str:
    return f"peak memory so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


def _ask(graph: Graph, view: nx.MultiDiGraph | None, content: GraphContent) -> None:
    chance = random.Random(1)  # noqa: S311 - no secret is made here
    of_level = {level: [entity for entity in content.entities if entity.level is level] for level in Level}
    roots = [entity.iri for entity in chance.choices(of_level[Level.CENTRAL], k=min(QUESTIONS, 100))]
    plans = [entity.iri for entity in chance.choices(of_level[Level.DISTRICT], k=QUESTIONS)]
    some = chance.choices(of_level[Level.COMMUNE], k=QUESTIONS)

    def ask(
        what: str, question: Callable[[Asked], object], things: Iterable[Asked], peer: float | None = None
    ) -> float:
        return _tell(what, _milliseconds([partial(question, thing) for thing in things]), peer)

    sizes = statistics.median(len(graph.trace(root).nodes) for root in roots[:20])
    print(f"a whole cascade down has {sizes:.0f} documents (median), each edge with its sentence")
    cascade = plan = None
    if view is not None:
        assert all(  # noqa: S101 - the peer must answer the same question
            _walk(view, root) == len((found := graph.trace(root)).nodes) + len(found.edges) for root in roots[:5]
        )
        cascade = ask("networkx: whole cascade down", partial(_walk, view), roots)
        plan = ask("networkx: one plan down", partial(_walk, view), plans)
    ask("trace: whole cascade down", graph.trace, roots, cascade)
    ask("trace: one plan down", graph.trace, plans, plan)
    ask("trace: a commune's plan up", partial(graph.trace, direction=Direction.UP), [leaf.iri for leaf in some])
    ask("trace: the communes' plans alone", partial(graph.trace, levels=[Level.COMMUNE]), roots)
    ask("trace: as of a day", partial(graph.trace, as_of=dt.date(2030, 1, 1)), roots)
    ask("trace: as JSON text", lambda root: json_text(trace_object(graph.trace(root))), roots)
    _ask_from_threads(graph, roots)
    ask("search: a code", lambda leaf: graph.search(leaf.code or ""), some)
    ask("search: number and type, folded", lambda leaf: graph.search(slug(leaf.name).replace("-", " ")), some)
    ask("search: words of a title", lambda leaf: graph.search((leaf.title or "")[:24]), some)
    ask("search: one common word", graph.search, ["ke hoach"] * 50)
    ask("search: the beginning of a word", graph.search, ["k", "ch", "giai", "nong", "quan l"] * 10)
    ask("resolve a code and a date", lambda leaf: graph.documents(leaf.code or "", leaf.date), some)
    ask("all documents of a code", graph.documents, sorted({leaf.code or "" for leaf in some})[:20])
    ask("entity with its statements", lambda leaf: graph.entity(leaf.iri), some)
    ask("counts", lambda _: graph.counts(), range(20))


def _ask_from_threads(graph: Graph, iris: Sequence[str]) -> None:
    """Traces from several threads at once, on the one graph: how many a second, beside one thread."""
    alone = _seconds(lambda: [graph.trace(iri) for iri in iris])
    with ThreadPoolExecutor(THREADS) as pool:
        together = _seconds(lambda: list(pool.map(graph.trace, iris)))
    one, many = len(iris) / alone, len(iris) / together
    print(f"{'traces a second':<34} {one:8.1f} from one thread, {many:8.1f} from {THREADS}")


if __name__ == "__main__":
    main()

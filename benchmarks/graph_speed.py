"""How fast a graph is written and asked, on a generated one, beside networkx in memory in the same run.

    python benchmarks/graph_speed.py [--documents 100000] [--no-stores] [--folder DIR]

The generated cascade looks like a real one: few central resolutions, each carried out in most provinces, each
provincial programme in most of its districts, each district plan in some communes; every edge has a sentence.
"""

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import networkx as nx

from graph import generations
from graph.answers import Direction, Edge, Entity, EntityKind
from graph.content import GraphContent, SourceContent
from graph.identity.iris import edge_id, slug
from graph.query import Graph
from graph.stores import property_store, rdf_store, sqlite_store
from ontology.dates import PartialDate
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.spans import Span
from ontology.statements import CASCADE, Evidence, Relation

BASE = "https://w3id.org/cuthehoa/id/"
PER_SOURCE = 200
PROVINCES, DISTRICTS, COMMUNES = 60, 8, 4
QUESTIONS = 300
SUBJECTS = ("quản lý, sử dụng đất", "nông nghiệp, nông dân, nông thôn", "kinh tế tập thể", "chuyển đổi số",
            "giảm nghèo bền vững", "tổ chức bộ máy", "hội nhập quốc tế", "công tác dân vận")  # fmt: skip


def generated(documents: int, seed: int = 7) -> GraphContent:
    """Return a cascade of about so many documents; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret is made here
    entities: list[Entity] = []
    pairs: list[tuple[Entity, Entity, Relation]] = []

    def document(number: int, kind: str, code: str, organ: str, level: Level, year: int) -> Entity:
        date = PartialDate(year, chance.randint(1, 12), chance.randint(1, 28))
        title = f"{chance.choice(SUBJECTS)} giai đoạn {year} - {year + 5} (chuyên đề {number})"
        iri = f"{BASE}document/{slug(organ)}/{slug(code)}/{date}-{number}"
        made = Entity(iri, EntityKind.DOCUMENT, f"{kind} {code}", code, kind, date, level, organ, title=title)
        entities.append(made)
        return made

    number = 0
    while len(entities) < documents:
        number += 1
        year = 2000 + number % 25
        top = document(number, "Nghị quyết", f"{number % 60 + 1}-NQ/TW", "Trung ương Đảng", Level.CENTRAL, year)
        for province in range(PROVINCES):
            if chance.random() < 0.3 or len(entities) >= documents:
                continue
            code = f"{chance.randint(1, 240)}-CTr/TU"
            middle = document(number, "Chương trình", code, f"Tỉnh ủy số {province}", Level.PROVINCE, year)
            pairs.append((middle, top, Relation.IMPLEMENTS))
            for district in range(DISTRICTS):
                if chance.random() < 0.4 or len(entities) >= documents:
                    continue
                code = f"{chance.randint(1, 300)}-KH/HU"
                plan = document(number, "Kế hoạch", code, f"Huyện ủy số {province}.{district}", Level.DISTRICT, year)
                pairs.append((plan, middle, Relation.CONCRETIZES))
                for commune in range(COMMUNES):
                    if chance.random() < 0.5 and len(entities) < documents:
                        organ = f"Đảng ủy xã số {province}.{district}.{commune}"
                        leaf = document(number, "Kế hoạch", f"{commune + 1}-KH/ĐU", organ, Level.COMMUNE, year)
                        pairs.append((leaf, plan, Relation.CONCRETIZES))
    edges, sources = _stated(pairs)
    return GraphContent(
        BASE,
        tuple(sorted(entities, key=lambda entity: entity.iri)),
        tuple(sorted(edges, key=lambda edge: edge.id)),
        (),
        tuple(sources),
    )


def _stated(pairs: Sequence[tuple[Entity, Entity, Relation]]) -> tuple[list[Edge], list[SourceContent]]:
    edges: list[Edge] = []
    sources: list[SourceContent] = []
    for start in range(0, len(pairs), PER_SOURCE):
        file, text = f"bao-cao-{start // PER_SOURCE:05}.txt", ""
        sha256 = f"{start:064}"
        for head, tail, relation in pairs[start : start + PER_SOURCE]:
            quote = f"{head.name} ngày {head.date} để cụ thể hóa {tail.name} ngày {tail.date} về “{tail.title}”."
            evidence = Evidence(file, sha256, Span(len(text), len(text) + len(quote)), quote, "cu-the-hoa", 0.97)
            text += quote + "\n"
            key = edge_id(head.iri, relation, tail.iri, None, None)
            edges.append(Edge(key, head.iri, tail.iri, relation, 0.97, False, (evidence,)))
        sources.append(SourceContent(file, sha256, "utf-8", text, Letterhead(), pairs[start][0].iri, ()))
    return edges, sources


def _seconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def _milliseconds(questions: Sequence[Callable[[], object]]) -> tuple[float, float]:
    """Median and 95th percentile."""
    took = sorted(_seconds(question) * 1000 for question in questions)
    return statistics.median(took), took[int(len(took) * 0.95)]


def _tell(what: str, figures: tuple[float, float], beside: float | None = None) -> float:
    ratio = f"   {figures[0] / beside:6.1f} × networkx" if beside else ""
    print(f"{what:<42} median {figures[0]:9.3f} ms   p95 {figures[1]:9.3f} ms{ratio}")
    return figures[0]


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
    options.add_argument("--folder", type=Path, help="write here instead of a temporary folder")
    chosen = options.parse_args()
    content = generated(chosen.documents)
    print(f"{len(content.entities):,} documents, {len(content.edges):,} edges, Python {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        _write(content, folder, all_stores=not chosen.no_stores)
        view: list[nx.MultiDiGraph] = []
        print(f"{'load networkx':<42} {_seconds(lambda: view.append(_in_memory(content))):9.2f} s")
        print(f"{'open the graph':<42} {_seconds(lambda: Graph.open(folder).close()) * 1000:9.1f} ms")
        with Graph.open(folder) as graph:
            _ask(graph, view[0], content)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _ask(graph: Graph, view: nx.MultiDiGraph, content: GraphContent) -> None:
    chance = random.Random(1)  # noqa: S311 - no secret is made here
    tops = [entity for entity in content.entities if entity.level is Level.CENTRAL]
    leaves = [entity for entity in content.entities if entity.level is Level.COMMUNE]
    roots = chance.choices(tops, k=min(QUESTIONS, 100))
    some = chance.choices(leaves, k=QUESTIONS)
    assert all(  # noqa: S101 - the peer must answer the same question
        _walk(view, root.iri) == len((found := graph.trace(root.iri)).nodes) + len(found.edges) for root in roots[:5]
    )
    sizes = statistics.median(len(graph.trace(root.iri).nodes) for root in roots[:20])
    print(f"a whole cascade down has {sizes:.0f} documents (median), each edge with its sentence")
    peer = _tell("networkx: whole cascade down", _milliseconds([lambda r=r: _walk(view, r.iri) for r in roots]))  # type: ignore[misc]
    _tell("trace: whole cascade down",
          _milliseconds([lambda r=r: graph.trace(r.iri) for r in roots]), peer)  # type: ignore[misc]  # fmt: skip
    plans = chance.choices([e for e in content.entities if e.level is Level.DISTRICT], k=QUESTIONS)
    peer = _tell("networkx: one plan down", _milliseconds([lambda p=p: _walk(view, p.iri) for p in plans]))  # type: ignore[misc]
    _tell("trace: one plan down",
          _milliseconds([lambda p=p: graph.trace(p.iri) for p in plans]), peer)  # type: ignore[misc]  # fmt: skip
    _tell("trace: a commune's plan up",
          _milliseconds([lambda e=e: graph.trace(e.iri, direction=Direction.UP, relations=CASCADE) for e in some]))  # type: ignore[misc]  # fmt: skip
    _tell("search: a code", _milliseconds([lambda e=e: graph.search(e.code or "") for e in some]))  # type: ignore[misc]
    _tell("search: number and type, folded",
          _milliseconds([lambda e=e: graph.search(slug(e.name).replace("-", " ")) for e in some]))  # type: ignore[misc]  # fmt: skip
    _tell("search: words of a title", _milliseconds([lambda e=e: graph.search((e.title or "")[:24]) for e in some]))  # type: ignore[misc]
    _tell("search: one common word", _milliseconds([lambda: graph.search("ke hoach")] * 50))
    _tell("resolve a code", _milliseconds([lambda e=e: graph.documents(e.code or "", e.date) for e in some]))  # type: ignore[misc]
    _tell("entity with its statements", _milliseconds([lambda e=e: graph.entity(e.iri) for e in some]))  # type: ignore[misc]
    _tell("counts", _milliseconds([graph.counts] * 20))


if __name__ == "__main__":
    main()

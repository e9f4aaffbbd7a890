"""How fast the answers over a whole graph are, on a generated one, beside networkx in memory in the same run.

    python benchmarks/answer_speed.py [--documents 100000] [--folder DIR]

The cascade is that of ``graph_speed.py``, with bodies and places: provinces, districts and communes whose Party
committees issued the plans, and a tenth of the plans held; the sources name them, every fiftieth citation is open,
and a fifth as many statements say which programme takes part in which commune.
"""

import argparse
import gc
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import networkx as nx
from graph_speed import BASE, generated

from graph import generations
from graph.answers import Entity, EntityKind, MarkedMention
from graph.cascade.delay_values import DelayGrouping
from graph.cascade.delays import DelayQuestion
from graph.content import GraphContent
from graph.coverage.answer import CoverageQuestion
from graph.coverage.values import CellState
from graph.identity.iris import edge_id
from graph.places.units import iri_of
from graph.query import Graph
from graph.stores import sqlite_store
from ontology.levels import Level
from ontology.mentions import EntityLabel
from ontology.statements import Relation
from ontology.units import all_units, parents_of

QUESTIONS = 20
MANY = 50
_LEVELS = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
_UNIT_WORDS = ("tỉnh", "huyện", "xã")
_COMMITTEES = ("Tỉnh ủy {}", "Huyện ủy {}", "Đảng ủy xã {}")


def with_units(content: GraphContent, seed: int = 3) -> GraphContent:
    """Give every body of a generated graph a unit; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret is made here
    entities: dict[str, Entity] = {}
    for entity in content.entities:
        numbers = (entity.issuer or "").rpartition(" ")[2].split(".")
        if entity.level is Level.CENTRAL or not numbers[0].isdecimal():
            issuer = f"{BASE}organization/trung-uong/trung-uong-dang"
            entities[entity.iri] = replace(entity, issuer_iri=issuer)
            continue
        names = [f"P{'-'.join(numbers[: depth + 1])}" for depth in range(len(numbers))]
        path = [f"{('tinh', 'huyen', 'xa')[depth]}-{name.lower()}" for depth, name in enumerate(names)]
        depth = len(numbers) - 1
        for level in range(depth + 1):
            place = f"{BASE}place/{'/'.join(path[: level + 1])}"
            around = [f"{_UNIT_WORDS[outer]} {names[outer]}" for outer in range(level - 1, -1, -1)]
            entities.setdefault(
                place,
                Entity(place, EntityKind.PLACE, f"{_UNIT_WORDS[level]} {names[level]}", level=_LEVELS[level],
                       place=", ".join(around) or None),
            )  # fmt: skip
        issuer = f"{BASE}organization/{'/'.join(path)}/cap-uy"
        entities[entity.iri] = replace(
            entity, issuer_iri=issuer, issuer=_COMMITTEES[depth].format(names[depth]), held=chance.random() < 0.1
        )
    return replace(content, entities=tuple(entities[iri] for iri in sorted(entities)))


def with_questions(content: GraphContent) -> GraphContent:
    """Let the sources name the documents, leave some citations open, and say which programmes are in which communes."""
    entities = {entity.iri: entity for entity in content.entities}
    edges, named = list(content.edges), defaultdict[str, list[MarkedMention]](list)
    for number, edge in enumerate(content.edges):
        (said,) = edge.evidence
        cited = entities[edge.target]
        if number % 50 == 0:
            key = f"{cited.iri}/undated-{number}"
            meant = (cited.iri, content.edges[number - 1].target)
            cited = replace(cited, iri=key, date=None, held=False, open=True, candidates=tuple(sorted(set(meant))))
            entities[key] = cited
            statement = edge_id(edge.source, edge.relation, key, None, None)
            edges[number] = replace(edge, target=key, open=True, id=statement)
        for end in (entities[edge.source], cited):
            named[said.file].append(MarkedMention(said.span, EntityLabel.DOC, end.name, end.iri, end.open))
    communes = [unit for unit in all_units() if unit.level is Level.COMMUNE]
    for number, edge in enumerate(content.edges[: len(content.edges) // 5]):
        programme = Entity(f"{BASE}programme/p{number % 20}", EntityKind.PROGRAMME, f"chương trình {number % 20}")
        unit = communes[number % len(communes)]
        around = ", ".join(outer.full_name for outer in parents_of(unit))
        place = Entity(iri_of(unit, BASE), EntityKind.PLACE, unit.full_name, level=unit.level, place=around)
        entities.setdefault(programme.iri, programme)
        entities.setdefault(place.iri, place)
        key = edge_id(programme.iri, Relation.COVERS, place.iri, None, None)
        edges.append(replace(edge, id=key, source=programme.iri, target=place.iri, relation=Relation.COVERS))
    return replace(
        content,
        entities=tuple(entities[iri] for iri in sorted(entities)),
        edges=tuple({edge.id: edge for edge in sorted(edges, key=lambda edge: edge.id)}.values()),
        sources=tuple(replace(source, mentions=tuple(named[source.file])) for source in content.sources),
    )


def milliseconds(questions: Iterable[Callable[[], object]]) -> tuple[float, float]:
    """Ask each question once and return the median and the slowest."""
    took = []
    for question in questions:
        start = time.process_time()  # other work on the machine does not count
        question()
        took.append((time.process_time() - start) * 1000)
    return statistics.median(took), max(took)


def tell(what: str, figures: tuple[float, float], beside: float | None = None) -> float:
    """Print a figure and return its median."""
    ratio = f"   {figures[0] / beside:6.1f} × networkx" if beside else ""
    print(f"{what:<60} median {figures[0]:9.2f} ms   most {figures[1]:9.2f} ms{ratio}")
    return figures[0]


class Peer:
    """The same questions, asked of networkx with everything in memory."""

    def __init__(self, content: GraphContent) -> None:
        self.view = nx.MultiDiGraph()
        self.view.add_nodes_from((entity.iri, {"entity": entity}) for entity in content.entities)
        self.view.add_edges_from((edge.target, edge.source, edge.id, {"edge": edge}) for edge in content.edges)

    def coverage(self, roots: Sequence[str], level: Level) -> dict[tuple[str, str], bool]:
        """Return, for each document and body of a level that has a plan, whether one is held, with its way."""
        found: dict[tuple[str, str], bool] = {}
        ways = []
        for root in roots:
            for node, way in nx.single_source_shortest_path(self.view, root).items():
                entity = self.view.nodes[node]["entity"]
                if node != root and entity.level is level:
                    key = (root, entity.issuer_iri)
                    found[key] = found.get(key, False) or entity.held
                    ways.append([self.view.get_edge_data(a, b) for a, b in pairwise(way)])
        return found

    def delays(self) -> float:
        """Return the median of all days between what carries out and what is carried out."""
        nodes = self.view.nodes
        days = [
            (nodes[low]["entity"].date.first_day - nodes[high]["entity"].date.first_day).days
            for high, low in self.view.edges()
        ]
        return statistics.median(passed for passed in days if passed >= 0)

    def compare(self, first: str, second: str) -> tuple[int, int, int]:
        """Return how many documents carry out both, the first alone, the second alone."""
        one, two = nx.descendants(self.view, first), nx.descendants(self.view, second)
        edges = [self.view.subgraph({first, second} | one | two).edges(data=True)]
        return (len(one & two), len(one - two), len(two - one)) if edges else (0, 0, 0)


def main() -> None:
    """Generate, write, ask, tell."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--folder", type=Path, help="write here instead of a temporary folder")
    chosen = options.parse_args()
    content = with_units(generated(chosen.documents))
    print(f"{len(content.entities):,} entities, {len(content.edges):,} edges, Python {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        partial = generations.begin(folder, 1)
        sqlite_store.write(content, partial / "graph.sqlite")
        generations.publish(folder, 1, inputs="", extractor="", identity="", base_iri=BASE, counts={}, projections=[])
        peer = Peer(content)
        # What this script itself holds in memory is not for the garbage collector to walk while it measures.
        gc.collect()
        gc.freeze()
        with Graph.open(folder) as graph:
            ask(graph, peer, content)
        # Open citations and programmes would change what both are asked above: a graph of its own.
        questions = with_questions(content)
        partial = generations.begin(folder, 2)
        sqlite_store.write(questions, partial / "graph.sqlite")
        generations.publish(folder, 2, inputs="", extractor="", identity="", base_iri=BASE, counts={}, projections=[])
        gc.collect()
        gc.freeze()
        with Graph.open(folder) as graph:
            ask_what_to_do(graph)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def ask(graph: Graph, peer: Peer, content: GraphContent) -> None:
    """Ask everything of both."""
    chance = random.Random(1)  # noqa: S311 - no secret is made here
    tops = [e.iri for e in content.entities if e.kind is EntityKind.DOCUMENT and e.level is Level.CENTRAL]
    middles = [e.iri for e in content.entities if e.kind is EntityKind.DOCUMENT and e.level is Level.PROVINCE]
    one = chance.choices(tops, k=QUESTIONS)
    many = tuple(chance.sample(tops, k=min(MANY, len(tops))))
    graph.coverage(CoverageQuestion((tops[0],), within="tỉnh P1"))  # reads the tables of units
    agree(graph, peer, many)
    for level in _LEVELS:
        beside = tell(
            f"networkx: coverage of one document, {level.value}",
            milliseconds(lambda r=r, level=level: peer.coverage([r], level) for r in one),  # type: ignore[misc]
        )
        asked = [CoverageQuestion((root,), units=level) for root in one]
        tell(
            f"coverage of one document, {level.value}",
            milliseconds(lambda q=q: graph.coverage(q) for q in asked),  # type: ignore[misc]
            beside,
        )
    beside = tell(f"networkx: coverage of {len(many)} documents, province",
                  milliseconds([lambda: peer.coverage(many, Level.PROVINCE)] * 3))  # fmt: skip
    tell(f"coverage of {len(many)} documents, province",
         milliseconds([lambda: graph.coverage(CoverageQuestion(many))] * 3), beside)  # fmt: skip
    tell("coverage of all central documents, province", milliseconds([lambda: graph.coverage()] * 3))
    tell("coverage of one document as of a day",
         milliseconds(lambda r=r: graph.coverage(CoverageQuestion((r,), as_of=date(2025, 12, 1))) for r in one))  # type: ignore[misc]  # fmt: skip
    beside = tell("networkx: delays over all", milliseconds([peer.delays] * 3))
    tell("delays over all", milliseconds([graph.delays] * 3), beside)
    for by in DelayGrouping:
        tell(f"delays over all by {by.value}", milliseconds([lambda by=by: graph.delays(DelayQuestion(by=by))] * 2))  # type: ignore[misc]  # fmt: skip
    tell("delays below one document", milliseconds(lambda r=r: graph.delays(DelayQuestion(r)) for r in one))  # type: ignore[misc]
    for what, some in (("central documents", tops), ("programmes", middles)):
        pairs = [(chance.choice(some), chance.choice(some)) for _ in range(QUESTIONS)]
        beside = tell(f"networkx: compare two {what}", milliseconds(lambda p=p: peer.compare(*p) for p in pairs))  # type: ignore[misc]
        tell(f"compare two {what}", milliseconds(lambda p=p: graph.compare(*p) for p in pairs), beside)  # type: ignore[misc]


def ask_what_to_do(graph: Graph) -> None:
    """Ask what is missing, what is open, and for programmes by units; no peer has such questions."""
    print(f"{graph.missing(limit=1).total:,} missing, {graph.open_citations(limit=1).total:,} open")
    tell("missing: the first 50", milliseconds([lambda: graph.missing(limit=50)] * 3))
    tell("missing: all of them", milliseconds([graph.missing] * 2))
    tell("missing: the first 50 as of a day",
         milliseconds([lambda: graph.missing(limit=50, as_of=date(2015, 12, 1))] * 2))  # fmt: skip
    tell("open: the first 50", milliseconds([lambda: graph.open_citations(limit=50)] * 3))
    tell("open: all of them", milliseconds([graph.open_citations] * 2))
    tell("findings", milliseconds([graph.findings] * 2))
    for level in (Level.PROVINCE, Level.COMMUNE):
        found = graph.roll_up(level)
        tell(f"roll-up of {found.statements:,} statements by {level.value}",
             milliseconds([lambda level=level: graph.roll_up(level)] * 3))  # type: ignore[misc]  # fmt: skip


def agree(graph: Graph, peer: Peer, roots: Sequence[str]) -> None:
    """Make sure that both answer the same questions."""
    states: defaultdict[bool, int] = defaultdict(int)
    for row in graph.coverage(CoverageQuestion(tuple(roots))).cells:
        for cell in row:
            if cell.state.covered:
                states[cell.state is CellState.OWN] += 1
    found = list(peer.coverage(roots, Level.PROVINCE).values())
    assert (states[True], states[False]) == (found.count(True), found.count(False))  # noqa: S101
    steps = graph.delays().steps
    assert steps is not None  # noqa: S101
    assert steps.median == peer.delays()  # noqa: S101
    first, second = roots[0], roots[-1]
    plans = graph.compare(first, second).plans
    sizes = (len(plans.common), len(plans.only_first), len(plans.only_second))
    assert sizes == peer.compare(first, second)  # noqa: S101


if __name__ == "__main__":
    main()

"""A trace laid out for reading: as the rows of a tree, and as a picture."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.answers import Direction, Edge, Entity, Trace
from ontology.levels import Level
from ui.parts.entries import entity_entry
from ui.parts.outline import Row, entity_row, with_note
from ui.wording import RELATION_VERBS

_Neighbours = Mapping[str, Mapping[str, Sequence[Edge]]]

_FILLS = {
    Level.CENTRAL: ("#f6dedb", "#a8322a"),
    Level.PROVINCE: ("#fbe9cd", "#b26a00"),
    Level.DISTRICT: ("#d8eeeb", "#1d7a72"),
    Level.COMMUNE: ("#dde6f8", "#3a5fb0"),
    None: ("#eceded", "#7a7f87"),
}
"""Fill and frame of a node for each level: light enough for dark letters on a page of either theme."""


def tree_rows(trace: Trace, direction: Direction, candidates: Callable[[str], Entity]) -> Iterator[Row]:
    """The trace as a tree, depth first.

    A document that several ways lead to is unfolded once, at the first; elsewhere it stands as a bare row that says
    so. So a cycle ends as well.

    Args:
        trace: What to show.
        direction: ``DOWN``: rows carry out what stands above them; ``UP``: they are carried out by it.
        candidates: Finds a document by its IRI, for undecided citations.
    """
    nodes = {node.iri: node for node in trace.nodes}
    neighbours = _neighbours(trace, direction)
    unfolded = {trace.root}

    def below(iri: str, depth: int) -> list[tuple[str, Sequence[Edge], int]]:
        """What hangs below a document, the last first."""
        links = neighbours.get(iri, {})
        order = sorted(links, key=lambda iri: (not links[iri], _reading_order(nodes[iri], direction)), reverse=True)
        return [(iri, links[iri], depth) for iri in order]

    yield replace(entity_row(nodes[trace.root], ()), link=None, detail="")
    # A stack and no recursion: a chain of documents may be longer than Python's own stack.
    waiting = below(trace.root, 1)
    while waiting:
        iri, edges, depth = waiting.pop()
        row = entity_row(nodes[iri], edges, depth=depth, passive=direction is Direction.UP)
        row = replace(row, candidates=tuple(entity_entry(candidates(other)) for other in nodes[iri].candidates))
        if not edges:
            row = with_note(row, "lời dẫn có thể chỉ văn bản ở trên")
        if iri in unfolded:
            yield with_note(row, "đã nêu ở dòng khác")
            continue
        unfolded.add(iri)
        yield row
        waiting += below(iri, depth + 1)


def picture(trace: Trace) -> str:
    """The trace as a drawing in Graphviz' language, from what is carried out on the left to what carries out.

    Args:
        trace: What to draw.
    """
    nodes = {node.iri: node for node in trace.nodes}
    names = {iri: f"n{index}" for index, iri in enumerate(nodes)}
    lines = [
        "digraph {",
        'rankdir=RL; bgcolor="transparent"; nodesep=0.14; ranksep=0.6; margin=0.05;',
        'node [shape=box, style="filled,rounded", fontname="Helvetica,Arial,sans-serif", fontsize=11, '
        'margin="0.14,0.06", fontcolor="#1f2328", penwidth=1];',
        'edge [color="#8a8f98", fontcolor="#8a8f98", fontname="Helvetica,Arial,sans-serif", fontsize=9, '
        "arrowsize=0.6];",
    ]
    for iri, node in nodes.items():
        fill, frame = _FILLS[node.level]
        style = "filled,rounded" if node.held or node.iri == trace.root else "filled,rounded,dashed"
        width = 2.2 if iri == trace.root else 1
        lines.append(
            f"{names[iri]} [label={_quoted(*_label(node))}, "
            f'fillcolor="{fill}", color="{frame}", style="{style}", penwidth={width}];'
        )
    for (source, target), edges in _between(trace).items():
        verbs = ", ".join(dict.fromkeys(RELATION_VERBS[edge.relation] for edge in edges))
        span = _columns(nodes[source], nodes[target])
        lines.append(f"{names[source]} -> {names[target]} [label={_quoted(verbs)}, minlen={span}];")
    lines += [
        f'{names[unclear]} -> {names[candidate]} [label="có thể là", style=dashed, arrowhead=empty];'
        for candidate, unclear in _perhaps(trace)
    ]
    return "\n".join([*lines, "}"])


def _neighbours(trace: Trace, direction: Direction) -> _Neighbours:
    found: dict[str, dict[str, list[Edge]]] = defaultdict(lambda: defaultdict(list))
    for edge in trace.edges:
        above, below = (edge.target, edge.source) if direction is Direction.DOWN else (edge.source, edge.target)
        found[above][below].append(edge)
    for candidate, unclear in _perhaps(trace):
        if direction is Direction.DOWN:
            found[candidate][unclear] = []
    return found


def _perhaps(trace: Trace) -> Iterator[tuple[str, str]]:
    """Pairs of a document and an undecided citation that could mean it: no edge joins them, and none is due."""
    shown = {node.iri for node in trace.nodes}
    for node in trace.nodes:
        for candidate in node.candidates:
            if candidate in shown:
                yield candidate, node.iri


def _between(trace: Trace) -> Mapping[tuple[str, str], Sequence[Edge]]:
    found: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in trace.edges:
        found[edge.source, edge.target].append(edge)
    return found


def _reading_order(node: Entity, direction: Direction) -> tuple[int, str, str, str]:
    # The level nearest to the row above comes first: so a commune's plan unfolds below its district's plan, and the
    # mention of it directly below the central resolution is the one that refers there.
    rank = node.level.rank if node.level else len(Level)
    if direction is Direction.UP:
        rank = -rank
    return (rank, str(node.date or "9999"), node.code or "", node.iri)


def _columns(source: Entity, target: Entity) -> int:
    """How many columns an arrow spans: a branch that skips a level leaves that level's column empty."""
    if source.level is None or target.level is None:
        return 1
    return max(1, source.level.rank - target.level.rank)


def _label(node: Entity) -> tuple[str, str]:
    date = f" ({node.date.vietnamese})" if node.date else ""
    return (node.code or node.name) + date, node.issuer or ""


def _quoted(*lines: str) -> str:
    """Lines of text as one string of Graphviz' language."""
    escaped = (" ".join(line.split()).replace("\\", "\\\\").replace('"', '\\"') for line in lines if line)
    return '"' + "\\n".join(escaped) + '"'

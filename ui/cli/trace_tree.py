"""A trace as an indented tree of plain text, every edge with the sentence that states it."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from graph.answers import Direction, Edge, Entity, Trace, TraceNarrowing
from ontology.statements import Evidence
from ui.cli.console import plain, wrap
from ui.wording import RELATION_VERBS, decimal, note, title, where_words

ABOVE = "đã nêu ở trên"
ON_THE_WAY = "trên đường đi"

_Links: TypeAlias = defaultdict[str, list[tuple[Edge | None, Entity]]]
"""What hangs above or below each document: the edge, or ``None`` for an open citation that may mean it."""


def trace_lines(trace: Trace, direction: Direction, lookup: Callable[[str], Entity]) -> list[str]:
    """Lay out a trace.

    Args:
        trace: What was found.
        direction: Which way it was asked for; both ways give two trees.
        lookup: Gives the entity of an IRI, for the candidates of an open citation, which a trace does not hold.

    Returns:
        Lines without line ends.
    """
    tree = _Tree(trace, lookup)
    root = tree.nodes[trace.root]
    lines = [f"{title(root)} · {note(root)}", *tree.candidate_lines(root, "  ")]
    ways = [way for way in (Direction.UP, Direction.DOWN) if direction in (way, Direction.BOTH)]
    for way in ways:
        branches = list(tree.branches(trace.root, way))
        if direction is Direction.BOTH:
            lines += ["", "Văn bản cấp trên:" if way is Direction.UP else "Văn bản triển khai:"]
        lines += branches or [_nothing(way, trace.narrowing)]
    return lines + narrowing_lines(trace.narrowing)


def narrowing_lines(narrowing: TraceNarrowing | None) -> list[str]:
    """What a trace that shows only a part leaves unsaid, below the tree."""
    if narrowing is None:
        return []
    passed = len(narrowing.on_the_way)
    told = [
        (passed, f"{passed} văn bản ghi “{ON_THE_WAY}” không thuộc phần đã hỏi, chỉ nêu để thấy mạch triển khai."),
        (narrowing.unclear, f"{narrowing.unclear} văn bản không nêu vì chưa rõ cấp hoặc ngày ban hành."),
        (narrowing.undated, f"{narrowing.undated} văn bản được nêu mà không rõ ngày ban hành."),
        (narrowing.goes_on, "Còn văn bản ở xa hơn số bước đã chọn."),
    ]
    lines = [line for count, line in told if count]
    return ["", *lines] if lines else []


def evidence_lines(evidence: Evidence, indent: str) -> list[str]:
    """One sentence, wrapped, and where it stands."""
    return [
        *wrap(f"“{plain(evidence.quote)}”", first=indent, rest=indent + " "),
        f"{indent}({_where(evidence)})",
    ]


def _where(evidence: Evidence) -> str:
    return where_words(evidence.file, evidence.span, evidence.page)


@dataclass(slots=True)
class _Tree:
    trace: Trace
    lookup: Callable[[str], Entity]
    nodes: dict[str, Entity] = field(init=False)
    _above: _Links = field(init=False)
    _below: _Links = field(init=False)
    _on_the_way: frozenset[str] = field(init=False)
    _shown: set[tuple[str, int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.nodes = {entity.iri: entity for entity in self.trace.nodes}
        self._above, self._below = defaultdict(list), defaultdict(list)
        narrowing = self.trace.narrowing
        self._on_the_way = narrowing.on_the_way if narrowing else frozenset()
        for edge in self.trace.edges:
            self._above[edge.source].append((edge, self.nodes[edge.target]))
            self._below[edge.target].append((edge, self.nodes[edge.source]))
        # Downward also the open citations that may mean a node hang below it.
        for node in self.trace.nodes:
            for iri in node.candidates:
                if iri in self.nodes and iri != node.iri:
                    self._below[iri].append((None, node))

    def branches(self, root: str, way: Direction) -> Iterator[str]:
        """Lines below the root, depth first. A document that is met again is named, but not laid out again."""
        links = self._above if way is Direction.UP else self._below
        opened = {root}
        # A stack and no recursion: a chain of documents may be longer than Python's own stack.
        waiting = [(link, "", place == 0) for place, link in enumerate(reversed(links.get(root, ())))]
        while waiting:
            (edge, other), indent, last = waiting.pop()
            again = other.iri in opened
            opened.add(other.iri)
            further = () if again else links.get(other.iri, ())
            below = indent + ("   " if last else "│  ")
            inner = below + ("│  " if further else "   ")
            marks = [note(other)]
            marks += [f"({ON_THE_WAY})"] if other.iri in self._on_the_way else []
            marks += [f"({ABOVE})"] if again else []
            first = indent + ("└─ " if last else "├─ ")
            yield from wrap(f"{title(other)} · {' '.join(marks)}", first=first, rest=inner)
            if edge:
                yield inner + self._reading(edge, way)
                yield from self._sentence(edge, inner)
            if not again:
                yield from self.candidate_lines(other, inner)
            waiting += [(link, below, place == 0) for place, link in enumerate(reversed(further))]

    def candidate_lines(self, entity: Entity, indent: str) -> Iterator[str]:
        """What an open citation could be."""
        if entity.open and entity.candidates:
            yield indent + "viện dẫn này có thể là:"
            for iri in entity.candidates:
                yield f"{indent}  - {title(self.lookup(iri))}"

    def _short(self, iri: str) -> str:
        entity = self.nodes[iri]
        return entity.code or entity.name

    def _reading(self, edge: Edge, way: Direction) -> str:
        verb = RELATION_VERBS[edge.relation]
        if way is Direction.UP:
            return f"→ được {self._short(edge.source)} {verb} · độ tin cậy {decimal(edge.confidence)}"
        return f"→ {verb} {self._short(edge.target)} · độ tin cậy {decimal(edge.confidence)}"

    def _sentence(self, edge: Edge, indent: str) -> Iterator[str]:
        if not edge.evidence:
            return
        best = edge.evidence[0]
        key = (best.file, best.span.start, best.span.end)
        if key in self._shown:
            yield f"{indent}(câu {ABOVE}: {_where(best)})"
        else:
            self._shown.add(key)
            yield from evidence_lines(best, indent)
        if more := len(edge.evidence) - 1:
            yield f"{indent}(và {more} câu khác)"


def _nothing(way: Direction, narrowing: TraceNarrowing | None) -> str:
    if narrowing is not None:
        return "└─ Không có văn bản nào như đã hỏi."
    if way is Direction.UP:
        return "└─ Chưa thấy văn bản này triển khai văn bản nào."
    return "└─ Chưa thấy văn bản nào triển khai văn bản này."

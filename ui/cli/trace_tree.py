"""A trace as an indented tree of plain text, every edge with the sentence that states it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from graph.answers import Direction, Edge, Entity, Trace
from ontology.statements import Evidence
from ui.cli.console import plain, wrap
from ui.wording import RELATION_VERBS, decimal

HELD = "có văn bản"
CITED = "chỉ được dẫn"
ABOVE = "đã nêu ở trên"


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
        branches = list(tree.branches(trace.root, way, "", {trace.root}))
        if direction is Direction.BOTH:
            lines += ["", "Văn bản cấp trên:" if way is Direction.UP else "Văn bản triển khai:"]
        lines += branches or [_nothing(way)]
    return lines


def title(entity: Entity) -> str:
    """A document on one line: name, date, who issued it."""
    date = f" ({entity.date.vietnamese})" if entity.date else " (không rõ ngày)"
    return entity.name + date + (f", {entity.issuer}" if entity.issuer else "")


def note(entity: Entity) -> str:
    """Whether the graph holds the text, only knows of the document, or does not know which one is meant."""
    if entity.open:
        return "chưa rõ là văn bản nào"
    return HELD if entity.held else CITED


def evidence_lines(evidence: Evidence, indent: str) -> list[str]:
    """One sentence, wrapped, and where it stands."""
    return [
        *wrap(f"“{plain(evidence.quote)}”", first=indent, rest=indent + " "),
        f"{indent}({place(evidence)})",
    ]


def place(evidence: Evidence) -> str:
    """Where a sentence stands: file, page where there are pages, characters."""
    page = "" if evidence.page is None else f"trang {evidence.page}, "
    return f"{evidence.file}, {page}ký tự {evidence.span.start}–{evidence.span.end}"


@dataclass(slots=True)
class _Tree:
    trace: Trace
    lookup: Callable[[str], Entity]
    nodes: dict[str, Entity] = field(init=False)
    _shown: set[tuple[str, int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.nodes = {entity.iri: entity for entity in self.trace.nodes}

    def branches(self, iri: str, way: Direction, indent: str, opened: set[str]) -> Iterator[str]:
        """Lines below one node.

        Args:
            iri: The node.
            way: ``UP`` or ``DOWN``.
            indent: What each line begins with.
            opened: Nodes whose own branches were laid out already; grows. A cascade may meet a document twice.
        """
        links = self._links(iri, way)
        for number, (edge, other) in enumerate(links):
            last = number == len(links) - 1
            again = other.iri in opened
            opened.add(other.iri)
            below = indent + ("   " if last else "│  ")
            leaf = again or not self._links(other.iri, way)
            inner = below + ("   " if leaf else "│  ")
            marks = note(other) + (f" ({ABOVE})" if again else "")
            yield from wrap(f"{title(other)} · {marks}", first=indent + ("└─ " if last else "├─ "), rest=inner)
            if edge:
                yield inner + self._reading(edge, way)
                yield from self._sentence(edge, inner)
            if not again:
                yield from self.candidate_lines(other, inner)
                yield from self.branches(other.iri, way, below, opened)

    def candidate_lines(self, entity: Entity, indent: str) -> Iterator[str]:
        """What an open citation could be."""
        if entity.open and entity.candidates:
            yield indent + "viện dẫn này có thể là:"
            for iri in entity.candidates:
                yield f"{indent}  - {title(self.lookup(iri))}"

    def _links(self, iri: str, way: Direction) -> list[tuple[Edge | None, Entity]]:
        """What hangs below a node: other ends of its edges; downward also open citations that may mean the node."""
        if way is Direction.UP:
            return [(edge, self.nodes[edge.target]) for edge in self.trace.edges if edge.source == iri]
        sure = [(edge, self.nodes[edge.source]) for edge in self.trace.edges if edge.target == iri]
        return [*sure, *((None, node) for node in self.trace.nodes if iri in node.candidates and iri != node.iri)]

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
            yield f"{indent}(câu {ABOVE}: {place(best)})"
        else:
            self._shown.add(key)
            yield from evidence_lines(best, indent)
        if more := len(edge.evidence) - 1:
            yield f"{indent}(và {more} câu khác)"


def _nothing(way: Direction) -> str:
    if way is Direction.UP:
        return "└─ Chưa thấy văn bản này triển khai văn bản nào."
    return "└─ Chưa thấy văn bản nào triển khai văn bản này."

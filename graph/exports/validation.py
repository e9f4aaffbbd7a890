"""Checking a graph's triples against the shapes (``ontology/shapes.ttl``).

Source: W3C SHACL. pySHACL checks the Core constraints. SPARQL constraints (§5) are asked once for the whole graph, with
``$this`` free, and what they find is kept for the shape's targets: asked once a node, as a processor must that knows
nothing of them, they would take ten times as long as all else together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, cast

from ontology.errors import ExportError
from ontology.vocabulary import expand, shapes_turtle
from ontology.vocabulary_terms import compact

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions, Store
    from rdflib import Graph
    from rdflib.term import Node

SHAPES = "https://w3id.org/cuthehoa/shapes#"
"""Namespace of the shapes."""

_PROVENANCE = f"{SHAPES}Provenance"


class Severity(StrEnum):
    """How grave a result is; the values are the local names in SHACL."""

    VIOLATION = "Violation"
    WARNING = "Warning"


@dataclass(frozen=True, slots=True, order=True)
class ShapeResult:
    """One node that is not as a shape wants it.

    Args:
        severity: A violation, or a warning.
        node: IRI of the node.
        path: The property, by prefix (``cth:date``); empty where it is about the node as a whole.
        value: The value in question; empty where there is none.
        message: What is wrong, Vietnamese.
        shape: Local name of the shape; empty for one without a name.
    """

    severity: Severity
    node: str
    path: str
    value: str
    message: str
    shape: str


@dataclass(frozen=True, slots=True)
class ShapeReport:
    """What a check found.

    Args:
        triples: How many triples were checked.
        results: What is not as it must be, violations first, then by node.
    """

    triples: int
    results: tuple[ShapeResult, ...]

    @property
    def violations(self) -> tuple[ShapeResult, ...]:
        """What a graph may not have."""
        return tuple(result for result in self.results if result.severity is Severity.VIOLATION)

    @property
    def warnings(self) -> tuple[ShapeResult, ...]:
        """What is suspicious in the sources."""
        return tuple(result for result in self.results if result.severity is Severity.WARNING)


def validate(blocks: Iterable[str], *, plain: bool = False) -> ShapeReport:
    """Check triples against the shapes.

    Args:
        blocks: N-Triples, in blocks of whole lines, without blank nodes. All are held in memory, twice.
        plain: Whether they are the plain triples alone: shapes that ask for statements and sources are left out.

    Raises:
        ExportError: If the triples cannot be checked, which no triples of a graph should do.
    """
    from pyoxigraph import RdfFormat, Store
    from rdflib import Graph

    text = "".join(blocks)
    store = Store()
    store.bulk_load(text.encode(), RdfFormat.N_TRIPLES)
    data = Graph(bind_namespaces="none").parse(data=text, format="nt")
    shapes = _shapes()
    results = {*_sparql(shapes, data, store, plain=plain), *_core(shapes, data, plain=plain)}
    order = list(Severity)
    return ShapeReport(len(data), tuple(sorted(results, key=lambda r: (order.index(r.severity), r))))


@cache
def _shapes() -> Graph:
    from rdflib import Graph

    return Graph(bind_namespaces="none").parse(data=shapes_turtle(), format="turtle")


def _core(shapes: Graph, data: Graph, *, plain: bool) -> Iterator[ShapeResult]:
    import pyshacl
    from rdflib import RDF, SH, BNode, Graph, Literal

    core = Graph(bind_namespaces="none")
    core += shapes
    core.remove((None, SH.sparql, None))
    if plain:
        for shape in set(core.subjects(RDF.type, SH.NodeShape)):
            if str(shape).startswith(_PROVENANCE):
                core.add((shape, SH.deactivated, Literal(True)))
    _, report, text = pyshacl.validate(data, shacl_graph=core, inplace=True, advanced=False, do_owl_imports=False)
    if not isinstance(report, Graph):
        raise ExportError(
            f"không kiểm tra được đồ thị theo khuôn ({text})", todo="Thêm --no-validate để xuất mà không kiểm tra"
        )
    # Results within other results (sh:detail) say why a shape does not hold, and are no results of their own.
    for result in report.objects(None, SH.result):
        source = report.value(result, SH.sourceShape)
        yield ShapeResult(
            severity=_severity(report.value(result, SH.resultSeverity)),
            node=_text(report.value(result, SH.focusNode)),
            path=_path(report.value(result, SH.resultPath)),
            value=_text(report.value(result, SH.value)),
            message=_vietnamese(report.objects(result, SH.resultMessage)),
            shape=_local(shapes.value(None, SH.property, source) if isinstance(source, BNode) else source),
        )


def _sparql(shapes: Graph, data: Graph, store: Store, *, plain: bool) -> Iterator[ShapeResult]:
    from rdflib import SH

    prefixes = "".join(
        f"PREFIX {shapes.value(node, SH.prefix)}: <{shapes.value(node, SH.namespace)}>\n"
        for node in shapes.objects(None, SH.declare)
    )
    for shape, constraint in shapes.subject_objects(SH.sparql):
        if plain and str(shape).startswith(_PROVENANCE):
            continue
        message = _vietnamese(shapes.objects(constraint, SH.message))
        severity = _severity(shapes.value(shape, SH.severity))
        targets = _targets(shapes, data, shape)
        rows = store.query(f"{prefixes}{shapes.value(constraint, SH.select)}")
        for row in cast("QuerySolutions", rows):
            node, value = (str(term.value) for term in row)
            if node in targets:
                yield ShapeResult(severity, node, "", value, message, _local(shape))


def _targets(shapes: Graph, data: Graph, shape: Node) -> frozenset[str]:
    """The nodes that a shape is about. Source: W3C SHACL §2.1.3."""
    from rdflib import RDF, SH

    found: set[Node] = set()
    for kind in shapes.objects(shape, SH.targetClass):
        found.update(data.subjects(RDF.type, kind))
    for predicate in shapes.objects(shape, SH.targetSubjectsOf):
        found.update(data.subjects(predicate))
    for predicate in shapes.objects(shape, SH.targetObjectsOf):
        found.update(data.objects(None, predicate))
    return frozenset(map(str, found))


def _severity(value: Node | None) -> Severity:
    return Severity.WARNING if str(value) == expand("sh:Warning") else Severity.VIOLATION


def _vietnamese(messages: Iterable[Node]) -> str:
    found = {getattr(message, "language", None): str(message) for message in messages}
    return found.get("vi") or next(iter(found.values()), "")


def _text(node: Node | None) -> str:
    return "" if node is None else str(node)


def _path(node: Node | None) -> str:
    """A property; a path of several has no name."""
    return compact(str(node)) if str(node).startswith("http") else ""


def _local(node: Node | None) -> str:
    text = _text(node)
    return text.removeprefix(SHAPES) if text.startswith(SHAPES) else ""

"""Small graphs made by hand for questions about units, delays and comparisons: documents with bodies and places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from graph import generations
from graph.answers import Edge, Entity, EntityKind
from graph.content import GraphContent, SourceContent
from graph.identity.iris import edge_id, slug
from graph.query import Graph
from graph.stores import sqlite_store
from ontology.dates import PartialDate
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.spans import Span
from ontology.statements import Evidence, Modality, Relation

BASE = "https://example.org/id/"
CENTRAL = "trung ương"
_LEVELS = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)


@dataclass(frozen=True, slots=True)
class Doc:
    """One document.

    Args:
        key: Its code, unique in the graph; what edges refer to.
        unit: Names of the unit and those around it, outermost first, with commas; ``CENTRAL``; or ``""``: not known.
        body: Its issuing body.
        date: ISO, also partial; ``""`` for none.
        held: Whether its text is held.
        may_be: Keys of the documents that it could be, if it is an undecided citation.
        type: Its type.
    """

    key: str
    unit: str
    body: str
    date: str = ""
    held: bool = False
    may_be: tuple[str, ...] = ()
    type: str = "Kế hoạch"


@dataclass(frozen=True, slots=True)
class Step:
    """One statement: what carries out, what is carried out, and the key of the document that says so."""

    source: str
    target: str
    said_in: str = ""
    relation: Relation = Relation.IMPLEMENTS
    confidence: float = 0.9
    modality: Modality = Modality.ASSERTED


def iri(key: str) -> str:
    """The IRI of a document."""
    return f"{BASE}document/{slug(key)}-{sha256(key.encode()).hexdigest()[:6]}"


def place(unit: str) -> str:
    """The IRI of a unit."""
    return f"{BASE}place/" + "/".join(slug(name) for name in unit.split(", "))


def content_of(documents: Sequence[Doc], steps: Iterable[Step]) -> GraphContent:
    """A graph of these documents; every statement has one sentence, in a file of the document that says so."""
    entities: dict[str, Entity] = {}
    for unit in (doc.unit for doc in documents if doc.unit not in ("", CENTRAL)):
        _add_places(entities, unit)
    for doc in documents:
        entities[iri(doc.key)] = _document(doc)
    texts = {doc.key: f"{doc.key}\n" for doc in documents if doc.held}
    texts["khác"] = ""
    edges = {}
    for step in steps:
        said = step.said_in or (step.source if step.source in texts else "khác")
        quote = f"{step.source} {step.relation.value} {step.target}."
        start = len(texts[said])
        texts[said] += f"{quote}\n"
        evidence = Evidence(
            f"{said}.txt", _digest(said), Span(start, start + len(quote)), quote, "rule", step.confidence
        )
        modality = None if step.modality is Modality.ASSERTED else step.modality.value
        key = edge_id(iri(step.source), step.relation, iri(step.target), None, modality)
        is_open = entities[iri(step.source)].open or entities[iri(step.target)].open
        before = edges[key].evidence if key in edges else ()
        edges[key] = Edge(key, iri(step.source), iri(step.target), step.relation, step.confidence, is_open,
                          (*before, evidence), step.modality)  # fmt: skip
    report = Entity(f"{BASE}document/khac", EntityKind.DOCUMENT, "Báo cáo khác", held=True, file="khác.txt")
    entities[report.iri] = report
    sources = tuple(
        SourceContent(
            f"{key}.txt", _digest(key), "utf-8", text, Letterhead(), report.iri if key == "khác" else iri(key), ()
        )
        for key, text in sorted(texts.items(), key=lambda item: f"{item[0]}.txt")
    )
    return GraphContent(
        BASE, tuple(entities[key] for key in sorted(entities)), tuple(edges[key] for key in sorted(edges)), (), sources
    )


def opened(folder: Path, content: GraphContent) -> Graph:
    """Write a graph, without the stores for free queries, and open it."""
    partial = generations.begin(folder, 1)
    sqlite_store.write(content, partial / generations.DATABASE)
    generations.publish(folder, 1, inputs="", extractor="", identity="", base_iri=BASE, counts={}, projections=[])
    return Graph.open(folder)


def _digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def _add_places(entities: dict[str, Entity], unit: str) -> None:
    names = unit.split(", ")
    for depth in range(len(names)):
        around = ", ".join(reversed(names[:depth])) or None
        # The second name from above is a commune where the unit word says so: there are no districts any more.
        level = Level.COMMUNE if names[depth].startswith(("xã", "phường", "thị trấn")) else _LEVELS[depth]
        key = place(", ".join(names[: depth + 1]))
        entities.setdefault(key, Entity(key, EntityKind.PLACE, names[depth], level=level, place=around))


def _document(doc: Doc) -> Entity:
    level, issuer = None, None
    if doc.unit == CENTRAL:
        level, issuer = Level.CENTRAL, f"{BASE}organization/trung-uong/{slug(doc.body)}"
    elif doc.unit:
        names = doc.unit.split(", ")
        issuer = f"{BASE}organization/{'/'.join(slug(name) for name in names)}/{slug(doc.body)}"
        commune = names[-1].startswith(("xã", "phường", "thị trấn"))
        level = Level.COMMUNE if commune else _LEVELS[len(names) - 1]
    return Entity(
        iri(doc.key),
        EntityKind.DOCUMENT,
        f"{doc.type} {doc.key}",
        code=doc.key,
        type=doc.type,
        date=PartialDate.parse(doc.date) if doc.date else None,
        level=level,
        issuer=doc.body or None,
        issuer_iri=issuer,
        held=doc.held,
        file=f"{doc.key}.txt" if doc.held else None,
        open=bool(doc.may_be),
        candidates=tuple(iri(key) for key in doc.may_be),
    )

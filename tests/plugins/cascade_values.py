"""A small cascade made by hand, in the query API's own values: for tests of faces that need no build."""

from dataclasses import dataclass

import pytest

from graph.answers import Edge, Entity, EntityKind, Trace
from ontology.dates import PartialDate
from ontology.levels import Level
from ontology.spans import Span
from ontology.statements import Evidence, Relation


def document(iri: str, name: str, date: str | None, *, issuer: str | None = None, level: Level | None = None,
             held: bool = False, candidates: tuple[str, ...] = ()) -> Entity:  # fmt: skip
    """A document whose type and code are the words of its name."""
    kind, _, code = name.rpartition(" ")
    return Entity(
        iri=f"https://example.org/{iri}",
        kind=EntityKind.DOCUMENT,
        name=name,
        code=code,
        type=kind,
        date=PartialDate.parse(date) if date else None,
        issuer=issuer,
        level=level,
        held=held,
        open=bool(candidates),
        candidates=tuple(f"https://example.org/{candidate}" for candidate in candidates),
    )


def edge(source: Entity, relation: Relation, target: Entity, quote: str, *, confidence: float = 0.9) -> Edge:
    """An edge with one sentence."""
    evidence = Evidence("bao-cao.txt", "0" * 64, Span(10, 10 + len(quote)), quote, "cue", confidence)
    return Edge(f"{source.iri}>{target.iri}", source.iri, target.iri, relation, confidence,
                source.open or target.open, (evidence,))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cascade:
    """The documents and edges of the hand-made cascade."""

    resolution: Entity
    namesake: Entity
    programme: Entity
    plan: Entity
    unclear: Entity
    vague_plan: Entity
    edges: tuple[Edge, ...]

    @property
    def documents(self) -> tuple[Entity, ...]:
        return (self.resolution, self.namesake, self.programme, self.plan, self.unclear, self.vague_plan)

    @property
    def down(self) -> Trace:
        """All that carries the resolution out, also what perhaps does."""
        nodes = (self.resolution, self.programme, self.unclear, self.plan, self.vague_plan)
        return Trace(self.resolution.iri, nodes, self.edges)


@pytest.fixture
def cascade() -> Cascade:
    """Nghị quyết 18 ← Chương trình 139 ← Kế hoạch 109, and a plan that carries out one of the two 18s."""
    resolution = document(
        "18-2022", "Nghị quyết 18-NQ/TW", "2022-06-16", issuer="Ban Chấp hành Trung ương", level=Level.CENTRAL
    )
    namesake = document(
        "18-2017", "Nghị quyết 18-NQ/TW", "2017-10-25", issuer="Ban Chấp hành Trung ương", level=Level.CENTRAL
    )
    programme = document(
        "139", "Chương trình 139-CTr/TU", "2022-11-09", issuer="Tỉnh ủy Hậu Giang", level=Level.PROVINCE
    )
    plan = document(
        "109", "Kế hoạch 109-KH/HU", "2023-02-02", issuer="Huyện ủy Phụng Hiệp", level=Level.DISTRICT, held=True
    )
    unclear = document("18-open", "Nghị quyết 18-NQ/TW", None, candidates=("18-2022", "18-2017"))
    vague_plan = document("88", "Kế hoạch 88-KH/HU", "2023-05")
    chain = (
        "Kế hoạch số 109-KH/HU để cụ thể hóa thực hiện\nChương trình\tsố 139-CTr/TU về thực hiện Nghị quyết số 18-NQ/TW"
    )
    edges = (
        edge(programme, Relation.IMPLEMENTS, resolution, chain),
        edge(plan, Relation.CONCRETIZES, programme, chain, confidence=0.973456),
        edge(vague_plan, Relation.CONTINUES, unclear, "Kế hoạch 88-KH/HU tiếp tục thực hiện Nghị quyết 18-NQ/TW"),
    )
    return Cascade(resolution, namesake, programme, plan, unclear, vague_plan, edges)

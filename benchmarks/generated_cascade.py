"""A generated graph that looks like a real one, of any size, for the benchmarks.

Few central resolutions, each carried out in most provinces, each provincial programme in most of its districts, each
district plan in some communes; every edge has a sentence. The same for the same size and seed.

    from generated_cascade import generated
    content = generated(100_000)
"""

import random
from collections.abc import Sequence

from graph.answers import Edge, Entity, EntityKind
from graph.content import GraphContent, SourceContent
from graph.identity.iris import edge_id, slug
from ontology.dates import PartialDate
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.spans import Span
from ontology.statements import Evidence, Relation

BASE = "https://w3id.org/cuthehoa/id/"
PER_SOURCE = 200
PROVINCES, DISTRICTS, COMMUNES = 60, 8, 4
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

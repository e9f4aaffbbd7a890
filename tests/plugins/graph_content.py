"""A small graph made by hand with one of everything that stores and exports must keep."""

from hashlib import sha256

import pytest

from graph.answers import Edge, Entity, EntityKind
from graph.content import GraphContent, SourceContent
from ontology.dates import PartialDate
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.spans import Span
from ontology.statements import Evidence, Modality, Relation

BASE = "https://w3id.org/cuthehoa/id/"

CENTRAL = f"{BASE}organization/ban-chap-hanh-trung-uong"
PROVINCIAL = f"{BASE}organization/tinh-uy-hau-giang"
DISTRICT = f"{BASE}organization/huyen-uy-phung-hiep"
LAND = f"{BASE}document/ban-chap-hanh-trung-uong/18-nq-tw/2022-06-16"
APPARATUS = f"{BASE}document/ban-chap-hanh-trung-uong/18-nq-tw/2017-10-25"
UNPLANNED = f"{BASE}document/ban-chap-hanh-trung-uong/8-nq-tw/2023"
PROGRAMME_139 = f"{BASE}document/tinh-uy-hau-giang/139-ctr-tu/2022-11-09"
PLAN_109 = f"{BASE}document/huyen-uy-phung-hiep/109-kh-hu/2023-02-02"
PLAN_200 = f"{BASE}document/huyen-uy-phung-hiep/200-kh-hu/2023-07"
OPEN_18 = f"{BASE}document/open/18-nq-tw/1f0c"
LAW = f"{BASE}document/quoc-hoi/luat-dat-dai/undated"
NEW_COUNTRYSIDE = f"{BASE}programme/nong-thon-moi"
EXPRESSWAY = f"{BASE}programme/du-an-cao-toc"
PROVINCE = f"{BASE}place/tinh-hau-giang"
PHUNG_HIEP = f"{BASE}place/huyen-phung-hiep"
LONG_MY = f"{BASE}place/huyen-long-my"
TAN_BINH = f"{BASE}place/xa-tan-binh-huyen-phung-hiep"
TAN_BINH_2 = f"{BASE}place/xa-tan-binh-huyen-long-my"
SECRETARY = f"{BASE}person/nguyen-van-a"

FILES = ("huyện/kế hoạch 109.txt", "huyện/100% #1 báo cáo?.txt")

CHAIN = (
    "Kế hoạch số 109-KH/HU để cụ thể hóa\n\tChương trình số 139-CTr/TU \u201cvề thực hiện "
    'Nghị quyết số 18-NQ/TW\u201d \\ "đất đai" \U0001f33e'
)


def _document(
    iri: str,
    kind: str,
    code: str | None,
    date: str | None,
    level: Level,
    issuer: str,
    issuer_iri: str | None,
    **more: object,
) -> Entity:
    return Entity(
        iri=iri,
        kind=EntityKind.DOCUMENT,
        name=f"{kind} {code}" if code else "Luật Đất đai",
        code=code,
        type=kind,
        date=PartialDate.parse(date) if date else None,
        level=level,
        issuer=issuer,
        issuer_iri=issuer_iri,
        **more,  # type: ignore[arg-type]
    )


class _Sources:
    """Two files that grow with each sentence that an edge quotes."""

    def __init__(self) -> None:
        self._texts = dict.fromkeys(FILES, "Số: 109-KH/HU\n")

    def edge(
        self,
        source: str,
        relation: Relation,
        target: str,
        *quotes: str,
        confidence: float = 0.9,
        is_open: bool = False,
        modality: Modality = Modality.ASSERTED,
        role: str | None = None,
    ) -> Edge:
        identity = sha256(f"{source}{relation}{target}{modality}{role}".encode()).hexdigest()[:32]
        evidence = tuple(
            self._evidence(FILES[rank % 2], quote, f"{relation.value}-cue", round(confidence - rank / 100, 4))
            for rank, quote in enumerate(quotes)
        )
        return Edge(identity, source, target, relation, confidence, is_open, evidence, modality, role)

    def contents(self, documents: tuple[str, ...]) -> tuple[SourceContent, ...]:
        return tuple(
            SourceContent(file, _digest(file), "utf-8", text, Letterhead(), document, ())
            for (file, text), document in zip(sorted(self._texts.items()), documents, strict=True)
        )

    def _evidence(self, file: str, quote: str, rule: str, confidence: float) -> Evidence:
        start = len(self._texts[file])
        self._texts[file] += f"{quote}\n"
        # One of the two files has pages.
        page = start // 40 + 1 if file == FILES[1] else None
        return Evidence(file, _digest(file), Span(start, start + len(quote)), quote, rule, confidence, page)


def _digest(file: str) -> str:
    return sha256(file.encode()).hexdigest()


def hand_made_content() -> GraphContent:
    """The graph: two resolutions of one code, a chain, a cycle, an open citation, denied and intended statements."""
    party, district = "Ban Chấp hành Trung ương Đảng", "Huyện ủy Phụng Hiệp"
    entities = (
        Entity(CENTRAL, EntityKind.ORGANIZATION, party, level=Level.CENTRAL),
        Entity(PROVINCIAL, EntityKind.ORGANIZATION, "Tỉnh ủy Hậu Giang", level=Level.PROVINCE, place="tỉnh Hậu Giang"),
        Entity(DISTRICT, EntityKind.ORGANIZATION, district, level=Level.DISTRICT,
               place="huyện Phụng Hiệp, tỉnh Hậu Giang"),
        _document(LAND, "Nghị quyết", "18-NQ/TW", "2022-06-16", Level.CENTRAL, party, CENTRAL,
                  title='về "đất đai"\nvà phát triển'),
        _document(APPARATUS, "Nghị quyết", "18-NQ/TW", "2017-10-25", Level.CENTRAL, party, CENTRAL),
        _document(UNPLANNED, "Nghị quyết", "8-NQ/TW", "2023", Level.CENTRAL, party, CENTRAL),
        _document(PROGRAMME_139, "Chương trình", "139-CTr/TU", "2022-11-09", Level.PROVINCE, "Tỉnh ủy Hậu Giang",
                  PROVINCIAL),
        _document(PLAN_109, "Kế hoạch", "109-KH/HU", "2023-02-02", Level.DISTRICT, district, DISTRICT, held=True,
                  file=FILES[0]),
        _document(PLAN_200, "Kế hoạch", "200-KH/HU", "2023-07", Level.DISTRICT, district, DISTRICT, held=True,
                  file=FILES[1]),
        _document(OPEN_18, "Nghị quyết", "18-NQ/TW", None, Level.CENTRAL, "Trung ương", None, open=True,
                  candidates=(LAND, APPARATUS)),
        _document(LAW, "Luật", None, None, Level.CENTRAL, "Quốc hội", None),
        Entity(NEW_COUNTRYSIDE, EntityKind.PROGRAMME, "nông thôn mới"),
        Entity(EXPRESSWAY, EntityKind.PROGRAMME, "Dự án đường bộ cao tốc Châu Đốc - Cần Thơ - Sóc Trăng"),
        Entity(PROVINCE, EntityKind.PLACE, "tỉnh Hậu Giang"),
        Entity(PHUNG_HIEP, EntityKind.PLACE, "huyện Phụng Hiệp", place="tỉnh Hậu Giang"),
        Entity(LONG_MY, EntityKind.PLACE, "huyện Long Mỹ", place="tỉnh Hậu Giang"),
        Entity(TAN_BINH, EntityKind.PLACE, "xã Tân Bình", place="huyện Phụng Hiệp, tỉnh Hậu Giang"),
        Entity(TAN_BINH_2, EntityKind.PLACE, "xã Tân Bình", place="huyện Long Mỹ, tỉnh Hậu Giang"),
        Entity(SECRETARY, EntityKind.PERSON, "Nguyễn Văn A"),
    )  # fmt: skip
    sources = _Sources()
    edges = (
        sources.edge(
            PROGRAMME_139, Relation.IMPLEMENTS, LAND, CHAIN, "về thực hiện Nghị quyết 18", confidence=0.973456
        ),
        sources.edge(PLAN_109, Relation.CONCRETIZES, PROGRAMME_139, CHAIN),
        sources.edge(PLAN_109, Relation.IMPLEMENTS, PROGRAMME_139, "thực hiện Chương trình 139", confidence=1.0),
        sources.edge(PLAN_109, Relation.CONTINUES, OPEN_18, "tiếp tục thực hiện Nghị quyết số 18", is_open=True),
        sources.edge(PLAN_200, Relation.CONTINUES, PLAN_109, "đẩy mạnh thực hiện Kế hoạch 109"),
        sources.edge(PLAN_109, Relation.IMPLEMENTS, PLAN_200, "triển khai Kế hoạch 200", confidence=0.3),
        sources.edge(PLAN_200, Relation.REVIEWS, PLAN_109, "sơ kết Kế hoạch 109"),
        sources.edge(PLAN_200, Relation.BASED_ON, LAW, "Căn cứ Luật Đất đai"),
        sources.edge(PLAN_200, Relation.LINKED_WITH, PROGRAMME_139, "gắn với Chương trình 139"),
        sources.edge(
            PLAN_200, Relation.IMPLEMENTS, UNPLANNED, "chưa thực hiện Nghị quyết 8", modality=Modality.NEGATED
        ),
        sources.edge(PLAN_200, Relation.CONCRETIZES, LAND, "sẽ cụ thể hóa Nghị quyết 18", modality=Modality.INTENDED),
        sources.edge(NEW_COUNTRYSIDE, Relation.COVERS, TAN_BINH, "xã Tân Bình đạt chuẩn nông thôn mới"),
        sources.edge(NEW_COUNTRYSIDE, Relation.COVERS, TAN_BINH_2, "xã Tân Bình, huyện Long Mỹ"),
        sources.edge(EXPRESSWAY, Relation.COVERS, TAN_BINH, "dự án cao tốc qua xã Tân Bình"),
        sources.edge(SECRETARY, Relation.HOLDS_POST, DISTRICT, "đồng chí Nguyễn Văn A, Bí thư", role="Bí thư"),
        sources.edge(SECRETARY, Relation.HOLDS_POST, DISTRICT, "Chủ tịch HĐND", role="Chủ tịch HĐND"),
    )
    part_of = ((PHUNG_HIEP, PROVINCE), (LONG_MY, PROVINCE), (TAN_BINH, PHUNG_HIEP), (TAN_BINH_2, LONG_MY),
               (DISTRICT, PROVINCIAL))  # fmt: skip
    return GraphContent(
        base_iri=BASE,
        entities=tuple(sorted(entities, key=lambda entity: entity.iri)),
        edges=tuple(sorted(edges, key=lambda edge: edge.id)),
        part_of=tuple(sorted(part_of)),
        sources=sources.contents((PLAN_200, PLAN_109)),
    )


@pytest.fixture(scope="session")
def content() -> GraphContent:
    """The graph made by hand."""
    return hand_made_content()

"""Sources that decisions are made about, and how their fates are read."""

from hand_made import Source, letterhead
from ledger_cases import (
    BASE,
)

from graph.content import GraphContent
from graph.decision_values import DecisionState as State
from graph.findings import FindingKind
from ontology.levels import Level
from ontology.statements import Relation

OLD = "document/trung-uong-dang/18-nq-tw/2017-10-25"
NEW = "document/trung-uong-dang/18-nq-tw/2022-06-16"
PLAN = "document/huyen-uy-phung-hiep-hau-giang/109-kh-hu/2023-02-02"
PROGRAMME = "document/tinh-uy-hau-giang/139-ctr-tu/2022-11-09"


def resolutions() -> Source:
    """Two resolutions of one code, and a citation that could be either."""
    source = Source("a.txt")
    old = source.doc("18-NQ/TW", "2017-10-25", kind="Nghị quyết")
    new = source.doc("18-NQ/TW", "2022-06-16", kind="Nghị quyết")
    source.says(source.doc("5-KH/HU", "2023-01-05"), Relation.IMPLEMENTS, old)
    source.says(source.doc("6-KH/HU", "2023-01-06"), Relation.IMPLEMENTS, new)
    return source


def vague() -> Source:
    """A source that cites 18-NQ/TW without a date, twice."""
    source = Source("b.txt", letterhead("-BC/HU", "Huyện ủy Phụng Hiệp", "huyện Phụng Hiệp", "tỉnh Hậu Giang", "2024",
                                        level=Level.DISTRICT, kind="Báo cáo", title="khác"))  # fmt: skip
    source.says(source.doc("7-KH/HU", "2023-01-07"), Relation.IMPLEMENTS, source.doc("18-NQ/TW", kind="Nghị quyết"))
    source.says(source.doc("8-KH/HU", "2023-01-08"), Relation.IMPLEMENTS, source.doc("18-NQ/TW", kind="Nghị quyết"))
    return source


def states(content: GraphContent) -> list[State]:
    return [kept.state for kept in content.decisions]


def kinds(content: GraphContent) -> list[FindingKind]:
    return [finding.kind for finding in content.findings if finding.kind.value.startswith("decision")]


def mark(content: GraphContent, file: str, mention: int) -> tuple[str, bool, str | None]:
    source = next(source for source in content.sources if source.file == file)
    found = source.mentions[mention]
    return (found.iri or "").removeprefix(BASE), found.open, found.rule

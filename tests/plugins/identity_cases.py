"""Letterheads of two provinces, and the document that a mention was resolved to."""

from hand_made import letterhead

from graph.answers import Entity
from graph.content import GraphContent
from ontology.extraction import Letterhead
from ontology.levels import Level

BASE = "https://w3id.org/cuthehoa/id/document/"


def district(name: str, province: str, date: str | None = "2024-05-01", **more: object) -> Letterhead:
    return letterhead("-BC/HU", f"Huyện ủy {name}", f"huyện {name}", f"tỉnh {province}", date, level=Level.DISTRICT,
                      kind="Báo cáo", **more)  # type: ignore[arg-type]  # fmt: skip


LONG_MY = district("Long Mỹ", "Hậu Giang")
KIEN_XUONG = district("Kiến Xương", "Thái Bình")
HAU_GIANG = letterhead("1-BC/TU", "Tỉnh ủy Hậu Giang", "tỉnh Hậu Giang", "tỉnh Hậu Giang", "2024-01-02",
                       level=Level.PROVINCE, kind="Báo cáo")  # fmt: skip
NOWHERE = Letterhead(type="Báo cáo", title="không rõ nơi nào")


def cited(content: GraphContent, mention: int, file: str = "x.txt") -> tuple[Entity, str | None]:
    """The document that a mention of a file was resolved to, and the rule."""
    source = next(source for source in content.sources if source.file == file)
    mark = source.mentions[mention]
    return next(entity for entity in content.entities if entity.iri == mark.iri), mark.rule

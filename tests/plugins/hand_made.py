"""Extractions made by hand: what a reader of texts would hand to the graph, without any reading."""

from dataclasses import dataclass, field
from hashlib import sha256

from ontology.dates import PartialDate
from ontology.extraction import Extraction, Letterhead
from ontology.levels import Level
from ontology.mentions import Citation, EntityLabel, Mention, OrganizationName, PlaceName
from ontology.spans import Span
from ontology.statements import SELF, Evidence, Modality, Relation, Statement

PHUNG_HIEP = Letterhead(
    type="Báo cáo",
    code="-BC/HU",
    organ="Huyện ủy Phụng Hiệp",
    parent="Đảng bộ tỉnh Hậu Giang",
    level=Level.DISTRICT,
    place="huyện Phụng Hiệp",
    province="tỉnh Hậu Giang",
    date=PartialDate(2024),
    title="Tình hình thực hiện nhiệm vụ 9 tháng năm 2024",
)


def letterhead(code: str | None, organ: str, place: str | None, province: str | None, date: str | None, *,
               level: Level | None = None, title: str | None = None, kind: str = "Kế hoạch",
               parent: str | None = None) -> Letterhead:  # fmt: skip
    """A letterhead; `date` in ISO form."""
    day = PartialDate.parse(date) if date else None
    return Letterhead(type=kind, code=code, organ=organ, parent=parent, level=level, place=place, province=province,
                      date=day, title=title)  # fmt: skip


@dataclass
class Source:
    """One source in the making: each mention and statement is a line of its text."""

    file: str
    head: Letterhead = PHUNG_HIEP
    body: str = ""
    mentions: list[Mention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    def doc(self, code: str | None, date: str | None = None, *, issuer: str | None = None, title: str | None = None,
            term: str | None = None, kind: str | None = "Kế hoạch", name: str | None = None) -> int:  # fmt: skip
        """Cite a document; gives the mention's index."""
        norm = name or f"{kind} {code}"
        day = PartialDate.parse(date) if date else None
        return self._mention(EntityLabel.DOC, norm, Citation(kind, code, day, issuer, title, term))

    def org(self, norm: str, full_name: str | None = None, level: Level | None = None, place: str | None = None) -> int:
        """Name a body."""
        return self._mention(EntityLabel.ORG, norm, OrganizationName(full_name or norm, level, place))

    def loc(self, name: str, unit: str | None, *parents: str) -> int:
        """Name a place."""
        norm = f"{unit} {name}" if unit else name
        return self._mention(EntityLabel.LOC, norm, PlaceName(unit, name, parents))

    def per(self, name: str) -> int:
        """Name a person."""
        return self._mention(EntityLabel.PER, name, None)

    def prog(self, name: str) -> int:
        """Name a programme."""
        return self._mention(EntityLabel.PROG, name, None)

    def says(self, subject: int, predicate: Relation, object_: int | None, *, confidence: float = 0.9,
             modality: Modality = Modality.ASSERTED, role: str | None = None, rule: str = "cue") -> None:  # fmt: skip
        """State a relation between two mentions (or SELF); the sentence is a line of its own."""
        quote = f"{self._name(subject)} {predicate.value} {self._name(object_)}."
        span = self._line(quote)
        evidence = Evidence(self.file, "", span, quote, rule, confidence)
        self.statements.append(Statement(subject, predicate, object_, evidence, predicate.value, modality, role))

    def extraction(self) -> Extraction:
        """The finished value."""
        digest = sha256(self.body.encode() + repr(self.head).encode()).hexdigest()
        statements = tuple(
            Statement(
                s.subject,
                s.predicate,
                s.object,
                Evidence(self.file, digest, s.evidence.span, s.evidence.quote, s.evidence.rule, s.evidence.confidence),
                s.cue,
                s.modality,
                s.role,
            )
            for s in self.statements
        )
        return Extraction(self.file, digest, "utf-8", self.body, self.head, tuple(self.mentions), statements)

    def _mention(self, label: EntityLabel, norm: str, detail: Citation | OrganizationName | PlaceName | None) -> int:
        self.mentions.append(Mention(label, self._line(norm), norm, norm, detail))
        return len(self.mentions) - 1

    def _line(self, text: str) -> Span:
        start = len(self.body)
        self.body += text + "\n"
        return Span(start, start + len(text))

    def _name(self, index: int | None) -> str:
        if index is None:
            return "?"
        return "Văn bản này" if index == SELF else self.mentions[index].norm


def chain(file: str = "bc.txt") -> Source:
    """A report with one cascade of three documents, a programme, a place and a person."""
    source = Source(file)
    plan = source.doc("109-KH/HU", "2023-02-02")
    programme = source.doc("139-CTr/TU", "2022-11-09", kind="Chương trình", issuer="Tỉnh ủy")
    resolution = source.doc("18-NQ/TW", "2022-06-16", kind="Nghị quyết", issuer="Ban Chấp hành Trung ương")
    source.says(plan, Relation.CONCRETIZES, programme)
    source.says(programme, Relation.IMPLEMENTS, resolution)
    source.says(source.prog("nông thôn mới"), Relation.COVERS, source.loc("Tân Bình", "xã"))
    source.says(source.per("Nguyễn Văn A"), Relation.HOLDS_POST, source.org("Huyện ủy", "Huyện ủy Phụng Hiệp",
                Level.DISTRICT, "huyện Phụng Hiệp"), role="Bí thư")  # fmt: skip
    return source

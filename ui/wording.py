"""The Vietnamese words that faces show for the closed sets of the lower floors, for days, documents and places."""

import datetime as dt
import re

from graph.answers import Entity, EntityKind
from ontology.dates import PartialDate
from ontology.levels import Level
from ontology.mentions import EntityLabel
from ontology.spans import Span
from ontology.statements import Modality, Relation

RELATION_VERBS = {
    Relation.CONCRETIZES: "cụ thể hóa",
    Relation.IMPLEMENTS: "thực hiện",
    Relation.CONTINUES: "tiếp tục thực hiện",
    Relation.REVIEWS: "sơ kết, tổng kết",
    Relation.LINKED_WITH: "gắn với",
    Relation.PURSUANT_TO: "theo",
    Relation.BASED_ON: "căn cứ",
    Relation.INSPECTS: "kiểm tra, giám sát",
    Relation.AMENDS: "sửa đổi, bổ sung",
    Relation.REPLACES: "thay thế",
    Relation.REPEALS: "bãi bỏ",
    Relation.GUIDES: "hướng dẫn",
    Relation.COVERS: "bao gồm địa bàn",
    Relation.HOLDS_POST: "giữ chức vụ tại",
}
"""A verb for each relation, read from the subject to the object."""

RELATION_PASSIVES = {
    Relation.CONCRETIZES: "được cụ thể hóa",
    Relation.IMPLEMENTS: "được thực hiện",
    Relation.CONTINUES: "được tiếp tục thực hiện",
    Relation.REVIEWS: "được sơ kết, tổng kết",
    Relation.LINKED_WITH: "được gắn với",
    Relation.PURSUANT_TO: "được làm theo",
    Relation.BASED_ON: "là căn cứ",
    Relation.INSPECTS: "được kiểm tra, giám sát",
    Relation.AMENDS: "được sửa đổi, bổ sung",
    Relation.REPLACES: "bị thay thế",
    Relation.REPEALS: "bị bãi bỏ",
    Relation.GUIDES: "được hướng dẫn",
    Relation.COVERS: "thuộc chương trình",
    Relation.HOLDS_POST: "có người giữ chức vụ",
}
"""What the object is or undergoes by each relation: for lines that stand below the subject."""

KIND_NAMES = {
    EntityKind.DOCUMENT: "Văn bản",
    EntityKind.ORGANIZATION: "Cơ quan, tổ chức",
    EntityKind.PLACE: "Địa danh",
    EntityKind.PERSON: "Người",
    EntityKind.PROGRAMME: "Chương trình",
}

LABEL_KINDS = {
    EntityLabel.DOC: EntityKind.DOCUMENT,
    EntityLabel.ORG: EntityKind.ORGANIZATION,
    EntityLabel.LOC: EntityKind.PLACE,
    EntityLabel.PER: EntityKind.PERSON,
    EntityLabel.PROG: EntityKind.PROGRAMME,
}
"""The kind of entity that each label of a mention names."""

MODALITY_NOTES = {
    Modality.ASSERTED: "",
    Modality.NEGATED: "câu phủ định",
    Modality.INTENDED: "mới là dự định",
    Modality.QUESTIONED: "mới là câu hỏi",
    Modality.REJECTED: "đã bị người bác bỏ",
}

_VIETNAMESE_DATE = re.compile(r"(?:(?:(?P<day>\d{1,2})[/.\-])?(?P<month>\d{1,2})[/.\-])?(?P<year>\d{4})$")


HELD = "có văn bản"
CITED = "chỉ được dẫn"
UNDECIDED = "chưa rõ là văn bản nào"


def note(document: Entity) -> str:
    """Whether the graph holds the text, only knows of the document, or does not know which one is meant."""
    if document.open:
        return UNDECIDED
    return HELD if document.held else CITED


def dated(document: Entity) -> str:
    """A document's name with its date, which tells it from others of its code."""
    return f"{document.name} ({document.date.vietnamese if document.date else 'không rõ ngày'})"


def title(document: Entity) -> str:
    """A document on one line: name, date, who issued it."""
    return dated(document) + (f", {document.issuer}" if document.issuer else "")


def day_words(day: dt.date) -> str:
    """A day as Vietnamese readers write it: ``16/6/2022``."""
    return f"{day.day}/{day.month}/{day.year}"


def where_words(file: str, span: Span, page: int | None = None, line: int | None = None) -> str:
    """Where a sentence stands: file, page and line where they are known, characters of the source's text."""
    where = [file]
    if page is not None:
        where.append(f"trang {page}")
    if line is not None:
        where.append(f"dòng {line}")
    return ", ".join([*where, f"ký tự {span.start}–{span.end}"])


def level_name(level: Level | None) -> str:
    """The level's Vietnamese name, or an empty string."""
    return level.vietnamese if level else ""


def decimal(value: float) -> str:
    """A number between 0 and 1 as Vietnamese readers write it.

    >>> decimal(0.973)
    '0,97'
    """
    return f"{value:.2f}".replace(".", ",")


def read_date(text: str) -> PartialDate:
    """Read a date that a person typed.

    Args:
        text: ISO (``2022-06-16``, ``2022-06``, ``2022``) or Vietnamese (``16/6/2022``, ``16-6-2022``, ``6/2022``).

    Raises:
        ValueError: If it is neither, or there is no such day.

    >>> str(read_date("16/6/2022"))
    '2022-06-16'
    """
    text = text.strip()
    if match := _VIETNAMESE_DATE.match(text):
        day, month, year = match["day"], match["month"], match["year"]
        return PartialDate(int(year), int(month) if month else None, int(day) if day else None)
    return PartialDate.parse(text)

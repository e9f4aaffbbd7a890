"""Mentions: what a source names, where, and what the words alone say about it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from ontology.dates import PartialDate
from ontology.levels import Level
from ontology.periods import Period
from ontology.spans import Span


class EntityLabel(StrEnum):
    """The five kinds of entity of the annotation guidelines."""

    DOC = "DOC"
    ORG = "ORG"
    LOC = "LOC"
    PER = "PER"
    PROG = "PROG"


@dataclass(frozen=True, slots=True)
class Citation:
    """What one ``DOC`` mention says of the document that it names.

    Args:
        type: Type word in its standard form (``Nghị quyết``, ``Chương trình``), or ``None`` where none stands.
        code: Normalised code, or ``None`` for a document named by title, session or law name.
        date: The date given at this mention, or ``None``; never taken from another mention.
        issuer: The issuing body as written (``Ban Thường vụ Tỉnh ủy``), or ``None``.
        title: The subject (trích yếu) as written, without quotation marks, or ``None``.
        term: The term or congress that the mention names (``khóa XIII``), or ``None``.
    """

    type: str | None
    code: str | None = None
    date: PartialDate | None = None
    issuer: str | None = None
    title: str | None = None
    term: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceName:
    """What one ``LOC`` mention says of the place.

    Args:
        unit: Unit word in lower case (``xã``, ``thị trấn``, ``huyện``, ``tỉnh``, ``ấp``), also when inherited from the
            head of a list; ``None`` for a region, a country or a bare name.
        name: The name alone, modern tone placement (``Hòa Mỹ``).
        parents: Names of the units that the text itself puts around it, nearest first (``("huyện Phụng Hiệp",)``).
    """

    unit: str | None
    name: str
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """What one ``ORG`` mention says of the body.

    Args:
        full_name: The name completed from the letterhead where it is elliptic (``Huyện ủy`` in a document of Phụng
            Hiệp: ``Huyện ủy Phụng Hiệp``); equal to the mention's ``norm`` where nothing is to be completed.
        level: The body's level, or ``None`` where the name does not tell.
        place: The place that it belongs to (``huyện Phụng Hiệp``), or ``None``.
    """

    full_name: str
    level: Level | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeName:
    """What one ``PROG`` mention says of the programme.

    Args:
        name: The name without its stage, white space folded.
        stage: The years or the year that this mention gives it (``giai đoạn 2021 - 2025``), or ``None``. It is said of
            this mention: other mentions of the same programme may give other stages.
    """

    name: str
    stage: Period | None = None


MentionDetail: TypeAlias = Citation | PlaceName | OrganizationName | ProgrammeName
"""What a mention's words say, by kind."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of a source that names an entity. Mentions are flat: none overlaps another.

    Args:
        label: The kind of entity.
        span: Where, in the original text.
        text: The original text at ``span``.
        norm: The normalised surface of GUIDELINES.md (``Nghị quyết 18-NQ/TW``, ``xã Tân Bình``).
        detail: ``Citation`` for DOC, ``PlaceName`` for LOC, ``OrganizationName`` for ORG, ``ProgrammeName`` for
            PROG; ``None`` for PER.
    """

    label: EntityLabel
    span: Span
    text: str
    norm: str
    detail: MentionDetail | None = None

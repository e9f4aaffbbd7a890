"""How names of bodies are built (``tables/organizations.json``)."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ontology.levels import Level
from ontology.table import Row, read_table, rows, strings


class Alone(StrEnum):
    """When a head word is a name without anything behind it."""

    ALWAYS = "always"
    OWN = "own"
    """The body of that kind that the document belongs to: ``Ban Thường vụ``."""
    POST = "post"
    """Behind a post: ``Bí thư Đảng ủy``."""
    OF = "of"
    """Before ``của`` and another body: ``Tổ giúp việc của Ban Thường vụ Huyện ủy``."""
    COORDINATION = "coordination"
    """Before another body that tells whose it is: ``HĐND, UBND huyện``."""
    NESTED = "nested"
    """Only directly behind another head: ``Văn phòng TU``."""
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class OrganizationHead:
    """A word that heads names of bodies, and what may follow it. One row of the table.

    Args:
        name: The head, where there is one in its full spelling (``Ủy ban nhân dân``).
        full: What the full name of the body begins with: ``name``, but for ``TT`` the words ``Thường trực``.
        forms: Other spellings and abbreviations (``UBND``).
        level: The level that the head itself shows.
        topic: A field of work may follow (``Sở`` *Nội vụ*); which ones, ``closed`` says.
        closed: Name of the list of topics; ``open``: the general list, and any capitalised words besides.
        lower_topic: The topic may be written in small letters (``Trung tâm trợ giúp pháp lý tỉnh``).
        acronym: The topic may be an abbreviation (``Bộ NN&PTNT``).
        number: A number may follow (``Đoàn giám sát 3615``).
        proper: A proper name may follow (``HTX Kỳ Như``).
        purpose: What the body is for may follow, in small letters (``Ban Chỉ đạo về …``).
        of: Another body may follow directly (``Ban Thường vụ`` *Huyện ủy*).
        unit: A unit word may follow, with or without its name (``UBND huyện``).
        bare: A unit word without a name may follow.
        place: A place's name without unit word may follow (``Huyện ủy`` *Phụng Hiệp*).
        required: The part without which the head names nothing: ``topic``, ``number``, ``unit``, ``name``, ``of``,
            ``place``, ``purpose``, ``site`` (a place, a number or a name), or ``subject`` (topic or body above).
        alone: When the head alone is a name.
        lower: The head may be written in small letters if what follows has a capital (``chi bộ Huyện đoàn``).
        mass: A mass organisation: named also with a plural level (``các cấp Hội Phụ nữ``).
        chain: A list may go on without the head (``Đoàn kiểm tra 167, 165``).
        same: Whether all forms mean the same (``HTX``), so that the full name takes the place of an abbreviation.
        many: Name of the list of topics that name a kind unless more follows (``Trường Mầm non``).
        unique: With a topic in small letters it still names one body (``Chi cục`` *bảo vệ thực vật*).
        activity: What it does may stand in small letters before its proper name (``HTX`` *nuôi tôm* ``Tân Hồng``).
        again: The head alone may take up a body named before (``Giám đốc`` *Hợp tác xã*).
        not_after: Words behind which it belongs to a post (``Phó Chủ tịch`` *Thường trực*).
        examples: Mentions that must be found whole.
    """

    name: str
    full: str
    forms: tuple[str, ...]
    level: Level | None
    topic: bool
    closed: str
    lower_topic: bool
    acronym: bool
    number: bool
    proper: bool
    purpose: bool
    of: bool
    unit: bool
    bare: bool
    place: bool
    required: str | None
    alone: Alone
    lower: bool
    mass: bool
    chain: bool
    same: bool
    many: str | None
    unique: bool
    activity: bool
    again: bool
    not_after: frozenset[str]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FixedOrganization:
    """A body with one fixed name."""

    name: str
    forms: tuple[str, ...]
    level: Level | None
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoOrganization:
    """Words that look like a body's name and are none (``Cổng Dịch vụ công quốc gia``)."""

    name: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganizationTable:
    """The whole table.

    Args:
        fixed: Bodies with one name.
        heads: Words that head names.
        none: What is no body.
        short: Words of topics, each with its abbreviations.
        topics: Maps the name of a list to its phrases.
    """

    fixed: tuple[FixedOrganization, ...]
    heads: tuple[OrganizationHead, ...]
    none: tuple[NoOrganization, ...]
    short: tuple[tuple[str, tuple[str, ...]], ...]
    topics: dict[str, tuple[str, ...]]


@cache
def organization_table() -> OrganizationTable:
    """Return the table, read on first use."""
    table = read_table("organizations.json")
    topics = table["topics"]
    if not isinstance(topics, dict):
        raise TypeError("organizations.json: topics")
    return OrganizationTable(
        tuple(_fixed(row) for row in rows(table, "fixed")),
        tuple(_head(row) for row in rows(table, "heads")),
        tuple(NoOrganization(str(row["name"]), strings(row["forms"])) for row in rows(table, "none")),
        tuple((str(row["words"]), strings(row["forms"])) for row in rows(table, "short")),
        {name: strings(phrases) for name, phrases in topics.items()},
    )


def _level(row: Row) -> Level | None:
    return Level(str(row["level"])) if row.get("level") else None


def _fixed(row: Row) -> FixedOrganization:
    return FixedOrganization(str(row["name"]), strings(row["forms"]), _level(row), strings(row["examples"]))


def _head(row: Row) -> OrganizationHead:
    required, many = row.get("required"), row.get("many")
    return OrganizationHead(
        name=str(row["name"]),
        full=str(row.get("full", row["name"])),
        forms=strings(row["forms"]),
        level=_level(row),
        topic=bool(row.get("topic")),
        closed=str(row.get("closed", "open")),
        lower_topic=bool(row.get("lower_topic")),
        acronym=bool(row.get("acronym")),
        number=bool(row.get("number")),
        proper=bool(row.get("proper")),
        purpose=bool(row.get("purpose")),
        of=bool(row.get("of")),
        unit=bool(row.get("unit")),
        bare=bool(row.get("bare", True)),
        place=bool(row.get("place")),
        required=str(required) if required else None,
        alone=Alone(str(row["alone"])),
        lower=bool(row.get("lower")),
        mass=bool(row.get("mass")),
        chain=bool(row.get("chain")),
        same=bool(row.get("same", True)),
        many=str(many) if many else None,
        unique=bool(row.get("unique")),
        activity=bool(row.get("activity")),
        again=bool(row.get("again")),
        not_after=frozenset(strings(row.get("not_after"))),
        examples=strings(row["examples"]),
    )

"""Kinds and known names of programmes (``tables/programmes.json``)."""

from dataclasses import dataclass
from functools import cache

from ontology.table import Row, read_table, rows, strings


@dataclass(frozen=True, slots=True)
class ProgrammeKind:
    """A word that heads names of programmes.

    Args:
        kind: The word in lower case (``dự án``).
        forms: Longer words that head them as well (``tiểu dự án``).
        quoted: Whether a name in quotation marks may follow.
        capital: Whether the word must have a capital (``Tháng Thanh niên``).
        described_by: Words that begin a description that is the name (``Dự án`` *đầu tư xây dựng …*); the kind word
            has a capital then.
        named: Names that may follow in any case of letters (``Quỹ`` *hỗ trợ nông dân*).
        generic: Descriptions that always need a proper name.
        proper: Whether the description must hold a proper name, unless the capital alone shows one certain project:
            a *Dự án đầu tư xây dựng nhà ở xã hội* is a kind of project.
        labelled: Whether a description is a name only where it labels an item (``a) Mô hình trồng nấm: xã A``), or
            where one told at length is in a certain unit (``mô hình nuôi lươn trong bể lót bạt tại xã A``).
        open: Whether any words are a name behind a capital that no sentence asks for (``tham gia Đề án`` *giữ rừng*).
        launched: Whether they are behind a small kind word too, where what stands before launches or carries it out.
        glued: Whether the quotation must stand directly behind the word (a *Kế hoạch* with more words is a document).
        sites: Words for works that make a name with the proper name behind them, whatever the kind word's letters
            (``dự án`` *điện hạt nhân Ninh Thuận*).
        lower: Descriptions that make a name even behind a small kind word (``chiến dịch`` *tình nguyện hè*).
        examples: Mentions that must be found.
    """

    kind: str
    forms: tuple[str, ...]
    quoted: bool
    capital: bool
    described_by: tuple[str, ...]
    named: tuple[str, ...]
    lower: tuple[str, ...]
    generic: tuple[str, ...]
    proper: bool
    labelled: bool
    open: bool
    launched: bool
    glued: bool
    sites: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeName:
    """A programme known by name.

    Args:
        name: The name.
        forms: Other names.
        quoted: Whether it counts alone only in quotation marks, which belong to the mention then.
        kind_only: Whether it counts only behind a kind word.
        examples: Mentions that must be found.
    """

    name: str
    forms: tuple[str, ...]
    quoted: bool
    kind_only: bool
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeTable:
    """The whole table.

    Args:
        kinds: Words that head names.
        names: Programmes known by name.
        not_named: Words that begin no name behind a kind word, capital or not.
        bare: Descriptions that name nothing without more words behind them.
        plurals: Words before a kind word that make it a kind, not one programme (``các``).
        acts: Names of acts; a comma between two of them stands inside a name (``nâng cấp, mở rộng``).
        comma_pairs: Pairs of other words that a comma does not part (``học sinh, sinh viên``).
        numbered: Words whose number is a name (``quốc lộ``).
        goes_on: Begin no name behind a capital that may stand for a programme named before.
        bodies: Begin the name of a body that bears the name of a programme.
        launching: Stand before what is launched or carried out.
        trailing: Verbs between a name and ``tại``, ``ở``, ``cho``.
        carried_out: Begin what is told of a certain project (``được triển khai tại …``).
        examples: Texts with all their programmes in square brackets, by which the lists are tried.
    """

    kinds: tuple[ProgrammeKind, ...]
    names: tuple[ProgrammeName, ...]
    not_named: tuple[str, ...]
    bare: tuple[str, ...]
    plurals: tuple[str, ...]
    acts: tuple[str, ...]
    comma_pairs: tuple[str, ...]
    carried_out: tuple[str, ...]
    numbered: tuple[str, ...]
    goes_on: tuple[str, ...]
    bodies: tuple[str, ...]
    launching: tuple[str, ...]
    trailing: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def programme_table() -> ProgrammeTable:
    """Return the table, read on first use."""
    table = read_table("programmes.json")
    lists = rows(table, "lists")
    return ProgrammeTable(
        kinds=tuple(_kind(row) for row in rows(table, "kinds")),
        names=tuple(_name(row) for row in rows(table, "names")),
        examples=tuple(example for row in lists for example in strings(row["examples"])),
        **{str(row["name"]): strings(row["words"]) for row in lists},
    )


def _kind(row: Row) -> ProgrammeKind:
    return ProgrammeKind(
        kind=str(row["kind"]),
        forms=strings(row["forms"]),
        quoted=bool(row["quoted"]),
        capital=bool(row.get("capital")),
        described_by=strings(row["described_by"]),
        named=strings(row.get("named")),
        lower=strings(row.get("lower")),
        generic=strings(row.get("generic")),
        proper=bool(row.get("proper")),
        labelled=bool(row.get("labelled")),
        open=bool(row.get("open")),
        launched=bool(row.get("launched")),
        glued=bool(row.get("glued")),
        sites=strings(row.get("sites")),
        examples=strings(row["examples"]),
    )


def _name(row: Row) -> ProgrammeName:
    return ProgrammeName(
        name=str(row["name"]),
        forms=strings(row["forms"]),
        quoted=bool(row.get("quoted")),
        kind_only=bool(row.get("kind_only")),
        examples=strings(row["examples"]),
    )

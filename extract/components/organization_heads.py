"""What the grammar of organisations works with: the table of heads, and bodies as they are read."""

from dataclasses import dataclass, field
from functools import cache

from extract.words import Phrases
from ontology.organizations import FixedOrganization, NoOrganization, OrganizationHead, organization_table

HeadRow = tuple[OrganizationHead | FixedOrganization | NoOrganization, str]
"""A row of the table and the form of its name that stands in the text."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body found at words ``first`` to before ``last``.

    Args:
        first: Index of its first word.
        last: Index behind its last word.
        row: The head or fixed name that it grew from.
        head: Index behind the head word (for a later item of a list, which has none, its first word).
        middle: Index behind head, topic, number and proper name: what follows tells whose it is.
        above: The body that follows directly, if one does (``Ban Thường vụ`` *Huyện ủy*).
        unit: The unit word in it (``huyện``), if any.
        place: The place's name in it as written (``Phụng Hiệp``), if any.
        named: The body named before that a head alone takes up, if there is one and only one.
        partner: The body behind ``và`` or a comma that tells whose this one is (``Thường trực``, *Ban Thường vụ
            Huyện ủy*).
    """

    first: int
    last: int
    row: OrganizationHead | FixedOrganization
    head: int
    middle: int
    above: "Body | None" = None
    unit: str | None = None
    place: tuple[int, int] | None = None
    partner: "Body | None" = None
    named: "Body | None" = None


@dataclass(slots=True)
class Draft:
    """What has been read so far behind a head.

    Args:
        first: Index of the head's first word.
        head: Index behind the head.
        end: Index behind what was read.
        parts: Names of the parts that were read (see ``OrganizationHead.required``).
        above: As in ``Body``.
        unit: As in ``Body``.
        place: As in ``Body``.
    """

    first: int
    head: int
    end: int
    parts: set[str] = field(default_factory=set)
    above: Body | None = None
    unit: str | None = None
    place: tuple[int, int] | None = None


class KindError(Exception):
    """The words name a kind of bodies, not one body (``UBND các xã``).

    Args:
        end: Index behind the words.
    """

    def __init__(self, end: int) -> None:
        self.end = end
        super().__init__(end)


@cache
def head_phrases() -> Phrases[HeadRow]:
    """Return all forms of fixed names and heads; ``Trung ương`` may be written ``TW`` in any of them."""
    table = organization_table()
    rows: list[tuple[str, HeadRow]] = []
    named: tuple[OrganizationHead | FixedOrganization | NoOrganization, ...] = (*table.fixed, *table.heads, *table.none)
    for row in named:
        for form in (row.name, *row.forms):
            rows += [(spelling, (row, form)) for spelling in (form, form.replace("Trung ương", "TW"))]
    return Phrases(rows)


@cache
def lower_first_keys() -> frozenset[str]:
    """Return the first words of the heads that may be written in small letters."""
    heads = (row for row in organization_table().heads if row.lower)
    return frozenset(form.split()[0].casefold() for row in heads for form in (row.name, *row.forms))

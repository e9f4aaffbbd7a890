"""What a reading document says about itself: the frame in which its elliptic names are understood."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from graph.identity.iris import short_hash, slug
from graph.identity.units import Unit, day_of_system, find_unit, full_name_in, split_unit, units_of_name
from ontology.dates import PartialDate
from ontology.extraction import Extraction, Letterhead
from ontology.folding import modern_tones
from ontology.levels import Level
from ontology.mentions import OrganizationName, PlaceName


@dataclass(frozen=True, slots=True)
class Context:
    """The frame of one source.

    Args:
        file: The source's file.
        sha256: Its hash.
        units: The unit that the issuing body governs and those around it, nearest first; empty if unknown.
        date: Date of issue as far as it is known.
        organ: The issuing body as the letterhead names it.
        own_organ: The organ of the document's own code (``UBND``), or ``None``.
        central: Whether the letterhead is that of a central body.
        about: Of a central document, the one province that its title is about, or ``None``.
        own_key: Issuing body, code and date where the letterhead has them all, else ``None``.
    """

    file: str
    sha256: str
    units: tuple[Unit, ...]
    date: PartialDate | None
    organ: str | None
    own_organ: str | None
    central: bool
    own_key: str | None
    about: Unit | None = None

    @property
    def day(self) -> dt.date | None:
        """A day by which the system of administrative units is chosen; for an undated source, by its own unit's."""
        if self.date is not None:
            return self.date.first_day
        return day_of_system(self.units[0]) if self.units else None

    @property
    def last_day(self) -> dt.date | None:
        """The latest day that the document can be of: nothing later can be cited in it."""
        return None if self.date is None else self.date.last_day

    @property
    def key(self) -> str:
        """What tells the source: its own code and date, which survive an edit, or else the hash of its bytes."""
        return self.own_key or self.sha256

    @property
    def region(self) -> tuple[str, ...]:
        """Path of the own unit; empty if unknown."""
        return self.units[0].path if self.units else ()

    @property
    def apart(self) -> tuple[str, ...]:
        """Under what units are kept of which it is not known where they lie: two sources may mean two of one name."""
        source = f"nguon-{short_hash(self.key)}"
        return self.group if self.group == (source,) else (*self.group, source)

    @property
    def group(self) -> tuple[str, ...]:
        """Under what names are kept apart that mean something only around here: the own unit, or else the source."""
        if self.central:
            return ("trung-uong",)
        return self.region or (f"nguon-{short_hash(self.key)}",)

    def unit_at(self, level: Level | None) -> Unit | None:
        """Return the own unit, or the one around it, of that level."""
        return next((unit for unit in self.units if unit.level is level), None)


def read_context(extraction: Extraction) -> Context:
    """Return the frame of a source: from its letterhead, or where that tells no place from the text.

    Args:
        extraction: What was read from the source.
    """
    head = extraction.letterhead
    day = head.date.first_day if head.date else None
    central = head.level is Level.CENTRAL
    own = None if central else _own_unit(extraction, day)
    return Context(
        file=extraction.file,
        sha256=extraction.sha256,
        units=own.chain() if own else (),
        date=head.date,
        organ=head.organ,
        own_organ=_organ_of(head.code),
        central=central,
        own_key=_key(head),
        about=_province_in_title(extraction, day) if central else None,
    )


def _province_in_title(extraction: Extraction, day: dt.date | None) -> Unit | None:
    """Return the one province that a title names ("về việc sắp xếp … của tỉnh Đồng Tháp năm 2025"); of several none."""
    title = modern_tones(extraction.letterhead.title or "").casefold()
    found: dict[tuple[str, ...], Unit] = {}
    for full_name in sorted(set(_named_places(extraction))) if title else ():
        if split_unit(full_name)[1].casefold() in title:
            unit = find_unit(full_name, on=day)
            if unit is not None and unit.level is Level.PROVINCE:
                found[unit.path] = unit
    if len(found) != 1:
        return None
    (province,) = found.values()
    return province if province.full_name.casefold() in title else None


def _key(head: Letterhead) -> str | None:
    if head.organ is None or head.code is None or head.code.startswith(("-", "/")) or head.date is None:
        return None
    return "\x1f".join((head.organ.casefold(), head.code, str(head.date)))


def _own_unit(extraction: Extraction, day: dt.date | None) -> Unit | None:
    """Return the unit that the issuing body governs: by the letterhead, and where that is not enough by the text."""
    head = extraction.letterhead
    parent = full_name_in(head.parent) if head.parent else None
    around = tuple(name for name in (parent, head.province) if name is not None and name != head.place)
    outer = next((unit for unit in (find_unit(name, on=day) for name in around) if unit is not None), None)
    if head.place is None:
        return outer or _only_unit(extraction, day)
    near = outer.chain() if outer else ()
    known = tuple(name for name in around if find_unit(name) is not None)
    return find_unit(head.place, within=known, near=near, on=day) or _supported(head.place, extraction, day) or outer


def _supported(place: str, extraction: Extraction, day: dt.date | None) -> Unit | None:
    """Return the one unit of that name of which the text names a unit around it."""
    named = {slug(name) for names in (_body_places(extraction), _named_places(extraction)) for name in names}
    found = [unit for unit in units_of_name(place, day) if named & set(unit.path[:-1])]
    return found[0] if len(found) == 1 else None


def _only_unit(extraction: Extraction, day: dt.date | None) -> Unit | None:
    """Return the one district that bodies or places of this text name, or else the one province; with two, none.

    A report without letterhead still says "Đảng bộ huyện Phụng Hiệp" of itself. Districts that are named as places
    only (a neighbour, a partner) do not count while a body tells.
    """
    for level in (Level.DISTRICT, Level.PROVINCE):
        for names in (_body_places(extraction), _named_places(extraction)):
            units = {name: find_unit(name, on=day) for name in sorted(set(names))}
            known = {unit.path: unit for unit in units.values() if unit is not None and unit.level is level}
            if known:
                return next(iter(known.values())) if len(known) == 1 else None
    return None


def _body_places(extraction: Extraction) -> Iterable[str]:
    for mention in extraction.mentions:
        if isinstance(mention.detail, OrganizationName):
            name = mention.detail.place or full_name_in(mention.detail.full_name)
            if name is not None:
                yield name


def _named_places(extraction: Extraction) -> Iterable[str]:
    for mention in extraction.mentions:
        if isinstance(mention.detail, PlaceName) and mention.detail.unit:
            yield f"{mention.detail.unit} {mention.detail.name}"


def _organ_of(code: str | None) -> str | None:
    if code is None:
        return None
    _, _, tail = code.rpartition("/")
    # "-BC/HU" ends with its organ; "89/KH-UBND" with type and organ.
    head, _, organ = tail.partition("-")
    return (organ or head) or None

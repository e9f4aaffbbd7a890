"""Completing the name of a body from the letterhead: ``Huyện ủy`` → ``Huyện ủy Phụng Hiệp``; its level and place."""

from dataclasses import dataclass

from extract.components.organization_heads import Body
from extract.components.place_known import split_unit
from extract.components.place_names import place_name
from extract.words import Words
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.mentions import OrganizationName
from ontology.organizations import Alone, FixedOrganization
from ontology.units import level_of, unit_words_of


@dataclass(frozen=True, slots=True)
class _Unit:
    """The unit that a body belongs to, with the level that it shows."""

    level: Level | None
    place: str | None


def complete(words: Words, body: Body, letterhead: Letterhead) -> OrganizationName:
    """Return a body's full name, level and place.

    Args:
        words: The words of the text.
        body: The body as the grammar read it.
        letterhead: Whose document it is; it names the units that bare unit words mean.
    """
    row = body.row
    if isinstance(row, FixedOrganization):
        return OrganizationName(row.name, row.level, None)
    if body.named is not None:
        return complete(words, body.named, letterhead)
    head = row.full if row.same or body.head == body.first else _plain(words, body.first, body.head)
    parts = [head]
    if body.middle > body.head:
        parts.append(_plain(words, body.head, body.middle))
    if body.above is not None:
        above = complete(words, body.above, letterhead)
        return OrganizationName(" ".join([*parts, above.full_name]), above.level, above.place)
    unit = _unit(words, body, letterhead)
    written = body.last > body.middle
    if unit.place is not None:
        parts.append(_tail(body, unit.place))
    elif written:
        parts.append(_plain(words, body.middle, body.last))
    elif body.partner is not None:
        partner = complete(words, body.partner.above or body.partner, letterhead)
        owner = partner.full_name if body.partner.above else (partner.place or "")
        return OrganizationName(f"{head} {owner}".strip(), partner.level, partner.place)
    elif row.alone is Alone.OWN and not row.mass and letterhead.organ and _is_party_committee(letterhead.organ):
        owner = letterhead.place if row.place and letterhead.place else letterhead.organ
        return OrganizationName(f"{head} {owner}", letterhead.level, letterhead.place)
    return OrganizationName(" ".join(parts), unit.level, unit.place)


def _unit(words: Words, body: Body, letterhead: Letterhead) -> _Unit:
    row = body.row
    name = place_name(words, *body.place) if body.place else None
    if body.unit is not None:
        level = level_of(body.unit) or _city_level(name, letterhead)
        if name is not None:
            return _Unit(level, f"{body.unit} {name}")
        return _Unit(level, _own(level, letterhead))
    if name is not None:
        return _Unit(row.level, _with_unit_word(name, row.level))
    if body.last > body.middle:
        central = words.surface(body.middle, body.last).casefold().startswith(("trung ương", "việt nam"))
        return _Unit(Level.CENTRAL if central else row.level, None)
    if row.level is None or row.level is Level.CENTRAL:
        return _Unit(row.level, None)
    return _Unit(row.level, _own(row.level, letterhead))


def _own(level: Level | None, letterhead: Letterhead) -> str | None:
    """Return the unit of a level that the document's letterhead names."""
    if level is letterhead.level:
        return letterhead.place
    return letterhead.province if level is Level.PROVINCE else None


def _city_level(name: str | None, letterhead: Letterhead) -> Level | None:
    """Return the level of a ``thành phố``: a city under the centre or one under a province."""
    if name is None:
        return letterhead.level
    return Level.PROVINCE if name in _CENTRAL_CITIES else Level.DISTRICT


_CENTRAL_CITIES = frozenset({"Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"})


def _with_unit_word(name: str, level: Level | None) -> str:
    """Return a bare name with the unit word that fits the body's level (``Huyện ủy Phụng Hiệp``: ``huyện``)."""
    units = sorted(unit for unit in unit_words_of(name) if level is None or (level_of(unit) or Level.PROVINCE) is level)
    preferred = [unit for unit in ("tỉnh", "huyện", "quận", "thị xã", "thành phố", "xã") if unit in units]
    return f"{preferred[0]} {name}" if preferred else name


def _tail(body: Body, place: str) -> str:
    """Return how a place ends a body's name: the committee's own word already tells the unit word."""
    if body.unit is None and body.row.name in _TELL_UNIT:
        return split_unit(place)[1]
    return place


_TELL_UNIT = frozenset({"Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Tỉnh đoàn", "Thành đoàn", "Huyện đoàn",
                        "Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Huyện ủy", "Quận đoàn", "Thị đoàn"})  # fmt: skip


def _is_party_committee(organ: str) -> bool:
    return organ.split(" ")[0].casefold() in ("tỉnh", "thành", "huyện", "quận", "thị", "đảng")


def _plain(words: Words, first: int, last: int) -> str:
    """Return words with single blanks; out of a heading, in ordinary letters."""
    surface = " ".join(words.surface(first, last).split())
    if surface.isupper() and " " in surface and len(surface) > 4:
        surface = " ".join(
            part.capitalize() if index == 0 else part for index, part in enumerate(surface.lower().split(" "))
        )
    return surface

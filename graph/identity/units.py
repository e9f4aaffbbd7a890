"""Which administrative unit a name means, seen from the document that names it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from graph.identity.iris import slug
from ontology.folding import modern_tones
from ontology.levels import Level
from ontology.lineage import NAMES_OF_34_KNOWN, former_province, standing, successors_of
from ontology.units import FIRST_DAY_OF_34, LAST_DAY_OF_63, AdminUnit, all_units, parents_of, units_named

_LONGEST_UNIT_WORD = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit, told by its place in the hierarchy: of one name, one path, whatever the system.

    Args:
        path: Slugs from the province down (``("tinh-hau-giang", "huyen-phung-hiep")``): the unit's identity.
        names: Full names, the unit's own first, then those around it, nearest first.
        level: Its level.
    """

    path: tuple[str, ...]
    names: tuple[str, ...]
    level: Level

    @property
    def full_name(self) -> str:
        """Unit word and name: ``huyện Phụng Hiệp``."""
        return self.names[0]

    @property
    def unit_word(self) -> str:
        """``huyện``, ``thị trấn``."""
        return split_unit(self.full_name)[0] or ""

    @property
    def suffix(self) -> str:
        """What the path adds to the name's slug to tell the unit from a neighbour; mostly empty."""
        return self.path[-1].removeprefix(slug(self.full_name))

    @property
    def name(self) -> str:
        """The name without its unit word."""
        return split_unit(self.full_name)[1]

    def around(self) -> tuple["Unit", ...]:
        """Return the units around it, nearest first."""
        outer = []
        for depth in range(1, len(self.path)):
            names = self.names[depth:]
            level = Level.PROVINCE if len(names) == 1 else Level.DISTRICT
            outer.append(Unit(self.path[: len(names)], names, level))
        return tuple(outer)

    def chain(self) -> tuple["Unit", ...]:
        """Return the unit itself and those around it, nearest first."""
        return (self, *self.around())


@lru_cache(maxsize=65_536)
def split_unit(full_name: str) -> tuple[str | None, str]:
    """Split ``huyện Phụng Hiệp`` into unit word and name; the unit word is ``None`` for a bare name.

    The unit word is what stands before the first capital: names begin with one, or are numbers (``ấp 4``).
    """
    words = modern_tones(full_name).split()
    for count in range(min(_LONGEST_UNIT_WORD, len(words) - 1), 0, -1):
        head, rest = words[:count], words[count:]
        if all(word.islower() for word in head) and not rest[0].islower():
            return " ".join(head), " ".join(rest)
    return None, " ".join(words)


@cache
def unit_words() -> frozenset[str]:
    """Return all unit words of both systems: ``tỉnh``, ``thị trấn`` and so on."""
    return frozenset(unit.unit for unit in all_units())


def full_name_in(text: str) -> str | None:
    """Return the unit's name that a longer name ends with: ``huyện Phụng Hiệp`` in ``Đảng bộ huyện Phụng Hiệp``."""
    words = text.split(" ")
    for start in range(len(words)):
        # The unit word, and one word that shows where the name begins: a long text is not read anew from each word.
        word, _ = split_unit(" ".join(words[start : start + _LONGEST_UNIT_WORD + 1]))
        if word in unit_words():
            word, name = split_unit(" ".join(words[start:]))
            return f"{word} {name}"
    return None


def units_of_name(full_name: str, on: date | None = None) -> list[Unit]:
    """Return all units of a full name, those of the system of that day first if there are any.

    Args:
        full_name: With its unit word.
        on: The day.
    """
    word, name = split_unit(full_name)
    found = {unit.path: unit for unit in _units(name, word, on)}
    return list(found.values()) or list({unit.path: unit for unit in _units(name, word, None)}.values())


def find_unit(
    full_name: str,
    *,
    within: Sequence[str] = (),
    near: Sequence[Unit] = (),
    on: date | None = None,
    about: Unit | None = None,
) -> Unit | None:
    """Return the one unit that a name means, or ``None`` where that stays open.

    Args:
        full_name: With its unit word (``xã Tân Bình``); a bare name only means a province.
        within: Names of units that the text puts around it.
        near: The reading document's own units, nearest first: a unit inside one of them, or around it, is meant
            before others of that name.
        on: The document's date; units of the system of that day come first, and those of the 34 provinces mean
            nothing before their names were known.
        about: The province that a document which stands above all is about: units beneath it are meant, and since the
            34 were known, those of its land in either system.

    Returns:
        Of a commune that nothing puts elsewhere, one of the land of ``near``: the only table row of a former
        commune's name is that of a namesake at the other end of the country.
    """
    return _find_unit(full_name, tuple(within), tuple(near), on, about)


# Sources repeat themselves: the same few names, seen from the same unit on the same day.
@lru_cache(maxsize=65_536)
def _find_unit(
    full_name: str, within: tuple[str, ...], near: tuple[Unit, ...], on: date | None, about: Unit | None
) -> Unit | None:
    word, name = split_unit(full_name)
    found = {unit.path: unit for unit in _units(name, word, None)}
    if word is None:
        found = {path: unit for path, unit in found.items() if len(path) == 1}
    if on is not None and on < NAMES_OF_34_KNOWN:
        stood = {unit.path for unit in _units(name, word, on)}
        found = {path: unit for path, unit in found.items() if path in stood}
    for outer in within:
        slugs = {slug(outer), *(path[0] for path in _heirs(outer))}
        found = {path: unit for path, unit in found.items() if slugs & set(path[:-1]) or _bare_in(outer, unit)}
    if about is not None and any(len(path) > 1 for path in found):
        return _only_in(about, found, on)
    of_any_day = found
    if on is not None and len(found) > 1:
        of_that_day = {unit.path: unit for unit in _units(name, word, on)}
        found = {path: unit for path, unit in found.items() if path in of_that_day} or found
    for inside in filter(None, _inside_near(found, of_any_day if not within else {}, near, on)):
        return inside[0] if len(inside) == 1 else None
    if len(found) != 1:
        return None
    (unit,) = found.values()
    if unit.level is Level.COMMUNE and near and not within and not _land(unit) & _land(near[-1]):
        return None
    return unit


def _inside_near(
    found: Mapping[tuple[str, ...], Unit],
    of_any_day: Mapping[tuple[str, ...], Unit],
    near: tuple[Unit, ...],
    on: date | None,
) -> Iterator[list[Unit]]:
    """Yield the units that lie in an own unit, nearest first, and behind them those that were its land once."""
    for own in near:
        own_paths = (own.path, *_heirs(own.full_name))
        yield [unit for path, unit in found.items() if any(path[: len(each)] == each for each in own_paths)]
    if on is not None and on >= FIRST_DAY_OF_34:
        for own in near:
            yield [unit for unit in of_any_day.values() if _once_in(own, unit, on)]


def _only_in(about: Unit, found: Mapping[tuple[str, ...], Unit], on: date | None) -> Unit | None:
    """Return the one unit that lies in a province, of both systems where both may be spoken of."""
    if on is not None and on < NAMES_OF_34_KNOWN:
        inside = [unit for path, unit in found.items() if path[0] == about.path[0]]
    else:
        inside = [unit for unit in found.values() if _land(unit) & _land(about)]
    return inside[0] if len(inside) == 1 else None


def _once_in(own: Unit, unit: Unit, on: date) -> bool:
    """Tell whether a former unit is known to have been land of what an own unit is on a day."""
    if own.level is Level.PROVINCE:
        return unit.path[:1] in {former.path for former in units_standing(own, Level.PROVINCE, LAST_DAY_OF_63, on)}
    return unit in units_standing(own, Level.COMMUNE, LAST_DAY_OF_63, on)


@lru_cache(maxsize=65_536)
def units_standing(unit: Unit, level: Level, on: date, known_on: date) -> tuple[Unit, ...]:
    """Return the units of a level, on a day, in which a unit's land lay.

    Args:
        unit: The unit, as it stood on ``known_on``.
        level: The level asked for.
        on: The day.
        known_on: A day on which the unit stood.
    """
    rows = [row for row in _stood(unit) if row.existed(known_on)]
    found = {
        unit_of_row(row).path: unit_of_row(row)
        for own in rows
        for row in standing(own, level, on)
        if row.level is level
    }
    return tuple(found[path] for path in sorted(found))


def day_of_system(unit: Unit) -> date | None:
    """Return a day of the one system in which a unit of that path stood; ``None`` if it stood in both.

    A district tells its system, a commune by what is around it, a province only if it is no more or new.
    """
    if former_province(unit.full_name) is not None:
        return LAST_DAY_OF_63
    days = {found.valid_to or found.valid_from for found in _stood(unit)}
    return days.pop() if len(days) == 1 else None


def _land(unit: Unit) -> frozenset[str]:
    """Return the ids of the provinces of today in which a unit's province lies."""
    province = unit.chain()[-1]
    former = former_province(province.full_name)
    rows = former.became if former else _stood(province)
    return frozenset(heir.id for stood in rows for heir in successors_of(stood) or (stood,))


def _heirs(full_name: str) -> tuple[tuple[str, ...], ...]:
    """Return the paths of the provinces that took a former province's land; nothing for what was none."""
    former = former_province(full_name)
    return tuple(unit_of_row(unit).path for unit in former.became) if former else ()


@lru_cache(maxsize=65_536)
def _stood(unit: Unit) -> tuple[AdminUnit, ...]:
    """Return the rows of the tables that have a unit's path."""
    return tuple(row for row in units_named(unit.name, unit.unit_word) if unit_of_row(row).path == unit.path)


def _units(name: str, word: str | None, on: date | None) -> list[Unit]:
    found = [unit_of_row(unit) for unit in units_named(name, word, on)]
    if not found and (former := former_province(f"{word or 'tỉnh'} {name}")):
        # What it was divided into has other names; it keeps its own.
        found = [Unit((slug(former.name),), (former.name,), Level.PROVINCE)]
    return found


@lru_cache(maxsize=65_536)
def unit_of_row(unit: AdminUnit) -> Unit:
    """Return the unit that a row of the tables is."""
    chain = (unit, *parents_of(unit))
    path = tuple(slug(each.full_name) + _apart(each) for each in reversed(chain))
    return Unit(path, tuple(each.full_name for each in chain), unit.level)


def _apart(unit: AdminUnit) -> str:
    """Tell neighbours apart that differ in tone marks only: xã Hoằng Phú and xã Hoằng Phụ of one district."""
    return f"-{unit.id.partition('/')[2]}" if unit.id in _alike() else ""


@cache
def _alike() -> frozenset[str]:
    """Return the ids of the units whose slug is also another neighbour's."""
    by_slug: dict[tuple[str, ...], dict[str, str]] = {}
    for unit in all_units():
        by_slug.setdefault((*unit.parents[:1], slug(unit.full_name)), {})[unit.id] = unit.full_name
    return frozenset(i for names in by_slug.values() if len(set(names.values())) > 1 for i in names)


def _bare_in(outer: str, unit: Unit) -> bool:
    word, name = split_unit(outer)
    return word is None and any(split_unit(around)[1] == name for around in unit.names[1:])


def tabled(full_name: str, path: tuple[str, ...]) -> tuple[AdminUnit, ...]:
    """Return the units of the tables that stand at a place in the hierarchy: one for each system that has it.

    Args:
        full_name: With its unit word.
        path: Its path.
    """
    word, name = split_unit(full_name)
    return tuple(unit for unit in units_named(name, word) if unit_of_row(unit).path == path)

"""Which units the reading document's own unit was, or lay in, on the day of what it speaks of.

A document of Cần Thơ of autumn 2025 names programmes of 2023: what it calls "Tỉnh ủy" then was that of Hậu Giang for
one commune and that of Sóc Trăng for another, and for the city itself it stays open which.
"""

from graph.identity.context import Context
from graph.identity.units import Unit, units_standing
from ontology.dates import PartialDate
from ontology.levels import Level
from ontology.units import FIRST_DAY_OF_34, LAST_DAY_OF_63, level_of


def own_units(context: Context, level: Level, date: PartialDate | None = None) -> tuple[Unit, ...]:
    """Return the own units of a level on a day: one, none, or several where the own unit was made of several.

    Args:
        context: The reading document's frame.
        level: The level asked for.
        date: When what is spoken of was; ``None``: as long as the own unit has stood, but for districts, of which
            there are none since 1 July 2025.
    """
    now = context.unit_at(level)
    if not context.units or context.day is None or context.day < FIRST_DAY_OF_34:
        return (now,) if now is not None else ()
    if date is None:
        days = [LAST_DAY_OF_63] if level is Level.DISTRICT else []
    else:
        days = sorted({day for day in (date.first_day, date.last_day) if day < FIRST_DAY_OF_34})
    found: dict[tuple[str, ...], Unit] = {}
    if now is not None and (date is None or date.last_day >= FIRST_DAY_OF_34):
        found[now.path] = now
    for day in days:
        for unit in units_standing(context.units[0], level, day, context.day):
            found[unit.path] = unit
    return tuple(found[path] for path in sorted(found))


def own_unit_called(word: str, context: Context, date: PartialDate | None = None) -> Unit | None:
    """Return the own unit that a unit word alone means: "huyện", "của Tỉnh ủy"; ``None`` where none or several fit.

    Each unit of a level has one word, but people of a city go on saying "tỉnh" of what is above them: where the own
    units hold no such word, the one of the word's level is meant if it is a province.

    Args:
        word: The unit word.
        context: The reading document's frame.
        date: When what is spoken of was.
    """
    level = level_of(word)
    for tried in (level,) if level is not None else (Level.COMMUNE, Level.DISTRICT, Level.PROVINCE):
        units = own_units(context, tried, date)
        called = [unit for unit in units if unit.unit_word == word]
        if called:
            return called[0] if len(called) == 1 else None
        if level is Level.PROVINCE and len(units) == 1:
            return units[0]
    return None

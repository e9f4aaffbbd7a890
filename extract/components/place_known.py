"""Places that are known by name alone: provinces, regions, countries, units of former times, the document's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extract.context import Context
from extract.words import Phrases
from ontology.folding import modern_tones
from ontology.places import place_table
from ontology.units import all_units


@dataclass(frozen=True, slots=True)
class KnownName:
    """What a name alone stands for: its unit word, or ``None`` for regions and countries."""

    unit: str | None
    name: str
    form: str
    exact: bool = False


_NOT_ALONE = frozenset({"Cần Thơ", "HCM", "Phước Long"})
"""Names of former units that alone mean another one, or nothing."""


@cache
def known_alone() -> Phrases[KnownName]:
    """Return the names that need no unit word."""
    table = place_table()
    rows: list[tuple[str, KnownName]] = []
    for known in (*table.regions, *table.countries):
        forms = (known.name, *known.forms) if known.bare else known.forms
        rows += [
            (form, KnownName(None, known.name if form == known.name else form, form, known.exact)) for form in forms
        ]
    for unit in all_units():
        if unit.level.rank == 1 and unit.name != "Hồ Chí Minh":
            rows.append((unit.name, KnownName(unit.unit, unit.name, unit.name)))
    rows += [
        (row.name, KnownName(row.unit, row.name, row.name)) for row in table.former_units if row.name not in _NOT_ALONE
    ]
    return Phrases(rows)


def own_places(context: Context) -> Iterable[tuple[str, KnownName]]:
    """Yield the document's own places, by the key of their name."""
    for full in (context.letterhead.province, context.letterhead.place):
        if full:
            unit, name = split_unit(full)
            if unit and " " in name and name != "Hồ Chí Minh":
                yield modern_tones(name).casefold(), KnownName(unit, name, name)


def split_unit(full_name: str) -> tuple[str | None, str]:
    """Return unit word and name of a full name (``huyện Phụng Hiệp``); no unit word: ``None``."""
    for row in place_table().units:
        if full_name.casefold().startswith(row.unit + " "):
            return row.unit, full_name[len(row.unit) + 1 :]
    return None, full_name

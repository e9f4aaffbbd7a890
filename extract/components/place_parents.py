"""The units that a text puts around a place: ``xã A, huyện B, tỉnh C``."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extract.words import Words
from ontology.levels import Level
from ontology.units import level_of


@dataclass(frozen=True, slots=True)
class Place:
    """A place found at words ``first`` to before ``last``."""

    first: int
    last: int
    unit: str | None
    name: str


_JOINTS = frozenset({", ", ",", " ", " - ", " – ", " thuộc ", " (", "; "})


def with_parents(words: Words, places: list[Place]) -> Iterable[tuple[Place, tuple[str, ...]]]:
    """Yield each place with the names of the units that the text puts around it (``xã A, huyện B, tỉnh C``)."""
    parents: tuple[str, ...] = ()
    behind: Place | None = None
    result: list[tuple[Place, tuple[str, ...]]] = []
    for place in reversed(places):
        joined = behind is not None and words.text[words.ends[place.last - 1] : words.starts[behind.first]] in _JOINTS
        if joined and behind is not None and _rank(place) > _rank(behind) >= 0:
            parents = (f"{behind.unit} {behind.name}", *parents)
        elif joined and behind is not None and _rank(place) == _rank(behind) and place.unit == behind.unit:
            pass  # items of one list lie in the same unit
        else:
            parents = ()
        result.append((place, parents))
        behind = place
    return reversed(result)


def _rank(place: Place) -> int:
    """Return the rank of a place's level, 4 below the commune, -1 for regions and countries."""
    return -1 if place.unit is None else _unit_rank(place.unit)


@cache
def _unit_rank(unit: str) -> int:
    if unit == "thành phố":
        return Level.PROVINCE.rank
    level = level_of(unit)
    return level.rank if level else 4

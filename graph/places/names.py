"""Whether a place has the name that a person typed: one rule for all answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.search import folded_name
from ontology.places import place_table


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """A place's name as typed, folded: ``xã Tân Bình``, ``xa tan binh, huyen phung hiep``, ``Hậu Giang``.

    Args:
        name: The name, with or without its unit word.
        around: What stood behind commas: each must lie around the place.
    """

    name: str
    around: tuple[str, ...]

    @classmethod
    def read(cls, text: str) -> "AskedPlace":
        """Read what was typed."""
        name, *around = [folded_name(part) for part in text.split(",")]
        return cls(name, tuple(part for part in around if part))

    def fits(self, name: str, around: Sequence[str]) -> bool:
        """Tell whether a place is meant.

        Args:
            name: Its name, folded or as written.
            around: The names of what lies around it, likewise.
        """
        return same_unit(name, self.name) and lies_among(around, self.around)


def lies_among(around: Sequence[str], asked: Sequence[str]) -> bool:
    """Tell whether each of the asked names (folded) is that of one of the units around."""
    return all(any(same_unit(unit, part) for unit in around) for part in asked)


def names_around(line: str | None) -> list[str]:
    """Return the names in a line of outer units, nearest first: ``huyện Phụng Hiệp, tỉnh Hậu Giang``."""
    return [name for part in (line or "").split(",") if (name := part.strip())]


def same_unit(unit: str, asked: str) -> bool:
    """Tell whether the asked name (folded) is a unit's whole name, or its name without the unit word.

    >>> same_unit("thị xã Ngã Bảy", "nga bay"), same_unit("xã Tân Bình", "binh")
    (True, False)
    """
    name = folded_name(unit)
    return asked in (name, _without_unit_word(name))


def _without_unit_word(name: str) -> str:
    words = name.split()
    for count in range(min(_longest(), len(words) - 1), 0, -1):
        if " ".join(words[:count]) in _unit_words():
            return " ".join(words[count:])
    return name


@cache
def _unit_words() -> frozenset[str]:
    return frozenset(folded_name(word.unit) for word in place_table().units)


@cache
def _longest() -> int:
    return max(len(word.split()) for word in _unit_words())

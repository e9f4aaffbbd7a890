"""Which unit the name of a body speaks of: by name, or as "the district", "the province" of the reading document."""

from dataclasses import dataclass

from graph.identity.context import Context
from graph.identity.organization_names import committee_word, unit_word_of_committee
from graph.identity.own_units import own_unit_called
from graph.identity.units import Unit, find_unit, split_unit, unit_words
from ontology.dates import PartialDate
from ontology.levels import Level
from ontology.units import level_of

_LONGEST_NAME = 12
_LONGEST_REST = 100
"""Words, and letters, that a unit's name can take up: longer names are not read to their end from every word."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a name says of its unit.

    Args:
        unit: The unit, or ``None`` where it stays open which one is meant.
        level: Its level, or ``None``.
        named: Whether the name holds the unit's own name, and not only its unit word.
    """

    unit: Unit | None
    level: Level | None
    named: bool


def unit_said(name: str, context: Context, date: PartialDate | None = None) -> Said | None:
    """Return what a body's canonical name says of its unit, or ``None`` if it says nothing.

    Args:
        name: ``Ban Thường vụ Huyện ủy``, ``Ủy ban nhân dân tỉnh Hậu Giang``, ``Công an huyện``.
        context: The reading document's frame.
        date: When the body did what is spoken of; ``None``: today, seen from the reading document.
    """
    words = name.split(" ")
    # Of two units in one name ("Đảng ủy xã Hòa An huyện Phụng Hiệp") the first is the body's own.
    for start in range(len(words)):
        word, rest = split_unit(" ".join(words[start : start + _LONGEST_NAME]))
        if word is not None and word in unit_words():
            unit = longest_unit(word, rest, context)
            return Said(unit, unit.level if unit else level_of(word), named=True)
    committee = unit_word_of_committee(name)
    if committee is not None:
        word, rest = committee
        if rest and rest[0].isupper():
            unit = longest_unit(word, rest, context) or _renamed(word, rest, context)
            return Said(unit, unit.level if unit else level_of(word), named=True)
        return _own(word, context, date)
    for ending in (" ".join(words[-2:]).lower(), words[-1].lower()):
        if ending in unit_words():
            return _own(ending, context, date)
    return None


def completed(name: str, said: Said) -> str:
    """Return the body's name with its unit's: ``Công an huyện`` → ``Công an huyện Phụng Hiệp``.

    Args:
        name: The canonical name.
        said: What :func:`unit_said` found in it.
    """
    if said.unit is None:
        return name
    committee = unit_word_of_committee(name)
    name = _with_own_word(name, said, committee[0] if committee else None)
    if said.named or (committee is not None and committee[1]):
        # Something follows the committee's word that is no unit's name: nothing can be put in between.
        return name
    return f"{name} {said.unit.name}"


def _with_own_word(name: str, said: Said, committee: str | None) -> str:
    """Call a body of a city the city's: "Tỉnh ủy" in Cần Thơ is "Thành ủy", "UBND tỉnh" is that of "thành phố"."""
    unit = said.unit
    if unit is None or unit.level is not Level.PROVINCE:
        return name
    if committee is not None and committee != unit.unit_word:
        wrong, right = committee_word(committee), committee_word(unit.unit_word)
        return name.replace(wrong, right, 1) if wrong and right else name
    *head, last = name.split(" ")
    if not said.named and last in unit_words() and last != unit.unit_word and not unit.unit_word.endswith(f" {last}"):
        return " ".join([*head, unit.unit_word])
    return name


def longest_unit(word: str, rest: str, context: Context) -> Unit | None:
    """Return the unit whose name begins a text: as much of it as makes a known name.

    Args:
        word: The unit word.
        rest: What stands behind the unit word (``Hậu Giang lần thứ XIV``).
        context: The reading document's frame.
    """
    words = rest[:_LONGEST_REST].replace(",", " ,").split(" ")
    for count in range(min(len(words), 6), 0, -1):
        unit = find_unit(f"{word} {' '.join(words[:count])}", near=context.units, on=context.day)
        if unit is not None:
            return unit
    return None


def _renamed(word: str, rest: str, context: Context) -> Unit | None:
    """Return the own province that a text calls by another unit's word: "Tỉnh ủy Cần Thơ", completed by habit."""
    own = own_unit_called(word, context) if level_of(word) is Level.PROVINCE else None
    return own if own is not None and own.name == rest else None


def _own(unit_word: str, context: Context, date: PartialDate | None) -> Said:
    unit = own_unit_called(unit_word, context, date)
    return Said(unit, unit.level if unit else level_of(unit_word), named=False)

"""Which unit the name of a body speaks of: by name, or as "the district", "the province" of the reading document."""

from dataclasses import dataclass

from graph.identity.context import Context
from graph.identity.organization_names import unit_word_of_committee
from graph.identity.units import Unit, find_unit, split_unit, unit_words
from ontology.levels import Level
from ontology.units import level_of


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


def unit_said(name: str, context: Context) -> Said | None:
    """Return what a body's canonical name says of its unit, or ``None`` if it says nothing.

    Args:
        name: ``Ban Thường vụ Huyện ủy``, ``Ủy ban nhân dân tỉnh Hậu Giang``, ``Công an huyện``.
        context: The reading document's frame.
    """
    words = name.split(" ")
    # Of two units in one name ("Đảng ủy xã Hòa An huyện Phụng Hiệp") the first is the body's own.
    for start in range(len(words)):
        word, rest = split_unit(" ".join(words[start:]))
        if word is not None and word in unit_words():
            unit = longest_unit(word, rest, context)
            return Said(unit, unit.level if unit else level_of(word), named=True)
    committee = unit_word_of_committee(name)
    if committee is not None:
        word, rest = committee
        if rest and rest[0].isupper():
            unit = longest_unit(word, rest, context)
            return Said(unit, unit.level if unit else level_of(word), named=True)
        return _own(word, context)
    for ending in (" ".join(words[-2:]).lower(), words[-1].lower()):
        if ending in unit_words():
            return _own(ending, context)
    return None


def completed(name: str, said: Said) -> str:
    """Return the body's name with its unit's: ``Công an huyện`` → ``Công an huyện Phụng Hiệp``.

    Args:
        name: The canonical name.
        said: What :func:`unit_said` found in it.
    """
    if said.named or said.unit is None:
        return name
    committee = unit_word_of_committee(name)
    if committee is not None and committee[1]:
        # Something follows the committee's word that is no unit's name: nothing can be put in between.
        return name
    return f"{name} {said.unit.name}"


def longest_unit(word: str, rest: str, context: Context) -> Unit | None:
    """Return the unit whose name begins a text: as much of it as makes a known name.

    Args:
        word: The unit word.
        rest: What stands behind the unit word (``Hậu Giang lần thứ XIV``).
        context: The reading document's frame.
    """
    words = rest.replace(",", " ,").split(" ")
    for count in range(min(len(words), 6), 0, -1):
        unit = find_unit(f"{word} {' '.join(words[:count])}", near=context.units, on=context.day)
        if unit is not None:
            return unit
    return None


def _own(unit_word: str, context: Context) -> Said:
    unit = next((unit for unit in context.units if unit.unit_word == unit_word), None)
    return Said(unit, unit.level if unit else level_of(unit_word), named=False)

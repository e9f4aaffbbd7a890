"""Finding administrative units of both systems by what people type, with or without tone marks and unit words."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from ontology.folding import fold, modern_tones
from ontology.places import place_table
from ontology.units import AdminUnit, all_units, name_key, parents_of


def units_asked(text: str) -> tuple[AdminUnit, ...]:
    """Return the units that a text means.

    Args:
        text: ``xã Tân Bình``, ``Tân Bình``, ``xa tan binh``, ``TP. Cần Thơ``. What stands behind a comma must lie
            around it (``xã Tân Bình, huyện Phụng Hiệp``).

    Returns:
        In the order of the systems and of their official codes. Units spelt with the tone marks as typed win over
        those that only fold to the same; without any tone mark all do.
    """
    own, *around = (_spelled(part) for part in text.split(","))
    found = _named(own)
    return tuple(unit for unit in found if all(_lies_in(unit, outer) for outer in around if outer))


def _named(asked: str) -> tuple[AdminUnit, ...]:
    found = _by_folded().get(fold(asked), ())
    key = name_key(asked)
    exact = tuple(unit for unit in found if key in (name_key(unit.name), name_key(unit.full_name)))
    return exact or found


def lies_in(unit: AdminUnit, around: str) -> bool:
    """Tell whether a unit lies in the place of that name.

    Args:
        unit: The unit.
        around: A name as for :func:`units_asked`; several, nearest first, with commas.
    """
    return all(_lies_in(unit, _spelled(outer)) for outer in around.split(",") if outer.strip())


def _lies_in(unit: AdminUnit, outer: str) -> bool:
    asked = fold(outer)
    return any(asked in (fold(parent.name), fold(parent.full_name)) for parent in parents_of(unit))


def _spelled(text: str) -> str:
    """Return a name with its unit word written out: ``TP. Cần Thơ`` → ``thành phố Cần Thơ``."""
    words = modern_tones(text).split()
    for form, unit in _short_words().items():
        count = len(form.split())
        if len(words) > count and " ".join(words[:count]).casefold() == form:
            return " ".join((unit, *words[count:]))
        # "TP.HCM" has no space.
        if (
            count == 1
            and form.endswith(".")
            and words
            and words[0].casefold().startswith(form)
            and len(words[0]) > len(form)
        ):
            return " ".join((unit, words[0][len(form) :], *words[1:]))
    return " ".join(words)


@cache
def _short_words() -> Mapping[str, str]:
    """Return the abbreviations of unit words, longest first."""
    forms = {form.casefold(): word.unit for word in place_table().units for form in word.forms}
    return dict(sorted(forms.items(), key=lambda item: (-len(item[0]), item[0])))


@cache
def _by_folded() -> Mapping[str, tuple[AdminUnit, ...]]:
    found: defaultdict[str, list[AdminUnit]] = defaultdict(list)
    folded = cache(fold)  # half of the names occur more than once
    for unit in all_units():
        name = folded(unit.name)
        found[name].append(unit)
        found[f"{folded(unit.unit)} {name}"].append(unit)
    return {key: tuple(units) for key, units in found.items()}

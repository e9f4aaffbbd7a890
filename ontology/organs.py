"""The organs that issue documents, by their abbreviation in codes.

Sources: Quy định 66-QĐ/TW (2017) and 399-QĐ/TW of the Party; the State's abbreviations are those of its codes in use.
"""

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from ontology.levels import Level


class OrganScope(StrEnum):
    """How many bodies share an abbreviation."""

    NATIONAL = "national"
    """One body in the country: the code alone names the issuer."""
    UNIT = "unit"
    """One body in each administrative unit: the unit must be known too."""


@dataclass(frozen=True, slots=True)
class Organ:
    """One row of ``tables/organs.json``.

    Args:
        code: The abbreviation (``TU``, ``UBND``, ``CP``); of the numbered ones without the term (``QH``, not ``QH15``).
        name: The body's name without its place.
        level: Its level, or ``None`` where the abbreviation does not tell (``UBND``).
        scope: Whether the abbreviation names one body or one in each unit.
        english: English name.
        examples: Codes that end with it.
    """

    code: str
    name: str
    level: Level | None
    scope: OrganScope
    english: str
    examples: tuple[str, ...]


_TERM = re.compile(r"(?<=QH)\d+$")


@cache
def organs() -> tuple[Organ, ...]:
    """Return all rows."""
    text = files("ontology").joinpath("tables/organs.json").read_text(encoding="utf-8")
    return tuple(
        Organ(
            row["code"],
            row["name"],
            Level(row["level"]) if row["level"] else None,
            OrganScope(row["scope"]),
            row["english"],
            tuple(row["examples"]),
        )
        for row in json.loads(text)
    )


@cache
def _by_code() -> dict[str, Organ]:
    return {row.code.casefold(): row for row in organs()}


def organ_of_code(abbreviation: str) -> Organ | None:
    """Return the organ of a code's last part, or ``None`` if it is unknown.

    Args:
        abbreviation: ``DocumentCode.organ``: ``TW``, ``QH15``, ``BTC``, ``BNN-KHCN`` (the issuing ministry comes first,
            its drafting department behind it).
    """
    known = _by_code()
    whole = _TERM.sub("", abbreviation).casefold()
    return known.get(whole) or known.get(whole.split("-", 1)[0])

"""``graph/tables/source_errors.json``: how organs number, and what is no error although it looks like one."""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from graph.identity.scopes import Scope


class Numbering(StrEnum):
    """When an organ begins its numbers anew; the values stand in the table."""

    CENTRAL_TERM = "central-term"
    LOCAL_TERM = "local-term"
    YEAR = "year"

    @property
    def vietnamese(self) -> str:
        """What a number is given once in."""
        return "nhiệm kỳ" if self is Numbering.CENTRAL_TERM else "năm"


@dataclass(frozen=True, slots=True)
class _Exceptions:
    """The table.

    Args:
        issued_with: Folded type abbreviation → names of the types that may stand before it.
        numberings: Folded abbreviation of an organ with one book of numbers → when it begins anew.
        lower_levels: Names of the types that a higher body may make together with a lower one, or about one.
    """

    issued_with: dict[str, frozenset[str]]
    numberings: dict[str, Numbering]
    lower_levels: frozenset[str]


@cache
def _exceptions() -> _Exceptions:
    table = json.loads(files("graph").joinpath("tables/source_errors.json").read_text(encoding="utf-8"))
    return _Exceptions(
        {row["code"].casefold(): frozenset(row["types"]) for row in table["issued_with"]},
        {row["organ"].casefold(): Numbering(row["begins_anew"]) for row in table["numberings"]},
        frozenset(row["type"] for row in table["lower_levels"]),
    )


def may_stand_before(type_name: str, type_code: str) -> bool:
    """Tell whether a type word may stand before a code of another type: "Đề án 1893/QĐ-TTg".

    Args:
        type_name: The type word in its standard form.
        type_code: The code's abbreviation.
    """
    return type_name in _exceptions().issued_with.get(type_code.casefold(), frozenset())


def numbering_of(scope: Scope) -> Numbering | None:
    """Return when the numbers of a register begin anew; ``None`` where that, or which register it is, is not known.

    Organs of which one unit has several (steering committees, party committees of agencies) are not in the table.
    """
    return _exceptions().numberings.get(scope.family) if scope.known else None


def issues_with_lower_levels(type_name: str | None) -> bool:
    """Tell whether documents of a type may rightly follow what a lower level decided."""
    return type_name in _exceptions().lower_levels

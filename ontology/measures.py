"""Units that numbers of reports are given in (``tables/units_of_measure.json``)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from ontology.indicators import UnitKind
from ontology.table import read_table, rows, strings


class Needs(StrEnum):
    """What must be said with a unit for its number to be an indicator."""

    CHANGE = "change"
    ACHIEVED = "achieved"


@dataclass(frozen=True, slots=True)
class UnitOfMeasure:
    """One unit.

    Args:
        unit: Its standard form (``tỷ đồng``).
        forms: Other spellings, abbreviations, and nouns that are counted as the same.
        kind: What it counts or measures.
        scale: How many base units one of it is.
        base: The base unit; the unit itself where the table gives none.
        needs: What must be said with it, or ``None``.
        other: Words behind it that make it another noun (``đoàn`` *thể*).
        examples: Clauses with an indicator in this unit.
    """

    unit: str
    forms: tuple[str, ...]
    kind: UnitKind
    scale: Decimal
    base: str
    needs: Needs | None
    other: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def units_of_measure() -> tuple[UnitOfMeasure, ...]:
    """Return all rows, read on first use."""
    return tuple(
        UnitOfMeasure(
            unit=str(row["unit"]),
            forms=strings(row["forms"]),
            kind=UnitKind(str(row["kind"])),
            scale=Decimal(str(row.get("scale", "1"))),
            base=str(row.get("base", row["unit"])),
            needs=Needs(str(row["needs"])) if "needs" in row else None,
            other=strings(row.get("other")),
            examples=strings(row["examples"]),
        )
        for row in rows(read_table("units_of_measure.json"), "rows")
    )

"""Histories of places and programmes by units, as JSON objects and CSV rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ui.rendering import EVIDENCE_COLUMNS, Cell, JsonObject, evidence_cells, evidence_object, indicator_object, iso

if TYPE_CHECKING:
    # Every command loads this module to be listed; only its own ones need the tables of units.
    from graph.places.history import PlaceHistory
    from graph.places.roll_up import RollUp, RollUpRow
    from graph.places.units import PlacedUnit

PLACE_COLUMNS = (
    *(
        "id",
        "name",
        "within",
        "level",
        "code",
        "known",
        "open",
        "valid_from",
        "valid_to",
        "became",
        "divided",
        "abolished",
    ),
    *("now_in", "made_of", "communes", "mentions", "programmes", "indicators"),
)
ROLL_UP_COLUMNS = (
    *("programme", "unit", "within", "level", "shared", "year", "places", "statements", "sources", "indicators"),
    *("years", "place_names", "sentences", *EVIDENCE_COLUMNS),
)


def place_object(history: PlaceHistory) -> JsonObject:
    """One unit of ``place --json``."""
    return {
        "id": history.iri,
        "name": history.name,
        "within": history.around,
        "level": history.level.value if history.level else None,
        "code": history.code,
        "known": history.known,
        "open": history.open,
        "valid_from": iso(history.valid_from),
        "valid_to": iso(history.valid_to),
        "became": [unit_object(unit) for unit in history.became],
        "divided": history.divided,
        "abolished": history.abolished,
        "now_in": unit_object(history.now_in) if history.now_in else None,
        "made_of": [unit_object(unit) for unit in history.made_of],
        "communes": history.parts,
        "mentions": history.mentions,
        "programmes": [
            {
                "id": pair.programme.iri,
                "programme": pair.programme.name,
                "evidence": [evidence_object(evidence) for evidence in pair.evidence],
            }
            for pair in history.programmes
        ],
        "indicators": history.indicators,
    }


def unit_object(unit: PlacedUnit) -> JsonObject:
    """One administrative unit."""
    return {"id": unit.iri, "name": unit.name, "within": unit.around, "level": unit.level.value, "code": unit.code}


def place_rows(histories: Iterable[PlaceHistory]) -> Iterator[Sequence[Cell]]:
    """CSV rows (``PLACE_COLUMNS``): one for each unit."""
    for history in histories:
        yield (
            history.iri,
            history.name,
            history.around,
            history.level.value if history.level else None,
            history.code,
            history.known,
            history.open,
            iso(history.valid_from),
            iso(history.valid_to),
            _named(history.became),
            history.divided,
            history.abolished,
            _named([history.now_in] if history.now_in else []),
            _named(history.made_of),
            history.parts,
            history.mentions,
            "; ".join(pair.programme.name for pair in history.programmes) or None,
            history.indicators,
        )


def roll_up_object(found: RollUp) -> JsonObject:
    """The document that ``programmes --roll-up --json`` prints."""
    return {
        "level": found.level.value,
        "on": found.on.isoformat(),
        "statements": found.statements,
        "shared": found.shared,
        "unplaced": found.unplaced,
        "undated": found.undated,
        "rows": [_row_object(row) for row in found.rows],
    }


def _row_object(row: RollUpRow) -> JsonObject:
    return {
        "programme": row.programme.name,
        "units": [unit_object(unit) for unit in row.units],
        "shared": row.shared,
        "year": row.year,
        "places": [{"id": place.iri, "name": place.name, "within": place.place} for place in row.places],
        "statements": row.statements,
        "sources": row.sources,
        "years": [{"year": year, "statements": number} for year, number in row.years],
        "indicators": [indicator_object(indicator) for indicator in row.indicators],
        "evidence": [evidence_object(evidence) for evidence in row.evidence],
    }


def roll_up_rows(found: RollUp) -> Iterator[Sequence[Cell]]:
    """CSV rows (``ROLL_UP_COLUMNS``): one for each programme and unit, with the first of its sentences.

    The numbers of a column add up: what several units share stands in one row that names them all.
    """
    for row in found.rows:
        first = row.evidence[0]
        arounds = dict.fromkeys(unit.around for unit in row.units if unit.around)
        yield (
            row.programme.name,
            " + ".join(unit.name for unit in row.units) or None,
            " + ".join(arounds) or None,
            row.units[0].level.value if row.units else None,
            row.shared,
            row.year,
            len(row.places),
            row.statements,
            row.sources,
            len(row.indicators),
            "; ".join(f"{year or '?'}: {number}" for year, number in row.years),
            "; ".join(place.name for place in row.places),
            len(row.evidence),
            *evidence_cells(first),
        )


def _named(units: Iterable[PlacedUnit]) -> str | None:
    return "; ".join(f"{unit.name} ({unit.around})" if unit.around else unit.name for unit in units) or None

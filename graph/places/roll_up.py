"""Programmes by the administrative units of a chosen day: each statement counts once.

A statement ("this programme covers that place") is laid to the unit in which the place's land lay on that day. Where
the place's land lay in several (a divided commune), it is laid to all of them together: one row that names them all,
and never one row for each. So the numbers of all rows add up to the number of distinct statements.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.answers import Edge, Entity, ProgrammePlace
from graph.database import Database
from graph.floors import Floor
from graph.indicator_values import IndicatorAnswer
from graph.places.indicators import indicators
from graph.places.names import AskedPlace
from graph.places.programmes import places_named, programmes_named
from graph.places.units import PlacedUnit, placed, units_around
from graph.search import folded_name
from graph.source_dates import source_dates, was_known
from ontology.dates import PartialDate
from ontology.errors import QueryError
from ontology.levels import Level
from ontology.lineage import standing
from ontology.statements import Evidence, Relation
from ontology.units import FIRST_DAY_OF_34, AdminUnit, parents_of

LEVELS = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
"""The levels that programmes can be rolled up to."""


@dataclass(frozen=True, slots=True)
class RollUpRow:
    """What is said of one programme in one unit.

    Args:
        programme: The programme.
        units: The unit; several that share it, where a place's land lay in several; none where it is not known where
            the place lies. A unit of a higher level than was asked for where nothing nearer is known: what is said
            of a whole province, or of an abolished district.
        year: The year in which it was first said, where rows are kept apart by years.
        places: The places as the sources name them, by name.
        statements: How many distinct statements.
        sources: How many source files state them.
        years: (year of the oldest dated source, number of statements), oldest first; ``None`` for undated ones, last.
        indicators: The numbers that sources give of this programme in these places.
        evidence: The sentences, statement by statement.
    """

    programme: Entity
    units: tuple[PlacedUnit, ...]
    year: int | None
    places: tuple[Entity, ...]
    statements: int
    sources: int
    years: tuple[tuple[int | None, int], ...]
    indicators: tuple[IndicatorAnswer, ...]
    evidence: tuple[Evidence, ...]

    @property
    def shared(self) -> bool:
        """Whether several units share what is said, because the place was divided among them."""
        return len(self.units) > 1


@dataclass(frozen=True, slots=True)
class RollUp:
    """Programmes by units.

    Args:
        level: The level asked for.
        on: The day whose units are meant.
        rows: By programme, then by unit (what is not known to lie anywhere, last), then by year.
        statements: Distinct statements in all: the sum over the rows.
        shared: How many of them several units share.
        unplaced: How many are of places of which it is not known where they lie.
        undated: How many only undated sources state.
    """

    level: Level
    on: dt.date
    rows: tuple[RollUpRow, ...]
    statements: int
    shared: int
    unplaced: int
    undated: int


@dataclass(frozen=True, slots=True)
class _Statement:
    """One statement that counts, with where and when it is laid to."""

    edge: Edge
    evidence: tuple[Evidence, ...]
    units: tuple[AdminUnit, ...]
    year: int | None


def roll_up(
    database: Database,
    base_iri: str,
    level: Level,
    *,
    place: str | None = None,
    programme: str | None = None,
    as_of: dt.date | None = None,
    by_year: bool = False,
    floor: Floor,
) -> RollUp:
    """Count the statements about programmes by the units of a day.

    Args:
        database: The generation's database.
        base_iri: What the IRIs of the graph begin with.
        level: ``PROVINCE``, ``DISTRICT`` or ``COMMUNE``.
        place: Only places or units of this name, as in ``graph.places.programmes.programmes``.
        programme: Only programmes of this name, as there, or of this IRI.
        as_of: The day whose units are meant; statements that only later sources make are left out. ``None``: today's
            units, and all sources.
        by_year: Keep rows apart by the year in which a statement was first made.
        floor: Only statements of at least this confidence.

    Raises:
        QueryError: If there was no such level on that day.
    """
    on = as_of or FIRST_DAY_OF_34
    if level not in LEVELS:
        raise ValueError(f"not a level of units: {level}")
    if level is Level.DISTRICT and on >= FIRST_DAY_OF_34:
        raise QueryError(
            "từ ngày 1/7/2025 không còn cấp huyện",
            todo="Tổng hợp theo cấp tỉnh hoặc cấp xã, hoặc chọn một ngày trước đó (--as-of 2025-06-30)",
        )
    edges = database.edges_of(Relation.COVERS, floor)
    entities = database.entities({iri for edge in edges for iri in (edge.source, edge.target)})
    if programme is not None:
        chosen = {programme} if "://" in programme else programmes_named(entities.values(), programme)
        edges = [edge for edge in edges if edge.source in chosen]
    stated = _stated(edges, entities, level, on, source_dates(database), as_of)
    if place is not None:
        named = places_named(entities.values(), place)
        asked = AskedPlace.read(place)
        stated = [one for one in stated if one.edge.target in named or any(_is(unit, asked) for unit in one.units)]
    rows = _rows(stated, entities, base_iri, _numbers(database, as_of), by_year=by_year)
    return RollUp(
        level=level,
        on=on,
        rows=tuple(rows),
        statements=len(stated),
        shared=sum(len(one.units) > 1 for one in stated),
        unplaced=sum(not one.units for one in stated),
        undated=sum(one.year is None for one in stated),
    )


def known_pairs(
    database: Database, pairs: Iterable[ProgrammePlace], as_of: dt.date | None
) -> tuple[ProgrammePlace, ...]:
    """Return the pairs as a reader of a day could have known them: without the sentences of later sources.

    Args:
        database: The generation's database.
        pairs: From ``graph.places.programmes.programmes``.
        as_of: The day; ``None``: all.
    """
    if as_of is None:
        return tuple(pairs)
    dates = source_dates(database)
    known = ((pair, tuple(one for one in pair.evidence if was_known(dates[one.file], as_of))) for pair in pairs)
    return tuple(ProgrammePlace(pair.programme, pair.place, evidence) for pair, evidence in known if evidence)


def _stated(
    edges: Iterable[Edge],
    entities: Mapping[str, Entity],
    level: Level,
    on: dt.date,
    dates: Mapping[str, PartialDate | None],
    as_of: dt.date | None,
) -> list[_Statement]:
    found = []
    # Programmes name the same places again and again.
    placed_in: dict[str, tuple[AdminUnit, ...]] = {}
    for edge in edges:
        evidence = tuple(one for one in edge.evidence if was_known(dates[one.file], as_of))
        if evidence:
            years = [date.year for one in evidence if (date := dates[one.file]) is not None]
            if edge.target not in placed_in:
                placed_in[edge.target] = _units_on(entities[edge.target], level, on)
            found.append(_Statement(edge, evidence, placed_in[edge.target], min(years, default=None)))
    return found


def _units_on(place: Entity, level: Level, on: dt.date) -> tuple[AdminUnit, ...]:
    """Return the units of that level in which a place lay on a day; see :class:`RollUpRow`."""
    known = units_around(place)
    # Of a province that kept its name, the one of that day is meant.
    chosen = [unit for unit in known if unit.existed(on)] or list(known)
    found = {unit.id: unit for each in chosen for unit in standing(each, level, on)}
    return tuple(found[key] for key in sorted(found))


def _is(unit: AdminUnit, asked: AskedPlace) -> bool:
    return asked.fits(unit.full_name, [parent.full_name for parent in parents_of(unit)])


def _numbers(database: Database, as_of: dt.date | None) -> Mapping[tuple[str, str], list[IndicatorAnswer]]:
    """Return the indicators that name both a programme and a place, by the IRIs of the two."""
    found: defaultdict[tuple[str, str], list[IndicatorAnswer]] = defaultdict(list)
    for answer in indicators(database, None, None, as_of):
        if answer.programme is not None and answer.place is not None:
            found[answer.programme.iri, answer.place.iri].append(answer)
    return found


def _rows(
    stated: Iterable[_Statement],
    entities: Mapping[str, Entity],
    base_iri: str,
    numbers: Mapping[tuple[str, str], list[IndicatorAnswer]],
    *,
    by_year: bool,
) -> list[RollUpRow]:
    groups: defaultdict[tuple[str, tuple[AdminUnit, ...], int | None], list[_Statement]] = defaultdict(list)
    for one in stated:
        groups[one.edge.source, one.units, one.year if by_year else None].append(one)
    shown = {unit.id: placed(unit, base_iri) for _, units, _ in groups for unit in units}
    rows = []
    for (programme, units, year), members in groups.items():
        places = {one.edge.target: entities[one.edge.target] for one in members}
        counted = Counter(one.year for one in members)
        rows.append(
            RollUpRow(
                programme=entities[programme],
                units=tuple(shown[unit.id] for unit in units),
                year=year,
                places=tuple(sorted(places.values(), key=lambda place: (folded_name(place.name), place.iri))),
                statements=len(members),
                sources=len({evidence.file for one in members for evidence in one.evidence}),
                years=tuple(sorted(counted.items(), key=lambda item: (item[0] is None, item[0] or 0))),
                indicators=tuple(answer for place in sorted(places) for answer in numbers.get((programme, place), ())),
                evidence=tuple(evidence for one in members for evidence in one.evidence),
            )
        )
    return sorted(rows, key=_order)


def _order(row: RollUpRow) -> tuple[str, str, bool, list[tuple[str, str]], bool, int]:
    return (
        folded_name(row.programme.name),
        row.programme.iri,
        not row.units,
        [(folded_name(unit.name), unit.iri) for unit in row.units],
        row.year is None,
        row.year or 0,
    )

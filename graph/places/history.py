"""The history of places: every unit of a name, what it became or was made of, and what the sources say of it."""

import datetime as dt
import json
from dataclasses import dataclass, replace

from graph.answers import Entity, EntityKind, ProgrammePlace
from graph.database import Database
from graph.floors import Floor
from graph.places.indicators import kept_indicators
from graph.places.names import lies_among, names_around
from graph.places.programmes import places_named
from graph.places.units import PlacedUnit, former_unit, iri_of, is_undecided, placed, units_of
from graph.search import folded_name
from graph.source_dates import source_dates, was_known
from ontology.dates import PartialDate
from ontology.levels import Level
from ontology.lineage import is_divided, parts_of, predecessors_of, standing, successors_of
from ontology.statements import Evidence, Relation
from ontology.unit_search import lies_in, units_asked
from ontology.units import FIRST_DAY_OF_34, AdminUnit


@dataclass(frozen=True, slots=True)
class PlaceHistory:
    """One unit of a name, or one place of the graph that no table holds.

    Args:
        iri: The IRI that it has in the graph, or would have.
        name: Unit word and name.
        around: What lies or lay around it, nearest first, or ``None``.
        level: Its level, or ``None`` for what is no unit or lies below the commune.
        code: Its official code, or ``None`` for what the tables do not hold.
        known: Whether the tables hold it.
        open: Whether it is one of several units of this name and it stays open which; all of them are listed as well.
        valid_from: First day of the system that it belongs to, or ``None``: no beginning is known.
        valid_to: Last day of that system, or ``None``: it stands today, or no end is known.
        became: The units that took its land; several if it was divided, none if it stands, or its level was abolished.
        divided: Whether several units took parts of it.
        abolished: Whether its level was abolished: its communes have successors, it has none.
        now_in: Of an abolished unit, the province of today in which its land lies.
        made_of: The units that it was made of, wholly or in part.
        parts: How many communes lie or lay in it.
        mentions: How often the sources name it; of a province that kept its name in July 2025, before and after.
        programmes: The programmes that cover it, with the sentences.
        indicators: How many numbers the sources give of it.
    """

    iri: str
    name: str
    around: str | None
    level: Level | None
    code: str | None
    known: bool
    open: bool
    valid_from: dt.date | None
    valid_to: dt.date | None
    became: tuple[PlacedUnit, ...] = ()
    divided: bool = False
    abolished: bool = False
    now_in: PlacedUnit | None = None
    made_of: tuple[PlacedUnit, ...] = ()
    parts: int = 0
    mentions: int = 0
    programmes: tuple[ProgrammePlace, ...] = ()
    indicators: int = 0


@dataclass(frozen=True, slots=True)
class _InGraph:
    """What the graph knows of a place."""

    entity: Entity
    mentions: int
    programmes: tuple[ProgrammePlace, ...]
    indicators: tuple[Evidence, ...]


def place_histories(
    database: Database, base_iri: str, name: str, within: str | None, as_of: dt.date | None, floor: Floor
) -> tuple[PlaceHistory, ...]:
    """Return the units of a name, of all Vietnam, and the places of the graph of that name that no table holds.

    Args:
        database: The generation's database.
        base_iri: What the IRIs of the graph begin with.
        name: ``xã Tân Bình``, ``Tân Bình``, ``xa tan binh``; what stands behind a comma must lie around it.
        within: Only what lies in the place of this name (``huyện Phụng Hiệp``).
        as_of: Only units of the system of that day, and what sources said by then; both systems and all if ``None``.
        floor: Only statements of at least this confidence.

    Returns:
        Those that sources name first, the most named before others; then by province, district, system.
    """
    units = [unit for unit in units_asked(name) if within is None or lies_in(unit, within)]
    if as_of is not None:
        units = [unit for unit in units if unit.existed(as_of)]
    own = [entity for entity in database.entities_of(EntityKind.PLACE) if _asked(entity, name, within)]
    wanted = {iri_of(unit, base_iri) for unit in units} | {entity.iri for entity in own}
    dates = source_dates(database)
    there = _in_graph(database, wanted, dates, as_of, floor)
    found = [_of_unit(unit, base_iri, there.get(iri_of(unit, base_iri)), dates) for unit in units]
    found += [_unknown(there[entity.iri], base_iri) for entity in own if entity.iri in there and not units_of(entity)]
    return tuple(sorted(found, key=_order))


def _asked(entity: Entity, name: str, within: str | None) -> bool:
    if not places_named([entity], name):
        return False
    # Where it lies may not be known; then the units from which it was seen count (``…/chua-ro/tinh-quang-tri/…``).
    seen_from = [segment.replace("-", " ") for segment in entity.iri.split("/")[:-1]] if entity.place is None else []
    asked = [folded_name(part) for part in names_around(within)]
    return lies_among([*names_around(entity.place), *seen_from], asked)


def _in_graph(
    database: Database,
    iris: set[str],
    dates: dict[str, PartialDate | None],
    as_of: dt.date | None,
    floor: Floor,
) -> dict[str, _InGraph]:
    """Return the places of the graph among these IRIs, with what was said of them by that day."""
    entities = database.entities(iris)
    edges = [
        edge
        for edge in database.edges_at("target", list(entities), [Relation.COVERS], asserted=True)
        if floor.lets_through(edge.confidence, is_open=edge.open)
    ]
    programmes = database.entities({edge.source for edge in edges})
    covered: dict[str, list[ProgrammePlace]] = {iri: [] for iri in entities}
    for edge in edges:
        evidence = tuple(one for one in edge.evidence if was_known(dates[one.file], as_of))
        if evidence:
            covered[edge.target].append(ProgrammePlace(programmes[edge.source], entities[edge.target], evidence))
    numbers: dict[str, list[Evidence]] = {iri: [] for iri in entities}
    for item in kept_indicators(database, list(entities)):
        if item.place is not None and was_known(dates[item.evidence.file], as_of):
            numbers[item.place].append(item.evidence)
    named = _mentions(database, iris, dates, as_of)
    return {
        iri: _InGraph(
            entity,
            named.get(iri, 0),
            tuple(sorted(covered[iri], key=lambda pair: (folded_name(pair.programme.name), pair.programme.iri))),
            tuple(numbers[iri]),
        )
        for iri, entity in entities.items()
    }


def _mentions(
    database: Database, iris: set[str], dates: dict[str, PartialDate | None], as_of: dt.date | None
) -> dict[str, int]:
    """Return how often sources that were known by a day name each place."""
    wanted = (json.dumps(sorted(iris)),)
    if as_of is None:
        sql = "SELECT iri, mentions FROM entity WHERE iri IN (SELECT value FROM json_each(?))"
        return dict(database.rows(sql, wanted))
    found: dict[str, int] = {}
    for iri, file, count in database.rows(
        """
        SELECT iri, source.file, count(*) FROM entity JOIN mention ON mention.entity = entity.id
        JOIN source ON source.id = mention.source
        WHERE iri IN (SELECT value FROM json_each(?)) GROUP BY iri, source.file
        """,
        wanted,
    ):
        if was_known(dates[file], as_of):
            found[iri] = found.get(iri, 0) + count
    return found


def _of_unit(
    unit: AdminUnit, base_iri: str, there: _InGraph | None, dates: dict[str, PartialDate | None]
) -> PlaceHistory:
    became, made_of = successors_of(unit), predecessors_of(unit)
    own = placed(unit, base_iri)
    abolished = unit.level is Level.DISTRICT and not became
    history = PlaceHistory(
        iri=own.iri,
        name=own.name,
        around=own.around,
        level=own.level,
        code=own.code,
        known=True,
        open=False,
        valid_from=unit.valid_from,
        valid_to=unit.valid_to,
        became=tuple(placed(each, base_iri) for each in became),
        divided=is_divided(unit),
        abolished=abolished,
        now_in=placed(standing(unit, Level.PROVINCE, FIRST_DAY_OF_34)[0], base_iri) if abolished else None,
        made_of=tuple(placed(each, base_iri) for each in made_of),
        parts=len(parts_of(unit)),
    )
    if there is None:
        return history
    if len(units_of(there.entity)) == 1:
        return _with_statements(history, there)
    # One entity for the province before and after: what a dated source says is of the province of its day.
    return _with_statements(history, _of_system(there, unit, dates))


def _of_system(there: _InGraph, unit: AdminUnit, dates: dict[str, PartialDate | None]) -> _InGraph:
    def of_unit(evidence: Evidence) -> bool:
        date = dates[evidence.file]
        # What is undated stands with the older one, where it was longer possible.
        return unit.existed(date.first_day) if date is not None else unit.valid_from is None

    pairs = (replace(pair, evidence=tuple(filter(of_unit, pair.evidence))) for pair in there.programmes)
    return replace(
        there,
        programmes=tuple(pair for pair in pairs if pair.evidence),
        indicators=tuple(filter(of_unit, there.indicators)),
    )


def _unknown(there: _InGraph, base_iri: str) -> PlaceHistory:
    entity = there.entity
    former = former_unit(entity)
    became = former.became if former else ()
    history = PlaceHistory(
        iri=entity.iri,
        name=entity.name,
        around=entity.place,
        level=entity.level,
        code=None,
        known=False,
        open=is_undecided(entity),
        valid_from=None,
        valid_to=former.valid_to if former else None,
        became=tuple(placed(unit, base_iri) for unit in became),
        divided=len(became) > 1,
    )
    return _with_statements(history, there)


def _with_statements(history: PlaceHistory, there: _InGraph) -> PlaceHistory:
    return replace(history, mentions=there.mentions, programmes=there.programmes, indicators=len(there.indicators))


def _order(history: PlaceHistory) -> tuple[int, list[str], dt.date, str]:
    around = [folded_name(part) for part in reversed((history.around or "").split(","))]
    return -history.mentions, around, history.valid_from or dt.date.min, history.iri

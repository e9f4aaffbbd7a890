"""Which units carry out which central documents, and of which that is not known."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.answers import Entity
from graph.cascade.steps import Reached, StepFilter, cascade_below
from graph.coverage.bodies import coverage_words, governs
from graph.coverage.table import FoundPlan, PlanMaker, by_date, choices, existed
from graph.coverage.units import KnownUnit, UnitPath, UnitRegister, inside, read_units, unit_named
from graph.coverage.values import Coverage, CoverageCell, CoverageUnit
from graph.database import Database
from graph.floors import Floor
from graph.search import folded_name
from graph.source_dates import was_known
from ontology.errors import UnknownEntityError
from ontology.levels import Level
from ontology.statements import CASCADE

_TO_CARRY_OUT = """
    SELECT id FROM entity WHERE kind = 'Document' AND level = ?1 AND NOT open
    AND (?2 IS NULL OR substr(date || '-01-01', 1, 10) >= ?2) AND (?3 IS NULL OR substr(date || '-01-01', 1, 10) <= ?3)
    AND (?4 IS NULL OR date IS NULL OR date <= ?4)
    AND (held OR type IN (SELECT value FROM json_each(?5))
        OR EXISTS (SELECT 1 FROM edge WHERE target = entity.id AND modality = 'asserted'
            AND relation IN (SELECT value FROM json_each(?6))))
    ORDER BY id
"""
# An undecided citation is no plan of anybody's: the documents that it could mean stand for it.
_FACTS = """
    SELECT id, issuer_iri, issuer, level, held FROM entity
    WHERE id IN (SELECT value FROM json_each(?1)) AND NOT open AND (?2 IS NULL OR date IS NULL OR date <= ?2)
        AND (level IS NULL OR level IN (SELECT value FROM json_each(?3)))
"""


@dataclass(frozen=True, slots=True)
class CoverageQuestion:
    """What is asked.

    Args:
        documents: IRIs of the documents that are to be carried out; all of ``level`` if empty: those that are held,
            those that something carries out, and those of a type that is issued to be carried out.
        level: Of these documents, where none are named.
        units: Level of the units.
        within: Only units in this one: a name or an IRI; then all units of the tables of that day are rows.
        issued_by: Only documents of issuers whose name holds these words, where none are named.
        since: Only documents of this day or later, where none are named.
        until: Only documents of this day or before, where none are named.
        as_of: What a reader of this day could know.
    """

    documents: tuple[str, ...] = ()
    level: Level = Level.CENTRAL
    units: Level = Level.PROVINCE
    within: str | None = None
    issued_by: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    as_of: dt.date | None = None


def coverage(database: Database, base_iri: str, asked: CoverageQuestion, floor: Floor) -> Coverage:
    """Answer a question of coverage.

    Args:
        database: The generation's database.
        base_iri: What the graph's IRIs begin with.
        asked: The question.
        floor: The least confidence of statements that count.

    Raises:
        UnknownEntityError: If the unit around is not known, or a document is younger than the day asked for.
        AmbiguousEntityError: If the unit around may be several.
    """
    columns = _columns(database, asked)
    register = read_units(database, base_iri, asked.as_of)
    cascade = cascade_below(database, [number for number, _ in columns], StepFilter(CASCADE, floor, asked.as_of))
    ways = {number: cascade.reached(number) for number, _ in columns}
    found = _found(database, register, ways, asked.units, asked.as_of)
    rows = _rows(database, register, asked, [document for _, document in columns], found)
    table = choices(register, found, asked.as_of)
    chosen = [[table.choose(unit, row, number, document) for number, document in columns] for unit, row in rows]
    unplaced = {number: table.unplaced(number, asked.units) for number, _ in columns}
    numbers = [number for number, _ in columns]
    shown = (pair for row in (*chosen, unplaced.values()) for pair in zip(numbers, row, strict=True))
    maker = PlanMaker(database, base_iri, ways, shown, asked.as_of)
    documents = {document.iri: document for _, document in columns}
    return Coverage(
        documents=tuple(documents.values()),
        units=tuple(row for _, row in rows),
        cells=tuple(
            tuple(
                CoverageCell(document.iri, row.iri, choice.state, maker.plans(number, choice))
                for (number, document), choice in zip(columns, line, strict=True)
            )
            for (_, row), line in zip(rows, chosen, strict=True)
        ),
        unplaced={document.iri: maker.plans(number, unplaced[number]) for number, document in columns},
        others=maker.others,
        undated=0
        if asked.as_of is None
        else sum(document.date is None for document in {**maker.others, **documents}.values()),
    )


def _columns(database: Database, asked: CoverageQuestion) -> list[tuple[int, Entity]]:
    """Return the documents that are to be carried out with their numbers, by date."""
    if asked.documents:
        rows = database.rows(
            "SELECT id FROM entity WHERE iri IN (SELECT value FROM json_each(?))", (json.dumps(asked.documents),)
        )
    else:
        days = [None if day is None else day.isoformat() for day in (asked.since, asked.until, asked.as_of)]
        types = json.dumps(coverage_words().to_carry_out, ensure_ascii=False)
        rows = database.rows(_TO_CARRY_OUT, (asked.level.value, *days, types, json.dumps(sorted(CASCADE))))
    columns = list(database.numbered([row[0] for row in rows]).items())
    if not asked.documents and asked.issued_by is not None:
        words = folded_name(asked.issued_by)
        columns = [(number, document) for number, document in columns if words in folded_name(document.issuer or "")]
    for _, document in columns:
        if asked.as_of is not None and document.date is not None and not was_known(document.date, asked.as_of):
            raise UnknownEntityError(
                f"{document.name} ngày {document.date.vietnamese} ra sau ngày được hỏi", where=asked.as_of.isoformat()
            )
    return sorted(columns, key=lambda column: by_date(column[1]))


def _found(
    database: Database, register: UnitRegister, reached: Mapping[int, Reached], lowest: Level, as_of: dt.date | None
) -> dict[int, list[FoundPlan]]:
    """Return the plans that carry out each document, with the units that they are of; none below a level."""
    nodes = {node for way in reached.values() for node in (*way.sure, *way.perhaps) if node > 0}
    day = None if as_of is None else as_of.isoformat()
    levels = json.dumps([level.value for level in Level if level.rank <= lowest.rank])
    facts = {row[0]: row[1:] for row in database.rows(_FACTS, (json.dumps(sorted(nodes)), day, levels))}
    placed: dict[str, tuple[KnownUnit | None, bool]] = {}

    def place(issuer_iri: str | None, issuer: str | None) -> tuple[KnownUnit | None, bool]:
        if issuer_iri is None:
            return None, False
        if issuer_iri not in placed:
            unit = register.of_body(issuer_iri)
            placed[issuer_iri] = (unit, unit is not None and governs(issuer or "", unit.name))
        return placed[issuer_iri]

    found: dict[int, list[FoundPlan]] = {}
    for root, way in reached.items():
        plans = found.setdefault(root, [])
        for node, is_open in (*((n, False) for n in way.sure), *((n, True) for n in way.perhaps)):
            if node in facts:
                issuer_iri, issuer, level, held = facts[node]
                unit, governing = place(issuer_iri, issuer)
                plans.append(FoundPlan(node, unit, level, governing, is_open, bool(held)))
    return found


def _rows(
    database: Database,
    register: UnitRegister,
    asked: CoverageQuestion,
    documents: Sequence[Entity],
    found: Mapping[int, Iterable[FoundPlan]],
) -> list[tuple[KnownUnit, CoverageUnit]]:
    """Return the units that are rows, in the order of their paths."""
    around: UnitPath = ()
    if asked.within is not None:
        around = unit_named(database, register, asked.within).path
    units = {
        path: register.units[path]
        for path in register.issuers
        if register.units[path].level is asked.units and path[: len(around)] == around
    }
    if asked.within is not None:
        days = [asked.as_of] if asked.as_of else [document.date.first_day for document in documents if document.date]
        units |= {unit.path: unit for unit in inside(register, asked.units, around, days)}
    planning = {plan.unit.path for plans in found.values() for plan in plans if plan.unit is not None}
    rows = [(units[path], register.row(units[path])) for path in sorted(units)]
    return [
        (unit, row) for unit, row in rows if asked.as_of is None or existed(row, asked.as_of) or unit.path in planning
    ]

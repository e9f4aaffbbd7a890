"""How many days pass from each document of the cascade to what carries it out."""

import datetime as dt
import heapq
import json
import statistics
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from graph.answers import Entity
from graph.cascade.delay_values import Delay, DelayGroup, DelayGrouping, Delays, Spread, Uncounted
from graph.cascade.known import edges_known
from graph.cascade.steps import Cascade, Step, StepFilter, all_steps, cascade_below, doubtful_steps
from graph.coverage.bodies import path_of_body, place_iri
from graph.coverage.units import UnitPath
from graph.database import Database
from graph.floors import Floor
from ontology.levels import Level
from ontology.statements import CASCADE, Relation

Pair: TypeAlias = tuple[int, int]
"""Numbers of what carries out and of what is carried out."""

_DATES = "SELECT id, date, level, issuer_iri, issuer FROM entity WHERE kind = 'Document'"
_DATES_OF = """
    SELECT id, date, level, issuer_iri, issuer FROM entity
    WHERE kind = 'Document' AND id IN (SELECT value FROM json_each(?))
"""
_MANY = 20_000
"""From so many documents on it is faster to read all than to look each one up."""
_WHOLE_DATE = 10


@dataclass(frozen=True, slots=True)
class DelayQuestion:
    """What is asked.

    Args:
        document: IRI of the document below which everything lies; the whole graph if ``None``.
        relations: The relations that are followed.
        by: By what to group.
        since: Only what was issued on this day or later, by the date of what carries out.
        until: Only what was issued on this day or before.
        as_of: What a reader of this day could know.
        slowest: How many of the slowest to give.
    """

    document: str | None = None
    relations: Collection[Relation] = CASCADE
    by: DelayGrouping | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    as_of: dt.date | None = None
    slowest: int = 10


_Facts: TypeAlias = tuple[str | None, str | None, str | None, str | None]
"""A document's date, level, IRI of its issuer, name of its issuer."""


@dataclass(frozen=True, slots=True)
class _Measured:
    """Pairs with their days, and how many have none."""

    days: dict[Pair, int]
    backwards: dict[Pair, int]
    uncounted: Counter[Uncounted]


def delays(database: Database, base_iri: str, asked: DelayQuestion, counts: StepFilter) -> Delays:
    """Answer a question of delays.

    Args:
        database: The generation's database.
        base_iri: What the graph's IRIs begin with.
        asked: The question.
        counts: Which statements count.
    """
    root = None if asked.document is None else database.number_of(asked.document)
    steps = all_steps(database, counts) if root is None else cascade_below(database, [root], counts).steps
    # What is dated backwards is doubtful for that alone: it is counted however doubtful it is.
    weak = doubtful_steps(database, counts) if root is None else _doubtful_below(database, root, counts)
    facts = _facts(database, (*steps, *weak), root)
    days_of = {number: None if fact[0] is None else _day(fact[0]) for number, fact in facts.items()}
    kept: Collection[int] = facts
    if asked.since is not None or asked.until is not None:
        kept = {number for number, fact in facts.items() if _within(fact[0], asked.since, asked.until)}
    joined, undecided = _pairs(steps, kept)
    direct = _measure(joined, facts, days_of, undecided)
    doubtful = _pairs(weak, kept)[0]
    backwards = direct.backwards | _measure(doubtful, facts, days_of, 0).backwards
    direct.uncounted[Uncounted.BACKWARDS] = len(backwards)
    cascade = Cascade(step for step in steps if not step[3])
    tops = [root] if root is not None else _tops(steps)
    reached = {top: cascade.reached(top) for top in tops}
    whole = _measure(
        ((node, top) for top, way in reached.items() for node in way.sure if node in kept),
        facts,
        days_of,
        undecided,
    )
    slow = _most(direct.days, asked.slowest)
    slow_from_top = _most(whole.days, asked.slowest)
    wrong = _most({pair: -days for pair, days in backwards.items()}, asked.slowest)
    ways = {(node, top): tuple(reached[top].edges_from(node)) for node, top in slow_from_top}
    known = edges_known(
        database,
        {edge for pair in slow for edge in joined[pair]}
        | {edge for pair in wrong for edge in (*joined.get(pair, ()), *doubtful.get(pair, ()))}
        | {edge for way in ways.values() for edge in way},
        () if root is None else (root,),
        asked.as_of,
    )

    def made(pair: Pair, days: int, numbers: Iterable[int]) -> Delay:
        ends = known.ends[pair[0]], known.ends[pair[1]]
        return Delay(*ends, days, tuple(known.edges[number] for number in numbers))

    return Delays(
        root=None if root is None else known.ends[root],
        steps=_spread(direct.days.values()),
        from_top=_spread(whole.days.values()),
        groups=() if asked.by is None else _groups(database, base_iri, asked.by, direct.days, facts),
        slowest=tuple(made(pair, direct.days[pair], joined[pair]) for pair in slow),
        slowest_from_top=tuple(made(pair, whole.days[pair], ways[pair]) for pair in slow_from_top),
        uncounted=_counted(direct.uncounted),
        uncounted_from_top=_counted(whole.uncounted),
        backwards=tuple(
            made(pair, backwards[pair], (*joined.get(pair, ()), *doubtful.get(pair, ()))) for pair in wrong
        ),
        undated=0 if asked.as_of is None else sum(fact[0] is None for fact in facts.values()),
        others=known.by_iri(),
    )


def _doubtful_below(database: Database, root: int, counts: StepFilter) -> Sequence[Step]:
    return cascade_below(database, [root], replace(counts, floor=Floor(0.0, counts.floor.open))).steps


def _pairs(steps: Iterable[Step], kept: Collection[int]) -> tuple[dict[Pair, list[int]], int]:
    """Return the edges of each decided pair, and how many pairs are undecided."""
    joined: defaultdict[Pair, list[int]] = defaultdict(list)
    undecided: set[Pair] = set()
    for edge, source, target, is_open in steps:
        if source in kept:
            if is_open:
                undecided.add((source, target))
            else:
                joined[source, target].append(edge)
    return joined, len(undecided)


def _counted(numbers: Mapping[Uncounted, int]) -> dict[Uncounted, int]:
    return {why: numbers[why] for why in Uncounted if numbers.get(why)}


def _facts(database: Database, steps: Sequence[Step], root: int | None) -> dict[int, _Facts]:
    numbers = {end for step in steps for end in step[1:3]}
    if root is not None:
        numbers.add(root)
    rows = database.rows(_DATES) if len(numbers) > _MANY else database.rows(_DATES_OF, (json.dumps(sorted(numbers)),))
    return {row[0]: row[1:] for row in rows if row[0] in numbers}


def _within(date: str | None, since: dt.date | None, until: dt.date | None) -> bool:
    """Tell whether a date lies between two days; an unknown one does not."""
    if date is None:
        return False
    first = f"{date}-01-01"[:_WHOLE_DATE]
    return (since is None or first >= since.isoformat()) and (until is None or first <= until.isoformat())


@lru_cache(maxsize=65_536)
def _day(date: str) -> int | None:
    return dt.date.fromisoformat(date).toordinal() if len(date) == _WHOLE_DATE else None


def _measure(
    pairs: Iterable[Pair], facts: Mapping[int, _Facts], days_of: Mapping[int, int | None], undecided: int
) -> _Measured:
    days: dict[Pair, int] = {}
    backwards: dict[Pair, int] = {}
    no_date = no_day = 0
    for pair in pairs:
        issued, before = days_of[pair[0]], days_of[pair[1]]
        if issued is None or before is None:
            if facts[pair[0]][0] is None or facts[pair[1]][0] is None:
                no_date += 1
            else:
                no_day += 1
        elif issued < before:
            backwards[pair] = issued - before
        else:
            days[pair] = issued - before
    uncounted = Counter(
        {
            Uncounted.NO_DATE: no_date,
            Uncounted.NO_DAY: no_day,
            Uncounted.OPEN: undecided,
            Uncounted.BACKWARDS: len(backwards),
        }
    )
    return _Measured(days, backwards, uncounted)


def _tops(steps: Iterable[Step]) -> list[int]:
    """Return the documents that are carried out and carry out nothing, decided or not."""
    below = {source for _, source, _, _ in steps}
    return sorted({target for _, _, target, is_open in steps if not is_open} - below)


def _most(days: Mapping[Pair, int], many: int) -> list[Pair]:
    """Return the pairs of the most days, those of equally many in order of their numbers."""
    return heapq.nsmallest(many, days, key=lambda pair: (-days[pair], pair))


def _spread(days: Collection[int]) -> Spread | None:
    ordered = sorted(days)
    if not ordered:
        return None
    if len(ordered) == 1:
        (only,) = ordered
        return Spread(1, only, only, only, only, only)
    lower, median, upper = statistics.quantiles(ordered, n=4, method="inclusive")
    return Spread(len(ordered), ordered[0], lower, median, upper, ordered[-1])


def _groups(
    database: Database, base_iri: str, by: DelayGrouping, days: Mapping[Pair, int], facts: Mapping[int, _Facts]
) -> tuple[DelayGroup, ...]:
    found: defaultdict[str | None, list[int]] = defaultdict(list)
    names: dict[str, str] = {}
    for (source, target), passed in days.items():
        _, level, issuer_iri, issuer = facts[source]
        match by:
            case DelayGrouping.DOCUMENT:
                key: str | None = str(target)
            case DelayGrouping.ISSUER:
                key = issuer_iri
                names[key or ""] = issuer or ""
            case DelayGrouping.LEVEL:
                key = _levels(facts[target][1], level)
                names[key or ""] = key or ""
            case DelayGrouping.PROVINCE:
                key = _province(issuer_iri, base_iri)
        found[key].append(passed)
    keyed = {key: (key, names[key]) for key in found if key in names}
    if by is DelayGrouping.DOCUMENT:
        documents = database.numbered({target for _, target in days})
        keyed = {key: (documents[int(key)].iri, described(documents[int(key)])) for key in found if key}
    elif by is DelayGrouping.PROVINCE:
        # A body outside any unit has no province; the first segment of its IRI is then no place.
        places = database.entities([key for key in found if key])
        keyed = {key: (key, places[key].name) for key in found if key in places}
    groups = [DelayGroup(*keyed[key], steps) for key in keyed if key and (steps := _spread(found[key])) is not None]
    groups.sort(key=lambda group: (-group.steps.median, group.name, group.key or ""))
    known = {key for key in keyed if key}
    rest = _spread([passed for key, numbers in found.items() if key not in known for passed in numbers])
    return (*groups, *([DelayGroup(None, "", rest)] if rest is not None else []))


def described(document: Entity) -> str:
    """Return a document's name with its date, which tells it from others of its code."""
    return f"{document.name} ({document.date.vietnamese})" if document.date else document.name


def _levels(above: str | None, below: str | None) -> str | None:
    return f"{above}>{below}" if above and below else None


@lru_cache(maxsize=65_536)
def _province(issuer_iri: str | None, base_iri: str) -> str | None:
    if issuer_iri is None:
        return None
    path: UnitPath = path_of_body(issuer_iri, base_iri)
    return place_iri(path[:1], base_iri) if path else None


def level_names(key: str) -> tuple[Level, Level]:
    """Return the levels of a group's key: of what is carried out, and of what carries out."""
    above, _, below = key.partition(">")
    return Level(above), Level(below)

"""What two documents carry out, who carries them out, and which programmes and places they speak of, side by side."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.answers import Edge, Entity
from graph.cascade.known import KnownEdges, edges_known
from graph.cascade.steps import Reached, StepFilter, cascade_above, cascade_below
from graph.coverage.table import by_date
from graph.database import Database
from graph.search import folded_name
from ontology.errors import UnknownEntityError
from ontology.statements import Evidence, Modality, Relation

Item = TypeVar("Item")

_COVERS = """
    SELECT DISTINCT edge.id, edge.source, edge.target FROM source
    JOIN mention ON mention.source = source.id JOIN edge ON edge.source = mention.entity AND edge.relation = ?1
    JOIN evidence ON evidence.edge = edge.id AND evidence.source = source.id
    WHERE source.document = ?2 AND edge.modality = ?3 AND edge.confidence >= ?4 ORDER BY edge.id
"""


_OPEN = "SELECT id FROM entity WHERE open AND id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class SideBySide(Generic[Item]):
    """Things that two documents share, and those of one alone."""

    common: tuple[Item, ...]
    only_first: tuple[Item, ...]
    only_second: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """How one of the two documents is tied to another document.

    Args:
        direct: Whether one step joins them.
        open: Whether an undecided citation stands in every way between them.
        days: Days from the one that is carried out to the one that carries out; ``None`` where a date is not known to
            the day, or where they are dated backwards.
        chain: The edges of a shortest way, that of what carries out first.
    """

    direct: bool
    open: bool
    days: int | None
    chain: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Tied:
    """A document that is tied to one of the two or to both.

    Args:
        document: It.
        first: Its tie to the first, if any.
        second: Its tie to the second, if any.
    """

    document: Entity
    first: Tie | None
    second: Tie | None


@dataclass(frozen=True, slots=True)
class SaidOf:
    """A programme and a place that one of the two documents or both say takes part in it.

    Args:
        programme: The programme.
        place: The place.
        first: The sentences of the first.
        second: The sentences of the second.
    """

    programme: Entity
    place: Entity
    first: tuple[Evidence, ...]
    second: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents side by side.

    Args:
        first: One.
        second: The other.
        days: Days from the date of the first to that of the second; ``None`` where one is not known to the day.
        targets: What they carry out, directly or through others.
        plans: What carries them out, directly or through others.
        programmes: Programmes with places that their own texts name; of a text that is not held, none is known.
        others: All documents at the ends of edges, by IRI.
    """

    first: Entity
    second: Entity
    days: int | None
    targets: SideBySide[Tied]
    plans: SideBySide[Tied]
    programmes: SideBySide[SaidOf]
    others: Mapping[str, Entity]


def compare(database: Database, first: str, second: str, counts: StepFilter) -> Comparison:
    """Compare two documents.

    Args:
        database: The generation's database.
        first: IRI of one.
        second: IRI of the other.
        counts: Which statements count.

    Raises:
        UnknownEntityError: If one of them is not known.
    """
    one, two = _number(database, first), _number(database, second)
    up = cascade_above(database, {one, two}, counts)
    down = cascade_below(database, {one, two}, counts)
    above = up.reached(one), up.reached(two)
    below = down.reached(one), down.reached(two)
    # What an undecided citation could mean stands for it below; above, what it means is not known.
    plans = {number for way in below for number in _reached(way)}
    undecided = {row[0] for row in database.rows(_OPEN, (json.dumps(sorted(plans)),))}
    targets = {number for way in above for number in _reached(way)}
    edges = {edge for way in (*above, *below) for number in _reached(way) for edge in way.edges_from(number)}
    known = edges_known(database, edges, {one, two, *plans, *targets}, counts.as_of)
    ends = known.ends

    def tied(ways: tuple[Reached, Reached], numbers: Iterable[int], *, upward: bool) -> SideBySide[Tied]:
        found = [Tied(ends[number], *(_tie(known, way, number, upward=upward) for way in ways)) for number in numbers]
        found.sort(key=lambda item: by_date(item.document))
        return _apart(found, lambda item: (item.first, item.second))

    return Comparison(
        first=ends[one],
        second=ends[two],
        days=_days(ends[one], ends[two]),
        targets=tied(above, targets, upward=True),
        plans=tied(below, plans - undecided, upward=False),
        programmes=_programmes(database, one, two, counts),
        others=known.by_iri(),
    )


def _number(database: Database, iri: str) -> int:
    number = database.number_of(iri)
    if number is None:
        raise UnknownEntityError("không có thực thể này trong đồ thị", where=iri)
    return number


def _reached(way: Reached) -> set[int]:
    return {*way.sure, *(number for number in way.perhaps if number > 0)}


def _tie(known: KnownEdges, way: Reached, number: int, *, upward: bool) -> Tie | None:
    if number not in way.sure and number not in way.perhaps:
        return None
    chain = tuple(known.edges[edge] for edge in way.edges_from(number))
    other, root = known.ends[number], known.ends[way.root]
    passed = _days(other, root) if upward else _days(root, other)
    is_open = number not in way.sure
    return Tie(
        direct=len(chain) == 1,
        open=is_open,
        days=None if is_open or passed is None or passed < 0 else passed,
        chain=chain[::-1] if upward else chain,
    )


def _days(earlier: Entity, later: Entity) -> int | None:
    if earlier.date is None or later.date is None or earlier.date.day is None or later.date.day is None:
        return None
    return (later.date.first_day - earlier.date.first_day).days


def _apart(items: Iterable[Item], sides: Callable[[Item], tuple[object, object]]) -> SideBySide[Item]:
    """Part items by which sides have something."""
    groups: dict[tuple[bool, bool], list[Item]] = {}
    for item in items:
        first, second = sides(item)
        groups.setdefault((bool(first), bool(second)), []).append(item)
    return SideBySide(*(tuple(groups.get(key, ())) for key in ((True, True), (True, False), (False, True))))


def _programmes(database: Database, one: int, two: int, counts: StepFilter) -> SideBySide[SaidOf]:
    """Put the programmes and places that the two texts themselves join side by side."""
    said = [_said_in(database, number, counts) for number in (one, two)]
    edges = {edge for found in said for edge in found}
    known = edges_known(database, edges, (), counts.as_of)
    files = [_files(database, number) for number in (one, two)]
    ends, pairs = known.by_iri(), []
    for edge in edges:
        found = known.edges[edge]
        sentences = [tuple(e for e in found.evidence if e.file in own) for own in files]
        pairs.append(SaidOf(ends[found.source], ends[found.target], *sentences))
    pairs.sort(key=lambda pair: (folded_name(pair.programme.name), folded_name(pair.place.name), pair.place.iri))
    return _apart(pairs, lambda pair: (pair.first, pair.second))


def _said_in(database: Database, document: int, counts: StepFilter) -> list[int]:
    bound = (Relation.COVERS, document, Modality.ASSERTED, counts.floor.decided)
    return [row[0] for row in database.rows(_COVERS, bound)]


def _files(database: Database, document: int) -> set[str]:
    return {row[0] for row in database.rows("SELECT file FROM source WHERE document = ?", (document,))}

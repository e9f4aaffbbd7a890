"""The table ``indicator`` of ``graph.sqlite``: its rows and the values that they stand for."""

import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from extract.record_indicators import amount_from_record, amount_to_record
from graph.content import GraphContent
from graph.indicator_values import GraphIndicator
from ontology.dates import PartialDate
from ontology.indicators import Aim, Bound, Change
from ontology.periods import Period
from ontology.spans import Span
from ontology.statements import Evidence

COLUMNS = 25
"""Of the table."""

SELECT_INDICATORS = """
    SELECT indicator.key, indicator.name, amount, change, bound, aim, origin, basis, where_.iri, place_inherited,
        period, period_start, period_end, period_inherited, which.iri, said.iri, source.file, source.sha256,
        start, "end", quote, rule, confidence, page
    FROM indicator JOIN source ON source.id = indicator.source JOIN entity AS said ON said.id = indicator.document
        LEFT JOIN entity AS where_ ON where_.id = indicator.place
        LEFT JOIN entity AS which ON which.id = indicator.programme
"""
"""Gives rows for :func:`indicator_from_row`; one of :data:`CLAUSES` follows."""

_PLACES = "where_.iri IN (SELECT value FROM json_each(?))"
_PROGRAMMES = "which.iri IN (SELECT value FROM json_each(?))"
CLAUSES = {
    (False, False): "ORDER BY indicator.id",
    (True, False): f"WHERE {_PLACES} ORDER BY indicator.id",
    (False, True): f"WHERE {_PROGRAMMES} ORDER BY indicator.id",
    (True, True): f"WHERE {_PLACES} AND {_PROGRAMMES} ORDER BY indicator.id",
}
"""By whether places and programmes are given, each bound as a JSON list of IRIs, in this order."""

_Row: TypeAlias = tuple[Any, ...]


def indicator_rows(
    content: GraphContent, sources: Mapping[str, int], entity_id: Callable[[str], int], first: int
) -> Iterator[_Row]:
    """Yield the rows of the table.

    Args:
        content: The graph.
        sources: Number of each source, by file.
        entity_id: Gives the number of an entity by its IRI; raises ``ValueError`` for an unknown one.
        first: Number of the first row.
    """
    for number, item in enumerate(content.indicators, first):
        evidence, period = item.evidence, item.period
        yield (
            number,
            item.id,
            item.name,
            json.dumps(amount_to_record(item.amount), ensure_ascii=False, separators=(",", ":")),
            float(item.amount.in_base),
            item.change,
            item.bound,
            item.aim,
            None if item.origin is None else str(item.origin),
            item.basis,
            None if item.place is None else entity_id(item.place),
            item.place_inherited,
            None if period is None else period.text,
            None if period is None or period.start is None else str(period.start),
            None if period is None or period.end is None else str(period.end),
            item.period_inherited,
            None if item.programme is None else entity_id(item.programme),
            entity_id(item.document),
            sources[evidence.file],
            evidence.span.start,
            evidence.span.end,
            evidence.quote,
            evidence.rule,
            evidence.confidence,
            evidence.page,
        )


def indicator_from_row(row: _Row) -> GraphIndicator:
    """Return the indicator of a row.

    Raises:
        ValueError: If the amount does not have the shape that :func:`indicator_rows` writes.
    """
    (key, name, amount, change, bound, aim, origin, basis, place, place_inherited, period, start, end,
     period_inherited, programme, document, file, sha256, first, last, quote, rule, confidence, page) = row  # fmt: skip
    return GraphIndicator(
        id=key,
        amount=amount_from_record(json.loads(amount)),
        name=name,
        change=Change(change),
        bound=Bound(bound),
        aim=Aim(aim),
        document=document,
        evidence=Evidence(file, sha256, Span(first, last), quote, rule, confidence, page),
        origin=None if origin is None else Decimal(origin),
        basis=basis,
        place=place,
        place_inherited=bool(place_inherited),
        period=None if period is None else Period(period, _date(start), _date(end)),
        period_inherited=bool(period_inherited),
        programme=programme,
    )


def _date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)

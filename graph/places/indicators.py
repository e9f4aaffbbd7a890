"""Which numbers sources give of a place or a programme."""

import datetime as dt
import json
from collections.abc import Collection

from graph.answers import EntityKind
from graph.database import Database
from graph.indicator_values import GraphIndicator, IndicatorAnswer
from graph.places.programmes import places_named, programmes_named, with_parts
from graph.source_dates import source_dates, was_known
from graph.stores.sqlite_indicators import CLAUSES, SELECT_INDICATORS, indicator_from_row
from ontology.errors import GraphError


def indicators(
    database: Database, place: str | None, programme: str | None, as_of: dt.date | None = None
) -> tuple[IndicatorAnswer, ...]:
    """Return the indicators of a place, of a programme, of both, or all, in order of the sources and of the text.

    Args:
        database: The generation's database.
        place: A name, as in ``graph.places.programmes.programmes``, or an IRI.
        programme: A name, or an IRI.
        as_of: Without what sources give that are dated later than this day; all if ``None``.
    """
    places = programmes = None
    if place is not None:
        places = {place} if "://" in place else places_named(database.entities_of(EntityKind.PLACE), place)
    if programme is not None:
        known = database.entities_of(EntityKind.PROGRAMME) if "://" not in programme else []
        named = {programme} if "://" in programme else programmes_named(known, programme)
        programmes = with_parts(database, named)
    found = kept_indicators(database, places, programmes)
    if as_of is not None:
        dates = source_dates(database)
        found = [item for item in found if was_known(dates[item.evidence.file], as_of)]
    entities = database.entities(
        {iri for item in found for iri in (item.document, item.place, item.programme) if iri is not None}
    )
    return tuple(
        IndicatorAnswer(
            item,
            entities[item.document],
            entities[item.place] if item.place is not None else None,
            entities[item.programme] if item.programme is not None else None,
        )
        for item in found
    )


def kept_indicators(
    database: Database, places: Collection[str] | None = None, programmes: Collection[str] | None = None
) -> list[GraphIndicator]:
    """Return the indicators that are said of one of these places and of one of these programmes, in order.

    Args:
        database: The generation's database.
        places: IRIs; any place or none if ``None``.
        programmes: IRIs; any programme or none if ``None``.

    Raises:
        GraphError: If the database is damaged.
    """
    bound = [json.dumps(sorted(iris)) for iris in (places, programmes) if iris is not None]
    rows = database.rows(SELECT_INDICATORS + CLAUSES[places is not None, programmes is not None], bound)
    try:
        return [indicator_from_row(row) for row in rows]
    except ValueError as error:
        raise GraphError(
            f"đồ thị hỏng: một chỉ tiêu không đúng dạng ({error})", todo="Dựng lại đồ thị bằng “cuthehoa build”"
        ) from error

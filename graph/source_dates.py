"""When the sources were issued: what a reader of a day could have known of."""

import datetime as dt

from graph.database import Database
from ontology.dates import PartialDate


def source_dates(database: Database) -> dict[str, PartialDate | None]:
    """Return the date of the document that each source is, by file; ``None`` where it is not known."""
    found = database.rows("SELECT source.file, date FROM source JOIN entity ON entity.id = document ORDER BY source.id")
    return {file: None if date is None else PartialDate.parse(date) for file, date in found}


def was_known(date: PartialDate | None, as_of: dt.date | None) -> bool:
    """Tell whether a reader of a day could have known a source: it is not dated later. Undated ones count as known.

    Args:
        date: The source's date; of a year or month alone, its first day decides.
        as_of: The day; ``None``: everything is known.
    """
    return as_of is None or date is None or date.first_day <= as_of

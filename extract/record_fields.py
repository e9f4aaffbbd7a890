"""Fields of stored records: writing values, and reading them back strictly."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from ontology.dates import PartialDate
from ontology.periods import Period
from ontology.spans import Span

JsonValue: TypeAlias = "str | int | float | bool | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
Record: TypeAlias = Mapping[str, JsonValue]


def without_none(row: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Leave out fields that are ``None`` or an empty list."""
    return {key: value for key, value in row.items() if value is not None and value != []}


def iso(date: PartialDate | None) -> str | None:
    """Return a date's ISO form."""
    return None if date is None else str(date)


def pair(span: Span) -> list[JsonValue]:
    """Return a span as start and end."""
    return [span.start, span.end]


def number(value: Decimal | None) -> str | None:
    """Return a number as text, which keeps its exact value and its written zeros."""
    return None if value is None else str(value)


def period_to_record(period: Period | None) -> dict[str, JsonValue] | None:
    """Return a period as JSON values."""
    if period is None:
        return None
    return without_none({"text": period.text, "start": iso(period.start), "end": iso(period.end)})


def period_of(record: Record, key: str) -> Period | None:
    """Read a period; ``None`` where the field is absent."""
    if key not in record:
        return None
    row = record_of(record, key)
    return Period(text_of(row, "text"), date_of(row, "start"), date_of(row, "end"))


def maybe(record: Record, key: str) -> str | None:
    """Read a text; ``None`` where the field is absent."""
    return text_of(record, key) if key in record else None


def text_of(record: Record, key: str) -> str:
    """Read a text; raises ``ValueError`` for anything else, as all readers of this module do."""
    value = record.get(key)
    if not isinstance(value, str):
        raise ValueError(f"record: {key!r} is not a text")
    return value


def integer(value: JsonValue, key: str) -> int:
    """Read a whole number."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"record: {key!r} is not a whole number")
    return value


def maybe_integer(record: Record, key: str) -> int | None:
    """Read a whole number; ``None`` where the field is absent."""
    return integer(record[key], key) if key in record else None


def real(record: Record, key: str) -> float:
    """Read a number."""
    value = record.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"record: {key!r} is not a number")
    return value


def decimal(record: Record, key: str) -> Decimal | None:
    """Read a number kept as text; ``None`` where the field is absent."""
    text = maybe(record, key)
    if text is None:
        return None
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"record: {key!r} is not a number") from error


def texts(record: Record, key: str) -> list[str]:
    """Read a list of texts; empty where the field is absent."""
    values = record.get(key, [])
    if isinstance(values, str) or not isinstance(values, Sequence):
        raise ValueError(f"record: {key!r} is not a list")
    found = [value for value in values if isinstance(value, str)]
    if len(found) != len(values):
        raise ValueError(f"record: {key!r} is not a list of texts")
    return found


def record_of(record: Record, key: str) -> Record:
    """Read an object."""
    value = record.get(key)
    if not isinstance(value, Mapping):
        raise ValueError(f"record: {key!r} is not an object")
    return value


def records(record: Record, key: str) -> list[Record]:
    """Read a list of objects."""
    values = record.get(key)
    if isinstance(values, str) or not isinstance(values, Sequence):
        raise ValueError(f"record: {key!r} is not a list")
    rows = [value for value in values if isinstance(value, Mapping)]
    if len(rows) != len(values):
        raise ValueError(f"record: {key!r} is not a list of objects")
    return rows


def span_of(record: Record, key: str = "span") -> Span:
    """Read a span."""
    value = record.get(key)
    if isinstance(value, str) or not isinstance(value, Sequence) or len(value) != 2:
        raise ValueError(f"record: {key!r} is not a pair")
    return Span(integer(value[0], key), integer(value[1], key))


def date_of(record: Record, key: str = "date") -> PartialDate | None:
    """Read a date; ``None`` where the field is absent."""
    value = maybe(record, key)
    return None if value is None else PartialDate.parse(value)

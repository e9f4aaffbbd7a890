"""Reading and writing the JSON values of stored forms: what does not have its shape is refused by name."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from ontology.dates import PartialDate
from ontology.levels import Level
from ontology.periods import Period
from ontology.spans import Span

JsonValue: TypeAlias = "str | int | float | bool | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
Record: TypeAlias = Mapping[str, JsonValue]


def without_none(row: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Return a row without fields that are ``None`` or an empty list."""
    return {key: value for key, value in row.items() if value is not None and value != []}


def iso(date: PartialDate | None) -> str | None:
    """Return a date as ISO text."""
    return None if date is None else str(date)


def pair(span: Span) -> list[JsonValue]:
    """Return a span as ``[start, end]``."""
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
    """Return a period that may be missing."""
    if key not in record:
        return None
    row = record_of(record, key)
    return Period(text_of(row, "text"), date_of(row, "start"), date_of(row, "end"))


def maybe_text(record: Record, key: str) -> str | None:
    """Return a text field that may be missing."""
    return text_of(record, key) if key in record else None


def text_of(record: Record, key: str) -> str:
    """Return a text field; raises ``ValueError`` if it is none."""
    value = record.get(key)
    if not isinstance(value, str):
        raise ValueError(f"record: {key!r} is not a text")
    return value


def integer_of(value: JsonValue, key: str) -> int:
    """Return a whole number; raises ``ValueError`` if the value is none."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"record: {key!r} is not a whole number")
    return value


def maybe_integer(record: Record, key: str) -> int | None:
    """Return a whole number that may be missing."""
    return integer_of(record[key], key) if key in record else None


def real_of(record: Record, key: str) -> float:
    """Return a number; raises ``ValueError`` if the field is none."""
    value = record.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"record: {key!r} is not a number")
    return value


def decimal_of(record: Record, key: str) -> Decimal | None:
    """Return a number kept as text, which may be missing; raises ``ValueError`` if the text is none."""
    text = maybe_text(record, key)
    if text is None:
        return None
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"record: {key!r} is not a number") from error


def truth_of(record: Record, key: str) -> bool:
    """Return a field that is true or false; raises ``ValueError`` if it is neither."""
    value = record.get(key)
    if not isinstance(value, bool):
        raise ValueError(f"record: {key!r} is not true or false")
    return value


def texts_of(record: Record, key: str) -> list[str]:
    """Return a list of texts, empty where it is missing; raises ``ValueError`` for anything else."""
    values = record.get(key, [])
    if isinstance(values, str) or not isinstance(values, Sequence):
        raise ValueError(f"record: {key!r} is not a list")
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) != len(values):
        raise ValueError(f"record: {key!r} is not a list of texts")
    return texts


def record_of(record: Record, key: str) -> Record:
    """Return an object field; raises ``ValueError`` if it is none."""
    value = record.get(key)
    if not isinstance(value, Mapping):
        raise ValueError(f"record: {key!r} is not an object")
    return value


def records_of(record: Record, key: str, *, required: bool = True) -> list[Record]:
    """Return a list of objects; raises ``ValueError`` if the field is none, or missing though required."""
    values = record.get(key) if required else record.get(key, [])
    if isinstance(values, str) or not isinstance(values, Sequence):
        raise ValueError(f"record: {key!r} is not a list")
    rows = [value for value in values if isinstance(value, Mapping)]
    if len(rows) != len(values):
        raise ValueError(f"record: {key!r} is not a list of objects")
    return rows


def span_of(record: Record, key: str = "span") -> Span:
    """Return a span; raises ``ValueError`` if the field is no pair of whole numbers."""
    value = record.get(key)
    if isinstance(value, str) or not isinstance(value, Sequence) or len(value) != 2:
        raise ValueError(f"record: {key!r} is not a pair")
    return Span(integer_of(value[0], key), integer_of(value[1], key))


def level_of(record: Record) -> Level | None:
    """Return the field ``level``, which may be missing."""
    value = maybe_text(record, "level")
    return None if value is None else Level(value)


def date_of(record: Record, key: str = "date") -> PartialDate | None:
    """Return a date, which may be missing."""
    value = maybe_text(record, key)
    return None if value is None else PartialDate.parse(value)

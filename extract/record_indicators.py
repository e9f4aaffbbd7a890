"""The stored form of indicators."""

from decimal import Decimal

from extract.record_evidence import evidence_from_record, evidence_to_record
from extract.record_values import (
    JsonValue,
    Record,
    decimal_of,
    maybe_integer,
    maybe_text,
    number,
    pair,
    period_of,
    period_to_record,
    record_of,
    span_of,
    text_of,
    texts_of,
    without_none,
)
from ontology.indicators import Aim, Amount, Bound, Change, Indicator, UnitKind


def indicator_to_record(indicator: Indicator, text: str, file: str, sha256: str) -> dict[str, JsonValue]:
    """Return an indicator as JSON values, without its empty fields.

    Args:
        indicator: The indicator.
        text: The source's original text.
        file: The source's file.
        sha256: The source's hash.

    Raises:
        ValueError: If its evidence names another source, or quotes what the source does not say there.
    """
    return without_none(
        {
            "amount": amount_to_record(indicator.amount),
            "at": pair(indicator.span),
            "subject": pair(indicator.subject),
            "name": indicator.name,
            "change": None if indicator.change is Change.LEVEL else indicator.change,
            "bound": None if indicator.bound is Bound.EXACT else indicator.bound,
            "aim": None if indicator.aim is Aim.RESULT else indicator.aim,
            **evidence_to_record(indicator.evidence, text, file, sha256),
            "origin": number(indicator.origin),
            "basis": indicator.basis,
            "place": indicator.place,
            "place_inherited": indicator.place_inherited or None,
            "period": period_to_record(indicator.period),
            "period_inherited": indicator.period_inherited or None,
            "programme": indicator.programme,
        }
    )


def indicator_from_record(record: Record, text: str, file: str, sha256: str) -> Indicator:
    """Rebuild an indicator.

    Args:
        record: Its stored form.
        text: The source's original text.
        file: The source's file.
        sha256: The source's hash.

    Raises:
        ValueError: If the record does not have the shape that :func:`indicator_to_record` writes.
    """
    return Indicator(
        amount=amount_from_record(record_of(record, "amount")),
        span=span_of(record, "at"),
        subject=span_of(record, "subject"),
        name=text_of(record, "name"),
        change=Change(maybe_text(record, "change") or Change.LEVEL.value),
        bound=Bound(maybe_text(record, "bound") or Bound.EXACT.value),
        aim=Aim(maybe_text(record, "aim") or Aim.RESULT.value),
        evidence=evidence_from_record(record, text, file, sha256),
        origin=decimal_of(record, "origin"),
        basis=maybe_text(record, "basis"),
        place=maybe_integer(record, "place"),
        place_inherited=bool(record.get("place_inherited")),
        period=period_of(record, "period"),
        period_inherited=bool(record.get("period_inherited")),
        programme=maybe_integer(record, "programme"),
    )


def amount_to_record(amount: Amount) -> dict[str, JsonValue]:
    """Return an amount as JSON values, without its empty fields."""
    return without_none(
        {
            "value": number(amount.value),
            "unit": amount.unit,
            "kind": amount.kind,
            "denominator": number(amount.denominator),
            "upper": number(amount.upper),
            "per": list(amount.per),
            "scale": None if amount.scale == 1 else number(amount.scale),
            "base": amount.base,
        }
    )


def amount_from_record(record: Record) -> Amount:
    """Rebuild an amount; raises ``ValueError`` if the record has another shape."""
    value = decimal_of(record, "value")
    if value is None:
        raise ValueError("record: 'value' is missing")
    return Amount(
        value=value,
        unit=text_of(record, "unit"),
        kind=UnitKind(text_of(record, "kind")),
        denominator=decimal_of(record, "denominator"),
        upper=decimal_of(record, "upper"),
        per=tuple(texts_of(record, "per")),
        scale=decimal_of(record, "scale") or Decimal(1),
        base=text_of(record, "base"),
    )

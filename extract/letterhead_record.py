"""The stored form of a letterhead: JSON values, without its empty fields."""

from extract.record_values import (
    JsonValue,
    Record,
    date_of,
    iso,
    level_of,
    maybe_text,
    pair,
    record_of,
    records_of,
    span_of,
    text_of,
    texts_of,
    without_none,
)
from ontology.extraction import Letterhead, Signer
from ontology.marks import Authority, Secrecy, SecrecyMark, Urgency, UrgencyMark


def letterhead_to_record(letterhead: Letterhead) -> dict[str, JsonValue]:
    """Return a letterhead as JSON values, without its empty fields."""
    secrecy, urgency = letterhead.secrecy, letterhead.urgency
    return without_none(
        {
            "type": letterhead.type,
            "code": letterhead.code,
            "organ": letterhead.organ,
            "joint": list(letterhead.joint),
            "parent": letterhead.parent,
            "level": letterhead.level,
            "place": letterhead.place,
            "province": letterhead.province,
            "date": iso(letterhead.date),
            "title": letterhead.title,
            "signers": [_signer_to_record(signer) for signer in letterhead.signers],
            "recipients": list(letterhead.recipients),
            "secrecy": {"degree": secrecy.degree, "written": secrecy.written} if secrecy else None,
            "urgency": {"degree": urgency.degree, "written": urgency.written} if urgency else None,
            "draft": letterhead.draft,
            "span": None if letterhead.span is None else pair(letterhead.span),
        }
    )


def letterhead_from_record(record: Record) -> Letterhead:
    """Rebuild a letterhead.

    Raises:
        ValueError: If the record does not have the shape that :func:`letterhead_to_record` writes.
    """
    secrecy = record_of(record, "secrecy") if "secrecy" in record else None
    urgency = record_of(record, "urgency") if "urgency" in record else None
    return Letterhead(
        type=maybe_text(record, "type"),
        code=maybe_text(record, "code"),
        organ=maybe_text(record, "organ"),
        joint=tuple(texts_of(record, "joint")),
        parent=maybe_text(record, "parent"),
        level=level_of(record),
        place=maybe_text(record, "place"),
        province=maybe_text(record, "province"),
        date=date_of(record),
        title=maybe_text(record, "title"),
        signers=tuple(_signer_from_record(row) for row in records_of(record, "signers", required=False)),
        recipients=tuple(texts_of(record, "recipients")),
        secrecy=SecrecyMark(Secrecy(text_of(secrecy, "degree")), text_of(secrecy, "written")) if secrecy else None,
        urgency=UrgencyMark(Urgency(text_of(urgency, "degree")), text_of(urgency, "written")) if urgency else None,
        draft=maybe_text(record, "draft"),
        span=span_of(record) if "span" in record else None,
    )


def _signer_to_record(signer: Signer) -> dict[str, JsonValue]:
    return without_none(
        {
            "name": signer.name,
            "role": signer.role,
            "on_behalf_of": signer.on_behalf_of,
            "title": signer.title,
            "authority": [form.value for form in signer.authority],
            "body": signer.body,
        }
    )


def _signer_from_record(row: Record) -> Signer:
    return Signer(
        name=text_of(row, "name"),
        role=maybe_text(row, "role"),
        on_behalf_of=maybe_text(row, "on_behalf_of"),
        title=maybe_text(row, "title"),
        authority=tuple(Authority(form) for form in texts_of(row, "authority")),
        body=maybe_text(row, "body"),
    )

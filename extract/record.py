"""The stored form of an extraction: JSON values, without loss, and without what the text itself gives again.

A mention's ``text`` and an evidence's ``quote`` are the source's characters at their span, so the record keeps the
span alone; an extraction of which that is not true is refused, because its offsets could not be trusted.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from ontology.dates import PartialDate
from ontology.extraction import Extraction, Letterhead, Signer
from ontology.levels import Level
from ontology.mentions import Citation, EntityLabel, Mention, OrganizationName, PlaceName
from ontology.references import Reference, ReferenceReason
from ontology.spans import Span
from ontology.statements import Evidence, Modality, Relation, Statement

JsonValue: TypeAlias = "str | int | float | bool | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
Record: TypeAlias = Mapping[str, JsonValue]


def to_record(extraction: Extraction) -> dict[str, JsonValue]:
    """Return the extraction as JSON values: everything but ``text``.

    Args:
        extraction: What was read from one source.

    Returns:
        ``{"file", "sha256", "encoding", "letterhead", "mentions", "statements", "references"}``; fields that are
        ``None`` or empty are left out, ``references`` where there are none.

    Raises:
        ValueError: If a mention's text or an evidence's quote is not the source's text at its span, or an evidence
            names another source.
    """
    record: dict[str, JsonValue] = {
        "file": extraction.file,
        "sha256": extraction.sha256,
        "encoding": extraction.encoding,
        "letterhead": letterhead_to_record(extraction.letterhead),
        "mentions": [mention_to_record(mention, extraction.text) for mention in extraction.mentions],
        "statements": [statement_to_record(statement, extraction) for statement in extraction.statements],
    }
    if extraction.references:
        record["references"] = [_reference_to_record(reference, extraction.text) for reference in extraction.references]
    return record


def from_record(record: Record, text: str) -> Extraction:
    """Rebuild the extraction that :func:`to_record` was given.

    Args:
        record: Its stored form.
        text: The source's original text.

    Raises:
        ValueError: If the record does not have the shape that :func:`to_record` writes.
    """
    file, sha256 = _text(record, "file"), _text(record, "sha256")
    return Extraction(
        file=file,
        sha256=sha256,
        encoding=_text(record, "encoding"),
        text=text,
        letterhead=letterhead_from_record(_record(record, "letterhead")),
        mentions=tuple(mention_from_record(row, text) for row in _records(record, "mentions")),
        statements=tuple(statement_from_record(row, text, file, sha256) for row in _records(record, "statements")),
        references=tuple(
            _reference_from_record(row, text)
            for row in (_records(record, "references") if "references" in record else ())
        ),
    )


def letterhead_to_record(letterhead: Letterhead) -> dict[str, JsonValue]:
    """Return a letterhead as JSON values, without its empty fields."""
    signer = letterhead.signer
    return _without_none(
        {
            "type": letterhead.type,
            "code": letterhead.code,
            "organ": letterhead.organ,
            "parent": letterhead.parent,
            "level": letterhead.level,
            "place": letterhead.place,
            "province": letterhead.province,
            "date": _iso(letterhead.date),
            "title": letterhead.title,
            "signer": None
            if signer is None
            else _without_none({"name": signer.name, "role": signer.role, "on_behalf_of": signer.on_behalf_of}),
            "span": None if letterhead.span is None else _pair(letterhead.span),
        }
    )


def letterhead_from_record(record: Record) -> Letterhead:
    """Rebuild a letterhead.

    Raises:
        ValueError: If the record does not have the shape that :func:`letterhead_to_record` writes.
    """
    signer = _record(record, "signer") if "signer" in record else None
    return Letterhead(
        type=_maybe(record, "type"),
        code=_maybe(record, "code"),
        organ=_maybe(record, "organ"),
        parent=_maybe(record, "parent"),
        level=_level(record),
        place=_maybe(record, "place"),
        province=_maybe(record, "province"),
        date=_date(record),
        title=_maybe(record, "title"),
        signer=None
        if signer is None
        else Signer(_text(signer, "name"), _maybe(signer, "role"), _maybe(signer, "on_behalf_of")),
        span=_span(record) if "span" in record else None,
    )


def mention_to_record(mention: Mention, text: str) -> dict[str, JsonValue]:
    """Return a mention as JSON values.

    Args:
        mention: The mention.
        text: The source's original text, which its span refers to.

    Raises:
        ValueError: If ``mention.text`` is not the text at its span.
    """
    if mention.span.of(text) != mention.text:
        raise ValueError(f"mention's text is not the source's text at {mention.span}: {mention.text!r}")
    row: dict[str, JsonValue] = {
        "span": _pair(mention.span),
        "label": mention.label,
        "norm": mention.norm,
    }
    match mention.detail:
        case Citation() as citation:
            row["citation"] = _without_none(
                {
                    "type": citation.type,
                    "code": citation.code,
                    "date": _iso(citation.date),
                    "issuer": citation.issuer,
                    "title": citation.title,
                    "term": citation.term,
                }
            )
        case PlaceName() as place:
            row["place"] = _without_none({"unit": place.unit, "name": place.name, "parents": list(place.parents)})
        case OrganizationName() as organization:
            row["organization"] = _without_none(
                {
                    "full_name": organization.full_name,
                    "level": organization.level,
                    "place": organization.place,
                }
            )
        case None:
            pass
    return row


def mention_from_record(record: Record, text: str) -> Mention:
    """Rebuild a mention.

    Args:
        record: Its stored form.
        text: The source's original text.

    Raises:
        ValueError: If the record does not have the shape that :func:`mention_to_record` writes.
    """
    span = _span(record)
    detail: Citation | PlaceName | OrganizationName | None = None
    if "citation" in record:
        row = _record(record, "citation")
        detail = Citation(
            type=_maybe(row, "type"),
            code=_maybe(row, "code"),
            date=_date(row),
            issuer=_maybe(row, "issuer"),
            title=_maybe(row, "title"),
            term=_maybe(row, "term"),
        )
    elif "place" in record:
        row = _record(record, "place")
        detail = PlaceName(_maybe(row, "unit"), _text(row, "name"), tuple(_texts(row, "parents")))
    elif "organization" in record:
        row = _record(record, "organization")
        detail = OrganizationName(_text(row, "full_name"), _level(row), _maybe(row, "place"))
    return Mention(EntityLabel(_text(record, "label")), span, span.of(text), _text(record, "norm"), detail)


def statement_to_record(statement: Statement, extraction: Extraction) -> dict[str, JsonValue]:
    """Return a statement as JSON values.

    Args:
        statement: The statement.
        extraction: Where it stands.

    Raises:
        ValueError: If its evidence names another source, or quotes what the source does not say there.
    """
    evidence = statement.evidence
    if (evidence.file, evidence.source) != (extraction.file, extraction.sha256):
        raise ValueError(f"evidence of another source: {evidence.file}")
    if evidence.span.of(extraction.text) != evidence.quote:
        raise ValueError(f"quote is not the source's text at {evidence.span}: {evidence.quote!r}")
    return _without_none(
        {
            "subject": statement.subject,
            "predicate": statement.predicate,
            "object": statement.object,
            "span": _pair(evidence.span),
            "rule": evidence.rule,
            "confidence": evidence.confidence,
            "cue": statement.cue,
            "modality": None if statement.modality is Modality.ASSERTED else statement.modality,
            "role": statement.role,
        }
    )


def statement_from_record(record: Record, text: str, file: str, sha256: str) -> Statement:
    """Rebuild a statement.

    Args:
        record: Its stored form.
        text: The source's original text.
        file: The source's file.
        sha256: The source's hash.

    Raises:
        ValueError: If the record does not have the shape that :func:`statement_to_record` writes.
    """
    span = _span(record)
    confidence = record.get("confidence")
    if isinstance(confidence, bool) or not isinstance(confidence, int | float):
        raise ValueError("record: 'confidence' is not a number")
    return Statement(
        subject=_integer(record.get("subject"), "subject"),
        predicate=Relation(_text(record, "predicate")),
        object=_integer(record["object"], "object") if "object" in record else None,
        evidence=Evidence(file, sha256, span, span.of(text), _text(record, "rule"), confidence),
        cue=_text(record, "cue"),
        modality=Modality(_maybe(record, "modality") or Modality.ASSERTED.value),
        role=_maybe(record, "role"),
    )


def _reference_to_record(reference: Reference, text: str) -> dict[str, JsonValue]:
    if reference.span.of(text) != reference.text:
        raise ValueError(f"short form's text is not the source's text at {reference.span}: {reference.text!r}")
    return _without_none(
        {"span": _pair(reference.span), "antecedent": reference.antecedent, "reason": reference.reason}
    )


def _reference_from_record(record: Record, text: str) -> Reference:
    span = _span(record)
    antecedent = _integer(record["antecedent"], "antecedent") if "antecedent" in record else None
    return Reference(span, span.of(text), antecedent, ReferenceReason(_text(record, "reason")))


def _without_none(row: dict[str, JsonValue]) -> dict[str, JsonValue]:
    return {key: value for key, value in row.items() if value is not None and value != []}


def _iso(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)


def _pair(span: Span) -> list[JsonValue]:
    return [span.start, span.end]


def _maybe(record: Record, key: str) -> str | None:
    return _text(record, key) if key in record else None


def _text(record: Record, key: str) -> str:
    value = record.get(key)
    if not isinstance(value, str):
        raise ValueError(f"record: {key!r} is not a text")
    return value


def _integer(value: JsonValue, key: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"record: {key!r} is not a whole number")
    return value


def _texts(record: Record, key: str) -> list[str]:
    values = record.get(key, [])
    if isinstance(values, str) or not isinstance(values, Sequence):
        raise ValueError(f"record: {key!r} is not a list")
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) != len(values):
        raise ValueError(f"record: {key!r} is not a list of texts")
    return texts


def _record(record: Record, key: str) -> Record:
    value = record.get(key)
    if not isinstance(value, Mapping):
        raise ValueError(f"record: {key!r} is not an object")
    return value


def _records(record: Record, key: str) -> list[Record]:
    values = record.get(key)
    if isinstance(values, str) or not isinstance(values, Sequence):
        raise ValueError(f"record: {key!r} is not a list")
    rows = [value for value in values if isinstance(value, Mapping)]
    if len(rows) != len(values):
        raise ValueError(f"record: {key!r} is not a list of objects")
    return rows


def _span(record: Record) -> Span:
    value = record.get("span")
    if isinstance(value, str) or not isinstance(value, Sequence) or len(value) != 2:
        raise ValueError("record: 'span' is not a pair")
    return Span(_integer(value[0], "span"), _integer(value[1], "span"))


def _level(record: Record) -> Level | None:
    value = _maybe(record, "level")
    return None if value is None else Level(value)


def _date(record: Record) -> PartialDate | None:
    value = _maybe(record, "date")
    return None if value is None else PartialDate.parse(value)

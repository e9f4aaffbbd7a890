"""The stored form of an extraction: JSON values, without loss, and without what the text itself gives again.

A mention's ``text`` and an evidence's ``quote`` are the source's characters at their span, so the record keeps the
span alone; an extraction of which that is not true is refused, because its offsets could not be trusted.
"""

from extract.letterhead_record import letterhead_from_record, letterhead_to_record
from extract.record_evidence import evidence_from_record, evidence_to_record
from extract.record_indicators import indicator_from_record, indicator_to_record
from extract.record_values import (
    JsonValue,
    Record,
    date_of,
    integer_of,
    iso,
    level_of,
    maybe_integer,
    maybe_text,
    pair,
    period_of,
    period_to_record,
    record_of,
    records_of,
    span_of,
    text_of,
    texts_of,
    truth_of,
    without_none,
)
from ontology.extraction import Extraction
from ontology.mentions import Citation, EntityLabel, Mention, MentionDetail, OrganizationName, PlaceName, ProgrammeName
from ontology.references import Reference, ReferenceReason
from ontology.statements import Modality, Relation, Statement


def to_record(extraction: Extraction) -> dict[str, JsonValue]:
    """Return the extraction as JSON values: everything but ``text``.

    Args:
        extraction: What was read from one source.

    Returns:
        ``{"file", "sha256", "encoding", "format", "ocr", "notes", "letterhead", "mentions", "statements", "references",
        "indicators"}``; fields of these that are ``None`` or empty are left out.

    Raises:
        ValueError: If a mention's text or an evidence's quote is not the source's text at its span, or an evidence
            names another source.
    """
    file, sha256 = extraction.file, extraction.sha256
    return {
        "file": file,
        "sha256": sha256,
        "encoding": extraction.encoding,
        "format": extraction.format,
        "ocr": extraction.ocr,
        "notes": extraction.notes,
        "letterhead": letterhead_to_record(extraction.letterhead),
        "mentions": [mention_to_record(mention, extraction.text) for mention in extraction.mentions],
        "statements": [statement_to_record(statement, extraction) for statement in extraction.statements],
        "indicators": [
            indicator_to_record(indicator, extraction.text, file, sha256) for indicator in extraction.indicators
        ],
        "references": [_reference_to_record(reference, extraction.text) for reference in extraction.references],
    }


def from_record(record: Record, text: str) -> Extraction:
    """Rebuild the extraction that :func:`to_record` was given.

    Args:
        record: Its stored form.
        text: The source's original text.

    Raises:
        ValueError: If the record does not have the shape that :func:`to_record` writes.
    """
    file, sha256 = text_of(record, "file"), text_of(record, "sha256")
    return Extraction(
        file=file,
        sha256=sha256,
        encoding=text_of(record, "encoding"),
        text=text,
        letterhead=letterhead_from_record(record_of(record, "letterhead")),
        mentions=tuple(mention_from_record(row, text) for row in records_of(record, "mentions")),
        statements=tuple(statement_from_record(row, text, file, sha256) for row in records_of(record, "statements")),
        format=text_of(record, "format"),
        ocr=truth_of(record, "ocr"),
        notes=tuple(texts_of(record, "notes")),
        indicators=tuple(indicator_from_record(row, text, file, sha256) for row in records_of(record, "indicators")),
        references=tuple(_reference_from_record(row, text) for row in records_of(record, "references")),
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
        "span": pair(mention.span),
        "label": mention.label,
        "norm": mention.norm,
    }
    match mention.detail:
        case Citation() as citation:
            row["citation"] = without_none(
                {
                    "type": citation.type,
                    "code": citation.code,
                    "date": iso(citation.date),
                    "issuer": citation.issuer,
                    "title": citation.title,
                    "term": citation.term,
                }
            )
        case PlaceName() as place:
            row["place"] = without_none({"unit": place.unit, "name": place.name, "parents": list(place.parents)})
        case OrganizationName() as organization:
            row["organization"] = without_none(
                {
                    "full_name": organization.full_name,
                    "level": organization.level,
                    "place": organization.place,
                }
            )
        case ProgrammeName() as programme:
            row["programme"] = without_none({"name": programme.name, "stage": period_to_record(programme.stage)})
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
    span = span_of(record)
    detail: MentionDetail | None = None
    if "citation" in record:
        row = record_of(record, "citation")
        detail = Citation(
            type=maybe_text(row, "type"),
            code=maybe_text(row, "code"),
            date=date_of(row),
            issuer=maybe_text(row, "issuer"),
            title=maybe_text(row, "title"),
            term=maybe_text(row, "term"),
        )
    elif "place" in record:
        row = record_of(record, "place")
        detail = PlaceName(maybe_text(row, "unit"), text_of(row, "name"), tuple(texts_of(row, "parents")))
    elif "organization" in record:
        row = record_of(record, "organization")
        detail = OrganizationName(text_of(row, "full_name"), level_of(row), maybe_text(row, "place"))
    elif "programme" in record:
        row = record_of(record, "programme")
        detail = ProgrammeName(text_of(row, "name"), period_of(row, "stage"))
    return Mention(EntityLabel(text_of(record, "label")), span, span.of(text), text_of(record, "norm"), detail)


def statement_to_record(statement: Statement, extraction: Extraction) -> dict[str, JsonValue]:
    """Return a statement as JSON values.

    Args:
        statement: The statement.
        extraction: Where it stands.

    Raises:
        ValueError: If its evidence names another source, or quotes what the source does not say there.
    """
    evidence = evidence_to_record(statement.evidence, extraction.text, extraction.file, extraction.sha256)
    return without_none(
        {
            "subject": statement.subject,
            "predicate": statement.predicate,
            "object": statement.object,
            **evidence,
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
    return Statement(
        subject=integer_of(record.get("subject"), "subject"),
        predicate=Relation(text_of(record, "predicate")),
        object=integer_of(record["object"], "object") if "object" in record else None,
        evidence=evidence_from_record(record, text, file, sha256),
        cue=text_of(record, "cue"),
        modality=Modality(maybe_text(record, "modality") or Modality.ASSERTED.value),
        role=maybe_text(record, "role"),
    )


def _reference_to_record(reference: Reference, text: str) -> dict[str, JsonValue]:
    if reference.span.of(text) != reference.text:
        raise ValueError(f"short form's text is not the source's text at {reference.span}: {reference.text!r}")
    return without_none({"span": pair(reference.span), "antecedent": reference.antecedent, "reason": reference.reason})


def _reference_from_record(record: Record, text: str) -> Reference:
    span = span_of(record)
    return Reference(
        span, span.of(text), maybe_integer(record, "antecedent"), ReferenceReason(text_of(record, "reason"))
    )

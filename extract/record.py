"""The stored form of an extraction: JSON values, without loss, and without what the text itself gives again.

A mention's ``text`` and an evidence's ``quote`` are the source's characters at their span, so the record keeps the
span alone; an extraction of which that is not true is refused, because its offsets could not be trusted.
"""

from extract.record_fields import JsonValue, Record, iso, maybe, pair, period_of, period_to_record, real
from extract.record_fields import date_of as _date
from extract.record_fields import integer as _integer
from extract.record_fields import record_of as _record
from extract.record_fields import records as _records
from extract.record_fields import span_of as _span
from extract.record_fields import text_of as _text
from extract.record_fields import texts as _texts
from extract.record_fields import without_none as _without_none
from extract.record_indicators import indicator_from_record, indicator_to_record
from ontology.extraction import Extraction, Letterhead, Signer
from ontology.levels import Level
from ontology.mentions import Citation, EntityLabel, Mention, MentionDetail, OrganizationName, PlaceName, ProgrammeName
from ontology.statements import Evidence, Modality, Relation, Statement


def to_record(extraction: Extraction) -> dict[str, JsonValue]:
    """Return the extraction as JSON values: everything but ``text``.

    Args:
        extraction: What was read from one source.

    Returns:
        ``{"file", "sha256", "encoding", "letterhead", "mentions", "statements", "indicators"}``; fields that are
        ``None`` or empty are left out.

    Raises:
        ValueError: If a mention's text or an evidence's quote is not the source's text at its span, or an evidence
            names another source.
    """
    file, sha256 = extraction.file, extraction.sha256
    return {
        "file": file,
        "sha256": sha256,
        "encoding": extraction.encoding,
        "letterhead": letterhead_to_record(extraction.letterhead),
        "mentions": [mention_to_record(mention, extraction.text) for mention in extraction.mentions],
        "statements": [statement_to_record(statement, extraction) for statement in extraction.statements],
        "indicators": [
            indicator_to_record(indicator, extraction.text, file, sha256) for indicator in extraction.indicators
        ],
    }


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
        indicators=tuple(indicator_from_record(row, text, file, sha256) for row in _records(record, "indicators")),
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
            "date": iso(letterhead.date),
            "title": letterhead.title,
            "signer": None
            if signer is None
            else _without_none({"name": signer.name, "role": signer.role, "on_behalf_of": signer.on_behalf_of}),
            "span": None if letterhead.span is None else pair(letterhead.span),
        }
    )


def letterhead_from_record(record: Record) -> Letterhead:
    """Rebuild a letterhead.

    Raises:
        ValueError: If the record does not have the shape that :func:`letterhead_to_record` writes.
    """
    signer = _record(record, "signer") if "signer" in record else None
    return Letterhead(
        type=maybe(record, "type"),
        code=maybe(record, "code"),
        organ=maybe(record, "organ"),
        parent=maybe(record, "parent"),
        level=_level(record),
        place=maybe(record, "place"),
        province=maybe(record, "province"),
        date=_date(record),
        title=maybe(record, "title"),
        signer=None
        if signer is None
        else Signer(_text(signer, "name"), maybe(signer, "role"), maybe(signer, "on_behalf_of")),
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
        "span": pair(mention.span),
        "label": mention.label,
        "norm": mention.norm,
    }
    match mention.detail:
        case Citation() as citation:
            row["citation"] = _without_none(
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
            row["place"] = _without_none({"unit": place.unit, "name": place.name, "parents": list(place.parents)})
        case OrganizationName() as organization:
            row["organization"] = _without_none(
                {
                    "full_name": organization.full_name,
                    "level": organization.level,
                    "place": organization.place,
                }
            )
        case ProgrammeName() as programme:
            row["programme"] = _without_none({"name": programme.name, "stage": period_to_record(programme.stage)})
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
    detail: MentionDetail | None = None
    if "citation" in record:
        row = _record(record, "citation")
        detail = Citation(
            type=maybe(row, "type"),
            code=maybe(row, "code"),
            date=_date(row),
            issuer=maybe(row, "issuer"),
            title=maybe(row, "title"),
            term=maybe(row, "term"),
        )
    elif "place" in record:
        row = _record(record, "place")
        detail = PlaceName(maybe(row, "unit"), _text(row, "name"), tuple(_texts(row, "parents")))
    elif "organization" in record:
        row = _record(record, "organization")
        detail = OrganizationName(_text(row, "full_name"), _level(row), maybe(row, "place"))
    elif "programme" in record:
        row = _record(record, "programme")
        detail = ProgrammeName(_text(row, "name"), period_of(row, "stage"))
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
            "span": pair(evidence.span),
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
    return Statement(
        subject=_integer(record.get("subject"), "subject"),
        predicate=Relation(_text(record, "predicate")),
        object=_integer(record["object"], "object") if "object" in record else None,
        evidence=Evidence(file, sha256, span, span.of(text), _text(record, "rule"), real(record, "confidence")),
        cue=_text(record, "cue"),
        modality=Modality(maybe(record, "modality") or Modality.ASSERTED.value),
        role=maybe(record, "role"),
    )


def _level(record: Record) -> Level | None:
    value = maybe(record, "level")
    return None if value is None else Level(value)

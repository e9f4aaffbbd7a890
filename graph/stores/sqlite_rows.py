"""Rows of ``graph.sqlite`` and the values that they stand for."""

import json
from functools import lru_cache

from extract.letterhead_record import letterhead_from_record, letterhead_to_record
from graph.answers import Entity, EntityKind, MarkedMention
from graph.search import code_key, folded_name
from ontology.dates import PartialDate
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.mentions import EntityLabel
from ontology.spans import Span
from ontology.statements import Evidence

SELECT_ENTITIES = """
    SELECT entity.id, entity.iri, entity.kind, entity.name, entity.code, entity.type, entity.date, entity.level,
        entity.issuer, entity.issuer_iri, entity.title, entity.file, entity.held, entity.place, entity.open,
        entity.mentions, entity.stage, entity.joint
    FROM entity
"""
"""Gives rows of the shape :data:`EntityRow`."""

EntityRow = tuple[
    int,
    str,
    str,
    str,
    str | None,
    str | None,
    str | None,
    str | None,
    str | None,
    str | None,
    str | None,
    str | None,
    int,
    str | None,
    int,
    int,
    str | None,
    str | None,
]

SELECT_EVIDENCE = """
    SELECT edge, source.file, source.sha256, start, "end", quote, rule, confidence, page
    FROM evidence JOIN source ON source.id = evidence.source
"""
"""Gives the edge's id, then a row of the shape :data:`EvidenceRow`."""

EvidenceRow = tuple[str, str, int, int, str, str, float, int | None]


# A cascade of a thousand documents makes a thousand of each: looking values up beats parsing them again.
_KINDS = {kind.value: kind for kind in EntityKind}
_LEVELS = {level.value: level for level in Level}
_date = lru_cache(maxsize=65_536)(PartialDate.parse)


def entity_to_row(identifier: int, entity: Entity, mentions: int) -> tuple[str | int | None, ...]:
    """Return a row of the table ``entity``.

    Args:
        identifier: Its id.
        entity: The entity.
        mentions: How often the sources name it.
    """
    return (
        identifier,
        entity.iri,
        entity.kind,
        entity.name,
        entity.code,
        entity.type,
        None if entity.date is None else str(entity.date),
        entity.level,
        entity.issuer,
        entity.issuer_iri,
        entity.title,
        entity.file,
        entity.held,
        entity.place,
        entity.open,
        mentions,
        folded_name(entity.name),
        None if entity.code is None else code_key(entity.code),
        entity.stage,
        json.dumps(entity.joint_issuers) if entity.joint_issuers else None,
    )


def entity_from_row(row: EntityRow, candidates: tuple[str, ...]) -> Entity:
    """Return the entity of a row.

    Args:
        row: As ``SELECT_ENTITIES`` gives it.
        candidates: IRIs of the documents that it could be.
    """
    _, iri, kind, name, code, type_, date, level, issuer, issuer_iri, title, file, held, place = row[:14]
    is_open, _, stage, joint = row[14:]
    return Entity(
        iri=iri,
        kind=_KINDS[kind],
        name=name,
        code=code,
        type=type_,
        date=None if date is None else _date(date),
        level=None if level is None else _LEVELS[level],
        issuer=issuer,
        issuer_iri=issuer_iri,
        title=title,
        file=file,
        held=bool(held),
        place=place,
        open=bool(is_open),
        candidates=candidates,
        joint_issuers=() if joint is None else tuple(json.loads(joint)),
        stage=stage,
    )


def evidence_from_row(row: EvidenceRow) -> Evidence:
    """Return the evidence of a row."""
    file, sha256, start, end, quote, rule, confidence, page = row
    return Evidence(file, sha256, Span(start, end), quote, rule, confidence, page)


def letterhead_to_text(letterhead: Letterhead) -> str:
    """Return a letterhead as the JSON text of the column ``source.letterhead``."""
    return json.dumps(letterhead_to_record(letterhead), ensure_ascii=False, separators=(",", ":"))


def letterhead_from_text(text: str) -> Letterhead:
    """Return the letterhead of the column ``source.letterhead``."""
    return letterhead_from_record(json.loads(text))


MentionRow = tuple[int, int, str, str | None, str | None, str | None, int, str | None]


def mention_from_row(row: MentionRow) -> MarkedMention:
    """Return the mention of a row: start, end, label, own name, entity's name, entity's IRI, open, rule."""
    start, end, label, own_name, entity_name, iri, is_open, rule = row
    name = own_name if own_name is not None else entity_name
    return MarkedMention(Span(start, end), EntityLabel(label), name or "", iri, bool(is_open), rule)

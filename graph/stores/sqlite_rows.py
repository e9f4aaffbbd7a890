"""Rows of ``graph.sqlite`` and the values that they stand for."""

import json
from functools import lru_cache

from extract.letterhead_record import letterhead_from_record, letterhead_to_record
from graph.answers import Edge, Entity, EntityKind, MarkedMention
from graph.connection import Row
from graph.quick_values import quick
from graph.search import code_key, folded_name
from ontology.dates import PartialDate
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.mentions import EntityLabel
from ontology.spans import Span
from ontology.statements import Evidence, Modality, Relation

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
    SELECT edge, source, start, "end", quote, rule, confidence, page FROM evidence
    WHERE edge IN (SELECT value FROM json_each(?)) ORDER BY edge, position
"""
"""Gives rows of the shape :data:`EvidenceRow`."""

EvidenceRow = tuple[int, int, int, int, str, str, float, int | None]

_make_entity = quick(Entity)
_make_edge = quick(Edge)
_make_evidence = quick(Evidence)
_make_span = quick(Span)

# A cascade of a thousand documents makes a thousand of each: looking values up beats parsing them again.
_KINDS = {kind.value: kind for kind in EntityKind}
_MODALITIES = {modality.value: modality for modality in Modality}
_RELATIONS = {relation.value: relation for relation in Relation}
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
    return _make_entity(
        iri,
        _KINDS[kind],
        name,
        code,
        type_,
        None if date is None else _date(date),
        None if level is None else _LEVELS[level],
        issuer,
        issuer_iri,
        title,
        file,
        held == 1,
        place,
        is_open == 1,
        candidates,
        () if joint is None else tuple(json.loads(joint)),
        stage,
    )


def evidence_from_row(row: EvidenceRow, source: tuple[str, str]) -> Evidence:
    """Return the evidence of a row.

    Args:
        row: As ``SELECT_EVIDENCE`` gives it.
        source: File and hash of the source that the row numbers.
    """
    _, _, start, end, quote, rule, confidence, page = row
    return _make_evidence(source[0], source[1], _make_span(start, end), quote, rule, confidence, page)


def edge_from_row(row: Row, source: str, target: str, evidence: tuple[Evidence, ...]) -> Edge:
    """Return the edge of a row of the table ``edge``.

    Args:
        row: The row.
        source: IRI of its source.
        target: IRI of its target.
        evidence: Its sentences.
    """
    _, key, _, _, relation, confidence, is_open, modality, role = row
    return _make_edge(
        key, source, target, _RELATIONS[relation], confidence, is_open == 1, evidence, _MODALITIES[modality], role
    )


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

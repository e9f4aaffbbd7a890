"""The JSON that ``cuthehoa extract`` prints: the shape of the gold files (DESIGN, "Extraction output")."""

import json
from typing import TypeAlias

from ontology.extraction import Extraction, Letterhead
from ontology.mentions import Citation, Mention
from ontology.statements import DOCUMENT_RELATIONS, SELF, Modality, Relation, Statement

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def to_contract(extraction: Extraction) -> dict[str, Json]:
    """Return one extraction as a JSON object. Offsets are of the original text.

    Statements that are denied or only intended are no facts and are left out of ``relations``.
    """
    mentions = extraction.mentions
    asserted = [s for s in extraction.statements if s.modality is Modality.ASSERTED]
    return {
        "file": extraction.file,
        "sha256": extraction.sha256,
        "letterhead": _letterhead(extraction.letterhead),
        "entities": [_entity(mention) for mention in mentions],
        "relations": [_relation(s, mentions) for s in asserted if s.predicate in DOCUMENT_RELATIONS],
        "roles": [
            {
                "person": mentions[s.subject].norm,
                "role": s.role,
                "org": None if s.object is None else mentions[s.object].norm,
            }
            for s in asserted
            if s.predicate is Relation.HOLDS_POST
        ],
        "programme_places": [
            {"programme": mentions[s.subject].norm, "place": mentions[s.object].norm}
            for s in asserted
            if s.predicate is Relation.COVERS and s.object is not None
        ],
    }


def to_json_line(extraction: Extraction) -> str:
    """Return one extraction as a line of JSON, without the line end."""
    return json.dumps(to_contract(extraction), ensure_ascii=False)


def _letterhead(head: Letterhead) -> dict[str, Json]:
    signer = head.signer
    return {
        "type": head.type,
        "code": head.code,
        "issuer": head.organ,
        "parent": head.parent,
        "level": head.level.value if head.level else None,
        "place": head.place,
        "province": head.province,
        "date": str(head.date) if head.date else None,
        "title": head.title,
        "signer": {"name": signer.name, "role": signer.role, "on_behalf_of": signer.on_behalf_of} if signer else None,
    }


def _entity(mention: Mention) -> dict[str, Json]:
    entity: dict[str, Json] = {
        "start": mention.span.start,
        "end": mention.span.end,
        "label": mention.label.value,
        "text": mention.text,
        "norm": mention.norm,
    }
    if isinstance(mention.detail, Citation):
        citation = mention.detail
        entity |= {
            "code": citation.code,
            "date": str(citation.date) if citation.date else None,
            "issuer": citation.issuer,
            "title": citation.title,
            "type": citation.type,
        }
    return entity


def _relation(statement: Statement, mentions: tuple[Mention, ...]) -> dict[str, Json]:
    head, head_date = _end(statement.subject, mentions)
    tail, tail_date = _end(statement.object if statement.object is not None else SELF, mentions)
    evidence = statement.evidence
    return {
        "head": head,
        "head_date": head_date,
        "type": statement.predicate.value,
        "tail": tail,
        "tail_date": tail_date,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "cue": statement.cue,
        "confidence": evidence.confidence,
    }


def _end(index: int, mentions: tuple[Mention, ...]) -> tuple[str, str | None]:
    """Return a document's code, or its norm where it has none, and its date."""
    if index == SELF:
        return "SELF", None
    mention = mentions[index]
    citation = mention.detail
    if not isinstance(citation, Citation):
        return mention.norm, None
    return citation.code or mention.norm, str(citation.date) if citation.date else None

"""The JSON that ``cuthehoa extract`` prints: the shape of the gold files (DESIGN, "Extraction output")."""

import json
import re
from typing import TypeAlias

from ontology.extraction import Extraction, Letterhead, Signer
from ontology.indicators import Indicator
from ontology.mentions import Citation, Mention, ProgrammeName
from ontology.periods import Period
from ontology.references import Reference
from ontology.statements import DOCUMENT_RELATIONS, SELF, Modality, Relation, Statement

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_NUMBER = re.compile(r"\d{1,4}[a-zđ]?(?:/\d{4})?")


def to_contract(extraction: Extraction) -> dict[str, Json]:
    """Return one extraction as a JSON object. Offsets are of the original text.

    ``encoding`` is that of the bytes, ``unicode`` for formats that name their own; ``ocr`` tells whether a page was
    read by OCR. A relation of a source with pages has its ``page``, from 1.

    Statements that are denied, asked or only intended are no facts: those between documents stand in ``unasserted``,
    each with its modality, and not in ``relations``.
    """
    mentions = extraction.mentions
    asserted = [s for s in extraction.statements if s.modality is Modality.ASSERTED]
    return {
        "file": extraction.file,
        "sha256": extraction.sha256,
        "format": extraction.format,
        "encoding": extraction.encoding,
        "ocr": extraction.ocr,
        "letterhead": letterhead_object(extraction.letterhead),
        "entities": [_entity(mention) for mention in mentions],
        "relations": [_relation(s, mentions) for s in asserted if s.predicate in DOCUMENT_RELATIONS],
        "unasserted": [
            _relation(s, mentions) | {"modality": s.modality.value}
            for s in extraction.statements
            if s.modality is not Modality.ASSERTED and s.predicate in DOCUMENT_RELATIONS
        ],
        "references": [_reference(reference) for reference in extraction.references],
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
        "indicators": [_indicator(indicator, extraction) for indicator in extraction.indicators],
    }


def to_json_line(extraction: Extraction) -> str:
    """Return one extraction as a line of JSON, without the line end."""
    return json.dumps(to_contract(extraction), ensure_ascii=False)


def letterhead_object(head: Letterhead) -> dict[str, Json]:
    """Return a letterhead as the JSON object of the contract."""
    signers = [_signer(signer) for signer in head.signers]
    return {
        "type": head.type,
        "code": head.code,
        "issuer": head.organ,
        "issuers": list(head.issuers),
        "parent": head.parent,
        "level": head.level.value if head.level else None,
        "place": head.place,
        "province": head.province,
        "date": str(head.date) if head.date else None,
        "title": head.title,
        "signer": signers[0] if signers else None,
        "signers": list(signers),
        "recipients": list(head.recipients),
        "secrecy": {"degree": head.secrecy.degree.value, "written": head.secrecy.written} if head.secrecy else None,
        "urgency": {"degree": head.urgency.degree.value, "written": head.urgency.written} if head.urgency else None,
        "draft": head.draft,
    }


def _signer(signer: Signer) -> dict[str, Json]:
    return {
        "name": signer.name,
        "title": signer.title,
        "role": signer.role,
        "authority": [form.value for form in signer.authority],
        "on_behalf_of": signer.on_behalf_of,
        "body": signer.body,
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
            "code": citation.code or _bare_number(mention.norm, citation),
            "date": str(citation.date) if citation.date else None,
            "issuer": citation.issuer,
            "title": citation.title,
            "type": citation.type,
        }
    if isinstance(mention.detail, ProgrammeName):
        entity["stage"] = _period(mention.detail.stage)
    return entity


def _period(period: Period | None) -> Json:
    if period is None:
        return None
    return {
        "text": period.text,
        "start": str(period.start) if period.start else None,
        "end": str(period.end) if period.end else None,
    }


def _indicator(indicator: Indicator, extraction: Extraction) -> dict[str, Json]:
    """Numbers are texts (``"12.5"``), because JSON's own would lose their exact value in many readers."""
    amount, evidence = indicator.amount, indicator.evidence
    place = extraction.letterhead.place if indicator.place_inherited else None
    if indicator.place is not None:
        place = extraction.mentions[indicator.place].norm
    return {
        "name": indicator.name,
        "value": str(amount.value),
        "upper": None if amount.upper is None else str(amount.upper),
        "denominator": None if amount.denominator is None else str(amount.denominator),
        "origin": None if indicator.origin is None else str(indicator.origin),
        "unit": amount.unit,
        "kind": amount.kind.value,
        "per": list(amount.per),
        "change": indicator.change.value,
        "bound": indicator.bound.value,
        "aim": indicator.aim.value,
        "basis": indicator.basis,
        "place": place,
        "place_inherited": indicator.place_inherited,
        "period": _period(indicator.period),
        "period_inherited": indicator.period_inherited,
        "programme": None if indicator.programme is None else extraction.mentions[indicator.programme].norm,
        "start": indicator.span.start,
        "end": indicator.span.end,
        "subject_start": indicator.subject.start,
        "subject_end": indicator.subject.end,
        "evidence": {"start": evidence.span.start, "end": evidence.span.end},
        "rule": evidence.rule,
        "confidence": evidence.confidence,
    }


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
        **({} if evidence.page is None else {"page": evidence.page}),
    }


def _reference(reference: Reference) -> dict[str, Json]:
    return {
        "start": reference.span.start,
        "end": reference.span.end,
        "text": reference.text,
        "antecedent": "SELF" if reference.antecedent == SELF else reference.antecedent,
        "why": reference.reason.value,
    }


def _end(index: int, mentions: tuple[Mention, ...]) -> tuple[str, str | None]:
    """Return a document's code, or its norm where it has none, and its date."""
    if index == SELF:
        return "SELF", None
    mention = mentions[index]
    citation = mention.detail
    if not isinstance(citation, Citation):
        return mention.norm, None
    return citation.code or _bare_number(mention.norm, citation) or mention.norm, str(
        citation.date
    ) if citation.date else None


def _bare_number(norm: str, citation: Citation) -> str | None:
    """Return the number of a document that is cited by type and number alone (``Chỉ thị 17``): all its code here."""
    number = norm.removeprefix(f"{citation.type} ")
    return number if number != norm and _NUMBER.fullmatch(number) else None

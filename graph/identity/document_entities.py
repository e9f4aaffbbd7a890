"""From resolved documents to entities: the one code, type, date, title and issuer that are shown of each."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from graph.answers import Entity, EntityKind
from graph.identity.documents import Document
from graph.identity.named_documents import written_out
from graph.identity.organization_names import canonical_name, issuing_body
from graph.identity.organizations import Body, body_in, body_of_mention, central_body
from graph.identity.references import Reference
from graph.identity.scopes import PARTY_CENTRE
from ontology.codes import DocumentCode
from ontology.dates import PartialDate
from ontology.document_types import official_type_code, types_with_code
from ontology.levels import Level
from ontology.mentions import OrganizationName
from ontology.organs import OrganScope, organ_of_code

_JOINT = "LT"
"""How the type of a joint document ends: thông tư liên tịch TTLT, nghị quyết liên tịch NQLT."""
_BETWEEN_ORGANS = re.compile(r"[-–/.]")


def issuer_of(document: Document) -> Body | None:
    """Return the organisation that issued a document, or ``None`` where that is not known.

    Args:
        document: The document.
    """
    scope = document.scope
    if scope.family == PARTY_CENTRE.casefold() and scope.known:
        # Three bodies share this register; the citations say which one it was.
        said = _most_often(
            name
            for name, level in (canonical_name(issuing_body(issuer)) for issuer in _issuers(document))
            if level is Level.CENTRAL
        )
        return central_body(said or scope.issuer or PARTY_CENTRE)
    if scope.unit is not None and scope.issuer is not None:
        return body_in(scope.issuer, scope.unit)
    if scope.issuer is not None and scope.level is Level.CENTRAL:
        return central_body(scope.issuer)
    held = document.held
    if held and held[0].context.organ is not None:
        context = held[0].context
        place = context.units[0].full_name if context.units else None
        level = Level.CENTRAL if context.central else None
        return body_of_mention(held[0].context.organ, OrganizationName(held[0].context.organ, level, place), context)
    return None


def issuers_of(document: Document) -> list[Body]:
    """Return all organisations that issued a document, the one of its register first; empty where none is known.

    Args:
        document: The document.
    """
    first = issuer_of(document)
    found = [] if first is None else [first]
    for body in (*_signing_together(document), *_in_one_code(document)):
        if all(body.segments != known.segments for known in found):
            found.append(body)
    return found if first is not None else []


def _signing_together(document: Document) -> Iterable[Body]:
    """Yield the bodies that the letterhead of a held text names beside the first."""
    for reference in document.held[:1]:
        for organ in reference.joint:
            yield body_of_mention(organ, OrganizationName(organ), reference.context)


def _in_one_code(document: Document) -> Iterable[Body]:
    """Yield the central bodies that a joint code names behind the first (``01/2014/TTLT-BTC-BNV``)."""
    code = next((reference.code for reference, _ in document.references if reference.code), None)
    if code is None or code.organ is None or not (code.type_code or "").upper().endswith(_JOINT):
        return
    for abbreviation in _BETWEEN_ORGANS.split(code.organ)[1:]:
        organ = organ_of_code(abbreviation)
        if organ is not None and organ.scope is OrganScope.NATIONAL:
            yield central_body(organ.name)


def entity_of(
    document: Document, iri: str, candidates: Iterable[str], issuers: Sequence[Body], issuer_iris: Sequence[str]
) -> Entity:
    """Return the entity of a document.

    Args:
        document: The document, with all references to it.
        iri: Its IRI.
        candidates: IRIs of the documents that it could be, if it is open.
        issuers: The organisations that issued it.
        issuer_iris: Their IRIs.
    """
    issuer = issuers[0] if issuers else None
    references = sorted((reference for reference, _ in document.references), key=lambda reference: reference.order)
    held = [reference for reference in references if reference.held]
    code = code_of(references)
    type_ = _type(held, references, code)
    title = next((reference.title for reference in held if reference.title), None) or _title(references)
    names = _most_often(written_out(reference.norm) for reference in references if not reference.held)
    if code is not None:
        name = f"{type_} {code}" if type_ else code
    elif held:
        # A number left blank is no name: the subject tells one report from the next.
        name = " ".join(part for part in (type_, _as_subject(title)) if part) or held[0].norm
    else:
        name = names or document.key
    return Entity(
        iri=iri,
        kind=EntityKind.DOCUMENT,
        name=name,
        code=code,
        type=type_,
        date=document.date or date_of(references),
        level=document.scope.level or (issuer.level if issuer else None),
        issuer=issuer.name if issuer else None,
        issuer_iri=issuer_iris[0] if issuer_iris else None,
        title=title,
        file=held[0].context.file if held else None,
        held=bool(held),
        open=document.is_open,
        candidates=tuple(candidates),
        joint_issuers=tuple(issuer_iris[1:]),
    )


def _as_subject(title: str | None) -> str | None:
    """Return a title as it goes on after a type word: "Báo cáo" + "Tình hình …" → "tình hình …"."""
    if title is None or title[1:2].isupper():
        return title
    return title[:1].lower() + title[1:]


def code_of(references: Iterable[Reference]) -> str | None:
    """Return the code to show: as the document itself writes it, else as most citations do, slips set right."""
    found = list(references)
    own = next((r.code.text for r in found if r.held and r.code and not r.code.is_blank), None)
    if own is not None:
        return _official(own)
    return _most_often(_official(r.code.text) for r in found if r.code and not r.code.is_blank)


@lru_cache(maxsize=65_536)
def _official(code: str) -> str:
    """Return a code with its type abbreviation in official spelling (``03-Ctr/TU`` → ``03-CTr/TU``)."""
    try:
        parsed = DocumentCode.parse(code)
    except ValueError:
        return code
    official = official_type_code(parsed.type_code) if parsed.type_code else None
    return code.replace(parsed.type_code or "", official, 1) if official else code


def date_of(references: Iterable[Reference]) -> PartialDate | None:
    """Return the date that most references give; of equally frequent ones the most exact, then the earliest."""
    found = list(references)
    own = next((reference.date for reference in found if reference.held and reference.date), None)
    if own is not None and own.day is not None:
        return own
    dates = [reference.date for reference in found if reference.date]
    if not dates:
        return own
    if len(dates) == 1:
        return dates[0]
    counted = Counter(str(date) for date in dates)
    return PartialDate.parse(min(counted, key=lambda date: (-counted[date], -len(date), date)))


def _type(held: list[Reference], references: list[Reference], code: str | None) -> str | None:
    own = next((reference.type for reference in held if reference.type), None)
    said = own or _most_often(reference.type for reference in references if reference.type)
    if said is not None or code is None:
        return said
    try:
        type_code = DocumentCode.parse(code).type_code
    except ValueError:
        return None
    types = types_with_code(type_code) if type_code else ()
    return types[0].name if types else None


def _title(references: list[Reference]) -> str | None:
    """Return the title that most citations give; of equally frequent ones the longest, which is shortened least."""
    counted = Counter(reference.title for reference in references if reference.title)
    return min(counted, key=lambda title: (-counted[title], -len(title), title)) if counted else None


def _issuers(document: Document) -> Iterable[str]:
    return (reference.issuer for reference, _ in document.references if reference.issuer)


def _most_often(texts: Iterable[str]) -> str | None:
    found = list(texts)
    if len(found) <= 1:  # of most documents there is one reference
        return found[0] if found else None
    counted = Counter(found)
    return min(counted, key=lambda text: (-counted[text], text))

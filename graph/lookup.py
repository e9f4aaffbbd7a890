"""From what people type (a code, an IRI, a name) to the one entity that it means."""

import re

from graph.answers import Entity, EntityKind
from graph.coded_documents import Coded, coded
from graph.database import Database
from graph.search import folded_name
from ontology.dates import PartialDate
from ontology.errors import AmbiguousEntityError, UnknownEntityError

_CODE = re.compile(r"(?:^|\s)(?P<code>\d*\w?\s*[-/.]\s*\S.*)$")
"""The end of a citation from its number on: ``Nghị quyết số 18-NQ/TW``."""


_CHOICES = 50
"""More lines than this help nobody to choose."""


def documents(database: Database, code: str, date: PartialDate | None) -> tuple[Entity, ...]:
    """Return all documents that a code can mean.

    Args:
        database: The generation's database.
        code: A code in any spelling, also with the type word before it.
        date: Only documents whose date agrees with it.

    Returns:
        By date, then IRI; undecided citations last. Codes spelt to the letter as asked win over those that only fold
        to the same (``HD`` and ``HĐ``).
    """
    return _coded(database, code, date).documents


def _coded(database: Database, code: str, date: PartialDate | None, limit: int = -1) -> Coded:
    found = coded(database, code, date, limit)
    if not found.documents and (match := _CODE.search(code)) and match["code"] != code:
        found = coded(database, match["code"], date, limit)
    return found


def known(database: Database, iri: str) -> Entity:
    """Return the entity of an IRI, also of one under which it was known before.

    Raises:
        UnknownEntityError: If there is none.
        AmbiguousEntityError: If an earlier IRI may mean several entities now.
    """
    entity = database.entity(iri)
    if entity is not None:
        return entity
    found = database.entities(database.aliased(iri))
    if not found:
        raise UnknownEntityError("không có thực thể này trong đồ thị", where=iri)
    if len(found) > 1:
        raise AmbiguousEntityError(
            f"{iri} nay có thể là {len(found)} đối tượng",
            choices=tuple(describe(entity) for entity in found.values()),
            iris=tuple(found),
            todo="Chọn một IRI trong số đó",
        )
    return next(iter(found.values()))


def resolve(database: Database, code_or_iri: str, date: PartialDate | None) -> Entity:
    """Return the one entity that a code, an IRI or an exact name means.

    Args:
        database: The generation's database.
        code_or_iri: What was typed.
        date: Decides among documents of one code.

    Raises:
        UnknownEntityError: If there is none.
        AmbiguousEntityError: If there are several.
    """
    asked = code_or_iri.strip()
    if "://" in asked:
        return known(database, asked)
    found = _coded(database, asked, date, _CHOICES)
    if not found.documents:
        found = _named(database, asked, date)
    if not found.documents and date is not None and (others := _coded(database, asked, None, _CHOICES)).documents:
        raise AmbiguousEntityError(
            f"không có văn bản {asked} ngày {date.vietnamese}; có các văn bản",
            choices=tuple(describe(entity) for entity in others.documents),
            iris=tuple(entity.iri for entity in others.documents),
            todo="Chọn ngày bằng --date hoặc dùng IRI",
        )
    if not found.documents:
        raise UnknownEntityError(
            f"không tìm thấy “{asked}” trong đồ thị", todo="Tìm bằng “cuthehoa search” để xem tên hoặc số hiệu gần đúng"
        )
    # Undecided citations come last.
    if found.decided == 1 or found.decided + found.open == 1:
        return found.documents[0]
    raise AmbiguousEntityError(
        f"“{asked}” có thể là {found.decided + found.open} đối tượng",
        choices=tuple(describe(entity) for entity in found.documents),
        iris=tuple(entity.iri for entity in found.documents),
        todo="Chọn một: thêm --date NGÀY hoặc dùng IRI",
    )


def _named(database: Database, name: str, date: PartialDate | None) -> Coded:
    found = [entity for entity, _ in database.entities_named(folded_name(name))]
    if date is not None:
        found = [entity for entity in found if entity.date is not None and entity.date.matches(date)]
    undecided = sum(entity.open for entity in found)
    return Coded(tuple(sorted(found, key=_order)[:_CHOICES]), len(found) - undecided, undecided)


def describe(entity: Entity) -> str:
    """Return one line that tells an entity from others of the same name: name, date, issuer, title, IRI."""
    parts = [entity.name]
    if entity.kind is EntityKind.DOCUMENT:
        if entity.open:
            parts.append("chưa xác định là văn bản nào")
        else:
            parts.append(f"ngày {entity.date.vietnamese}" if entity.date else "không rõ ngày")
        parts += [text for text in (entity.issuer, entity.title and f"“{entity.title}”") if text]
    elif entity.place:
        parts.append(entity.place)
    return f"{', '.join(parts)} — {entity.iri}"


def _order(entity: Entity) -> tuple[bool, str, str]:
    return (entity.open, str(entity.date) if entity.date else "9999", entity.iri)

"""From what people type (a code, an IRI, a name) to the one entity that it means."""

import re

from graph.answers import Entity, EntityKind
from graph.database import Database
from graph.search import code_key, folded_name
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
    year = date.year if date is not None else None
    found = [entity for entity, _ in database.entities_coded(code_key(code), year=year)]
    if not found and (match := _CODE.search(code)):
        code = match["code"]
        found = [entity for entity, _ in database.entities_coded(code_key(code), year=year)]
    exact = [entity for entity in found if _letters(entity.code or "") == _letters(code)]
    found = exact or found
    if date is not None:
        found = [entity for entity in found if entity.date is not None and entity.date.matches(date)]
    return tuple(sorted(found, key=_order))


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
    found = documents(database, asked, date)
    if not found:
        named = [entity for entity, _ in database.entities_named(folded_name(asked))]
        if date is not None:
            named = [entity for entity in named if entity.date is not None and entity.date.matches(date)]
        found = tuple(sorted(named, key=_order))
    if not found and date is not None and (others := documents(database, asked, None)):
        raise AmbiguousEntityError(
            f"không có văn bản {asked} ngày {date.vietnamese}; có các văn bản",
            choices=tuple(describe(entity) for entity in others[:_CHOICES]),
            iris=tuple(entity.iri for entity in others[:_CHOICES]),
            todo="Chọn ngày bằng --date hoặc dùng IRI",
        )
    if not found:
        raise UnknownEntityError(
            f"không tìm thấy “{asked}” trong đồ thị", todo="Tìm bằng “cuthehoa search” để xem tên hoặc số hiệu gần đúng"
        )
    decided = [entity for entity in found if not entity.open]
    if len(decided) == 1:
        return decided[0]
    if len(found) == 1:
        return found[0]
    raise AmbiguousEntityError(
        f"“{asked}” có thể là {len(found)} đối tượng",
        choices=tuple(describe(entity) for entity in found[:_CHOICES]),
        iris=tuple(entity.iri for entity in found[:_CHOICES]),
        todo="Chọn một: thêm --date NGÀY hoặc dùng IRI",
    )


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


def _letters(code: str) -> str:
    return re.sub(r"[\W_]|(?<!\d)0+(?=\d)", "", code).casefold()


def _order(entity: Entity) -> tuple[bool, str, str]:
    return (entity.open, str(entity.date) if entity.date else "9999", entity.iri)

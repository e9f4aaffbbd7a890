"""Names and codes of entities that people made one with others: whoever asks by them finds what took their place."""

from collections.abc import Collection

from graph import lookup
from graph import search as searching
from graph.answers import Entity, EntityKind, SearchHit
from graph.database import Database
from graph.decision_values import FormerName
from graph.search import code_key, folded_name
from ontology.dates import PartialDate
from ontology.errors import AmbiguousEntityError

_CHOICES = 50


def former_names(database: Database) -> tuple[FormerName, ...]:
    """Return all former names, sorted by IRI."""
    return tuple(
        FormerName(*row)
        for row in database.rows(
            """
            SELECT former_name.iri, entity.iri, former_name.name, former_name.code, former_name.date
            FROM former_name JOIN entity ON entity.id = former_name.entity ORDER BY former_name.iri
            """
        )
    )


def formerly(database: Database, asked: str, date: PartialDate | None) -> tuple[Entity, ...]:
    """Return the entities that had a code or a name before they became one with others.

    Args:
        database: The generation's database.
        asked: What was typed.
        date: Only what had a date that agrees with it, or has one now.
    """
    rows = database.rows(
        """
        SELECT entity.iri, former_name.date FROM former_name JOIN entity ON entity.id = former_name.entity
        WHERE former_name.code_key = ? OR former_name.folded = ? ORDER BY entity.iri
        """,
        (code_key(asked), folded_name(asked)),
    )
    if not rows:
        return ()
    found = database.entities({row[0] for row in rows})
    dates = [(row[0], row[1] and PartialDate.parse(row[1])) for row in rows]
    fit = {iri for iri, then in dates if date is None or (then and then.matches(date)) or _has(found[iri], date)}
    return tuple(found[iri] for iri in sorted(fit))


def documents(database: Database, code: str, date: PartialDate | None) -> tuple[Entity, ...]:
    """Return all documents that a code can mean, as ``graph.lookup.documents``, and those that had it before."""
    found = lookup.documents(database, code, date)
    known = {entity.iri for entity in found}
    return (*found, *(entity for entity in formerly(database, code, date) if entity.iri not in known))


def resolve(database: Database, code_or_iri: str, date: PartialDate | None) -> Entity:
    """Return the one entity that is meant, as ``graph.lookup.resolve``, also by what it was called before.

    Raises:
        UnknownEntityError: If there is none.
        AmbiguousEntityError: If there are several.
    """
    asked = code_or_iri.strip()
    former = () if "://" in asked else formerly(database, asked, date)
    if not former:
        return lookup.resolve(database, asked, date)
    named = [entity for entity, _ in database.entities_named(folded_name(asked))]
    now = [*lookup.documents(database, asked, date), *(each for each in named if date is None or _has(each, date))]
    found = {entity.iri: entity for entity in (*now, *former)}
    decided = [entity for entity in found.values() if not entity.open]
    if len(decided) == 1:
        return decided[0]
    raise AmbiguousEntityError(
        f"“{asked}” có thể là {len(found)} đối tượng",
        choices=tuple(lookup.describe(entity) for entity in list(found.values())[:_CHOICES]),
        iris=tuple(list(found)[:_CHOICES]),
        todo="Chọn một: thêm --date NGÀY hoặc dùng IRI",
    )


def search(database: Database, text: str, kinds: Collection[EntityKind], limit: int) -> tuple[SearchHit, ...]:
    """Find entities, as ``graph.search.search``, first those that had exactly this name or code before."""
    hits = searching.search(database, text, kinds, limit)
    known = {hit.entity.iri for hit in hits}
    former = [
        SearchHit(entity, 1.0, _mentions(database, entity.iri))
        for entity in formerly(database, text, None)
        if entity.iri not in known and (not kinds or entity.kind in kinds)
    ]
    return tuple([*former, *hits][: max(0, limit)])


def _has(entity: Entity, date: PartialDate) -> bool:
    return entity.date is not None and entity.date.matches(date)


def _mentions(database: Database, iri: str) -> int:
    return int(database.rows("SELECT mentions FROM entity WHERE iri = ?", (iri,))[0][0])

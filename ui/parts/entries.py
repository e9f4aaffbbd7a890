"""Lists of entities to choose from: search results, choices, entry points, sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.answers import Entity, EntityKind
from ui.navigation import Link, Page
from ui.parts.mount import link_object, mount
from ui.rendering import JsonObject, JsonValue
from ui.wording import KIND_NAMES, level_name


@dataclass(frozen=True, slots=True)
class Badge:
    """A short mark beside a name.

    Args:
        text: What it says.
        tone: Its colour: a level's value, ``held``, ``cited``, ``open`` or ``plain``.
        hint: What it means, shown to those who point at it.
    """

    text: str
    tone: str = "plain"
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list.

    Args:
        name: What is shown first.
        link: Where it leads, or ``None``.
        badges: Marks beside the name.
        detail: A second line.
        title: A third line: a document's subject.
        note: At the line's end.
        chosen: Whether it is what the page shows now.
    """

    name: str
    link: Link | None
    badges: tuple[Badge, ...] = ()
    detail: str = ""
    title: str = ""
    note: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under a heading; an empty heading shows none."""

    heading: str
    entries: Sequence[Entry]


def show_entries(groups: Iterable[Group], *, key: str, card: bool = False) -> None:
    """Show lists of entries.

    Args:
        groups: The lists; empty ones are left out.
        key: Unique on the page.
        card: Whether to show the entries as a document's head and not as lines to choose from.
    """
    shown: list[JsonValue] = [
        {"heading": group.heading, "count": len(group.entries), "entries": [_entry(entry) for entry in group.entries]}
        for group in groups
        if group.entries
    ]
    mount("entries", {"groups": shown, "card": card}, key=key)


def entity_link(entity: Entity) -> Link:
    """The page that tells most about an entity of its kind."""
    match entity.kind:
        case EntityKind.DOCUMENT:
            return Link(Page.TRACE, {"doc": entity.iri})
        case EntityKind.PROGRAMME:
            return Link(Page.PROGRAMMES, {"programme": entity.iri})
        case EntityKind.PLACE:
            return Link(Page.PROGRAMMES, {"place": entity.iri})
        case _:
            return Link(Page.ENTITY, {"iri": entity.iri})


def entity_entry(
    entity: Entity, *, link: Link | None = None, note: str = "", chosen: bool = False, kind: bool = False
) -> Entry:
    """An entity as a line: its name, marks, who issued it when, its subject.

    Args:
        entity: The entity.
        link: Where it leads; its own page if ``None``.
        note: At the line's end.
        chosen: Whether it is what the page shows now.
        kind: Whether to name its kind.
    """
    badges = (Badge(KIND_NAMES[entity.kind]),) if kind else ()
    return Entry(
        name=entity.name,
        link=link or entity_link(entity),
        badges=badges + entity_badges(entity),
        detail=entity_detail(entity),
        title=entity.title or "",
        note=note,
        chosen=chosen,
    )


def entity_badges(entity: Entity) -> tuple[Badge, ...]:
    """The marks of an entity: its level, whether its text is held, whether it is undecided."""
    found: list[Badge] = []
    if entity.level:
        name = level_name(entity.level)
        found.append(Badge(name[0].upper() + name[1:], entity.level.value))
    if entity.open:
        found.append(Badge("Chưa rõ", "open", "Lời dẫn này có thể chỉ nhiều văn bản; xem các văn bản có thể"))
    elif entity.kind is EntityKind.DOCUMENT:
        if entity.held:
            found.append(Badge("Có toàn văn", "held", "Toàn văn có trong đồ thị"))
        else:
            found.append(Badge("Chỉ được dẫn", "cited", "Được văn bản khác dẫn; đồ thị không có toàn văn"))
    return tuple(found)


def entity_detail(entity: Entity) -> str:
    """Who issued a document and when; for others the unit around them."""
    if entity.kind is not EntityKind.DOCUMENT:
        return entity.place or ""
    date = f"ngày {entity.date.vietnamese}" if entity.date and entity.date.day else ""
    if entity.date and not date:
        date = entity.date.vietnamese
    return " · ".join(part for part in (entity.issuer or "", date) if part)


def _entry(entry: Entry) -> JsonObject:
    return {
        "name": entry.name,
        "link": link_object(entry.link),
        "badges": badge_objects(entry.badges),
        "detail": entry.detail,
        "title": entry.title,
        "note": entry.note,
        "chosen": entry.chosen,
    }


def badge_objects(badges: Iterable[Badge]) -> list[JsonObject]:
    """Badges in the form that the scripts read."""
    return [{"text": badge.text, "tone": badge.tone, "hint": badge.hint} for badge in badges]

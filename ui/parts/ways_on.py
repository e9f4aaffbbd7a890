"""Links from one entity to the other pages that tell of it."""

from collections.abc import Iterator

from graph.answers import Entity, EntityKind
from ui.navigation import Link, Page
from ui.parts.entries import entity_link
from ui.parts.mount import link_object, mount
from ui.parts.passages import reader_link


def show_ways_on(entity: Entity, here: Page) -> None:
    """Show links to the other pages about an entity, and to a choice of another one.

    Args:
        entity: The entity.
        here: The page that shows the links.
    """
    ways = [*_ways(entity), ("Chọn mục khác", Link(here))]
    own = (entity.iri, entity.file)
    links = [
        {"text": text, "link": link_object(link)}
        for text, link in ways
        if link.page is not here or not any(value in own for value in link.parameters.values())
    ]
    mount("links", {"links": links}, key="ways-on", width="content")


def _ways(entity: Entity) -> Iterator[tuple[str, Link]]:
    if entity.kind is EntityKind.DOCUMENT:
        yield "Thác văn bản", entity_link(entity)
    if entity.kind in (EntityKind.PLACE, EntityKind.PROGRAMME):
        yield "Xã × chương trình", entity_link(entity)
    if entity.file:
        yield "Đọc toàn văn", reader_link(entity.file)
    yield "Hồ sơ", Link(Page.ENTITY, {"iri": entity.iri})
    if entity.issuer_iri:
        yield "Cơ quan ban hành", Link(Page.ENTITY, {"iri": entity.issuer_iri})

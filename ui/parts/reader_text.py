"""A source's text cut at its mentions, for the reader."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.answers import Entity, EntityKind, MarkedMention
from graph.identity.rules import Rule, resolution_rules
from ontology.mentions import EntityLabel
from ontology.spans import Span
from ui.navigation import Link, Page
from ui.parts.entries import entity_link
from ui.parts.mount import link_object, mount
from ui.rendering import JsonObject, JsonValue
from ui.wording import KIND_NAMES, LABEL_KINDS

Segment = tuple[str, int, bool]
"""Text, index of the mention that it belongs to or -1, whether it is in the place that was asked for."""


def show_text(text: str, mentions: Sequence[MarkedMention], aim: Span | None, *, key: str) -> None:
    """Show a text with its mentions marked, scrolled to a place.

    Args:
        text: The source's original text; all spans refer to it.
        mentions: In order, none overlapping another.
        aim: The place to show and mark, or ``None``.
        key: Unique on the page.
    """
    counts = Counter(mention.label for mention in mentions)
    data: JsonObject = {
        "segments": [list(segment) for segment in segments(text, mentions, aim)],
        "mentions": [_mention(mention) for mention in mentions],
        "kinds": [
            {"label": label.value, "name": KIND_NAMES[LABEL_KINDS[label]], "count": counts[label]}
            for label in EntityLabel
            if counts[label]
        ],
    }
    mount("reader", data, key=key)


def segments(text: str, mentions: Sequence[MarkedMention], aim: Span | None = None) -> Iterator[Segment]:
    """Cut a text at the borders of its mentions and of the place that was asked for.

    The pieces joined give the text again.

    Args:
        text: The original text.
        mentions: In order, none overlapping another.
        aim: A place in the text, or ``None``.
    """
    position = 0
    for index, mention in enumerate(mentions):
        yield from _piece(text, position, mention.span.start, -1, aim)
        yield from _piece(text, mention.span.start, mention.span.end, index, aim)
        position = mention.span.end
    yield from _piece(text, position, len(text), -1, aim)


def _piece(text: str, start: int, end: int, index: int, aim: Span | None) -> Iterator[Segment]:
    borders = [start, end]
    if aim:
        borders[1:1] = [border for border in (aim.start, aim.end) if start < border < end]
    for left, right in pairwise(borders):
        if left < right:
            yield text[left:right], index, aim is not None and aim.start <= left < aim.end


def shown_name(mention: MarkedMention) -> str:
    """Return what a mention means, and that a person decided it where no rule did."""
    if mention.rule != Rule.DECIDED:
        return mention.name
    meaning = resolution_rules()[Rule.DECIDED].meaning
    return f"{mention.name} ({meaning[:1].lower()}{meaning[1:]})"


def _mention(mention: MarkedMention) -> JsonObject:
    kind = LABEL_KINDS[mention.label]
    return {
        "label": mention.label.value,
        "kind": KIND_NAMES[kind],
        "name": shown_name(mention),
        "open": mention.open,
        "links": _links(mention, kind),
    }


def _links(mention: MarkedMention, kind: EntityKind) -> list[JsonValue]:
    if mention.iri is None:
        return []
    links = [("Hồ sơ và mọi quan hệ", Link(Page.ENTITY, {"iri": mention.iri}))]
    own = entity_link(Entity(iri=mention.iri, kind=kind, name=mention.name))
    words = {
        Page.TRACE: "Thác văn bản",
        Page.PROGRAMMES: "Chương trình trên địa bàn" if kind is EntityKind.PLACE else "Địa bàn của chương trình",
    }
    if own.page in words:
        links.insert(0, (words[own.page], own))
    return [{"text": text, "link": link_object(link)} for text, link in links]

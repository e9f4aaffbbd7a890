"""A text as HTML, its mentions marked and the sentences that are evidence to be jumped to."""

from collections.abc import Sequence

from ontology.mentions import Mention
from ontology.spans import Span
from ui.marked.escaping import escape

# What comes first where several things stand at one place: a mark is closed before the next begins.
_CLOSE, _QUOTE_END, _QUOTE_START, _OPEN = range(4)


def mention_anchor(index: int) -> str:
    """The id of a mention on its page."""
    return f"ten-{index + 1}"


def quote_anchor(number: int) -> str:
    """The id of the place where a sentence begins; with ``-het`` behind it, of the place where it ends."""
    return f"cau-{number + 1}"


def marked_text(text: str, mentions: Sequence[Mention], titles: Sequence[str], quotes: Sequence[Span]) -> str:
    """Mark a text.

    Sentences may overlap each other and mentions, so they are no elements: each has an empty anchor at either end.

    Args:
        text: The original text.
        mentions: In order, none overlapping another.
        titles: What to show of each mention, as plain text.
        quotes: The sentences to jump to.

    Returns:
        HTML whose text is ``text``, character by character but for line ends and characters that HTML cannot hold.
    """
    points: list[tuple[int, int, str]] = []
    for index, (mention, title) in enumerate(zip(mentions, titles, strict=True)):
        label = mention.label.value
        opening = f'<mark id="{mention_anchor(index)}" class="{label}" tabindex="0" title="{escape(title)}">'
        points.append((mention.span.start, _OPEN, opening))
        points.append((mention.span.end, _CLOSE, "</mark>"))
    for number, quote in enumerate(quotes):
        anchor = quote_anchor(number)
        points.append((quote.start, _QUOTE_START, f'<a class="cau" id="{anchor}"></a>'))
        points.append((quote.end, _QUOTE_END, f'<a id="{anchor}-het"></a>'))
    points.sort(key=lambda point: point[:2])
    pieces: list[str] = []
    position = 0
    for at, _, markup in points:
        pieces += (escape(text[position:at]), markup)
        position = at
    pieces.append(escape(text[position:]))
    return "".join(pieces)

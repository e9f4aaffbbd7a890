"""Finding the places of citations again: in the same file, also as other rules or another reader of it gives its text.

A place that is not certain is none: the decision is then reported, and kept.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TypeVar

from graph.answers import MarkedMention
from graph.ledger.decisions import Anchor
from ontology.extraction import Extraction
from ontology.mentions import EntityLabel, Mention
from ontology.spans import Span

Marked = TypeVar("Marked", Mention, MarkedMention)

AROUND = 40
"""How many characters before and behind a citation are kept to know it again."""


class Places:
    """The texts in which citations are looked for.

    Args:
        extractions: What was read, in order of the files.
    """

    def __init__(self, extractions: Iterable[Extraction]) -> None:
        self._by_hash: dict[str, Extraction] = {}
        self._by_file: dict[str, Extraction] = {}
        for extraction in extractions:
            self._by_hash.setdefault(extraction.sha256, extraction)
            self._by_file[extraction.file] = extraction

    def find(self, anchor: Anchor) -> tuple[Extraction, Mention] | str:
        """Return the citation that is meant, or why it cannot be told, in Vietnamese.

        Args:
            anchor: Where it was.
        """
        same = self._by_hash.get(anchor.sha256)
        found = same or self._by_file.get(anchor.file)
        if found is None:
            return f"đồ thị không còn tệp {anchor.file}"
        span = _span(anchor, found.text, unchanged=same is not None)
        if span is None:
            return f"không còn tìm thấy chắc chắn “{anchor.quote}” trong {found.file}"
        mention = citation_at(found.mentions, span)
        if mention is None:
            return f"ở {found.file} nay không đọc được một viện dẫn ở chỗ “{anchor.quote}”"
        return found, mention


def citation_at(mentions: Sequence[Marked], span: Span) -> Marked | None:
    """Return the one citation that has exactly this place, or else the only one that touches it.

    Args:
        mentions: Of one source, in order.
        span: The place.
    """
    touching = []
    rank = bisect_left(mentions, span.end, key=lambda mention: mention.span.start)
    while rank > 0 and mentions[rank - 1].span.end > span.start:
        rank -= 1
        if mentions[rank].label is EntityLabel.DOC:
            touching.append(mentions[rank])
    exact = [mention for mention in touching if mention.span == span]
    if exact:
        return exact[0]
    return touching[0] if len(touching) == 1 else None


def around(text: str, span: Span) -> tuple[str, str]:
    """Return what stands before and behind a place."""
    return text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]


def _span(anchor: Anchor, text: str, *, unchanged: bool) -> Span | None:
    """Return where the quote stands now.

    Args:
        anchor: Where it was.
        text: The text as it is read now.
        unchanged: Whether the file's bytes are those of then.
    """
    if unchanged and anchor.span.of(text) == anchor.quote:
        return anchor.span
    start = _only(text, anchor.before + anchor.quote + anchor.after)
    if start is not None:
        return Span(start + len(anchor.before), start + len(anchor.before) + len(anchor.quote))
    # In an edited file the quote alone may be another place of the same words.
    start = _only(text, anchor.quote) if unchanged else None
    return None if start is None else Span(start, start + len(anchor.quote))


def _only(text: str, part: str) -> int | None:
    start = text.find(part)
    return start if start >= 0 and text.find(part, start + 1) < 0 else None

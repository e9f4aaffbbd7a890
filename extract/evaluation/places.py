"""Sentences and lines of an original text, by its own offsets."""

from bisect import bisect_right

from extract.normalize import normalize
from extract.sentences import Sentences
from ontology.spans import Span


class Places:
    """Looks up the sentence and the line of a place.

    Args:
        name: The text's name; its ending tells whether it is Markdown, where a line break does not end a sentence.
        text: The original text.
    """

    def __init__(self, name: str, text: str) -> None:
        self._text = text
        normalized = normalize(text, markdown=name.casefold().endswith(".md"))
        starts = Sentences(normalized.text).starts if normalized.text else []
        self._sentences = [normalized.span(at, at + 1).start for at in starts if at < len(normalized.text)] or [0]
        self._lines = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]

    def sentence(self, span: Span) -> Span:
        """Return the sentences that hold ``span``, without white space at their ends."""
        first = max(0, bisect_right(self._sentences, span.start) - 1)
        behind = bisect_right(self._sentences, span.end - 1)
        start = min(self._sentences[first], span.start)
        end = max(span.end, self._sentences[behind] if behind < len(self._sentences) else len(self._text))
        while start < span.start and self._text[start].isspace():
            start += 1
        while end > span.end and self._text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def line(self, number: int) -> Span | None:
        """Return a line by its number, from 1, with its line end; ``None`` if there is none."""
        if not 0 < number <= len(self._lines):
            return None
        start = self._lines[number - 1]
        end = self._lines[number] if number < len(self._lines) else len(self._text)
        return Span(start, end) if start < end else None

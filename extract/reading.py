"""What the pipeline knows of the text that it reads, kept beside the ``Doc`` (see ``reading_of``)."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from extract.context import Context
from extract.found import Found
from extract.letterhead import read_letterhead
from extract.normalize import NormalizedText, normalize
from extract.sentences import Sentences

if TYPE_CHECKING:  # spaCy takes most of a second to load, and what reads files in other processes needs none of it
    from spacy.tokens import Doc


@dataclass(slots=True)
class Reading:
    """The state that the components of the pipeline share while one text is read.

    Args:
        text: The normalised text; ``doc.text`` is the same, but joins all tokens anew at each access.
        context: The letterhead and what else the finders may know.
        title: Where the document's title starts and ends in the normalised text.
        candidates: What each finder found, by the name of its span group.
        mentions: The flat result, once ``cuthehoa_mentions`` has run.
        results: What the components behind it found, by name: relations, roles, coverage, indicators.
        origin: In a pipeline of other people, the way back to the text of the ``Doc``; ``None`` in ours, whose texts
            are normalised before they become a ``Doc``.
    """

    text: str
    context: Context = field(default_factory=Context)
    title: tuple[int, int] = (0, 0)
    candidates: dict[str, list[Found]] = field(default_factory=dict)
    mentions: list[Found] = field(default_factory=list)
    results: dict[str, list[object]] = field(default_factory=dict)
    sentences: Sentences | None = None
    origin: NormalizedText | None = None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]`` stands in the text of the ``Doc``."""
        if self.origin is None:
            return start, end
        span = self.origin.span(start, end)
        return span.start, span.end


# Not among the data of a ``Doc``, which is saved with it and sent between processes: this is of no use there.
_readings: "WeakKeyDictionary[Doc, Reading]" = WeakKeyDictionary()


def set_reading(doc: "Doc", reading: Reading) -> None:
    """Tell the components what is known of a text before they read it."""
    _readings[doc] = reading


def reading_of(doc: "Doc") -> Reading:
    """Return the reading of a text; a new one where the text comes from a pipeline of other people."""
    reading = _readings.get(doc)
    if reading is None:
        normalized = normalize(doc.text)
        head = read_letterhead(normalized)
        context = Context(head.letterhead, body_start=head.body_start, signatures=head.signatures)
        reading = Reading(normalized.text, context, head.title, origin=normalized)
        set_reading(doc, reading)
    return reading


def sentences_of(doc: "Doc") -> Sentences:
    """Return the sentences of a text, found once."""
    reading = reading_of(doc)
    if reading.sentences is None:
        reading.sentences = Sentences(reading.text)
    return reading.sentences

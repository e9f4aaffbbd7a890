"""What the pipeline knows of the text that it reads, kept at ``doc._.reading``."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.context import Context
from extract.found import Found
from extract.sentences import Sentences
from ontology.mentions import EntityLabel

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
        results: What the components behind it found, by name: relations, roles, coverage.
    """

    text: str
    context: Context = field(default_factory=Context)
    title: tuple[int, int] = (0, 0)
    candidates: dict[str, list[Found]] = field(default_factory=dict)
    mentions: list[Found] = field(default_factory=list)
    results: dict[str, list[object]] = field(default_factory=dict)
    sentences: Sentences | None = None


def reading_of(doc: "Doc") -> Reading:
    """Return the reading of a text; a new one with an empty letterhead where the text came without."""
    reading: Reading | None = doc._.reading
    if reading is None:
        reading = Reading(doc.text)
        doc._.reading = reading
    return reading


def sentences_of(doc: "Doc") -> Sentences:
    """Return the sentences of a text, found once."""
    reading = reading_of(doc)
    if reading.sentences is None:
        reading.sentences = Sentences(reading.text)
    return reading.sentences


def by_label(mentions: list[Found], label: EntityLabel) -> list[int]:
    """Return the indices of the mentions with a label."""
    return [index for index, mention in enumerate(mentions) if mention.label is label]

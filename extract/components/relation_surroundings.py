"""What lies around a relation's words: the sentence as evidence, its modality, the heading above a list."""

import re

from extract.sentences import Sentences
from ontology.relation_cues import relation_cues
from ontology.statements import Modality

_LIST_ITEM = re.compile(r"(?:[a-zđ]\)|-|\+|\d+[.)])")
_ITEMS_ABOVE = 12
_HEADING = 300
_LONGEST_HEADING_LINE = 120
_BEFORE = 70
_BEHIND = 40
_LONGEST_EVIDENCE = 4_000
_MARGIN = 400


class Surroundings:
    """Looks around positions of one normalised text, each time only so far that cost stays linear.

    Args:
        text: The normalised text.
        sentences: Its sentences.
    """

    def __init__(self, text: str, sentences: Sentences) -> None:
        self._text = text
        self._sentences = sentences
        self._modalities = relation_cues().modalities

    def is_broken(self, start: int, end: int) -> bool:
        """Tell whether a sentence ends in ``start:end``."""
        return self._sentences.number(start) != self._sentences.number(max(start, end - 1))

    def modality(self, position: int) -> Modality:
        """Return how the words around a position put what they say."""
        sentence = self._sentences.around(position)
        words = self._text[max(sentence.start, position - _BEFORE) : position + _BEHIND].lower()
        for row in self._modalities:
            if row.pattern.search(words):
                return row.modality
        return Modality.ASSERTED

    def evidence(self, first: int, last: int) -> tuple[int, int]:
        """Return the sentence, or sentences, that hold ``first:last``; of an endless one only what lies near."""
        start = self._sentences.around(first).start
        end = max(last, self._sentences.around(last - 1).end)
        if end - start > _LONGEST_EVIDENCE:
            start, end = max(start, first - _MARGIN), min(end, last + _MARGIN)
        return start, end

    def line_above(self, paragraph: int) -> tuple[int, str] | None:
        """Return where the line above a paragraph starts, and its words in small letters; ``None`` for a long one."""
        end = paragraph - 1
        if end <= 0:
            return None
        start = self._text.rfind("\n", max(0, end - _LONGEST_HEADING_LINE), end) + 1
        if start == 0 and end > _LONGEST_HEADING_LINE:
            return None
        return start, self._text[start:end].lower()

    def heading_of_list(self, paragraph: int) -> tuple[int, str] | None:
        """Return the end of the line with a colon above the items of a list, in small letters, and where it starts.

        Args:
            paragraph: Where the item starts; items between it and the line are passed over.
        """
        end = paragraph - 1
        for _ in range(_ITEMS_ABOVE):
            if end <= 0:
                return None
            start = self._text.rfind("\n", max(0, end - _LONGEST_EVIDENCE), end) + 1
            head = self._text[start : start + 8].lower()
            tail = self._text[max(start, end - _HEADING) : end]
            if tail.rstrip().endswith(":"):
                return max(start, end - _HEADING), tail.rstrip().lower()
            if not _LIST_ITEM.match(head):
                return None
            end = start - 1
        return None

"""What lies around a relation's words: the sentence as evidence, its modality, the heading above a list."""

import re

from extract.components.relation_roles import LEGISLATIVE
from extract.sentences import Sentences
from ontology.document_types import type_named
from ontology.relation_cues import relation_cues
from ontology.statements import Modality, Relation

_LIST_ITEM = re.compile(r"(?:[a-zđ]\)|-|\+|\d+[.)])")
_ITEMS_ABOVE = 12
_HEADING = 300
_LONGEST_HEADING_LINE = 120
# A clause ends where its mark stands, or where a word opens the next one.
_CLAUSE = re.compile(r"[.;:\n“”]|\b(?:nhưng|song|thì|mà|(?<!có )nên|do đó|vì vậy)\b")
_BEFORE = 100
_LONGEST_EVIDENCE = 4_000
_MARGIN = 400


def without_type(text: str, title: tuple[int, int]) -> tuple[int, int]:
    """Return where the title stands without the line above it that names the document's type."""
    line = text[title[0] : title[1]].partition("\n")[0]
    return (title[0] + len(line) + 1, title[1]) if type_named(line) is not None else title


class Surroundings:
    """Looks around positions of one normalised text, each time only so far that cost stays linear.

    Args:
        text: The normalised text.
        sentences: Its sentences.
        title: Where the document's title starts and ends: one sentence, on however many lines.
    """

    def __init__(self, text: str, sentences: Sentences, title: tuple[int, int] = (0, 0)) -> None:
        self._text = text
        self._sentences = sentences
        self._title = title
        self._modalities = relation_cues().modalities
        self._headings = relation_cues().headings
        self._position = -1
        self._words = ""

    def is_broken(self, start: int, end: int) -> bool:
        """Tell whether a sentence ends in ``start:end``."""
        if self._title[0] <= start and end <= self._title[1]:
            return False
        return self._sentences.number(start) != self._sentences.number(max(start, end - 1))

    def modality(self, before: str, position: int, relation: Relation) -> Modality:
        """Return how the words around a cue put what it says.

        Args:
            before: What stands before the cue, in small letters; only its last clause is read.
            position: Where the cue starts.
            relation: What it says.
        """
        clause = _CLAUSE.split(before[-_BEFORE:])[-1]
        for row in self._modalities:
            if row.where == "before" or (row.where == "act" and relation in LEGISLATIVE):
                if row.pattern.search(clause):
                    return row.modality
            elif row.where == "sentence" and row.pattern.search(self._sentence(position)):
                return row.modality
        return Modality.ASSERTED

    def modality_of_link(self, head: int, before: str, position: int, relation: Relation) -> Modality:
        """Return how words put what a cited document does: those before the cue, and those before the document.

        Args:
            head: Where the document's mention starts.
            before: What stands between it and the cue, in small letters.
            position: Where the cue starts.
            relation: What it says.
        """
        modality = self.modality(before, position, relation)
        if modality is not Modality.ASSERTED:
            return modality
        clause = _CLAUSE.split(self._text[max(0, head - _BEFORE) : head].lower())[-1]
        for row in self._modalities:
            if row.where == "head" and row.pattern.search(clause):
                return row.modality
        return Modality.ASSERTED

    def _sentence(self, position: int) -> str:
        """Return the sentence around a position, in small letters; of an endless one what lies near."""
        if position != self._position:
            sentence = self._sentences.around(position)
            start, end = max(sentence.start, position - _MARGIN), min(sentence.end, position + _MARGIN)
            self._position, self._words = position, self._text[start:end].lower()
        return self._words

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
        """Return the end of the line that heads a list, in small letters, and where it starts.

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
            line = tail.rstrip().lower()
            # Some headings have no colon: "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH".
            if line.endswith(":") or any(cue.search(line) for cue in self._headings):
                return max(start, end - _HEADING), line
            if not _LIST_ITEM.match(head):
                return None
            end = start - 1
        return None

"""What the document that is read does to a document that it cites, by the words directly before the citation."""

import re

from extract.components.gaps import Gap
from extract.components.relation_roles import LEGISLATIVE, Role, acts_unnamed
from extract.components.relation_surroundings import Surroundings
from ontology.confidence import Feature
from ontology.document_types import type_named
from ontology.relation_cues import Cue, relation_cues
from ontology.statements import SELF, Modality, Relation

# A citation inside quotation marks is part of a title or of the name of an event: no act of this document.
_OPEN_QUOTE = re.compile(r"“[^”]*$")
_GOES_ON = re.compile(r"(?:tiếp tục|đẩy mạnh)(?: việc| tổ chức| triển khai)* thực hiện")
_SUBJECT_LINE = ("V/v", "v/v", "V/V", "Về việc", "Vv ", "Trích yếu")
# "Các quyết định của xã hết hiệu lực: …": those that stand before the words are the ones that expire.
_EXPIRED = "het-hieu-luc-sau-day"
_LONG_LEADS = frozenset(
    {
        "can-cu-va",
        "can-cu-danh-sach",
        "thuc-hien-danh-sach",
        "thuc-hien-nhat-la",
        "tong-ket-nhat-la",
        "kiem-tra-nhat-la",
    }
)


class SelfCues:
    """Reads the words before a citation that has no head among the citations.

    Args:
        text: The normalised text.
        surroundings: What lies around its positions.
        title: Where the document's own title starts and ends.
    """

    def __init__(self, text: str, surroundings: Surroundings, title: tuple[int, int]) -> None:
        self._text = text
        self._surroundings = surroundings
        self._cues = relation_cues()
        self._title_start, self._title_end = title

    def read(self, gap: Gap, paragraph: int, *, at_start: bool) -> Role | None:
        """Return the place as a tail of the document itself; ``None`` where the words say nothing of it.

        Args:
            gap: What stands before the citation.
            paragraph: Where its paragraph starts.
            at_start: Whether no other citation stands before it in the paragraph.
        """
        start, words = gap.last_sentence() if at_start else gap.last_part()
        offset = gap.start + start
        preambled = False
        for preamble in self._cues.preamble:
            if match := preamble.search(words):
                if at_start:
                    return self._role(preamble, match, offset, words, paragraph)
                preambled = True
                break
        silent = any(pattern.search(words) for pattern in self._cues.none)
        if not preambled and _OPEN_QUOTE.search(words):
            return None
        for cue in self._cues.active:
            if silent and not preambled and not cue.strong:
                continue
            if cue.head == "title" and not self._in_title(offset + len(words) - 1, paragraph):
                continue
            if cue.head in ("self", "any", "title") and (match := cue.search(words)):
                if (
                    cue.relation in LEGISLATIVE
                    and cue.rule != _EXPIRED
                    and self._acts_unnamed(words[: match.start()], offset + match.start())
                ):
                    return None
                if cue.relation is Relation.LINKED_WITH and not at_start and start == 0:
                    return None
                if self._is_inspection(cue, gap):
                    return self._role(cue, match, offset, words, paragraph, Relation.INSPECTS)
                return self._role(cue, match, offset, words, paragraph)
        return None

    def _acts_unnamed(self, before: str, position: int) -> bool:
        """Tell whether an unnamed document acts; the type in a title is the document's own."""
        return not self._title_start <= position < self._title_end and acts_unnamed(before)

    def _is_inspection(self, cue: Cue, gap: Gap) -> bool:
        """Tell whether a list of what is inspected goes on: "Kiểm tra việc …; việc … thực hiện B"."""
        return cue.rule == "thuc-hien" and self._cues.frames.inspected.search(gap.words) is not None

    def _role(
        self, cue: Cue, match: re.Match[str], offset: int, words: str, paragraph: int, other: Relation | None = None
    ) -> Role:
        relation, rule = other or cue.relation, cue.rule
        start = offset + match.start()
        if relation is Relation.PURSUANT_TO and rule == "thuc-hien" and self._in_title(start, paragraph):
            relation, rule = Relation.IMPLEMENTS, "tieu-de-thuc-hien"
        if relation is Relation.IMPLEMENTS and _GOES_ON.search(match.group()):
            relation = Relation.CONTINUES
        modality = self._surroundings.modality(words[: match.start()], start, relation)
        if relation in LEGISLATIVE and modality is Modality.ASSERTED and self._is_proposal(paragraph):
            modality = Modality.INTENDED
        features = (Feature.LONG_LEAD,) if rule in _LONG_LEADS else ()
        return Role((SELF,), relation, rule, cue.weight, (start, offset + match.end()), modality, features)

    def _is_proposal(self, paragraph: int) -> bool:
        """Tell whether the line above the paragraph is a heading of proposals."""
        heading = self._surroundings.line_above(paragraph)
        return heading is not None and self._cues.proposals.search(heading[1]) is not None

    def _in_title(self, position: int, paragraph: int) -> bool:
        """Tell whether a position lies in the title: a plan "thực hiện Nghị quyết …" by its title implements it."""
        if self._title_start <= position < self._title_end or self._text.startswith(_SUBJECT_LINE, paragraph):
            return True
        above = self._surroundings.line_above(paragraph)  # an annex has a title of its own
        return above is not None and type_named(above[1].strip(" *")) is not None

"""Relations between documents: which citation carries out, amends, is based on … which, and by what words.

The citations of a paragraph are read from left to right. What stands between one citation (with its date, issuer and
title) and the next decides: words of a cue link the two; a bare comma or "và" lets the next share the place of the one
before; a semicolon goes on with the list that the paragraph's first cue opened. Without a head among the citations the
head is the document itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.components.gaps import Gap, read_gap
from extract.components.relation_roles import (
    FEATURES,
    LEGISLATIVE,
    RelationFound,
    Role,
    can_act,
    is_higher_law,
    is_like,
)
from extract.components.relation_surroundings import Surroundings
from extract.found import Found
from extract.sentences import Sentences
from ontology.folding import modern_tones
from ontology.mentions import Citation, EntityLabel
from ontology.relation_cues import Cue, relation_cues
from ontology.statements import SELF, Modality, Relation

_AMENDING_LAW = re.compile(
    r"^(?:luật |pháp lệnh |bộ luật )?sửa đổi(?:,? ?(?:và )?bổ sung)?(?: một số điều)?(?: của| các)? "
    r"(?P<law>(?:bộ )?luật .+|pháp lệnh .+)"
)
_AND_LAW = re.compile(r"(?:,| và|, và) (?=(?:bộ )?luật |pháp lệnh )")
_NUMBER_PART = re.compile(r" số \d.*$")
# A citation inside quotation marks is part of a title or of the name of an event: no act of this document.
_OPEN_QUOTE = re.compile(r"“[^”]*$")
_SAME_OBJECT = re.compile(r"; (?:và )?việc [^;]*$")
_GOES_ON = re.compile(r"(?:tiếp tục|đẩy mạnh)(?: việc| tổ chức| triển khai)* thực hiện")
_REVIEWED = re.compile(r"tổng kết|sơ kết")
_LAST_LINK = re.compile(r"[;,]")
# "văn bản hướng dẫn Luật X", "nghị định sửa đổi Nghị định Y": an unnamed document does it, not the one that is read.
_UNNAMED = re.compile(
    r"(?<!ban hành)(?:^|\W)"
    r"(?:luật|bộ luật|pháp lệnh|nghị định|nghị quyết|thông tư|quyết định|văn bản|quy định|các quy định|chỉ thị)"
    r"(?:,? (?:và )?(?:có liên quan|khác)| của [^,;.]{2,40})? ?$"
)
# "quy định chi tiết Luật A và Nghị định B sửa đổi …": a document of another type begins a clause of its own.
_OF_ONE_TYPE = frozenset({Relation.AMENDS, Relation.GUIDES})
_GAP = 320
_BEHIND = 200
_REACH = 2_500
_MOST_HEADS = 12


@dataclass(slots=True)
class _State:
    """What is known while a paragraph is read.

    Args:
        paragraph: Where it starts.
        group: The citations before that share one place.
        roles: The place of the last citation.
        governor: The place that an item behind a semicolon has.
        acted_on: Of a passive clause ("B được sửa đổi bởi A") the documents that are acted on.
        act: Of a passive clause the place that they have, with the last of its heads.
    """

    paragraph: int = -1
    group: list[int] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    governor: list[Role] = field(default_factory=list)
    acted_on: tuple[int, ...] = ()
    act: Role | None = None


def find_relations(
    text: str, mentions: Sequence[Found], sentences: Sentences, title: tuple[int, int] = (0, 0)
) -> list[RelationFound]:
    """Find the relations between the documents that a text cites, and of the text itself to them.

    Args:
        text: The normalised text.
        mentions: All mentions in order, flat.
        sentences: The sentences of ``text``.
        title: Where the document's own title starts and ends in ``text``: a plan whose title says "thực hiện B"
            implements B.

    Returns:
        Relations in order of their tails; the same relation stated twice stands twice. A cue reaches 2,500 characters
        far, and of a longer list only the last twelve documents are heads: cost and output stay linear.
    """
    citations = [i for i, mention in enumerate(mentions) if mention.label is EntityLabel.DOC]
    reader = _Reader(text, mentions, Surroundings(text, sentences), title)
    previous: int | None = None
    for position, index in enumerate(citations):
        following = citations[position + 1] if position + 1 < len(citations) else None
        reader.read(previous, index, following)
        previous = index
    reader.amending_laws(citations)
    return sorted(reader.found, key=lambda r: (mentions[r.tail].start, r.start))


class _Reader:
    def __init__(
        self, text: str, mentions: Sequence[Found], surroundings: Surroundings, title: tuple[int, int]
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.surroundings = surroundings
        self.cues = relation_cues()
        self.title_start, self.title_end = title
        self.found: list[RelationFound] = []
        self.state = _State()
        self._paragraph = 0
        self._searched = 0

    def read(self, previous: int | None, index: int, following: int | None) -> None:
        """Read one citation: find its place from what stands before it."""
        current = self.mentions[index]
        paragraph = self._paragraph_of(current.start)
        state = self.state
        if paragraph != state.paragraph:
            heading = self._heading(paragraph, current) or (state.governor if self._goes_on(paragraph, current) else [])
            state = self.state = _State(paragraph, [], [], list(heading))
            previous = None
        begin = max(paragraph, current.start - _GAP)
        if previous is not None and self.mentions[previous].stop > begin:
            begin = min(self.mentions[previous].stop, current.start)
        roles = self._roles(previous, index, read_gap(self.text, begin, current.start))
        state.roles = roles = [role for role in roles if current.start - role.cue[1] <= _REACH]
        for role in roles:
            self._state_relation(role, index)
        if not roles:
            self._words_behind(index, following)

    def _paragraph_of(self, position: int) -> int:
        """Return where the paragraph of a citation starts; citations come in order, so nothing is searched twice."""
        newline = self.text.rfind("\n", self._searched, position)
        if newline >= 0:
            self._paragraph = newline + 1
        self._searched = position
        return self._paragraph

    def _roles(self, previous: int | None, index: int, gap: Gap) -> list[Role]:
        state = self.state
        if previous is not None and gap.is_tight and not self._has_title(previous):
            state.group.append(index)
            if state.act is not None:
                self._act(replace(state.act.share(), heads=(index,)), state.acted_on)
            like = is_like(*self._both(previous, index))
            return [role.share() for role in state.roles if like or role.relation not in _OF_ONE_TYPE]
        state.act = None
        group, state.group = state.group[-_MOST_HEADS:], [index]
        if previous is not None and not gap.words.strip():
            state.governor = []
            return []
        if previous is not None:
            if self._passive(index, group, gap):
                return []
            if linked := self._link(group, gap):
                reviewed = linked.relation is Relation.LINKED_WITH and _REVIEWED.search(gap.text)
                return [linked, *(r for r in state.governor if reviewed and r.relation is Relation.REVIEWS)]
            if gap.goes_on_with_list and state.governor and not self._own_cue(gap):
                return [role.share() for role in state.governor]
        own = self._self_cue(gap, at_start=previous is None)
        if own is not None and own.rule == "thuc-hien" and _SAME_OBJECT.search(gap.text) and self._inspected():
            return state.governor
        if own is None and previous is None and state.governor and gap.is_list_mark:
            return state.governor
        roles = [own] if own else []
        # "Ban hành kế hoạch thực hiện A; Chương trình số …": what follows is another document issued, not another tail.
        state.governor = [role for role in roles if role.relation is not Relation.IMPLEMENTS]
        return roles

    def _inspected(self) -> bool:
        """Tell whether the list at hand is of what is inspected: "kiểm tra việc thực hiện A …; việc thực hiện B"."""
        return any(role.relation is Relation.INSPECTS for role in self.state.governor)

    def _has_title(self, index: int) -> bool:
        detail = self.mentions[index].detail
        return isinstance(detail, Citation) and detail.title is not None

    def _link(self, group: list[int], gap: Gap) -> Role | None:
        """Return the place as the tail of the citations before, if the words between say so."""
        if not group or self.surroundings.is_broken(gap.start, gap.start + len(gap.text)):
            return None
        if ";" in gap.text:
            return self._linked_with_head(gap)
        for cue in self.cues.active:
            if cue.head == "self" or (match := cue.search(gap.words)) is None:
                continue
            subject = (
                gap.words[: match.start()].strip(" ,") if match.start() <= 3 else gap.words[: match.start()].strip()
            )
            if cue.relation is Relation.REVIEWS and subject not in ("", "về", "về việc"):
                return None
            if subject and not self._is_subject(gap.text, subject):
                return None
            confidence = cue.weight * (FEATURES["words between head and cue"] if subject else 1)
            span = (gap.start + match.start(), gap.start + match.end())
            modality = self.surroundings.modality(self.mentions[group[0]].start)
            heads = [i for i in group if cue.relation not in LEGISLATIVE or is_like(*self._both(i, group[-1]))]
            return Role(tuple(heads), cue.relation, cue.rule, confidence, span, modality)
        return None

    def _both(self, one: int, other: int) -> tuple[Found, Found]:
        return self.mentions[one], self.mentions[other]

    def _linked_with_head(self, gap: Gap) -> Role | None:
        """Read "A thực hiện B; gắn với C": behind a semicolon it is A that is linked with C."""
        heads = tuple(head for role in self.state.roles for head in role.heads if head != SELF)
        for cue in self.cues.active:
            if heads and cue.relation is Relation.LINKED_WITH and (match := cue.search(gap.words)):
                if gap.words[: match.start()].rpartition(";")[2].strip():
                    return None
                span = (gap.start + match.start(), gap.start + match.end())
                modality = self.surroundings.modality(self.mentions[heads[0]].start)
                return Role(heads, cue.relation, cue.rule, cue.weight, span, modality)
        return None

    def _is_subject(self, gap: str, subject: str) -> bool:
        """Tell whether the citation before is still the subject behind the words ``subject``."""
        if self.cues.subjects.match(gap) is None or subject.endswith((",", " và")):
            return False
        return self.cues.clause_breaks.search(subject) is None

    def _passive(self, index: int, group: list[int], gap: Gap) -> bool:
        """Read "B được sửa đổi bởi A": the citation behind the words is the head, those before are the tails."""
        for cue in self.cues.passive:
            if match := cue.search(gap.words):
                span = (gap.start + match.start(), gap.start + match.end())
                modality = self.surroundings.modality(self.mentions[index].start)
                role = Role((index,), cue.relation, cue.rule, cue.weight, span, modality)
                self.state.acted_on = self._acted_on(index, group, cue.relation)
                self._act(role, self.state.acted_on)
                return True
        return False

    def _acted_on(self, index: int, group: list[int], relation: Relation) -> tuple[int, ...]:
        """Return what a passive clause is about: the citations just before, or the one that names them.

        Like amends like: in "Nghị định A quy định chi tiết Luật B, được sửa đổi bởi Nghị định C" the decree is amended.
        """
        head = self.mentions[index]
        if relation not in LEGISLATIVE or any(is_like(head, self.mentions[tail]) for tail in group):
            return tuple(group)
        heads = [i for role in self.state.roles for i in role.heads if i != SELF and is_like(head, self.mentions[i])]
        return tuple(heads) or tuple(tail for tail in group if not is_higher_law(self.mentions[tail], head))

    def _act(self, role: Role, tails: Sequence[int]) -> None:
        """State what the head of a passive clause does to each document before it."""
        self.state.act = role
        for tail in tails:
            self._state_relation(role, tail, reach=role.heads[0])

    def _own_cue(self, gap: Gap) -> bool:
        """Tell whether words behind the last semicolon or comma are a cue of their own."""
        last = _LAST_LINK.split(gap.words)[-1]
        return any(cue.search(last) for cue in self.cues.active if cue.head != "document")

    def _self_cue(self, gap: Gap, *, at_start: bool) -> Role | None:
        """Return the place as a tail of the document itself, by the words directly before."""
        start, words = gap.last_sentence() if at_start else gap.last_part()
        offset = gap.start + start
        preamble = self.cues.preamble
        if match := preamble.search(words):
            if at_start:
                return self._self_role(preamble, match, offset)
        elif any(pattern.search(words) for pattern in self.cues.none) or _OPEN_QUOTE.search(words):
            return None
        for cue in self.cues.active:
            if cue.head != "document" and (match := cue.search(words)):
                if cue.relation in LEGISLATIVE and _UNNAMED.search(words[: match.start()]):
                    return None
                if cue.relation is Relation.LINKED_WITH and not at_start and start == 0:
                    return None
                return self._self_role(cue, match, offset)
        return None

    def _self_role(self, cue: Cue, match: re.Match[str], offset: int) -> Role:
        relation, rule = cue.relation, cue.rule
        start = offset + match.start()
        if relation is Relation.PURSUANT_TO and rule == "thuc-hien" and self._in_title(start):
            relation, rule = Relation.IMPLEMENTS, "tieu-de-thuc-hien"
        if relation is Relation.IMPLEMENTS and _GOES_ON.search(match.group()):
            relation = Relation.CONTINUES
        modality = self.surroundings.modality(start)
        if relation in LEGISLATIVE and modality is Modality.ASSERTED and self._is_proposal():
            modality = Modality.INTENDED
        return Role((SELF,), relation, rule, cue.weight, (start, offset + match.end()), modality)

    def _is_proposal(self) -> bool:
        """Tell whether the line above the paragraph is a heading of proposals."""
        heading = self.surroundings.line_above(self.state.paragraph)
        return heading is not None and self.cues.proposals.search(heading[1]) is not None

    def _in_title(self, position: int) -> bool:
        """Tell whether a position lies in the title: a plan "thực hiện Nghị quyết …" by its title implements it."""
        return self.title_start <= position < self.title_end

    def _heading(self, paragraph: int, current: Found) -> list[Role]:
        """Return the place that a line above gives to the items of its list: "… sau đây hết hiệu lực:"."""
        if current.start - paragraph > 12:
            return []
        above = self.surroundings.heading_of_list(paragraph)
        if above is None:
            return []
        start, line = above
        for cue in self.cues.headings:
            if match := cue.search(line):
                span = (start + match.start(), start + match.end())
                confidence = cue.weight * FEATURES["heading above a list"]
                return [Role((SELF,), cue.relation, cue.rule, confidence, span, Modality.ASSERTED)]
        return []

    def _goes_on(self, paragraph: int, current: Found) -> bool:
        """Tell whether a paragraph goes on with the list of the one before: it begins with a citation in mid-list."""
        before = self.text[max(0, paragraph - 3) : max(0, paragraph - 1)]
        return current.start - paragraph <= 2 and before.rstrip(" ").endswith((";", ","))

    def _words_behind(self, index: int, following: int | None) -> None:
        """Read "B … hết hiệu lực" behind a citation."""
        stop = self.mentions[index].stop
        limit = self.mentions[following].start if following is not None else len(self.text)
        behind = self.text[stop : min(limit, stop + _BEHIND)].partition("\n")[0].lower()
        for cue in self.cues.after:
            if match := cue.pattern.match(behind):
                span = (stop + match.start(), stop + match.end())
                self._state_relation(Role((SELF,), cue.relation, cue.rule, cue.weight, span, Modality.ASSERTED), index)
                return

    def _state_relation(self, role: Role, tail: int, reach: int | None = None) -> None:
        mention = self.mentions[tail]
        coded = isinstance(mention.detail, Citation) and mention.detail.code is not None
        confidence = round(role.confidence * (1 if coded else FEATURES["tail without code"]), 4)
        cue = self.text[role.cue[0] : role.cue[1]].strip()
        ends = [mention, *(self.mentions[i] for i in role.heads if i != SELF)]
        if reach is not None:
            ends.append(self.mentions[reach])
        start, end = self.surroundings.evidence(
            min([role.cue[0], *(item.start for item in ends)]), max([role.cue[1], *(item.end for item in ends)])
        )
        for head in role.heads:
            if head == SELF or can_act(self.mentions[head], role.relation, mention):
                self.found.append(
                    RelationFound(head, role.relation, tail, start, end, cue, role.rule, confidence, role.modality)
                )

    def amending_laws(self, citations: Sequence[int]) -> None:
        """Read "Luật sửa đổi, bổ sung một số điều của Luật X": it amends the Luật X that the text cites before it."""
        last: dict[str, int] = {}
        for index in citations:
            mention = self.mentions[index]
            surface = _folded(self.text[mention.start : mention.end])
            amending = _AMENDING_LAW.match(surface)
            if amending is not None:
                cue = (mention.start, mention.start + amending.start("law"))
                role = Role((index,), Relation.AMENDS, "luat-sua-doi", 0.97, cue, Modality.ASSERTED)
                for law in _AND_LAW.split(amending["law"]):
                    if (tail := last.get(law)) is not None:
                        self._state_relation(role, tail)
            last[surface] = last[_folded(mention.norm)] = index


def _folded(name: str) -> str:
    """Return a law's name for comparing, without its number."""
    return modern_tones(_NUMBER_PART.sub("", name)).lower()

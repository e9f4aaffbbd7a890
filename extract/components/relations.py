"""Relations between documents: which citation carries out, amends, is based on … which, and by what words.

The citations of a paragraph are read from left to right. What stands between one citation (with its date, issuer and
title) and the next decides: words of a cue link the two; a bare comma or "và" lets the next share the place of the one
before; a semicolon goes on with the list that the paragraph's first cue opened; behind a closing bracket the place of
what stood before the bracket goes on. Without a head among the citations the head is the document itself, or what a
short form ("Kế hoạch này") means.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.components.amending_laws import amending_pairs
from extract.components.gaps import Gap, read_gap
from extract.components.relation_links import Links
from extract.components.relation_roles import (
    RelationFound,
    Role,
    can_act,
    is_later,
    is_like,
)
from extract.components.relation_surroundings import Surroundings, without_type
from extract.components.self_cues import SelfCues
from extract.components.short_forms import ReferenceFound
from extract.found import Found
from extract.sentences import Sentences
from ontology.confidence import Feature, weigh
from ontology.mentions import Citation, EntityLabel
from ontology.relation_cues import relation_cues
from ontology.statements import CASCADE, SELF, Relation

_SAME_OBJECT = re.compile(r"; (?:và )?việc [^;]*$")
# "tổng kết 20 năm thực hiện A, 10 năm thực hiện B".
_SAME_REVIEW = re.compile(r" ?(?:,|;| và|, và) \d{1,2} năm [^;,]{0,40}$")
_REVIEWED = re.compile(r"tổng kết|sơ kết")
_AIM = re.compile(r"(?:Để|để|Nhằm|nhằm) ")
_NEXT_GROUND = re.compile(r"[;.] ?(?:- )?căn cứ(?: vào)?(?: các)? ?$")
_LAST_LINK = re.compile(r"[;,]")
# "quy định chi tiết Luật A và Nghị định B sửa đổi …": a document of another type begins a clause of its own.
_OF_ONE_TYPE = frozenset({Relation.AMENDS, Relation.GUIDES})
_BY_MEANS = CASCADE | {Relation.PURSUANT_TO}
_GAP = 320
_BEHIND = 200
_REACH = 2_500
_MOST_HEADS = 12
_LONGEST_MARK = 80


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
        linking: Whether "gắn" stood before the last citation's cue: "gắn việc thực hiện A với B".
        aim: Of "để cụ thể hóa A, …" the place of A, and what stands there.
        outer: Inside a bracket, what was known when it opened.
        places: The place of each citation so far.
    """

    paragraph: int = -1
    group: list[int] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    governor: list[Role] = field(default_factory=list)
    acted_on: tuple[int, ...] = ()
    act: Role | None = None
    linking: bool = False
    aim: tuple[Role, tuple[int, ...]] | None = None
    outer: "tuple[list[int], list[Role], list[Role]] | None" = None
    places: dict[int, list[Role]] = field(default_factory=dict)


def find_relations(
    text: str,
    mentions: Sequence[Found],
    sentences: Sentences,
    title: tuple[int, int] = (0, 0),
    references: Sequence[ReferenceFound] = (),
) -> list[RelationFound]:
    """Find the relations between the documents that a text cites, and of the text itself to them.

    Args:
        text: The normalised text.
        mentions: All mentions in order, flat.
        sentences: The sentences of ``text``.
        title: Where the document's own title starts and ends in ``text``: a plan whose title says "thực hiện B"
            implements B.
        references: The short forms in order; a resolved one is a head like a citation.

    Returns:
        Relations in order of their tails; the same relation stated twice stands twice. A cue reaches 2,500 characters
        far, and of a longer list only the last twelve documents are heads: cost and output stay linear.
    """
    citations = [i for i, mention in enumerate(mentions) if mention.label is EntityLabel.DOC]
    title = without_type(text, title)
    reader = _Reader(text, mentions, Surroundings(text, sentences, title), title, references)
    previous: int | None = None
    for position, index in enumerate(citations):
        following = citations[position + 1] if position + 1 < len(citations) else None
        reader.read(previous, index, following)
        previous = index
    said = {(item.head, item.tail) for item in reader.found if item.relation is Relation.AMENDS}
    for head, tail, cue in amending_pairs(text, mentions, citations):
        if (head, tail) in said:
            continue
        reader.state_relation(Role((head,), Relation.AMENDS, "luat-sua-doi", 0.97, cue), tail)
    return sorted(reader.found, key=lambda r: (mentions[r.tail].start, r.start))


class _Reader:
    def __init__(
        self,
        text: str,
        mentions: Sequence[Found],
        surroundings: Surroundings,
        title: tuple[int, int],
        references: Sequence[ReferenceFound],
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.title = title
        self.surroundings = surroundings
        self.cues = relation_cues()
        self.links = Links(mentions, surroundings)
        self.self_cues = SelfCues(text, surroundings, title)
        self.references = references
        self.reference_starts = [reference.start for reference in references]
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
        gap = read_gap(self.text, begin, current.start)
        if state.outer is not None and (closing := gap.closes_bracket()) is not None:
            state.group, state.roles, state.governor = state.outer
            state.outer, state.act = None, None
            previous = state.group[-1] if state.group else previous
            gap = read_gap(self.text, begin + closing, current.start)
        opened = (list(state.group), state.roles, state.governor) if gap.opens_bracket else None
        roles = self._roles(previous, index, gap)
        state.roles = roles = [role for role in roles if current.start - role.cue[1] <= _REACH]
        state.outer = opened or state.outer
        state.places[index] = roles
        for role in roles:
            self.state_relation(role, index)
        if not roles:
            self._words_behind(index, following)

    def _paragraph_of(self, position: int) -> int:
        """Return where the paragraph of a citation starts; citations come in order, so nothing is searched twice."""
        newline = self.text.rfind("\n", self._searched, position)
        if newline >= 0:
            # A title is one sentence, on however many lines.
            self._paragraph = self.title[0] if self.title[0] <= newline < self.title[1] else newline + 1
        self._searched = position
        return self._paragraph

    def _roles(self, previous: int | None, index: int, gap: Gap) -> list[Role]:
        state = self.state
        if previous is not None and gap.is_tight and (shared := self._shared(previous, index)) is not None:
            return shared
        state.act = None
        group, state.group = state.group[-_MOST_HEADS:], [index]
        linking, state.linking = state.linking, False
        if previous is not None and not gap.text.strip():
            state.governor = []
            return []
        if (reference := self._reference_in(gap)) is not None:
            rest = gap.behind(reference.end)
            if rest.is_tight:
                gap = gap.before(reference.start)
            elif (role := self.links.of_short_form(reference, rest)) is not None:
                state.governor = [role]
                if role.relation is Relation.LINKED_WITH and _REVIEWED.search(rest.text):
                    own = self.self_cues.read(rest, state.paragraph, at_start=True)
                    return [role, *([own] if own is not None and own.relation is Relation.REVIEWS else [])]
                return [role]
        if previous is not None and (linked := self._with_those_before(group, index, gap, linking)) is not None:
            return linked
        if previous is not None and gap.goes_on_with_list and state.governor and not self._own_cue(gap):
            return [role.share() for role in state.governor]
        own = self.self_cues.read(gap, state.paragraph, at_start=previous is None)
        if own is not None and self._repeats_verb(gap, own):
            return [role.share() for role in state.governor]
        if own is not None and own.rule == "thuc-hien":
            state.linking = self.cues.frames.linking.search(gap.text[: own.cue[0] - gap.start]) is not None
        if own is None and previous is None and state.governor and (gap.is_list_mark or gap.is_item):
            return state.governor
        roles = [own] if own else []
        # "Ban hành kế hoạch thực hiện A; Chương trình số …": what follows is another document issued, not another tail.
        state.governor = [role for role in roles if role.relation is not Relation.IMPLEMENTS]
        return roles

    def _with_those_before(self, group: list[int], index: int, gap: Gap, linking: bool) -> list[Role] | None:
        """Return the place that words between the citations before and this one give it; ``None`` for none."""
        state = self.state
        if self._passive(index, group, gap) or self._by_means(index, group, gap) or self._issued(index, group, gap):
            return []
        if linking and (frame := self.cues.frames.linked.search(gap.words)):
            span = (gap.start + frame.start(), gap.start + frame.end())
            link = Role(tuple(group), Relation.LINKED_WITH, "gan-voi", 0.93, span)
            return [link, *(role.share() for role in state.roles if "thực hiện" in frame.group())]
        if (linked := self.links.active(group, state.roles, index, gap)) is None:
            return None
        reviewed = linked.relation is Relation.LINKED_WITH and _REVIEWED.search(gap.text)
        return [linked, *(r for r in state.governor if reviewed and r.relation is Relation.REVIEWS)]

    def _shared(self, previous: int, index: int) -> list[Role] | None:
        """Return the place that a citation behind a bare comma or "và" shares; ``None`` where it begins another.

        What carries out a document is younger than it. So of "A về thực hiện B và C" C is A's object if it is not
        younger than A, else A's neighbour: it shares the place of A.
        """
        state = self.state
        current, before = self.mentions[index], self.mentions[previous]
        heads = {head for role in state.roles for head in role.heads if head != SELF}
        younger = bool(heads) and any(is_later(current, self.mentions[head]) for head in heads)
        if self._has_title(previous) and (younger or not heads or not self._dated(index, *heads)):
            return None
        state.group.append(index)
        if state.act is not None:
            self._act(replace(state.act.share(), heads=(index,)), state.acted_on)
        if younger and not any(is_later(before, self.mentions[head]) for head in heads):
            state.group = [index]
            return [role.share() for head in sorted(heads)[:1] for role in state.places.get(head, [])]
        like = is_like(before, current)
        return [role.share() for role in state.roles if like or role.relation not in _OF_ONE_TYPE]

    def _dated(self, *indices: int) -> bool:
        details = [self.mentions[index].detail for index in indices]
        return all(isinstance(detail, Citation) and detail.date is not None for detail in details)

    def _repeats_verb(self, gap: Gap, own: Role) -> bool:
        """Tell whether a verb goes on with a list: "Căn cứ A; Căn cứ B;", "kiểm tra việc thực hiện A …; việc …"."""
        relations = {role.relation for role in self.state.governor}
        if Relation.BASED_ON in relations and _NEXT_GROUND.search(gap.text):
            return True
        if own.rule != "thuc-hien":
            return False
        if Relation.INSPECTS in relations and _SAME_OBJECT.search(gap.text):
            return True
        return Relation.REVIEWS in relations and _SAME_REVIEW.match(gap.text) is not None

    def _has_title(self, index: int) -> bool:
        detail = self.mentions[index].detail
        return isinstance(detail, Citation) and detail.title is not None

    def _reference_in(self, gap: Gap) -> ReferenceFound | None:
        """Return the last short form that lies in a gap."""
        place = bisect_right(self.reference_starts, gap.start + len(gap.text)) - 1
        if place < 0 or self.reference_starts[place] < gap.start:
            return None
        return self.references[place]

    def _passive(self, index: int, group: list[int], gap: Gap) -> bool:
        """Read "B được sửa đổi bởi A": the citation behind the words is the head, those before are the tails."""
        if (role := self.links.passive(index, gap)) is None:
            return False
        self.state.acted_on = self.links.acted_on(
            index, group, self.state.roles, role.relation, aside=gap.starts_with_comma
        )
        self._act(role, self.state.acted_on)
        return True

    def _act(self, role: Role, tails: Sequence[int]) -> None:
        """State what the head of a passive clause does to each document before it."""
        self.state.act = role
        for tail in tails:
            self.state_relation(role, tail, reach=role.heads[0])

    def _by_means(self, index: int, group: list[int], gap: Gap) -> bool:
        """Read "X cụ thể hóa B bằng A": it is A that carries out B, and not the document that is read."""
        roles = [role for role in self.state.roles if role.heads == (SELF,) and role.relation in _BY_MEANS]
        if not roles or self.cues.frames.by_means.search(gap.words) is None:
            return False
        cues = {self._cue_of(role) for role in roles}
        # What was just stated of the group stands at the end of the list.
        for place in range(len(self.found) - 1, max(-1, len(self.found) - 1 - _MOST_HEADS * len(cues)), -1):
            item = self.found[place]
            if item.head == SELF and item.tail in group and (item.rule, item.cue) in cues:
                del self.found[place]
        role = roles[0]
        relation = role.relation if role.relation in CASCADE else Relation.IMPLEMENTS
        self.state.acted_on = tuple(group)
        self._act(replace(role, heads=(index,), relation=relation), group)
        return True

    def _issued(self, index: int, group: list[int], gap: Gap) -> bool:
        """Read "Để cụ thể hóa A, X ban hành B; Y ban hành C": B and C carry out A."""
        state = self.state
        for role in state.roles:
            if role.heads == (SELF,) and role.relation is Relation.CONCRETIZES and _AIM.match(self.text, role.cue[0]):
                state.aim = role, tuple(group)
        if state.aim is None or (verb := self.cues.frames.issued.search(gap.words)) is None:
            return False
        role, tails = state.aim
        if self.surroundings.is_broken(role.cue[0], gap.start + len(gap.text)):
            state.aim = None
            return False
        position = gap.start + verb.start("verb")
        modality = self.surroundings.modality(gap.text[: verb.start("verb")], position, role.relation)
        state.acted_on = tails
        self._act(replace(role, heads=(index,), modality=modality), tails)
        return True

    def _cue_of(self, role: Role) -> tuple[str, str]:
        return role.rule, self.text[role.cue[0] : role.cue[1]].strip()

    def _own_cue(self, gap: Gap) -> bool:
        """Tell whether words behind the last semicolon or comma are a cue of their own."""
        last = _LAST_LINK.split(gap.words)[-1]
        return any(cue.search(last) for cue in self.cues.active if cue.head in ("self", "any"))

    def _heading(self, paragraph: int, current: Found) -> list[Role]:
        """Return the place that a line above gives to the items of its list: "… sau đây hết hiệu lực:"."""
        if current.start - paragraph > _LONGEST_MARK:
            return []
        if current.start - paragraph > 12 and not read_gap(self.text, paragraph, current.start).is_item:
            return []
        above = self.surroundings.heading_of_list(paragraph)
        if above is None:
            return []
        start, line = above
        for cue in self.cues.headings:
            if match := cue.search(line):
                span = (start + match.start(), start + match.end())
                return [Role((SELF,), cue.relation, cue.rule, cue.weight, span, features=(Feature.HEADING,))]
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
                modality = self.surroundings.modality(match.group()[: match.group().rfind(" ")], span[0], cue.relation)
                role = Role((SELF,), cue.relation, cue.rule, cue.weight, span, modality)
                for member in self.state.group:
                    if not self.state.places.get(member):
                        self.state_relation(role if member == index else role.share(), member)
                return

    def state_relation(self, role: Role, tail: int, reach: int | None = None) -> None:
        """Add what the heads of a place do to a document.

        Args:
            role: The place.
            tail: Index of the document.
            reach: Index of a mention that the evidence must take in as well.
        """
        mention = self.mentions[tail]
        features = list(role.features)
        if not (isinstance(mention.detail, Citation) and mention.detail.code is not None):
            features.append(Feature.NO_CODE)
        cue = self.text[role.cue[0] : role.cue[1]].strip()
        spans = [role.cue, (mention.start, mention.end)]
        if role.via is not None:
            spans.append(role.via)
        else:
            spans += [(self.mentions[i].start, self.mentions[i].end) for i in role.heads if i != SELF]
        if reach is not None:
            spans.append((self.mentions[reach].start, self.mentions[reach].end))
        start, end = self.surroundings.evidence(min(span[0] for span in spans), max(span[1] for span in spans))
        for head in role.heads:
            if head != SELF and not can_act(self.mentions[head], role.relation, mention):
                continue
            contrary = role.relation in CASCADE and head != SELF and is_later(mention, self.mentions[head])
            confidence = weigh(role.weight, *features, *((Feature.LATER_TAIL,) if contrary else ()))
            self.found.append(
                RelationFound(head, role.relation, tail, start, end, cue, role.rule, confidence, role.modality)
            )

"""Relations between documents: which citation carries out, amends, is based on … which, and by what words.

The citations of a paragraph are read from left to right. What stands between one citation (with its date, issuer and
title) and the next decides: words of a cue link the two; a bare comma or "và" lets the next share the place of the one
before; a semicolon goes on with the list that the paragraph's first cue opened. Without a head among the citations the
head is the document itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.found import Found
from extract.sentences import Sentences
from ontology.folding import modern_tones
from ontology.mentions import Citation, EntityLabel
from ontology.relation_cues import Cue, RelationCues, relation_cues
from ontology.statements import SELF, Modality, Relation

_TIGHT = re.compile(r" ?(?:,|và|, và|cùng với|hoặc) ?(?:các )?")
_LIST = re.compile(r"(?:[;,]| và|; và|, và) ?(?:các |những |một số )?(?:[a-zđ]\) |- )?$", re.IGNORECASE)
_LOCATOR = re.compile(
    r"(?:(?:,? ?(?:và )?(?:của )?(?:các )?"
    r"(?:điểm|khoản|điều|mục|tiểu mục|chương|phần|phụ lục|tiết|đoạn)s? (?:[\d.,/]+|[a-zđ]|[ivxlc]+)(?:(?:,| và|,? đến) (?:[\d.]+|[a-zđ]))*)+"
    r"(?: (?:của|tại|trong|kèm theo))?) ?$"
)
_FILLER = re.compile(r" (?:các|những|một số|nội dung|của) ?$")
_SUBJECT = re.compile(
    r" ?,? ?(?:về|để|nhằm|phê duyệt|ban hành|quy định|hướng dẫn|của|do|triển khai|tổ chức|thực hiện|cụ thể|tiếp tục|đẩy mạnh|"
    r"sửa đổi|bổ sung|thay thế|bãi bỏ|gắn|là|\(|“|chi tiết|điều chỉnh|sơ kết|tổng kết|báo cáo|kết luận|giám sát|kiểm tra)"
)
_CLAUSE_BREAK = re.compile(r"(?:đồng thời|qua đó|trong đó|nhất là|bên cạnh đó|tuy nhiên|, đã |, trong khi|từ đó)\b")
_AMENDING_LAW = re.compile(
    r"^(?:luật |pháp lệnh |bộ luật )?sửa đổi(?:,? ?(?:và )?bổ sung)?(?: một số điều)?(?: của| các)? (?P<law>(?:bộ )?luật .+|pháp lệnh .+)"
)
_NUMBER_PART = re.compile(r" số \d.*$")
# A citation inside quotation marks is part of a title or of the name of an event: no act of this document.
_OPEN_QUOTE = re.compile(r"“[^”]*$")
_SAME_OBJECT = re.compile(r"; (?:và )?việc [^;]*$")
_GOES_ON = re.compile(r"(?:tiếp tục|đẩy mạnh)(?: việc| tổ chức| triển khai)* thực hiện")
_GAP = 320
_HEADING = 300


@dataclass(frozen=True, slots=True)
class RelationFound:
    """One relation between two mentions of the list that ``find_relations`` was given.

    Args:
        head: Index of the mention that carries out, amends …, or ``SELF``.
        relation: The relation.
        tail: Index of the mention at the other end.
        start: Where the evidence begins, in the normalised text.
        end: Index behind it.
        cue: The words that show it, as they stand.
        rule: Name of the rule.
        confidence: 0 to 1.
        modality: Whether it is stated as a fact.
    """

    head: int
    relation: Relation
    tail: int
    start: int
    end: int
    cue: str
    rule: str
    confidence: float
    modality: Modality = Modality.ASSERTED


@dataclass(frozen=True, slots=True)
class _Role:
    """The place that a citation has: tail of these heads by this cue."""

    heads: tuple[int, ...]
    relation: Relation
    rule: str
    confidence: float
    cue: tuple[int, int]
    modality: Modality


@dataclass(slots=True)
class _State:
    """What is known while a paragraph is read."""

    paragraph: int = -1
    group: list[int] = field(default_factory=list)
    roles: list[_Role] = field(default_factory=list)
    governor: list[_Role] = field(default_factory=list)


# Each feature multiplies the cue's own weight.
FEATURES = {
    "through a list": 0.97,
    "shared by a comma or và": 0.98,
    "words between head and cue": 0.97,
    "tail without code": 0.97,
    "heading above a list": 0.97,
}
"""The named features of a relation's confidence."""


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
        Relations in order of their tails; the same relation stated twice stands twice.
    """
    cues = relation_cues()
    citations = [i for i, mention in enumerate(mentions) if mention.label is EntityLabel.DOC]
    reader = _Reader(text, mentions, sentences, cues, title)
    previous: int | None = None
    for position, index in enumerate(citations):
        following = citations[position + 1] if position + 1 < len(citations) else None
        reader.read(previous, index, following)
        previous = index
    reader.amending_laws(citations)
    return sorted(reader.found, key=lambda r: (mentions[r.tail].start, r.start))


class _Reader:
    def __init__(
        self, text: str, mentions: Sequence[Found], sentences: Sentences, cues: RelationCues, title: tuple[int, int]
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.sentences = sentences
        self.cues = cues
        self.title_start, self.title_end = title
        self.found: list[RelationFound] = []
        self.state = _State()

    def read(self, previous: int | None, index: int, following: int | None) -> None:
        """Read one citation: find its place from what stands before it."""
        current = self.mentions[index]
        paragraph = self.text.rfind("\n", 0, current.start) + 1
        state = self.state
        if paragraph != state.paragraph:
            heading = self._heading(paragraph, current) or (state.governor if self._goes_on(paragraph, current) else [])
            state = self.state = _State(paragraph, [], [], list(heading))
            previous = None
        begin = max(paragraph, current.start - _GAP)
        if previous is not None and self.mentions[previous].stop > begin:
            begin = min(self.mentions[previous].stop, current.start)
        gap = modern_tones(self.text[begin : current.start]).lower()
        if len(gap) != current.start - begin:
            gap = self.text[begin : current.start].lower()
        roles = self._roles(previous, index, begin, gap)
        for role in roles:
            self._state_relation(role, index)
        self._words_behind(index, following)

    def _roles(self, previous: int | None, index: int, begin: int, gap: str) -> list[_Role]:
        state = self.state
        if previous is not None and _TIGHT.fullmatch(gap) and not self._has_title(previous):
            state.group.append(index)
            shared = [replace(r, confidence=r.confidence * FEATURES["shared by a comma or và"]) for r in state.roles]
            state.roles = shared
            return shared
        group, state.group = state.group, [index]
        if previous is not None and (role := self._passive(index, group, gap, begin)):
            return role
        if previous is not None and (linked := self._link(group, gap, begin)):
            state.roles = [linked]
            if linked.relation is Relation.LINKED_WITH:
                state.roles += self._also_reviewed(gap)
            return state.roles
        if previous is not None and _LIST.search(gap) and state.governor and not self._own_cue(gap):
            state.roles = [replace(r, confidence=r.confidence * FEATURES["through a list"]) for r in state.governor]
            return state.roles
        own = self._self_cue(gap, begin, at_start=previous is None)
        if own is not None and own.rule == "thuc-hien" and _SAME_OBJECT.search(gap) and self._inspected():
            return state.governor
        if own is None and previous is None and state.governor and not gap.strip(" -+abcdđeghi)0123456789."):
            return state.governor
        state.roles = [own] if own else []
        # "Ban hành kế hoạch thực hiện A; Chương trình số …": what follows is another document issued, not another tail.
        state.governor = [role for role in state.roles if role.relation is not Relation.IMPLEMENTS]
        return state.roles

    def _inspected(self) -> bool:
        """Tell whether the list at hand is of what is inspected: "kiểm tra việc thực hiện A …; việc thực hiện B"."""
        return any(role.relation is Relation.INSPECTS for role in self.state.governor)

    def _has_title(self, index: int) -> bool:
        detail = self.mentions[index].detail
        return isinstance(detail, Citation) and detail.title is not None

    def _stripped(self, gap: str) -> str:
        """Drop "khoản 4 Điều 5", "của", "các" between a cue and the citation."""
        before = None
        while before != gap:
            before = gap
            gap = _LOCATOR.sub("", gap)
        return gap

    def _link(self, group: list[int], gap: str, begin: int) -> _Role | None:
        """Return the place as the tail of the citations before, if the words between say so."""
        if not group or ";" in gap or self._sentence_break(begin, begin + len(gap)):
            return None
        words = self._stripped(gap)
        for cue in self.cues.active:
            if cue.head == "self" or (match := cue.pattern.search(words)) is None:
                continue
            subject = words[: match.start()].strip(" ,") if match.start() <= 3 else words[: match.start()].strip()
            if not subject and match.group().strip() == "":
                continue
            if cue.relation is Relation.REVIEWS and subject not in ("", "về", "về việc"):
                return None
            if subject and (not _SUBJECT.match(gap) or _CLAUSE_BREAK.search(subject) or subject.endswith((",", " và"))):
                return None
            confidence = cue.weight * (FEATURES["words between head and cue"] if subject else 1)
            span = (begin + match.start(), begin + match.end())
            return _Role(tuple(group), cue.relation, cue.rule, confidence, span, self._modality(group[0]))
        return None

    def _sentence_break(self, begin: int, end: int) -> bool:
        return self.sentences.number(begin) != self.sentences.number(max(begin, end - 1))

    def _passive(self, index: int, group: list[int], gap: str, begin: int) -> list[_Role] | None:
        """ "B được sửa đổi bởi A": the citation behind the words is the head, those before are the tails."""
        for cue in self.cues.passive:
            if match := cue.pattern.search(self._stripped(gap)):
                span = (begin + match.start(), begin + match.end())
                role = _Role((index,), cue.relation, cue.rule, cue.weight, span, self._modality(index))
                for tail in group:
                    self._state_relation(role, tail, reach=index)
                return []
        return None

    def _own_cue(self, gap: str) -> bool:
        """Tell whether words behind the last semicolon are a cue of their own."""
        last = self._stripped(re.split(r"[;,]", gap)[-1])
        return any(cue.pattern.search(last) for cue in self.cues.active if cue.head != "document")

    def _also_reviewed(self, gap: str) -> list[_Role]:
        """ "tổng kết A gắn với tổng kết B": B is reviewed as well."""
        if not re.search(r"tổng kết|sơ kết", gap):
            return []
        return [role for role in self.state.governor if role.relation is Relation.REVIEWS]

    def _self_cue(self, gap: str, begin: int, *, at_start: bool) -> _Role | None:
        """Return the place as a tail of the document itself, by the words directly before."""
        words = self._stripped(gap)
        words = words[max(words.rfind(";"), self._last_break(words)) + 1 :] if not at_start else self._tail(words)
        offset = begin + len(self._stripped(gap)) - len(words)
        preamble = self.cues.preamble
        if match := preamble.pattern.search(words):
            if at_start:
                return self._self_role(preamble, match, offset)
        elif any(pattern.search(words) for pattern in self.cues.none) or _OPEN_QUOTE.search(words):
            return None
        for cue in self.cues.active:
            if cue.head == "document":
                continue
            if match := cue.pattern.search(words):
                return self._self_role(cue, match, offset)
        return None

    def _tail(self, words: str) -> str:
        return words[self._last_break(words) + 1 :]

    def _last_break(self, words: str) -> int:
        """Return where the last sentence of ``words`` ends, -1 if it is only one."""
        return max((match.end() - 2 for match in re.finditer(r"(?<!\d)[.!?] ", words)), default=-1)

    def _self_role(self, cue: Cue, match: re.Match[str], offset: int) -> _Role:
        relation, rule = cue.relation, cue.rule
        start = offset + match.start()
        if relation is Relation.PURSUANT_TO and rule == "thuc-hien" and self._in_title(start):
            relation, rule = Relation.IMPLEMENTS, "tieu-de-thuc-hien"
        if relation is Relation.IMPLEMENTS and _GOES_ON.search(match.group()):
            relation = Relation.CONTINUES
        return _Role((SELF,), relation, rule, cue.weight, (start, offset + match.end()), self._modality_at(start))

    def _in_title(self, position: int) -> bool:
        """Tell whether a position lies in the title: a plan "thực hiện Nghị quyết …" by its title implements it."""
        return self.title_start <= position < self.title_end

    def _modality(self, head: int) -> Modality:
        return self._modality_at(self.mentions[head].start)

    def _modality_at(self, position: int) -> Modality:
        sentence = self.sentences.around(position)
        before = self.text[max(sentence.start, position - 70) : position + 40].lower()
        for row in self.cues.modalities:
            if row.pattern.search(before):
                return row.modality
        return Modality.ASSERTED

    def _heading(self, paragraph: int, current: Found) -> list[_Role]:
        """Return the place that a line above gives to the items of its list: "… sau đây hết hiệu lực:"."""
        if current.start - paragraph > 12:
            return []
        end = paragraph - 1
        for _ in range(12):
            if end <= 0:
                return []
            start = self.text.rfind("\n", 0, end) + 1
            line = self.text[start:end].rstrip().lower()
            if line.endswith(":"):
                for cue in self.cues.headings:
                    if match := cue.pattern.search(line[-_HEADING:]):
                        base = start + max(0, len(line) - _HEADING)
                        span = (base + match.start(), base + match.end())
                        confidence = cue.weight * FEATURES["heading above a list"]
                        return [_Role((SELF,), cue.relation, cue.rule, confidence, span, Modality.ASSERTED)]
                return []
            if not re.match(r"(?:[a-zđ]\)|-|\+|\d+[.)])", line):
                return []
            end = start - 1
        return []

    def _goes_on(self, paragraph: int, current: Found) -> bool:
        """Tell whether a paragraph goes on with the list of the one before: it begins with a citation in mid-list."""
        return current.start - paragraph <= 2 and self.text[: paragraph - 1].rstrip(" ").endswith((";", ","))

    def _words_behind(self, index: int, following: int | None) -> None:
        """Read "B … hết hiệu lực" behind a citation."""
        stop = self.mentions[index].stop
        limit = self.mentions[following].start if following is not None else len(self.text)
        behind = self.text[stop : min(limit, stop + 200)].split("\n", 1)[0].lower()
        if self.state.roles:
            return
        for cue in self.cues.after:
            if match := cue.pattern.match(behind):
                span = (stop + match.start(), stop + match.end())
                self._state_relation(_Role((SELF,), cue.relation, cue.rule, cue.weight, span, Modality.ASSERTED), index)
                return

    def _state_relation(self, role: _Role, tail: int, reach: int | None = None) -> None:
        start, end = self._evidence(role, tail, reach)
        detail = self.mentions[tail].detail
        coded = isinstance(detail, Citation) and detail.code is not None
        confidence = role.confidence * (1 if coded else FEATURES["tail without code"])
        cue = self.text[role.cue[0] : role.cue[1]].strip()
        for head in role.heads:
            if head != tail:
                self.found.append(
                    RelationFound(
                        head, role.relation, tail, start, end, cue, role.rule, round(confidence, 4), role.modality
                    )
                )

    def _evidence(self, role: _Role, tail: int, reach: int | None) -> tuple[int, int]:
        """Return the sentence, or sentences, that hold head, cue and tail."""
        ends = [tail, *(head for head in role.heads if head != SELF)] + ([reach] if reach is not None else [])
        first = min([role.cue[0], *(self.mentions[i].start for i in ends)])
        last = max([role.cue[1], *(self.mentions[i].end for i in ends)])
        return self.sentences.around(first).start, max(last, self.sentences.around(last - 1).end)

    def amending_laws(self, citations: Sequence[int]) -> None:
        """ "Luật sửa đổi, bổ sung một số điều của Luật X" amends the Luật X that the text cites."""
        names = {index: modern_tones(_NUMBER_PART.sub("", self.mentions[index].norm)).lower() for index in citations}
        surfaces = {
            index: modern_tones(
                _NUMBER_PART.sub("", self.text[self.mentions[index].start : self.mentions[index].end])
            ).lower()
            for index in citations
        }
        for index in citations:
            amending = _AMENDING_LAW.match(surfaces[index])
            if amending is None:
                continue
            law = amending["law"]
            tails = [i for i in citations if i < index and law in (names[i], surfaces[i])]
            if not tails:
                continue
            mention = self.mentions[index]
            cue = (mention.start, mention.start + amending.start("law"))
            role = _Role((index,), Relation.AMENDS, "luat-sua-doi", 0.97, cue, Modality.ASSERTED)
            self._state_relation(role, tails[-1])

"""Programmes that a heading, a list's head or an earlier sentence names for the places that follow."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.components.headings import heading_scope, is_item, line_start
from extract.components.place_groups import PlaceGroup, level, small, without_brackets
from extract.components.topic_heads import SENTENCE_END, Topic, is_topical, topic_of
from extract.found import Found
from ontology.levels import Level
from ontology.mentions import EntityLabel, PlaceName
from ontology.participation import participation

TOPIC, HEADED, CARRIED = "chuong-trinh-dau-muc", "chuong-trinh-tieu-de", "chuong-trinh-cau-truoc"
"""Names of the rules: the programme heads the item or sentence; stands in a heading; is carried on from before."""

_LONGEST_PREFIX = 60

_LONGEST_CLAUSE = 200
_ADDRESS = 3
_CARRIED_AS_FAR = 400
_CLAUSE_END = re.compile(r"[.;!?](?!\d)|\n")
_PART_END = re.compile(r"[.;:,!?\n]")

_LISTED = re.compile(r"[ ]?(?:[;,.(:\n\t|–-]|và |$)")
_HOLDS = re.compile(r"(?: ?\([^()\n]{1,40}\))?(?:,? có \d+ xã)?: ?(?:(?:gồm|các xã|\d+ xã)[ :(]*)*")
_WHERE = re.compile(r"(?:tại|ở|địa điểm|phạm vi|địa bàn|trên địa bàn|quy mô)\b")
_NEXT_ITEM = re.compile(r"\)?[^.:\n()]{0,200}(?:[,;]| và) [^.;:\n()]{2,80}\(?")
_PARALLEL = re.compile(r"[^.;\n]{0,60}?\d[^.;\n]{0,40}, (?:và |còn |các xã |xã )?")


_LABELS = re.compile(r"[^.;:\n]*: ?(?:các )?(?:xã |phường |ấp |thôn )?")
_REACHED = re.compile(r"\b(?:đạt|công nhận|về đích)\b")
_MEASURE = re.compile(r"\d[\d.,/]* ?(%|\w+)?")
_DENIED = re.compile(r"\b(?:chưa|không)\b")
_SYLLABLE = re.compile(r"\w+|[^\w\s]")


class TopicLink(NamedTuple):
    """A group of places that a programme named elsewhere covers."""

    programme: int
    group: PlaceGroup
    rule: str


@dataclass(frozen=True, slots=True)
class _Where:
    """Where a group stands: the words of its clause before and behind it, and whether they begin with it."""

    before: str
    behind: str
    at_start: bool
    end: int

    @property
    def quoted(self) -> bool:
        """Whether the group stands in a quotation that has begun in its clause."""
        return self.before.rfind("“") > self.before.rfind("”")


class Topics:
    """Finds the places that belong to programmes of headings and of earlier clauses.

    Args:
        text: The normalised text.
        folded: The same in small letters (``small``).
        mentions: All its mentions.
        programmes: Indices of the programmes among them.
        groups: The groups of places.
    """

    def __init__(
        self,
        text: str,
        folded: str,
        mentions: Sequence[Found],
        programmes: Sequence[int],
        groups: Sequence[PlaceGroup],
    ) -> None:
        self._text = text
        self._folded = folded
        self._mentions = mentions
        self._programmes = programmes
        self._groups = groups
        self._starts = [group.start for group in groups]
        self._all_starts = [mention.start for mention in mentions]
        self._programme_starts = [mentions[index].start for index in programmes]
        self._table = participation()

    def links(self, linked: Collection[PlaceGroup], leading: Mapping[int, PlaceGroup]) -> Iterator[TopicLink]:
        """Yield the links that no clause alone shows.

        Args:
            linked: Groups that a programme of their own clause has already.
            leading: Programmes that have a place in their own clause, with the last such group.
        """
        taken = set(linked)
        headed: dict[PlaceGroup, tuple[int, bool]] = {}
        for at, index in enumerate(self._programmes):
            for link in self._in_line(at, leading.get(index)):
                if link.group not in taken or link.rule == HEADED:
                    taken.add(link.group)
                    yield link
            for group, is_label in self._below(at):
                headed[group] = index, is_label
        for group, (index, is_label) in headed.items():
            # A line about its place as a whole may name other programmes too.
            if group not in taken or is_label:
                yield TopicLink(index, group, HEADED)

    def _in_line(self, at: int, covered: PlaceGroup | None) -> Iterator[TopicLink]:
        """Yield the groups behind a programme in its own line, before another programme takes over.

        Args:
            at: Which of the programmes.
            covered: The group that it covers in its own clause, if any.
        """
        leads = covered is not None
        index = self._programmes[at]
        programme = self._mentions[index]
        stop = programme.end + _CARRIED_AS_FAR
        if at + 1 < len(self._programmes):
            stop = min(stop, self._programme_starts[at + 1])
        line_end = self._folded.find("\n", programme.end, stop)
        groups = self._groups_between(programme.end, line_end if line_end >= 0 else stop)
        topic: Topic | None = None
        for group in groups:
            if topic is None:
                topic = topic_of(self._folded, programme)
            if not self._may_cover(group, programme):
                if topic is Topic.HEAD and self._reaches_further(at, group):
                    yield TopicLink(index, group, HEADED)
                continue
            where = self._where(group, programme.end)
            near = SENTENCE_END.search(self._folded, programme.end, group.start) is None
            if (near or (topic is Topic.HEAD and self._is_told_next(programme, group, where))) and self._follows(
                where, topic
            ):
                covered = group
                yield TopicLink(index, group, TOPIC)
            elif (
                (near and where.at_start and (leads or topic.value) and self._turns(programme, group, where))
                or ((where.at_start or self._table.place_words.search(where.before)) and self._shows(programme, where))
                or (near and self._is_parallel(group, covered))
                or (near and topic is Topic.SUBJECT and self._goes_on(covered, group, where))
            ):
                covered = group
                yield TopicLink(index, group, CARRIED)

    def _reaches_further(self, at: int, group: PlaceGroup) -> bool:
        """Tell whether a place right behind a head is said to have reached a higher grade of the same programme.

        ``Nông thôn mới: xã A đạt chuẩn nông thôn mới nâng cao``.
        """
        if at + 1 == len(self._programmes):
            return False
        own, other = (self._mentions[index] for index in self._programmes[at : at + 2])
        behind = self._clause_behind(group)
        return (
            _LABELS.fullmatch(self._folded[own.end : group.start]) is not None
            and group.end <= other.start < group.end + len(behind)
            and small(other.norm).startswith(small(own.norm) + " ")
            and _REACHED.search(self._folded, group.end, other.start) is not None
            and not (self._table.denials.search(behind) or self._table.denied_behind.match(behind))
        )

    def _below(self, at: int) -> Iterator[tuple[PlaceGroup, bool]]:
        """Yield the groups of the lines that a programme's line heads, and whether such a line is about its group."""
        programme = self._mentions[self._programmes[at]]
        begin = line_start(self._text, programme.start)
        if begin is None or (at > 0 and self._programme_starts[at - 1] >= begin):
            return
        roll = self._table.rolls.search(self._folded, begin, programme.start) is not None
        scope = heading_scope(self._text, begin, programme.start, programme.end, roll=roll)
        if scope is None:
            return
        if at + 1 < len(self._programmes) and self._programme_starts[at + 1] < scope.begin:
            return
        topical = is_topical(self._folded[begin : programme.start])
        inside: PlaceGroup | None = None
        for group in self._groups_between(scope.begin, scope.end):
            within = group is inside
            inside = self._held_by(group)
            if inside is not None:
                continue
            if not self._may_cover(group, programme) or self._has_own_programme(group):
                continue
            where = self._where(group, programme.end)
            if _DENIED.search(where.before):
                continue
            label = within or (where.at_start and self._begins_line(group) and self._is_label(group, scope.lists))
            item = scope.pure and self._is_item(group) and self._follows(where, Topic.HEAD)
            told = topical and self._is_told_next(programme, group, where)
            if (
                label
                or item
                or (scope.pure and self._speaks_of(group, where))
                or told
                or (scope.pure and self._opens(scope.begin, group) and self._follows(where, Topic.HEAD))
                or ((where.at_start or self._table.place_words.search(where.before)) and self._shows(programme, where))
            ):
                yield group, label

    def _is_told_next(self, programme: Found, group: PlaceGroup, where: _Where) -> bool:
        """Tell whether a later sentence below a topic is told of its places: it begins with them, under no other label.

        ``1. Cuộc vận động A`` / ``Đến nay 5 ấp đạt; các xã B, C giữ danh hiệu``. A place that is a body's address, or
        that stands in a sentence with its own label, is not what the sentence is about.
        """
        if not where.at_start or self._table.rivals.search(where.before + where.behind):
            return False
        if self._body_before(group, _ADDRESS) is not None:
            return False
        window = self._folded[max(programme.end, group.start - _LONGEST_CLAUSE) : group.start]
        return ":" not in SENTENCE_END.split(window)[-1]

    def _speaks_of(self, group: PlaceGroup, where: _Where) -> bool:
        """Tell whether a place below a heading that is but a programme's name must be one of its places."""
        if self._table.elsewhere.search(where.before) or self._table.rivals.search(where.before + where.behind):
            return False
        if self._body_before(group, _ADDRESS) is not None:
            return False
        return not where.quoted

    def _body_before(self, group: PlaceGroup, reach: int) -> Found | None:
        """Return the body that ends at most ``reach`` characters before a group, whose address the group may be."""
        before = self._mentions[group.first - 1] if group.first else None
        is_body = before is not None and before.label is EntityLabel.ORG and group.start - before.end <= reach
        return before if is_body else None

    def _held_by(self, group: PlaceGroup) -> PlaceGroup | None:
        """Return the group that a label only holds (``- Huyện A (2 xã): xã B, xã C``): it takes part, not the label."""
        at = bisect_left(self._starts, group.end)
        if at == len(self._groups) or level(self._mentions[group.first]) not in (Level.PROVINCE, Level.DISTRICT):
            return None
        held = self._groups[at]
        if _HOLDS.fullmatch(self._folded[group.end : held.start]) is None or not self._begins_line(group):
            return None
        same = level(self._mentions[held.first]) is level(self._mentions[group.first])
        return None if same or level(self._mentions[held.first]) is Level.PROVINCE else held

    def _opens(self, begin: int, group: PlaceGroup) -> bool:
        """Tell whether the text below a heading begins with a clause that tells where (``Triển khai tại xã A …``)."""
        told = self._folded[begin : group.start]
        if len(told) > _LONGEST_CLAUSE or "\n" in told or SENTENCE_END.search(told):
            return False
        words = _SYLLABLE.findall(told)
        while words and words[0] in self._table.adverbs:
            words = words[1:]
        told = " ".join(words)
        return self._table.verbs.match(told) is not None or _WHERE.match(told) is not None

    def _groups_between(self, start: int, end: int) -> Sequence[PlaceGroup]:
        return self._groups[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _may_cover(self, group: PlaceGroup, programme: Found | None = None) -> bool:
        """Tell whether nothing said of a group forbids that a programme named before its clause covers it.

        Another programme in its clause forbids it, unless that is the given one in short (``OCOP`` below ``Chương trình
        OCOP``).
        """
        first = self._mentions[group.first]
        if level(first) is Level.PROVINCE or not (isinstance(first.detail, PlaceName) and first.detail.unit):
            return False
        behind = self._clause_behind(group)
        if self._table.denied_behind.match(behind) or self._table.denials.match(behind.lstrip()):
            return False
        last = bisect_left(self._programme_starts, group.end)
        if last == len(self._programmes) or self._programme_starts[last] >= group.end + len(behind):
            return True
        own = small(self._mentions[self._programmes[last]].norm)
        return programme is not None and own in small(programme.norm).split(" ", 1)[-1]

    def _has_own_programme(self, group: PlaceGroup) -> bool:
        """Tell whether a programme stands before a group in the group's own line."""
        last = bisect_left(self._programme_starts, group.start) - 1
        return last >= 0 and self._folded.find("\n", self._programme_starts[last], group.start) < 0

    def _where(self, group: PlaceGroup, after: int) -> _Where:
        window = self._folded[max(after, group.start - _LONGEST_CLAUSE) : group.start]
        before = _CLAUSE_END.split(without_brackets(window))[-1]
        part = self._before_body(_PART_END.split(before)[-1], group)
        words = _SYLLABLE.findall(part)
        at_start = all(word in self._table.turns or word.isdigit() or len(word) == 1 for word in words)
        return _Where(before, self._clause_behind(group), at_start, group.end)

    def _before_body(self, part: str, group: PlaceGroup) -> str:
        """Leave out a body whose place the group is: ``HTX A (xã B) có 02 sản phẩm`` speaks of the place as well."""
        body = self._body_before(group, 2)
        if body is None:
            return part
        return part[: max(0, len(part) - (group.start - body.start))]

    def _clause_behind(self, group: PlaceGroup) -> str:
        return _CLAUSE_END.split(self._folded[group.end : group.end + _LONGEST_CLAUSE], maxsplit=1)[0]

    def _follows(self, where: _Where, topic: Topic) -> bool:
        """Tell whether a group stands as the subject of its part of the clause, or behind a word of place."""
        if self._table.elsewhere.search(where.before) or self._table.rivals.search(where.behind) or where.quoted:
            return False
        if topic is Topic.FUND:
            return not self._table.left_out.search(where.before)
        if topic is Topic.HEAD:
            return where.at_start or self._table.place_words.search(where.before) is not None
        return topic is Topic.SUBJECT and where.at_start

    def _turns(self, programme: Found, group: PlaceGroup, where: _Where) -> bool:
        """Tell whether a clause about one more place begins with the group.

        ``… tại xã A; riêng xã B …``, ``xã A 12 tỷ đồng, xã B 10 tỷ đồng``. Where nothing but a semicolon parts them,
        both are measured alike, or nothing is said of the second at all.
        """
        if self._table.rivals.search(where.behind):
            return False
        window = self._folded[max(0, group.start - _LONGEST_PREFIX) : group.start]
        if window.rstrip().endswith(("riêng", "còn", "trong đó", "nhất là")):
            return True
        before = bisect_left(self._starts, group.start) - 1
        if ";" in window:
            told = self._folded[max(0, min(programme.start, group.start - _CARRIED_AS_FAR)) : group.start]
            return not where.behind.strip(" ).;") or bool(_measures(where.behind) & _measures(told))
        return before >= 0 and _PARALLEL.fullmatch(self._folded[self._groups[before].end : group.start]) is not None

    def _is_parallel(self, group: PlaceGroup, covered: PlaceGroup | None) -> bool:
        """Tell whether a group stands in a list as the covered group before it does.

        Both behind a body (``HTX A ấp B 50 ha, HTX C ấp D 42 ha``), or both in brackets (``chè (xã A), mật (xã B)``).
        """
        if covered is None or self._lead(group) is None or self._lead(group) != self._lead(covered):
            return False
        before = self._groups[bisect_left(self._starts, group.start) - 1]
        gap = self._folded[before.end : group.start]
        return before is covered and _NEXT_ITEM.fullmatch(gap) is not None

    def _goes_on(self, covered: PlaceGroup | None, group: PlaceGroup, where: _Where) -> bool:
        """Tell whether a sentence about a programme tells of a second act of it, where nobody else acts.

        ``Chương trình đã xây 3 cầu tại xã A; hỗ trợ con giống cho 20 hộ xã B``.
        """
        if covered is None or where.quoted or not self._table.place_words.search(where.before):
            return False
        between = self._mentions[covered.last + 1 : group.first]
        return not any(mention.label is not EntityLabel.LOC for mention in between) and not (
            self._table.elsewhere.search(where.before) or self._table.rivals.search(where.before + where.behind)
        )

    def _lead(self, group: PlaceGroup) -> str | None:
        """Return what stands directly before a group, if lists repeat it: a bracket, or the end of a body's name."""
        if self._folded[group.start - 1 : group.start] == "(":
            return "("
        return "body" if self._body_before(group, 1) is not None else None

    def _shows(self, programme: Found, where: _Where) -> bool:
        """Tell whether the words around a group show that they still speak of the programme."""
        if self._table.elsewhere.search(where.before) or self._table.rivals.search(where.before + where.behind):
            return False
        if where.quoted:
            return False
        name = small(programme.norm)
        return any(
            sign.of.search(name)
            and (
                any(not self._has_object(where.end + match.end()) for match in sign.pattern.finditer(where.behind))
                or sign.pattern.search(where.before)
            )
            for sign in self._table.signs
        )

    def _has_object(self, position: int) -> bool:
        """Tell whether a document stands behind a sign: the place takes part in that (``được hưởng Nghị quyết …``)."""
        at = bisect_left(self._all_starts, position)
        if at == len(self._mentions) or self._mentions[at].label is not EntityLabel.DOC:
            return False
        return self._all_starts[at] - position <= 1

    def _is_item(self, group: PlaceGroup) -> bool:
        begin = line_start(self._text, group.start)
        return begin is not None and is_item(self._text, begin)

    def _begins_line(self, group: PlaceGroup) -> bool:
        begin = line_start(self._folded, group.start, _LONGEST_PREFIX)
        if begin is None:
            return False
        words = _SYLLABLE.findall(self._folded[begin : group.start])
        return all(word in self._table.turns or word.isdigit() or len(word) == 1 for word in words)

    def _is_label(self, group: PlaceGroup, lists: bool) -> bool:
        """Tell whether a line is about its place as a whole (``- Xã A: …``; ``- Xã A;`` below a list's head)."""
        behind = self._folded[group.end : group.end + 3]
        return behind.lstrip().startswith(":") or (lists and _LISTED.match(behind) is not None)


def _measures(words: str) -> set[str]:
    """Return what the numbers of a clause count (``12 ha`` and ``5 ha`` count alike)."""
    return {match[1] or "" for match in _MEASURE.finditer(words)}

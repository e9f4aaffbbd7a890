"""Finds which places a programme covers: in one clause, and over the items and sentences that it heads."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.components.coverage_links import Link, in_order
from extract.components.coverage_recalls import with_recalls
from extract.components.coverage_topics import CARRIED, HEADED, TOPIC, Topics
from extract.components.headings import line_start
from extract.components.place_groups import PlaceGroup, level, place_groups, small, without_brackets
from extract.context import Context
from extract.found import Found
from extract.sentences import Sentences
from ontology.boundaries import boundary_words
from ontology.levels import Level
from ontology.mentions import EntityLabel, PlaceName
from ontology.participation import participation
from ontology.programmes import programme_table

BEHIND, JOINED, REACHED, LABELLED = (
    "chuong-trinh-tai-noi",
    "chuong-trinh-kem-noi",
    "noi-dat-chuong-trinh",
    "noi-dau-dong",
)
"""Names of the rules: the place follows with a word of place; follows directly; stands before with a verb of
participation; heads the line."""

FEATURES = {
    BEHIND: 0.9,
    JOINED: 0.85,
    REACHED: 0.9,
    LABELLED: 0.85,
    TOPIC: 0.8,
    HEADED: 0.75,
    CARRIED: 0.75,
    "next in the list": 0.99,
    "far": 0.95,
    "second programme": 0.95,
}
"""Named features of a pair's confidence: the rule's own, and what lowers it, as factors."""

_LEAST = 0.6
_FAR = 80
_LONGEST_MARK = 30
_FARTHEST = 160
_LONGEST_EVIDENCE = 2_500
_MARGIN = 300
_CLAUSE_END = re.compile(
    r"[.;!?](?:\s|$)|\n|[“”\"]"
    r"|(?<!\bxã )(?<!\bấp )(?<!\bthôn )(?<!\bbản )(?<!\bbuôn )(?<!\bxóm )(?<!\bhộ )"
    r"\bcủa\b(?! (?:htx|hợp tác|tổ hợp|cơ sở|hộ|chủ thể|công ty|nông dân))"
    r"|\b(?:do|theo|giữa|và có)\b"
)
_COMMA = re.compile(r"(?<!trong đó), ")
_AND = re.compile(r"(?:,| và|, và|;)(?: các)? ?")
_LINKED = re.compile(
    r"(?:,| và|, và|;)(?: các)? ?|(?: gắn| lồng ghép| kết hợp)? với(?: (?:các|xây dựng|thực hiện|triển khai))* ?"
)
_DIRECT = re.compile(r" ?(?:nâng cao |kiểu mẫu )?[“\"]?")
_SYLLABLE = re.compile(r"\w+|[^\w\s]")
_LABEL_GAP = re.compile(r"\s*:(?!.*[;:]).*")
_ENDED = re.compile(r"\b(?:sáp nhập|hợp nhất|chia tách|giải thể)\b")
_BUILT = ("dự án ", "tiểu dự án ", "công trình ")
_PARTED = re.compile(r"\s*\)\s*[,;]")
_AFTER_FRONT = re.compile(r"\)?, ")
_HOW_FAR_DENIED = 60
_SPLIT = re.compile(r"[.,;:\n]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A programme and a place that takes part in it, is covered by it, or reached a result in it.

    Args:
        programme: Index of the programme among the mentions.
        place: Index of the place.
        start: Index of the first character of the evidence, in the normalised text.
        end: Index behind its last character.
        rule: Name of the rule that found it.
        confidence: 0 to 1.
    """

    programme: int
    place: int
    start: int
    end: int
    rule: str
    confidence: float


def find_coverage(text: str, mentions: Sequence[Found], context: Context) -> list[Pair]:
    """Find the programme–place pairs that a text states.

    Args:
        text: The normalised text.
        mentions: All mentions of the text, in order of their start, without overlaps.
        context: Not needed here; all finders have one signature.

    Returns:
        Pairs in order of programme and place; a programme and a place pair once per sentence.
    """
    if not any(mention.label is EntityLabel.PROG for mention in mentions):
        return []
    folded = small(text)
    recalls = with_recalls(text, folded, mentions)
    standing, origins = recalls.mentions, recalls.origins
    groups = place_groups(folded, standing)
    if not groups:
        return []
    programmes = [index for index, mention in enumerate(standing) if mention.label is EntityLabel.PROG]
    finder = _Finder(folded, standing, groups)
    links = list(finder.in_clauses(programmes))
    topics = Topics(text, folded, standing, programmes, groups)
    links += [
        Link(link.programme, link.group, link.rule)
        for link in topics.links({link.group for link in links}, {link.programme: link.group for link in links})
    ]
    sentences = Sentences(text)
    pairs: dict[tuple[int, int], Pair] = {}
    for link in in_order(links, folded, standing):
        programme = origins[link.programme]
        for count, place in enumerate(origins[member] for member in link.group.members):
            if (programme, place) not in pairs:
                both = mentions[programme], mentions[place]
                first, last = min(m.start for m in both), max(m.end for m in both)
                start, end = _evidence(text, sentences, first, last)
                confidence = FEATURES[link.rule] * link.factor * FEATURES["next in the list"] ** count
                pairs[programme, place] = Pair(
                    programme, place, start, end, link.rule, round(max(_LEAST, confidence), 4)
                )
    return [pairs[key] for key in sorted(pairs)]


class _Finder:
    """Links programmes and groups of places that stand in one clause; reads the text in small letters."""

    def __init__(self, folded: str, mentions: Sequence[Found], groups: Sequence[PlaceGroup]) -> None:
        self._folded = folded
        self._mentions = mentions
        self._groups = groups
        self._starts = [group.start for group in groups]
        self._table = participation()

    def in_clauses(self, programmes: Sequence[int]) -> Iterator[Link]:
        """Yield the links of all programmes, in order."""
        reached: list[Link] = []
        for at, index in enumerate(programmes):
            following = programmes[at + 1] if at + 1 < len(programmes) else None
            behind = self._behind(index, following)
            yield from behind
            before = self._before(index) or self._second(index, reached) or self._of_subject(index)
            yield from before
            reached = before
            if behind:
                yield from self._coordinated(programmes, at, behind[0])
                if following is not None and following < behind[0].group.first:
                    # Only its own short form may stand between a programme and its place.
                    yield Link(following, behind[0].group, behind[0].rule)

    def _behind(self, index: int, following: int | None) -> list[Link]:
        """Find the group behind a programme, before the next programme."""
        programme = self._mentions[index]
        at = bisect_left(self._starts, programme.end)
        if at == len(self._groups):
            return []
        group = self._groups[at]
        begin = self._short_form_end(programme, following)
        if not begin <= group.start <= begin + _FARTHEST or (following is not None and self._is_between(begin, group)):
            return []
        gap = self._folded[begin : group.start]
        rule = self._rule_behind(programme, group, gap)
        if rule is None or self._is_denied_behind(programme, group, gap):
            return []
        if ":" in gap and following is not None and self._is_taken_over(group, self._mentions[following]):
            return []
        return [Link(index, group, rule, FEATURES["far"] if len(gap) > _FAR else 1.0)]

    def _is_between(self, begin: int, group: PlaceGroup) -> bool:
        """Tell whether a programme stands between a position and a group near behind it."""
        at = group.first - 1
        while at >= 0 and self._mentions[at].start >= begin:
            if self._mentions[at].label is EntityLabel.PROG:
                return True
            at -= 1
        return False

    def _short_form_end(self, programme: Found, following: int | None) -> int:
        """Return the index behind a programme's short form in brackets (``Chương trình … (OCOP)``), or its own end."""
        if following is None:
            return programme.end
        short = self._mentions[following]
        between = self._folded[programme.end : short.start]
        if between.lstrip() != "(" or self._folded[short.end : short.end + 1] != ")":
            return programme.end
        return short.end + 1

    def _is_taken_over(self, group: PlaceGroup, programme: Found) -> bool:
        """Tell whether the clause of a group goes on to another programme (``Nông thôn mới: xã A nâng chất OCOP``)."""
        gap = self._folded[group.end : programme.start]
        return len(gap) <= _FARTHEST and re.search(r"[.;\n(]", gap) is None

    def _rule_behind(self, programme: Found, group: PlaceGroup, gap: str) -> str | None:
        if _DIRECT.fullmatch(gap) or (gap == ", " and small(programme.norm).startswith(_BUILT)):
            return JOINED if self._may_join(programme, group) else None
        if self._table.joined_words.fullmatch(gap) and self._may_join(programme, group):
            return BEHIND
        if self._table.passive.fullmatch(gap):
            behind = self._folded[group.end : group.end + _HOW_FAR_DENIED].lstrip()
            return BEHIND if self._table.verbs.match(behind) or self._table.embraced.match(behind) else None
        open_gap = self._table.agents.sub(lambda match: " " * len(match[0]), without_brackets(gap))
        if _CLAUSE_END.search(open_gap) or self._table.new_acts.search(open_gap):
            return None
        commas = [comma.start() for comma in _COMMA.finditer(open_gap)]
        commas = [at for at in commas if not self._table.continues.match(open_gap, at)]
        if commas and open_gap.endswith(", ") and self._table.addresses.search(open_gap):
            open_gap = open_gap[: commas.pop()]
        return BEHIND if not commas and self._table.place_words.search(open_gap) else None

    def _may_join(self, programme: Found, group: PlaceGroup) -> bool:
        """Tell whether a programme with a place directly behind it is that place's.

        ``nông thôn mới xã Tân Bình`` is; ``nông thôn mới tỉnh Thái Bình`` is the title of a document. A province or a
        district follows a name of its own (``Đề án Hậu Giang xanh tỉnh Hậu Giang``), without ``của``, which would only
        tell whose it is, unless it lists several (``Đề án B của hai huyện C và D``).
        """
        if level(self._mentions[group.first]) not in (Level.PROVINCE, Level.DISTRICT):
            return True
        gap = self._folded[programme.end : group.start]
        if "của" in gap:
            return len(group.members) > 1
        before = self._folded[max(0, programme.start - _LONGEST_MARK) : programme.start]
        return small(programme.norm).startswith(_kind_words()) or before.endswith("sản phẩm ")

    def _is_denied_behind(self, programme: Found, group: PlaceGroup, gap: str) -> bool:
        before = self._folded[max(0, programme.start - _FARTHEST) : programme.start]
        sentence = re.split(r"[.\n]", before)[-1]
        part = re.split(r"[;:,]", sentence)[-1]
        clause = part[-_HOW_FAR_DENIED:]
        if self._table.denials.search(clause) or self._table.denials.search(gap):
            return True
        if self._table.meetings.search(part) and "địa bàn" not in gap:
            return True
        if self._table.requests.search(sentence):
            return True
        return bool(self._table.elsewhere.search(gap)) or self.is_denied_after(group) or self._is_left_out(group)

    def _is_left_out(self, group: PlaceGroup) -> bool:
        """Tell whether the places are only compared with, or left out (``ngoài xã A``, ``so với xã A``)."""
        return self._table.left_out.search(self._folded[max(0, group.start - _LONGEST_MARK) : group.start]) is not None

    def is_denied_after(self, group: PlaceGroup) -> bool:
        """Tell whether what is said of the places denies that they take part."""
        behind = self._folded[group.end : group.end + _HOW_FAR_DENIED]
        return self._table.denied_behind.match(behind) is not None

    def _before(self, index: int) -> list[Link]:
        """Find the group before a programme that is said to take part in it or to have reached it."""
        programme = self._mentions[index]
        at = bisect_left(self._starts, programme.start) - 1
        if at < 0:
            return []
        if at and self._only_tells_whose(self._groups[at - 1], self._groups[at]):
            at -= 1
        group = self._groups[at]
        if programme.start - group.end > _FARTHEST:
            return []
        if any(mention.label is EntityLabel.PROG for mention in self._mentions[group.last + 1 : index]):
            return []
        gap = without_brackets(self._folded[group.end : programme.start])
        label = self._heads_line(group) and _LABEL_GAP.fullmatch(gap)
        if re.search(r"[.;\n]\s|\n", gap) or (":" in gap and not label):
            return []
        if self._table.denials.search(gap) or _ENDED.search(gap) or self._is_left_out(group):
            return []
        told = self._folded[max(0, group.start - _HOW_FAR_DENIED) : group.start]
        if self._table.requests.search(re.split(r"[.;:\n]", told)[-1]) or self._table.requests.search(gap):
            return []
        if self._table.visited.search(told) or self._is_attached(group):
            return []
        far = FEATURES["far"] if len(gap) > _FAR else 1.0
        if (self._reaches(gap) and not _PARTED.match(gap)) or (_AFTER_FRONT.fullmatch(gap) and self._is_fronted(group)):
            return [Link(index, group, REACHED, far)]
        return [Link(index, group, LABELLED, far)] if label else []

    def _only_tells_whose(self, before: PlaceGroup, group: PlaceGroup) -> bool:
        """Tell whether a district only says whose the place before it is (``xã A đầu tiên của huyện B đạt …``)."""
        gap = self._folded[before.end : group.start]
        outer = level(self._mentions[group.first]) in (Level.PROVINCE, Level.DISTRICT)
        inner = level(self._mentions[before.first]) not in (Level.PROVINCE, Level.DISTRICT)
        return outer and inner and len(gap) <= _FAR and gap.endswith((" của ", " toàn ")) and not _SPLIT.search(gap)

    def _is_attached(self, group: PlaceGroup) -> bool:
        """Tell whether a name without its unit word ends another body's name (``Vườn Quốc gia Tràm Chim``)."""
        place = self._mentions[group.first]
        unit = place.detail.unit if isinstance(place.detail, PlaceName) else None
        window = self._folded[max(0, place.start - _LONGEST_MARK) : place.end]
        if unit is None or unit in window:
            return False
        before = _SYLLABLE.findall(window[: len(window) - (place.end - place.start)])
        return bool(before) and before[-1].isalpha() and before[-1] not in boundary_words("behind_place")

    def _reaches(self, gap: str) -> bool:
        """Tell whether the words between a place and a programme end with a verb of participation."""
        last = None
        for last in self._table.verbs.finditer(gap):  # noqa: B007 - only the last one counts
            pass
        if last is None:
            return False
        return all(word in self._table.bridge or word.isdigit() for word in _SYLLABLE.findall(gap, last.end()))

    def _heads_line(self, group: PlaceGroup) -> bool:
        begin = line_start(self._folded, group.start, _LONGEST_MARK)
        if begin is None:
            return False
        words = _SYLLABLE.findall(self._folded[begin : group.start])
        return all(word in self._table.turns or word.isdigit() or len(word) == 1 for word in words)

    def _is_fronted(self, group: PlaceGroup) -> bool:
        """Tell whether a sentence begins with the places (``Tại xã A, mô hình B …``)."""
        before = self._folded[max(0, group.start - _HOW_FAR_DENIED) : group.start]
        return self._table.fronted.search(before) is not None

    def _of_subject(self, index: int) -> list[Link]:
        """Find the group that the whole sentence is about (``Xã A: …; đang triển khai mô hình B tại thôn C``)."""
        programme = self._mentions[index]
        window = self._folded[max(0, programme.start - _FARTHEST) : programme.start]
        part = re.split(r"[,;:.\n]", window)[-1]
        words = _SYLLABLE.findall(part)
        while words and words[0] in self._table.adverbs:
            words = words[1:]
        if not words or not self._table.verbs.match(" ".join(words)) or not self._reaches(part):
            return []
        sentence = max(window.rfind("\n"), window.rfind(". "))
        nearest = programme.start - len(window) + max(0, sentence)
        at = bisect_left(self._starts, nearest)
        while at < len(self._groups) and self._groups[at].end < programme.start:
            group = self._groups[at]
            gap = self._folded[group.end : programme.start]
            if self._heads_line(group) and not self._table.denials.search(gap) and ". " not in gap:
                return [Link(index, group, LABELLED)] if self._is_subject(group) else []
            at += 1
        return []

    def _is_subject(self, group: PlaceGroup) -> bool:
        """Tell whether what follows is said of the places: a colon, or a verb of participation."""
        behind = self._folded[group.end : group.end + _HOW_FAR_DENIED].lstrip(" )")
        return behind.startswith(":") or self._table.verbs.match(behind) is not None

    def _second(self, index: int, reached: Sequence[Link]) -> list[Link]:
        """A place that takes part in one programme takes part in the next of a list (``… OCOP và mô hình “A”``)."""
        if not reached or reached[0].programme >= index:
            return []
        if reached[0].programme != index - 1:
            return []
        gap = self._folded[self._mentions[index - 1].end : self._mentions[index].start]
        if len(gap) > _FAR or not _AND.match(gap) or re.search(r"[.;:\n]", gap) or self._table.denials.search(gap):
            return []
        if not _AND.fullmatch(gap) and not self._reaches(gap):
            return []
        return [Link(index, reached[0].group, REACHED, FEATURES["second programme"])]

    def _coordinated(self, programmes: Sequence[int], at: int, link: Link) -> Iterator[Link]:
        """A place behind the last of several programmes belongs to all of them (``Quỹ A và Quỹ B tại xã C``).

        One in a bracket behind it belongs to the last alone (``Dự án A, Dự án B (qua xã C)``).
        """
        if self._folded.startswith(" (", self._mentions[link.programme].end):
            return
        while at > 0:
            gap = self._folded[self._mentions[programmes[at - 1]].end : self._mentions[programmes[at]].start]
            if not _LINKED.fullmatch(gap) or programmes[at - 1] != programmes[at] - 1 or link.rule is not BEHIND:
                return
            at -= 1
            yield Link(programmes[at], link.group, link.rule, FEATURES["second programme"])


@cache
def _kind_words() -> tuple[str, ...]:
    return tuple(f"{form} " for row in programme_table().kinds for form in (row.kind, *row.forms))


def _evidence(text: str, sentences: Sentences, first: int, last: int) -> tuple[int, int]:
    """Return the sentences that hold ``first:last``; of very long ones only what lies near."""
    start, end = sentences.around(first).start, max(last, sentences.around(last - 1).end)
    if end - start > _LONGEST_EVIDENCE:
        start, end = max(start, first - _MARGIN), min(end, last + _MARGIN)
    return start, end

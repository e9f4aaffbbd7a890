"""What stands around a number: whether it is an aim, and of which place, time and programme it is said."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extract.components.indicator_clauses import Clauses
from extract.components.indicator_cues import Cues
from extract.components.indicator_numbers import Number
from extract.components.indicator_periods import periods_in
from extract.components.indicator_sections import Articles, Section, Sections
from extract.components.indicator_values import MEASURE, Subject
from extract.context import Context
from extract.found import Found
from ontology.indicator_words import indicator_words
from ontology.indicators import Aim, Bound, Change
from ontology.levels import Level
from ontology.mentions import EntityLabel, OrganizationName, PlaceName, ProgrammeName
from ontology.periods import Period

_FARTHEST = 400
_NEAR = 160
_MOST = 8
_LONGEST_HEAD = 220
_NEAR_PLACE = re.compile(r"(?:tại|ở|trên địa bàn|thuộc|của)(?: các)? ?$")
_OWN = re.compile(
    r"(?<!\w)(?:toàn (?:huyện|tỉnh|xã|phường|thành phố|thị xã|thị trấn|quận|đảng bộ)"
    r"|trên địa bàn (?:huyện|tỉnh|xã|thành phố))(?! \w*[A-ZĐ])"
)
_NOW_AT_LEAST = 2029
_STAGE_GAP = 12
_AND_MORE = re.compile(r" (?:trở lên|trở xuống)")
_RANGE = re.compile(r"từ(?: đủ)?(?: \d[\d.,]*(?: [^\W\d]+){0,2} đến(?: dưới| đủ)?)?$")
_RANGE_REACH = 40


@dataclass(frozen=True, slots=True)
class Frame:
    """Aim, place, period and programme of a number; see ``ontology.indicators.Indicator``.

    ``aim_said``: the sentence itself says that it is an aim.
    """

    aim: Aim
    aim_said: bool
    place: int | None
    place_inherited: bool
    period: Period | None
    period_inherited: bool
    programme: int | None


class FrameReader:
    """Reads what stands around the numbers of one text.

    Args:
        text: The normalised text.
        mentions: All mentions in order, flat.
        context: What the document says of itself.
        title: Where its title stands.
    """

    def __init__(self, text: str, mentions: Sequence[Found], context: Context, title: tuple[int, int]) -> None:
        self._text = text
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._head = context.letterhead
        self._made: Sections | None = None
        self._articles: Articles | None = None
        self._has_own_place = self._head.level is not Level.CENTRAL
        self._plans = self._head.type in indicator_words().planning_types
        self._own_period = self._period_of_title(title)
        date = self._head.date
        self._year = (
            self._own_period.end.year if self._own_period and self._own_period.end else date.year if date else None
        )
        self._heads: dict[int, Period | None] = {}
        self._clauses: Clauses | None = None
        self._seen: Cues | None = None
        self._found: list[tuple[int, int, Period]] | None = None

    def enter(self, clauses: Clauses) -> bool:
        """Go to another sentence; tell whether its numbers can be indicators: in an article most are rules.

        Args:
            clauses: The parts of the sentence.
        """
        self._clauses = clauses
        self._found = None
        self._seen = None
        if not self._is_in_article(clauses.start):
            return True
        return bool(self._cues.stated or self._cues.targets or self._periods)

    # Each is looked for when it is first asked for: most numbers of legal texts are rules, and need none of them.

    @property
    def _periods(self) -> list[tuple[int, int, Period]]:
        if self._found is None:
            clauses = self._clauses
            self._found = (
                [] if clauses is None else list(periods_in(self._text, clauses.start, clauses.end, self._year))
            )
        return self._found

    @property
    def _cues(self) -> Cues:
        if self._seen is None:
            start, end = (self._clauses.start, self._clauses.end) if self._clauses else (0, 0)
            self._seen = Cues(self._text, start, end)
        return self._seen

    @property
    def _sections(self) -> Sections:
        if self._made is None:
            self._made = Sections(self._text)
        return self._made

    def _is_in_article(self, position: int) -> bool:
        if self._articles is None:
            self._articles = Articles(self._text)
        return self._articles.hold(position)

    def read(self, number: Number, subject: Subject, previous: int) -> Frame | None:
        """Return what stands around a number; ``None`` for a rule, and where an aim is not certain.

        Args:
            number: The number.
            subject: What it measures.
            previous: Index behind the number before it; 0 for none.
        """
        clauses = self._clauses
        if clauses is None:
            raise ValueError("no sentence was entered")
        said = self._is_aimed_at(number)
        if not said and self._is_rule(number, subject):
            return None
        sections = self._sections.above(number.start)
        aim = Aim.TARGET if said else self._aim(number, subject, sections)
        if aim is None:
            return None
        place, inherited = self._place(number, clauses, previous, sections)
        programme = self._programme(number, subject, clauses, sections)
        period, own = self._period(number, clauses, sections, aim)
        if (period is None or own) and programme is not None and aim is Aim.TARGET:
            detail = self._mentions[programme].detail
            if isinstance(detail, ProgrammeName) and detail.stage is not None:
                period, own = detail.stage, False
        return Frame(aim, said, place, inherited, period, own, programme)

    # -- aim or result ------------------------------------------------------------------------------------------------

    def _is_rule(self, number: Number, subject: Subject) -> bool:
        """Tell whether a number is a rule for all cases, neither result nor aim."""
        if self._cues.norms.stand_before(number.start, _NEAR) or self._is_condition(number, subject):
            return True
        return self._is_in_article(number.start) and not self._cues.stated.stand_before(number.start, _FARTHEST)

    def _aim(self, number: Number, subject: Subject, sections: Sequence[Section]) -> Aim | None:
        section = next((section.aim for section in sections if section.aim is not None), None)
        end = max(number.end, subject.end)
        done = self._cues.done.stand_before(end, _FARTHEST + end - number.start)
        done = done or self._cues.stated.stand_before(number.start, _FARTHEST)
        if section is Aim.TARGET:
            return None if done else Aim.TARGET
        if section is Aim.RESULT or done or not self._plans:
            return Aim.RESULT
        return None

    def _is_aimed_at(self, number: Number) -> bool:
        """Tell whether the sentence itself says that it is an aim: by its words, or by a year that is still to come."""
        if self._cues.targets.stand_before(number.start, _FARTHEST):
            return True
        year = self._year or _NOW_AT_LEAST
        return any(
            period.start is None and period.end is not None and period.end.year > year
            for start, period in self._before(number)
            if not self._is_in_name(start)
        )

    def _before(self, number: Number) -> list[tuple[int, Period]]:
        """Return the last periods of the sentence before a number: few, so that long sentences cost no more."""
        at = bisect_right(self._periods, number.start, key=lambda item: item[1])
        return [(start, period) for start, _, period in self._periods[max(0, at - _MOST) : at]]

    def _is_condition(self, number: Number, subject: Subject) -> bool:
        if subject.bound in (Bound.AT_LEAST, Bound.AT_MOST) or _AND_MORE.match(self._text, number.end):
            return True
        if number.amount.upper is not None and subject.change is Change.LEVEL and subject.rule != MEASURE:
            return True
        before = self._text[max(0, number.start - _RANGE_REACH) : number.start].lower().rstrip()
        return _RANGE.search(before) is not None and subject.origin is None

    # -- where --------------------------------------------------------------------------------------------------------

    def _place(
        self, number: Number, clauses: Clauses, previous: int, sections: Sequence[Section]
    ) -> tuple[int | None, bool]:
        """Return the place's mention, and whether with none the document's own place is meant."""
        at = bisect_left(self._starts, number.start)
        lower = self._segment_start(clauses, clauses.number(number.start))
        named = [
            index
            for index in range(bisect_left(self._starts, lower), at)
            if self._mentions[index].label in (EntityLabel.LOC, EntityLabel.ORG)
        ]
        behind = self._places_behind(number, clauses.parts[clauses.number(number.start)].end)
        if behind:
            return self._place_of_group(behind, number), False
        named = [index for index in named if not self._is_own_body(self._mentions[index])]
        nearest = [index for index in named if self._mentions[index].start >= previous]
        if named:
            return self._place_before(nearest or named), False
        if _OWN.search(self._text[lower : number.start]):
            return None, self._has_own_place
        for section in sections:
            if section.start >= number.start or not section.names or section.end > clauses.start >= section.start:
                continue
            places = self._labelled(section, EntityLabel.LOC)
            if len(places) == 1:
                return places[0], False
            if places:
                return None, False
        return None, self._has_own_place

    def _segment_start(self, clauses: Clauses, at: int) -> int:
        """Return where the words begin that may name the place: the sentence, or behind the last semicolon."""
        for index in range(at, max(-1, at - 60), -1):
            if clauses.parts[index].divider == ";":
                return clauses.parts[index].start
        return max(clauses.start, clauses.parts[at].start - _FARTHEST)

    def _place_before(self, named: Sequence[int]) -> int | None:
        """Return the one place that stands before; ``None`` for several, and for a body of another place."""
        if self._mentions[named[-1]].label is EntityLabel.ORG:
            return None
        places = [index for index in named if self._mentions[index].label is EntityLabel.LOC]
        inner = [index for index in places if not self._is_around(index, places)]
        return inner[0] if len({self._mentions[index].norm for index in inner}) == 1 else None

    def _is_own_body(self, mention: Found) -> bool:
        """Tell whether a body's numbers are those of the document's own place, or it stands too high to be counted."""
        detail = mention.detail
        if not isinstance(detail, OrganizationName):
            return False
        own = self._head.level
        if detail.level is not None and own is not None and detail.level.rank < own.rank:
            return True
        return detail.place is None or detail.place == self._head.place

    def _is_around(self, index: int, places: Sequence[int]) -> bool:
        """Tell whether a place is only named as what lies around another (``xã A, huyện B``)."""
        norm = self._mentions[index].norm
        return any(
            norm in detail.parents
            for other in places
            if other != index and isinstance(detail := self._mentions[other].detail, PlaceName)
        )

    def _places_behind(self, number: Number, end: int) -> list[int]:
        found: list[int] = []
        for index in range(bisect_left(self._starts, number.end), len(self._mentions)):
            mention = self._mentions[index]
            if mention.start >= end or len(found) >= _MOST:
                break
            if mention.label is EntityLabel.LOC:
                found.append(index)
        return found

    def _place_of_group(self, places: Sequence[int], number: Number) -> int | None:
        """Return the one place behind a number that a word of place introduces, else ``None``."""
        first = self._mentions[places[0]]
        before = self._text[max(number.end, first.start - 24) : first.start].lower()
        inner = [index for index in places if not self._is_around(index, places)]
        return places[0] if len(inner) == 1 and inner[0] == places[0] and _NEAR_PLACE.search(before) else None

    def _labelled(self, section: Section, label: EntityLabel) -> list[int]:
        first = bisect_left(self._starts, section.start)
        last = bisect_left(self._starts, min(section.end, section.start + _LONGEST_HEAD))
        return [index for index in range(first, last) if self._mentions[index].label is label]

    # -- when ---------------------------------------------------------------------------------------------------------

    def _period_of_title(self, title: tuple[int, int]) -> Period | None:
        date = self._head.date
        year = date.year if date else None
        found = [p for start, _, p in periods_in(self._text, *title, year) if not self._is_in_name(start)]
        return found[-1] if found else None

    def _period(
        self, number: Number, clauses: Clauses, sections: Sequence[Section], aim: Aim
    ) -> tuple[Period | None, bool]:
        part = clauses.parts[clauses.number(number.start)]
        lower = self._segment_start(clauses, clauses.number(number.start))
        before = [
            period
            for start, period in self._before(number)
            if (start >= lower or self._is_fronted(clauses, start))
            and clauses.parts[clauses.number(start)].depth <= part.depth
            and not self._is_in_name(start)
        ]
        at = bisect_left(self._periods, number.end, key=lambda item: item[0])
        behind = self._periods[at : at + _MOST]
        directly = behind[0][2] if behind and behind[0][0] - number.end <= 1 else None
        if directly is not None:
            return directly, False
        if before:
            return before[-1], False
        for start, end, period in behind:
            if end <= part.end and not self._is_in_name(start):
                return period, False
        for section in sections:
            if section.start <= clauses.start < section.end or not section.names:
                continue
            if section.start not in self._heads:
                end = min(section.end, section.start + _LONGEST_HEAD)
                found = [p for start, _, p in periods_in(self._text, section.start, end, self._year)]
                self._heads[section.start] = found[-1] if found else None
            if (period_above := self._heads[section.start]) is not None:
                return period_above, False
        if self._own_period is not None and (aim is Aim.RESULT or self._plans):
            return self._own_period, True
        return None, False

    def _is_fronted(self, clauses: Clauses, position: int) -> bool:
        """Tell whether a period stands at a sentence's head: it holds for all that the sentence says."""
        if not any(char.isalpha() for char in self._text[clauses.start : position]):
            return True
        behind = clauses.number(position) + 1
        return behind < len(clauses.parts) and clauses.parts[behind].divider == ":"

    def _is_in_name(self, position: int) -> bool:
        """Tell whether a period belongs to the name, date or title of what is mentioned before it."""
        at = bisect_right(self._starts, position) - 1
        if at < 0:
            return False
        mention = self._mentions[at]
        if isinstance(mention.detail, ProgrammeName) and mention.detail.stage is not None:
            return position < mention.end + _STAGE_GAP
        return position < mention.stop

    # -- of which programme -------------------------------------------------------------------------------------------

    def _programme(self, number: Number, subject: Subject, clauses: Clauses, sections: Sequence[Section]) -> int | None:
        part = clauses.number(number.start)
        lower, upper = self._segment_start(clauses, part), min(clauses.parts[part].end, number.end + _FARTHEST)
        first, last = bisect_left(self._starts, lower), bisect_left(self._starts, max(upper, subject.end))
        named = [index for index in range(first, last) if self._mentions[index].label is EntityLabel.PROG]
        inside = [i for i in named if subject.start <= self._mentions[i].start < subject.end]
        before = [i for i in named if self._mentions[i].end <= number.start]
        for choice in (inside, before[-1:], named):
            if choice:
                return choice[0] if len(choice) == 1 else None
        for section in sections:
            if section.start <= clauses.start < section.end or not section.names:
                continue
            programmes = self._labelled(section, EntityLabel.PROG)
            if programmes:
                return programmes[0] if len(programmes) == 1 else None
        return None

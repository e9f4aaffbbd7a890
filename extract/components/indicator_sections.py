"""Which headings and list heads stand above a place of a text."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from ontology.indicator_words import indicator_words
from ontology.indicators import Aim

_MARK = re.compile(
    r"[ \t*#|“\"�]*(?:(?P<r1>(?:PHẦN|Phần)(?: THỨ| thứ)? \w+|Chương [IVX\d]+)"
    r"|(?P<r2>[IVXLC]{1,6}[.)/-]|[A-EĐ][.)/])(?= )"
    r"|(?P<r3>\d{1,2}[.)/])(?= )|(?P<r4>\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|[a-zđ][.)]|\(\d{1,2}\))(?= )|(?P<r6>[-–](?!\d))"
    r"|(?P<r7>[+*•]))"
)
_CAPITALS, _LIST_HEAD, _PLAIN = 1, 5, 9
_LONGEST = 220
_LONGEST_MARK = 12
_ARTICLE = re.compile(r"Đ(?:iều|IỀU) \d+[a-zđ]?[.: ]")
_NEW_TEXT = re.compile(r"\n[ *#|]*(?:KẾ HOẠCH|ĐỀ ÁN|BÁO CÁO|CHƯƠNG TRÌNH|PHƯƠNG ÁN|CHIẾN LƯỢC|TỜ TRÌNH)\b")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, the head of a list or an item, with what it says of the numbers below it.

    Args:
        start: Where its line begins in the normalised text.
        end: Index behind its line.
        above: Index of the section around it, or ``None``.
        aim: Whether numbers below are results or aims, from its own words or those above it; ``None`` if unsaid.
        names: Whether it is short enough, or ends with a colon, so that what it names holds for the lines below.
    """

    start: int
    end: int
    above: int | None
    aim: Aim | None
    names: bool


class Sections:
    """The headings of one text, to be looked up by position. One pass over its lines.

    Args:
        text: The normalised text.
    """

    def __init__(self, text: str) -> None:
        self._sections: list[Section] = []
        stack: list[tuple[int, int]] = []
        begin = 0
        for line in text.split("\n"):
            end = begin + len(line)
            if line.strip(" |*_"):
                self._read(line, begin, end, stack)
            begin = end + 1
        self._starts = [section.start for section in self._sections]

    def above(self, position: int) -> list[Section]:
        """Return the sections around a position, innermost first; the line of the position is the first, if marked."""
        at: int | None = bisect_right(self._starts, position) - 1
        found: list[Section] = []
        while at is not None and at >= 0:
            section = self._sections[at]
            found.append(section)
            at = section.above
        return found

    def _read(self, line: str, begin: int, end: int, stack: list[tuple[int, int]]) -> None:
        head = line[:_LONGEST]
        mark = _MARK.match(head)
        upper = len(line) <= _LONGEST and line.isupper()
        tail = line.rstrip(" *|")
        lists = tail.endswith(":")
        short = len(line) <= _LONGEST and not tail.endswith((".", ";", ","))
        if mark is not None and mark.lastgroup is not None:
            rank = int(mark.lastgroup[1:])
        elif upper:
            rank = _CAPITALS
        else:
            rank = _LIST_HEAD if lists else _PLAIN
        keep = rank if rank != _PLAIN else _LIST_HEAD
        while stack and stack[-1][0] >= keep:
            stack.pop()
        above = stack[-1][1] if stack else None
        inherited = self._sections[above].aim if above is not None else None
        aim = (_aim(head.lower()) if short or lists else None) or inherited
        self._sections.append(Section(begin, end, above, aim, lists or (short and rank != _PLAIN)))
        if rank != _PLAIN:
            stack.append((rank, len(self._sections) - 1))


class Articles:
    """Where the articles of a legal text stand (``Điều 5. …``), and where a text of another kind follows them.

    Args:
        text: The normalised text.
    """

    def __init__(self, text: str) -> None:
        marks = [(match.start(), True) for match in _ARTICLE.finditer(text) if _begins_line(text, match.start())]
        if marks:
            marks += [(match.start(), False) for match in _NEW_TEXT.finditer(text)]
        self._marks = sorted(marks)
        self._starts = [start for start, _ in self._marks]

    def hold(self, position: int) -> bool:
        """Tell whether a position stands in an article."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and self._marks[at][1]


def _begins_line(text: str, position: int) -> bool:
    return not text[max(0, position - _LONGEST_MARK) : position].rpartition("\n")[2].strip(' \t*#|“"')


def _aim(line: str) -> Aim | None:
    words = indicator_words()
    if words.result_sections.search(line):
        return Aim.RESULT
    return Aim.TARGET if words.target_sections.search(line) else None

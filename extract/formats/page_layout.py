"""From lines with places to running text: running heads and page numbers out, wrapped lines joined, page starts kept.

A line was wrapped if the first word of the next one would not have fitted behind it: that is how every typesetter
breaks lines, and it needs no guess about the language.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.encodings.syllables import is_syllable
from extract.formats.page_notes import part_notes
from extract.formats.pages import Line, Page

MARGIN_SHARE = 0.13
"""The share of a page's height, above and below, in which running heads and feet stand."""

_SAME_PLACE = 6.0
_MOST_PAGES = 0.4
"""The share of pages on which a running head stands: heads that alternate between left and right pages reach half."""
_NARROW = 0.4
"""A line of less than this share of the page's width says nothing about the right margin."""
_INDENT = 0.7
_PITCH = 1.9
_SLACK = 1.5
_LOWER = 0.3
_SPACE = 0.2

_PAGE_NUMBER = re.compile(r"[-–— ]*(?:trang|page)? ?(\d{1,4})(?: ?[/|] ?\d{1,4})?[-–— .]*", re.IGNORECASE)
_ITEM = re.compile(
    r"[-+•–—*]|\[?\d{1,3}(?:\.\d{1,2})*[.)\]](?=\s|$)|[a-zđ]\)|[IVXLC]{1,6}[.\-]"
    r"|(?:Điều|Khoản|Mục) \d{1,3}[.:]|(?:Chương|Phần) (?:[IVXLC]{1,6}\b|thứ )"
)
_HEADING_WORDS = 3
_BASIS = re.compile(r"(?:Xét|Theo đề nghị|Theo|Thực hiện) ")
"""What each ground of a decision begins with; they stand below each other, parted by semicolons (Decree 30/2020)."""

_DIGITS = re.compile(r"\d+")
_SOFT_HYPHEN = "\u00ad"
_WORD_CUT = re.compile(r"([^\W\d_]{2,})-$")


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document as text.

    Args:
        text: Paragraphs parted by an empty line; a line that may or may not go on in the next one, by a line break.
        pages: The offset at which each page starts.
    """

    text: str
    pages: tuple[int, ...]


def lay_out(pages: Sequence[Page]) -> LaidOut:
    """Return the text of pages.

    Args:
        pages: All pages, in order.

    Returns:
        The text; a page without lines starts where the next one does. Linear in the number of lines.
    """
    parted = part_notes(pages, _without_running_lines(pages))
    flow = _Flow()
    starts: list[int] = []
    margin_before = 0.0
    for number, (page, (lines, notes)) in enumerate(zip(pages, parted, strict=True)):
        margin = _right_margin(page, lines)
        flow.begin_page()
        begin = flow.length
        for index, line in enumerate(lines):
            # Whether the line before was full shows against the margin of its own page.
            at = flow.add(line, margin if index else margin_before, across=index == 0)
            begin = begin if index else at
        if lines:
            margin_before = margin
        if notes:
            following = next((later[0] for later, _ in parted[number + 1 :] if later), None)
            at = flow.add_notes(_text_of(notes, margin), following, margin_before)
            begin = begin if lines else at
        starts.append(begin)
    return LaidOut(flow.text(), _filled(starts, flow.length))


@dataclass(slots=True)
class _Flow:
    """The text as it grows.

    Args:
        length: Its length so far.
    """

    length: int = 0
    _parts: list[str] = field(default_factory=list)
    _last: Line | None = None
    _begins: bool = True
    _closed: bool = False
    _paragraph: int | None = None

    def text(self) -> str:
        return "".join(self._parts)

    def begin_page(self) -> None:
        """Forget where the paragraph began: what belongs to the new page cannot stand before it."""
        self._paragraph = None

    def add(self, line: Line, margin: float, *, across: bool) -> int:
        """Add a line of the body; return the offset at which it begins."""
        joint = ""
        if self._last is not None:
            joint = "\n\n" if self._closed else _joint(self._last, line, margin, begins=self._begins, across=across)
            if joint == "" and not self._closed and _is_cut_word(self._parts[-1], line.text):
                self._parts[-1] = self._parts[-1][:-1]
                self.length -= 1
            self._begins = "\n" in joint
        if self._last is None or "\n" in joint:
            self._paragraph = len(self._parts) + 1
        self._append(joint)
        at = self.length
        self._append(line.text)
        self._last, self._closed = line, False
        return at

    def add_notes(self, notes: str, following: Line | None, margin: float) -> int:
        """Add the notes of a page behind it, or before its last paragraph where that goes on over the page.

        Args:
            notes: The notes.
            following: The next line of the body.
            margin: Where full lines end.

        Returns:
            The offset at which the notes begin, where they stand behind the page.
        """
        goes_on = (
            self._last is not None
            and following is not None
            and "\n" not in _joint(self._last, following, margin, begins=self._begins, across=True)
        )
        if goes_on and self._paragraph is not None:
            self._parts.insert(self._paragraph, f"{notes}\n\n")
            self.length += len(notes) + 2
            self._paragraph += 1
            return self.length
        self._append("\n\n" if self.length else "")
        at = self.length
        self._append(notes)
        self._closed = True
        self._last = self._last or following
        return at

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)


def _text_of(lines: Sequence[Line], margin: float) -> str:
    flow = _Flow()
    above = 0.0
    for line in lines:
        # What does not stand lower than the line before stands on the next page.
        flow.add(line, margin, across=line.top - above < _LOWER * line.size)
        above = line.top
    return flow.text()


def _filled(starts: list[int], length: int) -> tuple[int, ...]:
    """Return rising starts: the first is 0 and none lies behind the text."""
    return tuple(min(start, length) if index else 0 for index, start in enumerate(starts))


def _right_margin(page: Page, lines: Sequence[Line]) -> float:
    """Return where the longest lines of a page end."""
    wide = [line.right for line in lines if line.right - line.left > _NARROW * page.width]
    return max(wide, default=page.width)


def _joint(last: Line, line: Line, margin: float, *, begins: bool, across: bool) -> str:
    """Return what stands between two lines: nothing, a space, a line break, or an empty line.

    Args:
        last: The line before.
        line: The line behind it.
        margin: Where full lines end.
        begins: Whether ``last`` is the first line of its paragraph.
        across: Whether a page ends between them.
    """
    if _goes_on(last, line, margin, begins=begins, across=across):
        # A code or a compound that was broken at its own hyphen or slash ("18-" "NQ/TW").
        return "" if last.text.endswith(("-", "/", _SOFT_HYPHEN)) and not last.text.endswith((" -", " /")) else " "
    # What begins with a small letter or a digit may still go on (a narrow cell); the normaliser weighs that.
    first = line.text[:1]
    near = not across and 0 < line.top - last.top < _PITCH * max(last.size, line.size)
    return "\n" if near and (first.islower() or first.isdigit()) and not _ITEM.match(line.text) else "\n\n"


def _goes_on(last: Line, line: Line, margin: float, *, begins: bool, across: bool) -> bool:
    if "\t" in last.text or "\t" in line.text or _ITEM.match(line.text):
        return False
    if _is_ground(last.text, line.text) or _is_heading_above(last.text, line.text):
        return False
    size = max(last.size, line.size)
    if min(last.size, line.size) < 0.8 * size:
        return False
    if not across and not _LOWER * size < line.top - last.top < _PITCH * size:
        return False
    if last.right + _SPACE * size + line.first_word < margin - _SLACK:
        return False
    # An indented line begins a paragraph, unless the one before is an item, whose lines hang.
    indented = line.left - last.left > _INDENT * size
    return not indented or (begins and _ITEM.match(last.text) is not None)


def _is_ground(before: str, after: str) -> bool:
    """Tell whether a line begins one of the grounds of a decision; "Căn cứ" never stands inside a sentence."""
    return after.startswith("Căn cứ ") or (before.endswith(";") and _BASIS.match(after) is not None)


def _is_heading_above(before: str, after: str) -> bool:
    """Tell whether a heading in capitals ends between two lines."""
    return before.isupper() and not after.isupper() and len(before.split()) >= _HEADING_WORDS


def _is_cut_word(before: str, after: str) -> bool:
    """Tell whether a hyphen at a line's end was put there by the typesetter.

    Vietnamese cuts no syllables, so a hyphen after one is the writer's ("Thừa Thiên-" "Huế"). Foreign words are cut:
    small letters on both sides, and at least one of the halves no syllable.
    """
    cut = _WORD_CUT.search(before)
    rest = re.match(r"[a-z]+", after)
    if cut is None or rest is None or not (cut[1].islower() and cut[1].isascii()):
        return before.endswith(_SOFT_HYPHEN)
    return not (is_syllable(cut[1]) and is_syllable(rest.group()))


def _without_running_lines(pages: Sequence[Page]) -> list[list[Line]]:
    """Return the lines of each page without running heads, running feet and page numbers."""
    marginal = [[line for line in page.lines if _is_marginal(line, page)] for page in pages]
    places = Counter(key for lines in marginal for key in {_key(line) for line in lines})
    enough = max(2, _MOST_PAGES * len(pages))
    # A line may stand a hair higher on one page than on the next: the place below counts as well.
    running = {key for key in places if places[key] + max(places[key[0], key[1] + step] for step in (-1, 1)) >= enough}
    numbers = _page_numbers(pages)
    kept: list[list[Line]] = []
    for page, edge, number in zip(pages, marginal, numbers, strict=True):
        wrapped = _wrapped(page) if running else set()
        dropped = {line for line in edge if _key(line) in running and line not in wrapped} | number
        kept.append([line for line in page.lines if line not in dropped])
    return kept


def _wrapped(page: Page) -> set[Line]:
    """Return the lines that go on in the next one, with these: text, however often it is repeated."""
    margin = _right_margin(page, page.lines)
    found: set[Line] = set()
    for last, line in pairwise(page.lines):
        if _goes_on(last, line, margin, begins=True, across=False):
            found |= {last, line}
    return found


def _is_marginal(line: Line, page: Page) -> bool:
    band = MARGIN_SHARE * page.height
    return line.bottom <= band or line.top >= page.height - band


def _key(line: Line) -> tuple[str, int]:
    """Return what a line says, without its numbers, and where it stands."""
    return _DIGITS.sub("#", " ".join(line.text.split())), int(line.top // _SAME_PLACE)


def _page_numbers(pages: Sequence[Page]) -> list[set[Line]]:
    """Return the page numbers of each page: they count as the pages do."""
    found = [
        [(int(match[1]) - index, line) for line in _outermost(page) if (match := _PAGE_NUMBER.fullmatch(line.text))]
        for index, page in enumerate(pages)
    ]
    distances = Counter(distance for candidates in found for distance, _ in candidates)
    # A lone number counts as the page's only if it is its number.
    return [{line for distance, line in candidates if distances[distance] > 1 or distance == 1} for candidates in found]


def _outermost(page: Page) -> list[Line]:
    """Return the highest and the lowest line of a page, if they stand in its margins."""
    if not page.lines:
        return []
    ends = (min(page.lines, key=lambda line: line.top), max(page.lines, key=lambda line: line.bottom))
    return [line for line in ends if _is_marginal(line, page)]

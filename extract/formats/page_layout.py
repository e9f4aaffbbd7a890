"""From lines with places to running text: running heads and page numbers out, wrapped lines joined, page starts kept.

A line was wrapped if the first word of the next one would not have fitted behind it: that is how every typesetter
breaks lines, and it needs no guess about the language.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.encodings.syllables import is_syllable
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
_SPACE = 0.2

_PAGE_NUMBER = re.compile(r"[-–— ]*(?:trang|page)? ?(\d{1,4})(?: ?[/|] ?\d{1,4})?[-–— .]*", re.IGNORECASE)
_ITEM = re.compile(
    r"[-+•–—*]|\[?\d{1,3}(?:\.\d{1,2})*[.)\]](?=\s|$)|[a-zđ]\)|[IVXLC]{1,6}[.\-]"
    r"|(?:Điều|Khoản|Mục) \d{1,3}[.:]|(?:Chương|Phần) (?:[IVXLC]{1,6}\b|thứ )"
)
_BASIS = re.compile(r"(?:Căn cứ|Xét|Theo đề nghị|Theo|Thực hiện) ")
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
    kept = _without_running_lines(pages)
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    last: Line | None = None
    begin_of_last = True
    for page, lines in zip(pages, kept, strict=True):
        margin = _right_margin(page, lines)
        starts.append(length)
        for index, line in enumerate(lines):
            if last is not None:
                joint = _joint(last, line, margin, begins=begin_of_last, across=index == 0)
                if joint == "" and _is_cut_word(parts[-1], line.text):
                    parts[-1] = parts[-1][:-1]
                    length -= 1
                parts.append(joint)
                length += len(joint)
                begin_of_last = "\n" in joint
            if index == 0:
                starts[-1] = length
            parts.append(line.text)
            length += len(line.text)
            last = line
    return LaidOut("".join(parts), _filled(starts, length))


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
    if last.text.endswith(";") and _BASIS.match(line.text):
        return False
    size = max(last.size, line.size)
    if min(last.size, line.size) < 0.8 * size:
        return False
    if not across and not 0.3 * size < line.top - last.top < _PITCH * size:
        return False
    if last.right + _SPACE * size + line.first_word < margin - _SLACK:
        return False
    # An indented line begins a paragraph, unless the one before is an item, whose lines hang.
    indented = line.left - last.left > _INDENT * size
    return not indented or (begins and _ITEM.match(last.text) is not None)


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

"""From original to normalised text: one spelling of what means the same, every character traceable.

After this step every finder may rely on: letters composed (Unicode NFC), one space for a run of blanks, a line feed
only where a paragraph, a list item or a table cell ends (a line break inside a paragraph is a space), no emphasis marks
of Markdown, no invisible characters, ``/`` for U+2044 and its like, Latin letters and digits for their look-alikes.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from extract.look_alike_letters import LOOK_ALIKES, meant
from extract.offsets import OffsetMap
from ontology.spans import Span

_INVISIBLE = "\\u00ad\\u200b-\\u200f\\u2060-\\u2064\\ufeff"
_BLANKS = "\\t\\v\\f\\x1c-\\x1f\\x85\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
_WHITE = f" \\r\\n{_BLANKS}{_INVISIBLE}"
_SLASHES = "\\u2044\\u2215\\uff0f"
_HYPHENS = "\\u2010-\\u2012\\u2212\\ufe63\\uff0d"
_MARKS = "\\u0300-\\u036f"


# All that may have to change; plain text between matches is copied. One character class leads, because the regular
# expression engine skips at full speed to the next character of a leading class, and only then tells the cases apart.
# A lone space, by far the most frequent of them, is left at once: it stays what it is.
_CHANGE = re.compile(
    rf"[{_WHITE}{_SLASHES}{_HYPHENS}{_MARKS}{LOOK_ALIKES}*_](?:(?<! )|(?=[{_WHITE}*]))"
    rf"(?:(?<=[ ])[{_WHITE}*]+|(?<=[\r\n*{_BLANKS}{_INVISIBLE}])[{_WHITE}*]*|(?<=[{_SLASHES}{_HYPHENS}{LOOK_ALIKES}])"
    rf"|(?<=[{_MARKS}])[{_MARKS}]*|(?<!\w_)(?<=_)_(?=[^\s_])|(?<=[^\s_]_)_(?!\w))"
)
_LINE_FEED = re.compile(r"[\r\n]")
_BLANK = re.compile(f"[ {_BLANKS}]")
_SLASH = re.compile(f"[{_SLASHES}]")
_HYPHEN = re.compile(f"[{_HYPHENS}]")
_LOOK_ALIKE = re.compile(f"[{LOOK_ALIKES}]")
_MARK = re.compile(f"[{_MARKS}]")

# A line that begins like this begins a paragraph of its own, however the line before it ended.
_ITEM = re.compile(r"(?:[-+•–—*#>|]|\[\d+\]|[a-zđ]\)|\d{1,3}(?:\.\d{1,2})*[.)](?=\s|[A-ZĐ*])|[IVXLC]{1,6}[.\-] )")
_RULE = re.compile(r"[\s|*_\-=]+")
_TERMINATORS = frozenset(".;:!?…|")
_FULL_LINE = re.compile(r"[^\n\r|]{29}[^\s|](?:\r\n?|\n)(?=[^\s|])")
_SHARE_OF_WRAPPED = 0.25
_SAMPLE = 200_000
_LONGEST_LINE = 400
_LONGEST_RUN = 16
_MEMO_LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """The original text, its normalised form, and the way from the second back to the first.

    Args:
        text: The normalised text, on which all finders work.
        original: The text as decoded from the source.
        offsets: Maps offsets of ``text`` to offsets of ``original``.
    """

    text: str
    original: str
    offsets: OffsetMap

    def span(self, start: int, end: int) -> Span:
        """Return the original span of ``text[start:end]``; raises ``ValueError`` outside the text."""
        return self.offsets.original(start, end)


def normalize(original: str, *, markdown: bool = False) -> NormalizedText:
    """Normalise a text.

    Args:
        original: The text as decoded.
        markdown: Whether a single line break is a space by the format's own rule. In plain text that is judged from
            how the lines of the text end and begin.

    Returns:
        The normalised text with its offset map. Linear in the length of the text.
    """
    wrapped = markdown or _is_hard_wrapped(original)
    fixed = _fixed_replacements()
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    widths: list[int] = []
    length = position = 0
    copying = False  # whether the last segment is a copied one, which still goes on at ``position``
    for match in _CHANGE.finditer(original):
        run = match.group()
        replacement = fixed[run]
        if replacement == run:
            continue
        start, end = match.span()
        if replacement is None:
            if _MARK.match(run):
                # A mark belongs to the letter before it, which so far was plain text; without one it stays as it is.
                start -= 1
                if start < position or not original[start].isalpha():
                    continue
                replacement = unicodedata.normalize("NFC", original[start:end])
            elif _LOOK_ALIKE.match(run):
                replacement = meant(original, start)
            else:
                replacement = _replacement(original, start, end, wrapped, markdown)
            if replacement == run:
                continue
        plain = len(replacement) == end - start and run != "\t"
        if not copying and (plain or start > position):
            starts.append(length)
            origins.append(position)
            widths.append(0)
        pieces += (original[position:start], replacement)
        length += start - position
        if not plain and replacement:
            starts.append(length)
            origins.append(start)
            widths.append(end - start)
        copying = plain
        length += len(replacement)
        position = end
    if not copying and (position < len(original) or not starts):
        starts.append(length)
        origins.append(position)
        widths.append(0)
    pieces.append(original[position:])
    length += len(original) - position
    text = "".join(pieces)
    return NormalizedText(text, original, OffsetMap(tuple(starts), tuple(origins), tuple(widths), length))


class _Fixed(dict[str, str | None]):
    """What stands for each run of characters that is the same wherever it is met; ``None`` where that depends."""

    def __missing__(self, run: str) -> str | None:
        breaks = run.count("\n") + run.count("\r") - run.count("\r\n")
        replacement: str | None
        if breaks or "\t" in run or _MARK.match(run) or _LOOK_ALIKE.match(run):
            replacement = "\n" if breaks > 1 else None
        elif _BLANK.search(run):
            replacement = " "
        elif _SLASH.match(run):
            replacement = "/"
        else:
            replacement = "-" if _HYPHEN.match(run) else ""
        if len(run) <= _LONGEST_RUN and len(self) < _MEMO_LIMIT:
            self[run] = replacement
        return replacement


@cache
def _fixed_replacements() -> _Fixed:
    return _Fixed()


def _replacement(original: str, start: int, end: int, wrapped: bool, markdown: bool) -> str:
    """Return what stands for ``original[start:end]``, a run with one line break or a tab, by what is around it."""
    if _LINE_FEED.search(original, start, end):
        return _line_break(original, start, end, wrapped, markdown)
    return "\n" if _divides_columns(original, start, end) else " "


def _divides_columns(original: str, start: int, end: int) -> bool:
    """Tell whether a tab stands between the columns of a letterhead or a foot, which are in capitals on one side."""
    return (
        start > 1
        and (original[start - 2 : start].isupper() or original[end : end + 2].isupper())
        and (original[start - 1] not in ".)" and original[start - 1].isprintable())
    )


def _line_break(original: str, start: int, end: int, wrapped: bool, markdown: bool) -> str:
    """Return a space for a line break inside a paragraph, else a line break."""
    # An asterisk behind the break is a list item's or opens a line in bold.
    breaks = original[start:end]
    if start == 0 or end >= len(original) or "*" in breaks[max(breaks.rfind("\n"), breaks.rfind("\r")) :]:
        return "\n"
    return " " if _is_soft(original, start, end, wrapped, markdown) else "\n"


def _is_soft(original: str, start: int, end: int, wrapped: bool, markdown: bool) -> bool:
    before, after = original[start - 1], original[end]
    if before in _TERMINATORS or _ITEM.match(original, end):
        return False
    if before in "-/" and start > 1 and original[start - 2].isalnum():
        return True  # inside a code or a date: "37/2014/TT-", "BTNMT"
    if after.islower() or before == ",":
        # A small letter at its end tells that a line is no heading without a look at all of it.
        return before.islower() or not _is_heading(_line_before(original, start))
    if wrapped:
        return not _stands_alone(original, start, end, markdown)
    return after.isdigit() and (before.islower() or before in "-/")


def _stands_alone(original: str, start: int, end: int, markdown: bool) -> bool:
    """Tell whether a line of its own ends at ``start`` or begins at ``end``: a rule, a heading, a row of columns."""
    before = _line_before(original, start)
    if _RULE.fullmatch(before):
        return True
    if markdown:
        return False
    after = original[end : end + 200].partition("\n")[0]
    return _is_heading(before) or _is_heading(after) or "\t" in before.strip() or "\t" in after.strip()


def _line_before(original: str, end: int) -> str:
    """Return the line that ends at ``end``; of an endless one only the last part, so that cost stays linear."""
    start = max(0, end - _LONGEST_LINE)
    return original[max(original.rfind("\n", start, end), original.rfind("\r", start, end), start - 1) + 1 : end]


def _is_heading(line: str) -> bool:
    """Tell whether a line is in capitals; a code at its beginning ("08/2022/NĐ-CP;") is no heading."""
    return line.isupper() and not line.lstrip()[:1].isdigit()


def _is_hard_wrapped(original: str) -> bool:
    """Tell whether lines are broken anywhere: then many begin with a small letter behind a line of full length."""
    single = soft = 0
    for match in _FULL_LINE.finditer(original[:_SAMPLE]):
        single += 1
        soft += original[match.end()].islower()
    return single > 0 and soft / single >= _SHARE_OF_WRAPPED

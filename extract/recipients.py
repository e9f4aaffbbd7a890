"""The list of those who receive a document (nơi nhận), told apart from the signature beside it."""

import re
from collections.abc import Sequence

from extract.lines import Line
from extract.signature_words import begins_signature, name_at, signature_at

RECIPIENTS = re.compile(
    # Without colon only alone in its line. All begins with one letter, to which the engine skips at full speed.
    r"N(?:ơi|ƠI|Ơi) ?(?:nhận|NHẬN)(?:(?: ?\([^()\n]{1,40}\))? ?:|(?<=\n.{8})(?=\n))"
)
_HEADING = re.compile(r"[-–(]? ?N(?:ơi|ƠI|Ơi) ?(?:nhận|NHẬN)(?: ?\([^()\n]{1,40}\))? ?:?")
_MARK = re.compile(r"[-–—+*•·▪●] ?|\d{1,2}[.)] ")
_INNER_MARK = re.compile(r"(?<=[;,.]) ?(?:[-–•] |[-–•](?=[A-ZĐ]))")
_FILED = re.compile(r"Lưu\b|LƯU\b")
_HEADLESS = re.compile(r"(?:^|[;,.] )[-–] ?Lưu ?:?", re.MULTILINE)
_ENDS_ITEM = (";", ",", ".", "/.")
_LONGEST_ITEM = 300
_MOST = 60


def read_recipients(lines: Sequence[Line], heading: int | None) -> tuple[tuple[str, ...], list[Line]]:
    """Read the list of recipients.

    Args:
        lines: The lines of the foot, columns apart.
        heading: Index into the normalised text of the words "Nơi nhận", or ``None`` where the list has no heading:
            then it is the list that ends with what is filed ("- Lưu: VT").

    Returns:
        The recipients without list marks and final punctuation, and the lines that are none of the list.
    """
    first = _first(lines, heading)
    if first is None:
        return (), list(lines)
    rest: list[Line] = list(lines[:first])
    items: list[str] = []
    marked = any(_MARK.match(line.text) for line in lines[first : first + 6])
    done = glued = False
    for index in range(first, len(lines)):
        line = lines[index]
        words = _HEADING.sub("", line.text, count=1).strip() if index == first and heading is not None else line.text
        words, signature = _apart(line, words, glued=glued)
        glued = glued or (signature is not None and bool(words))
        if words and not done and not _belongs(words, items, marked):
            done = len(words) > _LONGEST_ITEM or _is_over(items)
            rest.append(line)
            continue
        if done and words:
            rest.append(line)
            continue
        if words:
            _add(items, words, marked)
        if signature is not None:
            rest.append(signature)
        done = done or len(items) > _MOST
    return tuple(item for item in map(_clean, items) if item), rest


def _first(lines: Sequence[Line], heading: int | None) -> int | None:
    """Return the line at which the list begins."""
    if heading is not None:
        return next((index for index, line in enumerate(lines) if line.end > heading), None)
    filed = [index for index, line in enumerate(lines) if _HEADLESS.search(line.text)]
    if not filed:
        return None
    first = filed[-1]
    while first > 0 and _MARK.match(lines[first - 1].text) and len(lines[first - 1].text) < _LONGEST_ITEM:
        first -= 1
    return first if len(lines[filed[-1]].text.split("; - ")) > 1 or first < filed[-1] else None


def _apart(line: Line, words: str, *, glued: bool) -> tuple[str, Line | None]:
    """Part a line in which the other column's words follow a recipient: "- Lưu: VT. KT. CHỦ TỊCH".

    Args:
        line: The line.
        words: Its words, or what is left of them.
        glued: Whether that was so in a line above: then the name of the one who signs may follow as well.
    """
    at = signature_at(words)
    if at is None and glued:
        at = name_at(words)
    if at is None:
        return words, None
    begin = line.end - len(words) + at
    return words[:at].strip(), Line(begin, line.end, words[at:], line.row, line.column)


def _belongs(words: str, items: list[str], marked: bool) -> bool:
    """Tell whether words go on with the list."""
    if _MARK.match(words):
        return not _is_over(items) and len(words) <= 4 * _LONGEST_ITEM
    if begins_signature(words) or len(words) > _LONGEST_ITEM or (words.startswith(("(", "[")) and not items):
        return False
    if not items:
        return not marked
    if _is_over(items):
        return not items[-1].endswith(_ENDS_ITEM) and words[:1].islower()
    return not marked or not items[-1].endswith(_ENDS_ITEM)


def _is_over(items: list[str]) -> bool:
    """What is filed is the last item."""
    return bool(items) and _FILED.match(items[-1]) is not None


def _add(items: list[str], words: str, marked: bool) -> None:
    if not _MARK.match(words) and items and (marked or not items[-1].endswith(_ENDS_ITEM)):
        items[-1] = f"{items[-1]} {words}"
        return
    items += [_MARK.sub("", part, count=1) if index == 0 else part for index, part in enumerate(_parts(words))]


def _parts(words: str) -> list[str]:
    """Split a list that stands in one line: "- Như trên; - Lưu: VT"."""
    return [part.strip() for part in _INNER_MARK.split(words) if part.strip()]


def _clean(item: str) -> str:
    return item.strip().rstrip(";,./ ").strip()

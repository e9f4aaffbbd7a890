"""The numbers that Word puts before paragraphs by itself ("Điều 5.", "a)", "-"): the text of the file lacks them."""

import re
from dataclasses import dataclass, field

from lxml import etree

from extract.formats.safe_xml import attribute, child, local

_BULLET = "-"
_LEVELS = 9
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str


@dataclass(slots=True)
class Numbering:
    """Counts the numbered paragraphs of a document in their order.

    Args:
        root: The part ``numbering.xml``, or ``None``.
    """

    root: "etree._Element | None"
    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _starts: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for element in () if self.root is None else self.root:
            if local(element) == "abstractNum":
                name = attribute(element, "abstractNumId") or ""
                levels = (each for each in element if local(each) == "lvl")
                self._levels[name] = {_index(level): _read_level(level) for level in levels}
            elif local(element) == "num":
                number = attribute(element, "numId") or ""
                self._abstract[number] = attribute(child(element, "abstractNumId"), "val") or ""
                for override in (each for each in element if local(each) == "lvlOverride"):
                    if start := attribute(child(override, "startOverride"), "val"):
                        self._starts[number, _index(override)] = _whole(start, 1)

    def label(self, number: str, level: int) -> str:
        """Count one paragraph and return what stands before it; empty where the list does not exist.

        Args:
            number: The list.
            level: Its level, from 0.
        """
        abstract = self._abstract.get(number)
        levels = self._levels.get(abstract or "")
        if abstract is None or not levels or level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for owner, index in self._starts:
                if owner == number:
                    counts[index] = None
        before = counts[level]
        start = self._starts.get((number, level), levels[level].start)
        counts[level] = start if before is None else before + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        if levels[level].format == "bullet":
            return _BULLET

        def value(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            shown = levels.get(index)
            if shown is None:
                return ""
            count = counts[index]
            return _format(shown.start if count is None else count, shown.format)

        return re.sub(r"%([1-9])", value, levels[level].text)


def _read_level(level: "etree._Element") -> _Level:
    return _Level(
        _whole(attribute(child(level, "start"), "val"), 1),
        attribute(child(level, "numFmt"), "val") or "decimal",
        attribute(child(level, "lvlText"), "val") or "",
    )


def _index(level: "etree._Element") -> int:
    return min(_whole(attribute(level, "ilvl"), 0), _LEVELS - 1)


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 6 else otherwise


def _format(number: int, kind: str) -> str:
    if kind in ("upperRoman", "lowerRoman"):
        roman = _roman(number)
        return roman.upper() if kind == "upperRoman" else roman
    if kind in ("upperLetter", "lowerLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind == "none":
        return ""
    return f"{number:02d}" if kind == "decimalZero" else str(number)


def _roman(number: int) -> str:
    parts = []
    for value, sign in _ROMAN:
        parts.append(sign * (number // value))
        number %= value
    return "".join(parts)

"""Which of several media types a client would rather have: the header ``Accept``.

Source: RFC 9110 §12.5.1 (media ranges, the most specific one decides), §12.4.2 (weights), §5.6.6 (parameters).
None of the libraries at hand reads this header, so it is read here, in time linear in its length.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MOST_RANGES = 200
"""Ranges that are looked at; clients name a dozen."""

_TOKEN = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"  # noqa: S105 - RFC 9110 §5.6.2 calls it so
_RANGE = re.compile(rf"[ \t]*({_TOKEN})/({_TOKEN})[ \t]*")
_PARAMETER = re.compile(rf'[ \t]*(?:({_TOKEN})=({_TOKEN}|"(?:[^"\\]|\\.)*"))?[ \t]*')
# RFC 9110 wants the 0 before the point; Java's own client leaves it out.
_WEIGHT = re.compile(r"0?\.[0-9]{1,3}|0\.?|1(?:\.0{0,3})?")


@dataclass(frozen=True, slots=True)
class MediaRange:
    """One member of ``Accept``.

    Args:
        main: The type, or ``*``.
        sub: The subtype, or ``*``.
        parameters: How many parameters it has before its weight: more of them are more specific.
        weight: 0 (never) to 1.
    """

    main: str
    sub: str
    parameters: int
    weight: float

    def specificity(self, media_type: str) -> int:
        """How closely it means a media type; 0 if it does not mean it at all.

        Args:
            media_type: ``type/subtype``, lower case, without parameters.
        """
        main, _, sub = media_type.partition("/")
        if self.main == "*":
            return 1 if self.sub == "*" else 0
        if self.main != main or self.sub not in ("*", sub):
            return 0
        return 2 if self.sub == "*" else 3 + self.parameters


def media_ranges(accept: str) -> tuple[MediaRange, ...]:
    """Read the header.

    Args:
        accept: Its value; several header lines joined by commas.

    Returns:
        The ranges in their order. Members that are no media range are left out, as if the client had not written
        them; a weight that is none counts as 1.

    >>> media_ranges("text/csv;q=0.5, nonsense")
    (MediaRange(main='text', sub='csv', parameters=0, weight=0.5),)
    """
    found: list[MediaRange] = []
    for member in _split(accept)[:_MOST_RANGES]:
        match = _RANGE.match(member)
        if match is None:
            continue
        parameters, weight, at = 0, 1.0, match.end()
        while at < len(member) and member[at] == ";":
            parameter = _PARAMETER.match(member, at + 1)
            if parameter is None:
                break
            at = parameter.end()
            name, value = parameter[1], parameter[2]
            if name is None:
                continue
            if name.lower() == "q":
                weight = float(value) if _WEIGHT.fullmatch(value) else 1.0
                break  # what follows a weight is an extension that nobody uses
            parameters += 1
        else:
            if at < len(member):
                continue
        found.append(MediaRange(match[1].lower(), match[2].lower(), parameters, weight))
    return tuple(found)


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """Choose what to send.

    Args:
        accept: The value of ``Accept``; empty if the client sent none, or nothing that can be read.
        offered: Media types, lower case, the best first: it decides between equal weights.

    Returns:
        One of ``offered``, or ``None`` if the client wants none of them.

    >>> choose("text/*;q=0.8, application/json", ["application/xml", "text/csv", "text/html"])
    'text/csv'
    """
    ranges = media_ranges(accept)
    if not ranges:
        return offered[0]
    best, best_weight = None, 0.0
    for media_type in offered:
        weight = _weight(ranges, media_type)
        if weight > best_weight:
            best, best_weight = media_type, weight
    return best


def _weight(ranges: Sequence[MediaRange], media_type: str) -> float:
    closest, weight = 0, 0.0
    for media_range in ranges:
        specificity = media_range.specificity(media_type)
        if specificity > closest or (specificity == closest and specificity and media_range.weight > weight):
            closest, weight = specificity, media_range.weight
    return weight


def _split(accept: str) -> list[str]:
    """Cut at the commas that stand outside quoted strings."""
    if '"' not in accept:
        return accept.split(",")
    members: list[str] = []
    begun, at, quoted = 0, 0, False
    while at < len(accept):
        letter = accept[at]
        if quoted and letter == "\\":
            at += 1
        elif letter == '"':
            quoted = not quoted
        elif letter == "," and not quoted:
            members.append(accept[begun:at])
            begun = at + 1
        at += 1
    return [*members, accept[begun:]]

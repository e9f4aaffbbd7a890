"""Finds which places a programme covers: places behind it (``tại xã A``), or before it (``xã A đạt chuẩn …``)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.context import Context
from extract.found import Found
from ontology.levels import Level
from ontology.mentions import EntityLabel, PlaceName
from ontology.units import level_of

BEHIND, JOINED, REACHED = "chuong-trinh-tai-noi", "chuong-trinh-kem-noi", "noi-dat-chuong-trinh"
"""Names of the rules: the place follows with a word of place; follows directly; stands before with a verb of result."""

_CONFIDENCE = {BEHIND: 0.9, JOINED: 0.85, REACHED: 0.9}
_PER_LIST_ITEM = 0.01
_LEAST = 0.7

_FARTHEST = 160
_LONGEST_EVIDENCE = 1_000
# What may stand between a programme and its first place: words of place, a bracket, or nothing. A comma opens a new
# clause ("…, khánh thành cầu tại xã A") unless a word of place follows it.
_PLACE_WORD = re.compile(
    r"(?:\b(?:tại|ở|địa bàn|gồm|qua|thuộc|sang|cho|đối với)\b|\btrong đó,|[(:])[^,;]*$", re.IGNORECASE
)
_NEW_CLAUSE = re.compile(
    r"[.;!?](?:\s|$)|\n|[“”\"]"
    r"|(?<!trong đó), (?!(?:đoạn|gồm|trong đó|tại|ở|bao gồm|cụ thể|như|qua|thuộc|trên)\b)"
    r"|\b(?:của|do|theo|giữa|và có)\b",
    re.IGNORECASE,
)
_DIRECT = re.compile(r" ?(?:nâng cao |kiểu mẫu )?[“\"]?$")
_JOINT = re.compile(
    r"[\s,;()&\-–]*"
    r"(?:(?:và|hoặc|với|sang|đến|tại|ở|thuộc|cùng|các|xã|phường|thị trấn|ấp|huyện|gồm|\d{1,3}|hai|ba)"
    r"[\s,;()]*)*$",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"^[^.;\n]{0,70}\b(?:đạt|công nhận|về đích|hoàn thành|xây dựng|thực hiện|triển khai|tham gia|ra mắt|duy trì"
    r"|phát động|hưởng ứng|thụ hưởng)\b"
    r"(?: (?:chuẩn|đạt|xã|huyện|việc|các|tiêu chí|danh hiệu|về|thí điểm|đơn vị|chương trình|mô hình|có|hiệu quả"
    r"|số|tốt))*"
    r"[ “\"]*$",
    re.IGNORECASE,
)


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
    pairs: dict[tuple[int, int], Pair] = {}
    for index, mention in enumerate(mentions):
        if mention.label is not EntityLabel.PROG:
            continue
        for place, rule, length in (*_behind(text, mentions, index), *_before(text, mentions, index)):
            if (index, place) not in pairs:
                both = mention, mentions[place]
                start, end = _sentence(text, min(m.start for m in both), max(m.end for m in both))
                confidence = max(_LEAST, _CONFIDENCE[rule] - _PER_LIST_ITEM * length)
                pairs[index, place] = Pair(index, place, start, end, rule, confidence)
    return [pairs[key] for key in sorted(pairs)]


def _behind(text: str, mentions: Sequence[Found], programme: int) -> list[tuple[int, str, int]]:
    """Find the places behind a programme, up to the next programme or the end of the clause."""
    found: list[tuple[int, str, int]] = []
    end = mentions[programme].end
    for index in range(programme + 1, len(mentions)):
        mention = mentions[index]
        between = text[end : mention.start] if mention.start - end <= _FARTHEST else ""
        if not between and mention.start > end:
            break
        if found:
            if mention.label is not EntityLabel.LOC or not _JOINT.match(between):
                break
            if _is_covered(mention, mentions[found[-1][0]], between):
                found.append((index, found[0][1], len(found)))
            end = mention.end
            continue
        clause = text[mentions[programme].end : mention.start]
        if len(clause) > _FARTHEST or _NEW_CLAUSE.search(clause):
            break
        if mention.label is EntityLabel.PROG:
            break
        if mention.label is not EntityLabel.LOC or not _is_unit(mention):
            end = mention.end
            continue
        if _DIRECT.match(clause):
            found.append((index, JOINED, 0))
        elif _PLACE_WORD.search(clause):
            found.append((index, BEHIND, 0))
        else:
            break
        end = mention.end
    return found


def _before(text: str, mentions: Sequence[Found], programme: int) -> list[tuple[int, str, int]]:
    """Find the places before a programme that are said to have reached it or to take part in it."""
    found: list[tuple[int, str, int]] = []
    start = mentions[programme].start
    for index in range(programme - 1, -1, -1):
        mention = mentions[index]
        if start - mention.end > _FARTHEST or mention.label is not EntityLabel.LOC or not _is_unit(mention):
            break
        between = text[mention.end : start]
        if not found and not _RESULT.match(between):
            break
        if found and not _JOINT.match(between):
            break
        if not found or _is_covered(mentions[found[-1][0]], mention, between):
            found.append((index, REACHED, len(found)))
        else:
            # The unit around the commune took no part of its own.
            found[-1] = (index, REACHED, len(found)) if _level(mention) is Level.COMMUNE else found[-1]
        start = mention.start
    return found


def _is_unit(mention: Found) -> bool:
    return isinstance(mention.detail, PlaceName) and mention.detail.unit is not None


def _level(mention: Found) -> Level | None:
    unit = mention.detail.unit if isinstance(mention.detail, PlaceName) else None
    return level_of(unit) if unit else None


def _is_covered(mention: Found, before: Found, between: str) -> bool:
    """Tell whether a place behind another takes part itself: a district behind its commune only says where that is."""
    if not _is_unit(mention):
        return False
    level, previous = _level(mention), _level(before)
    around = level in (Level.PROVINCE, Level.DISTRICT) and previous is not level
    return not (around and "và" not in between)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence around a pair; of a very long one, the part near the pair."""
    nearest, farthest = max(0, start - _LONGEST_EVIDENCE), min(len(text), end + _LONGEST_EVIDENCE)
    begin = max(text.rfind("\n", nearest, start) + 1, text.rfind(". ", nearest, start) + 2, nearest)
    if begin < nearest + 2:
        begin = nearest
    line_end = text.find("\n", end, farthest)
    line_end = farthest if line_end < 0 else line_end
    stop = text.find(". ", end, line_end)
    return begin, stop + 1 if stop >= 0 else line_end

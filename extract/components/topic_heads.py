"""Tells how a programme stands in its line or sentence: as its head, as what paid, or as what is spoken of."""

import re
from collections.abc import Sequence
from enum import Enum

from extract.found import Found
from ontology.participation import participation

_LONGEST_PREFIX = 60
_LONGEST_TAIL = 70
SENTENCE_END = re.compile(r"[.!?…]\]? |\n|\]\.? ")
"""Where a sentence ends."""
_HEAD_TAIL = re.compile(r"[^.;:\n]*:")
_FRONTED = re.compile(r"(?: của [^.,;:\n]{2,40})?(?: (?:giai đoạn|năm) [\d\s–-]{4,13}(?:ii?i?|iv)?)?,")
_TIME = re.compile(r"(?:sau|trong|qua|từ|đến|tính đến|giai đoạn|năm|hiện|thời gian)(?!\w)[^.;:\n]{0,30}, ")
_SYLLABLE = re.compile(r"\w+|[^\w\s]")


class Topic(Enum):
    """How a programme stands in its sentence.

    As a head (``OCOP: …``), as what paid for what is told (``Từ vốn Chương trình 135, …``), as what is spoken of, or
    neither.
    """

    NONE = 0
    SUBJECT = 1
    HEAD = 2
    FUND = 3


def topic_of(folded: str, programme: Found) -> Topic:
    """Tell whether a programme heads its line or sentence: ``2. OCOP: …``, ``Với Dự án A, …``, ``Mô hình A …``."""
    before = folded[max(0, programme.start - _LONGEST_PREFIX) : programme.start]
    prefix = SENTENCE_END.split(before)[-1]
    if len(prefix) == len(before) and programme.start > _LONGEST_PREFIX:
        return Topic.NONE
    prefix = prefix[time.end() :] if (time := _TIME.match(prefix)) else prefix
    words = _SYLLABLE.findall(prefix)
    while words and (words[0].isdigit() or len(words[0]) == 1):
        words = words[1:]
    behind = folded[programme.end : programme.end + _LONGEST_TAIL]
    if _HEAD_TAIL.match(behind) and all(word in participation().topics for word in words):
        return Topic.HEAD
    if _FRONTED.match(behind):
        prefix = " ".join(words)
        if participation().topic_heads.fullmatch(prefix):
            return Topic.HEAD
        return Topic.FUND if participation().funds.fullmatch(prefix) else _done(words)
    return Topic.NONE if words else Topic.SUBJECT


def _done(words: Sequence[str]) -> Topic:
    """``Thực hiện mô hình A, xã B …`` speaks of it; ``Thực hiện mô hình A, bàn giao nhà tại xã B`` does not."""
    return Topic.SUBJECT if all(word in participation().topics for word in words) else Topic.NONE


def is_topical(prefix: str) -> bool:
    """Tell whether nothing but small words stand before a programme in its heading (``1. Thực hiện`` …)."""
    return all(word in participation().topics or word.isdigit() or len(word) == 1 for word in _SYLLABLE.findall(prefix))

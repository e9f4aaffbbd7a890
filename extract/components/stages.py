"""Stages of programmes: the years behind a programme's name, which are no part of its span."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.components.indicator_periods import period_at, periods_in
from extract.found import Found
from ontology.mentions import EntityLabel, ProgrammeName
from ontology.programmes import programme_table

_BETWEEN = re.compile(r"[ ,(]{0,3}(?:trong |của )?")
_STAGE = re.compile(r"giai đoạn|thời kỳ|từ năm", re.IGNORECASE)
_YEAR = re.compile(r"(?:đến (?:hết )?)?năm", re.IGNORECASE)


def with_stages(text: str, mentions: Sequence[Found]) -> list[Found]:
    """Give each programme the stage that stands behind its name or ends it (``… giai đoạn 2021 - 2025``).

    Args:
        text: The normalised text.
        mentions: All mentions in order.

    Returns:
        The same mentions; spans and norms are untouched.
    """
    return [_with_stage(text, item) if item.label is EntityLabel.PROG else item for item in mentions]


def _with_stage(text: str, item: Found) -> Found:
    between = _BETWEEN.match(text, item.end)
    behind = period_at(text, between.end()) if between else None
    if between and behind and _is_stage(text, between.end(), item):
        return replace(item, detail=ProgrammeName(item.norm, behind[1]))
    for start, end, period in periods_in(text, item.start, item.end):
        if not text[end : item.end].strip(' ”"»)'):
            name = " ".join(text[item.start : start].split()).strip(' ,(“"«')
            return replace(item, detail=ProgrammeName(name or item.norm, period))
    return replace(item, detail=ProgrammeName(item.norm, None))


def _is_stage(text: str, position: int, item: Found) -> bool:
    """Tell whether words behind a programme are its stage: ``đạt nông thôn mới năm 2024`` says when, not which."""
    if _STAGE.match(text, position):
        return True
    return _YEAR.match(text, position) is not None and item.norm.lower().startswith(_kind_words())


@cache
def _kind_words() -> tuple[str, ...]:
    return tuple(f"{form.lower()} " for row in programme_table().kinds for form in (row.kind, *row.forms))

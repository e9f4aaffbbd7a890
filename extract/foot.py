"""The foot of a document: who receives it and who signed it, before annexes and the marks of copies."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.frame_lines import date_line, date_of
from extract.lines import Line, read_lines
from extract.normalize import NormalizedText
from extract.recipients import RECIPIENTS, read_recipients
from extract.signature import Signature, read_signatures, unsigned_body
from ontology.dates import PartialDate
from ontology.letterhead_words import any_of, letterhead_words

__all__ = ["Foot", "Signature", "read_foot"]

_FOOT_CHARACTERS = 4_000
_FOOT_LINES = 120
_BEFORE_RECIPIENTS = 600
_TYPES = "Quyết|Nghị|Thông|Kế|Chỉ|Công|Tờ|Báo|Hướng|Chương|Quy|Văn"
_ANNEX = re.compile(
    # "Ban hành kèm theo Quyết định này Quy chế …" is what a decision orders.
    rf"\n(?:\( ?(?:(?:[Đđ]ược )?[Bb]an hành )?[Kk]èm (?:theo )?(?:{_TYPES})"
    rf"|(?:Ban hành kèm|Kèm) (?:theo )?(?:{_TYPES})[^\n]{{0,20}}(?:số|ngày)\b)"
    r"|\n(?:PHỤ LỤC|Phụ lục|PHỤLỤC)(?: ?:?(?: số)? ?[IVX\d]{1,5}[A-Za-z]?)?[.:]?(?=\n)"
)
_ATTACHED = re.compile(r"[Kk]èm theo")
_PASSED = re.compile(
    r"(?:Nghị quyết|Luật|Bộ luật|Pháp lệnh)(?: này)?(?: đã)?(?: được)? [^\n;]{5,160}?(?:thông qua|biểu quyết thông qua)"
    r" ?(?:vào )?ngày (?P<d>\d{1,2}) ?(?:tháng ?|[/-])(?P<m>\d{1,2}) ?(?:năm ?|[/-])(?P<y>\d{4})"
)


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the end of a document's own text.

    Args:
        signatures: Who signed, in the order of the text.
        recipients: Who receives it.
        date: The date above the signature, as older documents have it.
        passed: The day on which an assembly passed it, by its closing sentence.
        on_behalf_of: The body after ``T/M``, where no name follows.
    """

    signatures: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()
    date: PartialDate | None = None
    passed: PartialDate | None = None
    on_behalf_of: str | None = None


@cache
def _copy() -> re.Pattern[str]:
    return re.compile(rf"\n(?:{any_of(letterhead_words().copies)})[^\n]{{0,20}}(?=\n|$)")


def read_foot(normalized: NormalizedText, body_start: int) -> Foot:
    """Read the foot of a document.

    Args:
        normalized: The whole document.
        body_start: Index into the normalised text behind its head.
    """
    text = normalized.text
    end = _own_end(text, body_start)
    heading = RECIPIENTS.search(text, body_start, end)
    last = max(body_start, end - _FOOT_CHARACTERS)
    if heading is not None:
        start = max(body_start, heading.start() - _BEFORE_RECIPIENTS)
        lines = read_lines(normalized, start, min(end, heading.start() + _FOOT_CHARACTERS), _FOOT_LINES)
        recipients, rest = read_recipients(lines, heading.start())
        signatures = read_signatures(rest, text, heading.start())
        if not signatures and end > heading.start() + _FOOT_CHARACTERS:
            signatures = read_signatures(_tail(normalized, last, end), text, end)
    else:
        recipients, rest = read_recipients(_tail(normalized, last, end), None)
        signatures = read_signatures(rest, text, end)
    return Foot(
        signatures=signatures,
        recipients=recipients,
        date=_date(rest, signatures),
        passed=_passed(text, last, end),
        on_behalf_of=None if signatures else unsigned_body(rest, text),
    )


def _tail(normalized: NormalizedText, start: int, end: int) -> list[Line]:
    """Return the last lines of a stretch."""
    return read_lines(normalized, start, end, _FOOT_CHARACTERS)[-_FOOT_LINES:]


def _own_end(text: str, body_start: int) -> int:
    """Return where annexes or the mark of a copy begin, else the end of the text.

    A heading "PHỤ LỤC" alone may also head a part of the document's own text, before its list of recipients.
    """
    end = len(text)
    heading = RECIPIENTS.search(text, body_start)
    for annex in _ANNEX.finditer(text, body_start):
        told = annex.group().lstrip()[:1].upper() != "P" or _ATTACHED.search(text, annex.end(), annex.end() + 300)
        if told or heading is None or heading.start() < annex.start():
            end = annex.start()
            break
    copy = _copy().search(text, body_start, end)
    return copy.start() if copy else end


def _date(lines: Sequence[Line], signatures: Sequence[Signature]) -> PartialDate | None:
    """Return the last date that fills a line above the first signature."""
    limit = signatures[0].start if signatures else 0
    found = [match for line in lines if line.start < limit and (match := date_line(line))]
    return date_of(found[-1]) if found else None


def _passed(text: str, start: int, end: int) -> PartialDate | None:
    matches = list(_PASSED.finditer(text, start, end))
    return date_of(matches[-1]) if matches else None

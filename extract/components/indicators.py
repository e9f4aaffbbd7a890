"""Finds indicators: numbers with what they measure, of which place and time, and whether they are results or aims."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from extract.components.indicator_clauses import Clauses
from extract.components.indicator_frames import Frame, FrameReader
from extract.components.indicator_numbers import Number, find_numbers
from extract.components.indicator_subjects import SubjectReader
from extract.components.indicator_values import BEFORE, CHAINED, CLAUSE, COUNTED, MEASURE, REACHED, Subject
from extract.context import Context
from extract.found import Found
from extract.sentences import Sentences
from ontology.indicators import Aim
from ontology.spans import Span

FEATURES = {
    MEASURE: 0.95,
    COUNTED: 0.85,
    CLAUSE: 0.85,
    CHAINED: 0.8,
    BEFORE: 0.7,
    REACHED: 0.9,
    "aim from a heading": 0.95,
    "number in words": 0.9,
    "decimal point": 0.9,
}
"""Named features of an indicator's confidence: the rule's own, and what lowers it, as factors."""

_LONGEST_EVIDENCE = 2_500
_MARGIN = 300
# What stands in quotation marks is a title, a slogan or the words of others.
_QUOTED = re.compile(r"“[^”\n]{0,400}”")


@dataclass(frozen=True, slots=True)
class IndicatorFound:
    """One indicator, with offsets of the normalised text.

    Args:
        number: Number and unit.
        subject: What it measures.
        frame: Aim, place, period, programme.
        name: The subject's words without the number.
        basis: The words that tell what it is compared with, or ``None``.
        start: Index of the evidence's first character.
        end: Index behind its last character.
        confidence: 0 to 1.
    """

    number: Number
    subject: Subject
    frame: Frame
    name: str
    basis: str | None
    start: int
    end: int
    confidence: float


def find_indicators(
    text: str, mentions: Sequence[Found], sentences: Sentences, context: Context, title: tuple[int, int] = (0, 0)
) -> list[IndicatorFound]:
    """Find the indicators of a text.

    Args:
        text: The normalised text.
        mentions: All mentions of the text in order, flat.
        sentences: Its sentences.
        context: What the document says of itself: its place and type.
        title: Where its title stands in ``text``; tells the document's own period.

    Returns:
        Indicators in order of their numbers. A number of which it is not certain what it measures is left out.
    """
    numbers = find_numbers(text, mentions)
    if not numbers:
        return []
    frames = FrameReader(text, mentions, context, title)
    found: list[IndicatorFound] = []
    span: Span | None = None
    worth = True
    quoted: deque[tuple[int, int]] = deque()
    reader: SubjectReader | None = None
    for index, number in enumerate(numbers):
        if number.start < context.body_start or title[0] <= number.start < title[1]:
            continue
        if span is None or reader is None or number.start >= span.end:
            span = sentences.around(number.start)
            quoted = deque(match.span() for match in _QUOTED.finditer(text, span.start, span.end))
            clauses = Clauses(text, span.start, span.end)
            reader = SubjectReader(text, clauses)
            worth = frames.enter(clauses)
        while quoted and quoted[0][1] <= number.start:
            quoted.popleft()
        if not worth or (quoted and quoted[0][0] < number.start):
            continue
        following = numbers[index + 1] if index + 1 < len(numbers) and numbers[index + 1].start < span.end else None
        subject = reader.read(number, following)
        if subject is None:
            continue
        frame = frames.read(number, subject, numbers[index - 1].end if index else 0)
        if frame is not None:
            found.append(_found(text, number, subject, frame, span))
    return found


def _found(text: str, number: Number, subject: Subject, frame: Frame, sentence: Span) -> IndicatorFound:
    start, end = min(sentence.start, subject.start), max(sentence.end, number.end)
    if end - start > _LONGEST_EVIDENCE:
        first, last = min(subject.start, number.start), max(subject.end, number.end)
        start, end = max(start, first - _MARGIN), min(end, last + _MARGIN)
    basis = None if subject.basis is None else " ".join(text[slice(*subject.basis)].split())
    return IndicatorFound(
        number, subject, frame, _name(text, subject), basis, start, end, _confidence(text, number, subject, frame)
    )


def _name(text: str, subject: Subject) -> str:
    """Return the subject's words without the number; a noun that is counted stays."""
    pieces, begin = [], subject.start
    for start, end in subject.cuts:
        if begin <= start and end <= subject.end:
            pieces.append(text[begin:start])
            begin = end
    pieces.append(text[begin : subject.end])
    return " ".join(" ".join(pieces).split()).rstrip(" .,;:-–")


def _confidence(text: str, number: Number, subject: Subject, frame: Frame) -> float:
    confidence = FEATURES[subject.rule]
    if frame.aim is Aim.TARGET and not frame.aim_said:
        confidence *= FEATURES["aim from a heading"]
    if number.in_words:
        confidence *= FEATURES["number in words"]
    if "." in text[number.start : number.unit_start] and number.amount.value % 1:
        confidence *= FEATURES["decimal point"]
    return round(confidence, 4)

"""A sentence in its paragraph: what stands around the evidence in the source."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.query import Graph
from ontology.spans import Span
from ontology.statements import Evidence
from ui.navigation import Link, Page
from ui.parts.mount import link_object
from ui.rendering import JsonObject
from ui.state import source_text

REACH = 600
"""At most so many characters are shown on each side of a quote."""

SHORT_LINE = 160
"""A line shorter than this is taken for a part of a broken paragraph and joined with its neighbours."""

_LINE_END = re.compile(r"\r\n?|\n")
# A long line that ends within a sentence goes on in the next one; a short one may be a heading.
_BROKEN_LINE = re.compile(r"(?<=[^\n]{40})(?<=[\w,–-]) ?(?P<break>\n)[ \t]*(?=[^\W\d_]|\d+[-/])")


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote and what stands around it.

    Args:
        before: The paragraph's text before the quote; begins with an ellipsis where it was cut.
        quote: The evidence; like the rest, with the lines of a broken paragraph joined.
        after: The text behind it.
        evidence: Where it is from.
    """

    before: str
    quote: str
    after: str
    evidence: Evidence


def passage(text: str, evidence: Evidence) -> Passage:
    """Cut the paragraph around a piece of evidence out of its source.

    Args:
        text: The source's original text, which the evidence's span refers to.
        evidence: The sentence.
    """
    start, end = evidence.span.start, evidence.span.end
    left, right = _paragraph(text, evidence.span)
    before = text[left:start].lstrip() if left > start - REACH else "… " + _from_word(text[start - REACH : start])
    after = text[end:right].rstrip() if right < end + REACH else _to_word(text[end : end + REACH]) + " …"
    joined = _flowed(before + evidence.quote + after)
    left, right = len(before), len(before) + len(evidence.quote)
    return Passage(joined[:left], joined[left:right], joined[right:], evidence)


def passage_objects(graph: Graph, evidences: Iterable[Evidence]) -> list[JsonObject]:
    """Sentences in the form that the scripts read, each with a link to the reader."""
    return [_object(passage(source_text(graph, evidence.file), evidence)) for evidence in evidences]


def reader_link(file: str, span: Span | None = None) -> Link:
    """The reader, at a place of a source if ``span`` is given."""
    place = {} if span is None else {"start": str(span.start), "end": str(span.end)}
    return Link(Page.READER, {"file": file} | place)


def percent(confidence: float) -> str:
    """A confidence for reading: ``97%``."""
    return f"{confidence:.0%}"


def _object(shown: Passage) -> JsonObject:
    evidence = shown.evidence
    return {
        "before": shown.before,
        "quote": shown.quote,
        "after": shown.after,
        "file": evidence.file,
        "page": "" if evidence.page is None else f"trang {evidence.page}",
        "rule": evidence.rule,
        "confidence": percent(evidence.confidence),
        "link": link_object(reader_link(evidence.file, evidence.span)),
    }


def _paragraph(text: str, span: Span) -> tuple[int, int]:
    """The paragraph that holds ``span``, as a pair of offsets in ``text``."""
    left = _line_start(text, span.start)
    right = _line_end(text, span.end)
    while left > 0 and span.start - left < REACH:
        previous = _line_start(text, left - 1)
        if not _joins(text[previous : left - 1]) or right - left > 2 * SHORT_LINE:
            break
        left = previous
    while right < len(text) and right - span.end < REACH:
        following = _line_end(text, right + 1)
        if not _joins(text[right + 1 : following]) or right - left > 2 * SHORT_LINE:
            break
        right = following
    return left, right


def _joins(line: str) -> bool:
    """Whether a line can be a part of the same paragraph: not blank, no rule of dashes, not long by itself."""
    return len(line.strip()) < SHORT_LINE and any(character.isalnum() for character in line)


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    found = text.find("\n", index)
    return len(text) if found < 0 else found


def _from_word(text: str) -> str:
    return text.split(maxsplit=1)[-1] if text and not text[0].isspace() else text.lstrip()


def _to_word(text: str) -> str:
    return text.rsplit(maxsplit=1)[0] if text and not text[-1].isspace() else text.rstrip()


def _flowed(text: str) -> str:
    """The text with the lines of a broken paragraph joined, of the same length; the reader shows them as they stand."""
    found = list(_LINE_END.sub(lambda match: " " * (len(match[0]) - 1) + "\n", text))
    for match in _BROKEN_LINE.finditer("".join(found)):
        found[match.start("break")] = " "
    return "".join(found)

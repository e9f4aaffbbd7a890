"""Findings: what is wrong in the sources or in people's decisions, with the places that show it."""

from dataclasses import dataclass
from enum import StrEnum

from ontology.spans import Span


class FindingKind(StrEnum):
    """The kinds of finding; the values stand in the database and in JSON."""

    ONE_NUMBER_TWO_DOCUMENTS = "one-number-two-documents"
    ONE_DOCUMENT_TWO_DATES = "one-document-two-dates"
    TYPE_AGAINST_CODE = "type-against-code"
    OLDER_THAN_CARRIED_OUT = "older-than-carried-out"
    WRONG_WAY = "wrong-way"
    SKIPPED_LEVEL = "skipped-level"
    FUTURE_DATE = "future-date"
    TERM_AGAINST_DATE = "term-against-date"
    CARRIES_OUT_ITSELF = "carries-out-itself"
    DECISION_NOT_APPLIED = "decision-not-applied"
    DECISIONS_CONTRADICT = "decisions-contradict"
    DECISION_AGAINST_EVIDENCE = "decision-against-evidence"

    @property
    def vietnamese(self) -> str:
        """What people call it."""
        return _VIETNAMESE[self]

    @property
    def is_remark(self) -> bool:
        """Whether it is only worth a look: often it is right as it stands."""
        return self is FindingKind.SKIPPED_LEVEL


_VIETNAMESE = {
    FindingKind.ONE_NUMBER_TWO_DOCUMENTS: "Một số hiệu, hai văn bản",
    FindingKind.ONE_DOCUMENT_TWO_DATES: "Một văn bản, hai ngày",
    FindingKind.TYPE_AGAINST_CODE: "Tên loại không khớp số hiệu",
    FindingKind.OLDER_THAN_CARRIED_OUT: "Có trước văn bản mà nó thực hiện",
    FindingKind.WRONG_WAY: "Cấp trên thực hiện văn bản của cấp dưới",
    FindingKind.SKIPPED_LEVEL: "Bỏ qua một cấp (nên xem lại)",
    FindingKind.FUTURE_DATE: "Ngày ở tương lai",
    FindingKind.TERM_AGAINST_DATE: "Nhiệm kỳ không khớp ngày",
    FindingKind.CARRIES_OUT_ITSELF: "Tự thực hiện chính nó",
    FindingKind.DECISION_NOT_APPLIED: "Quyết định không áp dụng được",
    FindingKind.DECISIONS_CONTRADICT: "Các quyết định mâu thuẫn",
    FindingKind.DECISION_AGAINST_EVIDENCE: "Quyết định trái với bằng chứng",
}


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """One sentence that shows a finding.

    Args:
        file: Path of the source, relative to the folder that was built.
        span: Where, in the source's original text; ``None`` for a letterhead whose place is not known.
        quote: The original text at ``span``, to the letter; empty without a span.
        line: Number of the line on which it begins, from 1; ``None`` without a span.
        page: Number of the page on which it begins, from 1; ``None`` where that is not known.
    """

    file: str
    span: Span | None
    quote: str
    line: int | None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. Nothing is repaired: what the sources say stays as it is.

    Args:
        kind: What kind of thing.
        message: One Vietnamese sentence that says what, where and why.
        entities: IRIs of the entities concerned, in the order in which the message names them.
        places: The sentences that show it, both of a contradiction.
    """

    kind: FindingKind
    message: str
    entities: tuple[str, ...] = ()
    places: tuple[FindingPlace, ...] = ()

"""Short forms: "Nghị quyết này", "Kế hoạch nói trên", "Nghị quyết 18": which document of the same text is meant."""

from dataclasses import dataclass
from enum import StrEnum

from ontology.spans import Span


class ReferenceReason(StrEnum):
    """Why a short form means what it means, or why that stays open."""

    DOCUMENT_ITSELF = "document-itself"
    """It is the document that is being read."""
    ONE_ANTECEDENT = "one-antecedent"
    """One cited document of its type is left."""
    SAME_NUMBER = "same-number"
    """One cited document of its type has that number."""
    SEVERAL_ANTECEDENTS = "several-antecedents"
    """More than one is left: it stays open."""
    NO_ANTECEDENT = "no-antecedent"
    """None of its type is cited before: it stays open."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One short form in a source.

    Args:
        span: Where, in the original text.
        text: The original text at ``span``.
        antecedent: Index into the extraction's mentions, ``SELF`` for the document itself, ``None`` while open.
        reason: Why.
    """

    span: Span
    text: str
    antecedent: int | None
    reason: ReferenceReason

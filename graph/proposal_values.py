"""Pairs of entities that may be one thing: proposed to people, never merged."""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class ProposalReason(StrEnum):
    """Why two entities may be one; the values stand in the database and in JSON."""

    SIMILAR_NAME = "similar-name"
    SAME_PERSON_NAME = "same-person-name"
    UNIT_UNKNOWN = "unit-unknown"

    @property
    def text(self) -> str:
        """What it says, in Vietnamese, without a full stop."""
        return _wordings()[self]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities that may be one.

    Args:
        one: IRI of the first in order.
        other: IRI of the second.
        score: 0 to 1, how alike they are.
        reason: Why they may be one.
    """

    one: str
    other: str
    score: float
    reason: ProposalReason


@cache
def _wordings() -> dict[ProposalReason, str]:
    rows = json.loads(files("graph").joinpath("tables/proposal_reasons.json").read_text(encoding="utf-8"))
    return {ProposalReason(row["reason"]): row["wording"] for row in rows}

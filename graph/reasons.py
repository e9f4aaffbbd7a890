"""Why an open citation may mean each of its candidates, and why that is not decided."""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Feature(StrEnum):
    """What is compared between a citation and a candidate; the values stand in the database and in JSON."""

    CODE = "code"
    NAME = "name"
    ISSUER = "issuer"
    DATE = "date"
    TERM = "term"
    TITLE = "title"
    READER = "reader"
    YEAR = "year"
    SAME_SOURCE = "same-source"
    AGREEMENT = "agreement"


class Bearing(StrEnum):
    """Which way a feature points."""

    FOR = "for"
    AGAINST = "against"
    SILENT = "silent"
    """It would decide, but the citation or what is known of the candidate does not say it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature of a citation beside one candidate.

    Args:
        feature: What is compared.
        bearing: Which way it points.
        said: What the citation, or the text around it, says; ``None`` where it says nothing.
        known: What is known of the candidate; ``None`` where that is nothing.
    """

    feature: Feature
    bearing: Bearing
    said: str | None = None
    known: str | None = None

    @property
    def text(self) -> str:
        """One Vietnamese sentence for people, without a full stop."""
        wording, unsaid = _wordings()[self.feature, self.bearing]
        return (unsaid if self.said is None else wording).format(said=self.said, known=self.known or "không rõ")


@dataclass(frozen=True, slots=True)
class CandidateReasons:
    """All that speaks for and against one candidate of an open citation.

    Args:
        citation: IRI of the open citation.
        candidate: IRI of the document that it could be.
        reasons: In the order of :class:`Feature`.
    """

    citation: str
    candidate: str
    reasons: tuple[Reason, ...]


@cache
def _wordings() -> dict[tuple[Feature, Bearing], tuple[str, str]]:
    """``graph/tables/candidate_reasons.json``: each wording, and the one for a citation that says nothing of it."""
    rows = json.loads(files("graph").joinpath("tables/candidate_reasons.json").read_text(encoding="utf-8"))
    return {
        (Feature(row["feature"]), Bearing(row["bearing"])): (row["wording"], row.get("unsaid", row["wording"]))
        for row in rows
    }

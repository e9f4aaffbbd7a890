"""The rules that resolve a mention, each with the weight that it gives to what is said of the entity."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

HIGHEST = 0.99
"""No number of sentences makes a statement certain."""


class Rule(StrEnum):
    """Names of the rows of ``graph/tables/resolution_rules.json``."""

    DECIDED = "decided"
    CODE_AND_DATE = "code-and-date"
    CODE_WITH_YEAR = "code-with-year"
    HELD = "held"
    CODE_AND_PART_OF_DATE = "code-and-part-of-date"
    SAME_SOURCE = "same-source"
    TITLE = "title"
    TERM = "term"
    ISSUER = "issuer"
    AGREEMENT = "agreement"
    DATE_DECIDES_ISSUER = "date-decides-issuer"
    TITLE_DECIDES_ISSUER = "title-decides-issuer"
    NUMBER_AND_ISSUER = "number-and-issuer"
    ONLY_ONE_KNOWN = "only-one-known"
    NAME = "name"
    UNDATED = "undated"
    ISSUER_UNKNOWN = "issuer-unknown"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One row of the table.

    Args:
        name: The rule.
        weight: 0 to 1, multiplied into the confidence of every statement about what the rule resolved.
        meaning: What it says, in Vietnamese, for the people who ask why.
    """

    name: Rule
    weight: float
    meaning: str


@cache
def resolution_rules() -> dict[Rule, RuleRow]:
    """Return the table by rule.

    Raises:
        ValueError: If a rule is missing, unknown, or its weight is out of range.
    """
    text = files("graph").joinpath("tables/resolution_rules.json").read_text(encoding="utf-8")
    rows = {Rule(row["name"]): RuleRow(Rule(row["name"]), row["weight"], row["meaning"]) for row in json.loads(text)}
    if set(rows) != set(Rule) or not all(0 < row.weight <= 1 for row in rows.values()):
        raise ValueError("resolution_rules.json: each rule once, with a weight in (0, 1]")
    return rows


def weight(rule: Rule | None) -> float:
    """Return a rule's weight; 1 for what needs no resolving."""
    return 1.0 if rule is None else resolution_rules()[rule].weight


def together(confidences: Iterable[tuple[str, float]]) -> float:
    """Return the confidence of one statement of which there are several sentences.

    Sources count as independent, sentences of one source do not: of each source the best one counts.

    Args:
        confidences: (hash of the source, confidence) of each sentence.
    """
    best: dict[str, float] = {}
    for source, confidence in confidences:
        best[source] = max(confidence, best.get(source, 0.0))
    doubt = 1.0
    for source in sorted(best):
        doubt *= 1.0 - best[source]
    return min(HIGHEST, round(1.0 - doubt, 4))

"""The words that show how one document stands to another, as data.

Every pattern is matched, in small letters, against the whole of the words directly before a citation (or between two
citations); each row carries examples that tests run.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ontology.statements import Modality, Relation


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of ``tables/relation_cues.json``.

    Args:
        relation: What the words mean.
        rule: The rule's name, as evidence shows it.
        weight: Confidence of the words alone, 0 to 1.
        pattern: Matches the words at the end of what stands before the citation.
        head: ``document`` if another citation before the words is needed, ``self`` if the head is the document that
            is read, ``any`` for both.
        examples: Words that it matches.
    """

    relation: Relation
    rule: str
    weight: float
    pattern: re.Pattern[str]
    head: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModalityCue:
    """Words that make a statement no fact: ``chưa ban hành``, ``sẽ ban hành``."""

    modality: Modality
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationCues:
    """The whole table.

    Args:
        active: "A thực hiện B" and, with the document itself as the head, "thực hiện B"; first match wins.
        passive: "B được cụ thể hóa bằng A": the citation behind the words is the head.
        preamble: "Căn cứ B;" at a paragraph's start.
        after: Words behind a citation ("B … hết hiệu lực").
        headings: Words of a line whose list items are the citations.
        none: Words that show no relation and shadow the cues.
        modalities: What makes a statement denied or intended.
    """

    active: tuple[Cue, ...]
    passive: tuple[Cue, ...]
    preamble: Cue
    after: tuple[Cue, ...]
    headings: tuple[Cue, ...]
    none: tuple[re.Pattern[str], ...]
    modalities: tuple[ModalityCue, ...]


@cache
def relation_cues() -> RelationCues:
    """Return the table, with its patterns compiled."""
    table: dict[str, Any] = json.loads(
        files("ontology").joinpath("tables/relation_cues.json").read_text(encoding="utf-8")
    )
    macros: dict[str, str] = table["macros"]

    def expand(pattern: str) -> str:
        for name, value in macros.items():
            pattern = pattern.replace("{" + name + "}", value)
        return pattern

    def cue(row: dict[str, Any], before: str, behind: str) -> Cue:
        return Cue(
            Relation(row["relation"]),
            row["rule"],
            row["weight"],
            re.compile(before + "(?:" + expand(row["pattern"]) + ")" + behind),
            row.get("head", "document"),
            tuple(row["examples"]),
        )

    ending = (r"(?<![^\W_])", r" ?$")
    return RelationCues(
        tuple(cue(row, *ending) for row in table["cues"]),
        tuple(cue(row, "^ ?,? ?", r" ?$") for row in table["passive"]),
        cue(table["preamble"], "^ ?", r" ?$"),
        tuple(cue(row, "^ ?", "") for row in table["after"]),
        tuple(cue(row, "", "") for row in table["headings"]),
        tuple(re.compile(ending[0] + "(?:" + expand(row["pattern"]) + ")" + ending[1]) for row in table["none"]),
        tuple(
            ModalityCue(Modality(row["modality"]), re.compile(row["pattern"]), tuple(row["examples"]))
            for row in table["modality"]
        ),
    )

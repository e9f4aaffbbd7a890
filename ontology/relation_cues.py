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
        anchors: Words of which one stands in whatever the pattern matches: quicker to look for than the pattern.
        pattern: Matches the words at the end of what stands before the citation.
        head: ``document`` if another citation before the words is needed, ``ground`` if that one must be a ground of
            a preamble, ``self`` if the head is the document that is read, ``title`` if it is and its title says so,
            ``any`` for a document and for itself.
        strong: Whether it holds although a row of ``none`` matches as well.
        examples: Words that it matches.
    """

    relation: Relation
    rule: str
    weight: float
    anchors: tuple[str, ...]
    pattern: re.Pattern[str]
    head: str
    strong: bool
    examples: tuple[str, ...]

    def search(self, words: str) -> re.Match[str] | None:
        """Return where the cue stands in ``words``, which are in small letters."""
        if not self.anchors:
            return self.pattern.search(words)
        for anchor in self.anchors:
            if anchor in words:
                return self.pattern.search(words)
        return None


@dataclass(frozen=True, slots=True)
class ModalityCue:
    """Words that make a statement no fact: ``chưa ban hành``, ``sẽ ban hành``.

    Args:
        modality: What they make of it.
        where: Where they stand: ``before`` the cue in its clause; before the ``head`` that the cue follows; before the
            cue of an ``act`` of one legal norm on another; anywhere in the ``sentence``.
        pattern: Matches what stands there, in small letters.
        examples: Words that it matches.
    """

    modality: Modality
    where: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """Patterns of words around two citations that say together how the two stand.

    Args:
        linking: Before the first of two that are linked: "gắn việc thực hiện A với B".
        linked: Between the two.
        by_means: Between a document and the one that carries it out: "cụ thể hóa A bằng B".
        issued: Before what was issued to carry out the document before: "để cụ thể hóa A, tỉnh ủy ban hành B".
        inspected: Before an item of a list of what is inspected.
    """

    linking: re.Pattern[str]
    linked: re.Pattern[str]
    by_means: re.Pattern[str]
    issued: re.Pattern[str]
    inspected: re.Pattern[str]


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
        frames: Words around two citations.
        modalities: What makes a statement denied, asked or intended.
        proposals: Words of a heading that make what stands below it a proposal.
        subjects: Matches what may follow a citation and leave it the subject of the cue behind.
        clause_breaks: Words that begin a clause of another subject.
    """

    active: tuple[Cue, ...]
    passive: tuple[Cue, ...]
    preamble: tuple[Cue, ...]
    after: tuple[Cue, ...]
    headings: tuple[Cue, ...]
    none: tuple[re.Pattern[str], ...]
    frames: Frames
    modalities: tuple[ModalityCue, ...]
    proposals: re.Pattern[str]
    subjects: re.Pattern[str]
    clause_breaks: re.Pattern[str]


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
            tuple(row.get("anchors", ())),
            re.compile(before + "(?:" + expand(row["pattern"]) + ")" + behind),
            row.get("head", "document"),
            row.get("strong", False),
            tuple(row["examples"]),
        )

    def any_word(key: str) -> str:
        return "|".join(map(re.escape, table[key]["words"]))

    ending = (r"(?<![^\W_])", r" ?$")
    return RelationCues(
        tuple(cue(row, *ending) for row in table["cues"]),
        tuple(cue(row, "^ ?,? ?", r" ?$") for row in table["passive"]),
        tuple(cue(row, "^ ?", r" ?$") for row in table["preamble"]),
        tuple(cue(row, "^ ?", "") for row in table["after"]),
        tuple(cue(row, "", "") for row in table["headings"]),
        tuple(re.compile(ending[0] + "(?:" + expand(row["pattern"]) + ")" + ending[1]) for row in table["none"]),
        Frames(**{name: re.compile(row["pattern"]) for name, row in table["frames"].items()}),
        tuple(
            ModalityCue(Modality(row["modality"]), row["where"], re.compile(row["pattern"]), tuple(row["examples"]))
            for row in table["modality"]
        ),
        re.compile(table["proposals"]["pattern"]),
        re.compile(rf" ?,? ?(?:{any_word('subjects')})| (?:{any_word('issuers')})\b"),
        re.compile(rf"(?:{any_word('clause_breaks')})\b"),
    )

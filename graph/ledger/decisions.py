"""Decisions: the values that a line of the ledger stands for.

A decision names things by IRI and says beside it what was known of them at the time, so that it can be applied to
graphs that later rules make of the same sources, and so that people can read it without the graph.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from graph.answers import EntityKind
from ontology.dates import PartialDate
from ontology.spans import Span
from ontology.statements import Modality, Relation


class What(StrEnum):
    """The kinds of decision; the values stand in the ledger."""

    SAME = "same"
    DIFFERENT = "different"
    RESOLVE = "resolve"
    CORRECT = "correct"
    REJECT = "reject"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity, as it was known when it was decided upon.

    Args:
        iri: Its IRI then.
        kind: What it is.
        name: Its name then.
        code: Document: its code then, or ``None``.
        date: Document: its date then, or ``None``.
        held: Document: whether its text was in the graph.
    """

    iri: str
    kind: EntityKind
    name: str
    code: str | None = None
    date: PartialDate | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of one citation, told in ways that survive other rules and other readers of the same file.

    Args:
        file: Path of the source.
        sha256: Hash of its bytes.
        span: Where, in the source's original text as it was read then.
        quote: The text at ``span``.
        before: Some text before it.
        after: Some text behind it.
        iri: IRI of the entity that it was resolved to then.
        date: The date that the citation gave then, or ``None``.
    """

    file: str
    sha256: str
    span: Span
    quote: str
    before: str
    after: str
    iri: str
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class StatementName:
    """A statement, told by its ends: its id changes with the IRIs of the ends.

    Args:
        id: Its id then.
        source: Its subject.
        relation: Its relation.
        target: Its object.
        modality: How it was put.
        role: For a post, which.
        sources: Hashes and files of the sources that stated it then.
        quote: The best sentence then.
    """

    id: str
    source: Thing
    relation: Relation
    target: Thing
    modality: Modality
    role: str | None
    sources: frozenset[str]
    quote: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities are one, or are not (``What.SAME``, ``What.DIFFERENT``)."""

    one: Thing
    other: Thing


@dataclass(frozen=True, slots=True)
class Resolution:
    """Citations mean a document."""

    citations: tuple[Anchor, ...]
    document: Thing


@dataclass(frozen=True, slots=True)
class Correction:
    """A statement means another relation, or other ends; ``None`` leaves each as it is."""

    statement: StatementName
    relation: Relation | None = None
    source: Thing | None = None
    target: Thing | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """A statement does not hold."""

    statement: StatementName


@dataclass(frozen=True, slots=True)
class Undoing:
    """A decision is taken back."""

    number: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """A kind of decision that a newer version wrote."""


Act: TypeAlias = Pair | Resolution | Correction | Rejection | Undoing | Unknown


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the ledger.

    Args:
        number: Its number.
        what: The kind, as the line says it; one of ``What`` unless the act is ``Unknown``.
        act: What was decided.
        by: Who.
        at: When, UTC in ISO form: data for people, which decides nothing.
        why: The reason given, or ``None``.
        base: What the IRIs of the graph began with then.
        checksum: Of the line.
        line: Number of the line in the file, from 1: the order of decisions.
    """

    number: int
    what: str
    act: Act
    by: str
    at: str
    why: str | None
    base: str
    checksum: str = ""
    line: int = 0


def things(act: Act) -> tuple[Thing, ...]:
    """Return the entities that a decision names, in the order of its words."""
    match act:
        case Pair(one, other):
            return one, other
        case Resolution(_, document):
            return (document,)
        case Correction(statement, _, source, target):
            return tuple(thing for thing in (statement.source, statement.target, source, target) if thing is not None)
        case Rejection(statement):
            return statement.source, statement.target
        case _:
            return ()

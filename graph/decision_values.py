"""Decisions of people as one generation of the graph keeps them: what became of each when it was built."""

from dataclasses import dataclass
from enum import StrEnum


class DecisionState(StrEnum):
    """What became of a decision; the values stand in the database and in JSON."""

    APPLIED = "applied"
    AGAINST_EVIDENCE = "against-evidence"
    """It holds, but what the sources say now speaks against it."""
    CONTRADICTED = "contradicted"
    """A later decision says the contrary, and the later one holds."""
    NOT_APPLIED = "not-applied"
    """It names what is not in this graph, or what it asks cannot be."""
    UNDONE = "undone"
    """A later decision took it back."""
    PENDING = "pending"
    """It was written behind the last build; never in a generation."""


@dataclass(frozen=True, slots=True)
class KeptDecision:
    """One line of the ledger, and what became of it.

    Args:
        number: Its number in the ledger.
        checksum: Of its line: a line that was written anew is another decision.
        what: The kind (``same``, ``resolve`` …), as the line says it.
        text: What it says, in Vietnamese, without a full stop.
        by: Who decided.
        at: When, UTC in ISO form.
        why: The reason that the person gave, or ``None``.
        state: What became of it.
        reason: For people, why it is in that state; ``None`` for one that was simply applied.
        entities: IRIs of the entities of this graph that it concerns.
        statements: Ids of the edges of this graph that it changed.
    """

    number: int
    checksum: str
    what: str
    text: str
    by: str
    at: str
    why: str | None
    state: DecisionState
    reason: str | None = None
    entities: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the graph follows it."""
        return self.state in (DecisionState.APPLIED, DecisionState.AGAINST_EVIDENCE)


@dataclass(frozen=True, slots=True, order=True)
class FormerName:
    """How an entity was called before it became one with another.

    Args:
        iri: The IRI that it had.
        entity: IRI of the one that it is now.
        name: Its name.
        code: Document: its code, or ``None``.
        date: Document: its date in ISO form, or ``None``.
    """

    iri: str
    entity: str
    name: str
    code: str | None = None
    date: str | None = None

"""Statements: what a source says about what it mentions, with the evidence for it.

A statement's ends are mentions of one source. ``graph.identity`` turns them into entities.
"""

from dataclasses import dataclass
from enum import StrEnum

from ontology.spans import Span


class Relation(StrEnum):
    """The predicates. Meaning and cues: ``ontology/tables/relations.json``."""

    CONCRETIZES = "concretizes"
    IMPLEMENTS = "implements"
    CONTINUES = "continues"
    REVIEWS = "reviews"
    LINKED_WITH = "linked_with"
    PURSUANT_TO = "pursuant_to"
    BASED_ON = "based_on"
    INSPECTS = "inspects"
    AMENDS = "amends"
    REPLACES = "replaces"
    REPEALS = "repeals"
    GUIDES = "guides"
    COVERS = "covers"
    HOLDS_POST = "holds_post"

    @property
    def carries_out(self) -> bool:
        """True for the three relations of the cascade."""
        return self in CASCADE

    @property
    def rdf_name(self) -> str:
        """The RDF local name: ``linkedWith``."""
        head, *rest = self.value.split("_")
        return head + "".join(word.capitalize() for word in rest)

    @property
    def cypher_type(self) -> str:
        """The property graph's relationship type: ``LINKED_WITH``."""
        return self.value.upper()


CASCADE = frozenset({Relation.CONCRETIZES, Relation.IMPLEMENTS, Relation.CONTINUES})
"""The relations that together mean *carries out*."""

DOCUMENT_RELATIONS = tuple(r for r in Relation if r not in (Relation.COVERS, Relation.HOLDS_POST))
"""The relations between two documents."""


class Modality(StrEnum):
    """How a source puts a statement. Only ``ASSERTED`` statements become edges of the cascade."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    INTENDED = "intended"
    QUESTIONED = "questioned"
    REJECTED = "rejected"
    """A source states it, and a person decided that it does not hold: never read from a source."""


SELF = -1
"""In place of a mention's index: the document that is being read."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that a statement was read from.

    Args:
        file: Path of the source, relative to the folder that was read, with ``/``.
        source: SHA-256 of the source's bytes, hexadecimal.
        span: Where, in the original text.
        quote: The original text at ``span``, to the letter.
        rule: Name of the rule that found it.
        confidence: 0 to 1, computed from the rule's named features.
        page: Number of the page on which it begins, from 1; ``None`` where the source has no pages.
    """

    file: str
    source: str
    span: Span
    quote: str
    rule: str
    confidence: float
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One stated relation between two mentions of one source.

    Args:
        subject: Index into the extraction's mentions, or ``SELF``.
        predicate: The relation.
        object: Index into the extraction's mentions, or ``SELF``; ``None`` only for a post whose body is not named.
        evidence: The sentence.
        cue: The words that show the relation, as written (``để cụ thể hóa thực hiện``).
        modality: Whether it is stated, denied, asked or only intended.
        role: For ``HOLDS_POST`` the post (``Phó Bí thư``), else ``None``.
    """

    subject: int
    predicate: Relation
    object: int | None
    evidence: Evidence
    cue: str
    modality: Modality = Modality.ASSERTED
    role: str | None = None

"""The values that the query API hands out. The command line and the pages show these and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.decision_values import KeptDecision
from ontology.dates import PartialDate
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.mentions import EntityLabel
from ontology.spans import Span
from ontology.statements import Evidence, Modality, Relation


class EntityKind(StrEnum):
    """The five kinds of entity; the values are the RDF classes and the property graph's labels."""

    DOCUMENT = "Document"
    ORGANIZATION = "Organization"
    PLACE = "Place"
    PERSON = "Person"
    PROGRAMME = "Programme"


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the world, as the graph knows it.

    Args:
        iri: Its canonical IRI.
        kind: What it is.
        name: What to show (``Kế hoạch 109-KH/HU``, ``xã Tân Bình``).
        code: Document: its code. Else ``None``, as are the next seven.
        type: Document: its type in the standard form (``Kế hoạch``).
        date: Document: its date of issue.
        level: Document or organisation: the issuing (or own) level.
        issuer: Document: name of the issuing body.
        issuer_iri: Document: IRI of the issuing body.
        title: Document: its subject.
        file: Document: the source file where it is held.
        held: Document: whether its text is in the graph. ``False`` for other kinds.
        place: Organisation: the unit that it governs; place: the unit around it (``huyện Phụng Hiệp, tỉnh Hậu Giang``).
        open: Whether it stands for a citation that could be several documents (then see ``candidates``).
        candidates: IRIs of the documents that an open citation could be, in canonical order.
        joint_issuers: Document: IRIs of the bodies that issued it together with the one of ``issuer_iri``.
        stage: Programme: the years of a stage that is part of a programme (``2021-2025``), else ``None``.
    """

    iri: str
    kind: EntityKind
    name: str
    code: str | None = None
    type: str | None = None
    date: PartialDate | None = None
    level: Level | None = None
    issuer: str | None = None
    issuer_iri: str | None = None
    title: str | None = None
    file: str | None = None
    held: bool = False
    place: str | None = None
    open: bool = False
    candidates: tuple[str, ...] = ()
    joint_issuers: tuple[str, ...] = ()
    stage: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """One statement between two entities, with every sentence that states it.

    Args:
        id: Hash of subject, predicate, object (and post): the same in every store.
        source: IRI of the subject; for the cascade, of the document that carries out.
        target: IRI of the object; for the cascade, of the document that is carried out.
        relation: The predicate.
        confidence: 0 to 1, of all evidence together.
        open: Whether at least one end is not yet decided among several documents.
        modality: Only ``ASSERTED`` edges count in the cascade.
        role: For ``HOLDS_POST``, the post.
        evidence: The sentences, best first.
    """

    id: str
    source: str
    target: str
    relation: Relation
    confidence: float
    open: bool
    evidence: tuple[Evidence, ...]
    modality: Modality = Modality.ASSERTED
    role: str | None = None


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One entity found by name.

    Args:
        entity: What was found.
        score: 0 to 1; 1 for the exact folded name or code.
        mentions: How often the sources name it.
    """

    entity: Entity
    score: float
    mentions: int


@dataclass(frozen=True, slots=True)
class EntityDetails:
    """One entity with all its statements.

    Args:
        entity: The entity.
        outgoing: Statements of which it is the subject.
        incoming: Statements of which it is the object.
        others: The entities at the other ends, by IRI.
        letterhead: What a held document says of itself, else ``None``.
        decisions: What people decided about it or its statements, as far as it holds.
    """

    entity: Entity
    outgoing: tuple[Edge, ...]
    incoming: tuple[Edge, ...]
    others: Mapping[str, Entity]
    letterhead: Letterhead | None = None
    decisions: tuple[KeptDecision, ...] = ()


@dataclass(frozen=True, slots=True)
class TraceNarrowing:
    """What came of asking for a part of a cascade only.

    Args:
        on_the_way: IRIs of nodes that were not asked for themselves: the way to others goes through them.
        unclear: How many documents are left out because their level or date is unknown, so that nobody can tell
            whether they were asked for.
        undated: How many of the nodes have no date.
        goes_on: Whether more could be reached in more steps than were asked for.
    """

    on_the_way: frozenset[str]
    unclear: int
    undated: int
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """A cascade around one document. Each node and each edge is listed once, however many ways lead to it.

    Args:
        root: IRI of the document asked for.
        nodes: The root and all that was reached, in breadth-first order, then by date and code.
        edges: All cascade edges that were walked, each from what carries out to what is carried out.
        narrowing: Where not all of the cascade was asked for, what came of it; else ``None``.
    """

    root: str
    nodes: tuple[Entity, ...]
    edges: tuple[Edge, ...]
    narrowing: TraceNarrowing | None = None


@dataclass(frozen=True, slots=True)
class ProgrammePlace:
    """A place that takes part in a programme, with the sentences that say so."""

    programme: Entity
    place: Entity
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class MarkedMention:
    """One mention in a source's text, for the reader.

    Args:
        span: Where, in the source's text.
        label: Its kind.
        name: Name of the entity that it was resolved to.
        iri: IRI of that entity, or ``None`` where it was resolved to nothing.
        open: Whether that entity is an undecided citation.
        rule: Name of the rule that resolved it (``graph.identity.rules``), or ``None``.
    """

    span: Span
    label: EntityLabel
    name: str
    iri: str | None
    open: bool
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source with its text and what was found in it.

    Args:
        file: Its path relative to the folder that was built.
        sha256: Hash of its bytes.
        text: The original text; all spans refer to it.
        letterhead: What it says about itself.
        document: The entity that it is.
        mentions: In order.
    """

    file: str
    sha256: str
    text: str
    letterhead: Letterhead
    document: Entity
    mentions: tuple[MarkedMention, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is in a graph.

    Args:
        sources: Source files held.
        entities: Number for each kind.
        statements: Number for each relation (distinct edges).
        evidences: Sentences in all.
        open_citations: Citations that could be several documents.
    """

    sources: int
    entities: Mapping[EntityKind, int]
    statements: Mapping[Relation, int]
    evidences: int
    open_citations: int


class Direction(StrEnum):
    """Which way a trace walks: up to what a document carries out, down to what carries it out."""

    UP = "up"
    DOWN = "down"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Args:
        generation: Number of the live generation after the build.
        changed: Whether a new generation was written.
        read: Files that were read and extracted now.
        unchanged: Files whose statements were taken from the store of an earlier build.
        removed: Files that left the graph.
        failed: One message for each file that could not be used; the others are in the graph.
        counts: What the graph holds now.
        warnings: Errors in the sources that identity noticed, one Vietnamese sentence each.
        notes: What people should know of how files were read now (an old encoding, OCR), one Vietnamese sentence each.
    """

    generation: int
    changed: bool
    read: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    failed: tuple[str, ...]
    counts: Counts
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

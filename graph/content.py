"""Everything that one generation of the graph holds, as one value: the stores are projections of it."""

from dataclasses import dataclass

from graph.answers import Edge, Entity, MarkedMention
from graph.decision_values import FormerName, KeptDecision
from graph.findings import Finding
from graph.indicator_values import GraphIndicator
from graph.proposal_values import Proposal
from graph.reasons import CandidateReasons
from ontology.extraction import Letterhead


@dataclass(frozen=True, slots=True)
class SourceContent:
    """One source file as the graph keeps it.

    Args:
        file: Its path relative to the folder that was built, with ``/``; unique in the graph.
        sha256: Hash of its bytes, hexadecimal. Two files may have the same.
        encoding: Name of the encoding that the bytes were decoded from.
        text: The original text; all spans refer to it.
        letterhead: What it says about itself.
        document: IRI of the document that it is.
        mentions: In order of their start, each with the entity that it was resolved to.
    """

    file: str
    sha256: str
    encoding: str
    text: str
    letterhead: Letterhead
    document: str
    mentions: tuple[MarkedMention, ...]


@dataclass(frozen=True, slots=True)
class GraphContent:
    """A whole graph in canonical order: equal graphs are equal values and give the same bytes in every store.

    Args:
        base_iri: What the IRIs of all entities begin with.
        entities: Sorted by IRI.
        edges: Sorted by id. Both ends are in ``entities``; every evidence's file is in ``sources``.
        part_of: (part, whole) IRIs, place to place, organisation to organisation, programme to programme, sorted.
        sources: Sorted by file.
        findings: Errors in the sources that identity noticed, and decisions that could not be applied, in order.
        aliases: (alias, IRI) sorted: other IRIs under which readers may know an entity. One alias may mean several.
        indicators: Sorted by source and place in it. All IRIs are in ``entities``.
        reasons: For each candidate of each open citation what speaks for and against it, by citation and candidate.
        proposals: Pairs of entities that may be one thing, sorted by IRI; nothing was merged by them.
        decisions: What people decided and what became of it, in the order of the ledger.
        former_names: Names and codes of entities that people made one with others, sorted.
    """

    base_iri: str
    entities: tuple[Entity, ...]
    edges: tuple[Edge, ...]
    part_of: tuple[tuple[str, str], ...]
    sources: tuple[SourceContent, ...]
    findings: tuple[Finding, ...] = ()
    indicators: tuple[GraphIndicator, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    reasons: tuple[CandidateReasons, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    decisions: tuple[KeptDecision, ...] = ()
    former_names: tuple[FormerName, ...] = ()

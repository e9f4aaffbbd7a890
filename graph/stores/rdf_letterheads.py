"""What held documents say of themselves, as RDF, and where things are named that no statement is about.

Provenance of an attribute (issuer, date, title, type): for a held document the place of its letterhead; for another
entity the sentences of its statements, and for one without statements the files that name it.
"""

from collections.abc import Iterator

from graph.content import GraphContent, SourceContent
from graph.evidence_id import evidence_id
from graph.identity.rules import Rule, resolution_rules
from graph.stores import rdf_terms as term
from graph.stores.rdf_evidence import evidence_stem, found_by, place, source_node
from ontology.folding import fold
from ontology.mentions import EntityLabel
from ontology.statements import Evidence
from ontology.vocabulary import concept_iri

_DESCRIBED_BY, _MENTIONED_IN, _SIGNED_BY, _RECIPIENT, _SECRECY, _URGENCY = (
    term.name(f"cth:{part}")
    for part in ("describedBy", "mentionedIn", "signedBy", "recipientName", "secrecy", "urgency")
)


def letterheads(base: str, content: GraphContent) -> Iterator[str]:
    """Yield, for each source, what its document says of itself.

    Args:
        base: The graph's base IRI, escaped.
        content: The graph.
    """
    said: set[str] = set()
    for source in content.sources:
        # Two files of one document say the same of it.
        facts = [fact for fact in _facts(source) if fact not in said]
        said.update(facts)
        if block := _place(base, source) + "".join(facts):
            yield block


def mentions(base: str, content: GraphContent) -> Iterator[str]:
    """Yield the files that name what no statement is about, a triple each.

    Args:
        base: The graph's base IRI, escaped.
        content: The graph.
    """
    known = {edge.source for edge in content.edges} | {edge.target for edge in content.edges}
    known |= {source.document for source in content.sources}
    for source in content.sources:
        named = {mention.iri for mention in source.mentions if mention.iri is not None} - known
        if named:
            node = source_node(base, source.file)
            yield "".join(f"{term.iri(iri)} {_MENTIONED_IN} {node} .\n" for iri in sorted(named))


def _place(base: str, source: SourceContent) -> str:
    span = source.letterhead.span
    if span is None:
        return ""
    weight = resolution_rules()[Rule.HELD].weight
    said = Evidence(source.file, source.sha256, span, source.text[span.start : span.end], Rule.HELD.value, weight)
    stem = evidence_stem(base, evidence_id(source.document, said))
    return (
        f"{term.iri(source.document)} {_DESCRIBED_BY} <{stem}> .\n"
        f"{found_by(f'<{stem}>', said.rule, said.confidence)}"
        f"{place(stem, source_node(base, source.file), span, said.quote)}"
    )


def _facts(source: SourceContent) -> Iterator[str]:
    letterhead = source.letterhead
    document = term.iri(source.document)
    for iri in _signers(source):
        yield f"{document} {_SIGNED_BY} {term.iri(iri)} .\n"
    for name in dict.fromkeys(letterhead.recipients):
        yield f"{document} {_RECIPIENT} {term.text(name)} .\n"
    if letterhead.secrecy is not None:
        yield f"{document} {_SECRECY} {term.iri(concept_iri('secrecy', letterhead.secrecy.degree))} .\n"
    if letterhead.urgency is not None:
        yield f"{document} {_URGENCY} {term.iri(concept_iri('urgency', letterhead.urgency.degree))} .\n"


def _signers(source: SourceContent) -> list[str]:
    """The people who signed: those whom the source's mentions of the signers' names mean, where that is one person."""
    if not source.letterhead.signers:
        return []
    people: dict[str, set[str]] = {}
    for mention in source.mentions:
        if mention.label is EntityLabel.PER and mention.iri is not None:
            people.setdefault(fold(mention.name), set()).add(mention.iri)
    found = [people.get(fold(signer.name), set()) for signer in source.letterhead.signers]
    return list(dict.fromkeys(iri for iris in found if len(iris) == 1 for iri in iris))

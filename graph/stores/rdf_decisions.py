"""Decisions of people as RDF: an activity for each that holds, and ``prov:wasInfluencedBy`` from what it decided.

Source: W3C PROV-O, §3.1 (``prov:Activity``, ``prov:endedAtTime``, ``prov:wasAssociatedWith``). Who decided is an
agent of whom nothing is known but the name that the ledger has: one for each spelling.
"""

from collections.abc import Iterator

from graph.content import GraphContent
from graph.decision_values import KeptDecision
from graph.identity.iris import short_hash, slug
from graph.identity.rules import Rule
from graph.ledger.decisions import What
from graph.stores import rdf_terms as term
from ontology.vocabulary import escape_iri, expand

_DATE_TIME = f"^^<{expand('xsd:dateTime')}>"
_INFLUENCED_BY = term.name("prov:wasInfluencedBy")
_RESOLVED_BY = term.name("cth:resolvedBy")


def decisions(content: GraphContent) -> Iterator[str]:
    """Yield the decisions that hold, in N-Triples: one block for each.

    Args:
        content: The graph.
    """
    base = escape_iri(content.base_iri)
    holding = [kept for kept in content.decisions if kept.holds]
    for name in sorted({kept.by for kept in holding}):
        agent = _agent(base, name)
        yield (
            f"{agent} {term.name('rdf:type')} {term.name('prov:Agent')} .\n"
            f"{agent} {term.name('rdfs:label')} {term.text(name)} .\n"
        )
    for kept in holding:
        yield _decision(base, kept)


def _agent(base: str, name: str) -> str:
    return f"<{base}agent/{slug(name)}-{short_hash(name)}>"


def _decision(base: str, kept: KeptDecision) -> str:
    node = f"<{base}decision/{kept.number}>"
    pairs = [
        (term.name("rdf:type"), term.name("prov:Activity")),
        (term.name("dcterms:type"), term.text(kept.what)),
        (term.name("rdfs:label"), term.text(kept.text, "vi")),
        (term.name("prov:endedAtTime"), term.text(kept.at) + _DATE_TIME),
        (term.name("prov:wasAssociatedWith"), _agent(base, kept.by)),
    ]
    if kept.why is not None:
        pairs.append((term.name("rdfs:comment"), term.text(kept.why)))
    lines = [f"{node} {predicate} {value} .\n" for predicate, value in pairs]
    # What a decision about a statement decides is the statement, not its ends.
    decided = [f"<{base}statement/{key}>" for key in kept.statements] or [term.iri(iri) for iri in kept.entities]
    lines += [f"{thing} {_INFLUENCED_BY} {node} .\n" for thing in decided]
    if kept.what == What.RESOLVE:
        lines += [f"{thing} {_RESOLVED_BY} {term.text(Rule.DECIDED.value)} .\n" for thing in decided]
    return "".join(lines)

"""Validity, codes and successors of places as RDF. Names: ``ontology/cuthehoa.ttl``."""

from collections.abc import Iterator

from graph.answers import Entity, EntityKind
from graph.content import GraphContent
from graph.places.lineage import place_facts, successions
from graph.stores import rdf_terms as term
from ontology.dates import PartialDate

_CODE, _FROM, _TO, _KNOWN, _SUCCEEDED_BY, _PRECEDED_BY = (
    term.name(f"cth:{part}") for part in ("unitCode", "validFrom", "validTo", "knownUnit", "succeededBy", "precededBy")
)


def place_triples(content: GraphContent) -> Iterator[str]:
    """Yield what the tables of units say of the places of a graph, in N-Triples, each triple once.

    Args:
        content: The graph with its units of today (``graph.places.lineage.with_units_of_today``).

    Yields:
        Blocks of whole lines, as ``graph.stores.rdf_triples.triples`` does.
    """
    for entity in content.entities:
        if entity.kind is EntityKind.PLACE and (lines := _facts(entity)):
            yield lines
    for old, new in successions(content):
        yield f"{term.iri(old)} {_SUCCEEDED_BY} {term.iri(new)} .\n{term.iri(new)} {_PRECEDED_BY} {term.iri(old)} .\n"


def _facts(entity: Entity) -> str:
    facts = place_facts(entity)
    pairs = []
    if facts.code is not None:
        pairs.append((_CODE, term.text(facts.code)))
    for predicate, day in ((_FROM, facts.valid_from), (_TO, facts.valid_to)):
        if day is not None:
            pairs.append((predicate, term.partial_date(PartialDate(day.year, day.month, day.day))))
    if facts.known is not None:
        pairs.append((_KNOWN, term.boolean(facts.known)))
    node = term.iri(entity.iri)
    return "".join(f"{node} {predicate} {value} .\n" for predicate, value in pairs)

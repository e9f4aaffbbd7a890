"""The order in which a store lays out entities, so that a whole cascade is read in few pages."""

from collections import defaultdict
from collections.abc import Iterator

from graph.answers import Entity
from graph.content import GraphContent
from ontology.statements import CASCADE, Modality


def cascade_order(content: GraphContent) -> Iterator[Entity]:
    """Yield all entities: each document followed by what carries it out, depth first; else in order of their IRIs.

    Args:
        content: The graph.
    """
    below: defaultdict[str, list[str]] = defaultdict(list)
    carrying: set[str] = set()
    for edge in content.edges:
        if edge.relation in CASCADE and edge.modality is Modality.ASSERTED:
            below[edge.target].append(edge.source)
            carrying.add(edge.source)
    left = {entity.iri: entity for entity in content.entities}
    # First the tops, then what hangs below no top: cycles.
    tops = [iri for iri in left if iri not in carrying]
    for top in (*tops, *[iri for iri in left if iri in carrying]):
        waiting = [top]
        while waiting:
            iri = waiting.pop()
            entity = left.pop(iri, None)
            if entity is not None:
                yield entity
                waiting += sorted(below.get(iri, ()), reverse=True)

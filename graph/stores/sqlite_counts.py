"""How much there is in a graph, as one value of the table ``meta``: counting it anew would read the whole database."""

import json
from collections import Counter

from graph.answers import Counts, EntityKind
from graph.content import GraphContent
from ontology.statements import Relation


def counts_to_text(content: GraphContent) -> str:
    """Return the counts of a graph as JSON."""
    kinds = Counter(entity.kind.value for entity in content.entities)
    relations = Counter(edge.relation.value for edge in content.edges)
    return json.dumps(
        {
            "sources": len(content.sources),
            "entities": dict(sorted(kinds.items())),
            "statements": dict(sorted(relations.items())),
            "evidences": sum(len(edge.evidence) for edge in content.edges),
            "open_citations": sum(bool(entity.candidates) for entity in content.entities),
        }
    )


def counts_from_text(text: str) -> Counts:
    """Return the counts that :func:`counts_to_text` wrote.

    Raises:
        ValueError: If the text is none of these.
    """
    try:
        found = json.loads(text)
        kinds, relations = found["entities"], found["statements"]
        return Counts(
            sources=found["sources"],
            entities={kind: kinds.get(kind.value, 0) for kind in EntityKind},
            statements={relation: relations[relation.value] for relation in Relation if relation.value in relations},
            evidences=found["evidences"],
            open_citations=found["open_citations"],
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not counts: {error}") from error

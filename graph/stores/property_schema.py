"""The schema of the property graph: the same in the embedded database and on a Neo4j server."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from graph.answers import EntityKind
from ontology.statements import DOCUMENT_RELATIONS, Relation


class PropertyType(Enum):
    """What a property holds; dates are ISO strings, so that a year alone can stand there as well."""

    STRING = "STRING"
    INTEGER = "INT64"
    FLOAT = "DOUBLE"
    BOOLEAN = "BOOL"


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node or relationship.

    Args:
        name: Its name, as users write it in Cypher.
        type: What it holds.
    """

    name: str
    type: PropertyType = PropertyType.STRING


@dataclass(frozen=True, slots=True)
class NodeLabel:
    """One kind of node.

    Args:
        name: The label.
        properties: All properties; the first is the key, unique among the nodes of this label.
    """

    name: str
    properties: tuple[Property, ...]

    @property
    def key(self) -> str:
        """Name of the property that identifies a node."""
        return self.properties[0].name


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """One kind of relationship.

    Args:
        name: The type.
        ends: The pairs of labels (from, to) that it may join.
        properties: All properties; the first is ``id``.
    """

    name: str
    ends: tuple[tuple[str, str], ...]
    properties: tuple[Property, ...]


_ID = Property("id")
_NAME = Property("name")
_IRI = Property("iri")
_OPEN = Property("open", PropertyType.BOOLEAN)
_LEVEL = Property("level")
_PLACE = Property("place")
_CONFIDENCE = Property("confidence", PropertyType.FLOAT)
_STRUCTURE = (_ID, Property("relation"))
_STATEMENT = (*_STRUCTURE, _CONFIDENCE, _OPEN)

DOCUMENT: Final = EntityKind.DOCUMENT.value
ORGANIZATION: Final = EntityKind.ORGANIZATION.value
PLACE: Final = EntityKind.PLACE.value
PERSON: Final = EntityKind.PERSON.value
PROGRAMME: Final = EntityKind.PROGRAMME.value
EVIDENCE: Final = "Evidence"

ISSUED_BY: Final = "ISSUED_BY"
PART_OF: Final = "PART_OF"
CANDIDATE: Final = "CANDIDATE"
SUCCEEDED_BY: Final = "SUCCEEDED_BY"

NODES: Final = (
    NodeLabel(
        DOCUMENT,
        (
            _IRI,
            Property("code"),
            Property("date"),
            Property("title"),
            _NAME,
            Property("type"),
            _LEVEL,
            Property("held", PropertyType.BOOLEAN),
            _OPEN,
            Property("issuer"),
            Property("file"),
        ),
    ),
    NodeLabel(ORGANIZATION, (_IRI, _NAME, _LEVEL, _PLACE)),
    NodeLabel(
        PLACE,
        (
            _IRI,
            _NAME,
            _PLACE,
            _LEVEL,
            Property("code"),
            Property("valid_from"),
            Property("valid_to"),
            Property("known", PropertyType.BOOLEAN),
        ),
    ),
    NodeLabel(PERSON, (_IRI, _NAME)),
    NodeLabel(PROGRAMME, (_IRI, _NAME, Property("stage"))),
    NodeLabel(
        EVIDENCE,
        (
            _ID,
            Property("statement"),
            Property("file"),
            Property("start", PropertyType.INTEGER),
            Property("end", PropertyType.INTEGER),
            Property("quote"),
            Property("rule"),
            _CONFIDENCE,
            Property("page", PropertyType.INTEGER),
        ),
    ),
)
"""Every label; ``Evidence.statement`` is the ``id`` of the relationship that the sentence states."""

RELATIONSHIPS: Final = (
    *(RelationshipType(relation.cypher_type, ((DOCUMENT, DOCUMENT),), _STATEMENT) for relation in DOCUMENT_RELATIONS),
    RelationshipType(Relation.COVERS.cypher_type, ((PROGRAMME, PLACE), (DOCUMENT, PLACE)), _STATEMENT),
    RelationshipType(Relation.HOLDS_POST.cypher_type, ((PERSON, ORGANIZATION),), (*_STATEMENT, Property("role"))),
    RelationshipType(ISSUED_BY, ((DOCUMENT, ORGANIZATION),), _STRUCTURE),
    RelationshipType(PART_OF, ((PLACE, PLACE), (ORGANIZATION, ORGANIZATION), (PROGRAMME, PROGRAMME)), _STRUCTURE),
    RelationshipType(SUCCEEDED_BY, ((PLACE, PLACE),), _STRUCTURE),
    RelationshipType(CANDIDATE, ((DOCUMENT, DOCUMENT),), (*_STRUCTURE, Property("rank", PropertyType.INTEGER))),
)
"""Every relationship type. The last four state no sentence: they follow from what the entities are."""

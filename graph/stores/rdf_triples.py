"""The graph as RDF: the one projection behind the SPARQL store and the RDF exports.

Plain triples say what is asserted; one statement node for each edge says how sure that is, and where it is written.
There are no blank nodes: every node has an IRI made of ids, so that the same graph gives the same triples.

Sources: W3C RDF 1.1 Schema §5.3 (reification); W3C ORG §5.2 (``org:Membership``). Names: ``ontology/cuthehoa.ttl``;
the modules beside this one project the places in sources, letterheads, indicators and findings.
"""

from collections.abc import Iterator

from graph.answers import Edge, Entity, EntityKind
from graph.content import GraphContent
from graph.places.lineage import with_units_of_today
from graph.stores import rdf_terms as term
from graph.stores.rdf_decisions import decisions
from graph.stores.rdf_evidence import evidence, source_node
from graph.stores.rdf_findings import findings
from graph.stores.rdf_indicators import indicators
from graph.stores.rdf_letterheads import letterheads, mentions
from graph.stores.rdf_places import place_triples
from ontology.levels import Level
from ontology.statements import Modality, Relation
from ontology.vocabulary import (
    CARRIES_OUT,
    DOCUMENT_TYPES,
    LEVELS,
    class_iri,
    escape_iri,
    level_iri,
    modality_iri,
    relation_iri,
    slug,
    type_iri,
)

_A = term.name("rdf:type")
_LABEL = term.name("rdfs:label")
_PREF_LABEL = term.name("skos:prefLabel")
_CONCEPT = term.name("skos:Concept")
_IN_SCHEME = term.name("skos:inScheme")
_FILE = term.name("cth:file")
_CARRIES_OUT = term.iri(CARRIES_OUT)
_PART_OF = term.name("cth:partOf")
_CLASSES = {kind: term.iri(class_iri(kind)) for kind in EntityKind}
_RELATIONS = {relation: term.iri(relation_iri(relation)) for relation in Relation}
_MODALITIES = {modality: term.iri(modality_iri(modality)) for modality in Modality}
_LEVELS = {level: term.iri(level_iri(level)) for level in Level}
_STATEMENT = f"{_A} {term.name('rdf:Statement')} .\n"
_MEMBERSHIP = f"{_A} {term.name('org:Membership')} .\n"
_SUBJECT, _PREDICATE, _OBJECT = (term.name(f"rdf:{part}") for part in ("subject", "predicate", "object"))
_HELD, _CODE, _DATE, _TYPE, _ISSUER, _LEVEL = (
    term.name(f"cth:{part}") for part in ("held", "code", "date", "type", "issuer", "level")
)
_TITLE = term.name("dcterms:title")
_CONFIDENCE, _OPEN, _MODALITY = (term.name(f"cth:{part}") for part in ("confidence", "open", "modality"))


def triples(content: GraphContent) -> Iterator[str]:
    """Yield the graph in N-Triples, in the order of ``content``, each triple once.

    Args:
        content: The graph.

    Yields:
        Blocks of whole lines, each line one triple with its line end; one block is about one entity or statement.
    """
    base = escape_iri(content.base_iri)
    yield from plain_triples(content)
    yield from _sources(content)
    yield from letterheads(base, content)
    yield from mentions(base, content)
    yield from _roles(content)
    for edge in content.edges:
        yield _statement(base, edge)
    yield from indicators(base, content)
    yield from findings(base, content)
    yield from decisions(content)


def plain_triples(content: GraphContent) -> Iterator[str]:
    """Yield what the entities are and how they stand to each other, and nothing of where that is said.

    Args:
        content: The graph.

    Yields:
        As :func:`triples` does, of which these are the first.
    """
    content = with_units_of_today(content)
    yield from _concepts(content)
    for entity in content.entities:
        yield _entity(entity)
    for part, whole in content.part_of:
        yield f"{term.iri(part)} {_PART_OF} {term.iri(whole)} .\n"
    for alias, iri in content.aliases:
        yield f"{term.iri(iri)} {term.name('cth:alias')} {term.iri(alias)} .\n"
    yield from place_triples(content)
    yield from _plain(content)


def _concepts(content: GraphContent) -> Iterator[str]:
    """Label the types and levels in use, so that the data can be read without the vocabulary beside it."""
    for document_type in sorted({entity.type for entity in content.entities if entity.type}):
        yield _concept(type_iri(document_type), document_type, DOCUMENT_TYPES)
    used = {entity.level for entity in content.entities if entity.level}
    for level in sorted(used, key=lambda level: level.rank):
        yield _concept(level_iri(level), level.vietnamese, LEVELS)


def _concept(concept: str, label: str, scheme: str) -> str:
    node = term.iri(concept)
    return (
        f"{node} {_A} {_CONCEPT} .\n"
        f"{node} {_PREF_LABEL} {term.text(label, 'vi')} .\n"
        f"{node} {_IN_SCHEME} {term.iri(scheme)} .\n"
    )


def _entity(entity: Entity) -> str:
    node = term.iri(entity.iri)
    pairs = [(_A, _CLASSES[entity.kind]), (_LABEL, term.text(entity.name))]
    if entity.kind is EntityKind.DOCUMENT:
        pairs += _document(entity)
    if entity.level is not None:
        pairs.append((_LEVEL, _LEVELS[entity.level]))
    if entity.place is not None:
        pairs.append((term.name("cth:placeName"), term.text(entity.place)))
    if entity.stage is not None:
        pairs.append((term.name("cth:stage"), term.text(entity.stage)))
    if entity.open:
        pairs.append((_OPEN, term.boolean(True)))
    pairs += [(term.name("cth:candidate"), term.iri(candidate)) for candidate in entity.candidates]
    return "".join(f"{node} {predicate} {value} .\n" for predicate, value in pairs)


def _document(entity: Entity) -> list[tuple[str, str]]:
    pairs = [(_HELD, term.boolean(entity.held))]
    if entity.code is not None:
        pairs.append((_CODE, term.text(entity.code)))
    if entity.date is not None:
        pairs.append((_DATE, term.partial_date(entity.date)))
    if entity.title is not None:
        pairs.append((_TITLE, term.text(entity.title)))
    if entity.type is not None:
        pairs.append((_TYPE, term.iri(type_iri(entity.type))))
    if entity.issuer_iri is not None:
        pairs += [(_ISSUER, term.iri(issuer)) for issuer in (entity.issuer_iri, *entity.joint_issuers)]
    if entity.issuer is not None:
        pairs.append((term.name("cth:issuerName"), term.text(entity.issuer)))
    return pairs


def _plain(content: GraphContent) -> Iterator[str]:
    """Yield what is asserted, one triple for an edge; ``cth:carriesOut`` once for a pair that two relations join."""
    carried: set[tuple[str, str]] = set()
    posts: set[tuple[str, str]] = set()
    for edge in content.edges:
        if edge.modality is not Modality.ASSERTED:
            continue
        ends = (edge.source, edge.target)
        if edge.relation is Relation.HOLDS_POST:
            if ends in posts:
                continue
            posts.add(ends)
        source, target = term.iri(edge.source), term.iri(edge.target)
        yield f"{source} {_RELATIONS[edge.relation]} {target} .\n"
        if edge.relation.carries_out and ends not in carried:
            carried.add(ends)
            yield f"{source} {_CARRIES_OUT} {target} .\n"


def _sources(content: GraphContent) -> Iterator[str]:
    digests = {evidence.file: evidence.source for edge in content.edges for evidence in edge.evidence}
    digests |= {source.file: source.sha256 for source in content.sources}
    documents = {source.file: source.document for source in content.sources}
    for file, digest in sorted(digests.items()):
        node = source_node(content.base_iri, file)
        yield (
            f"{node} {_A} {term.name('cth:Source')} .\n"
            f"{node} {_FILE} {term.text(file)} .\n"
            f"{node} {term.name('cth:sha256')} {term.text(digest)} .\n"
        )
        if file in documents:
            yield f"{term.iri(documents[file])} {term.name('cth:source')} {node} .\n"


def _role_node(base: str, role: str) -> str:
    return term.iri(f"{base}role/{slug(role)}")


def _roles(content: GraphContent) -> Iterator[str]:
    labels: dict[str, str] = {}
    for edge in content.edges:
        if edge.role is not None:
            node = _role_node(content.base_iri, edge.role)
            # Two spellings of one folded name are one role: the first in order of letters names it.
            labels[node] = min(edge.role, labels.get(node, edge.role))
    for node, label in sorted(labels.items()):
        yield f"{node} {_A} {term.name('org:Role')} .\n{node} {_LABEL} {term.text(label)} .\n"


def _statement(base: str, edge: Edge) -> str:
    node = term.iri(f"{base}statement/{edge.id}")
    source, target = term.iri(edge.source), term.iri(edge.target)
    block = [
        f"{node} {_STATEMENT}"
        f"{node} {_SUBJECT} {source} .\n"
        f"{node} {_PREDICATE} {_RELATIONS[edge.relation]} .\n"
        f"{node} {_OBJECT} {target} .\n"
        f"{node} {_CONFIDENCE} {term.confidence(edge.confidence)} .\n"
        f"{node} {_OPEN} {term.boolean(edge.open)} .\n"
        f"{node} {_MODALITY} {_MODALITIES[edge.modality]} .\n"
    ]
    if edge.relation is Relation.HOLDS_POST and edge.modality is Modality.ASSERTED:
        block.append(
            f"{node} {_MEMBERSHIP}"
            f"{node} {term.name('org:member')} {source} .\n"
            f"{node} {term.name('org:organization')} {target} .\n"
        )
    if edge.role is not None:
        block.append(f"{node} {term.name('org:role')} {_role_node(base, edge.role)} .\n")
    block += [evidence(base, node, edge.id, said) for said in edge.evidence]
    return "".join(block)

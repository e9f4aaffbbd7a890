"""What each store holds, read back by the store's own means into one common form, for comparing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import ladybug
import pyoxigraph

from graph.content import GraphContent
from graph.places.lineage import with_units_of_today
from graph.stores import property_store, rdf_store, sqlite_store
from ontology.statements import Modality, Relation
from ontology.vocabulary import NAMESPACE

PREFIXES = """
PREFIX cth: <https://w3id.org/cuthehoa/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""

Row = tuple[object, ...]


@dataclass(frozen=True)
class StoreView:
    """A store's content, as sets, so that a difference shows which rows differ.

    `entities`: iri, kind, name; `documents`: iri, code, date, title, type, level, issuer, held, open;
    `edges`: id, source, relation, target, confidence, open, role; `evidence`: edge id, file, start, end, quote, rule, page;
    `candidates` and `parts`: pairs of IRIs.
    """

    entities: frozenset[Row]
    documents: frozenset[Row]
    edges: frozenset[Row]
    evidence: frozenset[Row]
    candidates: frozenset[Row]
    parts: frozenset[Row]


def view_of(content: GraphContent) -> StoreView:
    """What every store should show of the content."""
    edges = [edge for edge in content.edges if edge.modality is Modality.ASSERTED]
    return StoreView(
        entities=frozenset((e.iri, e.kind.value, e.name) for e in content.entities),
        documents=frozenset(
            (
                e.iri,
                e.code,
                str(e.date) if e.date else None,
                e.title,
                e.type,
                e.level.value if e.level else None,
                e.issuer,
                e.held,
                e.open,
            )
            for e in content.entities
            if e.kind.value == "Document"
        ),
        edges=frozenset(
            (e.id, e.source, e.relation.value, e.target, round(e.confidence, 6), e.open, e.role) for e in edges
        ),
        evidence=frozenset(
            (e.id, x.file, x.span.start, x.span.end, x.quote, x.rule, x.page) for e in edges for x in e.evidence
        ),
        candidates=frozenset((e.iri, candidate) for e in content.entities for candidate in e.candidates),
        parts=frozenset(content.part_of),
    )


def shown_to_queries(content: GraphContent) -> StoreView:
    """What the stores for query languages show: today's successors of the places as well."""
    return view_of(with_units_of_today(content))


def read_sqlite(content: GraphContent, path: Path) -> StoreView:
    """Write and read the query API's own store."""
    sqlite_store.write(content, path)
    return view_of(sqlite_store.read_content(path))


def read_rdf(content: GraphContent, path: Path) -> StoreView:
    """Write the SPARQL store and ask it."""
    rdf_store.write(content, path)
    store = pyoxigraph.Store.read_only(str(path))

    def select(query: str) -> list[list[str | None]]:
        rows = store.query(PREFIXES + query)
        return [[None if value is None else value.value for value in row] for row in rows]

    relations = {NAMESPACE + relation.rdf_name: relation.value for relation in Relation}
    return StoreView(
        entities=frozenset(
            (iri, (kind or "").removeprefix(NAMESPACE), name)
            for iri, kind, name in select(
                """SELECT ?iri ?kind ?name {
                     VALUES ?kind { cth:Document cth:Organization cth:Place cth:Person cth:Programme }
                     ?iri a ?kind ; rdfs:label ?name }"""
            )
        ),
        documents=frozenset(
            (*plain, level and level.removeprefix(f"{NAMESPACE}level-"), issuer, held == "true", is_open == "true")
            for *plain, level, issuer, held, is_open in select(
                """SELECT ?iri ?code ?date ?title ?type ?level ?issuer ?held ?open {
                     ?iri a cth:Document ; cth:held ?held .
                     OPTIONAL { ?iri cth:code ?code } OPTIONAL { ?iri cth:date ?date }
                     OPTIONAL { ?iri dcterms:title ?title } OPTIONAL { ?iri cth:type/skos:prefLabel ?type }
                     OPTIONAL { ?iri cth:level ?level } OPTIONAL { ?iri cth:open ?open }
                     OPTIONAL { ?iri cth:issuerName ?issuer } }"""
            )
        ),
        edges=frozenset(
            ((iri or "").rpartition("/")[2], source, relations[predicate or ""], target, float(confidence or 0),
             is_open == "true", role)
            for iri, source, predicate, target, confidence, is_open, role in select(
                """SELECT ?statement ?source ?predicate ?target ?confidence ?open ?role {
                     ?statement a rdf:Statement ; rdf:subject ?source ; rdf:predicate ?predicate ; rdf:object ?target ;
                                cth:confidence ?confidence ; cth:open ?open ; cth:modality cth:modality-asserted .
                     ?source ?predicate ?target .
                     OPTIONAL { ?statement org:role/rdfs:label ?role } }"""
            )
        ),
        evidence=frozenset(
            ((iri or "").rpartition("/")[2], file, int(start or -1), int(end or -1), quote, rule,
             page and int(page))
            for iri, file, start, end, quote, rule, page in select(
                """SELECT ?statement ?file ?start ?end ?quote ?rule ?page {
                     ?statement cth:modality cth:modality-asserted ; cth:evidence ?evidence .
                     ?evidence a oa:Annotation ; cth:rule ?rule ; oa:hasTarget ?where .
                     ?where oa:hasSource/cth:file ?file ; oa:hasSelector ?words , ?place .
                     ?words a oa:TextQuoteSelector ; oa:exact ?quote .
                     ?place a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
                     OPTIONAL { ?evidence schema:pageStart ?page } }"""
            )
        ),
        candidates=frozenset(map(tuple, select("SELECT ?iri ?candidate { ?iri cth:candidate ?candidate }"))),
        parts=frozenset(map(tuple, select("SELECT ?part ?whole { ?part cth:partOf ?whole }"))),
    )  # fmt: skip


def read_property(content: GraphContent, path: Path) -> StoreView:
    """Write the embedded Cypher store and ask it."""
    property_store.write(content, path)
    with (
        ladybug.Database(str(path), read_only=True, max_db_size=2**34) as database,
        ladybug.Connection(database) as connection,
    ):
        return read_cypher(lambda query: connection.execute(query).get_all())


def read_cypher(ask: Callable[[str], Iterable[Iterable[object]]]) -> StoreView:
    """Ask any property graph, by Cypher that the embedded store and Neo4j both understand."""

    def rows(query: str) -> frozenset[Row]:
        return frozenset(tuple(row) for row in ask(query))

    kinds = ("Document", "Organization", "Place", "Person", "Programme")
    return StoreView(
        entities=frozenset(
            (iri, kind, name) for kind in kinds for iri, name in rows(f"MATCH (n:{kind}) RETURN n.iri, n.name")
        ),
        documents=rows(
            "MATCH (d:Document) RETURN d.iri, d.code, d.date, d.title, d.type, d.level, d.issuer, d.held, d.open"
        ),
        edges=frozenset().union(
            *(
                (
                    (identity, source, name, target, round(float(str(confidence)), 6), is_open, role)
                    for identity, source, name, target, confidence, is_open, role in rows(
                        f"MATCH (a)-[r:{relation.cypher_type}]->(b) RETURN r.id, a.iri, r.relation, b.iri, "
                        f"r.confidence, r.open, {'r.role' if relation is Relation.HOLDS_POST else 'null'}"
                    )
                )
                for relation in Relation
            )
        ),
        evidence=rows("MATCH (e:Evidence) RETURN e.statement, e.file, e.start, e.`end`, e.quote, e.rule, e.page"),
        candidates=rows("MATCH (d)-[:CANDIDATE]->(c) RETURN d.iri, c.iri"),
        parts=rows("MATCH (p)-[:PART_OF]->(w) RETURN p.iri, w.iri"),
    )


READERS: Mapping[str, Callable[[GraphContent, Path], StoreView]] = {
    "sqlite": read_sqlite,
    "rdf": read_rdf,
    "property": read_property,
}

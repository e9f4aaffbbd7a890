"""Validity, codes and successors of places in RDF and in the property graph, and the roll-up in both languages."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from place_graph import BASE, Said, place, place_content, unit, unknown

from graph.answers import Entity, EntityKind
from graph.content import GraphContent
from graph.database import Database
from graph.floors import floor_of
from graph.named_queries import QueryLanguage, named_query
from graph.places.lineage import PlaceFacts, place_facts, successions, with_units_of_today
from graph.places.roll_up import roll_up
from graph.sandbox.query_worker import QueryWorkers
from graph.stores import property_store, rdf_store, sqlite_store
from graph.stores.rdf_triples import triples
from graph.view import content_graph
from ontology.levels import Level
from ontology.lineage import is_divided, successors_of
from ontology.units import FIRST_DAY_OF_34, LAST_DAY_OF_63, all_units
from ontology.vocabulary import expand

NTM, OCOP = "Nông thôn mới", "Mỗi xã một sản phẩm"
DIVIDED = next(each for each in all_units() if is_divided(each))
PHUNG_HIEP = unit("huyện Phụng Hiệp")
CONTENT = place_content(
    Said(name, where)
    for name in (NTM, OCOP)
    for where in (
        place(unit("xã Tân Long, huyện Phụng Hiệp")),
        place(unit("xã Thạnh Hòa, huyện Phụng Hiệp")),
        place(PHUNG_HIEP),
        place(unit("thành phố Cần Thơ")),
        place(DIVIDED),
        unknown("xã Không Còn", PHUNG_HIEP),
        unknown("xã Minh Quang"),
        unknown("xã Đâu Đó"),
        place(unit("xã Tân Bình, thành phố Cần Thơ", FIRST_DAY_OF_34)),
    )
)


def entity(name: str, around: str | None = None) -> Entity:
    return next(each for each in CONTENT.entities if each.name == name and (around is None or each.place == around))


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("xã Tân Long", PlaceFacts("31438", None, LAST_DAY_OF_63, known=True)),
        ("huyện Phụng Hiệp", PlaceFacts("934", None, LAST_DAY_OF_63, known=True)),
        ("thành phố Cần Thơ", PlaceFacts("92", None, None, known=True)),
        ("xã Tân Bình", PlaceFacts("31399", FIRST_DAY_OF_34, None, known=True)),
        ("xã Không Còn", PlaceFacts(known=False)),
        ("xã Đâu Đó", PlaceFacts(known=False)),
        ("xã Minh Quang", PlaceFacts()),  # several are of that name: it stays open whether it is one of them
        (NTM, PlaceFacts()),
    ],
)
def test_facts_of_places(name: str, facts: PlaceFacts) -> None:
    assert place_facts(entity(name)) == facts


def test_units_of_today_are_added_once_and_lie_in_their_province() -> None:
    shown = with_units_of_today(CONTENT)
    added = {each.name for each in shown.entities} - {each.name for each in CONTENT.entities}
    assert {each.full_name for each in successors_of(DIVIDED)} <= added
    assert len({each.iri for each in shown.entities}) == len(shown.entities)
    assert list(shown.entities) == sorted(shown.entities, key=lambda each: each.iri)
    assert with_units_of_today(shown) == shown
    there = {each.iri for each in shown.entities}
    links = list(successions(shown))
    assert links
    assert {end for link in (*links, *shown.part_of) for end in link} <= there
    new = f"{BASE}place/thanh-pho-can-tho/xa-thanh-hoa"
    assert (entity("xã Tân Long").iri, new) in links
    assert (new, f"{BASE}place/thanh-pho-can-tho") in shown.part_of
    assert all(old != heir for old, heir in links)


def test_a_graph_without_old_places_stays_as_it_is() -> None:
    empty = GraphContent(BASE, (), (), (), ())
    assert with_units_of_today(empty) is empty


def test_triples_come_once_and_every_place_has_a_type() -> None:
    lines = "".join(triples(CONTENT)).splitlines()
    assert len(lines) == len(set(lines))
    facts = {tuple(line.removesuffix(" .").split(" ", 2)) for line in lines}
    typed = {s for s, p, o in facts if p == f"<{expand('rdf:type')}>" and o == f"<{expand('cth:Place')}>"}
    linked = {(s, o) for s, p, o in facts if p == f"<{expand('cth:succeededBy')}>"}
    assert {end for link in linked for end in link} <= typed
    assert {(o, s) for s, o in linked} == {(s, o) for s, p, o in facts if p == f"<{expand('cth:precededBy')}>"}
    tan_long = f"<{entity('xã Tân Long').iri}>"
    assert {(p, o) for s, p, o in facts if s == tan_long} >= {
        (f"<{expand('cth:validTo')}>", f'"2025-06-30"^^<{expand("xsd:date")}>'),
        (f"<{expand('cth:unitCode')}>", '"31438"'),
        (f"<{expand('cth:knownUnit')}>", f'"true"^^<{expand("xsd:boolean")}>'),
    }


def test_the_view_has_no_node_without_properties() -> None:
    graph = content_graph(CONTENT)
    assert all(data.get("kind") for _, data in graph.nodes(data=True))
    assert any(data.get("relation") == "succeeded_by" for _, _, data in graph.edges(data=True))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stores")
    sqlite_store.write(CONTENT, path / "graph.sqlite")
    rdf_store.write(CONTENT, path / "rdf")
    property_store.write(CONTENT, path / "property")
    return path


@pytest.fixture(scope="module")
def workers(folder: Path) -> Iterator[QueryWorkers]:
    with QueryWorkers(folder / "rdf", folder / "property", size=1) as opened:
        yield opened


@pytest.mark.parametrize("level", [Level.PROVINCE, Level.COMMUNE])
def test_the_roll_up_is_the_same_in_python_sparql_and_cypher(level: Level, folder: Path, workers: QueryWorkers) -> None:
    with Database(folder / "graph.sqlite") as database:
        found = roll_up(database, BASE, level, floor=floor_of(None))
    expected: Counter[tuple[str, str, str | None]] = Counter()
    shared: Counter[tuple[str, str, str | None]] = Counter()
    for row in found.rows:
        for each in row.units:
            # The queries leave out what is only known of a unit above.
            if each.level is level:
                key = (row.programme.name, each.name, each.around)
                expected[key] += row.statements
                shared[key] += row.statements * row.shared
    wanted = {(*key, number, shared[key]) for key, number in expected.items()}
    assert len(wanted) > 3

    sparql = named_query(QueryLanguage.SPARQL, "programmes_by_unit_today").bind({"level": level.value})
    rows = workers.sparql(sparql.text).rows
    values = [[term and term.value for term in row] for row in rows]
    assert {(*row[:3], int(str(row[3])), int(str(row[4]))) for row in values} == wanted

    cypher = named_query(QueryLanguage.CYPHER, "programmes_by_unit_today").bind({"level": level.value})
    assert {tuple(row) for row in workers.cypher(cypher.text, dict(cypher.parameters)).rows} == wanted


def test_the_property_graph_tells_validity_and_successors(workers: QueryWorkers) -> None:
    table = workers.cypher(
        "MATCH (a:Place)-[r:SUCCEEDED_BY]->(b:Place) WHERE a.name = 'xã Tân Long' "
        "RETURN a.code, a.valid_from, a.valid_to, a.known, a.level, r.relation, b.name, b.valid_from, b.valid_to"
    )
    assert [tuple(row) for row in table.rows] == [
        ("31438", None, "2025-06-30", True, "commune", "succeeded_by", "xã Thạnh Hòa", "2025-07-01", None)
    ]
    table = workers.cypher("MATCH (a:Place) WHERE a.known = false RETURN a.name AS name ORDER BY name")
    assert [tuple(row) for row in table.rows] == [("xã Không Còn",), ("xã Đâu Đó",)]


def test_places_are_of_the_kind(folder: Path) -> None:
    """The database keeps what sources name, and nothing more."""
    with Database(folder / "graph.sqlite") as database:
        assert len(database.entities_of(EntityKind.PLACE)) == sum(
            each.kind is EntityKind.PLACE for each in CONTENT.entities
        )

"""The library of named queries on the sample corpus: each runs, within its limits, and answers what it promises."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest

from graph.named_queries import (
    BoundQuery,
    NamedQuery,
    ParameterType,
    QueryLanguage,
    Topic,
    named_queries,
    named_query,
)
from graph.query import Graph
from graph.sandbox.query_results import Term
from graph.sandbox.query_worker import run_sparql
from ontology.errors import QueryError

# Nothing of the kind is in the sample corpus as it is built without decisions of people.
MAY_BE_EMPTY = {"aliases", "findings", "indicators", "outdated_basis", "place_history", "rejected", "stages"}
SPARQL = named_queries(QueryLanguage.SPARQL)
CYPHER = named_queries(QueryLanguage.CYPHER)


@pytest.fixture(scope="module")
def graph(sample_graph: Path) -> Iterator[Graph]:
    with Graph.open(sample_graph) as opened:
        yield opened


def in_sparql(graph: Graph, query: BoundQuery) -> list[tuple[str | None, ...]]:
    found = graph.sparql(query.text, timeout=5, limit=5_000)
    assert not found.truncated
    return [tuple(term and term.value for term in row) for row in found.rows]


def in_cypher(graph: Graph, query: BoundQuery) -> list[tuple[str | None, ...]]:
    found = graph.cypher(query.text, dict(query.parameters), timeout=5, limit=5_000)
    assert not found.truncated
    return [tuple(None if value is None else _text(value) for value in row) for row in found.rows]


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_the_library_is_a_library() -> None:
    assert len(SPARQL) >= 40
    assert len(CYPHER) >= 25
    assert {query.topic for query in SPARQL} >= set(Topic) - {Topic.OTHER}
    for queries in (SPARQL, CYPHER):
        assert len({query.title for query in queries}) == len(queries)
        topics = [query.topic for query in queries]
        assert topics == sorted(topics, key=list(Topic).index), "one topic after the other"


@pytest.mark.parametrize("query", [*SPARQL, *CYPHER], ids=lambda query: f"{query.name}.{query.language}")
def test_a_query_says_what_it_is(query: NamedQuery) -> None:
    assert query.shows.endswith(".")
    for parameter in query.parameters:
        parameter.check(parameter.default)
        assert parameter.meaning


@pytest.mark.parametrize("query", SPARQL, ids=lambda query: query.name)
def test_a_sparql_query_answers_on_the_sample(query: NamedQuery, graph: Graph) -> None:
    rows = in_sparql(graph, query.bind())
    assert rows or query.name in MAY_BE_EMPTY
    assert len(set(rows)) == len(rows) or query.name == "posts", "no row comes twice"


@pytest.mark.parametrize("name", [query.name for query in CYPHER])
def test_both_languages_answer_alike_on_the_sample(name: str, graph: Graph) -> None:
    sparql, cypher = named_query(QueryLanguage.SPARQL, name), named_query(QueryLanguage.CYPHER, name)
    assert (sparql.topic, sparql.title, sparql.parameters) == (cypher.topic, cypher.title, cypher.parameters)
    assert sorted(in_sparql(graph, sparql.bind()), key=str) == sorted(in_cypher(graph, cypher.bind()), key=str)


ANSWERS = [
    ("cascade_up", {}, "Nghị quyết 18-NQ/TW"),
    ("cascade_up", {"code": "139-CTr/TU", "date": "2022-11-09"}, "Nghị quyết 18-NQ/TW"),
    ("coverage", {}, "Huyện ủy Phụng Hiệp"),
    ("delays", {}, "Kế hoạch 109-KH/HU"),
    ("documents_of_issuer", {"issuer": "Tỉnh ủy Hậu Giang"}, "Chương trình 139-CTr/TU"),
    ("documents_of_year", {"year": "2022"}, "Chương trình 139-CTr/TU"),
    ("programmes_of_place", {}, "xã Tân Bình"),
    ("parts_of_place", {"place": "tỉnh Hậu Giang"}, "huyện Phụng Hiệp"),
    ("about_term", {"term": "https://w3id.org/cuthehoa/ns#concretizes"}, "https://w3id.org/cuthehoa/ns#carriesOut"),
    ("vocabulary_terms", {}, "https://w3id.org/cuthehoa/ns#carriesOut"),
    ("read_from_file", {}, "Kế hoạch 109-KH/HU"),
    ("posts_of_person", {}, "Bí thư"),
    ("amendments", {}, "Nghị quyết 14/2022/NQ-HĐND"),
]


@pytest.mark.parametrize(("name", "values", "expected"), ANSWERS)
def test_an_answer_holds_what_it_must(name: str, values: dict[str, str], expected: str, graph: Graph) -> None:
    cells = {
        cell or "" for row in in_sparql(graph, named_query(QueryLanguage.SPARQL, name).bind(values)) for cell in row
    }
    assert any(expected in cell for cell in cells)


ISSUERS = ("Tỉnh ủy Hậu Giang", "Tỉnh ủy Thái Bình")


def test_values_lead_to_other_answers(graph: Graph) -> None:
    query = named_query(QueryLanguage.SPARQL, "doubtful")
    few, many = (len(in_sparql(graph, query.bind({"below": below}))) for below in ("0.1", "1.1"))
    assert few == 0 < many
    years = named_query(QueryLanguage.SPARQL, "documents_of_year")
    found = {y: {row[0] for row in in_sparql(graph, years.bind({"year": y}))} for y in ("2022", "2023", "1900")}
    assert found["2022"].isdisjoint(found["2023"])
    assert found["1900"] == set()
    for language, ask in ((QueryLanguage.SPARQL, in_sparql), (QueryLanguage.CYPHER, in_cypher)):
        issued = named_query(language, "documents_of_issuer")
        one, other = ({row[0] for row in ask(graph, issued.bind({"issuer": name}))} for name in ISSUERS)
        assert one
        assert other
        assert one.isdisjoint(other)


BAD_VALUES = [
    ("documents_of_year", "year", "2023 } #"),
    ("documents_of_year", "year", "hai nghìn"),
    ("documents_of_year", "year", ""),
    ("documents_of_year", "year", "٢٠٢٣"),
    ("documents_of_year", "year", "9" * 400),
    ("doubtful", "below", "0,8"),
    ("doubtful", "below", "nan"),
    ("doubtful", "below", "1e9"),
    ("about_term", "term", "file:///etc/passwd"),
    ("about_term", "term", "https://x/> } ASK {"),
    ("about_term", "term", "https://x/ y"),
    ("about_term", "term", "cth:code"),
    ("cascade", "date", "2022-13-01"),
    ("cascade", "date", '2022" } #'),
    ("cascade", "date", "16/6/2022"),
]


@pytest.mark.parametrize(("name", "parameter", "value"), BAD_VALUES)
def test_a_value_of_another_type_is_refused(name: str, parameter: str, value: str) -> None:
    with pytest.raises(QueryError, match=f"tham số {parameter}"):
        named_query(QueryLanguage.SPARQL, name).bind({parameter: value})


def test_every_type_of_value_is_used() -> None:
    assert {parameter.type for query in SPARQL for parameter in query.parameters} == set(ParameterType)


# What other parts of the graph are written with; the sample corpus holds no case of each.
MORE = """
PREFIX cth: <https://w3id.org/cuthehoa/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX : <https://example.org/>

:plan a cth:Document ; rdfs:label "Kế hoạch 1-KH/HU" ; cth:alias :former ; cth:basedOn :old ; cth:date "2024"^^xsd:gYear .
:old a cth:Document ; rdfs:label "Quyết định 1/QĐ-UBND" .
:new a cth:Document ; rdfs:label "Quyết định 2/QĐ-UBND" ; cth:replaces :old .
:shown oa:hasTarget [ oa:hasSource [ cth:file "a.txt" ] ; oa:hasSelector [ oa:exact "câu văn" ] ] .
:finding a cth:Finding ; cth:findingKind "two-dates" ; cth:message "hai ngày" ; cth:concerns :plan ; cth:shownBy :shown .
:programme a cth:Programme ; rdfs:label "nông thôn mới" .
:part a cth:Programme ; rdfs:label "nông thôn mới giai đoạn 2021-2025" ; cth:stage "2021-2025" ; cth:partOf :programme .
:indicator a cth:Indicator ; cth:indicatorName "tỷ lệ" ; cth:value 12.5 ; cth:unit "%" ; cth:aim "result" ;
  cth:period "2023" ; cth:ofPlace :place ; cth:ofProgramme :programme .
:place a cth:Place ; rdfs:label "xã A" ; cth:validTo "2025-06-30"^^xsd:date ; cth:succeededBy :later .
:later a cth:Place ; rdfs:label "xã B" ; cth:validFrom "2025-07-01"^^xsd:date ; cth:precededBy :place .
:statement a rdf:Statement ; rdf:subject :plan ; rdf:predicate cth:implements ; rdf:object :old ;
  cth:modality cth:modality-rejected ; cth:evidence :shown .
"""
MORE_ANSWERS = {
    "aliases": [("https://example.org/former", "https://example.org/plan", "Kế hoạch 1-KH/HU")],
    "findings": [("two-dates", "hai ngày", "Kế hoạch 1-KH/HU", "a.txt", "câu văn")],
    "indicators": [("tỷ lệ", "12.5", "%", "result", "2023", "xã A", "nông thôn mới")],
    "stages": [("nông thôn mới", "2021-2025", "nông thôn mới giai đoạn 2021-2025")],
    "place_history": [
        ("https://example.org/place", "xã A", None, "2025-06-30", "xã B", None),
        ("https://example.org/later", "xã B", "2025-07-01", None, None, "xã A"),
    ],
    "rejected": [
        ("Kế hoạch 1-KH/HU", "https://w3id.org/cuthehoa/ns#implements", "Quyết định 1/QĐ-UBND", "a.txt", "câu văn")
    ],
    "outdated_basis": [
        (
            *("https://example.org/plan", "Kế hoạch 1-KH/HU", "2024"),
            *(
                "https://example.org/old",
                "Quyết định 1/QĐ-UBND",
                "https://example.org/new",
                "Quyết định 2/QĐ-UBND",
                None,
            ),
        )
    ],
}


def test_each_query_that_the_sample_may_not_answer_is_tried_elsewhere() -> None:
    assert set(MORE_ANSWERS) == MAY_BE_EMPTY


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("more") / "rdf"
    store = pyoxigraph.Store(str(path))
    store.load(MORE, pyoxigraph.RdfFormat.TURTLE)
    store.flush()
    return path


@pytest.mark.parametrize("name", sorted(MORE_ANSWERS))
def test_what_the_sample_may_not_hold_is_found_where_it_is(name: str, more: Path) -> None:
    def value(term: Term | None) -> str | None:
        return term and term.value

    found = run_sparql(more, named_query(QueryLanguage.SPARQL, name).bind().text)
    assert [tuple(map(value, row)) for row in found.rows] == MORE_ANSWERS[name]

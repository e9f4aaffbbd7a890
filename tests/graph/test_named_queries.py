"""The named queries: each runs as it stands, both languages answer alike, and the answers are right."""

from collections.abc import Iterator

import pytest
from graph_content import (
    APPARATUS,
    CHAIN,
    LAND,
    OPEN_18,
    PLAN_109,
    PLAN_200,
    PROGRAMME_139,
    UNPLANNED,
)

from graph.content import GraphContent
from graph.named_queries import BoundQuery, NamedQuery, QueryLanguage, named_queries, named_query
from graph.sandbox.query_worker import QueryWorkers
from graph.stores import property_store, rdf_store

NAMES = [
    "carries_out",
    "cascade",
    "documents_by_year",
    "evidence",
    "open_citations",
    "posts",
    "programmes",
    "unplanned",
]
SPARQL_ONLY = ["provenance"]
"""What asks for triples, which only RDF has."""
PARTY = "Ban Chấp hành Trung ương Đảng"
FILE_109, FILE_200 = "huyện/kế hoạch 109.txt", "huyện/100% #1 báo cáo?.txt"

Row = tuple[object, ...]


@pytest.fixture(scope="module")
def workers(content: GraphContent, tmp_path_factory: pytest.TempPathFactory) -> Iterator[QueryWorkers]:
    folder = tmp_path_factory.mktemp("stores")
    rdf_store.write(content, folder / "rdf")
    property_store.write(content, folder / "property")
    with QueryWorkers(folder / "rdf", folder / "property", size=1) as opened:
        yield opened


def rows(workers: QueryWorkers, language: QueryLanguage, query: BoundQuery) -> tuple[tuple[str, ...], list[Row]]:
    if language is QueryLanguage.SPARQL:
        found = workers.sparql(query.text)
        numbers = {"start", "end", "documents"}
        return found.variables, [
            tuple(
                None if term is None else int(term.value) if name in numbers else term.value
                for name, term in zip(found.variables, row, strict=True)
            )
            for row in found.rows
        ]
    table = workers.cypher(query.text, dict(query.parameters))
    return tuple(table.columns), [tuple(row) for row in table.rows]


ALL = [query for language in QueryLanguage for query in named_queries(language)]


def test_both_languages_have_the_same_queries() -> None:
    assert sorted(query.name for query in named_queries(QueryLanguage.CYPHER)) == NAMES
    assert sorted(query.name for query in named_queries(QueryLanguage.SPARQL)) == sorted([*NAMES, *SPARQL_ONLY])


@pytest.mark.parametrize("query", ALL, ids=lambda query: f"{query.name}.{query.language}")
def test_a_query_runs_as_it_stands(query: NamedQuery, workers: QueryWorkers) -> None:
    as_it_stands = rows(workers, query.language, BoundQuery(query.text, {}))
    assert as_it_stands == rows(workers, query.language, query.bind())


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_answer_alike(name: str, workers: QueryWorkers) -> None:
    answers = []
    for language in QueryLanguage:
        query = named_query(language, name)
        columns, found = rows(workers, language, query.bind())
        answers.append((query.title, [p.name for p in query.parameters], columns, sorted(found, key=str)))
        assert found, "the sample graph holds an answer to each"
    assert answers[0] == answers[1]


ANSWERS: list[tuple[str, dict[str, str], set[Row]]] = [
    (
        "cascade",
        {},
        {
            (PROGRAMME_139, "Chương trình 139-CTr/TU", "2022-11-09", "Tỉnh ủy Hậu Giang"),
            (PLAN_109, "Kế hoạch 109-KH/HU", "2023-02-02", "Huyện ủy Phụng Hiệp"),
            (PLAN_200, "Kế hoạch 200-KH/HU", "2023-07", "Huyện ủy Phụng Hiệp"),
        },
    ),
    ("cascade", {"date": "2017-10-25"}, set()),
    ("cascade", {"code": "8-NQ/TW", "date": "2023"}, set()),
    (
        "evidence",
        {},
        {
            ("concretizes", CHAIN, FILE_109, "concretizes-cue"),
            ("implements", "thực hiện Chương trình 139", FILE_109, "implements-cue"),
        },
    ),
    (
        "evidence",
        {"source": "139-CTr/TU", "target": "18-NQ/TW"},
        {
            ("implements", CHAIN, FILE_109, "implements-cue"),
            ("implements", "về thực hiện Nghị quyết 18", FILE_200, "implements-cue"),
        },
    ),
    ("evidence", {"source": "200-KH/HU", "target": "8-NQ/TW"}, set()),
    (
        "unplanned",
        {},
        {
            (UNPLANNED, "Nghị quyết 8-NQ/TW", "2023"),
            (APPARATUS, "Nghị quyết 18-NQ/TW", "2017-10-25"),
        },
    ),
    (
        "open_citations",
        {},
        {
            (OPEN_18, "Nghị quyết 18-NQ/TW", LAND, "Nghị quyết 18-NQ/TW", "2022-06-16"),
            (OPEN_18, "Nghị quyết 18-NQ/TW", APPARATUS, "Nghị quyết 18-NQ/TW", "2017-10-25"),
        },
    ),
    (
        "documents_by_year",
        {},
        {
            (PARTY, "2022", 1),
            (PARTY, "2017", 1),
            (PARTY, "2023", 1),
            ("Tỉnh ủy Hậu Giang", "2022", 1),
            ("Huyện ủy Phụng Hiệp", "2023", 2),
        },
    ),
    (
        "programmes",
        {},
        {
            ("nông thôn mới", "xã Tân Bình", "huyện Phụng Hiệp, tỉnh Hậu Giang"),
            ("nông thôn mới", "xã Tân Bình", "huyện Long Mỹ, tỉnh Hậu Giang"),
            (
                "Dự án đường bộ cao tốc Châu Đốc - Cần Thơ - Sóc Trăng",
                "xã Tân Bình",
                "huyện Phụng Hiệp, tỉnh Hậu Giang",
            ),
        },
    ),
    (
        "posts",
        {},
        {
            ("Nguyễn Văn A", "Bí thư", "Huyện ủy Phụng Hiệp"),
            ("Nguyễn Văn A", "Chủ tịch HĐND", "Huyện ủy Phụng Hiệp"),
        },
    ),
]


@pytest.mark.parametrize("language", QueryLanguage)
@pytest.mark.parametrize(("name", "values", "expected"), ANSWERS)
def test_the_answers_are_right(
    name: str, values: dict[str, str], expected: set[Row], language: QueryLanguage, workers: QueryWorkers
) -> None:
    columns, found = rows(workers, language, named_query(language, name).bind(values))
    if name == "evidence":  # the offsets are checked against the texts elsewhere
        kept = [columns.index(column) for column in ("relation", "quote", "file", "rule")]
        found = [tuple(row[index] for index in kept) for row in found]
    assert set(found) == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize("language", QueryLanguage)
def test_a_value_is_never_read_as_part_of_the_query(language: QueryLanguage, workers: QueryWorkers) -> None:
    for evil in ('" } ?a ?b ?c . #', "' AS code MATCH (n) RETURN n //", "\\", '"', "\n"):
        query = named_query(language, "cascade").bind({"code": evil})
        assert rows(workers, language, query)[1] == []


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(ValueError, match="no parameter cod"):
        named_query(QueryLanguage.SPARQL, "cascade").bind({"cod": "x"})

"""The query page on real stores: answers, limits, refusals, examples, downloads."""

from pathlib import Path

import pytest
from page_graph import OpenPage, Shown

from graph.named_queries import QueryLanguage, named_queries


def run_query(shown: Shown, language: str, text: str) -> Shown:
    if language != "rq":
        shown.app.segmented_control(key="query-language").set_value(QueryLanguage(language)).run()
    shown.app.text_area(key="query-text").set_value(text)
    shown.app.button[0].click().run()
    assert not shown.app.exception
    return shown


@pytest.mark.parametrize("language", list(QueryLanguage))
def test_every_example_can_be_chosen_and_run(page_graph: Path, open_page: OpenPage, language: QueryLanguage) -> None:
    shown = open_page(page_graph, "query")
    if language is QueryLanguage.CYPHER:
        shown.app.segmented_control(key="query-language").set_value(QueryLanguage(language)).run()
    for query in named_queries(language):
        shown.app.selectbox(key="query-example").set_value(query.name).run()
        assert shown.app.text_area(key="query-text").value == query.text
        shown.app.button[0].click().run()
        assert not shown.app.exception
        assert not shown.pieces("entries"), query.name
        assert "giây" in shown.app.caption[0].value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("rq", "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"),
        ("rq", "ASK { ?s ?p ?o }"),
        ("cypher", "MATCH (d:Document) RETURN d, d.code AS code LIMIT 3"),
        ("cypher", "UNWIND [1, 'a', NULL, [2]] AS x RETURN x"),
    ],
)
def test_an_answer_is_a_table_with_downloads(page_graph: Path, open_page: OpenPage, language: str, text: str) -> None:
    shown = run_query(open_page(page_graph, "query"), language, text)
    assert len(shown.app.dataframe) == 1
    assert len(shown.app.get("download_button")) == 2


def test_a_construct_is_shown_as_triples(page_graph: Path, open_page: OpenPage) -> None:
    shown = run_query(open_page(page_graph, "query"), "rq", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 2")
    assert "2 bộ ba" in shown.app.caption[0].value


def test_no_row_is_told(page_graph: Path, open_page: OpenPage) -> None:
    shown = run_query(open_page(page_graph, "query"), "rq", "SELECT ?s WHERE { ?s ?p 'không có' }")
    assert "không có kết quả" in shown.app.info[0].value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("rq", ""),
        ("rq", "SELEKT * <script>"),
        ("rq", "INSERT DATA { <urn:a> <urn:b> <urn:c> }"),
        ("rq", "SELECT * WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"),
        ("cypher", "MATCH (n) RETURN"),
        ("cypher", "CREATE (n:Document {iri: 'x'})"),
        ("cypher", "LOAD FROM '/etc/passwd' RETURN *"),
        ("cypher", "MATCH (n) RETURN n; MATCH (m) DELETE m"),
    ],
)
def test_wrong_and_forbidden_queries_are_one_clear_message(
    page_graph: Path, open_page: OpenPage, language: str, text: str
) -> None:
    shown = run_query(open_page(page_graph, "query"), language, text)
    [message] = shown.entries()
    assert message["name"]
    assert "Traceback" not in message["name"]
    assert not shown.app.dataframe


def test_more_rows_than_the_limit_are_cut_and_it_is_told(page_graph: Path, open_page: OpenPage) -> None:
    shown = open_page(page_graph, "query")
    shown.app.number_input[1].set_value(5)
    run_query(shown, "rq", "SELECT ?s WHERE { ?s ?p ?o }")
    assert "Đã cắt ở 5 dòng" in shown.app.caption[0].value


def test_choosing_another_example_forgets_the_answer(page_graph: Path, open_page: OpenPage) -> None:
    shown = run_query(open_page(page_graph, "query"), "rq", "ASK { ?s ?p ?o }")
    shown.app.selectbox(key="query-example").set_value("programmes").run()
    assert not shown.app.dataframe

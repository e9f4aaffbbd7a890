"""Free queries: SPARQL and Cypher over the same statements, read-only, within limits."""

import streamlit as st

from graph.named_queries import NamedQuery, QueryLanguage, named_queries
from graph.query import Graph
from graph.sandbox.query_results import CypherResult, SparqlResult
from ontology.errors import CuthehoaError
from ui.parts.downloads import csv_button, file_button
from ui.parts.guard import problem, with_graph
from ui.parts.results import Table, result_table
from ui.rendering import Cell
from ui.state import SessionValue
from ui.wording import decimal

Answer = SparqlResult | CypherResult | CuthehoaError

_LANGUAGES = {QueryLanguage.SPARQL: "SPARQL", QueryLanguage.CYPHER: "Cypher"}
_LANGUAGE, _EXAMPLE, _TEXT = "query-language", "query-example", "query-text"
# Kept for the session, with its generation: a download or another click must not run the query again.
_ANSWER: SessionValue[tuple[int, Answer] | None] = SessionValue("query-answer", None)

_FIRST_EXAMPLE = "cascade"
_DEFAULT_SECONDS, _MOST_SECONDS = 10, 60
_DEFAULT_ROWS, _MOST_ROWS = 1_000, 10_000


def show(graph: Graph) -> None:
    """Draw the page."""
    st.title("Truy vấn")
    st.markdown("Hỏi đồ thị bằng SPARQL 1.1 hoặc Cypher. Chỉ đọc: câu ghi vào đồ thị hoặc đọc tệp bị từ chối.")
    language = QueryLanguage(
        st.segmented_control(
            "Ngôn ngữ",
            list(_LANGUAGES),
            format_func=_LANGUAGES.__getitem__,
            default=QueryLanguage.SPARQL,
            required=True,
            key=_LANGUAGE,
            on_change=_change_language,
            label_visibility="collapsed",
        )
    )
    _show_examples(language)
    text = st.text_area("Câu truy vấn", key=_TEXT, height=330, placeholder=f"Viết câu {_LANGUAGES[language]} ở đây")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        seconds = st.number_input("Thời gian tối đa (giây)", 1, _MOST_SECONDS, _DEFAULT_SECONDS, width=190)
        rows = st.number_input("Số dòng tối đa", 1, _MOST_ROWS, _DEFAULT_ROWS, step=100, width=190)
        run = st.button("Chạy", type="primary", icon=":material/play_arrow:")
    if run:
        with st.spinner("Đang chạy…"):
            _ANSWER.set((graph.generation, _ask(graph, language, text, seconds, rows)))
    kept = _ANSWER.get()
    if kept and kept[0] == graph.generation:
        _show_answer(kept[1])


def _show_examples(language: QueryLanguage) -> None:
    known = {query.name: query for query in named_queries(language)}
    if _TEXT not in st.session_state:
        _take(known[_FIRST_EXAMPLE])
    st.selectbox(
        "Câu mẫu",
        list(known),
        format_func=lambda name: f"{known[name].topic.vietnamese}: {known[name].title}",
        index=None,
        key=_EXAMPLE,
        placeholder="Chọn một câu mẫu để chép vào ô dưới đây, rồi sửa theo ý bạn",
        on_change=_change_example,
    )


def _change_language() -> None:
    language = QueryLanguage(st.session_state[_LANGUAGE])
    same = [query for query in named_queries(language) if query.name == st.session_state.get(_EXAMPLE)]
    _take((same or list(named_queries(language)))[0])


def _change_example() -> None:
    name = st.session_state[_EXAMPLE]
    for query in named_queries(QueryLanguage(st.session_state[_LANGUAGE])):
        if query.name == name:
            _take(query)


def _take(query: NamedQuery) -> None:
    st.session_state[_EXAMPLE] = query.name
    st.session_state[_TEXT] = query.text
    _ANSWER.set(None)


def _ask(graph: Graph, language: QueryLanguage, text: str, seconds: int, rows: int) -> Answer:
    try:
        if language is QueryLanguage.SPARQL:
            return graph.sparql(text, timeout=seconds, limit=rows)
        return graph.cypher(text, timeout=seconds, limit=rows)
    except CuthehoaError as error:
        return error


def _show_answer(answer: Answer) -> None:
    if isinstance(answer, CuthehoaError):
        problem(answer)
        return
    table = result_table(answer)
    if table.text is not None:
        st.caption(f"{table.text.count(chr(10))} bộ ba · {decimal(table.seconds)} giây.")
        st.code(table.text, language=None, height=360)
        file_button("Tải N-Triples", "ket-qua.nt", "application/n-triples", table.text.encode, key="nt")
        return
    cut = f" Đã cắt ở {len(table.rows)} dòng; tăng số dòng tối đa để xem thêm." if table.truncated else ""
    st.caption(f"{len(table.rows)} dòng · {decimal(table.seconds)} giây.{cut}")
    if not table.rows:
        st.info("Câu truy vấn chạy được nhưng không có kết quả nào.")
        return
    st.dataframe(_data(table), hide_index=True, height="auto", key="query-table")
    with st.container(horizontal=True):
        csv_button("Tải CSV", "ket-qua", lambda: answer.to_csv().encode("utf-8-sig"), key="csv")
        file_button("Tải JSON", "ket-qua.json", "application/json", lambda: answer.to_json().encode(), key="json")


def _data(table: Table) -> dict[str, list[Cell]]:
    """The table by columns; one of mixed values, as Cypher may give, becomes text, for it has no type of its own."""
    columns = {name: [row[index] for row in table.rows] for index, name in enumerate(table.columns)}
    for name, values in columns.items():
        if len({type(value) for value in values if value is not None}) > 1:
            columns[name] = [None if value is None else str(value) for value in values]
    return columns


with_graph(show)

"""Queries in worker processes: right answers, hard bounds, and nothing outside the store within reach."""

import csv
import io
import json
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import ladybug
import pyoxigraph
import pytest

from graph.sandbox import query_errors
from graph.sandbox.query_results import CypherResult, SparqlResult, Term, TermKind, unique
from graph.sandbox.query_worker import QueryWorkers, run_cypher, run_sparql
from ontology.errors import GraphError, QueryError

COUNT = 30

ENDLESS_SPARQL = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(CONCAT(STR(?a), STR(?e), STR(?i), STR(?l)) = '') }",
    "ASK { ?a (<http://x/implements>|!<http://x/p>)* ?b . ?c (!<http://x/p>)+ ?d . ?e !<http://x/p> ?f . "
    "?g !<http://x/p> ?h FILTER(CONCAT(STR(?a), STR(?d), STR(?f), STR(?h)) = '') }",
)
ENDLESS_CYPHER = (
    "MATCH (a:Document), (b:Document), (c:Document), (d:Document), (e:Document), (f:Document) "
    "WHERE a.code + b.code + c.code + d.code + e.code + f.code = 'x' RETURN count(*)",
    "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y WITH x, y WHERE x * y = -1 RETURN count(*)",
    "MATCH (a:Dense)-[:LINKED*1..20]->(b:Dense) RETURN count(*)",
)


@pytest.fixture(scope="module")
def rdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rdf") / "rdf"
    store = pyoxigraph.Store(path)
    lines = [f'<http://x/{n}> <http://x/name> "Kế hoạch {n}"@vi ; <http://x/number> {n} .' for n in range(COUNT)]
    lines += [f"<http://x/{n}> <http://x/implements> <http://x/{n - 1}> ." for n in range(1, COUNT)]
    store.load("\n".join(lines), format=pyoxigraph.RdfFormat.TURTLE)
    store.flush()
    return path


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("property") / "property"
    with (
        ladybug.Database(path, max_db_size=2**30, buffer_pool_size=2**26) as database,
        ladybug.Connection(database) as connection,
    ):
        for statement in (
            "CREATE NODE TABLE Document(iri STRING PRIMARY KEY, code STRING, number INT64, signed DATE)",
            "CREATE NODE TABLE Dense(id INT64 PRIMARY KEY)",
            "CREATE REL TABLE IMPLEMENTS(FROM Document TO Document, confidence DOUBLE)",
            "CREATE REL TABLE LINKED(FROM Dense TO Dense)",
            f"UNWIND range(0, {COUNT - 1}) AS n CREATE (:Document {{iri: 'http://x/' + CAST(n AS STRING), "
            "code: CAST(n AS STRING) + '-KH', number: n, signed: date('2023-02-01')})",
            "MATCH (a:Document), (b:Document) WHERE a.number = b.number + 1 "
            "CREATE (a)-[:IMPLEMENTS {confidence: 0.9}]->(b)",
            "UNWIND range(1, 20) AS n CREATE (:Dense {id: n})",
            "MATCH (a:Dense), (b:Dense) CREATE (a)-[:LINKED]->(b)",
        ):
            connection.execute(statement)
    return path


@pytest.fixture(scope="module")
def workers(rdf: Path, graph: Path) -> Iterator[QueryWorkers]:
    with QueryWorkers(rdf, graph) as pool:
        yield pool


# -- answers ------------------------------------------------------------------------------------------------------


def test_select(rdf: Path) -> None:
    result = run_sparql(
        rdf,
        "SELECT ?name ?number ?none { <http://x/3> <http://x/name> ?name ; <http://x/number> ?number }",
    )
    assert result.kind == "select"
    assert result.variables == ("name", "number", "none")
    assert result.rows == (
        (
            Term(TermKind.LITERAL, "Kế hoạch 3", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "vi"),
            Term(TermKind.LITERAL, "3", "http://www.w3.org/2001/XMLSchema#integer"),
            None,
        ),
    )
    assert not result.truncated
    assert result.seconds < 5
    assert json.loads(result.to_json()) == {
        "head": {"vars": ["name", "number", "none"]},
        "results": {
            "bindings": [
                {
                    "name": {"type": "literal", "value": "Kế hoạch 3", "xml:lang": "vi"},
                    "number": {
                        "type": "literal",
                        "value": "3",
                        "datatype": "http://www.w3.org/2001/XMLSchema#integer",
                    },
                }
            ]
        },
    }
    assert result.to_csv() == "name,number,none\r\nKế hoạch 3,3,\r\n"


def test_written_forms_are_read_back_by_the_library(workers: QueryWorkers) -> None:
    result = workers.sparql(
        "SELECT * { VALUES (?a ?b) { ('a,\"b\\n' <http://x/1>) (UNDEF 'plain') ('x'@vi 1.5) } BIND(BNODE() AS ?c) }"
    )
    for text, form in (
        (result.to_json(), pyoxigraph.QueryResultsFormat.JSON),
        (result.to_tsv(), pyoxigraph.QueryResultsFormat.TSV),
        (result.to_xml(), pyoxigraph.QueryResultsFormat.XML),
    ):
        table = pyoxigraph.parse_query_results(text, format=form)
        assert isinstance(table, pyoxigraph.QuerySolutions)
        assert [[term is not None for term in row] for row in table] == [[True] * 3, [False, True, True], [True] * 3]
    rows = list(csv.reader(io.StringIO(result.to_csv(), newline="")))
    assert rows[0] == ["a", "b", "c"]
    assert rows[1][:2] == ['a,"b\n', "http://x/1"]


def test_ask(workers: QueryWorkers) -> None:
    result = workers.sparql("ASK { <http://x/1> <http://x/implements> <http://x/0> }")
    assert (result.kind, result.boolean) == ("ask", True)
    assert json.loads(result.to_json()) == {"head": {}, "boolean": True}
    assert workers.sparql("ASK { <http://x/1> <http://x/implements> <http://x/9> }").boolean is False


def test_construct_and_describe(workers: QueryWorkers) -> None:
    made = workers.sparql("CONSTRUCT { ?s <http://x/says> ?name } WHERE { ?s <http://x/name> ?name } LIMIT 2")
    assert made.triples is not None
    assert len(list(pyoxigraph.parse(made.triples, format=pyoxigraph.RdfFormat.N_TRIPLES))) == 2
    described = workers.sparql("DESCRIBE <http://x/3>")
    assert (described.kind, (described.triples or "").count("\n")) == ("describe", 3)
    with pytest.raises(QueryError, match="N-Triples"):
        described.to_json()


def test_cypher(graph: Path) -> None:
    result = run_cypher(
        graph,
        "MATCH p = (a:Document)-[r:IMPLEMENTS]->(b:Document) WHERE a.code = $code "
        "RETURN a, r, b.signed AS signed, length(p) AS n, p",
        {"code": "1-KH"},
    )
    assert result.columns == ("a", "r", "signed", "n", "p")
    node, relationship, signed, length, path = result.rows[0]
    assert isinstance(node, dict)
    assert isinstance(relationship, dict)
    assert isinstance(path, dict)
    assert {key: node[key] for key in ("_LABEL", "code", "signed")} == {
        "_LABEL": "Document",
        "code": "1-KH",
        "signed": "2023-02-01",
    }
    assert relationship["_SRC"] == node["_ID"]
    assert (signed, length) == ("2023-02-01", 1)
    assert len(path["_NODES"]) == 2
    assert json.loads(result.to_json())[0]["signed"] == "2023-02-01"
    assert result.to_csv().startswith("a,r,signed,n,p\r\n")


def test_values_that_json_lacks(workers: QueryWorkers) -> None:
    result = workers.cypher(
        "RETURN 0.0 / 0.0 AS nan, date('2022-06-16') AS day, timestamp('2022-06-16 01:02:03') AS moment, "
        "CAST(1.5 AS DECIMAL(5, 2)) AS decimal, blob('\\\\xAA') AS bytes, map([1], ['a']) AS map, "
        "interval('2 days') AS span, uuid('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11') AS id, null AS nothing"
    )
    assert json.loads(result.to_json()) == [
        {
            "nan": "nan",
            "day": "2022-06-16",
            "moment": "2022-06-16T01:02:03",
            "decimal": "1.50",
            "bytes": "aa",
            "map": {"1": "a"},
            "span": "P2DT0S",
            "id": "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
            "nothing": None,
        }
    ]


def test_parameters_are_bound_and_not_formatted(workers: QueryWorkers) -> None:
    hostile = "x' RETURN 1; LOAD FROM '/etc/passwd' RETURN * //"
    result = workers.cypher(
        "RETURN $a AS a, $b AS b, $c AS c, $d AS d", {"a": hostile, "b": [1, 2], "c": 1.5, "d": True}
    )
    assert result.rows == ((hostile, [1, 2], 1.5, True),)


def test_parameter_that_is_missing_or_of_no_use(workers: QueryWorkers) -> None:
    with pytest.raises(QueryError, match=r"\$code"):
        workers.cypher("MATCH (n:Document {code: $code}) RETURN n")
    assert workers.cypher("RETURN 1 AS x", {"unused": 1}).rows == ((1,),)
    with pytest.raises(QueryError, match="object"):
        workers.cypher("RETURN $x AS x", {"x": object()})  # type: ignore[dict-item]


def test_columns_of_one_name_are_numbered(workers: QueryWorkers) -> None:
    assert json.loads(workers.cypher("RETURN 1 AS a, 2 AS a").to_json()) == [{"a": 1, "a_2": 2}]
    assert unique(["a", "a", "a_2", "a"]) == ("a", "a_3", "a_2", "a_4")


# -- errors -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "what"),
    [
        ("MATCH (n:Nothing) RETURN n", "Nothing"),
        ("MATCH (n:Document) RETURN n.nothing", "nothing"),
        ("RETURN nothing", "nothing"),
        ("RETURN 'x' + 1", "Ladybug"),
        ("LOAD FROM '/etc/passwd' RETURN *", "LOAD"),
        ("RETURN repeat('x', 2000000000)", "bộ nhớ"),
        ("RETURN repeat('x', 40000000)", "quá lớn"),
    ],
)
def test_cypher_error_is_told(workers: QueryWorkers, query: str, what: str) -> None:
    with pytest.raises(QueryError, match=what):
        workers.cypher(query)


@pytest.mark.parametrize(
    ("query", "what"),
    [
        ("SELECT * { ?s ?p }", "cú pháp"),
        ("SELECT (<http://x/f>(1) AS ?x) {}", "http://x/f"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> {} }", "SERVICE"),
    ],
)
def test_sparql_error_is_told(workers: QueryWorkers, query: str, what: str) -> None:
    with pytest.raises(QueryError, match=what):
        workers.sparql(query)


def test_store_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="build"):
        run_sparql(tmp_path / "rdf", "ASK {}")
    with pytest.raises(GraphError, match="build"):
        run_cypher(tmp_path / "property", "RETURN 1")
    with QueryWorkers(tmp_path / "rdf", tmp_path / "property") as pool:
        for _ in range(3):
            with pytest.raises(GraphError):
                pool.cypher("RETURN 1")


def test_untranslated_message_is_quoted() -> None:
    assert "Ladybug" in str(query_errors.told("Ladybug", "Strange exception: so it is.\nmore"))


# -- bounds -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ENDLESS_SPARQL)
def test_endless_sparql_is_stopped(workers: QueryWorkers, query: str) -> None:
    begun = time.monotonic()
    with pytest.raises(QueryError, match=r"quá 0\.5 giây"):
        workers.sparql(query, timeout=0.5)
    assert time.monotonic() - begun < 10
    assert workers.sparql("ASK {}").boolean


@pytest.mark.parametrize("query", ENDLESS_CYPHER)
def test_endless_cypher_is_stopped(workers: QueryWorkers, query: str) -> None:
    begun = time.monotonic()
    with pytest.raises(QueryError, match=r"quá 0\.5 giây"):
        workers.cypher(query, timeout=0.5)
    assert time.monotonic() - begun < 10
    assert workers.cypher("RETURN 1 AS x").rows == ((1,),)


def test_rows_are_cut(workers: QueryWorkers) -> None:
    table = workers.sparql("SELECT * { ?a ?b ?c . ?d ?e ?f }", limit=7)
    assert (len(table.rows), table.truncated) == (7, True)
    whole = workers.sparql("SELECT * { ?s <http://x/name> ?o }", limit=COUNT)
    assert (len(whole.rows), whole.truncated) == (COUNT, False)
    made = workers.sparql("CONSTRUCT WHERE { ?s ?p ?o }", limit=3)
    assert ((made.triples or "").count("\n"), made.truncated) == (3, True)
    rows = workers.cypher("UNWIND range(1, 100000) AS x RETURN x", limit=5)
    assert (len(rows.rows), rows.truncated) == (5, True)


def test_bytes_are_cut(workers: QueryWorkers) -> None:
    rows = workers.cypher("UNWIND range(1, 100) AS x RETURN repeat('y', 1000000) AS y")
    assert 0 < len(rows.rows) < 100
    assert rows.truncated
    longer = " ".join(f"BIND(CONCAT(?l{n}, ?l{n}) AS ?l{n + 1})" for n in range(20))
    table = workers.sparql(f"SELECT ?l20 {{ ?s ?p ?o BIND('x' AS ?l0) {longer} }}")
    assert 0 < len(table.rows) < 3 * COUNT
    assert table.truncated


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="RLIMIT_AS is only kept on Linux")
@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?a",
        "SELECT (STRLEN(?l29) AS ?n) { BIND('xxxxxxxx' AS ?l0) "
        + " ".join(f"BIND(CONCAT(?l{n}, ?l{n}) AS ?l{n + 1})" for n in range(29))
        + " }",
    ],
)
def test_memory_is_bounded(workers: QueryWorkers, query: str) -> None:
    with pytest.raises(QueryError):
        workers.sparql(query, timeout=60)
    assert workers.sparql("ASK {}").boolean


# -- the pool -----------------------------------------------------------------------------------------------------


def test_several_at_once(workers: QueryWorkers) -> None:
    def sparql(number: int) -> SparqlResult:
        return workers.sparql(f"SELECT ?o {{ <http://x/{number}> <http://x/number> ?o }}")

    def cypher(number: int) -> CypherResult:
        return workers.cypher("MATCH (n:Document {number: $n}) RETURN n.code", {"n": number})

    with ThreadPoolExecutor(8) as threads:
        tables = list(threads.map(sparql, range(COUNT)))
        rows = list(threads.map(cypher, range(COUNT)))
    assert [table.rows[0][0].value for table in tables if table.rows[0][0]] == [str(n) for n in range(COUNT)]
    assert [row.rows[0][0] for row in rows] == [f"{n}-KH" for n in range(COUNT)]


def test_stuck_query_does_not_hold_up_others(rdf: Path, graph: Path) -> None:
    with QueryWorkers(rdf, graph, size=2) as pool, ThreadPoolExecutor(1) as threads:
        stuck = threads.submit(pool.sparql, ENDLESS_SPARQL[0], timeout=3)
        assert pool.sparql("ASK {}", timeout=2).boolean
        with pytest.raises(QueryError, match="quá 3 giây"):
            stuck.result()


def test_pool_says_when_it_is_busy(rdf: Path, graph: Path) -> None:
    with QueryWorkers(rdf, graph, size=1) as pool, ThreadPoolExecutor(1) as threads:
        assert pool.sparql("ASK {}").boolean
        stuck = threads.submit(pool.sparql, ENDLESS_SPARQL[0], timeout=2)
        time.sleep(0.3)
        with pytest.raises(QueryError, match="quá nhiều truy vấn"):
            pool.sparql("ASK {}", timeout=0.2)
        with pytest.raises(QueryError, match="quá 2 giây"):
            stuck.result()
        assert pool.sparql("ASK {}").boolean


def test_worker_that_died_at_rest_is_replaced(rdf: Path, graph: Path) -> None:
    with QueryWorkers(rdf, graph, size=1) as pool:
        assert pool.sparql("ASK {}").boolean
        for worker in pool._all:
            worker._process.kill()
            worker._process.wait()
        assert pool.sparql("ASK {}").boolean
        assert pool.cypher("RETURN 1 AS x").rows == ((1,),)


def test_closed_pool(rdf: Path, graph: Path) -> None:
    pool = QueryWorkers(rdf, graph)
    processes = [worker._process for worker in pool._all]
    pool.close()
    assert all(process.poll() is not None for process in processes)
    with pytest.raises(RuntimeError):
        pool.sparql("ASK {}")

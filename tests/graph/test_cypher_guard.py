"""The Cypher guard: what must pass does run, what must not pass does not, and the tokenizer loses nothing."""

import datetime
import tomllib
from collections.abc import Iterator
from importlib.resources import files

import ladybug
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.sandbox.cypher_guard import check_cypher, parameters_of
from graph.sandbox.cypher_tokens import tokens
from graph.sandbox.query_text import MAX_DEPTH, MAX_LENGTH
from ontology.errors import QueryError

SCHEMA = (
    "CREATE NODE TABLE Document(iri STRING PRIMARY KEY, code STRING, date STRING, `set` STRING, `load` STRING, "
    "`order` STRING, number INT64, signed DATE)",
    "CREATE NODE TABLE Place(iri STRING PRIMARY KEY, name STRING)",
    "CREATE REL TABLE IMPLEMENTS(FROM Document TO Document, id STRING, confidence DOUBLE)",
    "CREATE REL TABLE COVERS(FROM Document TO Place, id STRING)",
)

LEGITIMATE = (
    "MATCH (n:Document) RETURN n.code",
    "MATCH (n:Document) RETURN n.code;",
    "match (n:Document) where n.number > 1 return n.code order by n.code desc skip 1 limit 2",
    "MATCH (n:Document) RETURN n.set, n.load, n.Set",
    "MATCH (n:Document) RETURN n.`order`",
    "MATCH (n:`Document`) WHERE n.code = 'CREATE' OR n.code = \"DELETE; LOAD FROM 'x'\" RETURN n",
    "MATCH (n:Document {code: '1-KH'}) RETURN n",
    "MATCH (a:Document)-[r:IMPLEMENTS]->(b:Document) RETURN a.code, r.confidence, b.code",
    "MATCH (a:Document)<-[:IMPLEMENTS]-(b) RETURN count(*)",
    "MATCH (a)-[:IMPLEMENTS|COVERS]->(b) RETURN count(*)",
    "MATCH (a)-[:IMPLEMENTS|:COVERS]->(b) RETURN count(*)",
    "MATCH (a)--(b) RETURN count(*)",
    "MATCH (a)-->(b)<--(c) RETURN count(*)",
    "MATCH (a:Document|Place) RETURN label(a), count(*)",
    "MATCH (a:Document)-[:IMPLEMENTS*1..4]->(b:Document) RETURN DISTINCT b.code",
    "MATCH (a:Document)-[:IMPLEMENTS*2]->(b) RETURN count(*)",
    "MATCH (a:Document)-[r:IMPLEMENTS*..3]->(b) RETURN length(r)",
    "MATCH p = (a:Document)-[:IMPLEMENTS*1..2]->(b) RETURN p, nodes(p), rels(p), length(p) LIMIT 3",
    "MATCH (a:Document)-[r:IMPLEMENTS* SHORTEST 1..5]->(b:Document) RETURN length(r)",
    "MATCH (a:Document)-[r:IMPLEMENTS* ALL SHORTEST 1..5]->(b:Document) RETURN length(r)",
    "MATCH (a:Document)-[r:IMPLEMENTS* TRAIL 1..3]->(b:Document) RETURN length(r)",
    "MATCH (a:Document)-[r:IMPLEMENTS*1..3 (e, n | WHERE e.confidence > 0.5)]->(b) RETURN count(*)",
    "MATCH (a:Document)-[r:IMPLEMENTS*1..3 (e, n | WHERE e.confidence > 0.5 | {e.id}, {n.code})]->(b) RETURN count(*)",
    "MATCH ((a:Document)-[]->(b)) RETURN a.code",
    "MATCH (a:Document), (b:Place) RETURN a.code, b.name LIMIT 5",
    "OPTIONAL MATCH (n:Document {code: 'không có'}) RETURN n",
    "MATCH (a:Document) OPTIONAL MATCH (a)-[:COVERS]->(p:Place) RETURN a.code, p.name",
    "MATCH (a:Document) WHERE EXISTS { MATCH (a)-[:IMPLEMENTS]->(b) WHERE b.number = 0 } RETURN a.code",
    "MATCH (a:Document) WHERE NOT EXISTS { MATCH (a)-[:IMPLEMENTS]->() } RETURN a.code",
    "MATCH (a:Document) WHERE NOT (a)-[:IMPLEMENTS]->() RETURN a.code",
    "MATCH (a:Document) WHERE (a)-[:IMPLEMENTS]->(:Document {number: 0}) AND (a.number + 1) > 0 RETURN a.code",
    "MATCH (a:Document) RETURN a.code, COUNT { MATCH (a)-[]->() } AS n",
    "MATCH (a:Document) WITH a.date AS date, count(*) AS n WHERE n > 0 RETURN date, n ORDER BY n DESC, date ASC",
    "MATCH (a:Document) WITH * RETURN a.code",
    "UNWIND [1, 2, 3] AS x RETURN x, x * 2 AS double",
    "UNWIND ['1-KH', '2-KH'] AS code MATCH (n:Document {code: code}) RETURN n.code",
    "UNWIND [1] AS load WITH load AS set RETURN set AS call",
    "UNWIND [{a: 1, 'b': 2}] AS row RETURN row.a, row.b",
    "MATCH (load:Document) RETURN load.code",
    "MATCH (n:Document) RETURN n.code UNION MATCH (p:Place) RETURN p.name",
    "MATCH (n:Document) RETURN n.code UNION ALL MATCH (p:Place) RETURN p.name",
    "MATCH (n:Document) WHERE n.code STARTS WITH '1' OR n.code ENDS WITH 'KH' OR n.code CONTAINS '-' RETURN n.code",
    "MATCH (n:Document) WHERE n.code IN ['1-KH', '2-KH'] AND n.date IS NOT NULL RETURN n.code",
    "MATCH (n:Document) WHERE n.code =~ '1.*' XOR n.code IS NULL RETURN n.code",
    "MATCH (n:Document) WHERE n.signed > date('2020-01-01') RETURN n.signed, date_part('year', n.signed)",
    "MATCH (n:Document) RETURN CASE WHEN n.number > 1 THEN 'nhiều' ELSE 'ít' END AS cỡ",
    "MATCH (n:Document) RETURN CASE n.number WHEN 0 THEN 'không' WHEN 1 THEN 'một' END",
    "MATCH (n:Document) RETURN n.* LIMIT 1",
    "MATCH (n:Document) RETURN collect(DISTINCT n.date), min(n.number), avg(n.number)",
    "RETURN [1, 2, 3][1:2], [1, 2, 3][1], 'abc'[1:2], [1,,2]",
    "RETURN list_transform([1, 2], x -> x + 1), list_filter([1, 2], (x) -> x > 1)",
    "RETURN list_reduce([1, 2], (x, y) -> x + y)",
    "RETURN any(x IN [1] WHERE x = 1), none(x IN [1] WHERE x = 2), all(x IN [1] WHERE x = 1)",
    "RETURN CAST('1' AS INT64), cast(1, 'STRING'), CAST(1 AS DECIMAL(5, 2)), CAST([1] AS INT64[])",
    "RETURN -1, - -1, 2 ^ 3, 5 % 3, 1 | 2, 1 & 3, 1 << 2, 5!, 1e5, 1.5e-3, .5",
    "RETURN struct_pack(a := 1), map([1], ['a'])",
    "RETURN 'it\\'s', \"a\\\"b\", '\\\\', '\\n', '\\u0041', 'Xã Đại Nài'",
    "/* LOAD FROM 'x' */ RETURN 1 // ; CREATE (n)",
    "/** a comment * with stars */ RETURN 1",
    "RETURN 1 AS `LOAD FROM 'x'`",
    "RETURN\u00a01",
    "RETURN $text, $number, $list",
)

REFUSED = (
    # writing, and statements that are no query
    "CREATE (n:Place {iri: 'x'})",
    "MATCH (n) CREATE (m:Place {iri: 'x'}) RETURN m",
    "MERGE (n:Place {iri: 'x'}) RETURN n",
    "MATCH (n) SET n.code = 'x'",
    "MATCH (n) SET n.code = 'x' RETURN n",
    "MATCH (n) DELETE n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) WITH n DELETE [n]",
    "MATCH (n) REMOVE n.code RETURN n",
    "DROP TABLE Document",
    "ALTER TABLE Document ADD x INT64",
    "CREATE NODE TABLE X(id INT64 PRIMARY KEY)",
    "CREATE MACRO f(x) AS x + 1",
    "COMMENT ON TABLE Document IS 'x'",
    "ANALYZE",
    "BEGIN TRANSACTION",
    "COMMIT",
    "CHECKPOINT",
    "EXPLAIN MATCH (n) RETURN n",
    "PROFILE MATCH (n) RETURN n",
    "EXPLAIN LOAD FROM '/etc/passwd' RETURN *",
    "FOREACH (x IN [1] | CREATE (:Place))",
    "MATCH (n)",
    "RETURN 1 RETURN 2",
    # files
    "LOAD FROM '/etc/passwd' (file_format='csv') RETURN *",
    "load from '/etc/passwd' (file_format='csv') return *",
    "LOAD\nFROM\n'/etc/passwd' RETURN *",
    "LOAD/**/FROM/**/'/etc/passwd' RETURN *",
    "LO/**/AD FROM '/etc/passwd' RETURN *",
    "LOAD WITH HEADERS (a STRING) FROM '/etc/passwd' RETURN *",
    "LOAD FROM ['/etc/passwd', '/etc/group'] RETURN *",
    "LOAD FROM GLOB('/etc/*') RETURN *",
    "LOAD FROM $x RETURN *",
    "LOAD FROM x RETURN *",
    "MATCH (n) LOAD FROM '/etc/passwd' RETURN *",
    "MATCH (n) WHERE n.code = 'x' LOAD FROM '/etc/passwd' RETURN *",
    "MATCH (n) WITH n LIMIT 1 LOAD FROM '/etc/passwd' RETURN *",
    "MATCH (n) WITH n ORDER BY n.code DESC LOAD FROM '/etc/passwd' RETURN *",
    "UNWIND [1] AS x LOAD FROM '/etc/passwd' RETURN *",
    "UNWIND [1] AS load LOAD FROM '/etc/passwd' RETURN *",
    "WITH 1 AS AS LOAD FROM '/etc/passwd' RETURN *",
    "WITH 1 AS x, 2 AS AS LOAD FROM '/etc/passwd' RETURN *",
    "RETURN 1 AS x UNION LOAD FROM '/etc/passwd' RETURN *",
    "RETURN 1 AS x UNION ALL LOAD FROM '/etc/passwd' RETURN *",
    "MATCH (n) WHERE EXISTS { LOAD FROM '/etc/passwd' RETURN * } RETURN n",
    "MATCH (n) RETURN COUNT { LOAD FROM '/etc/passwd' RETURN * }",
    "MATCH (n) WHERE EXISTS { MATCH (n) LOAD FROM '/etc/passwd' } RETURN n",
    "COPY Document FROM '/etc/passwd'",
    "COPY (MATCH (n) RETURN n) TO '/tmp/out.csv'",
    "COPY (RETURN 1) TO '/tmp/out.parquet'",
    "EXPORT DATABASE '/tmp/out'",
    "IMPORT DATABASE '/tmp/out'",
    "ATTACH '/tmp/x.db' AS x (dbtype sqlite)",
    "DETACH x",
    "USE x",
    "USE GRAPH x",
    # extensions and procedures
    "INSTALL httpfs",
    "FORCE INSTALL httpfs",
    "LOAD EXTENSION httpfs",
    "LOAD EXTENSION '/tmp/evil.so'",
    "LOAD httpfs",
    "UPDATE httpfs",
    "UNINSTALL httpfs",
    "CALL show_tables() RETURN *",
    "CALL read_csv_serial('/etc/passwd') RETURN *",
    "CALL timeout = 0",
    "CALL threads = 64",
    "CALL spill_to_disk = true",
    "CALL project_graph('g', ['Document'], ['IMPLEMENTS'])",
    "MATCH (n) CALL show_tables() RETURN *",
    "MATCH (n) WITH n CALL show_tables() RETURN *",
    "MATCH (n) CALL { MATCH (m) RETURN m } RETURN n",
    # several statements
    "RETURN 1; LOAD FROM '/etc/passwd' RETURN *",
    "RETURN 1; RETURN 2",
    "RETURN 1;;",
    ";RETURN 1",
    "RETURN 1 /* ; */ ; /* x */ CREATE (n:Place {iri: 'x'})",
    # comments and strings that Ladybug cuts elsewhere than a reader would
    "/***/ RETURN '*/ LOAD FROM \"/etc/passwd\" RETURN * //'",
    "/* **/ RETURN '*/ LOAD FROM \"/etc/passwd\" RETURN * //'",
    "/****/ RETURN 1",
    "RETURN 1 // x\r LOAD FROM '/etc/passwd'",
    "RETURN '\\q' AS x, ' LOAD FROM \"/etc/passwd\" RETURN * //'",
    "RETURN 'a''b'",
    'RETURN "a""b"',
    "RETURN `a``b`",
    "RETURN ``",
    "RETURN 1 /* not closed",
    "RETURN 'not closed",
    'RETURN "not closed',
    "RETURN `not closed",
    "RETURN 'not closed\\'",
    # other alphabets and codes
    "RET\\u0055RN 1",
    "\\u004COAD FROM '/etc/passwd' RETURN *",
    "ＬＯＡＤ FROM '/etc/passwd' RETURN *",
    "LOAD\u200b FROM '/etc/passwd' RETURN *",
    "RETURN 1 \u037e RETURN 2",
    "\ufeffRETURN 1",
    "RETURN 1 \0 LOAD FROM '/etc/passwd'",
    "RETURN '\ud800'",
    "MATCH (a)–[]→(b) RETURN a",
    # functions
    "RETURN getenv('HOME')",
    "RETURN load_from('/etc/passwd')",
    "RETURN nextval('s')",
    "RETURN `getenv`('HOME')",
    "RETURN setseed(0.5)",
    "RETURN show_tables()",
    "MATCH (n {code: to_json('x')})-[]->() RETURN n",
    "MATCH (n) WHERE (n {code: getenv('HOME')})-[]->() RETURN n",
    "RETURN list_transform([1], x -> getenv('HOME'))",
    # names that Ladybug keeps
    "MATCH (n) RETURN n.create",
    "MATCH (n:Document) HINT n RETURN n",
    "MATCH (n:other.Document) RETURN n",
    # bounds
    "",
    "  \n ",
    "// only a comment",
    "RETURN " + "(" * (MAX_DEPTH + 1) + "1" + ")" * (MAX_DEPTH + 1),
    "RETURN '" + "x" * MAX_LENGTH + "'",
)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ladybug.Connection]:
    path = tmp_path_factory.mktemp("cypher") / "property"
    with (
        ladybug.Database(path, max_db_size=2**30, buffer_pool_size=2**26) as database,
        ladybug.Connection(database) as writing,
    ):
        for statement in SCHEMA:
            writing.execute(statement)
        for number in range(5):
            writing.execute(
                "CREATE (:Document {iri: $iri, code: $code, date: '2023', `set`: 's', `load`: 'l', "
                "number: $number, signed: $signed})",
                {
                    "iri": f"http://x/{number}",
                    "code": f"{number}-KH",
                    "number": number,
                    "signed": datetime.date(2023, 1, number + 1),
                },
            )
        writing.execute(
            "MATCH (a:Document), (b:Document) WHERE a.number = b.number + 1 "
            "CREATE (a)-[:IMPLEMENTS {id: a.code, confidence: 0.9}]->(b)"
        )
        writing.execute("CREATE (:Place {iri: 'p', name: 'Xã A'})")
        writing.execute("MATCH (a:Document {number: 1}), (p:Place) CREATE (a)-[:COVERS {id: 'c'}]->(p)")
    with (
        ladybug.Database(path, read_only=True, max_db_size=2**30, buffer_pool_size=2**26) as database,
        ladybug.Connection(database) as reading,
    ):
        yield reading


def test_tables_are_large_enough() -> None:
    assert len(LEGITIMATE) >= 40
    assert len(REFUSED) >= 60


@pytest.mark.parametrize("query", LEGITIMATE)
def test_legitimate_query_passes_and_runs(connection: ladybug.Connection, query: str) -> None:
    check_cypher(query)
    parameters = {"text": "x", "number": 1, "list": [1, 2]} if "$" in query else {}
    result = connection.execute(query, parameters)
    assert isinstance(result, ladybug.QueryResult)
    result.get_all()


@pytest.mark.parametrize("query", REFUSED)
def test_refused(query: str) -> None:
    with pytest.raises(QueryError):
        check_cypher(query)


@pytest.mark.parametrize(
    ("query", "where", "what"),
    [
        ("MATCH (n)\nLOAD FROM 'x' RETURN n", "dòng 2, cột 1", "LOAD"),
        ("MATCH (n)\n  WHERE n.code = 'x\nRETURN n", "dòng 2, cột 18", "chưa được đóng"),
        ("RETURN 1 /* x", "dòng 1, cột 10", "chưa được đóng"),
        ("MATCH (n RETURN n", "dòng 1, cột 10", "«)»"),
        ("MATCH (n) RETURN n.order", "dòng 1, cột 20", "`order`"),
        ("MATCH (n) WHERE n.a != 1 RETURN n", "dòng 1, cột 21", "<>"),
        ("RETURN getenv('HOME')", "dòng 1, cột 8", "getenv"),
        ("RETURN 1; RETURN 2", "dòng 1, cột 11", "một câu"),
        ("MATCH (n) RETURN", "dòng 1, cột 17", "câu đã hết"),
    ],
)
def test_error_names_place_and_reason(query: str, where: str, what: str) -> None:
    with pytest.raises(QueryError) as caught:
        check_cypher(query)
    assert caught.value.where == where
    assert what in str(caught.value)


def test_parameters_are_found_where_they_are() -> None:
    query = "MATCH (n {code: $Code}) WHERE n.x = '$no' /* $no */ RETURN n.`$no` LIMIT $1"
    assert parameters_of(query) == {"Code", "1"}


def test_allowed_functions_exist(connection: ladybug.Connection) -> None:
    table = tomllib.loads(files("graph").joinpath("sandbox/cypher_words.toml").read_text(encoding="utf-8"))
    allowed = [name for group in table["functions"].values() for name in group]
    listed = connection.execute("CALL show_functions() RETURN name")
    assert isinstance(listed, ladybug.QueryResult)
    known = {str(row[0]) for row in listed.get_all() if isinstance(row, list)}
    assert len(allowed) == len(set(allowed))
    assert set(allowed) - known == set()


def test_reserved_words_are_those_of_ladybug(connection: ladybug.Connection) -> None:
    table = tomllib.loads(files("graph").joinpath("sandbox/cypher_words.toml").read_text(encoding="utf-8"))
    words = set(table["reserved"]["words"])
    for word in sorted(words | set(table["refused"])):
        query = f"WITH {{{word}: 1}} AS s RETURN s.{word}"
        if word in words:
            with pytest.raises(RuntimeError, match="Parser exception"):
                connection.execute(query)
        else:
            connection.execute(query)


def test_long_query_is_read() -> None:
    check_cypher("MATCH (n) WHERE " + " OR ".join(f"n.code = '{number}'" for number in range(2000)) + " RETURN n")


@settings(max_examples=300, deadline=None)
@given(st.text() | st.lists(st.sampled_from([*"'\"`/*\\\n\r;$.1a ", "//", "/*", "*/", "LOAD"])).map("".join))
def test_tokens_cover_the_text(query: str) -> None:
    try:
        found = tokens(query)
    except QueryError:
        return
    assert "".join(query[token.start : token.end] for token in found) == query
    assert [token.start for token in found[1:]] == [token.end for token in found[:-1]]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(sorted({word for query in LEGITIMATE for word in query.split()}))).map(" ".join))
def test_guard_answers_or_refuses(query: str) -> None:
    try:
        check_cypher(query)
    except QueryError:
        return

"""The SPARQL guard: what must pass does run, what must not pass does not, and the tokenizer loses nothing."""

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.sandbox.query_text import MAX_DEPTH, MAX_LENGTH
from graph.sandbox.sparql_guard import check_sparql
from graph.sandbox.sparql_tokens import tokens
from ontology.errors import QueryError

DATA = """
@prefix ex: <http://x/#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:a a ex:Document ; rdfs:label "Kế hoạch 1"@vi ; ex:implements ex:b ; ex:number 1 ; ex:date "2023-01-01" .
ex:b a ex:Document ; rdfs:label "service desk" ; ex:implements ex:c ; ex:number 2 .
ex:c a ex:Document ; ex:number 3 .
"""

PREFIXES = (
    "PREFIX ex: <http://x/#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"
)

LEGITIMATE = (
    ("select", "SELECT * WHERE { ?s ?p ?o }"),
    ("select", "select ?s { ?s a ex:Document } order by desc(?s) limit 2 offset 1"),
    ("select", "SELECT DISTINCT ?s WHERE { ?s ex:implements+ ex:c }"),
    ("select", "SELECT ?o WHERE { ex:a ex:implements*/rdfs:label ?o }"),
    ("select", "SELECT ?o WHERE { ex:a (ex:implements|^ex:implements)+ ?o }"),
    ("select", "SELECT ?o WHERE { ex:a !(ex:implements|a) ?o }"),
    ("select", "SELECT ?o WHERE { ex:a <http://x/#implements>? ?o }"),
    ("select", "SELECT ?o WHERE { ?s<http://x/#implements>?o }"),
    ("select", "SELECT ?s WHERE { ?s rdfs:label 'service desk' }"),
    ("select", 'SELECT ?s WHERE { ?s rdfs:label """SERVICE <http://e/> {}""" }'),
    ("select", "SELECT ?service WHERE { ?service rdfs:label ?load }"),
    ("select", "SELECT ?s WHERE { ?s ex:service ?o }"),
    ("select", "SELECT ?s WHERE { ?s <http://x/service> ?o . ?s <http://x/LOAD#INSERT> ?q }"),
    ("select", "SELECT ?s # SERVICE <http://e/> { }\nWHERE { ?s a ex:Document }"),
    ("select", "SELECT ?l WHERE { ?s rdfs:label ?l FILTER(LANG(?l) = 'vi') }"),
    ("select", 'SELECT ?l WHERE { ?s rdfs:label ?l FILTER(lang(?l) = "" && regex(?l, \'^serv\', "i")) }'),
    ("select", "SELECT ?s WHERE { ?s ex:number ?n FILTER(?n < 3 && ?n >= 1) }"),
    ("select", "SELECT ?s WHERE { ?s ex:number ?n FILTER(?n<3&&?n>1) }"),
    ("select", "SELECT ?s WHERE { ?s ex:number ?n FILTER(?n IN (1, 2)) }"),
    ("select", "SELECT ?s WHERE { ?s ?p ?o FILTER(?p IN (<http://x/#implements>, <http://x/#number>)) }"),
    ("select", "SELECT ?s WHERE { ?s ex:number ?n FILTER(<http://www.w3.org/2001/XMLSchema#integer>(?n) = 1) }"),
    ("select", "SELECT ?s WHERE { ?s ex:number ?n FILTER(xsd:decimal(?n) > 1.5e0) }"),
    ("select", "SELECT ?s ?l WHERE { ?s a ex:Document OPTIONAL { ?s rdfs:label ?l } FILTER(!BOUND(?l)) }"),
    ("select", "SELECT ?s WHERE { { ?s ex:number 1 } UNION { ?s ex:number 2 } MINUS { ?s ex:date ?d } }"),
    ("select", "SELECT ?s WHERE { ?s a ex:Document FILTER NOT EXISTS { ?s ex:implements ?o } }"),
    ("select", "SELECT ?s WHERE { ?s a ex:Document FILTER EXISTS { ?s ex:implements ?o } }"),
    ("select", "SELECT ?s WHERE { VALUES ?s { ex:a <http://x/#b> } ?s ex:number ?n }"),
    ("select", "SELECT * WHERE { VALUES (?s ?o) { (<http://x/#a> <http://x/#b>) (ex:b UNDEF) } ?s ex:implements ?o }"),
    ("select", "SELECT * WHERE { ?s ex:number ?n } VALUES ?n { 1 '' 'x'@vi true }"),
    ("select", "SELECT (COUNT(*) AS ?n) (SUM(?x) AS ?sum) WHERE { ?s ex:number ?x }"),
    ("select", "SELECT ?p (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?p HAVING(COUNT(*) > 1) ORDER BY ?n"),
    ("select", 'SELECT (GROUP_CONCAT(?l; SEPARATOR=", ") AS ?all) WHERE { ?s rdfs:label ?l }'),
    ("select", "SELECT ?x WHERE { ?s ex:number ?n BIND(IF(?n > 1, 'nhiều', 'ít') AS ?x) }"),
    ("select", "SELECT (STRLEN(UCASE(CONCAT(?l, 'đ'))) AS ?n) WHERE { ?s rdfs:label ?l }"),
    ("select", "SELECT ?s WHERE { { SELECT ?s WHERE { ?s ex:number ?n } ORDER BY ?n LIMIT 1 } }"),
    ("select", "SELECT ?s WHERE { GRAPH ?g { ?s ?p ?o } }"),
    ("select", "SELECT ?s FROM <http://x/graph> WHERE { ?s ?p ?o }"),
    ("select", "SELECT ?s FROM NAMED <https://x/graph> WHERE { GRAPH ?g { ?s ?p ?o } }"),
    ("select", 'SELECT ?s WHERE { ?s ex:date ?d FILTER(STRSTARTS(?d, "2023")) FILTER(YEAR(NOW()) > 2000) }'),
    ("select", "SELECT ?s WHERE { ?s rdfs:label 'a\\\"b\\\\', 'c\\n', '\\u1EBF' }"),
    ("select", "SELECT ?s WHERE { [] ex:implements ?s ; ex:number _:n . _:n ?p ?o }"),
    ("select", "SELECT ?s WHERE { ?s ex:number -1, +2, .5, 1.5e-3 }"),
    ("select", "BASE <http://x/> SELECT ?s WHERE { ?s <#number> 1 }"),
    ("ask", "ASK { ex:a ex:implements ex:b }"),
    ("ask", "ASK{?s?p?o}"),
    ("construct", "CONSTRUCT { ?o ex:by ?s } WHERE { ?s ex:implements ?o }"),
    ("construct", "CONSTRUCT WHERE { ?s ex:implements ?o }"),
    ("describe", "DESCRIBE ex:a"),
    ("describe", "DESCRIBE ?s WHERE { ?s ex:number 1 }"),
)

E = "<http://127.0.0.1:1/>"
REFUSED = (
    # SERVICE wherever it can stand
    f"ASK {{ SERVICE {E} {{ ?s ?p ?o }} }}",
    f"ASK {{ service {E} {{ ?s ?p ?o }} }}",
    f"ASK {{ SeRvIcE SILENT {E} {{ ?s ?p ?o }} }}",
    f"ASK {{ SERVICE{E}{{}} }}",
    f"ASK {{ SERVICESILENT{E}{{}} }}",
    f"ASK {{ SERVICE#\n{E} {{}} }}",
    f"ASK {{ ?s ?p ?o #\r SERVICE {E} {{}}\n }}",
    f"SELECT * {{ BIND({E} AS ?e) SERVICE ?e {{ ?s ?p ?o }} }}",
    f"SELECT * {{ VALUES ?e {{ {E} }} SERVICE ?e {{ ?s ?p ?o }} }}",
    f"SELECT * {{ {{ SELECT * {{ SERVICE {E} {{ ?s ?p ?o }} }} }} }}",
    f"SELECT * {{ OPTIONAL {{ SERVICE {E} {{ ?s ?p ?o }} }} }}",
    f"SELECT * {{ {{ ?s ?p ?o }} UNION {{ SERVICE {E} {{ ?s ?p ?o }} }} }}",
    f"SELECT * {{ MINUS {{ SERVICE {E} {{ ?s ?p ?o }} }} }}",
    f"SELECT * {{ GRAPH ?g {{ SERVICE {E} {{ ?s ?p ?o }} }} }}",
    f"SELECT * {{ FILTER EXISTS {{ SERVICE {E} {{ ?s ?p ?o }} }} }}",
    f"SELECT * {{ BIND(EXISTS {{ SERVICE {E} {{ ?s ?p ?o }} }} AS ?x) }}",
    f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE {E} {{ ?s ?p ?o }} }}",
    f"DESCRIBE ?s WHERE {{ SERVICE {E} {{ ?s ?p ?o }} }}",
    f"ASK {{ ?s ?p 1.SERVICE {E} {{}} }}",
    # SERVICE as part of a name, which Oxigraph reads as the clause
    f"PREFIX : {E} ASK {{ SERVICE: {{ ?s ?p ?o }} }}",
    f"PREFIX : {E} ASK {{ SERVICE:x {{ ?s ?p ?o }} }}",
    f"PREFIX : {E} ASK {{ service:x {{ ?s ?p ?o }} }}",
    f"PREFIX : {E} PREFIX SERVICE: {E} ASK {{ SERVICE:x {{ ?s ?p ?o }} }}",
    f"PREFIX : {E} PREFIX trueSERVICE: {E} ASK {{ ?s ?p trueSERVICE:x {{}} }}",
    f"PREFIX : {E} ASK {{ ?s ?p 1SERVICE:x {{}} }}",
    f"PREFIX ex: {E} ASK {{ ?s ?p ex:a.SERVICE{E}{{}} }}",
    f"ASK {{ ?s ?p _:a.SERVICE{E}{{}} }}",
    # texts that a lexer cuts elsewhere than Oxigraph does
    f"ASK {{ BIND('a' AS ?a) FILTER(?a<'b>') SERVICE {E} {{}} FILTER(?a<'c>') }}",
    f"ASK {{ BIND(1 AS ?a) FILTER(?a<2#>'''\n) SERVICE {E} {{}} #'''\n }}",
    f"ASK {{ BIND(1 AS ?a) FILTER(true<2#>'''\n) SERVICE {E} {{}} #'''\n }}",
    f"ASK {{ BIND(1 AS ?a) FILTER((?a)<2#>'''\n) SERVICE {E} {{}} #'''\n }}",
    f"ASK {{ BIND('a' AS ?a) FILTER(?a<<http://a#x> || true) SERVICE {E} {{}} \n }}",
    f"SELECT * {{ VALUES ?x {{ '''a' }} SERVICE {E} {{}} #\\q'''\n }}",
    f'SELECT * {{ VALUES ?x {{ """a" }} SERVICE {E} {{}} #\\q"""\n }}',
    f"ASK {{ ?s ?p 'a\n' . SERVICE {E} {{}} }}",
    # escapes
    f"ASK {{ \\u0053ERVICE {E} {{}} }}",
    f"ASK {{ \\U00000053ERVICE {E} {{}} }}",
    f'ASK {{ ?s ?p "\\u0022 . SERVICE {E} {{}} #" }}',
    f"ASK {{ ?s ?p '\\U00000027 . SERVICE {E} {{}} #' }}",
    "ASK { <http://e/\\u003E> ?p ?o }",
    "PREFIX ex: <http://e/> ASK { ?s ex:a\\#b ?o }",
    # other graphs
    "SELECT * FROM <file:/etc/passwd> { ?s ?p ?o }",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * FROM <ftp://e/> { ?s ?p ?o }",
    "BASE <file:///etc/> SELECT * FROM <passwd> { ?s ?p ?o }",
    "PREFIX f: <file:///etc/> SELECT * FROM f:passwd { ?s ?p ?o }",
    "ASK FROM <FILE:///etc/passwd> { ?s ?p ?o }",
    "CONSTRUCT FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
    "DESCRIBE <http://x> FROM <file:///etc/passwd>",
    "SELECT * FROM",
    # updates
    "INSERT DATA { <http://a> <http://b> 1 }",
    "DELETE WHERE { ?s ?p ?o }",
    "DELETE DATA { <http://a> <http://b> 1 }",
    "PREFIX ex: <http://e/> INSERT { ?s ex:p 1 } WHERE { ?s ?p ?o }",
    "WITH <http://g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "LOAD <file:///etc/passwd>",
    "LOAD SILENT <http://e/> INTO GRAPH <http://g>",
    "CLEAR ALL",
    "DROP ALL",
    "CREATE GRAPH <http://g>",
    "COPY <http://a> TO <http://b>",
    "MOVE <http://a> TO <http://b>",
    "ADD <http://a> TO <http://b>",
    "ASK { ?s ?p ?o } ; INSERT DATA { <http://a> <http://b> 1 }",
    "ASK {} ; LOAD <file:///etc/passwd>",
    # malformed
    "",
    "# only a comment",
    "SELECT ?s WHERE { ?s ?p ?o",
    "SELECT ?s WHERE { ?s ?p ?o )",
    "SELECT ?s WHERE { ?s foo ?o }",
    "SELECT ?s WHERE { ?s ex:p ?o }",
    "PREFIX ex <http://e/> ASK {}",
    "ASK { ?s ?p 'x }",
    "ASK { ?s ?p '''x' }",
    'ASK { ?s ?p "x\n" }',
    "ASK { ?s ?p '\\q' }",
    "ASK { << ?s ?p ?o >> ?a ?b }",
    "ASK {} \0",
    "\ufeffASK {}",
    "ASK { ?s ?p “x” }",
    "ASK " + "{" * (MAX_DEPTH + 1) + "}" * (MAX_DEPTH + 1),
    "ASK { ?s ?p '" + "x" * MAX_LENGTH + "' }",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> pyoxigraph.Store:
    path = tmp_path_factory.mktemp("sparql") / "rdf"
    writing = pyoxigraph.Store(path)
    writing.load(DATA, format=pyoxigraph.RdfFormat.TURTLE)
    writing.flush()
    del writing
    return pyoxigraph.Store.read_only(str(path))


def test_tables_are_large_enough() -> None:
    assert len(LEGITIMATE) >= 40
    assert len(REFUSED) >= 60


@pytest.mark.parametrize(("kind", "query"), LEGITIMATE)
def test_legitimate_query_passes_and_runs(store: pyoxigraph.Store, kind: str, query: str) -> None:
    assert check_sparql(PREFIXES + query) == kind
    result = store.query(PREFIXES + query)
    if not isinstance(result, pyoxigraph.QueryBoolean):
        list(result)


@pytest.mark.parametrize("query", REFUSED)
def test_refused(query: str) -> None:
    with pytest.raises(QueryError):
        check_sparql(query)


@pytest.mark.parametrize(
    ("query", "where", "what"),
    [
        ("SELECT * {\n  SERVICE <http://e/> {} }", "dòng 2, cột 3", "SERVICE"),
        ("SELECT * {\n ?s foo ?o }", "dòng 2, cột 5", "foo"),
        ("SELECT * {\n ?s cth:code ?o }", "dòng 2, cột 5", "cth:"),
        ("SELECT * { ?s ?p 'x }", "dòng 1, cột 18", "chưa được đóng"),
        ("SELECT * { { ?s ?p ?o }", "dòng 1, cột 10", "chưa được đóng"),
        ("SELECT * { ?s ?p ?o )", "dòng 1, cột 21", "không khớp"),
        ("SELECT * FROM <file:/etc/passwd> {}", "dòng 1, cột 10", "FROM"),
        ("PREFIX ex: <http://e/>", "dòng 1, cột 23", "SELECT"),
    ],
)
def test_error_names_place_and_reason(query: str, where: str, what: str) -> None:
    with pytest.raises(QueryError) as caught:
        check_sparql(query)
    assert caught.value.where == where
    assert what in str(caught.value)


def test_long_query_is_read() -> None:
    values = " ".join(f"<http://x/#{number}>" for number in range(3000))
    assert check_sparql(f"SELECT * {{ VALUES ?s {{ {values} }} ?s ?p ?o }}") == "select"


@settings(max_examples=300, deadline=None)
@given(st.text() | st.lists(st.sampled_from([*"'\"<>#\\\n\r;.:?@{}()_1a ", "'''", "SERVICE", "VALUES"])).map("".join))
def test_tokens_cover_the_text(query: str) -> None:
    try:
        found = tokens(query)
    except QueryError:
        return
    assert "".join(token.text for token in found) == query
    assert [token.start for token in found] == [0, *(token.end for token in found[:-1])]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(sorted({word for _, query in LEGITIMATE for word in query.split()}))).map(" ".join))
def test_guard_answers_or_refuses(query: str) -> None:
    try:
        check_sparql(query)
    except QueryError:
        return

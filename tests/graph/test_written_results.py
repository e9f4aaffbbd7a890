"""Answers that the worker itself writes in the standard forms, and the graphs that a query sees."""

import csv
import io
import json
from collections.abc import Iterator

import pyoxigraph
import pytest

from graph.sandbox.query_errors import QueryBusyError, QueryLimitError
from graph.sandbox.query_results import Dataset, ResultForm, WrittenResult
from graph.sandbox.query_worker import QueryWorkers
from graph.sandbox.sparql_guard import QueryKind, check_sparql
from ontology.errors import QueryError

DATA = """
<http://x/a> <http://x/name> "Kế hoạch \\"1\\",\\n2"@vi , 3 , true , "plain" ; <http://x/next> _:b .
GRAPH <http://x/g> { <http://x/a> <http://x/name> "g" }
GRAPH <http://x/h> { <http://x/a> <http://x/name> "h" }
"""
TABLES = [form for form in ResultForm if form.is_table]
GRAPHS = [form for form in ResultForm if not form.is_table]
TERMS = "SELECT ?o ?none { <http://x/a> ?p ?o FILTER(!ISBLANK(?o)) } ORDER BY ?o"
NAMES = "SELECT ?o { ?s <http://x/name> ?o FILTER(STRLEN(STR(?o)) = 1) } ORDER BY ?o"
NAMED = "SELECT ?o { GRAPH ?g { ?s <http://x/name> ?o } } ORDER BY ?o"


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[QueryWorkers]:
    path = tmp_path_factory.mktemp("rdf") / "rdf"
    store = pyoxigraph.Store(str(path))
    store.load(DATA, pyoxigraph.RdfFormat.TRIG)
    store.flush()
    with QueryWorkers(path, path / "none", size=2, warm=False) as opened:
        yield opened


def ask(
    workers: QueryWorkers, query: str, form: ResultForm, dataset: Dataset | None = None, **bounds: int
) -> WrittenResult:
    return workers.written(query, lambda kind: form, dataset, **bounds)


@pytest.mark.parametrize("form", TABLES)
def test_a_table_is_what_oxigraph_itself_would_write(form: ResultForm, workers: QueryWorkers) -> None:
    result = ask(workers, TERMS, form)
    store = pyoxigraph.Store()
    store.load(DATA, pyoxigraph.RdfFormat.TRIG)
    expected = store.query(TERMS)
    assert isinstance(expected, pyoxigraph.QuerySolutions)
    written = expected.serialize(format=pyoxigraph.QueryResultsFormat.from_extension(form.value))
    assert (result.kind, result.form, result.truncated) == ("select", form, False)
    if form is ResultForm.JSON:
        assert json.loads(result.body) == json.loads(written or b"")
    else:
        assert result.body == written


@pytest.mark.parametrize("form", TABLES)
def test_a_truth_value(form: ResultForm, workers: QueryWorkers) -> None:
    assert b"true" in ask(workers, "ASK { ?s ?p ?o }", form).body
    assert b"false" in ask(workers, "ASK { ?s <http://x/none> ?o }", form).body


@pytest.mark.parametrize("form", GRAPHS)
def test_a_graph(form: ResultForm, workers: QueryWorkers) -> None:
    result = ask(workers, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(!ISBLANK(?o)) }", form)
    quads = pyoxigraph.parse(result.body, pyoxigraph.RdfFormat.from_extension(form.value))
    assert {quad.object.value for quad in quads} == {'Kế hoạch "1",\n2', "3", "true", "plain"}


@pytest.mark.parametrize("form", TABLES)
def test_a_table_that_is_cut_is_still_whole(form: ResultForm, workers: QueryWorkers) -> None:
    result = ask(workers, "SELECT * { ?a ?b ?c . ?d ?e ?f }", form, limit=7)
    assert result.truncated
    if form is ResultForm.CSV:
        rows = list(csv.reader(io.StringIO(result.body.decode(), newline="")))[1:]
    else:
        table = pyoxigraph.parse_query_results(result.body, pyoxigraph.QueryResultsFormat.from_extension(form.value))
        assert isinstance(table, pyoxigraph.QuerySolutions)
        rows = [[str(term) for term in row] for row in table]
    assert len(rows) == 7


DATASETS: list[tuple[str, Dataset | None, str]] = [
    (NAMES, None, "3"),
    (NAMES, Dataset(("http://x/g",)), "g"),
    (NAMES, Dataset(("http://x/g", "http://x/h")), "gh"),
    (NAMES, Dataset(("", "http://x/h")), "3h"),
    (NAMES, Dataset(("http://x/none",)), ""),
    (NAMES, Dataset((), ("http://x/g",)), ""),
    (NAMES.replace("{", "FROM <http://x/g> {", 1), None, "g"),
    (NAMES.replace("{", "FROM <http://x/g> {", 1), Dataset(("http://x/h",)), "h"),
    (NAMED, None, "gh"),
    (NAMED, Dataset(("http://x/g",)), ""),
    (NAMED, Dataset((), ("http://x/h", "http://x/none")), "h"),
]


@pytest.mark.parametrize(("query", "dataset", "expected"), DATASETS)
def test_the_graphs_that_a_query_sees(
    query: str, dataset: Dataset | None, expected: str, workers: QueryWorkers
) -> None:
    assert "".join(ask(workers, query, ResultForm.CSV, dataset).body.decode().split()[1:]) == expected


def test_the_form_is_chosen_by_the_kind_of_query(workers: QueryWorkers) -> None:
    seen: list[QueryKind] = []

    def choose(kind: QueryKind) -> ResultForm:
        seen.append(kind)
        return ResultForm.N_TRIPLES if kind in ("construct", "describe") else ResultForm.TSV

    for query in ("SELECT * {}", "ASK {}", "CONSTRUCT WHERE { ?s ?p ?o }", "DESCRIBE <http://x/a>"):
        workers.written(query, choose)
    assert seen == ["select", "ask", "construct", "describe"]

    class UnwantedError(Exception):
        pass

    def refuse(kind: QueryKind) -> ResultForm:
        raise UnwantedError

    with pytest.raises(UnwantedError):
        workers.written("ASK {}", refuse)
    assert workers.written("ASK {}", choose).body == b"true"


def test_what_goes_wrong_is_told_apart(workers: QueryWorkers) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { " + " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(16)) + " }"
    with pytest.raises(QueryLimitError):
        workers.written(endless, lambda kind: ResultForm.JSON, timeout=0.3)
    with pytest.raises(QueryError) as refused:
        workers.written("ASK { ?s ?p }", lambda kind: ResultForm.JSON)
    assert not isinstance(refused.value, QueryLimitError | QueryBusyError)
    # The worker that was asked in vain answers the next question as it should.
    assert ask(workers, "ASK {}", ResultForm.CSV).body == b"true"


def test_prefixes_that_hold_by_themselves() -> None:
    assert check_sparql("ASK { ?s cth:code ?o }", prefixes=("cth",)) == "ask"
    with pytest.raises(QueryError, match="cth:"):
        check_sparql("ASK { ?s cth:code ?o }")

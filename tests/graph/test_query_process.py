"""The worker process itself, without a guard in front: nothing outside its store is within reach."""

import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import ladybug
import pyoxigraph
import pytest

from graph.sandbox.query_process import Engine, Request, WorkerProcess
from ontology.errors import QueryError

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no rlimits")


@pytest.fixture(scope="module")
def rdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rdf") / "rdf"
    store = pyoxigraph.Store(path)
    store.load("<http://x/a> <http://x/b> 1 .", format=pyoxigraph.RdfFormat.TURTLE)
    store.flush()
    return path


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("property") / "property"
    with (
        ladybug.Database(path, max_db_size=2**30, buffer_pool_size=2**26) as database,
        ladybug.Connection(database) as connection,
    ):
        connection.execute("CREATE NODE TABLE Document(iri STRING PRIMARY KEY)")
    return path


@posix
@pytest.mark.parametrize(
    "query",
    [
        "LOAD FROM '{secret}' (file_format='csv', header=false) RETURN *",
        "LOAD FROM '/etc/passwd' (file_format='csv', header=false, delim=':') RETURN *",
        "COPY (RETURN 1) TO '{folder}/out.csv'",
        "EXPORT DATABASE '{folder}/out'",
        "CREATE (:Document {{iri: 'x'}})",
        "ATTACH '{folder}/x.db' AS x (dbtype lbug)",
        "INSTALL json",
        "LOAD EXTENSION '{folder}/x.so'",
    ],
)
def test_cypher_worker_is_shut_in(graph: Path, tmp_path: Path, query: str) -> None:
    (tmp_path / "secret.csv").write_text("SECRET\n", encoding="utf-8")
    query = query.format(secret=tmp_path / "secret.csv", folder=tmp_path)
    with WorkerProcess(Engine.CYPHER, graph) as worker, pytest.raises(QueryError) as caught:
        worker.ask(Request(query, {}, 5, 10))
    assert "SECRET" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]


@posix
def test_sparql_worker_calls_nobody(rdf: Path) -> None:
    called = threading.Event()

    class Listener(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            called.set()
            self.send_response(500)
            self.end_headers()

        do_GET = do_POST  # noqa: N815

    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        query = f"SELECT * {{ SERVICE <http://127.0.0.1:{server.server_port}/> {{ ?s ?p ?o }} }}"
        with WorkerProcess(Engine.SPARQL, rdf) as worker, pytest.raises(QueryError):
            worker.ask(Request(query, {}, 5, 10))
        server.shutdown()
    assert not called.is_set()


def test_worker_that_dies_is_an_error(rdf: Path) -> None:
    worker = WorkerProcess(Engine.SPARQL, rdf)
    assert worker.ask(Request("ASK {}", {}, 5, 10))["boolean"] is True
    worker.close()
    assert not worker.usable
    with pytest.raises(QueryError, match="tiến trình"):
        worker.ask(Request("ASK {}", {}, 5, 10))


@posix
def test_worker_ends_with_its_parent(rdf: Path) -> None:
    worker = WorkerProcess(Engine.SPARQL, rdf)
    worker.ask(Request("ASK {}", {}, 5, 10))
    stdin = worker._process.stdin
    assert stdin is not None
    stdin.close()
    assert worker._process.wait(timeout=10) == 0
    worker.close()

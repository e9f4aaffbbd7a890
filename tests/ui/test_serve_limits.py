"""The server under load and in trouble: everybody gets a proper answer, and it ends when it is told to."""

import json
import shutil
import signal
import socket
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest
from command_line import RunCli
from sparql_server import DIRECT, Reply, SparqlServer, serving

from graph.build import build
from ui.cli.serving import DEFAULT_PORT, ready_lines

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
DOUBLED = " ".join(f"BIND(CONCAT(?l{n}, ?l{n}) AS ?l{n + 1})" for n in range(16))
LARGE_ROWS = f"SELECT ?l16 {{ ?s ?p ?o BIND('xxxx' AS ?l0) {DOUBLED} }}"  # a quarter of a megabyte each
HUNGRY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?a"

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


def memory_of(process: int) -> int:
    """Resident bytes."""
    lines = (Path("/proc") / str(process) / "status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) * 1024


def many(server: SparqlServer, query: str, count: int, accept: str | None = None) -> list[Reply]:
    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(lambda _: server.ask(query, accept), range(count)))


def test_two_hundred_at_once(sparql_server: SparqlServer) -> None:
    replies = many(sparql_server, COUNT, 200)
    statuses = Counter(reply.status for reply in replies)
    assert set(statuses) <= {200, 503}
    assert statuses[200] >= 150
    answers = {reply.body for reply in replies if reply.status == 200}
    assert len(answers) == 1
    assert all("retry-after" in reply.headers for reply in replies if reply.status == 503)


def test_eight_endless_queries_hold_nobody_up_for_long(sample_graph: Path) -> None:
    with serving(sample_graph, "--timeout", "1.5", "--workers", "8") as server, ThreadPoolExecutor(8) as threads:
        begun = time.monotonic()
        stuck = [threads.submit(server.ask, ENDLESS) for _ in range(8)]
        replies = [one.result() for one in stuck]
        assert [reply.status for reply in replies] == [503] * 8, "they ran side by side, and all were stopped"
        assert time.monotonic() - begun < 12
        assert all("1.5 giây" in reply.text and "retry-after" not in reply.headers for reply in replies)
        assert server.ask(COUNT).status == 200


def test_one_endless_query_leaves_the_others_alone(sparql_server: SparqlServer) -> None:
    with ThreadPoolExecutor(1) as threads:
        stuck = threads.submit(sparql_server.ask, ENDLESS)
        for _ in range(5):
            assert sparql_server.ask(COUNT).status == 200
        reply = stuck.result()
    assert reply.status == 503
    assert "5 giây" in reply.text


@linux
def test_enormous_answers_are_cut_and_do_not_fill_the_memory(sample_graph: Path) -> None:
    with serving(sample_graph, "--timeout", "60") as server:
        assert server.ask(COUNT).status == 200
        before = memory_of(server.process.pid)
        reply = server.ask(LARGE_ROWS, "text/csv")
        assert reply.status == 200, reply.text
        assert reply.headers["x-cuthehoa-truncated"] == "true"
        assert 16 << 20 < len(reply.body) < 64 << 20
        replies = many(server, LARGE_ROWS, 12)
        assert {each.status for each in replies} <= {200, 503}
        for each in replies:
            if each.status == 200:
                json.loads(each.body)
        assert memory_of(server.process.pid) - before < 1 << 30


@linux
def test_a_query_that_wants_too_much_memory_ends_alone(sparql_server: SparqlServer) -> None:
    reply = sparql_server.ask(HUNGRY)
    assert reply.status == 503
    assert sparql_server.ask(COUNT).status == 200


def test_who_waits_too_long_is_told_so(sample_graph: Path) -> None:
    """One worker, kept busy: who comes after is answered within the time that a query may wait."""
    with serving(sample_graph, "--workers", "1", "--timeout", "3600") as server, ThreadPoolExecutor(4) as threads:
        stuck = threads.submit(server.send, "GET", f"/sparql?query={quote(ENDLESS)}", {}, None, 40)
        time.sleep(1)
        begun = time.monotonic()
        reply = server.ask(COUNT)
        assert (reply.status, reply.headers["retry-after"]) == (503, "2")
        assert time.monotonic() - begun < 15
        server.process.terminate()
        assert stuck.exception() is not None or stuck.result().status >= 500


def test_a_client_that_goes_away_leaves_the_queue(sample_graph: Path) -> None:
    with serving(sample_graph, "--workers", "1", "--timeout", "3") as server:
        request = f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
        with socket.create_connection(("127.0.0.1", server.port)) as first:
            first.sendall(request)
            time.sleep(0.5)
            for _ in range(5):  # each would take three seconds, were it still asked for
                with socket.create_connection(("127.0.0.1", server.port)) as other:
                    other.sendall(request)
                    time.sleep(0.1)
            begun = time.monotonic()
            assert server.ask(COUNT).status == 200
            assert time.monotonic() - begun < 6


@pytest.mark.parametrize(
    "sent",
    [
        b"nonsense\r\n\r\n",
        b"GET /sparql HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * (2 << 20) + b"\r\n\r\n",
        b"GET /sparql?query=" + b"x" * (2 << 20) + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: -1\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ],
)
def test_what_is_no_http_is_refused(sent: bytes, sparql_server: SparqlServer) -> None:
    with socket.create_connection(("127.0.0.1", sparql_server.port), timeout=20) as connection:
        try:
            connection.sendall(sent)
            begin = connection.recv(100)
        except ConnectionError:
            begin = b""  # it hung up in the middle of what was sent
    assert begin == b"" or begin.startswith((b"HTTP/1.1 400", b"HTTP/1.1 414", b"HTTP/1.1 431"))
    assert sparql_server.ask(COUNT).status == 200


def test_a_body_in_chunks_is_bounded_too(sparql_server: SparqlServer) -> None:
    head = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {DIRECT}\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    with socket.create_connection(("127.0.0.1", sparql_server.port), timeout=20) as connection:
        connection.sendall(head.encode())
        try:
            for _ in range(17):
                connection.sendall(chunk)
            begin = connection.recv(100)
        except ConnectionError:
            begin = b""
    assert begin == b"" or begin.startswith(b"HTTP/1.1 413")
    assert sparql_server.ask(COUNT).status == 200


# -- builds meanwhile -------------------------------------------------------------------------------------------------


def test_a_new_build_is_served_without_a_pause(sample_dir: Path, tmp_path: Path) -> None:
    sources, graph = tmp_path / "sources", tmp_path / "graph"
    shutil.copytree(sample_dir / "huyen-phung-hiep", sources)
    build([sources], graph)
    with serving(graph, "--timeout", "3") as server, ThreadPoolExecutor(2) as threads:
        first = server.ask(COUNT)
        assert first.headers["x-cuthehoa-generation"] == "1"
        running = threads.submit(server.ask, ENDLESS)
        shutil.copytree(sample_dir / "huyen-long-my", sources / "them")
        building = threads.submit(build, [sources], graph)
        seen: list[Reply] = []
        deadline = time.monotonic() + 60
        changed = 0.0
        while time.monotonic() < deadline:
            seen.append(server.ask(COUNT))
            if building.done() and not changed:
                changed = time.monotonic()
            if seen[-1].headers.get("x-cuthehoa-generation") == "2":
                break
        assert {reply.status for reply in seen} == {200}
        assert seen[-1].headers["x-cuthehoa-generation"] == "2"
        assert not changed or time.monotonic() - changed < 10  # a second, and the patience of a busy machine
        assert seen[-1].body != first.body
        assert running.result().status == 503, "it had begun on the old build, and ended there"
        assert server.ask(COUNT).headers["x-cuthehoa-generation"] == "2"


def test_a_graph_that_is_gone_is_served_from_what_is_open(sample_graph: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    shutil.copytree(sample_graph, graph)
    with serving(graph) as server:
        (graph / "CURRENT").unlink()
        time.sleep(1.2)
        assert server.ask(COUNT).status == 200
        assert sum("Vẫn dùng bản dựng" in line for line in server.lines) == 1


# -- beginning and ending ---------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_and_leaves_no_worker(stop: signal.Signals, sample_graph: Path) -> None:
    with serving(sample_graph, "--timeout", "60") as server, ThreadPoolExecutor(1) as threads:
        assert server.ask(COUNT).status == 200
        stuck = threads.submit(server.ask, ENDLESS)
        time.sleep(0.5)
        workers = server.workers()
        assert workers
        begun = time.monotonic()
        server.process.send_signal(stop)
        server.process.wait(timeout=20)
        assert time.monotonic() - begun < 4  # two seconds, and the patience of a busy machine
        assert server.process.returncode == 0
        assert stuck.exception() is not None or stuck.result().status >= 500
        deadline = time.monotonic() + 5
        while any((Path("/proc") / str(worker) / "cmdline").exists() for worker in workers):
            assert time.monotonic() < deadline, "workers are left"
            time.sleep(0.05)
    text = "".join(server.lines)
    assert "Đã dừng máy chủ." in text
    assert "Traceback" not in text


def test_what_it_says_when_it_is_ready(sparql_server: SparqlServer) -> None:
    told = "".join(sparql_server.lines)
    assert f"Điểm truy vấn SPARQL: {sparql_server.url}" in told
    assert ready_lines(f"http://127.0.0.1:{sparql_server.port}")[-1] in told


def test_the_log_holds_queries_only_in_part(sparql_server: SparqlServer) -> None:
    sparql_server.ask(f"ASK {{}} #\x1b[31m bi-mat {'z' * 500}")
    time.sleep(0.3)
    line = next(line for line in sparql_server.lines if "zzzz" in line)
    assert "bi-mat" in line
    assert "z" * 200 not in line
    assert "\x1b" not in line
    assert len(line) < 300


def test_a_port_that_is_taken(run_cli: RunCli, sample_graph: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run_cli("serve", "--graph", sample_graph, "--port", str(port))
    assert (result.code, result.stdout) == (2, "")
    assert result.stderr == f"Lỗi: --port: cổng {port} đang bận. Hãy chọn cổng khác, ví dụ --port {port + 1}.\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--port", "70000"), "--port"),
        (("--port", "x"), "--port"),
        (("--host", "999.1.1.1"), "--host"),
        (("--cors", "yasgui.org"), "--cors"),
        (("--cors", "https://a.example/path"), "--cors"),
        (("--timeout", "0"), "--timeout"),
        (("--timeout", "nan"), "--timeout"),
        (("--limit", "0"), "--limit"),
        (("--workers", "65"), "--workers"),
    ],
)
def test_wrong_options(options: tuple[str, str], said: str, run_cli: RunCli, sample_graph: Path) -> None:
    result = run_cli("serve", "--graph", sample_graph, *options)
    assert (result.code, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_without_a_graph(run_cli: RunCli, tmp_path: Path) -> None:
    result = run_cli("serve", "--graph", tmp_path / "none")
    assert result.code == 2
    assert "cuthehoa build" in result.stderr


def test_with_a_damaged_store(run_cli: RunCli, sample_graph: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    shutil.copytree(sample_graph, graph)
    for table in graph.glob("generations/*/rdf/*.sst"):
        table.write_bytes(b"")
    result = run_cli("serve", "--graph", graph, "--port", "0")
    assert (result.code, result.stdout) == (2, "")
    assert "cuthehoa build" in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_default_port_is_not_the_apps() -> None:
    from ui.cli.application import DEFAULT_PORT as APP_PORT

    assert abs(DEFAULT_PORT - APP_PORT) > 20

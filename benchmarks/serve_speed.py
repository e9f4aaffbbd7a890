"""How fast `cuthehoa serve` answers, beside rdflib in memory behind the plainest HTTP server, in the same minute.

    python benchmarks/serve_speed.py [--graph DIR] [--requests 2000] [--no-peer]

Without a graph the sample corpus is built first. Each figure is of requests over connections that are kept open.
"""

import argparse
import http.client
import json
import multiprocessing
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pyoxigraph

from graph.build import build
from graph.query import Graph

ROOT = Path(__file__).resolve().parents[1]
CTH = "PREFIX cth: <https://w3id.org/cuthehoa/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
QUERIES = {
    "one document by its code": CTH + 'SELECT ?d ?name { ?d cth:code "18-NQ/TW" ; rdfs:label ?name }',
    "every pair of the cascade": CTH + "SELECT ?a ?b { ?a cth:carriesOut ?b }",
    "a cascade, any depth": CTH + 'SELECT ?d { ?r cth:code "18-NQ/TW" . ?d cth:carriesOut+ ?r }',
}
CLIENTS = (1, 8)


@contextmanager
def cuthehoa(graph: Path) -> Iterator[int]:
    """Serve the graph by the command; gives the port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "ui.cli", "serve", "--graph", str(graph), "--port", "0"],
        cwd=ROOT, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    if process.stderr is None:
        raise AssertionError("stderr is a pipe")
    try:
        line = process.stderr.readline()
        threading.Thread(target=process.stderr.read, daemon=True).start()
        yield int(line.partition("//")[2].partition(":")[2].partition("/")[0])
    finally:
        process.terminate()
        process.wait()


@contextmanager
def rdflib_in_memory(graph: Path) -> Iterator[int]:
    """Serve the same triples from an rdflib graph in memory; gives the port."""
    with Graph.open(graph) as opened, tempfile.TemporaryDirectory() as folder:
        triples = Path(folder) / "graph.nt"
        store = pyoxigraph.Store.read_only(str(opened.generation_folder / "rdf"))
        store.dump(triples, pyoxigraph.RdfFormat.N_TRIPLES, from_graph=pyoxigraph.DefaultGraph())
        here, there = multiprocessing.Pipe()
        process = multiprocessing.Process(target=_serve_rdflib, args=(triples, there), daemon=True)
        process.start()
        try:
            yield here.recv()
        finally:
            process.terminate()
            process.join()


def _serve_rdflib(triples: Path, port: "multiprocessing.connection.Connection") -> None:
    import rdflib

    memory = rdflib.Graph().parse(triples, format="nt")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one packet: else the system waits 40 ms between them
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            query = parse_qs(urlsplit(self.path).query)["query"][0]
            body = memory.query(query).serialize(format="json") or b""
            self.send_response(200)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_request(self, code: object = "-", size: object = "-") -> None:
            """Be as quiet as can be."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    port.send(server.server_port)
    server.serve_forever()


def measure(port: int, query: str, clients: int, requests: int) -> tuple[float, list[float], int]:
    """Ask from so many clients at once.

    Returns:
        Requests a second, the seconds of each, and the rows of one answer.
    """
    target = f"/sparql?query={quote(query)}"

    def client(count: int) -> tuple[list[float], int]:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        seconds, rows = [], 0
        for _ in range(count):
            begun = time.perf_counter()
            connection.request("GET", target)
            reply = connection.getresponse()
            body = reply.read()
            seconds.append(time.perf_counter() - begun)
            if reply.status != 200:
                raise AssertionError(f"{reply.status}: {body!r}")
            rows = rows or len(json.loads(body)["results"]["bindings"])
        connection.close()
        return seconds, rows

    client(5)
    begun = time.perf_counter()
    with ThreadPoolExecutor(clients) as threads:
        found = list(threads.map(client, [requests // clients] * clients))
    taken = time.perf_counter() - begun
    return sum(len(seconds) for seconds, _ in found) / taken, [s for seconds, _ in found for s in seconds], found[0][1]


def report(name: str, port: int, requests: int) -> dict[tuple[str, int], float]:
    """Print one line for each query and number of clients; gives the requests a second."""
    rates = {}
    for title, query in QUERIES.items():
        for clients in CLIENTS:
            rate, seconds, rows = measure(port, query, clients, requests)
            cuts = statistics.quantiles(seconds, n=100)
            rates[title, clients] = rate
            print(
                f"{name:<18} {title:<26} ({rows} rows) {clients} clients: {rate:7.0f} requests/s, "
                f"p50 {cuts[49] * 1000:.2f} ms, p95 {cuts[94] * 1000:.2f} ms"
            )
    return rates


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--graph", type=Path)
    parser.add_argument("--requests", type=int, default=2_000)
    parser.add_argument("--no-peer", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        graph = options.graph or Path(folder) / "graph"
        if options.graph is None:
            build([ROOT / "examples" / "documents"], graph)
        with cuthehoa(graph) as port:
            own = report("cuthehoa serve", port, options.requests)
        if options.no_peer:
            return
        with rdflib_in_memory(graph) as port:
            peer = report("rdflib in memory", port, max(options.requests // 10, 80))
    for (title, clients), rate in own.items():
        print(f"{title}, {clients} clients: {rate / peer[title, clients]:.1f} × rdflib in memory")


if __name__ == "__main__":
    main()

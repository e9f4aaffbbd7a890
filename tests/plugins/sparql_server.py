"""`cuthehoa serve` in a process of its own, and plain HTTP requests to it."""

import http.client
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest

ROOT = Path(__file__).resolve().parents[2]
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def type(self) -> str:
        """The media type without parameters."""
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass(slots=True)
class SparqlServer:
    """A server that answers.

    Args:
        process: Its process.
        port: Where it listens on 127.0.0.1.
        lines: What it wrote to standard error so far.
    """

    process: "subprocess.Popen[str]"
    port: int
    lines: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The endpoint."""
        return f"http://127.0.0.1:{self.port}/sparql"

    def send(
        self,
        method: str,
        target: str = "/sparql",
        headers: Mapping[str, str] | None = None,
        body: bytes | str | None = None,
        timeout: float = 60,
    ) -> Reply:
        """Send one request just as it is given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, target, body.encode() if isinstance(body, str) else body, dict(headers or {}))
            reply = connection.getresponse()
            return Reply(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read())
        finally:
            connection.close()

    def ask(self, query: str, accept: str | None = None, **graphs: str) -> Reply:
        """Send a query by GET; ``default_graph_uri`` and ``named_graph_uri`` as keywords."""
        fields = {"query": query} | {name.replace("_", "-"): value for name, value in graphs.items()}
        return self.send("GET", f"/sparql?{urlencode(fields)}", {"Accept": accept} if accept else {})

    def workers(self) -> list[int]:
        """The process ids of its query workers."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                command = (folder / "cmdline").read_bytes()
            except (OSError, ValueError, IndexError):
                continue
            if parent == self.process.pid and b"query_worker_main" in command:
                found.append(int(folder.name))
        return sorted(found)


@contextmanager
def serving(graph: Path, *options: str) -> Iterator[SparqlServer]:
    """Run ``cuthehoa serve`` on a free port until the block ends."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CUTHEHOA_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "ui.cli", "serve", "--graph", str(graph), "--port", "0", *options],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    lines: list[str] = []
    reader = threading.Thread(target=_read, args=(process, lines), daemon=True)
    reader.start()
    try:
        yield SparqlServer(process, _port(process, lines), lines)
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        reader.join(timeout=10)


def _read(process: "subprocess.Popen[str]", lines: list[str]) -> None:
    for line in process.stderr or ():
        lines.append(line)  # noqa: PERF402 - each line is wanted as soon as it is there


def _port(process: "subprocess.Popen[str]", lines: list[str]) -> int:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        for line in list(lines):
            if found := re.search(r"http://[^ ]*:(\d+)/sparql", line):
                return int(found[1])
        time.sleep(0.02)
    raise AssertionError(f"the server did not start: {''.join(lines)}")


@pytest.fixture(scope="session")
def sparql_server(sample_graph: Path) -> Iterator[SparqlServer]:
    """A server of the sample graph. Tests that stop it, or change its graph, start their own."""
    with serving(sample_graph, "--timeout", "5", "--cors", "https://yasgui.example") as server:
        yield server

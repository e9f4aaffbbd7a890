"""A real Neo4j server for the tests, started from the jars that `make test` fetched; it lives in a temporary folder."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j
import pytest
from ci_rules import skip_here_fail_on_ci
from neo4j.exceptions import DriverError, Neo4jError
from system_parts import find_java, find_neo4j, missing_neo4j

PASSWORD = "only-for-these-tests"  # noqa: S105
START_SECONDS = 120  # about 8 on an idle machine with two cores

CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
dbms.security.auth_enabled={auth}
server.memory.heap.max_size=512m
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
"""


@dataclass(frozen=True, slots=True)
class Neo4jJars:
    """What a server is started from."""

    java: Path
    lib: Path

    def command(self, main_class: str, *args: str) -> list[str]:
        """The command line that runs one of Neo4j's programs."""
        small_and_quick = ["-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
        return [str(self.java), *small_and_quick, "-cp", f"{self.lib}/*", main_class, *args]

    def admin(self, home: Path, *args: str) -> subprocess.CompletedProcess[str]:
        """Run `neo4j-admin ARGS…` on a home folder whose server is stopped (`database import full neo4j …`)."""
        write_configuration(home, bolt=0, http=0, auth=False)
        return subprocess.run(
            self.command("org.neo4j.cli.AdminTool", *args),
            env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
            cwd=home,  # where the import tool writes its report
            capture_output=True,
            text=True,
            timeout=START_SECONDS,
            check=True,
        )


@dataclass(frozen=True, slots=True)
class Neo4jServer:
    """A running server. `password` is None when it asks for none."""

    uri: str
    home: Path
    user: str = "neo4j"
    password: str | None = None

    @property
    def auth(self) -> tuple[str, str] | None:
        """What the driver takes as `auth`."""
        return (self.user, self.password) if self.password is not None else None

    def driver(self) -> neo4j.Driver:
        """A driver of this server; the caller closes it."""
        return neo4j.GraphDatabase.driver(self.uri, auth=self.auth)


@contextmanager
def running_server(jars: Neo4jJars, home: Path, password: str | None = None) -> Iterator[Neo4jServer]:
    """Start a server on a home folder, which may hold a database already, and stop it at the end."""
    if password is not None:
        jars.admin(home, "dbms", "set-initial-password", password)
    bolt, http = _free_ports(2)
    write_configuration(home, bolt=bolt, http=http, auth=password is not None)
    log = home / "console.log"
    with log.open("wb") as console:
        process = subprocess.Popen(
            jars.command("org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={home / 'conf'}"),
            stdout=console,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            cwd=home,
        )
    server = Neo4jServer(f"bolt://127.0.0.1:{bolt}", home, password=password)
    try:
        _wait_until_it_answers(server, process, log)
        yield server
    finally:
        # Not asked to stop: Bolt then waits ten seconds for clients, and the folder is thrown away anyhow.
        process.kill()
        process.wait()


def write_configuration(home: Path, *, bolt: int, http: int, auth: bool) -> None:
    """Write the server's configuration into its home folder."""
    folder = home / "conf"
    folder.mkdir(parents=True, exist_ok=True)
    text = CONFIGURATION.format(bolt=bolt, http=http, auth=str(auth).lower())
    (folder / "neo4j.conf").write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def neo4j_jars() -> Neo4jJars:
    """Java and the server's jars, for tests that start a server or run `neo4j-admin` themselves."""
    if reason := missing_neo4j():
        skip_here_fail_on_ci(reason)
    java, lib = find_java(), find_neo4j()
    assert java is not None
    assert lib is not None
    return Neo4jJars(java, lib)


@pytest.fixture(scope="session")
def neo4j_server(neo4j_jars: Neo4jJars, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A server without authentication, one for the whole run: whoever uses it directly cleans up behind itself."""
    with running_server(neo4j_jars, tmp_path_factory.mktemp("neo4j")) as server:
        yield server


@pytest.fixture(scope="session")
def neo4j_server_with_password(
    neo4j_jars: Neo4jJars, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Neo4jServer]:
    """A server that refuses everyone but its user with its password."""
    with running_server(neo4j_jars, tmp_path_factory.mktemp("neo4j-password"), PASSWORD) as server:
        yield server


@pytest.fixture
def empty_neo4j(neo4j_server: Neo4jServer) -> Neo4jServer:
    """The server without authentication, with nothing in it: no node, no constraint, no index of ours."""
    with neo4j_server.driver() as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        for kind, kinds in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
            shown = driver.execute_query(f"SHOW {kinds} YIELD name, type")
            for record in shown.records:
                if record["type"] != "LOOKUP":  # these two are the database's own
                    driver.execute_query(f"DROP {kind} `{record['name']}` IF EXISTS")
    return neo4j_server


def _wait_until_it_answers(server: Neo4jServer, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            with server.driver() as driver:
                driver.verify_connectivity()
        except (DriverError, Neo4jError) as error:
            if process.poll() is None and time.monotonic() < deadline:
                time.sleep(0.25)
                continue
            tail = log.read_text(encoding="utf-8", errors="replace")[-3000:]
            raise RuntimeError(f"the Neo4j server did not start; it wrote:\n{tail}") from error
        return


def _free_ports(count: int) -> list[int]:
    """Ports that are free now; all are held until the last is known, so that they differ."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports

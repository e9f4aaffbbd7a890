"""The commands that talk to servers: the app's own, and Neo4j."""

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from command_line import RunCli
from neo4j_server import PASSWORD, Neo4jServer

from ui.cli import application

PUSH = ("neo4j", "push")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1) as reply:
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_the_app_runs_until_it_is_stopped(sample_graph: Path, project_root: Path, stop: signal.Signals) -> None:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "ui.cli", "ui", "--graph", str(sample_graph), "--port", str(port), "--no-browser"],
        cwd=project_root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        deadline = time.monotonic() + 60
        while not answers(port) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.2)
        assert answers(port)
    finally:
        # To the command alone: it has to take the server with it.
        process.send_signal(stop)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert f"Ứng dụng: http://127.0.0.1:{port}" in err
    assert "Đã dừng ứng dụng." in err
    assert "Traceback" not in err
    assert not answers(port)


def test_a_port_that_is_taken(run_cli: RunCli, sample_graph: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        result = run_cli("ui", "--graph", sample_graph, "--port", str(port), "--no-browser")
    assert result.code == 2
    assert result.stderr == f"Lỗi: --port: cổng {port} đang bận. Hãy chọn cổng khác, ví dụ --port 8601.\n"


def test_without_a_port_the_first_free_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = server.getsockname()[1]
        monkeypatch.setattr(application, "DEFAULT_PORT", taken)
        assert taken < application.free_port(None) < taken + 20


def test_the_app_is_for_this_machine_alone_and_reports_to_nobody() -> None:
    command = application.app_command(8501)
    assert command[command.index("--server.address") + 1] == "127.0.0.1"
    assert command[command.index("--browser.gatherUsageStats") + 1] == "false"
    assert command[command.index("--server.headless") + 1] == "true"
    assert Path(command[4]).is_file()


def test_push_without_a_server(run_cli: RunCli, sample_graph: Path) -> None:
    result = run_cli(*PUSH, "--uri", f"bolt://127.0.0.1:{free_port()}", "--graph", sample_graph)
    assert (result.code, result.stdout) == (2, "")
    assert result.stderr.startswith("Lỗi: bolt://127.0.0.1:")
    assert result.stderr.count("\n") == 1


@pytest.mark.neo4j
def test_push_says_what_it_wrote(run_cli: RunCli, sample_graph: Path, empty_neo4j: Neo4jServer) -> None:
    first = run_cli(*PUSH, "--uri", empty_neo4j.uri, "--graph", sample_graph, "--json")
    assert first.code == 0, first.stderr
    report = first.json()
    assert report["created_nodes"] == sum(report["nodes"].values()) > 0
    again = run_cli(*PUSH, "--uri", empty_neo4j.uri, "--graph", sample_graph)
    assert again.code == 0
    assert f"{sum(report['nodes'].values())} nút (mới: 0)" in again.stdout


@pytest.mark.neo4j
@pytest.mark.parametrize(("password", "code"), [(PASSWORD, 0), ("another-9f3", 2), (None, 2)])
def test_the_password_comes_from_the_environment(
    run_cli: RunCli, sample_graph: Path, neo4j_server_with_password: Neo4jServer, password: str | None, code: int
) -> None:
    environment = {"NEO4J_PASSWORD": password or ""}
    server = neo4j_server_with_password
    result = run_cli(*PUSH, "--uri", server.uri, "--user", "neo4j", "--graph", sample_graph, env=environment)
    assert result.code == code, result.stderr
    if code:
        assert result.stderr.count("\n") == 1
        assert "mật khẩu" in result.stderr
        assert "another-9f3" not in result.stderr

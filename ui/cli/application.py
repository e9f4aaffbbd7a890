"""The command ``ui``: the Streamlit app on this machine."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from ontology.errors import CuthehoaError
from ui.cli.console import tell
from ui.cli.failures import UsageError
from ui.cli.options import GRAPH_VARIABLE, GraphOption, graph_folder, open_graph
from ui.theme import SETTINGS

HOST = "127.0.0.1"
DEFAULT_PORT = 8501
_TRIED_PORTS = 20
_START_SECONDS = 60


def ui(
    context: typer.Context,
    port: Annotated[
        int | None,
        typer.Option(
            "--port", metavar="CỔNG", help=f"Cổng trên {HOST}. Mặc định: cổng trống đầu tiên từ {DEFAULT_PORT}."
        ),
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Không tự mở trình duyệt.")] = False,
    graph: GraphOption = None,
) -> None:
    """Open the app on the graph."""
    with open_graph(context, graph):
        pass  # a missing or damaged graph is reported here, before a server starts
    run_app(graph_folder(context, graph), port=port, browser=not no_browser)


def run_app(folder: Path, *, port: int | None = None, browser: bool = True) -> None:
    """Run the app until it is stopped.

    Args:
        folder: The graph's folder.
        port: The port to listen on; ``None`` for the first free one.
        browser: Whether to open a browser as soon as the app answers.

    Raises:
        UsageError: If the port cannot be had.
        CuthehoaError: If the app ended by itself.
    """
    port = free_port(port)
    address = f"http://{HOST}:{port}"
    process = subprocess.Popen(app_command(port), env=os.environ | {GRAPH_VARIABLE: str(folder.resolve())})  # noqa: S603
    # A stopped command must not leave the server behind: the signal becomes the exception that Ctrl-C raises.
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        tell(f"Ứng dụng: {address} (nhấn Ctrl-C để dừng)")
        if browser:
            threading.Thread(target=_open_when_ready, args=(address, process), daemon=True).start()
        code = process.wait()
    except KeyboardInterrupt:
        tell("Đã dừng ứng dụng.")
        return
    finally:
        process.terminate()
        process.wait()
        signal.signal(signal.SIGTERM, before)
    if code:
        raise CuthehoaError(f"ứng dụng dừng với mã {code}", todo="Xem các dòng ở trên để biết lý do")


def app_command(port: int) -> list[str]:
    """The command line that runs the app: on this machine only, asking nothing and reporting nothing to anybody."""
    settings = {
        "server.address": HOST,
        "server.port": str(port),
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "browser.serverAddress": HOST,
        "client.toolbarMode": "minimal",
    }
    options = [word for name, value in (settings | SETTINGS).items() for word in (f"--{name}", value)]
    return [sys.executable, "-m", "streamlit", "run", str(resources.files("ui") / "app.py"), *options]


def free_port(wanted: int | None) -> int:
    """The port to listen on.

    Args:
        wanted: The one asked for, or ``None`` for the first free one.

    Raises:
        UsageError: If the one asked for is no port or is taken, or none of the usual ones is free.
    """
    if wanted is not None and not 1 <= wanted <= 65535:
        raise UsageError(f"{wanted} không phải là số cổng", where="--port", todo="Chọn từ 1 đến 65535")
    for port in [wanted] if wanted is not None else range(DEFAULT_PORT, DEFAULT_PORT + _TRIED_PORTS):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            if sys.platform != "win32":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return port
    taken = f"cổng {wanted} đang bận" if wanted is not None else "không còn cổng nào trống"
    raise UsageError(taken, where="--port", todo="Hãy chọn cổng khác, ví dụ --port 8601")


def _open_when_ready(address: str, process: "subprocess.Popen[bytes]") -> None:
    import urllib.error
    import urllib.request
    import webbrowser

    deadline = time.monotonic() + _START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):  # noqa: S310
                webbrowser.open(address)
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)

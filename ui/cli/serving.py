"""The command ``serve``: the graph as a SPARQL 1.1 Protocol endpoint."""

import re
from typing import Annotated

import typer

from ui.cli.command_entry import CommandEntry
from ui.cli.console import tell
from ui.cli.failures import UsageError
from ui.cli.options import GraphOption, between, graph_folder, open_graph

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8602
_MOST_WORKERS = 64
_LONGEST = 3600
_MOST_ROWS = 1_000_000
_ORIGIN = re.compile(r"\*|https?://[^/?#\s,]+")


def serve(
    context: typer.Context,
    port: Annotated[
        int, typer.Option("--port", metavar="CỔNG", help=f"Cổng; 0: cổng trống bất kỳ. Mặc định: {DEFAULT_PORT}.")
    ] = DEFAULT_PORT,
    host: Annotated[
        str,
        typer.Option(
            "--host",
            metavar="ĐỊA_CHỈ",
            help=f"Địa chỉ để lắng nghe. Mặc định: {DEFAULT_HOST}, chỉ máy này; 0.0.0.0 cho cả mạng nội bộ.",
        ),
    ] = DEFAULT_HOST,
    cors: Annotated[
        list[str] | None,
        typer.Option(
            "--cors",
            metavar="NGUỒN",
            help="Cho trang web của nguồn này (ví dụ https://yasgui.org) đọc câu trả lời; dùng được nhiều lần; "
            "* cho mọi nguồn. Mặc định: không cho nguồn nào.",
        ),
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="S", help="Số giây nhiều nhất cho một câu hỏi. Mặc định: 10.")
    ] = 10.0,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", help="Số dòng nhiều nhất của một câu trả lời. Mặc định: 10000.")
    ] = 10_000,
    workers: Annotated[
        int, typer.Option("--workers", metavar="N", help="Số câu hỏi chạy cùng lúc; câu đến sau xếp hàng. Mặc định: 8.")
    ] = 8,
    graph: GraphOption = None,
) -> None:
    """Serve the graph to SPARQL clients."""
    between("--port", port, 0, 65535)
    between("--timeout", timeout, 0.001, _LONGEST)
    between("--limit", limit, 1, _MOST_ROWS)
    between("--workers", workers, 1, _MOST_WORKERS)
    origins = tuple(origin.rstrip("/") for origin in cors or ())
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            raise UsageError(
                f"“{origin}” không phải là nguồn web",
                where="--cors",
                todo="Viết như https://yasgui.org, không có đường dẫn",
            )
    with open_graph(context, graph) as opened:
        opened.sparql("ASK {}")  # a missing or damaged graph is reported here, before a port is taken
    from ui.server.desk import Bounds
    from ui.server.running import listen
    from ui.server.running import serve as run

    listener = listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listener.getsockname()[1]}"
    run(
        graph_folder(context, graph),
        listener,
        host=host,
        bounds=Bounds(timeout, limit, workers),
        origins=origins,
        when_ready=lambda: tell("\n".join(ready_lines(address))),
    )
    tell("Đã dừng máy chủ.")


def ready_lines(address: str) -> list[str]:
    """What is said as soon as the server answers: where it is and how to ask it.

    Args:
        address: The server's address without a path.
    """
    return [
        f"Điểm truy vấn SPARQL: {address}/sparql (chỉ đọc; nhấn Ctrl-C để dừng)",
        f"Bộ từ vựng: {address}/ns",
        "Thử hỏi từ cửa sổ lệnh khác:",
        f"  curl --data-urlencode 'query=SELECT * {{ ?s ?p ?o }} LIMIT 5' -H 'Accept: text/csv' {address}/sparql",
    ]


ENTRIES = (
    CommandEntry(
        "serve",
        serve,
        """
        Mở đồ thị cho các chương trình khác hỏi qua HTTP bằng SPARQL 1.1, chỉ đọc. Nhấn Ctrl-C để dừng.

        Mỗi câu hỏi chạy trong một tiến trình riêng, dừng được, trong giới hạn thời gian và số dòng. Dựng lại đồ thị
        trong khi máy chủ chạy thì câu hỏi mới dùng đồ thị mới, không cần khởi động lại.
        """,
        ("cuthehoa serve", "cuthehoa serve --port 8700 --timeout 30 --cors https://yasgui.org"),
    ),
)

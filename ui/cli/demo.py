"""The command ``demo``: from the sample corpus to one cascade."""

import os
import sys
from pathlib import Path
from shutil import which
from typing import Annotated

import typer

from graph.answers import Direction
from ui.cli.application import run_app
from ui.cli.choosing import quoted
from ui.cli.console import tell, write
from ui.cli.failures import UsageError
from ui.cli.making import build_lines, run_build
from ui.cli.options import Invocation
from ui.cli.trace_tree import trace_lines
from ui.sample import SHOWCASE, sample_documents
from ui.wording import read_date

DEMO_GRAPH = Path("cuthehoa-demo")


def demo(
    context: typer.Context,
    ui: Annotated[bool, typer.Option("--ui", help="Sau đó mở ứng dụng trên đồ thị mẫu.")] = False,
    graph: Annotated[
        Path | None,
        typer.Option("--graph", metavar="THƯ_MỤC", help=f"Thư mục cho đồ thị mẫu. Mặc định: ./{DEMO_GRAPH}."),
    ] = None,
) -> None:
    """Build the sample corpus and show one cascade."""
    # The environment's graph is left out of account: it is somebody's own, and a build replaces what a graph holds.
    invocation = context.find_object(Invocation)
    folder = graph or (invocation and invocation.graph) or DEMO_GRAPH
    documents = sample_documents()
    _refuse_other_graph(folder, documents)
    tell(f"Bộ văn bản mẫu: {documents}")
    report = run_build([documents], folder)
    write("\n".join([*build_lines(report, folder), "", *_cascade(folder), "", *_next_steps(folder)]))
    if ui:
        run_app(folder)


def _refuse_other_graph(folder: Path, documents: Path) -> None:
    if not (folder / "CURRENT").exists():
        return
    from graph.query import Graph

    sample = {path.relative_to(documents).as_posix() for path in documents.rglob("*") if path.is_file()}
    with Graph.open(folder) as graph:
        foreign = [file for file, _ in graph.sources() if file not in sample]
    if foreign:
        raise UsageError(
            f"thư mục này đã có đồ thị của những văn bản khác ({foreign[0]}, …)",
            where=folder,
            todo="Chọn thư mục khác bằng --graph để không làm mất đồ thị đó",
        )


def _cascade(folder: Path) -> list[str]:
    from graph.query import Graph

    with Graph.open(folder) as graph:
        root = graph.resolve(SHOWCASE.code, read_date(SHOWCASE.date))
        trace = graph.trace(root.iri, direction=Direction.DOWN)
        head = f"Văn bản {SHOWCASE.code} ngày {read_date(SHOWCASE.date).vietnamese} được triển khai như sau:"
        return [head, "", *trace_lines(trace, Direction.DOWN, lambda iri: graph.entity(iri).entity)]


def _next_steps(folder: Path) -> list[str]:
    option = f"--graph {quoted([str(folder)])}"
    name = _own_name()
    steps = [
        (f"{name} ui {option}", "mở ứng dụng trên trình duyệt"),
        (f'{name} search "xa tan binh" {option}', "tìm không cần dấu"),
        (f'{name} programmes --place "xã Tân Bình" {option}', "xã này có trong những chương trình nào"),
        (f"{name} build THƯ_MỤC_VĂN_BẢN", "dựng đồ thị từ văn bản của bạn"),
    ]
    column = max(len(command) for command, _ in steps)
    return ["Thử tiếp:", *(f"  {command:<{column}}   {what}" for command, what in steps)]


def _own_name() -> str:
    """Return what to type for this very command: after ``make demo`` it stands in ``.venv``, not on the path."""
    called = Path(sys.argv[0])
    if which("cuthehoa") or called.name != "cuthehoa" or not called.is_file():
        return "cuthehoa"
    return os.path.relpath(called)

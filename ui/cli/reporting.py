"""The command ``report``."""

import os
from pathlib import Path
from typing import Annotated

import typer

from ontology.levels import Level
from ui.cli.command_entry import CommandEntry
from ui.cli.console import write, write_json
from ui.cli.day_options import AsOfOption, as_of_day
from ui.cli.failures import UsageError
from ui.cli.options import ConfidenceOption, GraphOption, JsonOption, check_confidence, choices_of, open_graph
from ui.cli.surveying import UNIT_LEVELS, UnitsOption, WithinOption


def report(
    context: typer.Context,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="TỆP", help="Ghi một trang HTML, mở bằng trình duyệt, không cần mạng."),
    ] = None,
    md: Annotated[Path | None, typer.Option("--md", metavar="TỆP", help="Ghi một tệp Markdown.")] = None,
    units: UnitsOption = Level.PROVINCE.value,
    within: WithinOption = None,
    as_of: AsOfOption = None,
    min_confidence: ConfidenceOption = None,
    graph: GraphOption = None,
    json: JsonOption = False,
) -> None:
    """Show everything that the graph says as a whole, in one report."""
    from ui.cli.report_text import report_lines
    from ui.report.content import ReportScope
    from ui.report.forms import to_html, to_markdown
    from ui.report.sections import make_report

    (level,) = choices_of("--units", [units], UNIT_LEVELS)
    check_confidence(min_confidence)
    for option, path in (("--html", html), ("--md", md)):
        if path is not None and path.is_dir():
            raise UsageError("đây là thư mục, cần một tệp", where=path, todo=f"Thêm tên tệp sau {option}")
    scope = ReportScope(level, within, as_of_day(as_of), min_confidence)
    with open_graph(context, graph) as opened:
        made = make_report(opened, scope)
    for path, form in ((html, to_html), (md, to_markdown)):
        if path is not None:
            _replace(path, form(made))
            if not json:
                write(str(path))
    if json:
        write_json({section.key: section.data for section in made.sections})
    elif html is None and md is None:
        write("\n".join(report_lines(made)))


def _replace(path: Path, content: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        part.write_text(content, encoding="utf-8", newline="\n")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


ENTRIES = (
    CommandEntry(
        "report",
        report,
        """
        Gom các câu trả lời về cả đồ thị vào một báo cáo: đơn vị nào thực hiện văn bản Trung ương nào, sau bao nhiêu
        ngày, văn bản được dẫn mà chưa có, viện dẫn cần quyết định, sai sót trong nguồn; kèm câu văn.

        Mặc định in ra màn hình; --html và --md ghi ra tệp.
        """,
        (
            "cuthehoa report",
            "cuthehoa report --html bao-cao.html --md bao-cao.md",
            'cuthehoa report --units district --in "tỉnh Hậu Giang" --json',
        ),
    ),
)

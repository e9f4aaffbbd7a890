"""The commands that read documents: ``extract`` and ``build``."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from graph.answers import BuildReport, EntityKind
from ontology.errors import SourceError
from ontology.extraction import Extraction
from ui.cli.console import Progress, plain, tell, wrap, write, write_json
from ui.cli.failures import ExitCode, UsageError
from ui.cli.options import MAX_JOBS, GraphOption, JobsOption, JsonOption, between, graph_folder
from ui.rendering import build_object

PathsArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="ĐƯỜNG_DẪN",
        help="Tệp (.txt, .docx, .pdf, .html, .doc, ảnh quét, .zip …), hoặc thư mục (đọc cả các thư mục con). "
        "Có thể nêu nhiều đường dẫn.",
    ),
]
_SHOWN_WARNINGS = 10


def extract(
    paths: PathsArgument,
    jobs: JobsOption = 1,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="In JSON Lines; lệnh này luôn in như vậy, tùy chọn chỉ để nói rõ.")
    ] = True,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="TỆP|THƯ_MỤC",
            help="Ghi trang HTML có tên gọi tô màu và các quan hệ, thay vì in JSON: một tệp cho một văn bản, một "
            "thư mục cho nhiều văn bản.",
        ),
    ] = None,
) -> None:
    """Print what each source says, one JSON object a line, or write it as pages."""
    check_paths(paths)
    between("--jobs", jobs, 1, MAX_JOBS)
    from extract.extractor import extract_sources
    from extract.output import to_json_line
    from extract.source import list_sources

    failed = 0
    sources = list_sources(paths)
    pages = None
    if html is not None:
        from ui.cli.page_files import PageWriter

        pages = PageWriter(html, paths, sources)
    # On a terminal the objects themselves show how far it is.
    with Progress("Đang đọc", hidden=sys.stdout.isatty()) as progress:
        results: Iterator[str | Extraction | SourceError] = (
            extract_sources(sources, jobs, finish=to_json_line) if pages is None else extract_sources(sources, jobs)
        )
        for number, (source, result) in enumerate(zip(sources, results, strict=True), 1):
            progress(number, len(sources), source.file)
            if isinstance(result, SourceError):
                tell(f"Lỗi: {plain(str(result))}")
                failed += 1
            elif isinstance(result, str):
                write(result)
            elif pages is not None:
                write(str(pages.write(result)))
    if pages is not None and (index := pages.finish()):
        write(str(index))
    if failed:
        raise typer.Exit(ExitCode.SOME_INPUT_FAILED)


def build(
    context: typer.Context,
    paths: PathsArgument,
    jobs: JobsOption = 1,
    keep_missing: Annotated[
        bool,
        typer.Option("--keep-missing", help="Giữ lại trong đồ thị những tệp không còn trong các đường dẫn đã nêu."),
    ] = False,
    graph: GraphOption = None,
    json: JsonOption = False,
) -> None:
    """Make or update the graph."""
    check_paths(paths)
    between("--jobs", jobs, 1, MAX_JOBS)
    folder = graph_folder(context, graph)
    report = run_build(paths, folder, jobs=jobs, keep_missing=keep_missing)
    for failure in report.failed:
        tell(f"Lỗi: {plain(failure)}")
    if json:
        write_json(build_object(report))
    else:
        write("\n".join(build_lines(report, folder)))
    if report.failed:
        raise typer.Exit(ExitCode.SOME_INPUT_FAILED)


def run_build(paths: Sequence[Path], folder: Path, *, jobs: int = 1, keep_missing: bool = False) -> BuildReport:
    """Build with a progress line on standard error."""
    from graph.build import build as build_graph

    with Progress("Đang đọc") as progress:
        return build_graph(paths, folder, jobs=jobs, keep_missing=keep_missing, on_progress=progress)


def check_paths(paths: Sequence[Path]) -> None:
    """Refuse paths that do not exist, before anything is done.

    With a mistyped folder merely left out, a build would take all of that folder's documents out of the graph.

    Raises:
        UsageError: For the first path that does not exist.
    """
    for path in paths:
        if not path.exists():
            raise UsageError("không có tệp hay thư mục này", where=path, todo="Hãy kiểm tra lại đường dẫn")


def build_lines(report: BuildReport, folder: Path) -> list[str]:
    """What a build did, for people.

    Args:
        report: What it did.
        folder: The graph's folder.
    """
    counts = report.counts
    if report.changed:
        done = [f"đọc {len(report.read)} tệp"]
        if report.unchanged:
            done.append(f"{len(report.unchanged)} tệp không đổi")
        if report.removed:
            done.append(f"bỏ {len(report.removed)} tệp không còn")
        lines = [f"Đã dựng đồ thị {folder} (lần {report.generation}): {', '.join(done)}."]
    else:
        lines = [f"Đồ thị {folder} (lần {report.generation}) không có gì thay đổi: {len(report.unchanged)} tệp như cũ."]
    documents = counts.entities.get(EntityKind.DOCUMENT, 0)
    lines.append(
        f"Hiện có {counts.sources} tệp nguồn, {documents} văn bản, {sum(counts.statements.values())} quan hệ, "
        f"{counts.evidences} câu làm bằng chứng, {counts.open_citations} viện dẫn chưa rõ văn bản nào."
    )
    if report.failed:
        lines.append(f"{len(report.failed)} tệp không dùng được, xem các dòng Lỗi.")
    if report.notes:
        lines.append(f"Cách đọc một số tệp ({len(report.notes)}):")
        lines += _shown(report.notes)
    if report.warnings:
        lines.append(f"Chỗ đáng ngờ trong nguồn ({len(report.warnings)}):")
        lines += _shown(report.warnings)
    return lines


def _shown(remarks: Sequence[str]) -> list[str]:
    """The first of some remarks, an item each."""
    lines: list[str] = []
    for remark in remarks[:_SHOWN_WARNINGS]:
        lines += wrap(plain(remark), first="  - ", rest="    ")
    if (more := len(remarks) - _SHOWN_WARNINGS) > 0:
        lines.append(f"  … và {more} chỗ khác: dùng --json để xem đủ.")
    return lines

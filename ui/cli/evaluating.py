"""The command ``evaluate``: extraction held against annotations made by hand."""

from pathlib import Path
from typing import Annotated

import typer

from ui.cli.console import Progress, plain, tell, write, write_csv, write_json
from ui.cli.failures import ExitCode, UsageError
from ui.cli.options import MAX_JOBS, CsvOption, JobsOption, JsonOption, between, one_format


def evaluate(
    gold: Annotated[
        list[Path],
        typer.Argument(
            metavar="CHÚ_GIẢI",
            help="Tệp chú giải .json, .jsonl, hoặc thư mục chứa các tệp ấy. Có thể nêu nhiều đường dẫn.",
        ),
    ],
    sources: Annotated[
        Path | None,
        typer.Option(
            "--sources",
            metavar="THƯ_MỤC",
            help="Thư mục có các văn bản mà chú giải nêu tên; không cần khi chú giải kèm sẵn văn bản.",
        ),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="In từng chỗ bỏ sót, thừa hoặc sai, kèm câu văn.")] = False,
    jobs: JobsOption = 1,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """Measure how well the annotated texts are read."""
    one_format(json=json, csv=csv)
    between("--jobs", jobs, 1, MAX_JOBS)
    if errors and csv:
        raise UsageError("--errors và --csv không dùng cùng lúc", todo="Dùng --json để có cả chỉ tiêu và lỗi")
    if sources is not None and not sources.is_dir():
        raise UsageError("không có thư mục này", where=sources, todo="Kiểm tra lại --sources")
    from extract.evaluation import evaluate as run
    from ui.cli.evaluation_report import METRIC_COLUMNS, error_lines, evaluation_object, metric_lines, metric_rows

    with Progress("Đang đánh giá") as progress:
        result = run(gold, sources, jobs=jobs, on_progress=progress)
    for failure in result.failed:
        tell(f"Lỗi: {plain(str(failure))}")
    if json:
        write_json(evaluation_object(result))
    elif csv:
        write_csv(METRIC_COLUMNS, metric_rows(result))
    else:
        write("\n".join(metric_lines(result)))
        if errors:
            write("\n".join(["", *error_lines(result)]))
    if result.failed:
        raise typer.Exit(ExitCode.SOME_INPUT_FAILED)

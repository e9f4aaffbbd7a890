"""The command ``export``, with the check of RDF against the shapes."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ui.cli.carrying import read_graph
from ui.cli.console import plain as one_line
from ui.cli.console import tell, write
from ui.cli.failures import ExitCode, UsageError
from ui.cli.options import GraphOption, choices_of

if TYPE_CHECKING:
    from graph.content import GraphContent
    from graph.exports.validation import ShapeReport

CHECKED_UNASKED: Final = 50_000
"""Up to how many triples a graph is checked without being asked to: some seconds."""
_TRIPLES_PER_SECOND: Final = 5_000
_SHOWN: Final = 20


def export(
    context: typer.Context,
    file_format: Annotated[
        str,
        typer.Argument(
            metavar="ĐỊNH_DẠNG",
            help="ttl, nq, jsonld: RDF; graphml, gexf: mạng, cho yEd, Gephi; csv: các bảng, trong một thư mục.",
        ),
    ],
    target: Annotated[
        Path,
        typer.Argument(metavar="TỆP|THƯ_MỤC", help="Nơi ghi: một tệp, với csv là một thư mục. Tệp cùng tên được thay."),
    ],
    plain: Annotated[
        bool,
        typer.Option(
            "--plain",
            help="RDF: chỉ ghi các bộ ba trực tiếp, không có phát biểu, câu văn và tệp nguồn, không có từ vựng.",
        ),
    ] = False,
    validate: Annotated[
        bool,
        typer.Option(
            "--validate",
            help="RDF: kiểm tra theo khuôn SHACL trước khi ghi, dù đồ thị lớn. Mặc định chỉ kiểm tra đồ thị có không "
            "quá 50.000 bộ ba.",
        ),
    ] = False,
    no_validate: Annotated[bool, typer.Option("--no-validate", help="RDF: không kiểm tra theo khuôn.")] = False,
    graph: GraphOption = None,
) -> None:
    """Write the graph to files."""
    from graph.exports.export import ExportFormat
    from graph.exports.export import export as write_files

    (chosen,) = choices_of("ĐỊNH_DẠNG", [file_format], ExportFormat)
    if validate and no_validate:
        raise UsageError("--validate và --no-validate trái nhau", todo="Chỉ dùng một trong hai")
    if not chosen.is_rdf and (plain or validate):
        option = "--plain" if plain else "--validate"
        raise UsageError(f"{option} chỉ dùng với RDF", where=chosen, todo="Chọn ttl, nq hoặc jsonld")
    content = read_graph(context, graph)
    report = None
    if chosen.is_rdf and not no_validate:
        report = _check(content, plain=plain, anyway=validate)
    for path in write_files(content, chosen, target, plain=plain):
        write(str(path))
    if report is not None:
        for line in check_lines(report):
            tell(line)
        if report.violations:
            raise typer.Exit(ExitCode.SOME_INPUT_FAILED)


def _check(content: "GraphContent", *, plain: bool, anyway: bool) -> "ShapeReport | None":
    from graph.exports.rdf import blocks
    from graph.exports.validation import validate

    count = sum(block.count("\n") for block in blocks(content, plain=plain))
    if count > CHECKED_UNASKED and not anyway:
        minutes = max(1, round(count / _TRIPLES_PER_SECOND / 60))
        tell(
            f"Đồ thị có {count} bộ ba, quá {CHECKED_UNASKED} nên chưa được kiểm tra theo khuôn; "
            f"thêm --validate để kiểm tra (khoảng {minutes} phút)."
        )
        return None
    return validate(blocks(content, plain=plain), plain=plain)


def check_lines(report: "ShapeReport") -> list[str]:
    """What a check found, for people: each place with its node, its property and the reason; nothing where all is well.

    Args:
        report: What it found.
    """
    violations, warnings = report.violations, report.warnings
    if not violations and not warnings:
        return []
    lines = [f"Đã kiểm tra {report.triples} bộ ba: {len(violations)} chỗ sai khuôn, {len(warnings)} chỗ đáng ngờ."]
    for result in report.results[:_SHOWN]:
        kind = "Sai khuôn" if result in violations else "Đáng ngờ"
        path = f", {result.path}" if result.path else ""
        value = f" ({result.value})" if result.value and result.value != result.node else ""
        lines.append(one_line(f"{kind}: {result.node}{path}: {result.message}{value}"))
    if (more := len(report.results) - _SHOWN) > 0:
        lines.append(f"… và {more} chỗ khác.")
    if violations:
        lines.append(
            "Tệp vẫn được ghi. Hãy dựng lại đồ thị (cuthehoa build); nếu còn lỗi, hãy báo cho người phát triển."
        )
    return lines

"""The options that several commands share, and how their values are read."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from ontology.confidence import DEFAULT_MIN_CONFIDENCE
from ontology.statements import DOCUMENT_RELATIONS, Relation
from ui.cli.failures import UsageError

if TYPE_CHECKING:
    from graph.query import Graph

Choice = TypeVar("Choice", bound=StrEnum)

GRAPH_VARIABLE = "CUTHEHOA_GRAPH"
DEFAULT_GRAPH = Path("cuthehoa-graph")

GraphOption = Annotated[
    Path | None,
    typer.Option(
        "--graph",
        metavar="THƯ_MỤC",
        help=f"Thư mục đồ thị. Mặc định: biến môi trường {GRAPH_VARIABLE}, nếu không có thì ./{DEFAULT_GRAPH}.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="In một tài liệu JSON ra đầu ra chuẩn.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="In CSV (UTF-8) ra đầu ra chuẩn.")]
MAX_JOBS = 256
ConfidenceOption = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="X",
        help=f"Bỏ những gì có độ tin cậy dưới X (0 đến 1); 0 cho thấy tất cả. Mặc định: {DEFAULT_MIN_CONFIDENCE}, "
        "riêng văn bản chưa rõ là văn bản nào thì luôn nêu.",
    ),
]
MOST_ROWS = 100_000
LimitOption = Annotated[int, typer.Option("--limit", metavar="N", help="Số dòng nhiều nhất. Mặc định: 20.")]
JobsOption = Annotated[int, typer.Option("--jobs", metavar="N", help="Số tiến trình đọc tệp cùng lúc. Mặc định: 1.")]
CodeArgument = Annotated[
    str, typer.Argument(metavar="MÃ|IRI", help="Số, ký hiệu văn bản (18-NQ/TW), hoặc IRI của một thực thể.")
]


@dataclass(frozen=True, slots=True)
class Invocation:
    """What holds for the whole run of the program.

    Args:
        arguments: The command line behind the program's name.
        graph: The graph folder named before the command, or ``None``.
    """

    arguments: tuple[str, ...]
    graph: Path | None = None


def graph_folder(context: typer.Context, option: Path | None) -> Path:
    """The graph's folder: named behind the command, before it, in the environment, or the default."""
    invocation = context.find_object(Invocation)
    if option or (invocation and invocation.graph):
        return option or (invocation and invocation.graph) or DEFAULT_GRAPH
    named = os.environ.get(GRAPH_VARIABLE)
    return Path(named) if named else DEFAULT_GRAPH


def open_graph(context: typer.Context, option: Path | None) -> "Graph":
    """Open the graph that the command is about.

    Raises:
        GraphError: If there is none, or it cannot be read.
    """
    from graph.query import Graph

    return Graph.open(graph_folder(context, option))


def one_format(*, json: bool, csv: bool) -> None:
    """Refuse two output formats at once.

    Raises:
        UsageError: If both were asked for.
    """
    if json and csv:
        raise UsageError("--json và --csv không dùng cùng lúc", todo="Hãy bỏ một trong hai")


def choices_of(option: str, values: Sequence[str], allowed: Iterable[Choice]) -> tuple[Choice, ...]:
    """Read the values of an option that takes members of a closed set, without regard to case.

    Args:
        option: The option's name, for the message.
        values: What was typed.
        allowed: The members, in the order in which a message lists them.

    Raises:
        UsageError: If a value is not in it.
    """
    members = {member.value.casefold(): member for member in allowed}
    for value in values:
        if value.casefold() not in members:
            names = ", ".join(members)
            raise UsageError(f"không có giá trị “{value}”", where=option, todo=f"Chọn trong: {names}")
    return tuple(dict.fromkeys(members[value.casefold()] for value in values))


def check_confidence(min_confidence: float | None) -> None:
    """Check the value of ``--min-confidence``, if there is one.

    Raises:
        UsageError: If it lies outside 0 to 1.
    """
    if min_confidence is not None:
        between("--min-confidence", min_confidence, 0, 1)


def relations_of(values: Sequence[str]) -> tuple[Relation, ...]:
    """Read the values of ``--relation``, relations between documents: ``linked_with``, ``linked-with``, ``linkedWith``.

    Raises:
        UsageError: If there is no such relation.
    """
    spelled = {relation.rdf_name.casefold(): relation.value for relation in Relation}
    names = [spelled.get(value.casefold().replace("-", "").replace("_", ""), value) for value in values]
    return choices_of("--relation", names, DOCUMENT_RELATIONS)


def between(option: str, value: float, low: float, high: float) -> float:
    """Check a number's range.

    Raises:
        UsageError: If it lies outside, or is no number at all.
    """
    if not low <= value <= high:
        raise UsageError(f"{value:g} nằm ngoài khoảng cho phép", where=option, todo=f"Chọn từ {low:g} đến {high:g}")
    return value

"""The commands that tell what a graph lacks: ``missing``, ``open``, ``errors``."""

from typing import Annotated

import typer

from graph.findings import FindingKind
from ontology.levels import Level
from ui.cli.command_entry import CommandEntry
from ui.cli.console import write, write_csv, write_json
from ui.cli.day_options import AsOfOption, SinceOption, as_of_day, date_of
from ui.cli.options import (
    MOST_ROWS,
    CsvOption,
    GraphOption,
    JsonOption,
    LimitOption,
    between,
    choices_of,
    one_format,
    open_graph,
)

InOption = Annotated[
    str | None,
    typer.Option(
        "--in",
        metavar="TÊN",
        help="Chỉ văn bản do cơ quan của đơn vị này, hoặc của đơn vị bên trong, ban hành: “huyện Phụng Hiệp”.",
    ),
]
LevelOption = Annotated[
    str | None,
    typer.Option("--level", metavar="CẤP", help="Chỉ văn bản của cấp này: central, province, district, commune."),
]
FileOption = Annotated[
    str | None,
    typer.Option("--file", metavar="TỆP", help="Chỉ trong tệp này, ghi như đường dẫn mà lệnh in ra."),
]


def missing(
    context: typer.Context,
    level: LevelOption = None,
    type_: Annotated[
        str | None, typer.Option("--type", metavar="LOẠI", help="Chỉ loại văn bản này: “kế hoạch” hoặc KH.")
    ] = None,
    in_: InOption = None,
    since: SinceOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = 20,
    graph: GraphOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """List the documents that are cited but not held."""
    from ui.cli.gap_listing import missing_lines
    from ui.gap_rendering import MISSING_COLUMNS, missing_list, missing_rows

    one_format(json=json, csv=csv)
    between("--limit", limit, 1, MOST_ROWS)
    with open_graph(context, graph) as opened:
        found = opened.missing(
            level=_level(level),
            type=type_,
            place=in_,
            since=date_of("--since", since),
            as_of=as_of_day(as_of),
            limit=limit,
        )
    if json:
        write_json(missing_list(found))
    elif csv:
        write_csv(MISSING_COLUMNS, missing_rows(found))
    else:
        write("\n".join(missing_lines(found)))


def open_citations(
    context: typer.Context,
    level: LevelOption = None,
    in_: InOption = None,
    file: FileOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = 20,
    graph: GraphOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """List the citations that could mean several documents."""
    from ui.cli.gap_listing import open_lines
    from ui.gap_rendering import OPEN_COLUMNS, open_list, open_rows

    one_format(json=json, csv=csv)
    between("--limit", limit, 1, MOST_ROWS)
    with open_graph(context, graph) as opened:
        found = opened.open_citations(level=_level(level), place=in_, file=file, as_of=as_of_day(as_of), limit=limit)
    if json:
        write_json(open_list(found))
    elif csv:
        write_csv(OPEN_COLUMNS, open_rows(found))
    else:
        write("\n".join(open_lines(found)))


def errors(
    context: typer.Context,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="LOẠI", help=f"Chỉ loại này, dùng được nhiều lần: {', '.join(FindingKind)}."),
    ] = None,
    in_: InOption = None,
    file: FileOption = None,
    graph: GraphOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """List what is wrong in the sources or in people's decisions."""
    from ui.cli.gap_listing import error_lines
    from ui.gap_rendering import ERROR_COLUMNS, error_rows, errors_list

    one_format(json=json, csv=csv)
    kinds = choices_of("--kind", kind or (), FindingKind)
    with open_graph(context, graph) as opened:
        found = opened.findings(kinds=kinds, place=in_, file=file)
    if json:
        write_json(errors_list(found))
    elif csv:
        write_csv(ERROR_COLUMNS, error_rows(found))
    else:
        write("\n".join(error_lines(found)))


def _level(text: str | None) -> Level | None:
    return None if text is None else choices_of("--level", [text], Level)[0]


ENTRIES = (
    CommandEntry(
        "missing",
        missing,
        """
        Liệt kê văn bản được dẫn mà chưa có trong đồ thị, xếp theo số câu trả lời mà mỗi văn bản sẽ làm đầy đủ thêm.

        Điểm của một văn bản là tổng của bốn số: (1) số quan hệ triển khai (cụ thể hóa, thực hiện, tiếp tục thực hiện)
        nhắc đến nó; (2) số văn bản triển khai nó, trực tiếp hay qua văn bản khác, tức là đường đi lên phải qua nó;
        (3) số văn bản trong đó mà đường đi lên dừng ở nó, vì chưa rõ nó thực hiện văn bản nào (không tính văn bản của
        Trung ương); (4) số viện dẫn còn để ngỏ có thể là nó. Bằng điểm thì văn bản được nhiều nguồn dẫn hơn đứng
        trước. Mỗi dòng nêu rõ các số đó, kèm những câu dẫn đầu tiên.
        """,
        (
            "cuthehoa missing",
            'cuthehoa missing --level province --in "tỉnh Hậu Giang" --limit 5',
            "cuthehoa missing --type KH --since 2023 --csv",
        ),
    ),
    CommandEntry(
        "open",
        open_citations,
        """
        Liệt kê viện dẫn có thể chỉ nhiều văn bản, xếp theo số quan hệ và số văn bản triển khai còn chờ quyết định.

        Mỗi viện dẫn có câu văn, các văn bản có thể là nó với lý do, và lệnh ghi sẵn để quyết định; máy không tự chọn.
        Một lệnh quyết định một chỗ trong văn bản.
        """,
        ("cuthehoa open", 'cuthehoa open --in "huyện Kiến Xương" --json'),
    ),
    CommandEntry(
        "errors",
        errors,
        """
        Liệt kê sai sót trong chính các văn bản, kèm cả hai câu làm chứng; không có gì được tự sửa.

        Các loại: một số hiệu cho hai văn bản, một văn bản có hai ngày, tên loại không khớp số hiệu, có trước văn bản mà
        nó thực hiện, cấp trên thực hiện văn bản của cấp dưới, ngày ở tương lai, nhiệm kỳ không khớp ngày, tự thực hiện
        chính nó; và điều chỉ nên xem lại: bỏ qua một cấp. Tìm thấy sai sót thì mã kết thúc vẫn là 0.
        """,
        ("cuthehoa errors", "cuthehoa errors --kind one-document-two-dates --kind future-date --json"),
    ),
)

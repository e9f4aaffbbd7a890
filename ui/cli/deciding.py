"""The commands of the human ledger: ``ledger same``, ``different``, ``resolve``, ``correct``, ``reject``, ``undo``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.command_entry import CommandEntry
from ui.cli.console import plain, tell, write, write_csv, write_json
from ui.cli.day_options import DateOption, date_of
from ui.cli.decision_writing import USER_VARIABLE, decide, meant
from ui.cli.failures import ExitCode, UsageError
from ui.cli.options import (
    CsvOption,
    GraphOption,
    JsonOption,
    one_format,
    open_graph,
    relations_of,
)

if TYPE_CHECKING:
    from graph.ledger.decisions import Act, What
    from graph.query import Graph

ThingArgument = typer.Argument(metavar="MÃ|IRI", help="Số, ký hiệu (18-NQ/TW), tên trọn vẹn, hoặc IRI.")
StatementArgument = Annotated[
    str,
    typer.Argument(
        metavar="PHÁT_BIỂU",
        help="Mã của phát biểu, đủ hoặc vài chữ số đầu: “id” trong show --json và trace --json.",
    ),
]
ByOption = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="TÊN",
        help=f"Ai quyết định. Mặc định: biến môi trường {USER_VARIABLE}, nếu không có thì tên người dùng máy.",
    ),
]
WhyOption = Annotated[str | None, typer.Option("--why", metavar="LÝ_DO", help="Vì sao, để người sau hiểu.")]
ApplyOption = Annotated[
    bool, typer.Option("--apply", help="Dựng lại đồ thị ngay từ những gì đã đọc, không cần thư mục văn bản.")
]


def same(
    context: typer.Context,
    one: Annotated[str, ThingArgument],
    other: Annotated[str, ThingArgument],
    date: DateOption = None,
    by: ByOption = None,
    why: WhyOption = None,
    apply: ApplyOption = False,
    graph: GraphOption = None,
    json: JsonOption = False,
) -> None:
    """Decide that two entities are one."""
    from graph.ledger.decisions import What

    _decide_pair(context, What.SAME, one, other, date, by, why, graph, apply=apply, json=json)


def different(
    context: typer.Context,
    one: Annotated[str, ThingArgument],
    other: Annotated[str, ThingArgument],
    date: DateOption = None,
    by: ByOption = None,
    why: WhyOption = None,
    apply: ApplyOption = False,
    graph: GraphOption = None,
    json: JsonOption = False,
) -> None:
    """Decide that two entities are two."""
    from graph.ledger.decisions import What

    _decide_pair(context, What.DIFFERENT, one, other, date, by, why, graph, apply=apply, json=json)


def resolve(
    context: typer.Context,
    citation: Annotated[
        str,
        typer.Argument(
            metavar="VIỆN_DẪN",
            help="TỆP:ĐẦU-CUỐI (ký tự), TỆP:DÒNG nếu dòng ấy có đúng một viện dẫn chưa rõ, hoặc IRI của viện dẫn "
            "chưa rõ (mọi chỗ của nó).",
        ),
    ],
    document: Annotated[str, ThingArgument],
    date: DateOption = None,
    by: ByOption = None,
    why: WhyOption = None,
    apply: ApplyOption = False,
    graph: GraphOption = None,
    json: JsonOption = False,
) -> None:
    """Decide which document a citation means."""
    from graph.ledger.decisions import What

    day = date_of("--date", date)

    def act(opened: "Graph") -> "Act":
        return opened.resolution(citation, opened.resolve(document, day))

    decide(context, What.RESOLVE, act, by, why, graph, apply=apply, json=json)


def correct(
    context: typer.Context,
    statement: StatementArgument,
    relation: Annotated[
        str | None,
        typer.Option("--relation", metavar="TÊN", help="Quan hệ đúng: concretizes, implements, based_on …"),
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="MÃ|IRI", help="Văn bản (hoặc đối tượng) đúng ở đầu thực hiện.")
    ] = None,
    target: Annotated[
        str | None,
        typer.Option("--target", metavar="MÃ|IRI", help="Văn bản (hoặc đối tượng) đúng ở đầu được thực hiện."),
    ] = None,
    date: DateOption = None,
    by: ByOption = None,
    why: WhyOption = None,
    apply: ApplyOption = False,
    graph: GraphOption = None,
    json: JsonOption = False,
) -> None:
    """Decide what a statement really says."""
    from graph.ledger.decisions import What

    if relation is None and source is None and target is None:
        raise UsageError("chưa nêu điều cần sửa", todo="Thêm --relation, --source hoặc --target")
    relations = relations_of([relation]) if relation else (None,)
    day = date_of("--date", date)

    def act(opened: "Graph") -> "Act":
        edge = opened.statement(statement)
        ends = meant(opened, [typed for typed in (source, target) if typed is not None], day)
        new_source = ends.pop(0) if source is not None else None
        new_target = ends.pop(0) if target is not None else None
        return opened.correction(edge, relation=relations[0], source=new_source, target=new_target)

    decide(context, What.CORRECT, act, by, why, graph, apply=apply, json=json)


def reject(
    context: typer.Context,
    statement: StatementArgument,
    by: ByOption = None,
    why: WhyOption = None,
    apply: ApplyOption = False,
    graph: GraphOption = None,
    json: JsonOption = False,
) -> None:
    """Decide that a statement does not hold."""
    from graph.ledger.decisions import What

    def act(opened: "Graph") -> "Act":
        return opened.rejection(opened.statement(statement))

    decide(context, What.REJECT, act, by, why, graph, apply=apply, json=json)


def undo(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="SỐ", help="Số của quyết định, như trong ledger list.")],
    by: ByOption = None,
    why: WhyOption = None,
    apply: ApplyOption = False,
    graph: GraphOption = None,
    json: JsonOption = False,
) -> None:
    """Take a decision back."""
    from graph.ledger.deciding import check_undoing
    from graph.ledger.decisions import Undoing, What
    from graph.ledger.file import read_ledger

    def act(opened: "Graph") -> "Act":
        check_undoing(read_ledger(opened.folder), number)
        return Undoing(number)

    decide(context, What.UNDO, act, by, why, graph, apply=apply, json=json)


def list_decisions(
    context: typer.Context, graph: GraphOption = None, json: JsonOption = False, csv: CsvOption = False
) -> None:
    """List the decisions and what became of them."""
    from graph.ledger.file import read_ledger
    from graph.ledger.listing import listed
    from ui.cli.decision_listing import COLUMNS, decision_lines, decision_object, decision_rows

    one_format(json=json, csv=csv)
    with open_graph(context, graph) as opened:
        ledger = read_ledger(opened.folder)
        found = listed(ledger, opened.decisions())
    for message in (*ledger.damaged, *ledger.remarks):
        tell(f"Lỗi: {plain(message)}" if message in ledger.damaged else plain(message))
    if json:
        write_json([decision_object(each) for each in found])
    elif csv:
        write_csv(COLUMNS, decision_rows(found))
    else:
        write("\n".join(decision_lines(found)))
    if ledger.damaged:
        raise typer.Exit(ExitCode.SOME_INPUT_FAILED)


def _decide_pair(
    context: typer.Context,
    what: "What",
    one: str,
    other: str,
    date: str | None,
    by: str | None,
    why: str | None,
    graph: Path | None,
    *,
    apply: bool,
    json: bool,
) -> None:
    from graph.ledger.deciding import pair_of

    day = date_of("--date", date)
    decide(
        context,
        what,
        lambda opened: pair_of(*meant(opened, [one, other], day)),
        by,
        why,
        graph,
        apply=apply,
        json=json,
    )


_KEPT = """
        Quyết định được ghi vào sổ ledger.jsonl trong thư mục đồ thị, kèm ai, lúc nào, vì sao, và được áp dụng lại ở mỗi
        lần dựng, cả khi văn bản được đọc lại. Không gì bị xóa; rút lại bằng cuthehoa ledger undo SỐ.
"""

ENTRIES = (
    CommandEntry(
        "ledger same",
        same,
        f"""
        Quyết định rằng hai đối tượng của đồ thị là một: hai văn bản, hai cơ quan, hai địa danh, hai người, hai chương
        trình. Tên kia vẫn dùng được để hỏi.
        {_KEPT}
        """,
        ('cuthehoa ledger same 05-KH/ĐU 31-KH/ĐU --why "một kế hoạch, có nơi ghi nhầm số"',),
    ),
    CommandEntry(
        "ledger different",
        different,
        f"""
        Quyết định rằng hai đối tượng là hai, để không ai và không quy tắc nào gộp chúng.
        {_KEPT}
        """,
        ('cuthehoa ledger different 139-CTr/TU 140-CTr/TU --why "hai chương trình, hai trích yếu"',),
    ),
    CommandEntry(
        "ledger resolve",
        resolve,
        f"""
        Quyết định một viện dẫn chỉ văn bản nào. Dùng cho viện dẫn mà đồ thị nêu là chưa rõ, hoặc đã hiểu sai.
        {_KEPT}
        """,
        (
            "cuthehoa ledger resolve huyen-long-my/178-BC-HU_2023-11-30.txt:1439-1461 18-NQ/TW --date 2022-06-16 "
            '--by "Văn phòng Huyện ủy" --why "đoạn văn nói về đất đai"',
        ),
    ),
    CommandEntry(
        "ledger correct",
        correct,
        f"""
        Quyết định một phát biểu thật ra nói gì: quan hệ nào, của văn bản nào, với văn bản nào. Câu văn được giữ nguyên.
        {_KEPT}
        """,
        ('cuthehoa ledger correct "139-CTr/TU implements 18-NQ/TW" --relation concretizes',),
    ),
    CommandEntry(
        "ledger reject",
        reject,
        f"""
        Quyết định rằng một phát biểu không đúng. Phát biểu và câu văn vẫn xem được, nhưng không được tính nữa.
        {_KEPT}
        """,
        ('cuthehoa ledger reject "110-KH/HU implements 140-CTr/TU" --why "câu văn chỉ nhắc tên"',),
    ),
    CommandEntry(
        "ledger undo",
        undo,
        """
        Rút lại một quyết định. Việc rút lại cũng là một quyết định, nên lại rút lại được.
        """,
        ("cuthehoa ledger undo 1",),
    ),
    CommandEntry(
        "ledger list",
        list_decisions,
        """
        Liệt kê các quyết định: nói gì, ai, lúc nào, vì sao, và đồ thị hiện nay theo hay không theo, vì sao.
        """,
        ("cuthehoa ledger list", "cuthehoa ledger list --csv"),
    ),
)

"""The commands that look over the whole graph: ``coverage``, ``delays``, ``compare``."""

from typing import Annotated

import typer

from graph.cascade.delay_values import DelayGrouping
from ontology.levels import Level
from ui.cli.choosing import resolve
from ui.cli.command_entry import CommandEntry
from ui.cli.console import write, write_csv, write_json
from ui.cli.day_options import (
    AsOfOption,
    DateOption,
    SinceOption,
    UntilOption,
    as_of_day,
    date_of,
    first_day_of,
    in_order,
    last_day_of,
)
from ui.cli.options import (
    ConfidenceOption,
    CsvOption,
    GraphOption,
    JsonOption,
    between,
    check_confidence,
    choices_of,
    one_format,
    open_graph,
    relations_of,
)

UNIT_LEVELS = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
_MOST_SLOWEST = 1_000_000

UnitsOption = Annotated[
    str,
    typer.Option(
        "--units",
        metavar="CẤP",
        help="Cấp của các đơn vị: province (tỉnh, mặc định), district (huyện), commune (xã).",
    ),
]
WithinOption = Annotated[
    str | None,
    typer.Option(
        "--in",
        metavar="TÊN|IRI",
        help="Chỉ đơn vị trong nơi này, nêu đủ cả đơn vị chưa có văn bản nào: “tỉnh Hậu Giang”, “xa tan binh, huyen "
        "phung hiep”.",
    ),
]


def coverage(
    context: typer.Context,
    codes: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[MÃ|IRI]…",
            help="Số, ký hiệu các văn bản được thực hiện. Không nêu thì mọi văn bản Trung ương có trong đồ thị, được "
            "văn bản khác thực hiện, hoặc là nghị quyết, chỉ thị, kết luận.",
            show_default=False,
        ),
    ] = None,
    units: UnitsOption = Level.PROVINCE.value,
    within: WithinOption = None,
    level: Annotated[
        str,
        typer.Option(
            "--level",
            metavar="CẤP",
            help="Khi không nêu mã: cấp của văn bản được thực hiện: central (mặc định), province, district.",
        ),
    ] = Level.CENTRAL.value,
    issued_by: Annotated[
        str | None,
        typer.Option(
            "--issued-by", metavar="TÊN", help="Khi không nêu mã: chỉ văn bản của cơ quan có tên này: “Bộ Chính trị”."
        ),
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    date: DateOption = None,
    as_of: AsOfOption = None,
    min_confidence: ConfidenceOption = None,
    graph: GraphOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """Show which units carry out which documents."""
    from graph.coverage.answer import CoverageQuestion
    from ui.cli.survey_listing import coverage_lines
    from ui.survey_objects import COVERAGE_COLUMNS, coverage_object, coverage_rows

    one_format(json=json, csv=csv)
    (unit_level,) = choices_of("--units", [units], UNIT_LEVELS)
    (document_level,) = choices_of("--level", [level], (Level.CENTRAL, Level.PROVINCE, Level.DISTRICT))
    check_confidence(min_confidence)
    first, last, day = first_day_of("--since", since), last_day_of("--until", until), date_of("--date", date)
    in_order(first, last)
    with open_graph(context, graph) as opened:
        documents = tuple(resolve(context, opened, code, day, json=json).iri for code in codes or ())
        question = CoverageQuestion(
            documents=documents,
            level=document_level,
            units=unit_level,
            within=within,
            issued_by=issued_by,
            since=first,
            until=last,
            as_of=as_of_day(as_of),
        )
        found = opened.coverage(question, min_confidence=min_confidence)
    if json:
        write_json(coverage_object(found))
    elif csv:
        write_csv(COVERAGE_COLUMNS, coverage_rows(found))
    else:
        write("\n".join(coverage_lines(found, unit_level)))


def delays(
    context: typer.Context,
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[MÃ|IRI]",
            help="Chỉ chuỗi văn bản thực hiện văn bản này. Không nêu thì cả đồ thị.",
            show_default=False,
        ),
    ] = None,
    date: DateOption = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="NHÓM",
            help="Xếp theo: document (văn bản được thực hiện), issuer (cơ quan ban hành văn bản thực hiện), level "
            "(từ cấp nào đến cấp nào), province (tỉnh).",
        ),
    ] = None,
    relation: Annotated[
        list[str] | None,
        typer.Option(
            "--relation",
            metavar="TÊN",
            help="Chỉ tính quan hệ này, dùng được nhiều lần. Mặc định: concretizes, implements, continues.",
        ),
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    slowest: Annotated[
        int, typer.Option("--slowest", metavar="N", help="Nêu bao nhiêu bước chậm nhất, kèm câu văn. Mặc định: 10.")
    ] = 10,
    min_confidence: ConfidenceOption = None,
    graph: GraphOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """Show how many days pass from one document to the next."""
    from graph.cascade.delays import DelayQuestion
    from ontology.statements import CASCADE
    from ui.cli.delay_listing import delay_lines
    from ui.survey_objects import DELAY_COLUMNS, GROUP_COLUMNS, delay_rows, delays_object, group_rows

    one_format(json=json, csv=csv)
    grouping = choices_of("--by", [by], DelayGrouping)[0] if by is not None else None
    between("--slowest", slowest, 0, _MOST_SLOWEST)
    check_confidence(min_confidence)
    first, last = first_day_of("--since", since), last_day_of("--until", until)
    in_order(first, last)
    day = date_of("--date", date)
    with open_graph(context, graph) as opened:
        question = DelayQuestion(
            document=resolve(context, opened, code, day, json=json).iri if code is not None else None,
            relations=relations_of(relation or ()) or CASCADE,
            by=grouping,
            since=first,
            until=last,
            as_of=as_of_day(as_of),
            slowest=slowest,
        )
        found = opened.delays(question, min_confidence=min_confidence)
    if json:
        write_json(delays_object(found))
    elif csv and grouping is not None:
        write_csv(GROUP_COLUMNS, group_rows(found))
    elif csv:
        write_csv(DELAY_COLUMNS, delay_rows(found))
    else:
        write("\n".join(delay_lines(found, grouping)))


def compare(
    context: typer.Context,
    first: Annotated[str, typer.Argument(metavar="A", help="Số, ký hiệu hoặc IRI của một văn bản.")],
    second: Annotated[str, typer.Argument(metavar="B", help="Số, ký hiệu hoặc IRI của văn bản kia.")],
    date_a: Annotated[
        str | None,
        typer.Option("--date-a", metavar="NGÀY", help="Ngày ban hành của A, nếu mã chỉ nhiều văn bản."),
    ] = None,
    date_b: Annotated[
        str | None,
        typer.Option("--date-b", metavar="NGÀY", help="Ngày ban hành của B, nếu mã chỉ nhiều văn bản."),
    ] = None,
    as_of: AsOfOption = None,
    min_confidence: ConfidenceOption = None,
    graph: GraphOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """Put two documents side by side."""
    from ui.cli.comparison_listing import comparison_lines
    from ui.survey_objects import COMPARISON_COLUMNS, comparison_object, comparison_rows

    one_format(json=json, csv=csv)
    check_confidence(min_confidence)
    days = date_of("--date-a", date_a), date_of("--date-b", date_b)
    known_on = as_of_day(as_of)
    with open_graph(context, graph) as opened:
        one, two = (
            resolve(context, opened, code, day, json=json, option=option).iri
            for code, day, option in zip((first, second), days, ("--date-a", "--date-b"), strict=True)
        )
        found = opened.compare(one, two, as_of=known_on, min_confidence=min_confidence)
    if json:
        write_json(comparison_object(found))
    elif csv:
        write_csv(COMPARISON_COLUMNS, comparison_rows(found))
    else:
        write("\n".join(comparison_lines(found)))


ENTRIES = (
    CommandEntry(
        "coverage",
        coverage,
        """
        Nêu đơn vị nào có kế hoạch thực hiện văn bản nào, và điều gì chưa biết.

        Với một văn bản: từng đơn vị, kèm kế hoạch và câu văn; với nhiều văn bản: một bảng. “Không thấy kế hoạch” là
        trong đồ thị có văn bản của đơn vị mà không văn bản nào thực hiện; “chưa biết” là không có văn bản nào của đơn
        vị. Kế hoạch thực hiện qua văn bản khác (huyện cụ thể hóa chương trình của tỉnh) cũng được tính.
        """,
        (
            "cuthehoa coverage 18-NQ/TW --date 16/6/2022",
            "cuthehoa coverage --units district",
            'cuthehoa coverage 18-NQ/TW --date 16/6/2022 --units commune --in "huyện Phụng Hiệp"',
            "cuthehoa coverage --since 2022 --until 2023 --csv",
        ),
    ),
    CommandEntry(
        "delays",
        delays,
        """
        Tính số ngày từ mỗi văn bản đến văn bản thực hiện nó: trung vị, tứ phân vị, những bước chậm nhất.

        Chỉ tính khi rõ ngày của cả hai văn bản, và nói rõ bao nhiêu cặp không tính được, vì sao. Cặp ngược thời gian
        là sai sót trong nguồn: được nêu, không tính.
        """,
        (
            "cuthehoa delays",
            "cuthehoa delays 18-NQ/TW --date 16/6/2022 --slowest 3",
            "cuthehoa delays --by province",
            "cuthehoa delays --by level --since 2023 --csv",
        ),
    ),
    CommandEntry(
        "compare",
        compare,
        """
        So hai văn bản: thực hiện những văn bản nào, được văn bản nào thực hiện, sau bao nhiêu ngày, nêu chương trình và
        địa bàn nào; cái chung trước, cái riêng sau, kèm câu văn.
        """,
        (
            "cuthehoa compare 139-CTr/TU 140-CTr/TU",
            "cuthehoa compare 18-NQ/TW 19-NQ/TW --date-a 16/6/2022 --date-b 16/6/2022 --json",
        ),
    ),
)

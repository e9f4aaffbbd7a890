"""The commands that look things up: ``search``, ``show``, ``trace``."""

from typing import Annotated

import typer

from graph.answers import Direction, EntityKind
from graph.indicator_values import IndicatorAnswer
from ontology.levels import Level
from ui.cli.choosing import resolve
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
from ui.cli.failures import UsageError
from ui.cli.options import (
    MOST_ROWS,
    CodeArgument,
    ConfidenceOption,
    CsvOption,
    GraphOption,
    JsonOption,
    LimitOption,
    between,
    check_confidence,
    choices_of,
    one_format,
    open_graph,
    relations_of,
)
from ui.rendering import (
    SEARCH_COLUMNS,
    TRACE_COLUMNS,
    details_object,
    hit_object,
    search_rows,
    statement_rows,
    trace_object,
    trace_rows,
)


def search(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="CHỮ", help="Chữ cần tìm; đặt trong dấu nháy nếu có dấu cách.")],
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="LOẠI",
            help="Chỉ tìm loại này: document, organization, place, person, programme. Dùng được nhiều lần.",
        ),
    ] = None,
    limit: LimitOption = 20,
    graph: GraphOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """Find entities by name or code."""
    from ui.cli.listing import search_lines

    one_format(json=json, csv=csv)
    if not text.strip():
        raise UsageError("chữ cần tìm đang để trống", todo="Hãy gõ tên hoặc số, ký hiệu")
    between("--limit", limit, 1, MOST_ROWS)
    kinds = choices_of("--kind", kind or (), EntityKind)
    with open_graph(context, graph) as opened:
        hits = opened.search(text, kinds=kinds, limit=limit)
    if json:
        write_json([hit_object(hit) for hit in hits])
    elif csv:
        write_csv(SEARCH_COLUMNS, search_rows(hits))
    else:
        write("\n".join(search_lines(text, hits)))


def show(
    context: typer.Context,
    code: CodeArgument,
    date: DateOption = None,
    graph: GraphOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """Show one entity with all its statements and their sentences."""
    from ui.cli.indicator_listing import indicator_lines
    from ui.cli.listing import details_lines

    one_format(json=json, csv=csv)
    day = date_of("--date", date)
    with open_graph(context, graph) as opened:
        entity = resolve(context, opened, code, day, json=json)
        details = opened.entity(entity.iri)
        indicators: tuple[IndicatorAnswer, ...] = ()
        if entity.kind is EntityKind.PLACE:
            indicators = opened.indicators(place=entity.iri)
        elif entity.kind is EntityKind.PROGRAMME:
            indicators = opened.indicators(programme=entity.iri)
        if json:
            write_json(details_object(details, indicators))
        elif csv:
            write_csv(TRACE_COLUMNS, statement_rows(details))
        else:
            lines = details_lines(details, lambda iri: opened.entity(iri).entity)
            write("\n".join([*lines, *indicator_lines(indicators)]))


def trace(
    context: typer.Context,
    code: CodeArgument,
    date: DateOption = None,
    direction: Annotated[
        str,
        typer.Option(
            "--direction",
            metavar="CHIỀU",
            help="down: xuống các văn bản triển khai (mặc định); up: lên các văn bản cấp trên; both: cả hai.",
        ),
    ] = "down",
    relation: Annotated[
        list[str] | None,
        typer.Option(
            "--relation",
            metavar="TÊN",
            help="Chỉ đi theo quan hệ này, dùng được nhiều lần. Mặc định: concretizes (cụ thể hóa), "
            "implements (thực hiện), continues (tiếp tục thực hiện).",
        ),
    ] = None,
    level: Annotated[
        list[str] | None,
        typer.Option(
            "--level",
            metavar="CẤP",
            help="Chỉ văn bản của cấp này: central, province, district, commune; nhiều cấp cách nhau bằng dấu phẩy. "
            "Văn bản cấp khác chỉ nêu khi nằm trên đường đi.",
        ),
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    depth: Annotated[
        int | None, typer.Option("--depth", metavar="N", help="Chỉ đi nhiều nhất N bước. Mặc định: đi hết.")
    ] = None,
    min_confidence: ConfidenceOption = None,
    graph: GraphOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """Show the cascade around one document."""
    from ontology.statements import CASCADE
    from ui.cli.trace_tree import trace_lines

    one_format(json=json, csv=csv)
    (way,) = choices_of("--direction", [direction], Direction)
    relations = relations_of(relation or ()) or CASCADE
    check_confidence(min_confidence)
    levels = choices_of("--level", [name.strip() for each in level or () for name in each.split(",")], Level)
    first, last = date_of("--since", since), date_of("--until", until)
    in_order(first_day_of("--since", since), last_day_of("--until", until))
    known_on = as_of_day(as_of)
    if depth is not None:
        between("--depth", depth, 1, 1_000_000)
    day = date_of("--date", date)
    with open_graph(context, graph) as opened:
        entity = resolve(context, opened, code, day, json=json)
        found = opened.trace(
            entity.iri,
            direction=way,
            relations=relations,
            min_confidence=min_confidence,
            levels=levels,
            since=first,
            until=last,
            as_of=known_on,
            max_depth=depth,
        )
        if json:
            write_json(trace_object(found))
        elif csv:
            write_csv(TRACE_COLUMNS, trace_rows(found))
        else:
            write("\n".join(trace_lines(found, way, lambda iri: opened.entity(iri).entity)))

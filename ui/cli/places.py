"""The commands about places: ``programmes`` and ``place``."""

from typing import Annotated

import typer

from ui.cli.command_entry import CommandEntry
from ui.cli.console import write, write_csv, write_json
from ui.cli.day_options import AsOfOption, as_of_day
from ui.cli.failures import UsageError
from ui.cli.options import (
    ConfidenceOption,
    CsvOption,
    GraphOption,
    JsonOption,
    check_confidence,
    choices_of,
    one_format,
    open_graph,
)
from ui.place_rendering import (
    PLACE_COLUMNS,
    ROLL_UP_COLUMNS,
    place_object,
    place_rows,
    roll_up_object,
    roll_up_rows,
)
from ui.rendering import PROGRAMME_COLUMNS, by_programme_and_place, programme_object, programme_rows


def programmes(
    context: typer.Context,
    place: Annotated[
        str | None,
        typer.Option(
            "--place", metavar="TÊN", help="Tên địa danh, có hoặc không có dấu: “xã Tân Bình”, “xa tan binh”."
        ),
    ] = None,
    programme: Annotated[
        str | None, typer.Option("--programme", metavar="TÊN", help="Tên chương trình, có hoặc không có dấu.")
    ] = None,
    roll_up: Annotated[
        str | None,
        typer.Option(
            "--roll-up",
            metavar="CẤP",
            help="Tổng hợp theo đơn vị cấp này: province (tỉnh), district (huyện, trước 1/7/2025), commune (xã). "
            "Mỗi phát biểu chỉ tính một lần, kể cả khi xã đã chia hoặc nhập.",
        ),
    ] = None,
    as_of: AsOfOption = None,
    period: Annotated[
        bool, typer.Option("--period", help="Cùng với --roll-up: tách từng năm, theo năm của văn bản nói đến đầu tiên.")
    ] = False,
    min_confidence: ConfidenceOption = None,
    graph: GraphOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """List which places take part in which programmes."""
    one_format(json=json, csv=csv)
    day = as_of_day(as_of)
    check_confidence(min_confidence)
    if period and roll_up is None:
        raise UsageError("--period chỉ dùng cùng với --roll-up", todo="Thêm --roll-up province")
    if roll_up is not None:
        _rolled_up(context, roll_up, place, programme, as_of, period, min_confidence, graph, json=json, csv=csv)
        return
    from ui.cli.listing import programme_lines

    with open_graph(context, graph) as opened:
        pairs = opened.programmes(place=place, programme=programme, as_of=day, min_confidence=min_confidence)
        given = opened.indicators(place=place, programme=programme, as_of=day) if json and pairs else ()
    if json:
        of_pair = by_programme_and_place(given)
        write_json([programme_object(pair, of_pair.get((pair.programme.iri, pair.place.iri), ())) for pair in pairs])
    elif csv:
        write_csv(PROGRAMME_COLUMNS, programme_rows(pairs))
    else:
        write("\n".join(programme_lines(pairs)))


def place(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="TÊN", help="Tên đơn vị hành chính, có hoặc không có dấu: “xã Tân Bình”, “xa tan binh”, “Tân Bình”."
        ),
    ],
    within: Annotated[
        str | None,
        typer.Option("--in", metavar="TÊN", help="Chỉ những nơi thuộc đơn vị này: “huyện Phụng Hiệp”, “hau giang”."),
    ] = None,
    as_of: AsOfOption = None,
    min_confidence: ConfidenceOption = None,
    graph: GraphOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """Tell the history of the places of a name."""
    from ui.cli.place_listing import place_lines

    one_format(json=json, csv=csv)
    day = as_of_day(as_of)
    if not name.strip(" ,"):
        raise UsageError("tên địa danh đang để trống", todo="Hãy gõ tên, ví dụ: cuthehoa place “xã Tân Bình”")
    check_confidence(min_confidence)
    with open_graph(context, graph) as opened:
        found = opened.place_history(name, within=within, as_of=day, min_confidence=min_confidence)
    if json:
        write_json([place_object(history) for history in found])
    elif csv:
        write_csv(PLACE_COLUMNS, place_rows(found))
    else:
        write("\n".join(place_lines(name, within, day, found)))


def _rolled_up(
    context: typer.Context,
    roll_up: str,
    place: str | None,
    programme: str | None,
    as_of: str | None,
    period: bool,
    min_confidence: float | None,
    graph: GraphOption,
    *,
    json: bool,
    csv: bool,
) -> None:
    from graph.places.roll_up import LEVELS
    from ui.cli.place_listing import roll_up_lines

    (level,) = choices_of("--roll-up", [roll_up], LEVELS)
    with open_graph(context, graph) as opened:
        found = opened.roll_up(
            level,
            place=place,
            programme=programme,
            as_of=as_of_day(as_of),
            by_year=period,
            min_confidence=min_confidence,
        )
    if json:
        write_json(roll_up_object(found))
    elif csv:
        write_csv(ROLL_UP_COLUMNS, roll_up_rows(found))
    else:
        write("\n".join(roll_up_lines(found)))


ENTRIES = (
    CommandEntry(
        "programmes",
        programmes,
        """
        Liệt kê xã, huyện, tỉnh nào có trong chương trình, dự án, phong trào nào, kèm câu văn.

        Với --roll-up thì tổng hợp theo đơn vị hành chính hôm nay, hoặc của ngày chọn bằng --as-of. Mỗi phát biểu chỉ
        tính một lần: xã cũ tính cho xã mới nhận đất; xã đã chia thì các xã nhận đất đứng chung một dòng. Nơi không
        biết thuộc xã nào (cả tỉnh, huyện đã bỏ) đứng ở đơn vị gần nhất còn biết.
        """,
        (
            'cuthehoa programmes --place "xã Tân Bình"',
            'cuthehoa programmes --programme "nông thôn mới" --csv',
            "cuthehoa programmes --roll-up province",
            "cuthehoa programmes --roll-up district --as-of 2025-06-30 --period",
        ),
    ),
    CommandEntry(
        "place",
        place,
        """
        Cho biết lịch sử của một địa danh: có những đơn vị nào tên đó trong cả nước, thuộc đâu, từ bao giờ đến bao giờ,
        nay thành đơn vị nào hoặc do những đơn vị nào nhập lại, và có trong chương trình nào, kèm câu văn.

        Cả đơn vị mà không văn bản nào nhắc tới cũng có; nơi được nhắc đứng trước. Gồm hai hệ thống: 63 tỉnh, thành phố
        có cấp huyện (đến 30/6/2025) và 34 tỉnh, thành phố không có cấp huyện (từ 1/7/2025).
        """,
        (
            'cuthehoa place "xã Tân Bình"',
            'cuthehoa place "xa tan binh" --in "huyện Phụng Hiệp"',
            'cuthehoa place "Hậu Giang" --as-of 2025-06-30 --json',
        ),
    ),
)

"""Delays as plain text."""

from collections.abc import Iterator, Mapping, Sequence

from graph.cascade.delay_values import Delay, DelayGroup, DelayGrouping, Delays, Spread, Uncounted
from ui.cli.console import TABLE_WIDTH, table, width, wrap
from ui.cli.survey_listing import chain_lines
from ui.survey_wording import GROUP_HEADINGS, QUARTILES_EXPLAINED, UNCOUNTED_WORDS, days, group_name, number_words
from ui.wording import title


def delay_lines(delays: Delays, by: DelayGrouping | None) -> list[str]:
    """Lay out delays.

    Args:
        delays: What was found.
        by: By what they were grouped.
    """
    lines = [f"Dưới {title(delays.root)}" if delays.root else "Trong cả đồ thị", ""]
    lines += _spread_lines("Từ văn bản đến văn bản trực tiếp thực hiện nó", delays.steps, delays.uncounted)
    lines += _spread_lines("Từ văn bản trên cùng đến văn bản thực hiện nó, trực tiếp hay qua văn bản khác",
                           delays.from_top, delays.uncounted_from_top)  # fmt: skip
    if delays.steps is not None:
        lines += wrap(QUARTILES_EXPLAINED)
    if by is not None and delays.groups:
        lines += ["", *group_table(delays.groups, by)]
    lines += _listed("Chậm nhất, từng bước:", delays.slowest, delays)
    lines += _listed("Ngược thời gian (không tính vào số liệu; xem “cuthehoa errors”):", delays.backwards, delays)
    if delays.undated:
        lines += ["", f"{delays.undated} văn bản không rõ ngày được giữ lại, dù có thể ra sau ngày được hỏi."]
    return lines


def _spread_lines(what: str, spread: Spread | None, uncounted: Mapping[Uncounted, int]) -> Iterator[str]:
    if spread is None:
        yield f"{what}: chưa có cặp văn bản nào rõ ngày của cả hai."
    else:
        yield from wrap(f"{what}: {spread.count} cặp", rest="  ")
        told = f"trung vị {days(spread.median)} · một nửa nằm trong {_range(spread)} · {_ends(spread)}"
        yield from wrap(told, first="  ", rest="  ")
    missing = [f"{UNCOUNTED_WORDS[why]} {number}" for why, number in uncounted.items()]
    if missing:
        yield from wrap(f"không tính được: {' · '.join(missing)}", first="  ", rest="  ")


def _range(spread: Spread) -> str:
    return f"{number_words(spread.lower_quartile)}–{days(spread.upper_quartile)}"


def _ends(spread: Spread) -> str:
    return f"nhanh nhất {days(spread.least)}, chậm nhất {days(spread.most)}"


def group_rows_of(groups: Sequence[DelayGroup], by: DelayGrouping) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Heading and rows of a table of groups."""
    heading = (
        GROUP_HEADINGS[by],
        "Số cặp",
        "Nhanh nhất",
        "Tứ phân vị dưới",
        "Trung vị",
        "Tứ phân vị trên",
        "Chậm nhất",
    )
    rows = [
        (
            group_name(group, by),
            str(group.steps.count),
            *(
                number_words(value)
                for value in (
                    *(group.steps.least, group.steps.lower_quartile, group.steps.median),
                    *(group.steps.upper_quartile, group.steps.most),
                )
            ),
        )
        for group in groups
    ]
    return heading, rows


def group_table(groups: Sequence[DelayGroup], by: DelayGrouping) -> list[str]:
    """Groups of delays as a table; numbers are days."""
    heading, rows = group_rows_of(groups, by)
    return table(heading, rows, fit=width(TABLE_WIDTH))


def _listed(heading: str, listed: Sequence[Delay], delays: Delays) -> Iterator[str]:
    if not listed:
        return
    yield ""
    yield heading
    for delay in listed:
        yield from wrap(f"{title(delay.source)} sau {title(delay.target)}", first=f"• {days(delay.days)}: ", rest="  ")
        yield from chain_lines(delay.edges, delays.others, "    ")

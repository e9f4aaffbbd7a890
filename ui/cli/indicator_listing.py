"""Numbers that sources give, as plain text."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from graph.indicator_values import IndicatorAnswer
from ontology.indicators import Aim, Bound, Change
from ui.cli.console import plain, wrap
from ui.cli.trace_tree import evidence_lines
from ui.wording import decimal

_CHANGES = {
    Change.LEVEL: "",
    Change.INCREASE_BY: "tăng ",
    Change.INCREASE_TO: "tăng lên ",
    Change.DECREASE_BY: "giảm ",
    Change.DECREASE_TO: "giảm còn ",
}
_BOUNDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "khoảng ",
    Bound.OVER: "trên ",
    Bound.UNDER: "dưới ",
    Bound.AT_LEAST: "ít nhất ",
    Bound.AT_MOST: "không quá ",
}


def indicator_lines(answers: Sequence[IndicatorAnswer]) -> list[str]:
    """Return the numbers of a place or a programme, each with its sentence; nothing where there are none."""
    if not answers:
        return []
    lines = ["", "Chỉ tiêu, số liệu:"]
    for answer in answers:
        lines += wrap(plain(" · ".join(_parts(answer))), first="• ", rest="  ")
        lines += evidence_lines(answer.indicator.evidence, "    ")
    return lines


def _parts(answer: IndicatorAnswer) -> Iterator[str]:
    item = answer.indicator
    yield f"{item.name}: {amount_text(answer)}"
    if item.aim is Aim.TARGET:
        yield "mục tiêu"
    if item.basis:
        yield f"so sánh: {item.basis}"
    if item.period is not None:
        yield f"{item.period.text}{' (theo tên văn bản)' if item.period_inherited else ''}"
    if answer.place is not None:
        yield f"{answer.place.name}{' (địa bàn của văn bản)' if item.place_inherited else ''}"
    if answer.programme is not None:
        yield answer.programme.name
    yield f"độ tin cậy {decimal(item.evidence.confidence)}"


def amount_text(answer: IndicatorAnswer) -> str:
    """Return the number as Vietnamese write it: ``giảm còn 1,2%``, ``42/50 chỉ tiêu``."""
    item, amount = answer.indicator, answer.indicator.amount
    value = _written(amount.value)
    if amount.denominator is not None:
        value += f"/{_written(amount.denominator)}"
    if amount.upper is not None:
        value += f" - {_written(amount.upper)}"
    unit = amount.unit if amount.unit == "%" else f" {amount.unit}"
    per = "".join(f"/{part}" for part in amount.per)
    before = f"từ {_written(item.origin)} " if item.origin is not None else ""
    return f"{before}{_CHANGES[item.change]}{_BOUNDS[item.bound]}{value}{unit}{per}"


def _written(value: Decimal) -> str:
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))

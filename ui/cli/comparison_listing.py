"""A comparison of two documents as plain text."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from graph.answers import Entity
from graph.cascade.comparison import Comparison, SaidOf, SideBySide, Tie, Tied
from ui.cli.console import plain, wrap
from ui.cli.survey_listing import chain_lines
from ui.cli.trace_tree import evidence_lines
from ui.survey_wording import days
from ui.wording import note, title

Item = TypeVar("Item")


def comparison_lines(comparison: Comparison) -> list[str]:
    """Lay out a comparison."""
    first, second = comparison.first, comparison.second
    return [
        *wrap(f"{title(first)} · {note(first)}", first="A: ", rest="   "),
        *wrap(f"{title(second)} · {note(second)}", first="B: ", rest="   "),
        _apart(comparison.days),
        "",
        "Thực hiện những văn bản nào:",
        *_sides(comparison.targets, comparison),
        "",
        "Được những văn bản nào thực hiện:",
        *_sides(comparison.plans, comparison),
        "",
        "Chương trình và địa bàn nêu trong văn bản:",
        *_programmes(comparison),
    ]


def _apart(number: int | None) -> str:
    if number is None:
        return "Không rõ ngày của cả hai văn bản, nên không so được."
    if number == 0:
        return "Cùng ngày."
    return f"B ra sau A {days(number)}." if number > 0 else f"B ra trước A {days(-number)}."


def _sides(sides: SideBySide[Tied], comparison: Comparison) -> Iterator[str]:
    for heading, items in _headed(sides):
        yield f"  {heading} ({len(items)}):"
        for item in items:
            yield from wrap(f"{title(item.document)} · {note(item.document)}", first="  • ", rest="    ")
            for side, tie in (("A", item.first), ("B", item.second)):
                if tie is not None:
                    yield f"    {side}: {_tie(tie)}"
                    yield from chain_lines(tie.chain, comparison.others, "      ")
    if not any((sides.common, sides.only_first, sides.only_second)):
        yield "  Chưa thấy văn bản nào."


def _headed(sides: SideBySide[Item]) -> Iterator[tuple[str, Sequence[Item]]]:
    for heading, items in (
        ("Cả hai", sides.common),
        ("Chỉ A", sides.only_first),
        ("Chỉ B", sides.only_second),
    ):
        if items:
            yield heading, items


def _tie(tie: Tie) -> str:
    parts = ["trực tiếp" if tie.direct else "qua văn bản khác"]
    if tie.open:
        parts.append("chưa rõ")
    parts.append(f"sau {days(tie.days)}" if tie.days is not None else "không tính được số ngày")
    return " · ".join(parts)


def _programmes(comparison: Comparison) -> Iterator[str]:
    for heading, items in _headed(comparison.programmes):
        yield f"  {heading} ({len(items)}):"
        for item in items:
            yield from _said(item)
    sides = comparison.programmes
    if not any((sides.common, sides.only_first, sides.only_second)):
        yield "  Chưa thấy câu nào."
    for letter, document in (("A", comparison.first), ("B", comparison.second)):
        if not document.held:
            yield f"  {letter} không có văn bản trong đồ thị, nên không biết nêu chương trình, địa bàn nào."


def _said(said: SaidOf) -> Iterator[str]:
    yield from wrap(f"{plain(said.programme.name)}: {_place(said.place)}", first="  • ", rest="    ")
    for letter, sentences in (("A", said.first), ("B", said.second)):
        for evidence in sentences[:1]:
            yield f"    {letter}:"
            yield from evidence_lines(evidence, "      ")


def _place(place: Entity) -> str:
    return f"{place.name} ({place.place})" if place.place else place.name

"""Histories of places and programmes by units as plain text."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from graph.places.history import PlaceHistory
from graph.places.roll_up import RollUp, RollUpRow
from graph.places.units import PlacedUnit
from ontology.levels import Level
from ui.cli.console import plain, wrap
from ui.cli.trace_tree import evidence_lines
from ui.wording import day_words, level_name

_MOST_NAMED = 12
"""More places than this are counted, not named: the JSON and CSV forms have them all."""


def place_lines(asked: str, within: str | None, as_of: dt.date | None, found: Sequence[PlaceHistory]) -> list[str]:
    """The units of a name: those that sources name with their sentences, the others by province.

    Args:
        asked: What was typed.
        within: What was typed for ``--in``.
        as_of: The day, if one was given.
        found: The units.
    """
    if not found:
        place = f" thuộc “{plain(within)}”" if within else ""
        day = f" vào ngày {day_words(as_of)}" if as_of else ""
        return [
            f"Không có đơn vị hành chính nào tên “{plain(asked)}”{place}{day}. "
            "Hãy thử tên không kèm “xã”, “huyện”, hoặc không có dấu."
        ]
    lines: list[str] = []
    named = [history for history in found if history.mentions]
    others = [history for history in found if not history.mentions]
    for history in named:
        lines += ["", *_history_lines(history, "")]
    if others:
        lines += ["", f"Không được văn bản nào trong đồ thị nhắc đến ({len(others)}):" if named else
                  f"Chưa có văn bản nào trong đồ thị nhắc đến ({len(others)}):"]  # fmt: skip
    for province, group in groupby(others, key=_province):
        lines += ["", f"  {province}"]
        for history in group:
            lines += _history_lines(history, "    ")
    return lines[1:]


def _history_lines(history: PlaceHistory, indent: str) -> Iterator[str]:
    around = f" ({history.around})" if history.around else ""
    facts = [f"{history.name}{around}"]
    if history.code:
        facts.append(f"mã {history.code}")
    if history.mentions:
        facts.append(f"được nhắc {history.mentions} lần")
    yield from wrap(plain(" · ".join(facts)), first=indent, rest=f"{indent}  ")
    for fact in _facts(history):
        yield from wrap(plain(fact), first=f"{indent}  ", rest=f"{indent}    ")
    for pair in history.programmes:
        yield from wrap(plain(f"có trong: {pair.programme.name}"), first=f"{indent}  ", rest=f"{indent}    ")
        for evidence in pair.evidence:
            yield from evidence_lines(evidence, f"{indent}    ")
    if history.indicators:
        yield f"{indent}  có {history.indicators} số liệu; xem bằng: cuthehoa show {history.iri}"


def _facts(history: PlaceHistory) -> Iterator[str]:
    if history.open:
        yield "chưa rõ là đơn vị nào trong các đơn vị cùng tên: văn bản không cho biết thuộc đâu, hoặc không rõ ngày"
        return
    if not history.known:
        yield "không có trong bảng đơn vị hành chính: đơn vị cũ đã nhập, chia trước năm 2025, hoặc nơi dưới cấp xã"
        if history.became:
            until = f"đến hết {day_words(history.valid_to)}, " if history.valid_to else ""
            yield f"{until}sau thành: {_units(history.became)}"
        return
    if history.valid_to is None:
        yield f"từ {day_words(history.valid_from)} đến nay" if history.valid_from else "đến nay"
    else:
        yield f"đến hết {day_words(history.valid_to)}"
    after = f"từ {day_words(history.valid_to + dt.timedelta(days=1))}" if history.valid_to else ""
    if history.divided:
        yield f"{after} chia vào: {_units(history.became)} (mỗi nơi một phần)"
    elif history.became:
        yield f"{after} thuộc: {_units(history.became)}"
    if history.abolished and history.now_in is not None:
        yield f"{after} bỏ cấp huyện; {history.parts} xã, phường, thị trấn nay thuộc {history.now_in.name}"
    if history.made_of:
        yield f"lập từ: {_units(history.made_of)}"
    if history.parts and not history.abolished:
        yield f"có {history.parts} xã, phường, thị trấn, đặc khu"


def _province(history: PlaceHistory) -> str:
    if history.level is Level.PROVINCE:
        return "Cấp tỉnh"
    return (history.around or "Chưa rõ thuộc đâu").rpartition(", ")[2]


def roll_up_lines(found: RollUp) -> list[str]:
    """Programmes, under each its units with their numbers and the first sentence; then the totals."""
    if not found.rows:
        return ["Không có cặp chương trình – địa danh nào như vậy. Tìm tên đúng bằng: cuthehoa search TÊN"]
    lines: list[str] = []
    for _, group in groupby(found.rows, key=lambda row: row.programme.iri):
        rows = list(group)
        lines += ["", plain(rows[0].programme.name)]
        for row in rows:
            lines += _row_lines(row, found.level)
    lines += ["", *wrap(_total(found))]
    return lines[1:]


def _row_lines(row: RollUpRow, level: Level) -> Iterator[str]:
    name = _units(row.units) if row.units else "Chưa rõ thuộc đâu"
    if row.shared:
        name = f"Chung của {name}"
    elif row.units and row.units[0].level is not level:
        name = f"{name}, không rõ nơi nào ở {level_name(level)}"
    facts = [f"{row.statements} phát biểu", f"{len(row.places)} địa danh", f"{row.sources} nguồn"]
    if row.year is None:
        facts.append(", ".join(f"{year or 'không rõ năm'}: {number}" for year, number in row.years))
    else:
        facts.append(f"năm {row.year}")
    if row.indicators:
        facts.append(f"{len(row.indicators)} số liệu")
    yield from wrap(plain(f"{name}: {' · '.join(facts)}"), first="  ", rest="    ")
    names = [place.name for place in row.places[:_MOST_NAMED]]
    more = f" và {len(row.places) - _MOST_NAMED} nơi khác" if len(row.places) > _MOST_NAMED else ""
    yield from wrap(plain(f"Nguồn gọi là: {', '.join(names)}{more}"), first="    ", rest="      ")
    yield from evidence_lines(row.evidence[0], "    ")
    if len(row.evidence) > 1:
        yield f"    và {len(row.evidence) - 1} câu khác"


def _total(found: RollUp) -> str:
    parts = [
        f"Tổng cộng {found.statements} phát biểu, mỗi phát biểu tính một lần, theo đơn vị ngày {day_words(found.on)}"
    ]
    if found.shared:
        parts.append(f"{found.shared} nói về nơi đã chia cho nhiều đơn vị")
    if found.unplaced:
        parts.append(f"{found.unplaced} chưa rõ nơi thuộc đâu")
    if found.undated:
        parts.append(f"{found.undated} chỉ có trong văn bản không rõ ngày")
    return "; ".join(parts) + "."


def _units(units: Iterable[PlacedUnit]) -> str:
    named = [f"{unit.name} ({unit.around})" if unit.around else unit.name for unit in units]
    if len(named) > _MOST_NAMED:
        named[_MOST_NAMED:] = [f"và {len(named) - _MOST_NAMED} nơi khác"]
    return "; ".join(named)

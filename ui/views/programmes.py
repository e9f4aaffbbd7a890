"""Programmes and places, both ways, each pair with the sentences that say so."""

from collections.abc import Mapping, Sequence

import streamlit as st

from graph.answers import Entity, ProgrammePlace
from graph.places.roll_up import RollUpRow
from graph.query import Graph
from ontology.folding import fold
from ontology.levels import Level
from ui.navigation import Link, Page
from ui.parts.downloads import csv_button, csv_bytes
from ui.parts.entries import Entry, Group, show_entries
from ui.parts.finder import matches, search_box
from ui.parts.guard import with_graph
from ui.parts.heatmap import cells, heatmap
from ui.parts.outline import Part, Row, show_outline, with_first_open
from ui.rendering import PROGRAMME_COLUMNS, programme_rows
from ui.wording import level_name

_SELECTION = "cell"
_WAYS = {"programme": "Chương trình", "place": "Địa bàn"}
_MOST_LISTED = 200
_UNITS = {None: "Như nguồn gọi", Level.PROVINCE: "Theo tỉnh hôm nay", Level.COMMUNE: "Theo xã hôm nay"}
"""How the places of one programme can be listed."""


def show(graph: Graph) -> None:
    """Draw the page."""
    st.title("Xã × chương trình")
    pairs = graph.programmes()
    if not pairs:
        st.info("Chưa có câu nào nói một chương trình, dự án được thực hiện ở đâu.")
        return
    programme, place = st.query_params.get("programme", ""), st.query_params.get("place", "")
    left, right = st.columns([2, 5], gap="large")
    with left:
        _choose(pairs, programme, place)
    with right:
        if programme or place:
            _show_pairs(graph, _chosen(graph, pairs, programme, place), by_place=bool(place) and not programme)
        else:
            _show_map(pairs)


def _chosen(graph: Graph, pairs: Sequence[ProgrammePlace], programme: str, place: str) -> Sequence[ProgrammePlace]:
    """The pairs that the address asks for, by IRI or, as a person types it, by name."""
    iris = {pair.programme.iri for pair in pairs} | {pair.place.iri for pair in pairs}
    if not {part for part in (programme, place) if part} <= iris:
        return graph.programmes(place=place or None, programme=programme or None)
    return [pair for pair in pairs if programme in ("", pair.programme.iri) and place in ("", pair.place.iri)]


def _choose(pairs: Sequence[ProgrammePlace], programme: str, place: str) -> None:
    way = st.segmented_control(
        "Xem theo",
        list(_WAYS),
        format_func=_WAYS.__getitem__,
        default="place" if place and not programme else "programme",
        required=True,
        key="programmes-way",
        label_visibility="collapsed",
    )
    by_place = way == "place"
    text = search_box(
        "Lọc danh sách",
        key=f"programmes-filter-{way}",
        placeholder="Lọc: xa tan binh" if by_place else "Lọc: nong thon moi",
    )
    counted: dict[str, tuple[Entity, set[str]]] = {}
    for pair in pairs:
        one, other = (pair.place, pair.programme) if by_place else (pair.programme, pair.place)
        counted.setdefault(one.iri, (one, set()))[1].add(other.iri)
    found = [(entity, len(others)) for entity, others in counted.values() if matches(text, entity.name, entity.place)]
    found.sort(key=lambda item: (-item[1], fold(item[0].name), item[0].iri))
    entries = [
        Entry(
            name=entity.name,
            link=Link(Page.PROGRAMMES, {"place" if by_place else "programme": entity.iri}),
            detail=entity.place or "",
            note=f"{number} chương trình" if by_place else f"{number} địa bàn",
            chosen=entity.iri in (programme, place),
        )
        for entity, number in found[:_MOST_LISTED]
    ]
    with st.container(height=560, border=False):
        if entries:
            show_entries([Group("", entries)], key=f"programmes-list-{way}")
        else:
            st.caption("Không có tên nào khớp.")
        if len(found) > _MOST_LISTED:
            st.caption(f"Chỉ hiện {_MOST_LISTED} trong {len(found)}. Gõ chữ để lọc.")


def _show_map(pairs: Sequence[ProgrammePlace]) -> None:
    shown = cells(pairs)
    parts = [
        f"{number} {name}" if number == of else f"{number} trong {of} {name}"
        for (number, of), name in ((shown.places, "địa bàn"), (shown.programmes, "chương trình"))
    ]
    cut = (shown.places[0], shown.programmes[0]) != (shown.places[1], shown.programmes[1])
    most = " được nhắc nhiều nhất" if cut else ""
    st.caption(f"{' và '.join(parts)}{most}. Số trong ô là số câu; bấm một ô để đọc.")
    event = st.altair_chart(
        heatmap(shown, selection=_SELECTION),
        width="content",
        on_select="rerun",
        selection_mode=_SELECTION,
        key="programmes-map",
    )
    picked = event["selection"].get(_SELECTION) if event else None
    if picked:
        cell = picked[0]
        Link(Page.PROGRAMMES, {"programme": cell["programme_iri"], "place": cell["place_iri"]}).open()
    _csv_button("Tải tất cả (CSV)", pairs)


def _csv_button(label: str, pairs: Sequence[ProgrammePlace]) -> None:
    csv_button(label, "chuong-trinh", lambda: csv_bytes(PROGRAMME_COLUMNS, programme_rows(pairs)), key="csv")


def _show_pairs(graph: Graph, pairs: Sequence[ProgrammePlace], *, by_place: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        if st.button("Bảng toàn cảnh", icon=":material/arrow_back:", type="tertiary"):
            Link(Page.PROGRAMMES).open()
        if pairs:
            _csv_button("Tải CSV", pairs)
    if not pairs:
        st.info("Không có câu nào nối chương trình và địa bàn này.")
    level = None if by_place or not pairs else _choose_level()
    for number, (head, members) in enumerate(_grouped(pairs, by_place=by_place).values()):
        entry = Entry(head.name, Link(Page.ENTITY, {"iri": head.iri}), detail=head.place or "")
        show_entries([Group("", [entry])], key=f"head-{number}", card=True)
        if level is None:
            rows = with_first_open(_row(pair, by_place=by_place) for pair in members)
        else:
            rows = with_first_open(_unit_row(row, level) for row in graph.roll_up(level, programme=head.iri).rows)
        show_outline(graph, rows, key=f"pairs-{number}")


def _choose_level() -> Level | None:
    chosen = st.segmented_control(
        "Xem địa bàn",
        list(_UNITS.values()),
        default=_UNITS[None],
        required=True,
        key="programmes-units",
        label_visibility="collapsed",
    )
    return next(level for level, name in _UNITS.items() if name == chosen)


def _unit_row(row: RollUpRow, level: Level) -> Row:
    """One unit of today: a place that was divided among several is one row of them all."""
    first = row.units[0] if row.units else None
    names = ", ".join(place.name for place in row.places)
    notes = [f"{row.statements} phát biểu"]
    if row.shared:
        notes.append("chung cho các nơi đã nhận đất")
    elif first is not None and first.level is not level:
        notes.append(f"không rõ nơi nào ở {level_name(level)}")
    return Row(
        name=" + ".join(unit.name for unit in row.units) or "Chưa rõ thuộc đâu",
        link=None,
        parts=(Part("", row.evidence),),
        detail=" · ".join(part for part in (first and first.around, f"nguồn gọi là {names}") if part),
        note=", ".join(notes),
    )


def _row(pair: ProgrammePlace, *, by_place: bool) -> Row:
    entity = pair.programme if by_place else pair.place
    return Row(
        name=entity.name,
        link=Link(Page.PROGRAMMES, {"programme" if by_place else "place": entity.iri}),
        parts=(Part("", pair.evidence),),
        detail=entity.place or "",
    )


def _grouped(pairs: Sequence[ProgrammePlace], *, by_place: bool) -> Mapping[str, tuple[Entity, list[ProgrammePlace]]]:
    groups: dict[str, tuple[Entity, list[ProgrammePlace]]] = {}
    for pair in pairs:
        head = pair.place if by_place else pair.programme
        groups.setdefault(head.iri, (head, []))[1].append(pair)
    return groups


with_graph(show)

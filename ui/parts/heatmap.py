"""Programmes × places as a heat map of how many sentences say so."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.answers import Entity, ProgrammePlace

if TYPE_CHECKING:
    import altair

MOST_PLACES = 40
MOST_PROGRAMMES = 14
_LABEL = 46


@dataclass(frozen=True, slots=True)
class Cells:
    """What the map shows.

    Args:
        rows: One for each filled cell: IRIs, labels and the number of sentences.
        places: How many places the map shows, of how many.
        programmes: How many programmes the map shows, of how many.
    """

    rows: Sequence[dict[str, str | int]]
    places: tuple[int, int]
    programmes: tuple[int, int]


def cells(pairs: Sequence[ProgrammePlace]) -> Cells:
    """Choose the places and programmes that occur most, as far as a map can be read.

    Args:
        pairs: All pairs of the graph.
    """
    places = Counter[str]()
    programmes = Counter[str]()
    for pair in pairs:
        places[pair.place.iri] += 1
        programmes[pair.programme.iri] += len(pair.evidence)
    shown_places = {iri for iri, _ in places.most_common(MOST_PLACES)}
    shown_programmes = {iri for iri, _ in programmes.most_common(MOST_PROGRAMMES)}
    rows: list[dict[str, str | int]] = [
        {
            "place_iri": pair.place.iri,
            "programme_iri": pair.programme.iri,
            "place": _label(pair.place),
            "programme": pair.programme.name,
            "label": _short(pair.programme.name),
            "sentences": len(pair.evidence),
        }
        for pair in pairs
        if pair.place.iri in shown_places and pair.programme.iri in shown_programmes
    ]
    return Cells(
        rows,
        (len({row["place_iri"] for row in rows}), len(places)),
        (len({row["programme_iri"] for row in rows}), len(programmes)),
    )


def heatmap(shown: Cells, *, selection: str) -> "altair.Chart":
    """The map; a click selects a cell.

    Args:
        shown: What to draw.
        selection: Name of the selection in the chart's event.
    """
    import altair

    order = altair.EncodingSortField(field="sentences", op="sum", order="descending")
    picked = altair.selection_point(name=selection, fields=["place_iri", "programme_iri"])
    chart: altair.Chart = (
        altair.Chart({"values": list(shown.rows)})
        .mark_rect(cornerRadius=2, cursor="pointer")
        .encode(
            x=altair.X(
                "label:N", title=None, sort=order, axis=altair.Axis(orient="top", labelAngle=-32, labelLimit=320)
            ),
            y=altair.Y("place:N", title=None, sort=order, axis=altair.Axis(labelLimit=280)),
            color=altair.Color(
                "sentences:Q",
                title="Số câu",
                scale=altair.Scale(range=["#e9b9a6", "#8f2119"]),
                legend=altair.Legend(tickMinStep=1, format="d"),
            ),
            opacity=altair.condition(picked, altair.value(1), altair.value(0.35)),
            tooltip=[
                altair.Tooltip("programme:N", title="Chương trình"),
                altair.Tooltip("place:N", title="Địa bàn"),
                altair.Tooltip("sentences:Q", title="Số câu"),
            ],
        )
        .add_params(picked)
        .properties(height=altair.Step(22))
    )
    return chart


def _label(place: Entity) -> str:
    """The place with the unit next around it: communes of one name stand in many districts."""
    around = (place.place or "").split(",")[0].strip()
    return f"{place.name}, {around}" if around else place.name


def _short(name: str) -> str:
    return name if len(name) <= _LABEL else name[: _LABEL - 1].rsplit(maxsplit=1)[0] + "…"

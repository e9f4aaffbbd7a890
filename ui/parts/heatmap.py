"""Programmes × places as a heat map of how many sentences say so."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.answers import Entity, ProgrammePlace

if TYPE_CHECKING:
    import altair

MOST_PLACES = 40
MOST_PROGRAMMES = 14
_LABEL = 44


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
    kept = [pair for pair in pairs if pair.place.iri in shown_places and pair.programme.iri in shown_programmes]
    place_labels = _labels({pair.place.iri: _place_label(pair.place) for pair in kept})
    programme_labels = _labels({pair.programme.iri: _shortened(pair.programme.name) for pair in kept})
    rows: list[dict[str, str | int]] = [
        {
            "place_iri": pair.place.iri,
            "programme_iri": pair.programme.iri,
            "place": place_labels[pair.place.iri],
            "label": programme_labels[pair.programme.iri],
            "programme": pair.programme.name,
            "sentences": len(pair.evidence),
        }
        for pair in kept
    ]
    return Cells(
        rows,
        (len({row["place_iri"] for row in rows}), len(places)),
        (len({row["programme_iri"] for row in rows}), len(programmes)),
    )


def heatmap(shown: Cells, *, selection: str) -> "altair.LayerChart | altair.FacetChart":
    """The map; a click selects a cell.

    Args:
        shown: What to draw.
        selection: Name of the selection in the chart's event.
    """
    import altair

    order = altair.EncodingSortField(field="sentences", op="sum", order="descending")
    picked = altair.selection_point(name=selection, fields=["place_iri", "programme_iri"])
    most = max(int(row["sentences"]) for row in shown.rows)
    # Slanted labels need room to their right, and all of them are to be read: none is hidden for overlapping.
    heads = altair.Axis(orient="top", labelAngle=-35, labelLimit=300, labelOverlap=False, ticks=False, domain=False)
    sides = altair.Axis(labelLimit=280, labelOverlap=False, ticks=False, domain=False)
    gaps = altair.Scale(paddingInner=0.1)
    base = altair.Chart({"values": list(shown.rows)}).encode(
        x=altair.X("label:N", title=None, sort=order, axis=heads, scale=gaps),
        y=altair.Y("place:N", title=None, sort=order, axis=sides, scale=gaps),
        tooltip=[
            altair.Tooltip("programme:N", title="Chương trình"),
            altair.Tooltip("place:N", title="Địa bàn"),
            altair.Tooltip("sentences:Q", title="Số câu"),
        ],
    )
    scale = altair.Scale(range=["#e3a693", "#8f2119"], domain=[1, max(most, 2)])
    boxes = base.mark_rect(cornerRadius=3, cursor="pointer").encode(
        color=altair.Color("sentences:Q", scale=scale, legend=None),
        opacity=altair.condition(picked, altair.value(1), altair.value(0.35)),
    )
    dark = altair.condition(f"datum.sentences > {most / 2}", altair.value("#ffffff"), altair.value("#4a120d"))
    numbers = base.mark_text(fontSize=11, cursor="pointer").encode(text="sentences:Q", color=dark)
    chart: altair.LayerChart | altair.FacetChart = altair.layer(boxes.add_params(picked), numbers).properties(
        width=altair.Step(32), height=altair.Step(22), padding={"right": 110, "left": 5, "top": 5, "bottom": 5}
    )
    return chart


def _place_label(place: Entity) -> str:
    """The place with the unit next around it: communes of one name stand in many districts."""
    around = (place.place or "").split(",")[0].strip()
    return f"{place.name}, {around}" if around else place.name


def _shortened(name: str) -> str:
    """A long name without its middle: many begin alike and differ at their ends."""
    if len(name) <= _LABEL:
        return name
    half = _LABEL // 2
    return f"{name[:half].rsplit(maxsplit=1)[0]} … {name[-half:].split(maxsplit=1)[-1]}"


def _labels(wanted: Mapping[str, str]) -> Mapping[str, str]:
    """A label of its own for each IRI: two of one label would fall into one row or column."""
    taken = Counter[str]()
    found = {}
    for iri, label in wanted.items():
        taken[label] += 1
        found[iri] = label if taken[label] == 1 else f"{label} ({taken[label]})"
    return found

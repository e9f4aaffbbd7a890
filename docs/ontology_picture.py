"""Draws ``docs/images/ontology.svg``: the classes of the vocabulary and how they hang together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from ontology.vocabulary_terms import Term, Words

WIDTH: Final = 1240
HEIGHT: Final = 900
_BOX: Final = (232, 92)
_STYLE: Final = """
  text { font-family: system-ui, 'Segoe UI', 'Noto Sans', sans-serif; fill: #1d2329; }
  .paper { fill: #fdfdfc; } .box { fill: #fff; stroke: #c9d0d7; stroke-width: 1.2; }
  .main { stroke: #a3271f; stroke-width: 2; } .foreign { stroke-dasharray: 5 4; }
  .name { font: 600 15px ui-monospace, 'Cascadia Mono', Consolas, monospace; fill: #a3271f; }
  .label { font-size: 13px; } .soft { font-size: 11.5px; fill: #5d6873; }
  .line { font-size: 11.5px; }
  .edge { stroke: #7a8794; stroke-width: 1.4; fill: none; } .tip { fill: #7a8794; }
  .plate { fill: #fdfdfc; } .says { font-size: 12px; text-anchor: middle; }
  .cascade { fill: #a3271f; font-weight: 600; }
  .chip { fill: #f3f0ea; stroke: #ddd6ca; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e4e8ec; } .paper, .plate { fill: #14181c; } .box { fill: #1b2026; stroke: #3d4751; }
    .main { stroke: #ff9a8c; } .name, .cascade { fill: #ff9a8c; } .soft { fill: #9aa5b1; }
    .edge { stroke: #8a97a4; } .tip { fill: #8a97a4; } .chip { fill: #232a31; stroke: #3d4751; }
  }
"""


@dataclass(frozen=True, slots=True)
class Box:
    """One class.

    Args:
        name: By prefix.
        x: Its middle.
        y: Its middle.
        line: What stands small in it; names of properties.
    """

    name: str
    x: int
    y: int
    line: str

    @property
    def sides(self) -> Mapping[str, tuple[float, float]]:
        """The middles of its sides, and its corners."""
        half, high = _BOX[0] / 2, _BOX[1] / 2
        return {
            "left": (self.x - half, self.y), "right": (self.x + half, self.y),
            "top": (self.x, self.y - high), "bottom": (self.x, self.y + high),
            "bottom-left": (self.x - half + 34, self.y + high), "bottom-right": (self.x + half - 34, self.y + high),
            "top-left": (self.x - half + 34, self.y - high), "top-right": (self.x + half - 34, self.y - high),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Arrow:
    """Properties from one class to another.

    Args:
        names: The properties.
        start: Name of a box and its side.
        end: Name of a box and its side.
        at: Where the words stand, 0 (start) to 1 (end).
    """

    names: tuple[str, ...]
    start: tuple[str, str]
    end: tuple[str, str]
    at: float = 0.5


BOXES: Final = (
    Box("cth:Organization", 160, 190, "level, placeName, partOf"),
    Box("cth:Document", 620, 190, "code, date, type, level, held"),
    Box("cth:Programme", 1080, 190, "stage, partOf"),
    Box("cth:Person", 160, 400, "rdfs:label"),
    Box("cth:Place", 1080, 400, "partOf, succeededBy, validFrom"),
    Box("rdf:Statement", 620, 520, "modality, confidence, open"),
    Box("cth:Source", 160, 700, "file, sha256"),
    Box("oa:Annotation", 620, 700, "rule, confidence, oa:exact"),
    Box("cth:Indicator", 1080, 580, "value, unit, period, aim"),
    Box("cth:Finding", 1080, 740, "findingKind, message, concerns"),
)
ARROWS: Final = (
    Arrow(("cth:issuer",), ("cth:Document", "left"), ("cth:Organization", "right")),
    Arrow(("cth:signedBy",), ("cth:Document", "bottom-left"), ("cth:Person", "right"), 0.62),
    Arrow(("cth:holdsPost",), ("cth:Person", "top"), ("cth:Organization", "bottom")),
    Arrow(("cth:covers",), ("cth:Programme", "bottom"), ("cth:Place", "top")),
    Arrow(("cth:covers",), ("cth:Document", "bottom-right"), ("cth:Place", "left"), 0.6),
    Arrow(("rdf:subject", "rdf:object"), ("rdf:Statement", "top"), ("cth:Document", "bottom"), 0.42),
    Arrow(("cth:evidence",), ("rdf:Statement", "bottom"), ("oa:Annotation", "top")),
    Arrow(("prov:wasDerivedFrom",), ("oa:Annotation", "left"), ("cth:Source", "right")),
    Arrow(("cth:source",), ("cth:Document", "bottom-left"), ("cth:Source", "top-right"), 0.6),
    Arrow(("cth:ofPlace",), ("cth:Indicator", "top"), ("cth:Place", "bottom")),
    Arrow(("cth:statedIn",), ("cth:Indicator", "top-left"), ("cth:Document", "bottom-right"), 0.42),
    Arrow(("cth:evidence",), ("cth:Indicator", "left"), ("oa:Annotation", "top-right"), 0.42),
    Arrow(("cth:shownBy",), ("cth:Finding", "left"), ("oa:Annotation", "right")),
)


def draw(terms: Sequence[Term]) -> str:
    """Return the picture.

    Args:
        terms: All terms of the vocabulary.

    Raises:
        ValueError: If an arrow says what the vocabulary does not.
    """
    named = {f"cth:{term.name}": term for term in terms}
    boxes = {box.name: box for box in BOXES}
    for arrow in ARROWS:
        _check(arrow, named)
    parts = [_arrow(arrow, boxes) for arrow in ARROWS]
    parts.append(_loop(boxes["cth:Document"], named))
    parts += [_box(box, named.get(box.name)) for box in BOXES]
    parts.append(_schemes([term for term in terms if term.kind.value == "scheme"]))
    marker = (
        '<marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">'
        '<path class="tip" d="M0 1 L10 5 L0 9 z"/></marker>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        'role="img" aria-label="Các lớp của từ vựng và quan hệ giữa chúng">\n'
        f"<style>{_STYLE}</style>\n<defs>{marker}</defs>\n"
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _check(arrow: Arrow, named: Mapping[str, Term]) -> None:
    for name in arrow.names:
        term = named.get(name)
        if term is None:
            continue
        if arrow.start[0] not in term.domain or arrow.end[0] not in term.range:
            raise ValueError(f"{name} does not lead from {arrow.start[0]} to {arrow.end[0]}")


def _box(box: Box, term: Term | None) -> str:
    width, height = _BOX
    kind = "box main" if box.name == "cth:Document" else "box" if term else "box foreign"
    label = term.label if term else _FOREIGN[box.name]
    return (
        f'<rect class="{kind}" x="{box.x - width / 2:g}" y="{box.y - height / 2:g}" '
        f'width="{width}" height="{height}" rx="10"/>'
        f'<text class="name" x="{box.x}" y="{box.y - 22}" text-anchor="middle">{escape(box.name)}</text>'
        f'<text class="label" x="{box.x}" y="{box.y - 2}" text-anchor="middle">{escape(label.vi)}</text>'
        f'<text class="soft" x="{box.x}" y="{box.y + 14}" text-anchor="middle">{escape(label.en)}</text>'
        f'<text class="line" x="{box.x}" y="{box.y + 35}" text-anchor="middle">{escape(box.line)}</text>'
    )


_FOREIGN: Final = {
    "rdf:Statement": Words("phát biểu", "statement"),
    "oa:Annotation": Words("câu văn", "sentence"),
}


def _arrow(arrow: Arrow, boxes: Mapping[str, Box]) -> str:
    (x1, y1), (x2, y2) = boxes[arrow.start[0]].sides[arrow.start[1]], boxes[arrow.end[0]].sides[arrow.end[1]]
    x, y = x1 + (x2 - x1) * arrow.at, y1 + (y2 - y1) * arrow.at
    line = f'<path class="edge" d="M{x1:g} {y1:g} L{x2:g} {y2:g}" marker-end="url(#tip)"/>'
    return line + _words(", ".join(name.removeprefix("cth:") for name in arrow.names), x, y)


def _words(text: str, x: float, y: float, kind: str = "says") -> str:
    width = len(text) * 6.6 + 10
    return (
        f'<rect class="plate" x="{x - width / 2:g}" y="{y - 9:g}" width="{width:g}" height="18" rx="4"/>'
        f'<text class="{kind}" x="{x:g}" y="{y + 4:g}">{escape(text)}</text>'
    )


def _loop(box: Box, named: Mapping[str, Term]) -> str:
    """The relations between documents, from a document to another."""
    top = box.y - _BOX[1] / 2
    path = f"M{box.x - 70} {top} C{box.x - 150} {top - 110} {box.x + 150} {top - 110} {box.x + 70} {top}"
    others = ", ".join(
        name.removeprefix("cth:")
        for name, term in named.items()
        if term.domain == term.range == ("cth:Document",)
        and "cth:carriesOut" not in (name, *term.parents)
        and not term.name.startswith("is")
        and term.name != "candidate"
    )
    return (
        f'<path class="edge" d="{path}" marker-end="url(#tip)"/>'
        + _words("carriesOut ⊃ concretizes, implements, continues", box.x, 66, "says cascade")
        + _words(others, box.x, 36)
    )


def _schemes(schemes: Sequence[Term]) -> str:
    parts = ['<text class="soft" x="44" y="822">skos:ConceptScheme</text>']
    x = 44.0
    for scheme in schemes:
        width = len(scheme.label.vi) * 6.5 + 18
        parts.append(
            f'<rect class="chip" x="{x:g}" y="836" width="{width:g}" height="28" rx="14"/>'
            f'<text class="soft" x="{x + width / 2:g}" y="854" text-anchor="middle">{escape(scheme.label.vi)}</text>'
        )
        x += width + 8
    return "".join(parts)

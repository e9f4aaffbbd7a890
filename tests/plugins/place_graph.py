"""Graphs made by hand of programmes that cover places, each place a unit of the real tables or an unknown one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from graph.answers import Edge, Entity, EntityKind
from graph.content import GraphContent, SourceContent
from graph.identity.iris import iri, slug
from graph.identity.places import Place, place_of_unit
from graph.identity.units import unit_of_row
from ontology.dates import PartialDate
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.spans import Span
from ontology.statements import Evidence, Relation
from ontology.units import LAST_DAY_OF_63, AdminUnit, parents_of, units_named

BASE = "https://w3id.org/cuthehoa/id/"


def unit(name: str, on: object = LAST_DAY_OF_63) -> AdminUnit:
    """The unit of a name like ``xã Tân Long, huyện Phụng Hiệp``, by default of the 63 provinces."""
    own, *around = name.split(", ")
    word = next(word for word in ("thành phố", "thị xã", "thị trấn", own.split(" ")[0]) if own.startswith(word + " "))
    (found,) = (
        unit
        for unit in units_named(own.removeprefix(word + " "), word, on)  # type: ignore[arg-type]
        if set(around) <= {outer.full_name for outer in parents_of(unit)}
    )
    return found


def place(unit: AdminUnit) -> Place:
    """The place that a unit of the tables is."""
    return place_of_unit(unit_of_row(unit))


def unknown(name: str, within: AdminUnit | None = None) -> Place:
    """A commune that no table holds, in a known unit or nowhere."""
    if within is None:
        return Place(("chua-ro", "nguon", slug(name)), name, None, Level.COMMUNE, None)
    outer = place(within)
    around = ", ".join(part for part in (outer.name, outer.around) if part)
    return Place((*outer.segments, slug(name)), name, around, Level.COMMUNE, outer)


@dataclass(frozen=True)
class Said:
    """One sentence: in a source of that date (``None``: undated), a programme covers a place."""

    programme: str
    place: Place
    date: str | None = "2023-05-01"


def place_content(sentences: Iterable[Said]) -> GraphContent:
    """The graph of these sentences; each date has one source, and one edge has all its sentences."""
    said = list(sentences)
    entities: dict[str, Entity] = {}
    texts: dict[str, str] = {}
    documents: dict[str, str] = {}
    evidence: dict[tuple[str, str], list[Evidence]] = {}
    parts: set[tuple[str, str]] = set()
    for one in said:
        file = f"{one.date or 'khong-ngay'}.txt"
        if file not in texts:
            documents[file] = iri(BASE, "document", ("tinh-uy", "1-kh", one.date or "khong-ro-ngay"))
            date = PartialDate.parse(one.date) if one.date else None
            entities[documents[file]] = Entity(documents[file], EntityKind.DOCUMENT, "Kế hoạch 1-KH/TU", date=date,
                                               held=True, file=file)  # fmt: skip
            texts[file] = ""
        target = one.place.entity(BASE)
        whole: Place | None = one.place
        while whole is not None:
            entities[whole.entity(BASE).iri] = whole.entity(BASE)
            if whole.whole is not None:
                parts.add((whole.entity(BASE).iri, whole.whole.entity(BASE).iri))
            whole = whole.whole
        source = iri(BASE, "programme", (slug(one.programme),))
        entities[source] = Entity(source, EntityKind.PROGRAMME, one.programme)
        quote = f"{one.programme} thực hiện tại {one.place.name}."
        span = Span(len(texts[file]), len(texts[file]) + len(quote))
        texts[file] += quote + "\n"
        evidence.setdefault((source, target.iri), []).append(
            Evidence(file, sha256(file.encode()).hexdigest(), span, quote, "list", 0.9)
        )
    edges = [
        Edge(sha256(f"{source}{target}".encode()).hexdigest()[:32], source, target, Relation.COVERS, 0.9, False,
             tuple(found))
        for (source, target), found in evidence.items()
    ]  # fmt: skip
    return GraphContent(
        base_iri=BASE,
        entities=tuple(entities[key] for key in sorted(entities)),
        edges=tuple(sorted(edges, key=lambda edge: edge.id)),
        part_of=tuple(sorted(parts)),
        sources=tuple(
            SourceContent(file, sha256(file.encode()).hexdigest(), "utf-8", texts[file], Letterhead(), documents[file],
                          ())
            for file in sorted(texts)
        ),
    )  # fmt: skip


def names(units: Sequence[object]) -> list[str]:
    """The names of units, sorted."""
    return sorted(unit.name for unit in units)  # type: ignore[attr-defined]

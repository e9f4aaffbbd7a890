"""Which administrative unit a body belongs to, and whether it is one of those that govern the unit.

A plan of a province's own committee is the province's plan. One of its organisation commission, a department or a
mass organisation is that body's plan: it does not show that the province has one.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from graph.identity.organization_names import committee_word
from graph.identity.units import split_unit
from ontology.folding import fold


@dataclass(frozen=True, slots=True)
class CoverageWords:
    """The table ``graph/tables/coverage.json``.

    Args:
        governing: Names of the bodies that govern a unit, with ``{unit}`` for its full name, ``{name}`` for its name
            alone and ``{committee}`` for the word for its Party committee.
        standing: What may stand before such a name for the body's leading part.
        to_carry_out: Types of document that are issued to be carried out.
    """

    governing: tuple[str, ...]
    standing: tuple[str, ...]
    to_carry_out: tuple[str, ...]


@cache
def coverage_words() -> CoverageWords:
    """Return the table, read on first use."""
    table = json.loads(files("graph").joinpath("tables/coverage.json").read_text(encoding="utf-8"))
    return CoverageWords(
        tuple(row["name"] for row in table["governing_bodies"]),
        tuple(fold(row["name"]) for row in table["standing_bodies"]),
        tuple(row["type"] for row in table["to_carry_out"]),
    )


@lru_cache(maxsize=65_536)
def governs(body: str, unit: str) -> bool:
    """Tell whether a body is one of those that govern a unit.

    Args:
        body: The body's canonical name (``Ban Thường vụ Huyện ủy Phụng Hiệp``).
        unit: The unit's full name (``huyện Phụng Hiệp``).
    """
    name = fold(body)
    if name in _governing(unit):
        return True
    return any(
        name.startswith(f"{standing} ") and name.removeprefix(f"{standing} ") in _governing(unit)
        for standing in coverage_words().standing
    )


@lru_cache(maxsize=16_384)
def _governing(unit: str) -> frozenset[str]:
    word, name = split_unit(unit)
    committee = committee_word(word) if word else None
    return frozenset(
        fold(template.format(unit=unit, name=name, committee=committee))
        for template in coverage_words().governing
        if committee or "{committee}" not in template
    )


def path_of_body(iri: str, base_iri: str) -> tuple[str, ...]:
    """Return the path of the unit that a body belongs to, as its IRI tells it; of a body without unit another path.

    Args:
        iri: IRI of the organisation.
        base_iri: What the graph's IRIs begin with.

    >>> path_of_body("https://x.vn/organization/tinh-hau-giang/tinh-uy-hau-giang", "https://x.vn/")
    ('tinh-hau-giang',)
    """
    return tuple(iri.removeprefix(f"{base_iri}organization/").split("/")[:-1])


def place_iri(path: Iterable[str], base_iri: str) -> str:
    """Return the IRI of the place at a path."""
    return f"{base_iri}place/{'/'.join(path)}"

"""Programmes: one entity for a programme and its short names."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.answers import Entity, EntityKind
from graph.identity.context import Context
from graph.identity.iris import iri, slug
from ontology.folding import fold, modern_tones

_QUOTES = re.compile(r"[“”\"'‘’«»]")
_YEARS = re.compile(
    r"[,(\s]*(?:giai doan|nam|quy [ivx]+|quy [1-4]|6 thang dau nam)?\s*[/(]?\d{4}(?:\s*[-–]\s*\d{4})?\)?$"
)
_NOT_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class _Table:
    """``graph/tables/programmes.json``, folded.

    Args:
        canonical: Key of every form → the programme's name.
        kind_words: Folded words for kinds, longest first.
        own: Keys of the annual programmes that every body has.
    """

    canonical: dict[str, str]
    kind_words: tuple[str, ...]
    own: tuple[str, ...]


@cache
def _table() -> _Table:
    rows = json.loads(files("graph").joinpath("tables/programmes.json").read_text(encoding="utf-8"))
    canonical = {}
    for row in rows["programmes"]:
        for form in (row["name"], *row["forms"]):
            canonical[_key(form)] = row["name"]
    kind_words = tuple(sorted((fold(word) for word in rows["kind_words"]), key=len, reverse=True))
    return _Table(canonical, kind_words, tuple(_key(name) for name in rows["own"]))


def _key(name: str) -> str:
    """Return the form in which names are compared: folded, without quotation marks, years and punctuation."""
    folded = _YEARS.sub("", fold(_QUOTES.sub("", name)).strip())
    return _NOT_WORD.sub(" ", folded).strip()


def _without_kind(key: str) -> str:
    for word in _table().kind_words:
        if key.startswith(word + " "):
            return key[len(word) + 1 :]
    return key


def canonical_programme(name: str) -> str:
    """Return the one name of a programme that goes by several; other names as they are.

    >>> canonical_programme("NTM"), canonical_programme("nông thôn mới nâng cao")
    ('Chương trình mục tiêu quốc gia xây dựng nông thôn mới', 'Nông thôn mới nâng cao')
    """
    key, table = _key(name), _table()
    return table.canonical.get(key) or table.canonical.get(_without_kind(key)) or modern_tones(name)


def segments_of(name: str, context: Context) -> tuple[str, ...]:
    """Return the IRI segments that identify a programme.

    Args:
        name: Its name as mentioned.
        context: The reading document's frame: an annual work programme is that of the own unit.
    """
    canonical = canonical_programme(name)
    key = _key(canonical)
    if key.startswith(_table().own):
        # The year counts here: each year has its own.
        return (*context.group, slug(canonical))
    return (slug(key),)


def programme(segments: tuple[str, ...], name: str, base: str) -> Entity:
    """Return the entity of a programme.

    Args:
        segments: From :func:`segments_of`.
        name: The name to show.
        base: The graph's base IRI.
    """
    return Entity(iri(base, "programme", segments), EntityKind.PROGRAMME, name)

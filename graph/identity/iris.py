"""Canonical IRIs: readable, stable, and made from what identifies a thing, never from its rank or from chance."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ontology.folding import fold

_LONGEST = 80
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")


# The same codes, bodies and places are named again and again.
@lru_cache(maxsize=65_536)
def slug(text: str) -> str:
    """Return text as one readable IRI segment; a long one is cut at a word and told apart by a hash.

    >>> slug("Huyện ủy Phụng Hiệp"), slug("18-NQ/TW")
    ('huyen-uy-phung-hiep', '18-nq-tw')
    """
    plain = _NOT_SLUG.sub("-", fold(text)).strip("-")
    if not plain:
        return f"x-{short_hash(text)}"
    if len(plain) <= _LONGEST:
        return plain
    return f"{plain[:_LONGEST].rsplit('-', 1)[0]}-{short_hash(plain)}"


@lru_cache(maxsize=65_536)
def code_slug(code: str) -> str:
    """Return a code as an IRI segment, the same for ``05-KH/HU`` and ``5-KH/HU``."""
    return slug(_LEADING_ZEROS.sub("", code))


def short_hash(*parts: str) -> str:
    """Return eight hexadecimal digits that stand for these texts."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def iri(base: str, kind: str, segments: Sequence[str]) -> str:
    """Return the IRI of a thing.

    Args:
        base: The graph's base IRI, with its final ``/`` or ``#``.
        kind: ``document``, ``organization``, ``place``, ``person`` or ``programme``.
        segments: Slugs, from the general to the special.
    """
    return base + "/".join((kind, *segments))


def edge_id(source: str, relation: str, target: str, role: str | None, modality: str | None) -> str:
    """Return the id of a statement: the same in every store, whichever sentences state it.

    Args:
        source: IRI of the subject.
        relation: The predicate.
        target: IRI of the object.
        role: For a post, what it is.
        modality: ``None`` for what is stated as a fact: what is denied or intended is another statement.
    """
    parts = (source, relation, target, role or "", modality or "")
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def distinct(keys_by_iri: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return one IRI for each key, told apart by a hash where two keys fold to the same IRI (``HĐ`` and ``HD``).

    Args:
        keys_by_iri: (key, wanted IRI) pairs; each key once.
    """
    wanted: dict[str, list[str]] = {}
    for key, wish in keys_by_iri:
        wanted.setdefault(wish, []).append(key)
    given = {}
    for wish, keys in wanted.items():
        for rank, key in enumerate(sorted(keys)):
            given[key] = wish if rank == 0 else f"{wish}-{short_hash(key)}"
    return given

"""Finding entities by what people type: without regard to case, tone marks, đ/d, zeros before a number, separators."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from graph.answers import Entity, EntityKind, SearchHit
from graph.identity.programmes import shown_name
from ontology.folding import fold

if TYPE_CHECKING:
    from graph.database import Database

_WORD = re.compile(r"[^\W_]+")
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_POOL = 4
"""How many times the limit is fetched before the hits are put in order of their score."""


def folded_name(name: str) -> str:
    """Return the form in which names are compared: folded, words only.

    >>> folded_name("Mô hình “Chính quyền  thân thiện”")
    'mo hinh chinh quyen than thien'
    """
    return " ".join(words(name))


# Corpora repeat their codes: every district has its 05-KH/HU.
@lru_cache(maxsize=8_192)
def code_key(code: str) -> str:
    """Return the form in which codes are found, however they are typed.

    >>> code_key("05-KH/HU"), code_key("5 kh hu"), code_key("105/2021/NĐ-CP")
    ('5khhu', '5khhu', '105/2021ndcp')
    """
    # A separator stays between two numbers: 1/12 and 11/2 are different.
    key = re.sub(r"(?<=\d)\W+(?=\d)", "/", _LEADING_ZEROS.sub("", fold(code)))
    return re.sub(r"[^\w/]|(?<!\d)/|/(?!\d)", "", key)


def words(text: str) -> list[str]:
    """Split text into folded words; numbers lose their leading zeros."""
    return list(_words(text))


# Names of issuers and places come back thousands of times when a graph is written.
@lru_cache(maxsize=8_192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_LEADING_ZEROS.sub("", fold(text))))


def indexed(entity: Entity) -> tuple[str, str]:
    """Return the words under which an entity is found: those of its name and code, and these with further ones."""
    name = words(entity.name)
    if entity.code:
        if entity.code not in entity.name:
            name += words(entity.code)
        name.append(code_key(entity.code).replace("/", " "))
    more = [text for text in (entity.title, entity.issuer, entity.place) if text]
    if entity.date is not None:
        more += [str(entity.date.year), entity.date.vietnamese]
    return " ".join(dict.fromkeys(name)), " ".join(dict.fromkeys([*name, *(w for text in more for w in words(text))]))


def search(database: "Database", text: str, kinds: Collection[EntityKind], limit: int) -> tuple[SearchHit, ...]:
    """Find entities by name, code or title.

    Args:
        database: The generation's database.
        text: What was typed; all its words must be found, the last one may be unfinished. A short name of a
            programme finds the programme.
        kinds: Only these kinds; all if empty.
        limit: At most so many hits.

    Returns:
        Best first: the exact name or code, then all words in the name, then elsewhere; among equals those that the
        sources name more often.
    """
    asked = words(text)
    if not asked or limit <= 0:
        return ()
    wanted = frozenset(kinds) or frozenset(EntityKind)
    found: dict[str, tuple[Entity, int]] = {}
    pool = limit * _POOL
    whole = words(shown_name(text)) if EntityKind.PROGRAMME in wanted else asked
    exact = database.entities_named(folded_name(text), pool) + database.entities_coded(code_key(text), pool)
    if whole != asked:
        # "NTM" stands for a name that has none of its letters in a row.
        exact += [row for row in database.entities_named(" ".join(whole), pool) if row[0].kind is EntityKind.PROGRAMME]
    for entity, mentions in exact:
        if entity.kind in wanted:
            found[entity.iri] = (entity, mentions)
    # Unfinished words come after whole ones: of a short beginning the index would have to join most of its words.
    ways: tuple[tuple[Literal["names", "words"], bool], ...]
    ways = (("names", False), ("names", True), ("words", False), ("words", True))
    for index, unfinished in ways:
        if len(found) >= limit:
            break
        for entity, mentions in database.entities_matching(index, asked, wanted, pool, unfinished=unfinished):
            found.setdefault(entity.iri, (entity, mentions))
    hits = [SearchHit(entity, _score(entity, asked, whole, text), mentions) for entity, mentions in found.values()]
    hits.sort(key=lambda hit: (-hit.score, hit.entity.open, not hit.entity.held, -hit.mentions, hit.entity.iri))
    return tuple(hits[:limit])


def _score(entity: Entity, asked: list[str], whole: list[str], text: str) -> float:
    name = words(entity.name)
    if (
        name == asked
        or (entity.kind is EntityKind.PROGRAMME and name == whole)
        or (entity.code and code_key(entity.code) == code_key(text))
    ):
        return 1.0
    named = set(name) | (set(words(entity.code)) if entity.code else set())
    covered = len(named & set(asked)) / max(len(named), len(asked))
    if set(asked) <= named:
        return round(0.6 + 0.3 * covered, 3)
    if set(asked[:-1]) <= named and any(word.startswith(asked[-1]) for word in named):
        return round(0.5 + 0.3 * covered, 3)
    return round(0.2 + 0.3 * covered, 3)

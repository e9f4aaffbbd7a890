"""Canonical names of bodies: abbreviations written out, variants of one name brought together."""

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from graph.identity.units import Unit, split_unit
from ontology.folding import modern_tones
from ontology.levels import Level
from ontology.organizations import organization_table
from ontology.units import name_key

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Names:
    """The table of names, made ready for lookup.

    Args:
        fixed: Key of whole name → (canonical name, level).
        heads: Key of beginning → canonical beginning; longest first.
        abbreviations: A word of capitals → what it stands for.
        committees: Unit word → the Party committee's word for it (``huyện`` → ``Huyện ủy``).
        central: Key of words in the name of a central body.
        posts: Key of posts that sign for a body, longest first.
    """

    fixed: dict[str, tuple[str, Level | None]]
    heads: tuple[tuple[str, str], ...]
    abbreviations: dict[str, str]
    committees: dict[str, str]
    central: tuple[str, ...]
    posts: tuple[str, ...]


@cache
def _names() -> _Names:
    tables = files("ontology").joinpath("tables")
    table = organization_table()
    bodies = json.loads(tables.joinpath("governing_bodies.json").read_text(encoding="utf-8"))
    fixed: dict[str, tuple[str, Level | None]] = {}
    for body in table.fixed:
        for form in (body.name, *body.forms):
            fixed.setdefault(name_key(form), (body.name, body.level))
    heads: dict[str, str] = {}
    abbreviations: dict[str, str] = {}
    for head in table.heads:
        for form in (head.name, *head.forms):
            # "Hiệp hội" is looked for like "Hội", but it is no other name of it.
            heads.setdefault(name_key(form), head.full if head.same or form == head.name else form)
            if head.same and form.isupper() and " " not in form and len(form) > 1:
                abbreviations.setdefault(form, head.full)
    longest_first = tuple(sorted(heads.items(), key=lambda item: (-len(item[0]), item[0])))
    committees = {
        body["unit"]: body["head"][0].upper() + body["head"][1:] for body in bodies if body["unit"] is not None
    }
    central = tuple(name_key(body["head"]) for body in bodies if body["level"] == Level.CENTRAL)
    posts = json.loads(files("graph").joinpath("tables/posts.json").read_text(encoding="utf-8"))["posts"]
    signing = tuple(sorted((name_key(row["post"]) for row in posts), key=lambda post: (-len(post), post)))
    return _Names(fixed, longest_first, abbreviations, committees, central, signing)


@lru_cache(maxsize=65_536)
def canonical_name(name: str) -> tuple[str, Level | None]:
    """Return a body's name written out, and its level where the name alone tells it.

    >>> canonical_name("UBND  huyện Phụng Hiệp")
    ('Ủy ban nhân dân huyện Phụng Hiệp', None)
    """
    names = _names()
    clean = modern_tones(_SPACES.sub(" ", name).strip(" .,;:"))
    if clean.isupper() and " " in clean:
        clean = _from_capitals(clean)
    key = name_key(clean)
    if key in names.fixed:
        return names.fixed[key]
    words = clean.split(" ")
    for form, canonical in names.heads:
        if key == form or key.startswith(form + " "):
            words = [canonical, *words[len(form.split(" ")) :]]
            break
    return " ".join([words[0], *(names.abbreviations.get(word, word) for word in words[1:])]), None


def issuing_body(issuer: str) -> str:
    """Return the body that an issuer's words name: without the post that signs for it, and the first of several.

    >>> issuing_body("Cục trưởng Cục Thuế"), issuing_body("Ban Thường vụ Tỉnh ủy, Huyện ủy Long Mỹ")
    ('Cục Thuế', 'Ban Thường vụ Tỉnh ủy')
    """
    names = _names()
    clean = _SPACES.sub(" ", issuer).strip(" .,;:")
    for post in names.posts:
        if name_key(clean).startswith(f"{post} "):
            clean = " ".join(clean.split(" ")[len(post.split(" ")) :])
            break
    first, comma, rest = clean.partition(", ")
    while comma:
        # "Bộ Văn hóa, Thể thao và Du lịch" goes on behind the comma, "Tỉnh ủy, Huyện ủy" begins anew.
        if any(f"{name_key(rest)} ".startswith(f"{head} ") for head, _ in names.heads):
            return first
        more, comma, rest = rest.partition(", ")
        first = f"{first}, {more}"
    return clean


def is_central(name: str) -> bool:
    """Tell whether a name without a unit in it is that of a central body (``Ban Tổ chức Trung ương``).

    Args:
        name: The canonical name.
    """
    key = f"{name_key(name)} "
    return any(key.startswith(f"{head} ") or (" " in head and f" {head} " in key) for head in _names().central)


def _from_capitals(name: str) -> str:
    """Write a letterhead's capitals as a name: "ĐẢNG BỘ TỈNH HẬU GIANG" → "Đảng bộ tỉnh Hậu Giang"."""
    words = name.lower().split(" ")
    units = {tuple(word.split(" ")) for word in _names().committees}
    units |= {tuple(committee.lower().split(" ")) for committee in _names().committees.values()}
    units |= {("xã",), ("phường",), ("thị", "trấn")}
    for start in range(len(words)):
        for count in (2, 1):
            if tuple(words[start : start + count]) in units:
                head, rest = words[: start + count], words[start + count :]
                return " ".join([head[0].capitalize(), *head[1:], *(word.title() for word in rest)])
    return " ".join([words[0].capitalize(), *words[1:]])


def committee_word(unit_word: str) -> str | None:
    """Return the word for the Party committee of a unit: ``Huyện ủy`` for ``huyện``."""
    return _names().committees.get(unit_word)


def unit_word_of_committee(text: str) -> tuple[str, str] | None:
    """Read the Party committee that a name speaks of.

    Args:
        text: ``Ban Thường vụ Huyện ủy Phụng Hiệp``, ``Tỉnh ủy``.

    Returns:
        Unit word and what follows the committee's word, ``("huyện", "Phụng Hiệp")``; ``None`` if it names none.
    """
    for unit_word, committee in _names().committees.items():
        match = re.search(rf"(?<!\w){re.escape(committee)}(?!\w)\s*(.*)$", text, re.IGNORECASE)
        if match:
            return unit_word, match[1].strip(" .,;")
    return None


def body_of(organ_name: str, unit: Unit) -> str:
    """Return the name of one unit's body.

    Args:
        organ_name: The body's name without its place (``Tỉnh ủy``, ``Ban Tổ chức Huyện ủy``, ``Ủy ban nhân dân``).
        unit: The unit.

    Returns:
        ``Tỉnh ủy Hậu Giang``, ``Ban Tổ chức Huyện ủy Phụng Hiệp``, ``Ủy ban nhân dân huyện Phụng Hiệp``.
    """
    word, name = split_unit(unit.full_name)
    for committee in _names().committees.values():
        head, found, _ = organ_name.partition(committee)
        if found:
            return f"{head}{committee_word(word or '') or committee} {name}"
    return f"{organ_name} {unit.full_name}"

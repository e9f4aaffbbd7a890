"""Canonical names of bodies: abbreviations written out, variants of one name brought together."""

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from graph.identity.units import Unit, split_unit
from ontology.folding import fold, modern_tones
from ontology.levels import Level
from ontology.organizations import organization_table
from ontology.organs import organ_of_code
from ontology.units import name_key

_SPACES = re.compile(r"\s+")
_VOWEL = re.compile(r"[aeiouy]")
_ABBREVIATED = re.compile(r"\w[A-ZĐÀ-Ỹ]")

_MOST_COMMAS = 10
"""So many commas a body's own name may hold; behind more of them no further body is looked for."""

_LONGEST_HEAD = 150
_FEWEST_LETTERS = 2
"""Letters within which the words that head a name end."""


@dataclass(frozen=True, slots=True)
class _Names:
    """The table of names, made ready for lookup.

    Args:
        fixed: Key of whole name → (canonical name, level).
        heads: Key of a beginning in words → canonical beginning; longest first.
        short_heads: A beginning with an abbreviation, to the letter → canonical beginning; longest first.
        abbreviations: A word of capitals → what it stands for.
        committees: Unit word → the Party committee's word for it (``huyện`` → ``Huyện ủy``).
        central: Key of words in the name of a central body.
        posts: Key of posts that sign for a body, longest first.
    """

    fixed: dict[str, tuple[str, Level | None]]
    heads: tuple[tuple[str, str], ...]
    short_heads: tuple[tuple[str, str], ...]
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
    short_heads: dict[str, str] = {}
    abbreviations: dict[str, str] = {}
    for head in table.heads:
        for form in (head.name, *head.forms):
            # "Hiệp hội" is looked for like "Hội", but it is no other name of it.
            full = head.full if head.same or form == head.name else form
            # "ThU" is Thành ủy, "thu" is anything.
            if _ABBREVIATED.search(form):
                short_heads.setdefault(form, full)
            else:
                heads.setdefault(name_key(form), full)
            if head.same and form.isupper() and " " not in form and len(form) > 1:
                abbreviations.setdefault(form, head.full)
    committees = {
        body["unit"]: body["head"][0].upper() + body["head"][1:]
        for body in bodies
        if body["unit"] is not None and body["head"].endswith(" ủy")  # not the Youth Union's "tỉnh đoàn"
    }
    central = tuple(name_key(body["head"]) for body in bodies if body["level"] == Level.CENTRAL)
    posts = json.loads(files("graph").joinpath("tables/posts.json").read_text(encoding="utf-8"))["posts"]
    signing = tuple(sorted((name_key(row["post"]) for row in posts), key=lambda post: (-len(post), post)))
    return _Names(
        fixed, _longest_first(heads), _longest_first(short_heads), abbreviations, committees, central, signing
    )


def _longest_first(heads: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(heads.items(), key=lambda item: (-len(item[0]), item[0])))


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
    clean = _written_out(clean)
    key = name_key(clean)
    if key in names.fixed:
        return names.fixed[key]
    words = clean.split(" ")
    form = _head_of(clean)
    if form is not None:
        words = [form[1], *words[len(form[0].split(" ")) :]]
    return " ".join([words[0], *(names.abbreviations.get(word, word) for word in words[1:])]), None


def _written_out(name: str) -> str:
    """Write out what a ministry or a department is called by the letters of its codes: "Bộ KHCN" is ``BKHCN``."""
    kind, _, rest = name.partition(" ")
    letters, _, behind = rest.partition(" ")
    if len(letters) < _FEWEST_LETTERS or not letters.isupper() or not letters.isalpha():
        return name
    code = kind[0] + letters
    organ = organ_of_code(code)
    if organ is None or organ.code.casefold() != code.casefold() or not organ.name.startswith(f"{kind} "):
        return name
    return f"{organ.name} {behind}".rstrip()


def _head_of(name: str) -> tuple[str, str] | None:
    """Return the beginning that names a kind of body, and what it is in full."""
    name = name[:_LONGEST_HEAD]
    key, plain = f"{name_key(name)} ", f"{name} "
    short = (head for head in _names().short_heads if plain.startswith(f"{head[0]} "))
    long = (head for head in _names().heads if key.startswith(f"{head[0]} "))
    return next(short, None) or next(long, None)


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
    for _ in range(_MOST_COMMAS):
        if not comma:
            break
        # "Bộ Văn hóa, Thể thao và Du lịch" goes on behind the comma, "Tỉnh ủy, Huyện ủy" begins anew.
        if _head_of(rest) is not None:
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
    # What has no vowel is an abbreviation and keeps its capitals: "CỤC KTVB&QLXLVPHC".
    kept = [word if _VOWEL.search(fold(word)) else word.upper() for word in words[1:]]
    return " ".join([words[0].capitalize(), *kept])


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

"""Reading the name of an issuing body out of a letterhead: its spelling, its level and the unit that it governs."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ontology.folding import modern_tones
from ontology.levels import Level
from ontology.organs import OrganScope, organs

UNIT_LEVELS = {
    "tỉnh": Level.PROVINCE,
    "thành phố": None,
    "huyện": Level.DISTRICT,
    "quận": Level.DISTRICT,
    "thị xã": Level.DISTRICT,
    "xã": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "thị trấn": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
}
"""Unit words of a governing body's name; a "thành phố" is of either level, its name decides."""

CENTRAL_CITIES = frozenset({"hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "huế"})
"""The cities of provincial level (Huế since 1 January 2025, Nghị quyết 175/2024/QH15)."""

_UNIT = re.compile(r"\b(tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) (?!ủy\b)(.+)$")


_SUBORDINATE = ("tổng cục", "cục", "vụ", "viện", "trung tâm", "thanh tra", "ủy ban", "văn phòng", "ban", "trường")
"""What the name of a body below a national one begins with, where a letterhead writes both in one line."""


@dataclass(frozen=True, slots=True)
class GoverningBody:
    """What the name of an issuing body tells.

    Args:
        name: In ordinary spelling (``Huyện ủy Phụng Hiệp``).
        level: Its level, or ``None`` where the name does not tell.
        place: The unit that it governs, with unit word (``huyện Phụng Hiệp``), or ``None``.
    """

    name: str
    level: Level | None
    place: str | None


@cache
def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(
        files("ontology").joinpath("tables/governing_bodies.json").read_text(encoding="utf-8")
    )
    return rows


@cache
def _heads() -> tuple[tuple[str, str | None, Level | None], ...]:
    return tuple((row["head"], row["unit"], Level(row["level"]) if row["level"] else None) for row in _rows())


def read_bodies(words: str, text: str = "") -> list[GoverningBody]:
    """Read one line of a letterhead: the issuing body, before it the body above it where both share the line.

    Args:
        words: The line (``BỘ TÀI CHÍNH CỤC THUẾ``).
        text: As for ``read_body``.
    """
    lowered = modern_tones(words).lower()
    for name in _known_names():
        rest = lowered[len(name) :].strip()
        if lowered.startswith(f"{name} ") and any(rest.startswith(head + " ") for head in _SUBORDINATE):
            return [read_body(words[: len(name)], text), read_body(words[len(name) :].strip(), text)]
    return [read_body(words, text)]


def read_body(words: str, text: str = "") -> GoverningBody:
    """Read the name of a body as a letterhead writes it, mostly in capitals.

    Args:
        words: The letterhead's words (``ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH``).
        text: The document's text: where it names the same body in ordinary letters, that spelling is taken.
    """
    lowered = _without_abbreviations(modern_tones(words).lower())
    if unit := _UNIT.search(lowered):
        word = "thành phố" if unit[1].startswith("tp") else unit[1]
        place_name = _capitalized(unit[2])
        head = lowered[: unit.start()].strip()
        name = f"{_official_spelling(head)} {word} {place_name}".strip()
        return GoverningBody(name, unit_level(word, place_name), f"{word} {place_name}")
    for head, unit_word, level in _heads():
        if unit_word is not None and lowered.startswith(head + " "):
            place_name = _capitalized(lowered[len(head) + 1 :])
            name = f"{head[:1].upper()}{head[1:]} {place_name}"
            return GoverningBody(name, level or unit_level(unit_word, place_name), f"{unit_word} {place_name}")
    name = _ordinary_spelling(words, text)
    for head, unit_word, level in _heads():
        # "bộ" and "sở" begin a name; inside one they are part of another word ("câu lạc bộ").
        inside = r"\b" if " " in head else "^(?:văn phòng |thanh tra )?"
        if unit_word is None and re.search(rf"{inside}{head}\b", lowered):
            return GoverningBody(name, level, None)
    return GoverningBody(name, None, None)


def unit_level(word: str, name: str) -> Level | None:
    """Return the level of a unit; a "thành phố" is a province only if its name is one of the six."""
    if word == "thành phố":
        return Level.PROVINCE if name.lower() in CENTRAL_CITIES else Level.DISTRICT
    return UNIT_LEVELS.get(word)


def _capitalized(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def _ordinary_spelling(words: str, text: str) -> str:
    """Return the spelling that the document's body uses for the same words, else the words in small letters."""
    if not words.isupper():
        return words
    for match in re.finditer(re.escape(words), text[:50_000], re.IGNORECASE):
        if not match.group().isupper() and match.group()[:1].isupper():
            return match.group()
    return _official_spelling(words.lower())


def _official_spelling(lowered: str) -> str:
    """Return a name in small letters with the capitals that it has officially, as far as known."""
    for known, name in _known_names().items():
        if re.search(rf"\b{known}\b", lowered):
            lowered = re.sub(rf"\b{known}\b", name, lowered, count=1)
            break
    return lowered[:1].upper() + lowered[1:]


def _without_abbreviations(lowered: str) -> str:
    """Write out an organ's abbreviation at the beginning ("ubnd thành phố hà nội")."""
    first, space, rest = lowered.partition(" ")
    names = {row.code.lower(): row.name.lower() for row in organs() if row.level is None}
    return names.get(first, first) + space + rest if space else lowered


@cache
def _known_names() -> dict[str, str]:
    """Bodies whose official spelling is known: name in small letters → name, longer ones first."""
    names = [row.name for row in organs() if "," not in row.name or row.scope is OrganScope.NATIONAL]
    names += [name for row in _rows() for name in row["names"]]
    return {name.lower(): name for name in sorted(set(names), key=lambda name: (-len(name), name))}

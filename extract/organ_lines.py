"""Reading the name of an issuing body out of a letterhead: its spelling, its level and the unit that it governs."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ontology.folding import fold, modern_tones
from ontology.letterhead_words import letterhead_words
from ontology.levels import Level
from ontology.organs import OrganScope, organs
from ontology.units import AdminUnit, units_named

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

_UNIT_WORDS = "tỉnh|thành phố|tp\\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu"
# "huyện ủy", "tỉnh đoàn" and "xã hội" are words of their own.
_UNIT = re.compile(
    rf"(?:^|(?<=[ ,])),? ?\b(?P<unit>{_UNIT_WORDS}) (?!(?:ủy|đoàn|hội)\b)(?P<name>.+?)"
    rf"(?=,? (?:{_UNIT_WORDS}) (?!(?:ủy|đoàn|hội)\b)|$)"
)
_HAMLET = re.compile(r"\b(?P<unit>ấp|thôn|bản|khóm|khu phố|tổ dân phố) (?P<name>.+)$")
_FIELDS = re.compile(
    r"^(?P<kind>(?:chi )?cục|tổng cục|sở|phòng|vụ|trung tâm|viện(?! kiểm sát)|trường|ban|hội|quỹ|hạt|bộ"
    r"|liên minh|chi nhánh)"
    r" (?P<field>.+)$"
)
_NEXT_FIELD = re.compile(r"(?:(?<= và )|(?<= - ))\w")
_WHOLE_FIELDS = ("bộ", "sở", "phòng", "ban")

_SUBORDINATE = ("tổng cục", "cục", "vụ", "viện", "trung tâm", "thanh tra", "ủy ban", "văn phòng", "ban", "trường")
"""What the name of a body below a national one begins with, where a letterhead writes both in one line."""


@dataclass(frozen=True, slots=True)
class GoverningBody:
    """What the name of an issuing body tells.

    Args:
        name: In ordinary spelling (``Huyện ủy Phụng Hiệp``).
        level: Its level, or ``None`` where the name does not tell.
        place: The unit that it governs, with unit word (``huyện Phụng Hiệp``), or ``None``.
        province: The province that the name adds to its place (``xã Tân Bình, tỉnh Hậu Giang``), or ``None``.
    """

    name: str
    level: Level | None
    place: str | None
    province: str | None = None


@cache
def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(
        files("ontology").joinpath("tables/governing_bodies.json").read_text(encoding="utf-8")
    )
    return rows


@cache
def _heads() -> tuple[tuple[str, str | None, Level | None], ...]:
    return tuple((row["head"], row["unit"], Level(row["level"]) if row["level"] else None) for row in _rows())


@cache
def _committees() -> re.Pattern[str]:
    """The committees whose own word tells the kind of unit, with its name: "huyện ủy phụng hiệp"."""
    heads = sorted((head for head, unit, _ in _heads() if unit is not None), key=len, reverse=True)
    return re.compile(rf"\b(?P<head>{'|'.join(heads)}) (?P<name>\S.*)$")


def read_bodies(words: str, text: str = "") -> list[GoverningBody]:
    """Read one line of a letterhead: the issuing body, before it the body above it where both share the line.

    Args:
        words: The line (``BỘ TÀI CHÍNH CỤC THUẾ``).
        text: As for ``read_body``.
    """
    lowered = modern_tones(words).lower()
    if (known := _names_pattern().match(lowered)) is not None:
        rest = lowered[known.end() :].strip()
        if any(rest.startswith(head + " ") for head in _SUBORDINATE) and known.end() < len(lowered):
            return [read_body(words[: known.end()], text), read_body(words[known.end() :].strip(), text)]
    return [read_body(words, text)]


def read_body(words: str, text: str = "") -> GoverningBody:
    """Read the name of a body as a letterhead writes it, mostly in capitals.

    Args:
        words: The letterhead's words (``ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH``).
        text: The document's text: where it names the same body in ordinary letters, that spelling is taken.
    """
    lowered = _without_abbreviations(modern_tones(words).lower())
    if units := list(_UNIT.finditer(lowered)):
        places = [_place(unit["unit"], unit["name"]) for unit in units]
        head = lowered[: units[0].start()].strip(" ,")
        word, _, place_name = _split_place(places[0])
        level = unit_level(word, place_name)
        province = next(
            (place for place in places[1:] if unit_level(*_split_place(place)[::2]) is Level.PROVINCE), None
        )
        return GoverningBody(f"{_official_spelling(head)} {places[0]}".strip(), level, places[0], province)
    unit_words = {head: (unit, level) for head, unit, level in _heads() if unit is not None}
    if committee := _committees().search(lowered):
        unit_of, level_of = unit_words[committee["head"]]
        place_name = _capitalized(committee["name"])
        prefix = _official_spelling(lowered[: committee.start()].strip()) + " " if committee.start() else ""
        name = f"{prefix}{committee['head'][:1].upper()}{committee['head'][1:]} {place_name}"
        return GoverningBody(name, level_of or unit_level(unit_of or "", place_name), f"{unit_of} {place_name}")
    if hamlet := _HAMLET.search(lowered):
        name = (
            f"{_official_spelling(lowered[: hamlet.start()].strip())} {hamlet['unit']} {_capitalized(hamlet['name'])}"
        )
        return GoverningBody(name, None, None)
    name = _ordinary_spelling(words, lowered, text)
    if (unit := _unit_at_end(lowered)) is not None:
        name = name[: -len(unit.name)] + unit.name
        if lowered.startswith("sở ") and unit.level is Level.PROVINCE:
            return GoverningBody(name, unit.level, unit.full_name)
    for head, unit_word, level in sorted(_heads(), key=lambda row: -len(row[0])):
        # "bộ" and "sở" begin a name; inside one they are part of another word ("câu lạc bộ").
        inside = r"\b" if " " in head else "^(?:văn phòng |thanh tra |đảng ủy |đảng bộ |chi bộ |công đoàn )?"
        if unit_word is None and level is not None and re.search(rf"{inside}{head}\b", lowered):
            return GoverningBody(name, level, None)
    return GoverningBody(name, None, None)


def unit_level(word: str, name: str) -> Level | None:
    """Return the level of a unit; a "thành phố" is a province only if its name is one of the six."""
    if word == "thành phố":
        return Level.PROVINCE if name.lower() in CENTRAL_CITIES else Level.DISTRICT
    return UNIT_LEVELS.get(word)


def _place(word: str, name: str) -> str:
    return f"{'thành phố' if word.startswith('tp') else word} {_capitalized(name.strip(' ,'))}"


def _split_place(place: str) -> tuple[str, str, str]:
    """Return unit word, a blank and the name."""
    word = next(word for word in sorted(UNIT_LEVELS, key=len, reverse=True) if place.startswith(word + " "))
    return word, " ", place[len(word) + 1 :]


def _capitalized(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def _ordinary_spelling(words: str, lowered: str, text: str) -> str:
    """Return the spelling that the document's body uses for the same words, else the official one."""
    if not words.isupper():
        return words
    official = _official_spelling(lowered)
    found = (match.group() for match in re.finditer(re.escape(words), text[:50_000], re.IGNORECASE))
    spellings = [spelling for spelling in found if not spelling.isupper() and spelling[:1].isupper()]
    return official if official in spellings or not spellings else spellings[0]


def _official_spelling(lowered: str) -> str:
    """Return a name in small letters with the capitals that it has officially.

    Known names have theirs; of the others Nghị định 30/2020/NĐ-CP, annex II, writes the kind of body and its field with
    a capital ("Phòng Văn hóa và Thông tin").
    """
    spelt = _names_pattern().sub(lambda match: _known_names()[match.group()], lowered)
    if spelt == lowered and (named := _FIELDS.match(lowered)):
        field = named["field"]
        if named["kind"] in _WHOLE_FIELDS:
            field = _NEXT_FIELD.sub(lambda match: match.group().upper(), field)
        spelt = f"{named['kind']} {field[:1].upper()}{field[1:]}"
    spelt = " ".join(word.upper() if _is_acronym(word) else word for word in spelt.split(" "))
    return spelt[:1].upper() + spelt[1:]


def _is_acronym(word: str) -> bool:
    """Tell whether a word is none: "thpt" has no vowel, "gd&đt" joins two."""
    return "&" in word or (len(word) > 1 and word.isalpha() and not set(fold(word)) & set("aeiouy"))


def _unit_at_end(lowered: str) -> AdminUnit | None:
    """Return the province or district whose bare name ends a body's ("sở y tế hậu giang")."""
    words = lowered.split(" ")
    for size in (4, 3, 2):
        if len(words) > size + 1:
            found = [unit for unit in units_named(" ".join(words[-size:])) if unit.level is not Level.COMMUNE]
            if found:
                return found[0]
    return None


@cache
def _abbreviations() -> dict[str, str]:
    return {row.words.lower(): row.meaning for row in letterhead_words().abbreviations}


def _without_abbreviations(lowered: str) -> str:
    """Write out the abbreviations in a name ("ubnd thành phố hà nội")."""
    known = _abbreviations()
    return " ".join(known.get(word, word) for word in lowered.split(" "))


@cache
def _known_names() -> dict[str, str]:
    """Bodies whose official spelling is known: name in small letters → name."""
    names = [row.name for row in organs() if "," not in row.name or row.scope is OrganScope.NATIONAL]
    names += [name for row in _rows() for name in row["names"]]
    return {name.lower(): name for name in sorted(set(names))}


@cache
def _names_pattern() -> re.Pattern[str]:
    names = sorted(_known_names(), key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")

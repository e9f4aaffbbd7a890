"""Laws, codes of law, ordinances and Party texts that are cited by name.

Source of the names: the laws and ordinances in force or cited since 1990, by their official titles.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ontology.folding import modern_tones


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """One row of ``tables/named_documents.json``: a text that is known by its name.

    Args:
        name: The whole name (``Điều lệ Đảng``).
        type: Its type (``Điều lệ``).
        small: Whether it is met with a small first letter as well: "quy chế dân chủ ở cơ sở".
        examples: Texts that cite it.
    """

    name: str
    type: str
    small: bool
    examples: tuple[str, ...]


@cache
def named_documents() -> tuple[NamedDocument, ...]:
    """Return all rows, longer names first."""
    rows = json.loads(files("ontology").joinpath("tables/named_documents.json").read_text(encoding="utf-8"))
    named = (NamedDocument(row["name"], row["type"], row.get("small", False), tuple(row["examples"])) for row in rows)
    return tuple(sorted(named, key=lambda row: (-len(row.name), row.name)))


@cache
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = json.loads(files("ontology").joinpath("tables/laws.json").read_text(encoding="utf-8"))
    return tables


def law_name_at(head: str, words: str) -> str | None:
    """Return the longest name of a law that ``words`` begin with, as they write it.

    Args:
        head: ``Luật``, ``Bộ luật`` or ``Pháp lệnh``.
        words: What stands behind the head, in small letters and modern tone placement. Commas inside a name may be
            missing or added: ``phòng chống tham nhũng``.
    """
    for pattern, _ in _law_patterns().get((head, _first_word(words)), ()):
        if match := pattern.match(words):
            return match.group()
    return None


def with_lost_spaces(head: str, written: str) -> str:
    """Return the name of a law with the spaces that its row in the table has: ``tổ chức Quốchội``.

    Args:
        head: ``Luật``, ``Bộ luật`` or ``Pháp lệnh``.
        written: The name as it stands.
    """
    words = modern_tones(written).lower()
    if len(words) != len(written):
        return written
    for pattern, name in _law_patterns().get((head, _first_word(words)), ()):
        if pattern.fullmatch(words) is None or words.count(" ") >= name.count(" ") or "&" in words:
            continue
        position = 0
        pieces: list[str] = []
        for word in name.split(" "):
            if (found := words.find(word, position)) < 0:
                return written  # spelt in another way
            end = found + len(word)
            glued = position > 0 and " " not in written[position:end]
            pieces.append(f" {written[position:end]}" if glued else written[position:end])
            position = end
        return "".join(pieces)
    return written


@cache
def _law_patterns() -> dict[tuple[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Head and first word of a name → pattern and words of the names that begin with it, longest first."""
    index: dict[tuple[str, str], list[str]] = {}
    for row in _tables()["laws"]:
        name = modern_tones(row["name"]).lower().replace(",", "")
        index.setdefault((row["head"], _first_word(name)), []).append(name)
    return {
        key: tuple(
            (re.compile(",? ?".join(map(_word, name.split(" "))) + r"(?:(?![^\W_])|(?=ngày \d))"), name)
            for name in sorted(set(names), key=lambda name: (-len(name), name))
        )
        for key, names in index.items()
    }


# "liệt sĩ" and "liệt sỹ", "vật lý" and "vật lí": at the end of an open syllable i and y are one sound.
_I_OR_Y = re.compile(r"(?<=[hklmst])[iíìỉĩịyýỳỷỹỵ]$")
_SAME_SOUND = {letter: f"[{i}{y}]" for i, y in zip("iíìỉĩị", "yýỳỷỹỵ", strict=True) for letter in (i, y)}


def _word(word: str) -> str:
    if word == "và":
        return "(?:và|&)"
    return _I_OR_Y.sub(lambda match: _SAME_SOUND[match.group()], re.escape(word))


def laws() -> tuple[tuple[str, str], ...]:
    """Return head and name of all rows."""
    return tuple((row["head"], row["name"]) for row in _tables()["laws"])


def _first_word(name: str) -> str:
    return _I_OR_Y.sub(lambda match: _SAME_SOUND[match.group()][1], name.split(" ", 1)[0].rstrip(",;."))


@cache
def abbreviations() -> dict[str, str]:
    """Return abbreviations inside laws' names, and what they stand for in small letters (``BHYT``)."""
    return {row["short"]: row["long"] for row in _tables()["abbreviations"]}

"""Laws, codes of law, ordinances and Party texts that are cited by name.

Source of the names: the laws and ordinances in force or cited since 1990, by their official titles.
"""

import json
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
        examples: Texts that cite it.
    """

    name: str
    type: str
    examples: tuple[str, ...]


@cache
def named_documents() -> tuple[NamedDocument, ...]:
    """Return all rows, longer names first."""
    rows = json.loads(files("ontology").joinpath("tables/named_documents.json").read_text(encoding="utf-8"))
    named = (NamedDocument(row["name"], row["type"], tuple(row["examples"])) for row in rows)
    return tuple(sorted(named, key=lambda row: (-len(row.name), row.name)))


@cache
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = json.loads(files("ontology").joinpath("tables/laws.json").read_text(encoding="utf-8"))
    return tables


@cache
def law_names() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the names of laws for matching word by word.

    Returns:
        Head (``Luật``, ``Bộ luật``, ``Pháp lệnh``) → first word of the name in small letters → the names that begin
        with it, in small letters and modern tone placement, longest first.
    """
    index: dict[str, dict[str, list[str]]] = {}
    for row in _tables()["laws"]:
        name = modern_tones(row["name"]).lower()
        index.setdefault(row["head"], {}).setdefault(first_word(name), []).append(name)
    return {
        head: {word: tuple(sorted(names, key=len, reverse=True)) for word, names in words.items()}
        for head, words in index.items()
    }


def first_word(name: str) -> str:
    """Return the first word of a name, without the comma behind it."""
    return name.split(" ", 1)[0].rstrip(",")


@cache
def abbreviations() -> dict[str, str]:
    """Return abbreviations inside laws' names, and what they stand for in small letters (``BHYT``)."""
    return {row["short"]: row["long"] for row in _tables()["abbreviations"]}

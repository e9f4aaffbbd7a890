"""Words that stand at a citation's head beside its type, and how types are cited without a code."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ontology.folding import modern_tones


@dataclass(frozen=True, slots=True)
class CitationWord:
    """One row of ``tables/citation_words.json``.

    Args:
        words: The words, as the table writes them.
        why: What they say.
        examples: Citations that they stand in.
    """

    words: str
    why: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitationWords:
    """The whole table.

    Args:
        marks: What may stand between a type and its number: "Công điện *khẩn* số 10".
        numbered_by_year: Types that are cited by number and year alone: "Nghị định 43/2014".
        numbered_by_issuer: Types that are cited by number and issuer alone, without "số": "Chỉ thị 05 của …".
        numbered_alone: Types that are cited by their bare number, with a capital: "theo Nghị quyết 18".
    """

    marks: tuple[CitationWord, ...]
    numbered_by_year: tuple[CitationWord, ...]
    numbered_by_issuer: tuple[CitationWord, ...]
    numbered_alone: tuple[CitationWord, ...]


@cache
def citation_words() -> CitationWords:
    """Return the table."""
    table: dict[str, Any] = json.loads(
        files("ontology").joinpath("tables/citation_words.json").read_text(encoding="utf-8")
    )

    def rows(key: str) -> tuple[CitationWord, ...]:
        return tuple(CitationWord(row["words"], row["why"], tuple(row["examples"])) for row in table[key])

    return CitationWords(rows("marks"), rows("numbered_by_year"), rows("numbered_by_issuer"), rows("numbered_alone"))


@cache
def mark_endings() -> tuple[str, ...]:
    """Return the marks with a space before them, in small letters and modern tone placement, longer ones first."""
    marks = (" " + modern_tones(row.words).lower() for row in citation_words().marks)
    return tuple(sorted(marks, key=lambda mark: (-len(mark), mark)))


@cache
def is_numbered_by_year(type_name: str) -> bool:
    """Tell whether documents of a type are cited by number and year alone."""
    return any(row.words == type_name for row in citation_words().numbered_by_year)


@cache
def is_numbered_alone(type_name: str) -> bool:
    """Tell whether documents of a type are cited by their bare number."""
    return any(row.words == type_name for row in citation_words().numbered_alone)


@cache
def is_numbered_by_issuer(type_name: str) -> bool:
    """Tell whether documents of a type are cited by number and issuer alone, without "số"."""
    return any(row.words == type_name for row in citation_words().numbered_by_issuer)

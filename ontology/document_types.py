"""The types of document: names, abbreviations in codes, and which grammar they use.

Sources: Quy định 66-QĐ/TW (2017) and 399-QĐ/TW of the Party; Nghị định 30/2020/NĐ-CP, annex III, of the State; Luật Ban
hành văn bản quy phạm pháp luật 64/2025/QH15 for legal norms.
"""

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from ontology.folding import modern_tones

SIDES = ("party", "state", "both")


@dataclass(frozen=True, slots=True)
class DocumentType:
    """One row of ``tables/document_types.json``.

    Args:
        name: Standard form (``Nghị quyết``).
        codes: Abbreviations in codes, in their official letter case (``NQ``); the first is the usual one.
        side: ``party``, ``state`` or ``both``.
        english: English name.
        slips: Misspelt abbreviations that are met, to be read as the first code.
        by_number: Whether such documents are also cited by number and issuer only (``Nghị quyết số 18 của Tỉnh ủy``).
        examples: Citations with this type.
    """

    name: str
    codes: tuple[str, ...]
    side: str
    english: str
    slips: tuple[str, ...]
    by_number: bool
    examples: tuple[str, ...]


@cache
def document_types() -> tuple[DocumentType, ...]:
    """Return all rows, a longer name before its own beginning (``Chương trình hành động`` before ``Chương trình``)."""
    text = files("ontology").joinpath("tables/document_types.json").read_text(encoding="utf-8")
    return tuple(
        DocumentType(
            row["name"],
            tuple(row["codes"]),
            row["side"],
            row["english"],
            tuple(row["slips"]),
            row["by_number"],
            tuple(row["examples"]),
        )
        for row in json.loads(text)
    )


@cache
def _by_name() -> dict[str, DocumentType]:
    named = {row.name.casefold(): row for row in document_types()}
    # Converted files lose spaces: "Tờtrình".
    return {name.replace(" ", ""): row for name, row in named.items()} | named


@lru_cache(maxsize=4096)
def type_named(words: str) -> DocumentType | None:
    """Return the type whose name ``words`` are, whatever their case and tone placement, or ``None``."""
    return _by_name().get(modern_tones(" ".join(words.split())).casefold())


@cache
def _by_code() -> dict[str, str]:
    """Letter case and slips folded away: folded abbreviation → official one."""
    official: dict[str, str] = {}
    for row in document_types():
        for code in row.codes:
            official.setdefault(code.casefold(), code)
        for slip in row.slips:
            official.setdefault(slip.casefold(), row.codes[0])
    return official


@lru_cache(maxsize=4096)
def official_type_code(code: str) -> str | None:
    """Return the official spelling of a type's abbreviation (``Ctr`` → ``CTr``), or ``None`` if it is none."""
    return _by_code().get(code.casefold())


@cache
def types_with_code(code: str) -> tuple[DocumentType, ...]:
    """Return the types that an abbreviation can stand for (``QĐ``: quyết định, quy định), the usual one first."""
    folded = code.casefold()
    rows = [row for row in document_types() if folded in (c.casefold() for c in row.codes)]
    return tuple(sorted(rows, key=lambda row: (row.codes[0].casefold() != folded, row.name.count(" "))))

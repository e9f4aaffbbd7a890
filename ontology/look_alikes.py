"""Words before a number that make it something else than a document's code."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class LookAlike:
    """One row of ``tables/look_alikes.json``.

    Args:
        before: The words directly before the number, in lower case.
        why: What such a number is.
        examples: Texts in which no citation is to be found.
    """

    before: str
    why: str
    examples: tuple[str, ...]


@cache
def look_alikes() -> tuple[LookAlike, ...]:
    """Return all rows."""
    text = files("ontology").joinpath("tables/look_alikes.json").read_text(encoding="utf-8")
    return tuple(LookAlike(row["before"], row["why"], tuple(row["examples"])) for row in json.loads(text))


@cache
def look_alike_endings() -> tuple[str, ...]:
    """Return what a text before a number must not end with, in lower case."""
    return tuple(row.before for row in look_alikes())

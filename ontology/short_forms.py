"""The words behind a type that make it a short form of a document named elsewhere."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ShortForm:
    """One row of ``tables/short_forms.json``.

    Args:
        words: What stands behind the type (``này``).
        self: Whether it may mean the document that is being read.
        bare: Whether any word may follow; else only a mark or a verb does.
        why: What it means.
        examples: Sentences with it.
    """

    words: str
    self: bool
    bare: bool
    why: str
    examples: tuple[str, ...]


@cache
def short_forms() -> tuple[ShortForm, ...]:
    """Return all rows, longer ones first."""
    rows = json.loads(files("ontology").joinpath("tables/short_forms.json").read_text(encoding="utf-8"))
    forms = (ShortForm(row["words"], row["self"], row["bare"], row["why"], tuple(row["examples"])) for row in rows)
    return tuple(sorted(forms, key=lambda form: (-len(form.words), form.words)))

"""What looks like a document's code and is none, and letters that look like those of a code."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class LookAlike:
    """One row of ``tables/look_alikes.json``.

    Args:
        before: The words directly before the number, in lower case.
        open: Whether a few more words may stand between ("giấy phép *xây dựng* số 15"), as long as none of them is the
            type of a document.
        why: What such a number is.
        examples: Texts in which no citation is to be found.
    """

    before: str
    open: bool
    why: str
    examples: tuple[str, ...]


@cache
def look_alikes() -> tuple[LookAlike, ...]:
    """Return all rows."""
    text = files("ontology").joinpath("tables/look_alikes.json").read_text(encoding="utf-8")
    return tuple(
        LookAlike(row["before"], row.get("open", False), row["why"], tuple(row["examples"])) for row in json.loads(text)
    )


@cache
def _closed() -> tuple[str, ...]:
    """The closed rows with what may stand before them, so that "phần" does not end "cổphần"."""
    return tuple(mark + row.before for row in look_alikes() if not row.open for mark in ' (“"\n-/,.;:')


@cache
def _open() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{_open_words()})(?:,? [^\W\d_]+){{0,{MOST_WORDS}}}[ :]*$")


def _open_words() -> str:
    words = sorted((row.before for row in look_alikes() if row.open), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, words))


MOST_WORDS = 5
"""How many words may stand behind the first ones of an open row."""


def is_look_alike(before: str) -> bool:
    """Tell whether the words before a number make it something else, whatever else stands before it.

    Args:
        before: What stands before the number, in small letters.
    """
    stripped = f" {before}".rstrip(" :")
    return stripped.endswith(_closed())


def may_be_look_alike(before: str) -> bool:
    """Tell whether an open row makes the number something else; to be asked where no document's type stands.

    Args:
        before: What stands before the number, in small letters and modern tone placement.
    """
    return _open().search(before) is not None


@dataclass(frozen=True, slots=True)
class Script:
    """One row of ``tables/letters.json``: letters of another alphabet that look like Latin ones.

    Args:
        name: The alphabet.
        letters: Its letters.
        plain: The Latin letter for each, at the same place.
        examples: Codes with such a letter.
    """

    name: str
    letters: str
    plain: str
    examples: tuple[str, ...]


@cache
def scripts() -> tuple[Script, ...]:
    """Return all rows."""
    rows = json.loads(files("ontology").joinpath("tables/letters.json").read_text(encoding="utf-8"))
    return tuple(Script(row["script"], row["letters"], row["plain"], tuple(row["examples"])) for row in rows)


@cache
def plain_letters() -> dict[str, str]:
    """Return each letter of another alphabet that looks like a Latin one, with that one."""
    return {letter: plain for row in scripts() for letter, plain in zip(row.letters, row.plain, strict=True)}

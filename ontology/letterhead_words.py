"""The fixed words of letterheads and signatures, as data.

Sources: Quy định 66-QĐ/TW (2017) and 399-QĐ/TW of the Party; Nghị định 30/2020/NĐ-CP, annex I, of the State.
"""

import re
from dataclasses import dataclass
from functools import cache

from ontology.table import read_table, rows, strings


@dataclass(frozen=True, slots=True)
class WordRow:
    """One row of ``tables/letterhead.json``.

    Args:
        words: The words in capitals; for the frame a regular expression.
        examples: Lines that they begin, or that the expression is found in.
    """

    words: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DegreeRow:
    """Words of a mark, with what they mean: a ``Secrecy``, an ``Urgency`` or an ``Authority`` by its value."""

    words: str
    meaning: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterheadWords:
    """The whole table.

    Args:
        frame: What stands in a letterhead beside organ, code and date: the right column, remarks on the paper's use.
        copies: What a line begins with that marks a copy; whoever copies is not the issuer.
        secrecy: Degrees of secrecy.
        urgency: Degrees of urgency, longer words before those that they begin with.
        body_heads: What the name of an issuing body begins with; another line in capitals goes on with the one above.
        dependent: What the name of a body begins with, in small letters, that is one of the body above it and without
            that is no name (``Văn phòng``).
        abbreviations: Abbreviations in names of bodies; ``meaning`` is what they stand for, in small letters.
        units: What a second line of an organ's name begins with.
        authorities: What a line begins with that names who enacts ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …"): no title.
        posts: The posts of those who sign, without "PHÓ" and "QUYỀN".
        signing: The letters that tell on what authority one signs.
        honours: Academic titles and ranks before a name, as regular expressions.
    """

    frame: tuple[WordRow, ...]
    copies: tuple[WordRow, ...]
    secrecy: tuple[DegreeRow, ...]
    urgency: tuple[DegreeRow, ...]
    body_heads: tuple[WordRow, ...]
    dependent: tuple[WordRow, ...]
    abbreviations: tuple[DegreeRow, ...]
    units: tuple[WordRow, ...]
    authorities: tuple[WordRow, ...]
    posts: tuple[WordRow, ...]
    signing: tuple[DegreeRow, ...]
    honours: tuple[WordRow, ...]


@cache
def letterhead_words() -> LetterheadWords:
    """Return the table."""
    table = read_table("letterhead.json")

    def read(key: str, field: str = "words") -> tuple[WordRow, ...]:
        return tuple(WordRow(str(row[field]), strings(row["examples"])) for row in rows(table, key))

    def degrees(key: str, field: str, meaning: str) -> tuple[DegreeRow, ...]:
        return tuple(
            DegreeRow(str(row[field]), str(row[meaning]), strings(row["examples"])) for row in rows(table, key)
        )

    return LetterheadWords(
        frame=read("frame", "pattern"),
        copies=read("copies"),
        secrecy=degrees("secrecy", "words", "degree"),
        urgency=degrees("urgency", "words", "degree"),
        body_heads=read("body_heads"),
        dependent=read("dependent"),
        abbreviations=degrees("abbreviations", "short", "words"),
        units=read("units"),
        authorities=read("authorities"),
        posts=read("posts"),
        signing=degrees("signing", "letters", "authority"),
        honours=read("honours", "pattern"),
    )


def any_of(words: tuple[WordRow, ...]) -> str:
    """Return a regular expression for the words of any row, longer ones first."""
    return "|".join(re.escape(row.words) for row in sorted(words, key=lambda row: (-len(row.words), row.words)))

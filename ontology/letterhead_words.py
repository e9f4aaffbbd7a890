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
class LetterheadWords:
    """The whole table.

    Args:
        frame: What stands in a letterhead beside organ, code and date: the right column, marks of secrecy and urgency.
        units: What a second line of an organ's name begins with.
        authorities: What a line begins with that names who enacts ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …"): no title.
        posts: The posts of those who sign, without "PHÓ" and "QUYỀN".
    """

    frame: tuple[WordRow, ...]
    units: tuple[WordRow, ...]
    authorities: tuple[WordRow, ...]
    posts: tuple[WordRow, ...]


@cache
def letterhead_words() -> LetterheadWords:
    """Return the table."""
    table = read_table("letterhead.json")

    def read(key: str, field: str = "words") -> tuple[WordRow, ...]:
        return tuple(WordRow(str(row[field]), strings(row["examples"])) for row in rows(table, key))

    return LetterheadWords(read("frame", "pattern"), read("units"), read("authorities"), read("posts"))


def any_of(words: tuple[WordRow, ...]) -> str:
    """Return a regular expression for the words of any row, longer ones first."""
    return "|".join(re.escape(row.words) for row in sorted(words, key=lambda row: (-len(row.words), row.words)))

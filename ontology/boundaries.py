"""Words that show where a name begins or ends (``tables/boundaries.json``)."""

from functools import cache

from ontology.table import Row, read_table, rows, strings


@cache
def boundary_words(name: str) -> frozenset[str]:
    """Return a list of words by its name in the table.

    Raises:
        KeyError: If the table has no such list.
    """
    return frozenset(str(_row("lists", name)["words"]).split())


@cache
def compounds(name: str) -> frozenset[tuple[str, str]]:
    """Return the pairs of syllables that do not end a name though the first alone would.

    Raises:
        KeyError: If the table has no such list.
    """
    pairs = (words.split() for words in strings(_row("compounds", name)["words"]))
    return frozenset((first, second) for first, second in pairs)


def _row(part: str, name: str) -> Row:
    for row in rows(read_table("boundaries.json"), part):
        if row["name"] == name:
            return row
    raise KeyError(name)

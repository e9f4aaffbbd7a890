"""What shows a person's name: family names, titles and posts (``tables/people.json``)."""

from dataclasses import dataclass
from functools import cache

from ontology.table import Row, read_table, rows, strings


@dataclass(frozen=True, slots=True)
class Title:
    """A word before a name (``đồng chí``)."""

    title: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """A post, with the spellings that mean it.

    Args:
        post: The standard form (``Phó Bí thư Thường trực``).
        forms: Other spellings and abbreviations.
        examples: Stretches of text that hold the post and a person's name, and both must be found.
    """

    post: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """The whole table.

    Args:
        surnames: Family names, in lower case.
        common_surnames: Those that show a name of three or four words without any title.
        titles: Titles.
        forms_of_address: Last words of the titles behind which any two capitals and more are a name.
        posts: Posts.
        not_after: Words behind which a name is that of a street, a school, an award.
        historical: Names that stand without title.
    """

    surnames: frozenset[str]
    common_surnames: frozenset[str]
    titles: tuple[Title, ...]
    forms_of_address: frozenset[str]
    posts: tuple[Post, ...]
    not_after: frozenset[str]
    historical: tuple[str, ...]


@cache
def people_table() -> PeopleTable:
    """Return the table, read on first use."""
    table = read_table("people.json")
    surnames = table["surnames"]
    if not isinstance(surnames, dict):
        raise TypeError("people.json: surnames")
    return PeopleTable(
        frozenset(name.casefold() for name in strings(surnames["strong"])),
        frozenset(name.casefold() for name in strings(surnames["common"])),
        tuple(_title(row) for row in rows(table, "titles")),
        frozenset(strings(table["forms_of_address"])),
        tuple(_post(row) for row in rows(table, "posts")),
        frozenset(strings(table["not_after"])),
        tuple(str(row["name"]) for row in rows(table, "historical")),
    )


def _title(row: Row) -> Title:
    return Title(str(row["title"]), strings(row["forms"]), strings(row["examples"]))


def _post(row: Row) -> Post:
    return Post(str(row["post"]), strings(row["forms"]), strings(row["examples"]))

"""Reading the JSON tables under ``ontology/tables``."""

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import cast

Row = Mapping[str, object]


def read_table(name: str) -> Row:
    """Return a table whose outermost value is an object.

    Args:
        name: File name below ``ontology/tables``.
    """
    return cast("Row", json.loads(files("ontology").joinpath("tables", name).read_text(encoding="utf-8")))


def rows(table: Row, key: str) -> Sequence[Row]:
    """Return the rows under a key of a table."""
    return cast("Sequence[Row]", table[key])


def strings(value: object) -> tuple[str, ...]:
    """Return a list of strings of a table; an absent one is empty."""
    return tuple(cast("Sequence[str]", value or ()))

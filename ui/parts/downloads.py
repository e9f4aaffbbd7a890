"""Files to take away; a file is made when its button is pressed, not before, and the page stays as it is."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from ui.rendering import Cell


def file_button(label: str, name: str, mime: str, make: Callable[[], bytes], *, key: str) -> None:
    """A button for a file.

    Args:
        label: What the button says.
        name: The file's name.
        mime: Its media type.
        make: Makes its content.
        key: Unique on the page.
    """
    st.download_button(label, make, name, mime, key=f"download-{key}", on_click="ignore", icon=":material/download:")


def csv_button(label: str, name: str, make: Callable[[], bytes], *, key: str) -> None:
    """A button for a CSV file; ``name`` is without its ending."""
    file_button(label, f"{name}.csv", "text/csv", make, key=key)


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as CSV, in UTF-8 with the mark at its beginning by which Excel knows it.

    Args:
        columns: The heads.
        rows: Cells in the order of the heads.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Cell) -> Cell:
    # A cell that begins like this is run as a formula by spreadsheets; documents may hold anything.
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value

"""The answer to a query as a table that a page can show."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from graph.sandbox.query_results import CypherResult, JsonValue, SparqlResult
from ui.rendering import Cell


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or a text where the answer is none.

    Args:
        columns: The heads.
        rows: Cells in the order of the heads.
        text: RDF triples, where the query made a graph; then there are no columns.
        truncated: Whether more was found than the limit let through.
        seconds: How long the query ran.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    text: str | None
    truncated: bool
    seconds: float


def result_table(result: SparqlResult | CypherResult) -> Table:
    """Lay an answer out as a table."""
    if isinstance(result, CypherResult):
        rows = [[_cell(value) for value in row] for row in result.rows]
        return Table(result.columns, rows, None, result.truncated, result.seconds)
    if result.boolean is not None:
        return Table(["ASK"], [["đúng" if result.boolean else "sai"]], None, result.truncated, result.seconds)
    cells = [[term.value if term else None for term in row] for row in result.rows]
    return Table(result.variables, cells, result.triples, result.truncated, result.seconds)


def _cell(value: JsonValue) -> Cell:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return json.dumps(value, ensure_ascii=False)

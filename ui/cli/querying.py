"""The commands that ask the graph in a query language: ``sparql`` and ``cypher``."""

import json as json_module
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.named_queries import BoundQuery, QueryLanguage, named_queries
from ui.cli.choosing import quoted
from ui.cli.console import TABLE_WIDTH, plain, table, tell, width, wrap, write, write_csv, write_json
from ui.cli.failures import UsageError
from ui.cli.options import CsvOption, GraphOption, JsonOption, between, one_format, open_graph
from ui.rendering import JsonValue

if TYPE_CHECKING:
    from graph.sandbox.query_results import CypherResult, SparqlResult

QueryArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="CÂU_HỎI|@TỆP|-", help="Câu hỏi; @TỆP để đọc câu hỏi từ tệp; - để đọc câu hỏi từ đầu vào chuẩn."
    ),
]
TimeoutOption = Annotated[
    float, typer.Option("--timeout", metavar="S", help="Số giây nhiều nhất cho câu hỏi. Mặc định: 10.")
]
LimitOption = Annotated[int, typer.Option("--limit", metavar="N", help="Số dòng kết quả nhiều nhất. Mặc định: 10000.")]
NameOption = Annotated[
    str | None, typer.Option("--name", metavar="TÊN", help="Dùng câu hỏi có sẵn tên này thay cho câu hỏi tự viết.")
]
ParamOption = Annotated[
    list[str] | None,
    typer.Option(
        "--param", metavar="TÊN=GIÁ_TRỊ", help="Giá trị cho câu hỏi có sẵn, thay giá trị mặc định; dùng được nhiều lần."
    ),
]
ListOption = Annotated[bool, typer.Option("--list", help="Liệt kê các câu hỏi có sẵn rồi thoát.")]

_LONGEST = 3600
_MOST_ROWS = 1_000_000
_LARGEST_QUERY = 1_000_000


def sparql(
    context: typer.Context,
    query: QueryArgument = None,
    name: NameOption = None,
    param: ParamOption = None,
    names: ListOption = False,
    timeout: TimeoutOption = 10.0,
    limit: LimitOption = 10_000,
    graph: GraphOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """Ask the graph in SPARQL 1.1."""
    one_format(json=json, csv=csv)
    if names:
        _write_names(QueryLanguage.SPARQL, json=json, csv=csv)
        return
    _check_bounds(timeout, limit)
    question = choose_query(QueryLanguage.SPARQL, query, name, param or ())
    with open_graph(context, graph) as opened:
        result = opened.sparql(question.text, timeout=timeout, limit=limit)
    if json:
        write(result.to_json())
    elif csv:
        write(result.to_csv().removesuffix("\n"))
    else:
        write("\n".join(sparql_lines(result)))
    _tell_if_truncated(truncated=result.truncated, limit=limit)


def cypher(
    context: typer.Context,
    query: QueryArgument = None,
    name: NameOption = None,
    param: ParamOption = None,
    names: ListOption = False,
    timeout: TimeoutOption = 10.0,
    limit: LimitOption = 10_000,
    graph: GraphOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """Ask the graph in Cypher."""
    one_format(json=json, csv=csv)
    if names:
        _write_names(QueryLanguage.CYPHER, json=json, csv=csv)
        return
    _check_bounds(timeout, limit)
    question = choose_query(QueryLanguage.CYPHER, query, name, param or ())
    with open_graph(context, graph) as opened:
        result = opened.cypher(question.text, question.parameters, timeout=timeout, limit=limit)
    if json:
        write(result.to_json())
    elif csv:
        write(result.to_csv().removesuffix("\n"))
    else:
        write("\n".join(cypher_lines(result)))
    _tell_if_truncated(truncated=result.truncated, limit=limit)


def choose_query(language: QueryLanguage, query: str | None, name: str | None, values: Sequence[str]) -> BoundQuery:
    """The query to run: the one that was typed, or one of the named ones with its values.

    Args:
        language: In which language.
        query: What was typed for the query, or ``None``.
        name: The value of ``--name``, or ``None``.
        values: The values of ``--param``, each ``name=value``.

    Raises:
        UsageError: If there is not exactly one of both, or no such named query or value of it.
    """
    if (query is None) == (name is None):
        raise UsageError("cần một câu hỏi, hoặc --name TÊN", todo="Xem các câu hỏi có sẵn bằng --list")
    if query is not None:
        if values:
            raise UsageError("chỉ dùng được cùng với --name", where="--param", todo="Viết giá trị ngay trong câu hỏi")
        return BoundQuery(read_query(query), {})
    known = {named.name: named for named in named_queries(language)}
    if name not in known:
        raise UsageError(
            f"không có câu hỏi tên “{name}”", where="--name", todo=f"Chọn trong: {', '.join(sorted(known))}"
        )
    given = dict(value.partition("=")[::2] for value in values)
    names = [parameter.name for parameter in known[name].parameters]
    if wrong := [value for value in values if "=" not in value or value.partition("=")[0] not in names]:
        todo = f"Viết TÊN=GIÁ_TRỊ với TÊN là: {', '.join(names)}" if names else "Câu hỏi này không có giá trị để chọn"
        raise UsageError(f"“{wrong[0]}” không dùng được cho câu hỏi {name}", where="--param", todo=todo)
    return known[name].bind(given)


def named_query_lines(language: QueryLanguage) -> list[str]:
    """The named queries of one language by topic, with what each shows and lets one choose."""
    lines: list[str] = []
    for topic, queries in groupby(named_queries(language), key=lambda named: named.topic):
        lines += ["", topic.vietnamese.upper()]
        for named in queries:
            lines += [f"  {named.name}: {named.title}", *wrap(named.shows, first="      ", rest="      ")]
            lines += [f"      --param {p.name}={quoted([p.default])}   {p.meaning}" for p in named.parameters]
    return lines[1:]


def named_query_objects(language: QueryLanguage) -> list[JsonValue]:
    """The named queries of one language as JSON, each with its values and its text."""
    return [
        {
            "name": named.name,
            "topic": named.topic.vietnamese,
            "title": named.title,
            "shows": named.shows,
            "parameters": [
                {"name": p.name, "type": p.type.value, "default": p.default, "meaning": p.meaning}
                for p in named.parameters
            ],
            "text": named.text,
        }
        for named in named_queries(language)
    ]


def _write_names(language: QueryLanguage, *, json: bool, csv: bool) -> None:
    if json:
        write_json(named_query_objects(language))
    elif csv:
        write_csv(("name", "topic", "title", "shows", "parameter", "default", "meaning"), _name_rows(language))
    else:
        write("\n".join(named_query_lines(language)))


def _name_rows(language: QueryLanguage) -> Iterator[tuple[str, ...]]:
    """One row for each value of each named query, or for a query without any."""
    for named in named_queries(language):
        query = (named.name, named.topic.vietnamese, named.title, named.shows)
        if not named.parameters:
            yield (*query, "", "", "")
        for parameter in named.parameters:
            yield (*query, parameter.name, parameter.default, parameter.meaning)


def read_query(argument: str) -> str:
    """The text of a query.

    Args:
        argument: The query itself, ``@`` and a file's path, or ``-`` for standard input.

    Raises:
        UsageError: If the file cannot be read, or what was read is no UTF-8 text of reasonable length.
    """
    where = argument[1:] if argument.startswith("@") else "đầu vào chuẩn"
    try:
        if argument == "-":
            data = sys.stdin.buffer.read(_LARGEST_QUERY + 1)
        elif argument.startswith("@"):
            with Path(where).open("rb") as file:
                data = file.read(_LARGEST_QUERY + 1)
        else:
            return argument
        if len(data) > _LARGEST_QUERY:
            raise UsageError("câu hỏi dài quá 1 MB", where=where, todo="Hãy kiểm tra xem có nhầm tệp không")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise UsageError("không đọc được tệp câu hỏi", where=where, todo="Hãy kiểm tra lại đường dẫn sau @") from error
    except UnicodeDecodeError as error:
        raise UsageError("câu hỏi không phải là UTF-8", where=where, todo="Hãy lưu lại tệp với mã UTF-8") from error


def sparql_lines(result: "SparqlResult") -> list[str]:
    """An answer to SPARQL for people: a table, đúng or sai, or N-Triples."""
    if result.triples is not None:
        return result.triples.splitlines()
    if result.boolean is not None:
        return ["đúng" if result.boolean else "sai"]
    rows = [[_cell(term.value if term else None) for term in row] for row in result.rows]
    return _table(result.variables, rows)


def cypher_lines(result: "CypherResult") -> list[str]:
    """An answer to Cypher for people: a table; nodes, relationships and lists as JSON."""
    rows = [[_cell(value) for value in row] for row in result.rows]
    return _table(result.columns, rows)


def _cell(value: JsonValue) -> str:
    if value is None:
        return ""
    return plain(value if isinstance(value, str) else json_module.dumps(value, ensure_ascii=False))


def _table(columns: tuple[str, ...], rows: list[list[str]]) -> list[str]:
    if not rows:
        return ["Không có kết quả nào."]
    # Whole in a pipe: whoever reads on wants IRIs that can be used.
    return table(columns, rows, fit=width(TABLE_WIDTH) if sys.stdout.isatty() else None)


def _check_bounds(timeout: float, limit: int) -> None:
    between("--timeout", timeout, 0.001, _LONGEST)
    between("--limit", limit, 1, _MOST_ROWS)


def _tell_if_truncated(*, truncated: bool, limit: int) -> None:
    if truncated:
        tell(f"Chỉ lấy {limit} kết quả đầu. Muốn xem thêm, hãy tăng --limit.")

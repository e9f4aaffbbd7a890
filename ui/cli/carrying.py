"""The command that carries the graph to a server: ``neo4j push``."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.console import Progress, write, write_json
from ui.cli.options import GraphOption, JsonOption, open_graph
from ui.rendering import JsonObject

if TYPE_CHECKING:
    from graph.content import GraphContent
    from graph.exports.neo4j_push import PushReport

PASSWORD_VARIABLE = "NEO4J_PASSWORD"  # noqa: S105 - the variable's name


def push(
    context: typer.Context,
    uri: Annotated[
        str, typer.Option("--uri", metavar="ĐỊA_CHỈ", help="Địa chỉ máy chủ. Mặc định: bolt://127.0.0.1:7687.")
    ] = "bolt://127.0.0.1:7687",
    user: Annotated[str, typer.Option("--user", metavar="TÊN", help="Tên người dùng. Mặc định: neo4j.")] = "neo4j",
    database: Annotated[
        str, typer.Option("--database", metavar="TÊN", help="Cơ sở dữ liệu trên máy chủ. Mặc định: neo4j.")
    ] = "neo4j",
    graph: GraphOption = None,
    json: JsonOption = False,
) -> None:
    """Write the graph to a Neo4j server."""
    from graph.exports.neo4j_push import push as push_content

    content = read_graph(context, graph)
    with Progress("Đang ghi") as progress:
        # Without a password the server is taken to ask for none; one that does ask says so.
        report = push_content(
            content,
            uri,
            user,
            os.environ.get(PASSWORD_VARIABLE) or None,
            database,
            on_progress=lambda done, total: progress(done, total, uri),
        )
    if json:
        write_json(push_object(report))
    else:
        write(push_line(report, uri, database))


def push_object(report: "PushReport") -> JsonObject:
    """What ``neo4j push --json`` prints."""
    return {
        "nodes": dict(report.nodes),
        "relationships": dict(report.relationships),
        "created_nodes": report.created_nodes,
        "created_relationships": report.created_relationships,
        "removed_nodes": report.removed_nodes,
        "removed_relationships": report.removed_relationships,
    }


def push_line(report: "PushReport", uri: str, database: str) -> str:
    """What a push did, for people."""
    line = (
        f"Đã ghi vào {uri}, cơ sở dữ liệu {database}: "
        f"{sum(report.nodes.values())} nút (mới: {report.created_nodes}), "
        f"{sum(report.relationships.values())} quan hệ (mới: {report.created_relationships})"
    )
    if report.removed_nodes or report.removed_relationships:
        line += f"; đã bỏ {report.removed_nodes} nút, {report.removed_relationships} quan hệ không còn trong đồ thị"
    return line + "."


def read_graph(context: typer.Context, option: Path | None) -> "GraphContent":
    """Read the whole graph that the options name.

    Args:
        context: The command's context.
        option: Value of ``--graph``.
    """
    from graph.generations import DATABASE
    from graph.stores.sqlite_store import read_content

    with open_graph(context, option) as opened:
        return read_content(opened.generation_folder / DATABASE)

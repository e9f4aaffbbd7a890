"""From what was typed to the one entity that is meant; where several could be, the command for each."""

import shlex
import subprocess
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from graph.answers import Entity
from ontology.dates import PartialDate
from ontology.errors import AmbiguousEntityError
from ui.cli.console import plain, tell, wrap, write_json
from ui.cli.failures import ExitCode
from ui.cli.options import Invocation
from ui.rendering import node_object

if TYPE_CHECKING:
    from graph.query import Graph


def resolve(
    context: typer.Context,
    graph: "Graph",
    code: str,
    day: PartialDate | None,
    *,
    json: bool,
    option: str = "--date",
) -> Entity:
    """Find the one entity that a person means, or say which ones there are and how to choose.

    Args:
        context: Of the command, whose arguments the suggested commands repeat.
        graph: Where to look.
        code: Code, name or IRI.
        day: The value of ``option``.
        json: Whether the choices are to be printed as JSON as well.
        option: The option that tells documents of one code apart.

    Raises:
        typer.Exit: With exit code 2, after the choices were shown.
        UnknownEntityError: If there is none.
    """
    try:
        return graph.resolve(code, day)
    except AmbiguousEntityError as error:
        choices = [graph.entity(iri).entity for iri in error.iris]
        tell(f"Lỗi: {plain(error.what)}. Chọn một bằng lệnh ghi bên dưới nó:")
        for entity, command in zip(choices, choosing_commands(context, code, choices, option), strict=True):
            tell("\n".join(wrap(describe(entity), first="  ", rest="    ")))
            tell(f"      {command}")
        if json:
            write_json({"error": error.what, "choices": [node_object(entity) for entity in choices]})
        raise typer.Exit(ExitCode.WRONG) from error


def describe(entity: Entity) -> str:
    """One entity in one line: name, date, who issued it or where it lies, subject."""
    if entity.open:
        return f"{entity.name}, viện dẫn chưa rõ là văn bản nào"
    parts = [entity.name, f"ngày {entity.date.vietnamese}" if entity.date else None, entity.issuer, entity.place]
    line = ", ".join(part for part in parts if part)
    return plain(f"{line}: {entity.title}" if entity.title else line)


def choosing_commands(
    context: typer.Context, code: str, choices: Sequence[Entity], option: str = "--date"
) -> list[str]:
    """For each choice, the command that was typed, changed so that it means that choice alone.

    Args:
        context: Of the command.
        code: What was typed for the entity.
        choices: The entities that it could mean.
        option: The option that tells them apart.
    """
    invocation = context.find_object(Invocation)
    words = _without(option, invocation.arguments if invocation else (code,))
    dates = [choice.date for choice in choices if choice.date]
    commands = []
    for choice in choices:
        if choice.date and [date.matches(choice.date) for date in dates].count(True) == 1:
            chosen = [*words, option, str(choice.date)]
        else:
            chosen = [choice.iri if word == code else word for word in words]
        commands.append(quoted(["cuthehoa", *chosen]))
    return commands


def quoted(words: Sequence[str]) -> str:
    """Words as one command line that this machine's shell reads back as the same words."""
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def _without(option: str, words: Sequence[str]) -> list[str]:
    kept: list[str] = []
    value_follows = False
    for word in words:
        if value_follows:
            value_follows = False
        elif word == option:
            value_follows = True
        elif not word.startswith(f"{option}="):
            kept.append(word)
    return kept

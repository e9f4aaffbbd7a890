"""The program ``cuthehoa``: its commands put together, and how a run of it ends."""

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from ui.cli.catalogue import COMMANDS, LEDGER_HELP, NEO4J_HELP, PROGRAM_EXAMPLES, PROGRAM_HELP, SECTIONS
from ui.cli.command_entry import CommandEntry
from ui.cli.console import OutputClosedError, tell, write
from ui.cli.failures import ExitCode, report, usage_message
from ui.cli.help import CuthehoaCommand, CuthehoaGroup
from ui.cli.options import GraphOption, Invocation

PROGRAM = "cuthehoa"


def create_app() -> typer.Typer:
    """Put the commands together."""
    app = _group(PROGRAM_HELP, PROGRAM_EXAMPLES)
    app.callback()(_program)
    headings = {name: heading for heading, names in SECTIONS.items() for name in names}
    groups = {"neo4j": _group(NEO4J_HELP), "ledger": _group(LEDGER_HELP)}
    for name, group in groups.items():
        group.callback()(_nothing)
        app.add_typer(group, name=name, rich_help_panel=headings[name])
    places = list(headings)
    for entry in sorted(COMMANDS, key=lambda entry: places.index(entry.name.split()[0])):
        *path, name = entry.name.split()
        _add(groups[path[0]] if path else app, name, entry, None if path else headings[name])
    return app


def run(arguments: Sequence[str]) -> int:
    """Run the program in this process.

    Args:
        arguments: The command line behind the program's name; an empty one shows the help page.

    Returns:
        The exit code.
    """
    command = typer.main.get_command(create_app())
    try:
        ended = command.main(
            args=list(arguments) or ["--help"],
            prog_name=PROGRAM,
            standalone_mode=False,
            obj=Invocation(tuple(arguments)),
        )
        sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort):
        ended = ExitCode.INTERRUPTED
    except (OutputClosedError, BrokenPipeError):
        _forget_output()
        return ExitCode.OUTPUT_CLOSED
    except typer.TyperException as error:
        path = getattr(getattr(error, "ctx", None), "command_path", PROGRAM)
        tell(usage_message(error.format_message(), path))
        return ExitCode.WRONG
    except Exception as error:  # noqa: BLE001 - the last net: whatever it is, people get a line and no traceback
        return report(error)
    if ended == ExitCode.INTERRUPTED:
        tell("Đã dừng theo yêu cầu.")
    return ended if isinstance(ended, int) else ExitCode.WELL


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        write(f"{PROGRAM} {version(PROGRAM)}")
        raise typer.Exit


def _program(
    context: typer.Context,
    graph: GraphOption = None,
    version: Annotated[
        bool, typer.Option("--version", help="Hiện số phiên bản.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Keep what stands before the command for the command."""
    invocation = context.find_object(Invocation)
    context.obj = Invocation(invocation.arguments if invocation else (), graph)


def _nothing() -> None:
    """A group that only holds commands; without a callback Typer would fold its only command into it."""


def _group(text: str, examples: Sequence[str] = ()) -> typer.Typer:
    return typer.Typer(
        cls=CuthehoaGroup,
        help=text,
        epilog="\n".join(examples) or None,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        subcommand_metavar="LỆNH",
        context_settings={"help_option_names": ["--help", "-h"]},
    )


def _add(app: typer.Typer, name: str, entry: CommandEntry, heading: str | None) -> None:
    command = app.command(
        name, cls=CuthehoaCommand, help=entry.help, epilog="\n".join(entry.examples), rich_help_panel=heading
    )
    command(entry.function)


def _forget_output() -> None:
    # Python flushes standard output once more at its end, which would complain about the closed pipe.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""The help pages: plain text in Vietnamese that reads the same on a terminal, in a pipe and in a file."""

from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from ui.cli.console import wrap

_INDENT = "  "
_HELP_OPTION = "Hiện trang này."


def examples(*lines: str) -> str:
    """The epilog of a command: one example command a line, each run as it stands by a test."""
    return "\n".join(lines)


class CuthehoaCommand(TyperCommand):
    """A command whose help page is written by this module."""

    # Typer's releases keep the types of these parameters in different modules; neither is looked into here.
    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        formatter.write(command_page(self, ctx.command_path))


class CuthehoaGroup(TyperGroup):
    """A group of commands whose help page is written by this module."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        formatter.write(group_page(self, ctx.command_path))


def command_page(command: TyperCommand, path: str) -> str:
    """The help page of one command.

    Args:
        command: The command.
        path: How it is called (``cuthehoa neo4j push``).
    """
    arguments = [p for p in command.params if isinstance(p, TyperArgument) and not p.hidden]
    usage = " ".join([path, *(usage_name(argument) for argument in arguments), "[TÙY CHỌN]"])
    lines = [f"Cách dùng: {usage}", "", *paragraphs(command.help)]
    if arguments:
        lines += ["", "Tham số:", *_list([(argument_name(a), a.help or "") for a in arguments])]
    lines += ["", "Tùy chọn:", *_list(option_entries(command))]
    if command.epilog:
        lines += ["", "Ví dụ:", *(_INDENT + line for line in command.epilog.splitlines())]
    return "\n".join(lines) + "\n"


def group_page(group: TyperGroup, path: str) -> str:
    """The help page of a group: its commands by heading, each with the first sentence of its help."""
    lines = [f"Cách dùng: {path} LỆNH [THAM SỐ] [TÙY CHỌN]", "", *paragraphs(group.help)]
    listed = sectioned(group)
    column = max(len(name) for entries in listed.values() for name, _ in entries)
    for heading, entries in listed.items():
        lines += ["", f"{heading}:", *_list(entries, column)]
    lines += ["", "Tùy chọn:", *_list(option_entries(group))]
    if group.epilog:
        lines += ["", "Ví dụ:", *(_INDENT + line for line in group.epilog.splitlines())]
    lines += ["", f"Trang của từng lệnh: {path} LỆNH --help"]
    return "\n".join(lines) + "\n"


def sectioned(group: TyperGroup) -> dict[str, list[tuple[str, str]]]:
    """Names and first sentences of a group's commands, under their headings; ``Lệnh`` where they have none."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, command in group.commands.items():
        if not command.hidden:
            heading = getattr(command, "rich_help_panel", None) or "Lệnh"
            found.setdefault(heading, []).append((name, first_sentence(command.help)))
    return found


def argument_name(argument: TyperArgument) -> str:
    """The argument's name as people see it, with … where several may be given."""
    return (argument.metavar or argument.name or "").rstrip(".…") + ("…" if argument.nargs != 1 else "")


def usage_name(argument: TyperArgument) -> str:
    """The argument's name in the first line of the page, in brackets where it may be left out."""
    name = argument_name(argument)
    return name if argument.required else f"[{name}]"


def option_entries(command: TyperCommand | TyperGroup) -> list[tuple[str, str]]:
    """Each option's names with its value's name, and its explanation; ``--help`` last."""
    entries = [
        (", ".join(sorted(option.opts, key=len)) + (f" {option.metavar}" if option.metavar else ""), option.help or "")
        for option in command.params
        if isinstance(option, TyperOption) and not option.hidden
    ]
    return [*entries, ("--help", _HELP_OPTION)]


def first_sentence(text: str | None) -> str:
    """The text up to its first full stop."""
    head = (text or "").strip().split("\n\n")[0]
    return " ".join(head.split()).split(". ")[0].rstrip(".") + "."


def paragraphs(text: str | None) -> list[str]:
    """A help text as wrapped lines, with an empty line between paragraphs."""
    lines: list[str] = []
    for paragraph in (text or "").strip().split("\n\n"):
        lines += ["", *wrap(" ".join(paragraph.split()))]
    return lines[1:]


def _list(entries: list[tuple[str, str]], column: int | None = None) -> list[str]:
    column = min(30, column or max(len(name) for name, _ in entries)) + 2
    lines: list[str] = []
    for name, text in entries:
        first = f"{_INDENT}{name:<{column}}"
        if len(name) >= column:
            lines.append(_INDENT + name)
            first = _INDENT + " " * column
        lines += wrap(text, first=first, rest=_INDENT + " " * column)
    return lines

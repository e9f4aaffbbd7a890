"""Every command and every option explains itself, in its help page and in docs/cli.md."""

import re
import shlex
from pathlib import Path

import pytest
import typer
from command_line import RunCli
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from ui.cli.catalogue import COMMANDS, SECTIONS
from ui.cli.program import create_app

VIETNAMESE = re.compile(r"[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE)
OPTION = re.compile(r"--[a-z][a-z0-9-]*")
OF_ALL = {"--help"}
OF_THE_PROGRAM = {"--graph", "--version"}


def commands() -> dict[str, TyperCommand]:
    """All commands by the words that call them."""
    found: dict[str, TyperCommand] = {}

    def walk(group: TyperGroup, path: str) -> None:
        for name, command in group.commands.items():
            if isinstance(command, TyperGroup):
                walk(command, f"{path}{name} ")
            elif isinstance(command, TyperCommand):
                found[path + name] = command

    root = typer.main.get_command(create_app())
    assert isinstance(root, TyperGroup)
    walk(root, "")
    return found


def options(command: TyperCommand) -> set[str]:
    return {name for param in command.params if isinstance(param, TyperOption) for name in param.opts}


def sections(project_root: Path) -> dict[str, str]:
    """The sections of docs/cli.md by command; a heading may name two commands."""
    text = (project_root / "docs" / "cli.md").read_text(encoding="utf-8")
    found = {}
    for part in re.split(r"(?m)^## ", text)[1:]:
        heading, _, body = part.partition("\n")
        for quoted in re.findall(r"`cuthehoa ([^`]+)`", heading):
            words = [word for word in quoted.split() if word.islower()]
            found[" ".join(words)] = heading + "\n" + body
    return found


def test_the_catalogue_is_the_program() -> None:
    assert set(commands()) == {entry.name for entry in COMMANDS}


@pytest.mark.parametrize("name", [entry.name for entry in COMMANDS])
def test_a_command_explains_itself(name: str) -> None:
    command = commands()[name]
    assert command.help
    assert VIETNAMESE.search(command.help)
    assert command.epilog
    for line in command.epilog.splitlines():
        assert line.startswith(f"cuthehoa {name}")
    for param in command.params:
        assert isinstance(param, TyperArgument | TyperOption)
        assert param.help, f"{name}: {param.name} has no help"
        assert VIETNAMESE.search(param.help)
        assert param.metavar or (isinstance(param, TyperOption) and param.is_flag), f"{name}: {param.name}"
        assert all(opt in param.opts for opt in param.opts if opt.startswith("--"))


@pytest.mark.parametrize("name", [entry.name for entry in COMMANDS])
def test_the_documentation_has_each_command_with_just_its_options(name: str, project_root: Path) -> None:
    section = sections(project_root)[name]
    rows = [line for line in section.splitlines() if line.startswith("| `--")]
    documented = {option for row in rows for option in OPTION.findall(row.split(" | ")[0])}
    assert documented == options(commands()[name]), name
    mentioned = set(OPTION.findall(section))
    assert mentioned <= documented | OF_ALL | OF_THE_PROGRAM | {"--date"}


def test_the_documentation_has_no_other_command(project_root: Path) -> None:
    assert set(sections(project_root)) == set(commands())


def shown_outputs(project_root: Path) -> list[tuple[str, list[str]]]:
    """The command lines of docs/cli.md that ask a graph, each with the lines that they are shown to print."""
    text = (project_root / "docs" / "cli.md").read_text(encoding="utf-8")
    blocks = re.findall(r"(?ms)^```\n\$ cuthehoa ((?:trace|coverage|missing|delays) [^\n]+)\n(.*?)^```$", text)
    return [(command, body.splitlines()) for command, body in blocks]


def test_the_documentation_shows_what_is_printed(project_root: Path, sample_graph: Path, run_inside: RunCli) -> None:
    blocks = shown_outputs(project_root)
    assert len(blocks) == 5
    for command, lines in blocks:
        result = run_inside(*shlex.split(command), env={"CUTHEHOA_GRAPH": str(sample_graph)})
        printed = [line.rstrip() for line in (result.stdout or result.stderr).splitlines()]
        shown = [line for line in lines if line.strip("│├└─ ") != "…"]
        assert printed[: len(shown)] == shown, command


def test_every_command_stands_under_one_heading() -> None:
    listed = [name for names in SECTIONS.values() for name in names]
    assert sorted(listed) == sorted({entry.name.split()[0] for entry in COMMANDS})


def test_the_headings_stand_in_their_order(run_inside: RunCli) -> None:
    out = run_inside("--help").stdout
    places = [out.index(f"\n{heading}:\n") for heading in SECTIONS]
    assert places == sorted(places)


def test_help_of_formats_and_kinds_names_them_all() -> None:
    from graph.answers import Direction, EntityKind
    from graph.exports.export import ExportFormat

    found = commands()
    texts = {
        (name, param.name): param.help or ""
        for name, command in found.items()
        for param in command.params
        if isinstance(param, TyperArgument | TyperOption)
    }
    for value in ExportFormat:
        assert re.search(rf"\b{value}\b", texts["export", "file_format"])
    for kind in EntityKind:
        assert kind.value.casefold() in texts["search", "kind"]
    for direction in Direction:
        assert f"{direction.value}:" in texts["trace", "direction"]

"""One command of the program with its help text and its examples."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """One command.

    Args:
        name: As it is typed (``neo4j push``).
        function: What it runs.
        help: Its help text, Vietnamese; the first sentence stands in the list of commands.
        examples: Command lines, each of which runs as it stands once the sample corpus was built.
    """

    name: str
    function: Callable[..., None]
    help: str
    examples: tuple[str, ...]

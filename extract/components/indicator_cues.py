"""The words of a sentence that tell whether its numbers are aims, rules or results."""

import re
from bisect import bisect_left

from ontology.indicator_words import indicator_words

_QUOTED = re.compile(r"“[^”]*”?")


class Places:
    """Where words of one kind stand in a sentence.

    Args:
        starts: Ascending, in the normalised text.
    """

    __slots__ = ("_starts",)

    def __init__(self, starts: list[int]) -> None:
        self._starts = starts

    def __bool__(self) -> bool:
        return bool(self._starts)

    def stand_before(self, position: int, far: int) -> bool:
        """Tell whether one of them begins at most ``far`` characters before a position."""
        at = bisect_left(self._starts, position) - 1
        return at >= 0 and self._starts[at] >= position - far


class Cues:
    """The words of a sentence, outside of quotation marks, that tell aims, rules and results.

    Args:
        text: The normalised text.
        start: Where the sentence begins.
        end: Index behind it.
    """

    __slots__ = ("done", "norms", "stated", "targets")

    def __init__(self, text: str, start: int, end: int) -> None:
        words = text[start:end].lower()
        if len(words) != end - start:
            words = text[start:end]  # a capital whose small letter is two characters: places matter more
        if "“" in words:
            words = _QUOTED.sub(lambda match: " " * len(match.group()), words)
        table = indicator_words()

        def places(pattern: re.Pattern[str]) -> Places:
            return Places([start + match.start() for match in pattern.finditer(words)])

        self.targets, self.norms = places(table.targets), places(table.norms)
        self.done, self.stated = places(table.done), places(table.stated)

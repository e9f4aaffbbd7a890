"""The way back from normalised to original text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ontology.spans import Span


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps offsets of a normalised text to its original, segment by segment.

    A segment is either *copied* (as many characters in both texts, one for one) or *replaced* (one normalised
    character for one or more original ones). Deleted characters belong to no segment.

    Args:
        starts: Where each segment starts in the normalised text, ascending; the first is 0.
        origins: Where it starts in the original text.
        widths: Number of original characters of a replaced segment; 0 for a copied one.
        length: Length of the normalised text.
    """

    starts: tuple[int, ...]
    origins: tuple[int, ...]
    widths: tuple[int, ...]
    length: int

    def original(self, start: int, end: int) -> Span:
        """Return the original stretch behind ``normalised[start:end]``.

        Args:
            start: Index into the normalised text.
            end: Index behind the last character, greater than ``start``.

        Raises:
            ValueError: If the range is empty or lies outside the normalised text.
        """
        if not 0 <= start < end <= self.length:
            raise ValueError(f"not in the normalised text: {start}:{end} of {self.length}")
        return Span(self._first(start), self._last(end - 1))

    def first(self, index: int) -> int:
        """Return where, in the original text, the character ``normalised[index]`` begins."""
        return self._first(index)

    def replaced(self, start: int, end: int) -> Iterator[int]:
        """Yield where, in ``normalised[start:end]``, one character stands for others of the original."""
        for segment in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            if self.widths[segment]:
                yield self.starts[segment]

    def _first(self, index: int) -> int:
        segment = bisect_right(self.starts, index) - 1
        if self.widths[segment]:
            return self.origins[segment]
        return self.origins[segment] + index - self.starts[segment]

    def _last(self, index: int) -> int:
        segment = bisect_right(self.starts, index) - 1
        if self.widths[segment]:
            return self.origins[segment] + self.widths[segment]
        return self.origins[segment] + index - self.starts[segment] + 1

"""Pages as lines with their places: what a PDF's text layer and OCR both come to before they become text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, in the order in which the page is read.

    Args:
        text: Its words; a tab stands where a wide gap divides two columns.
        left: Distance of its left end from the left edge of the page; all measures in points (1/72 inch).
        top: Distance of its upper edge from the upper edge of the page.
        right: Distance of its right end from the left edge.
        bottom: Distance of its lower edge from the upper edge.
        size: Size of its letters.
        first_word: Width of its first word.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    first_word: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Args:
        width: In points.
        height: In points.
        lines: In reading order.
        has_images: Whether there is a picture on it.
        confidence: For pages from OCR the mean confidence of their words, 0 to 1.
    """

    width: float
    height: float
    lines: tuple[Line, ...]
    has_images: bool = False
    confidence: float | None = None

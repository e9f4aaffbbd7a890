"""What every reader returns."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadText:
    """The text of one source as the graph keeps it; all offsets refer to ``text``.

    Args:
        text: Paragraphs, list items and table cells are parted by an empty line, so that nothing has to be guessed
            from line ends; plain text stays as it is in the file.
        format: Which reader read it: ``text``, ``html``, ``docx``, ``pdf``, ``image``.
        encoding: The encoding that was recognised (``utf-8``, ``tcvn3`` …); for formats that name their own, the old
            font encoding that was undone, else ``unicode``.
        notes: What a reader of the graph should know, a Vietnamese sentence each, without a full stop.
        pages: For paged formats the offset at which each page starts, rising; the first is 0. Else ``None``.
        ocr: For pages that were read by OCR, the mean confidence of their words, 0 to 1. Else ``None``.
        ocr_pages: Numbers of the pages that were read by OCR, from 1.
    """

    text: str
    format: str
    encoding: str
    notes: tuple[str, ...] = ()
    pages: tuple[int, ...] | None = None
    ocr: float | None = None
    ocr_pages: tuple[int, ...] = ()


def page_at(pages: tuple[int, ...] | None, offset: int) -> int | None:
    """Return the number of the page, from 1, on which an offset lies; ``None`` without pages.

    Args:
        pages: The offset at which each page starts, rising.
        offset: An offset of the text.

    >>> page_at((0, 5, 8), 5), page_at(None, 5)
    (2, None)
    """
    return None if pages is None else max(1, bisect_right(pages, offset))

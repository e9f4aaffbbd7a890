"""The Python interface: read a file, a text, or many files. The pipeline is loaded at the first call, once."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ontology.errors import SourceError
from ontology.extraction import Extraction

if TYPE_CHECKING:
    from extract.extractor import Extractor


def read(path: Path | str) -> Extraction:
    """Read one file.

    Args:
        path: A file of a format that ``cuthehoa extract`` reads.

    Returns:
        Its letterhead, mentions and statements. Offsets are indices into ``result.text``.

    Raises:
        SourceError: If the file cannot be used; the message says why and what to do.
    """
    from extract.source import SourceFile, read_source

    path = Path(path)
    return _extractor().extract(read_source(SourceFile(path.name, path)))


def read_text(text: str, name: str = "text.txt") -> Extraction:
    """Read a text that is in memory.

    Args:
        text: The text.
        name: What to call it in evidence; a name that ends in ``.md`` says that it is Markdown.

    Returns:
        Its letterhead, mentions and statements. Offsets are indices into ``text``.
    """
    from extract.source import SourceText

    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _extractor().extract(SourceText(name, digest, "utf-8", text))


def read_all(paths: Iterable[Path | str], jobs: int = 1) -> Iterator[Extraction]:
    """Read files and folders, folders with all that is in them, in the order of their names.

    Args:
        paths: Files and folders.
        jobs: Number of processes; the result is the same whatever it is.

    Yields:
        What each source says.

    Raises:
        SourceError: At the first file that cannot be used; ``extract.extractor.extract_sources`` goes on behind it.
    """
    from extract.extractor import extract_sources
    from extract.source import list_sources

    for outcome in extract_sources(list_sources([Path(path) for path in paths]), jobs):
        if isinstance(outcome, SourceError):
            raise outcome
        yield outcome


@cache
def _extractor() -> "Extractor":
    from extract.extractor import Extractor

    return Extractor()

"""Writing pages of extracted texts: one file for one source, a folder with a list for several."""

import os
from collections.abc import Sequence
from pathlib import Path

from extract.source import SourceFile
from ontology.extraction import Extraction
from ui.cli.failures import UsageError
from ui.marked import page_paths, render_index, render_page


class PageWriter:
    """Writes the page of each source as it is read.

    Args:
        out: The page's file where there is one source, named as a file; else the folder of the pages.
        paths: What the user named; a folder among them stands for several sources.
        sources: The sources that these paths stand for.

    Raises:
        UsageError: If ``out`` is a file and a folder is needed.
    """

    def __init__(self, out: Path, paths: Sequence[Path], sources: Sequence[SourceFile]) -> None:
        alone = len(sources) == 1 and not any(path.is_dir() for path in paths) and not out.is_dir()
        if not alone and out.exists() and not out.is_dir():
            raise UsageError("đây là tệp, cần một thư mục", where=out, todo="Nhiều văn bản thì --html là tên thư mục")
        if any(out.resolve() == source.path.resolve() for source in sources):
            raise UsageError("trang sẽ ghi đè lên chính văn bản", where=out, todo="Chọn tên khác cho --html")
        self._folder = None if alone else out
        places = page_paths([source.file for source in sources])
        self._pages = {source.file: out if alone else out / at for source, at in zip(sources, places, strict=True)}
        self._addresses = {source.file: str(at) for source, at in zip(sources, places, strict=True)}
        self._written: list[tuple[str, Extraction]] = []

    def write(self, extraction: Extraction) -> Path:
        """Write the page of one source and return where it lies."""
        path = self._pages[extraction.file]
        _replace(path, render_page(extraction))
        if self._folder is not None:
            self._written.append((self._addresses[extraction.file], extraction))
        return path

    def finish(self) -> Path | None:
        """Write the list of all pages, where there are several, and return where it lies."""
        if self._folder is None or not self._written:
            return None
        path = self._folder / "index.html"
        _replace(path, render_index(self._written))
        return path


def _replace(path: Path, content: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        part.write_text(content, encoding="utf-8", newline="\n")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)

"""The store of what was read: one file of JSON lines for each source, named by the hash of its bytes.

A source that did not change is taken from here instead of being read again. The record does not depend on the
source's name, so a renamed file is unchanged, and a file that comes back is known at once.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from extract.record import from_record, to_record
from ontology.extraction import Extraction
from ontology.indicators import Indicator
from ontology.statements import Statement

_FOLDER = "sources"
_SUFFIX = ".jsonl"
_NO_FILE = ""
_HEADER = ("encoding", "format", "ocr", "notes")
"""What a record's first line says of how the source was read."""

_ROWS = {"mentions": "mention", "statements": "statement", "references": "reference", "indicators": "indicator"}
"""The lists of a record, and what a line holds of each."""


class SourceStore:
    """The ``sources`` folder of a graph.

    Args:
        folder: The graph's folder.
        extractor: Version of the extraction rules; records of another version count as absent.
    """

    def __init__(self, folder: Path, extractor: str) -> None:
        self._folder = folder / _FOLDER
        self._extractor = extractor

    def has(self, sha256: str) -> bool:
        """Tell whether there is a record of a source; whether it is whole shows when it is loaded.

        Args:
            sha256: Hash of the source's bytes.
        """
        try:
            with self._path(sha256).open("rb") as file:
                header = json.loads(file.readline())
        except (OSError, ValueError):
            return False
        return isinstance(header, dict) and header.get("extractor") == self._extractor

    def load(self, sha256: str, file: str, *, any_version: bool = False) -> Extraction | None:
        """Return what was read from a source earlier.

        Args:
            sha256: Hash of the source's bytes.
            file: The name that the source has now.
            any_version: Take what other rules read as well: for a source that cannot be read again.

        Returns:
            The extraction under that name; ``None`` if there is no record, or it is damaged or of another version:
            the source must then be read again.
        """
        try:
            data = self._path(sha256).read_bytes()
        except OSError:
            return None
        body, _, end = data.rstrip(b"\n").rpartition(b"\n")
        if end != _end(body):
            return None
        try:
            header, text, letterhead, *rows = (json.loads(line) for line in body.split(b"\n"))
            if header["sha256"] != sha256 or (header["extractor"] != self._extractor and not any_version):
                return None
            record = {
                "file": file,
                "sha256": sha256,
                **{key: header[key] for key in _HEADER},
                "letterhead": letterhead["letterhead"],
                **{key: [row[name] for row in rows if name in row] for key, name in _ROWS.items()},
            }
            return from_record(record, text["text"])
        except (ValueError, KeyError, TypeError):
            return None

    def save(self, extraction: Extraction) -> None:
        """Keep what was read from a source; replaces an older record in one step.

        Args:
            extraction: What was read.

        Raises:
            ValueError: If its offsets do not fit its text.
        """
        record = to_record(_renamed(extraction, _NO_FILE))
        lines: list[object] = [
            {"extractor": self._extractor, "sha256": extraction.sha256, **{key: record[key] for key in _HEADER}},
            {"text": extraction.text},
            {"letterhead": record["letterhead"]},
        ]
        for key, name in _ROWS.items():
            rows = record[key]
            lines += [{name: row} for row in rows] if isinstance(rows, list) else []
        # ASCII only: a text with a lone surrogate, which no encoder takes, survives as an escape.
        body = "\n".join(json.dumps(line, separators=(",", ":")) for line in lines).encode("ascii")
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(extraction.sha256)
        partial = path.with_suffix(f".{os.getpid()}.partial")
        try:
            with partial.open("wb") as file:
                file.write(body + b"\n" + _end(body) + b"\n")
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        except OSError:
            # On a full disk the half that was written would keep others from writing.
            partial.unlink(missing_ok=True)
            raise

    def keep_only(self, hashes: Collection[str]) -> None:
        """Remove the records of all other sources, and what an interrupted write left.

        Args:
            hashes: Hashes of the sources that the graph holds.
        """
        wanted = frozenset(hashes)
        for path in self._files():
            if path.suffix != _SUFFIX or path.stem not in wanted:
                # On Windows a file that someone else has open stays; the next build tries again.
                with contextlib.suppress(OSError):
                    path.unlink()

    def _path(self, sha256: str) -> Path:
        return self._folder / f"{sha256}{_SUFFIX}"

    def _files(self) -> Iterator[Path]:
        if self._folder.is_dir():
            yield from sorted(self._folder.iterdir())


def _end(body: bytes) -> bytes:
    """The last line: a checksum, so that a record cut short or changed is told from a whole one."""
    return json.dumps({"end": hashlib.sha256(body).hexdigest()}).encode("ascii")


def _renamed(extraction: Extraction, file: str) -> Extraction:
    return replace(
        extraction,
        file=file,
        statements=tuple(_of_file(statement, file) for statement in extraction.statements),
        indicators=tuple(_of_file(indicator, file) for indicator in extraction.indicators),
    )


_Said = TypeVar("_Said", Statement, Indicator)


def _of_file(said: _Said, file: str) -> _Said:
    return replace(said, evidence=replace(said.evidence, file=file))

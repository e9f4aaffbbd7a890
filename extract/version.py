"""Which rules read a source: a hash of the program text and tables that decide what a text says."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_SUFFIXES = (".py", ".json", ".toml")
_PACKAGES = ("extract", "ontology")


@cache
def extractor_version() -> str:
    """Return a hash of everything that decides what is read from the same bytes; loads none of it."""
    digest = hashlib.sha256()
    for package in _PACKAGES:
        for path, data in _read(files(package), package):
            digest.update(f"{path}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()[:16]


def _read(entry: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for child in sorted(entry.iterdir(), key=lambda child: child.name):
        if child.is_dir():
            yield from _read(child, f"{path}/{child.name}")
        elif child.name.endswith(_SUFFIXES):
            yield f"{path}/{child.name}", child.read_bytes().replace(b"\r\n", b"\n")

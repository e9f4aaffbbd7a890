"""Which rules made a graph: a hash of everything that decides what the same sources become."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

_RULES = {
    "graph": (
        *("identity", "ledger", "stores", "tables", "content.py", "search.py", "findings.py", "passages.py"),
        *("evidence_id.py", "indicator_values.py", "reasons.py", "proposal_values.py", "decision_values.py"),
        # What the tables say of places stands in the stores as well.
        *("places/lineage.py", "places/units.py", "quick_values.py"),
    ),
    "ontology": (
        "tables",
        "units.py",
        "lineage.py",
        "organizations.py",
        "folding.py",
        "codes.py",
        "dates.py",
        "organs.py",
        "vocabulary.py",
        "cuthehoa.ttl",
    ),
}
_DATA_PACKAGES = ("vietnamadminunits",)
_SUFFIXES = (".py", ".json", ".toml", ".sql", ".ttl")


@cache
def identity_version() -> str:
    """Return a hash of the rules, tables and store layouts by which sources become one graph.

    A graph that other rules made is built anew even where its sources are unchanged.
    """
    digest = hashlib.sha256()
    for package, names in _RULES.items():
        root = files(package)
        for name in names:
            for path, data in _read(root.joinpath(name), name):
                digest.update(f"{package}/{path}\0{len(data)}\0".encode())
                digest.update(data)
    for package in _DATA_PACKAGES:
        try:
            digest.update(f"{package}=={version(package)}\0".encode())
        except PackageNotFoundError:
            continue
    return digest.hexdigest()[:16]


def _read(entry: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    if entry.is_dir():
        for child in sorted(entry.iterdir(), key=lambda child: child.name):
            yield from _read(child, f"{path}/{child.name}")
    elif entry.is_file() and entry.name.endswith(_SUFFIXES):
        yield path, entry.read_bytes().replace(b"\r\n", b"\n")

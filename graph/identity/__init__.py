"""Which mentions of many sources are one thing: canonical IRIs, open where the sources leave it open."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.identity.assemble import build_content

__all__ = ["build_content"]


def __getattr__(name: str) -> object:
    # Answers need the names of units from this package; what builds a graph is loaded by whoever builds one.
    if name == "build_content":
        from graph.identity.assemble import build_content

        return build_content
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

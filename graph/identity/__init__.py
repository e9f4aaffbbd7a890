"""Which mentions of many sources are one thing: canonical IRIs, open where the sources leave it open."""

from graph.identity.assemble import build_content

__all__ = ["build_content"]

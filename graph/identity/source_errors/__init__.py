"""Errors in the sources that show only when many are read together. They are reported, and nothing is repaired."""

from graph.identity.source_errors.report import source_errors

__all__ = ["source_errors"]

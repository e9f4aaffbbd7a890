"""Readers of document formats: bytes of one file to the text that the graph keeps, with its page starts."""

from extract.formats.reading import READ_SUFFIXES, read
from extract.formats.text import ReadText

__all__ = ["READ_SUFFIXES", "ReadText", "read"]

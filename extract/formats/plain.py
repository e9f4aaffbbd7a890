"""Reading plain text: the bytes are the text, in whatever encoding they are."""

from pathlib import Path

from extract.encodings.decoding import decode_text
from extract.formats.text import ReadText


def read(data: bytes, where: Path | str) -> ReadText:
    """Read a plain text; raises ``SourceError`` as ``decode_text``."""
    decoded = decode_text(data, where)
    return ReadText(decoded.text, "text", decoded.encoding)

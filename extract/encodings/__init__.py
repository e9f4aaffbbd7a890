"""Encodings of Vietnamese text: recognised by score, decoded by the tables of the standards."""

from extract.encodings.decoding import Decoded, Undone, decode_text, undo_old_fonts

__all__ = ["Decoded", "Undone", "decode_text", "undo_old_fonts"]

"""Readers of document formats: bytes of one file to the text that the graph keeps, with its page starts."""

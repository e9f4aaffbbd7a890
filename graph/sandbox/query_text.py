"""What both query guards share: places in a query as people count them, and the bounds of a query's text."""

from __future__ import annotations

from typing import Final

from ontology.errors import QueryError

MAX_LENGTH: Final = 100_000
"""Characters. Longer texts are refused before anything reads them: parsers may need more than linear time."""

MAX_DEPTH: Final = 48
"""Brackets within brackets. Both engines parse by recursion, so depth is what overflows their stacks."""


def place(text: str, offset: int) -> str:
    """Names a position as editors do.

    Args:
        text: The whole query.
        offset: A ``str`` offset into it.

    Returns:
        ``dòng L, cột C``, both counted from 1.
    """
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return f"dòng {line}, cột {column}"


def refusal(text: str, offset: int, what: str, todo: str | None = None) -> QueryError:
    """Makes the error for one place in a query; the caller raises it.

    Args:
        text: The whole query.
        offset: Where the fault begins.
        what: What is wrong, in Vietnamese, without a final full stop.
        todo: What to do about it, likewise, or ``None``.

    Returns:
        The error, with its line and column.
    """
    return QueryError(what, where=place(text, offset), todo=todo)


def check_bounds(text: str) -> None:
    """Refuses texts that no guard should have to read.

    Args:
        text: The query as it was typed.

    Raises:
        QueryError: It is empty, too long, or holds a character that no engine can take.
    """
    if not text.strip():
        raise QueryError("Câu truy vấn trống", todo="Hãy nhập một câu SPARQL hoặc Cypher")
    if len(text) > MAX_LENGTH:
        raise QueryError(
            f"Câu truy vấn dài {len(text)} ký tự, quá giới hạn {MAX_LENGTH}",
            todo="Hãy rút gọn câu truy vấn, hoặc đưa danh sách giá trị vào tham số",
        )
    for offset, character in enumerate(text):
        # NUL ends the text for a C string, and a lone surrogate has no UTF-8 form: in both cases the engine
        # would read something else than what was checked here.
        if character == "\0" or "\ud800" <= character <= "\udfff":
            raise refusal(text, offset, f"Ký tự U+{ord(character):04X} không được phép trong câu truy vấn")

"""Cypher text -> tokens, by the same rules as Ladybug's own lexer.

The guard is only worth something if it cuts the text where the engine cuts it. So the rules below are those of
Ladybug's grammar (``Cypher.g4``), oddities included, and wherever two readings of a text are thinkable the text
is refused instead of one reading being chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from graph.sandbox.query_text import check_bounds, refusal

_SPACES: Final = frozenset(
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \xa0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_DIGITS: Final = frozenset("0123456789")
_HEX: Final = frozenset("0123456789abcdefABCDEF")
_PUNCTUATION: Final = ("<>", "<=", ">=", "<<", ">>", "=~", "!=", "..", *"()[]{}<>=+-*/%^&|!.,:;$")
_ESCAPES: Final = frozenset("\\'\"bBfFnNrRtT")
_ESCAPE_LENGTHS: Final = {"x": (2,), "X": (2,), "u": (4, 8), "U": (8, 4)}
_UPPER: Final = {lower: lower - 32 for lower in range(ord("a"), ord("z") + 1)}


class Kind(Enum):
    """What a token is."""

    SPACE = auto()
    COMMENT = auto()
    WORD = auto()
    QUOTED = auto()
    STRING = auto()
    INTEGER = auto()
    FLOAT = auto()
    PUNCTUATION = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the query.

    Attributes:
        kind: What it is.
        start: Where it begins in the query.
        end: Where the next piece begins.
        text: ``query[start:end]``; for words in ASCII capitals, which is all that Ladybug's keywords fold.
    """

    kind: Kind
    start: int
    end: int
    text: str


def tokens(query: str) -> tuple[Token, ...]:
    """Cuts a query into tokens that cover it without gaps; the last one is ``Kind.END``.

    Args:
        query: The Cypher text.

    Returns:
        All tokens in order, white space and comments among them.

    Raises:
        QueryError: The text cannot be cut in exactly one way, or goes beyond the bounds.

    Examples:
        >>> [token.text for token in tokens("match (n)")]
        ['MATCH', ' ', '(', 'N', ')', '']
    """
    check_bounds(query)
    found: list[Token] = []
    start = 0
    while start < len(query):
        kind, end = _next(query, start)
        text = query[start:end]
        found.append(Token(kind, start, end, text.translate(_UPPER) if kind is Kind.WORD else text))
        start = end
    found.append(Token(Kind.END, start, start, ""))
    return tuple(found)


def _next(query: str, start: int) -> tuple[Kind, int]:
    """Says what begins at ``start`` and where it ends."""
    first = query[start]
    if first in _SPACES:
        end = start + 1
        while end < len(query) and query[end] in _SPACES:
            end += 1
        return Kind.SPACE, end
    if query.startswith("//", start):
        return Kind.COMMENT, _line_comment(query, start)
    if query.startswith("/*", start):
        return Kind.COMMENT, _block_comment(query, start)
    if first in "'\"":
        return Kind.STRING, _string(query, start)
    if first == "`":
        return Kind.QUOTED, _quoted(query, start)
    if first in _DIGITS or (first == "." and query[start + 1 : start + 2] in _DIGITS):
        return _number(query, start)
    if first == "_" or first.isidentifier():
        end = start + 1
        while end < len(query) and ("a" + query[end]).isidentifier():
            end += 1
        return Kind.WORD, end
    for sign in _PUNCTUATION:
        if query.startswith(sign, start):
            return Kind.PUNCTUATION, start + len(sign)
    raise refusal(
        query,
        start,
        f"Ký tự «{first}» (U+{ord(first):04X}) không thuộc ngôn ngữ Cypher",
        "Nếu câu được chép từ văn bản, hãy gõ lại dấu nháy và dấu gạch bằng ký tự thường (' \" -)",
    )


def _line_comment(query: str, start: int) -> int:
    end = start
    while end < len(query) and query[end] != "\n":
        # In Ladybug a carriage return must be followed by a line feed, or the slashes are no comment at all.
        if query[end] == "\r" and query[end + 1 : end + 2] not in ("", "\n"):
            raise refusal(query, end, "Chú thích // có dấu xuống dòng lạ (CR)", "Hãy dùng dấu xuống dòng LF")
        end += 1
    return min(end + 1, len(query))


def _block_comment(query: str, start: int) -> int:
    end = query.find("*/", start + 2)
    if end < 0:
        raise refusal(query, start, "Chú thích /* chưa được đóng", "Hãy thêm */")
    # Ladybug reads stars in pairs, so that `/***/` and `/* **/` do not end a comment there: a query that shows
    # its reader a harmless text can show the engine `LOAD FROM`. The number of stars before `/` decides.
    stars = end
    while stars > start + 2 and query[stars - 1] == "*":
        stars -= 1
    if end > stars:
        raise refusal(query, stars, "Chú thích kết thúc bằng nhiều dấu sao", "Hãy viết /* … */ với một dấu sao")
    return end + 2


def _string(query: str, start: int) -> int:
    quote = query[start]
    at = start + 1
    while at < len(query):
        character = query[at]
        if character == "\\":
            at = _escape(query, at)
        elif character == quote:
            # Some versions read a doubled quote as one quote inside the string, others as two strings.
            if query[at + 1 : at + 2] == quote:
                raise refusal(query, at, "Hai dấu nháy liền nhau trong chuỗi", f"Hãy viết \\{quote}")
            return at + 1
        else:
            at += 1
    raise refusal(query, start, f"Chuỗi bắt đầu bằng {quote} chưa được đóng")


def _escape(query: str, start: int) -> int:
    letter = query[start + 1 : start + 2]
    if letter in _ESCAPES:
        return start + 2
    for length in _ESCAPE_LENGTHS.get(letter, ()):
        digits = query[start + 2 : start + 2 + length]
        if len(digits) == length and _HEX.issuperset(digits):
            return start + 2 + length
    # Ladybug gives up the whole string here and reads its inside as code.
    raise refusal(query, start, "Dấu thoát trong chuỗi không hợp lệ", "Muốn viết dấu \\ trong chuỗi, hãy viết \\\\")


def _quoted(query: str, start: int) -> int:
    end = query.find("`", start + 1)
    if end < 0:
        raise refusal(query, start, "Tên trong dấu ` chưa được đóng")
    if end == start + 1 or query[end + 1 : end + 2] == "`":
        raise refusal(query, start, "Tên trong dấu ` trống hoặc chứa chính dấu `")
    return end + 1


def _number(query: str, start: int) -> tuple[Kind, int]:
    kind, end = Kind.INTEGER, _digits(query, start)
    if query[end : end + 1] == "." and query[end + 1 : end + 2] in _DIGITS:
        kind, end = Kind.FLOAT, _digits(query, end + 1)
    if query[end : end + 1] in ("e", "E"):
        sign = end + 2 if query[end + 1 : end + 2] == "-" else end + 1
        if query[sign : sign + 1] in _DIGITS:
            kind, end = Kind.FLOAT, _digits(query, sign)
    after = query[end : end + 1]
    if after and ("a" + after).isidentifier():
        raise refusal(query, end, "Số dính liền với chữ", "Hãy thêm dấu cách")
    if kind is Kind.INTEGER and end - start > 1 and query[start] == "0":
        raise refusal(query, start, "Số nguyên không được bắt đầu bằng 0")
    return kind, end


def _digits(query: str, start: int) -> int:
    end = start
    while end < len(query) and query[end] in _DIGITS:
        end += 1
    return end

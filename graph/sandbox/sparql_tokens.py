"""SPARQL text -> tokens, refusing every text that Oxigraph might cut elsewhere.

Oxigraph reads without a lexer: where an operator may stand, ``<`` is "less than" even if ``<…>`` would make an
IRI. So ``?a<2#>`` is an IRI for a lexer and a comment for Oxigraph, and what follows is code for one and not for
the other; three such texts reached a ``SERVICE`` when they were tried. Where the two readings differ, the text
is refused and the user is told how to write it so that they agree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from graph.sandbox.query_text import MAX_DEPTH, check_bounds, refusal

_LETTER: Final = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME: Final = _LETTER + "_0-9\u00b7\u0300-\u036f\u203f-\u2040"
# Bounded, since each word is tried as a prefix first: `a.a.a.a…` would cost the square of its length.
_DOTTED: Final = rf"(?:[{_NAME}.-]{{0,80}}[{_NAME}-])?"
_PATTERNS: Final = {
    "SPACE": r"[ \t\r\n]+",
    "COMMENT": r"#[^\r\n]*",
    "IRI": r"<[^<>\"{}|^`\\\x00-\x20]*>",
    "VARIABLE": rf"[?$][{_NAME}]+",
    "BLANK": rf"_:[{_NAME}]{_DOTTED}",
    "PREFIXED": rf"(?:[{_LETTER}]{_DOTTED})?:(?:(?:[{_NAME}:]|%[0-9A-Fa-f]{{2}})"
    rf"(?:(?:[{_NAME}.:-]|%[0-9A-Fa-f]{{2}})*(?:[{_NAME}:-]|%[0-9A-Fa-f]{{2}}))?)?",
    "LANGUAGE": r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*",
    "NUMBER": r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?",
    "WORD": r"[A-Za-z][A-Za-z0-9_]*",
    "PUNCTUATION": r"\^\^|&&|\|\||!=|<=|>=|[(){}\[\].,;=<>+\-*/!|^?]",
}
_TOKEN: Final = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()))
_STRING_ESCAPE: Final = re.compile(r"\\(?:[tbnrf\"'\\]|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}


class Kind(Enum):
    """What a token is."""

    SPACE = auto()
    COMMENT = auto()
    IRI = auto()
    VARIABLE = auto()
    BLANK = auto()
    PREFIXED = auto()
    LANGUAGE = auto()
    NUMBER = auto()
    STRING = auto()
    WORD = auto()
    PUNCTUATION = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the query.

    Attributes:
        kind: What it is.
        start: Where it begins in the query.
        end: Where the next piece begins.
        text: ``query[start:end]``.
    """

    kind: Kind
    start: int
    end: int
    text: str


_OPERANDS: Final = frozenset(
    {Kind.IRI, Kind.VARIABLE, Kind.BLANK, Kind.PREFIXED, Kind.LANGUAGE, Kind.NUMBER, Kind.STRING}
)


def tokens(query: str) -> tuple[Token, ...]:
    """Cuts a query into tokens that cover it without gaps.

    Args:
        query: The SPARQL text.

    Returns:
        All tokens in order, white space and comments among them.

    Raises:
        QueryError: The text cannot be cut in exactly one way, its brackets do not match, or it goes beyond the
            bounds.

    Examples:
        >>> [token.text for token in tokens("ASK{?s a ex:b}") if token.kind is not Kind.SPACE]
        ['ASK', '{', '?s', 'a', 'ex:b', '}']
    """
    check_bounds(query)
    return _Lexer(query).run()


class _Lexer:
    """One pass over a query; the open brackets tell an operator from the beginning of an IRI."""

    def __init__(self, query: str) -> None:
        self._query = query
        self._found: list[Token] = []
        self._last: Token | None = None  # the last token that is neither white space nor comment
        self._open: list[tuple[str, int]] = []  # "(", "[", "{", or "V" for the braces of VALUES
        self._values = False  # VALUES was read and its braces not yet

    def run(self) -> tuple[Token, ...]:
        """Reads the whole query."""
        at = 0
        while at < len(self._query):
            token = self._next(at)
            self._found.append(token)
            if token.kind not in (Kind.SPACE, Kind.COMMENT):
                self._track(token)
                self._last = token
            at = token.end
        if self._open:
            raise refusal(self._query, self._open[-1][1], "Dấu ngoặc này chưa được đóng")
        return tuple(self._found)

    def _next(self, start: int) -> Token:
        query = self._query
        if query[start] in "\"'":
            end = self._string(start)
            return Token(Kind.STRING, start, end, query[start:end])
        if query.startswith("<<", start):
            raise refusal(
                query, start, "Không dùng được << ở đây", "Với phép so sánh, hãy thêm dấu cách: ?a < <http://…>"
            )
        match = _TOKEN.match(query, start)
        if match is None or match.lastgroup is None:
            raise refusal(
                query,
                start,
                f"Ký tự «{query[start]}» (U+{ord(query[start]):04X}) không đọc được ở đây",
                "Hãy viết IRI đầy đủ trong <…>, và gõ lại các dấu được chép từ văn bản",
            )
        token = Token(Kind[match.lastgroup], start, match.end(), match.group())
        if token.kind is Kind.IRI:
            self._check_iri(token)
        if token.kind in (Kind.PREFIXED, Kind.BLANK, Kind.LANGUAGE):
            self._check_name(token)
        return token

    def _check_iri(self, token: Token) -> None:
        """Refuses an IRI that Oxigraph may take for "less than" and a string or a comment."""
        if "'" in token.text:
            raise refusal(self._query, token.start, "IRI chứa dấu nháy đơn", "Hãy viết %27 thay cho dấu nháy")
        if "#" in token.text and self._open and self._open[-1][0] == "(" and self._operand_ended():
            raise refusal(
                self._query,
                token.start,
                "Không rõ dấu < này là phép so sánh hay là đầu của một IRI",
                "Hãy thêm dấu cách sau dấu < nếu là phép so sánh, hoặc dùng PREFIX cho IRI",
            )

    def _operand_ended(self) -> bool:
        last = self._last
        if last is None:
            return False
        return last.kind in _OPERANDS or last.text in (")", "]") or last.text.upper() in ("TRUE", "FALSE")

    def _check_name(self, token: Token) -> None:
        """Refuses a name in which Oxigraph may find the word SERVICE, as in ``SERVICE:x`` and ``1SERVICE:x``."""
        prefix, _, local = token.text.upper().partition(":")
        if "SERVICE" in prefix or any(part.startswith("SERVICE") for part in local.split(".")[1:]):
            raise refusal(
                self._query,
                token.start,
                f"Tên «{token.text}» có thể bị đọc thành mệnh đề SERVICE",
                "Hãy chọn tiền tố khác hoặc viết IRI đầy đủ trong <…>",
            )

    def _track(self, token: Token) -> None:
        """Keeps the open brackets."""
        if token.kind is Kind.WORD:
            self._values = self._values or token.text.upper() == "VALUES"
        if token.kind is not Kind.PUNCTUATION:
            return
        if token.text in _PAIRS.values():
            data = token.text == "{" and self._values
            inside_data = bool(self._open) and self._open[-1][0] in ("V", "D")
            self._open.append(("V" if data else "D" if inside_data and token.text == "(" else token.text, token.start))
            self._values = self._values and not data
            if len(self._open) > MAX_DEPTH:
                raise refusal(self._query, token.start, f"Câu truy vấn lồng nhau quá {MAX_DEPTH} lớp")
        elif token.text in _PAIRS:
            kind = self._open.pop()[0] if self._open else ""
            if {"V": "{", "D": "("}.get(kind, kind) != _PAIRS[token.text]:
                raise refusal(self._query, token.start, f"Dấu «{token.text}» không khớp với dấu mở ngoặc nào")

    def _string(self, start: int) -> int:
        query, quote = self._query, self._query[start]
        fence = quote * 3 if query.startswith(quote * 3, start) else quote
        at = start + len(fence)
        while at < len(query):
            if query.startswith(fence, at):
                return at + len(fence)
            if query[at] == "\\":
                at = self._escape(at)
            elif query[at] in "\r\n" and len(fence) == 1:
                break
            else:
                at += 1
        raise refusal(
            query, start, f"Chuỗi bắt đầu bằng {fence} chưa được đóng", 'Chuỗi nhiều dòng phải nằm giữa hai lần """'
        )

    def _escape(self, start: int) -> int:
        # A wrong escape makes Oxigraph give up '''…''' and read two quotes as an empty string, the rest as code.
        match = _STRING_ESCAPE.match(self._query, start)
        if match is None:
            raise refusal(
                self._query, start, "Dấu thoát trong chuỗi không hợp lệ", "Muốn viết dấu \\ trong chuỗi, hãy viết \\\\"
            )
        code = match[1] or match[2]
        # SPARQL lets an engine replace such escapes before it reads anything: \u0022 would then end the string.
        if code is not None and int(code, 16) < 0x80:
            raise refusal(self._query, start, "Mã \\u của một ký tự ASCII trong chuỗi", "Hãy gõ thẳng ký tự đó")
        return match.end()

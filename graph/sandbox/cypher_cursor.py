"""Reading tokens of a Cypher query one after the other, with errors that say what was expected where."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Never

from graph.sandbox.cypher_tokens import Kind, Token, tokens
from graph.sandbox.query_text import MAX_DEPTH, refusal


@cache
def _words() -> tuple[frozenset[str], dict[str, str], frozenset[str]]:
    """Reads the word table: allowed functions, refused clauses with reasons, reserved words."""
    table = tomllib.loads(files("graph").joinpath("sandbox/cypher_words.toml").read_text(encoding="utf-8"))
    functions = frozenset(name for group in table["functions"].values() for name in group)
    return functions, dict(table["refused"]), frozenset(table["reserved"]["words"])


class Cursor:
    """Recursive descent over the tokens that mean something; each method reads one rule of the grammar."""

    def __init__(self, query: str) -> None:
        self._query = query
        self._tokens = [token for token in tokens(query) if token.kind not in (Kind.SPACE, Kind.COMMENT)]
        self._at = 0
        self._depth = 0
        # Places where a bracket turned out to open no path: asked once each, or nested brackets cost 2^depth.
        self._no_path: set[int] = set()
        self._functions, self._refused, self._reserved = _words()

    # -- tokens ---------------------------------------------------------------------------------------------

    @property
    def _now(self) -> Token:
        return self._tokens[self._at]

    def _peek(self, ahead: int = 1) -> Token:
        return self._tokens[min(self._at + ahead, len(self._tokens) - 1)]

    def _is(self, text: str, ahead: int = 0) -> bool:
        token = self._peek(ahead)
        return token.text == text and token.kind in (Kind.WORD, Kind.PUNCTUATION)

    def _take(self, *texts: str) -> bool:
        """Reads the given tokens if all of them come next."""
        if all(self._is(text, ahead) for ahead, text in enumerate(texts)):
            self._at += len(texts)
            return True
        return False

    def _need(self, *texts: str) -> None:
        for text in texts:
            if not self._take(text):
                self._fail(f"cần «{text}»")

    def _fail(self, expected: str, todo: str | None = None) -> Never:
        token = self._now
        raw = self._query[token.start : token.end]
        found = "câu đã hết" if token.kind is Kind.END else f"gặp «{raw[:40]}»"
        raise refusal(self._query, token.start, f"Sai cú pháp Cypher: {expected}, nhưng {found}", todo)

    def _enter(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise refusal(self._query, self._now.start, f"Câu truy vấn lồng nhau quá {MAX_DEPTH} lớp")

    def _name(self, what: str) -> str:
        token = self._now
        if token.kind is Kind.WORD and token.text in self._reserved:
            raw = self._query[token.start : token.end]
            self._fail(f"cần {what}", f"Nếu «{raw}» là tên, hãy viết trong dấu nháy ngược: `{raw}`")
        if token.kind not in (Kind.WORD, Kind.QUOTED):
            self._fail(f"cần {what}")
        self._at += 1
        return token.text

    def _name_comes(self, ahead: int = 0) -> bool:
        token = self._peek(ahead)
        return token.kind is Kind.QUOTED or (token.kind is Kind.WORD and token.text not in self._reserved)

    def _clause_refused(self) -> Never:
        token = self._now
        reason = self._refused.get(token.text) if token.kind is Kind.WORD else None
        if reason is not None:
            raise refusal(
                self._query,
                token.start,
                f"Mệnh đề {token.text} bị từ chối: {reason}",
                "Ô truy vấn chỉ đọc: hãy dùng MATCH, WHERE, WITH, UNWIND, RETURN; "
                f"nếu đó là tên, hãy viết `{self._query[token.start : token.end]}`",
            )
        self._fail("cần MATCH, OPTIONAL MATCH, UNWIND, WITH hoặc RETURN")

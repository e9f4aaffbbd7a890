"""Patterns and expressions of Cypher, as far as reading queries need them: the rules of Ladybug's own grammar."""

from __future__ import annotations

from typing import Final

from graph.sandbox.cypher_cursor import Cursor
from graph.sandbox.cypher_tokens import Kind
from graph.sandbox.query_text import refusal
from ontology.errors import QueryError

_OPERATORS: Final = frozenset(
    ("=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "^", "&", "|", "<<", ">>", "=~")
)
_OPERATOR_WORDS: Final = frozenset({"AND", "OR", "XOR", "IN", "CONTAINS"})
_QUANTIFIERS: Final = frozenset({"ALL", "ANY", "NONE", "SINGLE"})


class _NoPatternError(Exception):
    """A bracket that might have opened a path pattern does not."""


class Grammar(Cursor):
    """Recursive descent: each method reads one rule, and raises ``QueryError`` where the text departs from it."""

    # -- patterns -------------------------------------------------------------------------------------------

    def _pattern(self) -> None:
        self._pattern_part()
        while self._take(","):
            self._pattern_part()

    def _pattern_part(self) -> None:
        if self._name_comes() and self._is("=", 1):
            self._at += 2
        self._pattern_element()

    def _pattern_element(self) -> None:
        if self._is("(") and self._is("(", 1):
            self._enter()
            self._need("(")
            self._pattern_element()
            self._need(")")
            self._depth -= 1
            return
        self._node()
        while self._chain_comes():
            self._relationship()
            self._node()

    def _chain_comes(self) -> bool:
        return self._is("-") or (self._is("<") and self._is("-", 1))

    def _node(self) -> None:
        self._enter()
        self._need("(")
        if self._name_comes():
            self._at += 1
        if self._take(":"):
            self._name("nhãn")
            while self._take("|") or self._take(":"):
                self._take(":")
                self._name("nhãn")
        if self._is("{"):
            self._struct(strings=False)
        self._need(")")
        self._depth -= 1

    def _relationship(self) -> None:
        left = self._take("<")
        self._need("-")
        if self._take("["):
            if self._name_comes():
                self._at += 1
            if self._take(":"):
                self._name("loại quan hệ")
                while self._take("|"):
                    self._take(":")
                    self._name("loại quan hệ")
            if self._take("*"):
                self._recursive()
            if self._is("{"):
                self._struct(strings=False)
            self._need("]")
        self._need("-")
        if not left:
            self._take(">")

    def _recursive(self) -> None:
        every = self._take("ALL")
        if self._take("WSHORTEST"):
            self._need("(")
            self._name("tên thuộc tính")
            self._need(")")
        elif not (self._take("SHORTEST") or (not every and (self._take("TRAIL") or self._take("ACYCLIC")))) and every:
            self._fail("cần SHORTEST")
        low = self._integer()
        if self._take(".."):
            self._integer()
        elif not low and self._now.kind is Kind.FLOAT:
            self._fail("cần độ dài đường đi là số nguyên")
        if self._take("("):
            self._name("tên biến")
            self._need(",")
            self._name("tên biến")
            if self._take("|", "WHERE"):
                self._expression(bar=False)
            if self._take("|"):
                self._recursive_items()
                self._need(",")
                self._recursive_items()
            self._need(")")

    def _recursive_items(self) -> None:
        self._need("{")
        if not self._is("}"):
            self._projection_item()
            while self._take(","):
                self._projection_item()
        self._need("}")

    def _integer(self) -> bool:
        if self._now.kind is Kind.INTEGER:
            self._at += 1
            return True
        return False

    # -- expressions ----------------------------------------------------------------------------------------

    def _expression(self, *, bar: bool = True) -> None:
        """Reads operands and operators in turn; which binds tighter is the engine's affair."""
        self._enter()
        self._operand()
        while self._operator(bar=bar):
            self._operand()
        self._depth -= 1

    def _operator(self, *, bar: bool) -> bool:
        token = self._now
        if token.kind is Kind.PUNCTUATION and token.text == "!=":
            self._fail("phép «khác» trong Cypher viết là <>")
        if token.kind is Kind.PUNCTUATION and token.text in _OPERATORS and (bar or token.text != "|"):
            self._at += 1
            return True
        if token.kind is Kind.WORD and token.text in _OPERATOR_WORDS:
            self._at += 1
            return True
        return self._take("STARTS", "WITH") or self._take("ENDS", "WITH")

    def _operand(self) -> None:
        while self._take("NOT") or self._take("-"):
            pass
        self._atom()
        while True:
            if self._take("."):
                if not self._take("*"):
                    self._name("tên thuộc tính")
            elif self._take("["):
                self._index()
            elif self._take("IS"):
                self._take("NOT")
                self._need("NULL")
            elif not self._take("!"):
                return

    def _index(self) -> None:
        if not (self._is(":") or self._is("..")):
            self._expression()
        if (self._take(":") or self._take("..")) and not self._is("]"):
            self._expression()
        self._need("]")

    def _atom(self) -> None:
        token = self._now
        if token.kind in (Kind.STRING, Kind.INTEGER, Kind.FLOAT):
            self._at += 1
        elif self._take("TRUE") or self._take("FALSE") or self._take("NULL"):
            pass
        elif self._is("$"):
            self._parameter()
        elif self._is("("):
            self._bracket()
        elif self._take("["):
            self._list()
        elif self._is("{"):
            self._struct(strings=True)
        elif self._take("CASE"):
            self._case()
        elif (self._is("EXISTS") or self._is("COUNT")) and self._is("{", 1):
            self._subquery()
        elif self._is("CAST") and self._is("(", 1):
            self._cast()
        elif token.kind is Kind.WORD and token.text in _QUANTIFIERS and self._is("(", 1):
            self._quantifier()
        elif self._name_comes() and self._is("(", 1):
            self._call()
        else:
            self._name("một giá trị")

    def _parameter(self) -> None:
        dollar = self._now
        self._need("$")
        if self._now.start != dollar.end or self._now.kind not in (Kind.WORD, Kind.INTEGER):
            self._fail("cần tên tham số ngay sau $")
        self._at += 1

    def _bracket(self) -> None:
        """Reads a path in an expression, ``(a)-[:R]->()``, or else an expression in brackets."""
        start, depth = self._at, self._depth
        if start not in self._no_path:
            try:
                self._path()
            except (_NoPatternError, QueryError):
                self._no_path.add(start)
                self._at, self._depth = start, depth
            else:
                return
        self._need("(")
        self._expression()
        self._need(")")

    def _path(self) -> None:
        self._node()
        if not self._chain_comes():
            raise _NoPatternError
        while self._chain_comes():
            self._relationship()
            self._node()

    def _list(self) -> None:
        while not self._take("]"):
            if not self._take(","):
                self._expression()
                if not (self._is(",") or self._is("]")):
                    self._fail("cần «,» hoặc «]»")

    def _struct(self, *, strings: bool) -> None:
        self._need("{")
        while not self._take("}"):
            if strings and self._now.kind is Kind.STRING:
                self._at += 1
            else:
                self._name("tên thuộc tính")
            self._need(":")
            self._expression()
            if not self._is("}"):
                self._need(",")

    def _case(self) -> None:
        if not self._is("WHEN"):
            self._expression()
        if not self._is("WHEN"):
            self._fail("cần WHEN")
        while self._take("WHEN"):
            self._expression()
            self._need("THEN")
            self._expression()
        if self._take("ELSE"):
            self._expression()
        self._need("END")

    def _subquery(self) -> None:
        self._at += 2
        if not self._is("MATCH"):
            self._clause_refused()
        self._need("MATCH")
        self._pattern()
        self._where()
        self._need("}")

    def _cast(self) -> None:
        self._at += 2
        self._expression()
        if self._take("AS"):
            self._type()
        else:
            self._need(",")
            self._expression()
        self._need(")")

    def _type(self) -> None:
        """Reads ``INT64``, ``DECIMAL(5, 2)``, ``STRING[]``; structured types are of no use in a query box."""
        self._name("tên kiểu")
        if self._take("("):
            self._integer()
            while self._take(","):
                self._integer()
            self._need(")")
        while self._take("["):
            self._integer()
            self._need("]")

    def _quantifier(self) -> None:
        self._at += 2
        self._name("tên biến")
        self._need("IN")
        self._expression()
        self._need("WHERE")
        self._expression()
        self._need(")")

    def _call(self) -> None:
        token = self._now
        if token.kind is Kind.QUOTED or token.text not in self._functions:
            raw = self._query[token.start : token.end]
            raise refusal(
                self._query,
                token.start,
                f"Hàm «{raw}» không có trong danh sách được phép",
                "Danh sách hàm ở tệp graph/sandbox/cypher_words.toml",
            )
        self._at += 2
        if token.text == "COUNT" and self._take("*"):
            self._need(")")
            return
        self._take("DISTINCT")
        while not self._take(")"):
            self._argument()
            if not self._is(")"):
                self._need(",")

    def _argument(self) -> None:
        """Reads ``x``, ``name := x`` or ``x -> …``."""
        pair = self._peek(1).text + self._peek(2).text
        if self._name_comes() and pair in (":=", "->"):
            self._at += 3
        elif self._is("("):
            self._lambda_names()
        self._expression()

    def _lambda_names(self) -> None:
        """Reads ``(x, y) ->``, if that is what the bracket opens."""
        ahead = 1
        while self._name_comes(ahead) and self._is(",", ahead + 1):
            ahead += 2
        if self._name_comes(ahead) and all(self._is(text, ahead + 1 + n) for n, text in enumerate(")->")):
            self._at += ahead + 4

    def _projection_item(self) -> None:
        self._expression()
        if self._take("AS"):
            self._name("tên cột")

    def _where(self) -> None:
        if self._take("WHERE"):
            self._expression()

"""Whether a Cypher text is one reading query, and nothing else.

Ladybug opened read-only still reads and writes files (``LOAD FROM``, ``COPY … TO``, ``EXPORT DATABASE``), so a
query is let through only if it can be derived from the grammar below: the reading half of Ladybug's own. There
is no list of bad words to slip past: a word is a clause only where the grammar expects a clause. Why that is
enough: here as in Ladybug operands and operators alternate strictly, so two names never stand side by side, and
every clause that writes or reads files needs its keyword where an operand has just ended.
"""

from __future__ import annotations

from itertools import pairwise

from graph.sandbox.cypher_grammar import Grammar
from graph.sandbox.cypher_tokens import Kind, tokens
from graph.sandbox.query_text import refusal


def check_cypher(query: str) -> None:
    """Lets one reading query through.

    Args:
        query: The Cypher text as it was typed.

    Raises:
        QueryError: It is not one reading query; says where and why.

    Examples:
        >>> check_cypher("MATCH (n:Document) WHERE n.load = 'CREATE' RETURN n.code")
        >>> check_cypher("WITH 1 AS AS LOAD FROM '/etc/passwd' RETURN *")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ontology.errors.QueryError: dòng 1, cột 14: Mệnh đề LOAD bị từ chối: đọc tệp hoặc nạp phần mở rộng. ...
    """
    _Statement(query).statement()


def parameters_of(query: str) -> frozenset[str]:
    """Finds the parameters that a query asks for.

    Args:
        query: A Cypher text that ``check_cypher`` let through.

    Returns:
        Their names, without the dollar sign.

    Examples:
        >>> sorted(parameters_of("MATCH (n {code: $Code}) WHERE n.x = '$y' RETURN n LIMIT $1"))
        ['1', 'Code']
    """
    return frozenset(query[name.start : name.end] for sign, name in pairwise(tokens(query)) if sign.text == "$")


class _Statement(Grammar):
    """Clauses, and the whole text."""

    def statement(self) -> None:
        """Reads the whole text."""
        self._single_query()
        while self._take("UNION"):
            self._take("ALL")
            self._single_query()
        self._take(";")
        if self._now.kind is not Kind.END:
            if self._tokens[self._at - 1].text == ";":
                raise refusal(
                    self._query, self._now.start, "Mỗi lần chỉ chạy một câu truy vấn", "Hãy bỏ phần sau dấu ;"
                )
            self._clause_refused()

    def _single_query(self) -> None:
        while not self._take("RETURN"):
            if self._take("OPTIONAL", "MATCH") or self._take("MATCH"):
                self._pattern()
                self._where()
            elif self._take("UNWIND"):
                self._expression()
                self._need("AS")
                self._name("tên biến")
            elif self._take("WITH"):
                self._projection()
                self._where()
            else:
                self._clause_refused()
        self._projection()

    def _projection(self) -> None:
        self._take("DISTINCT")
        if not self._take("*"):
            self._projection_item()
        while self._take(","):
            self._projection_item()
        if self._take("ORDER"):
            self._need("BY")
            self._sort_item()
            while self._take(","):
                self._sort_item()
        if self._take("SKIP"):
            self._expression()
        if self._take("LIMIT"):
            self._expression()

    def _sort_item(self) -> None:
        self._expression()
        if self._now.kind is Kind.WORD and self._now.text in ("ASC", "ASCENDING", "DESC", "DESCENDING"):
            self._at += 1

"""Whether a SPARQL text is one reading query that stays inside the store.

Oxigraph itself refuses updates in a query, but follows ``SERVICE`` out to the network. The guard reads tokens,
not words in a text: outside IRIs, names, strings and comments SPARQL has nothing but the keywords and functions
of its grammar, so a bare word that is not in ``sparql_words.toml`` is refused wherever it stands. What is left
of the grammar is checked by Oxigraph in the worker.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import cache
from importlib.resources import files
from typing import Final, Literal, TypeAlias

from graph.sandbox.query_text import refusal
from graph.sandbox.sparql_tokens import Kind, Token, tokens

QueryKind: TypeAlias = Literal["select", "ask", "construct", "describe"]

_KINDS: Final[dict[str, QueryKind]] = {
    "SELECT": "select",
    "ASK": "ask",
    "CONSTRUCT": "construct",
    "DESCRIBE": "describe",
}
_SCHEMES: Final = ("http://", "https://")


def check_sparql(query: str, prefixes: Collection[str] = ()) -> QueryKind:
    """Lets one reading query through.

    Args:
        query: The SPARQL text as it was typed.
        prefixes: Prefixes that hold without being declared in the text.

    Returns:
        Which form of query it is.

    Raises:
        QueryError: It is no reading query, leaves the store, or is malformed as far as tokens, brackets and
            prefixes show; says where and why.

    Examples:
        >>> check_sparql("SELECT ?s WHERE { ?s ?p 'service' }")
        'select'
        >>> check_sparql("ASK { SERVICE <http://example.org/> { ?s ?p ?o } }")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ontology.errors.QueryError: dòng 1, cột 7: Mệnh đề SERVICE bị từ chối: gọi máy chủ khác qua mạng. ...
    """
    meaning = [token for token in tokens(query) if token.kind not in (Kind.SPACE, Kind.COMMENT)]
    declared, body = _prologue(query, meaning)
    declared.update(prefixes)
    kind = _KINDS.get(meaning[body].text.upper()) if body < len(meaning) else None
    for at, token in enumerate(meaning):
        if token.kind is Kind.WORD:
            _check_word(query, meaning, at)
        elif token.kind is Kind.PREFIXED and at >= body and token.text.partition(":")[0] not in declared:
            prefix = token.text.partition(":")[0]
            raise refusal(
                query,
                token.start,
                f"Tiền tố «{prefix}:» chưa được khai báo",
                f"Hãy thêm PREFIX {prefix}: <…> ở đầu câu",
            )
    if kind is None:
        start = meaning[body].start if body < len(meaning) else len(query)
        raise refusal(query, start, "Sai cú pháp SPARQL: cần SELECT, ASK, CONSTRUCT hoặc DESCRIBE")
    return kind


@cache
def _words() -> tuple[frozenset[str], dict[str, str]]:
    """Reads the word table: allowed words, refused words with reasons."""
    table = tomllib.loads(files("graph").joinpath("sandbox/sparql_words.toml").read_text(encoding="utf-8"))
    return frozenset(word for group in table["allowed"].values() for word in group), dict(table["refused"])


def _prologue(query: str, meaning: list[Token]) -> tuple[set[str], int]:
    """Reads BASE and PREFIX declarations; returns the prefixes and where the query proper begins."""
    prefixes: set[str] = set()
    at = 0
    while at < len(meaning):
        word = meaning[at].text.upper()
        kinds = tuple(token.kind for token in meaning[at + 1 : at + 3])
        if word == "BASE" and kinds[:1] == (Kind.IRI,):
            at += 2
        elif word == "PREFIX" and kinds == (Kind.PREFIXED, Kind.IRI) and meaning[at + 1].text.endswith(":"):
            prefixes.add(meaning[at + 1].text[:-1])
            at += 3
        elif word in ("BASE", "PREFIX"):
            raise refusal(
                query, meaning[at].start, f"Khai báo {word} sai", "Hãy viết PREFIX ten: <http://…> hoặc BASE <http://…>"
            )
        else:
            break
    return prefixes, at


def _check_word(query: str, meaning: list[Token], at: int) -> None:
    """Refuses a bare word that SPARQL queries do not need, and graphs that are not in the store."""
    token = meaning[at]
    word = token.text.upper()
    allowed, refused = _words()
    if word == "FROM":
        _check_from(query, meaning, at)
    elif word in refused:
        raise refusal(
            query,
            token.start,
            f"Mệnh đề {word} bị từ chối: {refused[word]}",
            "Ô truy vấn chỉ đọc dữ liệu của đồ thị này: hãy dùng SELECT, ASK, CONSTRUCT, DESCRIBE",
        )
    elif word not in allowed:
        raise refusal(
            query,
            token.start,
            f"Sai cú pháp SPARQL: không có từ khóa hay hàm «{token.text}»",
            "Nếu là tên, hãy viết với tiền tố (ví dụ cth:code) hoặc IRI đầy đủ trong <…>",
        )


def _check_from(query: str, meaning: list[Token], at: int) -> None:
    """Lets ``FROM`` name graphs by full web IRIs only: a name, never the address of something to fetch."""
    named = at + 1 < len(meaning) and meaning[at + 1].text.upper() == "NAMED"
    target = at + 2 if named else at + 1
    if target < len(meaning):
        token = meaning[target]
        if token.kind is Kind.IRI and token.text[1:].lower().startswith(_SCHEMES):
            return
    raise refusal(
        query,
        meaning[at].start,
        "FROM chỉ nhận đồ thị có tên là IRI http(s) đầy đủ",
        "Hãy viết FROM <http://…>, hoặc bỏ FROM để hỏi cả đồ thị",
    )

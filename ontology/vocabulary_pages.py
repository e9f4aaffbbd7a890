"""The vocabulary as it is served at its namespace: Turtle, JSON-LD, and one page of HTML for people."""

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from typing import Final

from ontology import vocabulary
from ontology.json_ld import json_ld
from ontology.vocabulary import PREFIXES, expand
from ontology.vocabulary_terms import Term, TermKind, Words, read_terms

_KINDS: Final = (
    (TermKind.CLASS, Words("Lớp", "Classes")),
    (TermKind.OBJECT_PROPERTY, Words("Quan hệ", "Object properties")),
    (TermKind.DATATYPE_PROPERTY, Words("Thuộc tính", "Datatype properties")),
    (TermKind.SCHEME, Words("Bộ khái niệm", "Concept schemes")),
)
_ROWS: Final = (
    ("parents", Words("thuộc về", "narrower than")),
    ("domain", Words("nói về", "said of")),
    ("range", Words("giá trị", "value")),
    ("disjoint", Words("khác hẳn", "disjoint with")),
    ("similar", Words("xem thêm", "see also")),
)
_TRAITS: Final = {"transitive": Words("bắc cầu", "transitive"), "functional": Words("một giá trị", "functional")}


def vocabulary_turtle() -> bytes:
    """Return the vocabulary in Turtle, UTF-8."""
    return vocabulary.vocabulary_turtle().encode()


@cache
def vocabulary_jsonld() -> bytes:
    """Return the vocabulary in JSON-LD, UTF-8, with its prefixes as the context."""
    from pyoxigraph import RdfFormat, parse

    return b"".join(json_ld(quad.triple for quad in parse(vocabulary.vocabulary_turtle(), RdfFormat.TURTLE)))


@cache
def vocabulary_html() -> bytes:
    """Return the vocabulary as one page that needs nothing else: each term at the anchor of its local name."""
    terms = read_terms()
    own = frozenset(term.name for term in terms)
    parts = [_contents(terms)]
    for kind, heading in _KINDS:
        chosen = [term for term in terms if term.kind is kind]
        if kind is not TermKind.SCHEME:
            chosen.sort(key=lambda term: term.name.casefold())
        parts.append(f'<h2 id="{kind.value}">{_both(heading)} <small>{len(chosen)}</small></h2>')
        parts += [_section(term, own, [each for each in terms if each.scheme == term.name]) for term in chosen]
    page = (files("ontology") / "vocabulary_page.html").read_text(encoding="utf-8")
    return page.replace("<!-- body -->", "\n".join(parts)).encode()


def _contents(terms: Sequence[Term]) -> str:
    lines = []
    for kind, heading in _KINDS:
        links = " ".join(
            f'<a href="#{escape(term.name)}">{escape(term.name)}</a>'
            for term in sorted(terms, key=lambda term: term.name.casefold())
            if term.kind is kind
        )
        lines.append(f'<p><a class="kind" href="#{kind.value}">{_both(heading)}</a> {links}</p>')
    return f"<nav>{''.join(lines)}</nav>"


def _section(term: Term, own: frozenset[str], concepts: Sequence[Term]) -> str:
    rows = [(words, _links(getattr(term, field), own)) for field, words in _ROWS if getattr(term, field)]
    if term.inverse:
        rows.append((Words("chiều ngược", "inverse"), _links([term.inverse], own)))
    if term.traits:
        rows.append((Words("tính chất", "kind"), ", ".join(_both(_TRAITS[trait]) for trait in term.traits)))
    facts = "".join(f"<dt>{_both(words)}</dt><dd>{value}</dd>" for words, value in rows)
    table = _concepts(concepts, own) if concepts else ""
    return (
        f'<section id="{escape(term.name)}"><h3><a href="#{escape(term.name)}">cth:{escape(term.name)}</a> '
        f"<span>{_both(term.label)}</span></h3>"
        f'<p>{escape(term.comment.vi)}</p><p class="en" lang="en">{escape(term.comment.en)}</p>'
        f"<dl>{facts}</dl>{table}</section>"
    )


def _concepts(concepts: Iterable[Term], own: frozenset[str]) -> str:
    rows = []
    for concept in concepts:
        more = ", ".join(escape(notation) for notation in concept.notations)
        others = "".join(f"<li>{escape(words)}</li>" for words in concept.alternatives)
        links = _links([*concept.parents, *([concept.indicates] if concept.indicates else [])], own)
        rows.append(
            f'<tr id="{escape(concept.name)}"><th><a href="#{escape(concept.name)}">{escape(concept.name)}</a></th>'
            f"<td>{_both(concept.label)}{f'<ul>{others}</ul>' if others else ''}</td>"
            f"<td>{more}</td><td>{links}</td></tr>"
        )
    return f"<table>{''.join(rows)}</table>"


def _links(names: Iterable[str], own: frozenset[str]) -> str:
    return ", ".join(_link(name, own) for name in names)


def _link(name: str, own: frozenset[str]) -> str:
    prefix, _, local = name.partition(":")
    if prefix == "cth" and local in own:
        return f'<a href="#{escape(local)}">{escape(name)}</a>'
    if prefix in PREFIXES:
        return f'<a href="{escape(expand(name))}">{escape(name)}</a>'
    return escape(name)


def _both(words: Words) -> str:
    return f'{escape(words.vi)} <i lang="en">{escape(words.en)}</i>'

"""Documents: references that mean the same one, brought together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from graph.identity.iris import short_hash
from graph.identity.organization_names import canonical_name, issuing_body
from graph.identity.references import Reference
from graph.identity.rules import Rule
from graph.identity.scopes import Register, Scope
from graph.identity.titles import agree, disagree
from ontology.dates import PartialDate
from ontology.document_types import types_with_code
from ontology.folding import fold

MOST_COMPARED = 200
"""So many titles or subjects of one code are compared with a new one; more are nobody's honest list of documents."""

MOST_CANDIDATES = 100
"""So many candidates an open citation lists, the newest ones; a list of thousands tells nobody anything."""


@dataclass(eq=False, slots=True)
class Document:
    """One document, or one citation that could be several (then ``candidates`` holds them).

    Args:
        key: What identifies it, in words; unique.
        segments: Segments of its IRI.
        scope: Its register or issuing body.
        register: Its code's numbering parts; ``None`` without a code.
        date: Date of issue, or ``None``.
        references: All that name it, with the rule by which each was resolved.
        candidates: The documents that an open citation could be.
        sources: The sources that name it in any way.
        dated_sources: The sources that are it, or name it with a date.
        titled_sources: The sources that name it with a title.
        issuers: The bodies to which citations attribute it; see :func:`attributed`.
    """

    key: str
    segments: tuple[str, ...]
    scope: Scope
    register: Register | None
    date: PartialDate | None = None
    references: list[tuple[Reference, Rule]] = field(default_factory=list)
    candidates: tuple["Document", ...] = ()
    # Kept while references come in: thousands of texts cite one resolution, and each asks these questions.
    sources: set[int] = field(default_factory=set, init=False)
    dated_sources: set[int] = field(default_factory=set, init=False)
    titled_sources: set[int] = field(default_factory=set, init=False)
    issuers: set[str] = field(default_factory=set, init=False)
    _own_titles: dict[str, None] = field(default_factory=dict, init=False)
    _cited_titles: dict[str, None] = field(default_factory=dict, init=False)
    _kinds: dict[str, None] = field(default_factory=dict, init=False)

    @property
    def is_open(self) -> bool:
        """Whether it stands for an undecided citation."""
        return bool(self.candidates)

    @property
    def held(self) -> tuple[Reference, ...]:
        """The letterheads of the sources that it is."""
        return tuple(reference for reference, _ in self.references if reference.held)

    @property
    def titles(self) -> tuple[str, ...]:
        """All titles that it is given, those of its own text first."""
        return tuple(dict.fromkeys([*self._own_titles, *self._cited_titles]))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The types that references give it, as far as :func:`kind_of` tells."""
        return tuple(self._kinds)

    def take(self, reference: Reference, rule: Rule) -> None:
        """Add a reference that means this document."""
        self.references.append((reference, rule))
        self.sources.add(reference.source)
        if reference.held or reference.date is not None:
            self.dated_sources.add(reference.source)
        if reference.title is not None:
            titles = self._own_titles if reference.held else self._cited_titles
            if len(titles) < MOST_COMPARED:
                titles.setdefault(reference.title)
            self.titled_sources.add(reference.source)
        body = attributed(reference)
        if body is not None:
            self.issuers.add(body)
        kind = kind_of(reference)
        if kind is not None:
            self._kinds.setdefault(kind)

    def has_title(self, title: str) -> bool:
        """Whether some title of it is that title beyond doubt."""
        known = title in self._own_titles or title in self._cited_titles
        return (known and agree(title, title)) or any(agree(title, other) for other in self.titles)

    def rules_out_title(self, title: str) -> bool:
        """Whether it has titles, and every one of them is another document's beyond doubt."""
        if title in self._own_titles or title in self._cited_titles:
            return False
        titles = self.titles
        return bool(titles) and all(disagree(title, other) for other in titles)


def attributed(reference: Reference) -> str | None:
    """Return the canonical name of the body that a citation names as issuer, where that says more than the register.

    Three bodies share the register of the Party's centre; "Trung ương Đảng" may be each of them.
    """
    return None if reference.issuer is None else _attributed(reference.issuer, reference.scope.issuer)


@lru_cache(maxsize=65_536)
def _attributed(issuer: str, register: str | None) -> str | None:
    body = issuing_body(issuer)
    if register is not None and f"{fold(register)} ".startswith(f"{fold(body)} "):
        return None
    return canonical_name(body)[0]


def agreeing(title: str | None, documents: Iterable[Document]) -> list[Document]:
    """Return the documents of which some title is that title beyond doubt."""
    if title is None:
        return []
    return [document for document in documents if document.has_title(title)]


def not_contradicted(reference: Reference, documents: Iterable[Document]) -> list[Document]:
    """Return the documents that neither title nor type word of a reference rule out beyond doubt."""
    kind, title = kind_of(reference), reference.title
    return [
        document
        for document in documents
        if (kind is None or _one_kind(kind, document.kinds)) and (title is None or not document.rules_out_title(title))
    ]


def kind_of(reference: Reference) -> str | None:
    """Return the type of document, as far as the code's abbreviation tells it or leaves it to the type word.

    ``QĐ`` is written for quyết định and quy định, which are numbered apart: an undated ``11-QĐi/TW`` is not the
    decision ``11-QĐ/TW``. A type word that disagrees with the abbreviation altogether is a slip and tells nothing.
    """
    if reference.code is None or reference.code.type_code is None:
        return None
    names = [row.name for row in types_with_code(reference.code.type_code)]
    if len(names) == 1:
        return names[0]
    return reference.type if reference.type in names else None


def _one_kind(kind: str, others: Sequence[str]) -> bool:
    """Whether some of the others may be the same type; "chương trình hành động" is a kind of "chương trình"."""
    return not others or any(kind.startswith(other) or other.startswith(kind) for other in others)


def possible(reference: Reference, documents: Sequence[Document]) -> list[Document]:
    """Return the documents that the reading document can have meant: none is younger than it, or than its words say."""
    last = reference.last_day
    if last is None or reference.held:
        return list(documents)
    return [document for document in documents if document.date is None or document.date.first_day <= last]


def open_tail(reference: Reference) -> str:
    """Return the IRI segment of an open citation: the same whatever candidates there are.

    Mentions in one source that say the same of the document are one citation.
    """
    said = (reference.date, reference.term, reference.title, reference.issuer, kind_of(reference))
    return f"open-{short_hash(reference.context.key, *(str(value or '') for value in said))}"


def joined(known: Iterable[Document], more: Iterable[Document]) -> tuple[Document, ...]:
    """Return the candidates of two lists in canonical order, each once; of too many the newest."""
    every = {id(document): document for document in (*known, *more)}.values()
    newest = sorted(every, key=lambda d: (str(d.date) if d.date else "", d.key), reverse=True)[:MOST_CANDIDATES]
    return tuple(sorted(newest, key=lambda document: document.key))

"""Documents: references that mean the same one, brought together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.identity.references import Reference
from graph.identity.rules import Rule
from graph.identity.scopes import Register, Scope
from graph.identity.titles import agree, disagree
from ontology.dates import PartialDate
from ontology.document_types import types_with_code


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
    """

    key: str
    segments: tuple[str, ...]
    scope: Scope
    register: Register | None
    date: PartialDate | None = None
    references: list[tuple[Reference, Rule]] = field(default_factory=list)
    candidates: tuple["Document", ...] = ()

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
        own = [reference.title for reference in self.held if reference.title]
        cited = [reference.title for reference, _ in self.references if reference.title and not reference.held]
        return tuple(dict.fromkeys([*own, *cited]))

    def take(self, reference: Reference, rule: Rule) -> None:
        """Add a reference that means this document."""
        self.references.append((reference, rule))


def agreeing(title: str | None, documents: Iterable[Document]) -> list[Document]:
    """Return the documents of which some title is that title beyond doubt."""
    if title is None:
        return []
    return [document for document in documents if any(agree(title, other) for other in document.titles)]


def not_contradicted(reference: Reference, documents: Iterable[Document]) -> list[Document]:
    """Return the documents that neither title nor type word of a reference rule out beyond doubt."""
    kind, title = kind_of(reference), reference.title
    left = []
    for document in documents:
        kinds = (kind_of(other) for other, _ in document.references)
        if kind is not None and not _one_kind(kind, filter(None, kinds)):
            continue
        if title is not None and document.titles and all(disagree(title, other) for other in document.titles):
            continue
        left.append(document)
    return left


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


def _one_kind(kind: str, others: Iterable[str]) -> bool:
    """Whether some of the others may be the same type; "chương trình hành động" is a kind of "chương trình"."""
    known = list(others)
    return not known or any(kind.startswith(other) or other.startswith(kind) for other in known)


def possible(reference: Reference, documents: Sequence[Document]) -> list[Document]:
    """Return the documents that the reading document can have known: none is younger than it."""
    last = reference.context.last_day
    if last is None or reference.held:
        return list(documents)
    return [document for document in documents if document.date is None or document.date.first_day <= last]

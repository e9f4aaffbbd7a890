"""Corpus-wide agreement: what all other dated citations say that speak of the same matter.

An undated citation is decided by other texts only where they speak of the very same fact or use the very same words
that tell documents apart:

- One document carries out (reviews, amends …) the cited code, and wherever else that same document is said to do so
  to a dated document of that code, it is one and the same. The fact is one, so its other end is.
- One term is named with the code, and wherever else this code of this register stands with that term and a date, it
  is one and the same. Numbers begin anew with a term, so code and term name one document.
- One body says in two texts that the cited code carries out the same document. Bodies make a plan for one directive
  every year, often under the same number, so this counts only where every other candidate is known to carry out
  something else.

With two candidates left by all that, or none, the citation stays open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.identity.documents import Document
from graph.identity.references import Reference
from graph.identity.rules import Rule
from ontology.extraction import Extraction
from ontology.folding import fold
from ontology.statements import Modality, Statement

_CARRIES_OUT = "carries-out"

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What other texts say of an open citation.

    Args:
        of: For each candidate that some dated citation speaks of in the same matter, the matter in words.
        all_agree: Whether they leave one document, and it is a candidate.
    """

    of: dict[int, str] = field(default_factory=dict)
    all_agree: bool = False


def agree_where_all_do(documents: Sequence[Document], sources: Sequence[Extraction]) -> dict[int, Witnesses]:
    """Give open citations to the one document on which all other texts agree.

    Args:
        documents: All documents; open ones that are decided here lose their references.
        sources: What was read, by the number that references give.

    Returns:
        What was found for each open document that stays open, by its ``id``.
    """
    if not any(document.is_open for document in documents):
        return {}
    corpus = _Corpus(documents, sources)
    # All are looked at before any is decided: the result does not depend on their order.
    found = [(document, corpus.witnesses(document)) for document in documents if document.is_open]
    for document, witnesses in found:
        if witnesses.all_agree:
            (chosen,) = (candidate for candidate in document.candidates if id(candidate) in witnesses.of)
            for reference, _ in document.references:
                chosen.take(reference, Rule.AGREEMENT)
            document.references.clear()
    return {id(document): witnesses for document, witnesses in found if not witnesses.all_agree}


class _Corpus:
    """What dated citations say, by the matter of which they say it."""

    def __init__(self, documents: Sequence[Document], sources: Sequence[Extraction]) -> None:
        self._named: dict[tuple[int, int], tuple[Document, Reference]] = {
            (reference.source, reference.mention): (document, reference)
            for document in documents
            for reference, _ in document.references
        }
        self._statements: dict[tuple[int, int], list[Statement]] = {}
        self._objects: dict[Key, dict[int, Document]] = {}
        self._subjects: dict[Key, dict[int, Document]] = {}
        self._carried: dict[int, set[int]] = {}
        self._terms: dict[Key, dict[int, Document]] = {}
        for number, extraction in enumerate(sources):
            for statement in extraction.statements:
                self._learn(number, statement)
        for document in documents:
            for reference, _ in document.references:
                if reference.term is not None and _dated(document, reference):
                    self._terms.setdefault(_term_key(reference), {})[id(document)] = document

    def _learn(self, source: int, statement: Statement) -> None:
        if statement.object is None or statement.modality is not Modality.ASSERTED:
            return
        head = self._named.get((source, statement.subject))
        tail = self._named.get((source, statement.object))
        if head is None or tail is None:
            return
        for end in {statement.subject, statement.object}:
            self._statements.setdefault((source, end), []).append(statement)
        (subject, said), (object_, of) = head, tail
        if _certain(subject) and _dated(object_, of):
            self._objects.setdefault(_fact(statement, subject, of), {})[id(object_)] = object_
        if statement.predicate.carries_out and _certain(object_) and _dated(subject, said):
            self._subjects.setdefault(_plan(object_, said), {})[id(subject)] = subject
        if statement.predicate.carries_out:
            self._carried.setdefault(id(subject), set()).add(id(object_))

    def witnesses(self, document: Document) -> Witnesses:
        """Return what other texts say of an open citation."""
        meant: dict[int, Document] = {}
        matters: dict[int, str] = {}
        for reference, _ in document.references:
            for matter, found in self._said_of(document, reference):
                meant |= found
                for key in found:
                    matters.setdefault(key, matter)
        candidates = {id(candidate) for candidate in document.candidates}
        of = {key: matters[key] for key in meant if key in candidates}
        return Witnesses(of, all_agree=len(meant) == 1 and len(of) == 1)

    def _said_of(self, document: Document, reference: Reference) -> Iterable[tuple[str, dict[int, Document]]]:
        if reference.term is not None:
            yield reference.term, self._terms.get(_term_key(reference), {})
        for statement in self._statements.get((reference.source, reference.mention), ()):
            if statement.object == reference.mention:
                subject, said = self._named[reference.source, statement.subject]
                if _certain(subject):
                    matter = f"{said.code or said.norm}: {statement.cue}"
                    yield matter, self._objects.get(_fact(statement, subject, reference), {})
            elif statement.predicate.carries_out and statement.object is not None:
                object_, of = self._named[reference.source, statement.object]
                found = self._subjects.get(_plan(object_, reference), {}) if _certain(object_) else {}
                if self._others_do_otherwise(document, object_, found):
                    yield f"{statement.cue} {of.code or of.norm}", found

    def _others_do_otherwise(self, document: Document, object_: Document, found: dict[int, Document]) -> bool:
        others = [candidate for candidate in document.candidates if id(candidate) not in found]
        return all(self._carried.get(id(other), set()) - {id(object_)} for other in others)


def _certain(document: Document) -> bool:
    """Whether it is one document, told from all others."""
    dated = document.date is not None or (document.register is not None and document.register.year is not None)
    return not document.is_open and (dated or bool(document.held))


def _dated(document: Document, reference: Reference) -> bool:
    """Whether a citation names that document by its date, so that it can tell what others mean."""
    return not document.is_open and reference.date is not None


def _code(reference: Reference) -> Key:
    register = reference.register
    return (reference.scope.family, register.number, register.type_code) if register else (fold(reference.norm),)


def _fact(statement: Statement, subject: Document, of: Reference) -> Key:
    relation = _CARRIES_OUT if statement.predicate.carries_out else statement.predicate.value
    return (relation, id(subject), _code(of))


def _plan(object_: Document, said: Reference) -> Key:
    context = said.context
    return (id(object_), _code(said), fold(context.organ or context.key), context.region)


def _term_key(reference: Reference) -> Key:
    return (reference.scope.slug, _code(reference), fold(reference.term or ""))

"""Documents named by a code: which one a reference means, by explicit evidence only.

A code and its organ's register do not identify a document: Party numbers begin anew with each term, State numbers
with each year. The date does. A reference without a date is resolved only if exactly one document is left that fits
all that is said; with more left it becomes an open document of its own, which lists them.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from graph.identity.documents import (
    MOST_COMPARED,
    Document,
    agreeing,
    attributed,
    joined,
    kind_of,
    not_contradicted,
    open_tail,
    possible,
)
from graph.identity.iris import short_hash, slug
from graph.identity.known_registers import KnownRegisters
from graph.identity.references import Reference
from graph.identity.rules import Rule
from graph.identity.scopes import Register, Scope
from graph.identity.terms import fits_term
from ontology.codes import CodeStyle


def resolve_coded(references: Iterable[Reference]) -> list[Document]:
    """Bring together the references that name a document by its code.

    Args:
        references: All with a register, in canonical order.

    Returns:
        The documents, open ones included; each reference is in exactly one of them.
    """
    documents: list[Document] = []
    for _, group in groupby(sorted(references, key=_group_key), key=_group_key):
        documents += _resolve_group(list(group))
    return documents


def segments_alone(reference: Reference) -> tuple[str, ...]:
    """Return the IRI segments that a reference's document would have if nothing else named it.

    Args:
        reference: With a register.
    """
    register, date = _register_of(reference), reference.date
    stem = (reference.scope.slug, reference.code_segment)
    if register.year is not None:
        return (*stem, str(register.year))
    apart = () if date is not None and date.day is not None else _apart(reference)
    return (*stem, str(date) if date is not None else "undated", *apart)


def _group_key(reference: Reference) -> tuple[str, str, int, str]:
    register = _register_of(reference)
    return (reference.scope.family, register.number, register.year or 0, register.type_code or "")


def _register_of(reference: Reference) -> Register:
    if reference.register is None:
        raise ValueError(f"a reference without a code: {reference.norm}")
    return reference.register


def _resolve_group(references: Sequence[Reference]) -> list[Document]:
    """Resolve one code over all registers of its kind of organ: first the known ones, then what is seen from afar."""
    known = [reference for reference in references if reference.scope.known]
    unknown = [reference for reference in references if not reference.scope.known]
    documents: list[Document] = []
    for _, group in groupby(sorted(known, key=_scope_slug), key=_scope_slug):
        documents += _Resolver(list(group)).resolve()
    registers = KnownRegisters(document for document in documents if not document.is_open) if unknown else None
    for _, group in groupby(sorted(unknown, key=_scope_slug), key=_scope_slug):
        resolver = _Resolver(list(group))
        if registers is not None:
            resolver.adopt(registers)
        documents += resolver.resolve()
    return documents


def _scope_slug(reference: Reference) -> str:
    return reference.scope.slug


class _Resolver:
    """One code in one register.

    Args:
        references: All of that code and register.
    """

    def __init__(self, references: Sequence[Reference]) -> None:
        self._waiting = sorted(references, key=lambda reference: reference.order)
        first = self._waiting[0]
        self._scope: Scope = first.scope
        self._register = _register_of(first)
        self._party = first.code is not None and first.code.style is CodeStyle.PARTY
        # The spelling most often met, so that one slip does not name the IRI.
        spellings = sorted(reference.code_segment for reference in self._waiting)
        self._slug = max(dict.fromkeys(spellings), key=spellings.count)
        self._documents: dict[tuple[str, ...], Document] = {}
        self._by_date: dict[str, list[Document]] = {}

    def resolve(self) -> list[Document]:
        """Resolve all references that are still waiting."""
        if self._register.year is not None:
            self._each(lambda reference: (self._document(str(self._register.year)), self._sure(Rule.CODE_WITH_YEAR)))
        else:
            self._split_held()
            self._each(self._by_full_date)
            # Months before years: "2022" is then understood as the "6/2022" of another place.
            self._each(lambda reference: self._by_part_of_date(reference) if _has_month(reference) else None)
            self._each(self._by_part_of_date)
            dated = self._dated()
            self._each(lambda reference: self._by_evidence(reference, dated))
            self._undated()
        return list(self._documents.values())

    def adopt(self, registers: KnownRegisters) -> None:
        """Give references of this unknown register to a known register's document where the evidence names one.

        Args:
            registers: The documents of that code in known registers of this kind of organ.
        """

        def adopted(reference: Reference) -> tuple[Document, Rule] | None:
            if reference.held:
                return None
            date = reference.date
            if date is not None and date.day is not None:
                same_day = registers.of_day(reference.scope, date)
                same_day = possible(reference, not_contradicted(reference, same_day))
                return (same_day[0], Rule.DATE_DECIDES_ISSUER) if len(same_day) == 1 else None
            near = possible(reference, not_contradicted(reference, registers.near(reference.scope)))
            if date is not None:
                near = [document for document in near if document.date is not None and document.date.matches(date)]
            titled = agreeing(reference.title, near)
            here = [document for document in near if reference.source in document.dated_sources]
            if len(titled) == 1:
                if len(here) == 1 and here != titled:
                    return self._open(reference, near), Rule.OPEN
                return titled[0], Rule.TITLE_DECIDES_ISSUER
            if len(here) == 1:
                return here[0], Rule.SAME_SOURCE
            if len(near) == 1 and self._register.year is not None and reference.scope.regions != ((),):
                return near[0], Rule.ONLY_ONE_KNOWN
            return (self._open(reference, near), Rule.OPEN) if near else None

        self._each(adopted)

    def _each(self, find: Callable[[Reference], tuple[Document, Rule] | None]) -> None:
        left = []
        for reference in self._waiting:
            found = find(reference)
            if found is None:
                left.append(reference)
            else:
                document, rule = found
                document.take(reference, rule)
        self._waiting = left

    def _sure(self, rule: Rule) -> Rule:
        return rule if self._scope.known else Rule.ISSUER_UNKNOWN

    def _document(self, *tail: str) -> Document:
        segments = (self._scope.slug, self._slug, *tail)
        if segments not in self._documents:
            self._documents[segments] = Document("/".join(segments), segments, self._scope, self._register)
        return self._documents[segments]

    def _dated_document(self, reference: Reference, *tail: str) -> Document:
        """Return the document of the reference's own date, known by that date from now on."""
        document = self._document(str(reference.date), *tail)
        if document.date is None:
            document.date = reference.date
            self._by_date.setdefault(str(reference.date), []).append(document)
        return document

    def _split_held(self) -> None:
        """Take the texts of one number and day apart that are about different things: two documents, not two copies."""
        of_day: dict[str, list[Reference]] = {}
        for reference in self._waiting:
            if reference.held and reference.date is not None and reference.date.day is not None:
                of_day.setdefault(str(reference.date), []).append(reference)
        for day, references in of_day.items():
            self._by_date[day] = self._alike(references, Rule.HELD)
            for document in self._by_date[day]:
                # With two, neither gets the IRI that stood for the only one as long as one was known.
                self._settle(document, day, *(_about(document) if len(self._by_date[day]) > 1 else ()))
                document.date = references[0].date
        split = {id(reference) for references in of_day.values() for reference in references}
        self._waiting = [reference for reference in self._waiting if id(reference) not in split]

    def _alike(self, references: Iterable[Reference], rule: Rule) -> list[Document]:
        """Bring references together that nothing tells apart: one document for each subject, without segments yet."""
        found: list[Document] = []
        by_title: dict[tuple[str | None, str | None], Document] = {}
        for reference in references:
            said = (reference.title, kind_of(reference))
            document = by_title.get(said)
            if document is None:
                fitting = not_contradicted(reference, found[:MOST_COMPARED])
                document = next(iter(agreeing(reference.title, fitting) or fitting), None)
            if document is None:
                document = Document("", (), self._scope, self._register)
                found.append(document)
            by_title.setdefault(said, document)
            document.take(reference, rule)
        return found

    def _settle(self, document: Document, *tail: str) -> None:
        """Give a document its segments; one that has the same subject as another is told by what names it."""
        segments = (self._scope.slug, self._slug, *tail)
        while segments in self._documents:
            segments = (*segments, short_hash(*(reference.context.sha256 for reference, _ in document.references)))
        document.key, document.segments = "/".join(segments), segments
        self._documents[segments] = document

    def _by_full_date(self, reference: Reference) -> tuple[Document, Rule] | None:
        date = reference.date
        if date is None or date.day is None:
            return None
        same_day = self._by_date.get(str(date), ())
        if len(same_day) > 1:
            titled = agreeing(reference.title, same_day)
            if len(titled) == 1:
                return titled[0], Rule.TITLE
            return self._open(reference, same_day), Rule.OPEN
        document = same_day[0] if same_day else self._dated_document(reference)
        return document, self._sure(Rule.CODE_AND_DATE)

    def _by_part_of_date(self, reference: Reference) -> tuple[Document, Rule] | None:
        date = reference.date
        if date is None:
            return None
        same = [
            document
            for documents in self._by_date.values()
            if documents[0].date is not None and documents[0].date.matches(date)
            for document in documents
        ]
        same = not_contradicted(reference, same)
        if len(same) > 1 and len(titled := agreeing(reference.title, same)) == 1:
            return titled[0], Rule.TITLE
        if len(same) > 1:
            return self._open(reference, same), Rule.OPEN
        if same:
            return same[0], Rule.CODE_AND_PART_OF_DATE
        return self._dated_document(reference, *_apart(reference)), self._sure(Rule.CODE_AND_DATE)

    def _by_evidence(self, reference: Reference, dated: Sequence[Document]) -> tuple[Document, Rule] | None:
        left = possible(reference, not_contradicted(reference, dated))
        if not left:
            return None
        by_term = False
        if reference.term is not None:
            fits = {id(d): fits_term(reference.term, d.date, d.scope.family) for d in left if d.date}
            by_term = any(fit is True for fit in fits.values())
            left = [document for document in left if fits[id(document)] is not False]
        told = _told(reference, left)
        if by_term and len(left) == 1:
            told.setdefault(Rule.TERM, left[0])
        if len({id(document) for document in told.values()}) == 1:
            rule, document = next(iter(told.items()))
            return document, rule
        if not told and len(left) == 1 and self._likely(reference, left[0]):
            return left[0], Rule.ONLY_ONE_KNOWN
        if not left or reference.held:
            return None
        return self._open(reference, left), Rule.OPEN

    def _likely(self, reference: Reference, document: Document) -> bool:
        """Whether the only document known is meant: State numbers begin anew each year, so another year's is not."""
        if reference.held or self._party:
            return True
        year = reference.context.date.year if reference.context.date else None
        return year is not None and document.date is not None and document.date.year == year

    def _undated(self) -> None:
        """Bring together what has no date anywhere: one document, or several where their titles differ."""
        kinds = self._alike((r for r in self._waiting if r.title is not None), self._sure(Rule.UNDATED))
        for document in kinds:
            about = _about(document) if len(kinds) > 1 else ()
            self._settle(document, "undated", *about, *_apart(document.references[0][0]))

        def untitled(reference: Reference) -> tuple[Document, Rule]:
            here = [document for document in kinds if reference.source in document.titled_sources]
            if len(here) == 1:
                return here[0], Rule.SAME_SOURCE
            if len(kinds) > 1 and not reference.held:
                return self._open(reference, kinds), Rule.OPEN
            if not kinds:
                kinds.append(self._document("undated", *_apart(reference)))
            return kinds[0], self._sure(Rule.UNDATED)

        self._waiting = [reference for reference in self._waiting if reference.title is None]
        self._each(untitled)

    def _dated(self) -> list[Document]:
        return [document for documents in self._by_date.values() for document in documents]

    def _open(self, reference: Reference, candidates: Sequence[Document]) -> Document:
        """Return the open document of what this source says in this way."""
        document = self._document("undated", open_tail(reference))
        document.candidates = joined(document.candidates, candidates)
        return document


def _told(reference: Reference, documents: Sequence[Document]) -> dict[Rule, Document]:
    """Return which one of some documents each kind of evidence names; with evidence for two none is certain."""
    told = {}
    titled = agreeing(reference.title, documents)
    if len(titled) == 1:
        told[Rule.TITLE] = titled[0]
    here = [document for document in documents if reference.source in document.dated_sources]
    if len(here) == 1:
        told[Rule.SAME_SOURCE] = here[0]
    body = attributed(reference)
    if body is not None and len(documents) > 1 and all(document.issuers for document in documents):
        named = [document for document in documents if body in document.issuers]
        if len(named) == 1:
            told[Rule.ISSUER] = named[0]
    return told


def _about(document: Document) -> tuple[str]:
    """Return the segment that tells a document by its subject."""
    first = document.references[0][0]
    return (slug(first.title) if first.title else short_hash(first.context.sha256),)


def _apart(reference: Reference) -> tuple[str, ...]:
    """Keep a held text without a full date apart from all that is merely cited like it."""
    return (short_hash(reference.context.sha256),) if reference.held else ()


def _has_month(reference: Reference) -> bool:
    return reference.date is not None and reference.date.month is not None

"""Documents named by a code: which one a reference means, by explicit evidence only.

A code and its organ's register do not identify a document: Party numbers begin anew with each term, State numbers
with each year. The date does. A reference without a date is resolved only if exactly one document is left that fits
all that is said; with more left it becomes an open document of its own, which lists them.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from graph.identity.documents import Document, agreeing, not_contradicted, possible
from graph.identity.iris import code_slug, short_hash, slug
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
    for _, group in groupby(sorted(unknown, key=_scope_slug), key=_scope_slug):
        resolver = _Resolver(list(group))
        resolver.adopt([document for document in documents if not document.is_open])
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
        spellings = sorted(code_slug(reference.code.text) for reference in self._waiting if reference.code)
        self._slug = max(dict.fromkeys(spellings), key=spellings.count)
        self._documents: list[Document] = []

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
            self._each(self._by_evidence)
            self._undated()
        return self._documents

    def adopt(self, others: Sequence[Document]) -> None:
        """Give references of this unknown register to a known register's document where the evidence names one.

        Args:
            others: The documents of that code in known registers of this kind of organ.
        """

        def adopted(reference: Reference) -> tuple[Document, Rule] | None:
            if reference.held:
                return None
            near = [document for document in others if reference.scope.could_be(document.scope)]
            near = possible(reference, not_contradicted(reference, near))
            date = reference.date
            if date is not None and date.day is not None:
                same_day = [document for document in near if document.date == date]
                return (same_day[0], Rule.DATE_DECIDES_ISSUER) if len(same_day) == 1 else None
            if date is not None:
                near = [document for document in near if document.date is not None and document.date.matches(date)]
            here = [document for document in near if _cited_in(document, reference)]
            if len(here) == 1:
                return here[0], Rule.SAME_SOURCE
            titled = agreeing(reference.title, near)
            if len(titled) == 1:
                return titled[0], Rule.TITLE_DECIDES_ISSUER
            if len(near) == 1 and self._register.year is not None and reference.scope.region:
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
        for document in self._documents:
            if document.segments == segments:
                return document
        document = Document("/".join(segments), segments, self._scope, self._register)
        self._documents.append(document)
        return document

    def _split_held(self) -> None:
        """Take the texts of one number and day apart that are about different things: two documents, not two copies."""

        def split(reference: Reference) -> tuple[Document, Rule] | None:
            if not reference.held or reference.date is None or reference.date.day is None:
                return None
            same_day = [document for document in self._documents if document.date == reference.date]
            document = next(iter(not_contradicted(reference, same_day)), None)
            if document is None:
                about = (slug(reference.title or ""),) if same_day else ()
                document = self._document(str(reference.date), *about)
                document.date = reference.date
            return document, Rule.HELD

        self._each(split)

    def _by_full_date(self, reference: Reference) -> tuple[Document, Rule] | None:
        date = reference.date
        if date is None or date.day is None:
            return None
        same_day = [document for document in self._documents if document.date == date]
        if len(same_day) > 1:
            titled = agreeing(reference.title, same_day)
            if len(titled) == 1:
                return titled[0], Rule.TITLE
            return self._open(reference, same_day), Rule.OPEN
        document = same_day[0] if same_day else self._document(str(date))
        document.date = date
        return document, self._sure(Rule.CODE_AND_DATE)

    def _by_part_of_date(self, reference: Reference) -> tuple[Document, Rule] | None:
        date = reference.date
        if date is None:
            return None
        same = [document for document in self._dated() if document.date and document.date.matches(date)]
        same = not_contradicted(reference, same)
        if len(same) > 1 and len(titled := agreeing(reference.title, same)) == 1:
            return titled[0], Rule.TITLE
        if len(same) > 1:
            return self._open(reference, same), Rule.OPEN
        if same:
            return same[0], Rule.CODE_AND_PART_OF_DATE
        document = self._document(str(date), *self._apart(reference))
        document.date = date
        return document, self._sure(Rule.CODE_AND_DATE)

    def _by_evidence(self, reference: Reference) -> tuple[Document, Rule] | None:
        dated = possible(reference, not_contradicted(reference, self._dated()))
        if not dated:
            return None
        here = [document for document in dated if _cited_in(document, reference)]
        if len(here) == 1:
            return here[0], Rule.SAME_SOURCE
        if len(titled := agreeing(reference.title, dated)) == 1:
            return titled[0], Rule.TITLE
        rule = Rule.ONLY_ONE_KNOWN
        if reference.term is not None:
            fits = {id(d): fits_term(reference.term, d.date, d.scope.level) for d in dated if d.date}
            if any(fit is True for fit in fits.values()):
                rule = Rule.TERM
            dated = [document for document in dated if fits[id(document)] is not False]
        if len(dated) == 1 and (rule is Rule.TERM or self._likely(reference, dated[0])):
            return dated[0], rule
        if not dated or reference.held:
            return None
        return self._open(reference, dated), Rule.OPEN

    def _likely(self, reference: Reference, document: Document) -> bool:
        """Whether the only document known is meant: State numbers begin anew each year, so another year's is not."""
        if reference.held or self._party:
            return True
        year = reference.context.date.year if reference.context.date else None
        return year is not None and document.date is not None and document.date.year == year

    def _undated(self) -> None:
        """Bring together what has no date anywhere: one document, or several where their titles differ."""
        kinds: list[Document] = []

        def titled(reference: Reference) -> tuple[Document, Rule] | None:
            if reference.title is None:
                return None
            found = not_contradicted(reference, kinds)
            same = agreeing(reference.title, found) or found
            if same:
                return same[0], self._sure(Rule.UNDATED)
            about = (slug(reference.title),) if kinds else ()
            kinds.append(self._document("undated", *about, *self._apart(reference)))
            return kinds[-1], self._sure(Rule.UNDATED)

        def untitled(reference: Reference) -> tuple[Document, Rule]:
            here = [document for document in kinds if _titled_in(document, reference)]
            if len(here) == 1:
                return here[0], Rule.SAME_SOURCE
            if len(kinds) > 1 and not reference.held:
                return self._open(reference, kinds), Rule.OPEN
            if not kinds:
                kinds.append(self._document("undated", *self._apart(reference)))
            return kinds[0], self._sure(Rule.UNDATED)

        self._each(titled)
        self._each(untitled)

    def _apart(self, reference: Reference) -> tuple[str, ...]:
        """Keep a held text without a full date apart from all that is merely cited like it."""
        return (short_hash(reference.context.sha256),) if reference.held else ()

    def _dated(self) -> list[Document]:
        return [document for document in self._documents if document.date is not None and not document.is_open]

    def _open(self, reference: Reference, candidates: Sequence[Document]) -> Document:
        """Return the open document of this code and these candidates in the reading document."""
        keys = sorted(document.key for document in candidates)
        document = self._document("undated", f"open-{short_hash(reference.context.key, *keys)}")
        document.candidates = tuple(sorted(candidates, key=lambda candidate: candidate.key))
        return document


def _has_month(reference: Reference) -> bool:
    return reference.date is not None and reference.date.month is not None


def _cited_in(document: Document, reference: Reference) -> bool:
    """Whether the reference's own source is that document, or names it with a date."""
    return any(
        other.source == reference.source and (other.held or other.date is not None) for other, _ in document.references
    )


def _titled_in(document: Document, reference: Reference) -> bool:
    """Whether the reference's own source names that document with its title."""
    return any(other.source == reference.source and other.title is not None for other, _ in document.references)

"""Why an open citation may mean each of its candidates, and why that is not decided."""

from collections.abc import Iterable, Iterator, Mapping

from graph.identity.agreement import Witnesses
from graph.identity.documents import Document, attributed
from graph.identity.references import Reference
from graph.identity.terms import fits_term
from graph.identity.titles import agree
from graph.reasons import Bearing, CandidateReasons, Feature, Reason
from ontology.codes import CodeStyle

_ORDER = {feature: rank for rank, feature in enumerate(Feature)}
_FOR, _AGAINST, _SILENT = Bearing.FOR, Bearing.AGAINST, Bearing.SILENT


def reasons_of(
    document: Document, iris: Mapping[int, str], names: Mapping[int, str | None], witnesses: Witnesses
) -> Iterator[CandidateReasons]:
    """Yield for each candidate of an open document what speaks for and against it.

    Args:
        document: The open document.
        iris: IRI of each document, by its ``id``.
        names: The name of each document's issuer, by its ``id``.
        witnesses: What other texts say of it.
    """
    for candidate in document.candidates:
        found: dict[Reason, None] = {}
        for reference, _ in document.references:
            found |= dict.fromkeys(_reasons(reference, candidate, names.get(id(candidate)), witnesses))
        # Of two mentions one may say what the other leaves out: then the feature is not silent.
        telling = {reason.feature for reason in found if reason.bearing is not _SILENT}
        kept = [r for r in found if r.bearing is not _SILENT or r.feature not in telling]
        kept.sort(key=lambda reason: (_ORDER[reason.feature], reason.bearing, reason.said or "", reason.known or ""))
        yield CandidateReasons(iris[id(document)], iris[id(candidate)], tuple(kept))


def _reasons(reference: Reference, candidate: Document, issuer: str | None, witnesses: Witnesses) -> Iterable[Reason]:
    date = candidate.date.vietnamese if candidate.date else None
    if reference.code is not None:
        yield Reason(Feature.CODE, _FOR, reference.code.text, _code(candidate))
    else:
        yield Reason(Feature.NAME, _FOR, reference.norm, _code(candidate) or next(iter(candidate.titles), None))
    yield from _issuer(reference, candidate, issuer)
    if reference.date is not None:
        yield Reason(Feature.DATE, _FOR, reference.date.vietnamese, date)
    else:
        yield Reason(Feature.DATE, _SILENT, None, date)
    fits = None
    if reference.term is not None and candidate.date is not None:
        fits = fits_term(reference.term, candidate.date, candidate.scope.family)
    bearing = _FOR if fits else _SILENT if fits is None else _AGAINST
    yield Reason(Feature.TERM, bearing, reference.term, date)
    yield _title(reference, candidate)
    yield from _time(reference, candidate, date)
    here = reference.source in candidate.dated_sources
    yield Reason(Feature.SAME_SOURCE, _FOR, None, date) if here else Reason(Feature.SAME_SOURCE, _SILENT)
    if id(candidate) in witnesses.of:
        yield Reason(Feature.AGREEMENT, _FOR, witnesses.of[id(candidate)], date)
    else:
        yield Reason(Feature.AGREEMENT, _SILENT)


def _issuer(reference: Reference, candidate: Document, issuer: str | None) -> Iterable[Reason]:
    body = attributed(reference)
    if body is not None and candidate.issuers and body not in candidate.issuers and reference.scope.known:
        # A register of several bodies: the others' documents are not ruled out by a source's loose word.
        yield Reason(Feature.ISSUER, _AGAINST, reference.issuer, ", ".join(sorted(candidate.issuers)))
    elif reference.scope.known and reference.issuer is not None:
        yield Reason(Feature.ISSUER, _FOR, reference.issuer, issuer)
    elif not reference.scope.known:
        yield Reason(Feature.ISSUER, _SILENT, reference.issuer, issuer)


def _title(reference: Reference, candidate: Document) -> Reason:
    titles = candidate.titles
    if reference.title is not None:
        for title in titles:
            if agree(reference.title, title):
                return Reason(Feature.TITLE, _FOR, reference.title, title)
    return Reason(Feature.TITLE, _SILENT, reference.title, next(iter(titles), None))


def _time(reference: Reference, candidate: Document, date: str | None) -> Iterable[Reason]:
    read = reference.context.date
    last = reference.last_day
    if candidate.date is not None and read is not None and last is not None:
        bearing = _FOR if candidate.date.first_day <= last else _AGAINST
        yield Reason(Feature.READER, bearing, read.vietnamese, date)
    else:
        yield Reason(Feature.READER, _SILENT, read.vietnamese if read else None, date)
    code, register = candidate.references[0][0].code, candidate.register
    if code is None or code.style is not CodeStyle.STATE or register is None or register.year is not None:
        return
    if candidate.date is None or reference.date is not None:
        return
    if read is None:
        yield Reason(Feature.YEAR, _SILENT, None, str(candidate.date.year))
    elif read.year != candidate.date.year:
        yield Reason(Feature.YEAR, _AGAINST, str(read.year), str(candidate.date.year))


def _code(document: Document) -> str | None:
    first = document.references[0][0]
    return first.code.text if first.code is not None else None

"""One number and date for two documents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.findings import Finding, FindingKind
from graph.identity.documents import Document
from graph.identity.references import Reference
from graph.identity.source_errors.survey import Survey, code_of, contrary, first_of_each
from graph.identity.titles import disagree


def one_number_two_documents(survey: Survey) -> Iterator[Finding]:
    """Yield the numbers that mean two documents: by their titles, or by what one source says that they carry out."""
    for document in survey.documents:
        if document.register is None or document.is_open:
            continue
        found = _by_titles(document, survey) or _by_what_is_carried_out(document, survey)
        if found is not None:
            yield found
    yield from _held_twice(survey)


def _by_titles(document: Document, survey: Survey) -> Finding | None:
    titled = first_of_each((r for r, _ in document.references if r.title), lambda r: r.title or "")
    pair = contrary(titled, lambda one, other: disagree(one.title or "", other.title or ""))
    if pair is None:
        return None
    one, other = pair
    return _finding(
        survey,
        f"Một số hiệu, hai nội dung: {code_of(one)} là “{one.title}” {survey.said(one)} "
        f"nhưng là “{other.title}” {survey.said(other)}.",
        (survey.iri(document),),
        pair,
    )


def _by_what_is_carried_out(document: Document, survey: Survey) -> Finding | None:
    """Report one source that says of one number, in two places, that it carries out two quite different documents.

    Without titles that is all there is to see of two plans that were given one number.
    """
    if document.held:
        return None
    said: defaultdict[int, list[tuple[Reference, frozenset[str]]]] = defaultdict(list)
    for reference, _ in sorted(document.references, key=lambda pair: pair[0].order):
        targets = survey.carried_out_by.get((reference.source, reference.mention))
        # Of a name without a code, a slip of spelling makes another entity.
        if reference.date is not None and targets and all(survey.entities[iri].code for iri in targets):
            said[reference.source].append((reference, targets))
    for carried in said.values():
        pair = contrary(carried, lambda one, other: not one[1] & other[1])
        if pair is not None:
            (one, first), (other, second) = pair
            return _finding(
                survey,
                f"Một số hiệu, có thể hai văn bản: {code_of(one)} thực hiện {_names(first, survey)} "
                f"{survey.said(one)} nhưng thực hiện {_names(second, survey)} {survey.said(other)}.",
                (survey.iri(document), *sorted(first), *sorted(second)),
                (one, other),
            )
    return None


def _held_twice(survey: Survey) -> Iterator[Finding]:
    """Yield the held texts of one number and day that are about different things: identity keeps them apart."""
    same: defaultdict[tuple[str, str, str, str], list[Document]] = defaultdict(list)
    for document in survey.documents:
        if document.register is not None and document.held and document.date is not None and document.date.day:
            number = f"{document.register.number}/{document.register.type_code}/{document.register.year}"
            same[document.scope.family, document.scope.slug, number, str(document.date)].append(document)
    for first, *others in same.values():
        for other in others:
            one, two = first.held[0], other.held[0]
            yield _finding(
                survey,
                f"Một số hiệu, hai văn bản: {code_of(one)} ngày {first.date.vietnamese if first.date else ''} là "
                f"“{one.title}” {survey.said(one)} nhưng là “{two.title}” {survey.said(two)}.",
                (survey.iri(first), survey.iri(other)),
                (one, two),
            )


def _names(iris: Iterable[str], survey: Survey) -> str:
    return ", ".join(sorted(survey.entities[iri].name for iri in iris))


def _finding(survey: Survey, message: str, entities: Iterable[str], shown: Iterable[Reference]) -> Finding:
    places = tuple(survey.place(reference) for reference in shown)
    return Finding(FindingKind.ONE_NUMBER_TWO_DOCUMENTS, message, tuple(dict.fromkeys(entities)), places)

"""One document of two dates, as far as the numbering of codes tells it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from graph.findings import Finding, FindingKind
from graph.identity.documents import Document, kind_of
from graph.identity.references import Reference
from graph.identity.source_errors.survey import Survey, code_of, contrary, first_of_each
from graph.identity.source_errors.words import Numbering, numbering_of
from graph.identity.terms import central_terms
from graph.identity.titles import agree, disagree
from ontology.dates import PartialDate

_PARTY_TERM = 5
"""Years of a term: congresses of all levels, from the commune up, meet in the years that it divides."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A document with the reference that shows its date, with its title if one does."""

    document: Document
    shown: Reference


def one_document_two_dates(survey: Survey) -> Iterator[Finding]:
    """Yield the documents that are given two dates.

    A code that holds its year is one document; one number is given once in a term or a year, as the organ counts; and
    one number with one title is one document.
    """
    for document in survey.documents:
        yield from _of_one_document(document, survey)
    by_number: defaultdict[tuple[str, str], list[_Dated]] = defaultdict(list)
    for document in survey.documents:
        register = document.register
        if register is not None and register.year is None and document.date is not None and not document.is_open:
            dated = sorted((r for r, _ in document.references if r.date is not None), key=lambda r: r.order)
            if dated:
                shown = next((reference for reference in dated if reference.title), dated[0])
                number = f"{register.number}/{register.type_code}"
                by_number[document.scope.slug, number].append(_Dated(document, shown))
    for same in by_number.values():
        yield from _of_one_number(same, survey)


def _of_one_document(document: Document, survey: Survey) -> Iterator[Finding]:
    dated = first_of_each((r for r, _ in document.references if r.date is not None), lambda r: str(r.date))
    pair = contrary(dated, _other_day)
    if pair is not None:
        one, other = pair
        yield _finding(
            survey,
            f"Một văn bản, hai ngày: {code_of(one)} ngày {_day(one)} {survey.said(one)} "
            f"nhưng ngày {_day(other)} {survey.said(other)}.",
            (document,),
            pair,
        )
        return
    year = document.register.year if document.register else None
    for reference in dated:
        if year is not None and reference.date is not None and reference.date.year != year:
            yield _finding(
                survey,
                f"Một văn bản, hai năm: số hiệu {code_of(reference)} ghi năm {year} nhưng ngày ban hành là "
                f"{_day(reference)} {survey.said(reference)}.",
                (document,),
                (reference,),
            )
            return


def _of_one_number(same: list[_Dated], survey: Survey) -> Iterator[Finding]:
    pair = contrary(same, _one_title)
    if pair is not None:
        one, other = (dated.shown for dated in pair)
        yield _finding(
            survey,
            f"Cùng số hiệu, cùng trích yếu, khác ngày: {code_of(one)} “{one.title}” ngày {_day(one)} "
            f"{survey.said(one)}, ngày {_day(other)} {survey.said(other)}.",
            (dated.document for dated in pair),
            (one, other),
        )
        return
    numbering = numbering_of(same[0].document.scope)
    pair = contrary(same, _given_twice(numbering)) if numbering is not None else None
    if pair is not None and numbering is not None:
        one, other = (dated.shown for dated in pair)
        yield _finding(
            survey,
            f"Một số hiệu, hai ngày trong cùng một {numbering.vietnamese}: {code_of(one)} ngày {_day(one)} "
            f"{survey.said(one)} nhưng ngày {_day(other)} {survey.said(other)}; "
            f"trong một {numbering.vietnamese} mỗi số chỉ được dùng một lần.",
            (dated.document for dated in pair),
            (one, other),
        )


def _one_title(first: _Dated, second: _Dated) -> bool:
    """Whether two documents of one number are one, by their titles, with two dates."""
    one, other = first.shown, second.shown
    alike = bool(one.title and other.title and agree(one.title, other.title))
    return alike and kind_of(one) == kind_of(other) and _other_day(one, other)


def _given_twice(numbering: Numbering) -> Callable[[_Dated, _Dated], bool]:
    """Whether two days lie in one run of numbers, and nothing says that there are two documents."""

    def given_twice(first: _Dated, second: _Dated) -> bool:
        one, other = first.shown, second.shown
        if one.date is None or other.date is None or not one.date.day or not other.date.day:
            return False
        if one.title and other.title and disagree(one.title, other.title):
            return False
        return kind_of(one) == kind_of(other) and _other_day(one, other) and _one_run(one.date, other.date, numbering)

    return given_twice


def _one_run(one: PartialDate, other: PartialDate, numbering: Numbering) -> bool:
    if numbering is Numbering.CENTRAL_TERM:
        terms = central_terms(one)
        return len(terms) == 1 and terms == central_terms(other)
    if numbering is Numbering.LOCAL_TERM and one.year % _PARTY_TERM == 0:
        return False
    return one.year == other.year


def _other_day(one: Reference, other: Reference) -> bool:
    return one.date is not None and other.date is not None and not one.date.matches(other.date)


def _day(reference: Reference) -> str:
    return reference.date.vietnamese if reference.date else ""


def _finding(survey: Survey, message: str, documents: Iterable[Document], shown: Iterable[Reference]) -> Finding:
    iris = tuple(dict.fromkeys(survey.iri(document) for document in documents))
    return Finding(
        FindingKind.ONE_DOCUMENT_TWO_DATES, message, iris, tuple(survey.place(reference) for reference in shown)
    )

"""Dates in the future: later than the document that cites them, or far later than everything else that is known."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.findings import Finding, FindingKind
from graph.identity.documents import Document
from graph.identity.references import Reference
from graph.identity.source_errors.survey import Survey, code_of, first_of_each

_FEWEST_SOURCES = 3
"""So many other sources must be dated before a date can stand out from them."""
_FAR = 5
"""Years by which it must stand out: the sources of a folder are rarely all as new as the newest document."""


def future_date(survey: Survey) -> Iterator[Finding]:
    """Yield the dates that were not yet come when they were written.

    There is no clock here, so that the same sources give the same findings on every day: a citation is measured by the
    date of the document in which it stands; without one, and for a document's own date, by the newest other source.
    """
    newest = _Newest(survey)
    for document in survey.documents:
        yield from _cited_too_early(document, survey)
        yield from _stands_out(document, newest, survey)


def _cited_too_early(document: Document, survey: Survey) -> Iterator[Finding]:
    late = (r for r, _ in document.references if not r.held and _is_late(r))
    for reference in first_of_each(late, lambda r: f"{r.source} {r.date}"):
        own = reference.context.date
        yield _finding(
            survey,
            f"Ngày ở tương lai: {code_of(reference)} ngày {_day(reference)} được dẫn trong văn bản "
            f"ngày {own.vietnamese if own else ''} {survey.said(reference)}.",
            document,
            reference,
        )


def _is_late(reference: Reference) -> bool:
    last = reference.context.last_day
    return last is not None and reference.date is not None and reference.date.first_day > last


@dataclass(frozen=True, slots=True)
class _Latest:
    year: int
    source: int


class _Newest:
    """The year of the newest held document beside one source."""

    def __init__(self, survey: Survey) -> None:
        years: dict[int, int] = {}
        for document in survey.documents:
            for reference in document.held:
                if reference.date is not None:
                    years[reference.source] = reference.date.year
        latest = sorted((_Latest(year, source) for source, year in years.items()), key=lambda each: -each.year)
        self._first_two = latest[:2]
        self._enough = len(latest) > _FEWEST_SOURCES

    def beside(self, source: int) -> int | None:
        """Return that year; ``None`` where too few sources are dated."""
        return next((each.year for each in self._first_two if each.source != source), None) if self._enough else None


def _stands_out(document: Document, newest: _Newest, survey: Survey) -> Iterator[Finding]:
    # The date of a citation in a dated document is measured by that one.
    unmeasured = (r for r, _ in document.references if r.date and (r.held or r.context.date is None))
    for reference in first_of_each(unmeasured, lambda r: f"{r.source} {r.date}"):
        year = newest.beside(reference.source)
        if year is not None and reference.date is not None and reference.date.year > year + _FAR:
            yield _finding(
                survey,
                f"Ngày ở tương lai: {code_of(reference)} ngày {_day(reference)} {survey.said(reference)}, "
                f"muộn hơn mọi văn bản khác trong đồ thị (mới nhất là năm {year}).",
                document,
                reference,
            )


def _day(reference: Reference) -> str:
    return reference.date.vietnamese if reference.date else ""


def _finding(survey: Survey, message: str, document: Document, reference: Reference) -> Finding:
    places = [survey.place(reference)]
    own = survey.letterhead(reference.source)
    if not reference.held and own is not None and own.date is not None:
        places.append(survey.place(own))
    return Finding(FindingKind.FUTURE_DATE, message, (survey.iri(document),), tuple(places))

"""A term of office that does not fit the date."""

from collections.abc import Iterator

from graph.findings import Finding, FindingKind
from graph.identity.documents import Document
from graph.identity.scopes import PARTY_CENTRE
from graph.identity.source_errors.survey import Survey, code_of, first_of_each
from graph.identity.terms import fits_term
from ontology.dates import PartialDate


def term_against_date(survey: Survey) -> Iterator[Finding]:
    """Yield the references whose term is not that of the day on which the document was issued."""
    for document in survey.documents:
        for reference in first_of_each((r for r, _ in document.references if r.term), lambda r: r.term or ""):
            date = reference.date or document.date
            if date is None or reference.term is None or not _contradicts(reference.term, date, document):
                continue
            shown = [reference]
            if reference.date is None:
                dated = [r for r, _ in document.references if r.date == date]
                shown += sorted(dated, key=lambda r: r.order)[:1]
            yield Finding(
                FindingKind.TERM_AGAINST_DATE,
                f"Nhiệm kỳ không khớp ngày: {code_of(reference)} ngày {date.vietnamese} được ghi là “{reference.term}” "
                f"{survey.said(reference)}.",
                (survey.iri(document),),
                tuple(dict.fromkeys(survey.place(each) for each in shown)),
            )


def _contradicts(term: str, date: PartialDate, document: Document) -> bool:
    """Whether the term is another one's. Numbers of terms are known of the Central Committee only.

    "Khóa X" of the National Assembly, of a people's council or of an association is another count.
    """
    if document.scope.family != PARTY_CENTRE.casefold() or not document.scope.known:
        return False
    return fits_term(term, date, document.scope.family) is False

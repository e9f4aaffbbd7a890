"""Steps of the cascade that cannot be: a plan older than what it carries out, a document that carries out itself."""

from collections.abc import Iterator

from graph.findings import Finding, FindingKind, FindingPlace
from graph.identity.source_errors.survey import Step, Survey
from ontology.dates import PartialDate

_LOOKED_AT = 50
"""References of one document among which its date is looked for in the sentence itself."""


def older_than_carried_out(survey: Survey) -> Iterator[Finding]:
    """Yield the plans that are dated before what they are said to carry out."""
    for step in survey.steps:
        plan, carried_out = survey.entities[step.source], survey.entities[step.target]
        if not step.sure or plan.date is None or carried_out.date is None or plan.date.matches(carried_out.date):
            continue
        if plan.date.first_day < carried_out.date.first_day:
            yield Finding(
                FindingKind.OLDER_THAN_CARRIED_OUT,
                f"Ngược thời gian: {plan.name} ngày {plan.date.vietnamese} được nói là thực hiện {carried_out.name} "
                f"ngày {carried_out.date.vietnamese} {survey.said_of(step.evidence)}.",
                (step.source, step.target),
                _with_dates(step, plan.date, carried_out.date, survey),
            )


def carries_out_itself(survey: Survey) -> Iterator[Finding]:
    """Yield the documents that are said to carry out themselves.

    Only where both ends are named: a document that speaks of "the plan to carry out" itself means another plan.
    """
    for step in survey.selfish:
        yield Finding(
            FindingKind.CARRIES_OUT_ITSELF,
            f"Tự thực hiện: {survey.entities[step.source].name} được nói là thực hiện chính nó "
            f"{survey.said_of(step.evidence)}.",
            (step.source,),
            (survey.place_of(step.evidence),),
        )


def _with_dates(step: Step, plan: PartialDate, carried_out: PartialDate, survey: Survey) -> tuple[FindingPlace, ...]:
    """Return the sentence of the statement, and where its words do not give them the places that give the dates."""
    places = [survey.place_of(step.evidence)]
    for iri, date in ((step.source, plan), (step.target, carried_out)):
        dated = [reference for reference, _ in survey.documents_by_iri[iri].references if reference.date == date]
        shown = [survey.place(reference) for reference in sorted(dated, key=lambda r: r.order)[:_LOOKED_AT]]
        if shown and not any(_within(place, places[0]) for place in shown):
            places.append(shown[0])
    return tuple(dict.fromkeys(places))


def _within(place: FindingPlace, sentence: FindingPlace) -> bool:
    inside = place.span is not None and sentence.span is not None and sentence.span.contains(place.span)
    return inside and place.file == sentence.file

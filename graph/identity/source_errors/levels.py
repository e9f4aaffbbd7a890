"""Steps of the cascade between the wrong levels: upward, or past a level that has a plan of its own."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph.findings import Finding, FindingKind
from graph.identity.source_errors.survey import Step, Survey
from graph.identity.source_errors.words import issues_with_lower_levels
from graph.identity.units import Unit

_Planned = Mapping[tuple[str, tuple[str, ...]], list[Step]]
"""Steps by what is carried out and by the unit whose body carries it out."""


def wrong_way(survey: Survey) -> Iterator[Finding]:
    """Yield the documents that are said to carry out one of a lower level."""
    for step in survey.steps:
        source, target = survey.entities[step.source], survey.entities[step.target]
        if not step.sure or source.level is None or target.level is None or source.level.rank >= target.level.rank:
            continue
        if issues_with_lower_levels(source.type) or issues_with_lower_levels(target.type):
            continue
        yield Finding(
            FindingKind.WRONG_WAY,
            f"Ngược cấp: {source.name} ({source.level.vietnamese}) được nói là thực hiện {target.name} "
            f"({target.level.vietnamese}) {survey.said_of(step.evidence)}.",
            (step.source, step.target),
            (survey.place_of(step.evidence),),
        )


def skipped_level(survey: Survey) -> Iterator[Finding]:
    """Yield the plans that carry out a document directly although the level between has a plan of its own for it.

    That is no error by itself: many communes carry out a central resolution directly. It is worth a look only where
    the graph knows, of a unit around the plan's own and of an earlier day, a plan that carries out the same document,
    and the plan says of nothing at the levels between that it carries it out.
    """
    planned: defaultdict[tuple[str, tuple[str, ...]], list[Step]] = defaultdict(list)
    of_plan: defaultdict[str, list[Step]] = defaultdict(list)
    for step in survey.steps:
        unit = _unit(survey, step.source)
        if unit is not None:
            planned[step.target, unit.path].append(step)
            of_plan[step.source].append(step)
    for steps in of_plan.values():
        for step in steps:
            between = _between(survey, step, planned)
            if between is not None and not _passes(survey, step, steps):
                yield _finding(survey, step, between)


def _unit(survey: Survey, iri: str) -> Unit | None:
    document = survey.documents_by_iri.get(iri)
    return document.scope.unit if document is not None else None


def _between(survey: Survey, step: Step, planned: _Planned) -> Step | None:
    """Return how an earlier plan of a unit around the plan's own carries out the same document, nearest unit first."""
    plan, target, unit = survey.entities[step.source], survey.entities[step.target], _unit(survey, step.source)
    if not step.sure or target.level is None or plan.level is None or plan.date is None or unit is None:
        return None
    for outer in unit.around():
        if not target.level.rank < outer.level.rank < plan.level.rank:
            continue
        for other in planned.get((step.target, outer.path), ()):
            date = survey.entities[other.source].date
            if other.sure and date is not None and date.first_day < plan.date.first_day:
                return other
    return None


def _passes(survey: Survey, step: Step, steps: list[Step]) -> bool:
    """Whether the plan carries out something of a level between as well: the way down is then told, only twice."""
    own, top = survey.entities[step.source].level, survey.entities[step.target].level
    levels = (survey.entities[other.target].level for other in steps)
    return own is None or top is None or any(level and top.rank < level.rank < own.rank for level in levels)


def _finding(survey: Survey, step: Step, between: Step) -> Finding:
    plan, target, other = (survey.entities[iri] for iri in (step.source, step.target, between.source))
    return Finding(
        FindingKind.SKIPPED_LEVEL,
        f"Bỏ qua một cấp (nên xem lại, chưa hẳn là sai): {plan.name} thực hiện thẳng {target.name} "
        f"{survey.said_of(step.evidence)}, trong khi {other.issuer or 'cấp trên trực tiếp'} đã có {other.name} "
        f"{survey.said_of(between.evidence)}.",
        (plan.iri, target.iri, other.iri),
        (survey.place_of(step.evidence), survey.place_of(between.evidence)),
    )

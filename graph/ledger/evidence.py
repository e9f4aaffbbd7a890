"""What the sources say against a decision that people could not know of when they decided."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.answers import Edge, Entity
from graph.findings import FindingPlace
from graph.identity.references import Reference
from graph.ledger.decisions import Anchor, Correction, Decision, Pair, Rejection, Thing
from graph.ledger.groups import Claim
from graph.ledger.sentences import Sentences
from graph.search import code_key
from ontology.dates import PartialDate

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Contrary:
    """Something that speaks against a decision.

    Args:
        reason: A part of a Vietnamese sentence.
        places: The sentences that show it.
    """

    reason: str
    places: tuple[FindingPlace, ...]


def against_citation(
    anchor: Anchor, reference: Reference, then: Thing, document: Entity, sentences: Sentences
) -> Contrary | None:
    """Return what the citation's own words, or its source's date, say against the document that people chose.

    Args:
        anchor: What was known of the citation when it was decided.
        reference: The citation now.
        then: What was known of the document then.
        document: The document now.
        sentences: The sources.
    """
    date = document.date
    if date is None or reference.span is None:
        return None
    places = (sentences.at(reference.context.file, reference.span), *sentences.of_document(document.iri))
    said, last = reference.date, reference.context.last_day
    if said is not None and not said.matches(date) and (said, date) != (anchor.date, then.date):
        return Contrary(f"câu văn ghi ngày {said.vietnamese}, văn bản ấy ngày {date.vietnamese}", places)
    if last is not None and date.first_day > last and date != then.date:
        when = PartialDate(last.year, last.month, last.day).vietnamese
        return Contrary(f"văn bản ấy ngày {date.vietnamese}, sau văn bản dẫn nó (ngày {when})", places)
    return None


def against_group(
    group: Sequence[str],
    made_by: Sequence[tuple[Decision, Claim]],
    entities: Mapping[str, Entity],
    sentences: Sentences,
) -> Iterator[tuple[int, Contrary]]:
    """Yield, by decision, what says that things which people made one are several.

    Args:
        group: IRIs of what is one now.
        made_by: The decisions that made it so.
        entities: The entities as the rules made them.
        sentences: The sources.
    """
    members = [entities[iri] for iri in group]
    known = set(_known_then(made_by, entities))
    conflicts: dict[str, tuple[Entity, Entity]] = {}
    for one, other in _conflicts(members):
        if frozenset((one.iri, other.iri)) not in known:
            conflicts.setdefault(one.iri, (one, other))
            conflicts.setdefault(other.iri, (one, other))
    for decision, claim in made_by:
        found = conflicts.get(claim.other) or conflicts.get(claim.one)
        if found is not None:
            one, other = found
            places = (*sentences.of_document(one.iri), *sentences.of_document(other.iri))
            reason = f"“{one.name}” {_told(one)}, “{other.name}” {_told(other)}"
            yield decision.number, Contrary(reason, places)


def against_statement(decision: Decision, edge: Edge, sentences: Sentences) -> Contrary | None:
    """Return which sources state what people rejected or corrected, and did not when they decided.

    Args:
        decision: The decision.
        edge: The statement as it was found, before the decision.
        sentences: The sources.
    """
    if not isinstance(decision.act, Correction | Rejection):
        return None
    known = decision.act.statement.sources
    new = [each for each in edge.evidence if each.source not in known and each.file not in known]
    if not new:
        return None
    old = [each for each in edge.evidence if each.source in known or each.file in known]
    files = ", ".join(list(dict.fromkeys(each.file for each in new))[:_SHOWN])
    return Contrary(f"nay {files} cũng nêu phát biểu ấy", sentences.of([*old[:1], *new[:_SHOWN]]))


def _conflicts(members: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Yield pairs of one group with different days or numbers: each that differs from the first that has one."""
    dated = [member for member in members if member.date is not None]
    coded = [member for member in members if member.code is not None]
    for other in dated[1:]:
        first = dated[0]
        if first.date is not None and other.date is not None and not first.date.matches(other.date):
            yield first, other
    for other in coded[1:]:
        if code_key(other.code or "") != code_key(coded[0].code or ""):
            yield coded[0], other


def _known_then(made_by: Iterable[tuple[Decision, Claim]], entities: Mapping[str, Entity]) -> Iterator[frozenset[str]]:
    """Yield the pairs of which a person saw the days and numbers that they have now, and decided all the same."""
    for decision, claim in made_by:
        if isinstance(decision.act, Pair):
            pairs = ((decision.act.one, entities[claim.one]), (decision.act.other, entities[claim.other]))
            if all((then.date, then.code) == (now.date, now.code) for then, now in pairs):
                yield frozenset((claim.one, claim.other))


def _told(entity: Entity) -> str:
    date = f"ngày {entity.date.vietnamese}" if entity.date else "không rõ ngày"
    return f"({entity.code}, {date})" if entity.code else f"({date})"

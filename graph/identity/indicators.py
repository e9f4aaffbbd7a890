"""Indicators of one source with the entities that their mentions were resolved to."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from graph.indicator_values import GraphIndicator
from ontology.extraction import Extraction
from ontology.indicators import Indicator

_HASH = 32


def indicators_of(
    extraction: Extraction, document: str, own_place: str | None, mentions: Sequence[str]
) -> Iterator[GraphIndicator]:
    """Yield the indicators of a source.

    Args:
        extraction: What was read from it.
        document: IRI of the document that it is.
        own_place: IRI of the unit that its issuer governs, or ``None``: what an inherited place means.
        mentions: IRI of each mention's entity.
    """
    for indicator in extraction.indicators:
        yield _resolved(indicator, document, own_place, mentions)


def _resolved(indicator: Indicator, document: str, own_place: str | None, mentions: Sequence[str]) -> GraphIndicator:
    evidence, span = indicator.evidence, indicator.span
    inherited = indicator.place_inherited and own_place is not None
    place = own_place if inherited else None if indicator.place is None else mentions[indicator.place]
    return GraphIndicator(
        id=sha256(f"{evidence.source}|{span.start}|{span.end}".encode()).hexdigest()[:_HASH],
        amount=indicator.amount,
        name=indicator.name,
        change=indicator.change,
        bound=indicator.bound,
        aim=indicator.aim,
        document=document,
        evidence=evidence,
        origin=indicator.origin,
        basis=indicator.basis,
        place=place,
        place_inherited=inherited,
        period=indicator.period,
        period_inherited=indicator.period_inherited,
        programme=None if indicator.programme is None else mentions[indicator.programme],
    )

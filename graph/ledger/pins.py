"""From decisions about citations to the places in the sources that they are about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.identity.pinned import PinPlace
from graph.ledger.anchors import Places
from graph.ledger.decisions import Decision, Resolution
from graph.ledger.naming import rebased
from ontology.extraction import Extraction
from ontology.spans import Span


@dataclass(frozen=True, slots=True)
class PinPlan:
    """What the decisions about citations come to.

    Args:
        pins: For each citation, the IRI of the document that the last decision about it names.
        decided_by: For each citation, the number of that decision.
        targets: For each decision, the IRI of its document.
        found: For each decision and place that it names, the citation there now, or why there is none.
    """

    pins: Mapping[PinPlace, str] = field(default_factory=dict)
    decided_by: Mapping[PinPlace, int] = field(default_factory=dict)
    targets: Mapping[int, str] = field(default_factory=dict)
    found: Mapping[tuple[int, str, Span], PinPlace | str] = field(default_factory=dict)


def plan_pins(decisions: Iterable[Decision], extractions: Sequence[Extraction], base: str) -> PinPlan:
    """Find the citations that people resolved.

    Args:
        decisions: About citations, in order.
        extractions: What was read, in order of the files.
        base: What the IRIs of the graph begin with.
    """
    pins: dict[PinPlace, str] = {}
    decided_by: dict[PinPlace, int] = {}
    targets: dict[int, str] = {}
    found: dict[tuple[int, str, Span], PinPlace | str] = {}
    places: Places | None = None
    for decision in decisions:
        if not isinstance(decision.act, Resolution):
            continue
        places = places or Places(extractions)
        targets[decision.number] = rebased(decision.act.document.iri, decision.base, base)
        for anchor in decision.act.citations:
            there = places.find(anchor)
            key = (decision.number, anchor.sha256, anchor.span)
            if isinstance(there, str):
                found[key] = there
                continue
            extraction, mention = there
            place = (extraction.sha256, mention.span)
            found[key] = place
            pins[place] = targets[decision.number]
            decided_by[place] = decision.number
    return PinPlan(pins, decided_by, targets, found)

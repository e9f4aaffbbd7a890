"""Applying the ledger to what the sources say: at each build, all decisions, whatever the rules made of the sources.

Citations that people resolved are taken out before the rules of identity see them; entities are made one, then
statements are corrected and rejected in the graph that the rules made. Nothing is deleted: what cannot be applied, or
speaks against the sources, is reported. Of decisions that contradict each other the later one holds.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from graph.answers import Entity
from graph.content import GraphContent
from graph.decision_values import DecisionState, KeptDecision
from graph.findings import Finding, FindingKind, FindingPlace
from graph.identity.pinned import PinPlace, Pins
from graph.identity.references import Reference
from graph.ledger.decisions import (
    Correction,
    Decision,
    Pair,
    Rejection,
    Resolution,
    Unknown,
    What,
    things,
)
from graph.ledger.evidence import Contrary, against_citation, against_group, against_statement
from graph.ledger.groups import Claim, groups
from graph.ledger.merging import merge
from graph.ledger.naming import Names, rebased
from graph.ledger.pins import PinPlan, plan_pins
from graph.ledger.sentences import Sentences
from graph.ledger.statements import Statements
from graph.ledger.undone import undone
from graph.ledger.wording import described
from ontology.extraction import Extraction

Assemble: TypeAlias = Callable[[Pins], tuple[GraphContent, Mapping[PinPlace, Reference]]]
"""Makes the graph of the sources; gives the pinned references that found their document beside it."""


@dataclass(slots=True)
class _Fate:
    """What becomes of one decision, while it is worked out.

    Args:
        state: As in ``KeptDecision``.
        reasons: Why, each a part of a sentence.
        statements: Ids of the edges that it changed.
        places: Sentences that show what speaks against it.
    """

    state: DecisionState = DecisionState.APPLIED
    reasons: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)
    places: list[FindingPlace] = field(default_factory=list)

    def fail(self, state: DecisionState, reason: str) -> None:
        """Note that it does not hold."""
        self.state = state
        self.reasons.append(reason)


def decided_content(
    extractions: Sequence[Extraction], base_iri: str, decisions: Sequence[Decision], assemble: Assemble
) -> GraphContent:
    """Return the graph of the sources as people decided upon it.

    Args:
        extractions: What was read, in order of the files.
        base_iri: What the IRIs of the graph begin with.
        decisions: The lines of the ledger, in order.
        assemble: Makes the graph, given the citations that people resolved.
    """
    return _Application(extractions, base_iri, decisions, assemble).content()


class _Application:
    """One run over the ledger."""

    def __init__(
        self, extractions: Sequence[Extraction], base_iri: str, decisions: Sequence[Decision], assemble: Assemble
    ) -> None:
        self._extractions = extractions
        self._base = base_iri
        self._decisions = decisions
        self._assemble = assemble
        self._fates = {decision.number: _Fate() for decision in decisions}
        taken_back = undone(decisions)
        for number, by in taken_back.by.items():
            self._fates[number].fail(DecisionState.UNDONE, f"đã được rút lại bởi quyết định số {by}")
        for decision in decisions:
            if decision.number in taken_back.aimless:
                self._fail(decision, "không có quyết định mang số ấy ở trước nó")
            elif isinstance(decision.act, Unknown):
                self._fail(decision, "phiên bản này của chương trình chưa biết loại quyết định ấy")
        self._active = [decision for decision in decisions if decision.number not in taken_back.by]

    def content(self) -> GraphContent:
        """Apply everything."""
        content = self._resolve()
        content, names = self._merge(content)
        content = self._state(content, names)
        return self._report(content, names)

    # -- citations ------------------------------------------------------------------------------------------------

    def _resolve(self) -> GraphContent:
        resolutions = [decision for decision in self._active if isinstance(decision.act, Resolution)]
        plan = plan_pins(resolutions, self._extractions, self._base)
        content, placed = self._assemble(plan.pins)
        lost = {place: iri for place, iri in plan.pins.items() if place not in placed}
        if lost:
            names = Names(self._base, {entity.iri for entity in content.entities}, content.aliases)
            moved = {place: names.now(iri, self._base) for place, iri in lost.items()}
            again = {place: iri for place, iri in moved.items() if iri is not None and iri != lost[place]}
            if again:
                # Other rules gave these documents other IRIs: only now it is known which.
                plan = replace(plan, pins={**plan.pins, **again})
                content, placed = self._assemble(plan.pins)
        self._judge_citations(plan, placed, content)
        return content

    def _judge_citations(self, plan: PinPlan, placed: Mapping[PinPlace, Reference], content: GraphContent) -> None:
        entities = {entity.iri: entity for entity in content.entities}
        sentences = Sentences(content.sources)
        for decision in self._active:
            if not isinstance(decision.act, Resolution):
                continue
            fate = self._fates[decision.number]
            held, later = 0, set()
            for anchor in decision.act.citations:
                pin = plan.found.get((decision.number, anchor.sha256, anchor.span))
                if pin is None or isinstance(pin, str):
                    fate.reasons.append(pin or "không tìm thấy viện dẫn")
                elif plan.targets[plan.decided_by[pin]] != plan.targets[decision.number]:
                    later.add(plan.decided_by[pin])
                elif pin not in placed:
                    fate.reasons.append(f"không còn “{decision.act.document.name}” trong đồ thị, hoặc chưa rõ là gì")
                else:
                    held += 1
                    entity = entities[plan.pins[pin]]
                    self._note(fate, against_citation(anchor, placed[pin], decision.act.document, entity, sentences))
            fate.reasons = list(dict.fromkeys(fate.reasons))
            if later and not held:
                fate.fail(DecisionState.CONTRADICTED, _later(min(later)))
            elif not held:
                fate.state = DecisionState.NOT_APPLIED

    # -- entities -------------------------------------------------------------------------------------------------

    def _merge(self, content: GraphContent) -> tuple[GraphContent, Names]:
        entities = {entity.iri: entity for entity in content.entities}
        names = Names(self._base, entities, content.aliases)
        claims = []
        for decision in self._active:
            if isinstance(decision.act, Pair):
                claim = self._claim(decision, decision.act, names, entities)
                if claim is not None:
                    claims.append(claim)
        found = groups(claims)
        for number, against in found.refuted.items():
            self._fates[number].fail(DecisionState.CONTRADICTED, _later(against))
        by_number = {decision.number: decision for decision in self._active}
        pairs: dict[tuple[str, ...], list[tuple[Decision, Claim]]] = {}
        for claim in claims:
            if claim.same and claim.number not in found.refuted:
                pairs.setdefault(found.of[claim.one], []).append((by_number[claim.number], claim))
        sentences = Sentences(content.sources)
        for group, made_by in pairs.items():
            for number, contrary in against_group(group, made_by, entities, sentences):
                self._note(self._fates[number], contrary)
        merged, became = merge(content, pairs, sentences)
        apart = {
            frozenset((became.get(claim.one, claim.one), became.get(claim.other, claim.other)))
            for claim in claims
            if not claim.same and claim.number not in found.refuted
        }
        # Nobody is asked again what somebody has answered.
        unanswered = tuple(pair for pair in merged.proposals if frozenset((pair.one, pair.other)) not in apart)
        merged = replace(merged, proposals=unanswered)
        known = {entity.iri for entity in merged.entities}
        return merged, Names(self._base, known, merged.aliases, became)

    def _claim(self, decision: Decision, act: Pair, names: Names, entities: Mapping[str, Entity]) -> Claim | None:
        one, other = names.now(act.one.iri, decision.base), names.now(act.other.iri, decision.base)
        same = decision.what == What.SAME
        for thing, now in ((act.one, one), (act.other, other)):
            if now is None:
                self._fail(decision, f"không còn “{thing.name}” trong đồ thị")
                return None
        if one is None or other is None:
            return None
        if one == other:
            if not same:
                self._fail(decision, "nay các nguồn và quy tắc cho thấy hai tên ấy là một")
            return None
        if same and entities[one].kind is not entities[other].kind:
            self._fail(decision, "hai đối tượng nay khác loại")
            return None
        return Claim(decision.number, one, other, same)

    # -- statements -----------------------------------------------------------------------------------------------

    def _state(self, content: GraphContent, names: Names) -> GraphContent:
        acts = [decision for decision in self._active if isinstance(decision.act, Correction | Rejection)]
        if not acts:
            return content
        entities = {entity.iri: entity for entity in content.entities}
        statements = Statements({edge.id: edge for edge in content.edges}, entities, names)
        for decision in acts:
            statements.decide(decision)
        sentences = Sentences(content.sources)
        for decision in acts:
            fate, outcome = self._fates[decision.number], statements.outcomes[decision.number]
            if outcome.reason is not None:
                self._fail(decision, outcome.reason)
            elif outcome.refuted_by is not None:
                fate.fail(DecisionState.CONTRADICTED, _later(outcome.refuted_by))
            elif outcome.edge is not None and outcome.found is not None:
                fate.statements.append(statements.now(outcome.edge).id)
                self._note(fate, against_statement(decision, outcome.found, sentences))
        return replace(content, edges=tuple(statements.edges[key] for key in sorted(statements.edges)))

    # -- what became of them --------------------------------------------------------------------------------------

    def _report(self, content: GraphContent, names: Names) -> GraphContent:
        kept, findings = [], []
        aliases = set(content.aliases)
        for decision in self._decisions:
            fate = self._fates[decision.number]
            concerned = [names.now(thing.iri, decision.base) for thing in things(decision.act)]
            iris = tuple(dict.fromkeys(iri for iri in concerned if iri is not None))
            kept.append(
                KeptDecision(
                    number=decision.number,
                    checksum=decision.checksum,
                    what=decision.what,
                    text=described(decision),
                    by=decision.by,
                    at=decision.at,
                    why=decision.why,
                    state=fate.state,
                    reason="; ".join(fate.reasons) or None,
                    entities=iris,
                    statements=tuple(dict.fromkeys(fate.statements)),
                )
            )
            finding = _finding(decision, fate, iris)
            if finding is not None:
                findings.append(finding)
            if kept[-1].holds and isinstance(decision.act, Resolution) and iris:
                aliases |= {(iri, iris[0]) for iri in _given_up(decision, decision.act, self._base, names)}
        return replace(
            content,
            decisions=tuple(kept),
            findings=(*content.findings, *findings),
            aliases=tuple(sorted(aliases)),
        )

    def _fail(self, decision: Decision, reason: str) -> None:
        self._fates[decision.number].fail(DecisionState.NOT_APPLIED, reason)

    def _note(self, fate: _Fate, contrary: Contrary | None) -> None:
        if contrary is not None:
            fate.state = DecisionState.AGAINST_EVIDENCE
            fate.reasons.append(contrary.reason)
            fate.places += contrary.places


_KINDS = {
    DecisionState.NOT_APPLIED: FindingKind.DECISION_NOT_APPLIED,
    DecisionState.CONTRADICTED: FindingKind.DECISIONS_CONTRADICT,
    DecisionState.AGAINST_EVIDENCE: FindingKind.DECISION_AGAINST_EVIDENCE,
}
_VERDICTS = {
    DecisionState.NOT_APPLIED: "không áp dụng được",
    DecisionState.CONTRADICTED: "trái với một quyết định sau nó, và quyết định sau được theo",
    DecisionState.AGAINST_EVIDENCE: "vẫn được theo, nhưng nguồn nay nói khác",
}


def _finding(decision: Decision, fate: _Fate, iris: tuple[str, ...]) -> Finding | None:
    kind = _KINDS.get(fate.state)
    if kind is None and not (fate.state is DecisionState.APPLIED and fate.reasons):
        return None
    verdict = _VERDICTS.get(fate.state, "chỉ áp dụng được một phần")
    message = (
        f"Quyết định số {decision.number} của {decision.by} ({described(decision)}) {verdict}: "
        f"{'; '.join(fate.reasons)}."
    )
    places = tuple(dict.fromkeys(fate.places))
    return Finding(kind or FindingKind.DECISION_NOT_APPLIED, message, iris, places)


def _later(number: int) -> str:
    return f"quyết định số {number} nói ngược lại"


def _given_up(decision: Decision, act: Resolution, base: str, names: Names) -> set[str]:
    """Return the IRIs of open citations that are no more, now that it is known what they mean."""
    was = {anchor.iri for anchor in act.citations if names.now(anchor.iri, decision.base) is None}
    return {rebased(iri, decision.base, base) for iri in was}

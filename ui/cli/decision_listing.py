"""The ledger as plain text, JSON and CSV."""

from collections.abc import Iterator, Sequence

from graph.decision_values import DecisionState
from graph.ledger.decisions import things
from graph.ledger.listing import ListedDecision
from ui.cli.console import plain, wrap
from ui.rendering import Cell, JsonObject

COLUMNS = ("number", "what", "text", "things", "by", "at", "why", "state", "reason", "line")

STATES = {
    DecisionState.APPLIED: "đã áp dụng",
    DecisionState.AGAINST_EVIDENCE: "đã áp dụng, nhưng nguồn nói khác",
    DecisionState.CONTRADICTED: "không theo, vì quyết định sau nói ngược lại",
    DecisionState.NOT_APPLIED: "không áp dụng được",
    DecisionState.UNDONE: "đã rút lại",
    DecisionState.PENDING: "chờ lần dựng sau",
}


def decision_lines(found: Sequence[ListedDecision]) -> list[str]:
    """Each decision with who, when and why, and what became of it."""
    if not found:
        return ["Sổ quyết định còn trống."]
    lines: list[str] = []
    for each in found:
        decision = each.decision
        why = f" Lý do: {decision.why}." if decision.why else ""
        lines += wrap(plain(f"{decision.number}. {each.text}"), rest="   ")
        lines += wrap(plain(f"{decision.by}, {decision.at}.{why}"), first="   ", rest="   ")
        reason = f": {each.reason}" if each.reason and each.state is not DecisionState.PENDING else ""
        lines += wrap(plain(f"{STATES[each.state]}{reason}"), first="   → ", rest="     ")
    return lines


def decision_object(each: ListedDecision) -> JsonObject:
    """One row of ``ledger list --json``."""
    decision = each.decision
    return {
        "number": decision.number,
        "what": decision.what,
        "text": each.text,
        "things": [{"iri": thing.iri, "name": thing.name} for thing in things(decision.act)],
        "by": decision.by,
        "at": decision.at,
        "why": decision.why,
        "state": each.state.value,
        "reason": each.reason,
        "line": decision.line,
    }


def decision_rows(found: Sequence[ListedDecision]) -> Iterator[Sequence[Cell]]:
    """CSV rows (``COLUMNS``); the IRIs of the things are joined by blanks."""
    for each in found:
        decision = each.decision
        iris = " ".join(thing.iri for thing in things(decision.act))
        yield (
            *(decision.number, decision.what, each.text, iris, decision.by, decision.at, decision.why),
            *(each.state.value, each.reason, decision.line),
        )

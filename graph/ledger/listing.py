"""The ledger as people look at it: each decision, and what became of it in the graph that is live now."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.decision_values import DecisionState, KeptDecision
from graph.ledger.decisions import Decision
from graph.ledger.file import Ledger
from graph.ledger.undone import undone
from graph.ledger.wording import described


@dataclass(frozen=True, slots=True)
class ListedDecision:
    """One decision for a list.

    Args:
        decision: The line of the ledger.
        text: What it says, in Vietnamese.
        state: What became of it.
        reason: Why, or ``None``.
    """

    decision: Decision
    text: str
    state: DecisionState
    reason: str | None


def listed(ledger: Ledger, kept: Iterable[KeptDecision]) -> tuple[ListedDecision, ...]:
    """Return the decisions of a ledger with their state.

    Args:
        ledger: The file.
        kept: What the live generation says became of them.
    """
    built = {(each.number, each.checksum): each for each in kept}
    by = undone(ledger.decisions).by
    found = []
    for decision in ledger.decisions:
        state: DecisionState = DecisionState.PENDING
        reason: str | None = "lần dựng sau sẽ áp dụng"
        known = built.get((decision.number, decision.checksum))
        if decision.number in by:
            state, reason = DecisionState.UNDONE, f"đã được rút lại bởi quyết định số {by[decision.number]}"
        elif known is not None and known.state is not DecisionState.UNDONE:
            state, reason = known.state, known.reason
        found.append(ListedDecision(decision, described(decision), state, reason))
    return tuple(found)

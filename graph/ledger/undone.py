"""Which decisions are taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.ledger.decisions import Decision, Undoing


@dataclass(frozen=True, slots=True)
class Undone:
    """What the undoing decisions of a ledger come to.

    Args:
        by: For each decision that is taken back, the number of the one that does.
        aimless: Numbers of undoing decisions that name no decision before them.
    """

    by: Mapping[int, int] = field(default_factory=dict)
    aimless: frozenset[int] = frozenset()


def undone(decisions: Sequence[Decision]) -> Undone:
    """Tell which decisions are taken back. An undoing can be taken back itself.

    Args:
        decisions: All, in order.
    """
    place = {decision.number: rank for rank, decision in enumerate(decisions)}
    by: dict[int, int] = {}
    aimless = set()
    # From the last one: whether an undoing stands is known before it is asked for.
    for rank in range(len(decisions) - 1, -1, -1):
        decision = decisions[rank]
        if not isinstance(decision.act, Undoing) or decision.number in by:
            continue
        if place.get(decision.act.number, rank) < rank:
            by[decision.act.number] = decision.number
        else:
            aimless.add(decision.number)
    return Undone(by, frozenset(aimless))

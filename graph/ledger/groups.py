"""Which entities are one, by what people said: an equivalence relation that no later decision contradicts.

Decisions are taken in from the last to the first. One that would contradict what later ones say is left out: so of a
contradiction the later decision holds, also where it takes several decisions to make one (A is B, B is C, A is not C).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """Two things are one, or are not.

    Args:
        number: Number of the decision.
        one: IRI.
        other: IRI.
        same: Which of both.
    """

    number: int
    one: str
    other: str
    same: bool


@dataclass(frozen=True, slots=True)
class Groups:
    """What claims come to.

    Args:
        of: For each thing that is one with another, all of its group, sorted.
        refuted: For each claim that is left out, the number of a later decision that speaks against it.
    """

    of: Mapping[str, tuple[str, ...]]
    refuted: Mapping[int, int]


def groups(claims: Iterable[Claim]) -> Groups:
    """Return the groups that claims make, in about linear time.

    Args:
        claims: In the order of the ledger.
    """
    forest = _Forest()
    refuted = {}
    for claim in reversed(list(claims)):
        against = forest.join(claim) if claim.same else forest.part(claim)
        if against is not None:
            refuted[claim.number] = against
    return Groups(forest.groups(), refuted)


class _Forest:
    """Disjoint sets that also know which of them must stay apart."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._apart: dict[str, dict[str, int]] = {}
        self._joined: dict[str, int] = {}

    def join(self, claim: Claim) -> int | None:
        """Make two sets one; else return the number of the decision that keeps them apart."""
        one, other = self._root(claim.one), self._root(claim.other)
        if one == other:
            return None
        if other in self._apart[one]:
            return self._apart[one][other]
        # The lighter set moves, so that each thing and each enmity moves but a logarithmic number of times.
        light, heavy = sorted((one, other), key=self._weight)
        self._parent[light] = heavy
        self._members[heavy] += self._members.pop(light)
        self._joined[heavy] = claim.number
        for enemy, number in self._apart.pop(light).items():
            del self._apart[enemy][light]
            self._apart[enemy].setdefault(heavy, number)
            self._apart[heavy].setdefault(enemy, number)
        return None

    def part(self, claim: Claim) -> int | None:
        """Keep two sets apart; else return the number of the decision that made them one."""
        one, other = self._root(claim.one), self._root(claim.other)
        if one == other:
            return self._joined.get(one, claim.number)
        self._apart[one].setdefault(other, claim.number)
        self._apart[other].setdefault(one, claim.number)
        return None

    def groups(self) -> dict[str, tuple[str, ...]]:
        """Return the sets of more than one."""
        found = {}
        for members in self._members.values():
            if len(members) > 1:
                group = tuple(sorted(members))
                found.update(dict.fromkeys(group, group))
        return found

    def _weight(self, root: str) -> tuple[int, str]:
        return len(self._members[root]) + len(self._apart[root]), root

    def _root(self, thing: str) -> str:
        if thing not in self._parent:
            self._parent[thing] = thing
            self._members[thing] = [thing]
            self._apart[thing] = {}
        while self._parent[thing] != thing:
            self._parent[thing] = self._parent[self._parent[thing]]
            thing = self._parent[thing]
        return thing

"""Same and different: an equivalence relation that no later decision contradicts."""

import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ledger.groups import Claim, groups

CASES = [
    # what is claimed in order ("=" one, "#" two) → groups, refuted: by which
    ("", [], {}),
    ("A=B", ["AB"], {}),
    ("A=B B=C", ["ABC"], {}),
    ("A=B B=C C=A", ["ABC"], {}),
    ("A=B A=B", ["AB"], {}),
    ("A#B", [], {}),
    ("A=B A#B", [], {1: 2}),
    ("A#B A=B", ["AB"], {1: 2}),
    ("A=B B=C A#C", ["BC"], {1: 3}),
    ("A#C A=B B=C", ["ABC"], {1: 2}),
    ("A=B C=D A#D B=C", ["BCD"], {1: 3}),
    ("A=B A#B A=B", ["AB"], {2: 3}),
    ("A#B A=B A#B", [], {2: 3}),
    ("A=B C=D B#C A=D", ["ACD"], {1: 3}),
    ("A#B B#C A=C", ["AC"], {}),
]


def claims(text: str) -> list[Claim]:
    return [Claim(n, word[0], word[2], word[1] == "=") for n, word in enumerate(text.split(), 1)]


@pytest.mark.parametrize(("text", "wanted", "refuted"), CASES)
def test_groups(text: str, wanted: list[str], refuted: dict[int, int]) -> None:
    found = groups(claims(text))
    assert sorted({"".join(group) for group in found.of.values()}) == wanted
    assert dict(found.refuted) == refuted


def _holds(kept: list[Claim]) -> bool:
    """Whether claims do not contradict each other, by the slow way."""
    group = {name: {name} for claim in kept for name in (claim.one, claim.other)}
    for claim in kept:
        if claim.same and group[claim.one] is not group[claim.other]:
            merged = group[claim.one] | group[claim.other]
            group |= dict.fromkeys(merged, merged)
    return not any(not claim.same and claim.other in group[claim.one] for claim in kept)


CLAIMS = st.lists(
    st.tuples(st.sampled_from("ABCDEF"), st.sampled_from("ABCDEF"), st.booleans()).filter(lambda c: c[0] != c[1]),
    max_size=25,
)


@given(CLAIMS)
def test_any_claims_give_an_equivalence_that_the_last_valid_ones_agree_with(made: list[tuple[str, str, bool]]) -> None:
    found = groups(listed := [Claim(n, *claim) for n, claim in enumerate(made, 1)])
    for name, group in found.of.items():
        assert name in group
        assert all(found.of[other] == group for other in group)
    kept: list[Claim] = []
    for claim in reversed(listed):
        assert _holds([*kept, claim]) == (claim.number not in found.refuted), claim
        if claim.number not in found.refuted:
            kept.append(claim)
    for number, against in found.refuted.items():
        assert against > number
    names = sorted({name for claim in kept if claim.same for name in (claim.one, claim.other)})
    for one, other in combinations(names, 2):
        joined = other in found.of.get(one, ())
        assert joined == _connected(kept, one, other)


def _connected(kept: list[Claim], one: str, other: str) -> bool:
    reached, waiting = {one}, [one]
    while waiting:
        name = waiting.pop()
        for claim in kept:
            if claim.same and name in (claim.one, claim.other):
                for end in {claim.one, claim.other} - reached:
                    reached.add(end)
                    waiting.append(end)
    return other in reached


@pytest.mark.parametrize("shape", ["chain", "star", "apart"])
def test_a_hundred_thousand_claims_take_no_time(shape: str) -> None:
    number = 100_000
    made = {
        "chain": lambda n: Claim(n, f"x{n}", f"x{n + 1}", True),
        "star": lambda n: Claim(n, "hub", f"x{n}", True),
        "apart": lambda n: Claim(n, "hub" if n % 2 else f"hub{n % 7}", f"x{n // 2}", n % 3 == 0),
    }[shape]
    start = time.monotonic()
    groups(made(n) for n in range(1, number))
    assert time.monotonic() - start < 20  # seconds; quadratic work would take hours

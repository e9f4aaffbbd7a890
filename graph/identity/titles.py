"""Whether two titles can be the same document's: sources shorten and reword them."""

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from ontology.folding import fold

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Measure:
    """``graph/tables/title_words.json``.

    Args:
        empty: Folded words that do not count.
        agree: From this share of common words on, two titles are one.
        disagree: Up to this share they are two.
        fewest_words: Titles of fewer words prove no disagreement.
    """

    empty: frozenset[str]
    agree: float
    disagree: float
    fewest_words: int


@cache
def _measure() -> _Measure:
    values = json.loads(files("graph").joinpath("tables/title_words.json").read_text(encoding="utf-8"))
    return _Measure(frozenset(values["empty"]), values["agree"], values["disagree"], values["fewest_words"])


@lru_cache(maxsize=65_536)
def _content(title: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that count, and the numbers."""
    words = frozenset(_WORD.findall(fold(title))) - _measure().empty
    numbers = frozenset(word.lstrip("0") for word in words if word.isdecimal())
    return frozenset(word for word in words if not word.isdecimal()), numbers


def agree(one: str, other: str) -> bool:
    """Tell whether two titles are the same document's beyond doubt.

    >>> agree("Về hội nhập quốc tế trong tình hình mới", "hội nhập quốc tế")
    True
    """
    (words, numbers), (others, other_numbers) = _content(one), _content(other)
    if not words or not others or _other_numbers(numbers, other_numbers):
        return False
    return len(words & others) / min(len(words), len(others)) >= _measure().agree


def disagree(one: str, other: str) -> bool:
    """Tell whether two titles are two documents' beyond doubt. Neither this nor :func:`agree` may be true.

    >>> disagree("Kế hoạch chuyển đổi số cấp xã", "phòng, chống tham nhũng, tiêu cực")
    True
    """
    (words, numbers), (others, other_numbers) = _content(one), _content(other)
    if _other_numbers(numbers, other_numbers) and words == others:
        return True
    if min(len(words), len(others)) < _measure().fewest_words:
        return False
    return len(words & others) / min(len(words), len(others)) <= _measure().disagree


def _other_numbers(numbers: frozenset[str], others: frozenset[str]) -> bool:
    """Numbers are never alike: plans for 2022 and for 2023 are two, however alike their words.

    A title that is shortened may leave numbers out, so one set may lie within the other.
    """
    return not (numbers <= others or others <= numbers)

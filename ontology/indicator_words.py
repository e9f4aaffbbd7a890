"""Words around the numbers of a text (``tables/indicator_words.json``)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from ontology.indicators import Bound, Change
from ontology.table import Row, read_table, rows, strings


@dataclass(frozen=True, slots=True)
class Link:
    """Words between what is measured and its number.

    Args:
        words: The spellings.
        change: What they say of the number, or ``None``.
        bound: How exact they make it, or ``None``.
        achieved: Whether they say that something is reached.
        share: Whether what follows the number is the whole of which it is a share.
        examples: Clauses that hold them.
    """

    words: tuple[str, ...]
    change: Change | None
    bound: Bound | None
    achieved: bool
    share: bool
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndicatorWords:
    """The whole table; its fields are described in the table itself.

    Args:
        links: By phrase in small letters.
        leads: Phrases.
        measures: Phrases.
        bare_measures: Phrases.
        bases: Phrases.
        wholes: Phrases.
        complement_stops: Words.
        complement_first_stops: Words.
        per: Words and phrases.
        conditions: Words and phrases.
        function_words: Words and phrases.
        numbering: Words and phrases.
        targets: Matches in small letters.
        target_sections: Matches in small letters.
        result_sections: Matches in small letters.
        norms: Matches in small letters.
        stated: Matches in small letters.
        whole_units: Phrases.
        planning_types: Types in their standard form.
        done: Matches in small letters.
        examples: Of each pattern's rows, by the part's name.
    """

    links: Mapping[str, Link]
    leads: frozenset[str]
    measures: frozenset[str]
    bare_measures: frozenset[str]
    bases: frozenset[str]
    wholes: frozenset[str]
    complement_stops: frozenset[str]
    complement_first_stops: frozenset[str]
    per: frozenset[str]
    conditions: frozenset[str]
    function_words: frozenset[str]
    numbering: frozenset[str]
    targets: re.Pattern[str]
    target_sections: re.Pattern[str]
    result_sections: re.Pattern[str]
    norms: re.Pattern[str]
    stated: re.Pattern[str]
    whole_units: frozenset[str]
    planning_types: frozenset[str]
    done: re.Pattern[str]
    examples: Mapping[str, tuple[str, ...]]


_PATTERNS = ("targets", "target_sections", "result_sections", "norms")


@cache
def indicator_words() -> IndicatorWords:
    """Return the table, read on first use."""
    table = read_table("indicator_words.json")

    def part(name: str) -> Row:
        return cast("Row", table[name])

    def words(name: str) -> frozenset[str]:
        return frozenset(word.lower() for word in strings(part(name)["words"]))

    def pattern(name: str) -> re.Pattern[str]:
        return _any(str(row["pattern"]) for row in rows(part(name), "rows"))

    return IndicatorWords(
        links={word: link for link in links() for word in link.words},
        leads=words("leads"),
        measures=words("measures"),
        bare_measures=words("bare_measures"),
        bases=words("bases"),
        wholes=words("wholes"),
        complement_stops=words("complement_stops"),
        complement_first_stops=words("complement_first_stops"),
        per=words("per"),
        conditions=words("conditions"),
        function_words=words("function_words"),
        numbering=words("numbering"),
        targets=pattern("targets"),
        target_sections=pattern("target_sections"),
        result_sections=pattern("result_sections"),
        norms=pattern("norms"),
        stated=_any(strings(part("stated")["words"])),
        whole_units=words("whole_units"),
        planning_types=frozenset(strings(part("planning_types")["words"])),
        done=_any(strings(part("done")["words"])),
        examples={
            name: tuple(example for row in rows(part(name), "rows") for example in strings(row["examples"]))
            for name in _PATTERNS
        },
    )


@cache
def links() -> Sequence[Link]:
    """Return the rows of the words between what is measured and its number."""
    return tuple(
        Link(
            words=strings(row["words"]),
            change=Change(str(row["change"])) if "change" in row else None,
            bound=Bound(str(row["bound"])) if "bound" in row else None,
            achieved=bool(row.get("achieved")),
            share=bool(row.get("share")),
            examples=strings(row["examples"]),
        )
        for row in rows(cast("Row", read_table("indicator_words.json")["links"]), "rows")
    )


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    alternatives = "|".join(patterns)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")

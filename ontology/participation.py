"""The words by which a place takes part in a programme (``tables/participation.json``)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from ontology.table import Row, read_table, rows, strings


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that show that a clause still speaks of a programme named before it.

    Args:
        of: Looked for in the programme's name, in small letters; matches any name where it is empty.
        pattern: The words.
    """

    of: re.Pattern[str]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Participation:
    """The whole table. Every pattern wants small letters and modern tone marks.

    Args:
        place_words: In the last part of a clause that leads from a programme to a place.
        joined_words: All that stands between them.
        passive: The same, if a verb of participation stands behind the place.
        embraced: Behind the place of a passive, beside the verbs.
        addresses: A person behind a programme, with the place as an address behind a comma.
        agents: Ends the words, behind ``do``, that tell who carries a programme out.
        rolls: In a heading of a list of places.
        recalls: Behind a kind word that means a programme named before: what that does, or where.
        left_out: Before a place that is only compared or left out.
        visited: Before a place that others only came to or come from.
        meetings: Before a programme that is the subject of a meeting or a visit.
        funds: Begins a sentence whose programme paid for what it tells.
        continues: Matches at a comma behind which the clause goes on.
        new_acts: Another act of the same sentence.
        verbs: Stand between a place and its programme.
        bridge: Syllables and marks that may stand behind the verb.
        denials: Stand there where the place takes no part.
        denied_behind: Begins what is said of a place that takes none.
        requests: What is asked for, before a programme.
        adverbs: Syllables before a verb whose subject was named before.
        fronted: Before a place that begins a sentence.
        mergers: Between a unit and those that it was made of.
        elsewhere: Before a place that was only visited.
        signs: What keeps a programme in mind over sentences.
        rivals: Another aim than the programme's.
        topics: Syllables that may stand before a programme that is a topic.
        topic_heads: Begins a sentence that names its topic before a comma.
        turns: Syllables and marks that begin a clause about one more place.
        yes: Sentences that hold a pair.
        no: Sentences that hold none.
    """

    place_words: re.Pattern[str]
    joined_words: re.Pattern[str]
    passive: re.Pattern[str]
    embraced: re.Pattern[str]
    addresses: re.Pattern[str]
    agents: re.Pattern[str]
    rolls: re.Pattern[str]
    recalls: re.Pattern[str]
    left_out: re.Pattern[str]
    visited: re.Pattern[str]
    meetings: re.Pattern[str]
    funds: re.Pattern[str]
    continues: re.Pattern[str]
    new_acts: re.Pattern[str]
    verbs: re.Pattern[str]
    bridge: frozenset[str]
    denials: re.Pattern[str]
    denied_behind: re.Pattern[str]
    requests: re.Pattern[str]
    adverbs: frozenset[str]
    fronted: re.Pattern[str]
    mergers: re.Pattern[str]
    elsewhere: re.Pattern[str]
    signs: tuple[Sign, ...]
    rivals: re.Pattern[str]
    topics: frozenset[str]
    topic_heads: re.Pattern[str]
    turns: frozenset[str]
    yes: tuple[str, ...]
    no: tuple[str, ...]


_COUNTED = (
    r"(?: (?:các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d\d?))?"
    r"(?: (?:xã|phường|thị trấn|ấp|thôn|bản|buôn|làng|xóm|khóm|khu phố|tổ dân phố|huyện|quận|thị xã|thành phố|tỉnh))?"
    r"(?: điểm)? ?"
)
"""What may stand between a small word and the first name of a list."""
_YES = (
    *("place_words", "joined_words", "passive", "continues", "verbs"),
    *("bridge", "signs", "topics", "topic_heads", "turns", "adverbs", "fronted"),
    *("embraced", "addresses", "funds", "agents", "rolls", "recalls"),
)
_NO = (
    *("new_acts", "requests", "denials", "denied_behind", "mergers", "elsewhere", "rivals"),
    *("left_out", "visited", "meetings"),
)


@cache
def participation() -> Participation:
    """Return the table, read on first use."""
    table = read_table("participation.json")

    def part(name: str) -> Row:
        return cast("Row", table[name])

    def pattern(name: str, form: str = r"\b(?:{})(?!\w)") -> re.Pattern[str]:
        row = part(name)
        parts = [row] if "pattern" in row else rows(row, "rows")
        return re.compile(form.format("|".join(str(row["pattern"]) for row in parts)))

    def words(name: str) -> frozenset[str]:
        return frozenset(str(part(name)["words"]).split())

    def examples(names: Sequence[str]) -> tuple[str, ...]:
        parts = [row for name in names for row in (rows(part(name), "rows") if "rows" in part(name) else [part(name)])]
        return tuple(example for row in parts for example in strings(row["examples"]))

    return Participation(
        place_words=pattern("place_words", r"(?:\b(?:{})(?!\w)|[(:])[^,;]*$"),
        joined_words=pattern("joined_words", rf" (?:{{}}){_COUNTED}"),
        passive=pattern("passive", rf"[\w ]{{{{0,30}}}}\b(?:{{}}){_COUNTED}"),
        embraced=pattern("embraced", r"(?:{})(?!\w)"),
        addresses=pattern("addresses"),
        agents=pattern("agents", r" do [^,.;:\n]{{2,70}}? (?:{})(?!\w)"),
        rolls=pattern("rolls"),
        recalls=pattern("recalls", r"(?:{})(?!\w)"),
        left_out=pattern("left_out", rf"\b(?:{{}}){_COUNTED}$"),
        visited=pattern("visited", rf"\b(?:{{}}){_COUNTED}$"),
        meetings=pattern("meetings"),
        funds=pattern("funds", r"(?:{})$"),
        continues=pattern("continues", r", (?:{})(?!\w)"),
        new_acts=pattern("new_acts", r"\bvà (?:{})(?!\w)"),
        verbs=pattern("verbs"),
        bridge=words("bridge"),
        denials=pattern("denials"),
        denied_behind=pattern("denied_behind", r"[\s)]*(?:{})(?!\w)"),
        requests=pattern("requests"),
        adverbs=words("adverbs"),
        fronted=pattern("fronted", r"(?:\A|[.;:\n+–-] ?)(?:\d\d?[.)] )?(?:{})(?!\w)[^.;,]{{0,40}}$"),
        mergers=pattern("mergers"),
        elsewhere=pattern("elsewhere"),
        signs=tuple(
            Sign(re.compile(str(row["of"])), re.compile(rf"\b(?:{row['pattern']})(?!\w)"))
            for row in rows(part("signs"), "rows")
        ),
        rivals=pattern("rivals"),
        topics=words("topics"),
        topic_heads=pattern("topic_heads", r"(?:{})$"),
        turns=words("turns"),
        yes=examples(_YES),
        no=examples(_NO),
    )

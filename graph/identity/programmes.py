"""Programmes: one entity for a programme and its short names, with its stages and levels beneath.

Stages ("giai đoạn 2021-2025") are decided, funded and reviewed one by one, so each is an entity beneath the
programme. "Nông thôn mới nâng cao" and "kiểu mẫu" are levels of one programme: the Prime Minister sets their criteria
within it, and a commune is recognised at one after the other. They are entities beneath it too, since having reached
the standard says nothing of having reached the next one.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.answers import Entity, EntityKind
from graph.identity.context import Context
from graph.identity.iris import iri, slug
from ontology.folding import fold, modern_tones
from ontology.mentions import ProgrammeName
from ontology.periods import Period

_QUOTES = re.compile(r"[“”\"'‘’«»]")
_YEARS = re.compile(
    r"[,(\s]{0,3}(?:\b(?:giai doan|nam|quy [ivx]{1,3}|quy [1-4]|6 thang dau nam))?\s?[/(]?"
    r"(?<![\w-])(?P<first>(?:19|20)\d{2})(?:\s?[-–]\s?(?P<last>(?:19|20)\d{2}))?\)?$"
)
_NOT_WORD = re.compile(r"[^\w]+")
_AIMS = (" den", " toi", " den het")
_TAIL = 60
"""Years stand at the end of a name: no more of it needs to be looked at."""


@dataclass(frozen=True, slots=True)
class _Table:
    """``graph/tables/programmes.json``, folded.

    Args:
        canonical: Key of every form → the programme's name.
        kind_words: Folded words for kinds, longest first.
        own: Keys of the annual programmes that every body has.
        wholes: Name of a level → name of the programme that it is a level of.
    """

    canonical: dict[str, str]
    kind_words: tuple[str, ...]
    own: tuple[str, ...]
    wholes: dict[str, str]


@cache
def _table() -> _Table:
    rows = json.loads(files("graph").joinpath("tables/programmes.json").read_text(encoding="utf-8"))
    canonical = {}
    for row in rows["programmes"]:
        for form in (row["name"], *row["forms"]):
            canonical[_key(form)] = row["name"]
    kind_words = tuple(sorted((fold(word) for word in rows["kind_words"]), key=len, reverse=True))
    wholes = {row["name"]: row["level_of"] for row in rows["programmes"] if "level_of" in row}
    return _Table(canonical, kind_words, tuple(_key(name) for name in rows["own"]), wholes)


@dataclass(frozen=True, slots=True)
class Programme:
    """What a mention of a programme means.

    Args:
        segments: Segments of its IRI.
        name: The name to show.
        stage: The years of the stage (``2021-2025``), or ``None`` for a programme as a whole.
        whole: The programme that it is a stage or a level of.
    """

    segments: tuple[str, ...]
    name: str
    stage: str | None = None
    whole: "Programme | None" = None

    def entity(self, base: str) -> Entity:
        """Return the entity of this programme."""
        return Entity(iri(base, "programme", self.segments), EntityKind.PROGRAMME, self.name, stage=self.stage)


def _key(name: str) -> str:
    """Return the form in which names are compared: folded, without quotation marks, years and punctuation."""
    folded = fold(_QUOTES.sub("", name)).strip()
    years = _years_at_end(folded)
    return _NOT_WORD.sub(" ", folded if years is None else folded[: len(folded) - len(years[0])]).strip()


def _years_at_end(folded: str) -> re.Match[str] | None:
    """Return the years that end a folded name; a year to be reached ("đến năm 2030") is a part of the name."""
    tail = folded[-_TAIL:]
    found = _YEARS.search(tail)
    return None if found is None or tail[: found.start()].rstrip().endswith(_AIMS) else found


def _without_kind(key: str) -> str:
    for word in _table().kind_words:
        if key.startswith(word + " "):
            return key[len(word) + 1 :]
    return key


def canonical_programme(name: str) -> str:
    """Return the one name of a programme that goes by several; other names as they are.

    >>> canonical_programme("NTM"), canonical_programme("nông thôn mới nâng cao")
    ('Chương trình mục tiêu quốc gia xây dựng nông thôn mới', 'Nông thôn mới nâng cao')
    """
    key, table = _key(name), _table()
    return table.canonical.get(key) or table.canonical.get(_without_kind(key)) or modern_tones(name)


def shown_name(asked: str) -> str:
    """Return the name under which what people ask for is shown: the programme's, or that of the stage they name.

    >>> shown_name("NTM giai đoạn 2021 - 2025")
    'Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021-2025'
    """
    first, last = _years(asked, None)
    name = canonical_programme(asked)
    return name if first is None or last is None or first == last else _of_stage(name, first, last)


def _of_stage(name: str, first: int, last: int) -> str:
    bare = _bare(name)
    # The years stood inside the quotation marks.
    closing = "”" if bare.count("“") > bare.count("”") else ""
    return f"{bare}{closing} giai đoạn {first}-{last}"


def programme_of(norm: str, detail: ProgrammeName | None, context: Context) -> Programme:
    """Return the programme, or the stage of one, that a mention means.

    Args:
        norm: Its name as mentioned.
        detail: What the mention says, or ``None``.
        context: The reading document's frame: an annual work programme is that of the own unit.
    """
    first, last = _years(norm, detail.stage if detail else None)
    # A name that only ends with an aim ("định hướng đến năm 2030") is cut in vain: the whole of it is the name.
    named = _whole(norm if detail is None or first is None else detail.name, context)
    if first is None or last is None:
        return named
    if _is_own(_key(named.name)):
        # Each year has its own, and no programme stands above them.
        return Programme((*named.segments, _span(first, last)), _with_years(named.name, first, last))
    if first == last:
        # "nông thôn mới năm 2024" is the programme as it stood in that year.
        return named
    name = _of_stage(named.name, first, last)
    return Programme((*named.segments, _span(first, last)), name, _span(first, last), named)


def _whole(name: str, context: Context) -> Programme:
    canonical = canonical_programme(name)
    key = _key(canonical)
    if _is_own(key):
        return Programme((*context.group, slug(key)), _bare(canonical))
    above = _table().wholes.get(canonical)
    return Programme((slug(key),), _bare(canonical), whole=_whole(above, context) if above is not None else None)


def _is_own(key: str) -> bool:
    return key.startswith(_table().own)


def _years(norm: str, stage: Period | None) -> tuple[int | None, int | None]:
    """Return the first and the last year that a mention gives its programme."""
    if stage is not None:
        if stage.start is None or stage.end is None or stage.start.month is not None or stage.end.month is not None:
            return None, None
        return stage.start.year, stage.end.year
    found = _years_at_end(fold(_QUOTES.sub("", norm)).strip())
    if found is None:
        return None, None
    first = int(found["first"])
    last = int(found["last"] or first)
    return (first, last) if first <= last else (None, None)


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _with_years(name: str, first: int, last: int) -> str:
    return f"{name} năm {first}" if first == last else f"{name} giai đoạn {first}-{last}"


def _bare(name: str) -> str:
    """Return a name without the years at its end, which are those of one mention."""
    found = _years_at_end(fold(_QUOTES.sub("", name)).strip())
    if found is None:
        return name
    kept = name.split()[: -len(found[0].split())]
    return " ".join(kept).rstrip(" ,(-–") or name

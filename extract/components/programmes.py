"""Finds programmes: by kind word and quoted name, by kind word and description, and by known names."""

from functools import cache

from extract.components.place_names import read_name, unit_word_at
from extract.components.programme_names import (
    ProgrammeSpan,
    any_names,
    described,
    over_small_words,
    works,
)
from extract.components.programme_signs import is_single, kind_phrases, names_body, parts_of, short_forms
from extract.components.quotations import CLOSING, OPENING, quote_behind, quote_end
from extract.context import Context
from extract.found import Found
from extract.words import MARK, NUMBER, Phrases, Words, words_of
from ontology.boundaries import boundary_words
from ontology.mentions import EntityLabel
from ontology.programmes import programme_table

_LONGEST_MODIFIER = 4
_WAY_TO_EXAMPLES = 10
_LONGEST_ASIDE = 12


def find_programmes(text: str, context: Context) -> list[Found]:
    """Find the programmes of a text.

    Args:
        text: The normalised text.
        context: Not needed here; all finders have one signature.

    Returns:
        Candidates in order of their start, without overlaps among themselves.
    """
    words = words_of(text)
    kind_first, name_first, first_keys = kind_phrases().first_keys, _names().first_keys, _first_keys()
    short = short_forms(text)
    found: list[Found] = []
    behind = 0
    for index in words.among(first_keys):
        if index < behind:
            continue
        key = words.keys[index]
        spans = _of_kind(words, index, short) if key in kind_first else []
        if not spans and key in name_first:
            spans = _named(words, index)
        if not spans and key in OPENING:
            spans = _known_in_quotes(words, index)
        if spans and names_body(words, index):
            behind = spans[-1].last
        elif spans:
            spans += _listed(words, spans[-1].last)
            found += [_found(words, span) for span in spans]
            behind = max(span.last for span in spans)
    return found


@cache
def _first_keys() -> frozenset[str]:
    return frozenset((*kind_phrases().first_keys, *_names().first_keys, *OPENING))


@cache
def _names() -> Phrases[bool]:
    rows = (row for row in programme_table().names if not row.quoted and not row.kind_only)
    return Phrases((form, True) for row in rows for form in (row.name, *row.forms))


def _of_kind(words: Words, index: int, short: frozenset[str]) -> list[ProgrammeSpan]:
    """Read a kind word with its name; ``short`` are the kind words that stand alone for one programme in this text."""
    match = kind_phrases().longest(words, index)
    if match is None:
        return []
    end, row = match
    capital = words.is_capital(index)
    if row.capital and not capital:
        return []
    if row.quoted:
        most = 0 if row.glued else _LONGEST_MODIFIER
        behind = quote_behind(words, end, most, boundary_words("no_modifier"))
        if behind is not None:
            return [ProgrammeSpan(index, behind)]
    # The longer head may have swallowed the words that a description begins with ("chương trình mục tiêu quốc gia").
    for stop, kind in reversed(list(kind_phrases().matches(words, index))):
        ends = [
            end_of[0]
            for names, at in (
                (parts_of(kind.kind, "named"), stop),
                (any_names(), stop),
                (any_names(), over_small_words(words, stop)),
                (parts_of(kind.kind, "lower"), stop),
            )
            if (end_of := names.longest(words, at)) is not None and end_of[0] > stop
        ]
        if ends:
            return [ProgrammeSpan(index, max(ends))]
    named = described(words, index, short) or works(words, end, row, index)
    if named is not None:
        return [named]
    if words.shape(index - 1) == NUMBER and words.key(end) in ("(", ":"):
        return _sites(words, end + 1)
    if row.kind == "chuyên đề" or row.kind == "phong trào":
        return _subject_behind(words, end)
    return _examples_behind(words, end) if row.open and not is_single(words, index) else []


def _subject_behind(words: Words, index: int) -> list[ProgrammeSpan]:
    """Read a quotation that names what the kind word only announces.

    ``Chuyên đề năm 2024 của Tỉnh ủy về “…”``, ``phong trào thi đua …, với chủ đề: “…”``.
    """
    for at in range(index, min(index + 14, len(words))):
        key = words.keys[at]
        if key in ("\n", ";", "."):
            return []
        if key in OPENING and words.key(at - 1) in ("về", ":", "đề"):
            behind = quote_end(words, at)
            return [ProgrammeSpan(at, behind)] if behind is not None else []
    return []


def _examples_behind(words: Words, index: int) -> list[ProgrammeSpan]:
    """Read the quotations that name examples of a kind (``nhiều mô hình hay như “A” (xã B), “C” (xã D)``)."""
    for at in range(index, min(index + _WAY_TO_EXAMPLES, len(words))):
        key = words.keys[at]
        if key in OPENING and words.key(at - 1) in ("như", "là", "gồm", ":"):
            behind = quote_end(words, at)
            return [ProgrammeSpan(at, behind)] if behind is not None else []
        if key in ("\n", ";", ".", ",") or key in OPENING:
            return []
    return []


def _sites(words: Words, index: int) -> list[ProgrammeSpan]:
    """Read ``02 dự án (Nuôi heo thương phẩm ở xã Hòa Mỹ và …)``: each name runs to the place where it is."""
    spans: list[ProgrammeSpan] = []
    at = index
    while words.is_capital(at):
        end = at + 1
        while end - at < 10 and words.shape(end) not in (MARK, NUMBER) and words.key(end) not in ("ở", "tại"):
            end += 1
        if words.key(end) not in ("ở", "tại") or unit_word_at(words, end + 1) is None or end - at < 2:
            break
        spans.append(ProgrammeSpan(at, end))
        at = end + 1
        while at - end < 12 and words.key(at) not in ("và", ",", ";", ")", "\n", "."):
            at += 1
        if words.key(at) not in ("và", ",", ";"):
            break
        at += 1
    return spans


def _named(words: Words, index: int) -> list[ProgrammeSpan]:
    match = _names().longest(words, index)
    if match is None:
        return []
    end = match[0]
    form = words.surface(index, end)
    first, last = words.starts[index], words.ends[end - 1]
    if form.isupper() and "/" in (words.text[first - 1 : first], words.text[last : last + 1]):
        return []
    if len(form) < 7 and not form.isupper() and form.split(" ")[0].casefold() in ("ocop", "ntm"):
        return []
    return [ProgrammeSpan(index, end)]


def _known_in_quotes(words: Words, index: int) -> list[ProgrammeSpan]:
    match = any_names().longest(words, index + 1)
    if match is None or words.key(match[0]) != CLOSING[words.keys[index]]:
        return []
    before = [words.key(at) for at in range(index - 3, index)]
    if before[-1] != "đua" and any(key in boundary_words("no_programme") for key in before):
        return []
    return [ProgrammeSpan(index, match[0] + 1)]


def _listed(words: Words, index: int) -> list[ProgrammeSpan]:
    """Read the quoted names that follow in a list (``Chương trình “A”, “B”, “C”``)."""
    if words.keys[index - 1] not in ("”", '"', "»"):
        return []
    spans: list[ProgrammeSpan] = []
    while (index := _behind_aside(words, index)) and words.key(index) in (",", ";", "và"):
        if words.key(index + 1) not in OPENING:
            break
        behind = quote_end(words, index + 1)
        if behind is None:
            break
        spans.append(ProgrammeSpan(index + 1, behind))
        index = behind
    return spans


def _behind_aside(words: Words, index: int) -> int:
    """Return the index behind what tells where the name before it is at home, else ``index`` itself.

    ``“A”`` *(xã B)*``, “C”``; ``“A”`` *ở xã B* ``và “C”``.
    """
    if words.key(index) in ("ở", "tại") and (unit := unit_word_at(words, index + 1)) is not None:
        return read_name(words, unit[0], unit[1]) or index
    if words.key(index) != "(" or unit_word_at(words, index + 1) is None:
        return index
    for at in range(index + 1, min(index + _LONGEST_ASIDE, len(words))):
        if words.keys[at] == ")":
            return at + 1
    return index


def _found(words: Words, span: ProgrammeSpan) -> Found:
    surface = " ".join(words.surface(span.first, span.last).split())
    return Found(words.starts[span.first], words.ends[span.last - 1], EntityLabel.PROG, surface)

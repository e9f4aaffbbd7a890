"""Finds programmes: by kind word and quoted name, by kind word and description, and by known names."""

from dataclasses import dataclass
from functools import cache

from extract.components.place_names import read_name, unit_word_at
from extract.context import Context
from extract.found import Found
from extract.words import CAPITALISED, LOWER, MARK, NUMBER, UPPER, Phrases, Words, words_of
from ontology.boundaries import boundary_words, compounds
from ontology.mentions import EntityLabel
from ontology.programmes import ProgrammeKind, programme_table

_OPENING = frozenset({"“", '"', "«"})
_CLOSING = {"“": "”", '"': '"', "«": "»"}
_LONGEST_QUOTE = 60
_LONGEST_DESCRIPTION = 45
_LONGEST_MODIFIER = 4
_LONGEST_SITE = 8


@dataclass(frozen=True, slots=True)
class _Span:
    first: int
    last: int


def find_programmes(text: str, context: Context) -> list[Found]:
    """Find the programmes of a text.

    Args:
        text: The normalised text.
        context: Not needed here; all finders have one signature.

    Returns:
        Candidates in order of their start, without overlaps among themselves.
    """
    words = words_of(text)
    kind_first, name_first, first_keys = _kinds().first_keys, _names().first_keys, _first_keys()
    found: list[Found] = []
    behind = 0
    for index in [at for at, key in enumerate(words.keys) if key in first_keys]:
        if index < behind:
            continue
        key = words.keys[index]
        spans = _of_kind(words, index) if key in kind_first else []
        if not spans and key in name_first:
            spans = _named(words, index)
        if not spans and key in _OPENING:
            spans = _known_in_quotes(words, index)
        if spans:
            spans += _listed(words, spans[-1].last)
            found += [_found(words, span) for span in spans]
            behind = max(span.last for span in spans)
    return found


@cache
def _first_keys() -> frozenset[str]:
    return frozenset((*_kinds().first_keys, *_names().first_keys, *_OPENING))


@cache
def _kinds() -> Phrases[ProgrammeKind]:
    return Phrases((form, row) for row in programme_table().kinds for form in (row.kind, *row.forms))


@cache
def _names() -> Phrases[bool]:
    rows = (row for row in programme_table().names if not row.quoted and not row.kind_only)
    return Phrases((form, True) for row in rows for form in (row.name, *row.forms))


@cache
def _any_names() -> Phrases[bool]:
    return Phrases((form, True) for row in programme_table().names for form in (row.name, *row.forms))


@cache
def _parts(kind: str, part: str) -> Phrases[bool]:
    row = next(row for row in programme_table().kinds if row.kind == kind)
    phrases: tuple[str, ...] = getattr(row, part)
    return Phrases((phrase, True) for phrase in phrases)


def _of_kind(words: Words, index: int) -> list[_Span]:
    """Read a kind word with its name."""
    match = _kinds().longest(words, index)
    if match is None:
        return []
    end, row = match
    capital = words.is_capital(index)
    if row.capital and not capital:
        return []
    if row.quoted and (behind := _quote_behind(words, end, 0 if row.glued else _LONGEST_MODIFIER)) is not None:
        return [_Span(index, behind)]
    # The longer head may have swallowed the words that a description begins with ("chương trình mục tiêu quốc gia").
    for stop, kind in reversed(list(_kinds().matches(words, index))):
        named = _parts(kind.kind, "named").longest(words, stop)
        if named is not None:
            return [_Span(index, named[0])]
        known = _any_names().longest(words, _over(words, stop))
        if known is not None and known[0] > stop:
            return [_Span(index, known[0])]
        lower = _parts(kind.kind, "lower").longest(words, stop)
        if lower is not None:
            return [_Span(index, lower[0])]
    described = _described(words, index) or _works(words, end, row, index)
    if described is not None:
        return [described]
    if words.shape(index - 1) == NUMBER and words.key(end) in ("(", ":"):
        return _sites(words, end + 1)
    return _subject_behind(words, end) if row.kind == "chuyên đề" or row.kind == "phong trào" else []


def _described(words: Words, index: int) -> _Span | None:
    """Read a kind word and a description that is a name: a capital on the kind word, or on what follows it."""
    for stop, kind in _kinds().matches(words, index):
        known = words.is_capital(index) and _parts(kind.kind, "described_by").longest(words, stop)
        named = not known and not kind.named and _begins_name(words, stop)
        if not (known or named):
            continue
        heading = words.shapes[index] == UPPER
        whole = words.key(index - 1) == "duyệt"
        behind = _description_end(words, stop, whole=whole, named=named, small=UPPER if heading else LOWER)
        if behind is None or (
            kind.proper and (heading or not any(words.is_capital(at) for at in range(stop + 1, behind)))
        ):
            return None
        return _with_quotes(words, _Span(index, behind))
    return None


def _works(words: Words, end: int, row: ProgrammeKind, index: int) -> _Span | None:
    """Read a kind word, a word for works and the proper name behind it (``dự án điện hạt nhân Ninh Thuận``)."""
    site = _parts(row.kind, "sites").longest(words, end)
    if site is None:
        return None
    at = site[0]
    stops = boundary_words("description_stops")
    while at - end < _LONGEST_SITE and words.shape(at) == LOWER and words.key(at) not in stops:
        at += 1
    name = at
    while words.is_capital(at) or (words.key(at) in ("-", "–") and at > name and words.is_capital(at + 1)):
        at += 1
    return _Span(index, at) if at - name >= 2 else None


def _with_quotes(words: Words, span: _Span) -> _Span:
    """A name that begins with its quotation marks ends with them (``“Chương trình … đến năm 2025”``)."""
    if words.key(span.first - 1) not in _OPENING:
        return span
    behind = _quote_end(words, span.first - 1)
    return _Span(span.first - 1, behind) if behind is not None and behind > span.last else span


@cache
def _not_named() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in programme_table().not_named)


def _begins_name(words: Words, index: int) -> bool:
    """Tell whether the words behind a kind word begin a name by their capital (``Đề án`` *Hậu Giang xanh*)."""
    return (
        words.shape(index) == CAPITALISED and words.shape(index - 1) != UPPER and not _not_named().longest(words, index)
    )


def _over(words: Words, index: int) -> int:
    """Skip the words that stand between a kind word and a known name (``chương trình xây dựng nông thôn mới``)."""
    at = index
    while at - index < 8 and words.key(at) in boundary_words("before_known_name"):
        at += 1
    return at


def _quote_behind(words: Words, index: int, most: int) -> int | None:
    """Return the index behind the quoted name that follows, perhaps after a few words (``mô hình 3 chung “…”``)."""
    at = index
    while at - index < most and words.shape(at) != MARK and words.key(at) not in boundary_words("no_modifier"):
        at += 1
    return _quote_end(words, at) if words.key(at) in _OPENING else None


def _quote_end(words: Words, index: int) -> int | None:
    """Return the index behind the quotation that opens at ``index``; marks inside it may be nested."""
    closing = _CLOSING[words.keys[index]]
    depth = 0
    limit = min(len(words), index + _LONGEST_QUOTE)
    for at in range(index, limit):
        key = words.keys[at]
        if key == "\n":
            return None
        if key == closing and at > index:
            depth -= 1
            if depth <= 0:
                return at + 1 if at > index + 1 else None
        elif key == words.keys[index]:
            depth += 1
    return None


def _subject_behind(words: Words, index: int) -> list[_Span]:
    """Read a quotation that names what the kind word only announces.

    ``Chuyên đề năm 2024 của Tỉnh ủy về “…”``, ``phong trào thi đua …, với chủ đề: “…”``.
    """
    for at in range(index, min(index + 14, len(words))):
        key = words.keys[at]
        if key in ("\n", ";", "."):
            return []
        if key in _OPENING and words.key(at - 1) in ("về", ":", "đề"):
            behind = _quote_end(words, at)
            return [_Span(at, behind)] if behind is not None else []
    return []


_PERIODS = frozenset({"giai", "đến", "năm"})


def _description_end(words: Words, index: int, *, whole: bool, named: bool, small: int) -> int | None:
    """Return the index behind a description: before its period, its issuer, its verb or the clause's end.

    Args:
        words: The words of the text.
        index: Where the description begins.
        whole: Whether the clause holds nothing else (``phê duyệt Đề án …``), so that commas belong to the name.
        named: Whether it begins with a capital: a unit behind it is no part of the name then.
        small: The shape of ordinary words: ``LOWER``, in a heading ``UPPER``.
    """
    end = index
    comma: int | None = None
    limit = min(len(words), index + _LONGEST_DESCRIPTION)
    while end < limit:
        if words.keys[end] in (",", "/"):
            if words.shape(end + 1) != small:
                break
            comma = comma or end
        elif _ends_description(words, end, small) or (named and _names_unit(words, end)):
            break
        end += 1
    at_period = words.key(end) in _PERIODS or (words.key(end) == "tại" or words.key(end) == "trên")
    # A comma joins parts of the name only if the name runs on to its period; else a new clause begins there.
    if comma is not None and not at_period and not whole:
        end = comma
    if words.key(end) == "giai" and words.key(end + 1) == "đoạn":
        section = _section_end(words, end)
        if section is not None:
            return section
    while end > index and (
        words.shapes[end - 1] == MARK or words.keys[end - 1] in ("và", "các", "trong", "cho", "đoạn", "tuyến")
    ):
        end -= 1
    return end if end - index >= 3 else None


def _ends_description(words: Words, index: int, small: int) -> bool:
    key, shape, following = words.keys[index], words.shapes[index], words.key(index + 1)
    if shape == MARK:
        return key not in ("-", "–", "&")
    if shape == NUMBER:
        # "sinh đủ 02 con" counts something inside the name.
        return len(key) > 2 or words.shape(index + 1) != LOWER
    if key == "năm" and words.shape(index + 1) == NUMBER:
        return True
    if key == "với":
        return following in boundary_words("with_clause")
    stops = shape == small and key in boundary_words("description_stops")
    return stops and (key, following) not in compounds("description")


def _names_unit(words: Words, index: int) -> bool:
    match = unit_word_at(words, index)
    return match is not None and read_name(words, match[0], match[1]) is not None


def _section_end(words: Words, index: int) -> int | None:
    """Return the index behind a road's section: it belongs to the name even behind the period.

    ``giai đoạn 2021 - 2025, đoạn Cần Thơ - Cà Mau``.
    """
    at = index + 2
    while words.shape(at) == NUMBER or words.key(at) in ("-", "–"):
        at += 1
    if words.key(at) != "," or words.key(at + 1) != "đoạn" or not words.is_capital(at + 2):
        return None
    at += 2
    while words.is_capital(at) or (words.key(at) in ("-", "–") and words.is_capital(at + 1)):
        at += 1
    return at


def _sites(words: Words, index: int) -> list[_Span]:
    """Read ``02 dự án (Nuôi heo thương phẩm ở xã Hòa Mỹ và …)``: each name runs to the place where it is."""
    spans: list[_Span] = []
    at = index
    while words.is_capital(at):
        end = at + 1
        while end - at < 10 and words.shape(end) not in (MARK, NUMBER) and words.key(end) not in ("ở", "tại"):
            end += 1
        if words.key(end) not in ("ở", "tại") or unit_word_at(words, end + 1) is None or end - at < 2:
            break
        spans.append(_Span(at, end))
        at = end + 1
        while at - end < 12 and words.key(at) not in ("và", ",", ";", ")", "\n", "."):
            at += 1
        if words.key(at) not in ("và", ",", ";"):
            break
        at += 1
    return spans


def _named(words: Words, index: int) -> list[_Span]:
    match = _names().longest(words, index)
    if match is None:
        return []
    end = match[0]
    form = words.surface(index, end)
    if len(form) < 7 and not form.isupper() and form.split(" ")[0].casefold() in ("ocop", "ntm"):
        return []
    return [_Span(index, end)]


def _known_in_quotes(words: Words, index: int) -> list[_Span]:
    match = _any_names().longest(words, index + 1)
    if match is None or words.key(match[0]) != _CLOSING[words.keys[index]]:
        return []
    before = [words.key(at) for at in range(index - 3, index)]
    if before[-1] != "đua" and any(key in boundary_words("no_programme") for key in before):
        return []
    return [_Span(index, match[0] + 1)]


def _listed(words: Words, index: int) -> list[_Span]:
    """Read the quoted names that follow in a list (``Chương trình “A”, “B”, “C”``)."""
    if words.keys[index - 1] not in ("”", '"', "»"):
        return []
    spans: list[_Span] = []
    while words.key(index) in (",", ";", "và") and words.key(index + 1) in _OPENING:
        behind = _quote_end(words, index + 1)
        if behind is None:
            break
        spans.append(_Span(index + 1, behind))
        index = behind
    return spans


def _found(words: Words, span: _Span) -> Found:
    surface = " ".join(words.surface(span.first, span.last).split())
    return Found(words.starts[span.first], words.ends[span.last - 1], EntityLabel.PROG, surface)

"""Reads the name behind a kind word: a description that is the name, or works with their proper name."""

from dataclasses import dataclass
from functools import cache

from extract.components.programme_signs import (
    behind_acronym,
    is_launched,
    is_located,
    is_numbered,
    is_one_project,
    is_single,
    is_unasked_capital,
    kind_phrases,
    labels_item,
    names_unit,
    not_named,
    parts_of,
)
from extract.components.quotations import OPENING, quote_end
from extract.words import CAPITALISED, LOWER, MARK, NUMBER, UPPER, Phrases, Words
from ontology.boundaries import boundary_words, compounds
from ontology.programmes import ProgrammeKind, programme_table

_LONGEST_DESCRIPTION = 45
_LONGEST_SITE = 8
_LEAST_OF_MODEL = 5


@dataclass(frozen=True, slots=True)
class ProgrammeSpan:
    """A programme's name as indices of words; ``last`` is behind its last word."""

    first: int
    last: int


@cache
def any_names() -> Phrases[bool]:
    """Return all known names, also those that count only behind a kind word or in quotation marks."""
    return Phrases((form, True) for row in programme_table().names for form in (row.name, *row.forms))


def described(words: Words, index: int, short: frozenset[str]) -> ProgrammeSpan | None:
    """Read a kind word and a description that is a name: a capital on the kind word, or on what follows it."""
    if words.key(index - 1) in programme_table().plurals:
        return None
    whole = words.key(index - 1) == "duyệt"
    capital = words.is_capital(index)
    certain = whole if capital else is_launched(words, index)
    certain = certain or is_unasked_capital(words, index)
    for stop, kind in kind_phrases().matches(words, index):
        may_be_small = kind.labelled and is_single(words, index)
        phrase = parts_of(kind.kind, "described_by").longest(words, stop) if capital or may_be_small else None
        known = phrase is not None or (
            (capital or (certain and kind.launched))
            and (bool(kind.described_by) if whole else kind.open and kind.kind not in short)
            and _may_describe(words, stop)
        )
        named = not known and (not kind.named or (kind.open and certain)) and _begins_name(words, stop)
        acronym = behind_acronym(words, stop) if kind.proper else None
        if not (known or named or acronym) or _begins_kind(words, stop):
            continue
        if acronym:
            return ProgrammeSpan(index, acronym)
        heading = words.shapes[index] == UPPER
        begin = max(stop, phrase[0] - 1) if phrase else stop
        behind = _description_end(words, stop, begin, whole=whole, named=named, small=UPPER if heading else LOWER)
        if behind is None or not _is_name(words, kind, index, stop, behind):
            return None
        if not (certain or phrase or named or is_located(words, behind)):
            return None
        return _with_quotes(words, ProgrammeSpan(index, behind))
    return None


def _is_name(words: Words, kind: ProgrammeKind, index: int, stop: int, behind: int) -> bool:
    """Tell whether a description names one programme, not a kind of programmes."""
    if words.surface(stop, behind).casefold() in _bare():
        return False
    if kind.labelled and not labels_item(words, index, behind):
        if is_unasked_capital(words, index):
            return True
        # A "mô hình trồng nấm" is a kind even where it is told in which commune.
        return is_single(words, index) and behind - stop >= _LEAST_OF_MODEL and is_located(words, behind)
    return not kind.proper or is_one_project(words, index, stop, behind)


def works(words: Words, end: int, row: ProgrammeKind, index: int) -> ProgrammeSpan | None:
    """Read a kind word, a word for works and the proper name behind it (``dự án điện hạt nhân Ninh Thuận``)."""
    site = parts_of(row.kind, "sites").longest(words, end)
    if site is None:
        return None
    at = site[0]
    stops = boundary_words("description_stops")
    while at - end < _LONGEST_SITE and words.shape(at) == LOWER and words.key(at) not in stops:
        if (words.key(at), words.key(at + 1)) in compounds("description_stops") or names_unit(words, at):
            return None
        at += 1
    name = at
    while words.is_capital(at) or (words.key(at) in ("-", "–") and at > name and words.is_capital(at + 1)):
        at += 1
    if at - name < 2:
        return None
    if words.shape(at) == NUMBER and len(words.key(at)) < 3 and _ends_number(words, at + 1):
        at += 1
    return ProgrammeSpan(index, at)


def _ends_number(words: Words, index: int) -> bool:
    """Tell whether a number before here belongs to a name: nothing stands here that it could count."""
    if index >= len(words) or words.shape(index) in (MARK, NUMBER):
        return True
    return words.key(index) in boundary_words("behind_numbered_name") or _ends_description(words, index, LOWER)


def _with_quotes(words: Words, span: ProgrammeSpan) -> ProgrammeSpan:
    """A name that begins with its quotation marks ends with them (``“Chương trình … đến năm 2025”``)."""
    if words.key(span.first - 1) not in OPENING:
        return span
    behind = quote_end(words, span.first - 1)
    return ProgrammeSpan(span.first - 1, behind) if behind is not None and behind > span.last else span


@cache
def _bare() -> frozenset[str]:
    return frozenset(phrase.casefold() for phrase in programme_table().bare)


@cache
def _acts() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in programme_table().acts)


@cache
def _comma_pairs() -> frozenset[tuple[str, str]]:
    """Return the words before and behind the comma of each pair that a comma does not part."""
    pairs = (pair.casefold().split(", ") for pair in programme_table().comma_pairs)
    return frozenset((left.split()[-1], right.split()[0]) for left, right in pairs)


def _comma_joins(words: Words, index: int) -> bool:
    """Tell whether a comma stands inside a name: ``nâng cấp, mở rộng``, ``học sinh, sinh viên``."""
    if (words.key(index - 1), words.key(index + 1)) in _comma_pairs():
        return True
    # The same word heads both parts: "hộ nghèo, hộ cận nghèo".
    if words.key(index + 1) in words.keys[max(0, index - 3) : index - 1]:
        return True
    if _acts().longest(words, index + 1) is None:
        return False
    return any(end == index for at in range(max(0, index - 3), index) for end, _ in _acts().matches(words, at))


def _begins_name(words: Words, index: int) -> bool:
    """Tell whether the words behind a kind word begin a name by their capital (``Đề án`` *Hậu Giang xanh*)."""
    return (
        words.shape(index) == CAPITALISED and words.shape(index - 1) != UPPER and not not_named().longest(words, index)
    )


def _may_describe(words: Words, index: int) -> bool:
    """Tell whether any words may be a name: a capital or a launch has shown that one begins (``phê duyệt Đề án`` …)."""
    compound = (words.key(index), words.key(index + 1)) in compounds("description")
    other = not_named().longest(words, index)
    return (
        words.shape(index) == LOWER
        and (compound or words.key(index) not in boundary_words("description_stops"))
        and (other is None or (compound and other[0] == index + 1))
        and not _goes_on_behind().longest(words, index)
    )


@cache
def _goes_on_behind() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in programme_table().goes_on)


def _begins_kind(words: Words, index: int) -> bool:
    """Tell whether another kind word's own name begins here (``công trình`` *Dự án đầu tư xây dựng …*)."""
    match = kind_phrases().longest(words, index)
    return match is not None and words.is_capital(index) and bool(match[1].described_by)


def over_small_words(words: Words, index: int) -> int:
    """Skip the words that stand between a kind word and a known name (``chương trình xây dựng nông thôn mới``)."""
    at = index
    while at - index < 8 and words.key(at) in boundary_words("before_known_name"):
        at += 1
    return at


def _at_period(words: Words, index: int) -> bool:
    """Tell whether a period or a place stands here, up to which a name with commas runs on."""
    key, following = words.key(index), words.key(index + 1)
    if key in ("tại", "trên"):
        return True
    return (key, following) in (("giai", "đoạn"), ("đến", "năm"), ("đến", "hết")) or (
        key in ("năm", "đến") and words.shape(index + 1) == NUMBER
    )


def _description_end(words: Words, index: int, begin: int, *, whole: bool, named: bool, small: int) -> int | None:
    """Return the index behind a description: before its period, its issuer, its verb or the clause's end.

    Args:
        words: The words of the text.
        index: Where the description begins.
        begin: From where its end is looked for: the words before that are known to belong to it.
        whole: Whether the clause holds nothing else (``phê duyệt Đề án …``), so that commas belong to the name.
        named: Whether it begins with a capital: a unit behind it is no part of the name then.
        small: The shape of ordinary words: ``LOWER``, in a heading ``UPPER``.
    """
    end = begin
    comma: int | None = None
    limit = min(len(words), index + _LONGEST_DESCRIPTION)
    while end < limit:
        if words.keys[end] == "/" and words.is_capital(end - 1) and words.is_capital(end + 1):
            pass
        elif words.keys[end] in (",", "/"):
            if words.shape(end + 1) != small or (small == LOWER and words.is_capital(end - 1)):
                break
            if comma is None and not _comma_joins(words, end):
                comma = end
        elif _ends_here(words, end, small, whole=whole, named=named) or (end > index and _begins_kind(words, end)):
            break
        # Behind a proper name a unit is no part of the name either.
        named = named or (small == LOWER and words.shape(end) == CAPITALISED and end > index)
        end += 1
    # A comma joins parts of the name only if the name runs on to its period; else a new clause begins there.
    if comma is not None and not whole and not _at_period(words, end):
        end = comma
    return _trimmed(words, index, end)


def _trimmed(words: Words, index: int, end: int) -> int | None:
    """Return the index behind a description without what only leads on to the next words; ``None`` if it is no name."""
    if words.key(end) in (",", "giai"):
        section = _section_end(words, end)
        if section is not None:
            return section
    if (words.key(end), words.key(end + 1)) == ("một", "số"):
        return None
    if words.key(end) in ("tại", "ở", "cho"):
        end = next((at for at in range(end - 2, end) if at > index and _trailing_to(words, at, end)), end)
    while end > index and (
        words.shapes[end - 1] == MARK
        or words.keys[end - 1] in ("và", "các", "trong", "cho", "đoạn", "tuyến", "đối", "qua", "thuộc")
    ):
        end -= 1
    return end if end - index >= (2 if words.is_capital(index) else 3) else None


@cache
def _trailing() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in programme_table().trailing)


def _trailing_to(words: Words, index: int, end: int) -> bool:
    """Tell whether a verb whose object is the place behind fills ``index:end`` (``Dự án B`` *đầu tư* ``tại xã A``)."""
    match = _trailing().longest(words, index)
    return match is not None and match[0] == end


def _ends_here(words: Words, index: int, small: int, *, whole: bool, named: bool) -> bool:
    if whole and _goes_on(words, index):
        return False
    return _ends_description(words, index, small) or (named and names_unit(words, index))


def _goes_on(words: Words, index: int) -> bool:
    """Tell whether a name that fills its clause goes on over a small word (``thiết chế`` *của công đoàn*)."""
    if words.key(index) == "do" and words.key(index + 1) == "nhà":
        return True
    if words.key(index) == "tại" and names_unit(words, _over_plural(words, index + 1)):
        return False
    return words.key(index) in ("của", "tại", "có", "từ", "để", "không") and words.shape(index + 1) == LOWER


def _over_plural(words: Words, index: int) -> int:
    """Skip what counts units (``tại`` *các* ``huyện A, B``, ``tại`` *04* ``xã …``)."""
    plural = words.shape(index) == NUMBER or words.key(index) in boundary_words("with_clause")
    return index + 1 if plural else index


def _ends_description(words: Words, index: int, small: int) -> bool:
    key, shape, following = words.keys[index], words.shapes[index], words.key(index + 1)
    if shape == MARK:
        return key not in ("-", "–", "&")
    if shape == NUMBER:
        if is_numbered(words, index):
            return False
        if len(key) < 3 and words.shape(index - 1) == CAPITALISED and words.shape(index + 1) == MARK:
            return words.key(index + 1) == "%" or not _ends_number(words, index + 1)
        # "sinh đủ 02 con" counts something inside the name, "86 tỷ đồng" what was spent.
        money = following in ("tỷ", "đồng", "triệu") and words.key(index + 2) not in ("ha", "héc")
        return len(key) > 2 or money or words.shape(index + 1) != LOWER
    if key == "năm" and words.shape(index + 1) == NUMBER:
        return True
    if key == "cho" and words.shape(index + 1) == NUMBER:
        return True
    if key in ("ở", "cho"):
        return names_unit(words, _over_plural(words, index + 1))
    if key == "với":
        return following in boundary_words("with_clause")
    if key == "đến" and words.key(index - 1) == "quan":
        return False
    if shape != small:
        return False
    if (key, following) in compounds("description_stops"):
        return True
    return key in boundary_words("description_stops") and (key, following) not in compounds("description")


def _section_end(words: Words, index: int) -> int | None:
    """Return the index behind a road's section: it belongs to the name, also behind the period.

    ``cao tốc A - B, đoạn Cần Thơ - Cà Mau``, ``giai đoạn 2021 - 2025, đoạn Cần Thơ - Cà Mau``.
    """
    at = index
    if (words.key(at), words.key(at + 1)) == ("giai", "đoạn"):
        at += 2
        while words.shape(at) == NUMBER or words.key(at) in ("-", "–"):
            at += 1
    if words.key(at) != "," or words.key(at + 1) != "đoạn" or not words.is_capital(at + 2):
        return None
    at += 2
    begin = at
    while words.is_capital(at) or (words.key(at) in ("-", "–") and words.is_capital(at + 1)) or _is_road(words, at):
        at += 1
    return at if any(words.key(mark) in ("-", "–") for mark in range(begin, at)) else None


def _is_road(words: Words, index: int) -> bool:
    """Tell whether a road's word or number stands here (``Mai Sơn -`` *Quốc lộ 45*)."""
    return is_numbered(words, index) or (words.key(index) == "lộ" and words.is_capital(index - 1))

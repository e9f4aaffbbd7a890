"""Reads the name behind a kind word: a description that is the name, or works with their proper name."""

from dataclasses import dataclass
from functools import cache

from extract.components.place_names import read_name, unit_word_at
from extract.components.quotations import OPENING, quote_end
from extract.words import CAPITALISED, LOWER, MARK, NUMBER, UPPER, Phrases, Words
from ontology.boundaries import boundary_words, compounds
from ontology.programmes import ProgrammeKind, programme_table

_LONGEST_DESCRIPTION = 45
_LONGEST_SITE = 8


@dataclass(frozen=True, slots=True)
class ProgrammeSpan:
    """A programme's name as indices of words; ``last`` is behind its last word."""

    first: int
    last: int


@cache
def kind_phrases() -> Phrases[ProgrammeKind]:
    """Return the kind words."""
    return Phrases((form, row) for row in programme_table().kinds for form in (row.kind, *row.forms))


@cache
def any_names() -> Phrases[bool]:
    """Return all known names, also those that count only behind a kind word or in quotation marks."""
    return Phrases((form, True) for row in programme_table().names for form in (row.name, *row.forms))


@cache
def parts_of(kind: str, part: str) -> Phrases[bool]:
    """Return the phrases of one field (``part``) of a kind's row."""
    row = next(row for row in programme_table().kinds if row.kind == kind)
    phrases: tuple[str, ...] = getattr(row, part)
    return Phrases((phrase, True) for phrase in phrases)


def described(words: Words, index: int) -> ProgrammeSpan | None:
    """Read a kind word and a description that is a name: a capital on the kind word, or on what follows it."""
    if words.key(index - 1) in programme_table().plurals:
        return None
    whole = words.key(index - 1) == "duyệt"
    for stop, kind in kind_phrases().matches(words, index):
        phrase = parts_of(kind.kind, "described_by").longest(words, stop) if words.is_capital(index) else None
        known = phrase is not None or (words.is_capital(index) and whole and _may_describe(words, stop, kind))
        named = not known and not kind.named and _begins_name(words, stop)
        if not (known or named or (kind.proper and _is_acronym(words, stop))) or _begins_kind(words, stop):
            continue
        if _is_acronym(words, stop) and kind.proper:
            return ProgrammeSpan(index, stop + 1)
        heading = words.shapes[index] == UPPER
        begin = max(stop, phrase[0] - 1) if phrase else stop
        behind = _description_end(words, stop, begin, whole=whole, named=named, small=UPPER if heading else LOWER)
        if behind is None or not _is_name(words, kind, index, stop, behind):
            return None
        return _with_quotes(words, ProgrammeSpan(index, behind))
    return None


def _is_name(words: Words, kind: ProgrammeKind, index: int, stop: int, behind: int) -> bool:
    """Tell whether a description names one programme, not a kind of programmes."""
    if words.surface(stop, behind).casefold() in _bare():
        return False
    if kind.labelled and not (words.key(behind) == ":" and _begins_item(words, index)):
        return False
    return not kind.proper or _is_one_project(words, index, stop, behind)


def _begins_item(words: Words, index: int) -> bool:
    """Tell whether an item begins here, behind its mark at the most."""
    at = index
    while at > 0 and index - at < 4 and words.keys[at - 1] != "\n":
        at -= 1
    return at == 0 or words.keys[at - 1] == "\n"


def _is_one_project(words: Words, index: int, stop: int, behind: int) -> bool:
    """Tell whether a described project is a certain one: by a proper name, or by a capital that no sentence asks for.

    ``tham gia Dự án bảo tồn sâm quý`` is one, ``a) Dự án đầu tư xây dựng nhà ở xã hội`` is a kind of project. Where a
    line or a sentence begins with the capital, it must be told of as of something done.
    """
    if words.shapes[index] == UPPER:
        return False
    if any(words.is_capital(at) or _numbered(words, at) for at in range(stop, behind)):
        return True
    if parts_of("dự án", "generic").longest(words, stop) is not None:
        return False
    if words.key(index - 1) not in ("", "\n", ".", ":", "-", "–", "+", ")", "*"):
        return True
    return _carried_out().longest(words, behind) is not None


def works(words: Words, end: int, row: ProgrammeKind, index: int) -> ProgrammeSpan | None:
    """Read a kind word, a word for works and the proper name behind it (``dự án điện hạt nhân Ninh Thuận``)."""
    site = parts_of(row.kind, "sites").longest(words, end)
    if site is None:
        return None
    at = site[0]
    stops = boundary_words("description_stops")
    while at - end < _LONGEST_SITE and words.shape(at) == LOWER and words.key(at) not in stops:
        if (words.key(at), words.key(at + 1)) in compounds("description_stops") or _names_unit(words, at):
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
def _not_named() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in programme_table().not_named)


@cache
def _bare() -> frozenset[str]:
    return frozenset(phrase.casefold() for phrase in programme_table().bare)


@cache
def _carried_out() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in programme_table().carried_out)


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
    if _acts().longest(words, index + 1) is None:
        return False
    return any(end == index for at in range(max(0, index - 3), index) for end, _ in _acts().matches(words, at))


def _begins_name(words: Words, index: int) -> bool:
    """Tell whether the words behind a kind word begin a name by their capital (``Đề án`` *Hậu Giang xanh*)."""
    return (
        words.shape(index) == CAPITALISED and words.shape(index - 1) != UPPER and not _not_named().longest(words, index)
    )


def _may_describe(words: Words, index: int, kind: ProgrammeKind) -> bool:
    """Tell whether what is approved is named by any words at all (``phê duyệt Đề án`` *tổng kiểm kê …*)."""
    return (
        bool(kind.described_by)
        and words.shape(index) == LOWER
        and words.key(index) not in boundary_words("description_stops")
        and not _not_named().longest(words, index)
    )


def _is_acronym(words: Words, index: int) -> bool:
    """Tell whether an acronym is the whole name (``Dự án`` *VnSAT*, ``Dự án`` *WB8*)."""
    if index >= len(words):
        return False
    form = words.text[words.starts[index] : words.ends[index]]
    capitals = sum(letter.isupper() for letter in form)
    return (
        capitals >= 2
        and form.isascii()
        and words.shape(index - 1) != UPPER
        and not words.is_capital(index + 1)
        and not _not_named().longest(words, index)
    )


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
    if words.key(end) == "giai" and words.key(end + 1) == "đoạn":
        section = _section_end(words, end)
        if section is not None:
            return section
    if (words.key(end), words.key(end + 1)) == ("một", "số"):
        return None
    if words.key(end) in ("tại", "ở", "cho"):
        end = next((at for at in range(end - 2, end) if at > index and _trailing_to(words, at, end)), end)
    while end > index and (
        words.shapes[end - 1] == MARK
        or words.keys[end - 1] in ("và", "các", "trong", "cho", "đoạn", "tuyến", "đối", "qua")
    ):
        end -= 1
    return end if end - index >= 3 else None


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
    return _ends_description(words, index, small) or (named and _names_unit(words, index))


def _goes_on(words: Words, index: int) -> bool:
    """Tell whether a name that fills its clause goes on over a small word (``thiết chế`` *của công đoàn*)."""
    if words.key(index) == "do" and words.key(index + 1) == "nhà":
        return True
    if words.key(index) == "tại" and _names_unit(words, _over_plural(words, index + 1)):
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
        if _numbered(words, index):
            return False
        # "sinh đủ 02 con" counts something inside the name, "86 tỷ đồng" what was spent.
        money = following in ("tỷ", "đồng", "triệu") and words.key(index + 2) not in ("ha", "héc")
        return len(key) > 2 or money or words.shape(index + 1) != LOWER
    if key == "năm" and words.shape(index + 1) == NUMBER:
        return True
    if key == "với":
        return following in boundary_words("with_clause")
    if key == "đến" and words.key(index - 1) == "quan":
        return False
    if shape != small:
        return False
    if (key, following) in compounds("description_stops"):
        return True
    return key in boundary_words("description_stops") and (key, following) not in compounds("description")


@cache
def _roads() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in programme_table().numbered)


def _numbered(words: Words, index: int) -> bool:
    """Tell whether a number names a road (``đường tỉnh 293``, ``ĐT.605``)."""
    if words.shape(index) != NUMBER:
        return False
    return any(end == index for at in (index - 1, index - 2) if at >= 0 for end, _ in _roads().matches(words, at))


def _names_unit(words: Words, index: int) -> bool:
    if words.shape(index) == CAPITALISED and words.key(index - 1) in ("-", "–"):
        return False
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

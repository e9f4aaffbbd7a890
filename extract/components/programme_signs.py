"""Signs that words name one certain programme and no kind of programmes: capitals, where it is, what is told of it."""

import re
from functools import cache

from extract.components.place_names import known_name, name_run, read_name, unit_word_at
from extract.words import CAPITALISED, MARK, NUMBER, UPPER, Phrases, Words
from ontology.boundaries import boundary_words
from ontology.programmes import ProgrammeKind, programme_table

_ASKED_FOR = frozenset({"", "\n", ".", ":", "-", "–", "+", ")", "*", "“", '"', "|"})
"""Behind these a word has its capital from its place in the line or the sentence."""
_LONGEST_BRACKET = 16
_WAY_TO_PLACE = 4
_LONGEST_TOLD = 12
_CALLED = re.compile(
    r"\bgọi\s+(?:tắt\s+|chung\s+)?là\s*:?\s*[“\"]?(Chương\s+trình|Dự\s+án|Đề\s+án|Chiến\s+dịch|Cuộc\s+vận\s+động|Quỹ|Mô\s+hình)\b"
)


@cache
def kind_phrases() -> Phrases[ProgrammeKind]:
    """Return the kind words."""
    return Phrases((form, row) for row in programme_table().kinds for form in (row.kind, *row.forms))


@cache
def parts_of(kind: str, part: str) -> Phrases[bool]:
    """Return the phrases of one field (``part``) of a kind's row."""
    row = next(row for row in programme_table().kinds if row.kind == kind)
    phrases: tuple[str, ...] = getattr(row, part)
    return Phrases((phrase, True) for phrase in phrases)


@cache
def not_named() -> Phrases[bool]:
    """Return what begins no name behind a kind word."""
    return Phrases((phrase, True) for phrase in programme_table().not_named)


@cache
def _launching() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.casefold().split()) for phrase in programme_table().launching)


@cache
def _bodies() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in programme_table().bodies)


def names_body(words: Words, index: int) -> bool:
    """Tell whether the words before a programme make it part of a body's name (``Ban Chỉ đạo`` *Đề án 06*)."""
    if (words.key(index - 2), words.key(index - 1)) == ("thực", "hiện"):
        index -= 2
    return any(
        end == index and words.is_capital(at)
        for at in range(max(0, index - 3), index)
        for end, _ in _bodies().matches(words, at)
    )


def is_launched(words: Words, index: int) -> bool:
    """Tell whether the words before a kind word begin or carry out what it names (``phát động`` *cuộc vận động …*)."""
    one, two = words.key(index - 1), words.key(index - 2)
    return (one,) in _launching() or (two, one) in _launching()


def is_unasked_capital(words: Words, index: int) -> bool:
    """Tell whether a word has a capital that neither its line nor its sentence asks for: it begins a name."""
    return words.shape(index) == CAPITALISED and words.key(index - 1) not in _ASKED_FOR


def short_forms(text: str) -> frozenset[str]:
    """Return the kind words by which a text calls a programme of its own (``sau đây gọi tắt là Đề án``).

    Their capitals begin no names there: ``triển khai Đề án phân cấp cho …``.
    """
    return frozenset(" ".join(match[1].lower().split()) for match in _CALLED.finditer(text))


def is_single(words: Words, index: int) -> bool:
    """Tell whether nothing before a kind word makes it many (``các mô hình``, ``02 mô hình``)."""
    return words.shape(index - 1) != NUMBER and words.key(index - 1) not in programme_table().plurals


def begins_item(words: Words, index: int) -> bool:
    """Tell whether an item begins here, behind its mark at the most."""
    at = index
    while at > 0 and index - at < 4 and words.keys[at - 1] != "\n":
        at -= 1
    return at == 0 or words.keys[at - 1] == "\n"


def labels_item(words: Words, index: int, behind: int) -> bool:
    """Tell whether a kind word and its description label an item (``a) Mô hình trồng nấm do Hội A quản lý: …``)."""
    if not begins_item(words, index):
        return False
    for at in range(behind, min(behind + _LONGEST_TOLD, len(words))):
        if words.keys[at] == ":":
            return at == behind or words.keys[behind] in ("do", "(")
        if words.keys[at] in ("\n", ".", ";"):
            return False
    return False


def is_one_project(words: Words, index: int, stop: int, behind: int) -> bool:
    """Tell whether a described project is a certain one: by a proper name, or by a capital that no sentence asks for.

    ``tham gia Dự án bảo tồn sâm quý`` is one, ``a) Dự án đầu tư xây dựng nhà ở xã hội`` is a kind of project. Where a
    line or a sentence begins with the capital, it must be told of as of something done. Mere works are certain by
    where they are (``Dự án tuyến đường ven biển đoạn qua ấp A``).
    """
    if words.shapes[index] == UPPER:
        return False
    if any(words.is_capital(at) or is_numbered(words, at) for at in range(stop, behind)):
        return True
    if _is_near_unit(words, behind) or _has_acronym(words, behind):
        return True
    if parts_of("dự án", "generic").longest(words, stop) is not None:
        return False
    return is_unasked_capital(words, index) or words.key(index - 1) == ";" or _is_told(words, behind)


def _has_acronym(words: Words, index: int) -> bool:
    """Tell whether an acronym alone in brackets gives the project's short name or who pays (``(WB8)``, ``(JICA)``)."""
    return (
        words.key(index) == "("
        and words.shape(index + 1) == UPPER
        and words.key(index + 2) == ")"
        and not not_named().longest(words, index + 1)
    )


def _is_near_unit(words: Words, index: int) -> bool:
    """Tell whether a unit with its name stands in the same clause: what is told there is told of one project."""
    index = _behind_bracket(words, index)
    for at in range(index, min(index + _LONGEST_TOLD, len(words))):
        if words.shapes[at] == MARK:
            return False
        if names_unit(words, at):
            return True
    return False


def is_located(words: Words, index: int) -> bool:
    """Tell whether the words from ``index`` on say in which unit a thing is (``đoạn qua`` *xã A*)."""
    index = _behind_bracket(words, index)
    for at in range(index, min(index + _WAY_TO_PLACE, len(words))):
        if words.shapes[at] == MARK:
            return False
        if words.keys[at] in ("tại", "ở", "qua", "bàn"):
            behind = at + 1
            if words.shape(behind) == NUMBER or words.key(behind) in boundary_words("with_clause"):
                behind += 1
            if names_unit(words, behind):
                return True
    return False


def _is_told(words: Words, behind: int) -> bool:
    """Tell whether what follows a name is told of one thing that is done (``… được UBND tỉnh phê duyệt``)."""
    behind = _behind_bracket(words, behind)
    if words.key(behind) == "được" and words.is_capital(behind + 1):
        return True
    return _carried_out().longest(words, behind) is not None


def _behind_bracket(words: Words, index: int) -> int:
    """Return the index behind a bracket at ``index`` (``Dự án B`` *(vốn vay)* ``đã xong``), or ``index`` itself."""
    if words.key(index) != "(":
        return index
    for at in range(index + 1, min(index + _LONGEST_BRACKET, len(words))):
        if words.keys[at] == ")":
            return at + 1
        if words.keys[at] == "\n":
            break
    return index


@cache
def _carried_out() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in programme_table().carried_out)


def behind_acronym(words: Words, index: int) -> int | None:
    """Return the index behind an acronym that is the whole name, with a place that tells it from its like.

    ``Dự án`` *VnSAT*, ``Dự án`` *WB8*, ``Dự án`` *AMD Bến Tre*, ``dự án`` *PAM 4304*.
    """
    if index >= len(words):
        return None
    form = words.text[words.starts[index] : words.ends[index]]
    capitals = sum(letter.isupper() for letter in form)
    if capitals < 2 or not form.isascii() or words.shape(index - 1) == UPPER:
        return None
    if not_named().longest(words, index):
        return None
    if words.shape(index + 1) == NUMBER and words.shape(index + 2) == MARK and words.key(index + 2) != "%":
        return index + 2
    if not words.is_capital(index + 1):
        return index + 1
    end = name_run(words, index + 1)
    return end if known_name(words, index + 1, end) == end else None


@cache
def _roads() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in programme_table().numbered)


def is_numbered(words: Words, index: int) -> bool:
    """Tell whether a number names a road (``đường tỉnh 293``, ``ĐT.605``)."""
    if words.shape(index) != NUMBER:
        return False
    return any(end == index for at in (index - 1, index - 2) if at >= 0 for end, _ in _roads().matches(words, at))


def names_unit(words: Words, index: int) -> bool:
    """Tell whether a unit word with its name stands here, outside a pair of ends (``A - xã B``)."""
    if words.shape(index) == CAPITALISED and words.key(index - 1) in ("-", "–"):
        return False
    match = unit_word_at(words, index)
    return match is not None and read_name(words, match[0], match[1]) is not None

"""Parts of a body's name behind its head: field of work, abbreviation, proper name, purpose."""

from functools import cache

from extract.components.organization_heads import head_phrases
from extract.components.place_names import known_name, name_run, read_name, unit_word_at
from extract.words import CAPITALISED, LOWER, MARK, NUMBER, UPPER, Phrases, Words, over_line_end
from ontology.boundaries import boundary_words, compounds
from ontology.organizations import OrganizationHead, organization_table
from ontology.people import people_table

_HYPHENS = frozenset("-–")
_LONGEST_TOPIC = 24
_LONGEST_PURPOSE = 40
_LONGEST_ACTIVITY = 10
_OPEN = "open"
_OPENING = frozenset({"“", '"'})


@cache
def _topics(name: str) -> Phrases[None]:
    return Phrases((spelling, None) for phrase in organization_table().topics[name] for spelling in _spellings(phrase))


def _spellings(phrase: str) -> set[str]:
    """Return the ways in which a topic is written: ``và``, ``&``, a hyphen or nothing joins its parts."""
    found = {phrase}
    for words, forms in organization_table().short:
        found |= {spelling.replace(words, form) for spelling in tuple(found) for form in forms}
    return found | {spelling.replace(" và ", joint) for spelling in found for joint in (" & ", " - ", " ")}


def topic_end(words: Words, index: int, row: OrganizationHead) -> int | None:
    """Return the index behind the field of work at ``index``, or ``None``.

    A field of a closed list stands as the list has it; of an open one it is a series of fields joined by ``và``, ``-``
    or commas, in which the words that no list knows count while they begin with a capital.
    """
    index = over_line_end(words, index)
    if row.closed != _OPEN:
        match = _topics(row.closed).longest(words, index)
        if match is None:
            return _series(words, index, lower=False) if row.closed in _WIDENED else None
        end = match[0]
        if words.shapes[end - 1] == UPPER and words.key(end) == "&" and words.glued(end):
            return None  # "Ban TG&DVTU"
        if row.proper or row.closed in _EXTENDED:
            return _extended(words, end)
        return end
    whole = _topics("bureaus").longest(words, index) if words.is_capital(index) or row.lower_topic else None
    series = _series(words, index, lower=row.lower_topic)
    return max(whole[0] if whole else 0, series or 0) or None


def needs_owner(words: Words, index: int, row: OrganizationHead) -> bool:
    """Tell whether a field of work at ``index`` makes a name only with an owner: it stands in small letters.

    ``Phòng giáo dục huyện`` is one body, ``phòng giáo dục`` a kind.
    """
    small = not words.is_capital(over_line_end(words, index))
    return small and not row.lower_topic and row.closed not in _SMALL


def may_be_small(row: OrganizationHead) -> bool:
    """Tell whether head and field of work may both stand in small letters (``trường mầm non Hoa Sen``)."""
    return row.topic and row.closed in _SMALL_HOUSES


_SMALL_HOUSES = frozenset({"schools", "divisions", _OPEN})
_SMALL = frozenset({"unions", "courts", "councils"})
_EXTENDED = frozenset({"institutes", "schools"})
_WIDENED = frozenset({"societies"})
"""Closed lists beside which the fields of the general one serve too: there is a society for everything."""


def _series(words: Words, index: int, *, lower: bool) -> int | None:
    end = _one(words, index, lower=lower)
    if end is None or (words.shapes[index] == UPPER and end == index + 1 and _known(words, index) is None):
        return None
    return _extended(words, end)


def _extended(words: Words, end: int) -> int:
    limit = end + _LONGEST_TOPIC
    while end < limit:
        key = words.key(end)
        at = end
        if key in ("và", "&") or key in _HYPHENS:
            at = end + 1
            if not words.is_capital(at) and not (key != "&" and _known(words, at)):
                break
            if (unit_word_at(words, at) and not _known(words, at)) or _heads_body(words, at):
                break
        elif key == ",":
            # A comma goes on only towards a final "và": "Văn hóa, Thể thao và Truyền thanh".
            at = end + 1
            if not (words.is_capital(at) and _closes_with_and(words, at)):
                break
        nxt = _one(words, at, lower=at == end)
        if nxt is None:
            break
        end = nxt
    return end


def _closes_with_and(words: Words, index: int) -> bool:
    end: int | None = index
    for _ in range(3):
        end = _known(words, end) if end is not None else None
        if end is None:
            return False
        if words.key(end) == "và":
            return words.is_capital(end + 1) and _known(words, end + 1) is not None and not _heads_body(words, end + 1)
        if words.key(end) != ",":
            return False
        end += 1
    return False


def _known(words: Words, index: int) -> int | None:
    match = _topics(_OPEN).longest(words, index)
    return match[0] if match else None


def _one(words: Words, index: int, *, lower: bool) -> int | None:
    """Read one field: a known one, or a capitalised word with at most one small one behind it."""
    shape = words.shape(index)
    if shape == LOWER and not lower:
        return None
    known = _known(words, index)
    if known is not None:
        return known
    if unit_word_at(words, index) is not None:
        return None
    if shape == UPPER and len(words.keys[index]) > 1:
        # "Cục Kiểm soát TTHC": an abbreviation, unless all is in capitals.
        return index + 1 if words.shape(index - 1) in (CAPITALISED, LOWER) and lower_start(words, index) else None
    if shape != CAPITALISED or _heads_body(words, index):
        return None
    # A field that no list knows: a capital and the small word behind it ("Đa dạng").
    if words.shape(index + 1) != LOWER or words.keys[index + 1] in boundary_words("no_joint"):
        return None
    return index + 2 if words.keys[index] in _known_first_words() else None


def lower_start(words: Words, index: int) -> bool:
    """Tell whether ordinary letters stand around a word in capitals, so that it is an abbreviation."""
    return any(words.shape(at) == LOWER for at in range(index - 3, index + 3))


@cache
def _known_first_words() -> frozenset[str]:
    return frozenset(_topics(_OPEN).first_keys)


def _begins_body(words: Words, index: int) -> bool:
    return words.keys[index] == "tổ" or _heads_body(words, index)


def _heads_body(words: Words, index: int) -> bool:
    key = words.key(index)
    if key == "công" and words.key(index + 1) == "an":
        return True
    return key in boundary_words("body_heads") and not _known(words, index)


def acronym_end(words: Words, index: int, *, whole: bool = False) -> int | None:
    """Return the index behind an abbreviated field of work (``NN&PTNT``, ``LĐ-TB&XH``).

    Args:
        words: The words of the text.
        index: Where it begins.
        whole: Whether abbreviations behind a comma or ``và`` are parts of it too and no further bodies.
    """
    if words.shape(index) != UPPER or len(words.keys[index]) < 2:
        return None
    end = index + 1
    while words.shape(end + 1) == UPPER and (
        words.key(end) == "&"
        or (words.key(end) in ("-", ",") and words.glued(end) and words.glued(end + 1))
        or (whole and words.key(end) in (",", "và") and words.key(end + 1) not in head_phrases().first_keys)
    ):
        end += 2
    return end


def number_end(words: Words, index: int) -> int | None:
    """Return the index behind a body's number (``35``, ``số 3615``; ``khu vực`` *II*)."""
    at = index + 1 if words.key(index) == "số" else index
    form = words.key(at)
    if words.shape(at) == UPPER and words.key(at - 1) == "vực" and set(form) <= set("ivx"):
        return at + 1
    if words.shape(at) != NUMBER or not form.isdigit() or len(form) > 4:
        return None
    if words.key(at + 1) in ("/", ".", "-") and words.glued(at + 1) and words.shape(at + 2) == NUMBER:
        return None
    return at + 1


def proper_end(words: Words, index: int) -> int | None:
    """Return the index behind a proper name: capitals, numbers, a small word between capitals, ``A - B``, quotes."""
    if words.key(index) in _OPENING:
        return _quoted(words, index)
    end = index
    limit = min(len(words), index + 14)
    while end < limit:
        shape = words.shapes[end]
        if shape in (CAPITALISED, UPPER):
            if end > index and words.shape(end + 1) == LOWER and unit_word_at(words, end):
                break  # "Ngân hàng Sài Gòn Thành phố …"
            if end > index and words.keys[end] in people_table().common_surnames and words.key(end + 1) in _MIDDLE:
                break  # "Hiệu trưởng Trường THCS Tân Long Lê Thị An"
            end += 1
        elif (
            shape == NUMBER
            and end > index
            and len(words.keys[end]) <= 3
            and words.shape(end + 1) not in (LOWER, NUMBER)
        ) or (shape == NUMBER and end > index and words.key(end + 1) in boundary_words("behind_numbered_name")):
            end += 1
        elif (shape == MARK and end > index and words.is_capital(end + 1) and _joins_parts(words, end)) or (
            shape == LOWER
            and end > index
            and words.shape(end - 1) == CAPITALISED
            and words.is_capital(end + 1)
            and _joins(words, end)
        ):
            end += 2
        else:
            break
    if end == index + 1 and words.shape(end) == LOWER and _joins(words, end) and words.key(end + 1) in _ENDS_FIELD:
        return end + 1  # "Công ty Cấp nước"
    return end if end > index else None


def house_name_end(words: Words, index: int, *, behind_topic: bool) -> int | None:
    """Return the index behind a proper name, or a number behind a house's field of work (``Công ty Cà phê`` *719*)."""
    end = proper_end(words, index)
    if end is not None or not behind_topic:
        return end
    key = words.key(index)
    named = words.shape(index) == NUMBER and key.isdigit() and 2 <= len(key) <= 3
    glued = words.glued(index + 1) and words.glued(index + 2) and words.shape(index + 2) == NUMBER
    return index + 1 if named and not glued and words.shape(index + 1) not in (LOWER, NUMBER) else None


def branch_end(words: Words, index: int) -> tuple[int, str | None, tuple[int, int]] | None:
    """Read the place of a branch (``Ngân hàng …`` *chi nhánh Hậu Giang*).

    Returns:
        The index behind it, the unit word and the place's name; ``None`` if no branch with a place stands there.
    """
    if (words.key(index), words.key(index + 1)) != ("chi", "nhánh"):
        return None
    match = unit_word_at(words, index + 2)
    first, unit = match if match else (index + 2, None)
    end = read_name(words, first, unit) if unit else known_name(words, first, name_run(words, first))
    if end is None or not words.is_capital(first):
        return None
    return end, unit.unit if unit else None, (first, end)


def _joins_parts(words: Words, index: int) -> bool:
    """Tell whether a mark stands inside a proper name: a hyphen, ``&``, or the point of an abbreviation."""
    if words.keys[index] != ".":
        return words.keys[index] in "-–&"
    return words.glued(index + 1) or (words.shape(index - 1) == UPPER and len(words.keys[index - 1]) <= 2)


_MIDDLE = frozenset({"văn", "thị"})
_ENDS_FIELD = frozenset([",", ";", ".", "\n", ")", "và", "|", ""])


def _joins(words: Words, index: int) -> bool:
    return words.keys[index] not in boundary_words("no_joint")


def activity_end(words: Words, index: int) -> int | None:
    """Return the index behind what a house does, in small letters, and its proper name (*nuôi tôm Tân Hồng*)."""
    end = index + 1 if words.is_capital(index) else index
    limit = min(len(words), index + _LONGEST_ACTIVITY)
    stops = boundary_words("no_activity")
    while end < limit and words.shapes[end] == LOWER and (words.keys[end] == "và" or _joins(words, end)):
        if words.keys[end] in stops or (words.keys[end - 1], words.keys[end]) in compounds("no_activity"):
            return None
        end += 1
    if end < index + 2 and (end == index or not _known(words, index)):
        return None  # one word alone must be a field of work: "Công ty cổ phần sữa …"
    if not words.is_capital(end) or unit_word_at(words, end) or _heads_body(words, end):
        return None
    return proper_end(words, end)


_CLOSING = frozenset({"”", '"'})


def _quoted(words: Words, index: int) -> int | None:
    for end in range(index + 1, min(len(words), index + 14)):
        if words.keys[end] in _CLOSING:
            return end + 1
        if words.keys[end] == "\n":
            return None
    return None


def purpose_end(words: Words, index: int) -> int | None:
    """Return the index behind what a steering committee is for, or ``None``.

    It runs to the unit that the committee belongs to, or to the first word that begins something else.
    """
    if words.key(index) not in boundary_words("purpose_starts") or words.shape(index) == MARK:
        return None
    if words.keys[index] == "về" and words.key(index + 1) in boundary_words("no_purpose"):
        return None
    end = index + 1
    limit = min(len(words), index + _LONGEST_PURPOSE)
    while end < limit:
        # "Ban Chỉ đạo phong trào “Toàn dân …”": the name of the movement is part of it, whatever stands in it.
        behind = _quoted(words, end) if words.keys[end] in _OPENING else end + _goes_on(words, end)
        if behind is None or behind == end:
            break
        end = behind
    while end > index + 1 and (
        (words.shapes[end - 1] == MARK and words.keys[end - 1] not in _CLOSING) or words.keys[end - 1] in ("và", "các")
    ):
        end -= 1
    return end if end > index + 2 else None


def _in_code(words: Words, index: int) -> bool:
    """Tell whether a number begins a document's code (``tổng kết Nghị quyết số`` *18-NQ/TW*)."""
    before = words.key(index - 2) if words.key(index - 1) == "số" else words.key(index - 1)
    if before == "án":
        return True  # "Đề án 06"
    return before in _LAST_OF_TYPES and words.key(index + 1) in ("-", "/") and words.glued(index + 1)


_LAST_OF_TYPES = frozenset({"quyết", "luận", "thị", "án", "định"})


def _goes_on(words: Words, index: int) -> bool:
    """Tell whether a word or mark stands inside a purpose."""
    key, shape = words.keys[index], words.shapes[index]
    if key == "và" and (
        words.key(index + 1) in boundary_words("no_purpose")
        or (words.is_capital(index + 1) and _begins_body(words, index + 1))
    ):
        return False
    if key == ",":
        # "phòng, chống tham nhũng, tiêu cực": the comma joins fields and ends nothing.
        heading = words.shape(index - 1) == UPPER
        return words.shape(index + 1) == (UPPER if heading else LOWER) and words.key(index + 1) in boundary_words(
            "purpose_after_comma"
        )
    if shape in (MARK, NUMBER):
        if key in _HYPHENS and words.is_capital(index + 1) and _begins_body(words, index + 1):
            return False  # "… Trung ương - Ủy ban Quốc gia …"
        return key in _HYPHENS or key == "/" or (shape == NUMBER and (words.glued(index) or _in_code(words, index)))
    if shape != LOWER:
        return True
    if key in boundary_words("purpose_stops"):
        pairs = compounds("purpose")
        return (key, words.key(index + 1)) in pairs or (words.key(index - 1), key) in pairs
    return unit_word_at(words, index) is None

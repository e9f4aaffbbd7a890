"""Finds persons: a family name with capitals behind it, and something that shows that it is a person's."""

from functools import cache

from extract.components.organization_heads import head_phrases
from extract.components.place_known import known_alone
from extract.components.place_names import known_name, unit_phrases
from extract.components.roles import Role, find_roles, post_phrases
from extract.context import Context
from extract.found import Found
from extract.words import CAPITALISED, LOWER, NUMBER, UPPER, Words, phrase_keys, words_of
from ontology.boundaries import boundary_words
from ontology.mentions import EntityLabel
from ontology.people import people_table

__all__ = ["Role", "find_people", "find_roles"]

_LONGEST_NAME = 6


def find_people(text: str, context: Context) -> list[Found]:
    """Find the persons of a text, by name without title.

    Args:
        text: The normalised text.
        context: Not needed here; all finders have one signature.

    Returns:
        Candidates in order of their start.
    """
    words = words_of(text)
    table = people_table()
    surnames, common = table.surnames, table.common_surnames
    shapes = words.shapes
    found: list[Found] = []
    last_end = refused = -1
    titles = people_table().forms_of_address
    for index in words.among({*surnames, *_PREFIXES, *titles}):
        key = words.keys[index]
        if key not in surnames and key not in _PREFIXES:
            if index >= last_end and (titled := _titled_name(words, index)) is not None:
                found.append(_found(words, index + 1, titled))
                last_end = titled
            continue
        if index < max(last_end, refused) or shapes[index] not in (CAPITALISED, UPPER):
            continue
        if key not in surnames and not _prefixed(words, index):
            continue
        end = _name_end(words, index)
        if end is None:
            continue
        if (person := _behind_name_of_house(words, index, end)) is not None:
            refused = person
            continue
        if (
            refused >= 0
            and index - 1 == refused
            and words.key(refused) in _NAME_JOINTS
            and not _title_ends(words, index)
        ):
            refused = end  # "đường Lê Lợi - Trần Phú": the second name is that of a street too
            continue
        refused = end if words.key(index - 1) in table.not_after or shapes[index - 1] == NUMBER else -1
        if _is_person(
            words, index, end, key in common, listed=index - 1 == last_end and words.key(index - 1) in (",", ";", "và")
        ):
            found.append(_found(words, index, end))
            last_end, refused = end, -1
    return found


def _titled_name(words: Words, index: int) -> int | None:
    """Return the index behind a name whose family name no table knows, of somebody addressed (``bà`` *Ka Hem*)."""
    at = index + 1
    if not words.is_capital(at) or words.shape(at + 1) != CAPITALISED or words.keys[at] in people_table().surnames:
        return None
    if words.keys[index] == "chí" and words.key(index - 1) != "đồng":
        return None
    if words.shapes[index] != LOWER and not _begins_line(words, index) and words.key(index - 1) not in _LIST_MARKS:
        return None  # "đường Ông Ích Khiêm"
    if words.keys[at] in _no_first_names():
        return None
    end = at
    while end < at + _LONGEST_NAME and words.shape(end) == CAPITALISED:
        end += 1
    if not 2 <= end - at < _LONGEST_NAME or words.shape(end) in (UPPER, NUMBER) or known_name(words, index, end):
        return None
    return end


@cache
def _no_first_names() -> frozenset[str]:
    """Return the first words of bodies, posts and units, which follow a form of address as well."""
    return frozenset((*head_phrases().first_keys, *post_phrases().first_keys, *unit_phrases().first_keys))


def _behind_name_of_house(words: Words, index: int, end: int) -> int | None:
    """Return where a person's name begins behind that of a unit or house (``xã Thạch Sơn`` *Lê Văn An*)."""
    if words.key(index - 1) not in people_table().not_after or end - index < _LONGEST_NAME - 2:
        return None
    common = people_table().common_surnames
    for at in range(index + 1, end - 1):
        if words.keys[at] in common and (words.keys[at + 1] in _MIDDLE_NAMES or known_name(words, index, at) == at):
            return at
    return None


_MIDDLE_NAMES = frozenset({"văn", "thị"})
_NAME_JOINTS = frozenset({"-", "và"})


def _name_end(words: Words, index: int) -> int | None:
    """Return the index behind the run of words of one shape, or ``None`` if it is too short or too long for a name."""
    shape = words.shapes[index]
    if _prefixed(words, index):
        end = index + 3
        while end - index <= _LONGEST_NAME and words.shape(end) == CAPITALISED:
            end += 1
        return end
    if shape == UPPER and len(words.keys[index]) > 1:
        end = index + 1
        while words.shape(end) == UPPER and words.keys[end] not in _HEADING_STOPS and end - index < _LONGEST_NAME:
            end += 1
    else:
        end = index + 1
        while (
            end - index <= _LONGEST_NAME
            and not _behind_tab(words, end)
            and (words.shape(end) == CAPITALISED or (words.shape(end) == UPPER and len(words.keys[end]) == 1))
        ):
            end += 3 if _prefixed(words, end) else 1
        if _prefixed(words, index + 1):
            return end  # "Điểu K'Ré"
    return end if 2 <= end - index <= _LONGEST_NAME - 1 else None


def _behind_tab(words: Words, index: int) -> bool:
    """Tell whether a tab parts a word from the one before: it stands in the next column."""
    return index < len(words) and "\t" in words.text[words.ends[index - 1] : words.starts[index]]


_PREFIXES = frozenset({"h", "k"})
_APOSTROPHES = frozenset("'’`‘")


def _prefixed(words: Words, index: int) -> bool:
    """Tell whether ``H'`` or ``K'`` with its name stands at a word (``H'Yim``)."""
    return (
        words.key(index) in _PREFIXES
        and words.key(index + 1) in _APOSTROPHES
        and words.glued(index + 1)
        and words.glued(index + 2)
        and words.shape(index + 2) == CAPITALISED
    )


_HEADING_STOPS = frozenset(["tại", "về", "trong", "ngày", "và", "chủ", "với"])


def _is_person(words: Words, index: int, end: int, common: bool, *, listed: bool) -> bool:
    before = words.key(index - 1)
    posted = _post_ends(words, index)
    if (before in people_table().not_after or words.shape(index - 1) == NUMBER) and not posted:
        return False
    titled = _title_ends(words, index)
    heading = words.shapes[index] == UPPER and len(words.keys[index]) > 1
    if titled or posted:
        if posted and not titled and _is_place(words, index, end):
            return False
        return not heading or (common and end - index >= 3)
    if listed and common:
        return True
    if _is_place(words, index, end):
        return False
    alone = _begins_line(words, index) and _ends_line(words, end)
    if heading:
        return alone and common and end - index >= 3 and _post_line_before(words, index)
    if words.is_capital(index - 1) and words.key(index - 1) not in ("đ",):
        return False
    if alone and _post_line_before(words, index):
        return True
    if _post_follows(words, end):
        return common or end - index >= 3 or words.key(index - 1) in _LIST_MARKS
    if words.key(index - 1) in ("“", '"') or words.keys[end - 1] in _NOT_LAST:
        return False
    return end - index >= 3 and common


def _is_place(words: Words, index: int, end: int) -> bool:
    """Tell whether a name is that of a unit too (``Hà Huy Tập``): without a title, it is the unit's then."""
    if " ".join(words.keys[index:end]) in _historical():
        return False
    alone = known_alone().longest(words, index)
    if alone is not None and alone[0] == end and alone[1].unit is None:
        return True  # "Thái Bình Dương"
    return known_name(words, index, end) == end and words.key(index - 1) not in ("\n", "|")


@cache
def _historical() -> frozenset[str]:
    return frozenset(" ".join(phrase_keys(name)) for name in people_table().historical)


_LIST_MARKS = frozenset([";", ":", "-", "\n", "|"])
_NOT_LAST = frozenset({"việt"})


@cache
def _titles() -> frozenset[tuple[str, ...]]:
    rows = people_table().titles
    return frozenset(tuple(phrase_keys(form)) for row in rows for form in (row.title, *row.forms))


@cache
def _last_of_titles() -> frozenset[str]:
    return frozenset(title[-1] for title in _titles())


def _title_ends(words: Words, index: int) -> bool:
    """Tell whether a title stands directly before a word."""
    at = index
    if words.key(at - 1) == ":":
        at -= 1
    if words.key(at - 1) not in _last_of_titles():
        return False
    titles = _titles()
    return any(tuple(words.keys[max(at - size, 0) : at]) in titles for size in range(1, 5))


def _post_ends(words: Words, index: int) -> bool:
    """Tell whether a post, perhaps with its body, stands before a word: ``Bí thư``, ``Thủ tướng Chính phủ``."""
    posts = post_phrases()
    for begin in range(index - 1, max(index - 14, -1), -1):
        key = words.keys[begin]
        if key in ("\n", ";", ".", ":", "”", "“", ")") or (key == "," and begin == index - 1):
            return False
        if words.is_capital(begin) and key in posts.first_keys:
            match = posts.longest(words, begin)
            if match is not None and match[0] <= index:
                return (
                    match[0] == index
                    or words.is_capital(index - 1)
                    or (words.shape(index - 1) == NUMBER and words.key(index - 2) in _NUMBERED_UNITS)
                    or words.keys[index - 1] in boundary_words("body_ends")
                )
    return False


_NUMBERED_UNITS = frozenset({"ấp", "khóm", "thôn", "xóm", "bản", "phố", "vực", "phường", "buôn"})


def _begins_line(words: Words, index: int) -> bool:
    return index == 0 or words.key(index - 1) in ("\n", "|")


def _ends_line(words: Words, end: int) -> bool:
    return end >= len(words) or words.key(end) in ("\n", "|", "/", ".")


def _post_line_before(words: Words, index: int) -> bool:
    """Tell whether the lines before hold a post in capitals, as the foot of a document does."""
    posts = post_phrases()
    for begin in range(index - 1, max(index - 24, -1), -1):
        if words.shapes[begin] == UPPER and words.keys[begin] in posts.first_keys and posts.longest(words, begin):
            return True
    return False


def _post_follows(words: Words, end: int) -> bool:
    """Tell whether a post follows behind a comma, a hyphen or an opening bracket."""
    if end >= len(words):
        return False
    tab = _behind_tab(words, end)
    if not tab and words.key(end) not in (",", "-", "(", ":", "|"):
        return False
    at = end if tab else end + 1
    while words.key(at) in ("nguyên", "hiện", "là", "phụ", "quyền"):
        at += 1
    match = post_phrases().longest(words, at)
    return match is not None and words.is_capital(at)


def _found(words: Words, first: int, last: int) -> Found:
    surface = " ".join(words.surface(first, last).split())
    return Found(words.starts[first], words.ends[last - 1], EntityLabel.PER, surface)

"""Reading one place's name at a word: shared by the finders of places and of organisations."""

import re
from functools import cache

from extract.words import CAPITALISED, LOWER, MARK, NUMBER, UPPER, Phrases, Words, phrase_keys
from ontology.boundaries import boundary_words
from ontology.folding import modern_tones
from ontology.people import people_table
from ontology.places import UnitWord, place_table
from ontology.units import all_unit_words

_LONGEST_NAME = 6
_LONGEST_UNKNOWN = 4
_LONGEST_SYLLABLE = 7
"""``nghiêng``: a longer word is a foreign name (``tỉnh Bolikhămxay``)."""
_APOSTROPHES = frozenset("'’`")
_HYPHENS = frozenset("-–")
_MIDDLE_NAMES = frozenset({"văn", "thị"})


@cache
def unit_phrases() -> Phrases[UnitWord]:
    """Return the unit words and their abbreviations."""
    return Phrases((form, row) for row in place_table().units for form in (row.unit, *row.forms))


@cache
def _meant() -> dict[str, str]:
    return {" ".join(phrase_keys(row.name)): row.means for row in place_table().former_units if row.means}


@cache
def _not_names() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in place_table().not_names)


@cache
def known_names() -> dict[str, frozenset[str]]:
    """Return the unit words that each name of a unit of any time goes with; names are keys with spaces between."""
    names: dict[str, frozenset[str]] = {}
    for name, units in all_unit_words().items():
        key = " ".join(phrase_keys(name)) if not name.replace(" ", "").isalpha() else name
        names[key] = names.get(key, frozenset()) | units
    for row in place_table().former_units:
        key = " ".join(phrase_keys(row.name))
        names[key] = names.get(key, frozenset()) | {row.unit}
    return names


def unit_word_at(words: Words, index: int) -> tuple[int, UnitWord] | None:
    """Return the index behind the unit word at ``index``, and its row.

    An abbreviation counts with its capital only, and only glued to its point (``P. 5`` yes, ``p. 5`` no). The end of
    another word is no unit word (``hợp tác xã``, ``nông thôn``, ``văn bản``).
    """
    match = unit_phrases().longest(words, index)
    if match is None:
        return None
    if is_abbreviation(words, index, match[1]):
        return match if words.shapes[index] == UPPER else None
    if match[1].below and words.is_capital(index):
        known = known_name(words, index, name_run(words, index))
        if known is not None and known > match[0]:
            return None  # "Sóc Trăng" is no "sóc"
    if match[1].unit in _BLOCKS and words.shape(match[0]) != NUMBER:
        return None  # "tổ chức", "khối lượng", "khu dân cư"
    other = _OTHER_WORDS.get(words.keys[index])
    return None if other and words.key(index - 1) in boundary_words(other) else match


def is_abbreviation(words: Words, index: int, unit: UnitWord) -> bool:
    """Tell whether the unit word at ``index`` is an abbreviation (``H.``)."""
    return words.keys[index] not in _FIRST_OF_UNITS[unit.unit]


_OTHER_WORDS = {
    "xã": "before_xa",
    "bản": "before_ban",
    "thôn": "before_thon",
    "làng": "before_lang",
    "khu": "before_khu",
    "tỉnh": "before_tinh",
}
"""Which list of ``tables/boundaries.json`` tells the words that end with a unit word."""


class _FirstWords(dict[str, frozenset[str]]):
    def __missing__(self, unit: str) -> frozenset[str]:
        # A further word for a kind ("phum") is written in small letters, an abbreviation ("TDP") is not.
        forms = next(row.forms for row in place_table().units if row.unit == unit)
        self[unit] = frozenset(form.split(" ", 1)[0] for form in (unit, *forms) if form.islower())
        return self[unit]


_FIRST_OF_UNITS = _FirstWords()


@cache
def _common_surnames() -> frozenset[str]:
    return people_table().common_surnames


def name_run(words: Words, index: int) -> int:
    """Return the index behind the words that could belong to one name: capitals, with ``-`` and ``'`` between."""
    end = index
    limit = min(len(words), index + 2 * _LONGEST_NAME)
    while end < limit:
        shape = words.shapes[end]
        if shape in (CAPITALISED, UPPER):
            if end > index + 1 and words.keys[end] in _MIDDLE_NAMES and words.keys[end - 1] in _common_surnames():
                return end - 1  # "Trưởng thôn Đoài Phạm Văn Tư"
            end += 1
        elif (
            shape == MARK
            and end > index
            and words.keys[end] in _APOSTROPHES
            and words.glued(end)
            and words.glued(end + 1)
        ):
            end += 2
        elif shape == MARK and end > index and words.keys[end] in _HYPHENS and words.is_capital(end + 1):
            end += 1
        else:
            break
    return min(end, len(words))


def known_name(words: Words, index: int, end: int, units: frozenset[str] | None = None) -> int | None:
    """Return the index behind the longest name of a unit that begins at ``index`` and ends by ``end``.

    Args:
        words: The words of the text.
        index: Where the name begins.
        end: Where the run of capitals ends.
        units: Only names that go with one of these unit words.
    """
    names = known_names()
    if words.shape(end) == NUMBER and len(words.keys[end]) <= 2 and not _is_measure(words, end):
        end += 1  # "Phú Hòa 1"
    for stop in range(min(end, index + 2 * _LONGEST_NAME), index, -1):
        goes_with = names.get(" ".join(words.keys[index:stop]).replace("’", "'").replace("–", "-"))
        if goes_with and (units is None or goes_with & units):
            return stop
    return None


def read_name(words: Words, index: int, unit: UnitWord) -> int | None:
    """Return the index behind the name at ``index``, where a unit word has ended, or ``None`` if none stands there."""
    shape = words.shape(index)
    if shape == NUMBER:
        return _number(words, index, unit)
    if words.key(index) == "số" and unit.numbered and words.shape(index + 1) == NUMBER:
        return _number(words, index + 1, unit)
    if shape not in (CAPITALISED, UPPER):
        return None
    if _not_names().longest(words, index) and not _known_start(words, index, unit):
        return None
    end = name_run(words, index)
    if unit.below:
        return _below(words, index, end, unit)
    units = frozenset({unit.unit})
    known = known_name(words, index, end, units) or _broken_name(words, index, end, units)
    heading = words.shapes[index] == UPPER and len(words.keys[index]) > 1
    known = known or (None if heading else known_name(words, index, end))
    if known == index + 1 and unit.unit != "phường" and _is_roman(words.keys[index]):
        return None  # "Phường V" is a name, "UBND thành phố V/v …" begins a subject
    if known is not None:
        return with_letter(words, known, end)
    while end > index and words.keys[end - 1] in _HYPHENS:
        end -= 1
    length = end - index
    if length > 2 and words.keys[index] in people_table().surnames:
        return None  # "Chủ tịch Hội Nông dân xã Lê Văn An"
    foreign = length == 1 and len(words.keys[index]) > _LONGEST_SYLLABLE
    if heading or (length < 2 and not foreign) or length > _LONGEST_UNKNOWN or words.key(index + 1) in _HYPHENS:
        return None
    return end


def place_name(words: Words, first: int, last: int) -> str:
    """Return a name with modern tone marks, and out of a heading with ordinary letters."""
    if words.keys[first] == "số" and last == first + 2:
        first += 1  # "tổ dân phố số 19"
    meant = _meant().get(" ".join(words.keys[first:last]))
    if meant is not None:
        return meant
    name = modern_tones(" ".join(words.surface(first, last).split()))
    if name.isupper() and len(name) > 3:
        name = " ".join(part.capitalize() for part in name.split(" "))
    return name


def are_syllables(words: Words, index: int, end: int) -> bool:
    """Tell whether no word is longer than a syllable can be: a longer one has lost the blank before the next."""
    return all(len(words.keys[at]) <= _LONGEST_SYLLABLE for at in range(index, end))


def _broken_name(words: Words, index: int, end: int, units: frozenset[str]) -> int | None:
    """Return the index behind a known name that a line's end cuts in two (``tỉnh Vĩnh`` / ``Long``)."""
    if words.key(end) != "\n":
        return None
    names = known_names()
    for stop in range(name_run(words, end + 1), end + 1, -1):
        if names.get(" ".join(words.keys[index:end] + words.keys[end + 1 : stop]), frozenset()) & units:
            return stop
    return None


def with_letter(words: Words, known: int, end: int) -> int:
    """Return the index behind the letter that tells units of one name apart (``Mỹ An Hưng`` *A*), if there is one."""
    letter = known == end - 1 and words.shapes[known] == UPPER and len(words.keys[known]) == 1
    if words.key(end) == "/" and words.glued(end):
        return known  # "UBND tỉnh Quảng Ninh V/v …"
    return end if letter else known


def _known_start(words: Words, index: int, unit: UnitWord) -> bool:
    return known_name(words, index, name_run(words, index), frozenset({unit.unit})) is not None


def _is_measure(words: Words, index: int) -> bool:
    """Tell whether a number is the beginning of one with a fraction, or of a percentage (``xã A`` *1*``,9 tỷ``)."""
    behind = words.key(index + 1)
    return behind in ("%", "/") or (
        behind in (".", ",") and words.shape(index + 2) == NUMBER and words.glued(index + 2)
    )


def _number(words: Words, index: int, unit: UnitWord) -> int | None:
    if not unit.numbered and unit.unit not in ("phường", "quận"):
        return None
    form = words.keys[index]
    digits = form.rstrip("abcdđ")
    if not digits.isdigit() or len(digits) > 2 or len(form) - len(digits) > 1:
        return None
    behind = words.key(index + 1)
    if _is_measure(words, index):
        return None
    following = unit_word_at(words, index + 1)
    if following is not None and not following[1].below and read_name(words, *following) is None:
        return None  # "khu vực 15 tỉnh" counts them
    if unit.unit in _BLOCKS:
        # A team has a number too; that of a street block stands before the block's unit.
        around = following if following or behind != "," else unit_word_at(words, index + 2)
        return index + 1 if around is not None or words.key(index - 2) in _BEFORE_BLOCKS else None
    # "ấp 4 hộ" is a count that lost its commas, not a name.
    if words.shape(index + 1) == LOWER and behind not in boundary_words("behind_place"):
        return None
    if words.shape(index + 1) == UPPER and len(behind) == 1 and words.shape(index + 2) != LOWER:
        return index + 2
    return index + 1


_BLOCKS = frozenset({"tổ", "khối", "khu"})
_BEFORE_BLOCKS = frozenset({"tại", "ở", "thuộc", "trú"})


def _below(words: Words, index: int, end: int, unit: UnitWord) -> int | None:
    """Read a name below the commune, which no table knows: a run of capitals, then perhaps a number or a letter."""
    if unit.numbered and _LETTER_AND_NUMBER.fullmatch(words.keys[index]):
        return index + 1  # "ấp K10"
    whole = end
    limit = index
    for _ in range(_LONGEST_UNKNOWN):
        limit += 1
        limit += words.key(limit) in _HYPHENS and words.is_capital(limit + 1)  # "khu vực Bình An - Phú An"
    end = min(end, limit)
    while end > index and words.shapes[end - 1] == MARK:
        end -= 1
    length = end - index
    if words.shapes[index] == UPPER and len(words.keys[index]) > 1:
        # In a heading nothing tells where a name ends but the end of the run: "ẤP TÂN PHÚ".
        return end if words.shape(index - 1) == UPPER and whole == end and 2 <= length < _LONGEST_UNKNOWN else None
    if length == 1 and not _may_be_short(words, index, unit):
        return None
    if length == 1 and words.keys[index] in _peoples():
        return None  # "làng Mường ở xóm Chiềng"
    if (
        words.shape(end) == NUMBER
        and len(words.keys[end]) <= 2
        and not _decimal(words, end)
        and (words.shape(end + 1) != LOWER or words.keys[end + 1] in boundary_words("behind_numbered_name"))
    ):
        end += 1
    return end


def _decimal(words: Words, index: int) -> bool:
    """Tell whether a number goes on behind a comma (``thôn Bình Minh`` *1,1 km*)."""
    return (
        words.key(index + 1) in (",", ".")
        and words.glued(index + 1)
        and (words.shape(index + 2) == NUMBER and words.glued(index + 2))
    )


@cache
def _peoples() -> frozenset[str]:
    return frozenset(" ".join(phrase_keys(name)) for name in place_table().peoples)


_LETTER_AND_NUMBER = re.compile(r"[a-zđ]{1,2}\d{1,3}[a-z]?")


def _may_be_short(words: Words, index: int, unit: UnitWord) -> bool:
    """Tell whether one syllable is a name below the commune: what follows must not make another word of it."""
    if unit.wary and not (unit.short and words.shapes[index] == CAPITALISED):
        return False
    if words.shapes[index] == UPPER and _is_roman(words.keys[index]):
        return False
    behind = words.key(index + 1)
    if words.shape(index + 1) == LOWER:
        return behind in boundary_words("behind_place")
    person = behind in _common_surnames() and words.key(index + 2) in _MIDDLE_NAMES  # "Trưởng thôn Đoài Lê Văn An"
    return not unit.wary or behind in _ENDS_NAME or person


_ENDS_NAME = frozenset([",", ";", ")", ".", "\n", "|", ""])


def _is_roman(key: str) -> bool:
    return all(letter in "ivx" for letter in key)

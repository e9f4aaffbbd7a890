"""Finds places: units with their unit word, lists that share one, regions, countries, and well-known names alone."""

from functools import cache

from extract.components.place_again import named_again
from extract.components.place_alone import districts_alone
from extract.components.place_district import communes_alone
from extract.components.place_known import KnownName, known_alone, own_places
from extract.components.place_lists import (
    LIST_OPENERS,
    SEPARATORS,
    behind_count,
    between_commas,
    far_list,
    list_item,
    listed_below,
    next_item,
    second_below,
)
from extract.components.place_names import (
    are_syllables,
    is_abbreviation,
    known_name,
    known_names,
    name_run,
    place_name,
    read_name,
    unit_phrases,
    unit_word_at,
    with_letter,
)
from extract.components.place_parents import Place, with_parents
from extract.components.place_tables import named_in_columns
from extract.context import Context
from extract.found import Found
from extract.words import CAPITALISED, LOWER, NUMBER, UPPER, Phrases, Words, words_of
from ontology.boundaries import boundary_words
from ontology.mentions import EntityLabel, PlaceName
from ontology.people import people_table
from ontology.places import UnitWord, place_table
from ontology.units import unit_words_of, within


def find_places(text: str, context: Context) -> list[Found]:
    """Find the places of a text.

    Args:
        text: The normalised text.
        context: Its letterhead completes names without unit word (``Phụng Hiệp, ngày …``).

    Returns:
        Candidates in order of their start, without overlaps among themselves.
    """
    words = words_of(text)
    places = _Reader(words, context).read()
    return [_found(words, place, parents) for place, parents in with_parents(words, places)]


class _Reader:
    """One walk over the words of a text."""

    def __init__(self, words: Words, context: Context) -> None:
        self.words = words
        self.found: list[Place] = []
        self.own = dict(own_places(context))
        self.around = [context.letterhead.place] if context.letterhead.place else []

    def read(self) -> list[Place]:
        words = self.words
        units, bare, first_keys = unit_phrases().first_keys, known_alone(), _first_keys()
        bare_first = bare.first_keys
        lower_starts = boundary_words("place_starts")
        behind = 0
        for index in words.among(first_keys):
            if index < behind:
                continue
            key = words.keys[index]
            end = self._unit_led(index) if key in units else None
            if end is None and key in bare_first and (words.shapes[index] != LOWER or key in lower_starts):
                end = self._known_alone(index, bare)
            behind = end or behind
        self._named_in_tables()
        self._named_with_date()
        named_again(words, self.found, self.own, self._stands_alone)
        self.found += districts_alone(words, self.found)
        self.found += communes_alone(words, self.found, self.around)
        self.found.sort(key=lambda place: place.first)
        return self.found

    def _unit_led(self, index: int) -> int | None:
        """Read a unit word with its name, and the list that goes on with the same unit word."""
        words = self.words
        match = unit_word_at(words, index)
        if match is None or self._is_region(match[0], match[1]):
            return None
        end, unit = match
        units = [unit]
        counted = words.shape(index - 1) == NUMBER
        plural = counted or words.key(index - 1) in place_table().plural_marks
        # "các xã, thị trấn: A, B" names the kinds first.
        while plural and words.key(end) in (",", "và", "/", "hoặc") and (more := unit_word_at(words, end + 1)):
            if read_name(words, more[0], more[1]) is not None and words.key(end) != ",":
                break
            end, unit = more
            units.append(unit)
        start = index if len(units) == 1 else end - len(unit.unit.split())
        name_at, last = self._first_name(end, units, plural, short=is_abbreviation(words, index, units[0]))
        if last is None:
            return None
        # In "các xã A, B" the unit word belongs to all of them and to no span.
        explicit = name_at == end and (not plural or self._only_of(unit, name_at, last, units))
        name = place_name(words, name_at, last)
        chosen = _unit_of(name, units, self.own)
        first = len(self.found)
        self.found.append(Place(start if explicit else name_at, last, chosen.unit, name))
        behind = self._list(self._behind_bracket(last), units, plural, self.found[first])
        if counted and name_at == end and len(self.found) == first + 1:
            # "năm 2024 xã Hòa An": the number before counts something else.
            self.found[first] = Place(start, last, chosen.unit, name)
        return behind

    def _is_region(self, index: int, unit: UnitWord) -> bool:
        """Tell whether a region or country stands behind a unit word (``khu vực`` *Đông Nam Á*)."""
        known = known_alone().longest(self.words, index)
        if known is None or not self.words.is_capital(known[0] - 1):
            return False
        if unit.wary:
            return True
        end = name_run(self.words, index)
        return known[1].unit is None and known_name(self.words, index, end, frozenset({unit.unit})) is None

    def _first_name(self, end: int, units: list[UnitWord], plural: bool, *, short: bool) -> tuple[int, int | None]:
        """Return where the first name behind the unit words begins and ends; ``None``: there is none.

        What stands between must be a mark that opens a list (``các xã: A``), a word for the kind of unit (``các huyện
        biên giới A``) or, behind a plural, a clause that a list closes (``3 xã đạt chuẩn, gồm: A``). The more stands
        between, the surer the name must be.
        """
        words, unit = self.words, units[-1]
        kinds = frozenset(unit.unit for unit in units)
        at = end
        if plural and words.key(at) in (":", "("):
            at = list_item(words, at + 1)
        if plural and words.key(at) in LIST_OPENERS:
            at += 1
            if words.key(at) == ":":
                at = list_item(words, at + 1)
        if at != end and unit_word_at(words, at) is not None:
            return at, None  # "gồm các xã: 1. Xã A": the item has its own unit word, and is read at it
        if len(units) > 1:
            last = self._item(at, units, plural=True)
        elif short and words.shape(at) != NUMBER:
            # "H. Phụng Hiệp", but "P. Hành Chính" is an office.
            last = known_name(words, at, name_run(words, at), kinds)
        else:
            last = read_name(words, at, unit)
        if last is not None or at != end:
            return at, last
        if (
            words.key(end) == ":"
            and words.is_capital(end - 1)
            and (last := self._sure_name(end + 1, kinds)) is not None
        ):
            return end + 1, last  # "Huyện: A, B; thành phố: C"
        modified = _modifiers().longest(words, end)
        if modified is not None:
            at = modified[0]
            last = self._sure_name(at, kinds)
        if last is None and plural:
            far = far_list(words, end)
            if far is not None:
                at = far
                last = self._sure_name(at, kinds) or (listed_below(words, at) if unit.below else None)
        return at, last

    def _sure_name(self, index: int, kinds: frozenset[str]) -> int | None:
        """Read a name that the tables know under one of the unit words, and that ends where the capitals end."""
        words = self.words
        end = name_run(words, index)
        if not words.is_capital(index) or end == index + 1:
            return None  # "thực hiện các nội dung sau: I. …"
        known = known_name(words, index, end, kinds)
        return end if known is not None and with_letter(words, known, end) >= end else None

    def _only_of(self, unit: UnitWord, first: int, last: int, units: list[UnitWord]) -> bool:
        """Tell whether of several unit words only the last goes with a name (``các xã, phường, đặc khu Lý Sơn``)."""
        known = unit_words_of(place_name(self.words, first, last))
        return len(units) > 1 and unit.unit in known and not known & {other.unit for other in units[:-1]}

    def _list(self, index: int, units: list[UnitWord], plural: bool, first: Place) -> int:
        """Read on through ``, B, C và D``; return the index behind the last item."""
        words = self.words
        counted = False
        while True:
            behind = behind_count(words, index)
            counted = counted or behind > index + 1
            at = next_item(words, behind, over_lines=plural)
            if at is None or unit_word_at(words, at) is not None:
                break
            last = self._item(at, units, plural)
            if last is None and counted:
                # "thôn Hoàng Hoa 3 hộ, Bình Minh 5 hộ": the counts show the list that the unit word heads.
                last = self._item(at, units, plural=True)
                last = last if last is not None and behind_count(words, last, last=True) > last else None
            if last is None and not plural and units[-1].below:
                last = second_below(words, at)
            if last is None:
                break
            name = place_name(words, at, last)
            if not plural and self._is_around(name, first):
                break
            self.found.append(Place(at, last, _unit_of(name, units, self.own).unit, name))
            index = self._behind_bracket(last)
        return index

    def _behind_bracket(self, index: int) -> int:
        """Read what in brackets tells where an item lies (``các xã Vũ Hội (Vũ Thư), …``); return the index behind."""
        words = self.words
        if words.key(index) != "(":
            return index
        match = unit_word_at(words, index + 1)
        at = match[0] if match else index + 1
        end = name_run(words, at)
        kinds = frozenset({match[1].unit}) if match else _AROUND
        if end == at or words.key(end) != ")" or known_name(words, at, end, kinds) != end:
            return index
        name = place_name(words, at, end)
        unit = match[1].unit if match else sorted(unit_words_of(name) & _AROUND)[0]
        self.found.append(Place(index + 1, end, unit, name))
        return end + 1

    def _item(self, index: int, units: list[UnitWord], plural: bool) -> int | None:
        """Read one item of a list: a name that the tables know under one of the unit words, or any behind a plural."""
        words = self.words
        if words.shape(index) == NUMBER:
            return read_name(words, index, units[-1])
        if not words.is_capital(index):
            return None
        end = name_run(words, index)
        known = known_name(words, index, end, frozenset(unit.unit for unit in units))
        if known is not None and (known >= end or plural):
            return with_letter(words, known, end)
        if plural and end == index + 1 and words.shapes[index] == CAPITALISED and between_commas(words, index):
            return end
        if units[-1].below:
            return read_name(words, index, units[-1]) if plural else None
        if plural and 2 <= end - index <= 4 and words.shapes[index] == CAPITALISED and are_syllables(words, index, end):
            follows = words.key(end)
            return end if words.shape(end) != LOWER or follows in SEPARATORS or follows in _behind_place() else None
        return None

    def _is_around(self, name: str, first: Place) -> bool:
        """Tell whether a name behind a comma is the place around the first one (``xã Tân Bình, Phụng Hiệp``)."""
        outer = unit_words_of(name) - {first.unit}
        if "tỉnh" in outer or "thành phố" in outer:
            return True
        return first.unit is not None and any(within(first.name, first.unit, f"{unit} {name}") for unit in outer)

    def _known_alone(self, index: int, bare: Phrases[KnownName]) -> int | None:
        words = self.words
        for end, row in reversed(list(bare.matches(words, index))):
            if self._stands_alone(index, end, row):
                # "Hòa Bình, ngày …" of a commune of that name is no province.
                own = self.own.get(row.name.casefold()) if self._is_dated(end) else None
                self.found.append(Place(index, end, own.unit if own else row.unit, row.name))
                return end
        return None

    def _is_dated(self, end: int) -> bool:
        """Tell whether a name that ends here is that of the place where the document was issued."""
        return end < _LETTERHEAD and self.words.key(end) == "," and self.words.key(end + 1) == "ngày"

    def _stands_alone(self, index: int, end: int, row: KnownName) -> bool:
        """Tell whether a name is no part of a longer one (a person's, a school's, a road's)."""
        words = self.words
        if row.exact and words.surface(index, end) != row.form:
            return False
        last = end - 1
        while last > index and words.shapes[last] not in (CAPITALISED, UPPER):
            last -= 1
        heading = words.shapes[last] == UPPER and len(words.keys[last]) > 1
        # All but the first word have the capital that the name has ("Trung quốc" is met, "đức" is a virtue).
        if not words.is_capital(last) or (last == index and end - index > 1 and row.unit is not None):
            return False
        if heading:
            return True
        before, behind = index - 1, end
        if words.key(before) == "mẹ":
            return False  # "Mẹ Việt Nam anh hùng"
        if words.is_capital(before) and not (
            _begins_sentence(words, before) or (words.keys[before] in _QUARTERS and not words.is_capital(before - 1))
        ):
            return False  # but "từ Nam Quảng Ninh đến Bắc Thanh Hóa"
        if words.is_capital(behind) and words.shapes[behind] != UPPER and not words.glued(behind):
            return False
        return row.unit is None or words.key(before) not in place_table().not_bare_after

    def _named_in_tables(self) -> None:
        covered = {index for place in self.found for index in range(place.first, place.last)}
        for first, last, units in named_in_columns(self.words):
            if covered.isdisjoint(range(first, last)):
                name = place_name(self.words, first, last)
                self.found.append(Place(first, last, _unit_of(name, list(units), self.own).unit, name))

    def _named_with_date(self) -> None:
        """Find the place where a document was issued: a known unit alone before the date (``Tam Kỳ, ngày 19 …``)."""
        words = self.words
        covered = {place.last for place in self.found}
        for comma in range(1, min(len(words), _LETTERHEAD) - 2):
            if words.keys[comma] != "," or words.keys[comma + 1] != "ngày" or comma in covered:
                continue
            first = comma
            while comma - first < _LONGEST_ISSUING_PLACE and words.shapes[first - 1] == CAPITALISED and first > 0:
                first -= 1
            if words.keys[first - 1] == "\n" and first - 2 >= 0 and words.shapes[first - 2] == CAPITALISED:
                # A narrow column wraps the name: "Tam" / "Kỳ, ngày …".
                first -= 2
            key = " ".join(key for key in words.keys[first:comma] if key != "\n")
            units = sorted(known_names().get(key, frozenset()))
            if units and (first == 0 or words.keys[first - 1] in _LINE_STARTS):
                name = place_name(words, first, comma)
                own = self.own.get(key)
                self.found.append(Place(first, comma, own.unit if own else units[0] if len(units) == 1 else None, name))
            return


_AROUND = frozenset({"huyện", "quận", "thị xã", "thành phố", "tỉnh"})
_QUARTERS = frozenset({"bắc", "nam", "đông", "tây"})
_LETTERHEAD = 250
_LONGEST_ISSUING_PLACE = 4
_LINE_STARTS = frozenset({"\n", "|", "*", "_", "-"})


def _behind_place() -> frozenset[str]:
    return boundary_words("behind_place")


@cache
def _modifiers() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in place_table().modifiers)


@cache
def _first_keys() -> frozenset[str]:
    return frozenset((*unit_phrases().first_keys, *known_alone().first_keys))


def _unit_of(name: str, units: list[UnitWord], own: dict[str, KnownName]) -> UnitWord:
    """Return which of several unit words a name goes with: where both are known, as in the document's own place."""
    if len(units) == 1:
        return units[0]
    known = unit_words_of(name)
    fitting = [unit for unit in units if unit.unit in known]
    for unit in fitting:
        if any(place.unit and within(name, unit.unit, f"{place.unit} {place.name}") for place in own.values()):
            return unit
    return fitting[0] if fitting else units[0]


def _begins_sentence(words: Words, index: int) -> bool:
    """Tell whether a word has its capital from its place in the sentence, and not because it begins a name."""
    if words.key(index) in people_table().surnames:
        return False
    return index == 0 or words.key(index - 1) in ("\n", ".", ":", ";", "-", "+", "|", "“", "(", "*")


def _found(words: Words, place: Place, parents: tuple[str, ...]) -> Found:
    norm = f"{place.unit} {place.name}" if place.unit else place.name
    detail = PlaceName(place.unit, place.name, parents)
    return Found(words.starts[place.first], words.ends[place.last - 1], EntityLabel.LOC, norm, detail)

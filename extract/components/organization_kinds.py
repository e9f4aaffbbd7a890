"""Telling one body from a kind of bodies: ``UBND huyện`` in a district's document is one, ``UBND các xã`` are many."""

from functools import cache

from extract.components.organization_heads import Draft
from extract.components.place_names import read_name, unit_word_at
from extract.words import LOWER, NUMBER, Words, phrase_keys
from ontology.boundaries import boundary_words
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.organizations import OrganizationHead, organization_table
from ontology.places import UnitWord, place_table
from ontology.units import level_of

PLURALS = frozenset({"các", "những", "mỗi", "từng", "mọi", "nhiều", "hai", "ba"})
_JOINTS = frozenset({",", "và", "hoặc", "/", "-", "–"})
_ANY_SUCH = frozenset(
    {("ở", "địa"), ("đảng", "ủy"), ("cấp", "ủy"), ("cấp", "xã"), ("cấp", "huyện"), ("cấp", "tỉnh"), ("các", "cấp")}
)
_NEAR = 60
_BEGINNING = 80
_LAST_OF_BODIES = frozenset({"ủy", "bộ", "dân", "ubnd", "hđnd", "mttq"})
_POSTS_OF_HOUSES = frozenset({"đốc", "trưởng", "nhiệm", "viên"})
_CLAUSE_STARTS = frozenset([",", ".", ";", ":", "-", "+", "\n"])
_EVENTS = frozenset(["lễ", "đại", "hội", "cuộc", "giải", "ngày", "tuần", "chương", "kỳ", "sự", "tang"])
_KIND_WORDS = frozenset({"các", "cấp", "trực"})
_KIND_PAIRS = frozenset({("cơ", "sở"), ("bộ", "phận"), ("cùng", "cấp")})


@cache
def _common(name: str) -> frozenset[str]:
    return frozenset(" ".join(phrase_keys(topic)) for topic in organization_table().topics[name])


class Kinds:
    """Judges the words around a head.

    Args:
        words: The words of the text.
        letterhead: Whose document it is.
    """

    def __init__(self, words: Words, letterhead: Letterhead) -> None:
        self._words = words
        self._level = letterhead.level
        self._own_units = frozenset(
            name.split(" ", 1)[0] for name in (letterhead.place, letterhead.province) if name is not None
        )
        organ = (letterhead.organ or "").casefold()
        self._only: dict[str, tuple[int, int] | None] = {}
        self._acts: set[str] = set()
        self._of_committee = organ.startswith(("đảng ủy xã", "đảng ủy phường", "đảng ủy đặc khu", "đảng ủy thị trấn"))
        self._of_party = "ủy" in organ.replace("ủy ban", "") or organ.startswith(("ban ", "đảng"))

    def is_plural(self, index: int) -> bool:
        """Tell whether a plural word stands before a head."""
        return self._words.key(index - 1) in PLURALS

    def is_model(self, index: int) -> bool:
        """Tell whether a head names what others are modelled on (``theo mô hình Trung tâm …``)."""
        return self._words.key(index - 1) == "hình" and self._words.key(index - 2) == "mô"

    def is_in_code(self, index: int) -> bool:
        """Tell whether a head is the organ of a code whose number is still open (``Số   -BC/ĐU``)."""
        words = self._words
        return (
            words.key(index - 1) == "/"
            and words.glued(index)
            and words.key(index - 3) in ("-", "–")
            and words.glued(index - 1)
            and words.glued(index - 2)
        )

    def signs(self, index: int) -> bool:
        """Tell whether the body signs: ``T/M`` or ``TM.`` stands before it."""
        words = self._words
        before = words.key(index - 1)
        return (
            before == "tm"
            or (before == "." and words.key(index - 2) == "tm")
            or (before == "m" and words.key(index - 2) in ("/", ".") and words.key(index - 3) == "t")
        )

    def goes_on_as_kind(self, index: int) -> bool:
        """Tell whether what follows a head makes a kind of it (``cơ sở``, ``các cấp``)."""
        words = self._words
        if words.key(index) == ",":
            return (words.key(index + 1), words.key(index + 2)) == ("chi", "bộ")  # "Đại hội Đảng bộ, chi bộ cơ sở"
        return (words.key(index), words.key(index + 1)) in _KIND_PAIRS or words.key(index) in _KIND_WORDS

    def counts_units(self, index: int) -> bool:
        """Tell whether units in the plural follow (``các xã``, ``3 cấp``)."""
        words = self._words
        counted = words.shape(index) == NUMBER
        if words.key(index) not in PLURALS and not counted:
            return False
        match = unit_word_at(words, index + 1)
        # "Sở Nội vụ 3 bản" tells how many copies go there.
        return words.key(index + 1) == "cấp" or (match is not None and not (counted and match[1].wary))

    def lists_units(self, index: int) -> bool:
        """Tell whether a bare unit word goes on into a list of them (``huyện``, *thị xã, thành phố*)."""
        words = self._words
        if words.key(index) not in _JOINTS:
            return False
        at = index + 2 if words.key(index + 1) == "cấp" else index + 1
        match = unit_word_at(words, at)
        if match is not None and words.is_capital(at) and words.key(match[0]) in ("ủy", "đoàn", "đội"):
            return False  # "LĐLĐ huyện, Huyện đoàn"
        return match is not None and read_name(words, match[0], match[1]) is None

    def is_own_unit(self, unit: UnitWord) -> bool:
        """Tell whether a bare unit word means the document's own unit or one around it."""
        level = self._level
        unit_level = level_of(unit.unit)
        if unit.below:
            return False
        if level is None:
            return unit_level is not Level.COMMUNE
        if unit_level is None:
            return level is not Level.CENTRAL and ("thành" in self._own_units or level is not Level.PROVINCE)
        if unit_level is level:
            return unit.unit.split(" ", 1)[0] in self._own_units or not self._own_units
        return unit_level.rank < level.rank

    def named_before(self, index: int, unit: UnitWord) -> tuple[int, int] | None:
        """Return the last name of such a unit before a bare unit word, which then means that unit (``Đảng ủy xã``).

        The name must stand in the same paragraph, not far away, or be the only one of its kind in the text so far.
        """
        words = self._words
        first = unit.unit.split(" ", 1)[0]
        for at in range(index - 1, max(index - _NEAR, -1), -1):
            if words.keys[at] == "\n":
                break
            if words.keys[at] == first and (match := unit_word_at(words, at)) and match[1].unit == unit.unit:
                end = read_name(words, match[0], unit)
                if end is not None:
                    return match[0], end
        only = self._only_name(unit)
        return only if only is not None and only[1] <= index else None

    def _only_name(self, unit: UnitWord) -> tuple[int, int] | None:
        """Return where the one commune is named first that the text speaks of; ``None`` if it names several or none.

        Where no letterhead tells whose document it is, the commune that is named first stands out among several if no
        other one's bodies are named (``Báo cáo … của Đảng ủy xã Nam Cát``).
        """
        if unit.level is not Level.COMMUNE:
            return None
        if unit.unit not in self._only:
            words = self._words
            first, size = unit.unit.split(" ", 1)[0], len(unit.unit.split(" "))
            names: dict[str, tuple[int, int]] = {}
            with_bodies: set[str] = set()
            for at in words.among((first,)):
                match = unit_word_at(words, at)
                if match is None or match[1].unit != unit.unit or match[0] != at + size:
                    continue
                end = read_name(words, match[0], unit)
                if end is not None:
                    name = " ".join(words.keys[match[0] : end])
                    if words.key(at - 1) in _LAST_OF_BODIES:
                        with_bodies.add(name)
                    names.setdefault(name, (match[0], end))
                elif words.key(at - 1) in PLURALS:
                    names[""] = (0, 0)  # "các xã": the text is about several
            only = next(iter(names.values())) if len(names) == 1 and "" not in names else None
            if self._level is None and len(with_bodies) == 1:
                name, place = next(iter(names.items()))
                if name in with_bodies and place[0] < _BEGINNING:
                    only = place
                    self._acts.add(unit.unit)
            self._only[unit.unit] = only
        return self._only[unit.unit]

    def has_own_committee(self, index: int) -> bool:
        """Tell whether ``Đảng ủy`` alone is the committee that the document is of, or that of the one commune in it."""
        if self._of_committee:
            return True
        communes = (unit for unit in place_table().units if unit.level is Level.COMMUNE)
        names = {unit.unit: only for unit in communes if (only := self._only_name(unit)) is not None}
        if len(names) > 1:
            # "Xã A thành lập từ thị trấn B": the one whose bodies are named.
            names = {unit: only for unit, only in names.items() if unit in self._acts}
        return len(names) == 1 and next(iter(names.values()))[1] <= index

    def is_taken_up(self, index: int, end: int) -> bool:
        """Tell whether a head alone takes up a body: behind a post, or where a clause tells what it does."""
        words = self._words
        before = words.key(index - 1)
        if before in _POSTS_OF_HOUSES:
            return words.shape(end) != LOWER or words.keys[end] in boundary_words("acts")
        return before in _CLAUSE_STARTS and words.key(end) in boundary_words("acts")

    def is_common(self, draft: Draft, row: OrganizationHead) -> bool:
        """Tell whether head and topic name a kind without anything more (``Trường Mầm non``)."""
        if row.many is None or draft.parts != {"topic"}:
            return False
        return " ".join(self._words.keys[draft.head : draft.end]) in _common(row.many)

    def is_any_such(self, draft: Draft, row: OrganizationHead) -> bool:
        """Tell whether any body of that kind is meant: an event's committee, or that of wherever someone lives."""
        words = self._words
        index = draft.end
        key, following = words.key(index), words.key(index + 1)
        if ((key, following) in _ANY_SUCH and not row.mass) or key == "nơi":
            return True
        if key == "của" and (of := unit_word_at(words, index + 1)) and self.lists_units(of[0]):
            return True
        if row.lower_topic and not row.unique and words.shape(index - 1) == LOWER and words.shape(draft.head) == LOWER:
            # "Trung tâm tư vấn pháp luật" is a kind; of "Trung tâm dữ liệu quốc gia" there is one, and in a district
            # of "Trung tâm chính trị".
            return words.keys[index - 1] != "gia" and self._level not in (Level.DISTRICT, Level.COMMUNE)
        if row.closed == "boards" and words.keys[index - 1] == "chức":
            # Every event has its "Ban Tổ chức"; alone it is the Party's only in the Party's own documents.
            return key in _EVENTS or not self._of_party
        return False

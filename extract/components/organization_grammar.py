"""The grammar of names of bodies: head word, field of work, number or proper name, the body above it, its unit.

The parts and which head takes which of them are data (``ontology/tables/organizations.json``).
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache

from extract.components.organization_parts import (
    acronym_end,
    proper_end,
    purpose_end,
    topic_end,
)
from extract.components.place_names import known_name, name_run, read_name, unit_word_at
from extract.words import LOWER, MARK, NUMBER, UPPER, Phrases, Words, over_line_end
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.organizations import Alone, FixedOrganization, NoOrganization, OrganizationHead, organization_table
from ontology.places import UnitWord
from ontology.units import level_of

_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Body:
    """A body found at words ``first`` to before ``last``.

    Args:
        first: Index of its first word.
        last: Index behind its last word.
        row: The head or fixed name that it grew from.
        head: Index behind the head word (for a later item of a list, which has none, its first word).
        middle: Index behind head, topic, number and proper name: what follows tells whose it is.
        above: The body that follows directly, if one does (``Ban Thường vụ`` *Huyện ủy*).
        unit: The unit word in it (``huyện``), if any.
        place: The place's name in it as written (``Phụng Hiệp``), if any.
        partner: The body behind ``và`` or a comma that tells whose this one is (``Thường trực``, *Ban Thường vụ
            Huyện ủy*).
    """

    first: int
    last: int
    row: OrganizationHead | FixedOrganization
    head: int
    middle: int
    above: "Body | None" = None
    unit: str | None = None
    place: tuple[int, int] | None = None
    partner: "Body | None" = None


@dataclass(slots=True)
class _Draft:
    """What has been read so far behind a head."""

    head: int
    end: int
    parts: set[str] = field(default_factory=set)
    above: Body | None = None
    unit: str | None = None
    place: tuple[int, int] | None = None


class _KindError(Exception):
    """The words name a kind of bodies, not one body (``UBND các xã``)."""


_Row = tuple[OrganizationHead | FixedOrganization | NoOrganization, str]


@cache
def _phrases() -> Phrases[_Row]:
    table = organization_table()
    rows: list[tuple[str, _Row]] = []
    for row in (*table.fixed, *table.heads, *table.none):
        for form in (row.name, *row.forms):
            rows += [(spelling, (row, form)) for spelling in (form, form.replace("Trung ương", "TW"))]
    return Phrases(rows)


@cache
def _lower_first_keys() -> frozenset[str]:
    heads = (row for row in organization_table().heads if row.lower)
    return frozenset(form.split()[0].casefold() for row in heads for form in (row.name, *row.forms))


class Grammar:
    """The grammar over one text.

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
        self._of_party = "ủy" in organ.replace("ủy ban", "") or organ.startswith(("ban ", "đảng"))
        self._phrases = _phrases()
        self.first_keys: Collection[str] = self._phrases.first_keys.keys()
        self.lower_first_keys = _lower_first_keys()

    def bodies_at(self, index: int) -> tuple[list[Body], int]:
        """Return the bodies that begin at a word (a list may go on without the head), and the index to go on from."""
        words = self._words
        try:
            body = self._body(index, 0)
        except _KindError as error:
            return [], int(str(error))
        if body is None:
            return self._listed_behind_colon(index)
        row = body.row
        if self._is_plural(index):
            if not isinstance(row, OrganizationHead) or "list" not in self._plural_use(body):
                return [], body.last if body.above else index + 1
            return self._with_list(body)
        if isinstance(row, OrganizationHead) and row.chain:
            return self._with_list(body)
        if words.shapes[index] == LOWER and not isinstance(row, OrganizationHead):
            return [], index + 1
        return [body], body.last

    # --- one body ---------------------------------------------------------------------------------------------------

    def _body(self, index: int, depth: int) -> Body | None:
        """Read one body; raises ``_KindError`` with the index behind the words of a kind."""
        words = self._words
        for end, (row, form) in reversed(list(self._phrases.matches(words, index))):
            if form.isupper() and not words.surface(index, end).isupper():
                continue
            if isinstance(row, NoOrganization):
                raise _KindError(end)
            if words.shapes[index] == LOWER and not (isinstance(row, OrganizationHead) and row.lower):
                continue
            if isinstance(row, FixedOrganization):
                if self._inside_word(index, end):
                    continue
                return Body(index, end, row, end, end)
            body = self._headed(index, end, row, depth)
            if body is not None:
                return body
        return None

    def _inside_word(self, index: int, end: int) -> bool:
        """A fixed name in small letters behind its first word is another word: "Bộ chính trị" is met, "chính phủ" not."""
        return self._words.shapes[index] == LOWER

    def _headed(self, index: int, end: int, row: OrganizationHead, depth: int) -> Body | None:
        words = self._words
        if words.key(index - 1) in row.not_after or (words.shapes[index] == LOWER and not words.is_capital(end)):
            return None
        draft = _Draft(end, end)
        above = self._above(end, row, depth)
        if above is not None:
            draft.above, draft.end = above, above.last
            draft.parts.add("of")
            middle = end
        else:
            self._subject(draft, row)
            middle = draft.end
            self._owner(draft, row, depth)
        if not self._is_complete(draft, row):
            return None
        if not draft.parts and not self._may_stand_alone(index, end, row, depth):
            return None
        if not (draft.above or draft.place or draft.unit) and self._is_any_such(draft, row):
            return None
        partner = self._partner(end) if not draft.parts and row.alone is Alone.COORDINATION and not depth else None
        return Body(index, draft.end, row, end, middle, draft.above, draft.unit, draft.place, partner)

    @staticmethod
    def _is_complete(draft: _Draft, row: OrganizationHead) -> bool:
        """Tell whether the part that the head needs was read."""
        match row.required:
            case None:
                return True
            case "topic":
                return "topic" in draft.parts or (row.closed == "open" and "name" in draft.parts)
            case "name":
                return "name" in draft.parts or ("topic" in draft.parts and draft.unit is not None)
            case part:
                return part in draft.parts

    def _is_any_such(self, draft: _Draft, row: OrganizationHead) -> bool:
        """Tell whether what follows shows that any such body is meant: an event's, or that of wherever someone lives."""
        words = self._words
        index = draft.end
        key, following = words.key(index), words.key(index + 1)
        if (key, following) in _ANY_SUCH or key == "nơi":
            return True
        if key == "của" and (of := unit_word_at(words, index + 1)) and self._is_list_of_kinds(of[0]):
            return True
        if row.lower_topic and words.shape(index - 1) == LOWER and words.shape(draft.head) == LOWER:
            # "Trung tâm tư vấn pháp luật" is a kind; of "Trung tâm dữ liệu quốc gia" there is one, and in a district
            # of "Trung tâm chính trị".
            return words.keys[index - 1] != "gia" and self._level not in (Level.DISTRICT, Level.COMMUNE)
        if row.closed == "boards" and words.keys[index - 1] == "chức":
            return key in _EVENTS or not self._of_party
        return False

    def _above(self, index: int, row: OrganizationHead, depth: int) -> Body | None:
        """Read the body that follows directly (``Ban Thường vụ`` *Huyện ủy*)."""
        if not row.of or depth >= _DEEPEST or not (self._words.is_capital(index) or self._lower_head_at(index)):
            return None
        return self._body(index, depth + 1)

    def _subject(self, draft: _Draft, row: OrganizationHead) -> None:
        """Read topic, number, proper name or purpose."""
        words = self._words
        if row.topic:
            behind = topic_end(words, draft.end, row)
            if behind is not None:
                draft.end = behind
                draft.parts.add("topic")
            elif row.acronym and words.shapes[draft.end - 1] != UPPER and (behind := acronym_end(words, draft.end)) is not None:
                draft.end = behind
                draft.parts.add("topic")
        if row.number:
            behind_number = self._number(draft.end)
            if behind_number is not None:
                draft.end = behind_number
                draft.parts.add("number")
        if row.proper:
            behind = proper_end(words, draft.end)
            if behind is not None:
                draft.end = behind
                draft.parts.add("name")
        if row.purpose:
            if words.key(draft.end) == "trung" and words.key(draft.end + 1) == "ương":
                draft.end += 2
                draft.parts.add("centre")
            if "number" not in draft.parts:
                behind = purpose_end(words, draft.end)
                if behind is not None:
                    draft.end = behind
                    draft.parts.add("purpose")

    def _number(self, index: int) -> int | None:
        words = self._words
        at = index + 1 if words.key(index) == "số" else index
        form = words.key(at)
        if words.shape(at) == UPPER and words.key(at - 1) == "vực" and set(form) <= set("ivx"):
            return at + 1
        if words.shape(at) != NUMBER or not form.isdigit() or len(form) > 4:
            return None
        if words.key(at + 1) in ("/", ".", "-") and words.glued(at + 1) and words.shape(at + 2) == NUMBER:
            return None
        return at + 1

    # --- whose it is ------------------------------------------------------------------------------------------------

    def _owner(self, draft: _Draft, row: OrganizationHead, depth: int) -> None:
        """Read the body above, the centre, or the unit that the body belongs to."""
        words = self._words
        if draft.parts & {"name"} and row.proper:
            # "HTX Kỳ Như xã Thạnh Hòa" is a body and a place: a proper name needs no place to be one body's.
            return
        above = self._above(draft.end, row, depth) if "topic" in draft.parts else None
        if above is not None:
            draft.above, draft.end = above, above.last
            draft.parts.add("of")
            return
        key, following = words.key(draft.end), words.key(draft.end + 1)
        centre = 2 if (key, following) == ("trung", "ương") else 1 if key in ("tw", "tư") else 0
        if (row.unit or row.of) and centre and words.is_capital(draft.end):
            draft.end += centre
            if words.key(draft.end) == "đảng" and words.is_capital(draft.end):
                draft.end += 1
            draft.parts.add("centre")
            draft.parts.add("unit")
            return
        if (row.unit or row.place or row.topic) and key == "việt" and following == "nam" and words.is_capital(draft.end):
            draft.end += 2
            draft.parts.add("centre")
            draft.parts.add("unit")
        if row.unit and self._unit(draft, row):
            return
        if row.place or (row.unit and "topic" in draft.parts):
            run = name_run(words, draft.end)
            behind = known_name(words, draft.end, run) if run > draft.end else None
            if behind is not None and behind == run and behind - draft.end >= 2:
                draft.place = (draft.end, behind)
                draft.end = behind
                draft.parts.add("place")

    def _lower_head_at(self, index: int) -> bool:
        return self._words.key(index) in self.lower_first_keys and self._words.shape(index) == LOWER

    def _unit(self, draft: _Draft, row: OrganizationHead) -> bool:
        """Read a unit word with or without its name; true if the body ends here."""
        words = self._words
        at = over_line_end(words, draft.end)
        key = words.key(at)
        if key == "cấp":
            return self._by_level(draft, row, at)
        if key in _PLURALS or words.shape(at) == NUMBER:
            plural = unit_word_at(words, at + 1) is not None or words.key(at + 1) == "cấp"
            if plural and not row.mass and not draft.parts:
                raise _KindError(at)
            return plural
        match = unit_word_at(words, at)
        if match is None:
            return False
        end, unit = match
        name_end = read_name(words, end, unit)
        if name_end is not None:
            draft.end, draft.unit, draft.place = name_end, unit.unit, (end, name_end)
            draft.parts.add("unit")
            return True
        if self._is_list_of_kinds(end) or not row.bare or not self._is_own_unit(unit, row, draft):
            if not row.mass and ("topic" not in draft.parts or self._is_list_of_kinds(end)):
                raise _KindError(end)
            return True
        draft.end, draft.unit = end, unit.unit
        draft.parts.add("unit")
        return True

    def _by_level(self, draft: _Draft, row: OrganizationHead, at: int) -> bool:
        """``cấp huyện`` belongs to a mass organisation's name; of any other body it makes a kind."""
        match = unit_word_at(self._words, at + 1)
        if match is None or not row.mass:
            if not draft.parts and not row.mass:
                raise _KindError(at)
            return True
        if self._is_list_of_kinds(match[0]) or match[1].level is Level.COMMUNE:
            return True
        draft.end, draft.unit = match[0], match[1].unit
        draft.parts.add("unit")
        return True

    def _is_list_of_kinds(self, index: int) -> bool:
        """Tell whether a bare unit word goes on into a list of them (``huyện, thị xã, thành phố``)."""
        words = self._words
        if words.key(index) not in (",", "và", "hoặc", "/", "-", "–"):
            return False
        match = unit_word_at(words, index + 1)
        return match is not None and read_name(words, match[0], match[1]) is None

    def _is_own_unit(self, unit: UnitWord, row: OrganizationHead, draft: _Draft) -> bool:
        """Tell whether a bare unit word means the document's own unit or one around it, not a kind of units."""
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

    # --- heads alone, plurals and lists -----------------------------------------------------------------------------

    def _may_stand_alone(self, index: int, end: int, row: OrganizationHead, depth: int) -> bool:
        words = self._words
        following = words.key(end)
        if words.shapes[index] == LOWER:
            return False
        if depth:
            if self._goes_on_as_kind(end) and not row.mass:
                raise _KindError(end)
            return row.alone is not Alone.NEVER
        match row.alone:
            case Alone.ALWAYS:
                return True
            case Alone.OWN:
                return row.mass or not self._goes_on_as_kind(end)
            case Alone.POST:
                return words.key(index - 1) in _POST_ENDS and not self._goes_on_as_kind(end)
            case Alone.OF:
                return following == "của" and words.is_capital(end + 1)
            case Alone.COORDINATION:
                return self._partner(end) is not None
            case _:
                return False

    def _partner(self, end: int, depth: int = 0) -> Body | None:
        """Return the body behind a comma or ``và`` that has the same owner, itself or through its own partner."""
        words = self._words
        if depth > _DEEPEST or words.key(end) not in (",", "và", "-", "–", "&") or not words.is_capital(end + 1):
            return None
        try:
            body = self._body(end + 1, 1)
        except _KindError:
            return None
        if body is None or body.above or body.unit or body.place or body.last > body.head:
            return body
        row = body.row
        if isinstance(row, OrganizationHead) and row.alone is Alone.COORDINATION:
            return self._partner(body.last, depth + 1)
        return body

    def _goes_on_as_kind(self, index: int) -> bool:
        words = self._words
        return (words.key(index), words.key(index + 1)) in _KIND_PAIRS or words.key(index) in _KIND_WORDS

    def _is_plural(self, index: int) -> bool:
        words = self._words
        key = words.key(index - 1)
        return key in _PLURALS and not (key == "năm" and words.shape(index - 2) == NUMBER)

    def _plural_use(self, body: Body) -> set[str]:
        """Tell what a body behind a plural can be: the head of a list of such bodies."""
        row = body.row
        if not isinstance(row, OrganizationHead):
            return set()
        listed = self._words.key(body.last) in (",", ";", "và")
        if row.chain or (listed and row.closed in _LISTED):
            return {"list"}
        return set()

    def _listed_behind_colon(self, index: int) -> tuple[list[Body], int]:
        """Read ``các Sở: Nội vụ, Tài chính``: each field of work names a body."""
        words = self._words
        match = self._phrases.longest(words, index)
        if match is None or not self._is_plural(index) or words.key(match[0]) != ":":
            return [], index + 1
        end, (row, _) = match
        if not isinstance(row, OrganizationHead) or row.closed not in _LISTED or not words.is_capital(end + 1):
            return [], index + 1
        behind = topic_end(words, end + 1, row)
        if behind is None:
            return [], index + 1
        return self._with_list(Body(end + 1, behind, row, end + 1, behind))

    def _with_list(self, body: Body) -> tuple[list[Body], int]:
        """Return a body and those that follow it in a list without their head (``Đoàn kiểm tra 167, 165``)."""
        words = self._words
        row = body.row
        bodies = [body]
        end = body.last
        while isinstance(row, OrganizationHead) and words.key(end) in (",", ";", "và"):
            at = end + 1
            behind: int | None = None
            if row.number and words.shape(at) == NUMBER and words.shape(at + 1) != LOWER or words.key(at + 1) == "của":
                behind = self._number(at)
            elif row.topic and words.is_capital(at):
                behind = topic_end(words, at, row)
            if behind is None:
                break
            bodies.append(Body(at, behind, row, at, behind))
            end = behind
        return bodies, end


_ANY_SUCH = frozenset({("ở", "địa"), ("đảng", "ủy"), ("cấp", "ủy"), ("cấp", "xã"), ("cấp", "huyện"), ("cấp", "tỉnh"), ("các", "cấp")})
_EVENTS = frozenset("lễ đại hội cuộc giải ngày tuần chương kỳ sự tang".split())
_PLURALS = frozenset({"các", "những", "mỗi", "từng", "mọi", "nhiều", "số", "hai", "ba"}) - {"số"}
_POST_ENDS = frozenset({"thư", "viên", "trực"})
_KIND_WORDS = frozenset({"các", "cấp", "trực"})
_KIND_PAIRS = frozenset({("cơ", "sở"), ("bộ", "phận"), ("các", "cấp"), ("trực", "thuộc"), ("cùng", "cấp"), ("cấp", "trên")})
_LISTED = frozenset({"ministries", "departments", "divisions", "boards", "subcommittees", "desks"})

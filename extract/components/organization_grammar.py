"""The grammar of names of bodies: head word, field of work, number or proper name, the body above it, its unit.

The parts and which head takes which of them are data (``ontology/tables/organizations.json``).
"""

from collections.abc import Collection

from extract.components.organization_heads import Body, Draft, KindError, head_phrases, lower_first_keys
from extract.components.organization_kinds import Kinds
from extract.components.organization_lists import JOINED, LISTED, Lists
from extract.components.organization_parts import (
    acronym_end,
    activity_end,
    branch_end,
    house_name_end,
    may_be_small,
    needs_owner,
    number_end,
    purpose_end,
    topic_end,
)
from extract.components.place_names import known_name, name_run, read_name, unit_word_at
from extract.words import LOWER, NUMBER, UPPER, Words, over_line_end
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.organizations import Alone, FixedOrganization, NoOrganization, OrganizationHead

_DEEPEST = 4
_JOINTS = frozenset({",", "và", "-", "–", "&"})
_LETTERHEAD = 40
_POST_ENDS = frozenset({"thư", "viên", "trực"})
_JOINT = frozenset({"ministries", "departments"})


class Grammar:
    """The grammar over one text.

    Args:
        words: The words of the text.
        letterhead: Whose document it is.
    """

    def __init__(self, words: Words, letterhead: Letterhead) -> None:
        self._words = words
        self._kinds = Kinds(words, letterhead)
        self._phrases = head_phrases()
        self.first_keys: Collection[str] = self._phrases.first_keys.keys()
        self._lists = Lists(words, self._kinds, self.first_keys)
        # Bodies inside others, by their first word: a chain of heads is read once, not once from each of its words.
        self._inner: dict[int, Body | None] = {}
        self._partners: dict[int, Body | None] = {}
        # The bodies named so far, by the head that may take them up alone.
        self._named: dict[str, list[Body]] = {}
        self.lower_first_keys = lower_first_keys()

    def bodies_at(self, index: int) -> tuple[list[Body], int]:
        """Return the bodies that begin at a word (a list may go on without the head), and the index to go on from."""
        try:
            body = self._body(index, 0)
        except KindError as error:
            return [], error.end
        if body is None:
            return self._lists.behind_colon(index)
        if self._kinds.is_model(index):
            return [], body.last
        joint = isinstance(body.row, OrganizationHead) and body.row.closed in _JOINT
        if joint and self._words.key(index - 1) == "liên":
            # "Liên Bộ Tài chính - Nội vụ": the joint body is none, each of its parts is one.
            return self._lists.with_list(Body(body.head, body.last, body.row, body.head, body.last), JOINED)
        if self._kinds.is_plural(index):
            end = body.last if body.above else index + 1
            return self._lists.with_list(body) if self._heads_list(body) else ([], end)
        if isinstance(body.row, OrganizationHead):
            if body.row.again and body.last > body.head:
                self._named.setdefault(body.row.name, []).append(body)
            if body.row.chain or (body.row.closed in _JOINT and body.last == body.middle):
                return self._lists.with_list(body)
        return [body], body.last

    # --- one body ---------------------------------------------------------------------------------------------------

    def _body(self, index: int, depth: int) -> Body | None:
        """Read one body; raises ``KindError`` for the words of a kind."""
        words = self._words
        for end, (row, form) in reversed(list(self._phrases.matches(words, index))):
            if form.isupper() and not words.surface(index, end).isupper():
                continue
            if isinstance(row, NoOrganization):
                raise KindError(end)
            if words.shapes[index] == LOWER and not (isinstance(row, OrganizationHead) and row.lower):
                continue
            if isinstance(row, FixedOrganization):
                return Body(index, end, row, end, end)
            body = self._headed(index, end, row, depth)
            if body is not None:
                return body
        return None

    def _headed(self, index: int, end: int, row: OrganizationHead, depth: int) -> Body | None:
        words = self._words
        if (
            self._kinds.is_in_code(index)
            or words.key(index - 1) in row.not_after
            or (words.shapes[index] == LOWER and not (words.is_capital(end) or may_be_small(row)))
        ):
            return None
        bracket = self._own_abbreviation(end)
        if bracket > end:
            # "Ủy ban Kiểm tra (UBKT) Tỉnh ủy": if nothing follows the bracket, the bracket is no part of the name.
            body = self._grown(index, bracket, row, depth)
            if body is not None and body.last > bracket:
                return body
        return self._grown(index, end, row, depth)

    def _own_abbreviation(self, end: int) -> int:
        """Return the index behind an abbreviation in brackets, ``end`` itself if none stands there."""
        words = self._words
        if words.key(end) == "(" and words.shape(end + 1) == UPPER and words.key(end + 2) == ")":
            return end + 3
        return end

    def _grown(self, index: int, end: int, row: OrganizationHead, depth: int) -> Body | None:
        """Read what follows a head that ends at ``end``."""
        draft = Draft(index, end, end)
        above = self._above(end, row, depth) if row.required != "topic" else None
        if above is not None:
            draft.above, draft.end = above, above.last
            draft.parts.add("of")
            middle = end
        else:
            self._subject(draft, row)
            middle = draft.end
            self._owner(draft, row, depth)
        if not self._is_complete(draft, row) or self._kinds.is_common(draft, row) or self._lacks_owner(draft, row):
            return self._taken_up(index, end, row) if not depth and draft.end == end else None
        partner = None
        if not draft.parts:
            if row.alone is Alone.COORDINATION and not depth:
                partner = self._partner(end)
            if partner is None and not self._may_stand_alone(index, end, row, depth):
                return self._taken_up(index, end, row) if not depth else None
        if not (draft.above or draft.place or draft.unit) and self._kinds.is_any_such(draft, row):
            return None
        return Body(index, draft.end, row, end, middle, draft.above, draft.unit, draft.place, partner)

    def _lacks_owner(self, draft: Draft, row: OrganizationHead) -> bool:
        """Tell whether nothing shows whose a body with small letters is (``Phòng giáo dục``, ``trạm y tế xã``)."""
        words, topic = self._words, "topic" in draft.parts
        if words.is_capital(draft.head):
            return False
        if topic and row.closed == "stations":
            return True  # "trạm y tế xã": a building in a place
        named = draft.above is not None or draft.place is not None or "name" in draft.parts
        if words.shapes[draft.first] == LOWER:
            return not (topic and named)
        return topic and not (named or "unit" in draft.parts) and needs_owner(words, draft.head, row)

    def _taken_up(self, index: int, end: int, row: OrganizationHead) -> Body | None:
        """Read a head alone that takes up a body named before (``Trung tâm`` *đã tiếp nhận …*)."""
        before = self._named.get(row.name) if row.again else None
        if not before or not self._kinds.is_taken_up(index, end):
            return None
        names = {" ".join(self._words.keys[body.first : body.last]) for body in before}
        return Body(index, end, row, end, end, named=before[0] if len(names) == 1 else None)

    @staticmethod
    def _is_complete(draft: Draft, row: OrganizationHead) -> bool:
        """Tell whether the part that the head needs was read."""
        match row.required:
            case None:
                return True
            case "topic":
                return "topic" in draft.parts or (row.closed == "open" and "name" in draft.parts)
            case "name":
                return "name" in draft.parts or ("topic" in draft.parts and bool(draft.parts & {"unit", "place"}))
            case "site":
                return bool(draft.parts & {"unit", "place", "number", "name"})
            case "subject":
                return bool(draft.parts & {"topic", "of"})
            case part:
                return part in draft.parts

    def _above(self, index: int, row: OrganizationHead, depth: int) -> Body | None:
        """Read the body that follows directly (``Ban Thường vụ`` *Huyện ủy*)."""
        if not row.of or self._words.key(index) not in self.first_keys:
            return None
        return self._inner_body(index, depth + 1)

    def _inner_body(self, index: int, depth: int) -> Body | None:
        if index in self._inner:
            return self._inner[index]
        if depth > _DEEPEST or not (self._words.is_capital(index) or self._words.keys[index] in self.lower_first_keys):
            return None
        body = self._body(index, depth)
        if body is not None and isinstance(body.row, OrganizationHead) and body.row.chain:
            body = None  # the first of a list, each on its own
        self._inner[index] = body
        return body

    def _subject(self, draft: Draft, row: OrganizationHead) -> None:
        """Read topic, number, proper name or purpose."""
        words = self._words
        if row.topic:
            behind = topic_end(words, draft.end, row)
            if behind is not None or (
                row.acronym
                and words.shapes[draft.end - 1] != UPPER
                and words.is_capital(draft.first)
                and (behind := acronym_end(words, draft.end, whole=row.closed == "open")) is not None
            ):
                draft.end = behind
                draft.parts.add("topic")
        if row.number:
            behind = number_end(words, draft.end)
            if behind is not None:
                draft.end = behind
                draft.parts.add("number")
        # "10 HTX trồng lúa …"; the number of a list's item or of a note counts nothing.
        counted = words.shape(draft.first - 1) == NUMBER and words.key(draft.first - 2) not in ("\n", "")
        if row.activity and not counted and (done := activity_end(words, draft.head) or 0) > draft.end:
            draft.end = done
            draft.parts |= {"topic", "name"}
        elif row.proper:
            behind = house_name_end(words, draft.end, behind_topic="topic" in draft.parts)
            if behind is not None:
                draft.end = behind
                draft.parts.add("name")
        if row.purpose:
            if (words.key(draft.end), words.key(draft.end + 1)) in (("trung", "ương"), ("quốc", "gia")):
                draft.end += 2
                draft.parts.add("centre")
            if "number" not in draft.parts:
                behind = purpose_end(words, draft.end)
                if behind is not None:
                    draft.end = behind
                    draft.parts.add("purpose")

    # --- whose it is ------------------------------------------------------------------------------------------------

    def _owner(self, draft: Draft, row: OrganizationHead, depth: int) -> None:
        """Read the body above, the centre, or the unit that the body belongs to."""
        words = self._words
        if draft.parts & {"name"} and row.proper:
            # "HTX Kỳ Như xã Thạnh Hòa" is a body and a place: a proper name needs no place to be one body's.
            return
        if "topic" in draft.parts and (above := self._above(draft.end, row, depth)) is not None:
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
        if (
            (row.unit or row.place or row.topic)
            and key == "việt"
            and following == "nam"
            and words.is_capital(draft.end)
        ):
            draft.end += 2
            draft.parts.add("centre")
            draft.parts.add("unit")
        if "topic" in draft.parts and (branch := branch_end(words, draft.end)) is not None:
            draft.end, draft.unit, draft.place = branch
            draft.parts.add("place")
            return
        if row.unit and self._unit(draft, row):
            return
        if row.place or (row.unit and "topic" in draft.parts):
            run = name_run(words, draft.end)
            behind = known_name(words, draft.end, run) if run > draft.end else None
            if behind is not None and behind == run and behind - draft.end >= 2:
                draft.place = (draft.end, behind)
                draft.end = behind
                draft.parts.add("place")

    def _unit(self, draft: Draft, row: OrganizationHead) -> bool:
        """Read a unit word with or without its name; true if the body ends here."""
        words, kinds = self._words, self._kinds
        at = over_line_end(words, draft.end)
        if words.key(at) == "của":
            # "Đoàn của tỉnh" is a delegation.
            return row.required != "unit" and self._unit_of(draft, at + 1)
        if words.key(at) == "cấp":
            return self._by_level(draft, row, at)
        if kinds.counts_units(at):
            if not row.mass:
                raise KindError(at)
            return True
        match = unit_word_at(words, at)
        if match is None:
            return False
        end, unit = match
        name_end = read_name(words, end, unit)
        if name_end is not None:
            draft.end, draft.unit, draft.place = name_end, unit.unit, (end, name_end)
            draft.parts.add("unit")
            return True
        listed = kinds.lists_units(end)
        if not listed and row.bare and not kinds.is_own_unit(unit):
            draft.place = kinds.named_before(at, unit)
        if not row.bare and row.alone is Alone.ALWAYS:
            return True  # "Huyện ủy, huyện …"
        if listed or not row.bare or not (draft.place or kinds.is_own_unit(unit)):
            of_communes = unit.level is Level.COMMUNE or unit.below
            if not row.mass and ("topic" not in draft.parts or listed or of_communes):
                raise KindError(end)
            return True
        draft.end, draft.unit = end, unit.unit
        draft.parts.add("unit")
        return True

    def _unit_of(self, draft: Draft, at: int) -> bool:
        """``của huyện`` belongs to the name if the document's own unit is meant."""
        match = unit_word_at(self._words, at)
        if match is None or self._words.shapes[at] != LOWER:
            return False
        end, unit = match
        if read_name(self._words, end, unit) or self._kinds.lists_units(end) or not self._kinds.is_own_unit(unit):
            return False
        draft.end, draft.unit = end, unit.unit
        draft.parts.add("unit")
        return True

    def _by_level(self, draft: Draft, row: OrganizationHead, at: int) -> bool:
        """``cấp huyện`` belongs to a mass organisation's name; of any other body it makes a kind."""
        match = unit_word_at(self._words, at + 1)
        if match is None or not row.mass:
            if not draft.parts and not row.mass:
                raise KindError(at)
            return True
        if self._kinds.lists_units(match[0]) or match[1].level is Level.COMMUNE:
            return True
        draft.end, draft.unit = match[0], match[1].unit
        draft.parts.add("unit")
        return True

    # --- heads alone, plurals and lists -----------------------------------------------------------------------------

    def _may_stand_alone(self, index: int, end: int, row: OrganizationHead, depth: int) -> bool:
        words = self._words
        following = words.key(end)
        if words.shapes[index] == LOWER or following == "viên":
            return False  # "Huyện ủy viên" is a post
        if words.shapes[index] == UPPER and words.key(index - 1) == "tịch" and following == "\n":
            return row.unit  # "CHỦ TỊCH ỦY BAN NHÂN DÂN" heads what the own one decides
        if following == "|" and words.shapes[index] == UPPER and index < _LETTERHEAD and row.unit:
            return words.key(index - 1) in ("\n", "|", "")  # the cell of a letterhead whose place stands elsewhere
        if depth:
            if self._kinds.goes_on_as_kind(end) and not row.mass:
                raise KindError(end)
            return row.alone is not Alone.NEVER
        if self._kinds.signs(index):
            return row.unit or row.alone is not Alone.NEVER
        match row.alone:
            case Alone.ALWAYS:
                return True
            case Alone.OWN:
                return row.mass or not self._kinds.goes_on_as_kind(end)
            case Alone.POST:
                own = words.key(index - 1) in _POST_ENDS or self._kinds.has_own_committee(index)
                return own and not self._kinds.goes_on_as_kind(end)
            case Alone.OF:
                return following == "của" and words.is_capital(end + 1)
            case _:
                return False

    def _partner(self, end: int, depth: int = 0) -> Body | None:
        """Return the body behind a comma or ``và`` that has the same owner, itself or through its own partner."""
        if end not in self._partners:
            self._partners[end] = self._read_partner(end, depth)
        return self._partners[end]

    def _read_partner(self, end: int, depth: int) -> Body | None:
        words = self._words
        if depth > _DEEPEST or words.key(end) not in _JOINTS or words.key(end + 1) not in self.first_keys:
            return None
        try:
            body = self._inner_body(end + 1, 1)
        except KindError:
            return None
        if body is None or body.above or body.unit or body.place or body.last > body.head:
            return body
        row = body.row
        if isinstance(row, OrganizationHead) and row.alone is Alone.COORDINATION:
            return self._partner(body.last, depth + 1)
        return body

    def _heads_list(self, body: Body) -> bool:
        """Tell whether a body behind a plural is the first of a list of such bodies."""
        row = body.row
        if not isinstance(row, OrganizationHead):
            return False
        return row.chain or (row.closed in LISTED and self._words.key(body.last) in (",", ";", "và"))

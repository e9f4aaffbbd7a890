"""The grammar of names of bodies: head word, field of work, number or proper name, the body above it, its unit.

The parts and which head takes which of them are data (``ontology/tables/organizations.json``).
"""

from collections.abc import Collection

from extract.components.organization_heads import Body, Draft, KindError, head_phrases, lower_first_keys
from extract.components.organization_kinds import Kinds
from extract.components.organization_parts import acronym_end, number_end, proper_end, purpose_end, topic_end
from extract.components.place_names import known_name, name_run, read_name, unit_word_at
from extract.words import CAPITALISED, LOWER, NUMBER, Words, over_line_end
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.organizations import Alone, FixedOrganization, NoOrganization, OrganizationHead

_DEEPEST = 4
_JOINTS = frozenset({",", "và", "-", "–", "&"})
_POST_ENDS = frozenset({"thư", "viên", "trực"})
_LISTED = frozenset({"ministries", "departments", "divisions", "boards", "subcommittees", "desks"})


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
        # Bodies inside others, by their first word: a chain of heads is read once, not once from each of its words.
        self._inner: dict[int, Body | None] = {}
        self._partners: dict[int, Body | None] = {}
        self.first_keys: Collection[str] = self._phrases.first_keys.keys()
        self.lower_first_keys = lower_first_keys()

    def bodies_at(self, index: int) -> tuple[list[Body], int]:
        """Return the bodies that begin at a word (a list may go on without the head), and the index to go on from."""
        try:
            body = self._body(index, 0)
        except KindError as error:
            return [], error.end
        if body is None:
            return self._listed_behind_colon(index)
        if self._kinds.is_model(index):
            return [], body.last
        if self._kinds.is_plural(index):
            if self._heads_list(body):
                return self._with_list(body)
            return [], body.last if body.above else index + 1
        if isinstance(body.row, OrganizationHead) and body.row.chain:
            return self._with_list(body)
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
        if words.key(index - 1) in row.not_after or (words.shapes[index] == LOWER and not words.is_capital(end)):
            return None
        draft = Draft(end, end)
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
        partner = None
        if not draft.parts:
            if row.alone is Alone.COORDINATION and not depth:
                partner = self._partner(end)
            if partner is None and not self._may_stand_alone(index, end, row, depth):
                return None
        if not (draft.above or draft.place or draft.unit) and self._kinds.is_any_such(draft, row):
            return None
        return Body(index, draft.end, row, end, middle, draft.above, draft.unit, draft.place, partner)

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
                and words.shapes[draft.end - 1] == CAPITALISED
                and (behind := acronym_end(words, draft.end)) is not None
            ):
                draft.end = behind
                draft.parts.add("topic")
        if row.number:
            behind = number_end(words, draft.end)
            if behind is not None:
                draft.end = behind
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

    # --- whose it is ------------------------------------------------------------------------------------------------

    def _owner(self, draft: Draft, row: OrganizationHead, depth: int) -> None:
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
        if (
            (row.unit or row.place or row.topic)
            and key == "việt"
            and following == "nam"
            and words.is_capital(draft.end)
        ):
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

    def _unit(self, draft: Draft, row: OrganizationHead) -> bool:
        """Read a unit word with or without its name; true if the body ends here."""
        words, kinds = self._words, self._kinds
        at = over_line_end(words, draft.end)
        if words.key(at) == "của":
            return self._unit_of(draft, at + 1)
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
        if listed or not row.bare or not (draft.place or kinds.is_own_unit(unit)):
            if not row.mass and ("topic" not in draft.parts or listed):
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
                return words.key(index - 1) in _POST_ENDS and not self._kinds.goes_on_as_kind(end)
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
        return row.chain or (row.closed in _LISTED and self._words.key(body.last) in (",", ";", "và"))

    def _listed_behind_colon(self, index: int) -> tuple[list[Body], int]:
        """Read ``các Sở: Nội vụ, Tài chính``: each field of work names a body."""
        words = self._words
        match = self._phrases.longest(words, index) if self._kinds.is_plural(index) else None
        if match is None or words.key(match[0]) != ":":
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
            if row.number and words.shape(at) == NUMBER:
                alone = words.shape(at + 1) != LOWER or words.key(at + 1) == "của"
                behind = number_end(words, at) if alone else None
            elif row.topic and words.is_capital(at):
                behind = topic_end(words, at, row)
            if behind is None:
                break
            bodies.append(Body(at, behind, row, at, behind))
            end = behind
        return bodies, end

"""Lists of bodies that share one head: ``các Sở: Nội vụ, Tài chính``, ``Đoàn kiểm tra 167, 165``."""

from collections.abc import Collection

from extract.components.organization_heads import Body, head_phrases
from extract.components.organization_kinds import Kinds
from extract.components.organization_parts import acronym_end, number_end, topic_end
from extract.components.place_names import unit_word_at
from extract.words import LOWER, NUMBER, Words
from ontology.organizations import OrganizationHead

_SEPARATORS = frozenset({",", ";", "và"})
JOINED = _SEPARATORS | {"-"}
"""Between the parts of a joint body (``Liên Bộ Tài chính - Nội vụ``)."""

LISTED = frozenset({"ministries", "departments", "divisions", "boards", "subcommittees", "desks"})
"""Lists of topics whose heads go on in series."""

_OTHER_HOUSES = frozenset({",", "và", "ban", "ngành", "cơ", "quan"})


class Lists:
    """Reads the lists of one text.

    Args:
        words: The words of the text.
        kinds: Tells plurals.
        first_keys: First words of all heads.
    """

    def __init__(self, words: Words, kinds: Kinds, first_keys: Collection[str]) -> None:
        self._words = words
        self._kinds = kinds
        self._first_keys = first_keys

    def behind_colon(self, index: int) -> tuple[list[Body], int]:
        """Read ``các Sở: Nội vụ, Tài chính``: each field of work names a body."""
        words = self._words
        match = head_phrases().longest(words, index) if self._kinds.is_plural(index) else None
        if match is None:
            return [], index + 1
        end, (row, _) = match
        while words.key(end) in _OTHER_HOUSES:
            end += 1  # "các Bộ, ngành: …"
        if words.key(end) != ":":
            return [], index + 1
        if not isinstance(row, OrganizationHead) or row.closed not in LISTED or not words.is_capital(end + 1):
            return [], index + 1
        behind = topic_end(words, end + 1, row)
        if behind is None:
            return [], index + 1
        return self.with_list(Body(end + 1, behind, row, end + 1, behind))

    def with_list(self, body: Body, joints: frozenset[str] = _SEPARATORS) -> tuple[list[Body], int]:
        """Return a body and those that follow it in a list without their head (``Đoàn kiểm tra 167, 165``)."""
        words = self._words
        row = body.row
        bodies = [body]
        end = body.last
        while isinstance(row, OrganizationHead) and words.key(end) in joints:
            at = end + 1
            behind: int | None = None
            if row.number and words.shape(at) == NUMBER:
                alone = words.shape(at + 1) != LOWER or words.key(at + 1) == "của"
                behind = number_end(words, at) if alone else None
            elif row.topic and words.is_capital(at):
                behind = topic_end(words, at, row) or self._abbreviated(at, row, plural=body.first == body.head)
            if behind is None or (words.key(at) in self._first_keys and unit_word_at(words, behind) is not None):
                break  # "Sở Nội vụ, Công an tỉnh" are two heads
            bodies.append(Body(at, behind, row, at, behind))
            end = behind
        return bodies, end

    def _abbreviated(self, index: int, row: OrganizationHead, *, plural: bool) -> int | None:
        """Return the index behind an abbreviated field of work (``các Bộ: Tư pháp,`` *KH&CN*).

        Behind the head of one body a plain abbreviation may be anybody's.
        """
        if not row.acronym or self._words.key(index) in self._first_keys:
            return None
        end = acronym_end(self._words, index)
        return end if end is not None and (plural or end > index + 1) else None

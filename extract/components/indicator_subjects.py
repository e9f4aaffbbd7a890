"""What a number measures: the words before it in its clause, and for things that are counted the words behind it."""

from collections.abc import Sequence

from extract.components.indicator_clauses import Clauses, Word, words_of_part
from extract.components.indicator_numbers import Number, unit_end
from extract.components.indicator_values import (
    BEFORE,
    CHAINED,
    CLAUSE,
    COUNTED,
    MEASURE,
    REACHED,
    Choice,
    Cuts,
    Subject,
    around,
    bound_of,
    same_things,
)
from extract.components.indicator_wording import (
    LONGEST_PHRASE,
    Links,
    basis_in,
    complement,
    content,
    has_digit,
    is_conditional,
    is_word,
    names_measure,
    origin_before,
    phrase,
    without_leads,
    without_links,
    words_behind,
)
from ontology.indicator_words import indicator_words
from ontology.indicators import Bound, Change, UnitKind
from ontology.measures import Needs

_LONGEST_SUBJECT = 34
_LONGEST_CLAUSE = 260
_LONGEST_HEAD = 20
_MOST_PARTS = 40
_MOST_COMMAS = 12
_FEW = 3
_BREAKS = frozenset(";:.|")
_INCOMPLETE = frozenset({"trong", "của", "với"})
_CONJUNCTIONS = frozenset({"và", "hoặc", "cùng"})
_THAN = frozenset({"so", "so với"})
_CHANGES_BY = (Change.INCREASE_BY, Change.DECREASE_BY)


class SubjectReader:
    """Reads what the numbers of one sentence measure, from left to right.

    Args:
        text: The normalised text.
        clauses: The parts of the sentence.
    """

    def __init__(self, text: str, clauses: Clauses) -> None:
        self._text = text
        self._clauses = clauses
        self._table = indicator_words()
        self._chain: dict[int, Subject] = {}
        self._last: dict[int, Number] = {}
        self._units: dict[int, Number] = {}
        self._roots: dict[int, Subject] = {}
        self._first = 0
        self._basis_end = 0
        self._said: list[Word] = []
        self._clauses_before: dict[int, list[Word] | None] = {}

    def read(self, number: Number, following: Number | None) -> Subject | None:
        """Return what a number measures, or ``None`` where that is not certain.

        Args:
            number: The number; those before it in the sentence have been read.
            following: The next number of the sentence.
        """
        at = self._clauses.number(number.start)
        part = self._clauses.parts[at]
        before = origin_before(self._text, part.start, number)
        origin = before[0] if before is not None else None
        if before is not None:
            words = words_of_part(self._text, part.start, before[1])
        else:
            words = self._words_before(at, number)
        words, links = without_links(words)
        links.any |= origin is not None
        links.plain |= origin is not None
        rest = without_leads(self._text, words)
        links.whole = bool(words) and not rest and phrase(self._said[-3:]) in self._table.whole_units
        links.begun = len(rest) < len(words)
        words = rest
        conditional = is_conditional(words)
        found = None if conditional else self._subject(number, following, at, words, links)
        self._last[part.depth] = number
        self._basis_end = number.end
        if found is None:
            if conditional or not links.any:
                self._chain.pop(part.depth, None)
            return None
        start, end, rule, basis, cuts = found
        self._basis_end = basis[1] if basis is not None else number.end
        change = links.change or Change.LEVEL
        if origin is not None:
            change = Change.DECREASE_TO if origin > number.amount.value else Change.INCREASE_TO
        bound = bound_of(self._text, number, links)
        subject = Subject(start, end, rule, change, bound, origin, basis, at, cuts)
        if rule != CHAINED:
            self._units[part.depth] = number
        elif part.divider == "(":
            self._units[part.depth] = self._units[part.depth - 1]
        self._chain[part.depth] = subject
        root = self._roots.get(part.depth)
        if root is None or rule != MEASURE or start != root.start:
            self._roots[part.depth] = subject  # a bare measure is added to this, not to the bare measure before it
        return subject

    # -- words around the number ------------------------------------------------------------------------------------

    def _words_before(self, at: int, number: Number) -> list[Word]:
        """Return the words of a number's clause before it: behind the number before, and over brackets between."""
        parts = self._clauses.parts
        part = parts[at]
        first = at
        nearest = max(0, at - _MOST_PARTS)
        while parts[first].divider == ")" and first > nearest:
            first -= 1
            while first > nearest and parts[first].depth > part.depth:
                first -= 1
        self._first = first
        last = self._last.get(part.depth)
        if last is None or last.end <= parts[first].start:
            words = words_of_part(self._text, parts[first].start, parts[first].end) if first < at else []
            self._said = [*words, *words_of_part(self._text, part.start, number.start)]
            return self._behind_and(self._said)
        begin = max(part.start, last.end, self._basis_end if self._basis_end <= number.start else 0)
        words = words_of_part(self._text, begin, number.start)
        self._said = words
        rest = self._behind_and(words)
        if rest is not words or not words or words[0].key in ("trong", "với", "từ"):
            return rest if rest is not words else words
        if not any(map(is_word, words)) or not any(map(is_word, without_links(words)[0])):
            return words if any(map(is_word, words)) else []
        if last.amount.kind is UnitKind.COUNT and last.end > part.start and begin == last.end:
            return words_of_part(self._text, last.unit_start, last.end) + words
        return words

    def _behind_and(self, words: list[Word]) -> list[Word]:
        """Return what stands behind a "và" that begins another clause: one that follows a number."""
        last = max((index for index, word in enumerate(words) if word.key in _CONJUNCTIONS), default=-1)
        therefore = max((index for index, word in enumerate(words) if word.key == "nên"), default=-1)
        if therefore > 0:
            return words[therefore + 1 :]
        if last < 0:
            return words
        numbered = has_digit(words[:last])
        begins = any(
            last_number.end <= words[0].start and self._text[last_number.end : words[0].start].strip() == ""
            for last_number in self._last.values()
        )
        return words[last + 1 :] if numbered or begins else words

    # -- decisions --------------------------------------------------------------------------------------------------

    def _subject(
        self, number: Number, following: Number | None, at: int, words: list[Word], links: Links
    ) -> Choice | None:
        amount = number.amount
        words = content(words)
        if self._tells_nothing(number, at, words, links):
            return None
        # "73% cán bộ, công chức, viên chức …": the commas of such a noun divide nothing.
        noun_end = unit_end(self._text, number.end + 1) if amount.kind is UnitKind.PERCENT else number.end
        end = self._clauses.parts[self._clauses.number(max(noun_end, number.end) - 1)].end
        all_behind = words_behind(self._text, number, end)
        behind = complement(self._text, number, following, all_behind)
        percent = amount.kind is UnitKind.PERCENT
        basis = self._basis(at, words, links, all_behind, behind, percent=percent)
        if basis is not None and percent:
            behind = []
        if number.needs is Needs.ACHIEVED:
            return self._achieved(number, words, behind, links, basis)
        if amount.kind is UnitKind.COUNT and (links.change not in _CHANGES_BY or (behind and not words)):
            return self._counted(number, at, words, behind, links, basis)
        if behind and percent and not links.plain and len(words) <= _LONGEST_SUBJECT:
            return around(number, words, behind, basis)
        if words and len(words) <= _LONGEST_SUBJECT:
            start = self._with_head(at, words)
            if start < words[0].start or names_measure(words):
                return self._extended(at, start, words, basis)
            whole = self._whole_clause(at, words, links, needed=True)
            if behind and not links.any and not percent and amount.kind is not UnitKind.MONEY:
                return around(number, words, behind, basis, start if whole is None else whole)
            if len(words) > 1:
                return None if whole is None else (whole, words[-1].end, CLAUSE, basis, ())
        unlinked = not (links.plain and percent) or not self._has_chain(at)
        if behind and not links.share and (not links.change or not words) and (words or unlinked):
            return around(number, words, behind, basis)
        return None if words else self._chained(number, at, links, basis)

    def _tells_nothing(self, number: Number, at: int, words: list[Word], links: Links) -> bool:
        """Tell whether what must be said with a number is not said, or it stands alone in a table's cell."""
        if number.needs is Needs.CHANGE and links.change is None:
            return True
        if links.bound is Bound.UNDER and not links.plain:
            return True  # "các xã dưới 50% tiêu chuẩn": which ones are meant
        if len(words) <= _FEW and any(phrase(words[:count]) in self._table.bases for count in (1, 2)):
            return True  # "(kế hoạch là 88 triệu đồng)"
        if words and words[0].key in _INCOMPLETE and number.amount.kind is not UnitKind.COUNT:
            return True
        part = self._clauses.parts[at]
        return not words and "|" in (part.divider, self._text[part.end : part.end + 1])

    def _basis(
        self, at: int, words: list[Word], links: Links, all_behind: list[Word], behind: list[Word], *, percent: bool
    ) -> tuple[int, int] | None:
        """Return where the words behind a number stand that tell what it is compared with."""
        if links.share and behind:
            return behind[0].start, behind[-1].end
        basis = basis_in(all_behind, self._table.bases if percent else _THAN)
        if basis is None and percent and (words or self._has_chain(at)):
            basis = basis_in(all_behind, self._table.wholes)
        return basis

    def _achieved(
        self, number: Number, words: list[Word], behind: list[Word], links: Links, basis: tuple[int, int] | None
    ) -> Choice | None:
        if number.amount.denominator is None and not links.achieved:
            return None
        start = words[0].start if words and len(words) <= _LONGEST_SUBJECT else number.start
        end = max(number.end, behind[-1].end if behind else 0)
        return start, end, REACHED, basis, ((number.start, number.unit_start),)

    def _counted(
        self, number: Number, at: int, words: list[Word], behind: list[Word], links: Links,
        basis: tuple[int, int] | None,
    ) -> Choice | None:  # fmt: skip
        cut = (number.start, number.unit_start)
        if len(words) > _LONGEST_SUBJECT:
            words = []
        if not words and not behind and links.whole:
            return number.unit_start, number.end, COUNTED, basis, ()
        if not words and not behind and (joined := self._joined(number, at, links)) is not None:
            return joined
        if not words and not behind and (label := self._label(at)):
            return label[0].start, number.end, BEFORE, basis, (cut,)
        if not words and not behind:
            # "Mở 02 lớp bồi dưỡng, có 76 học viên": they are those of what was counted before.
            chained = self._chain.get(self._clauses.parts[at].depth)
            near = self._clauses.parts[at].divider == "," and chained is not None and chained.part == at - 1
            if chained is None or not near or not links.any or chained.rule != COUNTED:
                return None
            return chained.start, number.end, CHAINED, basis, (*chained.cuts, cut)
        start = self._whole_clause(at, words, links, needed=not behind) if words else number.start
        if start is None:
            return None
        end = behind[-1].end if behind else number.end
        return start, end, COUNTED, basis, (cut,)

    def _extended(self, at: int, start: int, words: list[Word], basis: tuple[int, int] | None) -> Choice | None:
        """Add the clause before to a measure that says too little alone (``…, với tổng kinh phí``)."""
        cuts: Cuts = ()
        part = self._clauses.parts[at]
        behind_with = max((index for index, word in enumerate(words) if word.key == "với"), default=-1)
        if phrase(words[behind_with + 1 :]) in self._table.bare_measures:
            last, chained = self._last.get(part.depth), self._chain.get(part.depth)
            same = last is not None and last.end > part.start
            if last is not None and same and last.amount.kind is UnitKind.PERCENT:
                return None  # "vượt 10% kế hoạch với tổng doanh thu …": of what, is not certain
            goes_on = part.divider == "," and (behind_with < 0 or chained is None or chained.rule == COUNTED)
            if chained is not None and (chained.part == at if same else goes_on):
                if not same and not self._follows(chained.part, at):
                    return None
                root = self._roots.get(part.depth, chained)
                root = root if root.start == chained.start else chained
                start, cuts = root.start, root.cuts
                between = self._text[root.end : words[0].start]
                if any(char.isdigit() for char in between):
                    cuts = (*cuts, (root.end, words[0].start))
            elif part.divider == "," and behind_with < 0 and not same:
                whole = self._clause_before(at)
                if not whole:
                    return None
                start = whole[0].start
        return start, words[-1].end, MEASURE, basis, cuts

    def _whole_clause(self, at: int, words: Sequence[Word], links: Links, *, needed: bool) -> int | None:
        """Return where a clause begins that commas divide.

        Where the words behind its last comma are few, and it is ``needed``, a beginning too far off gives ``None``.
        """
        at, part = min(at, self._first), self._clauses.parts[min(at, self._first)]
        last = self._last.get(part.depth)
        if links.begun or part.divider != "," or (last is not None and last.end > part.start):
            return words[0].start
        whole = self._clause_before(at)
        if whole is None:
            return None if needed and len(words) <= _FEW else words[0].start
        return whole[0].start if whole else words[0].start

    def _joined(self, number: Number, at: int, links: Links) -> Choice | None:
        """Go on with the words before the number before (``kiểm tra 04 tổ chức đảng`` *và 04 đảng viên*)."""
        part = self._clauses.parts[at]
        last, chained = self._last.get(part.depth), self._chain.get(part.depth)
        if links.any or last is None or chained is None or chained.rule not in (COUNTED, CHAINED):
            return None
        between = self._text[last.end : number.start].strip()
        if between not in ("và", ",") or not chained.start < last.start <= chained.end:
            return None
        return chained.start, number.end, CHAINED, None, ((last.start, number.unit_start),)

    def _label(self, at: int) -> list[Word]:
        """Return the words of a label that heads its clause (``Hiệp y quy hoạch:`` *21 trường hợp*)."""
        parts = self._clauses.parts
        if parts[at].divider != ":" or at == 0 or parts[at - 1].divider not in ("", ";", "."):
            return []
        label = parts[at - 1]
        words = content(without_leads(self._text, words_of_part(self._text, label.start, label.end)))
        return words if 2 <= len(words) <= _LONGEST_HEAD and not has_digit(words) else []

    def _clause_before(self, at: int) -> list[Word] | None:
        """Return the words of the clause before a comma; none where a number stands in it, ``None`` if it is long."""
        if at not in self._clauses_before:
            self._clauses_before[at] = self._read_clause_before(at)
        return self._clauses_before[at]

    def _read_clause_before(self, at: int) -> list[Word] | None:
        parts = self._clauses.parts
        depth, first = parts[at].depth, at - 1
        if at == 0 or parts[first].depth != depth:
            return []
        last = self._last.get(depth)
        nearest = max(0, at - _MOST_COMMAS, self._clauses.number(last.start) + 1 if last is not None else 0)
        if nearest > first:
            return []
        while first > nearest and parts[first].divider == "," and parts[first - 1].depth == depth:
            first -= 1
        begin, end = parts[first].start, parts[at - 1].end
        if end - begin > _LONGEST_CLAUSE:
            return None
        if self._last and any(number.end > begin for number in self._last.values()):
            return []
        words = content(without_leads(self._text, words_of_part(self._text, begin, end)))
        if has_digit(words):
            return []
        return words if len(words) <= _LONGEST_SUBJECT and not is_conditional(words) else None

    def _chained(self, number: Number, at: int, links: Links, basis: tuple[int, int] | None) -> Choice | None:
        """Go on with the subject of the number before (``Gieo trồng 7.061 ha,`` *đạt 96,7% kế hoạch*)."""
        part = self._clauses.parts[at]
        if label := self._label(at):
            return label[0].start, label[-1].end, BEFORE, basis, ()
        if not (links.any or basis) or part.divider in _BREAKS:
            return None
        depth = part.depth - 1 if part.divider == "(" else part.depth
        chained = self._chain.get(depth)
        if chained is not None and self._follows(chained.part, at):
            if number.amount.kind is UnitKind.COUNT and not same_things(number, self._units.get(depth)):
                return None
            return chained.start, chained.end, CHAINED, basis, chained.cuts
        if part.divider != ",":
            return None
        words = self._clause_before(at)
        if not words or len(words) < 2 or has_digit(words):
            return None
        return words[0].start, words[-1].end, BEFORE, basis, ()

    def _has_chain(self, at: int) -> bool:
        """Tell whether a number before measures something that this clause can go on with."""
        part = self._clauses.parts[at]
        chained = self._chain.get(part.depth - 1 if part.divider == "(" else part.depth)
        return part.divider not in _BREAKS and chained is not None and self._follows(chained.part, at)

    def _follows(self, earlier: int, at: int) -> bool:
        """Tell whether only brackets stand between two parts, or nothing."""
        parts = self._clauses.parts
        depth = parts[earlier].depth
        return at - earlier <= _MOST_PARTS and all(
            parts[index].depth > depth or not self._text[parts[index].start : parts[index].end].strip()
            for index in range(earlier + 1, at)
        )

    def _with_head(self, at: int, words: Sequence[Word]) -> int:
        """Return where a subject begins that a comma divides (``Tỷ lệ hộ nghèo, hộ cận nghèo giảm còn 3%``)."""
        start = words[0].start
        if self._clauses.parts[at].divider != "," or names_measure(words):
            return start
        earlier = self._clause_before(at)
        if earlier and len(earlier) <= _LONGEST_HEAD and names_measure(earlier[:LONGEST_PHRASE], first=True):
            return earlier[0].start
        return start

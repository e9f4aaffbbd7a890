"""What went wrong, one by one, with the sentence in which it stands."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from extract.evaluation.annotations import Annotated, Entity, Link, Pairing
from extract.evaluation.matching import document_key, fold, head_key, pair_up, tail_key
from extract.evaluation.metrics import punishable, required
from extract.evaluation.places import Places
from ontology.mentions import EntityLabel
from ontology.spans import Span

Item = TypeVar("Item")

PROGRAMME_PLACE = "PROGRAMME_PLACE"
ROLE = "ROLE"


class ErrorKind(StrEnum):
    """The ways to be wrong."""

    MISSED = "missed"
    FALSE = "false"
    WRONG_BOUNDARY = "wrong_boundary"
    WRONG_ATTRIBUTE = "wrong_attribute"


@dataclass(frozen=True, slots=True)
class EvaluationError:
    """One thing that was missed, made up or read wrongly.

    Args:
        name: The text, as its annotations name it.
        subject: What it concerns: a label, a relation's type, ``PROGRAMME_PLACE`` or ``ROLE``.
        kind: The way in which it is wrong.
        gold: What is annotated, in words; empty for what is false.
        found: What was extracted, in words; empty for what was missed.
        span: Where in the original text, or ``None`` where the annotation does not tell.
        sentence: The sentence around it, or ``None``.
    """

    name: str
    subject: str
    kind: ErrorKind
    gold: str
    found: str
    span: Span | None = None
    sentence: Span | None = None


def find_errors(gold: Annotated, found: Annotated, text: str) -> list[EvaluationError]:
    """Find all differences between the annotations and the extraction of one text.

    What may be found or not is no error either way. Each entity and each relation is in at most one error: an entity
    that stands at the right place under a wrong label, code, date or norm has a wrong attribute, one that stands
    elsewhere but meets the annotated one has a wrong boundary.

    Args:
        gold: The annotations.
        found: What was extracted.
        text: The original text, which all offsets refer to.

    Returns:
        The errors by subject, then kind, then place.
    """
    finder = _Finder(gold, found, text)
    errors = [*finder.entities(), *finder.relations(), *finder.programme_places(), *finder.roles()]
    kinds = list(ErrorKind)
    return sorted(errors, key=lambda e: (_rank(e.subject), kinds.index(e.kind), e.span.start if e.span else -1))


def _rank(subject: str) -> tuple[int, str]:
    labels = [label.value for label in EntityLabel]
    if subject in labels:
        return labels.index(subject), subject
    return len(labels) + (subject in (PROGRAMME_PLACE, ROLE)), subject


class _Finder:
    def __init__(self, gold: Annotated, found: Annotated, text: str) -> None:
        self._gold, self._found, self._text = gold, found, text
        self._places = Places(gold.name, text)
        self._documents: dict[str, list[Entity]] = defaultdict(list)
        self._names: dict[str, list[Entity]] = defaultdict(list)
        for entity in (*gold.entities, *found.entities):
            if entity.label is EntityLabel.DOC:
                self._documents[document_key(entity)].append(entity)
            self._names[fold(entity.norm or entity.text)].append(entity)

    # --- entities -----------------------------------------------------------------------------------------------------

    def entities(self) -> Iterator[EvaluationError]:
        """Yield the errors of all labels."""
        missed: list[Entity] = []
        false: list[Entity] = []
        for label in EntityLabel:
            wanted, got = required(self._gold.entities, label), punishable(self._gold, self._found, label)
            same = pair_up(wanted, got, lambda one, other: (one.start, one.end) == (other.start, other.end))
            yield from (error for a, b in same if (error := self._attribute(wanted[a], got[b])))
            wanted, got = _rest(wanted, {a for a, _ in same}), _rest(got, {b for _, b in same})
            near = pair_up(wanted, got)
            yield from (self._pair(wanted[a], got[b], ErrorKind.WRONG_BOUNDARY) for a, b in near)
            missed += _rest(wanted, {a for a, _ in near})
            false += _rest(got, {b for _, b in near})
        other_label = pair_up(missed, false, lambda one, other: (one.start, one.end) == (other.start, other.end))
        for a, b in other_label:
            yield self._pair(missed[a], false[b], ErrorKind.WRONG_ATTRIBUTE, labelled=True)
        for entity in _rest(missed, {a for a, _ in other_label}):
            yield self._error(entity.label, ErrorKind.MISSED, self._words(entity), "", Span(entity.start, entity.end))
        for entity in _rest(false, {b for _, b in other_label}):
            yield self._error(entity.label, ErrorKind.FALSE, "", self._words(entity), Span(entity.start, entity.end))

    def _attribute(self, wanted: Entity, got: Entity) -> EvaluationError | None:
        """Return what is wrong with an entity that stands at the right place, if anything is."""
        if wanted.label is EntityLabel.DOC:
            if document_key(wanted) == document_key(got) and wanted.date == got.date:
                return None
        elif wanted.label is not EntityLabel.LOC or wanted.norm is None or fold(wanted.norm) == fold(got.norm):
            return None
        return self._pair(wanted, got, ErrorKind.WRONG_ATTRIBUTE)

    def _pair(self, wanted: Entity, got: Entity, kind: ErrorKind, *, labelled: bool = False) -> EvaluationError:
        span = Span(min(wanted.start, got.start), max(wanted.end, got.end))
        return self._error(
            wanted.label, kind, self._words(wanted, labelled=labelled), self._words(got, labelled=labelled), span
        )

    def _words(self, entity: Entity, *, labelled: bool = False) -> str:
        """Return an entity in words: its text, and what else can be wrong with it."""
        words = " ".join((entity.text or self._text[entity.start : entity.end]).split())
        facts = [entity.label.value] if labelled else []
        if entity.label is EntityLabel.DOC:
            facts += [fact for fact in (entity.code, entity.date) if fact]
        elif entity.label is EntityLabel.LOC and entity.norm and entity.norm != words:
            facts.append(entity.norm)
        return f"{words} ({', '.join(facts)})" if facts else words

    # --- relations ----------------------------------------------------------------------------------------------------

    def relations(self) -> Iterator[EvaluationError]:
        """Yield missed and false relations, and those whose type alone is wrong."""
        allowed = [link for link in self._gold.relations if link.optional]
        wanted = [link for link in self._gold.relations if not link.optional]
        missed, false = _difference(wanted, self._found.relations, _typed)
        _, false = _difference(allowed, false, _typed)
        by_ends: dict[tuple[str, str], list[Link]] = defaultdict(list)
        for link in false:
            by_ends[_ends(link)].append(link)
        mistyped: Counter[int] = Counter()
        for link in missed:
            if same := by_ends[_ends(link)]:
                other = same.pop(0)
                mistyped[id(other)] += 1
                yield self._relation(link, ErrorKind.WRONG_ATTRIBUTE, _said(link), _said(other))
            else:
                yield self._relation(link, ErrorKind.MISSED, _said(link), "")
        for link in false:
            if not mistyped[id(link)]:
                yield self._relation(link, ErrorKind.FALSE, "", _said(link))

    def _relation(self, link: Link, kind: ErrorKind, gold: str, found: str) -> EvaluationError:
        span = self._place(self._documents.get(tail_key(link), []), link.line, link.start)
        return self._error(link.type.value, kind, gold, found, span)

    # --- pairs --------------------------------------------------------------------------------------------------------

    def programme_places(self) -> Iterator[EvaluationError]:
        """Yield missed and false programme–place pairs."""
        yield from self._pairings(PROGRAMME_PLACE, self._gold.programme_places, self._found.programme_places)

    def roles(self) -> Iterator[EvaluationError]:
        """Yield missed and false posts."""
        yield from self._pairings(ROLE, self._gold.roles, self._found.roles)

    def _pairings(self, subject: str, gold: Sequence[Pairing], found: Sequence[Pairing]) -> Iterator[EvaluationError]:
        wanted = {(fold(p.first), fold(p.second)): p for p in gold if not p.optional}
        got = {(fold(p.first), fold(p.second)): p for p in found}
        for kind, keys, source in (
            (ErrorKind.MISSED, wanted.keys() - got.keys(), wanted),
            (ErrorKind.FALSE, got.keys() - wanted.keys(), got),
        ):
            for key in sorted(keys):
                pairing = source[key]
                words = f"{pairing.first} – {pairing.second}"
                span = self._place(self._named(*key, nearest=pairing.line is None), pairing.line)
                missed = kind is ErrorKind.MISSED
                yield self._error(subject, kind, words if missed else "", "" if missed else words, span)

    def _named(self, first: str, second: str, *, nearest: bool) -> list[Entity]:
        """Return the entities of the second name, or of the first where the second is none (a post).

        Args:
            first: A folded name.
            second: Another.
            nearest: Return only the one that stands nearest to the other name: a place is named many times in a text,
                but what is said of it and a programme stands where both meet.
        """
        ones, others = self._names.get(first, []), self._names.get(second, [])
        if not others or not ones or not nearest:
            return list(others or ones)
        starts = sorted({entity.start for entity in ones})

        def distance(entity: Entity) -> int:
            at = bisect_left(starts, entity.start)
            return min(abs(entity.start - start) for start in starts[max(0, at - 1) : at + 1])

        return [min(others, key=distance)]

    # --- places -------------------------------------------------------------------------------------------------------

    def _place(self, named: Sequence[Entity], line: int | None, start: int | None = None) -> Span | None:
        """Return where something is said: at the entity that it names, in the line or behind the start that says so."""
        within = self._places.line(line) if line is not None else None
        low, high = (within.start, within.end) if within else (start or 0, len(self._text))
        for entity in sorted(named, key=lambda entity: entity.start):
            if low <= entity.start < high:
                return Span(entity.start, entity.end)
        return within

    def _error(self, subject: str, kind: ErrorKind, gold: str, found: str, span: Span | None) -> EvaluationError:
        sentence = self._places.sentence(span) if span else None
        return EvaluationError(self._gold.name, subject, kind, gold, found, span, sentence)


def _rest(items: Sequence[Item], used: set[int]) -> list[Item]:
    return [item for index, item in enumerate(items) if index not in used]


def _difference(
    wanted: Iterable[Link], found: Iterable[Link], key: Callable[[Link], tuple[str, str, str]]
) -> tuple[list[Link], list[Link]]:
    """Return those without a partner of the same key on the other side, counted as often as they stand there."""
    waiting: dict[tuple[str, str, str], list[Link]] = defaultdict(list)
    for link in wanted:
        waiting[key(link)].append(link)
    false = []
    for link in found:
        if partners := waiting[key(link)]:
            partners.pop(0)
        else:
            false.append(link)
    return [link for links in waiting.values() for link in links], false


def _typed(link: Link) -> tuple[str, str, str]:
    return head_key(link), link.type.value, tail_key(link)


def _ends(link: Link) -> tuple[str, str]:
    return head_key(link), tail_key(link)


def _said(link: Link) -> str:
    return f"{link.head} {link.type.value} {link.tail}"
